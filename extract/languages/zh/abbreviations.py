"""How Chinese documents declare a short form: ``全称(简称)``, ``全称(以下简称“简称”)``."""

import re
from collections.abc import Iterable

from extract.languages.wordlists import wordlists

__all__ = [
    "BEFORE_NAME",
    "DECLARATION",
    "INSIDE",
    "NAME",
    "NOT_A_SHORT_FORM",
    "ORGANISATION",
    "PERSON_MARK",
    "PLAIN",
    "PREFIX",
    "STRETCH",
]

_DATA = wordlists("zh", "abbreviations")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


DECLARATION = re.compile(
    # The bracket first, which is rare, and then the letter before it.
    r"\((?<=[^\W_]\()(?P<phrase>(?:以下|下文|下)?(?:统|合)?(?:简称|称)(?:为|作)?|即|又称)?"
    r"[“《「‘\"]?(?P<short>[^()\n，。；：！？“”\"]{2,14}?)[”》」’\"]?\)"
)
"""A bracket that may hold a short form; it stands right behind a letter."""

NOT_A_SHORT_FORM = re.compile(
    rf"{_any_of(_DATA['other_brackets'])}"
    r"|\d+(?:年|月|日|次|届|页|段|个|人|号|国|至|-|—|[.,%/])|[\d.,%\-—/ ]+$"
    r"|[a-zA-Z]$|[ivxIVXLC]+$|[A-Z]{1,2}[- ]?\d+(?:/\d+)?$|[A-Z]+(?:\.\d+)?/"
    rf"|.*(?:{_any_of(_DATA['other_bracket_ends'])})$"
)
"""Beginnings and shapes of brackets that say something else: references, dates, counts, numerals, grades, symbols."""

NAME = re.compile(r"^[^:]*[\u4e00-\u9fff]{2}[^:]*$")
"""What a full name must hold; an address or a symbol does not."""

INSIDE = ("/", "联合国", "·", "-")
"""What stands before a listed name only where that is the end of a longer one."""

PREFIX = re.compile(r"(?:联合和)?共同赞助的$|由[^，、的]{1,6}主导的$|(?:非洲|非盟|联合国|欧盟)主导的$")
"""An attribute that belongs to the official name of a body."""

STRETCH = re.compile(r"[^，。；：！？“”《》()\n]*$")
"""The stretch before a bracket in which a full name may stand."""

BEFORE_NAME = re.compile(
    r"^[.\d ]+|、|第[\d一二三四五六七八九十]+[次届]"
    rf"|{_any_of(_DATA['before_name'])}|[{_DATA['before_name_letters']}]"
)
"""Words after which a full name may begin; the last one that leaves a fitting name is taken."""

ORGANISATION = re.compile(f"(?:{_any_of(_DATA['organisations'])})$")
"""How the name of a body ends."""

PERSON_MARK = "·"
"""What stands between the parts of a foreign name."""

PLAIN = re.compile(r"[A-Za-z0-9’'&.+\-/ ]+")
"""A short form in Latin letters, which cannot be compared with the letters of a Chinese name."""
