"""The symbols of resolutions and decisions, built from body, number, and session or year."""

from ontology.errors import SymbolError
from ontology.symbol import Symbol, parse
from ontology.symbol_component import roman_number
from ontology.symbol_years import plausible_session, security_council_year

__all__ = ["decision", "resolution", "roman_numeral"]

# Bodies whose resolutions are numbered within a session, within a year, or (Roman) throughout with the session behind.
_BY_SESSION = {"ga": "A", "hrc": "A/HRC", "escap": "ESCAP"}
_BY_YEAR = {"ecosoc": "E", "chr": "E/CN.4", "sub-commission": "E/CN.4/Sub.2"}
_BY_ROMAN_SESSION = {
    "ga": "A",
    "ecosoc": "E",
    "tc": "T",
    "chr": "E/CN.4",
    "sub-commission": "E/CN.4/Sub.2",
    "escwa": "E/ESCWA",
}
_FIRST_YEAR = {"ecosoc": 1978, "chr": 1979, "sub-commission": 1979}
_LAST_YEAR = {"chr": 2006, "sub-commission": 2006}
_LAST_IN_ROMAN = {"": 30, "S-": 7, "ES-": 5}
_LAST_CONSECUTIVE = 3541
# The Human Rights Council numbers its decisions of a session from 101.
_FIRST_COUNCIL_DECISION = 101
_LAST_COUNCIL_DECISION = 199
_DECIDING = frozenset({"ga", "ecosoc", "hrc", "chr", "sub-commission"})
_NUMERALS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman_numeral(number: int) -> str:
    """Write a number below ninety as a Roman numeral.

    Raises:
        ValueError: The number is out of this range.

    Example:
        >>> roman_numeral(30), roman_numeral(44)
        ('XXX', 'XLIV')
    """
    if not 0 < number < 90:
        raise ValueError(f"{number} is not between 1 and 89")
    written = ""
    for value, numeral in _NUMERALS:
        while number >= value:
            written += numeral
            number -= value
    return written


def resolution(
    body: str,
    number: int,
    session_or_year: int | str | None = None,
    letter: str | None = None,
    roman: str | None = None,
) -> Symbol | None:
    """Give the symbol of a resolution.

    Args:
        body: Entity id of the body: ga, sc, ecosoc, hrc, chr, sub-commission, tc, escap, escwa.
        number: Its number.
        session_or_year: Session (76, ``S-9``, ``ES-11``) or year, as the body counts before the number; the year
            of a Security Council resolution may be left out where its number tells it.
        letter: Letter part (``B``, ``A-C``).
        roman: Session in Roman numerals (``XXX``, ``S-VI``), instead of ``session_or_year``.

    Returns:
        The symbol, or None where the body has no such resolution or the details do not tell which one it is.

    Example:
        >>> str(resolution("ga", 270, 76)), str(resolution("ga", 3411, roman="XXX", letter="A"))
        ('A/RES/76/270', 'A/RES/3411A(XXX)')
        >>> str(resolution("sc", 1540)), str(resolution("hrc", 1, "S-9"))
        ('S/RES/1540(2004)', 'A/HRC/RES/S-9/1')
        >>> resolution("sc", 1540, 2005) is None
        True
    """
    if body == "sc":
        return _security_council(number, session_or_year) if letter is None and roman is None else None
    if roman is not None:
        return _in_roman_session(body, number, roman.upper(), letter) if session_or_year is None else None
    if session_or_year is None:
        return None
    if body == "hrc" and number >= _FIRST_COUNCIL_DECISION:
        return None
    return _composite(body, "RES", session_or_year, number, letter)


def decision(body: str, number: int, session_or_year: int | str, letter: str | None = None) -> Symbol | None:
    """Give the symbol of a decision, minted for the General Assembly and the Economic and Social Council.

    Args:
        body: Entity id of the body: ga, ecosoc, hrc, chr, sub-commission.
        number: Its number.
        session_or_year: Session or year, as the body counts.
        letter: Letter part.

    Returns:
        The symbol, or None where the body numbers no such decisions.

    Example:
        >>> symbol = decision("ga", 411, 50)
        >>> str(symbol), symbol.minted
        ('A/DEC/50/411', True)
        >>> decision("sc", 5, 2004) is None
        True
    """
    if body not in _DECIDING or (body == "hrc" and number > _LAST_COUNCIL_DECISION):
        return None
    return _composite(body, "DEC", session_or_year, number, letter)


def _security_council(number: int, year: int | str | None) -> Symbol | None:
    known = security_council_year(number)
    if year is None:
        year = known
    if not isinstance(year, int) or (known is not None and year != known):
        return None
    return _symbol(f"S/RES/{number}({year})")


def _composite(body: str, kind: str, session: int | str, number: int, letter: str | None) -> Symbol | None:
    """Build a symbol of the form root, kind, session or year, number."""
    if body in _BY_SESSION:
        if not _is_composite_session(body, session):
            return None
        root = _BY_SESSION[body]
    elif body in _BY_YEAR:
        first, last = _FIRST_YEAR[body], _LAST_YEAR.get(body, 2100)
        if not isinstance(session, int) or not first <= session <= last:
            return None
        root = _BY_YEAR[body]
    else:
        return None
    return _symbol(f"{root}/{kind}/{session}/{number}{letter or ''}")


def _is_composite_session(body: str, session: int | str) -> bool:
    """Tell whether a body has had a session of this name whose documents carry it before the number."""
    prefix, hyphen, digits = str(session).rpartition("-")
    if not digits.isdigit() or prefix not in ("", "S", "ES"):
        return False
    number = int(digits)
    if body == "ga" and number <= _LAST_IN_ROMAN[prefix + hyphen]:
        return False
    return number > 0 if prefix else plausible_session(body, number)


def _in_roman_session(body: str, number: int, numeral: str, letter: str | None) -> Symbol | None:
    prefix, _, digits = numeral.rpartition("-")
    session = roman_number(digits)
    if body not in _BY_ROMAN_SESSION or session is None:
        return None
    last = _LAST_IN_ROMAN.get(f"{prefix}-" if prefix else "", 0)
    if body == "ga" and (session > last or number > _LAST_CONSECUTIVE):
        return None
    return _symbol(f"{_BY_ROMAN_SESSION[body]}/RES/{number}{letter or ''}({numeral})")


def _symbol(text: str) -> Symbol | None:
    try:
        return parse(text)
    except SymbolError:
        return None
