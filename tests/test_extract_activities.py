import json
import time
from pathlib import Path

import pytest

from corpus import read_document, read_text
from extract import extract
from extract.abbreviations import abbreviations
from extract.activities import activities
from extract.actors import find_actors
from extract.joint_acts import ACTOR
from extract.languages.zh.activities import joint_acts
from extract.reading import Reading
from extract.serialise import to_dicts

GOLD = Path(__file__).parent / "gold" / "activities.jsonl"
CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"


def found(text, document_type="report-sg"):
    reading = Reading(read_text(text, "a.txt"))
    return activities(reading, find_actors(reading, abbreviations(reading)), document_type)


# Sentence, participants with roles, kind, verb.
JOINT = [
    ("开发署和教科文组织组织了一次讲习班。", {"undp": "lead", "unesco": "lead"}, "organizes", "组织"),
    ("开发署与教科文组织合作。", {"undp": "lead", "unesco": "partner"}, "cooperates", "合作"),
    (
        "开发署和儿基会同教科文组织一道，联合举办了会议。",
        {"undp": "lead", "unicef": "lead", "unesco": "partner"},
        "organizes",
        "举办",
    ),
    ("开发署继续与教科文组织就此事密切合作。", {"undp": "lead", "unesco": "partner"}, "cooperates", "合作"),
    ("开发署与教科文组织合作，于2022年开设了课程。", {"undp": "lead", "unesco": "partner"}, "organizes", "开设"),
    ("开发署与教科文组织合作，支持青年参与。", {"undp": "lead", "unesco": "partner"}, "cooperates", "合作"),
    ("开发署与教科文组织签署了谅解备忘录。", {"undp": "lead", "unesco": "partner"}, "signs", "签署"),
    ("开发署加强了与教科文组织在这方面的合作。", {"undp": "lead", "unesco": "partner"}, "cooperates", "加强"),
    ("在开发署的支持下，教科文组织举办了会议。", {"unesco": "lead", "undp": "supporter"}, "organizes", "举办"),
    ("教科文组织在开发署的资助下举办了会议。", {"unesco": "lead", "undp": "supporter"}, "organizes", "举办"),
    ("在开发署的合作下，教科文组织举办了会议。", {"unesco": "lead", "undp": "partner"}, "organizes", "举办"),
    (
        "在开发署和儿基会的倡导下成立了工作组。",
        {"undp": "supporter", "unicef": "supporter"},
        "launches",
        "成立",
    ),
    ("开发署派代表出席了教科文组织第四十届会议。", {"undp": "lead", "unesco": "host"}, "attends", "出席"),
    ("开发署参加了由教科文组织举办的研讨会。", {"undp": "lead", "unesco": "host"}, "attends", "参加"),
    ("开发署向教科文组织提供了资金。", {"undp": "lead", "unesco": "recipient"}, "supports", "提供"),
    ("开发署对教科文组织关于教育的讨论作出了贡献。", {"undp": "lead", "unesco": "recipient"}, "supports", "作出"),
    ("开发署协助教科文组织编写了手册。", {"undp": "lead", "unesco": "recipient"}, "supports", "协助"),
    (
        "开发署向秘鲁、智利和巴西提供了援助。",
        {"undp": "lead", "state:peru": "recipient", "state:chile": "recipient", "state:brazil": "recipient"},
        "supports",
        "提供",
    ),
    (
        "会议由开发署、儿基会和教科文组织共同举办。",
        {"undp": "lead", "unicef": "lead", "unesco": "lead"},
        "organizes",
        "举办",
    ),
    ("会议得到了开发署和儿基会的支持。", {"undp": "supporter", "unicef": "supporter"}, "supports", "支持"),
    ("开发署-教科文组织年度会议于2022年举行。", {"undp": "lead", "unesco": "lead"}, "organizes", "举行"),
    ("开发署、某某基金会和教科文组织发布了报告。", {"undp": "lead", "unesco": "lead"}, "publishes", "发布"),
    ("开发署履行其承诺，与教科文组织合作编写了手册。", {"undp": "lead", "unesco": "partner"}, "produces", "编写"),
    ("开发署在大会第七十届会议期间与教科文组织举行会谈。", {"undp": "lead", "unesco": "partner"}, "consults", "举行"),
    (
        "秘鲁、智利和巴西议会与开发署合作。",  # parliaments, of which only the last has its noun
        {"parliament:brazil": "lead", "undp": "partner"},
        "cooperates",
        "合作",
    ),
    (
        "秘鲁政府和巴西议会与开发署合作。",
        {"state:peru": "lead", "parliament:brazil": "lead", "undp": "partner"},
        "cooperates",
        "合作",
    ),
    ("开发署与教科文组织为青年参加会议提供便利。", {"undp": "lead", "unesco": "partner"}, "supports", "提供"),
    ("开发署与各国议会合作。", {"undp": "lead", "parliaments": "partner"}, "cooperates", "合作"),
]

