"""The door to networkx: the kinds of graph and the algorithms that resograph uses."""

# networkx ships no type information, so its names are Any from here on.
from networkx import (  # type: ignore[import-untyped]
    DiGraph,
    Graph,
    MultiDiGraph,
    betweenness_centrality,
    pagerank,
    to_scipy_sparse_array,
)

__all__ = ["DiGraph", "Graph", "MultiDiGraph", "betweenness_centrality", "pagerank", "to_scipy_sparse_array"]
