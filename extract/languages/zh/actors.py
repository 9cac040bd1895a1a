"""How Chinese United Nations documents name actors: word lists, shapes and guards."""

import json
import re
from pathlib import Path

__all__ = [
    "ANAPHORA",
    "ASSEMBLIES",
    "BARE_PARLIAMENTS",
    "CLAUSE_PLACE",
    "COLLECTIVE",
    "COLLECTIVES",
    "COMMITTEE_OF_RESOLUTION",
    "COMMITTEE_OF_TITLE",
    "COUNTRY",
    "DEMONSTRATIVE",
    "ENVOY",
    "FIELD_OFFICE",
    "GUARDS",
    "HEADS",
    "LEXICON",
    "MISSIONS",
    "MODIFIER",
    "NEEDS_OPEN",
    "NEVER_AFTER",
    "NEVER_AFTER_COMMON",
    "NEVER_AFTER_HEAD",
    "NEVER_AFTER_STATE",
    "NOT_BEFORE_BARE",
    "NOT_FIRST",
    "OPEN",
    "PARLIAMENT",
    "PERSON_NAMED",
    "PLACE",
    "PREDICATE",
    "QUOTED_PHRASES",
    "RUN",
    "SESSION",
    "SHAPE",
    "SHARED_TITLE",
    "SPLIT",
    "SPONSOR_LINE",
    "STRONG",
    "THAT_COUNTRY",
    "TITLE",
    "TITLES",
    "UNPRINTED",
    "with_particle",
]

_DATA = json.loads(Path(__file__).with_name("actors.json").read_text(encoding="utf-8"))

COLLECTIVES: dict[str, str] = _DATA["collectives"]
"""Phrases for collective actors that the registry does not list."""

HEADS: frozenset[str] = frozenset(noun for noun, value in _DATA["heads"].items() if value is None)
"""Nouns on which the name of a part of a body ends."""

TITLES: dict[str, str] = {title: slug for title, slug in _DATA["titles"].items() if slug}
"""Titles of officers and the last part of the id of such an officer."""

STRONG: tuple[str, ...] = tuple(sorted(_DATA["strong"], key=len, reverse=True))
"""Nouns on which the name of a body that no registry lists may end."""

ANAPHORA: frozenset[str] = frozenset(_DATA["anaphora"])
"""Nouns that alone, and definite, name a body spoken of before."""

MISSIONS: frozenset[str] = frozenset(_DATA["missions"])
"""Those of them that only name a mission."""

UNPRINTED: frozenset[str] = frozenset(_DATA["unprinted"])
"""Collective actors of the registry that are no actors when running text names them in passing."""


PARLIAMENT = "议会"
"""The plain word for a parliament, which is an attribute as often."""

THAT_COUNTRY = ("该国", "该")
"""What may stand before a parliament of a country spoken of."""

NOT_BEFORE_BARE = ("的", "“")
"""What shows that 议会 is meant in general: an attribute before it, a title."""

COUNTRY = ("国",)
"""Head nouns that point at a State."""

ASSEMBLIES: frozenset[str] = frozenset({"会议", "首脑会议"})
"""Gatherings, which are bodies only where their officer is named."""

BARE_PARLIAMENTS: frozenset[str] = frozenset({"议会", "国会"})
"""Collective names that mostly stand for one parliament, or for none; read in their context."""


def _lexicon() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for word in _DATA["shields"]:
        head = next((noun for noun in sorted(HEADS, key=len, reverse=True) if word.endswith(noun)), None)
        table[word] = ("head", head) if head else ("word", word)
    table |= {word: ("stop", word) for word in _DATA["stops"]}
    table |= {word: ("joint", word) for word in _DATA["joints"]}
    table |= {noun: ("head" if value is None else "stop", noun) for noun, value in _DATA["heads"].items()}
    table |= {title: ("title" if slug else "stop", title) for title, slug in _DATA["titles"].items()}
    table |= {noun: ("head", noun) for noun in _DATA["anaphora"]}
    table |= {word: ("government", word) for word in _DATA["governments"]}
    table |= {word: ("parliament", word) for word in _DATA["parliaments"]}
    return table


