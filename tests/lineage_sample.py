"""A small graph by hand, shaped as the projection gives it, for tests of ranks, lineages and reports."""

from typing import Any

from graph.findings import Act, Finding, Unresolved
from graph.network import MultiDiGraph

R, REPORT, EARLIER, TWICE = "A/RES/76/270", "A/79/837", "A/RES/72/278", "A/65/382"


def node(graph: MultiDiGraph, key: str, **known: Any) -> None:
    kind = {"actor": "actor", "instrument": "instrument"}.get(key.partition(":")[0], "document")
    blank = dict.fromkeys(("title", "type", "date", "year", "body", "session", "language"))
    symbols = (key,) if kind == "document" else ()
    shared = {"kind": kind, "iri": key, "label": key, "held": False, "symbols": symbols, "agenda_items": ()}
    graph.add_node(key, **{**blank, **shared, **known})


def cite(graph: MultiDiGraph, citing: str, cited: str, start: int, function: str = "recalls", **known: Any) -> str:
    iri = f"{citing}#zh-citation-{start}-{start + 8}"
    exact = known.pop("exact", f"第{cited}号")
    shared = {
        "relation": "cites",
        "function": function,
        "verb": "回顾",
        "exact": exact,
        "sentence": f"又回顾{exact}的规定，",
        "start": start,
        "end": start + 8,
        "paragraph": "p2",
        "place": "preambular",
        "pinpoint": None,
        "rule": "numbered",
        "confidence": 0.95,
        "language": "zh",
        "date": None,
    }
    graph.add_edge(citing, cited, key=iri, **{**shared, **known})
    return iri


def act(**known: Any) -> Act:
    shared = {
        "iri": f"{R}#zh-mandate-90-120",
        "document": R,
        "paragraph": "28",
        "verb": "请",
        "addressees": ("sg",),
        "concerns": (),
        "what": "请秘书长向大会第七十九届会议提交报告",
        "due": "79",
        "due_body": "ga",
        "report": True,
        "exact": "请秘书长向大会第七十九届会议提交报告",
        "sentence": "28. 请秘书长向大会第七十九届会议提交报告。",
        "language": "zh",
        "start": 90,
        "end": 120,
        "rule": "mandate",
        "confidence": 1.0,
    }
    return Act(**{**shared, **known})


def unresolved(**known: Any) -> Unresolved:
    shared = {
        "iri": f"{R}#zh-citation-70-74",
        "document": R,
        "kind": "anaphora",
        "name": None,
        "verb": "注意到",
        "function": "notes",
        "paragraph": "p3",
        "place": "preambular",
        "exact": "有关报告",
        "sentence": "注意到有关报告，",
        "language": "zh",
        "start": 70,
        "end": 74,
        "candidates": ("A/72/791", "A/74/829"),
        "reason": "two reports before it",
        "rule": "anaphora",
        "confidence": 0.5,
    }
    return Unresolved(**{**shared, **known})


def finding(**known: Any) -> Finding:
    shared = {
        "iri": f"{R}#zh-finding-70-78",
        "document": R,
        "kind": "link-contradicts-text",
        "said": ("A/RES/55/2",),
        "other": ("A/HRC/RES/55/2",),
        "date": None,
        "allowed": None,
        "link": None,
        "paragraph": "p3",
        "place": "preambular",
        "exact": "第55/2号决议",
        "sentence": "回顾第55/2号决议，",
        "language": "zh",
        "start": 70,
        "end": 78,
        "rule": "link-order",
        "confidence": 0.95,
    }
    return Finding(**{**shared, **known})


def sample() -> MultiDiGraph:
    """A resolution with drafts, an earlier one of the same title, a report that answers, and what they cite."""
    graph = MultiDiGraph(acts={R: (act(),)}, unresolved={R: (unresolved(),)}, findings={}, collection=4)
    title = {"title": "联合国与各国议会的互动", "language": "zh"}
    resolution = {"type": "resolution", "body": "ga"}
    node(graph, "A/76/L.63", session=76)
    node(graph, "A/76/L.63/Add.1", session=76)
    node(graph, "A/RES/57/32", date="2002-11-19", session=57, **resolution)
    node(graph, "A/RES/60/1", session=60, **resolution)
    node(graph, EARLIER, date="2018-05-22", session=72, held=True, **title, **resolution)
    node(graph, R, date="2022-06-21", session=76, held=True, agenda_items=("126",), **title, **resolution)
    node(graph, f"{R}/Corr.1", session=76)
    node(graph, REPORT, date="2025-03-25", session=79, held=True, type="report-sg", body="ga", **title)
    node(graph, TWICE, symbols=(TWICE, "S/2010/490"), held=True, date="2010-09-20", type="report-sg")
    node(graph, "instrument:un-charter", label="联合国宪章", title="联合国宪章", type="charter", language="zh")
    node(graph, "actor:undp", label="联合国开发计划署", title="联合国开发计划署", type="fund-programme")
    node(graph, "actor:ga", label="大会", title="大会", type="principal-organ")
    cite(graph, R, "A/RES/57/32", 10)
    cite(graph, R, EARLIER, 20)
    cite(graph, R, "A/RES/60/1", 30, exact="《2005年世界首脑会议成果》")
    cite(graph, R, "A/RES/60/1", 200, function="sees", paragraph="p1", place="footnote", footnote="1")
    cite(graph, R, "instrument:un-charter", 40, function="reaffirms")
    cite(graph, EARLIER, "A/RES/57/32", 10)
    answer = cite(graph, REPORT, R, 5, function="requested-by", paragraph="1", place="numbered")
    cite(graph, REPORT, R, 50, function="cites", paragraph="4", place="numbered", verb=None)
    graph.add_edge(
        REPORT, R, "answers", **{**graph.edges[REPORT, R, answer], "relation": "answers", "evidence": answer}
    )
    link = {"exact": "https://undocs.org/A/76/L.63", "function": "sees", "place": "link", "paragraph": None}
    address = cite(graph, R, "A/76/L.63", 60, relation="links", **link)
    proof = {**graph.edges[R, "A/76/L.63", address], "relation": "comes-from", "evidence": address}
    graph.add_edge(R, "A/76/L.63", "comes-from", **proof)
    for document, paragraph in ((R, "28"), (REPORT, "1")):
        for actor in ("actor:undp", "actor:ga"):
            cite(graph, document, actor, 300, relation="mentions", function=None, paragraph=paragraph)
    cite(graph, TWICE, "actor:ga", 300, relation="mentions", function=None)
    return graph
