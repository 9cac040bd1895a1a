"""The interactive page: one HTML file that opens without a network and shows the sentence behind every line."""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from graph.labels import broken, pieces
from graph.network import MultiDiGraph
from graph.picture import GROUPS, SHAPES, Line, group, heaviest, kind, lines, marked, public_symbol
from graph.positions import Layout, layout, radius
from graph.wording import paragraph_label
from graph.wording import words as report_words
from ontology.errors import UnknownTermError

__all__ = ["view"]

SCRIPTS = ("page.js", "picture.js", "panel.js", "controls.js", "export.js", "view.js")
MOST_ROWS = 300
MANY_LINES = 1500
LANGUAGE_TAGS = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class _Page:
    """Everything that is written into the template."""

    language: str
    words: Mapping[str, str]
    title: str
    focus: str | None
    graph: MultiDiGraph
    all_nodes: int
    lines: tuple[Line, ...]
    layout: Layout
    ids: Mapping[str, int]


def view(
    graph: MultiDiGraph,
    *,
    language: str = "zh",
    focus: str | None = None,
    title: str | None = None,
    max_nodes: int = 2000,
) -> str:
    """Draw a graph as a page of its own.

    The page asks the network for nothing and runs no script but its own two, whose digests its policy names. All
    texts of the graph travel as data and reach the page as text, never as markup.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        language: Of the interface, zh or en; what is quoted stays in its own.
        focus: The node on which the page opens.
        title: Heading of the page; made from the focus where it is None.
        max_nodes: Where there are more, those with the fewest neighbours are left out, and the page says so.

    Returns:
        The HTML text, to be written as UTF-8; the same for the same graph.

    Raises:
        UnknownTermError: There are no words for the language, no such focus, or a relation that is not drawn.

    Example:
        >>> graph = MultiDiGraph()
        >>> graph.add_node("A/RES/76/270", kind="document", type="resolution", date="2022-06-21")
        >>> graph.add_node("A/RES/57/32", kind="document", type="resolution", date="2002-11-19")
        >>> _ = graph.add_edge("A/RES/76/270", "A/RES/57/32", relation="cites", function="recalls")
        >>> view(graph, language="en")[:31]
        '<!doctype html>\\n<html lang="en"'
    """
    if language not in LANGUAGE_TAGS:
        raise UnknownTermError(language, "the languages of the interface")
    if focus is not None and focus not in graph:
        raise UnknownTermError(focus, "the graph")
    words = _words()[language]
    shown = heaviest(graph, max_nodes, focus)
    labelled = shown.copy()
    for node, attributes in labelled.nodes(data=True):
        attributes["label"] = _label(node, attributes, words["break-after"])
    heading = title or (str(graph.nodes[focus].get("label") or focus) if focus else words["any-title"])
    ids = {node: index for index, node in enumerate(sorted(shown))}
    page = _Page(language, words, heading, focus, shown, len(graph), lines(shown), layout(labelled), ids)
    return _render(page, [str(labelled.nodes[node]["label"]) for node in sorted(shown)])


def _render(page: _Page, labels: list[str]) -> str:
    # pyvis reads IPython on import, which the rest of the command line must not wait for.
    import pyvis  # type: ignore[import-untyped]
    from pyvis.network import Network  # type: ignore[import-untyped]

    templates = Path(str(files("graph") / "templates"))
    script = "\n".join((templates / name).read_text(encoding="utf-8") for name in SCRIPTS)
    app = f'(() => {{\n"use strict";\n{script}\n}})();'
    drawing = _inline(Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js")
    style = (templates / "view.css").read_text(encoding="utf-8")

    rows = _rows(page)
    network = Network(directed=True, cdn_resources="in_line", heading=page.title)
    network.options = {"physics": {"enabled": False}}
    # Lists are filled directly: add_node and add_edge search them anew for each call, and turn empty labels into ids.
    network.nodes, network.edges = list(_drawn_nodes(page, labels)), list(_drawn_edges(page))
    network.set_template_dir(f"{templates}/", "view.html")
    network.templateEnv.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    }
    network.templateEnv.trim_blocks = network.templateEnv.lstrip_blocks = True
    network.templateEnv.globals.update(
        page=_data(page),
        words=page.words,
        lang=LANGUAGE_TAGS[page.language],
        vis=drawing,
        app=app,
        css=style,
        digests=[_digest(drawing), _digest(app)],
        rows=rows[:MOST_ROWS],
        cut=None if len(rows) <= MOST_ROWS else page.words["table-cut"].format(shown=MOST_ROWS, all=len(rows)),
    )
    return str(network.generate_html()) + "\n"


