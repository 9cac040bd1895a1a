"""What the picture of a graph shows: kinds of node, one line a pair of nodes, and the citations behind each line."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.network import MultiDiGraph
from ontology.errors import UnknownTermError
from ontology.symbol_order import symbol_of

__all__ = ["GROUPS", "SHAPES", "Line", "group", "heaviest", "kind", "lines", "marked", "public_symbol"]

SHAPES = {
    "resolution": "square",
    "decision": "diamond",
    "draft": "triangle",
    "report": "dot",
    "document": "triangleDown",
    "instrument": "hexagon",
    "actor": "star",
}
"""The kinds of node, in the order of the legend, each with its shape: colour is never the only sign."""

GROUPS = {
    "mandate": ("answers", "requested-by", "pursuant-to"),
    "making": ("adopts", "amends", "decides", "implements", "comes-from", "recommended-in"),
    "recalls": ("reaffirms", "recalls"),
    "reception": ("endorses", "welcomes", "notes"),
    "reference": ("cites", "sees", "links"),
    "bodies": ("asks", "sponsors", "mentions"),
}
"""The groups of lines, each with its terms; of several terms of one pair, the first in this order gives the look."""

_STRENGTH = {term: rank for rank, term in enumerate(term for terms in GROUPS.values() for term in terms)}
_GROUP = {term: name for name, terms in GROUPS.items() for term in terms}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the picture: everything that one node says of another.

    Attributes:
        source: The citing node.
        target: The cited node.
        term: The strongest of the terms, which gives the line its look.
        terms: Every term with the number of citations that have it, the strongest first; 0 for one that follows from
            a citation of another term.
        citations: Attributes of the edges, in the order of the text.
    """

    source: str
    target: str
    term: str
    terms: tuple[tuple[str, int], ...]
    citations: tuple[Mapping[str, object], ...]


def kind(attributes: Mapping[str, object]) -> str:
    """Give the kind under which a node is drawn, one of ``SHAPES``.

    Example:
        >>> kind({"kind": "document", "type": "draft-resolution"}), kind({"kind": "document", "type": "report-sg"})
        ('draft', 'report')
    """
    if attributes.get("kind") in {"actor", "instrument"}:
        return str(attributes["kind"])
    printed = str(attributes.get("type") or "")
    families = ("draft", "report", "resolution", "decision")
    return next((family for family in families if family in printed.split("-")), "document")


def group(term: str) -> str:
    """Give the group of a relation or function.

    Raises:
        UnknownTermError: The term is in none.

    Example:
        >>> group("reaffirms")
        'recalls'
    """
    try:
        return _GROUP[term]
    except KeyError:
        raise UnknownTermError(term, "the relations of the picture") from None


def lines(graph: MultiDiGraph) -> tuple[Line, ...]:
    """Gather the edges into one line for each ordered pair of nodes.

    Args:
        graph: Nodes and edges as ``project`` gives them.

    Returns:
        The lines, sorted by their ends.

    Raises:
        UnknownTermError: An edge has a relation or function that the picture does not know.

    Example:
        >>> graph = MultiDiGraph()
        >>> _ = graph.add_edge("A/79/837", "A/RES/76/270", relation="cites", function="cites", start=90)
        >>> _ = graph.add_edge("A/79/837", "A/RES/76/270", relation="cites", function="requested-by", start=10)
        >>> [(line.term, line.terms) for line in lines(graph)]
        [('requested-by', (('requested-by', 1), ('cites', 1)))]
    """
    pairs: dict[tuple[str, str], list[tuple[int, str, dict[str, object]]]] = {}
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        if source != target:
            place = (int(attributes.get("start") or 0), str(key), {**attributes, "term": _term(attributes)})
            pairs.setdefault((source, target), []).append(place)
    return tuple(_line(source, target, found) for (source, target), found in sorted(pairs.items()))


def marked(sentence: str, exact: str, occurrence: int = 0) -> tuple[str, str, str]:
    """Split a sentence around the words that were found in it.

    Args:
        sentence: The sentence.
        exact: The words; blanks do not count in the comparison.
        occurrence: Which one of several, from 0; the last where there are fewer.

    Returns:
        What stands before, the words, what stands after; all in the first where the words are not there.

    Example:
        >>> marked("又回顾第57/32号决议，", "第 57/32 号决议")
        ('又回顾', '第57/32号决议', '，')
    """
    signs = [re.escape(sign) for sign in exact if not sign.isspace()]
    found = list(re.finditer(r"\s*".join(signs), sentence)) if signs else []
    if not found:
        return (sentence, "", "")
    start, end = found[min(occurrence, len(found) - 1)].span()
    return (sentence[:start], sentence[start:end], sentence[end:])


def heaviest(graph: MultiDiGraph, most: int, focus: str | None = None) -> MultiDiGraph:
    """Keep the nodes that have the most neighbours.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        most: How many to keep.
        focus: A node that stays in any case, and its neighbours before others.

    Returns:
        The graph itself where it is small enough, otherwise a part of it.

    Example:
        >>> star = MultiDiGraph([("b", "a"), ("c", "a"), ("d", "c")])
        >>> sorted(heaviest(star, 2))
        ['a', 'c']
    """
    if len(graph) <= most:
        return graph
    degree = {node: len({*graph.predecessors(node), *graph.successors(node)}) for node in graph}
    near = {*graph.predecessors(focus), *graph.successors(focus)} if focus is not None else set()
    order = sorted(graph, key=lambda node: (node != focus, node not in near, -degree[node], node))
    return graph.subgraph(sorted(order[:most])).copy()


def public_symbol(key: str, attributes: Mapping[str, object]) -> str | None:
    """Give the symbol under which the United Nations serve a document; None for what has no page of its own.

    Example:
        >>> public_symbol("E/ESCWA/SD-WOM/1998/3", {"kind": "document"})
        'E/ESCWA/SD-WOM/1998/3'
        >>> public_symbol("A/DEC/50/411", {"kind": "document"}) is None
        True
    """
    symbol = symbol_of(key) if attributes.get("kind") == "document" else None
    return None if symbol is None or symbol.minted or symbol.is_sales_number else key


def _term(attributes: Mapping[str, object]) -> str:
    relation, function = attributes.get("relation") or "cites", attributes.get("function")
    return str(function if relation == "cites" and function else relation)


def _line(source: str, target: str, found: list[tuple[int, str, dict[str, object]]]) -> Line:
    keys = {key for _, key, _ in found}
    # A printed address has no sentence; what says something comes first.
    found.sort(key=lambda place: (place[2]["term"] == "links", *place[:2]))
    ordered = [attributes for _, _, attributes in found]
    terms = [str(attributes["term"]) for attributes in ordered]
    for term in terms:
        group(term)
    # What follows from a citation repeats its words: the look of the line then tells of it, the list need not.
    said = [attributes for attributes in ordered if attributes.get("evidence") not in keys] or ordered
    counts = Counter(str(attributes["term"]) for attributes in said)
    ranked = sorted(set(terms), key=_STRENGTH.__getitem__)
    return Line(source, target, ranked[0], tuple((term, counts[term]) for term in ranked), tuple(said))
