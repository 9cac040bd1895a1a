"""What each block of a document is: title, preambular or operative paragraph, heading, annex and the rest."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from corpus.document import Block, BlockKind

__all__ = ["Layout", "classify", "layout"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The words by which a language lays out its documents.

    Attributes:
        openings: Names of organs that open a resolution, each followed by a comma on a line of its own.
        annex: Lines that open an annex.
        author: Lines that say who reports (the title stands above them).
        contents: The heading of a table of contents.
        heading: Numbered headings; group 1 is the number.
        furniture: Lines that belong to the page.
        counters: Pattern of words that make the number before them a count, not a footnote marker.
        closing: Lines at the end of a resolution that give its date and meeting.
        terminal: Marks that end a clause.
        full_stop: Marks that end a sentence.
        summary: The heading of a summary.
    """

    openings: frozenset[str]
    annex: re.Pattern[str]
    author: re.Pattern[str]
    contents: re.Pattern[str]
    heading: re.Pattern[str]
    furniture: re.Pattern[str]
    counters: str
    closing: re.Pattern[str]
    terminal: str
    full_stop: str
    summary: re.Pattern[str]


@cache
def layout(language: str) -> Layout:
    """Give the layout words of a language; those of English where there are none for it.

    Example:
        >>> "大会" in layout("zh").openings
        True
    """
    tables = json.loads(files("corpus").joinpath("data/layout.json").read_text(encoding="utf-8"))
    data = tables.get(language, tables["en"])
    numeral = data["heading_numeral"]
    return Layout(
        openings=frozenset(data["openings"]),
        annex=re.compile(data["annex"]),
        author=re.compile(data["author"]),
        contents=re.compile(data["contents"]),
        heading=re.compile(rf"({numeral}|[A-Z])[.、．]\s*(?=[^\W\d_]|[《“\"‘(\d])(?!\d+[.])"),
        furniture=re.compile("|".join(data["furniture"])),
        counters=data["counters"],
        closing=re.compile(data["closing"]),
        terminal=data["terminal"],
        full_stop=data["full_stop"],
        summary=re.compile(data["summary"]),
    )


_NUMBERED = re.compile(r"(\d{1,3})\.\s*(?=\S)")
_LETTERED = re.compile(r"\(([a-z]{1,2}|[ivxl]{1,5}|\d{1,2})\)\s*")
_BULLET = re.compile(r"[-\u2022\u25cf\u00b7\u25aa]\s*")
_OWN_NUMBER = re.compile(r"(?:E?S-)?\d{1,4}/\d{1,4}\s?[A-Z]?\.\s*(?=\S)")
# Longer blocks without a closing mark are paragraphs that a page cut, not headings.
_LONGEST_HEADING = 60
_NUMBER_GAP = 3


def classify(text: str, spans: tuple[tuple[int, int], ...], words: Layout) -> tuple[Block, ...]:
    """Tell what each block is.

    Args:
        text: The canonical text.
        spans: The spans of its blocks, footnotes and link lines left out.
        words: The layout words of its language.

    Returns:
        A block for each span, in the same order.

    Example:
        >>> text = "大会，\\n回顾其第57/32号决议，\\n1. 请秘书长提交报告。\\n"
        >>> [block.kind.value for block in classify(text, ((0, 3), (4, 17), (18, 30)), layout("zh"))]
        ['opening', 'preambular', 'operative']
    """
    opening = _opening(text, spans, words)
    found = _report(text, spans, words) if opening is None else _resolution(text, spans, words, opening)
    blocks = tuple(found)
    return _with_title(text, blocks, words, opening)


def _opening(text: str, spans: tuple[tuple[int, int], ...], words: Layout) -> int | None:
    for index, (start, end) in enumerate(spans):
        if end - start <= _LONGEST_HEADING and text[end - 1] in ",，" and text[start : end - 1] in words.openings:
            return index
    return None


