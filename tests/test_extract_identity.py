"""What a document is: each row is the head of a document as one habit of United Nations documents prints it."""

from dataclasses import replace
from typing import Any

import pytest

from corpus import read_text
from extract import extract
from extract.languages.zh import masthead as zh
from extract.masthead_dates import dates
from extract.masthead_symbols import find_symbols, open_series, own_symbol
from extract.pipeline import Extraction
from extract.statements import state
from ontology import terms as rg
from ontology.iri import actor_iri, document_iri
from ontology.symbol import parse
from ontology.symbol_expected import expected_series
from ontology.terms import DOCUMENT_CLASSES
from ontology.vocabulary import DCTERMS_ISSUED, label

REPORT = "议程项目126\n\n各国议会的互动\n\n秘书长的报告\n\n1. 议联参加了会议。\n"
ACT = "大会，\n\n回顾其第57/32号决议，\n\n1. 请秘书长提交报告。\n"


def read(*lines: str, name: str = "x.txt") -> Extraction:
    return extract(read_text("\n\n".join(lines), name))


# Each row: a name, the lines, what the record says.
HEADS: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    (
        "corner of a report",
        ("联合国 A/79/837", "大 会", "Distr.: General", "21 May 2025", "第七十九届会议", REPORT),
        {"symbol": "A/79/837", "symbol_source": "text", "symbol_confidence": 1.0, "date": "2025-05-21", "author": "sg"},
    ),
    (
        "columns on one line",
        ("A/79/837 Distr.: General 21 May 2025 Chinese Original: English", "第七十九届会议", REPORT),
        {"symbol": "A/79/837", "symbol_source": "text", "issued": "2025-05-21"},
    ),
    (
        "reissued revision of a draft",
        ("联合国 A/C.3/78/L.41/Rev.1*", "第七十八届会议", "第三委员会", "古巴和马里：订正决议草案", "合作", ACT),
        {
            "symbol": "A/C.3/78/L.41/Rev.1",
            "document_type": "draft-resolution",
            "committee": "ga-c3",
            "sponsors": ("state:cuba", "state:mali"),
        },
    ),
    (
        "suffix on a line of its own",
        ("联合国 A/79/837", "Corr.1", "第七十九届会议", REPORT),
        {"symbol": "A/79/837/Corr.1"},
    ),
    (
        "symbol with blanks",
        (
            "S/RES/ 2535 (2020)",
            "第2535(2020)号决议",
            "安全理事会2020年7月14日第8748次会议通过",
            "安全理事会，",
            "决定：\n",
        ),
        {"symbol": "S/RES/2535(2020)", "date": "2020-07-14", "session": None, "year": 2020, "title": None},
    ),
    (
        "double symbol",
        ("联合国 A/65/382–S/2010/490", "第六十五届会议", "第六十五年", REPORT),
        {"symbols": ("A/65/382", "S/2010/490"), "session": 65, "year": 2010},
    ),
    (
        "double symbol on two lines",
        ("联合国 A/65/382", "S/2010/490", "第六十五届会议", REPORT),
        {"symbols": ("A/65/382", "S/2010/490"), "symbol_conflicts": ()},
    ),
    (
        "resolution on the report of a committee, printed later than adopted",
        (
            *("大会 Distr.: General", "8 January 2024", "2023年12月19日大会决议"),
            *("[根据第三委员会的报告(A/78/481/Add.2，第89段)通过]", "78/196. 国际合作", ACT, "2023年12月19日"),
        ),
        {
            "symbol": "A/RES/78/196",
            "symbol_confidence": 0.95,
            "date": "2023-12-19",
            "issued": "2024-01-08",
            "draft_symbols": (),
            "report_symbols": ("A/78/481/Add.2",),
        },
    ),
    (
        "emergency special session",
        ("[未经发交主要委员会而通过(A/ES-11/L.1和A/ES-11/L.1/Add.1)]", "ES-11/1. 局势", ACT),
        {
            "symbol": "A/RES/ES-11/1",
            "title": "局势",
            "draft_symbols": ("A/ES-11/L.1", "A/ES-11/L.1/Add.1"),
            "report_symbols": (),
        },
    ),
    (
        "decision of the General Assembly",
        ("2020年4月27日大会决定", "74/544. 程序", "大会，", "决定授权主席分发决定草案。\n"),
        {"symbol": "A/DEC/74/544", "document_type": "decision", "date": "2020-04-27"},
    ),
    (
        "decision of the Human Rights Council, told by its number",
        ("第六届会议", "6/102. 机构建设", "人权理事会，", "决定通过下列文件。\n"),
        {"symbol": "A/HRC/DEC/6/102", "body": "hrc"},
    ),
    (
        "letter",
        ("联合国 S/2015/95", "安全理事会", "6 February 2015", "2015年2月5日卡塔尔常驻联合国代表给安全理事会主席的信"),
        {"document_type": "letter", "date": "2015-02-05", "issued": "2015-02-06", "author": "state:qatar"},
    ),
    (
        "record of a meeting",
        ("联合国 S/PV.7366", "第七十年", "第7366次会议", "2015年1月22日星期四上午10时举行"),
        {"document_type": "verbatim-record", "date": "2015-01-22", "meeting": "第7366次会议", "session": None},
    ),
    (
        "report of an expert to the Human Rights Council",
        (
            "大会",
            "人权理事会",
            "第十七届会议",
            "议程项目3",
            "真相问题特别报告员根据人权理事会第18/7号决议提交的报告",
            "1. 词。\n",
        ),
        {
            "body": "hrc",
            "document_type": "report-expert",
            "title": "真相问题特别报告员根据人权理事会第18/7号决议提交的报告",
            "symbol_series": "A/HRC/17/",
            "answers": ("A/HRC/RES/18/7",),
        },
    ),
    (
        "report of a committee",
        ("A/78/481", "第七十八届会议", "议程项目71", "增进和保护人权", "第三委员会的报告**", "1. 词。\n"),
        {"document_type": "report-committee", "author": "ga-c3", "title": "增进和保护人权"},
    ),
    (
        "draft of a vice-chair",
        ("第七十八届会议", "第二委员会", "委员会副主席在非正式协商基础上提出的决议草案", "发展", ACT),
        {"sponsors": (), "symbol": None, "symbol_series": "A/C.2/78/L.", "document_type": "draft-resolution"},
    ),
    (
        "draft of the Human Rights Council, its number left open",
        ("联合国 A/HRC/37/L.18", "人权理事会", "第三十七届会议", "阿尔巴尼亚、*巴西：* 决议草案", "37/… 体育", ACT),
        {"title": "体育", "sponsors": ("state:albania", "state:brazil"), "body": "hrc"},
    ),
    (
        "agenda of a session",
        ("联合国 A/78/150", "第七十八届会议", "第七十八届会议临时议程", "1. 开幕。\n"),
        {"document_type": "agenda", "title": None},
    ),
    (
        "text before a committee without the words for a draft",
        ("第七十八届会议", "第三委员会", "合作", ACT),
        {"document_type": "draft-resolution", "symbol": None, "symbol_source": "inferred", "symbol_confidence": 0.9},
    ),
    (
        "report of the Security Council's year",
        ("安全理事会", "第七十五年", "青年", "秘书长的报告", "1. 词。\n"),
        {"symbol": None, "symbol_series": "S/2020/", "symbol_confidence": 0.8, "session": None, "year": 2020},
    ),
    (
        "an item that only the agenda of the General Assembly has",
        ("第六十八届会议", REPORT),
        {"body": "ga", "symbol": None, "symbol_series": "A/68/"},
    ),
    (
        "too little to tell a series",
        ("第六十八届会议", "议程项目4", "方案", "秘书长的报告", "1. 词。\n"),
        {"body": None, "symbol": None, "symbol_series": None, "symbol_source": None, "symbol_confidence": None},
    ),
    (
        "number left open",
        ("A/C.3/78/L.__", "第七十八届会议", "第三委员会", "合作", ACT),
        {"symbol": None, "symbol_series": "A/C.3/78/L.", "symbol_source": "text", "symbol_confidence": 0.95},
    ),
    (
        "its own address above the head",
        ("https://undocs.org/zh/A/79/837", "第七十九届会议", REPORT),
        {"symbol": "A/79/837", "symbol_source": "link", "symbol_confidence": 0.85},
    ),
    (
        "symbol and session contradict each other",
        ("联合国 A/79/837", "第七十八届会议", REPORT),
        {"symbol": "A/79/837", "symbol_confidence": 0.5, "symbol_conflicts": ("session 78",)},
    ),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_heads(lines: tuple[str, ...], expected: dict[str, Any]) -> None:
    record = read(*lines).document
    assert {name: getattr(record, name) for name in expected} == expected


