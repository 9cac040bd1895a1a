"""Citations by name where no marks show a title: instruments of the registry, short forms, titles by their form."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.gazetteer import Gazetteer
from extract.languages.wordlists import any_of, one_of
from extract.mention import Mention, without_overlaps
from extract.phrases.surface import even, is_word, lowered
from ontology.instruments import Instrument, instruments

__all__ = ["TitleRules", "find_titled", "head_of", "title_rules"]

# A name of three words is told from ordinary words without its capitals.
_LONG = 3
_LONGEST_UNLISTED = 200
_INNER = 60


@dataclass(frozen=True, slots=True, eq=False)
class TitleRules:
    """The tables and patterns of one language.

    Attributes:
        language: Language code, by which the registry gives its names.
        nouns: First form of a noun that names instruments, by each of its forms.
        of_noun: Words that end the part of a title which holds its noun.
        short: Article and such a noun alone, as ``head``.
        unlisted: A title by its form, None where the language does not show where titles end.
        by_place: A title that is its noun and a name before it (the Chicago Convention), None likewise.
        demonstrative: Demonstrative and noun, as ``head``.
        kinds: Kinds of antecedent by the noun of a demonstrative.
        not_always: Those of these nouns that need not be documents.
        before_inner: What stands before a name inside another title.
        after_inner: What stands behind one.
    """

    language: str
    nouns: Mapping[str, str]
    of_noun: re.Pattern[str]
    short: re.Pattern[str]
    unlisted: re.Pattern[str] | None
    by_place: re.Pattern[str] | None
    demonstrative: re.Pattern[str]
    kinds: Mapping[str, tuple[str, ...]]
    not_always: frozenset[str]
    before_inner: re.Pattern[str]
    after_inner: re.Pattern[str]

    def inside_longer(self, text: str, start: int, end: int) -> bool:
        """Tell whether a name is only a part of another title: the Protocol to the Convention on Gravel.

        Args:
            text: Canonical text with even apostrophes.
            start: Where the name begins.
            end: Where it ends.

        Example:
            >>> from extract.phrases.citation_rules import citation_rules
            >>> citation_rules("en").titles.inside_longer("Optional Protocol to the Convention on Gravel", 25, 45)
            True
        """
        low = max(0, start - _INNER)
        return bool(self.before_inner.search(text, low, start) or self.after_inner.match(text, end))


def title_rules(data: Mapping[str, Any], language: str) -> TitleRules:
    """Make the rules.

    Args:
        data: The part ``titles`` of a language's file of citation words.
        language: Language code.

    Returns:
        The rules.
    """
    nouns = {form: noun for noun, forms in data["instrument_heads"].items() for form in forms}
    anaphora, longer = data["anaphora"], _longer(data, nouns)
    demonstrative = anaphora["pattern"].replace("HEAD", any_of(anaphora["heads"]))
    return TitleRules(
        language=language,
        nouns=nouns,
        of_noun=re.compile(data["of_head"]),
        short=re.compile(rf"(?<!\w){data['article']}(?P<head>{one_of(nouns)})(?!\w)(?!{longer})"),
        unlisted=re.compile(data["unlisted"].replace("HEAD", one_of(nouns))) if data["unlisted"] else None,
        by_place=_by_place(data, nouns),
        # With a number it is cited by that.
        demonstrative=re.compile(rf"(?<!\w)(?:{demonstrative})(?!\w)(?! \d)"),
        kinds={head: tuple(kinds) for head, kinds in anaphora["heads"].items()},
        not_always=frozenset(anaphora["not_always"]),
        before_inner=re.compile(rf"(?<!\w)(?:{data['before_inner']})\Z"),
        after_inner=re.compile(data["after_inner"]),
    )


def _by_place(data: Mapping[str, Any], nouns: Mapping[str, str]) -> re.Pattern[str] | None:
    if not data["by_place"]:
        return None
    pattern = data["by_place"].replace("HEAD", one_of(nouns))
    return re.compile(rf"{pattern}(?!\w)(?:(?={data['dated']})|(?!{_longer(data, nouns)}))")


def _longer(data: Mapping[str, Any], nouns: Mapping[str, str]) -> str:
    """Write the pattern of what makes a noun the beginning of a longer title."""
    return str(data["longer_title"]).replace("HEAD", one_of(nouns))


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


def find_titled(text: str, rules: TitleRules, numbered: Sequence[Mention]) -> list[Mention]:
    """Find what is cited by name.

    Args:
        text: Canonical text with even apostrophes.
        rules: Rules for titles of its language.
        numbered: What is cited by number; no title goes on over it.

    Returns:
        One mention for each name, in no particular order; a short form (the Convention) waits for its antecedent.
    """
    listed = list(_listed(text, rules))
    rest = _without(text, [*listed, *numbered])
    unlisted = without_overlaps(_unlisted(rest, rules))
    return [*listed, *unlisted, *_short(_without(rest, unlisted), rules)]


def _without(text: str, mentions: Iterable[Mention]) -> str:
    """Put line feeds, over which no title goes on, in place of what is found already."""
    pieces, reached = [], 0
    for mention in without_overlaps(mentions):
        pieces += [text[reached : mention.start], "\n" * (mention.end - max(reached, mention.start))]
        reached = max(reached, mention.end)
    return "".join([*pieces, text[reached:]])


def _listed(text: str, rules: TitleRules) -> Iterator[Mention]:
    long, short = _names(rules.language)
    for surfaces, where in ((long, lowered(text)), (short, text)):
        for start, end, known in surfaces.find(where):
            if is_word(text, start, end) and not rules.inside_longer(text, start, end):
                yield _instrument(start, end, known, rules.language)


def _instrument(start: int, end: int, known: Instrument, language: str) -> Mention:
    names = known.names.get(language) or known.names["en"]
    return Mention(
        start, end, "instrument", "title-registry",
        targets=known.symbols[:1], part=known.part, name=names[0], instrument=known.id,
        candidates=known.alternatives if not known.symbols else (),
        reason=None if known.symbols else "the instrument has no document symbol",
    )  # fmt: skip


def _unlisted(text: str, rules: TitleRules) -> Iterator[Mention]:
    """Find titles by their form, where a language writes their words with capitals."""
    for match in rules.unlisted.finditer(text) if rules.unlisted is not None else ():
        if match.end() - match.start() <= _LONGEST_UNLISTED:
            yield _not_listed(match.start(), match[0].rstrip(",; "), rules.nouns[match["head"]])
    for match in rules.by_place.finditer(text) if rules.by_place is not None else ():
        yield _not_listed(match.start("name"), match["name"], rules.nouns[match["head"]])


def _not_listed(start: int, name: str, head: str) -> Mention:
    return Mention(
        start, start + len(name), "instrument", "title-instrument",
        head=head, name=name, reason="not in the registry of instruments",
    )  # fmt: skip


def _short(text: str, rules: TitleRules) -> Iterator[Mention]:
    """Find a noun with its article alone: the Convention."""
    for match in rules.short.finditer(text):
        yield Mention(
            match.start("head"), match.end("head"), "instrument", "title-short",
            head=rules.nouns[match["head"]], name=match["head"], pending=True,
            reason="no instrument of this name was cited before",
        )  # fmt: skip


def head_of(name: str, rules: TitleRules) -> frozenset[str]:
    """Give the nouns by which a title may be named again: those before its first preposition.

    Args:
        name: A title.
        rules: Rules for titles of its language.

    Returns:
        The nouns in their first form.

    Example:
        >>> from extract.phrases.citation_rules import citation_rules
        >>> sorted(head_of("Optional Protocol to the Convention against Torture", citation_rules("en").titles))
        ['Optional Protocol', 'Protocol']
        >>> sorted(head_of("Vienna Declaration and Programme of Action", citation_rules("en").titles))
        ['Declaration', 'Programme of Action']
    """
    nouns = {form: lemma for form, lemma in rules.nouns.items() if _has_word(name, form)}
    inside = [name.find(form) + len(form) for form in nouns if " " in form]
    end = next((m.start() for m in rules.of_noun.finditer(name) if not any(m.start() < i for i in inside)), len(name))
    return frozenset(lemma for form, lemma in nouns.items() if name.find(form) < end)


def _has_word(name: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name) is not None
