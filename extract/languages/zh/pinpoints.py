"""How Chinese documents name a portion of what they cite: 第二章C节第12段(a)分段, 附件一和二, 脚注5."""

import re
from collections.abc import Iterator

from extract.languages.wordlists import one_of, wordlists
from extract.languages.zh.numerals import digits

__all__ = ["PINPOINT", "PINPOINT_APART", "PINPOINT_CHAIN", "PINPOINT_IN_BRACKET", "PINPOINT_STARTS", "units"]

_WORDS = wordlists("zh", "pinpoints")
_AFTER: dict[str, str] = dict(pair.split() for pair in _WORDS["after"])
_BEFORE: dict[str, str] = dict(pair.split() for pair in _WORDS["before"])
_ALONE: dict[str, str] = dict(pair.split() for pair in _WORDS["alone"])
_NUMBERED_TEXTS = tuple(_WORDS["numbered_texts"])
_SUB = "sub"
_UNNUMBERED = ("annex", "appendix")

_NUM = r"(?:[〇零一二三四五六七八九十百]{1,5}|\d{1,3}|[A-Z](?![A-Za-z/.]))(?:\.[0-9A-Z]{1,2})*"
_BR = r"(?:\([0-9a-z]{1,4}\))"
_TO = r"[至-]"
_AND = r"(?:以及|[、和及与])"
_ONE = rf"第?{_NUM}{_BR}*(?:{_TO}第?(?:{_NUM}{_BR}*|{_BR}))?"
_LIST = rf"{_ONE}(?:{_AND}(?:{_ONE}|{_BR}(?:{_TO}{_BR})?))*"
_SUBS = rf"{_BR}+(?:{_TO}{_BR})?(?:{_AND}{_BR}(?:{_TO}{_BR})?)*"
_SUB_NOUN = one_of(word for word, unit in _AFTER.items() if unit == _SUB)
_COUNTED = one_of(_AFTER)
_IN_TEXT = one_of(set(_AFTER) - set(_NUMBERED_TEXTS))
_HEADED = "|".join(
    rf"{word}{'' if unit in _UNNUMBERED else '(?=[0-9])'}"
    rf"(?:{_NUM}(?:{_AND}(?:{word})?{_NUM}|{_TO}{_NUM})*(?![0-9年月日]))?"
    for word, unit in _BEFORE.items()
)
_BARE = one_of(_ALONE)


def _part(counted: str) -> str:
    return (
        rf"(?:{_BARE}?第{_LIST}{counted}(?:{_SUBS}{_SUB_NOUN}?)?|{_SUBS}{_SUB_NOUN}|{_HEADED}"
        rf"|[A-Z](?![A-Za-z])(?:{_TO}[A-Z])?节|{_BARE})"
    )


_PART = _part(_IN_TEXT)
_PART_APART = _part(_COUNTED)
_SUITE = rf"{_PART}(?:{_AND}?{_PART})*"

PINPOINT_STARTS = frozenset("第号的(，、)ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "".join(word[0] for word in (*_BEFORE, *_ALONE)))
"""Every character with which what follows can begin; any other tells that no part is named."""

PINPOINT = re.compile(rf"(?:号文件)?的?(?P<part>{_SUITE})")
"""A part of the document cited just before, in running text."""

PINPOINT_APART = re.compile(rf"，(?:特别|尤其)是其?(?P<part>{_SUITE})")
"""A part singled out after a comma: 《联合国宪章》，特别是第一条第三项."""

PINPOINT_IN_BRACKET = re.compile(rf"\((?:见|特别是|尤其是)?(?P<part>{_SUITE})\)")
"""A part in the bracket after the document: 《行动纲领》(第三章)."""

PINPOINT_CHAIN = re.compile(rf"(?:号文件)?[，、]?(?P<part>{_PART_APART}(?:(?:，|{_AND})?{_PART_APART})*)")
"""The same in footnotes and brackets, where commas join its members."""

_TOKEN = re.compile(
    rf"(?P<joint>，|{_AND})?(?:(?P<bare>{_BARE})|(?:(?P<head>{one_of(_BEFORE)})(?P<headed>(?!第){_LIST})?)"
    rf"|(?P<list>{_LIST}|{_SUBS})(?P<unit>{_COUNTED}|节)?)"
)
_ITEM = re.compile(rf"第?(?P<first>{_NUM})?(?P<subs>{_BR}*)(?:{_TO}第?(?P<last>{_NUM})?(?P<until>{_BR}*))?{_AND}?")
_BRACKETED = re.compile(r"\(([0-9a-z]{1,4})\)")

_Unit = tuple[str, tuple[tuple[str, str], ...], bool]


def units(printed: str) -> Iterator[_Unit]:
    """Take a pinpoint apart, for ``extract.pinpoints.portions``.

    Args:
        printed: The pinpoint without blanks.

    Yields:
        A unit, its numbers or letters as pairs of first and last, and whether it is joined by "and".

    Example:
        >>> list(units("附件一第3段"))
        [('annex', (('1', '1'),), False), ('para', (('3', '3'),), False)]
    """
    before = ""
    for token in _TOKEN.finditer(printed):
        beside = token["joint"] not in (None, "，")
        if token["bare"]:
            if unit := _ALONE[token["bare"]].strip("-"):
                yield unit, (), beside
            continue
        unit = _BEFORE[token["head"]] if token["head"] else _AFTER.get(token["unit"] or "", _SUB)
        # What stands under an article and is not counted by paragraphs is a paragraph: 第一条第三项.
        unit = "para" if unit == _SUB and before == "article" else unit
        before = unit
        if token["head"] and not token["headed"]:
            yield unit, (), beside
        for number, item in enumerate(_ITEM.finditer(token["headed"] or token["list"] or "")):
            if item[0]:
                yield from _item(unit, item, beside or number > 0)


def _item(unit: str, item: re.Match[str], beside: bool) -> Iterator[_Unit]:
    first, last = _digits_of(item["first"]), _digits_of(item["last"])
    subs, until = _BRACKETED.findall(item["subs"]), _BRACKETED.findall(item["until"] or "")
    if first is not None:
        yield unit, ((first, last if last is not None and not subs else first),), beside
        beside = False
    for place, sub in enumerate(subs):
        ends = until[0] if until and last is None and place == len(subs) - 1 else sub
        yield _SUB, ((sub, ends),), beside
        beside = False


def _digits_of(label: str | None) -> str | None:
    """Write the number of a unit in Arabic numerals, member by member: 三.A is 3.A."""
    return None if label is None else ".".join(digits(each) for each in label.split("."))
