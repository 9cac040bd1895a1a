"""A report in Markdown, with all that comes from documents escaped."""

import re
import unicodedata
from collections.abc import Iterator

from graph.outline import Cell, Entry, Group, Outline, Quote, Section, Table

__all__ = ["escaped", "markdown"]

_ACTIVE = re.compile(r"([\\`*_\[\]|~$])")
_NUMBER_START = re.compile(r"^(\s*\d+)([.)])")


def markdown(report: Outline) -> str:
    """Write a report in Markdown, as GitHub reads it.

    Args:
        report: The report.

    Returns:
        The text.
    """
    return "\n".join((*_lines(report), ""))


def escaped(text: str) -> str:
    """Escape a text of a document so that it shows as itself, in a table too.

    Args:
        text: Any text.

    Returns:
        The text on one line, with what Markdown or HTML would act on made harmless.

    Example:
        >>> print(escaped("<b>a|b</b> *c*"))
        &lt;b&gt;a\\|b&lt;/b&gt; \\*c\\*
        >>> print(escaped("1. 欢迎"))
        1\\. 欢迎
    """
    line = " ".join(text.split("\n")).replace("\r", " ")
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _NUMBER_START.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", line))
    return re.sub(r"^(\s*)([#+=-])", r"\1\\\2", line)


def _lines(report: Outline) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    yield ""
    yield f"**{escaped(report.answer)}**"
    yield ""
    yield f"*{escaped(report.caution)}*"
    for section in report.sections:
        yield ""
        yield f"## {escaped(section.heading)}"
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    for text in section.texts:
        yield ""
        yield escaped(text)
    if section.code:
        yield from ("", "```sh", section.code, "```")
    if section.facts:
        yield ""
    for fact in section.facts:
        yield f"- {escaped(fact.name)}: {', '.join(_cell(cell) for cell in fact.values)}"
    for part in section.parts:
        yield from _table(part) if isinstance(part, Table) else _group(part)


def _group(group: Group) -> Iterator[str]:
    if group.heading:
        yield from ("", f"### {escaped(group.heading)}")
    yield ""
    for entry in group.entries:
        yield from _entry(entry)


def _table(table: Table) -> Iterator[str]:
    yield from ("", f"### {escaped(table.caption)}", "")
    yield f"| {' | '.join(escaped(heading) for heading in table.headings)} |"
    yield f"|{'---|' * len(table.headings)}"
    for row in table.rows:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"


def _entry(entry: Entry) -> Iterator[str]:
    parts = (_cell(entry.label), escaped(entry.title.text) if entry.title else "", escaped(entry.note))
    yield f"- {' · '.join(part for part in parts if part)}"
    for quote in entry.quotes:
        yield ""
        yield f"  > {_quoted(quote)}"
        yield "  >"
        yield f"  > — {escaped(quote.source)}"
    if entry.quotes:
        yield ""


def _quoted(quote: Quote) -> str:
    pieces = quote.pieces()
    found = []
    for place, (piece, marked) in enumerate(pieces):
        before = pieces[place - 1][0][-1] if place else " "
        after = pieces[place + 1][0][0] if place + 1 < len(pieces) else " "
        text = escaped(piece) if place == 0 else escaped("x" + piece)[1:]
        found.append(_strong(text, before, piece, after) if marked else text)
    return "".join(found)


def _strong(text: str, before: str, piece: str, after: str) -> str:
    """Emphasise words; between a mark and a letter Markdown does not read asterisks, but it reads HTML."""
    opens = not _is_mark(piece[0]) or not before.isalnum()
    closes = not _is_mark(piece[-1]) or not after.isalnum()
    return f"**{text}**" if opens and closes and piece.strip() == piece else f"<strong>{text}</strong>"


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _cell(cell: Cell) -> str:
    text = escaped(cell.text)
    return f"[{text}](<{cell.address}>)" if cell.address else text