WAYS = [
    (("A/79/837",), "A_79_837.txt", ("A/79/837", "text", 1.0, ()), "two ways agree"),
    (("A/79/837",), "A_78_1.txt", ("A/79/837", "text", 0.5, ("given A/78/1",)), "the name contradicts"),
    ((), "A_79_837.txt", ("A/79/837", "given", 0.9, ()), "the name alone"),
    (("49/35 A. 权利",), "A_RES_49_35.txt", ("A/RES/49/35A", "text", 1.0, ()), "part and whole are no contradiction"),
    (("见A/71/150",), "x.txt", (None, None, None, ()), "words that point elsewhere"),
    (("关于执行A/RES/70/1的报告",), "x.txt", (None, None, None, ()), "a symbol inside a title"),
    (("[根据报告(A/78/481)通过]",), "x.txt", (None, None, None, ()), "what it was adopted on"),
]


@pytest.mark.parametrize(("head", "name", "expected", "reason"), WAYS)
def test_ways_to_the_symbol(
    head: tuple[str, ...],
    name: str,
    expected: tuple[str | None, str | None, float | None, tuple[str, ...]],
    reason: str,
) -> None:
    found = find_symbols(read_text("词。\n", "x.txt"), name, head, "ga", zh)
    first = found.symbols[0] if found.symbols else None
    assert (first, found.source, found.confidence, found.conflicts) == expected, reason


