"""What a language written with blanks tells of its way to cite, by concern."""

from dataclasses import dataclass
from functools import cache

from extract.languages.wordlists import wordlists
from extract.phrases.binding import BindingRules, binding_rules
from extract.phrases.governing import GoverningRules, governing_rules
from extract.phrases.number_rules import NumberRules, number_rules
from extract.phrases.pinpoints import PartRules, part_rules
from extract.phrases.publications import PublicationRules, publication_rules
from extract.phrases.titled import TitleRules, title_rules

__all__ = ["CitationRules", "citation_rules"]


@dataclass(frozen=True, slots=True, eq=False)
class CitationRules:
    """The rules of one language; all look at text with even blanks and apostrophes.

    Attributes:
        numbers: Resolutions and decisions by number.
        titles: Instruments by name, and what refers back.
        publications: Official records, sales publications, statements by date.
        binding: Brackets and footnotes.
        parts: Parts of documents.
        governing: Verbs and prepositions.
    """

    numbers: NumberRules
    titles: TitleRules
    publications: PublicationRules
    binding: BindingRules
    parts: PartRules
    governing: GoverningRules


@cache
def citation_rules(language: str) -> CitationRules:
    """Make the rules of a language from its data file.

    Args:
        language: Code of a language whose package has ``citations.json``.

    Returns:
        The rules, one and the same value at every call.

    Example:
        >>> rules = citation_rules("en")
        >>> rules.numbers.head.search("its resolutions 57/32 and 58/5").lastgroup
        'resolution'
    """
    data = wordlists(language, "citations")
    return CitationRules(
        numbers=number_rules(data["numbers"]),
        titles=title_rules(data["titles"], language),
        publications=publication_rules(data["publications"], data["binding"]["document"]),
        binding=binding_rules(data["binding"]),
        parts=part_rules(data["parts"]),
        governing=governing_rules(data["governing"]),
    )
