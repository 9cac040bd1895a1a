"""Where a resolution comes from: the drafts and the report named in the line of its adoption, or by its first links."""

import re
from collections.abc import Iterable, Iterator
from types import ModuleType

from corpus.document import Document
from ontology.errors import SymbolError
from ontology.symbol import Symbol, parse
from ontology.symbol_links import from_link

__all__ = ["draft_symbols", "named_symbols"]

_TOKEN = re.compile(
    r"(?P<symbol>(?<![A-Za-z0-9/])[A-Z]+(?:/[A-Za-z0-9.\-]+)+(?: ?\([A-Za-z0-9]+\))?)"
    r"|(?P<suffix>(?<![A-Za-z/])(?:Add|Amend|Corr|Rev)\.\d+(?:/(?:Add|Amend|Corr|Rev)\.\d+)*)"
)


def draft_symbols(document: Document, head: Iterable[str], symbol: Symbol | None, words: ModuleType) -> tuple[str, ...]:
    """Find the documents from which a resolution comes.

    Args:
        document: The resolution.
        head: The lines of its masthead.
        symbol: Its symbol, where it is known.
        words: The rules of its language for mastheads.

    Returns:
        The symbols in the line of adoption; without such a line, the drafts of the same session and organ that
        stand at the head of its link lines.

    Example:
        >>> from corpus import read_text
        >>> from extract.languages import rules
        >>> text = "大会决定审议这个问题。\\n\\nhttps://undocs.org/zh/A/76/L.63\\nhttps://undocs.org/zh/A/RES/60/1\\n"
        >>> document = read_text(text, "a.txt")
        >>> draft_symbols(document, (), parse("A/RES/76/270"), rules("zh", "masthead"))
        ('A/76/L.63',)
    """
    for line in head:
        if words.is_adoption(line) and (found := named_symbols(line)):
            return found
    if symbol is None or symbol.is_draft or symbol.document_type not in ("resolution", "decision"):
        return ()
    return tuple(_leading(document, symbol))


def named_symbols(line: str) -> tuple[str, ...]:
    """Read the symbols that a line names, suffixes alone among them.

    Example:
        >>> named_symbols("[未经发交主要委员会而通过(A/69/L.5和Add.1)]")
        ('A/69/L.5', 'A/69/L.5/Add.1')
        >>> named_symbols("[根据第三委员会的报告(A/66/462/Add.2和Corr.1，第116段)通过]")
        ('A/66/462/Add.2', 'A/66/462/Add.2/Corr.1')
    """
    found: list[str] = []
    whole = ""
    for match in _TOKEN.finditer(line):
        try:
            symbol = str(parse(match["symbol"] or _suffixed(whole, match["suffix"])))
        except SymbolError:
            continue
        whole = symbol if match["symbol"] else whole
        found.append(symbol)
    return tuple(dict.fromkeys(found))


def _suffixed(whole: str, suffix: str) -> str:
    """Give a document its suffix, in the place of one of the same kind: Add.2 after Add.1 is its sister."""
    kind = suffix.partition(".")[0]
    base = whole.rpartition("/")[0] if f"/{kind}." in whole else whole
    return f"{base}/{suffix}"


def _leading(document: Document, symbol: Symbol) -> Iterator[str]:
    seen: set[str] = set()
    for line in document.links:
        try:
            linked = from_link(line.address)[0]
        except SymbolError:
            return
        if not linked.is_draft or linked.organ != symbol.organ or linked.session != symbol.session:
            return
        if str(linked) not in seen:
            seen.add(str(linked))
            yield str(linked)
