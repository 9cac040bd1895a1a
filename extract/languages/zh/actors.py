"""How Chinese United Nations documents name actors: words that shape names, patterns and guards."""

import re
from collections.abc import Iterable

from extract.languages.wordlists import wordlists

__all__ = [
    "ANAPHORA",
    "ASSEMBLIES",
    "BARE_PARLIAMENTS",
    "CENTRE",
    "CENTRES",
    "CLAUSE_PLACE",
    "COLLECTIVE",
    "COLLECTIVES",
    "COMMITTEES",
    "COMMITTEE_HEADS",
    "COMMITTEE_OF_PARLIAMENT",
    "COMMITTEE_OF_RESOLUTION",
    "COMMITTEE_OF_TITLE",
    "CONVENTION",
    "COUNTRY",
    "COUPLED",
    "DEMONSTRATIVE",
    "DOMESTIC",
    "ENVOY",
    "FIELD_OFFICE",
    "FOUNDED",
    "GUARDS",
    "HEADS",
    "INDEFINITE",
    "JOINT_BODY",
    "LEXICON",
    "LIAISON",
    "MEMBER",
    "MINISTRY",
    "MINISTRY_HEAD",
    "MISSIONS",
    "MODIFIER",
    "MODIFIERS",
    "NAMED_WITH_STATE",
    "NEEDS_OPEN",
    "NEVER_AFTER",
    "NEVER_AFTER_COMMON",
    "NEVER_AFTER_HEAD",
    "NEVER_AFTER_STATE",
    "NEVER_AFTER_TITLE",
    "NOT_BEFORE_BARE",
    "NOT_FIRST",
    "NOT_OF_STATE",
    "OFFICERS_OF_PARLIAMENT",
    "OPEN",
    "OWN_OFFICE",
    "OWN_ORGANIZATION",
    "PARLIAMENT",
    "PERSON_MARK",
    "PERSON_NAMED",
    "PHRASES",
    "PLACE",
    "PREDICATE",
    "QUALIFIED",
    "QUOTED",
    "QUOTED_PHRASES",
    "RUN",
    "SESSION",
    "SHAPE",
    "SHARED_TITLE",
    "SPLIT",
    "SPONSOR_LINE",
    "STATE_BODIES",
    "STATE_TAIL",
    "STRONG",
    "THAT_COUNTRY",
    "TITLE",
    "TITLES",
    "UNPRINTED",
    "with_particle",
]

_DATA = wordlists("zh", "actors")
_HAN = "\u4e00-\u9fff"
_NUMBER = r"[\d一二三四五六七八九十百零〇]+"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _lookbehind(words: Iterable[str]) -> str:
    """Make lookbehinds of words; a lookbehind holds words of one length only."""
    known = sorted(words)
    return "|".join(
        f"(?<={'|'.join(word for word in known if len(word) == length)})" for length in sorted(set(map(len, known)))
    )


# -- words ----------------------------------------------------------------------------------------------------

COLLECTIVES: dict[str, str] = _DATA["collectives"]
"""Phrases for collective actors that the registry does not list."""

HEADS: frozenset[str] = frozenset(noun for noun, value in _DATA["heads"].items() if value is None)
"""Nouns on which the name of a part of a body ends."""

TITLES: dict[str, str] = {title: slug for title, slug in _DATA["titles"].items() if slug}
"""Titles of officers and the last part of the id of such an officer."""

STRONG: frozenset[str] = frozenset(_DATA["strong"])
"""Nouns on which the name of a body that no registry lists may end."""

ANAPHORA: frozenset[str] = frozenset(_DATA["anaphora"])
"""Nouns that alone, and definite, name a body spoken of before."""

MISSIONS: frozenset[str] = frozenset(_DATA["missions"])
"""Those of them that only name a mission."""

ASSEMBLIES: frozenset[str] = frozenset(_DATA["assemblies"])
"""Gatherings, which are bodies only where their officer is named."""

UNPRINTED: frozenset[str] = frozenset(_DATA["unprinted"])
"""Collective actors of the registry that running text names only in passing."""

NEEDS_OPEN: frozenset[str] = frozenset(_DATA["needs_open"])
"""Names of common words that are names only where a name may begin."""

BARE_PARLIAMENTS: frozenset[str] = frozenset(_DATA["bare_parliaments"])
"""Collective names that mostly stand for one parliament, or for none; read in their context."""

PARLIAMENT = "议会"
"""The plain word for a parliament, which is an attribute as often."""

THAT_COUNTRY = ("该国", "该")
"""What may stand before a parliament of a country spoken of."""

NOT_BEFORE_BARE = ("的", "“")
"""What shows that the plain word is meant in general: an attribute before it, a title."""

