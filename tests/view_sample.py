"""A graph in the shape that the projection gives, made by hand; its sentences are written for the tests."""

import json
import re
from pathlib import Path
from typing import Any

from graph.network import MultiDiGraph

__all__ = ["SENTENCE", "sample"]

SENTENCE = "依照大会2022年6月21日第76/270号决议提出的要求，秘书长谨此报告联合国与各国议会之间互动的情况。"
TABLES = json.loads((Path(__file__).parent / "gold/view-sample.json").read_text(encoding="utf-8"))


def sample() -> MultiDiGraph:
    """Build the graph anew, so that a test may change it."""
    graph = MultiDiGraph()
    for document in TABLES["documents"]:
        key = document["key"]
        printed = re.search(r"(?:19|20)\d\d", document["date"] or key)
        year = int(printed.group()) if printed else None
        _add(graph, "document", **document, label=key, year=year, iri=f"doc/{key}")
    for instrument in TABLES["instruments"]:
        _add(graph, "instrument", **instrument, type="treaty", title=instrument["label"], held=False)
    for actor in TABLES["actors"]:
        _add(graph, "actor", **actor, title=actor["label"], date=None, held=False)
    for number, edge in enumerate(TABLES["edges"]):
        words = {name: value for name, value in edge.items() if name not in {"source", "target"}}
        fixed = {
            "start": number,
            "end": number + 1,
            "rule": "sample",
            "confidence": 1.0,
            "language": "zh",
            "date": None,
        }
        graph.add_edge(edge["source"], edge["target"], key=f"c{number}", **words, **fixed)
    return graph


def _add(graph: MultiDiGraph, kind: str, key: str, **attributes: Any) -> None:
    graph.add_node(key, kind=kind, language="zh", **attributes)
