"""How documents in a language that parts its words by blanks introduce themselves, told by a table of patterns."""

import re
from functools import cache
from typing import Any

from extract.languages.wordlists import wordlists

__all__ = ["MastheadWords", "items_between", "masthead_words"]

_PLAIN = r"(?:(?:E?S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?|\d{1,4}(?: ?[A-Z])? ?\((?:E?S-)?(?:[IVXLC]+|\d{4})\))"
_LONGEST_LINE = 90
# The Security Council met first in 1946.
_BEFORE_FIRST_YEAR = 1945
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"\s+")


class MastheadWords:
    """The rules of one language, under the names that a module of rules for mastheads has.

    Attributes:
        SEPARATOR: What stands between the sponsors of a list.
        CORNER: Words that stand beside the symbol in the corner of a first page.

    Example:
        >>> words = masthead_words("en")
        >>> words.session("Seventy-ninth session"), words.own_number("76/270. Interaction"), words.bare("The Council")
        (79, '76/270', 'Council')
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self._types = tuple((re.compile(pattern), label) for pattern, label in data["types"])
        self._author = re.compile(data["author"])
        self._own_number = re.compile(
            data["own_number"]
            .replace("{headed}", f"(?P<headed>{_PLAIN})")
            .replace("{wrapped}", f"(?P<wrapped>{_PLAIN})")
        )
        self._session = re.compile(data["session"], re.IGNORECASE)
        self._ordinals: dict[str, int] = data["ordinals"]
        self._ordinal = re.compile("|".join(sorted(self._ordinals, key=lambda word: (-len(word), word))), re.IGNORECASE)
        self._between_ordinals = re.compile(data["between_ordinals"])
        self._agenda = re.compile(data["agenda"])
        self._letters: dict[str, str] = data.get("letters", {})
        self._item = re.compile(
            rf"(?P<to>{data['to']})?\s*(?:(?P<item>\d{{1,3}})\s*)?(?P<letters>(?:{data['letter']}\s*)+)?(?<=[\d)])"
        )
        self._months: dict[str, int] = data["months"]
        names = "|".join(sorted(map(re.escape, self._months), key=lambda name: (-len(name), name)))
        day = data["day"].replace("{month}", f"(?P<month>{names})")
        self._dated = tuple(re.compile(pattern.replace("{day}", day)) for pattern in data["dated"])
        self._issued = tuple(re.compile(pattern.replace("{day}", day)) for pattern in data["issued"])
        self._year = re.compile(data["year"])
        self._joined = re.compile(data["joined"]) if "joined" in data else None
        self._meeting = re.compile(data["meeting"])
        self._sponsors = re.compile(data["sponsors"], re.IGNORECASE)
        self._committee = re.compile(data["committee"])
        self._no_title = re.compile(data["no_title"], re.IGNORECASE)
        self._adopted = re.compile(data["adopted"], re.IGNORECASE)
        self._bare = re.compile(data["bare"], re.IGNORECASE)
        self.CORNER = re.compile(data.get("corner", r"(?!)"))
        self.SEPARATOR = re.compile(data["separator"])

    def own_number(self, line: str) -> str | None:
        """Find the number under which a resolution stands at its own head, without blanks."""
        match = self._own_number.match(line)
        return (match["headed"] or match["wrapped"]).replace(" ", "") if match else None

    def session(self, line: str) -> int | None:
        """Read the number of a regular session, in words or digits."""
        match = self._session.fullmatch(line) if len(line) <= _LONGEST_LINE else None
        return self.ordinal(match["ordinal"]) if match else None

    def ordinal(self, text: str) -> int | None:
        """Read an ordinal number; None where a part of it is no number."""
        if digits := _DIGITS.match(text):
            return int(digits[0])
        total, reached = 0, 0
        for match in self._ordinal.finditer(text):
            if not self._between_ordinals.fullmatch(text, reached, match.start()):
                return None
            total, reached = total + self._ordinals[match[0].casefold()], match.end()
        return total if total and reached == len(text) else None

    def agenda_items(self, line: str) -> tuple[str, ...]:
        """Read the items of the agenda under which a document is issued; lists and ranges are written out."""
        heading = self._agenda.match(line)
        if heading is None:
            return ()
        found: list[str] = []
        last: tuple[str, str] | None = None
        for match in self._item.finditer(line, heading.end()):
            letters = self._lettered(match["letters"] or "")
            item = match["item"] or (last[0] if last and letters else "")
            if not item:
                continue
            found += items_between(last, (item, letters)) if match["to"] and last else []
            found.append(item + letters)
            last = (item, letters)
        return tuple(dict.fromkeys(found))

    def _lettered(self, letters: str) -> str:
        bare = _BLANKS.sub("", letters).replace("(", "").split(")")[:-1]
        return "".join(f"({self._letters.get(letter, letter)})" for letter in bare)

    def document_type(self, line: str) -> str | None:
        """Tell the kind of document from a line that names it."""
        return next((label for pattern, label in self._types if pattern.search(line)), None)

    def author(self, line: str) -> str | None:
        """Give the name of whoever reports, from the line that says so."""
        match = self._author.match(line)
        return match["name"] if match else None

    def is_committee(self, line: str) -> bool:
        """Tell whether a line may be the name of a committee."""
        return self._committee.search(line) is not None

    def titles(self, line: str) -> bool:
        """Tell whether a line may be a title: number, adoption line and kind are none."""
        return self._no_title.search(line) is None

    def is_adoption(self, line: str) -> bool:
        """Tell whether a line says how a resolution came to be adopted."""
        return self._adopted.match(line) is not None

    def date(self, line: str) -> str | None:
        """Read the date of adoption, of a letter, or of issue that a line gives."""
        return self._day(self._dated, line)

    def issued(self, line: str) -> str | None:
        """Read the date of issue: a day in the corner of the first page."""
        return self._day(self._issued, line)

    def _day(self, patterns: tuple[re.Pattern[str], ...], line: str) -> str | None:
        match = next((found for pattern in patterns if (found := pattern.search(line))), None)
        if match is None:
            return None
        day = int(_DIGITS.findall(match["day"])[0])
        return f"{int(match['year']):04}-{self._months[match['month']]:02}-{day:02}"

    def organ_year(self, line: str) -> int | None:
        """Read the year by which the Security Council or the Economic and Social Council counts its documents."""
        match = self._year.fullmatch(line) if len(line) <= _LONGEST_LINE else None
        if match is None:
            return None
        if match["year"]:
            return int(match["year"])
        counted = self.ordinal(match["ordinal"])
        return None if counted is None else _BEFORE_FIRST_YEAR + counted

    def joined_sponsors(self, line: str) -> str | None:
        """Give the list of those who joined a draft after it was issued; empty where it stands on the next line."""
        match = self._joined.search(line) if self._joined is not None else None
        return (match["names"] or match["list"] or "").strip() if match else None

    def meeting(self, line: str) -> str | None:
        """Give the meeting that a line names."""
        match = self._meeting.search(line)
        return match["meeting"] if match else None

    def sponsor_names(self, line: str) -> str | None:
        """Give the list of sponsors that stands before the words for a draft."""
        match = self._sponsors.match(line)
        return _BLANKS.sub(" ", _BRACKETS.sub("", match["names"]).replace("*", "")).strip() if match else None

    def bare(self, name: str) -> str:
        """Give a name without the article and the words that lead to it."""
        return self._bare.sub("", name, count=1)


def items_between(first: tuple[str, str], last: tuple[str, str]) -> list[str]:
    """Write out what a range of agenda items leaves unsaid: (b) to (d) of one item, or items 25 to 30.

    Args:
        first: Number and letters of the first item of the range.
        last: Those of the last.

    Returns:
        The items between them.

    Example:
        >>> items_between(("71", "(b)"), ("71", "(d)")), items_between(("25", ""), ("28", ""))
        (['71(c)'], ['26', '27'])
    """
    if first[0] == last[0] and len(first[1]) == len(last[1]) == len("(b)"):
        return [f"{first[0]}({chr(code)})" for code in range(ord(first[1][1]) + 1, ord(last[1][1]))]
    if not first[1] and not last[1]:
        return [str(item) for item in range(int(first[0]) + 1, int(last[0]))]
    return []


@cache
def masthead_words(language: str) -> MastheadWords:
    """Read the table of a language.

    Args:
        language: Code of a language whose package holds a ``masthead.json`` of this form.

    Returns:
        Its rules.

    Example:
        >>> masthead_words("fr").session("Soixante-dix-neuvième session")
        79
    """
    return MastheadWords(wordlists(language, "masthead"))
