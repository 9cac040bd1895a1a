"""Acts of resolutions: each row says which habit of wording it stands for."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus import read_document
from corpus.document import Block, BlockKind, Document, OffsetMap
from extract.languages.zh.mandates import acts, asks_report, due, opening
from extract.mandates import mandates
from extract.reading import Reading
from extract.records import Mandate

SHARED = Path(__file__).resolve().parents[2] / "shared"
KINDS = {kind.value: kind for kind in BlockKind}


@dataclass(frozen=True)
class Named:
    """An actor as the extractor of actors would give it."""

    start: int
    end: int
    entity: str | None
    actor_type: str


NAMES = {
    "各国议会联盟": ("ipu", "related-organization"),
    "世界卫生组织": ("who", "specialized-agency"),
    "联合国": ("un", "igo"),
    "大会": ("ga", "principal-organ"),
    "安全理事会": ("sc", "principal-organ"),
    "秘书长": ("sg", "office-holder"),
    "会员国": ("member-states", "generic"),
    "各国议会": ("parliaments", "generic"),
    "各国政府": ("governments", "generic"),
    "利益攸关方": ("stakeholders", "generic"),
    "非政府组织": ("ngos", "generic"),
    "民间社会": ("civil-society", "generic"),
    "海地": ("state:haiti", "state"),
}
NAME = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))


def document(*lines: tuple[str, str, str]) -> Document:
    """Build a resolution of blocks: (kind, label of the paragraph, words)."""
    text, blocks = "", []
    for kind, paragraph, words in lines:
        blocks.append(Block(KINDS[kind], len(text), len(text) + len(words) + 1, len(text), paragraph, paragraph))
        text += words + "\n"
    return Document("x", text, "zh", text, OffsetMap((0,), (0,)), tuple(blocks), (), (), (), (), "0")


def found(*lines: tuple[str, str, str]) -> tuple[Mandate, ...]:
    built = document(*lines)
    names = [Named(*match.span(), *NAMES[match[0]]) for match in NAME.finditer(built.text)]
    return mandates(Reading(built), names)


def asked(words: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(act.verb, act.addressees) for act in found(("operative", "1", words))]


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("回顾其决议，", "回顾", "plain"),
        ("又回顾其决议，", "又回顾", "counted on by an adverb"),
        ("表示注意到其决议，", "表示注意到", "taken note of, not noted"),
        ("赞赏地注意到报告，", "赞赏地注意到", "with appreciation"),
        ("深为关切局势，", "深为关切", "adverb and feeling"),
        ("确认并申明责任，", "确认并申明", "two verbs, one act"),
        ("表示严重忧虑和关切局势，", "表示严重忧虑和关切", "two feelings"),
        ("在这方面邀请各国议会联盟合作，", "在这方面邀请", "what leads to it belongs to it"),
        ("在这方面，欢迎举行会议，", "在这方面欢迎", "comma after the lead"),
        ("重申，合作是责任，", "重申", "comma after the verb"),
        ("重申决心按照《宪章》合作，", "重申", "the determination is what is reaffirmed"),
        ("强调指出合作的重要性，", "强调指出", "the longer verb"),
        ("再次申明对话的作用，", "再次申明", "not 再次 and another verb"),
        ("对不断传来的报告，再次表示震惊，", "再次表示震惊", "the object stands first"),
        ("根据《宪章》第七章采取行动，", "采取行动", "acting under Chapter VII"),
        ("也门局势继续恶化，", None, "也 of a name is no adverb"),
        ("联合国的宗旨和原则，", None, "no verb"),
        ("通过国际合作增进了解，", None, "by means of, not adopting"),
    ],
)
def test_opening(words: str, expected: str | None, reason: str) -> None:
    act = opening(words)
    assert (act.printed if act else None) == expected, reason


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("欢迎议联的行动，并鼓励各国加强合作；", ["欢迎", "鼓励"], "joined by 并"),
        ("回顾决定，邀请会员国纪念，同时强调指出费用应自愿捐付；", ["回顾", "邀请", "强调指出"], "three acts"),
        ("邀请会员国继续这一做法，同时适当考虑到均衡；", ["邀请"], "bearing in mind belongs to what is asked"),
        ("欢迎议联作出贡献，以及通过其努力，鼓励各国议会参与；", ["欢迎"], "an effort of others that encourages"),
        ("邀请议联继续合作，支持各国政府，并回顾议联的作用；", ["邀请", "并回顾"], "支持 is content, 并回顾 an act"),
        ("重申对话有益，在这方面，欢迎举行会议；", ["重申", "欢迎"], "a lead between commas"),
        ("鼓励议联合作，并鼓励双方促进交流；", ["鼓励", "并鼓励"], "the same verb again is told apart"),
        ("注意到局势变化，敦促会员国采取措施，开展调查；", ["注意到", "敦促"], "without 并"),
        ("确认结论，其中强调困难，并着重指出趋势；", ["确认"], "what the conclusions say"),
        ("欢迎题为“减排，鼓励各国行动”的宣言；", ["欢迎"], "a verb inside a title"),
        ("请基金并邀请各专门机构，审议结果；", ["请", "邀请"], "others are asked for the same"),
        ("请秘书长加强合作并请教专家；", ["请"], "并请 inside the content"),
        ("重点指出规划署支持方案，还支持建设能力；", ["重点指出"], "还支持 goes on with the content"),
        ("敦促再次努力，重申中线不影响边界；", ["敦促", "重申"], "reaffirming is an act of the organ"),
        ("鼓励各国开展宣传，强调妇女的作用；", ["鼓励"], "emphasis that is asked for"),
        ("认识到参与十分重要，并承诺采取措施；", ["认识到", "承诺"], "a commitment"),
        ("国家一级的合作；", [], "no act"),
    ],
)
def test_acts(words: str, expected: list[str], reason: str) -> None:
    assert [act.verb for act in acts(words)] == expected, reason


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("请秘书长向大会提交报告；", ("sg",), "who gets the report is not asked"),
        ("鼓励联合国和各国议会联盟加强合作；", ("un", "ipu"), "two"),
        ("鼓励联合国同各国议会合作；", ("un",), "同 joins the content"),
        ("请秘书长与各国政府协商；", ("sg",), "与 joins the content"),
        ("鼓励联合国应会员国请求提供支持；", ("un",), "at the request of"),
        (
            "促请会员国包括各国议会——在联合国提供支持的情况下——以及其他有关利益攸关方酌情加强协调；",
            ("member-states", "parliaments", "stakeholders"),
            "between dashes nobody is asked",
        ),
        ("邀请作为专门机构的世界卫生组织加强合作；", ("who",), "described before it is named"),
        ("敦促尚未批准《公约》的会员国考虑批准；", ("member-states",), "those who have not yet"),
        (
            "邀请所有会员国、包括非政府组织在内的民间社会和所有其他相关利益攸关方纪念这一日；",
            ("member-states", "ngos", "civil-society", "stakeholders"),
            "a long list",
        ),
        ("敦促所有各方和所有会员国确保合作；", ("member-states",), "an unknown body before the first name"),
        ("邀请会员国、体育组织和民间社会开展合作；", ("member-states", "civil-society"), "and one between"),
        ("请秘书长加强合作、协调和会员国的参与；", ("sg",), "a list inside the content"),
        ("呼吁联合国和各国议会联盟的高级官员定期会晤；", ("un", "ipu"), "officers of both"),
        ("请大会第六十九届会议主席举行协商；", ("pga",), "the President, not the Assembly"),
        ("邀请捐助者提供资金；", ("donors",), "a collective name that only its place makes an actor"),
        ("建议会员国纳入政策；", ("member-states",), "议会 inside 建议会员国 is nobody"),
        ("敦促联合国其他有关会员国提供部队；", ("member-states",), "the members, not the organisation"),
        ("请海地政府采取措施；", ("state:haiti",), "a government is its State"),
        ("呼吁重振多边主义；", (), "nobody is named"),
        ("强调会员国必须合作；", (), "it asks nothing"),
    ],
)
def test_addressees(words: str, expected: tuple[str, ...], reason: str) -> None:
    assert asked(words)[0][1] == expected, reason


def test_both_are_those_named_before() -> None:
    assert asked("欢迎各国议会联盟同联合国互动，并鼓励两个组织加强合作；")[1] == ("鼓励", ("ipu", "un"))
    assert asked("鼓励联合国和各国议会联盟同各国议会合作，并鼓励双方促进交流；")[1] == ("并鼓励", ("un", "ipu"))
    assert asked("欢迎各国议会联盟的行动，并鼓励两个组织加强合作；")[1] == ("鼓励", ()), "one body is not two"


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("请秘书长向大会第七十九届会议提交报告；", ("79", "ga", True), "a session and its body"),
        ("决定在大会第七十九届会议上继续审议这个问题；", ("79", "ga", False), "a decision sets a time"),
        ("请秘书长至迟在2015年7月10日向安全理事会提交报告；", ("2015-07-10", "sc", True), "at the latest"),
        ("请秘书长在2026年底前提交报告；", ("2026", None, True), "before the end of a year"),
        ("请秘书长就本决议的执行情况提出报告；", (None, None, True), "no time set"),
        ("请秘书长在报告中反映议会的作用；", (None, None, False), "a report that is made anyway"),
        ("请会员国在2014年9月底前任命了召集人之后协商；", (None, None, False), "what was done is not due"),
        ("请会员国在大会第七十九届会议之后协商；", (None, None, False), "after is no limit"),
        ("注意到秘书长向大会第七十九届会议提交的报告；", (None, None, False), "nothing is asked"),
    ],
)
def test_due(words: str, expected: tuple[str | None, str | None, bool], reason: str) -> None:
    act = found(("operative", "1", words))[0]
    assert (act.due, act.due_body, act.report) == expected, reason


@pytest.mark.parametrize(
    ("words", "since", "expected", "reason"),
    [
        ("呼吁各方撤至1965年8月5日之前的阵地；", "1965-09-20", None, "a day gone by"),
        ("呼吁各方撤至1965年8月5日之前的阵地；", None, "1965-08-05", "no date to tell by"),
        ("请秘书长在1965年底前提交报告；", "1965-09-20", "1965", "a year not over"),
        (
            "请各方终止1965年8月5日之前的做法，并至迟在1965年12月1日提交报告；",
            "1965-09-20",
            "1965-12-01",
            "the first to come",
        ),
    ],
)
def test_nothing_is_due_before_the_document(words: str, since: str | None, expected: str | None, reason: str) -> None:
    time = due(words, since)
    assert (time and time[0]) == expected, reason


def test_due_and_report_of_bare_clauses() -> None:
    assert due("请各国合作") is None
    assert asks_report("请就如何界定和报告成果开展对话") is False


def test_preambular_paragraph_gives_one_record() -> None:
    record, *rest = found(("preambular", "p15", "在这方面邀请各国议会联盟合作，并欢迎会员国参加，"))
    assert not rest
    assert (record.paragraph, record.verb, record.addressees) == ("p15", "在这方面邀请", ("ipu",))
    assert record.concerns == ("member-states",)


def test_parts_of_what_is_asked_are_no_acts() -> None:
    records = found(
        ("operative", "1", "邀请各国政府："),
        ("subparagraph", "1", "鼓励青年参与体育；"),
        ("operative", "2", "欢迎会议；"),
    )
    assert [(record.paragraph, record.verb) for record in records] == [("1", "邀请"), ("2", "欢迎")]


def test_parts_of_a_decision_are_acts() -> None:
    records = found(("operative", "1", "决定："), ("subparagraph", "1", "请秘书长提交报告；"))
    assert [(record.verb, record.addressees) for record in records] == [("决定", ()), ("请", ("sg",))]


def test_clause_and_what() -> None:
    first, second = found(("operative", "1", "欢迎联合国的行动，并鼓励会员国加强合作；"))
    assert (first.span.text, first.what, first.concerns) == ("欢迎联合国的行动", "联合国的行动", ("un",))
    assert (second.span.text, second.what) == ("并鼓励会员国加强合作", "会员国加强合作")


def test_reports_have_no_mandates() -> None:
    assert found(("numbered", "1", "大会请秘书长提交报告。"), ("heading", "1", "请参看")) == ()


GOLD = SHARED / "gold" / "mandates.json"


@pytest.mark.skipif(not GOLD.exists(), reason="the gold standard is not beside the project")
def test_gold_verbs() -> None:
    records = mandates(Reading(read_document(SHARED / "corpus" / "A_RES_76_270.zh.txt")), ())
    mine = [(record.paragraph, record.verb) for record in records]
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    want = [(line["paragraph"], line["verb"]) for line in gold if line["kind"] == "preambular"]
    want += [
        (str(line["paragraph"]), act["verb"]) for line in gold if line["kind"] == "operative" for act in line["acts"]
    ]
    assert mine == want
