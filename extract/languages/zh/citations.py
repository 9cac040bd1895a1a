"""How Chinese documents cite: the patterns, each over canonical text, and the tables they are made from."""

import re

from extract.languages.wordlists import wordlists
from extract.languages.zh.adoption import (
    ADOPTED_AFTER,
    ADOPTED_BEFORE,
    ADOPTING,
    ANY_DATE,
    DATE_IN_BRACKET,
    OUTCOME_OF_EVENT,
)
from extract.languages.zh.pinpoints import (
    PINPOINT,
    PINPOINT_APART,
    PINPOINT_CHAIN,
    PINPOINT_IN_BRACKET,
    PINPOINT_STARTS,
)
from extract.languages.zh.printed_numbers import (
    CODE,
    DATE,
    HAN,
    NUMBER,
    OLD_NUMBER,
    SHORT_DAY,
    day_of,
    iso_date,
    plain_number,
    supplement,
)
from extract.languages.zh.printed_numbers import DAY as _DAY

__all__ = [
    "ADOPTED_AFTER",
    "ADOPTED_BEFORE",
    "ADOPTING",
    "AFTER_CITED",
    "AFTER_UNMARKED",
    "ANAPHORA",
    "ANNIVERSARY",
    "ANNIVERSARY_NOUN",
    "ANNIVERSARY_OF",
    "ANY_DATE",
    "ANY_INSTRUMENT",
    "ATTRIBUTIVE",
    "BEFORE_BRACKETED",
    "BEFORE_MEMBER",
    "BEFORE_SHORT_NAME",
    "BEFORE_UNMARKED",
    "BELONGING",
    "BESIDE",
    "BETWEEN_BESIDE",
    "BETWEEN_OWNED",
    "BETWEEN_SIBLINGS",
    "BRACKET_AFTER",
    "BRACKET_AFTER_TITLE",
    "CLAUSE_BREAK",
    "CLAUSE_MARKS",
    "CLOSING_FRAME",
    "CODE_BEFORE",
    "CODE_ENDS",
    "COMMA",
    "CONTEXT_HEADS",
    "COORDINATING",
    "DATE_BEFORE_TITLE",
    "DATE_IN_BRACKET",
    "DAY",
    "DECLARING",
    "DEPENDENT_TITLES",
    "DESCRIBED",
    "EMBEDDING",
    "FRAMING",
    "FUNCTIONS_AFTER",
    "FUNCTIONS_ALONE",
    "HEADS",
    "INSTRUMENT_HEADS",
    "IN_BODY_NAME",
    "ISSUER",
    "ISSUERS",
    "LAW_HEADS",
    "LONG_UNMARKED",
    "MADE_INTO",
    "MAKING",
    "MEMBER",
    "MEMBER_AFTER_NOUN",
    "NOT_ALWAYS_DOCUMENTS",
    "NOUN",
    "NO_VERBS",
    "NUMBERED",
    "NUMBERED_AFTER_NOUN",
    "NUMBERED_BARE",
    "OF",
    "OPENING_FRAME",
    "OPENING_MARKS",
    "OTHER_BODY",
    "OUTCOME",
    "OUTCOME_OF_EVENT",
    "OWNED",
    "OWNER_BEFORE_TITLE",
    "PHRASE_BEFORE_TITLE",
    "PHRASE_ENDS",
    "PINPOINT",
    "PINPOINT_APART",
    "PINPOINT_CHAIN",
    "PINPOINT_IN_BRACKET",
    "PINPOINT_STARTS",
    "PLURAL",
    "PRESIDENT",
    "QUOTED",
    "QUOTED_HEADS",
    "QUOTED_INSTRUMENTS",
    "RECORD_HEADS",
    "REPORT_REQUEST",
    "REQUESTED",
    "REVISED_BEFORE_TITLE",
    "SALES",
    "SALES_ALONE",
    "SALES_WORDS",
    "SAME_YEAR",
    "SENTENCE_BREAK",
    "SHARED_NAMES",
    "SHORTEST_UNMARKED",
    "SIBLINGS",
    "SPLIT_OPENERS",
    "SPLIT_VERBS",
    "SPLIT_VERB_OPENERS",
    "STATEMENT",
    "THROUGH",
    "TITLED",
    "TITLED_BY",
    "UNMARKED_HEADS",
    "UNRECOGNISED",
    "UNRECOGNISED_WEAK",
    "VERBS",
    "VERBS_ALONE",
    "VERB_PREFIXES",
    "YEAR",
    "YEARS_OF",
    "day_of",
    "iso_date",
    "plain_number",
    "revised_name",
    "supplement",
]

