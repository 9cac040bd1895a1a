"""A report for the terminal; plain text where the output is no terminal."""

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from graph.outline import Cell, Entry, Group, Outline, Quote, Section, Table
from graph.printable import printable

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

__all__ = ["terminal"]

# What a terminal would obey or reorder instead of showing: control characters and marks of writing direction.


def terminal(report: Outline, *, width: int = 100, color: bool = False) -> str:
    """Write a report for the terminal.

    Args:
        report: The report.
        width: Columns; a Chinese character takes two.
        color: Whether the terminal shows bold and dim text; without it the cited words stand between asterisks.

    Returns:
        The text. Control characters of the documents are replaced, lest the terminal obey them.
    """
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, width=width, force_terminal=color, highlight=False, legacy_windows=False, no_color=True)
    for item in _items(report, color):
        console.print(item)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _items(report: Outline, color: bool) -> "Iterator[RenderableType]":
    yield _text(report.title, "bold")
    yield _text("")
    yield _text(report.answer)
    yield _text(report.caution, "dim")
    for section in report.sections:
        yield _text("")
        yield _text(section.heading, "bold underline" if color else "")
        if not color:
            yield _text("=" * _cells(section.heading))
        yield from _section(section, color)


def _section(section: Section, color: bool) -> "Iterator[RenderableType]":
    for text in section.texts:
        yield _text(text)
    if section.code:
        yield _indented(_text(section.code), 4)
    for fact in section.facts:
        yield _indented(_text(f"{fact.name}: {_joined(fact.values)}"), 2)
    for part in section.parts:
        yield _text("")
        if isinstance(part, Table):
            yield _text(part.caption, "bold")
            yield _table(part)
        else:
            yield from _group(part, color)


def _group(group: Group, color: bool) -> "Iterator[RenderableType]":
    if group.heading:
        yield _text(group.heading, "bold")
    for entry in group.entries:
        yield from _entry(entry, color)


def _entry(entry: Entry, color: bool) -> "Iterator[RenderableType]":
    parts = (entry.label.text, entry.title.text if entry.title else "", entry.note)
    yield _indented(_text(" · ".join(part for part in parts if part)), 2)
    for quote in entry.quotes:
        yield _indented(_quoted(quote, color), 6)
        yield _indented(_text(f"— {quote.source}", "dim"), 6)


def _quoted(quote: Quote, color: bool) -> "Text":
    from rich.text import Text

    text = Text()
    for piece, marked in quote.pieces():
        clean = printable(piece)
        if color:
            text.append(clean, "bold" if marked else "")
        else:
            text.append(f"*{clean}*" if marked else clean)
    return text


def _table(table: Table) -> "RenderableType":
    from rich.table import Table as RichTable

    drawn = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in table.headings:
        drawn.add_column(_text(heading), overflow="fold")
    for row in table.rows:
        drawn.add_row(*(_text(cell.text) for cell in row))
    return _indented(drawn, 2)


def _joined(cells: tuple[Cell, ...]) -> str:
    if any(cell.address and cell.language for cell in cells):
        return "".join(f"\n  {cell.text}  {cell.address}" for cell in cells)
    return ", ".join(cell.text for cell in cells)


def _text(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text("\n".join(printable(line) for line in text.split("\n")), style)


def _indented(item: "RenderableType", by: int) -> "RenderableType":
    from rich.padding import Padding

    return Padding(item, (0, 0, 0, by))


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)
