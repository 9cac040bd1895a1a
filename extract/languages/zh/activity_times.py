"""When and where a joint act takes place, in a Chinese text with signs."""

import re
from collections.abc import Iterator

from extract.joint_acts import PLACE, SIGNS, JointAct
from extract.languages.zh.activity_lists import ADVERBS, ANY, STARTS, VERB, WORDS, any_word
from extract.languages.zh.numerals import iso_date

__all__ = ["DATE", "location", "period"]

_POINT = r"(?:\d{1,2}月)?(?:\d{1,2}日)?"
DATE = (
    rf"(?:\d{{4}}年?[、和至-])*\d{{4}}年{_POINT}(?:[至和、-](?:\d{{4}}年{_POINT}|\d{{1,2}}月{_POINT}|\d{{1,2}}日))*"
    r"(?:年?[底初中末]|[上下]半年|(?:第[一二三四]个?|最后一个)季度|[春夏秋冬]季)?"
)
"""A date or several, as the source of a pattern."""

_SINCE = r"(?P<since>以来|起)?"
# A date that qualifies a noun is that of something else.
_ADVERBIAL = re.compile(rf"(?P<date>{DATE}){_SINCE}(?:期间|间)?(?={STARTS}|{ANY}|{PLACE})(?!{ADVERBS}*{VERB}的)")
_ANY_DATE = re.compile(rf"(?P<date>{DATE}){_SINCE}(?=[在于])")
_PART = re.compile(r"(?:(\d{4})年?)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_LOCATED = any_word(WORDS["located"])
_AT_PLACE = re.compile(rf"{PLACE}[^，；。：{SIGNS}{PLACE}]{{0,8}}?(?={STARTS})")
_AT = re.compile(rf"[在于]([^，；。：的{SIGNS}{PLACE}\d]{{2,8}}?)(?=(?:{ADVERBS})*{_LOCATED})")
_NO_LOCATION = re.compile(rf"{any_word(WORDS['no_location'])}|[上下中内里前后时间]$")


def period(text: str, act: JointAct) -> str | None:
    """Read when a joint act takes place.

    Args:
        text: A text with signs.
        act: An act that it holds.

    Returns:
        An ISO date at the precision of the text; two with a solidus between for a period, ``..`` for an open end.
        None where the sentence does not say it of the act.

    Example:
        >>> act = JointAct(11, 17, (13, 15), "organizes", {})
        >>> period("2022年4月至11月，议联举办会议", act), period("　　自2022年以来，议联举办会议", act)
        ('2022-04/2022-11', '2022/..')
    """
    floor = max(text.rfind(mark, 0, act.start) for mark in "；。") + 1
    verb = act.verb[0]
    inside = next(_ADVERBIAL.finditer(text, act.start, verb), None)
    # What an act brings about need not fall into the time of that act.
    found = inside or (None if act.rule == "effect" else next(_ADVERBIAL.finditer(text, floor, act.start), None))
    if found is None and act.kind == "attends":
        found = next(_ANY_DATE.finditer(text, verb, act.end), None)
    return _iso(found["date"], found["since"] is not None) if found is not None else None


def _iso(words: str, is_open: bool) -> str:
    dates = list(_dates(words))
    if is_open:
        return f"{dates[0]}/.."
    return dates[0] if len(dates) == 1 or dates[0] == dates[-1] else f"{dates[0]}/{dates[-1]}"


def _dates(words: str) -> Iterator[str]:
    """Give the dates of a list; a later one takes over what it leaves out."""
    year, month = "", None
    for match in _PART.finditer(words):
        if not match[0] or not any(match.groups()):
            continue
        if match[1]:
            year, month = match[1], None
        month = match[2] or month
        yield iso_date(year, month, match[3])


def location(text: str, act: JointAct) -> tuple[int | None, tuple[int, int] | None]:
    """Find where a joint act takes place.

    Args:
        text: A text with signs.
        act: An act that it holds.

    Returns:
        The position of the State and the span of the place as printed, each None where there is none.

    Example:
        >>> location(f"在{PLACE}北方，合办会议", JointAct(5, 9, (5, 7), "organizes", {}))
        (1, (1, 4))
    """
    floor = max(text.rfind(mark, 0, act.start) for mark in "；。") + 1
    states = [at for at in range(floor, act.end) if text[at] == PLACE]
    before = [at for at in states if at < act.verb[0]]
    near = before or (states if act.kind == "attends" else [])
    if near:
        at = near[-1]
        named = _AT_PLACE.match(text, at)
        return at, named.span() if named is not None else (at, at + 1)
    for match in _AT.finditer(text, floor, act.end):
        if not _NO_LOCATION.search(match[1]):
            return None, match.span(1)
    return None, None
