import json
import re
import unicodedata
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from lineage_sample import EARLIER, REPORT, TWICE, R, act, cite, finding, node, sample, unresolved

from graph.lineage import lineage
from graph.report import FORMATS, render
from graph.report_markdown import escaped
from graph.wording import paragraph_label, words
from ontology.errors import UnknownTermError
from ontology.terms import DOCUMENT_CLASSES

HOSTILE = '<script>alert(1)</script>|</p>`*_[x](javascript:alert(1))"\x1b[31m\u202e'


@pytest.fixture(scope="module")
def found():
    return lineage(sample(), R)


def hostile():
    graph = sample()
    for key in (R, REPORT, "instrument:un-charter"):
        graph.nodes[key]["title"] = HOSTILE
    graph.nodes["instrument:un-charter"]["label"] = HOSTILE
    cite(graph, R, "A/RES/57/32", 400, exact=HOSTILE, verb=HOSTILE, pinpoint=HOSTILE)
    graph.graph["unresolved"][R] = (unresolved(exact=HOSTILE, name=HOSTILE, reason=HOSTILE, sentence=f"见{HOSTILE}。"),)
    return lineage(graph, R)


class Page(HTMLParser):
    """Reads a page into what the tests ask of it."""

    OPEN = frozenset({"meta", "link", "img", "br", "hr", "input"})

    def __init__(self, text):
        super().__init__()
        self.tags, self.stack, self.unbalanced = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.OPEN:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.unbalanced.append(tag)

    def all(self, name):
        return [attrs for tag, attrs in self.tags if tag == name]


SYMBOLS = (
    ({"symbol_source": "text", "symbol_confidence": 1.0}, None),
    ({"symbol_source": "given", "symbol_confidence": 0.9}, "in the name of the file, confidence 0.9"),
    (
        {"symbol_source": "inferred", "symbol_confidence": 0.9, "symbol_series": "A/C.3/78/L."},
        "inferred from session, body and kind that it begins with A/C.3/78/L., confidence 0.9",
    ),
    (
        {"symbol_source": "text", "symbol_confidence": 0.5, "symbol_conflicts": ("header A/79/838",)},
        "against it: header A/79/838",
    ),
)


@pytest.mark.parametrize(("known", "words_of"), SYMBOLS)
def test_a_report_says_how_a_symbol_was_found_that_the_document_does_not_print(known, words_of):
    graph = sample()
    graph.nodes[R].update(known)
    text = " ".join(render(lineage(graph, R), "terminal", "en").split())
    assert (words_of or "") in text
    assert ("Symbol found" in text) is (words_of is not None)


def test_every_kind_of_document_has_a_name_in_the_report():
    for language in ("zh", "en"):
        assert not [kind for kind in DOCUMENT_CLASSES if f"type.{kind}" not in words(language).texts]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_shows_the_tie_and_its_words(found, format, language):
    text = render(found, format, language)
    plain = re.sub(r"</?(?:mark|strong)>|\*", "", text)
    assert REPORT in text
    for symbol in ("A/RES/57/32", "A/RES/72/278", "A/RES/60/1"):
        assert symbol in text
    assert "又回顾第A/RES/57/32号的规定，" in plain
    assert "又回顾《2005年世界首脑会议成果》的规定，" in plain
    assert text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_bytes_twice(format):
    assert render(lineage(sample(), R), format, "zh") == render(lineage(sample(), R), format, "zh")


ANSWERS = (
    # language, symbol, sentence
    (
        "en",
        R,
        "A/RES/76/270 comes from A/76/L.63; recalls A/RES/57/32, A/RES/60/1 and A/RES/72/278; cites 4 documents and "
        "instruments in all; is answered by A/79/837; is cited by 1 document of this collection.",
    ),
    (
        "zh",
        R,
        "A/RES/76/270：来自 A/76/L.63；回顾 A/RES/57/32、A/RES/60/1 和 A/RES/72/278；共援引 4 份文件和文书；"
        "A/79/837 是对它的答复；本集合中有 1 份文件援引它。",
    ),
    ("en", REPORT, "A/79/837 answers A/RES/76/270; cites 1 document or instrument in all; is cited by no document of "),
    ("en", "A/RES/60/1", "A/RES/60/1 is not itself in this collection, so that what it cites is not known; is cited "),
    ("zh", TWICE, "A/65/382-S/2010/490：共援引 0 份文件和文书；本集合中没有文件援引它。"),
)


