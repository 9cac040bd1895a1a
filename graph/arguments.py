"""The values that people give to a query, as RDF terms: never text pasted into SPARQL."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache

from graph.properties import Queryable
from graph.quads import iri, literal
from ontology import terms as rg
from ontology.actors import actors
from ontology.errors import UnknownTermError
from ontology.iri import actor_iri, document_iri
from ontology.registry import LANGUAGES
from ontology.symbol_input import understand
from ontology.vocabulary import function

__all__ = ["KINDS", "terms_of"]

_UNIDENTIFIED = "unidentified/"


def terms_of(store: Queryable, kind: str, value: str) -> tuple[str, ...]:
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
        >>> from graph.store import Store
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     terms_of(store, "symbol", "a/res/76/270"), terms_of(store, "text", 'a "b"')
        (('<https://w3id.org/resograph/doc/A/RES/76/270>',), ('"a \\\\"b\\\\""',))
    """
    return KINDS[kind](store, value)


def _symbol(store: Queryable, value: str) -> tuple[str, ...]:
    key = value if value.startswith(_UNIDENTIFIED) else str(understand(value).symbols[0])
    document = iri(document_iri(key))
    joint = store.rows(f"SELECT DISTINCT ?other {{ {document} (<{rg.JOINT_WITH}>|^<{rg.JOINT_WITH}>)+ ?other }}")
    return tuple(dict.fromkeys((document, *sorted(iri(other) for (other,) in joint))))


def _actor(_store: Queryable, value: str) -> tuple[str, ...]:
    # An id with a colon may be one that the extractor made for a body that no registry holds.
    if value in actors() or ":" in value:
        return (iri(actor_iri(value)),)
    named = sorted({entity for text, entity in _actor_names() if text == value.casefold()})
    if not named:
        near = get_close_matches(value.casefold(), dict(_actor_names()), n=3, cutoff=0.6)
        raise UnknownTermError(value, "the registry of actors" + (f"; near it: {', '.join(near)}" if near else ""))
    return tuple(iri(actor_iri(entity)) for entity in named)


@cache
def _actor_names() -> tuple[tuple[str, str], ...]:
    """The names of actors in all languages, without regard to case."""
    surfaces = (surface for language in LANGUAGES for surface in actors().surfaces(language))
    return tuple((surface.text.casefold(), surface.entity) for surface in surfaces)


def _context(store: Queryable, value: str) -> tuple[str, ...]:
    """Read what has a digit or a solidus as a document symbol, unless an actor has that id; all else as an actor."""
    is_actor = value in actors() or not (any(sign.isdigit() for sign in value) or "/" in value)
    return _actor(store, value) if is_actor else _symbol(store, value)


def _function(_store: Queryable, value: str) -> tuple[str, ...]:
    return (iri(function(value)),)


def _text(_store: Queryable, value: str) -> tuple[str, ...]:
    return (literal(value),)


KINDS: Mapping[str, Callable[[Queryable, str], tuple[str, ...]]] = {
    "actor": _actor,
    "context": _context,
    "function": _function,
    "symbol": _symbol,
    "text": _text,
}
"""The kinds of values, each with what writes it as terms."""
