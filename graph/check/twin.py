"""One graph in memory, twice: in rdflib for those who walk it, in Oxigraph for those who ask it in SPARQL."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Graph, URIRef
from rdflib import Literal as Text
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result
from rdflib.term import BNode, Node

from ontology.vocabulary import XSD

__all__ = ["TwinGraph"]

_STRING = XSD + "string"


class TwinGraph(Graph):
    """A graph of rdflib that leaves queries to Oxigraph, which answers them many times as fast.

    Example:
        >>> graph = TwinGraph(['<http://x/a> <http://x/p> "1" <http://x/g> .'])
        >>> len(graph), [str(row[0]) for row in graph.query("SELECT ?o { ?s ?p ?o }")]
        (1, ['1'])
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Read a graph.

        Args:
            lines: N-Quads lines, line feed included; the names of their graphs are left away.
        """
        super().__init__()
        quads = pyoxigraph.parse(input="".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        bare = [pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in quads]
        store = pyoxigraph.Store()
        store.bulk_extend(bare)
        self._asked = Graph(OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)
        self.addN((*triple, self) for triple in _walked(bare))

    def query(
        self,
        query_object: Any,
        processor: Any = "sparql",  # noqa: ARG002 - the signature is rdflib's, whose callers give all by position
        result: Any = "sparql",  # noqa: ARG002
        initNs: Any = None,  # noqa: N803
        initBindings: Any = None,  # noqa: N803
        *_arguments: Any,
        **_options: Any,
    ) -> Result:
        """Run a query in Oxigraph.

        Args:
            query_object: Its text.
            processor: Not heeded, nor is ``result``.
            result: See ``processor``.
            initNs: Prefixes.
            initBindings: Values of variables by name.
            _arguments: Other arguments of rdflib.
            _options: Other options of rdflib.

        Returns:
            What it found.
        """
        return self._asked.query(query_object, initNs=initNs, initBindings=initBindings)


def _walked(quads: Iterable[pyoxigraph.Quad]) -> Iterator[tuple[Node, Node, Node]]:
    """Turn quads of Oxigraph into triples of rdflib; a term that comes often is made once."""
    made: dict[Any, Node] = {}

    def term(found: Any) -> Node:
        if (known := made.get(found)) is None:
            known = made[found] = _term(found)
        return known

    for quad in quads:
        yield term(quad.subject), term(quad.predicate), term(quad.object)


def _term(found: Any) -> Node:
    if isinstance(found, pyoxigraph.NamedNode):
        return URIRef(found.value)
    if isinstance(found, pyoxigraph.Literal):
        if found.language is not None:
            return Text(found.value, lang=found.language)
        datatype = found.datatype.value
        return Text(found.value, datatype=None if datatype == _STRING else URIRef(datatype))
    return BNode(found.value)