@pytest.mark.parametrize(("language", "symbol", "sentence"), ANSWERS)
def test_the_answer_comes_first_in_one_sentence(language, symbol, sentence):
    text = render(lineage(sample(), symbol), "markdown", language)
    assert escaped(sentence) in text.split("\n")[2]


def test_requests_say_what_became_of_them(found):
    text = render(found, "terminal", "en", width=400)
    assert "due: session 79" in text
    assert "answered by A/79/837" in text
    graph = sample()
    graph.remove_edge(REPORT, R, "answers")
    text = render(lineage(graph, R), "terminal", "en", width=400)
    assert "no answer in the collection" in text
    assert "report due at session 79: no answer in the collection" in text, "an awaited step stands in the time line"


def test_open_questions_are_shown(found):
    text = render(found, "terminal", "en", width=400)
    assert "refers back to something named before · two reports before it · may be A/72/791 and A/74/829" in text
    assert "Cited and not in this collection: A/RES/57/32, A/RES/60/1" in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_it_says_what_it_is_not_and_how_to_repeat_it(found, format, language):
    text = render(found, format, language, width=400)
    assert text.count(words(language)("about")) == 2, "at the top and in the provenance"
    assert "resograph lineage A/RES/76/270 --depth 1 --direction both --store DIR" in text


def test_a_command_is_quoted_for_the_shell():
    graph = sample()
    node(graph, "S/RES/1540(2004)", held=True)
    text = render(lineage(graph, "S/RES/1540(2004)"), "markdown", "en")
    assert "resograph lineage 'S/RES/1540(2004)' --depth" in text
    assert "(<https://docs.un.org/en/S/RES/1540(2004)>)" in text, "brackets do not break the link"


def test_interface_words_follow_the_language_and_quotations_do_not(found):
    chinese, english = render(found, "markdown", "zh"), render(found, "markdown", "en")
    assert "### 回顾" in chinese
    assert "### Recalls" in english
    quoted = [line for line in chinese.splitlines() if line.startswith("  > ") and not line.startswith("  > —")]
    assert quoted == [line for line in english.splitlines() if line.startswith("  > ") and not line.startswith("  > —")]


@pytest.mark.parametrize("subject", ["lineage", "rank"])
def test_both_languages_have_all_words(subject):
    assert words("zh", subject).texts.keys() == words("en", subject).texts.keys()
    for name, text in words("en", subject).texts.items():
        gaps = set(re.findall(r"\{(\w+)\}", text))
        assert gaps == set(re.findall(r"\{(\w+)\}", words("zh", subject).texts[name])), name


@pytest.mark.parametrize("subject", ["lineage", "rank"])
def test_chinese_words_keep_to_chinese_punctuation(subject):
    for name, text in words("zh", subject).texts.items():
        assert not re.search(r"[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]", text), name


def test_an_unknown_word_language_or_format_raises(found):
    with pytest.raises(UnknownTermError):
        words("en")("no such text")
    with pytest.raises(UnknownTermError):
        render(found, "html", "de")
    with pytest.raises(UnknownTermError):
        render(found, "pdf")


def test_json_has_a_schema_and_sorted_keys(found):
    value = json.loads(render(found, "json"))
    assert value["schema"] == "resograph/lineage/1"
    assert list(value) == sorted(value)
    assert set(value) == {
        *("schema", "key", "depth", "direction", "identity", "documents", "history", "requests", "cites", "cited_by"),
        *("series", "series_tied", "unresolved", "findings", "not_held", "counts", "acts_unread", "actors"),
    }
    assert value["cites"][0]["quotations"][0]["sentence"] == "又回顾第A/RES/57/32号的规定，"
    assert value["requests"][0]["answers"][0]["document"] == REPORT


