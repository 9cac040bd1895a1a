from pathlib import Path

import pytest

from corpus import read_document, read_text
from extract import extract, to_dicts
from extract.audit import audit
from extract.reading import Reading
from extract.records import Citation, DocumentRecord, Span
from extract.statements import state
from ontology import terms as rg
from ontology.iri import part_iri

SHARED = Path(__file__).resolve().parents[2] / "shared"
REPORT = "第七十八届会议\n\n议程项目126\n\n合作\n\n秘书长的报告\n\n"
RESOLUTION = "76/270. 合作\n\n大会，\n\n{}\n\n1. 决定继续审议这个问题。\n\n2022年6月21日\n第85次全体会议\n"


def found_in(text, name="a.txt"):
    return extract(read_text(text, name)).findings


def page(words, *links):
    """A page of a draft: a preambular paragraph, and the links at its foot."""
    return f"大会，\n\n{words}\n\n" + "".join(f"https://undocs.org/zh/{link}\n" for link in links)


LINKS = (
    # words, links, what is said and what the link has, reason
    ("回顾大会第55/2号决议，", ("A/HRC/RES/55/2",), [("A/RES/55/2", "A/HRC/RES/55/2")], "the other body"),
    ("回顾人权理事会第53/11号决议，", ("A/RES/53/11",), [("A/HRC/RES/53/11", "A/RES/53/11")], "the other way round"),
    ("回顾大会第55/2号决议，", ("A/55/2",), [("A/RES/55/2", "A/55/2")], "a document of the session, no resolution"),
    (
        "回顾大会第70/1号决议、第55/2号决议和第76/1号决议，",
        ("A/RES/70/1", "A/HRC/RES/55/2", "A/RES/76/1"),
        [("A/RES/55/2", "A/HRC/RES/55/2")],
        "between two that agree",
    ),
    (
        "回顾大会第76/270号决议，又回顾大会第76/270号决议和第77/159号决议，",
        ("A/RES/76/270", "A/HRC/RES/76/270", "A/RES/77/159"),
        [("A/RES/76/270", "A/HRC/RES/76/270")],
        "cited twice, and one of the two links leads elsewhere",
    ),
    (
        "回顾大会第70/1号决议、第66/3号决议和第76/1号决议，",
        ("A/RES/70/1", "A/RES/66/8", "A/RES/76/1"),
        [("A/RES/66/3", "A/RES/66/8")],
        "another number, alone between two that agree",
    ),
    ("回顾大会第55/2号决议(https://undocs.org/A/HRC/RES/55/2)，", (), [("A/RES/55/2", "A/HRC/RES/55/2")], "beside"),
    ("回顾大会第55/2号决议，", ("A/RES/55/2",), [], "they agree"),
    ("回顾大会第217 A(III)号决议，", ("A/RES/217(III)",), [], "a part and the whole"),
    ("回顾秘书长关于合作的报告A/65/382-S/2010/490，", ("A/65/382",), [], "one half of a double symbol"),
    (
        "回顾大会第55/2号决议和人权理事会第55/2号决议，",
        ("A/RES/55/2", "A/HRC/RES/55/2"),
        [],
        "the same number of two bodies",
    ),
    (
        "回顾大会第55/2号决议和人权理事会第55/2号决议，",
        ("A/HRC/RES/55/2",),
        [],
        "the link belongs to the other citation",
    ),
    (
        "回顾大会第55/2号决议和第70/1号决议，",
        ("A/RES/70/1", "A/HRC/RES/55/2"),
        [],
        "the link stands on the other side of one that agrees",
    ),
    (
        "回顾大会第70/1号决议、第66/3号决议、第67/9号决议和第76/1号决议，",
        ("A/RES/70/1", "A/RES/66/8", "A/RES/76/1"),
        [],
        "two citations to which the link may belong",
    ),
    ("回顾大会第66/3号决议，", ("A/RES/66/8",), [], "another number, and nothing that agrees holds the place"),
    ("回顾大会第66/3号决议，", ("A/76/L.63",), [], "nothing alike: the link of a masthead"),
    ("回顾文件A/76/L.63，", ("A/76/L.63/Add.1",), [], "an addendum of what is cited"),
    ("回顾大会第55/411号决定，", ("A/RES/55/411",), [], "a decision has no symbol of its own"),
    ("回顾《2030年可持续发展议程》，", ("A/RES/70/1",), [], "an instrument cited by name"),
    (
        "回顾大会第70/1号决议和第55/2号决议，",
        ("A/RES/70/1", "A/RES/70/1", "A/RES/55/2"),
        [],
        "a link printed twice, because its words run over the end of a line",
    ),
    (
        "回顾大会题为“变革我们的世界”的第70/1号决议和大会第55/2号决议，其中通过了各项目标，",
        ("A/RES/70/1", "A/HRC/RES/55/2", "A/HRC/RES/55/2"),
        [("A/RES/55/2", "A/HRC/RES/55/2")],
        "the same, and it leads elsewhere",
    ),
    ("回顾大会第55/2号决议，", (), [], "no link at all"),
    ("回顾大会第55/2号决议(https://undocs.org/A/55/L.2)，", (), [], "beside it the draft"),
    ("回顾世界卫生大会第55/2号决议，", ("A/HRC/RES/55/2",), [], "what the words denote is not known"),
)


