"""Intervals: times as far as the documents tell them, at the precision of the text."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ontology import terms as rg
from ontology.computed_iri import interval_iri
from ontology.statement import Statement
from ontology.statement_forms import dated, link, plain
from ontology.vocabulary import RDF_TYPE, TI_HAS_INTERVAL_END_DATE, TI_HAS_INTERVAL_START_DATE

__all__ = ["days_between", "is_day", "state_interval"]


def state_interval(start: str | None, end: str | None) -> Iterator[Statement]:
    """State an interval: its sides as the text has them, and the first and last moment that these allow.

    Example:
        >>> [s.object for s in state_interval(None, "2020-05")][1:]
        ['2020-05', '2020-05-31T23:59:59']
    """
    node = interval_iri(start, end)
    if node is None:
        return
    yield link(node, RDF_TYPE, rg.CLASS_INTERVAL)
    if start is not None:
        yield dated(node, rg.FROM, start)
        yield plain(node, TI_HAS_INTERVAL_START_DATE, f"{_first_day(start)}T00:00:00", datatype="dateTime")
    if end is not None:
        yield dated(node, rg.UNTIL, end)
        yield plain(node, TI_HAS_INTERVAL_END_DATE, f"{_last_day(end)}T23:59:59", datatype="dateTime")


def is_day(text: str) -> bool:
    """Tell whether an ISO date names a day of the calendar.

    Example:
        >>> is_day("2014-10-31"), is_day("2014-10"), is_day("1990-06-31")
        (True, False, False)
    """
    try:
        return len(text) == 10 and date.fromisoformat(text) is not None
    except ValueError:
        return False


def days_between(first: str | None, last: str | None) -> int | None:
    """Count the days between two dates; None where one is no day, or the last comes before the first.

    Example:
        >>> days_between("2014-10-31", "2016-07-21"), days_between("2018-06-06", "2020-03")
        (629, None)
    """
    if first is None or last is None or not is_day(first) or not is_day(last):
        return None
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return days if days >= 0 else None


def _first_day(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :]


def _last_day(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]:02}"
    return text