COUPLED = re.compile(r"(?<=[\u4e00-\u9fffA-Za-z])[-—/]")
"""What couples two bodies in the name of something that they have in common; a dash of two strokes does not."""

COUNTRY = ("国",)
"""Head nouns that point at a State."""

SPLIT: tuple[str, ...] = ("秘书处",)
"""Bodies that stand before the name of a part of theirs as a mention of their own."""

NAMED_WITH_STATE: frozenset[str] = frozenset(_DATA["named_with_state"])
"""Names of parliaments that are ordinary phrases where their State does not stand before them."""

STATE_BODIES: tuple[str, ...] = tuple(_DATA["state_bodies"])
"""Nouns on which the name of a national body ends."""

OFFICERS_OF_PARLIAMENT: dict[str, str] = _DATA["officers_of_parliament"]
"""Officers whose title is part of their parliament's name, and the last part of their id; speakers are none."""

NOT_FIRST: tuple[str, ...] = tuple(_DATA["not_first"])
"""Words with which the name of an organ does not begin behind the name of its body."""


def _lexicon() -> dict[str, tuple[str, str]]:
    heads = sorted(HEADS, key=len, reverse=True)
    table: dict[str, tuple[str, str]] = {}
    for word in _DATA["shields"]:
        head = next((noun for noun in heads if word.endswith(noun)), None)
        table[word] = ("head", head) if head else ("word", word)
    table |= {word: ("stop", word) for word in _DATA["stops"]}
    table |= {word: ("joint", word) for word in _DATA["joints"]}
    table |= {noun: ("head" if value is None else "stop", noun) for noun, value in _DATA["heads"].items()}
    table |= {title: ("title" if slug else "stop", title) for title, slug in _DATA["titles"].items()}
    table |= {noun: ("head", noun) for noun in _DATA["anaphora"]}
    table |= {word: ("government", word) for word in _DATA["governments"]}
    return table | {word: ("parliament", word) for word in _DATA["parliaments"]}


LEXICON: dict[str, tuple[str, str]] = _lexicon()
"""Words that shape names: (tag, word); tags are head, title, stop, joint, government, parliament and word (no sign)."""

# -- where a name may begin and how it goes on ----------------------------------------------------------------

OPEN = re.compile(
    f"(?:(?<![{_HAN}])|{_lookbehind(_DATA['before'])})(?<!其)" + "".join(f"(?<!{word})" for word in _DATA["doubled"])
)
"""A place at which a name may begin; to be matched at an offset."""

RUN = re.compile(rf"(?:[{_HAN}·/]|\d+\+)*")
"""What the name of a part of a body may be made of."""

MODIFIERS = ("各", "所有", "其他", "全体", "有关", "相关")
"""Words before a collective actor that show it to be one."""

MODIFIER = re.compile(r"各(?!国(?!际))|所有|其他(?!相关组织|多边机构)|全体|全世界|世界|全球")
"""What stands before a collective actor without being part of it."""

NEVER_AFTER = re.compile(r"(?<=基金)会(?!议)|(?<=部)长|(?<=大会)堂|(?<=机构)间")
"""What shows that a string which looks like a name goes on as another word; matched where it ends."""

NEVER_AFTER_COMMON = re.compile(r"(?<=组织)(?:了|一次|一个)|(?<=议会组织)(?:召开|举办|举行|开展|编写|实施)")
"""The same for a name made of common words."""

NEVER_AFTER_HEAD = re.compile(r"(?<!共同体)国家")
"""The same for a head noun alone."""

NEVER_AFTER_STATE = re.compile(r"语|文版|港(?!口)|特区|人(?![民权口员道士类])")
"""The same for the name of a State."""

NEVER_AFTER_TITLE = re.compile(r"国(?!际)|团|会议")
"""The same for the title of an officer."""

STATE_TAIL = re.compile(r"(?<=国)(?:[家防际]|民(?![用族间众主航兵]))")
"""What shows that the last character of the name of a State begins another word."""

