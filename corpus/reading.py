"""From files to documents: finding, decoding, reading."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from corpus.anatomy import classify
from corpus.assembly import Assembly, RawNote, assemble
from corpus.canonical import CanonicalBuilder, find_markers
from corpus.document import Block, BlockKind, Document, Footnote, LinkLine
from corpus.language import detect
from corpus.layout import layout
from corpus.lines import page_form, split
from ontology.errors import DocumentError

__all__ = ["SUFFIXES", "decode", "left_out", "read_document", "read_text", "walk"]

SUFFIXES = frozenset({".txt"})
"""Endings of the files that a walk through a folder takes up."""


def walk(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Find the sources under paths.

    Args:
        paths: Files, which are taken whatever their ending, and folders, which are walked recursively.

    Yields:
        Each file once, in the order of the paths and, within a folder, of their names.

    Raises:
        DocumentError: A path does not exist.

    Example:
        >>> from corpus.specimens import specimens
        >>> [path.name for path in walk([specimens()])][0]
        'A_71_179.zh.txt'
    """
    seen: set[Path] = set()
    for given in map(Path, paths):
        if not given.exists():
            raise DocumentError(str(given), "there is no such file or folder")
        inside = (
            sorted(
                path for path in given.rglob("*") if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
            )
            if given.is_dir()
            else [given]
        )
        for path in inside:
            if path.is_file() and path.resolve() not in seen:
                seen.add(path.resolve())
                yield path


def left_out(paths: Iterable[str | Path]) -> int:
    """Count the files under folders that a walk does not take up, because they have another ending.

    Args:
        paths: Files and folders; hidden files do not count.

    Example:
        >>> from corpus.specimens import specimens
        >>> left_out([specimens()]) >= 2
        True
    """
    folders = (path for path in map(Path, paths) if path.is_dir())
    return sum(
        path.is_file() and path.suffix.lower() not in SUFFIXES and not path.name.startswith(".")
        for folder in folders
        for path in folder.rglob("*")
    )


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text source.

    Args:
        data: The bytes, in UTF-8 with or without a byte order mark.
        name: Name of the source, for the error.

    Raises:
        DocumentError: The source is empty, binary, or in another encoding.

    Example:
        >>> decode("大会，".encode("gb18030"), "a.txt")
        Traceback (most recent call last):
            ...
        ontology.errors.DocumentError: a.txt: not UTF-8 text (byte 1 cannot be decoded); convert it to UTF-8 first
    """
    if not data.strip():
        raise DocumentError(name, "the file is empty")
    if b"\x00" in data[:4096]:
        raise DocumentError(name, "a binary file, not text; give it as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            name, f"not UTF-8 text (byte {error.start + 1} cannot be decoded); convert it to UTF-8 first"
        ) from None


def read_document(path: str | Path) -> Document:
    """Read a file as a document.

    Args:
        path: A text file in UTF-8.

    Raises:
        DocumentError: It cannot be read, or holds no text in an official language.
    """
    name = str(path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(name, f"cannot be read ({(error.strerror or 'unknown error').lower()})") from None
    return read_text(decode(data, name), name, hashlib.sha256(data).hexdigest())


def read_text(source: str, name: str, digest: str | None = None, language: str | None = None) -> Document:
    """Read a source text as a document.

    Args:
        source: The text.
        name: Name of the source.
        digest: SHA-256 of its bytes in hex; taken from its UTF-8 form where it is not given.
        language: Code of its language; told from the text where it is not given.

    Raises:
        DocumentError: It holds no text in an official language.

    Example:
        >>> words = "回顾各国国家元首和政府首脑表示决心进一步加强合作，并回顾其第 57/"
        >>> document = read_text(f"大会，\\n\\n {words}\\n\\n32 号决议，\\n", "a.txt")
        >>> start = document.text.index("第57")
        >>> document.text[start:start + 9]
        '第57/32号决议'
        >>> document.source[slice(*document.source_span(start, start + 9))]
        '第 57/\\n\\n32 号决议'
    """
    language = language or detect(source)
    if language is None:
        raise DocumentError(name, "no text in an official language of the United Nations was found in it")
    words = layout(language)
    lines = split(source, words.furniture)
    raw = assemble(lines, page_form(lines), words)
    markers = find_markers(source, raw.notes, words.counters)
    builder = CanonicalBuilder(source, markers, wide=words.wide)
    spans, notes, links = _build(builder, raw)
    text, offsets = builder.finish()
    body = classify(text, tuple(span for span, contents in spans if not contents), words)
    footnotes = _footnotes(raw.notes, notes, builder.calls, body)
    return Document(
        name=name,
        source=source,
        language=language,
        text=text,
        offsets=offsets,
        blocks=_all_blocks(body, spans, footnotes, links),
        markers=tuple(builder.markers),
        footnotes=footnotes,
        links=links,
        headers=tuple((line.start, line.end, line.text) for line in raw.headers),
        digest=digest or hashlib.sha256(source.encode()).hexdigest(),
    )


_Span = tuple[int, int]


def _build(
    builder: CanonicalBuilder, raw: Assembly
) -> tuple[list[tuple[_Span, bool]], list[_Span], tuple[LinkLine, ...]]:
    """Lay blocks, footnotes and link lines into the canonical text; a footnote follows the block that a page cut."""
    spans: list[tuple[_Span, bool]] = []
    notes: list[_Span] = []
    links: list[LinkLine] = []
    waiting_notes, waiting_links = list(raw.notes), list(raw.links)
    for position in range(len(raw.blocks) + 1):
        if position:
            block = raw.blocks[position - 1]
            spans.append((builder.add(block.lines), block.contents))
        while waiting_notes and waiting_notes[0].position <= position:
            note = waiting_notes.pop(0)
            notes.append(builder.add(note.lines, note.body))
        while waiting_links and waiting_links[0][1] <= position:
            line, _ = waiting_links.pop(0)
            links.append(LinkLine(*builder.add((line,)), line.text))
    return spans, notes, tuple(links)


def _footnotes(
    notes: tuple[RawNote, ...], spans: list[_Span], calls: Mapping[int, int], body: tuple[Block, ...]
) -> tuple[Footnote, ...]:
    found = []
    for number, (note, span) in enumerate(zip(notes, spans, strict=True)):
        called = (calls[number],) if number in calls else ()
        found.append(Footnote(note.label, *span, called, _paragraph_at(body, called[0]) if called else "0"))
    return tuple(found)


def _paragraph_at(body: tuple[Block, ...], offset: int) -> str:
    return next((block.paragraph for block in body if block.start <= offset <= block.end), "0")


def _all_blocks(
    body: tuple[Block, ...],
    spans: list[tuple[_Span, bool]],
    footnotes: tuple[Footnote, ...],
    links: tuple[LinkLine, ...],
) -> tuple[Block, ...]:
    contents = [Block(BlockKind.FURNITURE, *span, span[0]) for span, is_contents in spans if is_contents]
    notes = [Block(BlockKind.FOOTNOTE, n.start, n.end, n.start, n.label, n.paragraph) for n in footnotes]
    lines = [Block(BlockKind.LINK, link.start, link.end, link.start) for link in links]
    return tuple(sorted([*body, *contents, *notes, *lines], key=lambda block: block.start))
