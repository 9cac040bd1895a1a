"""The components of a document symbol: what stands between two slashes, and its canonical spelling."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["Component", "phrases", "read_component", "roman_number"]

_COMPONENT = re.compile(
    r"""(?:
      (?P<session>(?:SS|ES|S)-\d{1,2})
    | (?P<number>\d{1,6}) (?: (?P<letter>[A-Z](?:-[A-Z])?) | -(?P<range>\d{1,4}) )?
    | (?P<part>PART)\.?(?P<part_number>[IVXL]+|\d{1,2})
    | (?P<stem>[A-Z]{1,20}(?:[.-][A-Z]{1,20})*)
      (?: \.(?P<value>\d{1,6}) (?P<value_tail>[A-Z]|-(?:\d{1,4}|[A-Z]{1,4}))? )?
    )?
    (?P<brackets> (?:\([^()]*\))* )
    (?P<after> \[?[A-Z](?:-[A-Z])?\]? )?""",
    re.VERBOSE,
)
_BRACKET = re.compile(
    r"""(?P<year>(?:19|20)\d\d)
    | (?P<special>E?S-)?(?P<roman>[IVXLC]+)
    | (?P<word>PART|VOL|SECTS?|RESUMPTION|SUPPL?|ADD)\.?(?P<value>[IVXL]+|\d{0,3}[A-Z]?)
    | E?S-\d{1,2} | OR | SUMMARY | [A-Z] | [A-Z]{3,5} | \d{1,4} | SES\.\d{1,2}/\d{1,3}""",
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Component:
    """One component of a symbol.

    Attributes:
        text: Canonical spelling.
        stem: The word in upper case without its number, empty for a number or session.
        number: Its number; None where it has none.
        session: The session that it names: ``S-9``, ``ES-11``, or a number for one in Roman numerals.
        year: The year that it names in brackets.
        letter: Letter part after a number: ``B``, ``A-C``.
        numbered: Whether digits or Roman numerals stand in it.
    """

    text: str
    stem: str = ""
    number: int | None = None
    session: int | str | None = None
    year: int | None = None
    letter: str | None = None
    numbered: bool = False


def roman_number(numeral: str) -> int | None:
    """Give the value of a Roman numeral below one hundred.

    Example:
        >>> roman_number("XXX"), roman_number("XLIV"), roman_number("XXXX")
        (30, 44, None)
    """
    if _ROMAN.fullmatch(numeral) is None:
        return None
    values = [_VALUES[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


@cache
def _data() -> dict[str, dict[str, str]]:
    data = json.loads((files("ontology") / "data" / "symbol-terms.json").read_text(encoding="utf-8"))
    return {"spelling": data["spelling"], "phrases": {phrase.replace(" ", ""): phrase for phrase in data["phrases"]}}


def phrases() -> dict[str, str]:
    """Give the phrases that keep their blank, by their spelling without it.

    Example:
        >>> phrases()["IRONORE"]
        'IRON ORE'
    """
    return _data()["phrases"]


@lru_cache(maxsize=1 << 14)
def read_component(text: str) -> Component | None:
    """Read one component in upper case and without blanks.

    Args:
        text: What stands between two slashes.

    Returns:
        The component, or None where its form is not that of a component.

    Example:
        >>> read_component("ADD.1").text, read_component("1540(2004)").year, read_component("3411A(XXX)").session
        ('Add.1', 2004, 30)
    """
    match = _COMPONENT.fullmatch(text)
    if match is None or not text:
        return None
    head = _head(match)
    brackets = [_BRACKET.fullmatch(bracket) for bracket in re.findall(r"\(([^()]*)\)", match["brackets"])]
    after = match["after"]
    if head is None or None in brackets or (after and (not brackets or match["letter"] or not match["number"])):
        return None
    letter = match["letter"] or (after.strip("[]") if after else None)
    spelled = "".join(_bracket(bracket) for bracket in brackets if bracket)
    return Component(
        text=head + (letter or "") + spelled,
        stem=match["stem"] or "",
        number=_number(match["number"] or match["value"]),
        session=_session(match["session"], [bracket for bracket in brackets if bracket]),
        year=next((int(bracket["year"]) for bracket in brackets if bracket and bracket["year"]), None),
        letter=letter,
        numbered=any(map(str.isdigit, text)) or _is_roman(match),
    )


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _is_roman(match: re.Match[str]) -> bool:
    """Tell whether a word is, or ends in, a Roman numeral, or a Roman numeral stands in brackets."""
    last = (match["stem"] or "").rpartition(".")[2]
    return bool(match["part"]) or bool(match["brackets"]) or (bool(last) and roman_number(last) is not None)


def _head(match: re.Match[str]) -> str | None:
    """Spell what stands before letter and brackets; None where nothing does and there is no bracket either."""
    if match["session"]:
        return match["session"]
    if match["number"]:
        return match["number"] + (f"-{match['range']}" if match["range"] else "")
    if match["part"]:
        return f"Part{match['part_number']}"
    if match["stem"]:
        value = f".{match['value']}{match['value_tail'] or ''}" if match["value"] else ""
        return _spell(match["stem"]) + value
    return "" if match["brackets"] else None


def _spell(stem: str) -> str:
    spelling = _data()["spelling"]
    if stem in phrases():
        return phrases()[stem]
    return ".".join(spelling.get(word, word) for word in stem.split("."))


def _bracket(bracket: re.Match[str]) -> str:
    """Spell a bracket: ``(PartI)``, ``(Sect.3)``, ``(2004)``."""
    word = bracket["word"]
    if word is None:
        return f"({'Summary' if bracket[0] == 'SUMMARY' else bracket[0]})"
    spelled = _data()["spelling"].get(word, word.capitalize())
    point = "" if word in ("PART", "RESUMPTION") or not bracket["value"] else "."
    return f"({spelled}{point}{bracket['value']})"


def _session(session: str | None, brackets: list[re.Match[str]]) -> int | str | None:
    """Give the session named by a component: by itself, or in Roman numerals in a bracket."""
    if session:
        return session
    for bracket in brackets:
        if bracket["roman"] and (number := roman_number(bracket["roman"])) is not None:
            return f"{bracket['special']}{number}" if bracket["special"] else number
    return None