def _resolution(text: str, spans: tuple[tuple[int, int], ...], words: Layout, opening: int) -> Iterator[Block]:
    yield from (Block(BlockKind.MASTHEAD, start, end, start) for start, end in spans[:opening])
    yield Block(BlockKind.OPENING, *spans[opening], spans[opening][0])
    preambular, paragraph, operative = 0, "0", False
    for index, (start, end) in enumerate(spans[opening + 1 :], opening + 1):
        words_of = text[start:end]
        if words.annex.search(words_of):
            yield from _report(text, spans[index:], words, annex=True)
            return
        if number := _NUMBERED.match(words_of):
            operative, paragraph = True, number[1]
            yield Block(BlockKind.OPERATIVE, start, end, start + number.end(), number[1], paragraph)
        elif part := _LETTERED.match(words_of):
            yield Block(BlockKind.SUBPARAGRAPH, start, end, start + part.end(), part[1], paragraph, 1)
        elif words.closing.search(words_of):
            yield Block(BlockKind.CLOSING, start, end, start, None, paragraph)
        elif heading := _heading(words_of, words):
            yield Block(BlockKind.HEADING, start, end, start + heading[1], None, paragraph, heading[0])
        elif operative:
            yield Block(BlockKind.PARAGRAPH, start, end, start, None, paragraph)
        elif text[end - 1] in words.full_stop + "；;":
            # A resolution with a single operative paragraph does not number it.
            operative, paragraph = True, "1"
            yield Block(BlockKind.OPERATIVE, start, end, start, "1", "1")
        else:
            preambular += 1
            paragraph = f"p{preambular}"
            yield Block(BlockKind.PREAMBULAR, start, end, start, paragraph, paragraph)


def _report(text: str, spans: tuple[tuple[int, int], ...], words: Layout, *, annex: bool = False) -> Iterator[Block]:
    number, started = 0, annex
    for start, end in spans:
        words_of = text[start:end]
        found = _NUMBERED.match(words_of)
        if words.annex.search(words_of):
            annex, number = True, 0
            yield Block(BlockKind.HEADING, start, end, start, None, str(number), 1, annex)
        elif found and (int(found[1]) == 1 or number < int(found[1]) <= number + _NUMBER_GAP):
            number, started = int(found[1]), True
            yield Block(BlockKind.NUMBERED, start, end, start + found.end(), found[1], found[1], 0, annex)
        elif heading := _heading(words_of, words, plain=started):
            started = True
            yield Block(BlockKind.HEADING, start, end, start + heading[1], None, str(number), heading[0], annex)
        elif part := _LETTERED.match(words_of):
            yield Block(BlockKind.SUBPARAGRAPH, start, end, start + part.end(), part[1], str(number), 1, annex)
        elif bullet := _BULLET.match(words_of):
            yield Block(BlockKind.LIST_ITEM, start, end, start + bullet.end(), None, str(number), 1, annex)
        elif started or words_of[-1] in words.full_stop:
            yield Block(BlockKind.PARAGRAPH, start, end, start, None, str(number), 0, annex)
        else:
            yield Block(BlockKind.MASTHEAD, start, end, start)


def _heading(words_of: str, words: Layout, *, plain: bool = False) -> tuple[int, int] | None:
    """Level of a heading and where its words begin; None for what is no heading."""
    if len(words_of) > _LONGEST_HEADING or words_of[-1] in words.terminal:
        return None
    if numbered := words.heading.match(words_of):
        return (2 if numbered[1].isascii() and len(numbered[1]) == 1 else 1), numbered.end()
    if words.summary.search(words_of) or (plain and not _BULLET.match(words_of) and not _LETTERED.match(words_of)):
        return 3, 0
    return None


def _with_title(text: str, blocks: tuple[Block, ...], words: Layout, opening: int | None) -> tuple[Block, ...]:
    index = _title(text, blocks, words, opening)
    if index is None:
        return blocks
    block = blocks[index]
    own = _OWN_NUMBER.match(text[block.start : block.end])
    body = block.start + (own.end() if own else 0)
    return (*blocks[:index], replace(block, kind=BlockKind.TITLE, body=body), *blocks[index + 1 :])


def _title(text: str, blocks: tuple[Block, ...], words: Layout, opening: int | None) -> int | None:
    masthead = [index for index, block in enumerate(blocks) if block.kind is BlockKind.MASTHEAD]
    for index in masthead:
        if _OWN_NUMBER.match(text[blocks[index].start : blocks[index].end]):
            return index
    if opening is not None:
        return opening - 1 if opening else None
    for index in masthead[1:]:
        if words.author.search(text[blocks[index].start : blocks[index].end]):
            return index - 1
    return None