GUARDS: dict[str, re.Pattern[str]] = {
    "大会": re.compile(
        r"(?:(?<![大方国界届次定作长生展间员民表协合动年议盛赛念女洲育学团宪灾])"
        r"|(?<=建议)|(?<=提议)|(?<=决定)|(?<=规定)|(?<=商定)|(?<=议定)|(?<=确定)|(?<=期间))(?<!行了)(?<!开了)大会"
    ),
    "安全理事会": re.compile(r"(?<!和平与)(?<!和平和)(?<!国家)安全理事会"),
    "人权委员会": re.compile(r"(?<!国家)(?<!全国)(?<!独立)(?<!洲)(?<!教育与)人权委员会"),
    "开发署": re.compile(r"(?<!国际)(?<!合作)(?<!出口)(?<!贸易)(?<!经济)(?<!区域)开发署"),
    "行为体": re.compile(r"(?:(?<=所有)|(?<=一切)|(?<=各))行为体"),
    "秘书长": re.compile(r"(?<![副理)两位名任])(?<!总)秘书长"),
    "议联": re.compile(r"(?<![建倡会])议联(?!合(?!作))"),
    "朝鲜": re.compile(r"(?<![南北])朝鲜"),
    "各国": re.compile(r"(?<!洲)(?<!勒比)(?<!地区)(?<!区域)各国(?!家|议员|议长|国会|国防|元首|劳|法|民|内|别|际)"),
    "政府": re.compile(r"(?<![无非地联])政府(?![间首官专债无性机采组])"),
    "国家议会": re.compile(r"(?<![洲语伯比美亚欧部])国家议会"),
    "区域议会": re.compile(r"区域议会(?!会|间|听|论|圆|研)"),
    "利益攸关方": re.compile(r"(?<!多)(?<!多方)利益攸关方"),
    "缔约方": re.compile(r"缔约方(?!会议|大会)"),
    "缔约国": re.compile(r"缔约国(?!会议|大会|\d|审议|年)"),
}
"""What must be so around a name, by its string; matched where the name begins."""

# -- patterns -------------------------------------------------------------------------------------------------

TITLE = re.compile(r"《[^《》\n]{1,160}》")
"""A title; names in it are not mentions."""

QUOTED_PHRASES = re.compile(r"“一个联合国”")
"""Phrases that hold the name of a body and do not name it."""

COMMITTEE_OF_TITLE = re.compile(r"《(?P<title>[^《》\n]{2,80})》(?P<body>(?:缔约国)?(?:委员会|秘书处))")
"""The exception: a body named after a treaty in title marks."""

COMMITTEE_OF_RESOLUTION = re.compile(
    r"(?:安全理事会|安理会)?(?:关于[^，。；]{2,30}的)?第?(?P<number>\d{3,4})(?:\(\d{4}\))?号"
    r"(?:和第?\d{3,4}\(\d{4}\)号)*决议(?:所)?设(?:立)?(?:的)?(?:制裁)?委员会"
)
"""A committee of the Security Council named after its resolution."""

_KIND = r"(?:专门)?(?:实体|机构|组织|机关|基金|方案|部门|办事处|部厅)"
_WHICH = r"(?:其他|其它|各个|各|所有|有关|相关|主要)"
COLLECTIVE = re.compile(
    rf"联合国(?:系统)?(?:的(?={_WHICH}))?(?:{_WHICH}+内?{_KIND}|(?:实体|机构)|(?<=系统){_KIND}|(?:专门机构|基金|方案)、)"
    rf"(?:(?:、|和|及其?|以及|与){_WHICH}*{_KIND})*(?!间)"
)
"""The United Nations bodies taken together."""

PHRASES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf"联合国(?:系统)?{_WHICH}*人权(?:机制|机构)(?:[和与](?:机制|机构|程序))?"),
        "un-human-rights-mechanisms",
    ),
)
"""Other phrases for bodies taken together, each with the entity that it means."""

SESSION = re.compile(rf"(?:第{_NUMBER}[届次]|各届|历届|每届|半年度|年度|法定)*大会(?!.?主席团)")
"""The assembly of a body, said of one of its sessions."""

FIELD_OFFICE = re.compile(rf"驻(?P<place>[{_HAN}]{{2,12}}?)(?P<head>{_any_of(_DATA['field_offices'])})")
"""An office in the field."""

LIAISON = re.compile(_any_of(_DATA["liaison"]))
"""An office at a body, named after that body though it belongs to another."""

OWN_OFFICE = re.compile(
    rf"(?:通过|借助|经由)其?(?P<office>驻(?P<place>[{_HAN}]{{2,10}}?)(?:{_any_of(_DATA['field_offices'])})"
    rf"|[{_HAN}]{{2,8}}?(?:次区域|区域)(?:办事处|办公室|中心))"
)
"""An office of whoever the sentence speaks of."""

JOINT_BODY = re.compile(
    r"(?:联合|混合|高级别|协调|指导|特设|工作){0,2}(?:工作队|工作组|小组|委员会|专家组)(?!会议|讨论|成员国)"
)
"""What follows the last of coupled bodies where the whole names a body that they have in common."""

QUOTED = ("”", '"', "》")
"""What ends a title to which a noun behind it belongs."""

DOMESTIC = re.compile(rf"(?:{_any_of(_DATA['domestic'])})+")
"""What stands before the noun of a national body."""

