"""How Chinese documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance."""

import re
from typing import Any

from extract.languages.wordlists import wordlists
from extract.languages.zh.numerals import NUMERAL, iso_date, number
from extract.masthead_words import items_between

__all__ = [
    "CORNER",
    "SEPARATOR",
    "agenda_items",
    "author",
    "date",
    "document_type",
    "is_adoption",
    "is_committee",
    "issued",
    "joined_sponsors",
    "meeting",
    "organ_year",
    "own_number",
    "session",
    "sponsor_names",
    "titles",
]

_DATA: dict[str, Any] = wordlists("zh", "masthead")
_TYPES = tuple((re.compile(pattern), label) for pattern, label in _DATA["types"])
_AUTHORS = (re.compile(_DATA["author"]), re.compile(_DATA["letter_author"]))
_SPONSORS = re.compile(_DATA["sponsors"])
_JOINED = re.compile(_DATA["joined"])
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
        >>> own_number("联合国安全理事会第1244号决议"), own_number("执行大会第76/270号决议")
        ('1244', None)
    """
    match = _OWN_NUMBER.match(line)
    found = match and (match["headed"] or match["wrapped"])
    return found.replace(" ", "") if found else None


_PLAIN = r"(?:(?:E?S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?|\d{1,4}(?: ?[A-Z])? ?\((?:E?S-)?(?:[IVXLC]+|\d{4})\))"
_OWN_NUMBER = re.compile(
    rf"(?P<headed>{_PLAIN})(?:[.．]|$)"
    rf"|(?:联合国)?(?:大会|安全理事会|安理会|(?:经济及社会|人权)理事会)?第(?P<wrapped>{_PLAIN}|\d{{1,4}})号(?:决议|决定)$"
)


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


def organ_year(line: str) -> int | None:
    """Read the year by which the Security Council or the Economic and Social Council counts its documents.

    Example:
        >>> organ_year("第七十五年"), organ_year("2019年届会"), organ_year("第七十五届会议"), organ_year("2019年")
        (2020, 2019, None, None)
        >>> organ_year("2015年第一届常会")
        2015
    """
    match = _YEAR.fullmatch(line)
    if match is None:
        return None
    return int(match["year"]) if match["year"] else _BEFORE_FIRST_YEAR + number(match["counted"])


# The Security Council met first in 1946.
_BEFORE_FIRST_YEAR = 1945
_YEAR = re.compile(
    rf"第(?P<counted>{NUMERAL})年"
    rf"|(?P<year>(?:19|20)\d\d)年(?:第{NUMERAL}届)?(?:届会|会议|常会|年会|[^，。；]{{2,4}}会议)"
)
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
            found += items_between(last, (item, letters)) if match["to"] and last else []
            found.append(item + letters)
        last = (item, letters)
    return tuple(dict.fromkeys(found))


_AGENDA = re.compile(r"(?:临时|补充|暂定)?(?:议程)?(?:草案)?[*]*项目[:：]?\s*(?=\d)")
_ITEM = re.compile(r"(?P<to>[至到\-–])?\s*(?:(?P<item>\d{1,3})\s*)?(?P<letters>(?:\([a-z]{1,4}\)\s*)+)?(?<=[\d)])")


def document_type(line: str) -> str | None:
    """Tell the kind of document from a line that names it.

    Example:
        >>> document_type("秘书长的报告"), document_type("白俄罗斯和中国：决议草案"), document_type("第三委员会")
        ('report-sg', 'draft-resolution', None)
        >>> document_type("2010年9月20日常驻代表给秘书长的信"), document_type("独立专家的报告")
        ('letter', 'report-expert')
    """
    return next((label for pattern, label in _TYPES if pattern.search(line)), None)


def author(line: str) -> str | None:
    """Give the name of whoever reports, proposes or writes, from the line that says so.

    Example:
        >>> author("秘书长的报告"), author("秘书处关于工作方法的说明"), author("第三委员会")
        ('秘书长', '秘书处', None)
        >>> author("2015年2月6日卡塔尔常驻联合国代表给安全理事会主席的信")
        '卡塔尔'
    """
    return next((match["name"] for pattern in _AUTHORS if (match := pattern.match(line))), None)


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
    """Read the date that a line gives: of adoption, of a letter, of a meeting, or of issue.

    Example:
        >>> date("2022年6月21日"), date("2014年10月31日大会决议"), date("20 September 2010")
        ('2022-06-21', '2014-10-31', '2010-09-20')
        >>> date("1994年5月17日安全理事会第3377次会议通过"), date("安全理事会2020年7月14日第8748次会议通过")
        ('1994-05-17', '2020-07-14')
        >>> date("2005年世界首脑会议成果"), date("2015年3月11日星期三上午10时在纽约总部举行")
        (None, '2015-03-11')
    """
    if match := _DATE.match(line):
        return iso_date(*(match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)))
    return issued(line)


def issued(line: str) -> str | None:
    """Read the date of issue: a day or month in the corner of the first page, which says nothing of adoption.

    Example:
        >>> issued("Distr.: General 20 September 2010"), issued("2016年7月21日"), issued("2014年10月31日大会决议")
        ('2010-09-20', '2016-07-21', None)
        >>> issued("2020年3月"), issued("2020年3月的会议")
        ('2020-03', None)
    """
    if match := _ISSUED.search(line):
        return iso_date(match[3], str(_MONTHS.index(match[2]) + 1), match[1])
    day = _ISSUED_DAY.fullmatch(line)
    return iso_date(*day.group(1, 2, 3)) if day else None


_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_DATE = re.compile(
    rf"\[?{_DAY}(?:$|[^，。；]{{0,20}}(?:决议|决定)$|[^，。；]{{0,60}}通过|[^，。；]{{2,120}}的(?:同文)?(?:信|函|普通照会)$"
    rf"|[，,]?\s*星期[一二三四五六日](?:[，,]?[^，。；：]{{2,30}})?$)"
    rf"|[^，。；\d]{{2,20}}{_DAY}(?:[^，。；]{{0,40}}通过(?:的(?:决议|决定))?|(?:的?(?:决议|决定)))\]?$"
)
_ISSUED = re.compile(rf"(?:^|\s)(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})(?=$|\s)")
_ISSUED_DAY = re.compile(r"(?:[^，。；\d]{0,8}\s)?(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")


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


def joined_sponsors(line: str) -> str | None:
    """Give the list of those who joined a draft as sponsors after it was issued.

    Args:
        line: A paragraph of an addendum to a draft.

    Returns:
        The list; empty where it stands on the next line; None for another line.

    Example:
        >>> joined_sponsors("在决议草案提案国名单上增列下列国家：")
        ''
        >>> joined_sponsors("阿富汗和马里加入为决议草案提案国。")
        '阿富汗和马里'
        >>> joined_sponsors("欢迎提案国作出的努力") is None
        True
    """
    match = _JOINED.search(line)
    if match is None:
        return None
    return next((found for found in match.group("list", "after", "names") if found is not None), None)


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")

SEPARATOR = re.compile(r"、|，|以及|和|及")
"""What stands between the sponsors of a list."""

CORNER = re.compile(_DATA["corner"])
"""Words that stand beside the symbol in the corner of a first page."""
