"""The lineage of a document: where it comes from, what became of it, and what is not known, each with the words."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.languages import rules
from graph.findings import Finding, Unresolved
from graph.history import history
from graph.lookup import find_document
from graph.network import MultiDiGraph
from graph.nodes import plain_title
from graph.requests import Request, requests
from graph.ties import Identity, Tie, date_order, identity, tie
from ontology.actors import actors
from ontology.errors import UnknownTermError
from ontology.symbol_order import key_order

__all__ = ["DIRECTIONS", "Counts", "Lineage", "lineage"]

DIRECTIONS = ("both", "cites", "cited-by")
"""What a lineage follows: both ways, what the document cites, or what cites it."""

_TYING = ("cites", "answers", "comes-from", "recommended-in")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is known.

    Attributes:
        citations: Citations in the document, resolved or not.
        unresolved: Those of which it is not known what they cite.
        cited: Documents and instruments that it cites.
        cited_held: Those of them that are in the collection.
        citing: Documents of the collection that cite it.
        collection: Documents of the collection.
    """

    citations: int
    unresolved: int
    cited: int
    cited_held: int
    citing: int
    collection: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a document comes from and what became of it, as far as the collection tells.

    Attributes:
        key: Key of the document.
        depth: Steps that were followed.
        direction: One of ``DIRECTIONS``.
        identity: What is known of the document.
        documents: What is known of every other document named here, sorted by date and symbol.
        history: What belongs to the same matter.
        requests: What the document asks for, with the state of requests for a report.
        cites: What it cites; at greater depth what that cites. A citation shown in the history is not repeated.
        cited_by: What cites it; at greater depth what cites that.
        series: Keys of the documents of the same title, this one among them, sorted by date and symbol; empty where
            there is no other.
        series_tied: Those of them that cite, answer or come from another of them, or the other way round.
        unresolved: Its citations of which it is not known what they cite.
        findings: What is odd about its citations, for a reader to check.
        not_held: Keys of the documents that it cites and that are not in the collection.
        counts: How much is known.
        acts_unread: Whether its text is in a language of which it is not read who is asked to do what, so that
            nothing follows from the lack of requests.
        actors: Pairs of entity id and name, for those named here that no registry lists.
    """

    key: str
    depth: int
    direction: str
    identity: Identity
    documents: tuple[Identity, ...]
    history: tuple[Tie, ...]
    requests: tuple[Request, ...]
    cites: tuple[Tie, ...]
    cited_by: tuple[Tie, ...]
    series: tuple[str, ...]
    series_tied: tuple[str, ...]
    unresolved: tuple[Unresolved, ...]
    findings: tuple[Finding, ...]
    not_held: tuple[str, ...]
    counts: Counts
    acts_unread: bool
    actors: tuple[tuple[str, str], ...]

    def document(self, key: str) -> Identity:
        """Give what is known of a document named here."""
        return next(each for each in (self.identity, *self.documents) if each.key == key)


def lineage(graph: MultiDiGraph, symbol: str, *, depth: int = 1, direction: str = "both") -> Lineage:
    """Trace a document: what it comes from, asks for and cites, and what answers and cites it.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        symbol: A symbol as people write it, either half of a double symbol, or a key of the graph.
        depth: Steps to follow citations, from 1; each document is followed once, so that circles end.
        direction: One of ``DIRECTIONS``.

    Returns:
        The lineage; the same graph gives the same value.

    Raises:
        SymbolError: The text is no symbol.
        UnknownDocumentError: No document of the graph has the symbol; it carries those that look like it.
        UnknownTermError: There is no such direction.
        ValueError: The depth is less than 1.

    Example:
        >>> graph = MultiDiGraph(acts={}, unresolved={}, findings={}, collection=2)
        >>> blank = dict.fromkeys(("title", "language", "type", "body", "session", "date"))
        >>> for key in ("A/79/837", "A/RES/76/270"):
        ...     graph.add_node(key, kind="document", label=key, symbols=(key,), agenda_items=(), held=True, **blank)
        >>> words = dict.fromkeys(("verb", "paragraph", "place", "pinpoint", "language", "rule", "confidence"))
        >>> _ = graph.add_edge("A/79/837", "A/RES/76/270", "#zh-citation-30-43", relation="cites", function="recalls",
        ...                    exact="第76/270号决议", sentence="大会第76/270号决议", start=30, end=43, **words)
        >>> found = lineage(graph, "a/res/76/270")
        >>> [(each.citing, each.quotations[0].sentence) for each in found.cited_by]
        [('A/79/837', '大会第76/270号决议')]
    """
    if direction not in DIRECTIONS:
        raise UnknownTermError(direction, f"the directions {', '.join(DIRECTIONS)}")
    if depth < 1:
        raise ValueError(f"{depth} steps: a lineage needs at least one")
    key = find_document(graph, symbol)
    past = history(graph, key)
    shown = {words.iri for each in past for words in each.quotations}
    cites = _follow(graph, key, depth, shown, forward=True) if direction != "cited-by" else ()
    cited_by = _follow(graph, key, depth, shown, forward=False) if direction != "cites" else ()
    asked = requests(graph, key)
    series = _series(graph, key)
    answers = (answer.document for request in asked for answer in request.answers)
    ends = (end for each in (*past, *cites, *cited_by) for end in (each.citing, each.cited))
    targets = _targets(graph, key)
    named = {*series, *answers, *ends, *targets} - {key}
    return Lineage(
        key=key,
        depth=depth,
        direction=direction,
        identity=identity(graph, key),
        documents=tuple(identity(graph, other) for other in sorted(named, key=lambda other: date_order(graph, other))),
        history=past,
        requests=asked,
        cites=cites,
        cited_by=cited_by,
        series=series,
        series_tied=tuple(other for other in series if _is_tied(graph, other, series)),
        unresolved=tuple(graph.graph["unresolved"].get(key, ())),
        findings=tuple(graph.graph["findings"].get(key, ())),
        not_held=tuple(other for other in targets if _is_missing(graph, other)),
        counts=_count(graph, key, targets),
        acts_unread=_has_acts_unread(graph, key),
        actors=_unlisted(graph, key, asked),
    )


def _follow(graph: MultiDiGraph, key: str, depth: int, shown: set[str], *, forward: bool) -> tuple[Tie, ...]:
    """Follow citations layer by layer; a document is gone through once, so that circles end."""
    reached, layer = {key}, [key]
    ties: list[Tie] = []
    for step in range(1, depth + 1):
        following: set[str] = set()
        for node in layer:
            for other in _neighbours(graph, node, forward=forward):
                pair = (node, other) if forward else (other, node)
                following.add(other)
                ties.extend(_unshown(tie(graph, *pair, depth=step), shown))
        layer = sorted(following - reached, key=lambda node: date_order(graph, node))
        reached |= following
    return tuple(ties)


def _unshown(found: Tie, shown: set[str]) -> Iterator[Tie]:
    kept = tuple(words for words in found.quotations if words.iri not in shown)
    if kept:
        yield Tie(found.relation, found.citing, found.cited, found.depth, kept)


def _neighbours(graph: MultiDiGraph, key: str, *, forward: bool) -> list[str]:
    edges = graph.out_edges(key, data="relation") if forward else graph.in_edges(key, data="relation")
    found = {cited if forward else citing for citing, cited, relation in edges if relation == "cites"}
    return sorted(found - {key}, key=lambda node: date_order(graph, node))


def _targets(graph: MultiDiGraph, key: str) -> list[str]:
    return sorted(_neighbours(graph, key, forward=True), key=key_order)


def _is_missing(graph: MultiDiGraph, key: str) -> bool:
    return graph.nodes[key]["kind"] == "document" and not graph.nodes[key]["held"]


def _count(graph: MultiDiGraph, key: str, targets: list[str]) -> Counts:
    unresolved = len(graph.graph["unresolved"].get(key, ()))
    resolved = {iri for _, _, iri, data in graph.out_edges(key, keys=True, data=True) if data["relation"] == "cites"}
    return Counts(
        citations=len(resolved) + unresolved,
        unresolved=unresolved,
        cited=len(targets),
        cited_held=sum(1 for other in targets if graph.nodes[other]["held"]),
        citing=len(_neighbours(graph, key, forward=False)),
        collection=graph.graph["collection"],
    )


def _series(graph: MultiDiGraph, key: str) -> tuple[str, ...]:
    """Gather the documents of the same title, whether or not words tie them."""
    title = plain_title(graph.nodes[key]["title"])
    documents = (other for other, kind in graph.nodes(data="kind") if kind == "document") if title else ()
    found = [other for other in documents if plain_title(graph.nodes[other]["title"]) == title]
    return tuple(sorted(found, key=lambda other: date_order(graph, other))) if len(found) > 1 else ()


def _is_tied(graph: MultiDiGraph, key: str, series: tuple[str, ...]) -> bool:
    edges = (*graph.out_edges(key, data="relation"), *graph.in_edges(key, data="relation"))
    ends = {end for citing, cited, relation in edges if relation in _TYING for end in (citing, cited)}
    return not ends.isdisjoint(set(series) - {key})


def _has_acts_unread(graph: MultiDiGraph, key: str) -> bool:
    """Tell whether no text of a held document is in a language of which acts are read."""
    node = graph.nodes[key]
    words = (*(data["language"] for *_, data in graph.out_edges(key, data=True)), *_own_languages(graph, key))
    languages = {language for language in (node["language"], *words) if language}
    return bool(node["held"] and languages) and all(rules(name, "mandates") is None for name in sorted(languages))


def _own_languages(graph: MultiDiGraph, key: str) -> Iterator[str | None]:
    for name in ("unresolved", "acts"):
        yield from (found.language for found in graph.graph[name].get(key, ()))


def _unlisted(graph: MultiDiGraph, key: str, asked: tuple[Request, ...]) -> tuple[tuple[str, str], ...]:
    acts = [request.act for request in asked]
    named = {
        graph.nodes[key]["body"],
        *(act.due_body for act in acts),
        *(each for act in acts for each in act.addressees),
    }
    found = sorted(entity for entity in named - {None} if entity not in actors() and f"actor:{entity}" in graph)
    return tuple((entity, graph.nodes[f"actor:{entity}"]["label"]) for entity in found)
