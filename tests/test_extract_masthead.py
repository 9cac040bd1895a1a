"""Metadata of documents: each row says which habit of United Nations documents it stands for."""

import json
from pathlib import Path

import pytest

from corpus import read_document
from corpus.document import Block, BlockKind, Document, LinkLine, OffsetMap
from extract.languages.zh import masthead as zh
from extract.languages.zh.numerals import number
from extract.masthead import masthead
from extract.masthead_names import committee, entity, sponsors
from extract.masthead_provenance import draft_symbols, named_symbols
from extract.masthead_symbols import find_symbols
from extract.reading import Reading
from extract.records import DocumentRecord
from ontology.symbol import parse

SHARED = Path(__file__).resolve().parents[2] / "shared"
KINDS = {kind.value: kind for kind in BlockKind}


def document(*lines: tuple[str, str], links: tuple[str, ...] = (), headers: tuple[str, ...] = ()) -> Document:
    """Build a document of blocks as layout gives them: (kind, words)."""
    text, blocks = "", []
    for kind, words in lines:
        blocks.append(Block(KINDS[kind], len(text), len(text) + len(words) + 1, len(text)))
        text += words + "\n"
    return Document(
        "x.txt",
        text,
        "zh",
        text,
        OffsetMap((0,), (0,)),
        tuple(blocks),
        (),
        (),
        tuple(LinkLine(0, 1, address) for address in links),
        tuple((0, 1, header) for header in headers),
        "0",
    )


def read(*lines: tuple[str, str], name: str = "x.txt") -> DocumentRecord:
    return masthead(Reading(document(*lines)), name)


RESOLUTION = (
    ("title", "76/270.各国议会"),
    ("opening", "大会，"),
    ("preambular", "回顾决议，"),
    ("operative", "1.请各国参加。"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("七十九", 79),
        ("十", 10),
        ("二十", 20),
        ("一百", 100),
        ("一百零二", 102),
        ("一百一十五", 115),
        ("64", 64),
    ],
)
def test_numerals(text: str, expected: int) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("第七十九届会议", 79, "the usual line"),
        ("大会——第二十六届会议", 26, "old page head with the organ in front"),
        ("第65届会议", 65, "digits"),
        ("第六十五年", None, "the year of the Security Council is no session"),
        ("第二十七届特别会议", None, "a special session is none of the regular ones"),
        (
            "联合国第七十九届会议的筹备工作已经开始并将在纽约继续进行下去第七十九届会议",
            None,
            "a sentence, no masthead line",
        ),
    ],
)
def test_session(line: str, expected: int | None, reason: str) -> None:
    assert zh.session(line) == expected, reason


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("议程项目126", ("126",), "one item"),
        ("议程项目71(b)", ("71(b)",), "with its letter, and not again without"),
        ("临时议程项目19(a)", ("19(a)",), "provisional agenda"),
        ("议程项目19和20", ("19", "20"), "two items"),
        ("议程项目13、14和15(a)", ("13", "14", "15(a)"), "a list of mixed items"),
        ("议程项目122(a)、(b)和(w)", ("122(a)", "122(b)", "122(w)"), "letters share the number before them"),
        ("议程项目122(a)至(d)", ("122(a)", "122(b)", "122(c)", "122(d)"), "a range of letters"),
        ("议程项目25至27", ("25", "26", "27"), "a range of items"),
        ("议程项目133(a)(i)", ("133(a)(i)",), "a sub-item of a sub-item"),
        ("项目4", ("4",), "short heading of other organs"),
        ("第三委员会", (), "another line"),
        ("方案项目管理126", (), "the word inside a title"),
    ],
)
def test_agenda_items(line: str, expected: tuple[str, ...], reason: str) -> None:
    assert zh.agenda_items(line) == expected, reason


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("2022年6月21日", "2022-06-21", "closing line"),
        ("2014年10月31日大会决议", "2014-10-31", "head of a resolution"),
        ("1994年5月17日安全理事会第3377次会议通过", "1994-05-17", "adoption line, date first"),
        ("安全理事会2020年7月14日第8748次会议通过", "2020-07-14", "adoption line, organ first"),
        ("人权理事会2018年3月23日通过的决议", "2018-03-23", "head of a resolution of the Human Rights Council"),
        ("20 September 2010", "2010-09-20", "date of issue, printed in English"),
        ("Distr.: General 4 October 2011", "2011-10-04", "date of issue behind the distribution"),
        ("2010年9月20日常驻代表给秘书长的信", "2010-09-20", "date of a letter"),
        ("2005年世界首脑会议成果", None, "a year in a title"),
        ("1995年9月4日至15日在北京举行的会议", None, "the time of a meeting"),
    ],
)
def test_date(line: str, expected: str | None, reason: str) -> None:
    assert zh.date(line) == expected, reason


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("秘书长的报告", "report-sg", "the usual line"),
        ("秘书长的说明", "note", "a note transmits"),
        ("古巴：决议草案", "draft-resolution", "sponsors and kind"),
        ("主席提交的决定草案", "draft-decision", "draft decision"),
        ("消除种族歧视委员会的报告", "report-committee", "report of a committee"),
        ("2010年9月20日古巴常驻联合国代表给秘书长的信", "letter", "a letter"),
        ("安全理事会主席的声明", "presidential-statement", "presidential statement"),
        ("第85次会议简要记录", "summary-record", "summary record"),
        ("第三委员会", None, "a committee is no kind"),
        ("联合国与各国议会和各国议会联盟的互动", None, "a title"),
    ],
)
def test_document_type(line: str, expected: str | None, reason: str) -> None:
    assert zh.document_type(line) == expected, reason