QUALIFIED = re.compile(
    rf"(?:(?P<domestic>{_any_of(_DATA['domestic'])})|{_any_of(_DATA['joint_kinds'])})"
    r"(?!(?<=联合)国|(?<=过渡)[期时性])"
)
"""How the name of a body of one country, or of several bodies together, may begin."""

COMMITTEES: tuple[str, ...] = tuple(_DATA["committees"])
"""Nouns on which such a name ends."""

CENTRE = re.compile("新闻中心")
"""A centre named after its city."""

CENTRES = {"新闻中心": "unic"}
"""The body whose centre it is."""

FOUNDED = re.compile(r"(?:成立|设立|组建|建立)了?(?:一个|两个)?(?:新的)?")
"""What stands before the name of a body that is being set up."""

ENVOY = re.compile(
    r"(?:负责|主管)(?P<topic>[^，。；：《》()]{2,30}?)(?:问题|事务)?的?秘书长"
    r"(?P<rank>特别代表|特使|特别顾问|个人特使)(?P<office>办公室|办事处)?"
)
"""An officer of the Secretary-General named by the subject."""

SHARED_TITLE = re.compile(r"和|与|及|以及|、")
"""What stands between two bodies that share an officer's title, or between the members of a list."""

PLACE = re.compile(_lookbehind(["在", "驻", "前往", "派往", "访问", "抵达"]))
"""What makes a State the place of something."""

CLAUSE_PLACE = re.compile(r"[，。；：]")
"""What must follow a place where the whole sentence speaks of that State."""

SPONSOR_LINE = re.compile(
    r"^(?P<names>[^：。\n]{2,2000})：(?:订正)?(?:决议|决定|修正案|宣言)(?:草案|修正案)?$", re.MULTILINE
)
"""The line that names the sponsors of a draft."""

PREDICATE = re.compile(rf"[，。、；：()”]|[和与的于在对向应可将也还]|{_any_of(_DATA['predicate'])}|$")
"""What may follow the plain word for a parliament when it is a body and not an attribute."""

COMMITTEE_OF_PARLIAMENT = re.compile(
    r"(?:议会|两院|议员)(?!会议)(?:(?!和(?!平)|[的各与、或在对向])[\u4e00-\u9fff]){0,6}?(?:小组委员会|委员会|核心小组)"
)
"""The end of the name of a committee of a parliament."""

COMMITTEE_HEADS = ("委员会", "小组委员会")
"""Nouns on which the name of a committee ends."""

INDEFINITE = re.compile(r"[一两三几多数]个|一些")
"""What stands before a name without being part of it."""

MEMBER = re.compile(r"议员")
"""What makes a plain word for a parliament part of a word for its members."""

SHAPE = re.compile(rf"(?:{_any_of(_DATA['scopes'])})(?!机构)")
"""How the name of a body that no registry lists may begin."""

MINISTRY = re.compile(
    rf"(?:(?:{_any_of(_DATA['ministries'])})(?:[和与及、](?:{_any_of(_DATA['ministries'])}))?|(?:(?![与同跟及向对])[{_HAN}]){{2,8}}?事务)部"
    r"(?![长门队分级署落])"
)
"""A ministry, named right behind its State or where a State is spoken of."""

MINISTRY_HEAD = "部"
"""The noun on which its name ends."""

NOT_OF_STATE = re.compile(rf"(?:{_any_of(_DATA['not_of_state'])})|[{_HAN}]*?(?:问题|境内|局势|[与同跟及])")
"""What shows that words behind the name of a State, up to an offset, do not name a body of that State."""

PERSON_MARK = "·"
"""What stands between the parts of a foreign name."""

PERSON_NAMED = re.compile(rf"[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}}?)+(?:基金会|学院|中心|研究所|图书馆)")
"""A body named after a person with a foreign name."""

DEMONSTRATIVE = re.compile(rf"该(?P<head>{_any_of(_DATA['pointed_at'])})(?:(?<=国)(?:政府|当局))?(?![长门分队家际内])")
"""A body or State pointed at."""


OWN_ORGANIZATION = re.compile("本(?P<head>组织)(?!者)")
"""The organisation that speaks."""

CONVENTION = re.compile("缔约方|缔约国|公约|议定书")
"""What shows that a secretariat may be that of a treaty."""


def with_particle(words: str) -> str:
    """Give the spelling of a joint before 秘书长 that has 的.

    Args:
        words: ``问题秘书长`` and the like.

    Returns:
        The words with one 的 before 秘书长.

    Example:
        >>> with_particle("问题秘书长")
        '问题的秘书长'
    """
    return words.replace("的秘书长", "秘书长").replace("秘书长", "的秘书长")
