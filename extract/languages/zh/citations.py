"""How Chinese documents cite: the patterns, each over canonical text, and the tables they are made from."""

import json
import re
from importlib.resources import files

__all__ = [
    "ANAPHORA",
    "ANNIVERSARY",
    "ANNIVERSARY_OF",
    "BEFORE_BRACKETED",
    "BEFORE_MEMBER",
    "CONTEXT_HEADS",
    "DATE_BEFORE_TITLE",
    "DESCRIBED",
    "FUNCTIONS_ALONE",
    "HEADS",
    "INSTRUMENT_HEADS",
    "ISSUER",
    "ISSUERS",
    "ITS",
    "LAW_HEADS",
    "MEMBER",
    "NOT_ALWAYS_DOCUMENTS",
    "NUMBERED",
    "OWNER_BEFORE_TITLE",
    "PINPOINT",
    "PINPOINT_CHAIN",
    "QUOTED",
    "QUOTED_HEADS",
    "RECORD_HEADS",
    "REPORT_REQUEST",
    "REQUESTED",
    "REVISED_BEFORE_TITLE",
    "SALES",
    "SIBLINGS",
    "THROUGH",
    "TITLED",
    "TITLED_BY",
    "VERBS",
    "VERBS_ALONE",
    "VERB_PREFIXES",
    "YEAR",
    "YEARS_OF",
    "iso_date",
]

_DATA = json.loads(files(__package__).joinpath("citations.json").read_text(encoding="utf-8"))


