"""What the number of a session or of a Security Council resolution tells of its year."""

from bisect import bisect_right
from functools import cache
from importlib.resources import files

__all__ = [
    "plausible_session",
    "resolution_months",
    "security_council_year",
    "security_council_years",
    "session_years",
]

# A session that would open more than these years after the last year of the table is something else.
_YEARS_AHEAD = 10
_FIRST_YEAR = 1946
_FIRST_HUMAN_RIGHTS_COUNCIL = 2006
# From this session on the Assembly's sessions run from one September to the next; some before it did not.
_FIRST_FROM_SEPTEMBER = 31
# By how many years the act may miss the year in the number: the Economic and Social Council's cycle begins in the
# year before, and its resumed sessions end in the year after.
_SLACK = {"sc": 0, "chr": 0, "sub-commission": 0, "ecosoc": 1}


@cache
def _years() -> tuple[tuple[int, int, int], ...]:
    """Give (first, last, year) of each year of the table, by number."""
    text = (files("ontology") / "data" / "security-council-years.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith(("#", "year"))]
    return tuple(sorted((int(first), int(last), int(year)) for year, first, last in rows))


def security_council_year(number: int) -> int | None:
    """Give the year of a Security Council resolution from its number.

    Args:
        number: Number of the resolution; numbers run on from 1946.

    Returns:
        The year, or None where the table cannot tell.

    Example:
        >>> security_council_year(242), security_council_year(99999)
        (1967, None)
    """
    rows = _years()
    place = bisect_right(rows, (number, _MORE, _MORE)) - 1
    return rows[place][2] if place >= 0 and number <= rows[place][1] else None


_MORE = 10**9


def security_council_years(number: int) -> tuple[int, int] | None:
    """Give the first and last year in which the number of a Security Council resolution can have been given.

    Args:
        number: Number of the resolution.

    Returns:
        The same year twice where the table has the number; for one in a gap of the table, the years around it; None
        for one beyond the table.

    Example:
        >>> security_council_years(1325), security_council_years(2090), security_council_years(99999)
        ((2000, 2000), (2012, 2013), None)
    """
    rows = _years()
    place = bisect_right(rows, (number, _MORE, _MORE)) - 1
    if place < 0:
        return None
    if number <= rows[place][1]:
        return rows[place][2], rows[place][2]
    return (rows[place][2], rows[place + 1][2]) if place + 1 < len(rows) else None


def resolution_months(body: str, session_or_year: int) -> tuple[str, str] | None:
    """Give the first and last month in which a body can have adopted a resolution or decision.

    Args:
        body: Entity id of the body.
        session_or_year: The regular session or the year in the number of the resolution.

    Returns:
        Two months in ISO form, both included; None for sessions of which nothing is known.

    Example:
        >>> resolution_months("ga", 57), resolution_months("sc", 2000)
        (('2002-09', '2003-09'), ('2000-01', '2000-12'))
        >>> resolution_months("ecosoc", 2018), resolution_months("ecosoc", 57)
        (('2017-01', '2019-12'), None)
    """
    years = session_years(body, session_or_year)
    if years is None:
        slack = _SLACK.get(body) if session_or_year >= _FIRST_YEAR else None
        return None if slack is None else (f"{session_or_year - slack}-01", f"{session_or_year + slack}-12")
    if body == "ga" and session_or_year >= _FIRST_FROM_SEPTEMBER:
        return f"{years[0]}-09", f"{years[1]}-09"
    return f"{years[0]}-01", f"{years[1]}-12"


def session_years(body: str, session: int) -> tuple[int, int] | None:
    """Give the first and last year of a regular session.

    Args:
        body: Entity id: ``ga`` or ``hrc``; the sessions of other bodies tell no year.
        session: Number of the session.

    Returns:
        The year in which it opens and the year in which it ends; None for other bodies.

    Example:
        >>> session_years("ga", 76), session_years("hrc", 50)
        ((2021, 2022), (2022, 2022))
    """
    if body == "ga":
        return 1945 + session, 1946 + session
    if body == "hrc":
        # Three regular sessions a year, from the first in June 2006.
        year = _FIRST_HUMAN_RIGHTS_COUNCIL + (session - 1) // 3
        return year, year
    return None


def plausible_session(body: str, session: int, year: int | None = None) -> bool:
    """Tell whether a body can have had a session with this number.

    Args:
        body: Entity id of the body.
        session: Number of a regular session.
        year: A year in which it met, where one is known.

    Returns:
        False where the number is out of the question; True also where nothing is known of the body's sessions.

    Example:
        >>> plausible_session("ga", 76, 2022), plausible_session("hrc", 60, 2006), plausible_session("ga", 251)
        (True, False, False)
    """
    if session < 1:
        return False
    years = session_years(body, session)
    if years is None:
        return True
    first, last = years
    return first <= _years()[-1][2] + _YEARS_AHEAD if year is None else first <= year <= last
