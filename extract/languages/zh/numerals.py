"""Chinese numerals and dates as documents print them."""

import re

__all__ = ["NUMERAL", "digits", "iso_date", "number"]

NUMERAL = r"(?:[零〇一二三四五六七八九十百两]{1,7}|\d{1,3})"
"""A number in words or digits, as the source of a regular expression."""

_DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "0": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_UNITS = {"十": 10, "百": 100}
_WORDS = re.compile(r"[零〇○0一二三四五六七八九十百两]+")


def number(text: str) -> int:
    """Read a number below one thousand.

    Args:
        text: Digits, or Chinese numerals.

    Returns:
        The number.

    Raises:
        ValueError: The text is no number.

    Example:
        >>> [number(text) for text in ("七十九", "十一", "二十", "一百零二", "一百一十", "64")]
        [79, 11, 20, 102, 110, 64]
    """
    if not _WORDS.fullmatch(text):
        return int(text)
    total = digit = 0
    for character in text:
        if unit := _UNITS.get(character):
            total, digit = total + (digit or 1) * unit, 0
        else:
            digit = digit * 10 + _DIGITS[character] if character not in "零〇○0" or digit else 0
    return total + digit


def digits(text: str) -> str:
    """Write a number in Arabic numerals, whether it is spoken with its units or digit by digit.

    Args:
        text: Digits, or Chinese numerals.

    Returns:
        The digits.

    Example:
        >>> [digits(text) for text in ("一九六六", "三二〇一", "二十五", "十", "64")]
        ['1966', '3201', '25', '10', '64']
    """
    if not _WORDS.fullmatch(text):
        return text
    if len(text) > 1 and not _UNITS.keys() & set(text):
        return "".join(str(_DIGITS[character]) for character in text)
    return str(number(text))


def iso_date(year: str, month: str | None = None, day: str | None = None) -> str:
    """Write a date of year, month and day as printed in ISO form, at the precision of what is given.

    Args:
        year: Four digits.
        month: One or two digits, or None.
        day: One or two digits, or None.

    Returns:
        The date.

    Example:
        >>> iso_date("2022", "6", "21"), iso_date("2026")
        ('2022-06-21', '2026')
    """
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
