"""What a resolution asks for, and which documents of the collection answer a request for a report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.findings import Act
from graph.network import MultiDiGraph
from graph.ties import Quotation, answer_tie, date_order

__all__ = ["STATES", "Answer", "Request", "requests"]

STATES = ("answered", "answered-other-session", "unanswered", "not-followed")
"""States of a request: a report for the session asked for answers the document; reports answer it, but none is known to
be for that session; no held report answers it; it asks for no report, so that nothing is said of what became of it."""

# One ideograph or one word, then the number.
_PARAGRAPH = re.compile(r"(?:[\u3400-\u9fff]|[^\W\d\u3400-\u9fff]{1,14}\.?\s?)?\d")
_NUMBER = re.compile(r"\d{1,3}")
_BRACKET = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Answer:
    """A report that answers the document in which the request stands.

    Attributes:
        document: Key of the report.
        for_session: Whether its session is the one asked for; None where either is not known.
        quotations: The words by which it says so.
    """

    document: str
    for_session: bool | None
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """An act of a resolution with what became of it.

    Attributes:
        act: The act.
        state: One of ``STATES``.
        answers: The reports that answer the document, those for the session asked for first; empty for an act that
            asks for no report.
    """

    act: Act
    state: str
    answers: tuple[Answer, ...]


def requests(graph: MultiDiGraph, key: str) -> tuple[Request, ...]:
    """List the acts of a document that ask something of somebody, with the state of those that ask for a report.

    A report is tied to the document, and to one request in it where its words name the paragraph that it answers;
    else, where a resolution asks for several reports, the session alone tells which is meant.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        key: Key of a document.

    Returns:
        The requests in the order of the text.
    """
    acts = [act for act in graph.graph["acts"].get(key, ()) if act.addressees or act.report]
    return tuple(_request(graph, act) for act in acts)


def _request(graph: MultiDiGraph, act: Act) -> Request:
    if not act.report:
        return Request(act, "not-followed", ())
    citing = {report for report, _, name in graph.in_edges(act.document, data="relation") if name == "answers"}
    every = [_answer(graph, act, report) for report in sorted(citing, key=lambda key: date_order(graph, key))]
    found = [answer for answer in every if _is_meant(act, answer.quotations)]
    answers = tuple(sorted(found, key=lambda answer: not answer.for_session))
    if not answers:
        return Request(act, "unanswered", ())
    by_session = act.due is not None and act.due.isdigit()
    fits = not by_session or any(answer.for_session for answer in answers)
    return Request(act, "answered" if fits else "answered-other-session", answers)


def _is_meant(act: Act, quotations: Iterable[Quotation]) -> bool:
    """Tell whether a report may answer an act: it names the paragraph of the act, or no paragraph at all."""
    named = [numbers for words in quotations if (numbers := _paragraphs(words.pinpoint))]
    if not named or act.paragraph is None or not act.paragraph.isdigit():
        return True
    return any(min(numbers) <= int(act.paragraph) <= max(numbers) for numbers in named)


def _paragraphs(pinpoint: str | None) -> list[int]:
    """Read the paragraphs of a pinpoint; nothing of one that leads into another part, such as an annex."""
    if pinpoint is None or _PARAGRAPH.match(pinpoint) is None:
        return []
    return [int(number) for number in _NUMBER.findall(_BRACKET.sub("", pinpoint))]


def _answer(graph: MultiDiGraph, act: Act, report: str) -> Answer:
    session = graph.nodes[report]["session"]
    known = session is not None and act.due is not None and act.due.isdigit()
    words = answer_tie(graph, report, act.document).quotations
    return Answer(report, str(session) == act.due if known else None, words)
