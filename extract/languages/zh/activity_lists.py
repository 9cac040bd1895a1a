"""Lists of actors in Chinese, written on a text in which signs stand for them, and the verbs of joint acts."""

import re
from collections.abc import Iterable

from extract.joint_acts import ACTOR, GROUP, PLACE, SIGNS, STATE
from extract.languages.wordlists import one_of, wordlists

__all__ = [
    "ADVERBS",
    "ANY",
    "FOREIGN",
    "LIST",
    "PARTNER_JOINT",
    "STARTS",
    "VERB",
    "VERBS",
    "WORDS",
    "any_word",
    "positions",
]

WORDS = wordlists("zh", "activities")
"""The word lists of joint acts."""


def any_word(words: Iterable[str]) -> str:
    """Write the source of a pattern that matches one of many words and looks at the first character before the words.

    Args:
        words: The words, in any order.

    Returns:
        The source of a group that captures nothing.

    Example:
        >>> any_word(["合办", "合作"])
        '(?:(?=[合])(?:合作|合办))'
    """
    known = set(words)
    return rf"(?:(?=[{''.join(sorted({word[0] for word in known}))}]){one_of(known)})"


_KINDS = (
    *("signs", "agrees", "publishes", "produces", "launches", "trains", "sends-mission", "speaks", "informs"),
    *("attends", "consults", "organizes", "supports", "cooperates", "carries-out"),
)
VERBS: dict[str, str] = {verb: kind for kind in reversed(_KINDS) for verb in WORDS[kind]}
"""The kind of activity that each verb says."""

ANY = f"[{SIGNS}]"
"""Whoever can take part, as the source of a pattern; so are those that follow."""

VERB = rf"(?:{any_word(VERBS)})(?!者|伙伴|组织|框架|方案|社|下)"
ADVERBS = rf"(?:{any_word(WORDS['adverbs'])}|(?:合作|协作|联合|密切合作)(?={VERB}|[为在于就对向]))"

_MODIFIERS = rf"{any_word(WORDS['modifiers'])}{{0,2}}"
_TAIL = rf"(?:的?{any_word(WORDS['tails'])})?(?!其他|其它)"
_ITEM = (
    rf"(?:{ANY}{{0,2}}{ACTOR}{_TAIL}|{STATE}{any_word(WORDS['state_tails'])}?(?!{ANY})"
    rf"|{GROUP}{_TAIL})"
)
_JOINT = any_word(WORDS["joints"])
_NAME_JOINT = any_word(word for word in WORDS["joints"] if word not in WORDS["with"])
_NOT_IN_NAMES = any_word([*VERBS, *WORDS["joints"], "的", "在", "于"])
_LETTER = f"[^，；。：、{SIGNS}{PLACE}]"
# A body that no registry holds may stand in the list; no verb may.
FOREIGN = rf"(?:(?!{_NOT_IN_NAMES}){_LETTER}){{2,16}}"
_OTHERS = rf"(?:(?:{_JOINT}|等){ANY}?(?:其他|其它)?(?:合作伙伴|(?:(?!{_NOT_IN_NAMES}){_LETTER}){{0,12}}?)){{1,3}}?"
_AMONG = r"(?:\((?:包括|如|例如|特别是)|，(?:包括|特别是))"
LIST = (
    rf"{_MODIFIERS}{_ITEM}"
    rf"(?:(?:{_JOINT}(?:{FOREIGN}{_NAME_JOINT})*|{_AMONG}){_MODIFIERS}{_ITEM}\)?)*+(?:{_OTHERS})?"
)

_BEFORE = (*WORDS["planned"], *WORDS["planned_or_noun"], *WORDS["barring"], *WORDS["prepositions"])
STARTS = (
    rf"(?:{ADVERBS}|{any_word(_BEFORE)}|{VERB}|{any_word(WORDS['with'])}{ANY}|{any_word(WORDS['towards'])}|\d{{4}}年"
    rf"|{any_word(WORDS['predicates'])}|[，。；]|$)"
)
"""What follows a list of actors that stands for itself and qualifies no noun."""

PARTNER_JOINT = re.compile(
    rf"(?:(?<={ANY})|(?<=[会府署处团员长表局]))(?:[与同跟]|会同|连同)(?={_MODIFIERS}{ANY}|{FOREIGN})"
)
"""The word in a list before which those stand who lead, and after which their partners."""

_COUNTED = re.compile(rf"{ANY}*(?P<last>{ANY})(?!其他|其它)")


def positions(text: str, span: tuple[int, int]) -> tuple[int, ...]:
    """Give where the participants of a list stand.

    Args:
        text: A text with signs.
        span: Where the list stands in it.

    Returns:
        Positions; of signs that follow one another the last, which those before it qualify.

    Example:
        >>> positions(f"{ACTOR}、{STATE}{ACTOR}和{ACTOR}其他伙伴", (0, 11))
        (0, 3)
    """
    return tuple(match.start("last") for match in _COUNTED.finditer(text, *span))
