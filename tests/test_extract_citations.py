"""Each way of citing, as a row: the text, what must be found in it, and what must not."""

from pathlib import Path

import pytest

from corpus import read_document, read_text
from extract.citations import find_citations
from extract.masthead import masthead
from extract.reading import Reading
from extract.records import Citation

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
needs_real_documents = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not on this machine")


def citations(text: str, name: str = "A_79_837.zh.txt") -> list[Citation]:
    reading = Reading(read_text(text, name))
    return list(find_citations(reading, masthead(reading, name)))


def targets(text: str) -> list[tuple[str, ...]]:
    return [found.targets for found in citations(f"秘书长的报告\n\n一. 导言\n\n1. {text}\n")]


NUMBERED = [
    ("大会第76/270号决议。", [("A/RES/76/270",)], "session and number"),
    ("大会第 76/270 号决议。", [("A/RES/76/270",)], "blanks inside"),
    ("大会第７６／２７０号决议。", [("A/RES/76/270",)], "full-width forms"),
    ("安全理事会第1540(2004)号决议。", [("S/RES/1540(2004)",)], "number and year"),
    ("安全理事会第1540（2004）号决议。", [("S/RES/1540(2004)",)], "full-width brackets"),
    ("第1540(2004)号决议。", [("S/RES/1540(2004)",)], "the form alone tells the Council"),
    ("安理会第1540号决议。", [("S/RES/1540(2004)",)], "the number tells the year"),
    ("安全理事会第1540(2005)号决议。", [()], "a year that contradicts the number is not resolved"),
    (
        "第1325(2000)号和1820(2008)号决议。",
        [("S/RES/1325(2000)",), ("S/RES/1820(2008)",)],
        "one head noun, no second 第",
    ),
    ("第1591(2005)和第1556(2004)号决议。", [("S/RES/1591(2005)",), ("S/RES/1556(2004)",)], "one 号 for two"),
    (
        "1998年3月31日第1160(1998)号、1998年9月23日第1199(1998)号和1999年5月14日第1239(1999)号决议。",
        [("S/RES/1160(1998)",), ("S/RES/1199(1998)",), ("S/RES/1239(1999)",)],
        "leading dates",
    ),
    ("人权理事会第22/15号决议。", [("A/HRC/RES/22/15",)], "another body that counts by sessions"),
    ("经济及社会理事会第2000/22号决议。", [("E/RES/2000/22",)], "a body that counts by years"),
    ("人权委员会1989年3月8日第1989/57号决议。", [("E/CN.4/RES/1989/57",)], "the same form, another body"),
    ("第2000/22号决议。", [()], "a form that several bodies use, and none is named"),
    ("大会第217 A(III)号决议。", [("A/RES/217(III)",)], "Roman session, letter between"),
    ("大会第49/35 A号决议。", [("A/RES/49/35",)], "letter after"),
    ("大会第S-13/2号决议。", [("A/RES/S-13/2",)], "special session"),
    ("大会第ES-11/2号决议。", [("A/RES/ES-11/2",)], "emergency special session"),
    ("大会第3201(S-VI)号决议。", [("A/RES/3201(S-VI)",)], "special session in Roman numerals"),
    ("大会第50/411号决定。", [("A/DEC/50/411",)], "a decision has a minted symbol"),
    ("大会第200/15号决议。", [()], "no such session"),
    ("世界卫生大会第58/33号决议。", [()], "another assembly"),
    ("议联大会通过了第77/3号决议。", [()], "another assembly, with its verb"),
    ("大会通过了第77/3号决议。", [("A/RES/77/3",)], "the Assembly, with its verb"),
    ("美洲人权委员会第1994/10号决议。", [()], "another commission"),
    ("非洲联盟和平与安全理事会第263号决议。", [()], "another council"),
    ("亚洲及太平洋经济社会委员会第68/10号决议。", [()], "a commission that counts by sessions as the Assembly does"),
    ("按照经社理事会的要求，执行局第2013/5号决定。", [()], "the body right before the number, not one named earlier"),
    ("赔偿委员会理事会第267(2009)号决定。", [()], "a year in brackets tells the Council for resolutions only"),
    ("人权理事会开会。理事会随后通过2016年3月24日第31/23号决议。", [("A/HRC/RES/31/23",)], "a short name"),
    ("人权理事会开会。环境署理事会第22/4号决议。", [()], "the end of a longer name is no short name"),
    ("各国政府，\n\n2. 第60/1号决议。", [("A/RES/60/1",)], "a body in the paragraph before is not the issuer"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), NUMBERED, ids=[reason for *_, reason in NUMBERED])
