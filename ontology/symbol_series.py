"""The tables of the symbol grammar: the roots and bodies that a symbol may begin with, and the terms inside it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.errors import UnknownTermError
from ontology.symbol_component import Component

__all__ = ["Series", "Terms", "all_series", "begins_series", "find_series", "terms"]


@dataclass(frozen=True, slots=True)
class Series:
    """A series of documents, told by the first components of their symbols.

    Attributes:
        prefix: These components in upper case, ``*`` for any number: ``A/CONF.*``.
        organ: Entity id of the principal organ, where the series belongs to one.
        body: Entity id of the body itself, where the tables know it.
        is_open: Whether any well-formed component may follow; only known terms may follow in a closed series.
        label: Name of the series.
    """

    prefix: str
    organ: str | None
    body: str | None
    is_open: bool
    label: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The words that components are made of.

    Attributes:
        suffixes: Final components and what they add: ``ADD`` is an addendum.
        numbered: Terms that never stand without a number.
        types: Types of document by term, or by two components joined by a slash.
        closed: Every term that a closed series knows.
    """

    suffixes: dict[str, str]
    numbered: frozenset[str]
    types: dict[str, str]
    closed: frozenset[str]


@cache
def terms() -> Terms:
    """Give the terms of the grammar.

    Example:
        >>> terms().suffixes["ADD"]
        'addendum'
    """
    data = json.loads((files("ontology") / "data" / "symbol-terms.json").read_text(encoding="utf-8"))
    single = {term for term in data["types"] if "/" not in term}
    closed = frozenset(single | set(data["suffixes"]) | set(data["closed"]))
    return Terms(data["suffixes"], frozenset(data["numbered"]), data["types"], closed)


@cache
def all_series() -> dict[str, Series]:
    """Give every series of the table by its prefix.

    Example:
        >>> all_series()["A/HRC"].label
        'Human Rights Council'
    """
    lines = (files("ontology") / "data" / "symbol-series.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {
        prefix: Series(prefix, organ or None, body or None, words == "open", label)
        for prefix, organ, body, words, label in rows
    }


def begins_series(component: Component) -> bool:
    """Tell whether a symbol may begin with a component.

    Example:
        >>> from ontology.symbol_component import read_component
        >>> begins_series(read_component("A")), begins_series(read_component("B"))
        (True, False)
    """
    return _step("", component, all_series()) is not None


def find_series(components: Sequence[Component]) -> tuple[Series, int]:
    """Find the most specific series of a row of components.

    Args:
        components: The components of a symbol, root first.

    Returns:
        The series and the number of components that tell it.

    Raises:
        UnknownTermError: The root is not in the table.

    Example:
        >>> from ontology.symbol_component import read_component
        >>> series, length = find_series([read_component(part) for part in ("A", "CONF.183", "9")])
        >>> series.label, length
        ('Conferences', 2)
    """
    table = all_series()
    root = _step("", components[0], table)
    if root is None:
        raise UnknownTermError(components[0].text, "the table of series")
    found, length, path = root, 1, components[0].text.upper()
    for depth, component in enumerate(components[1:4], start=2):
        deeper = _step(f"{path}/", component, table)
        if deeper is not None:
            found, length = deeper, depth
        path = f"{path}/{component.text.upper()}"
    return found, length


def _step(path: str, component: Component, table: dict[str, Series]) -> Series | None:
    """Give the series that a component opens below a path: itself, any number of it, or the word that it is made of."""
    found = table.get(path + component.text.upper())
    if found is None and component.stem:
        found = table.get(f"{path}{component.stem}.*") if component.number is not None else None
        if found is None and (component.number is None or path):
            found = table.get(path + component.stem)
    return found
