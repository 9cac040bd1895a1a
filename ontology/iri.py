"""The IRIs of documents, their versions, parts and files, of actors, instruments and graphs, and the way back."""

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from ontology.errors import SymbolError
from ontology.portion import read_steps

__all__ = [
    "BASE",
    "COMPUTED_GRAPH",
    "GRAPHS",
    "REGISTRY_GRAPH",
    "VOCABULARY",
    "Part",
    "actor_id",
    "actor_iri",
    "document_iri",
    "document_key",
    "file_iri",
    "graph_iri",
    "graph_key",
    "instrument_id",
    "instrument_iri",
    "language_iri",
    "language_version_iri",
    "part_iri",
    "parts_iri",
    "portion_iri",
    "read_part",
    "read_portion",
    "scheme_iri",
    "software_iri",
]

BASE = "https://w3id.org/resograph/"
VOCABULARY = "https://w3id.org/resograph/ontology#"
GRAPHS = BASE + "graph/"
REGISTRY_GRAPH = GRAPHS + "registry"
COMPUTED_GRAPH = GRAPHS + "computed"

_DOCUMENT = BASE + "doc/"
_ACTOR = BASE + "actor/"
_INSTRUMENT = BASE + "instrument/"
_FILE = BASE + "file/"
_SCHEME = BASE + "scheme/"
_SOFTWARE = BASE + "software/"
_LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/"
# Characters that an IRI path may hold as they are; "," and "'" stay encoded, lest a list of IRIs be cut there.
_SAFE = "/()*:;=@!$&+"
# What is neither a letter beyond ASCII nor another sign that an IRI may hold; blanks of other scripts are none.
_BEYOND_ASCII = re.compile(
    r"[^\u00a1-\u167f\u1681-\u1fff\u2e80-\u2fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd]+"
)
_FRAGMENT = re.compile(r"(?P<language>[a-z]{2})-(?P<kind>[a-z][a-z-]*)-(?P<start>\d+)-(?P<end>\d+)")

Part = tuple[str, str, str, int, int]
"""Document key, language, kind, start and end of a part."""


def _path(text: str) -> str:
    """Write a text as the path of an IRI; letters beyond ASCII stay as they are, so that people can read it."""
    if text.isascii():
        return quote(text, safe=_SAFE)
    return _BEYOND_ASCII.sub(lambda match: quote(match[0], safe=_SAFE), text)


def document_iri(key: str) -> str:
    """Give the IRI of a document.

    Args:
        key: Canonical symbol, or ``unidentified/<16 hex digits>``.

    Returns:
        The IRI; brackets stay, blanks and what an IRI cannot hold is percent-encoded.

    Example:
        >>> document_iri("S/RES/1540(2004)")
        'https://w3id.org/resograph/doc/S/RES/1540(2004)'
    """
    return _DOCUMENT + _path(key)


def document_key(iri: str) -> str:
    """Give the key of a document from its IRI, or from that of one of its parts.

    Raises:
        SymbolError: It is not the IRI of a document.

    Example:
        >>> document_key("https://w3id.org/resograph/doc/A/RES/76/270#zh-citation-157-168")
        'A/RES/76/270'
    """
    return _after(_DOCUMENT, iri.partition("#")[0])


def language_version_iri(key: str, language: str) -> str:
    """Give the IRI of one language version of a document.

    Args:
        key: Key of the document.
        language: Language code.

    Example:
        >>> language_version_iri("A/RES/76/270", "zh")
        'https://w3id.org/resograph/doc/A/RES/76/270/zh'
    """
    return f"{document_iri(key)}/{language}"


def language_iri(language: str) -> str:
    """Give the IRI of a language in the list of the Library of Congress.

    Args:
        language: Two-letter code of ISO 639-1.

    Example:
        >>> language_iri("zh")
        'http://id.loc.gov/vocabulary/iso639-1/zh'
    """
    return _LANGUAGE + language


def file_iri(digest: str) -> str:
    """Give the IRI of a source file.

    Args:
        digest: SHA-256 of its bytes, in hex.

    Example:
        >>> file_iri("9f86d0")
        'https://w3id.org/resograph/file/9f86d0'
    """
    return _FILE + digest


def scheme_iri(scheme: str, notation: str) -> str:
    """Give the IRI of a concept of a closed list.

    Args:
        scheme: Name of the list.
        notation: The word by which records name the concept.

    Example:
        >>> scheme_iri("actor-type", "state")
        'https://w3id.org/resograph/scheme/actor-type/state'
    """
    return f"{_SCHEME}{scheme}/{notation}"


def software_iri(version: str) -> str:
    """Give the IRI of a version of the extractor.

    Example:
        >>> software_iri("0.1.0+4f0c2a91d37e")
        'https://w3id.org/resograph/software/0.1.0+4f0c2a91d37e'
    """
    return _SOFTWARE + quote(version, safe=_SAFE)


