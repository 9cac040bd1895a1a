"""How Chinese resolutions word their acts: opening verbs, those that follow, due dates and reports."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.languages.wordlists import one_of, wordlists
from extract.languages.zh.addressees import BOTH, DOUBTFUL, EDGES, HEAD, LINK, OF, OF_ANOTHER, OFFICER, REACH, WHOSE
from extract.languages.zh.numerals import NUMERAL, iso_date, number
from extract.mandate_acts import Act, is_past

__all__ = [
    "AFTER_SESSION",
    "BEFORE_SESSION",
    "BOTH",
    "COMMA",
    "DOUBTFUL",
    "EDGES",
    "HEAD",
    "LINK",
    "OF",
    "OFFICER",
    "OF_ANOTHER",
    "REACH",
    "WHOSE",
    "acts",
    "asks_report",
    "decides",
    "due",
    "hands_in_to",
    "opening",
]

COMMA = "，"
"""What joins the parts of a paragraph."""

BEFORE_SESSION = re.compile("")
"""What may stand between the name of a body and the words that give its session: nothing."""

AFTER_SESSION = re.compile(r"(?!)")
"""The words that give a session before the name of its body: there are none."""

_TABLES = wordlists("zh", "mandates")
_ASKING = frozenset(_TABLES["asking"])
_FOLLOWING = frozenset(_TABLES["following"])
_FOLLOWING_ASKING = frozenset(_TABLES["following_asking"])
_FOLLOWING_BARE = frozenset(_TABLES["following_bare"])
_FOLLOWING_ASKED_BARE = frozenset(_TABLES["following_asked_bare"])
_ASKING_BARE = frozenset(_TABLES["asking_bare"])
# 通过 adopts something named or attached; before anything else it says by what means.
_ADOPTS = rf"通过(?={one_of(_TABLES['adopting'])})"
_VERB = rf"(?:{one_of((*_TABLES['asking'], *_TABLES['declaring']))}|{_ADOPTS})"
# Numbers are bounded, or hostile text would take time without end.
_ADVERBS = rf"{one_of(wordlists('zh', 'verbs')['adverbs'])}{{0,4}}"
_LEAD = rf"(?:{one_of(_TABLES['leads'])}，?)"
_JOIN = one_of(_TABLES["joins"])
# 确认并申明 is one act; 请…并邀请… are two, and 并请 begins the second.
_PHRASE = re.compile(
    rf"(?P<join>{_JOIN}{{0,3}})(?P<lead>{_LEAD}{{0,2}})(?P<rest>{_ADVERBS}(?P<verb>{_VERB})"
    rf"(?:并{_ADVERBS}(?!{one_of(_TABLES['asking'])}){_VERB}|和{one_of(_TABLES['felt'])}(?!的))?)"
)
_LATE_START = re.compile(one_of(_TABLES["late_starts"]))
_LATE_VERB = one_of((*_TABLES["following_bare"], *_TABLES["asking_bare"]))
_LATE = re.compile(
    rf"(?<=，){_LEAD}{{0,2}}{_ADVERBS}(?P<verb>{_LATE_VERB})"
    rf"|{_ADVERBS}表示{_ADVERBS}{one_of(_TABLES['expressed'])}|采取行动$"
)
_MASKED = re.compile(r"“[^”]*”|《[^》]*》|\([^()]*\)|——[^—。；]*——")
_SEPARATOR = re.compile(r"[，；。]")
_CLOSING = "，；。：、 \n"
_ASKED_AGAIN = re.compile(rf"并(?={one_of(_TABLES['asking_bare'])})")
_MEANS = re.compile(rf"(?:包括|以及|并|和|特别是){{0,3}}{one_of(_TABLES['means'])}")
_REPORTED = re.compile(one_of(_TABLES["reported"]))
_PARTED = re.compile(rf"{one_of(_TABLES['parted'] + _TABLES['leads'])}+，?")
_STRONG = re.compile(one_of(_TABLES["joins"]) + "+")
_TOLD_APART = ("并", "又", "还")
_LONGEST_LIST = 60
_CONTENT = re.compile(one_of(_TABLES["content"]))
# 强调必须… states what the organ holds; 强调妇女的作用 may be what somebody is asked to do.
_NEED = re.compile("强调[^，；。]{0,24}(?:必须|必要|需要|应)")


def opening(text: str) -> Act | None:
    """Find the verb phrase that governs a paragraph.

    Args:
        text: The words of the paragraph, number left out.

    Returns:
        The act that opens it, its clause running to the end; None where no verb is known.

    Example:
        >>> [opening(text).printed for text in ("又回顾其决议，", "在这方面，欢迎举行会议，", "对局势再次表示关切，")]
        ['又回顾', '在这方面欢迎', '再次表示关切']
        >>> opening("联合国的宗旨，") is None
        True
    """
    return _opening(text, _mask(text))


def _opening(text: str, masked: str) -> Act | None:
    found = _PHRASE.match(masked)
    if found is None and _LATE_START.match(masked):
        found = _LATE.search(masked.rstrip(_CLOSING))
    if found is None:
        return None
    printed = found[0].replace("，", "")
    verb = found.groupdict().get("verb") or ""
    start, end = found.span()
    return Act(start, end, len(text.rstrip(_CLOSING)), _opening_verb(printed), printed, verb in _ASKING)


def acts(text: str) -> tuple[Act, ...]:
    """Split a paragraph into its acts.

    Args:
        text: The words of the paragraph, number left out.

    Returns:
        The acts in order; a verb inside the content of an act is none.

    Example:
        >>> [(act.verb, act.asks) for act in acts("欢迎议联的行动，并鼓励各国议会加强合作，以支持联合国；")]
        [('欢迎', False), ('鼓励', True)]
        >>> [act.verb for act in acts("欢迎议联作出贡献，包括通过其努力，鼓励各国议会参与评估；")]
        ['欢迎']
    """
    masked = _mask(text)
    first = _opening(text, masked)
    if first is None:
        return ()
    found = [first]
    for start, joined in _places(masked, first.verb_end):
        act = _next(text, masked, start, joined, found)
        if act is not None:
            found.append(act)
    return tuple(_bounded(text, found))


def _places(masked: str, position: int) -> Iterator[tuple[int, bool]]:
    """Where an act may begin: after a comma, and at 并请 right in a clause that has no content yet."""
    places = {match.end(): False for match in _SEPARATOR.finditer(masked, position)}
    places.update({match.start(): True for match in _ASKED_AGAIN.finditer(masked, position)})
    yield from sorted(places.items())


def _next(text: str, masked: str, start: int, inside: bool, found: list[Act]) -> Act | None:
    last = found[-1]
    match = _PHRASE.match(masked, start)
    if match is None or start < last.verb_end:
        return None
    if inside and masked[start - 1] not in "，；。" and not _lists_names_only(masked[last.verb_end : start], last):
        return None
    before = masked[last.verb_end : start].rstrip(_CLOSING)
    segment = before[max(before.rfind(mark) for mark in "，；。") + 1 :]
    if not _is_act(match, last, before, segment):
        return None
    verb = _following_verb(match, last, {act.verb for act in found})
    return Act(start, match.end(), len(text), verb, match[0].replace("，", ""), match["verb"] in _ASKING)


def _lists_names_only(words: str, last: Act) -> bool:
    """Whether nothing but names stands after an asking verb, so that 并邀请 asks others for the same."""
    return last.asks and len(words) <= _LONGEST_LIST and not _CONTENT.search(words)


def _is_act(match: re.Match[str], last: Act, before: str, segment: str) -> bool:
    """Tell an act of the organ from a verb in the content of the act before it, by how the two are joined."""
    verb, joined = match["verb"], bool(match["join"] or match["lead"])
    if _REPORTED.search(before) and verb not in _ASKING:
        return False
    if verb in _ASKING:
        return joined or (not _MEANS.match(segment) and (not last.asks or verb in _ASKING_BARE))
    if joined:
        return verb in (_FOLLOWING_ASKING if last.asks else _FOLLOWING)
    if _MEANS.match(segment):
        return False
    if last.asks:
        return verb in _FOLLOWING_ASKED_BARE or _NEED.match(match.string, match.start("verb")) is not None
    return verb in _FOLLOWING_BARE


def _opening_verb(printed: str) -> str:
    """What names the act: 在这方面邀请 is 邀请, 又鼓励 stays."""
    return _PARTED.sub("", printed) or printed


def _following_verb(match: re.Match[str], last: Act, used: set[str]) -> str:
    """The bare verb; 并 stays where the act would else be taken for one before it or for what that one asks."""
    bare = _STRONG.sub("", match["rest"], count=1) if _STRONG.match(match["rest"]) else match["rest"]
    bare = _PARTED.sub("", bare) or bare
    doubtful = bare in used or (last.asks and match["verb"] not in _ASKING)
    return match["join"][0] + bare if doubtful and match["join"][:1] in _TOLD_APART else bare


def _bounded(text: str, found: list[Act]) -> Iterator[Act]:
    ends = [act.start for act in found[1:]] + [len(text)]
    for act, end in zip(found, ends, strict=True):
        yield replace(act, end=max(act.verb_end, len(text[:end].rstrip(_CLOSING))))


def _mask(text: str) -> str:
    """Blot out titles, quotations and brackets, length kept: their verbs are no acts."""
    return _MASKED.sub(lambda match: match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1], text)


_SESSION = re.compile(rf"第({NUMERAL})届(?:特别|紧急特别)?(?:会议|常会|年会|(?=[和、]第))(?!之后|以后|后|以来)")
_LEADS_TO_SESSION = re.compile(r"(?:向|在|于|供|给|至|提交|提请|送交|列入)[^，；。]{0,24}$")
_DATE = re.compile(
    r"(?P<latest>(?:至迟|最迟|不迟于|不晚于)[在于]?)?(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?"
    r"(?P<before>[年月]?(?:底|末|初|中)?(?:之前|以前|前)(?![^，；。]{0,6}了))?"
)
_SETTLING = re.compile("决定|议定|商定|同意")
_HANDED_IN = re.compile("[^，；。]{0,30}(?:提交|提出|报告|通报|汇报|介绍)")
_REPORT = re.compile("|".join(_TABLES["reports"]))  # the entries are patterns


def due(text: str, since: str | None = None) -> tuple[str, int | None] | None:
    """Find until when something is asked for.

    Args:
        text: The clause of an act.
        since: ISO date of the document; a date before it is no time by which something is due.

    Returns:
        The number of a session and where in the clause it stands, or an ISO date and None; None where no time is set.

    Example:
        >>> due("请秘书长向大会第七十九届会议提交一份报告")
        ('79', 7)
        >>> due("请委员会至迟在2015年7月10日提交报告")[0], due("回顾2015年7月10日的决议")
        ('2015-07-10', None)
    """
    for match in _SESSION.finditer(text):
        if _LEADS_TO_SESSION.search(text[: match.start()]):
            return str(number(match[1])), match.start()
    for match in _DATE.finditer(text):
        if match["latest"] or match["before"]:
            date = iso_date(match["year"], match["month"], match["day"])
            if not is_past(date, since):
                return date, None
    return None


def decides(verb: str) -> bool:
    """Tell whether an act settles something, as 决定 does, so that a time in it is a time set.

    Example:
        >>> decides("又决定"), decides("回顾")
        (True, False)
    """
    return _SETTLING.search(verb) is not None


def hands_in_to(text: str, start: int, end: int) -> bool:
    """Tell whether the name at ``start`` is that of whoever gets what is asked for.

    Example:
        >>> hands_in_to("在2026年6月前向安全理事会提交报告", 10, 15)
        True
    """
    return text[:start].endswith("向") and _HANDED_IN.match(text, end) is not None


def asks_report(text: str) -> bool:
    """Tell whether the clause of an asking act asks for a report.

    Example:
        >>> asks_report("请秘书长就本决议执行情况提出报告"), asks_report("请秘书长在报告中反映议会的作用")
        (True, False)
    """
    return _REPORT.search(_mask(text)) is not None
