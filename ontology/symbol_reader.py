"""Reading the text of a symbol into components, and refusing what is no symbol."""

import re

from ontology.errors import SymbolError
from ontology.symbol_component import Component, phrases, read_component, roman_number
from ontology.symbol_series import begins_series, find_series, terms
from ontology.symbol_years import security_council_year

__all__ = ["YEARS", "find_joints", "read_symbol", "sales_year"]

YEARS = range(1940, 2100)
"""Numbers that are years where they stand for a session or year."""

_LONGEST = 120
_FOREIGN = re.compile(r"[^A-Za-z0-9/().,*\[\]\s‐‑–-]")
_DASHES = str.maketrans("‐‑–", "---")
_SPACES = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([/().\-])\s*")
_BLANK_BEFORE_LETTERS = re.compile(r"\d \[?[A-Z](?:-[A-Z])?\]?(?=\(|$)")
_BLANK_AFTER_WORD = re.compile(r"(?:\(|\.|^)(?:PART|VOL|SECTS?|RESUMPTION|SUPPL?) (?:[IVXL]+|\d+[A-Z]?)(?:\)|$)")
_BLANK_BETWEEN_WORDS = re.compile(r"(?<=[^\s/(.-])\s+(?=[^\s/().-])")
# Catalogues print the library's shelf mark after the symbols of this commission: three letters, or the copy.
_SHELVED = ("E/ESCWA/", "E/ECWA/")
_SHELF_MARK = re.compile(r"(?<=[\dIVX)])(?: ?UN\.| UN| [A-Z]{3}|/? ?\.?C\.?\d)$")
_SALES = re.compile(
    r"[ACEFRSM](?:/[ACEFRS])*\.(?:GV\.)?(?P<year>\d\d)\.(?:0|[IVX]+)\.(?:[A-Z]\.)?\d{1,3}"
    r"(?:/CORR\.\d+|\(PART\.?(?:\d+|[IVX]+)\))*"
)
_FIRST_SALES_YEAR = 45
_SLASH = re.compile(r"/(?![^()]*\))")
_JOINT = re.compile(r"-(?=\s*([A-Z][A-Z.-]*(?:\d{1,3})?(?:\([A-Z]+\))?)\s*/)")
_SESSIONS_IN_SYMBOLS = range(31, 200)
_FIRST_YEAR = {"S": 1994, "E": 1978}


def read_symbol(text: str) -> tuple[Component, ...]:
    """Read one symbol into its components; a sales number is one component.

    Args:
        text: The symbol; blanks and case do not matter.

    Returns:
        The components in canonical spelling, root first.

    Raises:
        SymbolError: The text is no symbol, or two joined by a hyphen.

    Example:
        >>> [part.text for part in read_symbol("a/c.3/78/l.60/add.1")]
        ['A', 'C.3', '78', 'L.60', 'Add.1']
    """
    if len(text) > _LONGEST:
        raise SymbolError(text, _LONGEST, "it is too long")
    if foreign := _FOREIGN.search(text):
        raise SymbolError(text, foreign.start(), f"{foreign[0]!r} does not occur in symbols")
    compact = _compact(text)
    if sales := _SALES.fullmatch(compact):
        return (Component(sales[0].replace("CORR", "Corr").replace("PART", "Part"), numbered=True),)
    if "/" not in compact:
        raise SymbolError(text, 0, "it has no slash")
    if "-" in compact and (joints := find_joints(text)):
        raise SymbolError(text, joints[0], "two symbols are joined by a hyphen")
    parts = _SLASH.split(compact) if "(" in compact else compact.split("/")
    if not _is_root(parts[0]):
        raise SymbolError(text, 0, f"no series begins with {parts[0]!r}")
    components = tuple(_component(text, index, part) for index, part in enumerate(parts))
    _check(text, components)
    return _dated(components)


def find_joints(text: str) -> list[int]:
    """Find the hyphens of a text after which another symbol begins.

    Example:
        >>> find_joints("A/ES-10/648-S/2014/567")
        [11]
    """
    folded = text.translate(_DASHES)
    found = _JOINT.finditer(folded.upper() if folded.isascii() else folded)
    return [match.start() for match in found if "/" in text[: match.start()] and _is_root(match[1])]


def sales_year(number: str) -> int | None:
    """Give the year of a sales number.

    Example:
        >>> sales_year("E.02.II.D.12"), sales_year("E.83.I.16"), sales_year("A/79/837")
        (2002, 1983, None)
    """
    match = _SALES.fullmatch(number.upper())
    if match is None:
        return None
    year = int(match["year"])
    return year + (1900 if year >= _FIRST_SALES_YEAR else 2000)


def _is_root(part: str) -> bool:
    component = read_component(part)
    return component is not None and begins_series(component)


def _compact(text: str) -> str:
    """Give the text in upper case, without blanks around punctuation, asterisk, last slash and shelf mark."""
    compact = text.upper()
    if not compact.isascii():
        compact = compact.translate(_DASHES)
    if _SPACES.search(compact):
        compact = _TIGHT.sub(r"\1", compact.strip())
    compact = compact.removesuffix("*").rstrip().removesuffix("/")
    return _SHELF_MARK.sub("", compact) if compact.startswith(_SHELVED) else compact


def _component(text: str, index: int, part: str) -> Component:
    """Read one component; blanks inside are allowed in known phrases, before letters and in brackets only."""
    if _SPACES.search(part):
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
    blank = _BLANK_BETWEEN_WORDS.search(text, _position(text, index))
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
    elif root in _FIRST_YEAR and not _FIRST_YEAR[root] <= second.number < YEARS.stop:
        raise SymbolError(text, _position(text, 1), f"{second.text!r} is no year of the series {root}")


def _check_composite(text: str, root: str, components: tuple[Component, ...]) -> None:
    """Refuse a resolution or decision with a wrong session, or with two numbers where there is one."""
    if root == "A":
        _check_session(text, components[2], 2)
    elif root == "S" and components[3].stem not in terms().suffixes:
        raise SymbolError(text, _position(text, 3), "resolutions of the Security Council have one number")


def _check_session(text: str, part: Component, index: int) -> None:
    if part.number is not None and part.number not in _SESSIONS_IN_SYMBOLS:
        raise SymbolError(text, _position(text, index), f"{part.text!r} is no session of the General Assembly")


def _dated(components: tuple[Component, ...]) -> tuple[Component, ...]:
    """Give a Security Council resolution its year, where it is printed without one and its number tells it."""
    if len(components) != 3 or components[0].text != "S" or components[1].text != "RES":
        return components
    last = components[2]
    year = security_council_year(last.number) if last.number is not None and last.text.isdigit() else None
    dated = read_component(f"{last.text}({year})") if year else None
    return (*components[:2], dated) if dated else components
