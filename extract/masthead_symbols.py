"""The symbols of a document: from its masthead, its own number, its running headers or the name of its source."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType

from corpus.document import Document
from extract.numbers import read_number
from ontology.errors import SymbolError
from ontology.symbol import split_joint
from ontology.symbol_links import from_file_name
from ontology.symbol_resolution import resolution

__all__ = ["FoundSymbols", "find_symbols", "own_symbol"]

_LONGEST_LINE = 60
_SYMBOL = re.compile(r"(?<![A-Za-z0-9/(])[A-Z][A-Za-z.]*(?:/[A-Za-z0-9.\-]+(?: ?\([A-Za-z0-9 \-]+\))?)+")


@dataclass(frozen=True, slots=True)
class FoundSymbols:
    """The symbols of a document, both of a double one, and where they were found (text, header, given)."""

    symbols: tuple[str, ...] = ()
    source: str | None = None


def find_symbols(
    document: Document, name: str, head: Sequence[str], organ: str | None, words: ModuleType | None
) -> FoundSymbols:
    """Find the symbols of a document; what it says of itself goes before the name of its source.

    Args:
        document: The document.
        name: Name of its source, which may hold a symbol.
        head: The lines of its masthead and title.
        organ: Entity id of the organ whose name opens it.
        words: The rules of its language for mastheads.

    Returns:
        The symbols; none where neither text nor name holds one.

    Example:
        >>> from corpus import read_text
        >>> document = read_text("1. 议联参加了会议。\\n", "a.txt")
        >>> find_symbols(document, "A_65_382-S_2010_490.zh.txt", (), None, None)
        FoundSymbols(symbols=('A/65/382', 'S/2010/490'), source='given')
    """
    given = _given(name)
    own = own_symbol(head, organ, words) if words is not None else None
    for symbols, source in (
        (_in_lines(head), "text"),
        ((own,) if own else (), "text"),
        (_in_headers(text for _, _, text in document.headers), "header"),
        (given, "given"),
    ):
        if symbols:
            # The name may complete a double symbol of which the page prints one half.
            return FoundSymbols(given if set(symbols) < set(given) else symbols, source)
    return FoundSymbols()


def own_symbol(head: Iterable[str], organ: str | None, words: ModuleType) -> str | None:
    """Build the symbol of a resolution from the number at its head and the organ that speaks.

    Args:
        head: The lines of its masthead and title.
        organ: Entity id of the organ.
        words: The rules of its language for mastheads.

    Returns:
        The symbol; None without number or organ, or where the organ numbers its resolutions otherwise.

    Example:
        >>> from extract.languages import rules
        >>> words = rules("zh", "masthead")
        >>> own_symbol(["76/270.联合国与各国议会的互动"], "ga", words), own_symbol(["第918(1994)号决议"], "sc", words)
        ('A/RES/76/270', 'S/RES/918(1994)')
        >>> own_symbol(["76/270.联合国与各国议会的互动"], None, words) is None
        True
    """
    printed = next((number for number in map(words.own_number, head) if number), None)
    parts = read_number(printed) if printed and organ else None
    if parts is None or organ is None:
        return None
    letter = parts.letters[0] if parts.letters else None
    before = parts.year if parts.year is not None else parts.session
    found = resolution(organ, parts.number, before, letter, parts.roman)
    return str(found) if found else None


def _in_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """A symbol that ends a short line which cites nothing."""
    for line in lines:
        if len(line) > _LONGEST_LINE or "[" in line:
            continue
        match = _SYMBOL.search(line)
        if match is not None and match.end() == len(line.rstrip("* ")) and (found := _read(match[0])):
            return found
    return ()


def _in_headers(headers: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(found for text in headers for match in _SYMBOL.finditer(text) if (found := _read(match[0])))
    return counted.most_common(1)[0][0] if counted else ()


def _given(name: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, from_file_name(name)[0]))
    except SymbolError:
        return ()


def _read(text: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, split_joint(text)))
    except SymbolError:
        return ()
