"""What a printed number of a resolution or decision says: number, session or year, letters."""

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["PrintedNumber", "read_number"]

_LETTER = r"(?<![A-Za-z])[A-Z](?![A-Za-z])"
_FORMS = (
    re.compile(r"(?P<session>E?S-\d{1,2})/(?P<number>\d{1,4})(?P<letters>.*)"),
    re.compile(r"(?P<number>\d{1,3})/(?P<conference>(?:CP|CMP|CMA|COP)\.\d{1,2})(?P<letters>)"),
    re.compile(r"(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,4})(?P<letters>.*)"),
    re.compile(r"(?P<session>\d{1,3})/(?P<number>\d{1,4})(?P<letters>.*)"),
    re.compile(r"(?P<number>\d{1,4})(?P<letters>[^(]*?) ?\((?P<year>(?:19|20)\d\d)\)"),
    re.compile(r"(?P<number>\d{1,4})(?P<letters>[^(]*?) ?\((?P<roman>(?:E?S-)?[IVXLC]{1,8})\)(?:.*)"),
    re.compile(r"(?P<number>\d{1,4})(?P<letters>)"),
)
_LETTERS = re.compile(_LETTER)
_SPAN = re.compile(rf"({_LETTER})(?P<joint>[^A-Z]{{1,6}})({_LETTER})")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as printed, taken apart.

    Attributes:
        number: The running number.
        session: Session in Arabic numerals, or ``S-13``, ``ES-11``.
        roman: Session in Roman numerals.
        year: Year in brackets or in front.
        leading_year: Whether the year stands in front (2000/22), as the Economic and Social Council and its
            commissions number.
        conference: Session of a conference of parties: ``CP.21``.
        letters: Letters of its parts, ranges written out.
    """

    number: int
    session: str | None = None
    roman: str | None = None
    year: int | None = None
    leading_year: bool = False
    conference: str | None = None
    letters: tuple[str, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether nothing but the running number is printed, neither session nor year."""
        return (self.session, self.roman, self.year, self.conference) == (None, None, None, None)


@lru_cache(maxsize=4096)
def read_number(text: str, through: frozenset[str] = frozenset({"-"})) -> PrintedNumber | None:
    """Take a printed number apart.

    Args:
        text: The number without 第 and 号: ``57/32``, ``3411 A和B(XXX)``, ``1325(2000)``.
        through: Words that stand between the first and last letter of a range (A至E).

    Returns:
        Its parts; None for what is no such number.

    Example:
        >>> found = read_number("3411 A和B(XXX)")
        >>> found.number, found.roman, found.letters
        (3411, 'XXX', ('A', 'B'))
        >>> read_number("2000/22").leading_year
        True
    """
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match is not None:
            found = match.groupdict()
            year = found.get("year")
            return PrintedNumber(
                int(found["number"]),
                session=found.get("session"),
                roman=found.get("roman"),
                year=int(year) if year else None,
                leading_year=bool(year) and match.start("year") == 0,
                conference=found.get("conference"),
                letters=_letters(found["letters"], through),
            )
    return None


def _letters(text: str, through: frozenset[str]) -> tuple[str, ...]:
    found = _SPAN.search(text)
    if found is not None and found["joint"].strip() in through:
        return tuple(chr(code) for code in range(ord(found[1]), ord(found[3]) + 1))
    return tuple(_LETTERS.findall(text))
