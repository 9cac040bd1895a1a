"""Who is named, who is asked and who acts with whom, in statements."""

import re
from collections.abc import Iterator
from itertools import permutations

from extract.records import Activity, Actor, Mandate
from extract.stating.writer import Writer, actor
from ontology import terms as rg
from ontology.actors import actors
from ontology.statement import Evidence, Statement
from ontology.statement_forms import link, plain
from ontology.vocabulary import (
    RDF_TYPE,
    SKOS_PREF_LABEL,
    UNDO_HAS_PROPONENT,
    UNDO_HAS_RECEIVER,
    UNDO_HAS_SEMANTICS,
    UNDO_RELATION,
)

__all__ = ["state_activity", "state_mandate", "state_mention"]

_ROLES = {
    "lead": rg.LEAD,
    "partner": rg.PARTNER,
    "supporter": rg.SUPPORTER,
    "host": rg.HOST,
    "recipient": rg.RECIPIENT,
}
_YEAR = re.compile(r"\d{4}(?=-|/|$)")


def state_mention(writer: Writer, record: Actor) -> Iterator[Statement]:
    """State a mention: its node, and the plain edge to the actor.

    Args:
        writer: That of the document.
        record: The mention.

    Yields:
        Its statements.
    """
    proof = writer.evidence(record.span, record.rule, record.confidence)
    node = writer.node("mention", record.span)
    yield link(node, RDF_TYPE, rg.CLASS_MENTION, proof)
    yield link(node, rg.IN_DOCUMENT, writer.subject, proof)
    if record.entity:
        yield link(node, rg.ACTOR, actor(record.entity), proof)
    for candidate in record.candidates:
        yield link(node, rg.CANDIDATE_ACTOR, actor(candidate), proof)
    literals = ((rg.FORM, record.form), (rg.PARAGRAPH, record.paragraph), (rg.ROLE, record.role))
    for predicate, value in literals:
        if value:
            yield plain(node, predicate, value, proof)
    if record.defines:
        yield plain(node, rg.DEFINES, "true", proof, "boolean")
    yield writer.proved(node, "mention", record.span, proof)
    if record.entity:
        yield from writer.edge(writer.subject, rg.MENTIONS, actor(record.entity), proof)
        yield from _unlisted(writer, record, record.entity, proof)


def _unlisted(writer: Writer, record: Actor, entity: str, proof: Evidence) -> Iterator[Statement]:
    """Name an actor that no registry holds, once; what the registries hold is named in their own graph."""
    if entity in actors() or entity in writer.described:
        return
    writer.described.add(entity)
    yield link(actor(entity), RDF_TYPE, rg.CLASS_ACTOR, proof)
    yield writer.worded(actor(entity), SKOS_PREF_LABEL, record.name, proof)
    yield plain(actor(entity), rg.ACTOR_TYPE, record.actor_type, proof)


def state_mandate(writer: Writer, record: Mandate) -> Iterator[Statement]:
    """State a mandate: its node, and to each who is asked the plain edge and a relation.

    Args:
        writer: That of the document.
        record: The mandate.

    Yields:
        Its statements.
    """
    proof = writer.evidence(record.span, "mandate", 1.0)
    node = writer.node("mandate", record.span)
    yield link(node, RDF_TYPE, rg.CLASS_MANDATE, proof)
    yield link(node, rg.IN_DOCUMENT, writer.subject, proof)
    yield writer.worded(node, rg.VERB, record.verb, proof)
    yield plain(node, rg.PARAGRAPH, record.paragraph, proof)
    for predicate, entities in ((rg.ADDRESSEE, record.addressees), (rg.CONCERNS, record.concerns)):
        for entity in entities:
            yield link(node, predicate, actor(entity), proof)
    if record.what:
        yield writer.worded(node, rg.WHAT, record.what, proof)
    if record.due:
        yield plain(node, rg.DUE, record.due, proof)
    if record.due_body:
        yield link(node, rg.DUE_BODY, actor(record.due_body), proof)
    if record.report:
        yield plain(node, rg.ASKS_REPORT, "true", proof, "boolean")
    yield writer.proved(node, "mandate", record.span, proof)
    for entity in record.addressees:
        yield from writer.edge(writer.subject, rg.ASKS, actor(entity), proof)
        yield from _relation(writer, record, node, actor(entity), proof)


def _relation(writer: Writer, record: Mandate, mandate: str, asked: str, proof: Evidence) -> Iterator[Statement]:
    """State a relation of UNDO for one of those who are asked: the document asks the actor."""
    node = writer.node("relation", record.span)
    yield link(mandate, rg.RELATION, node, proof)
    yield link(node, RDF_TYPE, UNDO_RELATION, proof)
    yield link(node, UNDO_HAS_PROPONENT, writer.subject, proof)
    yield link(node, UNDO_HAS_SEMANTICS, rg.ASKS, proof)
    yield link(node, UNDO_HAS_RECEIVER, asked, proof)


def state_activity(writer: Writer, record: Activity) -> Iterator[Statement]:
    """State a joint activity: its node, and who acts with whom where it was carried out.

    Args:
        writer: That of the document.
        record: The activity.

    Yields:
        Its statements.
    """
    proof = writer.evidence(record.span, record.rule, record.confidence)
    node = writer.node("activity", record.span)
    yield link(node, RDF_TYPE, rg.CLASS_ACTIVITY, proof)
    yield link(node, rg.IN_DOCUMENT, writer.subject, proof)
    for entity, role in record.participants.items():
        yield link(node, rg.PARTICIPANT, actor(entity), proof)
        yield link(node, _ROLES[role], actor(entity), proof)
    for predicate, value in (
        (rg.ACTIVITY_KIND, record.kind),
        (rg.TIME, record.time),
        (rg.PARAGRAPH, record.paragraph),
        (rg.MODALITY, record.modality),
    ):
        if value:
            yield plain(node, predicate, value, proof)
    for year in _years(record.time):
        yield plain(node, rg.YEAR, year, proof, "gYear")
    words = ((rg.VERB, record.verb), (rg.WHAT, record.what), (rg.LOCATION, record.location))
    for predicate, printed in (*words, (rg.HEADING, " / ".join(record.headings))):
        if printed:
            yield writer.worded(node, predicate, printed, proof)
    if record.state:
        yield link(node, rg.IN_STATE, actor(record.state), proof)
    yield writer.proved(node, "activity", record.span, proof)
    yield from _acting_together(writer, record, proof)


def _acting_together(writer: Writer, record: Activity, proof: Evidence) -> Iterator[Statement]:
    acting = [actor(entity) for entity, role in record.participants.items() if role != "recipient"]
    for one, other in permutations(acting, 2) if record.modality == "done" else ():
        yield from writer.edge(one, rg.ACTS_WITH, other, proof)


def _years(time: str | None) -> tuple[str, ...]:
    """Give the years over which a time runs; of one that is still open the first."""
    found = _YEAR.findall(time or "")
    return tuple(str(year) for year in range(int(found[0]), int(found[-1]) + 1)) if found else ()
