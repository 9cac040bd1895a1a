"""When and where a joint act takes place, in an English text with signs."""

import re

from extract.joint_acts import PLACE, STATE, JointAct
from extract.languages.en.activity_lists import VERB, WORDS, any_word

__all__ = ["DATE", "location", "period", "place_states"]

_MONTHS = {month: number for number, month in enumerate(WORDS["months"], 1)}
_MONTH = any_word(_MONTHS)
_DAY = r"\d{1,2}"
_JOINT = r"(?: and | to | or |, |-|–)"
_POINT = rf"(?:(?:{_DAY} )?{_MONTH} \d{{4}}|\d{{4}}(?![\d/-]| (?:Agenda|World|Review)))"
DATE = rf"(?:(?:{_DAY}(?: {_MONTH}(?: \d{{4}})?)?|{_MONTH} \d{{4}}|{_MONTH}|\d{{4}}){_JOINT}){{0,4}}{_POINT}"
"""A date or several, as the source of a pattern."""

_DATED = re.compile(
    r"(?:\b(?i:in|on|from|since|during|between|of)|,) "
    rf"(?:early |late |mid-)?(?P<date>{DATE})(?! (?:to|and) (?:{_DAY} )?{_MONTH}\b)"
)
_PART = re.compile(
    rf"(?:(?P<day>{_DAY}) )?(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?|(?P<only>\d{{4}})|(?P<bare>{_DAY})"
)
_OF_OTHERS = re.compile(r"\b(?:\w+ed|begun|made|given|(?:resolution|report|decision|agreement|plan|budget|period)s?)$")
_CLAUSE = re.compile(rf"\b{any_word(WORDS['boundaries'])}\b")
_ITS_OWN = re.compile(rf"(?:held|{VERB})$")
_NAME = rf"(?!{any_word([*WORDS['months'], *WORDS['no_location']])}\b)[A-Z][\w'-]+"
_AT = re.compile(
    rf"\b(?:[Ii]n|[Aa]t) (?P<place>(?P<city>{_NAME}(?: {_NAME}){{0,3}})(?:, (?:the )?(?P<state>[{STATE}{PLACE}]))?)"
    rf"(?=[,.;:)]|$| (?:in|on|from|and|with|by|to|for|during|under)\b)"
)
_CITY_STATE = re.compile(rf"\b(?:in|at) {_NAME}(?: {_NAME}){{0,3}}, (?:the )?(?={STATE})")
_MORE_STATES = re.compile(rf"{PLACE}(?:(?:, (?:the )?{STATE})*,? and (?:the )?{STATE})(?=[,.;]|$)")
_IN_STATE = re.compile(
    rf"\b[Ii]n (?:the )?(?P<place>(?P<state>{PLACE})(?P<more>(?:, (?:the )?{PLACE})*,? and (?:the )?{PLACE})?)"
)
_ELSEWHERE = re.compile(rf", (?!(?:in|on|at|from) |(?:the )?[{STATE}{PLACE}])")
_OPENS = re.compile(r"(?:^(?:\W|\d)*|[;:,.] )$")


def place_states(text: str) -> str:
    """Mark as places the States behind the name of a town, and those that go on a list of places.

    Args:
        text: A text with signs.

    Returns:
        A text as long.

    Example:
        >>> place_states(f"held in Lima, {STATE}, by") == f"held in Lima, {PLACE}, by"
        True
    """
    for match in _CITY_STATE.finditer(text):
        text = text[: match.end()] + PLACE + text[match.end() + 1 :]
    for match in _MORE_STATES.finditer(text):
        text = text[: match.start()] + match[0].replace(STATE, PLACE) + text[match.end() :]
    return text


def period(text: str, act: JointAct) -> str | None:
    """Read when a joint act takes place.

    Args:
        text: A text with signs.
        act: An act that it holds.

    Returns:
        An ISO date at the precision of the text; two with a solidus between for a period, ``..`` for an open end.
        None where the sentence does not say it of the act.

    Example:
        >>> act = JointAct(16, 33, (20, 29), "organizes", {})
        >>> period("In May 2022, we organized a forum", act), period("Since May 2022, we organized a forum", act)
        ('2022-05', '2022-05/..')
    """
    floor = text.rfind(";", 0, act.start) + 1
    for first, last in ((floor, act.verb[0]), (act.verb[1], act.end)):
        for match in _DATED.finditer(text, first, last):
            if match.end() <= act.start:
                # What opens a clause says its time; what stands in another clause before it does not.
                opens = _OPENS.search(text, 0, match.start()) is not None
                own = opens and _CLAUSE.search(text, match.end(), act.start) is None
            else:
                before = text[max(0, match.start() - 24) : match.start()].rstrip()
                own = _OF_OTHERS.search(before) is None or _ITS_OWN.search(before) is not None
            if own:
                return _iso(match["date"], match[0][:5].lower() == "since")
    return None


def _iso(words: str, is_open: bool) -> str:
    dates = _dates(words)
    if is_open:
        return f"{dates[0]}/.."
    return dates[0] if dates[0] == dates[-1] else f"{dates[0]}/{dates[-1]}"


def _dates(words: str) -> list[str]:
    """Give the dates of a list; an earlier one takes over what it leaves out."""
    year, month, found = "", 0, list[str]()
    for match in reversed(list(_PART.finditer(words))):
        year = match["only"] or match["year"] or year
        if match["month"]:
            month = _MONTHS[match["month"]]
        day = match["day"] or match["bare"]
        of_month = f"-{month:02}" if month and not match["only"] else ""
        found.append(f"{year}{of_month}{f'-{int(day):02}' if day and of_month else ''}")
    return found[::-1]


def location(text: str, act: JointAct) -> tuple[int | None, tuple[int, int] | None]:
    """Find where a joint act takes place.

    Args:
        text: A text with signs.
        act: An act that it holds.

    Returns:
        The position of the State and the span of the place as printed, each None where there is none.

    Example:
        >>> location(f"In {PLACE}, we held a forum", JointAct(6, 23, (9, 13), "organizes", {}))
        (3, (3, 4))
    """
    text = place_states(text)
    floor = text.rfind(";", 0, act.start) + 1
    for pattern in (_AT, _IN_STATE):
        # What stands behind a comma may be the place of something else.
        comma = _ELSEWHERE.search(text, act.verb[1], act.end)
        inside = pattern.search(text, act.verb[1], comma.start() if comma is not None else act.end)
        # What stands before an act is its place only where it opens the clause.
        opening = (
            match for match in pattern.finditer(text, floor, act.verb[0]) if _OPENS.search(text, 0, match.start())
        )
        found = inside or next(opening, None)
        if found is not None:
            several = "more" in pattern.groupindex and found["more"]
            return (found.start("state") if found["state"] and not several else None), found.span("place")
    return None, None
