"""From the path of an address to the thing that it names, and from an IRI back to the path of its page."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote

from ontology.errors import SymbolError
from ontology.iri import BASE, actor_iri, document_iri, graph_key, instrument_iri
from ontology.symbol_links import LANGUAGES

__all__ = ["Kind", "Thing", "page_path", "read_path", "request_path"]

_SAFE = "/()*:;=@!$&+"


class Kind(StrEnum):
    """What a thing is, by the beginning of its IRI."""

    DOCUMENT = "doc"
    ACTOR = "actor"
    INSTRUMENT = "instrument"
    GRAPH = "graph"
    ONTOLOGY = "ontology"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Thing:
    """What an address names.

    Attributes:
        kind: What it is.
        iri: Its IRI.
        key: Key of the document, id of the actor or instrument, else what stands after the base.
        language: Language of the version, for an address of a language version or of its graph; else None.
    """

    kind: Kind
    iri: str
    key: str
    language: str | None = None


def read_path(path: str) -> Thing | None:
    """Read the path of an address below the root of the server.

    Args:
        path: The path, decoded, with or without the first slash.

    Returns:
        The thing, whether or not any store knows it; None where no thing can be named so.

    Example:
        >>> read_path("/doc/A/RES/76/270/zh")
        Thing(kind=<Kind.DOCUMENT: 'doc'>, iri='https://w3id.org/resograph/doc/A/RES/76/270', \
key='A/RES/76/270', language='zh')
        >>> read_path("actor/state:mali").iri
        'https://w3id.org/resograph/actor/state:mali'
        >>> read_path("/doc/") is None
        True
    """
    place = path.lstrip("/")
    first, _, rest = place.partition("/")
    if first == Kind.ONTOLOGY and not rest:
        return Thing(Kind.ONTOLOGY, BASE + "ontology", "ontology")
    if not rest:
        return None
    if first == Kind.DOCUMENT:
        return _document(rest)
    if first == Kind.ACTOR:
        return Thing(Kind.ACTOR, actor_iri(rest), rest)
    if first == Kind.INSTRUMENT:
        return Thing(Kind.INSTRUMENT, instrument_iri(rest), rest)
    return _graph(place) if first == Kind.GRAPH else Thing(Kind.OTHER, BASE + _as_written(place), place)


def page_path(iri: str) -> str | None:
    """Give the path of the page of a thing, below the root of the server and ready for a link.

    Args:
        iri: Any IRI.

    Returns:
        The path without a slash before it, in ASCII; a part of a document leads to its place on the document's page.
        None for an IRI that is not one of ours.

    Example:
        >>> page_path("https://w3id.org/resograph/doc/A/RES/76/270#zh-citation-157-168")
        'doc/A/RES/76/270#zh-citation-157-168'
        >>> page_path("http://purl.org/dc/terms/title") is None
        True
    """
    if not iri.startswith(BASE) or iri == BASE:
        return None
    return quote(iri.removeprefix(BASE), safe=_SAFE + "#%'")


def request_path(key: str) -> str:
    """Give the path of the page of a document, by its key.

    Example:
        >>> request_path("TD/CODE TOT/1")
        'doc/TD/CODE%20TOT/1'
    """
    return page_path(document_iri(key)) or ""


def _document(rest: str) -> Thing | None:
    key, slash, last = rest.rpartition("/")
    if slash and key and last in LANGUAGES:
        return Thing(Kind.DOCUMENT, document_iri(key), key, last)
    return Thing(Kind.DOCUMENT, document_iri(rest), rest)


def _graph(place: str) -> Thing:
    iri = BASE + _as_written(place)
    try:
        key, language = graph_key(iri)
    except SymbolError:
        key, language = place, ""
    return Thing(Kind.GRAPH, iri, key, language if language in LANGUAGES else None)


def _as_written(place: str) -> str:
    """Write a decoded path as the graph of a document is written, whose key keeps its letters beyond ASCII."""
    return document_iri(unquote(place)).removeprefix(document_iri(""))
