"""When a document with a given symbol can have come out, as far as its symbol tells."""

from dataclasses import dataclass
from functools import lru_cache

from ontology.errors import SymbolError
from ontology.symbol import Symbol, parse
from ontology.symbol_years import resolution_months

__all__ = ["Times", "times"]

_ACTS = frozenset({"resolution", "decision"})
# Documents other than resolutions may come out before the session or year in their symbol, by so many years at most.
_EARLIER = {"ga": 0, "sc": 0}
_EARLIER_OTHERS = 1


@dataclass(frozen=True, slots=True)
class Times:
    """What a symbol tells of the time of its document.

    Attributes:
        body: Entity id of the body.
        is_act: Whether it is a resolution or decision.
        number: Its number, without session and suffixes.
        session: Regular session in the symbol; None for special ones.
        year: Year in the symbol.
        has_suffix: Whether it is an addendum, corrigendum or revision.
        adopted: First and last month in which an act of this symbol can have been adopted; None for other documents.
        earliest: First month in which the document can have come out.
    """

    body: str | None
    is_act: bool
    number: int | None
    session: int | None
    year: int | None
    has_suffix: bool
    adopted: tuple[str, str] | None
    earliest: str | None


@lru_cache(maxsize=1 << 14)
def times(symbol: str) -> Times | None:
    """Read what a symbol tells of the time of its document.

    Args:
        symbol: A canonical symbol.

    Returns:
        What it tells; None for a text that is no symbol.

    Example:
        >>> times("A/RES/57/32").adopted, times("A/79/837").earliest, times("E/2010/10").earliest
        (('2002-09', '2003-09'), '2024-01', '2009-01')
        >>> times("S/PV.8891").earliest is None, times("no symbol") is None
        (True, True)
    """
    try:
        read = parse(symbol)
    except SymbolError:
        return None
    body, session, year = read.body, read.session, read.year
    is_act = read.document_type in _ACTS
    counted = session if session is not None else year
    months = resolution_months(body or "", counted) if isinstance(counted, int) else None
    return Times(
        body=body,
        is_act=is_act,
        number=read.number,
        session=session if isinstance(session, int) else None,
        year=year,
        has_suffix=read.suffix is not None,
        adopted=months if is_act else None,
        earliest=(months[0] if months else None) if is_act else _earliest(read, year, months),
    )


def _earliest(symbol: Symbol, year: int | None, months: tuple[str, str] | None) -> str | None:
    earlier = _EARLIER.get(symbol.body or "", _EARLIER_OTHERS)
    opened = year if year is not None else int(months[0][:4]) if months else None
    return None if opened is None else f"{opened - earlier}-01"
