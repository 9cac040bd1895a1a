"""The part of a graph around one node."""

from graph.network import MultiDiGraph
from ontology.errors import UnknownTermError

__all__ = ["neighbourhood"]


def neighbourhood(graph: MultiDiGraph, key: str, depth: int = 1) -> MultiDiGraph:
    """Cut out what is at most ``depth`` steps from a node, in and out, with the edges between what is kept.

    An actor is reached but not gone through: two documents have little in common for both naming a State.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        key: The node in the middle.
        depth: Steps; 0 keeps the node alone.

    Returns:
        A graph of its own.

    Raises:
        UnknownTermError: There is no such node.

    Example:
        >>> chain = MultiDiGraph([("A/79/837", "A/RES/76/270"), ("A/RES/76/270", "A/RES/57/32")])
        >>> sorted(neighbourhood(chain, "A/79/837", 1))
        ['A/79/837', 'A/RES/76/270']
    """
    if key not in graph:
        raise UnknownTermError(key, "the graph")
    reached = edge = {key}
    for _ in range(depth):
        through = {node for node in edge if node == key or graph.nodes[node].get("kind") != "actor"}
        edge = {other for node in through for other in (*graph.predecessors(node), *graph.successors(node))} - reached
        reached = reached | edge
    return graph.subgraph(sorted(reached)).copy()
