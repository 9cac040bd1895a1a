"""Document symbols: reading them, their canonical form, and what they tell."""

import re
from dataclasses import dataclass, field
from functools import lru_cache, total_ordering

from ontology.errors import SymbolError
from ontology.symbol_component import Component, phrases, read_component, roman_number
from ontology.symbol_series import Series, begins_series, find_series, terms
from ontology.symbol_years import security_council_year

__all__ = ["Symbol", "parse", "split_joint"]

_FOREIGN = re.compile(r"[^A-Za-z0-9/().,*\[\]\s‐‑–-]")
_DASHES = str.maketrans("‐‑–", "---")
_LONGEST = 120
_SPACES = re.compile(r"\s+")
_SPACE = re.compile(r"\s")
_TIGHT = re.compile(r"\s*([/().\-])\s*")
_BLANK_BEFORE_LETTERS = re.compile(r"\d \[?[A-Z](?:-[A-Z])?\]?(?=\(|$)")
_BLANK_AFTER_WORD = re.compile(r"(?:\(|\.|^)(?:PART|VOL|SECTS?|RESUMPTION|SUPPL?) (?:[IVX]+|\d+[A-Z]?)(?:\)|$)")
_BLANK = re.compile(r"(?<=[^\s/(.-])\s+(?=[^\s/().-])")
# Catalogues print the library's shelf mark after the symbols of this commission: three letters, or the copy.
_SHELVED = ("E/ESCWA/", "E/ECWA/")
_SHELF_MARK = re.compile(r"(?<=[\dIVX)T])(?: (?:UN\.?|[A-Z]{3})|/? ?\.?C\.?\d)$")
_SALES = re.compile(
    r"(?P<language>[ACEFRSM](?:/[ACEFRS])*)\.(?:GV\.)?(?P<year>\d\d)\."
    r"(?P<category>0|[IVX]+)\.(?:[A-Z]\.)?\d{1,3}(?P<rest>(?:/CORR\.\d+|\(PART\.?(?:\d+|[IVX]+)\))*)"
)
_SLASH = re.compile(r"/(?![^()]*\))")
_JOINT = re.compile(r"-(?=([A-Z][A-Z.\-]*(?:\([A-Z]+\))?)/)")
_SORT = re.compile(r"\d+|\((?:E?S-)?[IVXLC]+\)|[^\d(]+|\(")
_FIRST_SESSION_IN_SYMBOLS = 31
_FIRST_YEAR = {"S": 1994, "E": 1978}
_YEARS = range(1940, 2100)
_MINTED = re.compile(r"[AE]/DEC/")
_CENTURY_TURN = 45


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
        return next((part.number for part in self._leading if part.number not in _YEARS), None)

    @property
    def year(self) -> int | None:
        """Year that stands in the symbol, in brackets or as a component."""
        if self.is_sales_number:
            return _sales_year(self.text)
        bracket = next((part.year for part in self.components if part.year is not None), None)
        if bracket is not None:
            return bracket
        return next((part.number for part in self._leading if part.number in _YEARS), None)

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
        return _SALES_SERIES if self.is_sales_number else find_series(self.components)[0]

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


_SALES_SERIES = Series("", "secretariat", None, True, "Sales publications")


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
    for cut in _joints(text):
        pieces.append(text[start:cut])
        start = cut + 1
    return tuple(parse(piece) for piece in (*pieces, text[start:]))


def _joints(text: str) -> list[int]:
    """Find the hyphens after which another symbol begins."""
    folded = re.sub(r"-\s+", lambda blank: "-" + " " * (len(blank[0]) - 1), text.upper().translate(_DASHES))
    found = re.finditer(r"-(?=\s*([A-Z][A-Z.]*(?:-[A-Z]+)?(?:\([A-Z]+\))?)\s*/)", folded)
    return [match.start() for match in found if "/" in text[: match.start()] and _is_root(match[1])]


def _is_root(part: str) -> bool:
    component = read_component(part)
    return component is not None and begins_series(component)


@lru_cache(maxsize=1 << 15)
def _parse(text: str) -> Symbol:
    if len(text) > _LONGEST:
        raise SymbolError(text, _LONGEST, "it is too long")
    if foreign := _FOREIGN.search(text):
        raise SymbolError(text, foreign.start(), f"{foreign[0]!r} does not occur in symbols")
    compact = _compact(text)
    if sales := _SALES.fullmatch(compact):
        canonical = sales[0].replace("CORR", "Corr").replace("PART", "Part")
        return Symbol(canonical, text, (Component(canonical, numbered=True),))
    if "/" not in compact:
        raise SymbolError(text, 0, "it has no slash")
    if "-" in compact and (joints := _joints(text)):
        raise SymbolError(text, joints[0], "two symbols are joined by a hyphen")
    parts = _SLASH.split(compact) if "(" in compact else compact.split("/")
    if not _is_root(parts[0]):
        raise SymbolError(text, 0, f"no series begins with {parts[0]!r}")
    components = tuple(_component(text, index, part) for index, part in enumerate(parts))
    _check(text, components)
    components = _dated(components)
    return Symbol("/".join(part.text for part in components), text, components)


