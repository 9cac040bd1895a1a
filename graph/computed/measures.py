"""How many documents cite each document, and which are the hundredth part that most cite."""

from collections.abc import Iterator

from graph.computed.situations import proofs
from graph.properties import Queryable
from ontology import terms as rg
from ontology.computed_iri import measure_iri
from ontology.statement import Statement
from ontology.statement_forms import count, link, marked
from ontology.vocabulary import RDF_TYPE

__all__ = ["measures"]

_CITING = """
SELECT DISTINCT ?target ?document ?graph WHERE {
  GRAPH ?graph { ?document rg:cites ?target . ?target a rg:Document }
  FILTER (?document != ?target)
}
"""
_SHARE = 100


def measures(store: Queryable) -> Iterator[Statement]:
    """State for each document that others cite by how many it is; a document in several languages counts once.

    Of the documents cited the hundredth part that most cite, rounded up, is marked; of those with the same number the
    first by IRI are in it.

    Args:
        store: The store.
    """
    graphs: dict[str, dict[str, set[str]]] = {}
    for target, document, graph in store.rows(_CITING):
        graphs.setdefault(target, {}).setdefault(document, set()).add(graph)
    ranked = sorted(graphs, key=lambda target: (-len(graphs[target]), target))
    top = set(ranked[: -(-len(ranked) // _SHARE)])
    for target in sorted(graphs):
        node = measure_iri("citing-documents", target)
        yield link(node, RDF_TYPE, rg.CLASS_MEASURE)
        yield link(node, rg.MEASURE_OF, target)
        yield count(node, rg.CITING_DOCUMENTS, len(graphs[target]))
        if target in top:
            yield marked(node, rg.TOP_HUNDREDTH)
        yield from proofs(node, (graph for found in graphs[target].values() for graph in found))
