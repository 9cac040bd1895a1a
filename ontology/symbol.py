"""Document symbols: reading them, their canonical form, and what they tell."""

import re
from dataclasses import dataclass, field
from functools import lru_cache, total_ordering

from ontology.symbol_component import Component, roman_number
from ontology.symbol_reader import YEARS, find_joints, read_symbol, sales_year
from ontology.symbol_series import Series, find_series, terms

__all__ = ["Symbol", "parse", "split_joint"]

_SORT = re.compile(r"\d+|\((?:E?S-)?[IVXLC]+\)|[^\d(]+|\(")
_MINTED = re.compile(r"[AE]/DEC/")
_SALES = Series("", "secretariat", None, True, "Sales publications")


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol; two symbols are equal where they differ in blanks and case only.

    Attributes:
        text: Canonical form.
        printed: As it was given.
        components: The components of the canonical form, root first; a sales number is one component.
    """

    text: str
    printed: str = field(compare=False)
    components: tuple[Component, ...] = field(compare=False, repr=False)

    def __str__(self) -> str:
        """Give the canonical form."""
        return self.text

    def __lt__(self, other: object) -> bool:
        """Sort by components, numbers as numbers."""
        if not isinstance(other, Symbol):
            return NotImplemented
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[object, ...]:
        """A key that sorts numbers and Roman sessions by value."""
        return (*(_sortable(piece) for piece in _SORT.findall(self.text.upper())), (-1, 0, self.text))

    @property
    def is_sales_number(self) -> bool:
        """Whether it is the number of a sales publication."""
        return len(self.components) == 1

    @property
    def organ(self) -> str | None:
        """Entity id of the principal organ."""
        return self._series.organ

    @property
    def body(self) -> str | None:
        """Entity id of the most specific body that the tables know; the organ where they know none."""
        return self._series.body or self._series.organ

    @property
    def series(self) -> str:
        """Name of the series of documents."""
        return self._series.label

    @property
    def session(self) -> int | str | None:
        """Session: a number, or ``S-9`` and ``ES-11`` for special and emergency special sessions."""
        named = next((part.session for part in self.components if part.session is not None), None)
        if named is not None:
            return named
        return next((part.number for part in self._leading if part.number not in YEARS), None)

    @property
    def year(self) -> int | None:
        """Year that stands in the symbol, in brackets or as a component."""
        if self.is_sales_number:
            return sales_year(self.text)
        bracket = next((part.year for part in self.components if part.year is not None), None)
        if bracket is not None:
            return bracket
        return next((part.number for part in self._leading if part.number in YEARS), None)

    @property
    def number(self) -> int | None:
        """Number of the document within its session, year or series, without suffixes."""
        numbers = [part.number for part in self._trunk[1:] if part.number is not None]
        return numbers[-1] if numbers else None

    @property
    def document_type(self) -> str | None:
        """Type of document, where the symbol tells it: ``resolution``, ``draft``, ``summary-record`` …."""
        if self.is_sales_number:
            return "publication"
        types, found, before = terms().types, None, ""
        for part in self._trunk:
            found = types.get(f"{before}/{part.stem}") or types.get(part.stem) or found
            before = part.stem
        return found

    @property
    def is_draft(self) -> bool:
        """Whether it is a document of limited distribution (``L.``), as drafts are."""
        return any(part.stem == "L" for part in self._trunk)

    @property
    def suffix(self) -> str | None:
        """What the last component makes of the document: ``addendum``, ``corrigendum``, ``revision`` …."""
        return terms().suffixes.get(self.components[-1].stem)

    @property
    def amends(self) -> "Symbol | None":
        """The document that it adds to, corrects or revises: itself without the last suffix."""
        if self.suffix is None:
            return None
        return parse("/".join(part.text for part in self.components[:-1]))

    @property
    def part(self) -> str | None:
        """Letter part of a resolution or decision: ``B``, ``A-C``."""
        if self.document_type not in ("resolution", "decision"):
            return None
        return next((part.letter for part in self.components if part.letter), None)

    @property
    def whole(self) -> "Symbol":
        """The whole resolution of which it is a letter part; itself where it is none."""
        if self.part is None:
            return self
        return parse(
            "/".join(part.text.replace(part.letter, "", 1) if part.letter else part.text for part in self.components)
        )

    @property
    def minted(self) -> bool:
        """Whether it is our own, for a decision that has no symbol of its own."""
        return _MINTED.match(self.text) is not None

    @property
    def reissued(self) -> bool:
        """Whether the printed form carries the asterisk of a document reissued for technical reasons."""
        return self.printed.rstrip().endswith("*")

    @property
    def _series(self) -> Series:
        return _SALES if self.is_sales_number else find_series(self.components)[0]

    @property
    def _trunk(self) -> tuple[Component, ...]:
        """The components without the suffixes at the end."""
        end = len(self.components)
        while end > 1 and self.components[end - 1].stem in terms().suffixes:
            end -= 1
        return self.components[:end]

    @property
    def _leading(self) -> list[Component]:
        """The bare numbers before the last component of the trunk: sessions and years."""
        return [part for part in self._trunk[1:-1] if part.number is not None and not part.stem]


def parse(text: str) -> Symbol:
    """Read a document symbol.

    Args:
        text: One symbol; blanks and case do not matter.

    Returns:
        The symbol, with the text as its printed form.

    Raises:
        SymbolError: The text is no symbol, or two joined by a hyphen; the error says where and why.

    Example:
        >>> symbol = parse("A/C.3/78/l.60/Add.1")
        >>> str(symbol), symbol.body, symbol.session, symbol.document_type, str(symbol.amends)
        ('A/C.3/78/L.60/Add.1', 'ga-c3', 78, 'draft', 'A/C.3/78/L.60')
        >>> str(parse("A/RES/3411 a (XXX)")), parse("S/RES/1540 (2004)").year
        ('A/RES/3411A(XXX)', 2004)
        >>> parse("and/or")
        Traceback (most recent call last):
            ...
        ontology.errors.SymbolError: 'and/or' is no document symbol: no series begins with 'AND' (at character 1)
    """
    return _parse(text)


def split_joint(text: str) -> tuple[Symbol, ...]:
    """Read a symbol that may be double: two or more joined by a hyphen.

    Args:
        text: One symbol, or several joined.

    Returns:
        The symbols in order.

    Raises:
        SymbolError: A part is no symbol; position and text are those of that part.

    Example:
        >>> [str(symbol) for symbol in split_joint("A/65/382-S/2010/490")]
        ['A/65/382', 'S/2010/490']
    """
    pieces, start = [], 0
    for cut in find_joints(text):
        pieces.append(text[start:cut])
        start = cut + 1
    return tuple(parse(piece) for piece in (*pieces, text[start:]))


@lru_cache(maxsize=1 << 15)
def _parse(text: str) -> Symbol:
    components = read_symbol(text)
    return Symbol("/".join(part.text for part in components), text, components)


def _sortable(piece: str) -> tuple[int, int, str]:
    if piece.isdigit():
        return 0, int(piece), ""
    numeral = piece.strip("()").rpartition("-")[2]
    if piece.startswith("(") and (value := roman_number(numeral)) is not None:
        return 0, value, piece
    return 1, 0, piece
