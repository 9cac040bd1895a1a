"""Four small documents with hand-made records, for tests of everything that stands on a store."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from extract.records import Activity, Actor, Citation, DocumentRecord, Extraction, Finding, Mandate, Span
from extract.statements import state
from graph.computed.statements import computed_statements
from graph.provenance import made_by
from graph.quads import quads
from graph.registry import registry_statements
from graph.store import Store
from ontology.iri import COMPUTED_GRAPH, REGISTRY_GRAPH, graph_iri

RESOLUTION = """76/270. 互动
大会，
回顾其2002年11月19日第57/32号决议和《2005年世界首脑会
议成果》，
又回顾第72/278号决议第3段，并注意到有关报告，
28. 请秘书长向大会第七十九届会议提交报告，并鼓励联合国开发计划署参与。
https://undocs.org/A/76/L.63
"""
RESOLUTION_EN = """The General Assembly,
Recalling its resolution 57/32
of 19 November 2002,
28. Requests the Secretary-General to report at its seventy-ninth session.
"""
REPORT = """秘书长的报告
1. 大会第76/270号决议请秘书长提交报告。
2. 联合国开发计划署(开发署)同联合国合作，见A/65/382-S/2010/490。
3. 大会重申第57/32号决议。
4. 2022年至2023年，开发署在议联支持下在缅甸与教科文组织联合为各国议会举办了讲习班。
"""
DRAFT = """中国、马里：决议草案
请秘书长提出说明。
"""


def span(source: str, text: str, nth: int = 0) -> Span:
    """Find the span of some words, its line being the sentence."""
    start = -1
    for _ in range(nth + 1):
        start = source.index(text, start + 1)
    end = start + len(text)
    first = source.rfind("\n", 0, start) + 1
    last = source.index("\n", end)
    return Span(start, end, text, first, last, text, source[first:last])


def _resolution() -> Extraction:
    s = RESOLUTION
    record = DocumentRecord(
        "A/RES/76/270",
        ("A/RES/76/270",),
        "text",
        "zh",
        body="ga",
        session=76,
        agenda_items=("126",),
        document_type="resolution",
        title="互动",
        date="2022-06-21",
        draft_symbols=("A/76/L.63",),
    )
    citations = (
        Citation(span(s, "76/270"), "self", ("A/RES/76/270",), place="heading", rule="own-number"),
        Citation(
            span(s, "第57/32号决议"),
            "resolution",
            ("A/RES/57/32",),
            issuer="ga",
            date="2002-11-19",
            verb="回顾",
            function="recalls",
            paragraph="p1",
            place="preambular",
            rule="numbered",
        ),
        Citation(
            span(s, "《2005年世界首脑会\n议成果》"),
            "instrument",
            ("A/RES/60/1",),
            name="2005年世界首脑会议成果",
            verb="回顾",
            function="recalls",
            paragraph="p1",
            place="preambular",
            rule="titled",
            confidence=0.95,
        ),
        Citation(
            span(s, "第72/278号决议"),
            "resolution",
            ("A/RES/72/278",),
            verb="又回顾",
            function="recalls",
            pinpoint="第3段",
            paragraph="p2",
            place="preambular",
            rule="numbered",
        ),
        Citation(
            span(s, "有关报告"),
            "anaphora",
            function="notes",
            verb="注意到",
            paragraph="p2",
            place="preambular",
            rule="anaphora",
            confidence=0.5,
            candidates=("A/72/791", "A/74/829"),
            reason="two reports before it",
        ),
        Citation(
            span(s, "https://undocs.org/A/76/L.63"), "url", ("A/76/L.63",), function="sees", place="link", rule="link"
        ),
    )
    actors = (
        Actor(span(s, "秘书长"), "sg", "秘书长", "Secretary-General", "office-holder", paragraph="28", rule="name"),
        Actor(
            span(s, "联合国开发计划署"),
            "undp",
            "联合国开发计划署",
            None,
            "fund-programme",
            paragraph="28",
            rule="name",
        ),
    )
    mandates = (
        Mandate(
            span(s, "请秘书长向大会第七十九届会议提交报告"),
            "28",
            "请",
            ("sg",),
            ("ga",),
            "请秘书长向大会第七十九届会议提交报告",
            "79",
            "ga",
            True,
        ),
        Mandate(span(s, "并鼓励联合国开发计划署参与"), "28", "鼓励", ("undp",), (), "并鼓励联合国开发计划署参与"),
    )
    link = Finding(
        span(s, "第72/278号决议"),
        "link-contradicts-text",
        ("A/RES/72/278",),
        ("A/76/L.63",),
        related=span(s, "https://undocs.org/A/76/L.63"),
        paragraph="p2",
        place="preambular",
        rule="link-order",
        confidence=0.85,
    )
    return Extraction("A/RES/76/270", "r.zh.txt", "aa" * 32, record, citations, actors, (), mandates, (link,))


def _resolution_en() -> Extraction:
    s = RESOLUTION_EN
    record = DocumentRecord("A/RES/76/270", ("A/RES/76/270",), "given", "en", document_type="resolution", session=76)
    first, last = s.index("Recalling"), s.index("\n28")
    words = "resolution 57/32"
    found = Span(s.index(words), s.index("\nof 19"), words, first, last, words, s[first:last].replace("\n", " "))
    citation = Citation(
        found,
        "resolution",
        ("A/RES/57/32",),
        verb="Recalling",
        function="recalls",
        paragraph="p1",
        place="preambular",
        rule="numbered",
    )
    return Extraction("A/RES/76/270", "r.en.txt", "bb" * 32, record, (citation,), (), (), ())


def _report() -> Extraction:
    s = REPORT
    record = DocumentRecord(
        "A/79/837",
        ("A/79/837",),
        "given",
        "zh",
        author="sg",
        document_type="report-sg",
        date="2025-03-25",
        session=79,
        symbol_confidence=0.5,
        symbol_conflicts=("session 78",),
    )
    citations = (
        Citation(
            span(s, "第76/270号决议"),
            "resolution",
            ("A/RES/76/270",),
            verb="请",
            function="requested-by",
            paragraph="1",
            place="numbered",
            rule="numbered",
        ),
        Citation(
            span(s, "A/65/382-S/2010/490"),
            "symbol",
            ("A/65/382", "S/2010/490"),
            function="sees",
            paragraph="2",
            place="numbered",
            rule="literal",
        ),
        Citation(
            span(s, "第57/32号决议"),
            "resolution",
            ("A/RES/57/32",),
            verb="重申",
            function="reaffirms",
            paragraph="3",
            place="numbered",
            rule="numbered",
        ),
    )
    actors = (
        Actor(span(s, "秘书长", 1), "sg", "秘书长", None, "office-holder", paragraph="1", rule="name"),
        Actor(
            span(s, "联合国开发计划署"),
            "undp",
            "联合国开发计划署",
            None,
            "fund-programme",
            defines=True,
            paragraph="2",
            rule="declared",
        ),
        Actor(
            span(s, "开发署"),
            "undp",
            "联合国开发计划署",
            None,
            "fund-programme",
            form="abbrev",
            defines=True,
            paragraph="2",
            rule="declared",
        ),
        Actor(span(s, "联合国", 1), "un", "联合国", None, "other", paragraph="2", rule="name"),
    )
    activity = Activity(
        span(s, "开发署在议联支持下在缅甸与教科文组织联合为各国议会举办了讲习班"),
        {"undp": "lead", "unesco": "partner", "ipu": "supporter", "parliaments": "recipient"},
        "organizes",
        "举办",
        "举办了讲习班",
        "2022/2023",
        "state:myanmar",
        "缅甸",
        ("伙伴关系", "工具"),
        "4",
        rule="act",
        confidence=0.9,
    )
    later = Finding(
        span(s, "第76/270号决议"),
        "year-does-not-fit",
        ("A/RES/76/270",),
        date="2023-06",
        allowed="2021-09/2022-09",
        paragraph="1",
        place="numbered",
        rule="date-of-session",
        confidence=0.9,
    )
    return Extraction("A/79/837", "report.zh.txt", "cc" * 32, record, citations, actors, (), (), (later,), (activity,))


def _draft() -> Extraction:
    s = DRAFT
    record = DocumentRecord(
        "A/C.3/78/L.60",
        ("A/C.3/78/L.60",),
        "given",
        "zh",
        document_type="draft-resolution",
        sponsors=("state:china", "state:mali"),
    )
    actors = (Actor(span(s, "中国"), "state:china", "中国", "China", "state", role="sponsor", rule="name"),)
    mandates = (Mandate(span(s, "请秘书长提出说明"), "1", "请", ("sg",), (), "请秘书长提出说明", report=True),)
    return Extraction("A/C.3/78/L.60", "draft.zh.txt", "dd" * 32, record, (), actors, (), mandates)


EXTRACTIONS: tuple[tuple[Extraction, str], ...] = (
    (_resolution(), RESOLUTION),
    (_resolution_en(), RESOLUTION_EN),
    (_report(), REPORT),
    (_draft(), DRAFT),
)


def lines(extraction: Extraction, source: str) -> list[str]:
    """Write the graph of one document as a build does."""
    language = extraction.document.language
    graph = graph_iri(extraction.key, language)
    made = replace(extraction, source=source)
    return list(quads((*made_by(graph, "1"), *state(made)), graph, language))


def fill(store: Store, documents: Iterable[tuple[Extraction, str]] = EXTRACTIONS, registry: bool = False) -> None:
    """Put documents into a store."""
    for extraction, source in documents:
        store.add(lines(extraction, source))
    if registry:
        store.add(quads(registry_statements("1"), REGISTRY_GRAPH, "en"))


def compute(store: Store) -> None:
    """Put what follows from the documents of a store into it, as a build does."""
    store.replace(COMPUTED_GRAPH, "".join(quads(computed_statements(store), COMPUTED_GRAPH, "en")).encode())


def small_store(path: Path, computed: bool = False) -> Store:
    """Make the store of the four documents and open it for reading."""
    with Store.create(path) as store:
        fill(store)
        if computed:
            compute(store)
    return Store.open(path)
