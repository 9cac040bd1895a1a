"""The registry of instruments: treaties, declarations and agendas, with the documents that carry their text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ontology.errors import UnknownTermError
from ontology.forms import instrument_forms
from ontology.registry import NO_NAMES, Forms, NameRegistry, Names, Surface, names_of, read_lines

__all__ = ["INSTRUMENT_KINDS", "Instrument", "InstrumentRegistry", "Surface", "instruments"]

INSTRUMENT_KINDS = frozenset(
    {
        "agenda",
        "agreement",
        "charter",
        "compact",
        "consensus",
        "declaration",
        "framework",
        "outcome",
        "pact",
        "plan",
        "principles",
        "programme",
        "rules",
        "statute",
        "strategy",
        "treaty",
    }
)
"""The closed list of what an instrument may be, by its form."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text with a name of its own that documents cite by that name.

    Attributes:
        id: Stable id, lower-case.
        kind: One of ``INSTRUMENT_KINDS``.
        names: Names by language without 《 》, the official one first, then variants that documents print.
        short: Short forms by language that denote it in any document.
        symbols: Canonical symbols of the document that carries its text; empty where it has none or none is confirmed.
        part: Letter of the part of the resolution, or of the annex, that is the instrument.
        alternatives: Canonical symbols of other documents that carry or endorse it.
        date: ISO date of adoption, at the precision that is known.
        adopted_by: Id of the entity that adopted it.
        source: Where symbols and alternatives were read.
        weak: Surfaces that are also ordinary phrases.
        shared: Surfaces that another instrument has as well.
        not_in: Strings by language that hold a surface by chance and do not name the instrument.
    """

    id: str
    kind: str
    names: Names
    short: Names
    symbols: tuple[str, ...] = ()
    part: str | None = None
    alternatives: tuple[str, ...] = ()
    date: str | None = None
    adopted_by: str | None = None
    source: str | None = None
    weak: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    not_in: Names = field(default_factory=lambda: NO_NAMES)


class InstrumentRegistry(NameRegistry[Instrument]):
    """The instruments by id.

    Example:
        >>> registry = instruments()
        >>> registry["udhr"].symbols, registry["udhr"].part
        (('A/RES/217(III)',), 'A')
        >>> registry.name("2030-agenda", "zh")
        '2030年可持续发展议程'
    """

    vocabulary = "the registry of instruments"

    def __init__(self, entries: Iterable[Instrument], forms: Callable[[str], Forms] = instrument_forms) -> None:
        """Take the instruments and group them by the documents that carry them.

        Args:
            entries: The instruments, each with an id of its own.
            forms: Gives the inflected forms of a language.

        Raises:
            RegistryError: Two instruments have one id or one unmarked surface.
        """
        super().__init__(entries, forms)
        self._carried: dict[str, list[Instrument]] = {}
        for instrument in self.values():
            for symbol in instrument.symbols:
                self._carried.setdefault(symbol, []).append(instrument)

    def carried_by(self, symbol: str) -> tuple[Instrument, ...]:
        """List the instruments whose text stands in a document.

        Args:
            symbol: Canonical symbol of the document.

        Returns:
            The instruments in the order of the data file; empty for a document without one.

        Example:
            >>> [instrument.id for instrument in instruments().carried_by("A/RES/70/1")]
            ['2030-agenda']
        """
        return tuple(self._carried.get(symbol, ()))


@cache
def instruments() -> InstrumentRegistry:
    """Load the registry of instruments.

    Returns:
        The registry, one and the same at every call.

    Raises:
        RegistryError: The data file contradicts itself.
        UnknownTermError: An instrument has an unknown kind.

    Example:
        >>> instruments()["un-charter"].symbols
        ()
    """
    return InstrumentRegistry(map(_instrument, read_lines("instruments.jsonl")))


def _instrument(line: Mapping[str, Any]) -> Instrument:
    if line["kind"] not in INSTRUMENT_KINDS:
        raise UnknownTermError(line["kind"], "the kinds of instruments")
    return Instrument(
        id=line["id"],
        kind=line["kind"],
        names=names_of(line, "names"),
        short=names_of(line, "short"),
        symbols=tuple(line.get("symbols", ())),
        part=line.get("part"),
        alternatives=tuple(line.get("alternatives", ())),
        date=line.get("date"),
        adopted_by=line.get("adopted_by"),
        source=line.get("source"),
        weak=frozenset(line.get("weak", ())),
        shared=frozenset(line.get("shared", ())),
        not_in=names_of(line, "not_in"),
    )
