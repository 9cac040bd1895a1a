"""Citations by name where no marks show a title: instruments of the registry, short forms, titles by their form."""

import re
from collections.abc import Iterator
from functools import cache

from extract.gazetteer import Gazetteer
from extract.mention import Mention
from extract.phrases.rules import PhraseRules
from extract.phrases.surface import even, lowered
from extract.reading import Reading
from ontology.instruments import Instrument, instruments

__all__ = ["find_titled", "head_of"]

# A name of three words is told from ordinary words without its capitals.
_LONG = 3
_LONGEST_UNLISTED = 200


@cache
def _names(language: str) -> tuple[Gazetteer[Instrument], Gazetteer[Instrument]]:
    """Give the long names of the registry in small letters, and the short ones as printed."""
    registry = instruments()
    long: dict[str, Instrument] = {}
    short: dict[str, Instrument] = {}
    for surface in registry.surfaces(language):
        if not (surface.weak or surface.shared):
            text = even(surface.text)
            if len(text.split()) >= _LONG:
                long[lowered(text)] = registry[surface.entity]
            else:
                short[text] = registry[surface.entity]
    return Gazetteer(long), Gazetteer(short)


def find_titled(reading: Reading, text: str, rules: PhraseRules) -> list[Mention]:
    """Find what is cited by name.

    Args:
        reading: The document.
        text: Its canonical text with even apostrophes, of the same length.
        rules: Rules of its language.

    Returns:
        One mention for each name, in no particular order; a short form (the Convention) waits for its antecedent.
    """
    listed = list(_listed(text, rules))
    taken = [(mention.start, mention.end) for mention in listed]
    unlisted = [mention for mention in _unlisted(text, rules) if not _overlaps(mention, taken)]
    taken += [(mention.start, mention.end) for mention in unlisted]
    short = [mention for mention in _short(text, rules) if not _overlaps(mention, taken)]
    return [*listed, *unlisted, *short]


def _overlaps(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


def _listed(text: str, rules: PhraseRules) -> Iterator[Mention]:
    long, short = _names(rules.language)
    for names, where in ((long, lowered(text)), (short, text)):
        for start, end, known in names.find(where):
            if _is_word(text, start, end) and text[start].isupper() | text[start].isdigit() | (names is long):
                yield _instrument(start, end, known, rules.language)


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _instrument(start: int, end: int, known: Instrument, language: str) -> Mention:
    names = known.names.get(language) or known.names["en"]
    return Mention(
        start, end, "instrument", "title-registry",
        targets=known.symbols[:1], part=known.part, name=names[0], instrument=known.id,
        candidates=known.alternatives if not known.symbols else (),
        reason=None if known.symbols else "the instrument has no document symbol",
    )  # fmt: skip


def _unlisted(text: str, rules: PhraseRules) -> Iterator[Mention]:
    """Find titles by their form, where a language writes their words with capitals."""
    for match in rules.unlisted.finditer(text) if rules.unlisted is not None else ():
        if match.end() - match.start() <= _LONGEST_UNLISTED:
            name = match[0].rstrip(",; ")
            yield Mention(
                match.start(), match.start() + len(name), "instrument", "title-instrument",
                head=rules.instrument_heads[match["head"]], name=name, reason="not in the registry of instruments",
            )  # fmt: skip


def _short(text: str, rules: PhraseRules) -> Iterator[Mention]:
    """Find a noun with its article alone: the Convention."""
    for match in rules.short_title.finditer(text):
        yield Mention(
            match.start("head"), match.end("head"), "instrument", "title-short",
            head=rules.instrument_heads[match["head"]], name=match["head"], pending=True,
            reason="no instrument of this name was cited before",
        )  # fmt: skip


def head_of(name: str, rules: PhraseRules) -> frozenset[str]:
    """Give the nouns by which a title may be named again: those before its first preposition.

    Args:
        name: A title.
        rules: Rules of its language.

    Returns:
        The nouns in their first form.

    Example:
        >>> from extract.phrases.rules import phrase_rules
        >>> sorted(head_of("Optional Protocol to the Convention against Torture", phrase_rules("en")))
        ['Optional Protocol', 'Protocol']
        >>> sorted(head_of("Vienna Declaration and Programme of Action", phrase_rules("en")))
        ['Declaration', 'Programme of Action']
    """
    nouns = {form: lemma for form, lemma in rules.instrument_heads.items() if _has_word(name, form)}
    inside = [name.find(form) + len(form) for form in nouns if " " in form]
    end = next((m.start() for m in rules.of_head.finditer(name) if not any(m.start() < i for i in inside)), len(name))
    return frozenset(lemma for form, lemma in nouns.items() if name.find(form) < end)


def _has_word(name: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name) is not None
