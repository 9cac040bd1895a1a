"""Which documents add to, correct, revise or amend another, as their symbols tell."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.properties import Queryable
from ontology.iri import document_iri, document_key
from ontology.symbol_order import key_order, symbol_of

__all__ = ["Version", "base_of", "is_revision", "versions"]

_SYMBOLS = "SELECT ?document ?graph WHERE { GRAPH ?graph { ?document rg:symbol ?symbol } }"


class Version(NamedTuple):
    """A document whose symbol is another's with a suffix more.

    Attributes:
        base: IRI of the other.
        document: IRI of the document.
        suffix: What the suffix makes of it: ``addendum``, ``corrigendum``, ``revision``, ``amendment``.
        graph: IRI of a graph that names it.
    """

    base: str
    document: str
    suffix: str
    graph: str


def versions(store: Queryable) -> Iterator[Version]:
    """Find all documents of a store, held or only named, whose symbols have a suffix.

    Args:
        store: The store.

    Yields:
        One version for each graph that names it, the symbols in order; of several revisions each has the one before
        it as its base, where the store names that.
    """
    found: dict[str, set[str]] = {}
    for document, graph in store.rows(_SYMBOLS):
        if base_of(document) is not None:
            found.setdefault(document, set()).add(graph)
    for document in sorted(found, key=lambda iri: key_order(document_key(iri))):
        symbol, base = symbol_of(document_key(document)), base_of(document)
        if symbol is not None and symbol.suffix is not None and base is not None:
            for graph in sorted(found[document]):
                yield Version(_before(document, base, found), document, symbol.suffix, graph)


def base_of(document: str) -> str | None:
    """Give the document of whose symbol a symbol is the same with a suffix more.

    Example:
        >>> base_of("https://w3id.org/resograph/doc/A/C.3/78/L.60/Rev.1")
        'https://w3id.org/resograph/doc/A/C.3/78/L.60'
        >>> base_of("https://w3id.org/resograph/doc/A/RES/76/270") is None
        True
    """
    symbol = symbol_of(document_key(document))
    return document_iri(str(symbol.amends)) if symbol is not None and symbol.amends is not None else None


def is_revision(document: str) -> bool:
    """Tell whether the symbol of a document is that of a revision.

    Example:
        >>> is_revision("https://w3id.org/resograph/doc/A/C.3/78/L.60/Rev.1")
        True
    """
    symbol = symbol_of(document_key(document))
    return symbol is not None and symbol.suffix == "revision"


def _before(document: str, base: str, known: dict[str, set[str]]) -> str:
    """Give the revision before a revision, else the base."""
    stem, _, number = document.rpartition(".")
    earlier = f"{stem}.{int(number) - 1}" if is_revision(document) and number.isdigit() else base
    return earlier if earlier in known else base
