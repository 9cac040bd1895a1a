"""The description of the service in RDF, as the SPARQL 1.1 Service Description says (SD)."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyoxigraph

from graph.server.contents import Contents
from graph.solutions import GRAPH_FORMATS, TABLE_FORMATS
from ontology.vocabulary import PREFIXES, XSD

__all__ = ["describe"]

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
Node = pyoxigraph.NamedNode | pyoxigraph.BlankNode


def describe(endpoint: str, contents: Contents, form: str) -> bytes:
    """Describe the service.

    Args:
        endpoint: Its address.
        contents: What the store holds.
        form: Name of a format for graphs.

    Returns:
        The description in that format.

    Example:
        >>> contents = Contents((("http://x/g", 3),))
        >>> b"sd:UnionDefaultGraph" in describe("http://127.0.0.1:8000/sparql", contents, "turtle")
        True
    """
    prefixes: Mapping[str, str] = {**PREFIXES, "sd": SD, "void": VOID}
    triples = list(_triples(pyoxigraph.NamedNode(endpoint), contents))
    written: Any = pyoxigraph.serialize(triples, format=GRAPH_FORMATS[form], prefixes=dict(prefixes))
    return bytes(written)


def _triples(endpoint: pyoxigraph.NamedNode, contents: Contents) -> Iterator[pyoxigraph.Triple]:
    service, dataset, union = (pyoxigraph.BlankNode(name) for name in ("service", "dataset", "default"))
    yield _said(service, RDF_TYPE, _sd("Service"))
    yield _said(service, SD + "endpoint", endpoint)
    yield _said(service, SD + "supportedLanguage", _sd("SPARQL11Query"))
    yield _said(service, SD + "feature", _sd("UnionDefaultGraph"))
    for iri in (*(form.iri for form in TABLE_FORMATS.values()), *(form.iri for form in GRAPH_FORMATS.values())):
        yield _said(service, SD + "resultFormat", pyoxigraph.NamedNode(iri))
    yield _said(service, SD + "defaultDataset", dataset)
    yield _said(dataset, RDF_TYPE, _sd("Dataset"))
    yield _said(dataset, SD + "defaultGraph", union)
    yield _said(union, RDF_TYPE, _sd("Graph"))
    yield _said(union, VOID + "triples", _number(sum(triples for _, triples in contents.graphs)))
    for index, (name, triples) in enumerate(contents.graphs):
        named, graph = pyoxigraph.BlankNode(f"named{index}"), pyoxigraph.BlankNode(f"graph{index}")
        yield _said(dataset, SD + "namedGraph", named)
        yield _said(named, RDF_TYPE, _sd("NamedGraph"))
        yield _said(named, SD + "name", pyoxigraph.NamedNode(name))
        yield _said(named, SD + "graph", graph)
        yield _said(graph, RDF_TYPE, _sd("Graph"))
        yield _said(graph, VOID + "triples", _number(triples))


def _said(subject: Node, predicate: str, value: "Node | pyoxigraph.Literal") -> pyoxigraph.Triple:
    return pyoxigraph.Triple(subject, pyoxigraph.NamedNode(predicate), value)


def _sd(name: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(SD + name)


def _number(value: int) -> pyoxigraph.Literal:
    return pyoxigraph.Literal(str(value), datatype=pyoxigraph.NamedNode(XSD + "integer"))
