"""Actors: spans, entities and the readings that depend on context."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest

from corpus import read_text
from extract.abbreviations import abbreviations
from extract.actors import find_actors, to_records
from extract.reading import Reading


def read(text):
    reading = Reading(read_text(text, "a.txt"))
    return reading, find_actors(reading, abbreviations(reading))


def found(text):
    reading, mentions = read(text)
    return [(reading.text[m.start : m.end], m.entity) for m in mentions]


NAMES = [
    # longest name, none inside it
    ("各国议会联盟同联合国合作", [("各国议会联盟", "ipu"), ("联合国", "un")]),
    # a name of two characters that other words hold
    ("青年大会和第五次大会", []),
    ("依照大会第76/270号决议", [("大会", "ga")]),
    ("缔约方大会的决定", []),
    ("行预咨委会建议大会应授权", [("行预咨委会", "acabq"), ("大会", "ga")]),
    ("制宪大会和国家安全理事会", []),
    # a string that hides one name and holds another
    ("沿海地区的政府间组织", [("政府间组织", "intergovernmental-organizations")]),
    ("其中国际组织和各国际组织", [("国际组织", "international-organizations")] * 2),
    ("北塞浦路斯土耳其共和国民用航空局", []),
    # 建议 ends where the name begins
    ("建议联合国国家工作队设计方案", [("联合国国家工作队", "unct")]),
    # titles are not annotated, except a committee named after a treaty
    ("按照《联合国宪章》和《联合国气候变化框架公约》", []),
    ("向《消除对妇女一切形式歧视公约》委员会提交", [("《消除对妇女一切形式歧视公约》委员会", "cedaw-committee")]),
    # a body and a common noun are two; so are the Secretariat and its department
    ("联合国官员在联合国总部", [("联合国", "un"), ("联合国", "un")]),
    ("秘书处政治事务部派团", [("秘书处", "secretariat"), ("政治事务部", "dpa")]),
]

COLLECTIVES = [
    ("联合国系统其他有关机构、基金和方案", [("联合国系统其他有关机构、基金和方案", "un-entities")]),
    ("联合国各机构、基金及方案负责人", [("联合国各机构、基金及方案", "un-entities")]),
    ("联合国机构间协调", [("联合国", "un")]),
    ("联合国的机构能力", [("联合国", "un")]),
    # 组织 is a noun here, whatever verb follows
    ("同联合国系统各组织开展合作", [("联合国系统各组织", "un-entities")]),
    # 政府 as an attribute
    ("政府组织和非政府组织", [("非政府组织", "ngos")]),
    # all of them together, but not some others
    ("国际舞台上的所有行为体和其他行为体", [("行为体", "relevant-actors")]),
    ("请各会员国和所有利益攸关方", [("会员国", "member-states"), ("利益攸关方", "stakeholders")]),
    ("多利益攸关方高级别咨询小组", []),
    ("联盟成员国议会的代表", [("成员国议会", "parliaments")]),
]

COMPOUNDS = [
    ("开发署驻缅甸办事处提供支助", [("开发署驻缅甸办事处", "undp:myanmar")]),
    ("联合国驻黎巴嫩国家工作队表示", [("联合国驻黎巴嫩国家工作队", "unct:lebanon")]),
    ("议会联盟第126届大会通过", [("议会联盟第126届大会", "ipu-assembly")]),
    ("开发署发展政策局民主治理小组", [("开发署发展政策局民主治理小组", "undp:发展政策局民主治理小组")]),
    ("安全理事会第1540号决议所设委员会主席", [("安全理事会第1540号决议所设委员会主席", "sc-1540:chair")]),
    ("非盟委员会和平与安全部", [("非盟委员会和平与安全部", "au-commission:和平与安全部")]),
    ("建设和平委员会几内亚比绍组合", [("建设和平委员会几内亚比绍组合", "pbc:几内亚比绍组合")]),
    # the name goes on behind the bracket
    (
        "黑海经济合作组织(黑海经合组织)常设国际秘书处",
        [("黑海经济合作组织", "bsec"), ("黑海经合组织", "bsec"), ("常设国际秘书处", "bsec-permis")],
    ),
    # a body of two, against two bodies of one meeting
    ("非盟-国际劳工组织联合工作队", [("非盟-国际劳工组织联合工作队", "au-ilo:联合工作队")]),
    ("东盟-联合国首脑会议", [("东盟", "asean"), ("联合国", "un")]),
    # an office at a body belongs to somebody else; without that body nothing is known of it
    ("妇发基金设立了非盟联络处", [("妇发基金", "unifem"), ("非盟联络处", "unifem:非盟联络处")]),
    ("成立了非盟联络处", [("非盟", "au")]),
    ("劳工组织通过驻西班牙港办事处提供支持", [("劳工组织", "ilo"), ("驻西班牙港办事处", "ilo:西班牙港")]),
    # a conjunction or a verb right behind the body begins no organ of it
    ("开发署和议会事务部合作", [("开发署", "undp")]),
    ("妇女署支持性别和儿童事务部开展工作", [("妇女署", "unwomen")]),
]

OFFICERS = [
    ("世卫组织总干事指出", [("世卫组织总干事", "who:head")]),
    ("议联主席和秘书长会晤", [("议联主席", "ipu-president"), ("秘书长", "ipu-sg")]),
    # after a declaration the body alone
    ("联合国人口基金(人口基金)执行主任", [("联合国人口基金", "unfpa"), ("人口基金", "unfpa")]),
    # somebody else's, or several
    (
        "非洲国家联盟(非联)秘书长互通信函，两位秘书长会晤",
        [("非洲国家联盟", "unlisted:非洲国家联盟"), ("非联", "unlisted:非洲国家联盟")],
    ),
    ("负责冲突中性暴力问题秘书长特别代表", [("负责冲突中性暴力问题秘书长特别代表", "srsg-svc")]),
]

STATES = [
    # a people with its State, persons without
    ("巴勒斯坦人民和巴勒斯坦人", [("巴勒斯坦", "state:palestine")]),
    ("被占领巴勒斯坦领土的人", []),
    # names of their time, and what only holds a name
    ("南朝鲜和马尔维纳斯群岛", [("南朝鲜", "state:republic-of-korea"), ("马尔维纳斯群岛", "state:falkland-islands")]),
    ("民主也门和萨摩亚途径", []),
    ("开展联合国别访问", []),
    ("缅甸政府和南苏丹当局", [("缅甸政府", "state:myanmar"), ("南苏丹当局", "state:south-sudan")]),
    ("非洲葡萄牙语国家和西班牙港", []),
    ("利比亚国家军队", [("利比亚", "state:libya")]),
    # bodies of a State are not the State, nor the United Nations body of the same name
    ("阿富汗独立人权委员会", [("阿富汗独立人权委员会", "state:afghanistan:独立人权委员会")]),
    ("乌克兰外交部和外交部长", [("乌克兰外交部", "state:ukraine:外交部")]),
    ("在黎巴嫩，同内政部合作", [("黎巴嫩", "state:lebanon"), ("内政部", "state:lebanon:内政部")]),
    ("美国国际开发署", [("美国国际开发署", "usaid")]),
    ("海地国家警察同海地选举委员会", [("海地", "state:haiti"), ("海地选举委员会", "state:haiti:选举委员会")]),
    ("印度问题专家小组", [("印度", "state:india")]),
    ("发展中国家", [("发展中国家", "developing-countries")]),
]

PARLIAMENTS = [
    ("赞比亚国民议会议长出席", [("赞比亚国民议会", "parliament:zambia")]),
    ("尼日利亚议会千年发展目标委员会", [("尼日利亚议会千年发展目标委员会", "parliament:nigeria:千年发展目标委员会")]),
    (
        "在厄瓜多尔，开发署与国民议会签署",
        [("厄瓜多尔", "state:ecuador"), ("开发署", "undp"), ("国民议会", "parliament:ecuador")],
    ),
    (
        "在阿尔巴尼亚，开发署和议会进行互动",
        [("阿尔巴尼亚", "state:albania"), ("开发署", "undp"), ("议会", "parliament:albania")],
    ),
    # a committee that says it is a parliament's; the indefinite article stays outside
    (
        "越南国民议会设立一个人口与发展问题议会委员会",
        [
            ("越南国民议会", "parliament:viet-nam"),
            ("人口与发展问题议会委员会", "parliament:viet-nam:人口与发展问题议会委员会"),
        ],
    ),
    (
        "法国国民议会社会事务委员会、卫生委员会",
        [
            ("法国国民议会社会事务委员会", "parliament:france:社会事务委员会"),
            ("卫生委员会", "parliament:france:卫生委员会"),
        ],
    ),
    ("乌克兰议会人权专员", [("乌克兰议会人权专员", "parliament:ukraine:human-rights-commissioner")]),
    # an ordinary phrase without its State
    ("在土库曼斯坦举行协商会议", [("土库曼斯坦", "state:turkmenistan")]),
    # an attribute, and a parliament in general
    ("在阿尔巴尼亚，举行议会听证会", [("阿尔巴尼亚", "state:albania")]),
    ("旨在莫桑比克加强议会对基金的监督", [("莫桑比克", "state:mozambique")]),
]

ANAPHORA = [
    # the organisation that speaks: the United Nations where an organ of theirs is named, and where none is
    ("秘书长指出，本组织的建筑需要维护。", [("秘书长", "sg"), ("本组织", "un")]),
    ("本组织在各州有四个办事处。", []),
    ("世界卫生组织指出，秘书长将通知本组织。", [("世界卫生组织", "who"), ("秘书长", "sg")]),
    # a secretariat that may be that of a treaty
    ("秘书处费用", [("秘书处", "secretariat")]),
    ("请秘书处向缔约方提供信息", [("秘书处", None), ("缔约方", "states-parties")]),
    ("人权理事会举行会议。提交理事会的报告", [("人权理事会", "hrc"), ("理事会", "hrc")]),
    ("欢迎建设和平委员会。该委员会和两个委员会的工作", [("建设和平委员会", "pbc"), ("该委员会", "pbc")]),
    # the noun belongs to the title before it
    ("世界投资论坛和“团结”论坛", [("世界投资论坛", "wif")]),
    # nothing fits
    ("提交理事会的报告", []),
    # part of a longer name
    ("人权委员会和卫生委员会", [("人权委员会", "chr")]),
]

SHAPES = [
    ("与国际海洋政策研究所共同举办", [("国际海洋政策研究所", "unlisted:国际海洋政策研究所")]),
    ("与国际专家举行会议", []),
    ("国家和国际机构和委员会", []),
    # of one country, where the country is known; set up, where a verb says so
    (
        "在索马里，成立新的独立宪法审查和执行委员会",
        [("索马里", "state:somalia"), ("独立宪法审查和执行委员会", "state:somalia:独立宪法审查和执行委员会")],
    ),
    ("国家选举委员会", []),
    ("与贝鲁特新闻中心合作，通过新闻中心", [("贝鲁特新闻中心", "unic:贝鲁特")]),
    ("成立了一个联合监督委员会", [("联合监督委员会", "unlisted:联合监督委员会")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*NAMES, *COLLECTIVES, *COMPOUNDS, *OFFICERS, *STATES, *PARLIAMENTS, *ANAPHORA, *SHAPES],
)
def test_found(text, expected):
    assert found(text + "。") == expected


def test_declared_short_form_holds_for_the_document():
    text = "1. 阿尔法贝塔合作组织(阿贝组织)成立。\n\n2. 阿贝组织秘书处和阿贝组织成员国。\n"
    entity = "unlisted:阿尔法贝塔合作组织"
    assert found(text) == [
        ("阿尔法贝塔合作组织", entity),
        ("阿贝组织", entity),
        ("阿贝组织秘书处", entity + ":秘书处"),
        ("阿贝组织", entity),
        ("成员国", "member-states"),
    ]
    _, mentions = read(text)
    assert [(m.form, m.defines) for m in mentions[:4]] == [
        ("full", True),
        ("abbrev", True),
        ("abbrev", False),
        ("abbrev", False),
    ]


def test_shortened_name_of_an_organ():
    text = "议会联盟联合国事务委员会咨询小组开会。联合国事务咨询小组向海地派团。"
    assert [entity for _, entity in found(text)][:2] == ["ipu-un-advisory-group"] * 2


def test_roles():
    text = "第七十八届会议\n\n中国、古巴和马里：决议草案\n\n大会，\n\n1. 欢迎在马里举行会议；\n"
    _, mentions = read(text)
    roles = [(m.entity, m.role) for m in mentions if m.actor_type == "state"]
    assert roles == [
        ("state:china", "sponsor"),
        ("state:cuba", "sponsor"),
        ("state:mali", "sponsor"),
        ("state:mali", "place"),
    ]


def test_records():
    source = "1. 世界卫生\n组织欢迎。\n"
    reading, mentions = read(source)
    (record,) = to_records(mentions, reading)
    assert record.span.text == source[record.span.start : record.span.end] == "世界卫生\n组织"
    assert (record.name, record.name_en, record.paragraph, record.place) == (
        "世界卫生组织",
        "World Health Organization",
        "1",
        "numbered",
    )


def test_mentions_do_not_overlap():
    text = "\n\n".join(one for one, _ in [*NAMES, *COLLECTIVES, *COMPOUNDS, *OFFICERS, *STATES, *PARLIAMENTS])
    _, mentions = read(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert len(mentions) > 30


def test_speed():
    text = "大会请联合国开发计划署(开发署)同各国议会联盟和缅甸政府合作，并在肯尼亚执行人权理事会的建议。\n\n" * 400
    reading = Reading(read_text(text, "a.txt"))
    find_actors(reading, abbreviations(reading))
    start = time.perf_counter()
    find_actors(reading, abbreviations(reading))
    assert len(text) / (time.perf_counter() - start) > 60_000  # ten times slower than measured: machines differ


def test_language_without_rules_gives_nothing():
    document = replace(read_text("The Security Council decides.", "a.txt"), language="tlh")
    assert find_actors(Reading(document), ()) == ()