# Sentences that name two actors and say of them no joint act, each with the reason.
APART = [
    ("开发署的报告提到教科文组织。", "no act"),
    ("开发署举办了会议，教科文组织发布了报告。", "two acts of one actor each"),
    ("开发署举办了会议，会议主席与教科文组织合作。", "the partner of somebody else"),
    ("开发署应与教科文组织合作。", "what should be"),
    ("开发署没有与教科文组织合作。", "what was not"),
    ("大会鼓励开发署与教科文组织合作。", "what is asked for"),
    ("大会建议开发署和教科文组织举办会议。", "what is asked for"),
    ("加强开发署与教科文组织之间的合作十分重要。", "a topic"),
    ("开发署与秘鲁和智利的议员进行了接触。", "members of parliament are not their State"),
    ("开发署在教科文组织大会期间举办了展览。", "only at the same time"),
    ("开发署举办了关于教科文组织的研讨会。", "what it was about"),
    ("开发署和教科文组织是重要的伙伴。", "no act"),
    ("开发署与教科文组织的代表大会", "no sentence with a verb"),
    ("开发署在秘鲁举办了会议。", "the State is the place"),
    ("开发署和教科文组织分别举办了会议。", "each alone"),
    ("开发署致力于与教科文组织合作。", "an intention"),
    ("开发署和教科文组织为了能够在秘鲁开展工作，需要资金。", "an aim"),
    ("秘鲁和智利支付了会费，执行了计划。", "States that may each act alone"),
    ("开发署向秘鲁居民提供援助。", "the people of a State are not the State"),
    ("各国政府和其他利益攸关方执行了计划。", "collectives"),
    ("开发署成立了《开发署与教科文组织合作方案》。", "a title"),
]


@pytest.mark.parametrize(("sentence", "participants", "kind", "verb"), JOINT, ids=[row[0] for row in JOINT])
def test_joint_activity(sentence, participants, kind, verb):
    records = found(f"1. {sentence}\n")
    assert [(one.participants, one.kind, one.verb, one.modality) for one in records] == [
        (participants, kind, verb, "done")
    ]


@pytest.mark.parametrize(("sentence", "why"), APART, ids=[row[0] for row in APART])
def test_no_joint_activity(sentence, why):
    assert [one.participants for one in found(f"1. {sentence}\n")] == [], why


@pytest.mark.parametrize(
    ("opening", "time"),
    [
        ("2023年11月，", "2023-11"),
        ("2022年和2023年，", "2022/2023"),
        ("2022、2023和2024年，", "2022/2024"),
        ("2022年4月至11月，", "2022-04/2022-11"),
        ("2024年5月11日和12日，", "2024-05-11/2024-05-12"),
        ("2022年12月至2023年2月，", "2022-12/2023-02"),
        ("自2022年4月以来，", "2022-04/.."),
        ("2024年底，", "2024"),
        ("根据2011年《宣言》，", None),
        ("去年，", None),
    ],
)
def test_time(opening, time):
    assert [one.time for one in found(f"1. {opening}开发署和教科文组织举办了会议。\n")] == [time]


