"""A report as values, before it is written in any format: sections of facts, tables and quoted entries."""

from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Cell", "Entry", "Fact", "Group", "Outline", "Quote", "Section", "Table"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document.

    Attributes:
        sentence: The sentence, untouched.
        marks: Half-open spans in it of the words that prove the tie, in order, without overlap.
        language: Language of the sentence, None where it is not known.
        source: Where it stands, in the words of the interface.
    """

    sentence: str
    marks: tuple[tuple[int, int], ...]
    language: str | None
    source: str

    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """Cut the sentence into pieces, each with whether it is marked.

        Example:
            >>> Quote("回顾第57/32号决议", ((2, 10),), "zh", "").pieces()
            (('回顾', False), ('第57/32号决', True), ('议', False))
        """
        cuts = [0, *(cut for mark in self.marks for cut in mark), len(self.sentence)]
        found = [(self.sentence[start:end], place % 2 == 1) for place, (start, end) in enumerate(pairwise(cuts))]
        return tuple(piece for piece in found if piece[0])


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with its language (None: that of the report) and perhaps an address."""

    text: str
    language: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what stands beside it."""

    name: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; the first column names its rows."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document or act in a list.

    Attributes:
        label: Its symbol or name.
        title: Its title in its own language.
        note: What else there is to say, in the words of the interface.
        quotes: The words that prove it.
    """

    label: Cell
    title: Cell | None
    note: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading of their own, or None."""

    heading: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report.

    Attributes:
        anchor: Its name in links.
        heading: Its heading.
        texts: Paragraphs.
        facts: Names and values.
        parts: Tables and groups of entries, in order.
        code: A command, None where there is none.
    """

    anchor: str
    heading: str
    texts: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    parts: tuple[Table | Group, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A report.

    Attributes:
        language: Language of its own words.
        title: Its title.
        answer: The answer in one sentence.
        caution: What it is not.
        contents: Heading of the table of contents.
        sections: Its sections, in order.
    """

    language: str
    title: str
    answer: str
    caution: str
    contents: str
    sections: tuple[Section, ...]
