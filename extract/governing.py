"""The word that governs a citation, and what the citation does by it."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from extract.gazetteer import Gazetteer
from extract.mention import Mention
from extract.reading import Reading

__all__ = ["FUNCTIONS", "GoverningWord", "GoverningWords", "govern"]

FUNCTIONS = frozenset({
    "recalls", "reaffirms", "notes", "welcomes", "pursuant-to", "requested-by", "implements", "amends", "endorses",
    "adopts", "decides", "sees", "cites",
})  # fmt: skip
"""The closed list of what a citation may do."""

_CLAUSE_ENDS = "；。：;:\n"
_REACH = 220
_REPORT = "report"


@dataclass(frozen=True, slots=True)
class GoverningWord:
    """A verb or preposition that may govern a citation.

    Attributes:
        start: First code point in the canonical text, its adverb included.
        end: One past the last.
        function: What a citation does by it, one of ``FUNCTIONS``.
    """

    start: int
    end: int
    function: str


class GoverningWords:
    """The governing words of a document, found once.

    Example:
        >>> from corpus import read_text
        >>> from extract.languages import rules
        >>> reading = Reading(read_text("大会，\\n又回顾其第57/32号决议，\\n", "a.txt"))
        >>> words = GoverningWords(reading, rules("zh", "citations"))
        >>> [(reading.text[word.start : word.end], word.function) for word in words.between(0, 20)]
        [('又回顾', 'recalls')]
    """

    def __init__(self, reading: Reading, rules: ModuleType) -> None:
        text = reading.text
        found = [
            GoverningWord(_with_prefix(text, start, rules.VERB_PREFIXES), end, function)
            for start, end, function in _verbs(rules).find(text)
        ]
        alone = (match for match in rules.VERBS_ALONE.finditer(text))
        found += [GoverningWord(match.start(), match.end(), rules.FUNCTIONS_ALONE[match[0]]) for match in alone]
        self._words = sorted(found, key=lambda word: word.start)
        self._starts = [word.start for word in self._words]

    def between(self, start: int, end: int) -> list[GoverningWord]:
        """Give the words that stand wholly between two canonical offsets, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [word for word in self._words[low:high] if word.end <= end]


@cache
def _verbs(rules: ModuleType) -> Gazetteer[str]:
    return Gazetteer(rules.VERBS)


def _with_prefix(text: str, start: int, prefixes: tuple[str, ...]) -> int:
    return next((start - len(prefix) for prefix in prefixes if text.endswith(prefix, 0, start)), start)


def govern(
    reading: Reading, rules: ModuleType, words: GoverningWords, mention: Mention, document_type: str | None
) -> tuple[str | None, str]:
    """Tell which word governs a citation, and the function for which it stands.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        words: Its governing words.
        mention: The citation.
        document_type: Type of the citing document; only a report answers a request.

    Returns:
        The word as printed (None where there is none) and one of ``FUNCTIONS``.
    """
    if mention.kind in ("url", "self"):
        return None, "cites"
    verb, function = _nearest(reading, words, mention.start)
    if reading.locate(mention.start).footnote is not None:
        return (verb, function) if function == "sees" else (None, "sees")
    if (document_type or "").startswith(_REPORT) and _answers(reading, rules, mention, function):
        return verb, "requested-by"
    return verb, function


def _nearest(reading: Reading, words: GoverningWords, offset: int) -> tuple[str | None, str]:
    """The last governing word before the citation in its clause."""
    start = max(reading.sentence(offset)[0], reading.block(offset).body, offset - _REACH)
    clause = max(reading.text.rfind(mark, start, offset) for mark in _CLAUSE_ENDS) + 1
    found = words.between(max(start, clause), offset)
    if not found:
        return None, "cites"
    return reading.text[found[-1].start : found[-1].end], found[-1].function


def _answers(reading: Reading, rules: ModuleType, mention: Mention, function: str) -> bool:
    """Tell whether a report says that it is made as the cited decision asks."""
    if mention.kind not in ("resolution", "decision", "symbol", "anaphora"):
        return False
    start, end = reading.sentence(mention.start)
    after = reading.text[mention.end : end]
    if rules.REPORT_REQUEST.match(after):
        return True
    before = reading.text[start : mention.start]
    speaks_of_itself = rules.REQUESTED.search(after) or rules.REQUESTED.search(before)
    return function in ("pursuant-to", "requested-by") and bool(speaks_of_itself)