@pytest.mark.parametrize(
    ("sentence", "state", "location"),
    [
        ("在秘鲁，开发署与教科文组织合作。", "state:peru", "秘鲁"),
        ("开发署与教科文组织在土耳其伊斯坦布尔举办了会议。", "state:turkiye", "土耳其伊斯坦布尔"),
        ("开发署与教科文组织在日内瓦举行了会议。", None, "日内瓦"),
        ("开发署参加了教科文组织2023年10月在巴黎举办的论坛。", None, "巴黎"),
        ("开发署与教科文组织在此期间举行了会议。", None, None),
        ("开发署与教科文组织举办了关于秘鲁的会议。", None, None),
    ],
)
def test_where(sentence, state, location):
    assert [(one.state, one.location) for one in found(f"1. {sentence}\n")] == [(state, location)]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("开发署和教科文组织将举办会议。", "planned"),
        ("开发署拟与教科文组织举办会议。", "planned"),
        ("开发署计划与教科文组织合作。", "planned"),
        ("开发署就执行计划与教科文组织进行合作。", "done"),  # the noun
        ("开发署和教科文组织举办了关于未来的会议。", "done"),
    ],
)
def test_what_is_only_planned_says_so(sentence, modality):
    assert [one.modality for one in found(f"1. {sentence}\n")] == [modality]


def test_a_record_tells_its_clause_its_headings_and_its_paragraph():
    text = (
        "秘书长的报告\n\n一. 伙伴关系\n\nA. 工具\n\n"
        "1. 其他工作继续进行。在秘鲁，开发署与教科文组织发布了\n\n《关于议会的指南》，供各方使用。\n"
    )
    (one,) = found(text)
    assert one.headings == ("伙伴关系", "工具")
    assert one.paragraph == "1"
    assert one.what == "发布了《关于议会的指南》"
    assert text[one.span.start : one.span.end] == one.span.text
    assert one.span.exact == "开发署与教科文组织发布了《关于议会的指南》"
    assert one.span.sentence.startswith("在秘鲁")


@pytest.mark.parametrize("document_type", ["resolution", "draft-resolution", "letter", None])
def test_only_reports_are_read(document_type):
    assert found("1. 开发署和教科文组织举办了会议。\n", document_type) == ()


def test_a_language_without_rules_gives_none():
    reading = Reading(read_text("1. Le Programme et l’Organisation ont tenu une réunion.\n", "a.fr.txt"))
    assert activities(reading, (), "report") == ()


def test_activities_are_printed_with_the_other_records():
    text = "第七十九届会议\n\n秘书长的报告\n\n1. 开发署与教科文组织合作。\n"
    printed = [one for one in to_dicts(extract(read_text(text, "a.txt"))) if one["type"] == "activity"]
    assert [(one["participants"], one["text"]) for one in printed] == [
        ({"undp": "lead", "unesco": "partner"}, "开发署与教科文组织合作")
    ]


@pytest.mark.parametrize(
    "text",
    [
        (ACTOR + "和") * 5000,
        (ACTOR + "(包括") * 4000,
        f"在{ACTOR}支持下，" * 4000,
        f"由{ACTOR}和{ACTOR}" * 3000,
        f"{ACTOR}与{ACTOR}合作，" * 3000,
        ACTOR + "在某地" * 6000 + "举办会议。",
    ],
    ids=["list", "brackets", "support", "by", "clauses", "adjuncts"],
)
def test_the_time_that_hostile_text_takes_is_bounded(text):
    before = time.perf_counter()
    list(joint_acts(text))
    assert time.perf_counter() - before < 5


ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", sorted({row["file"] for row in ROWS}))
def test_against_the_annotation(name):
    """Count, in the annotated stretches of a report, the activities whose participants are all found and no others."""
    path = CORPUS / name
    if not path.exists():
        pytest.skip("the annotated reports are not here")
    rows = [row for row in ROWS if row["file"] == name]
    scopes = [row["scope"] for row in rows if "scope" in row]
    wanted = [(row["start"], frozenset(row["participants"])) for row in rows if "scope" not in row]
    got = [
        (one.span.sentence_start, frozenset(one.participants))
        for one in extract(read_document(path)).activities
        if any(low <= one.span.start < high for low, high in scopes)
    ]
    right = sum(one in wanted for one in got)
    assert right / len(got) >= 0.9
    assert right / len(wanted) >= 0.85