def _inline(path: Path) -> str:
    """Read a script as the HTML parser will see it, without the line that makes an open console ask for a map."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    return text[: text.rfind("\n//# sourceMappingURL")]


def _digest(script: str) -> str:
    return "sha256-" + b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: dict[str, dict[str, str]] = json.loads((files("graph") / "messages/view.json").read_text(encoding="utf-8"))
    return words


def _label(node: str, attributes: Mapping[str, object], after: str) -> str:
    label = str(attributes.get("label") or node)
    return label if attributes.get("kind") == "document" else broken(label, after)


def _drawn_nodes(page: _Page, labels: list[str]) -> Iterator[dict[str, object]]:
    for (node, number), label in zip(page.ids.items(), labels, strict=True):
        x, y = page.layout.positions[node]
        shape = SHAPES[kind(page.graph.nodes[node])]
        yield {"id": number, "label": label, "shape": shape, "size": radius(page.graph, node), "x": x, "y": y}


def _drawn_edges(page: _Page) -> Iterator[dict[str, object]]:
    for number, line in enumerate(page.lines):
        yield {"id": number, "from": page.ids[line.source], "to": page.ids[line.target]}


def _data(page: _Page) -> dict[str, object]:
    nodes = [_node(page, node) for node in page.ids]
    return {
        "focus": None if page.focus is None else page.ids[page.focus],
        "groups": [{"name": name, "count": count} for name, count in _counted(page, GROUPS)],
        "kinds": [{"name": name, "shape": SHAPES[name], "count": count} for name, count in _counted(page, SHAPES)],
        "lanes": [{"label": _lane(page, x.name), "top": x.top, "bottom": x.bottom} for x in page.layout.lanes],
        "language": page.language,
        "lines": [_line(page, line) for line in page.lines],
        "many": len(page.lines) > MANY_LINES,
        "nodes": nodes,
        "ticks": [[tick.year, tick.x] for tick in page.layout.ticks],
        "undated": page.layout.undated,
        "title": page.title,
        "words": page.words,
        "leftOut": _left_out(page),
    }


def _counted(page: _Page, names: Mapping[str, object]) -> list[tuple[str, int]]:
    counts = Counter(kind(attributes) for _, attributes in page.graph.nodes(data=True))
    counts.update(group(line.term) for line in page.lines)
    return [(name, counts[name]) for name in names if counts[name]]


def _node(page: _Page, node: str) -> dict[str, object]:
    attributes, moment = page.graph.nodes[node], page.layout.moments[node]
    return {
        "basis": moment.basis,
        "date": attributes.get("date"),
        "held": bool(attributes.get("held")) or attributes.get("kind") != "document",
        "key": node,
        "kind": kind(attributes),
        "lang": attributes.get("language") or page.language,
        "name": str(attributes.get("label") or node),
        "session": attributes.get("session"),
        "symbol": public_symbol(node, attributes),
        "time": None if moment.time is None else round(moment.time, 4),
        "title": attributes.get("title"),
        "year": None if moment.time is None else int(moment.time),
    }


def _line(page: _Page, line: Line) -> dict[str, object]:
    seen: Counter[tuple[object, object]] = Counter()
    citations = []
    for citation in line.citations:
        same = (citation.get("sentence"), citation.get("exact"))
        sentence = str(citation.get("sentence") or citation.get("exact") or "")
        parts = marked(sentence, str(citation.get("exact") or ""), seen[same])
        seen[same] += 1
        kept = ("term", "verb", "place", "pinpoint", "rule", "confidence", "date", "language")
        values = {name: citation[name] for name in kept if citation.get(name) not in {None, ""}}
        if paragraph := _paragraph(page, citation):
            values["paragraph"] = paragraph
        citations.append({**values, "sentence": parts})
    terms = [{"term": term, "count": count, "group": group(term)} for term, count in line.terms]
    return {"citations": citations, "group": group(line.term), "term": line.term, "terms": terms}


def _paragraph(page: _Page, citation: Mapping[str, object]) -> str | None:
    """Write the label of a paragraph as people do; the place has a line of its own."""
    label, place = citation.get("paragraph"), citation.get("place")
    if not label or label == "0":
        return None
    return paragraph_label(report_words(page.language), str(label), None if place is None else str(place))


def _lane(page: _Page, name: str) -> str:
    organ = name.removesuffix("+")
    if organ in {"instruments", "actors"}:
        return page.words[organ]
    label = page.words[f"lane.{organ}"]
    if organ in {"other", "secretariat"}:
        return label
    return f"{label} · {page.words['other-documents' if name.endswith('+') else 'adopted']}"


def _left_out(page: _Page) -> str | None:
    shown = len(page.ids)
    if shown == page.all_nodes:
        return None
    return page.words["left-out"].format(shown=shown, all=page.all_nodes, left=page.all_nodes - shown)


def _cell(page: _Page, node: str) -> tuple[str, ...]:
    """Give the pieces of a name, each to be kept on one line; a name in words is a single one that may break."""
    name = str(page.graph.nodes[node].get("label") or node)
    return pieces(name) or (name,)


def _rows(page: _Page) -> list[dict[str, object]]:
    """Make the rows of the table that stands for the picture without scripts and on paper."""
    return [
        {
            "line": number,
            "source": _cell(page, line.source),
            "target": _cell(page, line.target),
            "term": page.words[f"term.{citation['term']}"],
            "paragraph": _paragraph(page, citation),
            "sentence": citation.get("sentence") or citation.get("exact") or "",
            "lang": citation.get("language") or page.language,
        }
        for number, line in enumerate(page.lines)
        for citation in line.citations
    ]
