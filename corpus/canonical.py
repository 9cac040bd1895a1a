"""The canonical text: lines joined, blanks and widths made even, footnote markers taken out, and the map back."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.assembly import RawNote
from corpus.document import Marker, OffsetMap
from corpus.lines import Line

__all__ = ["CanonicalBuilder", "RawMarker", "find_markers"]

_NARROW = {0xFF10 + i: 0x30 + i for i in range(10)}
_NARROW |= {0xFF21 + i: 0x41 + i for i in range(26)}
_NARROW |= {0xFF41 + i: 0x61 + i for i in range(26)}
_NARROW |= dict(zip(map(ord, "／（）．－‐‑–−\u00a0\u3000\t"), map(ord, "/().-----   "), strict=True))
# Searched first: few stretches hold one, and to translate takes ten times as long.
_NARROWED = re.compile(f"[{re.escape(''.join(map(chr, _NARROW)))}]")

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·"
# All but one of a run of blanks; the stroke that stretches Arabic words, vowel signs, marks of direction.
_RUN_OF_BLANKS = re.compile(r"(?<= ) +|[\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u202a-\u202e\ufeff]+")
# In a script without blanks between words a blank beside its characters says nothing.
# The blank, and the mark below, come first in their patterns, for such a pattern fails fast where there is none.
_IDLE_BLANKS = re.compile(rf" (?:(?<=[{_WIDE}] ) *| *(?=[{_WIDE}])|(?<=  ) *)")
_HALF_PUNCTUATION = re.compile(rf"[,:;?!](?:(?<=[{_WIDE})].)|(?=[\u3400-\u9fff《“]))")
_WIDENED = str.maketrans(",:;?!", "，：；？！")
_GLUED = re.compile(r"[/.\-]$")
# Between words a full stop ends a sentence, but inside a symbol it does not.
_GLUED_WORDS = re.compile(r"[/\-]$|/[A-Za-z]{1,4}\.$")
_HEAD_OF_WORD = re.compile(r"([^\W\d_]+)-$")
_TAIL_OF_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class RawMarker:
    """A footnote marker in the source.

    Attributes:
        note: Number of the footnote that it calls, in the order of the document, from 0.
        label: The marker as printed.
        start: Source offset at which it begins.
        end: One past its last character.
    """

    note: int
    label: str
    start: int
    end: int


_SUPERSCRIPTS = str.maketrans("0123456789abcde", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ")
# A raised digit leaves no blank before it and one, or a closing mark, after it; a number in running text stands
# between blanks or between words. After a closing bracket or quotation mark no word counts anything.
# The marker comes first in the pattern, and what stands before it is looked at behind it: a search is faster so.
_RAISED_DIGIT = (
    r"{0}(?![0-9A-Za-z/.%\-]|\s?{1})(?:(?<=[\u3400-\u9fff，。；、：？！)）]{0})(?=\s|[，。；、：？！)）]|$)"
    r"|(?<=[12]\d\d\d[,;:]{0})(?=\s*\n)"
    r"|(?<=[》”’〉」』]{0})|(?<=[》”’〉」』][，、。；]{0})"
    r"|(?<=[a-zà-ÿ\u0430-\u044f\u0451)”\"’][,.;:]{0})(?=\s)|(?<=[a-zà-ÿ\u0430-\u044f\u0451]{0})(?=\s|[,.;:])"
    # Copies by hand leave a blank before it: after the mark that ends a clause, and where the paragraph ends.
    r"|(?<=[a-z)”\"’][,.;:] {0})(?=\s)|(?<=[,.;:] {0})(?=\s*(?:\n\s*\n|$)))"
)
_LETTER = r"{0}(?![A-Za-z0-9])(?<=[\u3400-\u9fff》”’，。；、：)）]{0})"


@lru_cache(maxsize=1024)
def _marker_pattern(printed: str, counters: str, *, raised: bool) -> re.Pattern[str]:
    label = re.escape(printed)
    if raised:
        return re.compile(rf"{printed.translate(_SUPERSCRIPTS)}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])|\^\s?{label}(?!\w)")
    if printed.startswith("*"):
        return re.compile(rf"(?<=[^\s*])\s?{label}(?!\*)")
    pattern = _RAISED_DIGIT if printed.isdigit() else _LETTER
    return re.compile(pattern.replace("{0}", label).replace("{1}", counters))


def find_markers(source: str, notes: tuple[RawNote, ...], counters: str) -> tuple[RawMarker, ...]:
    """Find where running text calls each footnote.

    A plain digit is a marker only where it touches the end of a word, counts nothing, and stands on the
    footnote's own page after the marker before it.

    Args:
        source: The source text.
        notes: The footnotes, in order.
        counters: Pattern of words that make the number before them a count.

    Returns:
        One marker for each footnote that is called, in the order of the source.
    """
    found: list[RawMarker] = []
    reached = 0
    for number, note in enumerate(notes):
        start = max(note.region[0], reached)
        match = _marker_pattern(note.label, counters, raised=note.raised).search(source, start, note.region[1])
        if match is not None:
            found.append(RawMarker(number, note.label, match.start(), match.end()))
            reached = match.end()
    return tuple(found)


class CanonicalBuilder:
    """Builds the canonical text piece by piece, with its offset map and markers.

    Full-width marks and idle blanks are those of a language written without blanks between words (``wide``).

    Attributes:
        markers: The footnote markers so far, by offset.
        calls: The canonical offset at which each footnote is called, by its number.
    """

    def __init__(self, source: str, markers: tuple[RawMarker, ...], *, wide: bool) -> None:
        """Take the source; ``wide`` says whether its script puts no blanks between words."""
        self._source = source
        self._markers = markers
        self._wide = wide
        self._vocabulary: frozenset[str] | None = None
        self._idle = _IDLE_BLANKS if wide else _RUN_OF_BLANKS
        self._next = 0
        self._parts: list[str] = []
        self._length = 0
        self._canonical = [0]
        self._map_to = [0]
        self.markers: list[Marker] = []
        self.calls: dict[int, int] = {}

    @property
    def length(self) -> int:
        """Number of code points so far."""
        return self._length

    def add(self, lines: tuple[Line, ...], start: int | None = None) -> tuple[int, int]:
        """Add the words of a block or footnote and a line feed.

        Args:
            lines: Its lines.
            start: Source offset at which to begin, after a footnote's own marker.

        Returns:
            Its span in the canonical text, without the line feed.
        """
        begin = self._length
        for number, line in enumerate(lines):
            following = lines[number + 1] if number + 1 < len(lines) else None
            broken = following is not None and self._is_broken_word(line, following)
            self._add_line(line.start if number or start is None else start, line.end - broken)
            if following is not None and not broken:
                self._join(line, following)
        end = self._length
        self._copy(lines[-1].end, "\n")
        return begin, end

    def finish(self) -> tuple[str, OffsetMap]:
        """Give the canonical text and the way back from it."""
        return "".join(self._parts), OffsetMap(tuple(self._canonical), tuple(self._map_to))

    def _is_broken_word(self, line: Line, following: Line) -> bool:
        """Tell whether a hyphen only breaks a word: the source has it whole elsewhere, and never with the hyphen."""
        if self._wide or not line.text.endswith("-") or not following.text[0].islower():
            return False
        head, tail = _HEAD_OF_WORD.search(line.text), _TAIL_OF_WORD.match(following.text)
        if head is None or tail is None:
            return False
        if self._vocabulary is None:
            self._vocabulary = frozenset(_WORD.findall(self._source))
        return head[1] + tail[0] in self._vocabulary and f"{head[1]}-{tail[0]}" not in self._vocabulary

    def _join(self, before: Line, after: Line) -> None:
        last, first = before.text[-1], after.text[0]
        words = not self._wide or (last.isascii() and first.isascii())
        glued = _GLUED if self._wide else _GLUED_WORDS
        if words and not glued.search(before.text) and first not in "/.":
            self._copy(before.end, " ")

    def _add_line(self, start: int, end: int) -> None:
        while self._next < len(self._markers) and self._markers[self._next].start < end:
            marker = self._markers[self._next]
            self._next += 1
            if marker.start < start:
                continue
            self._add_piece(start, marker.start)
            self.markers.append(Marker(marker.label, self._length))
            self.calls[marker.note] = self._length
            start = marker.end
        self._add_piece(start, end)

    def _add_piece(self, start: int, end: int) -> None:
        text = self._source[start:end]
        if _NARROWED.search(text):
            text = text.translate(_NARROW)
        if self._wide and not text.isascii() and _HALF_PUNCTUATION.search(text):
            text = _HALF_PUNCTUATION.sub(lambda match: match[0].translate(_WIDENED), text)
        kept = 0
        for idle in self._idle.finditer(text):
            self._copy(start + kept, text[kept : idle.start()])
            kept = idle.end()
        self._copy(start + kept, text[kept:])

    def _copy(self, source_start: int, text: str) -> None:
        if not text:
            return
        if self._map_to[-1] - self._canonical[-1] != source_start - self._length:
            if self._canonical[-1] == self._length:
                self._map_to[-1] = source_start
            else:
                self._canonical.append(self._length)
                self._map_to.append(source_start)
        self._parts.append(text)
        self._length += len(text)
