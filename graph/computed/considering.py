"""Which resolution of the body that asked for a report considered the report."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph.computed.dates import Dates
from graph.properties import Queryable
from ontology import terms as rg
from ontology.iri import actor_iri, document_key
from ontology.symbol_order import key_order, symbol_of

__all__ = ["Answer", "Considered", "answers", "considered"]

_ANSWERS = """
SELECT ?report ?act ?evidence ?portion WHERE {
  ?report rg:answers ?act .
  ?citation rg:citedDocument ?act ; rg:citingDocument ?report ; rg:function rg:requestedBy ; rg:evidence ?evidence .
  OPTIONAL { ?citation rg:citedPortion ?portion }
}
"""
_CITING = """
SELECT ?report ?act ?function ?evidence ?asking WHERE {
  { SELECT DISTINCT ?report ?asking WHERE { ?report rg:answers ?asking } }
  ?citation rg:citedDocument ?report ; rg:citingDocument ?act ; rg:kind ?kind ; rg:function ?function ;
    rg:evidence ?evidence .
  FILTER (?kind NOT IN ("self", "url"))
  FILTER (?act != ?asking)
  FILTER EXISTS { ?act rg:held true ; a rg:Resolution }
}
"""
_BODIES = """
SELECT DISTINCT ?act ?body WHERE { VALUES ?kind { rg:Resolution rg:Decision } ?act a ?kind ; rg:body ?body }
"""
_SAYING_SO = frozenset({rg.NOTES, rg.WELCOMES, rg.ENDORSES, rg.ADOPTS, rg.DECIDES})


class Answer(NamedTuple):
    """A report that says it answers a resolution or decision.

    Attributes:
        act: IRI of the resolution or decision.
        report: IRI of the report.
        portion: IRI of the paragraph that it names; empty where it names none.
        evidence: IRI of the words that say so.
    """

    act: str
    report: str
    portion: str
    evidence: str


class Considered(NamedTuple):
    """The resolution that considered a report.

    Attributes:
        act: IRI of the resolution.
        evidence: IRIs of the words that cite the report.
        inferred: Whether it cites the report without saying what it does with it.
    """

    act: str
    evidence: tuple[str, ...]
    inferred: bool


def answers(store: Queryable) -> Iterator[Answer]:
    """Find which reports answer which resolutions and decisions, in order."""
    rows = {Answer(act, report, portion, evidence) for report, act, evidence, portion in store.rows(_ANSWERS)}
    yield from sorted(rows)


def considered(store: Queryable, dates: Dates) -> Mapping[tuple[str, str], Considered]:
    """Find for each request and report the first resolution by which the body that asked dealt with the report.

    It cites the report, is dated, and comes after the request, and not before the report. Where it does not say that
    it takes note of the report, welcomes, endorses or adopts it, that it considered it is inferred.

    Args:
        store: The store.
        dates: The dates of its documents.

    Returns:
        The resolution by request and report.
    """
    bodies = _bodies(store)
    rows: dict[tuple[str, str], dict[str, set[tuple[str, str]]]] = {}
    for report, act, function, evidence, asking in store.rows(_CITING):
        if bodies.get(act) == (bodies.get(asking) or _body(asking)) and _is_after(act, asking, report, dates):
            rows.setdefault((asking, report), {}).setdefault(act, set()).add((function, evidence))
    return {pair: _first(found, dates) for pair, found in rows.items()}


def _bodies(store: Queryable) -> dict[str, str]:
    rows = ((act, body) for act, body in sorted(store.rows(_BODIES), reverse=True))
    return dict(rows)


def _body(document: str) -> str | None:
    """Give the body of a document that is not held, as its symbol tells."""
    symbol = symbol_of(document_key(document))
    return actor_iri(symbol.body) if symbol is not None and symbol.body else None


def _is_after(act: str, asking: str, report: str, dates: Dates) -> bool:
    if act not in dates:
        return False
    day = dates[act].date
    asked, reported = dates.get(asking), dates.get(report)
    return (asked is None or asked.date < day) and (reported is None or reported.date[:7] <= day[:7])


def _first(found: Mapping[str, set[tuple[str, str]]], dates: Dates) -> Considered:
    act = min(found, key=lambda each: (dates[each].date, key_order(document_key(each))))
    saying = sorted(evidence for function, evidence in found[act] if function in _SAYING_SO)
    every = sorted(evidence for _, evidence in found[act])
    return Considered(act, tuple(saying or every), not saying)
