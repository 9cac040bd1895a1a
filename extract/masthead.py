"""The metadata of a document: what it says of itself, field by field, and nothing that it does not say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import ModuleType

from corpus.document import Block, BlockKind, Document
from extract.languages import rules
from extract.masthead_names import committee, entity, sponsors
from extract.masthead_provenance import draft_symbols
from extract.masthead_symbols import find_symbols
from extract.reading import Reading
from extract.records import DocumentRecord
from ontology.actors import actors
from ontology.symbol import Symbol, parse

__all__ = ["masthead"]

_RESOLUTIONS = frozenset({"resolution", "decision", "draft-resolution", "draft-decision"})
# What a symbol says beyond doubt; the letter L stands before reports and drafts alike.
_CERTAIN = frozenset({"resolution", "decision", "presidential-statement", "summary-record", "verbatim-record"})
_REPORTED = ("report", "note", "memorandum", "working-paper")
_MAIN_COMMITTEES = "A/C."


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
    found = find_symbols(document, name, front.head, organ, words)
    symbol = parse(found.symbols[0]) if found.symbols else None
    record = DocumentRecord(
        symbol=found.symbols[0] if found.symbols else None,
        symbols=found.symbols,
        symbol_source=found.source,
        language=document.language,
        title=front.title,
        counts=_counts(document),
        headings=tuple(document.text[b.start : b.end].strip() for b in document.blocks if b.kind is BlockKind.HEADING),
    )
    chaired = _committee(front, symbol, document.language, words)
    record = replace(record, committee=chaired, body=_body(symbol, organ or _organ(front, document.language), chaired))
    if words is None:
        return replace(record, document_type=symbol.document_type if symbol else None, session=_session_of(symbol))
    return _said(record, document, front, symbol, words)


def _said(
    record: DocumentRecord, document: Document, front: _Front, symbol: Symbol | None, words: ModuleType
) -> DocumentRecord:
    """Add what takes words of the language to read."""
    kind = _document_type(front, symbol, words)
    said = next((number for line in front.head if (number := words.session(line)) is not None), None)
    items = [item for line in front.head for item in words.agenda_items(line)]
    dated = (*front.closing, *front.head) if kind in _RESOLUTIONS else front.head
    listed = next((names for line in front.head if (names := words.sponsor_names(line))), "")
    return replace(
        record,
        document_type=kind,
        session=said if said is not None else _session_of(symbol),
        agenda_items=tuple(dict.fromkeys(items)),
        title=_title(front, words),
        date=next((date for line in dated if (date := words.date(line))), None),
        meeting=next((met for line in (*front.closing, *front.head) if (met := words.meeting(line))), None),
        sponsors=sponsors(listed, document.language, words.SEPARATOR),
        author=_author(front, kind, document.language, words),
        draft_symbols=draft_symbols(document, front.head, symbol, words),
    )


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
    titled: bool = front.title is not None and words.titles(front.title)
    return front.title if titled else None


def _session_of(symbol: Symbol | None) -> int | None:
    return symbol.session if symbol is not None and isinstance(symbol.session, int) else None


def _committee(front: _Front, symbol: Symbol | None, language: str, words: ModuleType | None) -> str | None:
    if symbol is not None and str(symbol).startswith(_MAIN_COMMITTEES):
        return symbol.body if symbol.body != symbol.organ else None
    named = (line for line in front.head if words is not None and words.is_committee(line))
    return next((found for line in named if (found := committee(line, language))), None)


def _organ(front: _Front, language: str) -> str | None:
    """The principal organ whose name stands alone on a line."""
    organs = {organ.id for organ in actors().by_type("principal-organ")}
    return next((found for line in front.head if (found := entity(line, language)) in organs), None)


def _body(symbol: Symbol | None, organ: str | None, chaired: str | None) -> str | None:
    if symbol is not None:
        return symbol.organ if str(symbol).startswith(_MAIN_COMMITTEES) else symbol.body
    return organ or (actors()[chaired].parent if chaired else None)


def _document_type(front: _Front, symbol: Symbol | None, words: ModuleType) -> str | None:
    coded = symbol.document_type if symbol is not None else None
    if coded in _CERTAIN:
        return coded
    named: str | None = next((kind for line in _naming(front) if (kind := words.document_type(line))), None)
    if front.opening is None:
        return named or coded
    if named in _RESOLUTIONS:
        return named
    return "draft-resolution" if symbol is not None and symbol.is_draft else "resolution"


def _naming(front: _Front) -> Iterator[str]:
    """The lines in the order in which they are likely to name the kind: below the title, then upwards from it."""
    yield from front.below
    yield from reversed(front.head[: len(front.head) - len(front.below)])


def _author(front: _Front, kind: str | None, language: str, words: ModuleType) -> str | None:
    if kind is None or not kind.startswith(_REPORTED):
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
