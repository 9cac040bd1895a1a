"""The words by which a language lays out its documents."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["Layout", "layout"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The words by which a language lays out its documents.

    Attributes:
        openings: Names of organs that open a resolution, each on a line of its own.
        opening: Lines that may hold such a name, where the words of a resolution follow.
        annex: Lines that open an annex.
        author: Lines that say who reports (the title stands above them).
        contents: The heading of a table of contents.
        heading: Numbered headings; group 1 is the number.
        furniture: Lines that belong to the page.
        counters: Pattern of words that make the number before them a count, not a footnote marker.
        closing: Lines at the end of a resolution that give its date and meeting.
        terminal: Marks that end a clause.
        full_stop: Marks that end a sentence.
        summary: The heading of a summary.
        number: The number of a paragraph; group 1 is the number itself.
        letter: The letter of a sub-paragraph; group 1 is the letter itself.
        carries: What ends a line that goes on in the next one, None where nothing does.
        preambular: What begins a preambular paragraph, None where no words tell.
        operative: What begins an operative paragraph, its number left out, None where no words tell.
        capitals: Whether both begin with a capital letter.
        wide: Whether it is written without blanks between words, in characters two cells wide.
    """

    openings: frozenset[str]
    opening: re.Pattern[str]
    annex: re.Pattern[str]
    author: re.Pattern[str]
    contents: re.Pattern[str]
    heading: re.Pattern[str]
    furniture: re.Pattern[str]
    counters: str
    closing: re.Pattern[str]
    terminal: str
    full_stop: str
    summary: re.Pattern[str]
    number: re.Pattern[str]
    letter: re.Pattern[str]
    carries: re.Pattern[str] | None
    preambular: re.Pattern[str] | None
    operative: re.Pattern[str] | None
    capitals: bool
    wide: bool

    def is_opening(self, line: str) -> bool:
        """Tell whether a line is the name of an organ and the comma with which a resolution opens.

        Example:
            >>> [layout("en").is_opening(line) for line in ("The Security Council,", "The Security Council")]
            [True, False]
        """
        return line[-1:] in _COMMAS and self.names_organ(line)

    def names_organ(self, line: str) -> bool:
        """Tell whether a line is the name of an organ that opens resolutions, whatever mark follows it.

        Example:
            >>> layout("en").names_organ("The Security Council")
            True
        """
        return len(line) <= _LONGEST_OPENING and line.rstrip(_AFTER_NAME) in self.openings

    def may_open(self, line: str) -> bool:
        """Tell whether a line opens a resolution if the words of one follow it.

        Example:
            >>> [layout("en").may_open(line) for line in ("The Executive Board,", "The Security Council", "The Board.")]
            [True, True, False]
        """
        return self.names_organ(line) or (len(line) <= _LONGEST_OPENING and self.opening.match(line) is not None)

    def carries_on(self, line: str) -> bool:
        """Tell whether the last word of a line leads on to the next.

        Example:
            >>> layout("en").carries_on("at its 3377th meeting, on"), layout("en").carries_on("The Security Council")
            (True, False)
        """
        return self.carries is not None and self.carries.search(line[-_LONGEST_CARRIER:]) is not None

    def begins_act(self, line: str) -> bool:
        """Tell whether a line begins with the words of a preambular or operative paragraph.

        Example:
            >>> lines = ("Recalling its resolution", "2. Also requests", "recalling", "Member States")
            >>> [layout("en").begins_act(line) for line in lines]
            [True, True, False, False]
        """
        return self.is_preambular(line) or self.is_operative(line)

    def is_preambular(self, line: str) -> bool:
        """Tell whether a line begins as preambular paragraphs do.

        Example:
            >>> layout("fr").is_preambular("Se félicitant des efforts")
            True
        """
        return self.preambular is not None and self._speaks(self.preambular, line)

    def is_operative(self, line: str) -> bool:
        """Tell whether a line begins, after its number, as operative paragraphs do.

        Example:
            >>> layout("ru").is_operative("1. постановляет продлить мандат")
            True
        """
        if self.operative is None:
            return False
        number = self.number.match(line)
        return self._speaks(self.operative, line[number.end() :] if number else line)

    def _speaks(self, acts: re.Pattern[str], line: str) -> bool:
        words = _VOWEL_SIGNS.sub("", line[:_LONGEST_PHRASE])
        return (not self.capitals or words[:1].isupper()) and acts.match(words) is not None


# Longer lines are no name.
_LONGEST_OPENING = 75
# Longer than any run of adverbs and a verb.
_LONGEST_PHRASE = 120
# Arabic prints or leaves out vowel signs, and may stretch a word.
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0640]")
# Longer than any word that leads on, with the blank before it.
_LONGEST_CARRIER = 8
_COMMAS = (",", "，", "،")
_AFTER_NAME = " ,.:;，،"
_NUMBER = r"(\d{1,3})\.(?=\s|[^\d\s])"
_LETTER = r"\(([a-z]{1,2}|[ivxl]{1,5}|\d{1,2})\)"
_NEVER = r"(?!)"


@cache
def layout(language: str) -> Layout:
    """Give the layout words of a language; those of English where there are none for it.

    Args:
        language: Language code.

    Returns:
        The words.

    Example:
        >>> "大会" in layout("zh").openings
        True
    """
    tables = json.loads(files("corpus").joinpath("data/layout.json").read_text(encoding="utf-8"))
    data: Mapping[str, Any] = tables.get(language, tables["en"])
    numeral = data["heading_numeral"]
    return Layout(
        openings=frozenset(data["openings"]),
        opening=re.compile(data.get("opening", _NEVER)),
        annex=re.compile(data["annex"]),
        author=re.compile(data["author"]),
        contents=re.compile(data["contents"]),
        heading=re.compile(rf"({numeral}|[A-Z])[.、．]\s*(?=[^\W\d_]|[《“\"‘(\d])(?!\d+[.])"),
        furniture=re.compile("|".join(data["furniture"])),
        counters=data["counters"],
        closing=re.compile(data["closing"]),
        terminal=data["terminal"],
        full_stop=data["full_stop"],
        summary=re.compile(data["summary"]),
        number=re.compile(rf"{data.get('number', _NUMBER)}\s*(?=\S)"),
        letter=re.compile(rf"{data.get('letter', _LETTER)}\s*"),
        carries=re.compile(data["carries"]) if "carries" in data else None,
        preambular=_first_words(data.get("before", ()), data.get("participles", ())),
        operative=_first_words(data.get("before", ()), data.get("verbs", ())),
        capitals=data.get("capitals", False),
        wide=data.get("wide", False),
    )


def _first_words(before: Iterable[str], words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of the first words of a paragraph, None without words; the entries are patterns themselves."""
    acts = "|".join(words)
    if not acts:
        return None
    led = "|".join(sorted(before, key=lambda entry: (-len(entry), entry)))
    return re.compile(rf"(?:(?:{led or _NEVER}),? ){{0,4}}(?:{acts})(?!\w)", re.IGNORECASE)
