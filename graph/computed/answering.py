"""How requests for a report were answered: asked, reported, considered."""

import re
from collections.abc import Iterator
from itertools import groupby

from graph.computed.considering import Answer, Considered, answers, considered
from graph.computed.dates import Dates
from graph.computed.processes import Step, process
from graph.properties import Queryable
from ontology.statement import Statement

__all__ = ["answering"]

_ASKING = """
SELECT ?act ?paragraph ?evidence WHERE {
  ?mandate rg:asksReport true ; rg:inDocument ?act ; rg:evidence ?evidence .
  OPTIONAL { ?mandate rg:paragraph ?paragraph }
}
"""
_PARAGRAPH = re.compile(r"#para-(?P<number>\d+)")


def answering(store: Queryable, dates: Dates) -> Iterator[Statement]:
    """State how each request that a report answers was answered.

    The steps are: asked by the resolution or decision, reported, considered by the first resolution of the same body
    that deals with the report. A request that no report answers is no process; ``unanswered-requests`` finds it.

    Args:
        store: The store.
        dates: The dates of its documents.
    """
    asking: dict[str, list[tuple[str, str]]] = {}
    for act, paragraph, evidence in sorted(store.rows(_ASKING)):
        asking.setdefault(act, []).append((paragraph, evidence))
    later = considered(store, dates)
    for (act, report), found in groupby(answers(store), key=lambda answer: (answer.act, answer.report)):
        said = list(found)
        stages = [
            [_asked(act, said, asking.get(act, []), dates)],
            [_dated("reported", report, tuple(answer.evidence for answer in said), dates)],
            [_considered(later[act, report], dates)] if (act, report) in later else [],
        ]
        yield from process("answering", (act, report), stages)


def _asked(act: str, said: list[Answer], asking: list[tuple[str, str]], dates: Dates) -> Step:
    """Give the step of asking: proved by the paragraph that the report names, else by all that ask for a report.

    Of an act that is not held, the words of the report are the proof.
    """
    named = {match["number"] for answer in said if (match := _PARAGRAPH.search(answer.portion))}
    evidence = [words for paragraph, words in asking if paragraph in named] or [words for _, words in asking]
    return _dated("asked", act, tuple(evidence) or tuple(answer.evidence for answer in said), dates)


def _considered(by: Considered, dates: Dates) -> Step:
    return _dated("considered", by.act, by.evidence, dates, by.inferred)


def _dated(kind: str, document: str, proved: tuple[str, ...], dates: Dates, inferred: bool = False) -> Step:
    dated = dates.get(document)
    if dated is None:
        return Step(kind, document, None, proved, inferred)
    return Step(kind, document, dated.date, (*proved, dated.proof), inferred)
