"""Citations in words of a document whose language marks titles and writes the noun after the number."""

from collections.abc import Sequence
from types import ModuleType

from extract.antecedents import find_anaphora, resolve_back
from extract.binding import bind_brackets, bind_dates, bind_footnotes, bind_pinpoints
from extract.governing import GoverningWords, coordinations, govern
from extract.mention import Mention, without_overlaps
from extract.numbered import find_numbered
from extract.reading import Reading
from extract.records import DocumentRecord
from extract.titled import find_titled

__all__ = ["MarkedReading"]


class MarkedReading:
    """A document read for citations by the rules of a language.

    Example:
        >>> from corpus import read_text
        >>> from extract.languages import rules
        >>> from extract.masthead import masthead
        >>> reading = Reading(read_text("大会，\\n回顾其第57/32号决议，\\n", "a.txt"))
        >>> marked = MarkedReading(reading, rules("zh", "citations"), masthead(reading, "a.txt"))
        >>> [mention.targets for mention in marked.mentions([])]
        [('A/RES/57/32',)]
    """

    def __init__(self, reading: Reading, words: ModuleType, document: DocumentRecord) -> None:
        self._reading = reading
        self._words = words
        self._document = document
        self._governing = GoverningWords(reading, words)

    def mentions(self, literal: Sequence[Mention]) -> list[Mention]:
        """Find what is cited in words, beside what was found without them, and resolve it.

        Binding comes first, for what a footnote or bracket names needs no antecedent and may be one.

        Args:
            literal: Symbols, addresses and headers.

        Returns:
            All mentions, sorted by start, without overlap.
        """
        reading, words, governing = self._reading, self._words, self._governing
        numbered = find_numbered(reading, words, governing, self._document.body)
        found = [*literal, *numbered, *find_titled(reading, words)]
        mentions = bind_brackets(reading, words, without_overlaps(_without_subjects(found)))
        mentions = bind_footnotes(reading, words, governing, mentions)
        mentions = without_overlaps([*mentions, *find_anaphora(reading, words)])
        return bind_pinpoints(reading, words, bind_dates(reading, words, resolve_back(reading, words, mentions)))

    def governed(self, mentions: Sequence[Mention]) -> list[tuple[str | None, str]]:
        """Tell of each mention which word governs it, and what the document does by it."""
        reading, words, kind = self._reading, self._words, self._document.document_type
        ends = coordinations(reading, words, mentions, self._governing)
        return [
            govern(reading, words, self._governing, mention, kind, (mentions[first], mentions[last]))
            for mention, (first, last) in zip(mentions, ends, strict=True)
        ]


def _without_subjects(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out a quotation that is the title of a numbered document: 题为“…”的第70/1号决议."""
    phrases = [(m.phrase, m.start) for m in mentions if m.phrase is not None and m.phrase < m.start]
    return [
        mention
        for mention in mentions
        if not (mention.rule.startswith("quoted") and any(low < mention.start < high for low, high in phrases))
    ]
