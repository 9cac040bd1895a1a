"""What a document says of itself, in statements: the work, its language version, the file."""

from collections.abc import Iterator

from extract.records import DocumentRecord
from extract.stating.writer import Writer, actor, document
from ontology import terms as rg
from ontology.errors import SymbolError
from ontology.iri import graph_iri, language_iri, language_version_iri
from ontology.statement import Statement
from ontology.statement_forms import dated, link, marked, plain
from ontology.symbol import parse
from ontology.symbol_links import link as page_link
from ontology.symbol_order import symbol_of
from ontology.vocabulary import (
    DCTERMS_DATE,
    DCTERMS_ISSUED,
    DCTERMS_LANGUAGE,
    DCTERMS_TITLE,
    FABIO_HAS_REPRESENTATION,
    FOAF_PAGE,
    FRBR_REALIZATION_OF,
    PROV_BUNDLE,
    PROV_WAS_DERIVED_FROM,
    RDF_TYPE,
    document_class,
)

__all__ = ["state_document"]

_VERSIONS = {"addendum": rg.ADDS_TO, "supplement": rg.ADDS_TO, "corrigendum": rg.CORRECTS, "revision": rg.REVISES}


def state_document(writer: Writer) -> Iterator[Statement]:
    """State what the document says of itself, and from which file it was read.

    Args:
        writer: That of the document.

    Yields:
        Statements on the document, its language version, its file and its graph.
    """
    record, subject = writer.extraction.document, writer.subject
    writer.described.add(writer.extraction.key)
    yield link(subject, RDF_TYPE, rg.CLASS_DOCUMENT)
    if (kind := document_class(record.document_type)) is not None:
        yield link(subject, RDF_TYPE, kind)
    yield marked(subject, rg.HELD)
    yield plain(subject, rg.LANGUAGE, record.language)
    yield from _version_and_file(writer)
    yield from _names(writer, record)
    yield from _literals(writer, record)
    yield from _relations(writer, record)


def _version_and_file(writer: Writer) -> Iterator[Statement]:
    """State the language version that was read, the file that holds it, and the graph that comes from it."""
    key, language = writer.extraction.key, writer.language
    version, graph = language_version_iri(key, language), graph_iri(key, language)
    yield link(version, RDF_TYPE, rg.CLASS_LANGUAGE_VERSION)
    yield link(version, FRBR_REALIZATION_OF, writer.subject)
    yield plain(version, rg.LANGUAGE, language)
    yield link(version, DCTERMS_LANGUAGE, language_iri(language))
    yield link(version, FABIO_HAS_REPRESENTATION, writer.file)
    yield link(writer.file, RDF_TYPE, rg.CLASS_SOURCE_FILE)
    yield plain(writer.file, rg.SOURCE_NAME, writer.extraction.name)
    yield plain(writer.file, rg.SOURCE_DIGEST, writer.extraction.digest)
    yield link(graph, RDF_TYPE, PROV_BUNDLE)
    yield link(graph, PROV_WAS_DERIVED_FROM, writer.file)


def _names(writer: Writer, record: DocumentRecord) -> Iterator[Statement]:
    subject = writer.subject
    for symbol in record.symbols or ((record.symbol,) if record.symbol else ()):
        yield plain(subject, rg.SYMBOL, symbol)
        if symbol != writer.extraction.key:
            yield link(subject, rg.JOINT_WITH, document(symbol))
            yield from writer.described_target(symbol, None)
    for predicate, text in ((rg.SYMBOL_SOURCE, record.symbol_source), (rg.SYMBOL_SERIES, record.symbol_series)):
        if text:
            yield plain(subject, predicate, text)
    if record.symbol_confidence is not None:
        yield plain(subject, rg.SYMBOL_CONFIDENCE, str(record.symbol_confidence), datatype="decimal")
    for conflict in record.symbol_conflicts:
        yield plain(subject, rg.SYMBOL_CONFLICT, conflict)
    if record.symbol is not None and (page := _page(record.symbol, record.language)) is not None:
        yield link(subject, FOAF_PAGE, page)


def _literals(writer: Writer, record: DocumentRecord) -> Iterator[Statement]:
    subject = writer.subject
    if record.title:
        yield writer.worded(subject, DCTERMS_TITLE, record.title)
    if record.date:
        yield dated(subject, DCTERMS_DATE, record.date)
    if record.issued:
        yield dated(subject, DCTERMS_ISSUED, record.issued)
    if record.session is not None:
        yield plain(subject, rg.SESSION, str(record.session), datatype="integer")
    for predicate, value in ((rg.DOCUMENT_TYPE, record.document_type), (rg.MEETING, record.meeting)):
        if value:
            yield plain(subject, predicate, value)
    for item in record.agenda_items:
        yield plain(subject, rg.AGENDA_ITEM, item)


def _relations(writer: Writer, record: DocumentRecord) -> Iterator[Statement]:
    single = ((rg.BODY, record.body), (rg.COMMITTEE, record.committee), (rg.AUTHOR, record.author))
    for predicate, entity in single:
        if entity:
            yield link(writer.subject, predicate, actor(entity))
    yield from _sponsors(writer, record)
    cited = {target: found for found in reversed(writer.extraction.citations) for target in found.targets}
    origins = (rg.COMES_FROM, record.draft_symbols), (rg.RECOMMENDED_IN, record.report_symbols)
    for predicate, symbol in ((predicate, symbol) for predicate, symbols in origins for symbol in symbols):
        proof = writer.proof(cited[symbol]) if symbol in cited else None
        yield link(writer.subject, predicate, document(symbol), proof)
        yield from writer.described_target(symbol, proof)
    yield from _version(writer, record)


def _sponsors(writer: Writer, record: DocumentRecord) -> Iterator[Statement]:
    # The line of the sponsors proves best; one who joined later is named further down.
    named = sorted(writer.extraction.actors, key=lambda found: (found.role == "sponsor", -found.span.start))
    sponsored = {found.entity: found.span for found in named} if record.sponsors else {}
    for sponsor in record.sponsors:
        proof = writer.evidence(sponsored[sponsor], "sponsor", 1.0) if sponsor in sponsored else None
        yield link(writer.subject, rg.SPONSOR, actor(sponsor), proof)


def _version(writer: Writer, record: DocumentRecord) -> Iterator[Statement]:
    """State what the suffix of the symbol says: of which document it is an addendum, correction or revision."""
    symbol = symbol_of(record.symbol) if record.symbol else None
    if symbol is None or (base := symbol.amends) is None:
        return
    own = next((found for found in writer.extraction.citations if found.kind == "self"), None)
    proof = writer.proof(own) if own is not None else None
    for predicate in dict.fromkeys((rg.VERSION_OF, _VERSIONS.get(symbol.suffix or "", rg.VERSION_OF))):
        yield link(writer.subject, predicate, document(str(base)), proof)
    yield from writer.described_target(str(base), proof)


def _page(symbol: str, language: str) -> str | None:
    """Give the address of a document, None for what has no page of its own."""
    try:
        return page_link(parse(symbol), language)
    except SymbolError:
        return None