def test_resolutions_and_decisions_by_number(text: str, expected: list[tuple[str, ...]], reason: str) -> None:
    assert targets(text) == expected, reason


LITERAL = [
    ("见A/79/837。", [("A/79/837",)], "a symbol"),
    ("(A/65/382-S/2010/490)", [("A/65/382", "S/2010/490")], "a double symbol is one citation"),
    ("见A/CONF.157/24(Part I)和A/62/17(Part I)。", [("A/CONF.157/24(PartI)",), ("A/62/17(PartI)",)], "parts"),
    ("S/RES/1540 (2004)通过。", [("S/RES/1540(2004)",)], "a year in brackets after a blank"),
    ("https://undocs.org/ch/A/RES/57/32", [("A/RES/57/32",)], "a link, with an old code of Chinese"),
    ("见A/62/325和Corr.1。", [("A/62/325",), ("A/62/325/Corr.1",)], "a corrigendum by its suffix"),
    ("见A/64/1/Add.1和Add.2。", [("A/64/1/Add.1",), ("A/64/1/Add.2",)], "a suffix in the place of another of its kind"),
    ("见A/62/325。Corr.1未印发。", [("A/62/325",)], "a suffix in another sentence"),
    ("见https://docs.un.org/zh/S/RES/1244(1999)。", [("S/RES/1244(1999)",)], "a link in running text"),
    ("可上www.ipu.org/un-e/un-hearings.htm查阅。", [()], "an address elsewhere has no target"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), LITERAL, ids=[reason for *_, reason in LITERAL])
def test_symbols_and_links(text: str, expected: list[tuple[str, ...]], reason: str) -> None:
    assert targets(text) == expected, reason


DECOYS = [
    ("议程项目71(b)和126。", "agenda items"),
    ("第31次会议和第85次全体会议。", "meetings"),
    ("文件编号 10-54243 (C) 151010 191010。", "job numbers"),
    ("第2085号总统决定和第18561号《性骚扰法》的规定", "laws and decisions of a State"),
    ("决定将该项目列入议程，大会作出决定。", "to decide, as a verb"),
    ("2015年后发展议程和千年发展目标。", "agendas that are no documents yet, and goals"),
    ("各项大会决议和联合国其他相关决议。", "sets without numbers"),
    ("和/或艾滋病毒/艾滋病，COVID-19，9/15。", "strokes"),
    ("本决议和本报告。", "the document itself"),
    ("按照这一建议和这一决定采取行动。", "what was said and decided, not a document"),
]


@pytest.mark.parametrize(("text", "reason"), DECOYS, ids=[reason for _, reason in DECOYS])
def test_what_is_no_citation_stays_out(text: str, reason: str) -> None:
    assert [found for found in targets(text) if found] == [], reason
    assert not [found for found in citations(f"1. {text}\n") if found.kind in ("resolution", "decision", "symbol")]


