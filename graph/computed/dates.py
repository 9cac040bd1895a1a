"""The date of each document: its own, or the one by which others cite it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from graph.computed.intervals import is_day
from graph.properties import Queryable

__all__ = ["Dated", "Dates", "day_of", "read_dates"]

_OWN = "SELECT ?document ?date ?graph WHERE { GRAPH ?graph { ?document rg:held true ; dcterms:date ?date } }"
_CITED = """
SELECT ?document ?date ?evidence WHERE {
  ?citation rg:citedDate ?date ; rg:citedDocument ?document ; rg:evidence ?evidence .
}
"""
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


class Dated(NamedTuple):
    """A date and what proves it.

    Attributes:
        date: ISO date at the precision of the text.
        proof: IRI of the graph or of the evidence that says so.
    """

    date: str
    proof: str


Dates = Mapping[str, Dated]
"""IRI of a document to its date; documents whose date is not known, or told in two ways by others, are not in it."""


def read_dates(store: Queryable) -> Dates:
    """Read the dates of all documents of a store.

    A document that is held has its own date. One that is cited only has the day by which the others cite it, where
    all that name a day agree.

    Args:
        store: The store.

    Returns:
        The dates by the IRI of the document.
    """
    cited: dict[str, list[Dated]] = {}
    for document, date, evidence in store.rows(_CITED):
        if is_day(date):
            found = cited.setdefault(document, [])
            place = next((i for i, each in enumerate(found) if each.date == date), None)
            if place is None:
                found.append(Dated(date, evidence))
            else:
                found[place] = min(found[place], Dated(date, evidence))
    dates = {document: found[0] for document, found in cited.items() if len(found) == 1}
    own: dict[str, Dated] = {}
    for document, date, graph in store.rows(_OWN):
        if _is_date(date):
            own[document] = min(own.get(document, Dated(date, graph)), Dated(date, graph), key=_precise)
    return dates | own


def day_of(document: str, dates: Dates) -> tuple[str, tuple[str, ...]]:
    """Give the date of a document and what proves it.

    Args:
        document: IRI of the document.
        dates: The dates of documents.

    Returns:
        The ISO date, and the IRI of its proof; an empty text and nothing where it is not known.

    Example:
        >>> day_of("http://x/a", {"http://x/a": Dated("2022-06-21", "http://x/g")}), day_of("http://x/b", {})
        (('2022-06-21', ('http://x/g',)), ('', ()))
    """
    dated = dates.get(document)
    return (dated.date, (dated.proof,)) if dated else ("", ())


def _is_date(text: str) -> bool:
    return _DATE.fullmatch(text) is not None and (len(text) < 10 or is_day(text))


def _precise(dated: Dated) -> tuple[int, Dated]:
    """Sort the most precise date first, then the earliest, so that two versions always give the same."""
    return -len(dated.date), dated
