"""The history of a document: the drafts it comes from, what answers it, and its addenda, corrections and revisions."""

from collections.abc import Iterator

from graph.network import MultiDiGraph
from graph.ties import Tie, answer_tie, date_order, tie
from ontology.symbol import Symbol
from ontology.symbol_order import symbol_of

__all__ = ["history"]

_RELATIONS = ("comes-from", "recommended-in", "answers")
_ORDER = (*_RELATIONS, "addendum", "amendment", "corrigendum", "revision")


def history(graph: MultiDiGraph, key: str) -> tuple[Tie, ...]:
    """Find what belongs to the same matter, as against documents that merely cite.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        key: Key of a document of the graph.

    Returns:
        Ties ``comes-from``, ``recommended-in`` and ``answers`` both ways, then those that the suffix of a symbol
        tells (an addendum has its base as ``cited``), sorted by relation, time and symbol.

    Example:
        >>> graph = MultiDiGraph()
        >>> graph.add_nodes_from(["A/76/L.63", "A/76/L.63/Add.1"], kind="document", symbols=(), date=None)
        >>> [(found.relation, found.citing) for found in history(graph, "A/76/L.63")]
        [('addendum', 'A/76/L.63/Add.1')]
    """
    found = (*_stated(graph, key), *_versions(graph, key))
    return tuple(sorted(found, key=lambda each: (_place(each.relation), date_order(graph, _other(each, key)))))


def _place(relation: str) -> tuple[int, str]:
    return (_ORDER.index(relation) if relation in _ORDER else len(_ORDER), relation)


def _other(found: Tie, key: str) -> str:
    return found.cited if found.citing == key else found.citing


def _stated(graph: MultiDiGraph, key: str) -> Iterator[Tie]:
    edges = (*graph.out_edges(key, data="relation"), *graph.in_edges(key, data="relation"))
    pairs = {(citing, cited, relation) for citing, cited, relation in edges if relation in _RELATIONS}
    for citing, cited, relation in pairs:
        if citing != cited:
            answers = relation == "answers"
            yield answer_tie(graph, citing, cited) if answers else tie(graph, citing, cited, relation=relation)


def _versions(graph: MultiDiGraph, key: str) -> Iterator[Tie]:
    """Find the documents whose symbols are this one's with suffixes more or less."""
    names = graph.nodes[key]["symbols"] or (key,)
    for other, data in graph.nodes(data=True):
        if data["kind"] != "document" or other == key:
            continue
        for name in data["symbols"] or (other,):
            for own in names:
                if suffix := _suffix(name, own):
                    yield Tie(suffix, other, key, 1, ())
                elif suffix := _suffix(own, name):
                    yield Tie(suffix, key, other, 1, ())


def _suffix(name: str, base: str) -> str | None:
    """Say what the last suffix makes of a document whose symbol is another's with suffixes."""
    symbol = symbol_of(name) if name.startswith(f"{base}/") else None
    return symbol.suffix if symbol and base in map(str, _bases(symbol)) else None


def _bases(symbol: Symbol) -> Iterator[Symbol]:
    base = symbol.amends
    while base is not None:
        yield base
        base = base.amends
