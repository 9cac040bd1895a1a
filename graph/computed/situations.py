"""How computed nodes are stated: proofs, and a value that somebody holds for a time in a context."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.computed.intervals import state_interval
from ontology import terms as rg
from ontology.computed_iri import interval_iri, situation_iri
from ontology.iri import scheme_iri
from ontology.statement import Statement
from ontology.statement_forms import link, marked
from ontology.vocabulary import (
    PROV_WAS_DERIVED_FROM,
    RDF_TYPE,
    TVC_AT_TIME,
    TVC_HAS_VALUE,
    TVC_WITH_VALUE,
    TVC_WITHIN_CONTEXT,
)

__all__ = ["Situation", "proofs", "situations"]


def proofs(subject: str, found: Iterable[str]) -> Iterator[Statement]:
    """State from what a node was derived, in order, each once.

    Example:
        >>> [s.object for s in proofs("http://x/a", ["http://x/c", "http://x/b", "http://x/c"])]
        ['http://x/b', 'http://x/c']
    """
    for proof in sorted(set(found)):
        yield link(subject, PROV_WAS_DERIVED_FROM, proof)


@dataclass(frozen=True, slots=True, order=True)
class Situation:
    """A value that somebody holds for a time in a context.

    Attributes:
        holder: IRI of the actor or document that holds it.
        value: Notation of the role or status.
        contexts: IRIs of the document, the body or the State in which it does.
        start: ISO date; empty where it is not known.
        end: The same; empty where it is open or not known.
        inferred: Whether no document says it in so many words.
    """

    holder: str
    value: str
    contexts: tuple[str, ...]
    start: str = ""
    end: str = ""
    inferred: bool = False


def situations(scheme: str, found: Iterable[tuple[Situation, Iterable[str]]]) -> Iterator[Statement]:
    """State situations of one kind, those that are the same as one with all their proofs, in order.

    Args:
        scheme: ``role`` or ``status``.
        found: Situations, each with the IRIs of what proves it.

    Example:
        >>> sponsor = Situation("http://x/mali", "sponsor", ("http://x/draft",), "2011-10-04")
        >>> list(situations("role", [(sponsor, ["http://x/graph"])]))[-1].object
        'http://x/graph'
    """
    gathered: dict[Situation, set[str]] = {}
    for situation, proved in found:
        gathered.setdefault(situation, set()).update(proved)
    for situation in sorted(gathered):
        yield from _situation(scheme, situation, gathered.pop(situation))


def _situation(scheme: str, situation: Situation, proved: Iterable[str]) -> Iterator[Statement]:
    start, end = situation.start or None, situation.end or None
    time = interval_iri(start, end)
    node = situation_iri(
        scheme, situation.value, situation.holder, situation.contexts, time, inferred=situation.inferred
    )
    yield link(node, RDF_TYPE, rg.CLASS_ROLE_IN_TIME if scheme == "role" else rg.CLASS_STATUS_IN_TIME)
    yield link(situation.holder, TVC_HAS_VALUE, node)
    yield link(node, TVC_WITH_VALUE, scheme_iri(scheme, situation.value))
    for context in situation.contexts:
        yield link(node, TVC_WITHIN_CONTEXT, context)
    if time is not None:
        yield link(node, TVC_AT_TIME, time)
        yield from state_interval(start, end)
    if situation.inferred:
        yield marked(node, rg.INFERRED)
    yield from proofs(node, proved)