@pytest.mark.parametrize(
    ("names", "expected", "reason"),
    [
        ("白俄罗斯、中国和古巴", ("state:belarus", "state:china", "state:cuba"), "a plain list"),
        (
            "俄罗斯联邦和阿拉伯叙利亚共和国",
            ("state:russian-federation", "state:syria"),
            "和 inside 共和国 separates nothing",
        ),
        (
            "安提瓜和巴布达、圣多美和普林西比以及马里",
            ("state:antigua-and-barbuda", "state:sao-tome-and-principe", "state:mali"),
            "names that hold 和",
        ),
        ("古巴和乌有国", ("state:cuba", "unlisted:乌有国"), "a name outside the registry is kept, not guessed"),
        ("", (), "no sponsors"),
    ],
)
def test_sponsors(names: str, expected: tuple[str, ...], reason: str) -> None:
    assert sponsors(names, "zh", zh.SEPARATOR) == expected, reason


def test_sponsor_line_without_notes() -> None:
    assert zh.sponsor_names("阿塞拜疆(代表不结盟国家)：决议草案") == "阿塞拜疆"
    assert zh.sponsor_names("大会主席提交的决议草案") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第三委员会", "ga-c3"),
        ("特别政治和非殖民化委员会(第四委员会)", "ga-c4"),
        ("大会", None),
        ("某某委员会", None),
    ],
)
def test_committee(line: str, expected: str | None) -> None:
    assert committee(line, "zh") == expected


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("76/270.与各国议会的互动", "76/270", "General Assembly"),
        ("49/35 A.标题", "49/35A", "letter after the number"),
        ("S-27/2.适合儿童的世界", "S-27/2", "special session"),
        ("2775(XXVI).种族隔离政策", "2775(XXVI)", "before 1976"),
        ("第918(1994)号决议", "918(1994)", "Security Council"),
        ("1.导言", None, "a heading"),
        ("议程项目71(b)", None, "agenda"),
        ("第1/CP.21号决定", None, "another kind of number"),
    ],
)
def test_own_number(line: str, expected: str | None, reason: str) -> None:
    assert zh.own_number(line) == expected, reason


