"""The lines of a source and what each is on the page: text, rule, link, page furniture or blank."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Line", "LineKind", "PageForm", "cells", "page_form", "split"]


class LineKind(Enum):
    """What a line is on the page."""

    TEXT = "text"
    BLANK = "blank"
    RULE = "rule"
    LINK = "link"
    FURNITURE = "furniture"
    CONTENTS = "contents"


class Line(NamedTuple):
    """A line of the source; a tuple, for a document has thousands of them.

    Attributes:
        kind: What it is.
        start: Source offset of its first character that is not blank.
        end: One past the last that is not blank.
        text: The characters between.
        indent: Number of blanks before ``start``; on the first line of a page, one fewer than is there,
            because extraction from PDF leaves one for the form feed.
        page_start: Whether a page begins here.
    """

    kind: LineKind
    start: int
    end: int
    text: str
    indent: int
    page_start: bool


# All that `str.split` takes for a blank, and the byte order mark.
_BLANKS = (
    " \t\r\f\v\u00a0\u3000\ufeff\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
)
_RULE = re.compile(r"[_\u2014\u2015\u2500]{5,}")
_LINK = re.compile(r"(?:https?://|www\.)[!-~]+")
_PAGE_MARKS = re.compile(
    r"\d{1,3}/\d{1,3}(?:\s+\d\d-\d{5}(?:\s?\([A-Z]\))?)?"  # 9/15 25-05031
    r"|\d\d-\d{5}(?:\s?\([A-Z]\))?(?:\s+\d{1,3}/\d{1,3}|(?:\s+\d{6}){1,3})?"  # 10-54243 (C) 151010 191010
    r"|\*\d{7}\*"  # bar code
    r"|[-\u2013\u2014]?\s?\d{1,3}\s?[-\u2013\u2014]?"  # a bare page number
)
_HEADER = re.compile(
    r"(?:A|S|E|T|ST|TD|DP|[A-Z]{3,6})/[A-Z0-9][A-Za-z0-9./()\-]*\d[A-Za-z0-9./()\-]*(?: \(\d{4}\))?\*{0,2}"
)
_CONTENTS_LINE = re.compile(r".*(?:\t|\.{4,}|\u2026{2,})\s*\d{1,3}")


# The masthead, where a document prints its own symbol on a line alone.
_MASTHEAD_LINES = 30


def _headers(texts: list[str]) -> frozenset[str]:
    """Symbols alone on a line that are running headers: printed in the masthead or more than once."""
    alone = Counter(text for text in texts if text[:1].isupper() and _HEADER.fullmatch(text))
    top = set(list(filter(None, texts))[:_MASTHEAD_LINES])
    return frozenset(symbol for symbol, times in alone.items() if times > 1 or symbol in top)


def _own_symbols(texts: list[str]) -> frozenset[str]:
    """Symbols that end a line of the masthead; with the title behind it such a one heads the pages that follow."""
    top = list(filter(None, texts))[:_MASTHEAD_LINES]
    return frozenset(last for last in (line.split()[-1] for line in top) if _HEADER.fullmatch(last))


def _kind(text: str, headers: frozenset[str], furniture: re.Pattern[str] | None) -> LineKind:
    first = text[0]
    if first in "_\u2014\u2015\u2500" and _RULE.fullmatch(text):
        return LineKind.RULE
    if first in "hw" and _LINK.fullmatch(text):
        return LineKind.LINK
    if first.isascii() and (text in headers or _PAGE_MARKS.fullmatch(text)):
        return LineKind.FURNITURE
    if furniture is not None and furniture.match(text):
        return LineKind.FURNITURE
    if text[-1].isdigit() and _CONTENTS_LINE.fullmatch(text):
        return LineKind.CONTENTS
    return LineKind.TEXT


def split(source: str, furniture: re.Pattern[str] | None = None) -> tuple[Line, ...]:
    """Split a source into lines and tell what each is.

    Args:
        source: The source text.
        furniture: Further lines that are page furniture, in the words of a language.

    Example:
        >>> [line.kind.name for line in split("回顾其第 57/32 号决议\\n\\n9/15 25-05031\\nhttps://undocs.org/A/RES/57/32")]
        ['TEXT', 'BLANK', 'FURNITURE', 'LINK']
    """
    found: list[Line] = []
    offset = 0
    spaced = source.count("\n\n") + source.count("\n \n") > 0.3 * (source.count("\n") / 2)
    before = LineKind.BLANK
    last_mark = LineKind.BLANK
    raws = source.split("\n")
    texts = [raw.strip(_BLANKS) for raw in raws]
    headers, own = _headers(texts), _own_symbols(texts)
    for raw, text in zip(raws, texts, strict=True):
        if not text:
            found.append(Line(LineKind.BLANK, offset, offset, "", 0, False))
            before = LineKind.BLANK
            offset += len(raw) + 1
            continue
        kind = _kind(text, headers, furniture)
        turned = "\f" in raw or last_mark in (LineKind.LINK, LineKind.FURNITURE)
        if turned and kind is LineKind.TEXT and text.split()[0] in own:
            kind = LineKind.FURNITURE
        indent = len(raw) - len(raw.lstrip(_BLANKS))
        # In a source with a blank line between lines, two lines in touch are the two sides of a page break.
        page_start = kind is LineKind.TEXT and (
            "\f" in raw[:indent]
            or last_mark in (LineKind.LINK, LineKind.FURNITURE)
            or (spaced and before is LineKind.TEXT and indent > 0)
        )
        start = offset + indent
        found.append(Line(kind, start, start + len(text), text, max(0, indent - page_start), page_start))
        before = last_mark = kind
        offset += len(raw) + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class PageForm:
    """How the source lays out a paragraph.

    Attributes:
        wrapped: Whether a paragraph runs over several lines; otherwise each line is a paragraph.
        width: Width in cells of a full line, for wrapped sources.
        parted: Whether an empty line stands between paragraphs and none inside them.
    """

    wrapped: bool
    width: int
    parted: bool = False

    def is_full(self, line: Line) -> bool:
        """Tell whether a line runs to the right margin, so that its paragraph may go on."""
        return self.wrapped and cells(line.text) >= 0.8 * self.width


def cells(text: str) -> int:
    """Give the width of a text in cells, two for a Chinese character.

    Example:
        >>> cells("第 57 号")
        8
    """
    # UTF-8 takes three bytes for a character two cells wide and one for a character one cell wide.
    return (len(text.encode()) + len(text)) // 2


# Wider than any printed line of text, narrower than nearly any paragraph.
_LONGEST_PRINTED_LINE = 120
# Narrower than any column that holds running text.
_SHORTEST_PRINTED_LINE = 40
_SHARE_OF_BROKEN = 0.25
_SHARE_IN_TOUCH = 0.3
_FEWEST_GAPS = 3


def page_form(lines: tuple[Line, ...]) -> PageForm:
    """Tell whether paragraphs are broken into printed lines, and how wide these are.

    Example:
        >>> form = page_form(split("\\n".join(["字" * 35] * 9 + ["字" * 12])))
        >>> form.wrapped, form.width
        (True, 70)
    """
    texts = [line for line in lines if line.kind is LineKind.TEXT]
    widths = sorted(cells(line.text) for line in texts)
    if not widths:
        return PageForm(wrapped=False, width=0)
    # A line that begins with a small letter shows that the one before was broken, and so how wide lines are.
    broken = sorted(cells(last.text) for last, line in pairwise(texts) if line.text[0].islower())
    width = broken[len(broken) // 2] if broken else widths[len(widths) // 2]
    parted = _parted(lines, len(texts), narrow=widths[-1] <= _LONGEST_PRINTED_LINE)
    if width <= _LONGEST_PRINTED_LINE and (parted or len(broken) >= max(1, _SHARE_OF_BROKEN * len(texts))):
        return PageForm(wrapped=True, width=width, parted=parted)
    high = widths[round(0.95 * (len(widths) - 1))]
    near = sum(0.8 * high <= width for width in widths)
    return PageForm(
        wrapped=_SHORTEST_PRINTED_LINE <= high <= _LONGEST_PRINTED_LINE and near >= 0.3 * len(widths), width=high
    )


def _parted(lines: tuple[Line, ...], texts: int, *, narrow: bool) -> bool:
    """Tell whether empty lines stand between paragraphs only: lines in touch abound, and some run on."""
    pairs = list(pairwise(lines))
    in_touch = [(last.text, line.text) for last, line in pairs if last.kind is line.kind is LineKind.TEXT]
    if not any(last[-1].islower() and (narrow or line[0].islower()) for last, line in in_touch):
        return False
    gaps = sum(last.kind is LineKind.BLANK and line.kind is LineKind.TEXT for last, line in pairs)
    return gaps >= _FEWEST_GAPS and len(in_touch) >= _SHARE_IN_TOUCH * texts
