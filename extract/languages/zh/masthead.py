"""How Chinese documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance."""

import json
import re
from importlib.resources import files
from typing import Any

from extract.languages.zh.numerals import NUMERAL, iso_date, number

__all__ = [
    "SEPARATOR",
    "agenda_items",
    "author",
    "date",
    "document_type",
    "is_adoption",
    "is_committee",
    "meeting",
    "own_number",
    "session",
    "sponsor_names",
    "titles",
]

_DATA: dict[str, Any] = json.loads(files("extract.languages.zh").joinpath("masthead.json").read_text(encoding="utf-8"))
_TYPES = tuple((re.compile(pattern), label) for pattern, label in _DATA["types"])
_AUTHOR = re.compile(_DATA["author"])
_SPONSORS = re.compile(_DATA["sponsors"])
_COMMITTEE = re.compile(_DATA["committee"])
_NO_TITLE = re.compile(_DATA["no_title"])
_ADOPTED = re.compile(_DATA["adopted"])
_MONTHS: list[str] = _DATA["months"]


def own_number(line: str) -> str | None:
    """Find the number under which a resolution stands at its own head.

    Args:
        line: A line above the opening words, or the line of the title.

    Returns:
        The number without blanks, or None.

    Example:
        >>> [own_number(line) for line in ("76/270.与各国议会的互动", "第918(1994)号决议", "S-27/2.世界")]
        ['76/270', '918(1994)', 'S-27/2']
        >>> own_number("议程项目71(b)"), own_number("2775(XXVI).种族隔离政策"), own_number("1.导言")
        (None, '2775(XXVI)', None)
    """
    match = _OWN_NUMBER.match(line)
    found = match and (match["headed"] or match["wrapped"])
    return found.replace(" ", "") if found else None


_PLAIN = r"(?:(?:E?S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?|\d{1,4}(?: ?[A-Z])? ?\((?:E?S-)?(?:[IVXLC]+|\d{4})\))"
_OWN_NUMBER = re.compile(rf"(?P<headed>{_PLAIN})(?:[.．]|$)|第(?P<wrapped>{_PLAIN})号(?:决议|决定)$")


def session(line: str) -> int | None:
    """Read the number of a regular session.

    Example:
        >>> session("第七十九届会议"), session("大会——第二十六届会议"), session("第65届会议"), session("第六十五年")
        (79, 26, 65, None)
        >>> session("第二十七届特别会议") is None
        True
    """
    match = _SESSION.search(line) if len(line) <= _LONGEST_LINE else None
    return number(match[1]) if match else None


_LONGEST_LINE = 30
_SESSION = re.compile(rf"第({NUMERAL})届(?:会议|常会|续会)$")


def agenda_items(line: str) -> tuple[str, ...]:
    """Read the items of the agenda under which a document is issued.

    Args:
        line: A line of the masthead.

    Returns:
        The items, lists and ranges written out; empty for another line.

    Example:
        >>> agenda_items("议程项目71(b)"), agenda_items("议程项目19和20"), agenda_items("第三委员会")
        (('71(b)',), ('19', '20'), ())
        >>> agenda_items("临时议程项目122(a)、(b)至(d)和(w)")
        ('122(a)', '122(b)', '122(c)', '122(d)', '122(w)')
    """
    heading = _AGENDA.match(line)
    if heading is None:
        return ()
    found: list[str] = []
    last: tuple[str, str] | None = None
    for match in _ITEM.finditer(line, heading.end()):
        if not match["item"] and not match["letters"]:
            continue
        item = match["item"] or (last[0] if last else "")
        letters = (match["letters"] or "").replace(" ", "")
        if item:
            found += _between(last, (item, letters)) if match["to"] and last else []
            found.append(item + letters)
        last = (item, letters)
    return tuple(dict.fromkeys(found))


_AGENDA = re.compile(r"(?:临时|补充|暂定)?(?:议程)?(?:草案)?[*]*项目[:：]?\s*(?=\d)")
_ITEM = re.compile(r"(?P<to>[至到\-–])?\s*(?:(?P<item>\d{1,3})\s*)?(?P<letters>(?:\([a-z]{1,4}\)\s*)+)?(?<=[\d)])")


