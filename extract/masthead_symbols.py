"""The symbols of a document, by the ways in which they are found, the most trusted first."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from corpus.document import Block, BlockKind, Document
from extract.numbers import PrintedNumber, read_number
from ontology.actors import actors
from ontology.errors import SymbolError
from ontology.symbol import Symbol, parse, split_joint
from ontology.symbol_links import from_file_name, joint_from_link
from ontology.symbol_resolution import decision, resolution
from ontology.symbol_years import security_council_year

__all__ = ["FoundSymbols", "find_symbols", "open_series", "own_symbol"]

_LONGEST_LINE = 120
_COMPONENT = r"/[A-Za-z0-9.\-]*[A-Za-z0-9](?: ?\([A-Za-z0-9 \-]+\))?"
_SYMBOL = re.compile(rf"(?<![A-Za-z0-9/(])[A-Z][A-Za-z.]*(?:{_COMPONENT})+")
_SUFFIX = re.compile(r"/?((?:Add|Amend|Corr|Rev)\. ?\d+(?:/(?:Add|Amend|Corr|Rev)\. ?\d+)*)[* ]*")
# Printed in English, or in the language of the document, beside the symbol at the head of the first page.
_DISTRIBUTION = re.compile(
    r"(?:\s|[*|–-]|(?:Distr\.?|Original)\s*:?\s*[^\W\d_]*"
    r"|\b(?:Arabic|Chinese|English|French|Russian|Spanish)\b|\d{1,2} [A-Z][a-z]+ \d{4}"
    r"|Reissued (?:as received|for technical reasons)|Advance (?:un)?edited version)*",
    re.IGNORECASE,
)
_OPEN_SERIES = re.compile(r"([A-Z][A-Za-z.]*(?:/[A-Za-z0-9.\-]+)*/L\.)[_\s.…*xX-]*")
_TRUST = {"text": 1.0, "own-number": 0.95, "header": 0.95, "link": 0.85, "given": 0.9}
_CONTRADICTED = 0.5
_ISSUERS = ("un", "hrc")
_HEAD = (BlockKind.MASTHEAD, BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class FoundSymbols:
    """The symbols of a document.

    Attributes:
        symbols: Both of a double symbol.
        source: Where they were found: text, header, link or given.
        confidence: Between 0 and 1; whole where two ways agree, halved where another contradicts.
        conflicts: What another way says instead, as ``<way> <symbol>``.
    """

    symbols: tuple[str, ...] = ()
    source: str | None = None
    confidence: float | None = None
    conflicts: tuple[str, ...] = ()


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
        FoundSymbols(symbols=('A/65/382', 'S/2010/490'), source='given', confidence=0.9, conflicts=())
        >>> find_symbols(document, "A_78_1.txt", ("A/79/837",), None, None)
        FoundSymbols(symbols=('A/79/837',), source='text', confidence=0.5, conflicts=('given A/78/1',))
    """
    own = own_symbol(head, organ, words) if words is not None else None
    said = {
        "text": _both(_in_lines(head, document.language, words), _above(document)),
        "own-number": (own,) if own else (),
        "header": _in_headers(text for _, _, text in document.headers),
        "link": _in_first_link(document),
        "given": _given(name),
    }
    ways = [(way, symbols) for way, symbols in said.items() if symbols]
    if not ways:
        return FoundSymbols()
    first, symbols = ways[0]
    # The name may complete a double symbol of which the page prints one half.
    symbols = said["given"] if set(symbols) < set(said["given"]) else symbols
    others = [(way, found) for way, found in ways[1:] if not _agree(found, symbols)]
    # Old resolutions print once, below their number, the symbol of the draft: no running header.
    others = [(way, found) for way, found in others if way != "header" or _runs(document, found)]
    agreed = any(_agree(found, symbols) for _, found in ways[1:])
    trust = _CONTRADICTED if others else 1.0 if agreed else _TRUST[first]
    conflicts = tuple(f"{way} {'-'.join(found)}" for way, found in others)
    return FoundSymbols(symbols, "text" if first == "own-number" else first, trust, conflicts)


def open_series(lines: Iterable[str]) -> str | None:
    """Find the beginning of a symbol whose number was left open.

    Example:
        >>> open_series(["A/C.3/78/L.__"]), open_series(["A/C.3/78/L.41"]), open_series(["and/or L."])
        ('A/C.3/78/L.', None, None)
    """
    found = (match[1] for line in lines if (match := _OPEN_SERIES.fullmatch(line.strip())))
    return next((series for series in found if _read(f"{series}1")), None)