@pytest.mark.parametrize(
    ("lines", "organ", "headers", "name", "expected", "reason"),
    [
        (["76/270.互动"], "ga", (), "x.txt", (("A/RES/76/270",), "text"), "own number and organ"),
        (["53/11.合作"], "hrc", (), "x.txt", (("A/HRC/RES/53/11",), "text"), "Human Rights Council"),
        (["2000/22.对话"], "ecosoc", (), "x.txt", (("E/RES/2000/22",), "text"), "Economic and Social Council"),
        (["第918(1994)号决议"], "sc", (), "x.txt", (("S/RES/918(1994)",), "text"), "Security Council"),
        (["76/270.互动"], None, (), "x.txt", ((), None), "no organ, no guess"),
        (["A/58/142"], None, (), "A_79_837.txt", (("A/58/142",), "text"), "the text goes before the name"),
        ([], None, ("A/79/837", "9/15 25-05031", "A/79/837"), "x.txt", (("A/79/837",), "header"), "running header"),
        ([], None, ("体育 A/RES/69/6",), "x.txt", (("A/RES/69/6",), "header"), "header with a title"),
        ([], None, (), "A_68_827.zh.txt", (("A/68/827",), "given"), "name of the file"),
        ([], None, (), "A_C.3_78_L.draft.zh.txt", ((), None), "no number in the name"),
        ([], None, ("A/65/382",), "A_65_382-S_2010_490.zh.txt", (("A/65/382", "S/2010/490"), "header"), "completed"),
        (["[根据报告(A/78/481)通过]"], None, (), "x.txt", ((), None), "what it cites is not its own"),
    ],
)
def test_symbols(
    lines: list[str],
    organ: str | None,
    headers: tuple[str, ...],
    name: str,
    expected: tuple[tuple[str, ...], str | None],
    reason: str,
) -> None:
    found = find_symbols(document(("paragraph", "。"), headers=headers), name, lines, organ, zh)
    assert (found.symbols, found.source) == expected, reason


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("[没有发交主要委员会而通过(A/76/L.63和A/76/L.63/Add.1)]", ("A/76/L.63", "A/76/L.63/Add.1"), "in full"),
        ("[未经发交主要委员会而通过(A/69/L.5和Add.1)]", ("A/69/L.5", "A/69/L.5/Add.1"), "suffix alone"),
        ("[根据第三委员会的报告(A/78/481，第37段)通过]", ("A/78/481",), "report of a committee"),
        ("[第五委员会经表决通过]", (), "no symbol"),
        ("[根据报告(A/66/462/Add.2和Corr.1)通过]", ("A/66/462/Add.2", "A/66/462/Add.2/Corr.1"), "of the addendum"),
        ("[未经发交而通过(A/76/L.6、Add.1和Add.2)]", ("A/76/L.6", "A/76/L.6/Add.1", "A/76/L.6/Add.2"), "sisters"),
        ("[未经发交而通过(A/76/L.6/Rev.1和Rev.1/Add.1)]", ("A/76/L.6/Rev.1", "A/76/L.6/Rev.1/Add.1"), "two suffixes"),
    ],
)
def test_named_symbols(line: str, expected: tuple[str, ...], reason: str) -> None:
    assert zh.is_adoption(line)
    assert named_symbols(line) == expected, reason


@pytest.mark.parametrize(
    ("symbol", "links", "expected", "reason"),
    [
        ("A/RES/76/270", ("A/76/L.63", "A/76/L.63/Add.1", "A/RES/57/32"), ("A/76/L.63", "A/76/L.63/Add.1"), "head"),
        ("A/RES/76/270", ("A/RES/57/32", "A/76/L.63"), (), "a draft among the citations is a citation"),
        ("A/RES/76/270", ("A/75/L.9",), (), "a draft of another session"),
        ("A/RES/76/270", ("S/2025/22",), (), "another organ"),
        ("A/C.3/78/L.7", ("A/C.3/78/L.6",), (), "a draft does not come from drafts"),
    ],
)
def test_draft_symbols_from_links(symbol: str, links: tuple[str, ...], expected: tuple[str, ...], reason: str) -> None:
    linked = document(("paragraph", "。"), links=tuple(f"https://undocs.org/zh/{link}" for link in links))
    assert draft_symbols(linked, (), parse(symbol), zh) == expected, reason