def test_the_page_is_whole_and_asks_for_nothing(found):
    text = render(found, "html", "zh")
    page = Page(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert (page.stack, page.unbalanced) == ([], [])
    assert page.all("html")[0]["lang"] == "zh-Hans"
    assert not page.all("script") + page.all("link") + page.all("img") + page.all("iframe")
    assert not re.search(r"url\(|@import|\bsrc=", text)
    policy = next(meta["content"] for meta in page.all("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert all(attrs["lang"] == "zh-Hans" for attrs in page.all("blockquote"))
    assert not [attrs for _, attrs in page.tags if "style" in attrs or any(name.startswith("on") for name in attrs)]


def test_headings_go_down_one_by_one_and_links_have_targets(found):
    page = Page(render(found, "html", "en"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    names = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(names) == len(set(names))
    inner = [attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")]
    assert inner
    assert set(inner) <= set(names)


def test_links_lead_to_the_official_text_only(found):
    page = Page(render(found, "html", "en"))
    outer = [attrs["href"] for attrs in page.all("a") if not attrs["href"].startswith("#")]
    assert outer
    assert all(address.startswith("https://docs.un.org/") for address in outer)
    arabic = next(attrs for attrs in page.all("a") if attrs["href"].startswith("https://docs.un.org/ar/"))
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")


def test_hostile_words_do_not_run_in_the_page():
    text = render(hostile(), "html", "en")
    page = Page(text)
    assert not page.all("script")
    assert "&lt;script&gt;" in text
    assert not any("javascript" in attrs.get("href", "") for attrs in page.all("a"))
    assert (page.stack, page.unbalanced) == ([], [])


def test_hostile_words_do_not_break_markdown():
    text = render(hostile(), "markdown", "en")
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    tables = [line for line in text.splitlines() if line.startswith("|")]
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in tables}
    assert widths == {4}, "no cell of the table in the history breaks out"


def test_the_terminal_gets_no_control_characters():
    for color in (False, True):
        text = render(hostile(), "terminal", "en", color=color)
        text = re.sub(r"\x1b\[[0-9;]*m", "", text) if color else text
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert "\x1b[31m" not in render(hostile(), "terminal", "en", color=True)


def test_plain_text_fits_the_terminal(found):
    for width in (60, 80):
        for line in render(found, "terminal", "zh", width=width).splitlines():
            cells = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)
            assert cells <= width


def test_the_cited_words_stand_out(found):
    assert "又回顾*第A/RES/57/32号*的规定，" in render(found, "terminal", "en", width=400)
    assert "又回顾\x1b[1m第A/RES/57/32号\x1b[0m的规定" in render(found, "terminal", "en", width=400, color=True)
    assert "又回顾**第A/RES/57/32号**的规定，" in render(found, "markdown", "en")
    assert "<mark>第A/RES/57/32号</mark>" in render(found, "html", "en")


EMPHASIS = (
    # words, sentence, as written, reason
    (
        "《宪章》",
        "回顾《宪章》的宗旨",
        "回顾<strong>《宪章》</strong>的宗旨",
        "asterisks fail between a bracket and a letter",
    ),
    ("《宪章》", "《宪章》，", "**《宪章》**，", "no letter beside it"),
    ("A/76/L.63", "见A/76/L.63和A/76/L.63/Add.1", "见**A/76/L.63**和A/76/L.63/Add.1", "not inside a longer symbol"),
    ("第1段", "第1段|第2段", "**第1段**\\|第2段", "a bar is no column"),
)


@pytest.mark.parametrize(("exact", "sentence", "written", "reason"), EMPHASIS)
def test_emphasis_in_markdown(exact, sentence, written, reason):
    graph = sample()
    graph.graph["unresolved"][R] = (unresolved(exact=exact, sentence=sentence),)
    assert f"  > {written}\n" in render(lineage(graph, R), "markdown", "en"), reason


ESCAPES = (
    ("# head", "\\# head", "no heading"),
    ("1. item", "1\\. item", "no list"),
    ("- item", "\\- item", "no list"),
    ("> quote", "&gt; quote", "no quotation"),
    ("a_b_c *d* `e`", "a\\_b\\_c \\*d\\* \\`e\\`", "no emphasis, no code"),
    ("&lt;", "&amp;lt;", "an entity is shown as it was printed"),
    ("a\nb", "a b", "one line"),
    ("A/RES/76/270", "A/RES/76/270", "symbols stay readable"),
)


@pytest.mark.parametrize(("text", "written", "reason"), ESCAPES)
def test_escapes(text, written, reason):
    assert escaped(text) == written, reason


def test_deeper_steps_name_where_they_go_on():
    text = render(lineage(sample(), REPORT, depth=2), "markdown", "en")
    assert "### Step 2: what A/RES/76/270 cites" in text


@pytest.mark.parametrize("symbol", ["A/RES/60/1", TWICE, f"{R}/Corr.1", "instrument:un-charter", "A/76/L.63"])
@pytest.mark.parametrize("format", FORMATS)
def test_every_kind_of_document_has_a_report(symbol, format):
    assert render(lineage(sample(), symbol, depth=2), format, "en")


def test_no_request_is_called_absent_where_the_text_was_not_read():
    text = render(lineage(sample(), "A/RES/60/1"), "terminal", "en", width=400)
    assert "The document itself is not in this collection; its text was not read." in text
    assert "No act in it" not in text


def partly_read():
    graph = sample()
    node(graph, "A/80/5", held=True, language="ru", title="Доклад")
    cite(graph, "A/80/5", R, 3, language="ru", function="cites", verb=None)
    return lineage(graph, "A/80/5")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_follows_from_what_was_not_read(language):
    speak = words(language)
    text = render(partly_read(), "html", language)
    assert text.count(speak("acts-unread")) == 2, "in the summary and in the requests"
    assert speak("empty.requests") not in text


def test_a_report_due_by_a_date_is_not_said_to_be_due_at_a_session():
    graph = sample()
    graph.graph["acts"][R] = (act(due="2024-12-31"),)
    graph.remove_edge(REPORT, R, "answers")
    text = render(lineage(graph, R), "markdown", "en")
    assert "report due by 2024-12-31" in text
    assert "session 2024-12-31" not in text


def test_steps_that_add_nothing_say_so():
    line = "3 steps were followed; nothing was found beyond step 1."
    assert render(lineage(sample(), R, depth=3), "markdown", "en").count(line) == 1, "what cites it ends there"
    assert "nothing was found beyond" not in render(lineage(sample(), R), "markdown", "en")


def test_the_series_says_what_ties_it():
    graph = sample()
    node(graph, "A/68/827", title="联合国与各国议会的互动", session=68, held=True, language="zh")
    text = render(lineage(graph, R), "terminal", "en", width=400)
    rows = [line for line in text.splitlines() if "tied to another" in line or "no citation found" in line]
    assert [row.split()[0] for row in rows] == ["A/68/827", EARLIER, R, REPORT]
    assert "session 68 · no citation found" in rows[0]


def test_the_time_line_places_undated_documents_by_their_session():
    graph = sample()
    node(graph, "A/73/325", session=73, body="ga", held=True)
    cite(graph, "A/73/325", R, 7)
    text = render(lineage(graph, R), "markdown", "zh")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    places = [at for at, row in enumerate(rows) for name in ("A/73/325", "A/76/L.63]", R + "]") if f"[{name}" in row]
    assert rows[places[0]].startswith("| 第 73 届会议 | [A/73/325]")
    assert places == sorted(places)


CHECKS = (
    # finding, English, Chinese, reason
    (
        {"link": "https://undocs.org/A/HRC/RES/55/2"},
        "the words denote A/RES/55/2, the link beside them leads to A/HRC/RES/55/2 (https://undocs.org/A/HRC/RES/55/2)",
        "文字所指为 A/RES/55/2，旁边的链接指向 A/HRC/RES/55/2（https://undocs.org/A/HRC/RES/55/2）",
        "a link",
    ),
    (
        {
            "kind": "year-does-not-fit",
            "said": ("S/RES/1325(2001)",),
            "other": ("S/RES/1325(2000)",),
            "allowed": "2000/2000",
        },
        "S/RES/1325(2001) · year and number do not fit · the number is that of S/RES/1325(2000) · possible in 2000",
        "S/RES/1325(2001) · 年份与编号不合 · 该编号属于 S/RES/1325(2000) · 可能的时间为 2000",
        "a number with the year of another",
    ),
    (
        {"kind": "year-does-not-fit", "other": (), "date": "2003-11-19", "allowed": "2002-09/2003-09"},
        "year and number do not fit · the date given is 2003-11-19 · possible from 2002-09 to 2003-09",
        "年份与编号不合 · 文中所称日期为 2003-11-19 · 可能的时间为 2002-09 至 2003-09",
        "a date outside the session",
    ),
    (
        {"kind": "later-than-document", "other": (), "allowed": "../2022-06-21"},
        "later than the document that cites it · the document is not later than 2022-06-21",
        "晚于援引它的文件 · 本文件不晚于 2022-06-21",
        "a later document",
    ),
    (
        {"kind": "cites-itself", "said": (R,), "other": (R,)},
        f"{R} · the document cites itself",
        "文件援引自身",
        "itself",
    ),
)


@pytest.mark.parametrize(("known", "english", "chinese", "reason"), CHECKS)
def test_what_to_check_is_said_in_words(known, english, chinese, reason):
    graph = sample()
    graph.graph["findings"][R] = (finding(**known),)
    found = lineage(graph, R)
    for language, said in (("en", english), ("zh", chinese)):
        text = render(found, "terminal", language, width=400)
        section = text.partition(words(language)("section.check") + "\n")[2].partition(words(language)("section.open"))[
            0
        ]
        assert said in section, reason
        assert "*第55/2号决议*" in section, "the words stand out in their sentence"


def test_there_is_nothing_to_check_where_nothing_is_odd(found):
    for language in ("en", "zh"):
        assert words(language)("section.check") not in render(found, "html", language)


PARAGRAPHS = (
    # label, place, English, reason
    ("p4", "preambular", "preambular para. 4", "a label of the preamble"),
    ("28", "operative", "operative para. 28", "a number"),
    ("28", "numbered", "para. 28", "a number in a report"),
    ("0", "heading", "heading", "the place is known"),
    ("0", "other", "not in a numbered paragraph", "before the first number"),
    ("0", "footnote", None, "the footnote is named beside it"),
    (None, None, None, "nothing is known"),
)


@pytest.mark.parametrize(("label", "place", "expected", "reason"), PARAGRAPHS)
def test_paragraphs_are_written_as_people_do(label, place, expected, reason):
    assert paragraph_label(words("en"), label, place) == expected, reason


def test_an_unlisted_addressee_has_its_name():
    graph = sample()
    graph.graph["acts"][R] = (act(addressees=("unlisted:some-state",)),)
    node(graph, "actor:unlisted:some-state", label="Some State", title="Some State")
    text = render(lineage(graph, R), "markdown", "en")
    assert "Some State" in text
    assert "some-state" not in text


def test_on_paper_a_heading_keeps_to_what_it_heads(found):
    style = render(found, "html", "en").partition("@media print")[2]
    assert re.search(r"h1, h2, h3, thead \{ break-after: avoid", style)
    assert re.search(r"figure, blockquote, tr[^{]*\{ break-inside: avoid", style)