CORNERS = [
    ("en", "United Nations A/79/837 Distr.: General", True),
    ("fr", "Nations Unies A/79/837 Distr. générale", True),
    ("es", "Naciones Unidas A/79/837", True),
    ("ru", "Организация Объединенных Наций A/79/837", True),
    ("ar", "الأمم المتحدة A/79/837", True),
    ("en", "See A/79/837", False),
    ("fr", "Rapport A/79/837", False),
]


@pytest.mark.parametrize(("language", "line", "own"), CORNERS)
def test_the_corner_of_a_page_in_any_language(language: str, line: str, own: bool) -> None:
    document = replace(read_text("词。\n", "x.txt"), language=language)
    assert find_symbols(document, "x.txt", (line,), None, None).symbols == (("A/79/837",) if own else ())


HEADERS = [
    (("A/79/838", "A/79/838"), ("header A/79/838",), 0.5, "another symbol at the head of each page"),
    (("A/79/838",), (), 1.0, "a symbol printed once is no running header"),
    (("A/79/837", "A/79/837"), (), 1.0, "the same symbol"),
]


@pytest.mark.parametrize(("headers", "conflicts", "confidence", "reason"), HEADERS)
def test_running_headers(headers: tuple[str, ...], conflicts: tuple[str, ...], confidence: float, reason: str) -> None:
    document = replace(read_text("词。\n", "x.txt"), headers=tuple((0, 1, header) for header in headers))
    found = find_symbols(document, "x.txt", ("A/79/837",), None, zh)
    assert (found.symbols, found.conflicts, found.confidence) == (("A/79/837",), conflicts, confidence), reason