@pytest.mark.parametrize(("words", "links", "expected", "reason"), LINKS)
def test_links_against_the_text(words, links, expected, reason):
    found = [each for each in found_in(page(words, *links)) if each.kind == "link-contradicts-text"]
    assert [(*each.said, *each.other) for each in found] == expected, reason
    assert all(each.related and each.other[0] in each.related.text for each in found)


def test_a_page_ends_with_its_links():
    first = page("回顾大会第55/2号决议，", "A/RES/55/2")
    second = "回顾大会第70/1号决议，\n\nhttps://undocs.org/zh/A/HRC/RES/55/2\nhttps://undocs.org/zh/A/RES/70/1\n"
    assert not found_in(first + "\n" + second), "a link of the second page is none of a citation of the first"


YEARS = (
    # words, said, other, date, allowed, reason
    ("安全理事会第1325(2001)号决议", "S/RES/1325(2001)", "S/RES/1325(2000)", None, "2000/2000", "of another year"),
    ("安全理事会第1325（2001）号决议", "S/RES/1325(2001)", "S/RES/1325(2000)", None, "2000/2000", "wide brackets"),
    ("文件S/RES/1325 (2001)", "S/RES/1325(2001)", "S/RES/1325(2000)", None, "2000/2000", "as a symbol"),
    ("安全理事会第2090(2005)号决议", "S/RES/2090(2005)", None, None, "2012/2013", "a number in a gap of the table"),
    ("大会2003年11月19日第57/32号决议", "A/RES/57/32", None, "2003-11-19", "2002-09/2003-09", "after the session"),
    ("大会2002年8月30日第57/32号决议", "A/RES/57/32", None, "2002-08-30", "2002-09/2003-09", "before the session"),
    ("大会第57/32号决议(2005年)", "A/RES/57/32", None, "2005", "2002-09/2003-09", "a year behind"),
    (
        "人权理事会2022年7月12日第53/11号决议",
        "A/HRC/RES/53/11",
        None,
        "2022-07-12",
        "2023-01/2023-12",
        "a session of the Council",
    ),
    ("2001年10月31日第1325(2000)号决议", "S/RES/1325(2000)", None, "2001-10-31", "2000-01/2000-12", "date and number"),
    ("大会1950年12月10日第217 A(III)号决议", "A/RES/217(III)", None, "1950-12-10", "1948-01/1949-12", "Roman session"),
)


@pytest.mark.parametrize(("words", "said", "other", "date", "allowed", "reason"), YEARS)
def test_years_that_do_not_fit(words, said, other, date, allowed, reason):
    (found,) = found_in(f"{REPORT}1. 本报告回顾{words}的规定。\n")
    assert (found.kind, found.said) == ("year-does-not-fit", (said,)), reason
    assert (found.other, found.date, found.allowed) == ((other,) if other else (), date, allowed), reason


