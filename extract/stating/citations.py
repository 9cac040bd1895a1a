"""A citation in statements: the thing with its words, the relation, and the plain edges to what is cited."""

from collections.abc import Iterator
from itertools import product

from extract.answering import is_answer
from extract.records import Citation, Finding
from extract.stating.writer import Writer, actor, document
from ontology import terms as rg
from ontology.iri import instrument_iri, portion_iri
from ontology.statement import Evidence, Statement
from ontology.statement_forms import dated, link, plain
from ontology.vocabulary import (
    RDF_TYPE,
    UNDO_HAS_PROPONENT,
    UNDO_HAS_RECEIVER,
    UNDO_HAS_SEMANTICS,
    UNDO_RELATION,
    function,
)

__all__ = ["state_citation", "state_finding"]

_WITHOUT_EDGE = frozenset({"self", "url"})
_INSTRUMENT = "instrument"


def state_citation(writer: Writer, record: Citation) -> Iterator[Statement]:
    """State a citation: its node, and the plain edges to what it cites.

    Args:
        writer: That of the document.
        record: The citation.

    Yields:
        Its statements.

    Raises:
        UnknownTermError: Its function is not in the vocabulary.
    """
    proof = writer.proof(record)
    node = writer.node("citation", record.span)
    yield link(node, RDF_TYPE, rg.CLASS_CITATION, proof)
    yield link(node, rg.CITING_DOCUMENT, writer.subject, proof)
    yield link(node, rg.FUNCTION, function(record.function), proof)
    for target in record.targets:
        yield link(node, rg.CITED_DOCUMENT, document(target), proof)
        yield from writer.described_target(target, proof)
    if record.instrument:
        yield link(node, rg.CITED_INSTRUMENT, instrument_iri(record.instrument), proof)
    if record.issuer:
        yield link(node, rg.ISSUER, actor(record.issuer), proof)
    yield from _relation(writer, node, record, proof)
    yield from _portions(writer, node, record, proof)
    yield from _literals(writer, node, record, proof)
    yield writer.proved(node, "citation", record.span, proof)
    yield from _edges(writer, record, proof)


def _relation(writer: Writer, node: str, record: Citation, proof: Evidence) -> Iterator[Statement]:
    """State it as a relation of UNDO, which has one receiver; what is unresolved has none and is no relation."""
    receivers = [document(target) for target in record.targets[:1]]
    receivers = receivers or ([instrument_iri(record.instrument)] if record.instrument else [])
    for receiver in receivers:
        yield link(node, RDF_TYPE, UNDO_RELATION, proof)
        yield link(node, UNDO_HAS_PROPONENT, writer.subject, proof)
        yield link(node, UNDO_HAS_SEMANTICS, function(record.function), proof)
        yield link(node, UNDO_HAS_RECEIVER, receiver, proof)


def _portions(writer: Writer, node: str, record: Citation, proof: Evidence) -> Iterator[Statement]:
    """State which portions are cited: of the instrument where it is known, for its articles are its own.

    Of an instrument that no registry holds they are not those of the document that carries it.
    """
    works = [] if record.kind == _INSTRUMENT else [document(target) for target in record.targets]
    works = [instrument_iri(record.instrument)] if record.instrument else works
    for work, portion in product(works, record.portion):
        iri = portion_iri(work, portion)
        yield link(node, rg.CITED_PORTION, iri, proof)
        if iri not in writer.described:
            writer.described.add(iri)
            yield link(iri, RDF_TYPE, rg.CLASS_PORTION, proof)
            yield link(iri, rg.PORTION_OF, work, proof)


def _literals(writer: Writer, node: str, record: Citation, proof: Evidence) -> Iterator[Statement]:
    for predicate, value in (
        (rg.KIND, record.kind),
        (rg.PLACE, record.place),
        (rg.PARAGRAPH, record.paragraph),
        (rg.PART, record.part),
        (rg.PINPOINT, record.pinpoint),
        (rg.FOOTNOTE, record.footnote),
        (rg.REASON, record.reason),
        *((rg.CANDIDATE, candidate) for candidate in record.candidates),
    ):
        if value:
            yield plain(node, predicate, value, proof)
    for predicate, words in ((rg.VERB, record.verb), (rg.CITED_NAME, record.name)):
        if words:
            yield writer.worded(node, predicate, words, proof)
    if record.date:
        yield dated(node, rg.CITED_DATE, record.date, proof)


def _edges(writer: Writer, record: Citation, proof: Evidence) -> Iterator[Statement]:
    targets = [document(target) for target in record.targets]
    predicates: tuple[str, ...]
    if record.kind in _WITHOUT_EDGE:
        predicates = (rg.LINKS,) if record.kind == "url" else ()
    else:
        predicates = tuple(dict.fromkeys((rg.CITES, function(record.function))))
        if record.instrument and not targets:
            targets = [instrument_iri(record.instrument)]
    if is_answer(writer.extraction.document.document_type, record):
        predicates = (*predicates, rg.ANSWERS)
    for predicate, target in product(predicates, targets):
        yield from writer.edge(writer.subject, predicate, target, proof)


def state_finding(writer: Writer, record: Finding) -> Iterator[Statement]:
    """State what is odd about a citation; its node points to those of the citation and of the link.

    Args:
        writer: That of the document.
        record: The finding.

    Yields:
        Its statements.
    """
    proof = writer.evidence(record.span, record.rule, record.confidence)
    node = writer.node("finding", record.span)
    yield link(node, RDF_TYPE, rg.CLASS_FINDING, proof)
    yield link(node, rg.IN_DOCUMENT, writer.subject, proof)
    yield plain(node, rg.FINDING_KIND, record.kind, proof)
    for predicate, span in ((rg.ABOUT_CITATION, record.span), (rg.AGAINST_CITATION, record.related)):
        if span is not None:
            yield link(node, predicate, f"{writer.parts}citation-{span.start}-{span.end}", proof)
    for predicate, value in (
        *((rg.SAID_SYMBOL, symbol) for symbol in record.said),
        *((rg.OTHER_SYMBOL, symbol) for symbol in record.other),
        (rg.ALLOWED_TIME, record.allowed),
        (rg.PARAGRAPH, record.paragraph),
        (rg.PLACE, record.place),
    ):
        if value:
            yield plain(node, predicate, value, proof)
    if record.date:
        yield dated(node, rg.SAID_DATE, record.date, proof)
    yield writer.proved(node, "finding", record.span, proof)
