"""Centrality: which documents, instruments or actors stand out in the graph, by measures whose sources are named.

Arrows go from the citing to the cited document, so that the values of the cited grow. A rank tells how documents of
this collection refer to one another; it says nothing about legal force, and what is not in the collection cites
nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from graph.network import DiGraph, Graph, MultiDiGraph, betweenness_centrality, to_scipy_sparse_array
from graph.network import pagerank as networkx_pagerank
from graph.projection import actor_graph, citation_graph
from graph.result import Kind, Result, Row, Term
from ontology.errors import ResographError, UnknownTermError
from ontology.symbol_order import key_order
from ontology.vocabulary import XSD

__all__ = [
    "MEASURES",
    "SUBJECTS",
    "ConvergenceError",
    "Ranked",
    "as_result",
    "betweenness",
    "hits",
    "in_degree",
    "naming_graph",
    "pagerank",
    "rank",
]

_COLUMNS = ("rank", "label", "title", "date", "score")
MEASURES = ("in-degree", "pagerank", "betweenness", "hits", "hubs")
"""The measures; ``hits`` ranks by authority, ``hubs`` by the other value of the same method."""

SUBJECTS = ("documents", "actors")
"""What is ranked; instruments are ranked with the documents."""

_DIGITS = 12
_TOLERANCE = 1e-10
_TURNS = 10_000


class ConvergenceError(ResographError):
    """An iterative measure did not settle on this graph."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A node with its rank.

    Attributes:
        place: Rank from 1; equal scores have the same.
        key: Key of the node.
        label: Symbol or name.
        title: Title or name.
        score: Value of the measure.
        held: Whether it is a document of the collection.
        date: ISO date.
    """

    place: int
    key: str
    label: str
    title: str | None
    score: float
    held: bool
    date: str | None


def rank(graph: MultiDiGraph, measure: str, of: str = "documents", top: int | None = 20) -> tuple[Ranked, ...]:
    """Rank documents with instruments, or actors.

    Documents are measured on `citation_graph`. Actors are measured on `naming_graph` by in-degree and hits, and on
    `actor_graph` by PageRank and betweenness.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        measure: One of ``MEASURES``.
        of: One of ``SUBJECTS``.
        top: How many to give; None for all.

    Returns:
        The highest first, equal scores in the order of symbols, numbers as numbers. Scores of 0 are left out.

    Raises:
        UnknownTermError: There is no such measure or subject, or actors are to be ranked as hubs: they name nobody.
        ConvergenceError: The measure does not settle.

    Example:
        >>> graph = MultiDiGraph()
        >>> for key in ("A/79/837", "A/RES/76/270"):
        ...     graph.add_node(key, kind="document", label=key, title=None, held=True, date=None)
        >>> _ = graph.add_edge("A/79/837", "A/RES/76/270", relation="cites", language="zh")
        >>> [(found.place, found.key, found.score) for found in rank(graph, "in-degree")]
        [(1, 'A/RES/76/270', 1.0)]
    """
    if of not in SUBJECTS:
        raise UnknownTermError(of, f"what can be ranked: {', '.join(SUBJECTS)}")
    if measure not in MEASURES or (of, measure) not in _METHODS:
        raise UnknownTermError(measure, f"the measures of {of}: {', '.join(m for s, m in _METHODS if s == of)}")
    scores = _METHODS[of, measure](graph)
    kept = {key: round(score, _DIGITS) for key, score in scores.items() if _is_ranked(graph, key, of)}
    ordered = sorted((key for key in kept if kept[key] > 0), key=lambda key: (-kept[key], key_order(key)))
    return tuple(_ranked(graph, ordered, kept, place) for place in range(len(ordered[:top])))


def as_result(ranked: Iterable[Ranked]) -> Result:
    """Give a ranking as a table, as a query would give it.

    Args:
        ranked: What `rank` gave.

    Returns:
        The rows; what is not known is unbound.

    Example:
        >>> as_result([Ranked(1, "A/RES/76/270", "A/RES/76/270", None, 2.0, True, "2022-06-21")]).variables
        ('rank', 'label', 'title', 'date', 'score')
    """
    return Result(Kind.SELECT, _COLUMNS, tuple(map(_row, ranked)))


def _row(each: Ranked) -> Row:
    title, date = (Term(text) if text else None for text in (each.title, each.date))
    place, score = Term(str(each.place), datatype=XSD + "integer"), Term(f"{each.score:.6g}", datatype=XSD + "decimal")
    return place, Term(each.label), title, date, score


def in_degree(graph: DiGraph) -> dict[str, float]:
    """Count the documents that point at each node.

    High: many different documents of the collection cite it; ten citations in one document count once. It does not say
    that they agree with it, or that it matters outside the collection; old documents have had more time.

    Args:
        graph: Arrows from the citing to the cited.

    Returns:
        Node to count.

    Source:
        Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1, 215-239.

    Example:
        >>> in_degree(DiGraph([("a", "b"), ("c", "b")]))["b"]
        2.0
    """
    return {node: float(count) for node, count in graph.in_degree()}


def pagerank(graph: DiGraph | Graph, damping: float = 0.85) -> dict[str, float]:
    """Give the share of time that a reader spends at each node who follows citations at random and now and then leaps.

    High: it is cited by documents that are themselves much cited and cite little else. It does not say that it is in
    force, or new: in a graph of citations time gathers at the oldest documents, to which all chains lead.

    Args:
        graph: Arrows from the citing to the cited; the number of citations is not weighed, ties of actors are.
        damping: Chance that the reader follows a citation.

    Returns:
        Node to share; they add up to 1.

    Raises:
        ValueError: The damping is not between 0 and 1.

    Source:
        Brin, S., and Page, L. (1998). The anatomy of a large-scale hypertextual Web search engine. Computer Networks
        and ISDN Systems 30, 107-117.

    Example:
        >>> scores = pagerank(DiGraph([("a", "b"), ("c", "b")]))
        >>> scores["b"] > scores["a"] == scores["c"]
        True
    """
    if not 0 < damping < 1:
        raise ValueError(f"{damping} is no damping: it lies between 0 and 1")
    if len(graph) == 0:
        return {}
    # With this damping the error shrinks by at least its factor a turn, so the bound on turns is never reached.
    weight = None if graph.is_directed() else "weight"
    found = networkx_pagerank(graph, alpha=damping, max_iter=_TURNS, tol=_TOLERANCE / len(graph), weight=weight)
    return {node: float(score) for node, score in found.items()}


def betweenness(graph: DiGraph | Graph) -> dict[str, float]:
    """Give the share of shortest chains between other nodes that pass through each node.

    High: chains of citations from later to earlier documents run through it, as through a resolution that renews an old
    mandate. It does not say that anybody took that way; a missing document may send all chains another way. The work
    grows with nodes times edges: some seconds at a thousand nodes.

    Args:
        graph: Arrows from the citing to the cited; the number of citations is not weighed.

    Returns:
        Node to share, between 0 and 1.

    Source:
        Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35-41. Computed
        after Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology
        25, 163-177.

    Example:
        >>> betweenness(DiGraph([("a", "b"), ("b", "c")]))
        {'a': 0.0, 'b': 0.5, 'c': 0.0}
    """
    return {node: float(score) for node, score in betweenness_centrality(graph, normalized=True).items()}


def hits(graph: DiGraph) -> tuple[dict[str, float], dict[str, float]]:
    """Give each node two values that lean on each other: good hubs cite good authorities, and these are cited by them.

    High as an authority: it is cited together with what is most cited, the core texts of the largest subject. High as
    a hub: it cites many of those, as a report that surveys a field does. The method sees the largest circle of
    documents that cite alike; a text that is central to a smaller subject may get next to nothing.

    Args:
        graph: Arrows from the citing to the cited; the number of citations is not weighed.

    Returns:
        Node to hub value, and node to authority value; each adds up to 1 (all 0 in a graph without edges). Iteration
        starts from equal values, so that the same graph gives the same result.

    Raises:
        ConvergenceError: The values do not settle.

    Source:
        Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM 46, 604-632.

    Example:
        >>> hubs, authorities = hits(DiGraph([("a", "b"), ("c", "b")]))
        >>> round(hubs["a"], 6), round(authorities["b"], 6)
        (0.5, 1.0)
    """
    nodes = list(graph)
    if graph.number_of_edges() == 0:
        return dict.fromkeys(nodes, 0.0), dict.fromkeys(nodes, 0.0)
    matrix = to_scipy_sparse_array(graph, nodelist=nodes, weight=None, dtype=float, format="csr")
    backwards = matrix.T.tocsr()
    authority = backwards.sum(axis=1) / matrix.sum()
    for _ in range(_TURNS):
        following = backwards @ (matrix @ authority)
        following /= sqrt(float(following @ following))
        settled = float(abs(following - authority).sum()) < _TOLERANCE * len(nodes)
        authority = following
        if settled:
            hub = matrix @ authority
            return _shares(nodes, hub), _shares(nodes, authority)
    raise ConvergenceError(f"HITS does not settle on this graph of {len(nodes)} nodes; use another measure")


def naming_graph(graph: MultiDiGraph) -> DiGraph:
    """Reduce a graph to which document names or asks which actor.

    Args:
        graph: Nodes and edges as ``project`` gives them.

    Returns:
        A simple graph with arrows from documents to actors.

    Example:
        >>> graph = MultiDiGraph()
        >>> _ = graph.add_edge("A/79/837", "actor:undp", relation="mentions")
        >>> list(naming_graph(graph).edges)
        [('A/79/837', 'actor:undp')]
    """
    named = DiGraph()
    edges = graph.edges(data="relation")
    named.add_edges_from((document, actor) for document, actor, name in edges if name in ("mentions", "asks"))
    return named


def _shares(nodes: list[str], values: Mapping[int, float]) -> dict[str, float]:
    total = float(sum(values[place] for place in range(len(nodes))))
    return {node: float(values[place]) / total for place, node in enumerate(nodes)}


def _is_ranked(graph: MultiDiGraph, key: str, of: str) -> bool:
    return bool((graph.nodes[key]["kind"] == "actor") == (of == "actors"))


def _ranked(graph: MultiDiGraph, ordered: list[str], scores: Mapping[str, float], place: int) -> Ranked:
    key = ordered[place]
    while place and scores[ordered[place - 1]] == scores[key]:
        place -= 1
    node = graph.nodes[key]
    return Ranked(place + 1, key, node["label"], node["title"], scores[key], node["held"], node["date"])


_METHODS: Mapping[tuple[str, str], Callable[[MultiDiGraph], Mapping[str, float]]] = {
    ("documents", "in-degree"): lambda graph: in_degree(citation_graph(graph)),
    ("documents", "pagerank"): lambda graph: pagerank(citation_graph(graph)),
    ("documents", "betweenness"): lambda graph: betweenness(citation_graph(graph)),
    ("documents", "hits"): lambda graph: hits(citation_graph(graph))[1],
    ("documents", "hubs"): lambda graph: hits(citation_graph(graph))[0],
    ("actors", "in-degree"): lambda graph: in_degree(naming_graph(graph)),
    ("actors", "pagerank"): lambda graph: pagerank(actor_graph(graph)),
    ("actors", "betweenness"): lambda graph: betweenness(actor_graph(graph)),
    ("actors", "hits"): lambda graph: hits(naming_graph(graph))[1],
}
