"""From printed lines to whole paragraphs, footnotes, link lines and running headers."""

import re
from dataclasses import dataclass

from corpus.layout import Layout
from corpus.lines import Line, LineKind, PageForm, cells

__all__ = ["Assembly", "RawBlock", "RawNote", "assemble"]

_BULLET = re.compile(r"[-\u2022\u25cf\u00b7\u2013\u25aa]\s+(?=\S)")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ", "0123456789abcde")
_NOTE_BY_SUPERSCRIPT = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[ᵃᵇᶜᵈᵉ]|\^\s?(?:[a-z]|\d{1,3}))\s*(?=\S)")
# What follows in brackets is the year of a resolution with this number.
_NOTE_BY_RULE = re.compile(r"(\d{1,3}|[a-z]|\*{1,3})\s+(?=\S)(?!\(\d{4}\))")
_NOTE_BY_STAR = re.compile(r"(\*{1,3})\s*(?=[^\s*])")
_OPEN_ENDS = "、(（"
_COMMAS = "，,،"
_ENDS = '。；：！？…;:!?.”")）]؛؟'
# A paragraph may end in a clause mark, with a footnote marker after it, or in the word that joins it to the next.
_MAY_END = re.compile(
    r"(?:[,;.:!?\u060c\u061b\u201d\"]\s?(?:[\d*\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})?|[;,] \w{1,3})$"
)
_LONGEST_END = 8
_OWN_NUMBER = re.compile(r"(?:E?S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?[.]\s*(?=[^\W\d_])")
# In cells. Shorter lines without a mark at the end are headings or cells of a table.
_SHORTEST_BROKEN_LINE = 40
# In cells. Shorter lines without a full stop are headings and titles in a source that prints a paragraph a line.
_SHORTEST_PARAGRAPH = 80


@dataclass(frozen=True, slots=True)
class RawBlock:
    """The lines of one paragraph, heading or title."""

    lines: tuple[Line, ...]
    contents: bool = False


@dataclass(frozen=True, slots=True)
class RawNote:
    """The lines of one footnote.

    Attributes:
        label: Its marker, superscripts as plain digits.
        raised: Whether the source keeps markers apart from text (superscript or caret).
        lines: Its lines.
        body: Source offset at which its words begin.
        region: Source offsets between which running text may call it.
        position: Number of blocks before it.
    """

    label: str
    raised: bool
    lines: tuple[Line, ...]
    body: int
    region: tuple[int, int]
    position: int


@dataclass(frozen=True, slots=True)
class Assembly:
    """What the lines of a source make up.

    Attributes:
        blocks: Paragraphs, headings and titles, in order.
        notes: Footnotes, in order.
        links: Link lines, each with the number of blocks before it.
        headers: Running headers and page marks.
    """

    blocks: tuple[RawBlock, ...]
    notes: tuple[RawNote, ...]
    links: tuple[tuple[Line, int], ...]
    headers: tuple[Line, ...]


def assemble(lines: tuple[Line, ...], form: PageForm, words: Layout) -> Assembly:
    """Put lines together.

    Args:
        lines: The lines of a source, in order.
        form: How the source lays out a paragraph.
        words: The layout words of its language.

    Example:
        >>> from corpus.layout import layout
        >>> from corpus.lines import page_form, split
        >>> lines = split("1. 回顾宣言。¹\\n\\n¹ A/CONF.157/23。")
        >>> made = assemble(lines, page_form(lines), layout("zh"))
        >>> [len(block.lines) for block in made.blocks], [note.label for note in made.notes]
        ([1], ['1'])
    """
    builder = _Builder(form, words)
    for line in lines:
        builder.take(line)
    return builder.finish()


