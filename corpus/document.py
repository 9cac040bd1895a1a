"""A document: one canonical text, the blocks and footnotes in it, and the way back to the source."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Block", "BlockKind", "Document", "Footnote", "LinkLine", "Marker", "OffsetMap"]


class BlockKind(StrEnum):
    """What a block is in the anatomy of a United Nations document."""

    MASTHEAD = "masthead"
    TITLE = "title"
    OPENING = "opening"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    NUMBERED = "numbered"
    SUBPARAGRAPH = "subparagraph"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CLOSING = "closing"
    FOOTNOTE = "footnote"
    LINK = "link"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A map from canonical to source offsets, straight between breakpoints.

    Attributes:
        canonical: Canonical offsets at which a straight piece begins, rising from 0.
        source: The source offset of each of them.
    """

    canonical: tuple[int, ...]
    source: tuple[int, ...]

    def position(self, offset: int) -> int:
        """Give the source offset of the canonical character at ``offset``.

        Example:
            >>> OffsetMap((0, 3), (0, 5)).position(4)
            6
        """
        piece = bisect_right(self.canonical, offset) - 1
        return self.source[piece] + offset - self.canonical[piece]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the stretches of the source that make up a canonical span that is not empty, in order.

        Example:
            >>> OffsetMap((0, 3), (0, 5)).pieces(2, 5)
            [(2, 3), (5, 7)]
        """
        canonical, source = self.canonical, self.source
        piece = bisect_right(canonical, start) - 1
        shift = source[piece] - canonical[piece]
        found: list[tuple[int, int]] = []
        for following in range(piece + 1, bisect_left(canonical, end)):
            cut = canonical[following]
            found.append((start + shift, cut + shift))
            start, shift = cut, source[following] - cut
        found.append((start + shift, end + shift))
        return found

    def is_straight(self, start: int, end: int) -> bool:
        """Tell whether a canonical span that is not empty is one stretch of the source.

        Example:
            >>> OffsetMap((0, 3), (0, 5)).is_straight(2, 5)
            False
        """
        return bisect_right(self.canonical, start) == bisect_right(self.canonical, end - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the source span of a canonical span that is not empty.

        Example:
            >>> OffsetMap((0, 3), (0, 5)).span(2, 4)
            (2, 6)
        """
        piece = bisect_right(self.canonical, start) - 1
        first = self.source[piece] + start - self.canonical[piece]
        if piece + 1 == len(self.canonical) or end <= self.canonical[piece + 1]:
            return first, first + end - start
        return first, self.position(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote marker in running text; it stands at ``offset`` of the canonical text, which does not hold it."""

    label: str
    offset: int


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the document.

    Attributes:
        kind: What it is.
        start: First code point in the canonical text, its number or bullet included.
        end: One past its last code point.
        body: Where its words begin, after number, letter or bullet.
        label: Its number or letter as printed, without point or brackets: ``p3`` for the third preambular
            paragraph, ``12`` for a numbered one, ``a`` for a sub-paragraph; None where it has none.
        paragraph: Label of the paragraph to which it belongs: its own, or that of the numbered paragraph
            above a sub-paragraph, list item or continuation; "0" before the first.
        level: Depth of a heading or sub-paragraph, from 1; 0 for others.
        annex: Whether it stands in an annex.
    """

    kind: BlockKind
    start: int
    end: int
    body: int
    label: str | None = None
    paragraph: str = "0"
    level: int = 0
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its block and the markers that call it.

    Attributes:
        label: The marker as printed (``1``, ``a``, ``*``).
        start: First code point of its words in the canonical text.
        end: One past the last.
        markers: Canonical offsets at which running text calls it, in order; empty where no call was found.
        paragraph: Label of the paragraph that calls it first; "0" where none does.
    """

    label: str
    start: int
    end: int
    markers: tuple[int, ...]
    paragraph: str = "0"


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A line that holds nothing but an address, as extraction from PDF leaves them at the foot of a page."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source read as a document.

    Attributes:
        name: Name of the source: a path as given.
        source: The source text, untouched.
        language: Language code (``zh``); there is no default.
        text: The canonical text: blocks one after another, each ended by a line feed; no line break, footnote
            marker or page furniture inside a sentence; full-width letters, digits and brackets narrowed; no
            blank between Chinese and Latin characters.
        offsets: The way from ``text`` back to ``source``.
        blocks: The blocks in the order of the source, footnotes and link lines among them.
        markers: Footnote markers in running text, by offset.
        footnotes: The footnotes, in order.
        links: The link lines, in order.
        headers: Running headers and page marks, as printed: (source start, source end, text).
        digest: SHA-256 of the source bytes, in hex.
    """

    name: str
    source: str
    language: str
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    markers: tuple[Marker, ...]
    footnotes: tuple[Footnote, ...]
    links: tuple[LinkLine, ...]
    headers: tuple[tuple[int, int, str], ...]
    digest: str

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the source offsets of a canonical span."""
        return self.offsets.span(start, end)

    def quotation(self, start: int, end: int) -> str:
        """Give the words of a canonical span as the source prints them, on one line.

        Blanks inside a line stay. Line breaks, footnote markers, and whatever a page break put between (footnotes,
        links, running headers) are left out.
        """
        if start >= end:
            return ""
        source = self.source
        parts: list[str] = []
        reached: int | None = None
        for first, last in self.offsets.pieces(start, end):
            if reached is not None:
                between = source[reached:first]
                if between.isspace() and "\n" not in between:
                    parts.append(between)
            parts.append(source[first:last])
            reached = last
        return "".join(parts).replace("\n", " ")
