"""Chains of citations by which one document descends from another."""

from collections import deque
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from graph.lookup import find_document
from graph.network import DiGraph, MultiDiGraph
from graph.projection import citation_graph
from graph.ties import Tie, tie
from ontology.symbol_order import key_order

__all__ = ["chains"]


def chains(
    graph: MultiDiGraph, source: str, target: str, *, limit: int = 10, longest: int = 6
) -> tuple[tuple[Tie, ...], ...]:
    """Find by which chains of citations a document descends from another.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        source: Symbol of the later document, from which the citations start.
        target: Symbol of the document from which it may descend.
        limit: Most chains.
        longest: Most steps of a chain.

    Returns:
        The chains, the shortest first, those of one length by symbol; no document stands twice in one. Each is a row
        of ties with the words, from the source on; empty where there is none.

    Raises:
        SymbolError: A text is no symbol.
        UnknownDocumentError: No document of the graph has a symbol.
    """
    first, last = find_document(graph, source), find_document(graph, target)
    simple = citation_graph(graph)
    distances = _distances(simple, last)
    lengths = range(max(1, distances.get(first, longest + 1)), longest + 1)
    paths = chain.from_iterable(_paths(simple, (first,), length, distances) for length in lengths)
    return tuple(tuple(tie(graph, *pair) for pair in pairwise(path)) for path in islice(paths, limit))


def _distances(simple: DiGraph, last: str) -> dict[str, int]:
    """Count the steps from every document to the last."""
    distances, waiting = {last: 0}, deque([last])
    while waiting:
        node = waiting.popleft()
        for citing in simple.predecessors(node):
            if citing not in distances:
                distances[citing] = distances[node] + 1
                waiting.append(citing)
    return distances


def _paths(simple: DiGraph, path: tuple[str, ...], length: int, distances: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """Give the paths of just this length that go on from a path; no step is taken that cannot arrive in time."""
    left = length - len(path) + 1
    if left == 0:
        yield path
        return
    for cited in sorted(simple.successors(path[-1]), key=key_order):
        distance = distances.get(cited)
        in_time = distance is not None and distance <= left - 1 and (distance > 0 or left == 1)
        if in_time and cited not in path:
            yield from _paths(simple, (*path, cited), length, distances)
