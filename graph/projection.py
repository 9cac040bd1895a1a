"""The graph of a store as one networkx multigraph: documents, instruments and actors, tied by words that prove it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, combinations
from typing import Any

from graph.findings import Act, Finding, Unresolved
from graph.material import Material, Proved, read_material
from graph.names import Names, is_document
from graph.network import DiGraph, Graph, MultiDiGraph
from graph.nodes import actor_node, document_node, instrument_node
from graph.parts import Part
from graph.properties import Properties, Queryable, hyphenated, local_name, values
from ontology.iri import REGISTRY_GRAPH, actor_id, document_key
from ontology.symbol_order import key_order

__all__ = ["actor_graph", "citation_graph", "project"]

_STATED = {"answers": "answers", "comesFrom": "comes-from", "recommendedIn": "recommended-in"}
_PROVING = {"answers": ("requested-by", "pursuant-to", "implements")}


def project(store: Queryable, *, language: str = "zh", actors: bool = True, part: Part | None = None) -> MultiDiGraph:
    """Read a store, or a part of it, as a graph.

    Nodes are documents (key: the symbol, or ``unidentified/…``), instruments (``instrument:`` and id) and actors
    (``actor:`` and id). The halves of a double symbol are one node. Every node has ``kind`` (document, instrument,
    actor), ``iri``, ``label``, ``title``, ``type``, ``date``, ``year``, ``body``, ``session``, ``held``, ``language``,
    ``symbols``, ``agenda_items`` and how the symbol was found (``symbol_source``, ``symbol_confidence``,
    ``symbol_series``, ``symbol_conflicts``), None or an empty tuple where unknown. The year stands in the date or in
    the symbol; it is not reckoned from a session. The date of a document that is not held is the one by which others
    cite it.

    Edges have the IRI of the citation, mention or mandate as their key and go from the document in which the words
    stand; ``relation`` says how: ``cites``, ``links`` (a printed address), ``mentions``, ``asks``, ``sponsors``,
    ``answers``, ``comes-from``, ``recommended-in``; the last four have the relation as their key. Where words prove
    an edge it has them in ``exact`` and ``sentence``, with ``start``, ``end``, ``rule``, ``confidence`` and the rest;
    else these are None.
    A citation of an instrument whose text a known document carries is an edge to that document.

    What ties nothing stands beside the edges: ``graph.graph["unresolved"]``, ``graph.graph["acts"]`` and
    ``graph.graph["findings"]`` hold the `Unresolved` citations, the `Act` and the `Finding` values of each document by
    its key, ``graph.graph["collection"]`` the number of documents held. Of a part, these are those of the document in
    the middle; its nodes and edges are as in the whole, and the collection is the whole one.

    Args:
        store: The store; its queries see all named graphs as one.
        language: Language in which titles and names are preferred.
        actors: Whether to read mentions, sponsors and actors too.
        part: What to read, as ``descent`` and ``surroundings`` find it; None for all.

    Returns:
        The graph; the same store gives the same order of nodes and edges.
    """
    material = read_material(store, actors=actors, part=part)
    graph = MultiDiGraph(unresolved={}, acts={}, findings={}, collection=material.collection)
    _add_documents(graph, material, part, language)
    for citation in material.citations:
        _add_citation(graph, citation, material.names, language)
    for act in material.acts:
        _add_act(graph, act, language, actors)
    for finding in material.findings:
        graph.graph["findings"].setdefault(finding.document, []).append(_finding(finding, material.links))
    for mention in material.mentions:
        _add_actors(graph, mention, "mentions", mention.node.all("actor"), language)
    _add_plain(graph, material, part, language, actors)
    if part is not None:
        graph.remove_nodes_from([key for key in graph if key not in part.keys])
        for actor in material.names.iris(key for key in part.keys if key.startswith("actor:")):
            _add_named(graph, *actor_node(actor, language))
    _name_unlisted(graph, store)
    return graph


def _name_unlisted(graph: MultiDiGraph, store: Queryable) -> None:
    """Give actors that no registry holds the name and type under which a document has them."""
    nodes = graph.nodes(data=True)
    unlisted = [data["iri"] for _, data in nodes if data["kind"] == "actor" and data["type"] is None]
    query = f"""
