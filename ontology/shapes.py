"""The shapes of the graph, and their rules in plain words, from the package's Turtle files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ontology import terms

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["NAMESPACE", "SHAPES_FOLDER", "Rule", "rules", "rules_of", "shapes_graph"]

NAMESPACE = "https://w3id.org/resograph/shapes#"
"""The IRI with which each rule begins."""

SHAPES_FOLDER = Path(__file__).parent / "data" / "shapes"
"""Where the Turtle files of the shapes are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that graphs of a store obey.

    Attributes:
        name: Its name, the last part of its IRI.
        classes: Local names or IRIs of what it is about: classes, and properties whose subjects or objects it is about.
        message: The rule in plain words by language code, English and Chinese.
        file: Stem of the file in which it stands.
        is_query: Whether it is written as a SPARQL query.
    """

    name: str
    classes: tuple[str, ...]
    message: Mapping[str, str]
    file: str
    is_query: bool = False


@cache
def shapes_graph() -> "Graph":
    """Read the shapes: all files of ``SHAPES_FOLDER`` as one graph.

    Returns:
        The graph, shared by all callers; it is not to be changed.

    Example:
        >>> len(shapes_graph()) > 1000
        True
    """
    from rdflib import Graph

    graph = Graph()
    for path in sorted(SHAPES_FOLDER.glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


@cache
def rules() -> tuple[Rule, ...]:
    """List the rules of all shapes, sorted by name.

    Returns:
        The rules: of closed shapes what a node may say, of property shapes what a property must be, and the queries.

    Example:
        >>> next(rule.message["en"] for rule in rules() if rule.name == "Citation-kind")
        'A citation has one kind, of the closed list.'
    """
    from rdflib import Graph

    found: dict[str, Rule] = {}
    for path in sorted(SHAPES_FOLDER.glob("*.ttl")):
        graph = Graph().parse(path, format="turtle")
        found |= {rule.name: rule for rule in _rules_in(graph, path.stem)}
    return tuple(rule for _, rule in sorted(found.items()))


def rules_of(name: str) -> tuple[Rule, ...]:
    """List the rules about one class.

    Args:
        name: Local name of a class of the vocabulary, or IRI of a class of another one.

    Returns:
        The rules, sorted by name.

    Example:
        >>> [rule.name for rule in rules_of("SourceFile")]
        ['File', 'File-digest', 'File-name', 'File-type']
    """
    return tuple(rule for rule in rules() if name in rule.classes)


def _rules_in(graph: "Graph", file: str) -> Iterator[Rule]:
    from rdflib import SH, Literal, URIRef

    for shape in set(graph.subjects(SH.message)):
        if not isinstance(shape, URIRef):
            continue
        messages = [text for text in graph.objects(shape, SH.message) if isinstance(text, Literal)]
        yield Rule(
            str(shape).removeprefix(NAMESPACE),
            tuple(sorted(_classes(shape))),
            {text.language or "": str(text) for text in messages},
            file,
            (shape, SH.select, None) in graph,
        )


def _classes(shape: "Node") -> set[str]:
    """Collect what the shapes that hold a rule, or the rule itself, are about."""
    from rdflib import SH

    graph = shapes_graph()
    holders = {shape, *graph.subjects(SH.property, shape), *graph.subjects(SH.sparql, shape)}
    targets = (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
    return {
        str(about).removeprefix(terms.NAMESPACE)
        for one in holders
        for to in targets
        for about in graph.objects(one, to)
    }
