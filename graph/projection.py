"""The graph of a store as one networkx multigraph: documents, instruments and actors, tied by words that prove it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from graph.findings import Act, Unresolved
from graph.lookup import key_order
from graph.network import DiGraph, Graph, MultiDiGraph
from graph.nodes import actor_node, document_node, instrument_node
from graph.properties import Columns, Properties, Queryable, hyphenated, local_name, read_columns, read_members
from ontology.iri import BASE, REGISTRY_GRAPH, actor_id, document_key

__all__ = ["actor_graph", "citation_graph", "project"]

_DOCUMENT = (
    *("documentType", "symbol", "dcterms:date", "dcterms:language", "session", "body", "agendaItem", "held"),
    *("jointWith", "sponsor", "answers", "comesFrom"),
)
_CITATION = (
    *("citingDocument", "citedDocument", "citedInstrument", "citedName", "citedDate", "kind", "function", "pinpoint"),
    *("footnote", "candidate", "reason", "place"),
)
_ACT = ("addressee", "concerns", "what", "due", "dueBody", "asksReport")
_MENTION = ("actor", "form", "role")
_SHARED = ("inDocument", "evidence", "paragraph", "verb")
_EVIDENCE = ("start", "end", "sentence", "rule", "confidence")
_PROVING = {"answers": ("requested-by", "pursuant-to", "implements")}
_DOCUMENTS = BASE + "doc/"
_UNLISTED = f"""
SELECT DISTINCT ?actor ?name ?type WHERE {{
  GRAPH ?graph {{ ?actor a rg:Actor ; skos:prefLabel ?name ; rg:actorType ?type }}
  FILTER (?graph != <{REGISTRY_GRAPH}>)
}}
ORDER BY ?actor DESC(?name)
"""
_DAY = 10

Nodes = Mapping[str, Properties]


def project(store: Queryable, *, language: str = "zh", actors: bool = True) -> MultiDiGraph:
    """Read a store as a graph.

    Nodes are documents (key: the symbol, or ``unidentified/…``), instruments (``instrument:`` and id) and actors
    (``actor:`` and id). The halves of a double symbol are one node. Every node has ``kind`` (document, instrument,
    actor), ``iri``, ``label``, ``title``, ``type``, ``date``, ``year``, ``body``, ``session``, ``held``, ``language``,
    ``symbols`` and ``agenda_items``, None or an empty tuple where unknown. The year stands in the date or in the
    symbol; it is not reckoned from a session. The date of a document that is not held is the one by which others cite
    it.

    Edges have the IRI of the citation, mention or mandate as their key and go from the document in which the words
    stand; ``relation`` says how: ``cites``, ``links`` (a printed address), ``mentions``, ``asks``, ``sponsors``,
    ``answers``, ``comes-from``; the last three have the relation as their key. Where words prove an edge it has them
    in ``exact`` and ``sentence``, with ``start``, ``end``, ``rule``, ``confidence`` and the rest; else these are None.
    A citation of an instrument whose text a known document carries is an edge to that document.

    What ties nothing stands beside the edges: ``graph.graph["unresolved"]`` and ``graph.graph["acts"]`` hold the
    `Unresolved` citations and the `Act` values of each document by its key.

    Args:
        store: The store; its queries see all named graphs as one.
        language: Language in which titles and names are preferred.
        actors: Whether to read mentions, sponsors and actors too.

    Returns:
        The graph; the same store gives the same order of nodes and edges.
    """
    described = _described(store)
    found = read_columns(store, (*_CITATION, *_ACT, *_SHARED, *(_MENTION if actors else ())))
    evidence = read_columns(store, _EVIDENCE, texts=("exact",))
    cited = {iri: found.node(iri) for iri in found.members("citingDocument")}
    aliases = _aliases(described, cited)
    citations = _proved(cited, evidence, "citingDocument", aliases)
    mandates = {iri: found.node(iri) for iri in read_members(store, "Mandate")}
    acts = _proved(mandates, evidence, "inDocument", aliases)
    named = {iri: found.node(iri) for iri in found.members("actor")}
    mentions = _proved(named, evidence, "inDocument", aliases)
    graph = MultiDiGraph(unresolved={}, acts={})
    _add_documents(graph, described, citations, aliases, language)
    for citation in citations:
        _add_citation(graph, citation, aliases, language)
    for act in acts:
        _add_act(graph, act, language, actors)
    for mention in mentions:
        _add_actors(graph, mention, "mentions", mention.node.all("actor"), language)
    _add_plain(graph, described, aliases, language, actors)
    _name_unlisted(graph, store)
    return graph


def _name_unlisted(graph: MultiDiGraph, store: Queryable) -> None:
    """Give actors that no registry holds the name and type under which a document has them."""
    for iri, name, kind in store.rows(_UNLISTED):
        key = f"actor:{actor_id(iri)}"
        if key in graph:
            graph.nodes[key].update(label=name, title=name, type=kind)


def citation_graph(graph: MultiDiGraph) -> DiGraph:
    """Reduce a graph to who cites whom: documents and instruments, an arrow from the citing to the cited.

    Addresses and citations of the document itself are left out. A document held in several languages counts as often
    as the language in which it cites most, so that translations give no weight.

    Args:
        graph: Nodes and edges as ``project`` gives them.

    Returns:
        A simple graph with ``weight``, the number of citations, on its edges and the attributes of the nodes.

    Example:
        >>> graph = MultiDiGraph()
        >>> graph.add_nodes_from(["A/79/837", "A/RES/76/270"], kind="document")
        >>> graph.add_edges_from([("A/79/837", "A/RES/76/270", {"relation": "cites", "language": "zh"})] * 2)
        [0, 1]
        >>> list(citation_graph(graph).edges(data="weight"))
        [('A/79/837', 'A/RES/76/270', 2)]
    """
    simple = DiGraph()
    simple.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if data["kind"] != "actor")
    counts = Counter(
        (citing, cited, data["language"])
        for citing, cited, data in graph.edges(data=True)
        if data["relation"] == "cites" and citing != cited
    )
    for (citing, cited, _), count in counts.items():
        known = simple.get_edge_data(citing, cited, {"weight": 0})["weight"]
        simple.add_edge(citing, cited, weight=max(known, count))
    return simple


def actor_graph(graph: MultiDiGraph, within: str = "document") -> Graph:
    """Tie the actors that are named or asked in the same documents or paragraphs.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        within: ``document`` or ``paragraph``: where two actors must stand to be tied.

    Returns:
        An undirected graph of actors; ``weight`` is the number of documents or paragraphs that they share.

    Raises:
        ValueError: ``within`` is neither.

    Example:
        >>> graph = MultiDiGraph()
        >>> graph.add_nodes_from(["actor:ga", "actor:undp"], kind="actor")
        >>> for actor in ("actor:ga", "actor:undp"):
        ...     _ = graph.add_edge("A/79/837", actor, relation="mentions", paragraph="10")
        >>> list(actor_graph(graph, "paragraph").edges(data="weight"))
        [('actor:ga', 'actor:undp', 1)]
    """
    if within not in ("document", "paragraph"):
        raise ValueError(f"{within!r}: actors are tied within a document or a paragraph")
    tied = Graph()
    tied.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if data.get("kind") == "actor")
    places: dict[tuple[str, str | None], set[str]] = {}
    for document, actor, data in graph.edges(data=True):
        if data["relation"] in ("mentions", "asks"):
            place = (document, data["paragraph"] if within == "paragraph" else None)
            places.setdefault(place, set()).add(actor)
    counts = Counter(pair for found in places.values() for pair in combinations(sorted(found), 2))
    tied.add_weighted_edges_from((*pair, count) for pair, count in sorted(counts.items()))
    return tied


class _Proved:
    """A citation, mention or act with its evidence, and the key of the document in which it stands."""

    __slots__ = ("document", "evidence", "iri", "node")

    def __init__(self, iri: str, document: str, node: Properties, evidence: Properties) -> None:
        self.iri, self.document, self.node, self.evidence = iri, document, node, evidence

    @property
    def start(self) -> int:
        return int(self.evidence.one("start") or 0)

    def words(self) -> dict[str, Any]:
        """Give the attributes that every edge with words has."""
        exact, language = self.evidence.text("exact")
        confidence = self.evidence.one("confidence")
        return {
            "exact": exact or "",
            "sentence": self.evidence.one("sentence") or exact or "",
            "language": language,
            "start": self.start,
            "end": int(self.evidence.one("end") or 0),
            "rule": self.evidence.one("rule"),
            "confidence": None if confidence is None else float(confidence),
        }


def _described(store: Queryable) -> dict[str, Properties]:
    columns = read_columns(store, _DOCUMENT, texts=("dcterms:title",))
    return {iri: columns.node(iri) for iri in columns.members("symbol", "held") if _is_document(iri)}


def _proved(nodes: Nodes, evidence: Columns, owner: str, aliases: Mapping[str, str]) -> list[_Proved]:
    """Join nodes with their evidence, in the order of the documents and of the text."""
    joined = [
        _Proved(iri, _key(node.all(owner)[0], aliases), node, evidence.node(node.one("evidence") or ""))
        for iri, node in nodes.items()
        if node.all(owner)
    ]
    order = {key: place for place, key in enumerate(sorted({item.document for item in joined}, key=key_order))}
    return sorted(joined, key=lambda item: (order[item.document], item.start, item.iri))


def _is_document(iri: str) -> bool:
    return iri.startswith(_DOCUMENTS) and "#" not in iri


def _key(iri: str, aliases: Mapping[str, str]) -> str:
    key = document_key(iri)
    return aliases.get(key, key)


def _aliases(described: Nodes, citations: Nodes) -> dict[str, str]:
    """Map the other symbols of a document to its key.

    A held document owns its symbols before one only cited; of a double symbol that is only cited the first in the
    order of symbols is the key. A citation has several targets only where it prints a double symbol.
    """
    owners: dict[str, str] = {}
    for iri, node in sorted(described.items(), key=lambda item: (item[1].one("held") != "true", item[0])):
        names = {*node.all("symbol"), *(document_key(other) for other in node.all("jointWith"))}
        _own(owners, document_key(iri), names)
    doubles = (node.all("citedDocument") for node in citations.values())
    for double in sorted({tuple(map(document_key, targets)) for targets in doubles if len(targets) > 1}):
        ordered = sorted(double, key=lambda name: (name not in owners, key_order(name)))
        _own(owners, owners.get(ordered[0], ordered[0]), set(double))
    return {name: key for name, key in owners.items() if name != key}


def _own(owners: dict[str, str], key: str, names: set[str]) -> None:
    """Give names to a document, unless it or they are already another's."""
    if len(names | {key}) > 1 and owners.get(key, key) == key:
        owners[key] = key
        for name in names:
            owners.setdefault(name, key)


