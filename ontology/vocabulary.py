"""The vocabulary of the graph: look-ups by name, labels, and the generator of the constants in `ontology.terms`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ontology import terms
from ontology.errors import UnknownTermError

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = [
    "DCTERMS_DATE",
    "DCTERMS_ISSUED",
    "DCTERMS_LANGUAGE",
    "DCTERMS_TITLE",
    "FOAF_PAGE",
    "PREFIXES",
    "RDF_TYPE",
    "SKOS_ALT_LABEL",
    "SKOS_PREF_LABEL",
    "VOCABULARY_FILE",
    "XSD",
    "document_class",
    "function",
    "generate",
    "label",
    "term",
]

VOCABULARY_FILE = Path(__file__).parent / "data" / "resograph.ttl"
"""The vocabulary in Turtle; every other form is made from it."""

PREFIXES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rg": terms.NAMESPACE,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes under which the graph is written and asked."""

XSD = PREFIXES["xsd"]
RDF_TYPE = PREFIXES["rdf"] + "type"
DCTERMS_DATE = PREFIXES["dcterms"] + "date"
DCTERMS_ISSUED = PREFIXES["dcterms"] + "issued"
DCTERMS_LANGUAGE = PREFIXES["dcterms"] + "language"
DCTERMS_TITLE = PREFIXES["dcterms"] + "title"
FOAF_PAGE = PREFIXES["foaf"] + "page"
SKOS_ALT_LABEL = PREFIXES["skos"] + "altLabel"
SKOS_PREF_LABEL = PREFIXES["skos"] + "prefLabel"

_NAMES = terms.CLASSES | terms.PROPERTIES


def term(name: str) -> str:
    """Give the IRI of a class or property.

    Args:
        name: Its local name in the vocabulary.

    Returns:
        The IRI.

    Raises:
        UnknownTermError: The vocabulary has no such term.

    Example:
        >>> term("citedDocument")
        'https://w3id.org/resograph/ontology#citedDocument'
    """
    if name not in _NAMES:
        raise UnknownTermError(name, "the vocabulary of resograph")
    return terms.NAMESPACE + name


def function(name: str) -> str:
    """Give the property for a function of a citation.

    Args:
        name: One of the closed list of functions, as in an extraction record.

    Returns:
        IRI of ``rg:cites`` or of one of its sub-properties.

    Raises:
        UnknownTermError: There is no such function.

    Example:
        >>> function("requested-by")
        'https://w3id.org/resograph/ontology#requestedBy'
    """
    if name not in terms.FUNCTIONS:
        raise UnknownTermError(name, "the functions of a citation")
    return terms.FUNCTIONS[name]


def document_class(document_type: str | None) -> str | None:
    """Give the class of the documents of one type.

    Args:
        document_type: Type as in an extraction record or of a symbol; None where it is not known. A type of
            several words that has none falls back to its first (``report-other`` to ``report``).

    Returns:
        IRI of a sub-class of ``rg:Document``; None where there is none for the type.

    Example:
        >>> document_class("draft-resolution")
        'https://w3id.org/resograph/ontology#DraftResolution'
        >>> document_class("report-committee")
        'https://w3id.org/resograph/ontology#CommitteeReport'
        >>> document_class(None) is None
        True
    """
    if document_type is None:
        return None
    return terms.DOCUMENT_CLASSES.get(document_type) or terms.DOCUMENT_CLASSES.get(document_type.partition("-")[0])


def label(name: str, language: str) -> str:
    """Give the label of a class or property for people.

    Args:
        name: Its local name.
        language: ``en`` or ``zh``.

    Returns:
        The label.

    Raises:
        UnknownTermError: There is no such term, or it has no label in that language.

    Example:
        >>> label("recalls", "zh")
        '回顾'
    """
    labels = _labels()
    if (term(name), language) not in labels:
        raise UnknownTermError(f"{name}@{language}", "the labels of the vocabulary")
    return labels[term(name), language]


def generate() -> str:
    """Write the module `ontology.terms` from the vocabulary in Turtle.

    Returns:
        The text of the module. ``python -m ontology.vocabulary`` writes it to its place.

    Example:
        >>> "RECALLS = " in generate()
        True
    """
    from rdflib import OWL

    graph = _graph()
    classes = _local_names(graph, (OWL.Class,))
    properties = _local_names(graph, (OWL.ObjectProperty, OWL.DatatypeProperty))
    return "\n".join((*_head(), *_constants(classes, properties), *_tables(graph), ""))


@cache
def _graph() -> "Graph":
    """Read the Turtle file; rdflib is slow to import, and only labels and the generator need it."""
    from rdflib import Graph

    return Graph().parse(VOCABULARY_FILE, format="turtle")


@cache
def _labels() -> dict[tuple[str, str], str]:
    from rdflib import RDFS, Literal

    pairs = _graph().subject_objects(RDFS.label)
    return {(str(subject), text.language or ""): str(text) for subject, text in pairs if isinstance(text, Literal)}


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
    yield '"""The terms of the vocabulary as constants; written by ``python -m ontology.vocabulary``, not by hand."""'
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