FITTING = (
    ("安全理事会第1325(2000)号和1820(2008)号决议", "the years of their numbers"),
    ("安全理事会第1540号决议", "no year"),
    ("理事会第267(2009)号决定", "a decision of another council"),
    ("消除对妇女歧视委员会第29(2013)号一般性建议", "a recommendation"),
    ("欧洲委员会议会大会第1732(2010)号决议", "of another organization"),
    ("大会2002年9月10日第57/1号决议", "the month in which the session opens"),
    ("大会2003年9月15日第57/338号决议", "the month in which it ends"),
    ("大会2003年第57/32号决议", "a year in which it met"),
    ("大会1948年12月10日第217 A(III)号决议", "a Roman session"),
    ("大会1951年11月5日第500(V)号决议", "an early session went on until the next year's autumn"),
    ("大会2022年3月2日第ES-11/1号决议", "an emergency special session"),
    ("大会2018年6月13日第ES-10/20号决议", "one that has resumed for decades"),
    ("大会2001年6月27日第S-26/2号决议", "a special session"),
    ("经济及社会理事会2017年12月5日第2018/1号决议", "the Council's cycle begins the year before"),
    ("经济及社会理事会1955年12月15日第973(X)号决议", "a Roman session of a body of which no sessions are known"),
    ("人权理事会2006年6月29日第1/2号决议", "the first session of the Council"),
    ("大会2000年9月8日通过的《联合国千年宣言》", "the date of an instrument"),
)


@pytest.mark.parametrize(("words", "reason"), FITTING)
def test_years_that_fit(words, reason):
    assert found_in(f"{REPORT}1. 本报告回顾{words}的规定。\n") == (), reason


LATER = (
    # text, name, said, rule, allowed, reason
    (
        RESOLUTION.format("回顾其第77/159号决议，"),
        "a.txt",
        "A/RES/77/159",
        "target-after-document",
        "../2022-06-21",
        "GA",
    ),
    (
        RESOLUTION.format("回顾安全理事会第2719(2023)号决议，"),
        "a.txt",
        "S/RES/2719(2023)",
        "target-after-document",
        "../2022-06-21",
        "Security Council",
    ),
    (
        RESOLUTION.format("回顾其2022年7月28日第76/300号决议，"),
        "a.txt",
        "A/RES/76/300",
        "date-after-document",
        "../2022-06-21",
        "a printed date",
    ),
    (
        RESOLUTION.format("回顾秘书长的报告A/79/837，"),
        "a.txt",
        "A/79/837",
        "target-after-document",
        "../2022-06-21",
        "a report of a later session",
    ),
    (
        f"{REPORT}1. 根据大会第80/5号决议，本报告述及合作。\n",
        "A_78_5.txt",
        "A/RES/80/5",
        "target-after-document",
        "../2024-09",
        "an undated report of session 78",
    ),
    (
        f"{REPORT}1. 根据大会第79/5号决议，本报告述及合作。\n",
        "A_78_5.txt",
        "A/RES/79/5",
        "session-after-document",
        "../2024-09",
        "the session right after",
    ),
)


@pytest.mark.parametrize(("text", "name", "said", "rule", "allowed", "reason"), LATER)
def test_what_is_later_than_the_document(text, name, said, rule, allowed, reason):
    (found,) = found_in(text, name)
    assert (found.kind, found.said, found.rule, found.allowed) == ("later-than-document", (said,), rule, allowed), (
        reason
    )


IN_TIME = (
    (
        RESOLUTION.format("回顾其第76/269号决议，\n\n第77/1号决议"),
        "a.txt",
        "the head of the next resolution of a volume",
    ),
    (RESOLUTION.format("回顾其2022年6月21日第76/269号决议，"), "a.txt", "of the same day"),
    (RESOLUTION.format("回顾其第76/300号决议，"), "a.txt", "of the same session, its day not known"),
    (RESOLUTION.format("注意到秘书长的报告A/77/98，"), "a.txt", "a report for the session to come"),
    (RESOLUTION.format("注意到文件E/2023/10，"), "a.txt", "a document for the year to come"),
    (f"{REPORT}1. 本报告根据大会第76/270号决议提交。\n", "A_78_5.txt", "a report after the resolution"),
    (f"{REPORT}1. 本报告述及大会第78/9号决议。\n", "A_78_5.txt", "a resolution of its own session"),
    (f"{REPORT}1. 本更正述及大会第79/5号决议。\n", "A_78_5_Corr.1.txt", "an undated corrigendum may be of any time"),
    ("1. 本文件述及大会第79/5号决议。\n", "a.txt", "a document of which neither date nor session is known"),
    (RESOLUTION.format("欢迎将于2030年通过的《新公约》，"), "a.txt", "an instrument yet to come"),
)