NUMBERS = [
    ("76/270. 互动", "ga", "A/RES/76/270", "General Assembly"),
    ("S-27/2. 世界", "ga", "A/RES/S-27/2", "special session"),
    ("217(III). 人权", "ga", "A/RES/217(III)", "session in Roman numerals"),
    ("2019/15. 发展", "ecosoc", "E/RES/2019/15", "Economic and Social Council"),
    ("37/18. 体育", "hrc", "A/HRC/RES/37/18", "Human Rights Council"),
    ("5/101. 规则", "hrc", "A/HRC/DEC/5/101", "its decisions count from 101"),
    ("安全理事会第1244号决议", "sc", "S/RES/1244(1999)", "the number tells the year"),
    ("第9999号决议", "sc", None, "a number that no year is known for"),
    ("第76号决议", "ga", None, "a number without its session"),
    ("25/270. 互动", "ga", None, "sessions before the 31st count otherwise"),
]


@pytest.mark.parametrize(("line", "organ", "expected", "reason"), NUMBERS)
def test_own_numbers(line: str, organ: str, expected: str | None, reason: str) -> None:
    assert own_symbol([line], organ, zh) == expected, reason


SERIES = [
    (("draft-resolution", "ga", None, 76, None), ("A/76/L.", 0.8), "draft in plenary"),
    (("draft-decision", "ga", "ga-c5", 78, None), ("A/C.5/78/L.", 0.9), "draft in a Main Committee"),
    (("summary-record", "ga", "ga-c6", 78, None), ("A/C.6/78/SR.", 0.9), "record of a Main Committee"),
    (("resolution", "ga", None, 30, None), None, "before the symbols carried the session"),
    (("report-sg", "ga", None, None, None), None, "no session"),
    (("presidential-statement", "sc", None, None, 2020), ("S/PRST/2020/", 0.9), "statement"),
    (("letter", "sc", None, None, 1990), None, "before the symbols carried the year"),
    (("draft-resolution", "ecosoc", None, None, 2019), ("E/2019/L.", 0.8), "year of the Council"),
    (("report-sg", "csw", None, 59, None), None, "a body that the table does not know"),
    ((None, "ga", None, 76, None), None, "kind not known"),
]


@pytest.mark.parametrize(("known", "expected", "reason"), SERIES)
def test_series(
    known: tuple[str | None, str | None, str | None, int | None, int | None],
    expected: tuple[str, float] | None,
    reason: str,
) -> None:
    found = expected_series(*known)
    assert found == expected, reason
    if found is not None:
        assert parse(f"{found[0]}1").number == 1


def test_a_series_left_open_must_be_one_of_the_grammar() -> None:
    assert open_series(["A/C.3/78/L.…"]) == "A/C.3/78/L."
    assert open_series(["QQ/78/L.__", "A/C.3/78/L.7"]) is None


KINDS = [
    ("对决议草案A/C.3/78/L.41的修正", "draft-amendment"),
    ("大会主席提出的决定草案", "draft-decision"),
    ("第74/544号决定", "decision"),
    ("2014年10月31日大会决议", "resolution"),
    ("执行大会决议", None),
    ("秘书长关于新出现的问题的报告", "report-sg"),
    ("秘书长的报告还介绍了各国的工作。", None),
    ("行政和预算问题咨询委员会的报告", "report-committee"),
    ("专家组关于能力建设的报告", "report-expert"),
    ("根据人权理事会第16/21号决议附件第5段提交的国家报告*", "national-report"),
    ("关于中国第九次定期报告的结论性意见*", "concluding-observations"),
    ("第36号一般性意见", "general-comment"),
    ("关于第九次定期报告的问题清单", "list-of-issues"),
    ("临时议程", "agenda"),
    ("临时议程项目11", None),
    ("2015年1月20日常驻代表团给秘书处的普通照会", "note-verbale"),
    ("在1月20日的普通照会中，代表团通知秘书处：", None),
    ("第7366次会议逐字记录", "verbatim-record"),
    ("公报已发表，以代替逐字记录：", None),
    ("蒙古国关于无核武器地位的备忘录", "memorandum"),
    ("秘书处编写的工作文件", "working-paper"),
    ("人口与发展委员会", None),
]


@pytest.mark.parametrize(("line", "expected"), KINDS)
def test_kinds(line: str, expected: str | None) -> None:
    assert zh.document_type(line) == expected


