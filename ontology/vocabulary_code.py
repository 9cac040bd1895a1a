"""The generator of the constants in `ontology.terms` from the vocabulary in Turtle."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ontology import terms
from ontology.vocabulary import vocabulary_graph

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["generate"]


def generate() -> str:
    """Write the module `ontology.terms` from the vocabulary in Turtle.

    Returns:
        The text of the module. ``python -m ontology.vocabulary_code`` writes it to its place.

    Example:
        >>> "RECALLS = " in generate()
        True
    """
    from rdflib import OWL

    graph = vocabulary_graph()
    classes = _local_names(graph, (OWL.Class,))
    properties = _local_names(graph, (OWL.ObjectProperty, OWL.DatatypeProperty))
    return "\n".join((*_head(), *_constants(classes, properties), *_tables(graph), ""))


def _local_names(graph: "Graph", types: Iterable[object]) -> list[str]:
    from rdflib import RDF, URIRef

    found = {str(s) for kind in types for s in graph.subjects(RDF.type, URIRef(str(kind)))}
    return sorted(iri.removeprefix(terms.NAMESPACE) for iri in found)


def _notations(graph: "Graph", above: str, through: str) -> dict[str, str]:
    """Collect notation to local name for the terms that lie below one term."""
    from rdflib import RDFS, SKOS, URIRef

    below = graph.transitive_subjects(URIRef(getattr(RDFS, through)), URIRef(terms.NAMESPACE + above))
    pairs = ((graph.value(node, SKOS.notation), str(node).removeprefix(terms.NAMESPACE)) for node in below)
    return {str(notation): name for notation, name in sorted(pairs, key=str) if notation is not None}


def _upper(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def _head() -> Iterator[str]:
    yield '"""The terms of the vocabulary as constants, written by ``python -m ontology.vocabulary_code``."""'
    yield ""
    yield "from collections.abc import Mapping"
    yield ""
    yield f'NAMESPACE = "{terms.NAMESPACE}"'
    yield '"""The IRI with which each term begins."""'
    yield ""


def _constants(classes: list[str], properties: list[str]) -> Iterator[str]:
    for name in classes:
        yield f'CLASS_{_upper(name)} = NAMESPACE + "{name}"'
    yield ""
    for name in properties:
        yield f'{_upper(name)} = NAMESPACE + "{name}"'
    for title, names in (("CLASSES", classes), ("PROPERTIES", properties)):
        yield ""
        yield f"{title} = frozenset("
        yield "    {"
        yield from (f'        "{name}",' for name in names)
        yield "    }"
        yield ")"
        yield f'"""The local names of the {title.lower()}."""'


def _tables(graph: "Graph") -> Iterator[str]:
    functions = {"cites": "cites", **_notations(graph, "cites", "subPropertyOf")}
    yield ""
    yield "FUNCTIONS: Mapping[str, str] = {"
    yield from (f'    "{notation}": {_upper(name)},' for notation, name in sorted(functions.items()))
    yield "}"
    yield '"""Function of a citation to its property."""'
    yield ""
    yield "DOCUMENT_CLASSES: Mapping[str, str] = {"
    types = _notations(graph, "Document", "subClassOf")
    yield from (f'    "{notation}": CLASS_{_upper(name)},' for notation, name in sorted(types.items()))
    yield "}"
    yield '"""Type of a document to its class."""'


if __name__ == "__main__":
    Path(terms.__file__).write_text(generate(), encoding="utf-8", newline="\n")
