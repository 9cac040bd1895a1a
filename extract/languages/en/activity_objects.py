"""The object of a joint act in English: with whom, for whom and at whose event a verb says something is done."""

import re

from extract.joint_acts import SIGNS
from extract.languages.en.activity_lists import ANY, LED_LIST, LIST, WORDS, Form, any_word, positions

__all__ = ["HELPING", "participants"]

_WITH = re.compile(rf"\bwith {LED_LIST}")
_DIRECT = re.compile(rf"(?: \w+ly)? (?:to )?(?P<who>{LIST})")
_WORK = any_word(WORDS["work_nouns"])
_OWNED = re.compile(
    rf" (?:the )?(?:(?P<who>[{SIGNS}])(?:'s?)? (?:[\w-]+ ){{0,3}}?{_WORK}\b(?! by)"
    rf"|(?:[\w-]+ )?{_WORK} of (?:the )?(?P<whose>{LIST}))"
)
_TO = re.compile(
    rf"\bto (?:(?:the|its|their) (?:\w+ )?{_WORK} of )?{LED_LIST}"
    rf"|\b{any_word(WORDS['aids'])} (?:for|of) {LED_LIST.replace('<who>', '<for>')}"
)
_BETWEEN = re.compile(rf" (?:[\w-]+ ){{1,4}}?between {LED_LIST}")
_FOR = re.compile(rf"{any_word(WORDS['events'])}s?(?: \w+)? for (?P<who>{LIST})")
_ATTENDED = re.compile(
    rf"[^,;]{{0,120}}?\b(?:of|by) (?P<who>{LIST})"
    rf"|[^,;]{{0,60}}? (?P<its>{ANY})(?:'s)? (?:\w+ ){{0,2}}{any_word(WORDS['events'])}\b"
)
_NOT_WITH = re.compile(
    r"\b(?:accordance|line|compliance|conformity|keeping|connection|consistent|compl\w+|deal\w*|concerned|associated"
    r"|compared|familiar)$"
)
_TIES = re.compile(rf"\b{any_word(WORDS['ties'])}\b")
_TALKS = re.compile(rf"\b{any_word(WORDS['talks'])}\b")
_PACTS = re.compile(rf"\b{any_word(WORDS['pacts'])}\b")
_TO_DO = re.compile(r"\bto [a-z]+|\b(?:on|about|regarding|concerning|for)\b")
_LINKING = frozenset({"cooperates", "consults", "signs", "agrees"})
_LIGHT = frozenset(WORDS["light"])
_NO_WITH = frozenset(WORDS["no_with"])
HELPING = frozenset(WORDS["helping"])
"""Verbs whose object is helped."""

_MEDIATING = frozenset(WORDS["mediating"])
_GIVING = frozenset(WORDS["giving"])
_MEETING = frozenset(WORDS["meeting"])


def participants(text: str, form: Form, after: int, ends: int) -> tuple[str, dict[str, tuple[int, ...]]]:
    """Read the object of a verb.

    Args:
        text: A text with signs.
        form: The verb.
        after: Where it ends.
        ends: Where what is said of its subject ends.

    Returns:
        The kind of the act, and who has a part in it there, positions by role.

    Example:
        >>> participants("we held talks with \ue000.", Form("organizes", "hold", "both"), 7, 20)
        ('consults', {'partner': (19,)})
    """
    base, kind = form.base, form.kind
    if kind == "attends":
        host = _ATTENDED.match(text, after, ends)
        return kind, {"host": _named(text, host)} if host is not None else {}
    found: dict[str, tuple[int, ...]] = {}
    if base in _MEETING and (met := _DIRECT.match(text, after, ends)) is not None:
        found["partner"] = _named(text, met)
    elif (served := _served(text, form, after, ends)) is not None:
        found["recipient"] = _named(text, served)
    if base not in _NO_WITH and (tied := _WITH.search(text, after, ends)) is not None:
        between = text[after : tied.start()].strip(" ,")
        said = _linked(kind, base, between)
        if said is not None and not _NOT_WITH.search(between):
            kind, found["partner"] = said, found.get("partner", ()) + _named(text, tied)
    return kind, found


def _named(text: str, match: re.Match[str]) -> tuple[int, ...]:
    """Give the positions of the list that a match holds in one of its groups."""
    group = next(name for name, held in match.groupdict().items() if held is not None)
    return positions(text, match.span(group))


def _served(text: str, form: Form, after: int, ends: int) -> re.Match[str] | None:
    """Find for whom something is done."""
    found: re.Match[str] | None = None
    if form.base in HELPING:
        found = _DIRECT.match(text, after, ends) or _OWNED.match(text, after, ends)
    if found is None and form.base in _GIVING:
        found = _TO.search(text, after, ends)
    if found is None and form.base in _MEDIATING:
        found = _BETWEEN.match(text, after, ends)
    if found is None and form.kind == "organizes":
        found = _FOR.search(text, after, ends)
    return found


def _linked(kind: str, base: str, between: str) -> str | None:
    """Give the kind of an act whose verb takes a partner with what stands between them; None where it takes none."""
    if base in _LIGHT:
        for pattern, said in ((_PACTS, "signs"), (_TALKS, "consults"), (_TIES, "cooperates")):
            if pattern.search(between):
                return said
    if kind in _LINKING:
        return kind if len(between) < 100 else None
    return None if "," in between or _TO_DO.search(between) or _TIES.search(between) else kind