@pytest.mark.parametrize(("text", "name", "reason"), IN_TIME)
def test_what_is_in_time(text, name, reason):
    assert found_in(text, name) == (), reason


SELF = (
    # text, name, whether it is found, reason
    (RESOLUTION.format("回顾其第76/270号决议，"), "a.txt", True, "a resolution that recalls itself"),
    (RESOLUTION.format("回顾其第76/269号决议，"), "a.txt", False, "its neighbour"),
    (f"{REPORT}1. 本报告(A/78/5)述及合作。\n", "A_78_5.txt", True, "a report that prints its symbol in running text"),
    (f"A/78/5\n\n{REPORT}1. 本报告述及合作。\n", "A_78_5.txt", False, "the symbol in the masthead"),
    (
        f"{REPORT}1. 本报告述及合作。\n\nA/78/5 关于合作的报告\n\n2. 合作继续。\n",
        "A_78_5.txt",
        False,
        "a running header",
    ),
    (RESOLUTION.format("回顾其第76/270 B号决议，"), "a.txt", False, "another part of the same resolution"),
)


@pytest.mark.parametrize(("text", "name", "is_found", "reason"), SELF)
def test_documents_that_cite_themselves(text, name, is_found, reason):
    assert [each.kind for each in found_in(text, name)] == ["cites-itself"] * is_found, reason


@pytest.mark.parametrize(
    ("between", "is_found", "reason"),
    [
        (" of 15 December 1975", True, "right after the number"),
        (
            " concerning the question of Southern Rhodesia, in its special report of 15 December 1975",
            False,
            "so far off it is the date of the report",
        ),
    ],
)
def test_a_date_counts_only_beside_the_number(between, is_found, reason):
    words = "resolution 253 (1968)"
    source = f"The Security Council,\n\nRecalling the Committee established under {words}{between},\n"
    start = source.index(words)
    span = Span(start, start + len(words), words, start, start + len(words), words, words)
    citation = Citation(span, "resolution", ("S/RES/253(1968)",), date="1975-12-15", place="preambular")
    record = DocumentRecord("S/RES/388(1976)", ("S/RES/388(1976)",), "given", "en", body="sc", date="1976-04-06")
    found = audit(Reading(read_text(source, "a.txt")), record, (citation,))
    assert [each.rule for each in found] == ["date-of-session"] * is_found, reason


def test_a_year_that_does_not_fit_leaves_the_number_unresolved_with_a_candidate():
    (citation,) = extract(read_text(f"{REPORT}1. 回顾安全理事会第1325(2001)号决议。\n", "a.txt")).citations
    assert (citation.targets, citation.candidates, citation.confidence) == ((), ("S/RES/1325(2000)",), 0.5)


def test_a_printed_symbol_with_another_year_stays_as_printed():
    (citation,) = extract(read_text(f"{REPORT}1. 回顾S/RES/1325 (2001)的规定。\n", "a.txt")).citations
    assert (citation.targets, citation.candidates) == (("S/RES/1325(2001)",), ("S/RES/1325(2000)",))
    assert citation.confidence == 0.5


def test_a_finding_is_printed_with_the_link_as_an_object():
    text = page("回顾大会第55/2号决议，", "A/HRC/RES/55/2")
    record = next(each for each in to_dicts(extract(read_text(text, "a.txt"))) if each["type"] == "finding")
    assert text[record["start"] : record["end"]] == record["text"] == "大会第55/2号决议"
    assert record["sentence"] == "回顾大会第55/2号决议，"
    related = record["related"]
    assert text[related["start"] : related["end"]] == related["text"] == "https://undocs.org/zh/A/HRC/RES/55/2"


