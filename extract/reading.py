"""A document under reading: where its sentences end, and from canonical offsets to spans of the source."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from corpus.document import Block, BlockKind, Document
from extract.languages import rules
from extract.records import Span

__all__ = ["Location", "Reading"]

# A list of hundreds of numbers is one sentence; quoted whole at each of them it would fill the memory.
_LONGEST_SENTENCE = 1200
_AROUND = 400
_CUT = "…"
_ANY_BREAK = re.compile(r"[.!?]{1,20}+[\"”’)]*(?=\s+[^\W\d_a-z])|\n")
_PLACES = {
    BlockKind.PREAMBULAR: "preambular",
    BlockKind.OPERATIVE: "operative",
    BlockKind.NUMBERED: "numbered",
    BlockKind.HEADING: "heading",
    BlockKind.TITLE: "heading",
    BlockKind.FOOTNOTE: "footnote",
    BlockKind.LINK: "link",
}
_GOES_ON = (BlockKind.SUBPARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Location:
    """Where in the anatomy of its document an offset stands.

    Attributes:
        paragraph: Label of the paragraph.
        place: preambular, operative, numbered, heading, footnote, link or other; what stands in a part of a
            paragraph (sub-paragraph, list item, continuation) has the place of that paragraph.
        footnote: Marker of the footnote in which it stands.
    """

    paragraph: str
    place: str
    footnote: str | None


class Reading:
    """A document with its sentences; every extractor reads through one.

    Its ``text`` is the canonical text in the characters of our word lists, with the same offsets.

    Example:
        >>> from corpus import read_text
        >>> reading = Reading(read_text("1. 根据大会第76/270号决议。议联赞同。\\n", "a.txt"))
        >>> reading.sentence(20)
        (17, 22)
        >>> reading.locate(20)
        Location(paragraph='1', place='numbered', footnote=None)
        >>> reading.span(6, 15).text
        '第76/270号决'
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        variants = rules(document.language, "variants")
        self.text = variants.plain(document.text) if variants is not None else document.text
        self._starts = [block.start for block in document.blocks]
        found = rules(document.language, "sentences")
        pattern: re.Pattern[str] = found.BREAK if found is not None else _ANY_BREAK
        self._ends = [match.end() for match in pattern.finditer(self.text)]
        self._locations = _locations(document.blocks)
        # Many offsets stand in one sentence, and many spans share it: each is measured and quoted once.
        self._cuts = sorted({*self._starts, *self._ends})
        self._spans: list[tuple[int, int] | None] = [None] * (len(self._cuts) + 1)
        self._quoted: dict[tuple[int, int], tuple[int, int, str]] = {}

    def block(self, offset: int) -> Block:
        """Give the block in which a canonical offset stands."""
        return self.document.blocks[max(0, bisect_right(self._starts, offset) - 1)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Give the canonical span of the sentence around an offset, line feed left out."""
        cut = bisect_right(self._cuts, offset)
        found = self._spans[cut]
        if found is None:
            found = self._spans[cut] = self._measured(offset)
        return found

    def _measured(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._ends, offset)
        block = self.block(offset)
        start = max(self._ends[index - 1] if index else 0, block.start)
        end = min(self._ends[index] if index < len(self._ends) else len(self.text), block.end)
        return start + self.text.startswith(" ", start), end

    def clause_sentences(self, start: int, end: int) -> tuple[int, int]:
        """Give the canonical span of the sentences over which a span runs."""
        first, last = self.sentence(start)
        return first, last if end <= last else self.sentence(max(start, end - 1))[1]

    def locate(self, offset: int) -> Location:
        """Tell where in the document's anatomy a canonical offset stands."""
        return self._locations[max(0, bisect_right(self._starts, offset) - 1)]

    def span(self, start: int, end: int) -> Span:
        """Turn a canonical span into a span of the source, with its sentence."""
        document = self.document
        first, last = document.source_span(start, end)
        words = document.source[first:last]
        straight = document.offsets.is_straight(start, end)
        quoted = words.replace("\n", " ") if straight else document.quotation(start, end)
        sentence_start, sentence_end, sentence = self._sentence(start, end)
        return Span(first, last, words, sentence_start, sentence_end, quoted, sentence)

    def _sentence(self, start: int, end: int) -> tuple[int, int, str]:
        """Source span and words of the sentences around a span; of very long ones the words around the span."""
        around = self.clause_sentences(start, end)
        found = self._quoted.get(around)
        if found is None:
            first, last = around
            whole = last - first <= _LONGEST_SENTENCE
            found = (*self.document.source_span(first, last), self.document.quotation(first, last) if whole else "")
            self._quoted[around] = found
        return found if found[2] else (*found[:2], self._words_around(*around, start, end))

    def _words_around(self, first: int, last: int, start: int, end: int) -> str:
        low, high = max(first, start - _AROUND), min(last, end + _AROUND)
        words = self.document.quotation(low, high)
        return f"{_CUT if low > first else ''}{words}{_CUT if high < last else ''}"


def _locations(blocks: tuple[Block, ...]) -> list[Location]:
    """Where each block stands."""
    locations: list[Location] = []
    current = "other"
    for block in blocks:
        own = _PLACES.get(block.kind)
        if own in ("preambular", "operative", "numbered"):
            current = own
        elif block.kind is BlockKind.HEADING:
            current = "other"
        place = own or (current if block.kind in _GOES_ON else "other")
        footnote = block.label if block.kind is BlockKind.FOOTNOTE else None
        locations.append(Location(block.paragraph, place, footnote))
    return locations