def test_every_kind_is_of_the_closed_list_and_has_a_name_in_two_languages() -> None:
    for _, kind in zh._TYPES:
        name = DOCUMENT_CLASSES[kind].removeprefix(rg.NAMESPACE)
        assert label(name, "zh")
        assert label(name, "en")


AUTHORS = [
    ("秘书处关于本届会议工作安排的说明", "秘书处"),
    ("秘书处编写的工作文件", "秘书处"),
    ("大会主席提出的决定草案", "大会主席"),
    ("2015年1月21日以色列常驻联合国代表给秘书长和安全理事会主席的同文信", "以色列"),
    ("2015年1月9日秘书长给安全理事会主席的信", "秘书长"),
    ("关于内部监督事务厅活动的报告", None),
]


@pytest.mark.parametrize(("line", "expected"), AUTHORS)
def test_authors(line: str, expected: str | None) -> None:
    assert zh.author(line) == expected


JOINED = [
    ("在决议草案提案国名单上增列下列国家：", "", "the list follows"),
    ("下列会员国加入为决议草案提案国：阿富汗和马里", "阿富汗和马里", "the list on the line"),
    ("阿富汗加入为提案国。", "阿富汗", "a sentence"),
    ("欢迎提案国作出的努力", None, "another sentence"),
    ("该提案的提案国强调，议题仍然具有相关性。", None, "what sponsors say"),
]


@pytest.mark.parametrize(("line", "expected", "reason"), JOINED)
def test_sponsors_who_joined(line: str, expected: str | None, reason: str) -> None:
    assert zh.joined_sponsors(line) == expected, reason


def test_an_addendum_adds_sponsors_and_points_to_its_base() -> None:
    found = read("联合国 A/76/L.63/Add.1", "在决议草案提案国名单上增列下列国家：", "阿富汗、圣多美和普林西比\n")
    assert found.document.sponsors == ("state:afghanistan", "state:sao-tome-and-principe")
    said = {(s.predicate, s.object): s for s in state(found)}
    for predicate in (rg.VERSION_OF, rg.ADDS_TO):
        assert said[predicate, document_iri("A/76/L.63")].evidence is not None
    proof = said[rg.SPONSOR, actor_iri("state:afghanistan")].evidence
    assert proof is not None
    assert proof.exact == "阿富汗"


@pytest.mark.parametrize(
    ("suffix", "predicate"), [("Rev.1", rg.REVISES), ("Corr.2", rg.CORRECTS), ("Add.1/Rev.1", rg.REVISES)]
)
def test_versions(suffix: str, predicate: str) -> None:
    found = read(f"联合国 A/79/837/{suffix}", "第七十九届会议", REPORT)
    base = str(parse(f"A/79/837/{suffix}").amends)
    assert (predicate, document_iri(base)) in {(s.predicate, s.object) for s in state(found)}


@pytest.mark.parametrize(
    ("head", "closing", "kind", "expected", "reason"),
    [
        (
            ["4 July 2022", "2022年6月21日大会决议"],
            (),
            "resolution",
            ("2022-06-21", "2022-07-04"),
            "head says adoption",
        ),
        (["4 July 2022"], ["2022年6月21日"], "resolution", ("2022-06-21", "2022-07-04"), "closing lines"),
        (["4 July 2022"], (), "resolution", (None, "2022-07-04"), "the day of printing is no adoption"),
        (["2016年7月21日"], (), "report-sg", ("2016-07-21", "2016-07-21"), "day of issue in Chinese"),
        (["2020年3月"], (), "report-sg", ("2020-03", "2020-03"), "month of issue"),
        (["6 February 2015", "2015年2月5日代表给主席的信"], (), "letter", ("2015-02-05", "2015-02-06"), "letter"),
        (["6 February 2015"], (), "letter", ("2015-02-06", "2015-02-06"), "letter without a day of its own"),
        (["2015年1月22日星期四上午10时举行"], (), "verbatim-record", ("2015-01-22", None), "meeting"),
        (["2015年4月13日至17日"], (), "report-sg", (None, None), "the time of a session"),
    ],
)
def test_dates(
    head: list[str], closing: tuple[str, ...], kind: str, expected: tuple[str | None, str | None], reason: str
) -> None:
    assert dates(head, closing, kind, zh) == expected, reason