def _between(first: tuple[str, str], last: tuple[str, str]) -> list[str]:
    """Write out what a range leaves unsaid: (b) to (d) of one item, or items 25 to 30."""
    if first[0] == last[0] and len(first[1]) == len(last[1]) == len("(b)"):
        return [f"{first[0]}({chr(code)})" for code in range(ord(first[1][1]) + 1, ord(last[1][1]))]
    if not first[1] and not last[1]:
        return [str(item) for item in range(int(first[0]) + 1, int(last[0]))]
    return []


def document_type(line: str) -> str | None:
    """Tell the kind of document from a line that names it.

    Example:
        >>> document_type("秘书长的报告"), document_type("白俄罗斯和中国：决议草案"), document_type("第三委员会")
        ('report-sg', 'draft-resolution', None)
        >>> document_type("2010年9月20日常驻代表给秘书长的信"), document_type("独立专家的报告")
        ('letter', 'report')
    """
    return next((label for pattern, label in _TYPES if pattern.search(line)), None)


def author(line: str) -> str | None:
    """Give the name of whoever reports, from the line that says so.

    Example:
        >>> author("秘书长的报告"), author("第三委员会")
        ('秘书长', None)
    """
    match = _AUTHOR.match(line)
    return match["name"] if match else None


def is_committee(line: str) -> bool:
    """Tell whether a line may be the name of a committee.

    Example:
        >>> is_committee("第三委员会"), is_committee("第七十八届会议")
        (True, False)
    """
    return _COMMITTEE.search(line) is not None


def titles(line: str) -> bool:
    """Tell whether a line may be a title: the adoption line of a Security Council resolution is none.

    Example:
        >>> titles("增进人权领域的国际合作"), titles("1994年5月17日安全理事会第3377次会议通过")
        (True, False)
    """
    return _NO_TITLE.search(line) is None


def is_adoption(line: str) -> bool:
    """Tell whether a line says how a resolution came to be adopted.

    Example:
        >>> is_adoption("[没有发交主要委员会而通过(A/76/L.63和A/76/L.63/Add.1)]"), is_adoption("大会，")
        (True, False)
    """
    return _ADOPTED.match(line) is not None


def date(line: str) -> str | None:
    """Read the date of adoption or issue that a line gives.

    Example:
        >>> date("2022年6月21日"), date("2014年10月31日大会决议"), date("20 September 2010")
        ('2022-06-21', '2014-10-31', '2010-09-20')
        >>> date("1994年5月17日安全理事会第3377次会议通过"), date("安全理事会2020年7月14日第8748次会议通过")
        ('1994-05-17', '2020-07-14')
        >>> date("2005年世界首脑会议成果") is None
        True
    """
    if match := _DATE.match(line):
        return iso_date(*(match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)))
    if match := _ISSUED.search(line):
        return iso_date(match[3], str(_MONTHS.index(match[2]) + 1), match[1])
    return None


_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_DATE = re.compile(
    rf"\[?{_DAY}(?:$|[^，。；]{{0,20}}(?:决议|决定)$|[^，。；]{{0,60}}通过|[^，。；]{{2,120}}的(?:同文)?(?:信|函|普通照会)$)"
    rf"|[^，。；\d]{{2,20}}{_DAY}(?:[^，。；]{{0,40}}通过(?:的(?:决议|决定))?|(?:的?(?:决议|决定)))\]?$"
)
_ISSUED = re.compile(rf"(?:^|\s)(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})$")


def meeting(line: str) -> str | None:
    """Give the meeting that a line names.

    Example:
        >>> meeting("第85次全体会议"), meeting("1994年5月17日安全理事会第3377次会议通过"), meeting("第三委员会")
        ('第85次全体会议', '第3377次会议', None)
    """
    match = _MEETING.search(line)
    return match[0].replace(" ", "") if match else None


_MEETING = re.compile(r"第\s?\d{1,5}\s?次(?:全体)?会议(?=$|通过)")


def sponsor_names(line: str) -> str | None:
    """Give the list of sponsors that stands before the words for a draft.

    Example:
        >>> sponsor_names("白俄罗斯、中国和古巴：决议草案"), sponsor_names("决议草案")
        ('白俄罗斯、中国和古巴', None)
    """
    match = _SPONSORS.match(line)
    return _BRACKETS.sub("", match["names"]).replace("*", "") if match else None


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")

SEPARATOR = re.compile(r"、|，|以及|和|及")
"""What stands between the sponsors of a list."""