def test_a_finding_is_stated_with_both_citations_and_evidence():
    found = extract(read_text(page("回顾大会第55/2号决议，", "A/HRC/RES/55/2"), "a.txt"))
    (finding,) = found.findings
    statements = list(state(found))
    node = part_iri(found.key, "zh", "finding", finding.span.start, finding.span.end)
    about = {(s.predicate, s.object) for s in statements if s.subject == node}
    ends = ((rg.ABOUT_CITATION, finding.span), (rg.AGAINST_CITATION, finding.related))
    for predicate, span in ends:
        citation = part_iri(found.key, "zh", "citation", span.start, span.end)
        assert (predicate, citation) in about
        assert any(s.subject == citation and s.predicate == rg.CITED_DOCUMENT for s in statements)
    assert {(rg.SAID_SYMBOL, "A/RES/55/2"), (rg.OTHER_SYMBOL, "A/HRC/RES/55/2")} <= about
    assert all(s.evidence and s.evidence.rule == "link-order" for s in statements if s.subject == node)


REAL = (
    # file, (words, what is said, what the link has) of each contradiction that reading confirms
    ("A_79_837.zh.txt", []),
    ("A_65_382-S_2010_490.zh.txt", []),
    # The footnote explains the Millennium Declaration of the Assembly; the link leads to the Human Rights Council.
    ("A_C.3_78_L.draft.zh.txt", [("第 55/2 号决议", "A/RES/55/2", "A/HRC/RES/55/2")]),
    ("A_68_827.zh.txt", []),
    ("A_RES_76_270.zh.txt", []),
)


@pytest.mark.parametrize(("name", "expected"), REAL)
def test_real_documents(name, expected):
    path = SHARED / "corpus" / name
    if not path.exists():
        pytest.skip("the real documents are not beside the checkout")
    found = extract(read_document(path)).findings
    assert [(each.span.text, *each.said, *each.other) for each in found] == expected


def test_no_false_alarm_in_the_early_resolutions_of_the_security_council():
    folder = SHARED / "data" / "security-council-en"
    if not folder.exists():
        pytest.skip("the resolutions of the Security Council are not beside the checkout")
    misprinted = {
        ("S_RES_0171_1962", "S/RES/93(1951)"),  # "of 18 May 1948"
        ("S_RES_0264_1969", "A/RES/2145(XXII)"),  # "of 27 October 1966"; paragraph 6 has (XXI)
        ("S_RES_0276_1970", "A/RES/2145(XXII)"),  # the same
        ("S_RES_0281_1970", "S/RES/274(1959)"),  # "of 11 December 1969"
        ("S_RES_0434_1978", "S/RES/434(1973)"),  # "of 18 September 1978"
        ("S_RES_0587_1986", "S/RES/489(1979)"),  # among resolutions in their order, between 450 (1979) and 474 (1980)
    }
    found = {
        (path.name.partition("_EN")[0], *each.said)
        for path in sorted(folder.glob("*.txt"))
        for each in extract(read_document(path)).findings
    }
    assert found <= misprinted


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_no_false_alarm_in_four_thousand_lines_of_six_languages(language):
    path = SHARED / "data" / "six-languages" / f"UNv1.0.devset.{language}"
    if not path.exists():
        pytest.skip("the lines in six languages are not beside the checkout")
    # Lines of many documents: what is later than which document says nothing here.
    found = extract(read_text(path.read_text(encoding="utf-8").replace("\n", "\n\n"), "lines.txt")).findings
    years = {each.said for each in found if each.kind == "year-does-not-fit"}
    # Of this number only the Arabic line has 2014; the other five have 2013.
    assert years <= ({("S/RES/2122(2014)",)} if language == "ar" else set())


def test_no_false_alarm_in_the_specimens():
    from corpus.specimens import specimens

    assert [
        found for path in sorted(specimens().glob("*.txt")) for found in extract(read_document(path)).findings
    ] == []