def own_symbol(head: Iterable[str], organ: str | None, words: ModuleType) -> str | None:
    """Build the symbol of a resolution or decision from the number at its head and the organ that speaks.

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
    lines = tuple(head)
    printed = next((number for number in map(words.own_number, lines) if number), None)
    parts = read_number(printed) if printed and organ else None
    if parts is None or organ is None or parts.conference:
        return None
    kinds = {words.document_type(line) for line in lines}
    found = _numbered(organ, parts, is_decision="decision" in kinds and "resolution" not in kinds)
    return str(found) if found else None


def _numbered(organ: str, parts: PrintedNumber, *, is_decision: bool) -> Symbol | None:
    letter = parts.letters[0] if parts.letters else None
    before = parts.year if parts.year is not None else parts.session
    if parts.roman is None and before is None:
        known = security_council_year(parts.number) if organ == "sc" else None
        return resolution(organ, parts.number, known) if known else None
    found = None if is_decision else resolution(organ, parts.number, before, letter, parts.roman)
    # The Human Rights Council tells its decisions from its resolutions by their numbers alone.
    if found is None and before is not None and (is_decision or organ == "hrc"):
        return decision(organ, parts.number, before, letter)
    return found


def _in_lines(lines: Sequence[str], language: str, words: ModuleType | None) -> tuple[str, ...]:
    """The symbol of the first line that holds a symbol and else only what stands in the corner of a first page."""
    for index, line in enumerate(lines):
        if found := _in_line(line, language, words):
            return _with_next(found, lines[index + 1 : index + 2], language, words)
    return ()


def _in_line(line: str, language: str, words: ModuleType | None) -> tuple[str, ...]:
    if len(line) > _LONGEST_LINE or "/" not in line or "[" in line:
        return ()
    if whole := _read(line.strip("*-– ")):
        return whole
    match = _SYMBOL.search(line)
    if match is None:
        return ()
    sides = line[: match.start()], line[match.end() :]
    return _read(match[0]) if all(_is_corner(side, language, words) for side in sides) else ()


def _is_corner(side: str, language: str, words: ModuleType | None) -> bool:
    """Tell whether the words beside a symbol are those in the corner of a first page, and cite nothing."""
    corner: re.Pattern[str] | None = getattr(words, "CORNER", None)
    left = _issuers(language).sub("", side)
    return _DISTRIBUTION.fullmatch(corner.sub("", left) if corner is not None else left) is not None


@cache
def _issuers(language: str) -> re.Pattern[str]:
    """The names of the United Nations and of the organs that print theirs in the corner."""
    issuers = {*(organ.id for organ in actors().by_type("principal-organ")), *_ISSUERS}
    names = {surface.text for surface in actors().surfaces(language) if surface.entity in issuers}
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or r"(?!)")


def _with_next(
    found: tuple[str, ...], after: Sequence[str], language: str, words: ModuleType | None
) -> tuple[str, ...]:
    """Take in the line below: a suffix alone, or the other half of a double symbol."""
    for line in after:
        if suffix := _SUFFIX.fullmatch(line):
            return _read(f"{found[-1]}/{suffix[1]}") or found
        other = _in_line(line, language, words)
        if other and parse(other[0]).organ != parse(found[0]).organ:
            return (*found, *other)
    return found


def _above(document: Document) -> tuple[str, ...]:
    """The symbol that stands alone on a line above the last line of the masthead."""
    heads = [block for block in document.blocks if block.kind in _HEAD]
    if not heads:
        return ()
    last = document.source_span(heads[-1].start, heads[-1].end)[0]
    return _in_lines([text for start, _, text in document.headers if start < last], document.language, None)


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Join the halves of a double symbol of which one stands alone on its line and the other does not."""
    if first and second and parse(first[0]).organ != parse(second[0]).organ:
        return tuple(dict.fromkeys((*first, *second)))
    return first or second


def _in_headers(headers: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(found for text in headers for match in _SYMBOL.finditer(text) if (found := _read(match[0])))
    if not counted:
        return ()
    (first, times), *others = counted.most_common(2)
    # A document with two symbols prints both on each page.
    for other, as_often in others:
        if times == as_often > 1 and parse(first[0]).organ != parse(other[0]).organ:
            return (*first, *other)
    return first


def _runs(document: Document, found: tuple[str, ...]) -> bool:
    """Tell whether a symbol stands at the head of more than one page."""
    printed = [match[0] for _, _, text in document.headers for match in _SYMBOL.finditer(text)]
    return sum(_read(text)[:1] == found[:1] for text in printed) > 1


def _in_first_link(document: Document) -> tuple[str, ...]:
    """The address that stands above everything but the masthead: that of the document itself."""
    for block in document.blocks:
        if block.kind is BlockKind.LINK:
            return _linked(document, block)
        if block.kind not in (BlockKind.MASTHEAD, BlockKind.FURNITURE):
            return ()
    return ()


def _linked(document: Document, block: Block) -> tuple[str, ...]:
    try:
        return tuple(map(str, joint_from_link(document.text[block.start : block.end].strip())[0]))
    except SymbolError:
        return ()


def _given(name: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, from_file_name(name)[0]))
    except SymbolError:
        return ()


def _agree(found: Iterable[str], symbols: Iterable[str]) -> bool:
    """Tell whether two ways name the same document, or a part and the whole of one resolution."""
    return bool({str(parse(symbol).whole) for symbol in found} & {str(parse(symbol).whole) for symbol in symbols})


def _read(text: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, split_joint(text)))
    except SymbolError:
        return ()