def _add_documents(
    graph: MultiDiGraph, described: Nodes, citations: Iterable[_Proved], aliases: Mapping[str, str], language: str
) -> None:
    parts: dict[str, list[Properties]] = {}
    dates: dict[str, set[str]] = {}
    for iri in sorted(described, key=lambda iri: (aliases.get(document_key(iri)) is not None, iri)):
        parts.setdefault(_key(iri, aliases), []).append(described[iri])
    for citation in citations:
        parts.setdefault(citation.document, [])
        for target in citation.node.all("citedDocument"):
            parts.setdefault(_key(target, aliases), [])
            dates.setdefault(_key(target, aliases), set()).update(_days(citation.node))
    for key in sorted(parts, key=key_order):
        cited = dates.get(key, set())
        graph.add_node(key, **document_node(key, parts[key], language, min(cited) if len(cited) == 1 else None))


def _days(citation: Properties) -> tuple[str, ...]:
    """Give the day by which a resolution or decision is cited; the date of an instrument need not be the document's."""
    numbered = citation.one("kind") in ("resolution", "decision") and not citation.all("citedInstrument")
    return tuple(day for day in citation.all("citedDate") if len(day) == _DAY) if numbered else ()


def _add_citation(graph: MultiDiGraph, citation: _Proved, aliases: Mapping[str, str], language: str) -> None:
    node, kind = citation.node, citation.node.one("kind")
    if kind == "self":
        return
    targets = {_key(target, aliases) for target in node.all("citedDocument")}
    if not targets:
        targets = {_add_named(graph, *instrument_node(iri, language)) for iri in node.all("citedInstrument")}
    if not targets and kind != "url":
        graph.graph["unresolved"].setdefault(citation.document, []).append(_unresolved(citation))
    for target in sorted(targets, key=key_order):
        attributes = {
            **_edge("links" if kind == "url" else "cites", graph.nodes[citation.document]["date"]),
            **citation.words(),
            "function": _function(node),
            **{name: node.one(name) for name in ("verb", "paragraph", "place", "pinpoint", "kind", "footnote")},
        }
        graph.add_edge(citation.document, target, key=citation.iri, **attributes)


