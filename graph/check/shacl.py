"""The SHACL engine, pySHACL, with the shapes of the vocabulary; the one module that knows it."""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pyshacl import ShapesGraph, Validator
from pyshacl.graph_abstraction import DataGraph
from pyshacl.monkey import apply_patches
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from graph.check.targets import spread
from ontology.shapes import NAMESPACE, shapes_graph

if TYPE_CHECKING:
    from graph.check.twin import TwinGraph

__all__ = ["Engine", "Finding"]


class Finding(NamedTuple):
    """One result of a validation.

    Attributes:
        rule: Name of the rule.
        focus: The node from which the engine looked.
        path: The property, as SPARQL writes a path.
        value: The value found.
        component: IRI of the kind of constraint.
        is_query: Whether the rule is a query, whose value is the node that breaks it.
        is_warning: Whether it is a warning.
    """

    rule: str
    focus: Node
    path: str | None
    value: Node | None
    component: str
    is_query: bool
    is_warning: bool


class Engine:
    """Validates one graph after another against the shapes, which are read once.

    Inference, rules and JavaScript stay off: the shapes name the classes that the tool writes.

    Example:
        >>> from graph.check.twin import TwinGraph
        >>> from ontology.vocabulary import RDF_TYPE
        >>> file = "<https://w3id.org/resograph/file/00>"
        >>> said = f"{file} <{RDF_TYPE}> <https://w3id.org/resograph/ontology#SourceFile> <http://x/g> .\\n"
        >>> sorted(found.rule for found in Engine().validate(TwinGraph([said])))
        ['File-digest', 'File-name']
    """

    def __init__(self) -> None:
        """Read the shapes."""
        apply_patches()  # type: ignore[no-untyped-call]
        self._logger = logging.getLogger(__name__)
        self._shapes = ShapesGraph(spread(shapes_graph()), False, self._logger)

    def validate(self, graph: "TwinGraph") -> Iterator[Finding]:
        """Validate a graph.

        Args:
            graph: The graph, with what it needs of others.

        Yields:
            What breaks a rule.
        """
        # The engine would read the shapes anew for each graph; it is given those that were read.
        validator = Validator(DataGraph.from_rdflib(graph), shacl_graph=Graph(), options={"logger": self._logger})
        validator.shacl_graph = self._shapes
        conforms, report, _text = validator.run()  # type: ignore[no-untyped-call]
        if not conforms:
            for result in report.objects(None, SH.result):
                yield self._finding(report, result)

    def _finding(self, report: Graph, result: Node) -> Finding:
        query = report.value(result, SH.sourceConstraint)
        shape = report.value(result, SH.sourceShape)
        path = report.value(result, SH.resultPath)
        if path is None or not isinstance(path, URIRef):
            path = self._shapes.graph.value(shape, SH.path)
        return Finding(
            str(query or shape).removeprefix(NAMESPACE),
            _known(report.value(result, SH.focusNode)),
            None if path is None else self._written(path),
            report.value(result, SH.value),
            str(report.value(result, SH.sourceConstraintComponent)),
            query is not None,
            report.value(result, SH.resultSeverity) == SH.Warning,
        )

    def _written(self, path: Node) -> str:
        """Write a path as SPARQL does."""
        graph = self._shapes.graph
        if isinstance(path, URIRef):
            return path.n3()
        if (inverse := graph.value(path, SH.inversePath)) is not None:
            return f"^{self._written(inverse)}"
        if (either := graph.value(path, SH.alternativePath)) is not None:
            return "|".join(self._written(step) for step in graph.items(either))
        return "/".join(self._written(step) for step in graph.items(path))


def _known(node: Node | None) -> Node:
    """Give a node that every result of the engine has."""
    if node is None:
        raise ValueError("a result of the engine has no focus node")
    return node
