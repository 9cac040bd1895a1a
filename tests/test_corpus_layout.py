"""The layout of pages: what joins, what parts, what is left out, and what each block is."""

import pytest

from corpus import BlockKind, Document, read_text

RULE = "__________________"


def read(*lines: str, spaced: bool = True) -> Document:
    return read_text(("\n\n" if spaced else "\n").join(lines) + "\n", "a.txt")


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


LONG = "大会决定继续审议联合国与各国议会和各国议会联盟之间的互动合作情况并请会员国给"


@pytest.mark.parametrize(
    ("lines", "paragraphs", "reason"),
    [
        ([" 1. " + LONG, "予支持。"], 1, "a full line goes on"),
        ([" 1. " + LONG, "予支持。", " 2. 又决定。"], 2, "the next number begins a paragraph"),
        (
            [" 1. " + LONG, RULE, " 1 第 60/1 号决议。", "https://undocs.org/A/RES/60/1", " 予支持。"],
            1,
            "a page cuts it",
        ),
        ([" 1. " + LONG, " A/79/837", "9/15 25-05031", " 予支持。"], 1, "a running header and page mark cut it"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_paragraph_is_whole_again(lines: list[str], paragraphs: int, reason: str) -> None:
    document = read("第七十九届会议", "秘书长的报告", *lines, *([" 3. " + LONG, LONG + "。"] * 2))
    found = words(document, BlockKind.NUMBERED)
    assert found[0] == "1." + LONG + "予支持。", reason
    assert sum(text.startswith(("1.", "2.")) for text in found) == paragraphs


def test_a_page_cuts_a_paragraph_in_a_source_with_a_paragraph_a_line() -> None:
    first = "1. 议会联盟参加了多利益攸关方发展合作论坛并为各国议员举办讲习班介绍了土著问题常"
    document = read("一. 导言", first + LONG, "² 可上网查阅。", "设论坛的工作。", "2. 议会联盟继续合作。" + LONG + "。")
    assert words(document, BlockKind.NUMBERED)[0].endswith("设论坛的工作。")
    assert words(document, BlockKind.FOOTNOTE) == ["可上网查阅。"]


@pytest.mark.parametrize(
    ("text", "label", "before"),
    [
        ("回顾《千年宣言》1 中的承诺，", "1", "宣言》"),
        ("回顾《千年宣言》、1 《宪章》，", "1", "宣言》、"),
        ("回顾第 53/11 号决议1 和其他决议，", "1", "号决议"),
        ("回顾《千年宣言》1和《宪章》，", "1", "宣言》"),
    ],
)
def test_a_marker_glued_to_the_text_is_found_and_taken_out(text: str, label: str, before: str) -> None:
    document = read("大会，", " " + text, RULE, f" {label} 第 55/2 号决议。", "https://undocs.org/A/RES/55/2")
    note = document.footnotes[0]
    assert note.label == label
    assert document.text[: note.markers[0]].endswith(before)
    assert document.text[note.start : note.end] == "第55/2号决议。"


@pytest.mark.parametrize(
    "text",
    [
        "回顾目标 1，",
        "回顾其 1 项决议，",
        "回顾第 1/1 号决议，",
        "回顾 2010 年 1 月的决议，",
        "回顾千年发展目标 1 和 2，",
    ],
)
def test_a_number_that_counts_is_no_marker(text: str) -> None:
    document = read("大会，", " " + text, RULE, " 1 第 55/2 号决议。", "https://undocs.org/A/RES/55/2")
    assert document.footnotes[0].markers == ()


def test_a_footnote_that_nothing_calls_leaves_the_next_of_its_number_alone() -> None:
    page = ["大会，", " 回顾宪章，", RULE, " 1 A/CONF.157/23。", "https://undocs.org/A/1"]
    document = read(*page, "  又回顾《行动框架》1 的规定，", RULE, " 1 第 60/1 号决议。", "https://undocs.org/A/2")
    called = {document.text[note.start : note.end]: note.markers for note in document.footnotes}
    assert called["A/CONF.157/23。"] == ()
    assert len(called["第60/1号决议。"]) == 1


def test_preambular_and_operative_paragraphs_have_their_labels() -> None:
    document = read(
        "76/270. 互动",
        "大会，",
        "回顾宪章，",
        "又回顾宣言，",
        "1. 请秘书长：",
        "(a) 提交报告；",
        "(b) 开展协商；",
        "2. 决定。",
    )
    labels = [(block.kind.value, block.label, block.paragraph) for block in document.blocks]
    assert labels == [
        ("title", None, "0"),
        ("opening", None, "0"),
        ("preambular", "p1", "p1"),
        ("preambular", "p2", "p2"),
        ("operative", "1", "1"),
        ("subparagraph", "a", "1"),
        ("subparagraph", "b", "1"),
        ("operative", "2", "2"),
    ]


def test_a_single_operative_paragraph_needs_no_number() -> None:
    document = read("大会，", "回顾宪章，", "决定将项目列入议程。")
    assert words(document, BlockKind.OPERATIVE) == ["决定将项目列入议程。"]


def test_contents_and_annex_are_told_apart_from_the_body() -> None:
    document = read(
        "秘书长的报告",
        "目录",
        "一. 导言\t4",
        "一. 导言",
        "1. 本报告。",
        "附件",
        "一. 清单",
        "- 开展了活动。",
        "1. 另一项。",
    )
    assert words(document, BlockKind.FURNITURE) == ["一.导言4"]
    assert [block.annex for block in document.blocks if block.kind is BlockKind.NUMBERED] == [False, True]
    assert [block.annex for block in document.blocks if block.kind is BlockKind.LIST_ITEM] == [True]


@pytest.mark.parametrize(
    ("source", "canonical", "reason"),
    [
        ("第 57/\n\n32 号决议", "第57/32号决议", "a number broken over two lines"),
        ("第５７／３２号决议", "第57/32号决议", "full-width forms"),
        ("《2030 年可持续发展议\n\n程》", "《2030年可持续发展议程》", "a title broken over two lines"),
        ("联合国,包括大会;", "联合国，包括大会；", "half-width punctuation between Chinese characters"),
        ("第 217 A(III)号决议", "第217 A(III)号决议", "a blank between number and letter stays"),
    ],
)
def test_canonical_text(source: str, canonical: str, reason: str) -> None:
    document = read("大会" * 10, source, spaced=True)
    assert canonical in document.text.replace("\n", ""), reason


QUOTED = [
    (["1. " + LONG, "予支持。"], "1. " + LONG + "予支持。", "lines are joined"),
    (["1. " + LONG, " A/79/837", "9/15 25-05031", " 予支持。"], "1. " + LONG + "予支持。", "no running header"),
    (
        ["1. " + LONG, RULE, " 1 第 60/1 号决议。", "https://undocs.org/A/RES/60/1", " 予支持。"],
        "1. " + LONG + "予支持。",
        "no footnote and link",
    ),
    (
        [
            "1. " + LONG,
            RULE,
            " 1 第 60/1 号决议。",
            "https://undocs.org/A/RES/60/1",
            " A/79/837 秘书长的报告",
            " 予支持。",
        ],
        "1. " + LONG + "予支持。",
        "no running header with the title behind it",
    ),
    (["1. 回顾第 57/32 号决议。"], "1. 回顾第 57/32 号决议。", "blanks inside a line stay"),
    (["1. 回顾《千年宣言》1 中的承诺。", RULE, " 1 第 55/2 号决议。"], "1. 回顾《千年宣言》中的承诺。", "no marker"),
]


@pytest.mark.parametrize(("lines", "expected", "reason"), QUOTED, ids=[reason for *_, reason in QUOTED])
def test_a_quotation_holds_the_words_and_nothing_between(lines: list[str], expected: str, reason: str) -> None:
    document = read("A/79/837", "第七十九届会议", "秘书长的报告", *lines, *([" 3. " + LONG, LONG + "。"] * 2))
    block = next(block for block in document.blocks if block.kind is BlockKind.NUMBERED)
    assert document.quotation(block.start, block.end) == expected, reason