LEXICON: dict[str, tuple[str, str]] = _lexicon()
"""Words that shape names: (tag, word); tags are head, title, stop, joint, government, parliament and word (no sign)."""


def _lookbehind(words: list[str]) -> str:
    lengths = sorted({len(word) for word in words})
    return "|".join(f"(?<={'|'.join(sorted(w for w in words if len(w) == n))})" for n in lengths)


_HAN = "\u4e00-\u9fff"

OPEN = re.compile(f"(?:(?<![{_HAN}])|{_lookbehind(_DATA['before'])})(?<!其)" + "".join(f"(?<!{w})" for w in _DATA["doubled"]))
"""A place at which a name may begin; to be matched at an offset."""

RUN = re.compile(rf"(?:[{_HAN}·/]|\d+\+)*")
"""What the name of a part of a body may be made of."""

TITLE = re.compile(r"《[^《》\n]{1,160}》")
"""A title; names in it are not mentions."""

COMMITTEE_OF_TITLE = re.compile(r"《([^《》\n]{2,80})》(?:缔约国)?(?:委员会|秘书处)")
"""The exception: a body named after a treaty in title marks."""

COMMITTEE_OF_RESOLUTION = re.compile(
    r"(?:安全理事会|安理会)?(?:关于[^，。；]{2,30}的)?第?(?P<number>\d{3,4})(?:\(\d{4}\))?号(?:和第?\d{3,4}\(\d{4}\)号)*决议(?:所)?设(?:立)?(?:的)?(?:制裁)?委员会"
)
"""A committee of the Security Council named after its resolution."""

_KIND = r"(?:专门)?(?:实体|机构|组织|机关|基金|方案|部门|办事处|部厅)"
_ANY = r"(?:其他|其它|各个|各|所有|有关|相关|主要|内)*"
COLLECTIVE = re.compile(
    rf"联合国(?:系统)?(?:的)?(?:(?:其他|其它|各个|各|所有|有关|相关|主要){_ANY}{_KIND}|(?:实体|机构)|(?<=系统){_KIND}|(?:专门机构|基金|方案)、)"
    rf"(?:(?:、|和|及其?|以及|与){_ANY}{_KIND})*(?!间)"
)
"""The United Nations bodies taken together."""

SESSION = re.compile(r"(?:第[\d一二三四五六七八九十百零〇]+[届次]|各届|历届|每届|半年度|年度|法定)*大会(?![一-鿿]?主席团)")
"""The assembly of a body, said of one of its sessions."""

FIELD_OFFICE = re.compile(rf"驻(?P<place>[{_HAN}]{{2,12}}?)(?P<head>国家工作队|国家办事处|区域办事处|次区域办事处|联络处|办事处|代表处|特派团|援助团)")
"""An office in the field."""

MODIFIER = re.compile(r"各(?!国)|所有|其他(?!相关组织|多边机构)|全体|全世界|世界|全球")
"""What stands before a collective actor without being part of it."""

NEEDS_OPEN: frozenset[str] = frozenset({"秘书处", "专门机构", "议会委员会", "区域议会", "政府", "缔约方", "基金和方案", "议会组织"})
"""Names of common words that are names only where a name may begin."""

QUOTED_PHRASES = re.compile(r"“一个联合国”")
"""Phrases that hold the name of a body and do not name it."""

SHARED_TITLE = re.compile(r"和|与|及|以及|、")
"""Between two bodies that share an officer's title."""

PLACE = re.compile(r"(?:(?<=在)|(?<=驻)|(?<=前往)|(?<=派往)|(?<=访问)|(?<=抵达))")
"""What makes a State the place of something."""

SPONSOR_LINE = re.compile(r"^(?P<names>[^：。\n]{2,2000})：(?:订正)?(?:决议|决定|修正案|宣言)(?:草案|修正案)?$", re.MULTILINE)
"""The line that names the sponsors of a draft."""

PREDICATE = re.compile(r"[，。、；：()”]|各委员会|启动|有|[和与的于在对向应可将也还]|能(?!力)|通过|批准|核准|提供|进行|发挥|作出|做出|参与|并|之间|提出|起草|审查|审议|设立|举行|作|$")
"""What may follow 议会 when it is a body and not an attribute."""

