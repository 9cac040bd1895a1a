"""The vocabulary of the graph: look-ups by name, labels, and the Turtle files that it is read from."""

from collections.abc import Mapping
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
    "FABIO_HAS_REPRESENTATION",
    "FOAF_PAGE",
    "FRBR_REALIZATION_OF",
    "OA_END",
    "OA_EXACT",
    "OA_HAS_BODY",
    "OA_HAS_SELECTOR",
    "OA_HAS_SOURCE",
    "OA_HAS_TARGET",
    "OA_PREFIX",
    "OA_SPECIFIC_RESOURCE",
    "OA_START",
    "OA_SUFFIX",
    "OA_TEXT_POSITION_SELECTOR",
    "OA_TEXT_QUOTE_SELECTOR",
    "PREFIXES",
    "PROV_BUNDLE",
    "PROV_SOFTWARE_AGENT",
    "PROV_WAS_ATTRIBUTED_TO",
    "PROV_WAS_DERIVED_FROM",
    "PWO_HAPPENED",
    "RDF_TYPE",
    "SKOS_ALT_LABEL",
    "SKOS_IN_SCHEME",
    "SKOS_NOTATION",
    "SKOS_PREF_LABEL",
    "TI_HAS_INTERVAL_END_DATE",
    "TI_HAS_INTERVAL_START_DATE",
    "TVC_AT_TIME",
    "TVC_HAS_VALUE",
    "TVC_WITHIN_CONTEXT",
    "TVC_WITH_VALUE",
    "UNDO_HAS_PROPONENT",
    "UNDO_HAS_RECEIVER",
    "UNDO_HAS_SEMANTICS",
    "UNDO_RELATION",
    "VOCABULARY_FOLDER",
    "XSD",
    "document_class",
    "function",
    "label",
    "term",
    "vocabulary_graph",
]

VOCABULARY_FOLDER = Path(__file__).parent / "data" / "vocabulary"
"""The vocabulary in Turtle, a file a subject; every other form is made from it."""

PREFIXES: Mapping[str, str] = {
    "allot": "https://w3id.org/akn/ontology/allot/",
    "cito": "http://purl.org/spar/cito/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frbr": "http://purl.org/vocab/frbr/core#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "pwo": "http://purl.org/spar/pwo/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rg": terms.NAMESPACE,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "ti": "http://www.ontologydesignpatterns.org/cp/owl/timeinterval.owl#",
    "tvc": "http://www.essepuntato.it/2012/04/tvc/",
    "undo": "https://w3id.org/un/ontology/undo/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes under which the graph is written and asked."""

XSD = PREFIXES["xsd"]
DCTERMS_DATE = PREFIXES["dcterms"] + "date"
DCTERMS_ISSUED = PREFIXES["dcterms"] + "issued"
DCTERMS_LANGUAGE = PREFIXES["dcterms"] + "language"
DCTERMS_TITLE = PREFIXES["dcterms"] + "title"
FABIO_HAS_REPRESENTATION = PREFIXES["fabio"] + "hasRepresentation"
FOAF_PAGE = PREFIXES["foaf"] + "page"
FRBR_REALIZATION_OF = PREFIXES["frbr"] + "realizationOf"
OA_END = PREFIXES["oa"] + "end"
OA_EXACT = PREFIXES["oa"] + "exact"
OA_HAS_BODY = PREFIXES["oa"] + "hasBody"
OA_HAS_SELECTOR = PREFIXES["oa"] + "hasSelector"
OA_HAS_SOURCE = PREFIXES["oa"] + "hasSource"
OA_HAS_TARGET = PREFIXES["oa"] + "hasTarget"
OA_PREFIX = PREFIXES["oa"] + "prefix"
OA_SPECIFIC_RESOURCE = PREFIXES["oa"] + "SpecificResource"
OA_START = PREFIXES["oa"] + "start"
OA_SUFFIX = PREFIXES["oa"] + "suffix"
OA_TEXT_POSITION_SELECTOR = PREFIXES["oa"] + "TextPositionSelector"
OA_TEXT_QUOTE_SELECTOR = PREFIXES["oa"] + "TextQuoteSelector"
PROV_BUNDLE = PREFIXES["prov"] + "Bundle"
PROV_SOFTWARE_AGENT = PREFIXES["prov"] + "SoftwareAgent"
PROV_WAS_ATTRIBUTED_TO = PREFIXES["prov"] + "wasAttributedTo"
PROV_WAS_DERIVED_FROM = PREFIXES["prov"] + "wasDerivedFrom"
PWO_HAPPENED = PREFIXES["pwo"] + "happened"
RDF_TYPE = PREFIXES["rdf"] + "type"
SKOS_ALT_LABEL = PREFIXES["skos"] + "altLabel"
SKOS_IN_SCHEME = PREFIXES["skos"] + "inScheme"
SKOS_NOTATION = PREFIXES["skos"] + "notation"
SKOS_PREF_LABEL = PREFIXES["skos"] + "prefLabel"
TI_HAS_INTERVAL_END_DATE = PREFIXES["ti"] + "hasIntervalEndDate"
TI_HAS_INTERVAL_START_DATE = PREFIXES["ti"] + "hasIntervalStartDate"
TVC_AT_TIME = PREFIXES["tvc"] + "atTime"
TVC_HAS_VALUE = PREFIXES["tvc"] + "hasValue"
TVC_WITHIN_CONTEXT = PREFIXES["tvc"] + "withinContext"
TVC_WITH_VALUE = PREFIXES["tvc"] + "withValue"
UNDO_HAS_PROPONENT = PREFIXES["undo"] + "hasProponent"
UNDO_HAS_RECEIVER = PREFIXES["undo"] + "hasReceiver"
UNDO_HAS_SEMANTICS = PREFIXES["undo"] + "hasSemantics"
UNDO_RELATION = PREFIXES["undo"] + "Relation"

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


@cache
def vocabulary_graph() -> "Graph":
    """Read the vocabulary: all files of ``VOCABULARY_FOLDER`` as one graph.

    Returns:
        The graph, shared by all callers; it is not to be changed. rdflib is slow to import, and only labels,
        generators and the registries of a store need it.

    Example:
        >>> len(vocabulary_graph()) > 1000
        True
    """
    from rdflib import Graph

    graph = Graph()
    for path in sorted(VOCABULARY_FOLDER.glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


@cache
def _labels() -> dict[tuple[str, str], str]:
    from rdflib import RDFS, Literal

    pairs = vocabulary_graph().subject_objects(RDFS.label)
    return {(str(subject), text.language or ""): str(text) for subject, text in pairs if isinstance(text, Literal)}