def _function(node: Properties) -> str:
    return hyphenated(local_name(node.one("function") or "cites"))


def _edge(relation: str, date: str | None) -> dict[str, Any]:
    names = ("function", "verb", "exact", "sentence", "start", "end", "paragraph", "place", "pinpoint")
    return {"relation": relation, **dict.fromkeys((*names, "rule", "confidence", "language")), "date": date}


def _unresolved(citation: _Proved) -> Unresolved:
    node = citation.node
    return Unresolved(
        iri=citation.iri,
        document=citation.document,
        kind=node.one("kind") or "symbol",
        name=node.one("citedName"),
        function=_function(node),
        verb=node.one("verb"),
        paragraph=node.one("paragraph"),
        place=node.one("place"),
        candidates=tuple(sorted(node.all("candidate"), key=key_order)),
        reason=node.one("reason"),
        **citation.words(),
    )


def _add_act(graph: MultiDiGraph, act: _Proved, language: str, actors: bool) -> None:
    node, due_body = act.node, act.node.one("dueBody")
    found = Act(
        iri=act.iri,
        document=act.document,
        addressees=tuple(actor_id(iri) for iri in node.all("addressee")),
        concerns=tuple(actor_id(iri) for iri in node.all("concerns")),
        due_body=actor_id(due_body) if due_body else None,
        report=node.one("asksReport") == "true",
        paragraph=node.one("paragraph"),
        verb=node.one("verb"),
        what=node.one("what"),
        due=node.one("due"),
        **act.words(),
    )
    graph.graph["acts"].setdefault(act.document, []).append(found)
    if actors:
        _add_actors(graph, act, "asks", node.all("addressee"), language)


