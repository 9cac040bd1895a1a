"""Which roles actors hold, in which context, from when to when."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from graph.computed.dates import Dated, Dates, day_of
from graph.computed.situations import Situation, situations
from graph.properties import Queryable
from ontology.iri import REGISTRY_GRAPH, actor_id
from ontology.statement import Statement
from ontology.symbol_years import resolution_months

__all__ = ["roles"]

_STATED = (("sponsor", "rg:sponsor"), ("author", "rg:author"), ("committee", "rg:committee"))
_SIDES = ("lead", "partner", "supporter", "host", "recipient")
_BY_PROPERTY = """
SELECT ?actor ?document ?graph WHERE {{ GRAPH ?graph {{ ?document rg:held true ; {property} ?actor }} }}
"""
_ADOPTING = """
SELECT ?actor ?document ?graph WHERE {
  VALUES ?kind { rg:Resolution rg:Decision }
  GRAPH ?graph { ?document rg:held true ; a ?kind ; rg:body ?actor }
}
"""
_INSTRUMENTS = """
SELECT DISTINCT ?actor ?instrument ?date ?graph WHERE {
  GRAPH ?graph { ?instrument rg:adoptedBy ?actor . OPTIONAL { ?instrument dcterms:date ?date } }
  FILTER EXISTS { ?citation rg:citedInstrument ?instrument }
}
"""
_DRAFTS = "SELECT ?draft ?act WHERE { ?act rg:comesFrom ?draft }"
_ASKED = """
SELECT ?actor ?document ?due ?body ?evidence WHERE {
  ?mandate rg:addressee ?actor ; rg:inDocument ?document ; rg:evidence ?evidence .
  OPTIONAL { ?mandate rg:due ?due }
  OPTIONAL { ?mandate rg:dueBody ?body }
}
"""
_ACTING = """
SELECT ?actor ?document ?state ?time ?evidence WHERE {{
  ?activity rg:{side} ?actor ; rg:modality "done" ; rg:inDocument ?document ; rg:evidence ?evidence .
  OPTIONAL {{ ?activity rg:inState ?state }}
  OPTIONAL {{ ?activity rg:time ?time }}
}}
"""
_PARTS = f"""
SELECT DISTINCT ?actor ?parent ?from ?to WHERE {{
  GRAPH <{REGISTRY_GRAPH}> {{
    ?actor rg:parent ?parent .
    OPTIONAL {{ ?actor rg:validFrom ?from }}
    OPTIONAL {{ ?actor rg:validTo ?to }}
  }}
  FILTER EXISTS {{ ?document rg:mentions ?actor }}
}}
"""
_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

_Found = Iterator[tuple[Situation, tuple[str, ...]]]


def roles(store: Queryable, dates: Dates) -> Iterator[Statement]:
    """State the roles of actors.

    Sponsors, authors and committees hold theirs from the date of the document on; a body has adopted on that day.
    Whoever is asked to act is so from the date of the document until the act is due; the end of the session at which
    it is due is inferred. What a draft asks, and who sponsors it, ends when its text is adopted. Who takes part in a
    joint activity does so at its time, in the report that says so and in the State where it takes place. A part of a
    body, as the registry has it, is so as long as it exists; only bodies that a document names are stated.

    Args:
        store: The store.
        dates: The dates of its documents.
    """
    adopted = _adoptions(store, dates)
    found = chain(
        _of_documents(store, dates, adopted),
        _adopting(store, dates),
        _asked(store, dates, adopted),
        _acting(store),
        _parts(store),
    )
    yield from situations("role", found)


def _of_documents(store: Queryable, dates: Dates, adopted: Mapping[str, Dated]) -> _Found:
    for role, name in _STATED:
        for actor, document, graph in store.rows(_BY_PROPERTY.format(property=name)):
            start, dated = day_of(document, dates)
            end = adopted.get(document) if role == "sponsor" else None
            proved = (graph, *dated, end.proof) if end else (graph, *dated)
            yield Situation(actor, role, (document,), start, end.date if end else ""), proved


def _adoptions(store: Queryable, dates: Dates) -> dict[str, Dated]:
    """Give the day on which a draft was adopted, and what proves it."""
    found: dict[str, Dated] = {}
    for draft, act in store.rows(_DRAFTS):
        if act in dates:
            found[draft] = min(found.get(draft, dates[act]), dates[act])
    return found


def _adopting(store: Queryable, dates: Dates) -> _Found:
    for actor, document, graph in store.rows(_ADOPTING):
        day, dated = day_of(document, dates)
        yield Situation(actor, "adopting-body", (document,), day, day), (graph, *dated)
    for actor, instrument, date, graph in store.rows(_INSTRUMENTS):
        day = _date(date)
        yield Situation(actor, "adopting-body", (instrument,), day, day), (graph,)


def _asked(store: Queryable, dates: Dates, adopted: Mapping[str, Dated]) -> _Found:
    for actor, document, due, body, evidence in store.rows(_ASKED):
        start, dated = day_of(document, dates)
        end = _date(due) or _end_of_session(due, body)
        if start and end[: len(start)] < start[: len(end)]:
            end = ""  # a day before the document is no time by which it asks for something
        inferred = bool(end) and end != due
        if document in adopted:
            end, inferred, dated = adopted[document].date, False, (*dated, adopted[document].proof)
        yield Situation(actor, "addressee", (document,), start, end, inferred), (evidence, *dated)


def _end_of_session(due: str, body: str) -> str:
    """Give the month in which a session ends, where that can be reckoned; else nothing."""
    months = resolution_months(actor_id(body), int(due)) if due.isdigit() and body else None
    return months[1] if months else ""


def _acting(store: Queryable) -> _Found:
    for side in _SIDES:
        for actor, document, state, time, evidence in store.rows(_ACTING.format(side=side)):
            start, end = _sides_of(time)
            contexts = (document, state) if state else (document,)
            yield Situation(actor, side, contexts, start, end), (evidence,)


def _sides_of(time: str) -> tuple[str, str]:
    """Take a time apart: a period with a solidus between, ``..`` for an open end, else one date."""
    first, solidus, last = time.partition("/")
    return _date(first), _date(last if solidus else first)


def _date(text: str) -> str:
    return text if _TIME.fullmatch(text) else ""


def _parts(store: Queryable) -> _Found:
    for actor, parent, start, end in store.rows(_PARTS):
        yield Situation(actor, "part", (parent,), _date(start), _date(end)), (REGISTRY_GRAPH,)
