"""When a document was made: its date, or else what its symbol tells, by one rule for pictures and reports."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import inf

from ontology.symbol import Symbol
from ontology.symbol_order import symbol_of
from ontology.symbol_years import plausible_session, session_years

__all__ = ["Moment", "moment", "time_order"]

# The General Assembly opens its sessions in September; those of the Human Rights Council are spread over the year.
_OPENING = {"ga": 8.5 / 12, "hrc": 0.5}
_PRINTED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """When a document was made.

    Attributes:
        time: The year with its elapsed part as a fraction; None where nothing tells it.
        basis: ``day``, ``month`` or ``year`` by what is known; ``session`` where it is the opening of the session;
            ``none``.
    """

    time: float | None
    basis: str


def moment(key: str, known: Mapping[str, object]) -> Moment:
    """Say when a document or instrument was made.

    Args:
        key: Its key in the graph.
        known: Its attributes; ``kind``, ``date``, ``year``, ``session`` and ``body`` are looked at.

    Returns:
        The date where it is known, else the year in the symbol, else the opening of the session. Nothing is guessed
        from what cites it. An actor has no moment: it is no event.

    Example:
        >>> moment("A/73/325", {"kind": "document", "session": 73}).basis, int(moment("A/73/325", {"session": 73}).time)
        ('session', 2018)
        >>> moment("A/CONF.177/20/Rev.1", {"kind": "document"})
        Moment(time=None, basis='none')
    """
    if known.get("kind") == "actor":
        return Moment(None, "none")
    printed = known.get("date")
    if isinstance(printed, str) and (match := _PRINTED.match(printed)):
        return _dated(*match.groups())
    symbol = symbol_of(key)
    year = known.get("year") or (symbol.year if symbol else None)
    if isinstance(year, int):
        return Moment(year + 0.5, "year")
    return _opening(known.get("body") or (symbol.body if symbol else None), _session(known, symbol))


def time_order(key: str, known: Mapping[str, object]) -> float:
    """Give the moment as a number that sorts, what nothing dates coming last.

    Example:
        >>> dates = {"A/CONF.177/20": {}, "A/73/325": {}, "A/RES/72/278": {"date": "2018-05-22"}}
        >>> sorted(dates, key=lambda key: time_order(key, dates[key]))
        ['A/RES/72/278', 'A/73/325', 'A/CONF.177/20']
    """
    time = moment(key, known).time
    return inf if time is None else time


def _dated(year: str, month: str | None, day: str | None) -> Moment:
    if month and day:
        first = date(int(year), 1, 1).toordinal()
        length = date(int(year) + 1, 1, 1).toordinal() - first
        return Moment(int(year) + (date(int(year), int(month), int(day)).toordinal() - first) / length, "day")
    return Moment(int(year) + ((int(month) - 0.5) / 12 if month else 0.5), "month" if month else "year")


def _session(known: Mapping[str, object], symbol: Symbol | None) -> object:
    return known.get("session") or (symbol.session if symbol else None)


def _opening(body: object, session: object) -> Moment:
    """Give the opening of a regular session; a subsidiary body has a count of its own."""
    organ = _organ(body)
    if organ is None or not isinstance(session, int) or not plausible_session(organ, session):
        return Moment(None, "none")
    years = session_years(organ, session)
    return Moment(round(years[0] + _OPENING[organ], 3), "session") if years else Moment(None, "none")


def _organ(body: object) -> str | None:
    if body == "hrc":
        return "hrc"
    return "ga" if body == "ga" or str(body).startswith("ga-") else None