def _compact(text: str) -> str:
    """Give the text in upper case, without blanks around punctuation, asterisk, last slash and shelf mark."""
    compact = text.upper()
    if not compact.isascii():
        compact = compact.translate(_DASHES)
    if _SPACE.search(compact):
        compact = _TIGHT.sub(r"\1", compact.strip())
    compact = compact.removesuffix("*").rstrip().removesuffix("/")
    return _SHELF_MARK.sub("", compact) if compact.startswith(_SHELVED) else compact


def _component(text: str, index: int, part: str) -> Component:
    """Read one component; blanks inside are allowed in known phrases, before letters and in brackets only."""
    if _SPACE.search(part):
        part = _without_blanks(text, index, _SPACES.sub(" ", part))
    component = read_component(part)
    if component is None:
        reason = f"{part!r} has not the form of a component" if part else "a component is empty"
        raise SymbolError(text, _position(text, index), reason)
    return component


def _without_blanks(text: str, index: int, part: str) -> str:
    joined = part.replace(" ", "")
    word = re.match(r"[A-Z]*", joined)
    if word is not None and word[0] in phrases():
        return joined
    if _BLANK_BEFORE_LETTERS.search(part) or _BLANK_AFTER_WORD.search(part):
        return joined
    blank = _BLANK.search(text, _position(text, index))
    raise SymbolError(text, blank.start() if blank else len(text), "other words follow after a blank")


def _position(text: str, index: int) -> int:
    """Find the first character of a component in the text as given."""
    start = 0
    for _ in range(index):
        start = text.find("/", start) + 1
    return start


def _check(text: str, components: tuple[Component, ...]) -> None:
    """Refuse rows of components that no series has."""
    series, length = find_series(components)
    known_terms, numbered = terms().closed, terms().numbered
    for index, part in enumerate(components[1:], start=1):
        known = series.is_open or index < length or not part.stem or part.stem in known_terms
        if not known:
            raise SymbolError(text, _position(text, index), f"{part.text!r} is no term of the series {series.prefix}")
        if part.stem in numbered and part.number is None and not part.numbered:
            raise SymbolError(text, _position(text, index), f"{part.text!r} needs a number")
    if length == len(components) and series.prefix[-1] in "*0123456789":
        raise SymbolError(text, len(text), "it names a body and no document")
    if not any(part.numbered or roman_number(part.stem) for part in components[1:]):
        raise SymbolError(text, len(text), "it has no number")
    _check_sessions(text, components)


def _check_sessions(text: str, components: tuple[Component, ...]) -> None:
    """Refuse what stands where a session or year should, and is none."""
    root, second = components[0].text, components[1]
    if root in ("S", "E", "T") and isinstance(second.session, str):
        raise SymbolError(text, _position(text, 1), f"the series {root} has no special sessions")
    if len(components) < 3 or second.number is None or second.stem:
        if len(components) > 3 and second.text in ("RES", "DEC"):
            _check_composite(text, root, components)
        return
    third = components[2]
    if third.stem in terms().suffixes or not third.numbered:
        return
    if root == "A":
        _check_session(text, second, 1)
    elif root in _FIRST_YEAR and not _FIRST_YEAR[root] <= second.number < _YEARS.stop:
        raise SymbolError(text, _position(text, 1), f"{second.text!r} is no year of the series {root}")


def _check_composite(text: str, root: str, components: tuple[Component, ...]) -> None:
    """Refuse a resolution or decision with a wrong session, or with two numbers where there is one."""
    if root == "A":
        _check_session(text, components[2], 2)
    elif root == "S" and components[3].stem not in terms().suffixes:
        raise SymbolError(text, _position(text, 3), "resolutions of the Security Council have one number")


def _check_session(text: str, part: Component, index: int) -> None:
    if part.number is not None and not _FIRST_SESSION_IN_SYMBOLS <= part.number <= 199:
        raise SymbolError(text, _position(text, index), f"{part.text!r} is no session of the General Assembly")


def _dated(components: tuple[Component, ...]) -> tuple[Component, ...]:
    """Give a Security Council resolution its year, where it is printed without one and its number tells it."""
    if len(components) != 3 or components[0].text != "S" or components[1].text != "RES":
        return components
    last = components[2]
    year = security_council_year(last.number) if last.number is not None and last.text.isdigit() else None
    dated = read_component(f"{last.text}({year})") if year else None
    return (*components[:2], dated) if dated else components


def _sales_year(text: str) -> int:
    match = _SALES.fullmatch(text.upper())
    year = int(match["year"]) if match else 0
    return year + (1900 if year >= _CENTURY_TURN else 2000)


def _sortable(piece: str) -> tuple[int, int, str]:
    if piece.isdigit():
        return 0, int(piece), ""
    numeral = piece.strip("()").rpartition("-")[2]
    if piece.startswith("(") and (value := roman_number(numeral)) is not None:
        return 0, value, piece
    return 1, 0, piece
