"""The values that people give to a query, as RDF terms: never text pasted into SPARQL."""

from collections.abc import Callable, Mapping

from graph.quads import iri, literal
from graph.store import Store
from ontology import terms as rg
from ontology.actors import actors
from ontology.iri import actor_iri, document_iri
from ontology.symbol_input import understand
from ontology.vocabulary import function

__all__ = ["KINDS", "terms_of"]

_UNIDENTIFIED = "unidentified/"


def terms_of(store: Store, kind: str, value: str) -> tuple[str, ...]:
    """Write a value as the terms that it denotes.

    Args:
        store: The store, which knows the other symbol of a double one.
        kind: One of ``KINDS``.
        value: As people write it.

    Returns:
        Terms in the syntax of SPARQL; two or more for a document with a double symbol.

    Raises:
        SymbolError: It must be a document symbol and is none.
        UnknownTermError: It must be an entity id or a function and is none.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     terms_of(store, "symbol", "a/res/76/270"), terms_of(store, "text", 'a "b"')
        (('<https://w3id.org/resograph/doc/A/RES/76/270>',), ('"a \\\\"b\\\\""',))
    """
    return KINDS[kind](store, value)


def _symbol(store: Store, value: str) -> tuple[str, ...]:
    key = value if value.startswith(_UNIDENTIFIED) else str(understand(value).symbols[0])
    document = iri(document_iri(key))
    joint = store.rows(f"SELECT DISTINCT ?other {{ {document} (<{rg.JOINT_WITH}>|^<{rg.JOINT_WITH}>)+ ?other }}")
    return tuple(dict.fromkeys((document, *sorted(iri(other) for (other,) in joint))))


def _actor(_store: Store, value: str) -> tuple[str, ...]:
    # An id with a colon may be one that the extractor made for a body that no registry holds.
    return (iri(actor_iri(value if ":" in value else actors()[value].id)),)


def _function(_store: Store, value: str) -> tuple[str, ...]:
    return (iri(function(value)),)


def _text(_store: Store, value: str) -> tuple[str, ...]:
    return (literal(value),)


KINDS: Mapping[str, Callable[[Store, str], tuple[str, ...]]] = {
    "actor": _actor,
    "function": _function,
    "symbol": _symbol,
    "text": _text,
}
"""The kinds of values, each with what writes it as terms."""
