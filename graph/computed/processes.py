"""How a process is stated: its steps in order, what each produced, when, and how long it took."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.computed.dates import Dates, day_of
from graph.computed.intervals import days_between, state_interval
from graph.computed.situations import proofs
from ontology import terms as rg
from ontology.computed_iri import interval_iri, process_iri, step_iri
from ontology.iri import scheme_iri
from ontology.statement import Statement
from ontology.statement_forms import count, link, marked
from ontology.vocabulary import PWO_HAPPENED, RDF_TYPE

__all__ = ["Step", "dated_step", "process"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process.

    Attributes:
        kind: Notation of its type.
        document: IRI of the document that it produced.
        date: ISO date of it; None where no document tells it.
        proved: IRIs of what proves it.
        inferred: Whether no document says it in so many words.
    """

    kind: str
    document: str
    date: str | None
    proved: tuple[str, ...]
    inferred: bool = False


def dated_step(kind: str, document: str, proved: Iterable[str], dates: Dates, inferred: bool = False) -> Step:
    """Make the step that produced a document, on its date where that is known.

    Args:
        kind: Notation of its type.
        document: IRI of the document.
        proved: IRIs of what proves the step; the proof of the date comes after them.
        dates: The dates of documents.
        inferred: Whether no document says it in so many words.

    Example:
        >>> dated_step("asked", "http://x/r", ["http://x/g"], {}).date is None
        True
    """
    day, dated = day_of(document, dates)
    return Step(kind, document, day or None, (*proved, *dated), inferred)


def process(kind: str, documents: Sequence[str], stages: Sequence[Sequence[Step]]) -> Iterator[Statement]:
    """State a process of at least two steps; of fewer, nothing.

    Args:
        kind: Notation of its kind.
        documents: IRIs of the documents by which it is known from others of its kind.
        stages: The steps; those of one stage have the same steps before and after them.

    Example:
        >>> asked = Step("asked", "http://x/r", "2014-10-31", ("http://x/g",))
        >>> reported = Step("reported", "http://x/a", "2016-07-21", ("http://x/h",))
        >>> stated = process("answering", ("http://x/r", "http://x/a"), [[asked], [reported]])
        >>> [s.object for s in stated if s.predicate == rg.DAYS]
        ['629']
        >>> list(process("answering", ("http://x/r",), [[asked], []]))
        []
    """
    held = [stage for stage in stages if stage]
    node = process_iri(kind, documents)
    steps = [step for stage in held for step in stage]
    if len(steps) < 2:
        return
    names = {id(step): step_iri(node, number) for number, step in enumerate(steps, start=1)}
    yield link(node, RDF_TYPE, rg.CLASS_PROCESS)
    yield link(node, rg.PROCESS_KIND, scheme_iri("process", kind))
    for step in held[-1]:
        yield link(node, rg.RESULT, step.document)
    before: Sequence[Step] = ()
    for stage in held:
        for step in stage:
            yield link(node, rg.HAS_STEP, names[id(step)])
            yield from _step(names[id(step)], step, before)
        before = stage
    for earlier, later in pairwise(held):
        for one in earlier:
            for other in later:
                yield link(names[id(one)], rg.NEXT_STEP, names[id(other)])
    yield from proofs(node, (proof for step in steps for proof in step.proved))


def _step(node: str, step: Step, before: Sequence[Step]) -> Iterator[Statement]:
    yield link(node, RDF_TYPE, rg.CLASS_STEP)
    yield link(node, rg.STEP_TYPE, scheme_iri("step", step.kind))
    yield link(node, rg.PRODUCES, step.document)
    time = interval_iri(step.date, step.date)
    if time is not None:
        yield link(node, PWO_HAPPENED, time)
        yield from state_interval(step.date, step.date)
    waits = [days_between(each.date, step.date) for each in before]
    known = [days for days in waits if days is not None]
    if known and len(known) == len(waits):
        yield count(node, rg.DAYS, min(known))
    if step.inferred:
        yield marked(node, rg.INFERRED)
    yield from proofs(node, step.proved)
