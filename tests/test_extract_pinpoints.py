"""Each way of naming a portion, as a row: the words, and the portions that they name in every language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import read_text
from extract.citations import find_citations
from extract.languages import rules
from extract.masthead import masthead
from extract.pinpoints import portions
from extract.reading import Reading
from extract.records import Citation, DocumentRecord, Extraction
from extract.statements import state
from ontology import terms as rg
from ontology.errors import UnknownTermError
from ontology.iri import document_iri, document_key, portion_iri, read_portion
from ontology.portion import UNITS, portion, read_steps

PRINTED = [
    ("第11段", ["para-11"], "a paragraph"),
    ("第9至11段", ["para-9", "para-10", "para-11"], "a range"),
    ("第9-11段", ["para-9", "para-10", "para-11"], "a range with a hyphen"),
    ("第42和第43段", ["para-42", "para-43"], "two, with 第 twice"),
    ("第12、13、14和16段", ["para-12", "para-13", "para-14", "para-16"], "a list"),
    ("第2(e)段", ["para-2/sub-e"], "a letter in brackets"),
    ("第7(a)(i)段", ["para-7/sub-a/sub-i"], "two levels in brackets"),
    ("第6(a)和(b)段", ["para-6/sub-a", "para-6/sub-b"], "two letters of one paragraph"),
    ("第12段(a)分段", ["para-12/sub-a"], "a sub-paragraph by its noun"),
    ("第12段(a)至(c)分段", ["para-12/sub-a", "para-12/sub-b", "para-12/sub-c"], "a range of letters"),
    ("第二章C节第12段(a)分段", ["chapter-2/section-C/para-12/sub-a"], "from chapter to sub-paragraph"),
    ("第三.A节", ["section-3.A"], "a section of two levels"),
    ("第三部分", ["part-3"], "a part"),
    ("附件", ["annex"], "the only annex"),
    ("附件一第3段", ["annex-1/para-3"], "a paragraph of an annex"),
    ("附件第4(1)段", ["annex/para-4/sub-1"], "a number in brackets"),
    ("附件一和二", ["annex-1", "annex-2"], "two annexes, the noun once"),
    ("附件一、附件二", ["annex-1", "annex-2"], "two annexes"),
    ("附件一至三", ["annex-1", "annex-2", "annex-3"], "a range of annexes"),
    ("附件A", ["annex-A"], "an annex by its letter"),
    ("附件和附录", ["annex", "appendix"], "side by side"),
    ("附录二", ["appendix-2"], "an appendix"),
    (
        "第一章，决议1，附件一和二",
        ["chapter-1/resolution-1/annex-1", "chapter-1/resolution-1/annex-2"],
        "of a conference",
    ),
    ("第一章，第1号决议，附件", ["chapter-1/resolution-1/annex"], "the same, the number before"),
    ("第一章第3段和第二章第4段", ["chapter-1/para-3", "chapter-2/para-4"], "two whole paths"),
    ("第3段和附件", ["para-3", "annex"], "an annex is no part of a paragraph"),
    ("第一条第三项", ["article-1/para-3"], "what stands right under an article is a paragraph"),
    ("第四条第1款第2项", ["article-4/para-1/sub-2"], "article, paragraph, sub-paragraph"),
    ("第七章", ["chapter-7"], "a chapter"),
    ("执行部分第2段", ["para-2"], "operative paragraphs are the numbered ones"),
    ("序言部分第五段", ["preamble/para-5"], "a preambular paragraph"),
    ("脚注5", ["note-5"], "a footnote"),
    ("注5", ["note-5"], "the same, short"),
    ("行动5", ["action-5"], "an action of a pact"),
    ("第12页", ["page-12"], "a page"),
]


OTHERS = [
    ("en", "paragraphs9and11", ["para-9", "para-11"], "two"),
    ("en", "paras.138-139", ["para-138", "para-139"], "a range"),
    ("en", "paragraph3(a)to(c)", ["para-3/sub-a", "para-3/sub-b", "para-3/sub-c"], "a range of letters"),
    ("en", "sectionIII,paragraph4", ["section-3/para-4"], "Roman numerals, from outside in"),
    ("en", "paragraph1ofannexII", ["annex-2/para-1"], "from inside out"),
    ("en", "Article2(1)", ["article-2/para-1"], "what is counted under an article is a paragraph"),
    ("en", "rule15", ["article-15"], "a rule of procedure, an article in other languages"),
    ("en", "sectionC", ["section-C"], "a letter that is no numeral"),
    ("en", "goal5", [], "no unit of documents"),
    ("fr", "paragraphe1del'Article33", ["article-33/para-1"], "from inside out"),
    ("es", "párrafo2e)", ["para-2/sub-e"], "a letter with its closing bracket alone"),
    ("ru", "пунктами9и11", ["para-9", "para-11"], "another case"),
    ("ru", "пункт1статьи7", ["article-7/para-1"], "from inside out without a word between"),
    ("ru", "пункте2(е)", ["para-2/sub-e"], "a Cyrillic letter of the same form"),
    ("ar", "الفقرة2(هـ)", ["para-2/sub-e"], "an Arabic letter"),
    ("ar", "الفقرتين9و11", ["para-9", "para-11"], "two"),
]


@pytest.mark.parametrize(("language", "printed", "expected", "reason"), OTHERS, ids=[f"{r[0]}-{r[1]}" for r in OTHERS])
def test_portions_are_the_same_in_other_languages(
    language: str, printed: str, expected: list[str], reason: str
) -> None:
    assert list(portions(printed, rules(language, "pinpoints"))) == expected, reason


@pytest.mark.parametrize(("printed", "expected", "reason"), PRINTED, ids=[reason for *_, reason in PRINTED])
def test_a_pinpoint_is_found_whole_and_taken_apart(printed: str, expected: list[str], reason: str) -> None:
    words = rules("zh", "pinpoints")
    assert words is not None
    match = words.PINPOINT_CHAIN.match(f"，{printed}。")
    assert match is not None
    assert match["part"] == printed
    assert list(portions(printed, words)) == expected
    assert ["/".join(portion([step]) for step in read_steps(each)) for each in expected] == expected


IN_TEXT = [
    ("大会第66/261号决议第11段吁请各国。", "第11段", ("para-11",), "right after the noun"),
    ("大会第66/261号决议，第11段。", None, (), "after a comma in running text something else begins"),
    ("《行动纲领》(第三章)。", "第三章", ("chapter-3",), "in the bracket after a title"),
    ("A/65/382号文件第12段。", "第12段", ("para-12",), "after 号文件"),
    ("按照《联合国宪章》，特别是第一条第三项，合作。", "第一条第三项", ("article-1/para-3",), "singled out"),
    (
        "(A/65/5，第二章，第9至10段)",
        "第二章，第9至10段",
        ("chapter-2/para-9", "chapter-2/para-10"),
        "commas in a bracket",
    ),
    ("安全理事会第1540(2004)号决议第3段和第678(1990)号决议。", "第3段", ("para-3",), "the next citation is no portion"),
    ("大会第66/261号决议附件A/65/5。", "附件", ("annex",), "a symbol after 附件 is no letter of it"),
    ("大会第66/261号决议注意到。", None, (), "注 of a verb"),
    ("大会第66/261号决议行动起来。", None, (), "行动 of a verb"),
]


def citations(text: str) -> tuple[DocumentRecord, list[Citation]]:
    reading = Reading(read_text(f"秘书长的报告\n\n一. 导言\n\n1. {text}\n", "A_79_837.zh.txt"))
    head = masthead(reading, "A_79_837.zh.txt")
    return head, list(find_citations(reading, head))


@pytest.mark.parametrize(("text", "pinpoint", "expected", "reason"), IN_TEXT, ids=[reason for *_, reason in IN_TEXT])
def test_pinpoints_in_text(text: str, pinpoint: str | None, expected: tuple[str, ...], reason: str) -> None:
    found = citations(text)[1][0]
    assert (found.pinpoint, found.portion) == (pinpoint, expected)


def test_the_graph_names_the_portion_of_the_document_or_of_the_instrument() -> None:
    head, found = citations("大会第66/261号决议第11段援引《联合国宪章》第一条第三项。")
    said = state(Extraction("A/79/837", "a.txt", "00", head, tuple(found), (), (), ()))
    edges = {(each.predicate, read_portion(each.object)) for each in said if each.predicate == rg.CITED_PORTION}
    assert edges == {
        (rg.CITED_PORTION, (document_iri("A/RES/66/261"), "para-11")),
        (rg.CITED_PORTION, ("https://w3id.org/resograph/instrument/un-charter", "article-1/para-3")),
    }


STEPS = st.tuples(
    st.sampled_from(sorted(UNITS)), st.one_of(st.none(), st.from_regex(r"[0-9A-Za-z]{1,3}", fullmatch=True))
)


@given(st.lists(STEPS, min_size=1, max_size=4))
def test_portions_and_back(steps: list[tuple[str, str | None]]) -> None:
    written = portion(steps)
    iri = portion_iri(document_iri("S/RES/1540(2004)"), written)
    assert read_steps(written) == tuple(steps)
    assert read_portion(iri) == (document_iri("S/RES/1540(2004)"), written)
    assert document_key(iri) == "S/RES/1540(2004)"
    assert re.fullmatch(r"https://[^\s<>\"{}|\\^`\[\]]+", iri)


@pytest.mark.parametrize("fragment", ["", "zh-citation-1-2", "line-3", "para-", "para-3/", "annex-1/para 3"])
def test_what_is_no_portion_raises(fragment: str) -> None:
    with pytest.raises(UnknownTermError):
        portion_iri(document_iri("A/79/837"), fragment)