def test_resolution() -> None:
    record = read(*RESOLUTION, ("closing", "2022年6月21日"), ("closing", "第85次全体会议"))
    assert (record.symbol, record.symbol_source, record.session) == ("A/RES/76/270", "text", 76)
    assert (record.document_type, record.body, record.committee) == ("resolution", "ga", None)
    assert (record.date, record.meeting) == ("2022-06-21", "第85次全体会议")
    assert record.counts == {
        "preambular_paragraphs": 1,
        "operative_paragraphs": 1,
        "numbered_paragraphs": 1,
        "footnotes": 0,
    }


def test_draft_without_symbol() -> None:
    record = read(
        ("masthead", "第七十八届会议"),
        ("masthead", "第三委员会"),
        ("masthead", "议程项目71(b)"),
        ("masthead", "古巴和中国：决议草案"),
        ("title", "国际合作"),
        *RESOLUTION[1:],
    )
    assert (record.symbol, record.symbols, record.symbol_source) == (None, (), "inferred")
    assert (record.symbol_series, record.symbol_confidence) == ("A/C.3/78/L.", 0.9)
    assert (record.body, record.committee, record.session) == ("ga", "ga-c3", 78)
    assert (record.document_type, record.sponsors) == ("draft-resolution", ("state:cuba", "state:china"))
    assert (record.title, record.date) == ("国际合作", None)


def test_report_of_the_secretary_general() -> None:
    record = read(
        ("masthead", "第六十八届会议"),
        ("title", "互动"),
        ("masthead", "秘书长的报告"),
        ("heading", "一.引言"),
        ("numbered", "1.议联参加了会议。"),
        name="A_68_827.zh.txt",
    )
    assert (record.document_type, record.author, record.title) == ("report-sg", "sg", "互动")
    assert record.headings == ("一.引言",)
    assert record.counts["operative_paragraphs"] is None
    assert record.counts["numbered_paragraphs"] == 1


def test_security_council_resolution_has_no_title() -> None:
    record = read(
        ("masthead", "第2535(2020)号决议"),
        ("title", "安全理事会2020年7月14日第8748次会议通过"),
        ("opening", "安全理事会，"),
        *RESOLUTION[2:],
    )
    assert (record.symbol, record.title, record.session) == ("S/RES/2535(2020)", None, None)
    assert (record.date, record.meeting, record.body) == ("2020-07-14", "第8748次会议", "sc")


def test_language_without_rules_says_what_needs_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.masthead.rules", lambda *_: None)
    record = masthead(Reading(document(("masthead", "A/79/837"), ("numbered", "1.词。"))), "x.txt")
    assert (record.symbol, record.symbol_source, record.session, record.body) == ("A/79/837", "text", 79, "ga")
    assert (record.agenda_items, record.date, record.sponsors) == ((), None, ())


def test_entity_is_not_guessed() -> None:
    assert entity("某某理事会", "zh") is None
    assert entity(None, "zh") is None


CORPUS = sorted((SHARED / "corpus").glob("*.zh.txt")) if (SHARED / "corpus").exists() else []
GOLD = SHARED / "gold" / "documents.json"


@pytest.mark.skipif(not GOLD.exists(), reason="the gold standard is not beside the project")
def test_gold_documents() -> None:
    files = {"000": "A_RES_76_270.zh.txt", "002": "A_68_827.zh.txt"}
    for gold in json.loads(GOLD.read_text(encoding="utf-8")):
        path = SHARED / "corpus" / files[gold["doc"]]
        record = masthead(Reading(read_document(path)), path.name)
        assert (record.symbol, record.session, record.date) == (gold["symbol"], gold["session"], gold["date"])
        assert (record.title, list(record.agenda_items)) == (gold["title"], gold["agenda_items"])
        assert list(record.draft_symbols) == gold.get("draft_symbols", [])
        for name in record.counts:
            assert record.counts[name] == gold["counts"][name], name


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_every_document_of_the_corpus_gives_session_and_title(path: Path) -> None:
    record = masthead(Reading(read_document(path)), path.name)
    assert record.session is not None
    assert record.title
    assert record.document_type in {"resolution", "draft-resolution", "report-sg"}