def actor_iri(entity: str) -> str:
    """Give the IRI of an actor.

    Example:
        >>> actor_iri("state:mali")
        'https://w3id.org/resograph/actor/state:mali'
        >>> actor_iri("unlisted:非洲语言学院")
        'https://w3id.org/resograph/actor/unlisted:非洲语言学院'
    """
    return _ACTOR + _path(entity)


def actor_id(iri: str) -> str:
    """Give the entity id of an actor from its IRI.

    Raises:
        SymbolError: It is not the IRI of an actor.

    Example:
        >>> actor_id("https://w3id.org/resograph/actor/hrc")
        'hrc'
    """
    return _after(_ACTOR, iri)


def instrument_iri(instrument: str) -> str:
    """Give the IRI of an instrument.

    Example:
        >>> instrument_iri("un-charter")
        'https://w3id.org/resograph/instrument/un-charter'
    """
    return _INSTRUMENT + quote(instrument, safe=_SAFE)


def instrument_id(iri: str) -> str:
    """Give the id of an instrument from its IRI.

    Raises:
        SymbolError: It is not the IRI of an instrument.

    Example:
        >>> instrument_id("https://w3id.org/resograph/instrument/un-charter")
        'un-charter'
    """
    return _after(_INSTRUMENT, iri)


def graph_iri(key: str, language: str) -> str:
    """Give the IRI of the named graph that holds what one language version of a document says.

    Example:
        >>> graph_iri("A/RES/76/270", "zh")
        'https://w3id.org/resograph/graph/A/RES/76/270/zh'
    """
    return f"{GRAPHS}{_path(key)}/{language}"


def graph_key(iri: str) -> tuple[str, str]:
    """Give document key and language from the IRI of a graph.

    Raises:
        SymbolError: It is not the IRI of a document's graph.

    Example:
        >>> graph_key("https://w3id.org/resograph/graph/A/RES/76/270/zh")
        ('A/RES/76/270', 'zh')
    """
    key, slash, language = _after(GRAPHS, iri).rpartition("/")
    if not slash or not key:
        raise SymbolError(iri, len(GRAPHS), "it is not the IRI of a document's graph")
    return key, language


@lru_cache(maxsize=256)
def parts_iri(key: str, language: str) -> str:
    """Give the beginning of the IRI of every part of a document in one language.

    Example:
        >>> parts_iri("A/RES/76/270", "zh")
        'https://w3id.org/resograph/doc/A/RES/76/270#zh-'
    """
    return f"{document_iri(key)}#{language}-"


def part_iri(key: str, language: str, kind: str, start: int, end: int) -> str:
    """Give the IRI of a part of a document: a citation, a mention, the evidence of a statement.

    Args:
        key: Key of the document.
        language: Language of the version in which it stands.
        kind: What it is, in lower-case letters and hyphens.
        start: First code point in the source.
        end: One past the last.

    Example:
        >>> part_iri("A/RES/76/270", "zh", "citation", 157, 168)
        'https://w3id.org/resograph/doc/A/RES/76/270#zh-citation-157-168'
    """
    return f"{parts_iri(key, language)}{kind}-{start}-{end}"


def read_part(iri: str) -> Part:
    """Give document key, language, kind, start and end from the IRI of a part.

    Raises:
        SymbolError: It is not the IRI of a part.

    Example:
        >>> read_part("https://w3id.org/resograph/doc/A/RES/76/270#zh-citation-157-168")
        ('A/RES/76/270', 'zh', 'citation', 157, 168)
    """
    document, _, fragment = iri.partition("#")
    match = _FRAGMENT.fullmatch(fragment)
    if match is None:
        raise SymbolError(iri, len(document), "it is not the IRI of a part of a document")
    return document_key(iri), match["language"], match["kind"], int(match["start"]), int(match["end"])


def portion_iri(work: str, portion: str) -> str:
    """Give the IRI of a portion of a work; it holds no language, for paragraphs are numbered alike in all.

    Args:
        work: The IRI of a document or instrument.
        portion: The portion as ``ontology.portion.portion`` writes it.

    Raises:
        UnknownTermError: It is no portion.

    Example:
        >>> portion_iri(document_iri("A/RES/76/270"), "annex-1/para-3")
        'https://w3id.org/resograph/doc/A/RES/76/270#annex-1/para-3'
    """
    read_steps(portion)
    return f"{work}#{portion}"


def read_portion(iri: str) -> tuple[str, str]:
    """Give the work and the portion from the IRI of a portion.

    Raises:
        UnknownTermError: It is not the IRI of a portion.

    Example:
        >>> read_portion("https://w3id.org/resograph/instrument/un-charter#article-1/para-3")
        ('https://w3id.org/resograph/instrument/un-charter', 'article-1/para-3')
    """
    work, _, fragment = iri.partition("#")
    read_steps(fragment)
    return work, fragment


def _after(prefix: str, iri: str) -> str:
    if not iri.startswith(prefix) or len(iri) == len(prefix):
        raise SymbolError(iri, 0, f"it does not begin with {prefix}")
    return unquote(iri[len(prefix) :])