def _add_actors(graph: MultiDiGraph, item: _Proved, relation: str, iris: Iterable[str], language: str) -> None:
    if item.document not in graph:
        return
    for iri in iris:
        attributes = {
            **_edge(relation, graph.nodes[item.document]["date"]),
            **item.words(),
            **{name: item.node.one(name) for name in ("verb", "paragraph", "place", "form", "role", "due", "what")},
        }
        graph.add_edge(item.document, _add_named(graph, *actor_node(iri, language)), key=item.iri, **attributes)


def _add_plain(graph: MultiDiGraph, described: Nodes, aliases: Mapping[str, str], language: str, actors: bool) -> None:
    """Add the edges that are stated of documents as wholes, each with the first words that prove it."""
    for iri, node in described.items():
        document = _key(iri, aliases)
        for name, relation in (("answers", "answers"), ("comesFrom", "comes-from")):
            targets = {_key(other, aliases) for other in node.all(name) if _is_document(other)}
            for target in sorted(targets, key=key_order):
                if target not in graph:
                    graph.add_node(target, **document_node(target, [], language))
                graph.add_edge(document, target, key=relation, **_proof(graph, document, target, relation))
        for sponsor in node.all("sponsor") if actors else ():
            attributes = _edge("sponsors", graph.nodes[document]["date"])
            graph.add_edge(document, _add_named(graph, *actor_node(sponsor, language)), key="sponsors", **attributes)


def _proof(graph: MultiDiGraph, document: str, target: str, relation: str) -> dict[str, Any]:
    """Take over the words of the citation from which the relation follows: the likeliest function, then the first."""
    wanted = _PROVING.get(relation, ())
    found = [(key, data) for key, data in (graph.get_edge_data(document, target) or {}).items() if data["exact"]]
    if not found:
        return _edge(relation, graph.nodes[document]["date"])
    rank = {function: place for place, function in enumerate(wanted)}
    key, words = min(found, key=lambda pair: (rank.get(pair[1]["function"], len(rank)), pair[1]["start"], pair[0]))
    return {**words, "relation": relation, "evidence": key}


def _add_named(graph: MultiDiGraph, key: str, attributes: Mapping[str, Any]) -> str:
    if key not in graph:
        graph.add_node(key, **attributes)
    return key
