"""Which word governs a citation and what the document does by it, where verbs stand before what they govern."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.gazetteer import Gazetteer
from extract.languages.wordlists import any_of
from extract.mention import Mention
from extract.phrases.surface import is_word, lowered
from extract.reading import Reading

__all__ = ["GoverningRules", "Governors", "governing_rules"]

_ACTING = ("preambular", "operative")
_CLAUSE = re.compile(r"[;:]|\.(?=\s)|\n")
_REACH = 160
_REPORT = "report"
_RESOLUTION = "/RES/"
_OPENING_ONLY = "pursuant-to"
# What somebody else did to the document cited, whatever the organ says of it.
_NOT_OWN = frozenset({"cites", "sees", "requested-by"})


@dataclass(frozen=True, slots=True, eq=False)
class GoverningRules:
    """The words of one language.

    Attributes:
        words: Function of each word that governs a citation, and whether an organ acts by it.
        and_words: Words after which a second act of a paragraph may stand.
        request: Words by which a report speaks of itself.
        direct: All that may stand between an act and what it is done to, and "its resolutions on this, in particular".
        joint: The end of what may stand between two documents of one act.
        bracketed: What stands between an act and the symbol of what it is done to: the report on gravel (
        next_bracket: What stands between two such symbols.
    """

    words: Gazetteer[tuple[str, bool]]
    and_words: tuple[str, ...]
    request: re.Pattern[str]
    direct: re.Pattern[str]
    joint: re.Pattern[str]
    bracketed: re.Pattern[str]
    next_bracket: re.Pattern[str]


def governing_rules(data: Mapping[str, Any]) -> GoverningRules:
    """Make the rules.

    Args:
        data: The part ``governing`` of a language's file of citation words.

    Returns:
        The rules.
    """
    governors = {word: (function, False) for word, function in data["governors"].items()}
    acts = {word: (function, True) for word, function in data["acts"].items()}
    words, joint = any_of(data["direct"]), any_of(data["direct_joints"])
    direct = rf"(?:(?:[ ,]|[\dIVXLC()]|{words})(?!(?<=\w)\w))*"
    return GoverningRules(
        words=Gazetteer(governors | acts),
        and_words=tuple(data["and_words"]),
        request=re.compile(data["request"]),
        direct=re.compile(rf"{direct}(?:(?:{data['examples']}){direct})?"),
        bracketed=re.compile(rf"{direct}(?:{data['documents']})(?!\w)[^;()]*\((?:[^\W\d]{{0,12}} )?"),
        next_bracket=re.compile(rf"(?:\),?(?: (?:{joint}))?(?!\w)[^;()]{{1,200}}| )\("),
        joint=re.compile(rf"(?:(?:^|[ ,])(?:{joint})(?!\w)|,){direct}\Z"),
    )


class Governors:
    """The governing words of a document, found in one pass.

    Example:
        >>> from corpus import read_text
        >>> from extract.phrases.citation_rules import citation_rules
        >>> reading = Reading(read_text("The General Assembly,\\n\\nRecalling its resolution 57/32,\\n", "a.txt"))
        >>> governors = Governors(reading, reading.text, citation_rules("en").governing)
        >>> governors.nearest(reading.text.index("its"))
        ('Recalling', 'recalls')
    """

    def __init__(self, reading: Reading, text: str, rules: GoverningRules) -> None:
        self._reading = reading
        self._text = text
        self._rules = rules
        small = lowered(text)
        words = (hit for hit in rules.words.find(small) if is_word(text, hit[0], hit[1]))
        self._found = [(start, end, *value) for start, end, value in words]
        self._starts = [start for start, *_ in self._found]
        self._last: tuple[int, int] | None = None

    def between(self, start: int, end: int) -> list[tuple[int, int, str, bool]]:
        """Give start, end, function and whether it is an act, of the words wholly between two offsets."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [found for found in self._found[low:high] if found[1] <= end]

    def nearest(self, offset: int) -> tuple[str, str] | None:
        """Give the last governing word of the clause before an offset, as printed, with its function."""
        start = max(self._reading.sentence(offset)[0], self._reading.block(offset).body, offset - _REACH)
        ends = [match.end() for match in _CLAUSE.finditer(self._text, start, offset)]
        found = self.between(max([start, *ends]), offset)
        return (self._reading.text[found[-1][0] : found[-1][1]], found[-1][2]) if found else None

    def govern(self, mention: Mention, document_type: str | None) -> tuple[str | None, str]:
        """Tell which word governs a citation, and the function for which it stands.

        Args:
            mention: The citation.
            document_type: Type of the citing document; only a report answers a request.

        Returns:
            The word as printed (None where there is none) and the function.
        """
        if mention.kind in ("url", "self"):
            return None, "cites"
        phrase = mention.phrase if mention.phrase is not None else mention.start
        where = self._reading.locate(mention.start)
        verb, function = self.nearest(phrase) or (None, "cites")
        if where.footnote is not None:
            return (verb if function == "sees" else None), "sees"
        if (document_type or "").startswith(_REPORT):
            return verb, "requested-by" if self._answers(mention, function) else "cites"
        return self._act(mention, phrase, where.place) or (verb, "cites")

    def _act(self, mention: Mention, phrase: int, place: str) -> tuple[str, str] | None:
        """Tell what the organ itself does: only a verb that opens the paragraph or a further act of it counts."""
        if place not in _ACTING:
            return None
        start = self._reading.block(mention.start).body
        words = self.between(start, phrase)
        acts = [word for word in words if word[3] and self._opens(start, word)]
        if not acts:
            return None
        act = acts[-1]
        if act[2] in _NOT_OWN or not self._is_done_to(act, mention, phrase):
            return None
        self._last = (act[0], mention.end)
        return self._reading.text[act[0] : act[1]], act[2]

    def _is_done_to(self, act: tuple[int, int, str, bool], mention: Mention, phrase: int) -> bool:
        """Tell whether an act is done to the document itself, not to something said with the help of it.

        Recalling its resolution 57/32, and resolution 58/5; not: Noting the report of the Committee established by it.
        """
        rules, text = self._rules, self._text
        if rules.direct.fullmatch(text, act[1], phrase):
            return True
        # The symbol of a resolution in brackets says which resolution was named before it, not what the act is done to.
        described = mention.kind == "symbol" and not any(_RESOLUTION in target for target in mention.targets)
        if described and rules.bracketed.fullmatch(text, act[1], mention.start):
            return True
        if self._last is None or self._last[0] != act[0]:
            return False
        between = _before_part(text[self._last[1] : mention.start], mention.pinpoint)
        joined = not between or rules.joint.search(between) is not None
        return joined or (described and rules.next_bracket.fullmatch(between) is not None)

    def _opens(self, start: int, word: tuple[int, int, str, bool]) -> bool:
        """Tell whether a word opens the paragraph, or a further act of it; to act pursuant to something opens only."""
        before = self._text[start : word[0]]
        return not before.strip() or (word[2] != _OPENING_ONLY and before.endswith(self._rules.and_words))

    def _answers(self, mention: Mention, function: str) -> bool:
        """Tell whether a report says that it is made as the cited decision asks."""
        if mention.kind not in ("resolution", "decision", "symbol", "anaphora"):
            return False
        start, end = self._reading.sentence(mention.start)
        speaks = self._rules.request.search(self._text, start, end)
        return function in ("pursuant-to", "requested-by") and speaks is not None


def _before_part(words: str, part: str | None) -> str:
    """Give the words before the part of a document; a comma in it joins nothing: Article 28, paragraph 3, of."""
    printed = re.search(r"\s*".join(map(re.escape, part)), words) if part else None
    return words[: printed.start()] if printed is not None else words
