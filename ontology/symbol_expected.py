"""The beginning that the symbol of a document must have, as body, session or year, and kind tell it."""

from functools import cache

from ontology.symbol_series import all_series

__all__ = ["expected_series"]

_MAIN_COMMITTEES = "A/C."
_FIRST_SESSION = 31
_FIRST_YEAR = {"sc": 1994, "ecosoc": 1978}
# By body and kind; the last row of a body is for every other kind that is issued in the series of the session or year.
_SERIES: dict[str, tuple[tuple[str, str, float], ...]] = {
    "ga": (
        ("resolution", "A/RES/{session}/", 0.9),
        ("draft", "A/{session}/L.", 0.8),
        ("verbatim-record", "A/{session}/PV.", 0.9),
        ("report", "A/{session}/", 0.8),
        ("note", "A/{session}/", 0.8),
        ("letter", "A/{session}/", 0.7),
    ),
    "hrc": (
        ("resolution", "A/HRC/RES/{session}/", 0.9),
        ("decision", "A/HRC/DEC/{session}/", 0.9),
        ("draft", "A/HRC/{session}/L.", 0.9),
        ("report", "A/HRC/{session}/", 0.8),
        ("note", "A/HRC/{session}/", 0.8),
    ),
    "sc": (
        ("resolution", "S/RES/", 0.9),
        ("presidential-statement", "S/PRST/{year}/", 0.9),
        ("verbatim-record", "S/PV.", 0.9),
        ("draft", "S/{year}/", 0.8),
        ("report", "S/{year}/", 0.8),
        ("note", "S/{year}/", 0.8),
        ("letter", "S/{year}/", 0.8),
    ),
    "ecosoc": (
        ("resolution", "E/RES/{year}/", 0.9),
        ("draft", "E/{year}/L.", 0.8),
        ("report", "E/{year}/", 0.7),
        ("note", "E/{year}/", 0.7),
    ),
    _MAIN_COMMITTEES: (
        ("draft", "{committee}/{session}/L.", 0.9),
        ("summary-record", "{committee}/{session}/SR.", 0.9),
        ("report", "{committee}/{session}/", 0.6),
        ("note", "{committee}/{session}/", 0.6),
        ("letter", "{committee}/{session}/", 0.6),
    ),
}


def expected_series(
    kind: str | None, body: str | None, committee: str | None, session: int | None, year: int | None
) -> tuple[str, float] | None:
    """Tell in which series a document that does not print its symbol must have been issued.

    Args:
        kind: Type of the document; ``draft-resolution`` is a ``draft``, ``report-sg`` a ``report``.
        body: Entity id of the organ.
        committee: Entity id of the Main Committee before which it is.
        session: Number of the session.
        year: Year by which the organ counts its documents.

    Returns:
        The beginning of the symbol, to which only a number is wanting, and how sure it is; None where the
        organ has no such series or session or year are not known. It names no document.

    Example:
        >>> expected_series("draft-resolution", "ga", "ga-c3", 78, None)
        ('A/C.3/78/L.', 0.9)
        >>> expected_series("report-sg", "sc", None, None, 2020), expected_series("report-sg", "ga", None, None, None)
        (('S/2020/', 0.8), None)
    """
    prefix = _committees().get(committee) if committee else None
    table = _SERIES.get(_MAIN_COMMITTEES if prefix else body or "", ())
    names = ((kind or ""), (kind or "").partition("-")[0])
    found = next(((series, sure) for of, series, sure in table if of in names), None)
    if found is None or ("{session}" in found[0] and (session is None or not _counts(body, session))):
        return None
    if "{year}" in found[0] and (year is None or year < _FIRST_YEAR.get(body or "", year)):
        return None
    return found[0].format(session=session, year=year, committee=prefix), found[1]


def _counts(body: str | None, session: int) -> bool:
    """Tell whether the symbols of a session carry its number."""
    return body != "ga" or session >= _FIRST_SESSION


@cache
def _committees() -> dict[str, str]:
    """Give the beginning of the symbols of each Main Committee by its entity id."""
    return {
        series.body: series.prefix
        for series in all_series().values()
        if series.body and series.prefix.startswith(_MAIN_COMMITTEES)
    }
