"""The metadata of a document: what it says of itself, field by field, and nothing that it does not say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import ModuleType

from corpus.document import Block, BlockKind, Document
from extract.languages import rules
from extract.masthead_dates import dates
from extract.masthead_names import committee, entity, sponsors
from extract.masthead_provenance import draft_symbols
from extract.masthead_symbols import find_symbols, open_series
from extract.reading import Reading
from extract.records import DocumentRecord
from ontology.actors import actors
from ontology.symbol import Symbol, parse
from ontology.symbol_expected import expected_series

__all__ = ["masthead"]

_RESOLUTIONS = frozenset({"resolution", "decision", "draft-resolution", "draft-decision"})
# What a symbol says beyond doubt; the letter L stands before reports and drafts alike.
_CERTAIN = frozenset({"resolution", "decision", "presidential-statement", "summary-record", "verbatim-record"})
_AUTHORED = ("report", "note", "memorandum", "working-paper", "letter", "draft")
_MAIN_COMMITTEES = "A/C."
_COUNCIL = "hrc"
_TITLED_BY_KIND = frozenset({"letter", "note-verbale", "concluding-observations", "general-comment"})
# Only the agenda of the General Assembly has so many items.
_MANY_ITEMS = 50
# A draft of the Human Rights Council leaves the number open that it will have: 37/….
_OPEN_NUMBER = re.compile(r"^(?:E?S-)?\d{1,3}/(?:…|\.{2,}|_{2,})+\.?\s*")
_OPEN_SYMBOL = 0.95
_CONTRADICTED = 0.5


@dataclass(frozen=True, slots=True)
class _Front:
    """The lines by which a document introduces and closes itself.

    Attributes:
        head: Masthead and title, in order.
        below: Those that stand below the title.
        title: The line of the title, None where there is none.
        opening: Name of the organ that speaks, without its comma.
        closing: Lines at the end that give date and meeting.
    """

    head: tuple[str, ...]
    below: tuple[str, ...]
    title: str | None
    opening: str | None
    closing: tuple[str, ...]


def masthead(reading: Reading, name: str) -> DocumentRecord:
    """Read the metadata of a document.

    Args:
        reading: The document under reading.
        name: Name of its source; a symbol in it is used where the text gives none.

    Returns:
        The record; None or nothing in each field of which the document says nothing.

    Example:
        >>> from corpus import read_text
        >>> text = " 第七十九届会议 \\n\\n 议程项目126 \\n\\n  互动 \\n\\n  秘书长的报告 \\n\\n1. 议联参加会议。 \\n"
        >>> record = masthead(Reading(read_text(text, "a.txt")), "A_79_837.txt")
        >>> record.symbol, record.symbol_source, record.session, record.agenda_items, record.author, record.title
        ('A/79/837', 'given', 79, ('126',), 'sg', '互动')
    """
    document = reading.document
    words = rules(document.language, "masthead")
    front = _front(document)
    organ = entity(_bare(front.opening, words), document.language)
    found = find_symbols(document, name, front.head, organ or _adopting(front, document.language, words), words)
    symbol = parse(found.symbols[0]) if found.symbols else None
    record = DocumentRecord(
        symbol=found.symbols[0] if found.symbols else None,
        symbols=found.symbols,
        symbol_source=found.source,
        symbol_confidence=found.confidence,
        symbol_conflicts=found.conflicts,
        language=document.language,
        title=front.title,
        counts=_counts(document),
        headings=tuple(document.text[b.start : b.end].strip() for b in document.blocks if b.kind is BlockKind.HEADING),
        year=symbol.year if symbol and symbol.session is None else None,
    )
    chaired = _committee(front, symbol, document.language, words)
    record = replace(record, committee=chaired, body=_body(symbol, organ or _organ(front, document.language), chaired))
    if words is None:
        return replace(record, document_type=symbol.document_type if symbol else None, session=_session_of(symbol))
    return _identified(_said(record, document, front, symbol, words), front)


def _said(
    record: DocumentRecord, document: Document, front: _Front, symbol: Symbol | None, words: ModuleType
) -> DocumentRecord:
    """Add what takes words of the language to read."""
    kind = _document_type(front, symbol, record.committee, words)
    said = next((number for line in front.head if (number := words.session(line)) is not None), None)
    items = tuple(dict.fromkeys(item for line in front.head for item in words.agenda_items(line)))
    comes_from = draft_symbols(document, front.head, symbol, words)
    date, issued = dates(front.head, front.closing, kind, words)
    return replace(
        record,
        document_type=kind,
        body=record.body or _body_of_agenda(items),
        session=said if said is not None else _session_of(symbol),
        year=record.year or _year(front, words),
        agenda_items=items,
        title=_title(front, words),
        date=date,
        issued=issued,
        meeting=next((met for line in (*front.closing, *front.head) if (met := words.meeting(line))), None),
        sponsors=_sponsors(document, front, symbol, words),
        author=_author(front, kind, document.language, words),
        draft_symbols=tuple(drafted for drafted in comes_from if parse(drafted).is_draft),
        report_symbols=tuple(report for report in comes_from if not parse(report).is_draft),
    )


def _identified(record: DocumentRecord, front: _Front) -> DocumentRecord:
    """Weigh the symbol against the session that is printed; without a symbol tell the series as far as it goes."""
    if record.symbol is not None:
        told = {_session_of(parse(symbol)) for symbol in record.symbols}
        if record.session is None or None in told or record.session in told:
            return record
        conflicts = (*record.symbol_conflicts, f"session {record.session}")
        return replace(record, symbol_conflicts=conflicts, symbol_confidence=_CONTRADICTED)
    printed = open_series(front.head)
    inferred = expected_series(record.document_type, record.body, record.committee, record.session, record.year)
    series, sure = (printed, _OPEN_SYMBOL) if printed else inferred or (None, None)
    source = ("text" if printed else "inferred") if series else None
    return replace(record, symbol_series=series, symbol_confidence=sure, symbol_source=source)


def _front(document: Document) -> _Front:
    def line(block: Block) -> str:
        return document.text[block.body : block.end].strip()

    def lines(blocks: list[Block]) -> tuple[str, ...]:
        return tuple(document.text[block.start : block.end].strip() for block in blocks)

    head = [block for block in document.blocks if block.kind in (BlockKind.MASTHEAD, BlockKind.TITLE)]
    title = next((block for block in head if block.kind is BlockKind.TITLE), None)
    opening = next((block for block in document.blocks if block.kind is BlockKind.OPENING), None)
    return _Front(
        head=lines(head),
        below=lines(head[head.index(title) + 1 :]) if title else (),
        title=line(title) if title else None,
        opening=line(opening).rstrip(" ,.:;，،") if opening else None,
        closing=lines([block for block in document.blocks if block.kind is BlockKind.CLOSING]),
    )


def _bare(name: str | None, words: ModuleType | None) -> str | None:
    """A name without its article, in a language that has one."""
    read = getattr(words, "bare", None)
    return read(name) if read is not None and name is not None else name


def _title(front: _Front, words: ModuleType) -> str | None:
    """The line of the title; the line that names the kind, where it is the title too."""
    if front.title is None:
        own = (line for line in front.head if words.document_type(line) in _TITLED_BY_KIND)
        return next((line.rstrip("*") for line in own), None)
    if not words.titles(front.title):
        return None
    if not words.agenda_items(front.title) and words.session(front.title) is None:
        return _OPEN_NUMBER.sub("", front.title).rstrip("*")
    # Nothing but session and agenda stands above: the report has no other title.
    named = (line for line in front.below[:1] if words.document_type(line) and words.titles(line))
    return next((line.rstrip("*") for line in named), None)


def _year(front: _Front, words: ModuleType) -> int | None:
    read = getattr(words, "organ_year", None)
    return next((year for line in front.head if (year := read(line))), None) if read else None


def _sponsors(document: Document, front: _Front, symbol: Symbol | None, words: ModuleType) -> tuple[str, ...]:
    """The sponsors in the masthead, and those whom the addendum to a draft adds to them."""
    listed = [next((names for line in front.head if (names := words.sponsor_names(line))), "")]
    read = getattr(words, "joined_sponsors", None)
    if read is not None and symbol is not None and symbol.is_draft and front.opening is None:
        lines = [document.text[block.body : block.end].strip() for block in document.blocks]
        for line, after in zip(lines, (*lines[1:], ""), strict=True):
            joined = read(line)
            listed.append(after if joined == "" else joined or "")
    named = (sponsors(names.rstrip("。."), document.language, words.SEPARATOR) for names in listed)
    return tuple(dict.fromkeys(name for names in named for name in names))


def _adopting(front: _Front, language: str, words: ModuleType | None) -> str | None:
    """The organ that adopted a text, where the masthead says that it is an adopted one."""
    if words is None or not any(map(words.own_number, front.head)):
        return None
    adopted = any(words.document_type(line) in ("resolution", "decision") for line in front.head)
    return _organ(front, language) if adopted else None


def _body_of_agenda(items: tuple[str, ...]) -> str | None:
    numbers = (int(item.partition("(")[0]) for item in items)
    return "ga" if any(number > _MANY_ITEMS for number in numbers) else None


def _session_of(symbol: Symbol | None) -> int | None:
    return symbol.session if symbol is not None and isinstance(symbol.session, int) else None


def _committee(front: _Front, symbol: Symbol | None, language: str, words: ModuleType | None) -> str | None:
    if symbol is not None and str(symbol).startswith(_MAIN_COMMITTEES):
        return symbol.body if symbol.body != symbol.organ else None
    named = (line for line in front.head if words is not None and words.is_committee(line))
    return next((found for line in named if (found := committee(line, language))), None)


def _organ(front: _Front, language: str) -> str | None:
    """The organ whose name stands alone on a line; the Human Rights Council prints that of its parent above its own."""
    organs = {*(organ.id for organ in actors().by_type("principal-organ")), _COUNCIL}
    found = [name for line in front.head if (name := entity(line, language)) in organs]
    return _COUNCIL if _COUNCIL in found else next(iter(found), None)


def _body(symbol: Symbol | None, organ: str | None, chaired: str | None) -> str | None:
    if symbol is not None:
        return symbol.organ if str(symbol).startswith(_MAIN_COMMITTEES) else symbol.body
    return organ or (actors()[chaired].parent if chaired else None)


def _document_type(front: _Front, symbol: Symbol | None, chaired: str | None, words: ModuleType) -> str | None:
    coded = symbol.document_type if symbol is not None else None
    if coded in _CERTAIN:
        return coded
    named: str | None = next((kind for line in _naming(front) if (kind := words.document_type(line))), None)
    if front.opening is None:
        return named or coded
    if named in _RESOLUTIONS:
        return named
    if symbol is not None:
        return "draft-resolution" if symbol.is_draft else "resolution"
    # What is before a committee and has no number of its own is not adopted yet.
    adopted = any(map(words.is_adoption, front.head)) or bool(front.closing)
    return "draft-resolution" if chaired is not None and not adopted else "resolution"


def _naming(front: _Front) -> Iterator[str]:
    """The lines in the order in which they are likely to name the kind: below the title, then upwards from it."""
    yield from front.below
    yield from reversed(front.head[: len(front.head) - len(front.below)])


def _author(front: _Front, kind: str | None, language: str, words: ModuleType) -> str | None:
    if kind is None or not kind.startswith(_AUTHORED):
        return None
    return next((found for line in _naming(front) if (found := entity(words.author(line), language))), None)


def _counts(document: Document) -> dict[str, int | None]:
    own = [block.kind for block in document.blocks if not block.annex]
    acts = BlockKind.OPENING in own
    operative, numbered = own.count(BlockKind.OPERATIVE), own.count(BlockKind.NUMBERED)
    return {
        "preambular_paragraphs": own.count(BlockKind.PREAMBULAR) if acts else None,
        "operative_paragraphs": operative if acts else None,
        "numbered_paragraphs": (operative if acts else numbered) or None,
        "footnotes": len(document.footnotes),
    }