SHAPE = re.compile("|".join(sorted(_DATA["scopes"], key=len, reverse=True)))
"""How the name of a body that no registry lists may begin."""

PERSON_NAMED = re.compile(rf"[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}}?)+(?:基金会|学院|中心|研究所|图书馆)")
"""A body named after a person with a foreign name."""

NEVER_AFTER = re.compile(r"(?<=基金)会(?!议)|(?<=部)长|(?<=大会)堂|(?<=中心)的作用")
"""What shows that a string which looks like a name goes on as another word; matched where it ends."""

NEVER_AFTER_COMMON = re.compile(r"(?<=组织)(?:了|召开|举办|举行|开展|编写|实施|一次|一个)")
"""The same for a name made of common words."""

NEVER_AFTER_HEAD = re.compile(r"国家")
"""The same for a head noun alone."""

NEVER_AFTER_STATE = re.compile(r"语|文版|港(?!口)|特区|人(?![民权口员道士类])")
"""The same for the name of a State."""

ENVOY = re.compile(
    r"(?:负责|主管)(?P<topic>[^，。；：《》()]{2,30}?)(?:问题|事务)?的?秘书长(?P<rank>特别代表|特使|特别顾问|个人特使)(?P<office>办公室|办事处)?"
)
"""An officer of the Secretary-General named by the subject."""

CLAUSE_PLACE = re.compile(r"[，。；：]")
"""What must follow 在 and a State where the whole sentence speaks of that State."""

SPLIT: tuple[str, ...] = ("秘书处",)
"""Bodies that stand before the name of a part of theirs as a mention of their own."""

NOT_FIRST: tuple[str, ...] = tuple(_DATA["not_first"])
"""Words with which the name of an organ does not begin behind the name of its body."""

DEMONSTRATIVE = re.compile(
    r"(?:该|本)(?P<head>组织|委员会|小组委员会|论坛|部|厅|署|中心|基金|理事会|办公室|办事处|伙伴关系|联盟|工作队|小组|体系|银行|特派团|机构|国)"
    r"(?:政府|当局)?(?![长门分队家际内])"
)
"""A body or State pointed at."""

GUARDS: dict[str, re.Pattern[str]] = {
    "大会": re.compile(
        r"(?<![大届次定作长生展间员民表协合动年议盛赛念女洲育学团])(?<!法定)(?<!行了)(?<!开了)大会(?!堂)",
    ),
    "秘书长": re.compile(r"(?<![副理)两位名任])(?<!总)秘书长"),
    "安全理事会": re.compile(r"(?<!和平与)(?<!和平和)安全理事会"),
    "各国": re.compile(r"(?<!洲)(?<!勒比)(?<!地区)(?<!区域)各国(?!家|议员|议长|国会|国防|元首|劳|法|民|家|内|别|际)"),
    "非洲国家": re.compile(r"非洲国家(?!议会)"),
    "缔约方": re.compile(r"缔约方(?!会议|大会)"),
    "缔约国": re.compile(r"缔约国(?!会议|大会|\d|审议|年)"),
    "政府": re.compile(r"(?<![无非地联])政府(?![间首官专债无性机采])"),
    "国家议会": re.compile(r"(?<![洲语伯比美亚欧部])国家议会"),
    "区域议会": re.compile(r"区域议会(?!会|间|听|论|圆|研)"),
    "利益攸关方": re.compile(r"(?<!多)(?<!多方)利益攸关方"),
    "议联": re.compile(r"(?<![建倡会])议联(?!合(?!作))"),
}
"""What must be so around a name, by its string or by the type of its entity; matched where the name begins."""


def with_particle(words: str) -> str:
    """Give the other spelling of the joint before 秘书长: with 的.

    Args:
        words: ``问题秘书长`` and the like.

    Returns:
        The words with one 的 before 秘书长.

    Example:
        >>> with_particle("问题秘书长")
        '问题的秘书长'
    """
    return words.replace("的秘书长", "秘书长").replace("秘书长", "的秘书长")
