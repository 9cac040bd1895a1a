"""What each block of a document is: title, preambular or operative paragraph, heading, annex and the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Block, BlockKind
from corpus.layout import Layout

__all__ = ["classify"]

_BULLET = re.compile(r"[-\u2022\u25cf\u00b7\u25aa]\s*")
_OWN_NUMBER = re.compile(r"(?:E?S-)?\d{1,4}/\d{1,4}\s?[A-Z]?\.\s*(?=\S)")
# Longer blocks without a closing mark are paragraphs that a page cut, not headings.
_LONGEST_HEADING = 60
_LONGEST_HEADING_IN_WORDS = 180
_NUMBER_GAP = 3
# The number or letter of a part of a resolution, alone on a line.
_SECTION = re.compile(r"[IVXL]{1,6}|[A-Z]")
_COMMAS = ",，،"
_SEMICOLONS = ";；؛"
_QUOTES = '“"«'

_Span = tuple[int, int]


def classify(text: str, spans: tuple[_Span, ...], words: Layout) -> tuple[Block, ...]:
    """Tell what each block is.

    Args:
        text: The canonical text.
        spans: The spans of its blocks, footnotes and link lines left out.
        words: The layout words of its language.

    Returns:
        A block for each span, in the same order.

    Example:
        >>> from corpus.layout import layout
        >>> text = "大会，\\n回顾其第57/32号决议，\\n1. 请秘书长提交报告。\\n"
        >>> [block.kind.value for block in classify(text, ((0, 3), (4, 17), (18, 30)), layout("zh"))]
        ['opening', 'preambular', 'operative']
    """
    opening = _opening(text, spans, words)
    found = _report(text, spans, words) if opening is None else _resolution(text, spans, words, opening)
    blocks = tuple(found)
    return _with_title(text, blocks, words, opening)


def _opening(text: str, spans: tuple[_Span, ...], words: Layout) -> int | None:
    """The first block that opens a resolution; the comma may be missing where a paragraph of one follows."""
    for index, (start, end) in enumerate(spans):
        if words.is_opening(text[start:end]):
            return index
        if words.may_open(text[start:end]) and index + 1 < len(spans):
            following = slice(*spans[index + 1])
            if words.begins_act(text[following]):
                return index
    return None


def _resolution(text: str, spans: tuple[_Span, ...], words: Layout, opening: int) -> Iterator[Block]:
    parts = _Resolution(text, spans, words)
    first = next(
        (index for index in range(1, opening) if _is_preamble_above(text[slice(*spans[index])], words)), opening
    )
    yield from (Block(BlockKind.MASTHEAD, start, end, start) for start, end in spans[:first])
    yield from (parts.preamble(start, end) for start, end in spans[first:opening])
    yield Block(BlockKind.OPENING, *spans[opening], spans[opening][0])
    for index, (start, end) in enumerate(spans[opening + 1 :], opening + 1):
        if words.annex.search(text[start:end]):
            yield from _report(text, spans[index:], words, annex=True)
            return
        yield parts.block(index)


def _is_preamble_above(words_of: str, words: Layout) -> bool:
    """Tell whether a block is a paragraph of a preamble that stands before the organ is named, as old ones do."""
    return words.capitals and len(words_of) > _LONGEST_HEADING and words_of[-1] in _COMMAS + _SEMICOLONS


class _Resolution:
    """Goes through the blocks of a resolution after its opening; holds how far it has come."""

    def __init__(self, text: str, spans: tuple[_Span, ...], words: Layout) -> None:
        self.text = text
        self.spans = spans
        self.words = words
        self.numbers = {int(found[1]) for start, end in spans if (found := words.number.match(text[start:end]))}
        self.preambular = 0
        self.number = 0
        self.paragraph = "0"
        self.operative = False

    def block(self, index: int) -> Block:
        """The block at an index, after the opening."""
        start, end = self.spans[index]
        words_of = self.text[start:end]
        if self.words.is_opening(words_of):
            self.operative = False
            return Block(BlockKind.OPENING, start, end, start, None, self.paragraph)
        if number := self.words.number.match(words_of):
            return self._operative(start, end, number.end(), int(number[1]))
        if part := self.words.letter.match(words_of):
            return Block(BlockKind.SUBPARAGRAPH, start, end, start + part.end(), part[1], self.paragraph, 1)
        if self.words.closing.search(words_of):
            return Block(BlockKind.CLOSING, start, end, start, None, self.paragraph)
        if heading := self._heading(index, words_of):
            return Block(BlockKind.HEADING, start, end, start + heading[1], None, self.paragraph, heading[0])
        return self._unnumbered(start, end, words_of)

    def _unnumbered(self, start: int, end: int, words_of: str) -> Block:
        """A paragraph without number: its first words tell what it is, and where these are not known, its last mark."""
        comma = words_of[-1] in _COMMAS
        if self.words.is_preambular(words_of) and (comma or not self.operative):
            return self.preamble(start, end)
        if self.words.is_operative(words_of):
            return self._operative(start, end, 0, self._free())
        if self.operative or self._belongs_to_the_one_before(start, words_of):
            return Block(BlockKind.PARAGRAPH, start, end, start, None, self.paragraph)
        if words_of[-1] in self.words.full_stop + _SEMICOLONS and not self._preamble_goes_on(end):
            # A resolution with a single operative paragraph does not number it.
            return self._operative(start, end, 0, 1)
        return self.preamble(start, end)

    def preamble(self, start: int, end: int) -> Block:
        """The next preambular paragraph."""
        self.preambular += 1
        self.operative = False
        self.paragraph = f"p{self.preambular}"
        return Block(BlockKind.PREAMBULAR, start, end, start, self.paragraph, self.paragraph)

    def _operative(self, start: int, end: int, offset: int, number: int | None) -> Block:
        self.operative = True
        if number is not None:
            self.number, self.paragraph = number, str(number)
        label = None if number is None else self.paragraph
        return Block(BlockKind.OPERATIVE, start, end, start + offset, label, self.paragraph)

    def _free(self) -> int | None:
        """The number that a paragraph would bear, unless another one bears it."""
        return None if self.number + 1 in self.numbers else self.number + 1

    def _preamble_goes_on(self, end: int) -> bool:
        """Tell whether a paragraph that ends in a comma, or a number, is still to come."""
        if any(number > self.number for number in self.numbers):
            return True
        later = (self.text[start:stop] for start, stop in self.spans if start > end)
        return any(words_of[-1] in _COMMAS and not self.words.is_opening(words_of) for words_of in later)

    def _belongs_to_the_one_before(self, start: int, words_of: str) -> bool:
        """Tell whether a block of the preamble goes on with a paragraph: a quotation, or words in small letters."""
        if not self.preambular or not self.words.capitals:
            return False
        return words_of[0] in _QUOTES or words_of[0].islower() or self.text[:start].rstrip().endswith(":")

    def _heading(self, index: int, words_of: str) -> tuple[int, int] | None:
        if _SECTION.fullmatch(words_of):
            return 1, 0
        if index + 1 < len(self.spans) and words_of[-1] not in self.words.terminal:
            following = slice(*self.spans[index + 1])
            if self.words.is_opening(self.text[following]):
                return 2, 0
        return _heading(words_of, self.words)


def _report(text: str, spans: tuple[_Span, ...], words: Layout, *, annex: bool = False) -> Iterator[Block]:
    number, started = 0, annex
    for start, end in spans:
        words_of = text[start:end]
        found = words.number.match(words_of)
        if words.annex.search(words_of):
            annex, number = True, 0
            yield Block(BlockKind.HEADING, start, end, start, None, str(number), 1, annex)
        elif found and (int(found[1]) == 1 or number < int(found[1]) <= number + _NUMBER_GAP):
            number, started = int(found[1]), True
            yield Block(BlockKind.NUMBERED, start, end, start + found.end(), str(number), str(number), 0, annex)
        elif heading := _heading(words_of, words, plain=started):
            started = True
            yield Block(BlockKind.HEADING, start, end, start + heading[1], None, str(number), heading[0], annex)
        elif part := words.letter.match(words_of):
            yield Block(BlockKind.SUBPARAGRAPH, start, end, start + part.end(), part[1], str(number), 1, annex)
        elif bullet := _BULLET.match(words_of):
            yield Block(BlockKind.LIST_ITEM, start, end, start + bullet.end(), None, str(number), 1, annex)
        elif started or words_of[-1] in words.full_stop:
            yield Block(BlockKind.PARAGRAPH, start, end, start, None, str(number), 0, annex)
        else:
            yield Block(BlockKind.MASTHEAD, start, end, start)


def _heading(words_of: str, words: Layout, *, plain: bool = False) -> tuple[int, int] | None:
    """Level of a heading and where its words begin; None for what is no heading."""
    if words_of[-1] in words.terminal:
        return None
    numbered = words.heading.match(words_of)
    if len(words_of) > (_LONGEST_HEADING if words.wide or not numbered else _LONGEST_HEADING_IN_WORDS):
        return None
    if numbered:
        return (2 if numbered[1].isascii() and len(numbered[1]) == 1 else 1), numbered.end()
    if words.summary.search(words_of) or (plain and not _BULLET.match(words_of) and not words.letter.match(words_of)):
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
        lines = ((index, text[blocks[index].start : blocks[index].end]) for index in reversed(masthead))
        above = (index for index, line in lines if line[0] != "[" and not _SECTION.fullmatch(line))
        return next(above, None)
    for index in masthead[1:]:
        if words.author.search(text[blocks[index].start : blocks[index].end]):
            return index - 1
    return None
