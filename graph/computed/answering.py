"""How requests for a report were answered: asked, reported, considered."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from graph.computed.considering import Answer, Considered
from graph.computed.dates import Dates
from graph.computed.processes import Step, dated_step, process
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


def answering(
    store: Queryable, dates: Dates, answered: Iterable[Answer], later: Mapping[tuple[str, str], Considered]
) -> Iterator[Statement]:
    """State how each request that a report answers was answered.

    The steps are: asked by the resolution or decision, reported, considered by the first resolution of the same body
    that deals with the report. A request that no report answers is no process; ``unanswered-requests`` finds it.

    Args:
        store: The store.
        dates: The dates of its documents.
        answered: Which reports answer which acts, in order.
        later: The resolution that considered a report, by request and report.
    """
    asking: dict[str, list[tuple[str, str]]] = {}
    for act, paragraph, evidence in sorted(store.rows(_ASKING)):
        asking.setdefault(act, []).append((paragraph, evidence))
    for (act, report), found in groupby(answered, key=lambda answer: (answer.act, answer.report)):
        said, by = list(found), later.get((act, report))
        stages = [
            [_asked(act, said, asking.get(act, []), dates)],
            [dated_step("reported", report, tuple(answer.evidence for answer in said), dates)],
            [dated_step("considered", by.act, by.evidence, dates, by.inferred)] if by is not None else [],
        ]
        yield from process("answering", (act, report), stages)


def _asked(act: str, said: list[Answer], asking: list[tuple[str, str]], dates: Dates) -> Step:
    """Give the step of asking: proved by the paragraph that the report names, else by all that ask for a report.

    Of an act that is not held, the words of the report are the proof.
    """
    named = {match["number"] for answer in said if (match := _PARAGRAPH.search(answer.portion))}
    evidence = [words for paragraph, words in asking if paragraph in named] or [words for _, words in asking]
    return dated_step("asked", act, tuple(evidence) or tuple(answer.evidence for answer in said), dates)