ANSWERS = [
    ("秘书长的报告", "本报告是根据大会2016年12月16日第71/160号决议提交的。", ("A/RES/71/160",)),
    ("秘书长的报告", "应大会第71/160号决议第8段的请求，谨提交本报告。", ("A/RES/71/160",)),
    ("秘书长的报告", "秘书长根据大会第71/160号和第72/6号决议编写了本报告。", ("A/RES/71/160", "A/RES/72/6")),
    ("秘书长的报告", "依照大会第58/316号决议的要求，这是一份关于合作的合并报告。", ("A/RES/58/316",)),
    ("秘书长的说明", "秘书长谨根据大会第70/145号决议，向大会转递特别报告员的报告。", ("A/RES/70/145",)),
    ("秘书长的报告", "本报告概述了根据大会第71/160号决议开展的活动。", ()),
    ("秘书长的报告", "各国根据大会第60/1号决议开展的活动载于本报告附件。", ()),
    ("秘书长的报告", "秘书长根据大会第65/1号决议提交的报告载有资料。", ()),
    ("秘书长的报告", "本报告附件列出了应大会第60/1号决议要求设立的机构。", ()),
    ("秘书长的报告", "根据大会第71/160号决议开展的活动，本报告不作介绍。", ()),
]


@pytest.mark.parametrize(("kind", "sentence", "expected"), ANSWERS)
def test_the_mandate_that_a_report_answers(kind: str, sentence: str, expected: tuple[str, ...]) -> None:
    found = read("第七十三届会议", "议程项目12", "体育", kind, "一. 导言", f"1. {sentence}\n")
    assert found.document.answers == expected
    edges = {s.object: s.evidence for s in state(found) if s.predicate == rg.ANSWERS}
    assert set(edges) == set(map(document_iri, expected))
    assert all(proof is not None for proof in edges.values())


def test_a_footnote_of_the_title_page_may_name_the_mandate() -> None:
    rule = "__________________"
    notes = (rule, "* A/73/150。", "** 本报告是根据大会第71/160号决议提交的。\n")
    found = read("第七十三届会议", "临时议程项目12*", "体育", "秘书长的报告**", "1. 词。", *notes)
    assert found.document.answers == ("A/RES/71/160",)


def test_the_paragraph_of_the_mandate_is_kept() -> None:
    found = read("青年", "秘书长的报告", "1. 应大会第71/160号决议第8段的请求，秘书长提交本报告。\n")
    (citation,) = (each for each in found.citations if each.function == "requested-by")
    assert (citation.targets, citation.pinpoint) == (("A/RES/71/160",), "第8段")


def test_a_committee_report_is_no_draft_in_the_graph() -> None:
    found = read("[根据第三委员会的报告(A/78/481)通过]", "78/196. 合作", ACT)
    said = {s.predicate: s for s in state(found) if s.predicate in (rg.COMES_FROM, rg.RECOMMENDED_IN)}
    assert set(said) == {rg.RECOMMENDED_IN}
    proof = said[rg.RECOMMENDED_IN].evidence
    assert proof is not None
    assert proof.sentence == "[根据第三委员会的报告(A/78/481)通过]"


def test_the_graph_says_how_sure_a_symbol_is() -> None:
    values = {s.predicate: s.object for s in state(read("4 July 2022", "第六十八届会议", REPORT, name="A_68_827.txt"))}
    assert (values[rg.SYMBOL_SOURCE], values[rg.SYMBOL_CONFIDENCE]) == ("given", "0.9")
    assert values[DCTERMS_ISSUED] == "2022-07-04"
    assert rg.SYMBOL_SERIES not in values
    values = {s.predicate: s.object for s in state(read("第六十八届会议", REPORT, name="A_70_1.txt"))}
    assert values[rg.SYMBOL_CONFLICT] == "session 68"
    values = {s.predicate: s.object for s in state(read("第六十八届会议", REPORT))}
    assert (values[rg.SYMBOL_SOURCE], values[rg.SYMBOL_SERIES]) == ("inferred", "A/68/")
