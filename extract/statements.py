"""From the records of one document to statements, each with the words that prove it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations, product

from extract.answering import is_answer
from extract.records import Activity, Actor, Citation, DocumentRecord, Extraction, Finding, Mandate, Span
from ontology import terms as rg
from ontology.actors import actors
from ontology.errors import SymbolError
from ontology.iri import actor_iri, document_iri, instrument_iri, part_iri, portion_iri
from ontology.statement import Evidence, Statement
from ontology.symbol import Symbol, parse
from ontology.symbol_links import link
from ontology.vocabulary import (
    DCTERMS_DATE,
    DCTERMS_ISSUED,
    DCTERMS_LANGUAGE,
    DCTERMS_TITLE,
    FOAF_PAGE,
    RDF_TYPE,
    SKOS_PREF_LABEL,
    XSD,
    document_class,
    function,
)

__all__ = ["state"]

_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)
_WITHOUT_EDGE = frozenset({"self", "url"})
_INSTRUMENT = "instrument"
_ROLES = {
    "lead": rg.LEAD,
    "partner": rg.PARTNER,
    "supporter": rg.SUPPORTER,
    "host": rg.HOST,
    "recipient": rg.RECIPIENT,
}
_YEAR = re.compile(r"\d{4}(?=-|/|$)")
_ANY = "any"
_VERSIONS = {"addendum": rg.ADDS_TO, "supplement": rg.ADDS_TO, "corrigendum": rg.CORRECTS, "revision": rg.REVISES}


def state(extraction: Extraction) -> Iterator[Statement]:
    """Say what the records of one document say, as statements.

    Args:
        extraction: The records.

    Yields:
        Statements on the document, then on its citations, mentions, mandates, joint activities and findings in the
        order of the text. A statement whose predicate is ``rg:evidence`` names the node of its own evidence.

    Raises:
        UnknownTermError: A record has a function outside the vocabulary.

    Example:
        >>> from extract.records import DocumentRecord
        >>> record = DocumentRecord("A/RES/76/270", ("A/RES/76/270",), "text", "zh", session=76)
        >>> empty = Extraction("A/RES/76/270", "r.txt", "00", record, (), (), (), ())
        >>> [s.object for s in state(empty) if s.predicate == rg.SESSION]
        ['76']
    """
    writer = _Writer(extraction, document_iri(extraction.key), extraction.document.language)
    yield from writer.document()
    for citation in extraction.citations:
        yield from writer.citation(citation)
    for actor in extraction.actors:
        yield from writer.mention(actor)
    for mandate in extraction.mandates:
        yield from writer.mandate(mandate)
    for activity in extraction.activities:
        yield from writer.activity(activity)
    for finding in extraction.findings:
        yield from writer.finding(finding)


_actor = lru_cache(maxsize=4096)(actor_iri)
_document = lru_cache(maxsize=4096)(document_iri)


@lru_cache(maxsize=4096)
def _class_of(symbol: str) -> str | None:
    """Give the class that a symbol tells, None for what is no symbol of the grammar."""
    try:
        return document_class(parse(symbol).document_type)
    except SymbolError:
        return None


def _link(subject: str, predicate: str, target: str, proof: Evidence | None = None) -> Statement:
    return Statement(subject, predicate, target, proof)


def _plain(
    subject: str, predicate: str, text: str, proof: Evidence | None = None, datatype: str | None = None
) -> Statement:
    return Statement(subject, predicate, text, proof, datatype and XSD + datatype, is_literal=True)


def _dated(subject: str, predicate: str, date: str, evidence: Evidence | None = None) -> Statement:
    datatype = next((XSD + name for pattern, name in _DATES if pattern.fullmatch(date)), None)
    return Statement(subject, predicate, date, evidence, datatype, is_literal=True)


@dataclass(slots=True)
class _Writer:
    """Writes the statements of one document; holds what they share.

    ``_taken`` counts the nodes of one kind at one span, so that two records on the same words keep two nodes.
    ``_parts`` is the beginning of the IRI of every part of the document.
    """

    extraction: Extraction
    subject: str
    language: str
    _taken: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _described: set[str] = field(default_factory=set)
    _edges: set[tuple[str, str]] = field(default_factory=set)
    _parts: str = field(init=False)

    def __post_init__(self) -> None:
        self._parts = part_iri(self.extraction.key, self.language, _ANY, 0, 0).removesuffix(f"{_ANY}-0-0")

    def document(self) -> Iterator[Statement]:
        """State what the document says of itself."""
        record, subject = self.extraction.document, self.subject
        self._described.add(self.extraction.key)
        yield _link(subject, RDF_TYPE, rg.CLASS_DOCUMENT)
        if (kind := document_class(record.document_type)) is not None:
            yield _link(subject, RDF_TYPE, kind)
        yield _plain(subject, rg.HELD, "true", datatype="boolean")
        yield _plain(subject, DCTERMS_LANGUAGE, record.language)
        yield _plain(subject, rg.SOURCE_NAME, self.extraction.name)
        yield _plain(subject, rg.SOURCE_DIGEST, self.extraction.digest)
        yield from self._names(record)
        yield from self._literals(record)
        yield from self._relations(record)

    def _names(self, record: DocumentRecord) -> Iterator[Statement]:
        for symbol in record.symbols or ((record.symbol,) if record.symbol else ()):
            yield _plain(self.subject, rg.SYMBOL, symbol)
            if symbol != self.extraction.key:
                yield _link(self.subject, rg.JOINT_WITH, _document(symbol))
                yield from self._described_target(symbol, None)
        for predicate, text in ((rg.SYMBOL_SOURCE, record.symbol_source), (rg.SYMBOL_SERIES, record.symbol_series)):
            if text:
                yield _plain(self.subject, predicate, text)
        if record.symbol_confidence is not None:
            yield _plain(self.subject, rg.SYMBOL_CONFIDENCE, str(record.symbol_confidence), datatype="decimal")
        for conflict in record.symbol_conflicts:
            yield _plain(self.subject, rg.SYMBOL_CONFLICT, conflict)
        if record.symbol is not None and (page := _page(record.symbol, record.language)) is not None:
            yield _link(self.subject, FOAF_PAGE, page)

    def _literals(self, record: DocumentRecord) -> Iterator[Statement]:
        if record.title:
            yield self._worded(self.subject, DCTERMS_TITLE, record.title)
        if record.date:
            yield _dated(self.subject, DCTERMS_DATE, record.date)
        if record.issued:
            yield _dated(self.subject, DCTERMS_ISSUED, record.issued)
        if record.session is not None:
            yield _plain(self.subject, rg.SESSION, str(record.session), datatype="integer")
        for predicate, value in ((rg.DOCUMENT_TYPE, record.document_type), (rg.MEETING, record.meeting)):
            if value:
                yield _plain(self.subject, predicate, value)
        for item in record.agenda_items:
            yield _plain(self.subject, rg.AGENDA_ITEM, item)

    def _relations(self, record: DocumentRecord) -> Iterator[Statement]:
        single = ((rg.BODY, record.body), (rg.COMMITTEE, record.committee), (rg.AUTHOR, record.author))
        for predicate, entity in single:
            if entity:
                yield _link(self.subject, predicate, _actor(entity))
        # The line of the sponsors proves best; one who joined later is named further down.
        named = sorted(self.extraction.actors, key=lambda actor: (actor.role == "sponsor", -actor.span.start))
        sponsored = {actor.entity: actor.span for actor in named} if record.sponsors else {}
        for sponsor in record.sponsors:
            proof = self._evidence(sponsored[sponsor], "sponsor", 1.0) if sponsor in sponsored else None
            yield _link(self.subject, rg.SPONSOR, _actor(sponsor), proof)
        cited = {target: found for found in reversed(self.extraction.citations) for target in found.targets}
        origins = (rg.COMES_FROM, record.draft_symbols), (rg.RECOMMENDED_IN, record.report_symbols)
        for predicate, symbol in ((predicate, symbol) for predicate, symbols in origins for symbol in symbols):
            proof = self._proof(cited[symbol]) if symbol in cited else None
            yield _link(self.subject, predicate, _document(symbol), proof)
            yield from self._described_target(symbol, proof)
        yield from self._version(record)

    def _version(self, record: DocumentRecord) -> Iterator[Statement]:
        """State what the suffix of the symbol says: of which document it is an addendum, correction or revision."""
        symbol = _parsed(record.symbol) if record.symbol else None
        if symbol is None or (base := symbol.amends) is None:
            return
        own = next((found for found in self.extraction.citations if found.kind == "self"), None)
        proof = self._proof(own) if own is not None else None
        for predicate in dict.fromkeys((rg.VERSION_OF, _VERSIONS.get(symbol.suffix or "", rg.VERSION_OF))):
            yield _link(self.subject, predicate, _document(str(base)), proof)
        yield from self._described_target(str(base), proof)

    def citation(self, record: Citation) -> Iterator[Statement]:
        """State a citation: its node, and the plain edges to what it cites."""
        proof = self._proof(record)
        node = self._node("citation", record.span)
        yield _link(node, RDF_TYPE, rg.CLASS_CITATION, proof)
        yield _link(node, rg.CITING_DOCUMENT, self.subject, proof)
        yield _link(node, rg.FUNCTION, function(record.function), proof)
        for target in record.targets:
            yield _link(node, rg.CITED_DOCUMENT, _document(target), proof)
            yield from self._described_target(target, proof)
        if record.instrument:
            yield _link(node, rg.CITED_INSTRUMENT, instrument_iri(record.instrument), proof)
        if record.issuer:
            yield _link(node, rg.ISSUER, _actor(record.issuer), proof)
        yield from self._portions(node, record, proof)
        yield from self._citation_literals(node, record, proof)
        yield _link(node, rg.EVIDENCE, self._node("evidence-of-citation", record.span), proof)
        yield from self._citation_edges(record, proof)

    def _portions(self, node: str, record: Citation, proof: Evidence) -> Iterator[Statement]:
        """State which portions are cited: of the instrument where it is known, for its articles are its own.

        Of an instrument that no registry holds they are not those of the document that carries it.
        """
        works = [] if record.kind == _INSTRUMENT else [_document(target) for target in record.targets]
        works = [instrument_iri(record.instrument)] if record.instrument else works
        for work, portion in product(works, record.portion):
            iri = portion_iri(work, portion)
            yield _link(node, rg.CITED_PORTION, iri, proof)
            if iri not in self._described:
                self._described.add(iri)
                yield _link(iri, rg.PORTION_OF, work, proof)

    def _citation_literals(self, node: str, record: Citation, proof: Evidence) -> Iterator[Statement]:
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
                yield _plain(node, predicate, value, proof)
        for predicate, words in ((rg.VERB, record.verb), (rg.CITED_NAME, record.name)):
            if words:
                yield self._worded(node, predicate, words, proof)
        if record.date:
            yield _dated(node, rg.CITED_DATE, record.date, proof)

    def _citation_edges(self, record: Citation, proof: Evidence) -> Iterator[Statement]:
        targets = [_document(target) for target in record.targets]
        predicates: tuple[str, ...]
        if record.kind in _WITHOUT_EDGE:
            predicates = (rg.LINKS,) if record.kind == "url" else ()
        else:
            predicates = tuple(dict.fromkeys((rg.CITES, function(record.function))))
            if record.instrument and not targets:
                targets = [instrument_iri(record.instrument)]
        if is_answer(self.extraction.document.document_type, record):
            predicates = (*predicates, rg.ANSWERS)
        for predicate in predicates:
            for target in targets:
                yield from self._edge(predicate, target, proof)

    def mention(self, record: Actor) -> Iterator[Statement]:
        """State a mention: its node, and the plain edge to the actor."""
        proof = self._evidence(record.span, record.rule, record.confidence)
        node = self._node("mention", record.span)
        yield _link(node, RDF_TYPE, rg.CLASS_MENTION, proof)
        yield _link(node, rg.IN_DOCUMENT, self.subject, proof)
        if record.entity:
            yield _link(node, rg.ACTOR, _actor(record.entity), proof)
        for candidate in record.candidates:
            yield _link(node, rg.CANDIDATE_ACTOR, _actor(candidate), proof)
        literals = ((rg.FORM, record.form), (rg.PARAGRAPH, record.paragraph), (rg.ROLE, record.role))
        for predicate, value in literals:
            if value:
                yield _plain(node, predicate, value, proof)
        if record.defines:
            yield _plain(node, rg.DEFINES, "true", proof, "boolean")
        yield _link(node, rg.EVIDENCE, self._node("evidence-of-mention", record.span), proof)
        if record.entity:
            yield from self._edge(rg.MENTIONS, _actor(record.entity), proof)
            yield from self._unlisted(record, record.entity, proof)

    def _unlisted(self, record: Actor, entity: str, proof: Evidence) -> Iterator[Statement]:
        """Name an actor that no registry holds, once; what the registries hold is named in their own graph."""
        if entity in actors() or entity in self._described:
            return
        self._described.add(entity)
        yield _link(_actor(entity), RDF_TYPE, rg.CLASS_ACTOR, proof)
        yield self._worded(_actor(entity), SKOS_PREF_LABEL, record.name, proof)
        yield _plain(_actor(entity), rg.ACTOR_TYPE, record.actor_type, proof)

    def mandate(self, record: Mandate) -> Iterator[Statement]:
        """State a mandate: its node, and the plain edges to those who are asked."""
        proof = self._evidence(record.span, "mandate", 1.0)
        node = self._node("mandate", record.span)
        yield _link(node, RDF_TYPE, rg.CLASS_MANDATE, proof)
        yield _link(node, rg.IN_DOCUMENT, self.subject, proof)
        yield self._worded(node, rg.VERB, record.verb, proof)
        yield _plain(node, rg.PARAGRAPH, record.paragraph, proof)
        for predicate, entities in ((rg.ADDRESSEE, record.addressees), (rg.CONCERNS, record.concerns)):
            for entity in entities:
                yield _link(node, predicate, _actor(entity), proof)
        if record.what:
            yield self._worded(node, rg.WHAT, record.what, proof)
        if record.due:
            yield _plain(node, rg.DUE, record.due, proof)
        if record.due_body:
            yield _link(node, rg.DUE_BODY, _actor(record.due_body), proof)
        if record.report:
            yield _plain(node, rg.ASKS_REPORT, "true", proof, "boolean")
        yield _link(node, rg.EVIDENCE, self._node("evidence-of-mandate", record.span), proof)
        for entity in record.addressees:
            yield from self._edge(rg.ASKS, _actor(entity), proof)

    def activity(self, record: Activity) -> Iterator[Statement]:
        """State a joint activity: its node, and who acts with whom where it was carried out."""
        proof = self._evidence(record.span, record.rule, record.confidence)
        node = self._node("activity", record.span)
        yield _link(node, RDF_TYPE, rg.CLASS_ACTIVITY, proof)
        yield _link(node, rg.IN_DOCUMENT, self.subject, proof)
        for entity, role in record.participants.items():
            yield _link(node, rg.PARTICIPANT, _actor(entity), proof)
            yield _link(node, _ROLES[role], _actor(entity), proof)
        for predicate, value in (
            (rg.ACTIVITY_KIND, record.kind),
            (rg.TIME, record.time),
            (rg.PARAGRAPH, record.paragraph),
            (rg.MODALITY, record.modality),
        ):
            if value:
                yield _plain(node, predicate, value, proof)
        for year in _years(record.time):
            yield _plain(node, rg.YEAR, year, proof, "gYear")
        words = ((rg.VERB, record.verb), (rg.WHAT, record.what), (rg.LOCATION, record.location))
        for predicate, printed in (*words, (rg.HEADING, " / ".join(record.headings))):
            if printed:
                yield self._worded(node, predicate, printed, proof)
        if record.state:
            yield _link(node, rg.IN_STATE, _actor(record.state), proof)
        yield _link(node, rg.EVIDENCE, self._node("evidence-of-activity", record.span), proof)
        yield from self._acting_together(record, proof)

    def _acting_together(self, record: Activity, proof: Evidence) -> Iterator[Statement]:
        acting = [_actor(entity) for entity, role in record.participants.items() if role != "recipient"]
        for pair in permutations(acting, 2) if record.modality == "done" else ():
            if pair not in self._edges:
                self._edges.add(pair)
                yield _link(pair[0], rg.ACTS_WITH, pair[1], proof)

    def finding(self, record: Finding) -> Iterator[Statement]:
        """State what is odd about a citation; its node points to those of the citation and of the link."""
        proof = self._evidence(record.span, record.rule, record.confidence)
        node = self._node("finding", record.span)
        yield _link(node, RDF_TYPE, rg.CLASS_FINDING, proof)
        yield _link(node, rg.IN_DOCUMENT, self.subject, proof)
        yield _plain(node, rg.FINDING_KIND, record.kind, proof)
        for predicate, span in ((rg.ABOUT_CITATION, record.span), (rg.AGAINST_CITATION, record.related)):
            if span is not None:
                yield _link(node, predicate, f"{self._parts}citation-{span.start}-{span.end}", proof)
        for predicate, value in (
            *((rg.SAID_SYMBOL, symbol) for symbol in record.said),
            *((rg.OTHER_SYMBOL, symbol) for symbol in record.other),
            (rg.ALLOWED_TIME, record.allowed),
            (rg.PARAGRAPH, record.paragraph),
            (rg.PLACE, record.place),
        ):
            if value:
                yield _plain(node, predicate, value, proof)
        if record.date:
            yield _dated(node, rg.SAID_DATE, record.date, proof)
        yield _link(node, rg.EVIDENCE, self._node("evidence-of-finding", record.span), proof)

    def _described_target(self, key: str, proof: Evidence | None) -> Iterator[Statement]:
        """State symbol and class of a cited document, once."""
        if key in self._described:
            return
        self._described.add(key)
        yield _link(_document(key), RDF_TYPE, rg.CLASS_DOCUMENT, proof)
        yield _plain(_document(key), rg.SYMBOL, key, proof)
        if (kind := _class_of(key)) is not None:
            yield _link(_document(key), RDF_TYPE, kind, proof)

    def _edge(self, predicate: str, target: str, proof: Evidence) -> Iterator[Statement]:
        """State a plain edge, once; the nodes keep the evidence of each place."""
        if (predicate, target) not in self._edges:
            self._edges.add((predicate, target))
            yield _link(self.subject, predicate, target, proof)

    def _node(self, kind: str, span: Span) -> str:
        place = (kind, span.start, span.end)
        self._taken[place] = number = self._taken.get(place, 0) + 1
        return f"{self._parts}{kind}{'-again' * (number - 1)}-{span.start}-{span.end}"

    def _proof(self, record: Citation) -> Evidence:
        return self._evidence(record.span, record.rule, record.confidence)

    def _evidence(self, span: Span, rule: str, confidence: float) -> Evidence:
        return Evidence(self.extraction.key, span.start, span.end, span.exact, span.sentence, rule, confidence)

    def _worded(self, subject: str, predicate: str, text: str, proof: Evidence | None = None) -> Statement:
        return Statement(subject, predicate, text, proof, None, self.language, is_literal=True)


def _years(time: str | None) -> tuple[str, ...]:
    """Give the years over which a time runs; of one that is still open the first."""
    found = _YEAR.findall(time or "")
    return tuple(str(year) for year in range(int(found[0]), int(found[-1]) + 1)) if found else ()


def _parsed(symbol: str) -> Symbol | None:
    try:
        return parse(symbol)
    except SymbolError:
        return None


def _page(symbol: str, language: str) -> str | None:
    """Give the address of a document, None for what has no page of its own."""
    try:
        return link(parse(symbol), language)
    except SymbolError:
        return None