def _any_of(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


ISSUERS: dict[str, str] = _DATA["issuers"]
HEADS: dict[str, str] = _DATA["heads"]
INSTRUMENT_HEADS = tuple(sorted(_DATA["instrument_heads"], key=len, reverse=True))
RECORD_HEADS = tuple(sorted(_DATA["record_heads"], key=len, reverse=True))
LAW_HEADS = tuple(_DATA["law_heads"])
QUOTED_HEADS = tuple(_DATA["quoted_heads"])

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_DATE = r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?"
_YEAR = r"\((?:19|20)\d\d\)"
_ROMAN = r"\((?:E?S-)?[IVXLC]{1,8}\)"
_LETTERS = r"(?: ?[A-Z](?![A-Za-z.])(?:[、和及至][A-Z](?![A-Za-z.]))*)"
_NUMBER = (
    rf"(?:E?S-\d{{1,2}}/\d{{1,4}}{_LETTERS}?"
    r"|\d{1,3}/(?:CP|CMP|CMA|COP)\.\d{1,2}"
    rf"|\d{{1,4}}/\d{{1,4}}{_LETTERS}?"
    rf"|\d{{1,4}}{_LETTERS}? ?(?:{_YEAR}|{_ROMAN}){_LETTERS}?"
    r"|\d{1,4})"
)
_ISSUER = _any_of(ISSUERS)
_JOIN = r"(?:、|和|及|以及|与|或|，)"

MEMBER = re.compile(rf"(?:第 ?|(?<=[、和及与或，]))(?P<number>{_NUMBER})(?![\d年月日/(]) ?号?")
"""One number in a list."""

NUMBERED = re.compile(
    rf"第 ?{_NUMBER} ?号?"
    rf"(?:{_JOIN}(?:其|在)?(?:{_DAY})?(?:{_ISSUER})?(?:{_DAY})?(?:的)?第? ?{_NUMBER} ?号?)*"
    rf"(?<=号)(?P<head>{_any_of(HEADS)})"
)
"""A list of numbers with the head noun once around all: 第1325(2000)和1820(2008)号决议."""

ISSUER = re.compile(_ISSUER)
"""The name of a body that issues resolutions."""

BEFORE_MEMBER = re.compile(
    rf"(?:(?P<early>{_DATE})(?:通过|作出)?的?)?(?P<issuer>{_ISSUER})?(?P<gap>在)?(?P<its>其)?"
    rf"(?:(?:关于|题为)(?:“[^”\n]{{2,80}}”|[^，。；“”\n]{{2,60}}?)(?:的|，))?"
    rf"(?P<date>{_DATE})?(?:通过)?(?:的)?(?:题为“[^”\n]{{2,80}}”的)?$"
)
"""What may stand before a number: issuer, 其, subject, date."""

ITS = "其"

TITLED = re.compile(r"《([^《》\n]{2,120})》")
"""A title between the marks for titles."""

QUOTED = re.compile(r"“([^“”\n]{2,60})”(?P<draft>的决议草案)?")
"""A title between quotation marks."""

TITLED_BY = re.compile(
    rf"题为“[^”\n]{{2,80}}”的(?P<name>[\u4e00-\u9fff]{{2,12}}(?:{_any_of(('宣言', '公报', '声明', '行动计划'))}))"
)
"""An instrument named after its title: 题为“…”的努沙杜瓦宣言."""

YEARS_OF = re.compile(r"(?P<years>(?:\d{4}年[、和及])*\d{4}年)(?P<tail>[\u4e00-\u9fff]{0,8}首脑会议成果(?:文件)?)")
"""Outcomes told apart by their years: 2005年和2010年联合国首脑会议成果文件."""

_YEARS = r"[一二三四五六七八九十百]{1,4}周年"
ANNIVERSARY = re.compile(rf"纪念《[^《》\n]{{2,60}}》通过{_YEARS}|(?<=周年[和、]){_YEARS}")
"""A meeting or declaration known by the anniversary that it marks."""

ANNIVERSARY_OF = re.compile(rf"(?:通过|发表)?{_YEARS}$")
"""Words between a title and its footnote marker: 《世界人权宣言》通过七十五周年，7."""

_ANAPHORA = _DATA["anaphora"]
CONTEXT_HEADS: dict[str, tuple[str, ...]] = {head: tuple(kinds) for head, kinds in _ANAPHORA["heads"].items()}
ANAPHORA = re.compile(
    rf"(?:{_any_of(_ANAPHORA['demonstratives'])})(?:第(?P<number>\d{{1,4}})号)?(?:{_any_of(_ANAPHORA['between'])})?"
    rf"(?P<head>{_any_of(CONTEXT_HEADS)})(?![\u4e00-\u9fff]?(?:机构|缔约|委员会|署|法))"
)
"""Demonstrative and noun: 该决议, 这项协商一致决议, 上述第40号一般性建议."""

NOT_ALWAYS_DOCUMENTS = frozenset(_ANAPHORA["not_always_documents"])
"""Nouns that may mean what was said and decided, not a document: 这一建议."""

DATE_BEFORE_TITLE = re.compile(rf"(?<![-\d])(?P<date>{_DATE})(?:(?!是|至|在)[\u4e00-\u9fff]){{0,8}}(?<=[年月日的过])$")
"""A date said of the document whose title follows."""

REVISED_BEFORE_TITLE = re.compile(r"(?P<date>\d{4}年)(?P<word>修订|订正|修正|新版)的?$")
"""A revision: another document than the one cited before by the same name."""

OWNER_BEFORE_TITLE = re.compile(r"(?:联合国|非洲联盟|欧洲联盟|东南亚国家联盟|非盟)$")
"""The owner outside the marks of a title: 联合国《反腐败公约》."""

SIBLINGS = re.compile(r"(?:和|及|以及|与|及其|和其)$|^(?:和|及|以及|与|及其|和其)$")
"""What joins two members of one coordination."""

DESCRIBED = re.compile(rf"[\u4e00-\u9fff0-9()-]{{0,30}}(?:{_any_of(_DATA['described_heads'])})$")
"""A document that is only described and that a footnote identifies: 秘书长的报告."""

_UNIT = r"(?:段|章|节|条|款|项|部分|分段|脚注|页|号决议)"
_ORDINAL = rf"第?(?:{_NUMERAL}|[0-9]{{1,3}}(?:\([0-9a-z]{{1,4}}\))*|[A-Z])"
_PART = (
    rf"(?:(?:执行部分|序言部分|序言|主文)?第{_ORDINAL.removeprefix('第?')}(?:[、和及至-]第?(?:{_NUMERAL}|\d{{1,3}}(?:\([a-z]\))?))*{_UNIT}(?:\([a-z]\)项?)?"
    rf"|附件(?:{_NUMERAL}|\d{{1,2}})?(?:[、和及](?:附件)?(?:{_NUMERAL}))*"
    rf"|附录(?:{_NUMERAL})?|行动\d{{1,2}}|[A-Z]节|决议\d{{1,3}}|决定\d{{1,3}}|执行部分|序言)"
)
PINPOINT = re.compile(rf"(?:的)?(?P<part>{_PART}(?:[、和及]?{_PART})*)")
"""A part of the document cited just before, in running text."""

PINPOINT_CHAIN = re.compile(rf"(?:，|、)?(?P<part>{_PART}(?:[，、和及]{{0,1}}{_PART})*)")
"""The same in footnotes and brackets, where commas join its members."""

BEFORE_BRACKETED = re.compile(r"(?:\((?:\d{4}年?|\d{4}-\d{4}年?)\))?(?:\d{4}-\d{4}年)?\([^()]{0,12}")
"""What may stand between a title or number and the symbol in the bracket after it: (2024年)(, (大会."""

YEAR = re.compile(r"\d{4}年")
"""A year told in words."""

THROUGH = frozenset({"至", "-"})
"""Words between the first and last letter of a range: A至E."""

SALES = re.compile(r"\(联合国出版物，(?:出售品|销售)编号：? ?(?P<number>[A-Z]\.[0-9A-Z.]+)\)")
"""The sales number of a publication, after its title."""

REQUESTED = re.compile(r"本(?:综合)?报告(?!所述期间|所述)|这是(?:一份|第)[^。；]{0,40}报告")
"""Words by which a report speaks of itself."""

REPORT_REQUEST = re.compile(r"^[^。]{0,12}(?:请|要求|请求)[^。]{0,6}秘书长[^。]{0,80}(?:报告|汇报)")
"""What follows a resolution that asks for a report."""


_VERBS = json.loads(files(__package__).joinpath("verbs.json").read_text(encoding="utf-8"))
VERBS: dict[str, str] = {verb: function for verb, function in _VERBS["verbs"].items() if len(verb) > 1}
"""Words that govern a citation, with what the citation does by each."""

VERBS_ALONE = re.compile(r"(?<=[，。；：\n又并还])(?:请|应)|(?<![\u4e00-\u9fff])见")
"""Verbs of one character, where nothing but a mark or an adverb stands before them; others are too weak to tell."""

VERB_PREFIXES = ("又", "还", "并")
"""Adverbs that belong to the verb after them."""

FUNCTIONS_ALONE: dict[str, str] = {verb: _VERBS["verbs"][verb] for verb in ("请", "应", "见")}
"""What a citation does by each of the verbs of one character."""


def iso_date(text: str) -> str | None:
    """Turn a printed date into ISO form at its precision.

    Example:
        >>> iso_date("2018年5月22日"), iso_date("1996年"), iso_date("第三章")
        ('2018-05-22', '1996', None)
    """
    parts = re.match(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?", text)
    return None if parts is None else "-".join(part.zfill(2) for part in parts.groups() if part)
