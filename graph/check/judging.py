"""One graph after another judged by the shapes, and what breaks a rule put where people can find it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rdflib import Literal, URIRef

from graph.check.breach import Breach, Severity
from graph.check.neighbours import Neighbours
from graph.check.shacl import Engine, Finding
from graph.check.twin import TwinGraph
from graph.result import Term, TermKind
from ontology import terms as rg
from ontology.iri import REGISTRY_GRAPH
from ontology.vocabulary import OA_EXACT

if TYPE_CHECKING:
    from rdflib.term import Node

__all__ = ["Judge"]

_PARAGRAPH, _EVIDENCE = URIRef(rg.PARAGRAPH), URIRef(rg.EVIDENCE)
_WORDS = (URIRef(rg.EXACT), URIRef(OA_EXACT))
# One property of a path, and whether it is walked backwards.
_STEP = re.compile(r"(\^?)(<[^>]*>)")


class Judge:
    """Judges one graph after another; shapes and registries are read once.

    Example:
        >>> from ontology.vocabulary import PROV_BUNDLE, RDF_TYPE
        >>> graph = "https://w3id.org/resograph/graph/A/1/en"
        >>> said = f"<{graph}> <{RDF_TYPE}> <{PROV_BUNDLE}> <{graph}> .\\n"
        >>> [breach.rule for breach in Judge([])(graph, [said])]
        ['Graph-software', 'Graph-version']
    """

    def __init__(self, registry: Iterable[str]) -> None:
        """Read the shapes and the registries.

        Args:
            registry: The lines of the graph of the registries.
        """
        self._engine = Engine()
        self._neighbours = Neighbours(registry)

    def __call__(self, graph: str, lines: list[str]) -> tuple[Breach, ...]:
        """Judge a graph.

        Args:
            graph: Its IRI.
            lines: Its N-Quads lines.

        Returns:
            What breaks a rule, sorted.
        """
        own = graph == REGISTRY_GRAPH
        held = TwinGraph(lines if own else (*lines, *self._neighbours.of(lines)))
        found = [_breach(graph, held, each) for each in self._engine.validate(held)]
        return tuple(sorted((each for each in found if own or self._is_here(each, lines)), key=lambda each: each.order))

    def _is_here(self, breach: Breach, lines: list[str]) -> bool:
        """Tell whether a breach is of this graph, and not of the registries that stand beside it."""
        if breach.focus is None or not self._neighbours.knows(breach.focus.value):
            return True
        focus, steps = breach.focus.written, _STEP.findall(breach.path or "")
        if not steps:
            return any(line.startswith(f"{focus} ") for line in lines)
        from_it = tuple(f"{focus} {step} " for inverse, step in steps if not inverse)
        to_it = tuple(f" {step} {focus} " for inverse, step in steps if inverse)
        return any(line.startswith(from_it) or any(said in line for said in to_it) for line in lines)


def _breach(graph: str, held: TwinGraph, found: Finding) -> Breach:
    """Put what the engine found into the words of a report: of a query, the value is what breaks the rule."""
    turned = found.is_query and found.value is not None
    node = found.value if turned and found.value is not None else found.focus
    proof = held.value(node, _EVIDENCE)
    words = (held.value(at, predicate) for at in (node, proof) if at is not None for predicate in _WORDS)
    paragraph = held.value(node, _PARAGRAPH)
    return Breach(
        graph,
        found.rule,
        _term(node),
        found.path,
        None if turned or found.value is None else _term(found.value),
        Severity.WARNING if found.is_warning else Severity.VIOLATION,
        _term(found.focus),
        found.component,
        None if paragraph is None else str(paragraph),
        next((str(text) for text in words if text is not None), None),
    )


def _term(node: "Node") -> Term:
    if isinstance(node, Literal):
        return Term(str(node), TermKind.LITERAL, None if node.datatype is None else str(node.datatype), node.language)
    return Term(str(node), TermKind.IRI if isinstance(node, URIRef) else TermKind.BLANK)
