"""Citations in words of a document whose language writes the noun before the number."""

from collections.abc import Sequence

from extract.mention import Mention, without_overlaps
from extract.phrases.antecedents import find_anaphora, find_declared, resolve_back
from extract.phrases.binding import bind_brackets, bind_dates, bind_footnotes
from extract.phrases.citation_rules import CitationRules
from extract.phrases.governing import Governors
from extract.phrases.numbered import find_numbered
from extract.phrases.other_bodies import find_of_other_bodies
from extract.phrases.pinpoints import bind_pinpoints
from extract.phrases.publications import find_publications
from extract.phrases.surface import even
from extract.phrases.titled import find_titled
from extract.reading import Reading
from extract.records import DocumentRecord

__all__ = ["PhraseReading"]


class PhraseReading:
    """A document read for citations by the rules of a language.

    Example:
        >>> from corpus import read_text
        >>> from extract.masthead import masthead
        >>> from extract.phrases.citation_rules import citation_rules
        >>> reading = Reading(read_text("The General Assembly,\\n\\nRecalling its resolution 57/32,\\n", "a.txt"))
        >>> phrases = PhraseReading(reading, citation_rules("en"), masthead(reading, "a.txt"))
        >>> [mention.targets for mention in phrases.mentions([])]
        [('A/RES/57/32',)]
    """

    def __init__(self, reading: Reading, rules: CitationRules, document: DocumentRecord) -> None:
        self._reading = reading
        self._rules = rules
        self._document = document
        self._text = even(reading.text)
        self._governors = Governors(reading, self._text, rules.governing)

    def mentions(self, literal: Sequence[Mention]) -> list[Mention]:
        """Find what is cited in words, beside what was found without them, and resolve it.

        Args:
            literal: Symbols, addresses and headers.

        Returns:
            All mentions, sorted by start, without overlap.
        """
        text, titles, binding = self._text, self._rules.titles, self._rules.binding
        numbered = find_numbered(self._reading, text, self._rules.numbers, self._document.body)
        titled = find_titled(text, titles, numbered)
        named = [*numbered, *titled, *find_declared(text, titled), *find_anaphora(text, titles)]
        printed = [*find_publications(text, self._rules.publications, self._rules.numbers), *find_of_other_bodies(text)]
        found = without_overlaps([*literal, *named, *printed])
        bracketed = bind_brackets(text, binding, found)
        bound = bind_footnotes(self._reading, text, binding, self._rules.numbers, bracketed)
        mentions = bind_dates(text, self._rules.numbers, resolve_back(self._reading, titles, bound))
        return bind_pinpoints(text, self._rules.parts, self._rules.numbers, mentions)

    def governed(self, mentions: Sequence[Mention]) -> list[tuple[str | None, str]]:
        """Tell of each mention which word governs it, and what the document does by it."""
        return [self._governors.govern(mention, self._document.document_type) for mention in mentions]
