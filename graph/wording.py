"""The words of the reports' own sentences, from a data file, in the languages of the interface."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import UnknownTermError

__all__ = ["Words", "paragraph_label", "words"]

_FOLDER = Path(__file__).parent / "messages"
_SUBJECTS = ("check", "lineage", "pages", "rank")
_PREAMBULAR = re.compile(r"p(\d+)")
# What stands before the first numbered paragraph or in an annex.
_UNNUMBERED = "0"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        language: Its code.
        texts: Sentences and labels by name.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, name: str, /, **values: object) -> str:
        """Give a text with its gaps filled.

        Raises:
            UnknownTermError: There is no such text.

        Example:
            >>> words("en")("title", symbol="A/RES/76/270")
            'Lineage of A/RES/76/270'
        """
        if name not in self.texts:
            raise UnknownTermError(name, f"the words of the reports in {self.language!r}")
        return self.texts[name].format_map(values) if values else self.texts[name]

    def known(self, name: str, otherwise: str) -> str:
        """Give a text of an open list, or what stands in for it."""
        return self.texts.get(name, otherwise)

    def counted(self, name: str, number: int) -> str:
        """Give a text for a number: ``.zero`` where there is one, ``.one`` or ``.other``.

        Example:
            >>> words("en").counted("answer.citing", 1)
            'is cited by 1 document of this collection'
        """
        zero = number == 0 and f"{name}.zero" in self.texts
        return self(f"{name}.zero" if zero else f"{name}.one" if number == 1 else f"{name}.other", n=number)

    def listed(self, items: Iterable[str], limit: int = 5) -> str:
        """Write a list in words; what goes beyond the limit is counted.

        Example:
            >>> words("en").listed(["A/76/L.63", "A/76/L.63/Add.1"])
            'A/76/L.63 and A/76/L.63/Add.1'
            >>> words("zh").listed(["A/RES/57/32", "A/RES/60/1", "A/RES/72/278"])
            'A/RES/57/32、A/RES/60/1 和 A/RES/72/278'
        """
        row = list(items)
        mark = self("list-comma")
        if len(row) > limit:
            return self("more", list=mark.join(row[:limit]), n=len(row) - limit)
        return _spaced(mark.join(row[:-1]), self("and"), row[-1]) if len(row) > 1 else "".join(row)


def _spaced(before: str, word: str, after: str) -> str:
    """Join two texts by a word; a blank stands between Latin and Chinese letters, and between Latin ones."""
    gaps = (" " if left.isascii() or right.isascii() else "" for left, right in ((before[-1], word), (word, after[0])))
    return f"{before}{next(gaps)}{word}{next(gaps)}{after}"


@cache
def words(language: str, subject: str = "lineage") -> Words:
    """Load the words of a language.

    Args:
        language: ``zh`` or ``en``.
        subject: ``check`` for the check of a store, ``lineage`` for the reports, ``pages`` for those of the server,
            ``rank`` for what the measures mean.

    Returns:
        The words.

    Raises:
        UnknownTermError: There are no words in that language or on that subject.

    Example:
        >>> words("zh", "rank")("in-degree")
        '入度'
    """
    if subject not in _SUBJECTS:
        raise UnknownTermError(subject, f"the subjects that have words: {', '.join(_SUBJECTS)}")
    texts: dict[str, dict[str, str]] = json.loads((_FOLDER / f"{subject}.json").read_text(encoding="utf-8"))
    if language not in texts:
        raise UnknownTermError(language, f"the languages of the reports: {', '.join(sorted(texts))}")
    return Words(language, texts[language])


def paragraph_label(speak: Words, label: str | None, place: str | None) -> str | None:
    """Say in which paragraph words stand, as people write it.

    Args:
        speak: Words of the interface.
        label: Label of the paragraph: a number, ``p`` and a number in a preamble, ``0`` outside numbered paragraphs.
        place: Place of the words: preambular, operative, numbered, heading …

    Returns:
        The paragraph, or else the place; None where neither says anything.

    Example:
        >>> paragraph_label(words("en"), "p4", "preambular"), paragraph_label(words("zh"), "28", "operative")
        ('preambular para. 4', '执行部分第 28 段')
        >>> paragraph_label(words("en"), "0", "numbered"), paragraph_label(words("en"), "0", "heading")
        ('not in a numbered paragraph', 'heading')
    """
    if label and (preambular := _PREAMBULAR.fullmatch(label)):
        return speak("paragraph.preambular", label=preambular[1])
    if label and label != _UNNUMBERED:
        return speak("paragraph.operative" if place == "operative" else "paragraph.numbered", label=label)
    told = speak.known(f"place.{place}", "") or None
    return speak("paragraph.none") if label and not told and place != "footnote" else told
