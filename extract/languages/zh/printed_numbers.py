"""How Chinese documents print numbers of resolutions and dates, as sources of patterns, and what they say today."""

import re

from extract.languages.zh.numerals import digits, number
from ontology.symbol_resolution import roman_numeral

__all__ = [
    "CODE",
    "DATE",
    "DAY",
    "HAN",
    "NUMBER",
    "OLD_NUMBER",
    "SHORT_DAY",
    "day_of",
    "iso_date",
    "plain_number",
    "supplement",
]

_SESSIONS = 90

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
HAN = "[〇○零0一二三四五六七八九十百]"
_Y, _M, _D = rf"(?:\d{{4}}|[一二]{HAN}{{3}})", rf"(?:\d{{1,2}}|{HAN}{{1,2}})", rf"(?:\d{{1,2}}|{HAN}{{1,3}})"
SHORT_DAY = rf"{_M}月{_D}日"
DAY = rf"{_Y}年{SHORT_DAY}"
DATE = rf"{_Y}年(?:{_M}月(?:{_D}日)?)?"
_YEAR = r"\((?:19|20)\d\d\)"
_ROMAN = r"\((?:E?S-)?[IVXLC]{1,8}\)"
_LETTERS = r"(?: ?[A-Z](?![A-Za-z.])(?:[、和及至][A-Z](?![A-Za-z.]))*)"
# Of other organizations: WHA65.4, GC(56)/RES/12, 58.33.
CODE = r"[A-Z]{2,5}(?:\(\d{1,3}\))?\d{0,3}[./][0-9A-Z./()-]{1,20}"
# Digit 1 is often typed as the letter l.
NUMBER = (
    rf"(?:E?S-\d{{1,2}}/\d{{1,4}}{_LETTERS}?"
    r"|\d{1,3}/(?:CP|CMP|CMA|COP)\.\d{1,2}"
    rf"|[0-9l]{{1,4}}/\n?[0-9l]{{1,4}}{_LETTERS}?"
    rf"|[0-9l]{{1,4}}{_LETTERS}? ?(?:{_YEAR}|{_ROMAN}){_LETTERS}?"
    rf"|\d{{1,4}}(?:\.\d{{1,3}})?|{CODE}"
    rf"|{HAN}{{1,6}}{_LETTERS}? ?(?:\({HAN}{{1,5}}\)|{_YEAR}|{_ROMAN})|{HAN}{{1,5}}/{HAN}{{1,5}}"
    r"|[〇○零一二三四五六七八九]{3,4})"
)

_SUPPLEMENT = re.compile(rf"大会正式记录，第({HAN}{{1,4}})届会议，补编第(\d{{1,3}})号([A-Z]?)")
_FIRST_SESSION_IN_SYMBOLS = 31


def supplement(title: str) -> str | None:
    """Give the symbol that a supplement of the Assembly's official records usually has: its session and number.

    Example:
        >>> supplement("大会正式记录，第六十五届会议，补编第5号")
        'A/65/5'
        >>> supplement("大会正式记录，第六十三届会议，补编第53号A")
        'A/63/53/Add.1'
    """
    found = _SUPPLEMENT.match(title)
    if found is None or number(found[1]) < _FIRST_SESSION_IN_SYMBOLS:
        return None
    letter = f"/Add.{ord(found[3]) - ord('A') + 1}" if found[3] else ""
    return f"A/{number(found[1])}/{found[2]}{letter}"


# Until about 1970 the noun stood before the number: 決議案一五一四(十五).
OLD_NUMBER = rf"{HAN}{{1,6}}{_LETTERS}?\((?:{HAN}{{1,5}}|(?:E?S-)?[IVXLC]{{1,8}}|(?:19|20)\d\d)\)"

_PARTS_OF_DATE = re.compile(rf"({_Y})年(?:({_M})月(?:({_D})日)?)?")


def iso_date(text: str) -> str | None:
    """Turn a printed date into ISO form at its precision.

    Example:
        >>> iso_date("2018年5月22日"), iso_date("1996年"), iso_date("第三章")
        ('2018-05-22', '1996', None)
        >>> iso_date("一九六六年十月二十七日")
        '1966-10-27'
    """
    parts = _PARTS_OF_DATE.match(text)
    return (
        None
        if parts is None
        else "-".join((part if part.isascii() else digits(part)).zfill(2) for part in parts.groups() if part)
    )


def day_of(year: str, day: str) -> str | None:
    """Turn a printed day without its year into ISO form.

    Example:
        >>> day_of("1973", "10月25日"), day_of("1973", "十月二十五日")
        ('1973-10-25', '1973-10-25')
    """
    return iso_date(f"{year}年{day}")


_WORDS = re.compile(rf"{HAN}+")
_SESSION = re.compile(rf"\(({HAN}{{1,3}})\)")


def plain_number(printed: str) -> str:
    """Write a number as documents print it today: Arabic numerals, and a session before 1976 in Roman ones.

    Args:
        printed: The number as printed, without 第 and 号.

    Returns:
        The same number, for ``extract.numbers.read_number``.

    Example:
        >>> plain_number("二六二六(二十五)"), plain_number("二四二(一九六七)"), plain_number("6l/1")
        ('2626(XXV)', '242(1967)', '61/1')
    """
    if printed.isascii():
        return printed.replace("l", "1").replace("\n", "")
    session = _SESSION.search(printed)
    if session is not None and 0 < number(session[1]) < _SESSIONS:
        printed = printed.replace(session[0], f"({roman_numeral(number(session[1]))})")
    return _WORDS.sub(lambda match: digits(match[0]), printed)