_DATA = wordlists("zh", "citations")


def _any_of(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


ISSUERS: dict[str, str] = _DATA["issuers"]
HEADS: dict[str, str] = _DATA["heads"]
INSTRUMENT_HEADS = tuple(sorted(_DATA["instrument_heads"], key=len, reverse=True))
RECORD_HEADS = tuple(sorted(_DATA["record_heads"], key=len, reverse=True))
LAW_HEADS = tuple(_DATA["law_heads"])
QUOTED_HEADS = tuple(_DATA["quoted_heads"])
QUOTED_INSTRUMENTS = tuple(_DATA["quoted_instruments"])

SHARED_NAMES: dict[str, tuple[str, ...]] = {name: tuple(bodies) for name, bodies in _DATA["shared_names"].items()}
"""Short names that several bodies share, with those bodies: 理事会 is the council named before."""


def _guarded(name: str) -> str:
    """Keep a name from being found inside the name of another body: 世界卫生大会, 和平与安全理事会, 美洲人权委员会."""
    others = {"大会": "other_assemblies", "安全理事会": "other_councils", "人权委员会": "other_commissions"}
    guards = "".join(f"(?<!{re.escape(word)})" for word in _DATA[others[name]]) if name in others else ""
    return guards + re.escape(name)


BEFORE_SHORT_NAME = frozenset("，。；：、和与及在由经据照按将向对请为但因而并又该后且")
"""Characters after which a short name stands by itself, and is not the end of a longer name."""

_FIRST = "".join(sorted({name[0] for name in ISSUERS}))
# Looked at first, for at most characters of a text no name begins.
_ISSUER = rf"(?=[{_FIRST}])(?:{'|'.join(map(_guarded, sorted(ISSUERS, key=len, reverse=True)))})"
_JOIN = r"(?:、|和|及|以及|与|或|，)"
# A line that was broken by hand may break the noun.
_HEAD = r"\n?(?:" + "|".join(r"\n?".join(head) for head in sorted(HEADS, key=len, reverse=True)) + ")"

MEMBER = re.compile(rf"(?:第[ \n]?|(?<=[日、和及与或，]))(?P<number>{NUMBER})(?![\d年月日/(.]|{HAN}) ?号?")
"""One number in a list."""

NUMBERED = re.compile(
    rf"第[ \n]?{NUMBER} ?号?"
    rf"(?:{_JOIN}(?:其|在)?(?:同年)?(?:{_DAY}|{SHORT_DAY})?(?:{_ISSUER})?(?:{_DAY})?(?:的)?第? ?{NUMBER} ?号?)*"
    rf"(?:(?<=号)等?(?P<head>{_HEAD}))?"
)
"""A list of numbers with the head noun once around all: 第1325(2000)和1820(2008)号决议; or without a noun.

It matches these too, so that a long list of them is read once and not from each of its members.
"""

NUMBERED_BARE = re.compile(rf"日(?P<list>{NUMBER} ?号(?P<head>{_HEAD}))")
"""One number without 第, right after the day: 1971年5月20日1576(L)号决议."""

_NOUN_FIRST = rf"决议案? ?{OLD_NUMBER}"
NUMBERED_AFTER_NOUN = re.compile(
    rf"{_NOUN_FIRST}(?:{_JOIN}(?:{_ISSUER})?(?:{_DAY}|{SHORT_DAY})?(?:{_NOUN_FIRST}|{OLD_NUMBER}))*"
)
"""A list of numbers as documents printed them until about 1970: 決議案二一七(一九六五)、二三二(一九六六)."""

MEMBER_AFTER_NOUN = re.compile(rf"(?:(?P<head>决议)案? ?)?(?P<number>{OLD_NUMBER})")
SAME_YEAR = re.compile(rf"(?P<date>{SHORT_DAY})(?:的)?\Z")
"""A date without its year, which is that of the date before."""

CODE_BEFORE = re.compile(rf"(?<![A-Za-z0-9/().-])(?P<code>{CODE}) ?号?\Z")
"""A code of another organization before the noun: WHA65.4号决议."""

CODE_ENDS = frozenset("号 )0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""The characters that may stand right before the noun then."""

NOUN = re.compile(r"决(?:议草案|定草案|议|定)")
"""The nouns that may have such a code before them."""

ISSUER = re.compile(_ISSUER)
"""The name of a body that issues resolutions."""

# The look ahead holds every character with which the pattern may begin, so that most places fail at once.
BEFORE_MEMBER = re.compile(
    rf"(?=[\d一二{_FIRST}在其关题通的]|\Z)"
    rf"(?:(?P<early>{DATE})(?:通过|作出)?的?)?(?P<issuer>{_ISSUER})?(?P<gap>在)?(?P<its>其)?"
    rf"(?:(?:关于|题为)(?:“[^”\n]{{2,80}}”|(?:(?!关于|题为)[^，。；“”\n]){{2,60}}?)(?:的|之|，))?"
    rf"(?P<date>{DATE})?(?:通过的)?(?:的)?(?:题为“[^”\n]{{2,80}}”的)?\Z"
)
"""What may stand before a number: issuer, 其, subject, date."""

OTHER_BODY = re.compile(
    rf"(?<!届)(?P<body>{_any_of(_DATA['other_bodies'])})(?:在|随后|曾|又|还)*(?:通过了?|作出了?|核可了?)?其?(?:关于[^，。；“”\n]{{2,60}}?的)?(?:{DATE})?"
    rf"(?:关于[^，。；“”\n]{{2,60}}?的|通过的?)?\Z"
)
"""A body, without a name of its own in the tables, that issued the number after it: 世界卫生大会第58.33号决议."""

TITLED = re.compile(r"《([^《》\n]{2,120}|[^《》\n]{1,80}\n[^《》\n]{1,80})》")
"""A title between the marks for titles."""

UNMARKED_HEADS = tuple(_DATA["unmarked_heads"])
SHORTEST_UNMARKED = 5
"""Names as long as this, with such a last word, are told from ordinary words without the marks of a title."""

LONG_UNMARKED = 9
"""Names as long as this are no end of another one."""

OPENING_MARKS = ("《", "〈", "“")
BEFORE_UNMARKED = re.compile(
    rf"(?:^|[^\u4e00-\u9fff《〈“]|[{_DATA['before_unmarked']}]|{_any_of(_DATA['before_unmarked_words'])})\Z"
)
"""What stands before such a name; any other character makes it the end of a longer name."""

AFTER_UNMARKED = re.compile(rf"[》〉”]|{_any_of(_DATA['after_unmarked'])}")
"""What makes a longer name, of something else, out of it: 全面禁止核试验条约组织."""

QUOTED = re.compile(r"[“\"]([^“”\"\n]{2,60})[”\"](?P<draft>的决议草案)?")
"""A title between quotation marks."""

TITLED_BY = re.compile(
    rf"题为“[^”\n]{{2,80}}”的(?P<name>[\u4e00-\u9fff]{{2,12}}(?:{_any_of(('宣言', '公报', '声明', '行动计划'))}))"
)
"""An instrument named after its title: 题为“…”的努沙杜瓦宣言."""

OUTCOME = "首脑会议成果"
YEARS_OF = re.compile(rf"(?P<years>(?:\d{{4}}年[、和及])*\d{{4}}年)(?P<tail>[\u4e00-\u9fff]{{0,8}}{OUTCOME}(?:文件)?)")
"""Outcomes told apart by their years: 2005年和2010年联合国首脑会议成果文件."""

ANNIVERSARY_NOUN = "周年"
_YEARS = rf"[一二三四五六七八九十百]{{1,4}}{ANNIVERSARY_NOUN}"
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

PLURAL = re.compile(rf"(?:{_any_of(_ANAPHORA['plural'])})(?P<head>{_any_of(_ANAPHORA['plural_heads'])})")
"""A demonstrative for several documents: 这些文书."""

ANY_INSTRUMENT = "文书"
"""The noun that stands for instruments of any form."""

NOT_ALWAYS_DOCUMENTS = frozenset(_ANAPHORA["not_always_documents"])
"""Nouns that may mean what was said and decided, not a document: 这一建议."""

UNRECOGNISED = re.compile(rf"(?![{_ANAPHORA['same_after']}])[\u4e00-\u9fff]")
"""What stands before the noun of a document that no rule recognised: 一项决议, 相关决议; not 本决议, 执行决议."""

UNRECOGNISED_WEAK = re.compile(f"[{_ANAPHORA['other_after']}]")
"""The same before a noun that is also a verb: 一项建议."""

DEPENDENT_TITLES = frozenset(_ANAPHORA["dependent_titles"])
"""Titles that belong to another instrument and are named without it: 《任择议定书》."""

BELONGING = re.compile(r"(?:、|和|及|以及)其")
"""What joins an instrument to one that belongs to it."""

DECLARING = re.compile(
    rf"(?:\([^()\n]{{2,40}}\))?\((?:[^()\n]{{2,40}}，)?(?:{_any_of(_ANAPHORA['declaring'])})?[“‘\"]?"
)
"""What stands between a title and the short form that is declared for it: 《…公约》(下称《公约》)."""

# The look ahead as in BEFORE_MEMBER.
PHRASE_BEFORE_TITLE = re.compile(
    rf"(?=[\d关题发通签缔订修的]|\Z)"
    rf"(?:{DATE})?(?:(?:关于|题为)(?:“[^”\n]{{2,80}}”|(?:(?!关于|题为)[^，。；、《》“”\n]){{2,60}}?)的)?(?:题为)?(?:{DATE}|\d{{4}}-\d{{4}}年)?"
    rf"(?:(?:发起|通过|签署|缔结|订立|修订|订正)?的)?\Z"
)
"""What belongs to the phrase of a title before it: subject, date, 题为."""

PHRASE_ENDS = ("的", "年", "月", "日", "题为")
"""How such a phrase ends."""

DATE_BEFORE_TITLE = re.compile(rf"(?<![-\d])(?P<date>{DATE})(?:(?!是|至|在)[\u4e00-\u9fff]){{0,8}}(?<=[年月日的过])\Z")
"""A date said of the document whose title follows."""

OF = "的"
"""The particle between a description and its noun."""


def revised_name(name: str, year: str | None) -> str:
    """Name a revised text, so that it is not taken for the one that was revised.

    Example:
        >>> revised_name("合作协定", "2016")
        '合作协定(2016年修订)'
    """
    return f"{name}({year}年修订)" if year else name


REVISED_BEFORE_TITLE = re.compile(r"(?P<date>\d{4}年)(?P<word>(?:修订|订正|修正)的|新版)\Z")
"""A revision: another document than the one cited before by the same name."""

OWNER_BEFORE_TITLE = re.compile(r"(?:联合国|非洲联盟|欧洲联盟|东南亚国家联盟|非盟)\Z")
"""The owner outside the marks of a title: 联合国《反腐败公约》."""

OWNED = re.compile(r"(?:盟|组织|共同体|共体|论坛|委员会|协会|署|欧洲|美洲|非洲|阿拉伯|(?<!联合)国)\Z")
"""An owner before the marks of a title, other than the United Nations: 阿盟《宪章》 is not the Charter named before."""

SIBLINGS = re.compile(r"(?:和|及|以及|与|及其|和其)$|^(?:和|及|以及|与|及其|和其)$")
"""What joins two members of one coordination."""

DESCRIBED = re.compile(rf"[\u4e00-\u9fff0-9()-]{{0,30}}(?:{_any_of(_DATA['described_heads'])})$")
"""A document that is only described and that a footnote identifies: 秘书长的报告."""

BRACKET_AFTER_TITLE = "》("
BRACKET_AFTER = re.compile(r"\([^()\n]{2,60}\)")
"""A bracket between a title and the part of it that is cited."""

BEFORE_BRACKETED = re.compile(r"(?:\((?:\d{4}年?|\d{4}-\d{4}年?)\))?(?:\d{4}-\d{4}年)?\([^()]{0,12}")
"""What may stand between a title or number and the symbol in the bracket after it: (2024年)(, (大会."""

YEAR = re.compile(r"\d{4}年")
"""A year told in words."""

THROUGH = frozenset({"至", "-"})
"""Words between the first and last letter of a range: A至E."""

SALES_WORDS = "联合国出版物"
_SALES = (
    rf"{SALES_WORDS}，(?:出售品|销售品?)编号：? ?(?P<number>(?:[A-Z]{{1,2}}\.)?(?:\d\d|[A-Z]{{2}})\.[0-9A-Z.]*[0-9A-Z])"
)
SALES_ALONE = re.compile(_SALES)
SALES = re.compile(rf"(?:，第[^，()\n]{{1,6}}卷)?(?:\({_SALES}\)|，{_SALES.replace('number', 'apart')})")
"""The sales number of a publication, after its title."""

DAY = re.compile(_DAY)
PRESIDENT = "主席"
STATEMENT = re.compile(
    rf"(?P<issuer>{_any_of(_DATA['stating'])})(?:{PRESIDENT})?(?:在|于)?(?P<dates>{_DAY}(?:[、和及]{_DAY})*)(?:发表|通过|发布)?的"
    rf"(?P<head>(?:{PRESIDENT})?声明)(?!\(S/)"
)
"""A statement of the president of a body, told by its date; one with its symbol beside it is known by that."""

_ITSELF = r"本(?:[^，。；]{0,4})?(?:报告|说明|文件|增编)"
_AS_ASKED = r"(?:根据|依照|按照|遵照|依据|遵循|响应|应)"
_REST_OF_PHRASE = (
    r"(?:第[^，。；]{1,30}?[段节]|附件|\([^()]*\)|中|所载|的?(?:任务)?(?:要求|请求|规定|授权)){0,4}"
    r"(?:[和与及、][^，。；]{0,60})?"
)
_MADE = r"(?:提交|编写|编制|编拟|拟订|提出|印发|分发)"
_CITED = "\ufffc"

REQUESTED = re.compile(
    # 本报告是根据…提交的; 这是根据…提交的第七份报告
    rf"(?:{_ITSELF}(?:是|系|乃|也|均|由[^，。；]{{1,20}}){{0,2}}|这是[^，。；]{{0,20}}){_AS_ASKED}[^，。；]{{0,80}}{_CITED}"
    # 根据…，本报告回顾了; 应…的请求，谨转递; 秘书长根据…编写了本报告
    rf"|{_CITED}{_REST_OF_PHRASE}，[^，。；]{{0,20}}?"
    rf"(?:{_ITSELF}|这是[^。；]{{0,60}}报告|[谨兹现][^，。；]{{0,30}}(?:{_MADE}|转递|转交))"
    rf"|{_CITED}{_REST_OF_PHRASE}{_MADE}了?{_ITSELF}"
    # 秘书长谨根据…
    rf"|[谨兹]此?{_AS_ASKED}[^，。；]{{0,60}}{_CITED}"
    # In a masthead, where no full stop closes the line.
    rf"|{_AS_ASKED}[^，。；]{{0,60}}{_CITED}[^，。；]{{0,30}}提交(?:的[^，。；]{{0,16}})?\n?\Z"
)
"""Words by which a report says that it is made as what it cites (the object sign stands for that) asks."""

REPORT_REQUEST = re.compile(r"^[^。]{0,12}(?:请|要求|请求)[^。]{0,6}秘书长[^。]{0,80}(?:报告|汇报)")
"""What follows a resolution that asks for a report."""


_VERBS = wordlists("zh", "verbs")
_GOVERNING = _DATA["governing"]
_FILLERS = _any_of(_GOVERNING["fillers"])
_BESIDE: dict[str, str] = _GOVERNING["beside"]
_ALL_VERBS: dict[str, str] = {**_VERBS["verbs"], **_BESIDE}

VERBS: dict[str, str] = {verb: function for verb, function in _ALL_VERBS.items() if len(verb) > 1}
"""Words that govern a citation, with what the citation does by each."""

BESIDE = frozenset(_BESIDE)
"""Words that govern only what stands right beside them; farther off they are a noun or govern something else."""

VERBS_ALONE = re.compile(
    r"[请应见就如](?:(?<=[，。；：\n又并还]请)|(?<=[，。；：\n又并还.]应)|(?<=见)(?<![\u4e00-\u9fff]见)"
    rf"|(?<=就)(?=[《“第题上该这]|{_ISSUER})|(?<=[强调，。；：\n]如)(?=[《第]|{_ISSUER}第))"
)
"""Verbs of one character, where nothing but a mark or an adverb stands before them; others are too weak to tell."""

CLAUSE_MARKS = "，；。："
"""Marks after which a new clause begins."""

VERB_PREFIXES = ("又", "还", "并")
"""Adverbs that belong to the verb after them, where it says how an organ takes up a document."""

NO_VERBS = frozenset(_GOVERNING["no_verbs"])
"""Longer words that begin with one of them and are no verbs: 执行局, 审议大会."""

ATTRIBUTIVE = ("的", "了的", "过的")
"""What follows a verb that stands in an attribute: 2013年通过的."""

BETWEEN_BESIDE = re.compile(rf"(?:{_FILLERS})*[\u4e00-\u9fff]{{0,4}}")
"""What may stand between such a word and the citation beside it."""

FUNCTIONS_ALONE: dict[str, str] = {verb: _ALL_VERBS[verb] for verb in ("请", "应", "见", "就", "如")}
"""What a citation does by each of the verbs of one character."""

COORDINATING = ("并", "和", "及", "或", "，", "、", "而")
COMMA = "，"
"""What makes a verb one beside another, and not one of the clause that the other takes up."""

BETWEEN_SIBLINGS = re.compile(r"(?:本身)?\d{0,3}(?:\([^()\n]{1,20}\))?[，、]?(?:、|和|及|以及|与|或|并|及其|和其|，)?")
"""What joins the members of one coordination, which one word governs."""

BETWEEN_OWNED = re.compile(r"[，、]?(?:、|和|及|以及)[\u4e00-\u9fff0-9]{1,14}的(?:各项|一项)?")
"""The same, with the owner of the next member: 、世界议长大会的各项《最后宣言》."""

EMBEDDING = re.compile(r"(?:框架)?[下内中](?:通过|签署|缔结|订立|商定)的")
"""What stands between an instrument and one that was made under it: 在《公约》下通过的《议定书》."""

SPLIT_VERB_OPENERS: dict[str, str] = _GOVERNING["split"]
SPLIT_OPENERS = frozenset("".join(SPLIT_VERB_OPENERS.values()))
SPLIT_VERBS = re.compile(rf"[^，。；：、《》\n]{{0,12}}?(?P<close>{_any_of(SPLIT_VERB_OPENERS)})")
"""Verbs after what a preposition before it governs, with the prepositions that may stand there: 与《宪章》保持一致."""

SENTENCE_BREAK = re.compile("[。；\n]")
CLAUSE_BREAK = re.compile("[，。；：\n]")

AFTER_CITED = re.compile(
    rf"(?:的(?:规定)?)?(?P<verb>{_any_of(_GOVERNING['after'])})(?={_any_of(_GOVERNING['after_nouns'])})"
)
"""A verb after what it governs: 《公约》执行情况."""

IN_BODY_NAME = re.compile(rf"(?:执行情况)?(?:各|不结盟)?(?:{_any_of(_GOVERNING['bodies_after'])})")
"""What makes the name of a body out of a title: 《公约》秘书处, 《公约》缔约国."""

FUNCTIONS_AFTER: dict[str, str] = _GOVERNING["after"]
"""What a citation does by each of them."""

FRAMING = "在"
OPENING_FRAME = re.compile(
    rf"{FRAMING}(?P<its>其)?(?:{_ISSUER})?(?:关于[^，。；、《》“”\n]{{2,60}}?的|题为“[^”\n]{{2,80}}”的)?(?:{DATE})?(?:通过的)?"
)
"""The first half of a frame: 在…中."""

CLOSING_FRAME = re.compile(
    rf"(?:第?[0-9一二三四五六七八九十]{{1,4}}[段条章节])?(?:(?:[^，。；、《》\n]{{0,14}}的)?(?P<close>{_any_of(_GOVERNING['closing_far'])})"
    rf"|(?:关于[^，。；、《》\n]{{1,16}}一[章节段])?(?P<near>[中下])"
    rf"[“”]?(?P<verb>(?:{_any_of(_VERBS['adverbs'])})?“?(?:{_any_of(VERBS)}))?)"
)
"""The second half of a frame, with the verb right after it: 在…中明确吁请, 在…下通过."""

MADE_INTO = re.compile(r"[\u4e00-\u9fff]{2,4}(?=[，。；：、\n])")
"""What a document is made into, after 使: 使…主流化."""

MAKING = "使"
"""The word before it."""