class _Builder:
    """Takes lines one by one; holds the block and the footnote that are open."""

    def __init__(self, form: PageForm, words: Layout) -> None:
        self.form = form
        self.words = words
        # The number with which the line under reading begins.
        self.printed: re.Match[str] | None = None
        self.in_resolution = False
        self.closed = False
        self.gap = False
        # The number of a footnote that extraction left alone on the line above its words.
        self.raised: str | None = None
        self.blocks: list[RawBlock] = []
        self.notes: list[RawNote] = []
        self.links: list[tuple[Line, int]] = []
        self.headers: list[Line] = []
        self.block: list[Line] = []
        self.note: RawNote | None = None
        self.number = 0
        self.in_zone = False
        self.zone_start = 0
        self.zone_end = 0
        self.region_start = 0

    def take(self, line: Line) -> None:
        if line.kind is LineKind.BLANK:
            self.gap = True
            return
        if line.kind is LineKind.TEXT:
            self._take_text(line)
            self.gap = False
            return
        if line.kind is LineKind.CONTENTS:
            self._close_block()
            self.blocks.append(RawBlock((line,), contents=True))
            return
        self._close_note()
        if line.kind is LineKind.RULE:
            self._open_zone(line.start)
            return
        if self.in_zone and line.text.isdigit():
            self.raised = line.text
            return
        self.in_zone, self.raised = False, None
        if line.kind is LineKind.LINK:
            self.links.append((line, len(self.blocks) + bool(self.block)))
        else:
            self.headers.append(line)

    def finish(self) -> Assembly:
        self._close_note()
        self._close_block()
        return Assembly(tuple(self.blocks), tuple(self.notes), tuple(self.links), tuple(self.headers))

    def _open_zone(self, start: int) -> None:
        self.in_zone = True
        self.region_start, self.zone_start = self.zone_end, start

    def _take_text(self, line: Line) -> None:
        self.printed = self.words.number.match(line.text)
        if self._begins_note(line):
            return
        if self.note is not None and self._continues_note(line):
            self.note = _with_line(self.note, line)
            return
        self._close_note()
        self.in_zone = False
        if not self.block or self._begins_block(line):
            self.in_resolution = self.in_resolution or self._is_opened_by_block(line)
            self._close_block()
        self.block.append(line)
        self.in_resolution = self.in_resolution or self.words.names_organ(line.text)
        self.closed = self.closed or self._closes(line)
        if self.printed and len(self.block) == 1:
            self.number = int(self.printed[1])

    def _begins_note(self, line: Line) -> bool:
        if raised := _NOTE_BY_SUPERSCRIPT.match(line.text):
            if not self.in_zone:
                self._open_zone(line.start)
            self._open_note(line, raised[1], line.start + raised.end(), raised=True)
            return True
        if self.raised is not None:
            self._open_note(line, self.raised, line.start, raised=False)
            return True
        plain = self._plain_note(line)
        if plain is None:
            return False
        if not self.in_zone:
            self._open_zone(line.start)
        self._open_note(line, plain[1], line.start + plain.end(), raised=False)
        return True

    def _plain_note(self, line: Line) -> re.Match[str] | None:
        found = None if self.printed or self._closes(line) else _NOTE_BY_RULE.match(line.text)
        if self.in_zone:
            return found if found and self._follows(found[1]) else None
        if found and not self.form.wrapped and self._is_note_at_end(found[1]):
            return found
        if found and self.closed and self._is_note_below_closing(line, found):
            return found
        return _NOTE_BY_STAR.match(line.text)

    def _is_note_at_end(self, label: str) -> bool:
        """Tell whether a footnote may stand here without a rule above: the next number, after a whole paragraph."""
        if not label.isdigit() or (self.block and self._paragraph_is_open()):
            return False
        return int(label) == 1 + max((int(note.label) for note in self.notes if note.label.isdigit()), default=0)

    def _is_note_below_closing(self, line: Line, found: re.Match[str]) -> bool:
        """Tell whether a footnote may stand here: below the closing lines numbers rise, from any number."""
        if not found[1].isdigit() or not line.text[found.end()].isupper():
            return False
        return int(found[1]) > max((int(note.label) for note in self.notes if note.label.isdigit()), default=0)

    def _follows(self, label: str) -> bool:
        """Tell whether a label may come next: a number is one above the last footnote's, or the first on a page."""
        if not label.isdigit() or self.note is None or not self.note.label.isdigit():
            return True
        return int(label) == int(self.note.label) + 1

    def _continues_note(self, line: Line) -> bool:
        last = self.note.lines[-1] if self.note is not None else line
        if line.page_start or self.printed:
            return False
        if self.form.parted:
            return not self.gap
        if self.form.wrapped:
            return line.indent == 0 and self.form.is_full(last)
        return last.text[-1] in _OPEN_ENDS

    def _open_note(self, line: Line, printed: str, body: int, *, raised: bool) -> None:
        self._close_note()
        self.raised = None
        label = printed.translate(_SUPERSCRIPT).lstrip("^ ")
        region = (self.region_start, self.zone_start)
        position = len(self.blocks) + bool(self.block)
        self.note = RawNote(label, raised, (line,), body, region, position)

    def _close_note(self) -> None:
        if self.note is not None:
            self.notes.append(self.note)
            self.zone_end = self.note.lines[-1].end
            self.note = None

    def _close_block(self) -> None:
        if self.block:
            self.blocks.append(RawBlock(tuple(self.block)))
            self.block = []

    def _opens_resolution(self, line: Line) -> bool:
        return self.words.is_opening(line.text)

    def _closes(self, line: Line) -> bool:
        return self.in_resolution and self.words.closing.search(line.text) is not None

    def _begins_block(self, line: Line) -> bool:
        last = self.block[-1]
        if self._opens_resolution(line) or self._opens_resolution(last):
            return True
        if last.text[-1] in _OPEN_ENDS and not self._indented(line):
            return self._is_next_number()
        if self._is_next_number() or self._starts_part(line.text):
            return True
        if self._begins_act(line, last) or self._heads_resolution(line, last):
            return True
        if self._goes_on(line, last):
            return False
        if self.form.parted:
            return self.gap
        if self.form.wrapped:
            return self._indented(line) or not self.form.is_full(last)
        if self.words.capitals and self._is_head() and line.text[0].isupper():
            return True
        return not (self._paragraph_is_open() and _may_continue(line.text))

    def _is_head(self) -> bool:
        """Tell whether no paragraph has begun yet, so that long lines without a full stop are titles."""
        return self.number == 0 and not self.in_resolution

    def _begins_act(self, line: Line, last: Line) -> bool:
        """Tell whether a line begins a paragraph of a resolution, or closes one, by its first words."""
        if self.words.names_organ(last.text) or self.words.names_organ(line.text):
            return self.words.begins_act(line.text) or not self.words.carries_on(last.text)
        if self._is_opened_by_block(line):
            return True
        if not self.in_resolution or not _MAY_END.search(last.text[-_LONGEST_END:]):
            return False
        return self._closes(line) or self.words.begins_act(line.text)

    def _is_opened_by_block(self, line: Line) -> bool:
        """Tell whether the block so far is the name of an organ and a line begins what it does."""
        return len(self.block) == 1 and self.words.may_open(self.block[0].text) and self.words.begins_act(line.text)

    def _heads_resolution(self, line: Line, last: Line) -> bool:
        """Tell whether a line stands at the head of a resolution: its number, or in brackets how it was adopted."""
        if self.in_resolution:
            return False
        return line.text[0] == "[" or last.text[-1] == "]" or _OWN_NUMBER.match(line.text) is not None

    def _goes_on(self, line: Line, last: Line) -> bool:
        """Tell whether a line surely goes on with the one before: small first letter, or last word that leads on."""
        if self.form.wrapped and self.words.carries_on(last.text):
            return True
        if not line.text[0].islower() or last.text[-1] in _ENDS:
            return False
        return self.form.wrapped or (self.words.capitals and cells(last.text) >= _SHORTEST_BROKEN_LINE)

    def _indented(self, line: Line) -> bool:
        return self.form.wrapped and line.indent > 0

    def _is_next_number(self) -> bool:
        number = self.printed
        return number is not None and (int(number[1]) == 1 or self.number < int(number[1]) <= self.number + 3)

    def _starts_part(self, text: str) -> bool:
        if self._is_lettered(text) or _BULLET.match(text):
            return True
        # Inside a paragraph a capital and a point are the initial of a name.
        may_begin = self.gap or not self.form.parted or _MAY_END.search(self.block[-1].text[-_LONGEST_END:]) is not None
        return may_begin and self.words.heading.match(text) is not None

    def _is_lettered(self, text: str) -> bool:
        letter = self.words.letter.match(text)
        if letter is None or self._is_listed(letter[1]):
            return False
        following = text[letter.end() : letter.end() + 1]
        return letter[0][-1].isspace() or (following.isalpha() and not following.isascii())

    def _is_listed(self, letter: str) -> bool:
        """Tell whether a letter at the head of a broken line goes on with a list inside the sentence."""
        before = f"({chr(ord(letter) - 1)})" if len(letter) == 1 and letter > "a" else None
        return self.form.wrapped and before is not None and any(before in line.text[1:] for line in self.block)

    def _paragraph_is_open(self) -> bool:
        """Tell whether a page break cut the paragraph, in a source that prints a paragraph a line."""
        first, last = self.block[0].text, self.block[-1].text
        long = cells(first) > _SHORTEST_PARAGRAPH or self.words.number.match(first) or self._starts_part(first)
        # In a resolution a comma ends each preambular paragraph.
        closing = _ENDS + _COMMAS if self.in_resolution else _ENDS
        return bool(long) and last[-1] not in closing


def _may_continue(text: str) -> bool:
    """Tell whether a line can be the rest of a paragraph, not a heading: it ends a sentence, or is long."""
    return text[-1] in _ENDS + _OPEN_ENDS + _COMMAS or cells(text) > _SHORTEST_PARAGRAPH


def _with_line(note: RawNote, line: Line) -> RawNote:
    return RawNote(note.label, note.raised, (*note.lines, line), note.body, note.region, note.position)