SELECT DISTINCT ?actor ?name ?type WHERE {{
  {values("actor", unlisted)}
  GRAPH ?graph {{ ?actor a rg:Actor ; skos:prefLabel ?name ; rg:actorType ?type }}
  FILTER (?graph != <{REGISTRY_GRAPH}>)
}}
ORDER BY ?actor DESC(?name)
"""
    for iri, name, kind in store.rows(query) if unlisted else ():
        graph.nodes[f"actor:{actor_id(iri)}"].update(label=name, title=name, type=kind)


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


def _add_documents(graph: MultiDiGraph, material: Material, part: Part | None, language: str) -> None:
    names = material.names
    parts: dict[str, list[Properties]] = {}
    for iri in sorted(material.described, key=lambda iri: (document_key(iri) in names.aliases, iri)):
        parts.setdefault(names.key(iri), []).append(material.described[iri])
    citations = (item.node.all("citedDocument") for item in material.citations)
    stated = (
        tuple(chain.from_iterable(map(node.all, (*_STATED, "versionOf")))) for node in material.described.values()
    )
    for targets in chain(citations, stated):
        for target in filter(is_document, targets):
            parts.setdefault(names.key(target), [])
    for item in material.citations:
        parts.setdefault(item.document, [])
    for key in sorted(parts if part is None else parts.keys() & part.keys, key=key_order):
        days = material.days.get(key, set())
        graph.add_node(key, **document_node(key, parts[key], language, min(days) if len(days) == 1 else None))


def _add_citation(graph: MultiDiGraph, citation: Proved, names: Names, language: str) -> None:
    node, kind = citation.node, citation.node.one("kind")
    if kind == "self" or citation.document not in graph:
        return
    targets = {names.key(target) for target in node.all("citedDocument")}
    if not targets:
        targets = {_add_named(graph, *instrument_node(iri, language)) for iri in node.all("citedInstrument")}
    if not targets and kind != "url":
        graph.graph["unresolved"].setdefault(citation.document, []).append(_unresolved(citation))
    for target in sorted(targets & graph.nodes.keys(), key=key_order):
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


def _unresolved(citation: Proved) -> Unresolved:
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


def _finding(finding: Proved, links: Mapping[str, str]) -> Finding:
    node = finding.node
    return Finding(
        iri=finding.iri,
        document=finding.document,
        kind=node.one("findingKind") or "",
        said=tuple(sorted(node.all("saidSymbol"), key=key_order)),
        other=tuple(sorted(node.all("otherSymbol"), key=key_order)),
        date=node.one("saidDate"),
        allowed=node.one("allowedTime"),
        link=next((links[iri] for iri in node.all("againstCitation") if iri in links), None),
        paragraph=node.one("paragraph"),
        place=node.one("place"),
        **finding.words(),
    )


def _add_act(graph: MultiDiGraph, act: Proved, language: str, actors: bool) -> None:
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


def _add_actors(graph: MultiDiGraph, item: Proved, relation: str, iris: Iterable[str], language: str) -> None:
    if item.document not in graph:
        return
    for iri in iris:
        attributes = {
            **_edge(relation, graph.nodes[item.document]["date"]),
            **item.words(),
            **{name: item.node.one(name) for name in ("verb", "paragraph", "place", "form", "role", "due", "what")},
        }
        graph.add_edge(item.document, _add_named(graph, *actor_node(iri, language)), key=item.iri, **attributes)


def _add_plain(graph: MultiDiGraph, material: Material, part: Part | None, language: str, actors: bool) -> None:
    """Add the edges that are stated of documents as wholes, each with the first words that prove it."""
    for iri, node in material.described.items():
        document = material.names.key(iri)
        for name, relation in _STATED.items():
            targets = {material.names.key(other) for other in node.all(name) if is_document(other)}
            for target in sorted(targets, key=key_order):
                if part is None or part.holds(document, target):
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
