"""Lists of actors in English, written on a text in which signs stand for them, and the verbs of joint acts."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extract.joint_acts import SIGNS, STATE
from extract.languages.wordlists import wordlists

__all__ = ["ANY", "LED_LIST", "LIST", "VERB", "VERBS", "WORDS", "Form", "any_word", "positions"]

WORDS: dict[str, list[str]] = wordlists("en", "activities")
"""The word lists of joint acts."""


class Form(NamedTuple):
    """A form of a verb.

    Attributes:
        kind: The kind of activity that the verb says.
        base: The verb.
        shape: base, s, past, participle, both (past and participle) or ing.
    """

    kind: str
    base: str
    shape: str


def any_word(words: Iterable[str]) -> str:
    """Write the source of a pattern that matches one of many words, the longest that fits.

    Args:
        words: The words, in any order.

    Returns:
        The source of a group that captures nothing.

    Example:
        >>> any_word(["work", "work with"])
        '(?:work\\\\ with|work)'
    """
    return "(?:" + "|".join(re.escape(word) for word in sorted({*words}, key=lambda word: (-len(word), word))) + ")"


_KINDS = (
    *("carries-out", "supports", "cooperates", "informs", "sends-mission", "trains", "produces", "launches"),
    *("organizes", "consults", "attends", "publishes", "agrees", "signs"),
)
_IRREGULAR: dict[str, list[str]] = WORDS["irregular"]  # type: ignore[assignment]  # a table, not a list
_IRREGULAR_ING: dict[str, str] = WORDS["irregular_ing"]  # type: ignore[assignment]


def _forms(base: str) -> Iterator[tuple[str, str]]:
    """Give the forms of a verb, each with its shape; of several words the first is inflected."""
    first, _, rest = base.partition(" ")
    rest = f" {rest}" if rest else ""
    to_s = first[-1] in "sxz" or first.endswith(("sh", "ch"))
    y = first[-1] == "y" and first[-2] not in "aeiou"
    stem = first[:-1] if first.endswith("e") else first
    yield base, "base"
    yield (first[:-1] + "ies" if y else first + ("es" if to_s else "s")) + rest, "s"
    yield _IRREGULAR_ING.get(base, f"{stem}ing{rest}"), "ing"
    if base in _IRREGULAR:
        past, participle = _IRREGULAR[base]
        yield past, "both" if past == participle else "past"
        yield participle, "both" if past == participle else "participle"
    else:
        yield (first[:-1] + "ied" if y else f"{stem}ed") + rest, "both"


VERBS: dict[str, Form] = {
    form: Form(kind, base, shape) for kind in _KINDS for base in WORDS[kind] for form, shape in _forms(base)
}
"""What each form of a verb says."""

ANY = f"[{SIGNS}]"
"""Whoever can take part, as the source of a pattern; so are those that follow."""

VERB = rf"\b(?!continue[sd]? to ){any_word(VERBS)}\b(?!-| (?:\w+ )?(?:statements?|speech|speeches|remarks)\b)"

_MODIFIER = rf"(?:{any_word(WORDS['modifiers'])} |\d+ )"
_HEAD = any_word(WORDS["heads"])
_HEADS = rf"(?:{_HEAD}(?:(?:,|,? and) (?:{_HEAD}|\w+)){{0,3}} (?:of|from) {_MODIFIER}{{0,3}})"
_FOLLOWS = (
    rf"(?=[,.;:)]|$| [–—-] | (?:{any_word([*WORDS['followers'], *WORDS['adverbs']])}|\w+ly"
    rf"|(?!{any_word(WORDS['nouns_in_ing'])}\b)\w+(?:ed|ing)|{any_word(VERBS)})\b)"
)
_TAIL = rf"(?: {any_word(WORDS['tails'])})"
_ITEM = rf"{_MODIFIER}{{0,3}}{_HEADS}?(?:[{SIGNS.replace(STATE, '')}]{_TAIL}?|{STATE}){_FOLLOWS}"
# A body that no registry holds may stand in the list; no verb or preposition may.
_STOP = any_word([*WORDS["stops"], *WORDS["adverbs"], *VERBS])
_NO_WORD = rf"(?!{_STOP}\b)"
_FOREIGN = rf"{_NO_WORD}[\w'&-]+(?: {_NO_WORD}[\w'&-]+){{0,8}}"
_AND = r",? (?:and|or|and/or|&) "
_SERIES = (
    rf"{_ITEM}(?:(?:, (?:{_FOREIGN}, ){{0,2}}{_ITEM}){{0,12}}{_AND}(?:{_FOREIGN}(?:,|,? and) )?{_ITEM}"
    rf"|(?:, {_ITEM}){{1,12}}(?={_AND}{_FOREIGN}))?"
)
LIST = rf"{_SERIES}(?:(?: in (?:the )?[\w -]{{1,30}})?,? {any_word(WORDS['among'])} {_SERIES})?"

_SIGNED = rf"{_NO_WORD}[\w'&{SIGNS}-]+(?: {_NO_WORD}[\w'&{SIGNS}-]+){{0,8}}?"
LED_LIST = rf"(?:{_SIGNED}(?:,|,? and) ){{0,2}}?(?P<who>{LIST})"
"""A list before which somebody may be named that no registry holds."""

_COUNTED = re.compile(ANY)


def positions(text: str, span: tuple[int, int]) -> tuple[int, ...]:
    """Give where the participants of a list stand.

    Args:
        text: A text with signs.
        span: Where the list stands in it.

    Returns:
        Positions of the signs.

    Example:
        >>> from extract.joint_acts import ACTOR
        >>> positions(f"the {ACTOR}, {STATE} and other partners", (0, 28))
        (4, 7)
    """
    return tuple(match.start() for match in _COUNTED.finditer(text, *span))
