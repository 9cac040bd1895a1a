"""What a printed pinpoint says in languages that write the unit before its number: section III, paragraph 4."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from extract.languages.wordlists import any_of
from ontology.symbol_component import roman_number

__all__ = ["PortionWords"]

_Unit = tuple[str, tuple[tuple[str, str], ...], bool]
_ROMAN_UNITS = frozenset({"annex", "appendix", "article", "chapter", "part", "section"})
_ROMAN = re.compile("[IVX]+")
_SUB = "sub"


class PortionWords:
    """The words of one language, for ``extract.pinpoints.portions``.

    Example:
        >>> from extract.languages import rules
        >>> list(rules("en", "pinpoints").units("sectionIII,paragraph4(a)"))
        [('section', (('3', '3'),), False), ('para', (('4', '4'),), False), ('sub', (('a', 'a'),), False)]
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the words: ``units`` by canonical unit, ``joints``, ``through``, ``inner``, ``letters``."""
        self._names = {name: unit for unit, names in data["units"].items() for name in names}
        self._letters: dict[str, str] = data.get("letters", {})
        letter = rf"(?:[0-9a-z]{{1,4}}|{any_of(self._letters) or '(?!)'})"
        self._sub = re.compile(rf"\(?({letter})\)")
        number = rf"(?:\d{{1,3}}(?:bis|ter)?|[IVXL]{{1,6}}(?![a-z])|[A-Z](?!\w))(?:\(?{letter}\))*|(?:\({letter}\))+"
        self._token = re.compile(
            rf"(?P<joint>{any_of(data['joints'])})?(?:(?P<unit>{any_of(self._names)})(?P<headed>{number})?"
            rf"|(?P<number>{number}))(?:(?:{any_of(data['through'])})(?P<last>\d{{1,3}}|\([a-z]\)))?",
            re.IGNORECASE if data["capitals"] else 0,
        )
        self._inner = re.compile(rf"(?<=[\w)])(?:{any_of(data['inner'])})(?={any_of(self._names)})", re.IGNORECASE)

    def units(self, printed: str) -> Iterator[_Unit]:
        """Take a pinpoint apart.

        Args:
            printed: The pinpoint without blanks.

        Yields:
            A unit, its numbers or letters as pairs of first and last, and whether it is joined by "and". What is
            said to be part of what follows (paragraph 2 of annex I) comes after it. Nothing where a word is no unit.
        """
        for chain in reversed(self._inner.split(printed)):
            yield from self._chain(chain)

    def _chain(self, printed: str) -> Iterator[_Unit]:
        unit: str | None = None
        reached = 0
        for token in self._token.finditer(printed):
            if token.start() != reached:
                return
            reached = token.end()
            unit = self._unit(token["unit"]) if token["unit"] else unit
            if unit is None:
                return
            beside = token["joint"] not in (None, "", ",") or (token["joint"] is not None and not token["unit"])
            label = token["headed"] or token["number"]
            if label is None:
                yield unit, (), beside
            else:
                yield from self._labelled(unit, label, token["last"], beside)

    def _unit(self, word: str) -> str | None:
        names = self._names.items()
        return next((unit for name, unit in names if re.fullmatch(name, word, re.IGNORECASE)), None)

    def _labelled(self, unit: str, label: str, last: str | None, beside: bool) -> Iterator[_Unit]:
        head = re.match(r"[^()a-z]*(?:bis|ter)?", label)
        first = head[0] if head is not None else ""
        subs = [self._letters.get(sub, sub) for sub in self._sub.findall(label[len(first) :])]
        if first:
            until = last if last is not None and last.isdigit() and not subs else None
            yield unit, ((_number(unit, first), until or _number(unit, first)),), beside
            beside = False
        for place, sub in enumerate(subs):
            ends = last.strip("()") if last and not last.isdigit() and place == len(subs) - 1 else sub
            # What is counted under an article is a paragraph of it: Article 2 (1).
            yield "para" if unit == "article" and sub.isdigit() else _SUB, ((sub, ends),), beside
            beside = False


def _number(unit: str, label: str) -> str:
    """Write Roman numerals of units that are counted so in digits."""
    if unit in _ROMAN_UNITS and _ROMAN.fullmatch(label):
        return str(roman_number(label) or label)
    return label