TITLED = [
    ("落实《2030年可持续发展议程》。", ("A/RES/70/1",), "in the registry"),
    ("落实《2030 年议程》。", ("A/RES/70/1",), "a short form that the registry has"),
    ("按照《联合国宪章》。", (), "an instrument without a symbol"),
    ("通过《某某全球契约》。", (), "an instrument that the registry does not hold"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TITLED, ids=[reason for *_, reason in TITLED])
def test_instruments(text: str, expected: tuple[str, ...], reason: str) -> None:
    found = [citation for citation in citations(f"1. {text}\n") if citation.kind == "instrument"]
    assert [citation.targets for citation in found] == [expected], reason
    assert expected or found[0].reason, "what is not resolved has a reason"


UNMARKED = [
    ("各国应加入联合国海洋法公约。", 1, "a name that needs no marks"),
    ("联合国气候变化框架公约秘书处。", 1, "in the name of a body"),
    ("全面禁止核试验条约组织。", 0, "a body that is named after no document in particular"),
    ("伊斯兰世界人权宣言。", 0, "the end of a longer name"),
    ("按照《关于执行联合国海洋法公约的协定》。", 1, "inside the marks of another title"),
]


@pytest.mark.parametrize(("text", "count", "reason"), UNMARKED, ids=[reason for *_, reason in UNMARKED])
def test_names_without_the_marks_of_a_title(text: str, count: int, reason: str) -> None:
    assert len([found for found in citations(f"1. {text}\n") if found.kind == "instrument"]) == count, reason


def test_the_title_of_a_numbered_document_is_no_citation_of_its_own() -> None:
    text = "回顾大会题为“变革我们的世界：2030年可持续发展议程”的2015年9月25日第70/1号决议。"
    assert targets(text) == [("A/RES/70/1",)]


def test_an_instrument_takes_the_document_that_its_footnote_names() -> None:
    text = "大会，\n\n回顾《各国某某宣言》，¹ 以及《宪章》，\n\n¹ 第55/2号决议，附件。\n"
    found = {citation.span.text: citation for citation in citations(text)}
    assert found["《各国某某宣言》"].targets == ("A/RES/55/2",)
    assert found["《各国某某宣言》"].footnote_ref == "1"
    assert found["第55/2号决议"].footnote == "1"
    assert found["第55/2号决议"].pinpoint == "附件"


def test_an_instrument_takes_the_document_in_the_bracket_after_it() -> None:
    found = citations("1. 按照《某某关系的协定》(大会第55/283号决议，附件)第四条第1款的规定。\n")
    assert [citation.targets for citation in found] == [("A/RES/55/283",), ("A/RES/55/283",)]


SHORT = [
    ("《残疾人某某公约》¹ 规定……。《公约》缔约国。", "A/RES/61/106", "the last full title that ends so"),
    ("《残疾人某某公约》¹ 规定……。各国批准该公约。", "A/RES/61/106", "a demonstrative"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), SHORT, ids=[reason for *_, reason in SHORT])
def test_short_forms_mean_what_was_named_before(text: str, expected: str, reason: str) -> None:
    found = citations(f"1. {text}\n\n¹ 第61/106号决议，附件一。\n")
    assert found[1].targets == (expected,), reason


def test_a_short_form_with_another_owner_is_another_instrument() -> None:
    found = citations("1. 按照《联合国宪章》和阿盟《宪章》，并根据《宪章》第六章。\n")
    assert [citation.instrument for citation in found] == ["un-charter", None, "un-charter"]


def test_a_short_form_without_an_antecedent_is_not_guessed() -> None:
    found = citations("1. 《公约》缔约国举行会议。\n")
    assert [citation.targets for citation in found] == [()]
    assert found[0].reason


def test_a_revised_text_is_not_the_one_cited_before() -> None:
    found = citations("1. 考虑到《联合国同各国议会联盟的合作协定》，并回顾2016年修订的《合作协定》。\n")
    assert found[1].targets == ()
    assert found[1].date == "2016"


ANAPHORA = [
    ("大会第77/159号决议鼓励各国。该决议建议开展合作。", "A/RES/77/159", "该决议"),
    ("大会第77/159号决议鼓励各国。为落实这项决议，议联举办会议。", "A/RES/77/159", "这项决议"),
    ("大会通过第66/261号决议。会员国成为这项协商一致决议的提案国。", "A/RES/66/261", "words between"),
    (
        "消除对妇女歧视委员会第40号一般性建议(2024年)(CEDAW/C/GC/40)。该建议获得通过。",
        "CEDAW/C/GC/40",
        "a recommendation",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), ANAPHORA, ids=[reason for *_, reason in ANAPHORA])
def test_demonstratives(text: str, expected: str, reason: str) -> None:
    found = [citation for citation in citations(f"1. {text}\n") if citation.kind == "anaphora"]
    assert [citation.targets for citation in found] == [(expected,)], reason


def test_a_plural_demonstrative_means_what_the_sentence_names() -> None:
    found = citations("1. 欢迎《世界人权宣言》和《联合国千年宣言》，并强调执行这些文书。会员国在这些决议中提出要求。\n")
    plural = [citation.targets for citation in found if citation.kind == "anaphora"]
    assert plural == [("A/RES/217(III)", "A/RES/55/2")], "a set that is not named is no citation"


def test_a_demonstrative_does_not_reach_over_a_paragraph_to_what_is_far() -> None:
    text = "1. 大会第77/159号决议。甲乙丙。丁戊己。庚辛壬。\n\n2. 这是一段。又是一段。再一段。该决议如何。\n"
    assert [citation.targets for citation in citations(text) if citation.kind == "anaphora"] == [()]


def test_a_demonstrative_takes_the_nearest_even_where_that_is_unresolved() -> None:
    text = "1. 大会第77/159号决议和第2000/22号决议。该决议如何。\n"
    assert [citation.targets for citation in citations(text) if citation.kind == "anaphora"] == [()]


CONTEXT = [
    ("回顾其2002年11月19日第57/32号决议，", "ga", "2002-11-19", "其 in a resolution is the organ that speaks"),
    ("回顾大会2018年5月22日第72/278号决议，", "ga", "2018-05-22", "issuer before the date"),
    ("注意到人权理事会在其2016年3月24日第31/23号决议中的要求，", "hrc", "2016-03-24", "其 after a body that is named"),
    ("回顾大会题为“变革我们的世界”的2015年9月25日第70/1号决议，", "ga", "2015-09-25", "a subject between"),
    ("回顾其2010年10月18日关于体育的第65/4号决议，", "ga", "2010-10-18", "a subject after the date"),
    ("2012年5月，大会通过了关于互动的第66/261号决议，", "ga", "2012-05", "the date of the adoption"),
    ("大会2012年5月15日通过第66/261号决议，", "ga", "2012-05-15", "a verb between date and number"),
    ("2012年5月，大会审议了第66/261号决议，", "ga", None, "the date of another act"),
]


@pytest.mark.parametrize(("text", "issuer", "date", "reason"), CONTEXT, ids=[reason for *_, reason in CONTEXT])
def test_issuer_and_date(text: str, issuer: str, date: str, reason: str) -> None:
    found = citations(f"76/270. 互动\n\n大会，\n\n{text}\n\n1. 决定。\n")
    numbered = [citation for citation in found if citation.kind == "resolution"]
    assert [(citation.issuer, citation.date) for citation in numbered] == [(issuer, date)], reason


FUNCTIONS = [
    ("回顾第57/32号决议，", "回顾", "recalls"),
    ("又回顾第57/32号决议，", "又回顾", "recalls"),
    ("重申第57/32号决议，", "重申", "reaffirms"),
    ("表示注意到第57/32号决议，", "表示注意到", "notes"),
    ("欢迎第57/32号决议，", "欢迎", "welcomes"),
    ("回顾其关于妇女的第57/32号决议，", "回顾", "recalls"),
    ("重申其各项决议和声明，包括第57/32号决议，", "重申", "reaffirms"),
    ("还根据第57/32号决议，", "根据", "pursuant-to"),
    ("根据2013年通过的第57/32号决议，", "根据", "pursuant-to"),
    ("这一做法得益于第57/32号决议，", "得益于", "cites"),
    ("回顾各国在第57/32号决议中表示决心，", "回顾", "recalls"),
    ("又回顾其2002年11月19日通过第57/32号决议，", "又回顾", "recalls"),
    ("又回顾有关决议，并通过第57/32号决议，", "通过", "adopts"),
    ("认识到青年对执行第57/32号决议十分重要，", "执行", "cites"),  # done by others
    ("大会在其第57/32号决议中明确鼓励各国，", "在其…中明确鼓励", "cites"),
    ("开发署执行局注意到第57/32号决议，", "注意到", "cites"),  # another body's act
    ("执行局的第57/32号决议，", None, "cites"),
    ("重申各国有义务依照第57/32号决议合作，", "依照", "cites"),  # what States ought to do
    ("确认各国努力，落实第57/32号决议，", "落实", "cites"),
    ("欢迎各国按照第57/32号决议采取行动，", "按照", "cites"),
    ("请秘书长报告第57/32号决议的执行情况，", "执行", "cites"),  # done by others
]


@pytest.mark.parametrize(("text", "verb", "function"), FUNCTIONS)
def test_what_a_citation_does(text: str, verb: str | None, function: str) -> None:
    found = [c for c in citations(f"76/270. 互动\n\n大会，\n\n{text}\n\n1. 决定。\n") if c.kind == "resolution"]
    assert [(citation.verb, citation.function) for citation in found] == [(verb, function)]


def test_one_word_governs_a_whole_coordination() -> None:
    text = "1. 落实《2030年可持续发展议程》、在《联合国气候变化框架公约》下通过的《京都议定书》以及《北京宣言》。\n"
    assert [citation.verb for citation in citations(text)] == ["落实", "在…下通过", "落实", "落实"]


def test_words_inside_a_title_govern_nothing() -> None:
    found = citations("1. 落实《某某文化复兴订正章程》、《某某语言行动计划》。\n")
    assert [citation.verb for citation in found] == ["落实", "落实"]


def test_nothing_governs_an_instrument_in_the_name_of_a_body() -> None:
    found = citations("1. 欢迎《残疾人权利公约》缔约国，并执行《儿童权利公约》。\n")
    assert [citation.verb for citation in found] == [None, "执行"]


REQUESTS = [
    ("根据大会第76/270号决议，本报告回顾了互动。", "requested-by", "the report says at whose request"),
    ("大会第76/270号决议请秘书长提交报告。", "requested-by", "the decision asks for a report"),
    ("根据大会第76/270号决议，议联举办了会议。", "cites", "an activity, not the report"),
    ("大会第76/270号决议请秘书长吸收议员参加小组。", "cites", "a request for something else"),
    ("大会通过了第76/270号决议。", "cites", "a report tells what others adopted, and adopts nothing"),
]


@pytest.mark.parametrize(("text", "function", "reason"), REQUESTS, ids=[reason for *_, reason in REQUESTS])
def test_only_words_that_say_so_make_a_report_an_answer(text: str, function: str, reason: str) -> None:
    report = f"第七十九届会议\n\n议程项目126\n\n互动\n\n秘书长的报告\n\n一. 导言\n\n1. {text}\n"
    assert [citation.function for citation in citations(report)] == [function], reason


PINPOINTS = [
    ("大会第66/261号决议第11段吁请各国。", "第11段"),
    ("大会第58/316号决议附件第4(1)段要求。", "附件第4(1)段"),
    ("大会第69/283号决议附件二。", "附件二"),
    ("大会第66/261号决议，第11段。", None),
]


BESIDE_TITLES = [
    ("按照《联合国宪章》，特别是第一条第三项，促进合作。", "第一条第三项", "after a comma"),
    ("按照《某某关系的协定》(大会第55/283号决议，附件)第四条第1款的规定。", "第四条第1款", "after a bracket"),
    ("按照《联合国宪章》，缔约国第三次会议。", None, "what follows a comma in running text"),
]


@pytest.mark.parametrize(("text", "pinpoint", "reason"), BESIDE_TITLES)
def test_pinpoints_of_instruments(text: str, pinpoint: str | None, reason: str) -> None:
    assert citations(f"1. {text}\n")[0].pinpoint == pinpoint, reason


@pytest.mark.parametrize(("text", "pinpoint"), PINPOINTS)
def test_pinpoints(text: str, pinpoint: str | None) -> None:
    assert citations(f"1. {text}\n")[0].pinpoint == pinpoint


def test_own_number_and_running_headers_are_no_citations_of_others() -> None:
    text = "76/270. 互动\n\n大会，\n\n回顾第57/32号决议，\n\nA/RES/76/270\n\n2/2 22-09000\n\n1. 决定。\n"
    found = {citation.kind for citation in citations(text, "A_RES_76_270.zh.txt") if "A/RES/76/270" in citation.targets}
    assert found == {"self"}


def test_spans_cut_out_their_words() -> None:
    source = "76/270. 互动\n\n大会，\n\n回顾《2030 年可持续发展议程》¹ 和第 57/32 号决议，\n\n¹ 第 70/1 号决议。\n"
    for citation in citations(source):
        assert source[citation.span.start : citation.span.end] == citation.span.text
        assert citation.span.sentence_start <= citation.span.start < citation.span.end <= citation.span.sentence_end


@needs_real_documents
def test_pairwise_edges_between_the_real_documents() -> None:
    edges = set()
    own = {}
    found = {}
    for path in sorted(SHARED.glob("*.txt")):
        reading = Reading(read_document(path))
        head = masthead(reading, path.name)
        for symbol in head.symbols:
            own[symbol] = path.name
        found[path.name] = find_citations(reading, head)
    for name, each in found.items():
        cited = {target for citation in each if citation.kind != "self" for target in citation.targets}
        edges |= {(name, own[target]) for target in cited if target in own and own[target] != name}
    assert edges == {("A_79_837.zh.txt", "A_RES_76_270.zh.txt")}
