"""The values that people give to a query, as RDF terms: never text pasted into SPARQL."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from difflib import get_close_matches
from functools import cache

from graph.properties import Queryable
from graph.quads import iri, literal
from ontology import terms as rg
from ontology.actors import actors
from ontology.errors import QueryError, UnknownTermError
from ontology.iri import actor_iri, document_iri
from ontology.registry import LANGUAGES
from ontology.symbol_input import understand
from ontology.terms import FUNCTIONS
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
        QueryError: It must be a day, year or decade and is none.

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
    named = sorted({entity for text, entity in _actor_names() if text == _plain(value)})
    if not named:
        near = get_close_matches(_plain(value), dict(_actor_names()), n=3, cutoff=0.6)
        raise UnknownTermError(value, "the registry of actors" + (f"; near it: {', '.join(near)}" if near else ""))
    return tuple(iri(actor_iri(entity)) for entity in named)


@cache
def _actor_names() -> tuple[tuple[str, str], ...]:
    """The names of actors in all languages, each as `_plain` gives it."""
    surfaces = (surface for language in LANGUAGES for surface in actors().surfaces(language))
    return tuple((_plain(surface.text), surface.entity) for surface in surfaces)


def _plain(name: str) -> str:
    """Give a name without what people write one way or another: case, hyphens, points."""
    return " ".join(name.casefold().replace("-", " ").replace(".", "").split())


def _context(store: Queryable, value: str) -> tuple[str, ...]:
    """Read what has a digit or a solidus as a document symbol, unless an actor has that id; all else as an actor."""
    is_actor = value in actors() or not (any(sign.isdigit() for sign in value) or "/" in value)
    return _actor(store, value) if is_actor else _symbol(store, value)


def _function(_store: Queryable, value: str) -> tuple[str, ...]:
    if value not in FUNCTIONS:
        there = ", ".join(sorted(FUNCTIONS))
        raise UnknownTermError(value, f"the functions of a citation; there are {there}")
    return (iri(function(value)),)


def _dated(pattern: str, form: str) -> Callable[[Queryable, str], tuple[str, ...]]:
    """Make what reads a time of a form, which is the beginning of a day that exists."""

    def read(_store: Queryable, value: str) -> tuple[str, ...]:
        with suppress(ValueError):
            if re.fullmatch(pattern, value) and date.fromisoformat(value + "0001-01-01"[len(value) :]):
                return (literal(value),)
        raise QueryError(f"{value!r} is no {form}")

    return read


def _text(_store: Queryable, value: str) -> tuple[str, ...]:
    return (literal(value),)


KINDS: Mapping[str, Callable[[Queryable, str], tuple[str, ...]]] = {
    "actor": _actor,
    "context": _context,
    "day": _dated(r"\d{4}(-\d\d){0,2}", "day; write it as 2017-06-01, or a month as 2017-06, a year as 2017"),
    "decade": _dated(r"\d{3}0", "decade; write its first year, such as 1970"),
    "function": _function,
    "symbol": _symbol,
    "text": _text,
    "year": _dated(r"\d{4}", "year; write it as 2023"),
}
"""The kinds of values, each with what writes it as terms."""
