"""What a person types to name a document, understood with leniency and said back in plain words."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.errors import SymbolError
from ontology.symbol import Symbol, split_joint
from ontology.symbol_links import from_file_name, joint_from_link
from ontology.symbol_resolution import decision, resolution

__all__ = ["Understood", "understand"]

_NUMBERS = re.compile(
    r"(?P<first>\d{1,4}|E?S-\d{1,2})/(?P<second>\d{1,3})\s*(?P<letter>[A-Z])?"
    r"|(?P<number>\d{1,4})\s*(?P<part>[A-Z])?\s*(?:\((?P<bracket>\d{4}|(?:E?S-)?[IVXL]+)\))?",
)
_LINK = re.compile(r"(?:https?:)?//|(?:www\.)?(?:docs\.un\.org|undocs\.org|documents\.un\.org)/", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:pdf|docx?|txt|html?|xml|wpd)$", re.IGNORECASE)
_AROUND = "\"'“”‘’「」『』《》〈〉.,;:、。 \t\r\n"


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of an input.

    Attributes:
        symbols: The symbols meant; several for a double one.
        form: How it was understood: symbol, joint, link, file-name, resolution, decision or number.
        note: What was done to understand it, for people; None where it was a symbol to the letter.
        alternatives: Other symbols that the same words may mean.
    """

    symbols: tuple[Symbol, ...]
    form: str
    note: str | None = None
    alternatives: tuple[Symbol, ...] = ()


def understand(typed: str) -> Understood:
    """Understand what a person typed as the name of a document.

    Args:
        typed: A symbol in any width and case, two numbers, words with a number, a link or the name of a file.

    Returns:
        What was understood, and how.

    Raises:
        SymbolError: Nothing of this was found; the error says where reading stopped and why.

    Example:
        >>> answer = understand("第76/270号决议")
        >>> str(answer.symbols[0]), answer.form
        ('A/RES/76/270', 'resolution')
        >>> answer = understand("76/270")
        >>> str(answer.symbols[0]), [str(symbol) for symbol in answer.alternatives], answer.note
        ('A/RES/76/270', ['A/76/270'], '76/270 was read as the resolution A/RES/76/270')
        >>> str(understand("ａ／ｒｅｓ／７６／２７０").symbols[0])
        'A/RES/76/270'
    """
    text = _narrow(typed)
    if _LINK.match(text):
        symbols, language = joint_from_link(text)
        return Understood(symbols, "link", f"a link to {_names(symbols)}" + (f" in {language}" if language else ""))
    if "_" in text or _EXTENSION.search(text):
        symbols, _ = from_file_name(text)
        return Understood(symbols, "file-name", f"the name of a file that holds {_names(symbols)}")
    try:
        return _as_symbol(typed, text)
    except SymbolError:
        understood = _as_symbol_among_words(typed, text) or _as_words(text)
        if understood is None:
            raise
        return understood


def _narrow(typed: str) -> str:
    """Give the text in half width, without the marks that stand around it in a sentence."""
    widths = _words()["full_width"]
    return unicodedata.normalize("NFKC", "".join(widths.get(letter, letter) for letter in typed)).strip(_AROUND)


def _as_symbol(typed: str, text: str) -> Understood:
    symbols = split_joint(text)
    note = None if typed.strip() == _names(symbols, "-") else f"{typed.strip()} was read as {_names(symbols)}"
    return Understood(symbols, "symbol" if len(symbols) == 1 else "joint", note)


def _names(symbols: tuple[Symbol, ...], between: str = " and ") -> str:
    return between.join(str(symbol) for symbol in symbols)


@cache
def _words() -> dict[str, dict[str, str]]:
    """Give the tables of words turned round: from word to body, kind, filler."""
    data = json.loads((files("ontology") / "data" / "symbol-input.json").read_text(encoding="utf-8"))
    turned = {
        table: {word: name for name, words in data[table].items() for word in words} for table in ("bodies", "kinds")
    }
    return {**turned, "fillers": dict.fromkeys(data["fillers"], ""), "full_width": data["full_width"]}


def _as_symbol_among_words(typed: str, text: str) -> Understood | None:
    rest, _ = _without_words(text)
    try:
        return _as_symbol(typed, rest.strip(_AROUND)) if rest != text else None
    except SymbolError:
        return None


def _without_words(text: str) -> tuple[str, dict[str, str]]:
    """Take the known words out of a text, and give the first of each table with what it stands for."""
    found: dict[str, str] = {}
    for table in ("bodies", "kinds", "fillers"):
        for word, pattern in _patterns(table):
            text, count = pattern.subn(" ", text)
            if count:
                found.setdefault(table, _words()[table][word])
    return text, found


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the words of a table, the longest first; words in Latin letters stand free and in no symbol."""
    words = sorted(_words()[table], key=lambda word: (-len(word), word))
    free = r"(?<![\w/]){}(?![\w/])"
    return tuple(
        (word, re.compile(free.format(re.escape(word)) if word.isascii() else re.escape(word), re.IGNORECASE))
        for word in words
    )


def _as_words(text: str) -> Understood | None:
    """Understand a number with or without the words for body and kind around it."""
    match = _NUMBERS.search(text.upper())
    if match is None:
        return None
    rest, found = _without_words(f"{text[: match.start()]} {text[match.end() :]}")
    body, kind = found.get("bodies"), found.get("kinds")
    alone = body is None and kind is None and not match["first"] and not match["bracket"]
    symbols = () if alone or rest.strip(_AROUND) else _candidates(match, body, kind)
    if not symbols:
        return None
    # Without a word for its kind, two numbers are most often a resolution, and so it is said.
    note = f"{text} was read as the {kind or 'resolution'} {symbols[0]}"
    others = (*symbols[1:], *(_documents(match) if kind is None else ()))
    return Understood(symbols[:1], kind or "number", note, others)


def _candidates(match: re.Match[str], body: str | None, kind: str | None) -> tuple[Symbol, ...]:
    """Give the symbols that the number may mean, the likeliest first."""
    bodies = (body,) if body else ("ga", "sc", "ecosoc", "hrc")
    found = [_symbol_of(name, match, kind == "decision") for name in bodies]
    return tuple(dict.fromkeys(symbol for symbol in found if symbol is not None))


def _symbol_of(body: str, match: re.Match[str], is_decision: bool) -> Symbol | None:
    if match["first"]:
        first = int(match["first"]) if match["first"].isdigit() else match["first"]
        build = decision if is_decision else resolution
        return build(body, int(match["second"]), first, match["letter"])
    number, bracket = int(match["number"]), match["bracket"]
    if is_decision:
        return None
    if bracket is None or bracket.isdigit():
        return resolution("sc", number, int(bracket) if bracket else None) if body == "sc" else None
    return resolution(body, number, roman=bracket, letter=match["part"])


def _documents(match: re.Match[str]) -> tuple[Symbol, ...]:
    """Give the documents of the principal organs that have the same two numbers."""
    found: list[Symbol] = []
    for root in ("A", "S", "E") if match["first"] else ():
        try:
            found.extend(split_joint(f"{root}/{match['first']}/{match['second']}"))
        except SymbolError:
            continue
    return tuple(found)
