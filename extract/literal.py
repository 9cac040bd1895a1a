"""Citations by what needs no words of any language: document symbols, addresses, running headers."""

import re
from collections.abc import Iterator

from corpus.document import BlockKind
from extract.mention import Mention
from extract.reading import Reading
from ontology.errors import SymbolError
from ontology.symbol import split_joint
from ontology.symbol_links import joint_from_link

__all__ = ["find_addresses", "find_headers", "find_symbols", "symbols_in"]

_BRACKET = r"\((?:Part|PART|Parts?|Vol\.?|Sect\.?|SUPP|Suppl?\.?|Resumption|OR)?[ .]?(?:[IVXLC]{1,7}|\d{1,4}|[A-Z])?\)"
# The capital first, so that other places fail at once, and then what may not stand before it.
_CANDIDATE = re.compile(rf"[A-Z](?<![A-Za-z0-9/._@-][A-Z])[A-Za-z]{{0,7}}(?:\.\d+)?/(?:[A-Za-z0-9.*/-]|{_BRACKET})+")
# In a symbol, a letter l between digits, strokes and points is the digit 1, and a letter O the digit 0.
_ONE = re.compile(r"(?<=[/.\d])l(?=[\dlO]|[/)]|$)|(?<=\d)I(?=\d)")
_ZERO = re.compile(r"(?<=\d)[Oo](?=[\dlOo]|[/)]|$)|(?<=[/.])[Oo](?=\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_TRAILING = ".,;:!?-/"
_REST = re.compile(r"\n(?P<rest>[A-Za-z0-9.]*\d(?:/[A-Za-z0-9.]*\d)*)(?![A-Za-z0-9/])")
_HYPHENATED = re.compile(r"/-(?=\d)")
# A corrigendum or addendum named by its suffix alone right after its document; the word between is of any language.
_FURTHER = re.compile(
    r"[^\d./()（）:;：；。\n]{1,5}"
    r"(?P<suffix>(?P<kind>Add|Amend|Corr|Rev)\.(?P<first>\d{1,3})(?:-(?P<last>\d{1,3}))?(?:/(?:Add|Amend|Corr|Rev)\.\d{1,3})?)(?![\d/])"
)
# One more of the same kind: Add.1和2.
_ONE_MORE = re.compile(r"[^\d./()（）:;：；。\n]{1,5}(?P<number>\d{1,2})(?=[，。、；：)\n]|[.,;] |$)")
_LONGEST_RANGE = 50


def find_symbols(reading: Reading, taken: list[Mention]) -> list[Mention]:
    """Find document symbols printed in the text.

    Must find: ``A/79/837``, ``A/CONF.157/24(Part I)``, ``A/65/382-S/2010/490`` (one mention with two targets),
    ``S/RES/1540 (2004)``, ``A/80/5 (Vol. II)``, ``A/62/325`` and its ``Corr.1``. Must not find: ``9/15``,
    ``and/or``, job numbers, parts of addresses.

    Args:
        reading: The document.
        taken: Mentions in which a symbol is no citation of its own (addresses).
    """
    text = reading.text
    spans = [(mention.start, mention.end) for mention in taken]
    found = []
    for match in _CANDIDATE.finditer(text):
        start, end = match.start(), _trimmed(text, match.start(), match.end())
        if any(low <= start < high for low, high in spans):
            continue
        if text[match.end() - 1] == "/" and symbols_in(text[start:end]):
            found.append(_broken(text, start, match.end()))
            continue
        end = _with_bracket(text, end)
        symbols = symbols_in(text[start:end])
        if symbols:
            found.append(Mention(start, end, "symbol", "symbol", targets=symbols))
            found.extend(_further(text, end, symbols))
    return found


def _broken(text: str, start: int, end: int) -> Mention:
    """A symbol of which the line broke after a stroke: its rest on the next line, or a symbol that is cut off."""
    rest = _REST.match(text, end)
    if rest is not None and (symbols := symbols_in(text[start:end] + rest["rest"])):
        return Mention(start, rest.end(), "symbol", "symbol-over-lines", targets=symbols, confidence=0.9)
    return Mention(start, end, "symbol", "symbol-cut-off", reason="the symbol is cut off")


def _further(text: str, end: int, symbols: tuple[str, ...]) -> Iterator[Mention]:
    """Find what is named by a suffix alone: A/62/325和Corr.1; A/64/1/Add.1和Add.2; A/64/1和Add.1-3; Add.1和2."""
    while match := _FURTHER.match(text, end):
        start, end = match.span("suffix")
        kind, first, last = match["kind"], int(match["first"]), int(match["last"] or match["first"])
        bases = [symbol.rpartition("/")[0] if f"/{kind}." in symbol else symbol for symbol in symbols]
        if first < last <= first + _LONGEST_RANGE:
            for number in range(first, last + 1):
                yield from _suffixed(start, end, bases, f"{kind}.{number}")
        else:
            yield from _suffixed(start, end, bases, match["suffix"])
        while more := _ONE_MORE.match(text, end):
            start, end = more.span("number")
            yield from _suffixed(start, end, bases, f"{kind}.{more['number']}")


def _suffixed(start: int, end: int, bases: list[str], suffix: str) -> Iterator[Mention]:
    targets = tuple(each for base in bases for each in symbols_in(f"{base}/{suffix}"))
    if targets:
        yield Mention(start, end, "symbol", "symbol-suffix", targets=targets, confidence=0.9)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


_YEAR = re.compile(r" ?\((?:19|20)\d\d\)")
_PART = re.compile(
    r" \((?:Part|PART|Parts|Vol\.|Sect\.|Suppl\.|Resumption) ?(?:[IVXLC]{1,7}|\d{1,3}|[A-Z])\)"
    r"(?:/(?:Add|Corr|Rev)\.\d{1,3})?"
)


def _with_bracket(text: str, end: int) -> int:
    """Take in a year or a part in brackets that stands after a blank: S/RES/1540 (2004), A/80/5 (Vol. II)."""
    match = _YEAR.match(text, end) if "/RES/" in text[max(0, end - 12) : end] else _PART.match(text, end)
    return match.end() if match else end


def symbols_in(text: str) -> tuple[str, ...]:
    """Give the canonical symbols of a text that is one symbol or a double one; none for any other text.

    Example:
        >>> symbols_in("A/65/382-S/2010/490"), symbols_in("9/15 25-05031")
        (('A/65/382', 'S/2010/490'), ())
        >>> symbols_in("A/RES/6l/1"), symbols_in("A/CONF.157/24(Part I)")
        (('A/RES/61/1',), ('A/CONF.157/24(PartI)',))
    """
    try:
        return tuple(map(str, split_joint(_mended(text))))
    except SymbolError:
        return ()


def _mended(text: str) -> str:
    """Put digits where letters of their look were typed (A/RES/6l/1, S/2O10/49O), and no hyphen of a line end."""
    if "/-" in text:
        text = _HYPHENATED.sub("/", text)
    if "l" not in text and "O" not in text and "o" not in text and "I" not in text:
        return text
    return _ONE.sub("1", _ZERO.sub("0", text))


def find_addresses(reading: Reading) -> list[Mention]:
    """Find addresses: link lines, and addresses in running text.

    A link to a document of the United Nations has that document as its target; any other address has none.
    """
    text = reading.text
    return [_address(text, match.start(), _address_end(text, *match.span())) for match in _ADDRESS.finditer(text)]


def _address_end(text: str, start: int, end: int) -> int:
    """Leave out the marks of the sentence: a point, or a bracket that the address did not open."""
    while text[end - 1] in ".,;:" or (
        text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end)
    ):
        end -= 1
    return end


def _address(text: str, start: int, end: int) -> Mention:
    try:
        symbols, _ = joint_from_link(text[start:end])
    except SymbolError:
        return Mention(start, end, "url", "address", name=text[start:end], reason="an address outside the documents")
    return Mention(start, end, "url", "link", targets=tuple(map(str, symbols)))


_OWN_NUMBER = re.compile(r"\d{1,4}/\d{1,4}(?: ?[A-Z])?(?=\.)")


def find_headers(reading: Reading, symbols: tuple[str, ...]) -> list[Mention]:
    """Find where a resolution prints its own number at its head.

    Args:
        reading: The document.
        symbols: Its own symbols.
    """
    for block in reading.document.blocks:
        if block.kind is BlockKind.TITLE and (own := _OWN_NUMBER.match(reading.text, block.start)):
            return [Mention(own.start(), own.end(), "self", "own-number", targets=symbols)]
    return []
