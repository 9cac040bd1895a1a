"""The page as a text: what it holds, what it lets out, and that it is always the same."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from test_graph_positions import reversed_copy
from view_sample import SENTENCE, sample

import graph as package
from graph.neighbourhood import neighbourhood
from graph.network import MultiDiGraph
from graph.picture import GROUPS, SHAPES, group, heaviest, kind, lines, marked, public_symbol
from graph.view import view
from ontology.errors import UnknownTermError

FOLDER = Path(package.__file__).parent
WORDS = json.loads((FOLDER / "messages/view.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page() -> str:
    return view(sample(), focus="A/RES/76/270")


def block(html: str, name: str) -> object:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found.group(1))


def test_same_graph_same_bytes(page: str) -> None:
    assert view(sample(), focus="A/RES/76/270") == page
    assert view(reversed_copy(sample()), focus="A/RES/76/270") == page


def test_page_is_a_document_of_its_language(page: str) -> None:
    assert page.startswith('<!doctype html>\n<html lang="zh-Hans">')
    assert "<title>A/RES/76/270 · resograph</title>" in page
    assert '<html lang="en">' in view(sample(), language="en")


def test_policy_names_the_scripts_that_stand_there(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    allowed = set(re.findall(r"'(sha256-[^']+)'", policy.group(1)))
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = {"sha256-" + b64encode(sha256(script.encode()).digest()).decode() for script in scripts}
    assert allowed == digests
    assert len(scripts) == 2
    assert "default-src 'none'" in policy.group(1)


def test_page_names_nothing_to_load(page: str) -> None:
    without_scripts = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"""(?:src|href|srcset|action)\s*=\s*["']""", without_scripts) == []
    assert re.findall(r"@import|url\(", without_scripts) == []
    assert "sourceMappingURL" not in page


def test_scripts_never_write_markup() -> None:
    for file in sorted((FOLDER / "templates").glob("*.js")):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text), (
            file.name
        )
        assert len(text.splitlines()) < 400, file.name


def test_hostile_texts_stay_texts() -> None:
    hostile = '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
    graph = sample()
    graph.nodes["A/79/837"].update(label=hostile, title=hostile)
    for *_, attributes in graph.edges("A/79/837", data=True):
        attributes.update(sentence=hostile, paragraph=hostile)
    html = view(graph, title=hostile)
    assert "<script>alert" not in html
    assert "<img" not in html
    nodes = block(html, "page-data")["nodes"]  # type: ignore[index]
    assert hostile in [node["title"] for node in nodes]


def test_data_are_what_the_graph_says(page: str) -> None:
    data = block(page, "page-data")
    assert isinstance(data, dict)
    keys = [node["key"] for node in data["nodes"]]
    assert keys == sorted(sample())
    assert data["focus"] == keys.index("A/RES/76/270")
    assert {entry["name"]: entry["count"] for entry in data["kinds"]}["resolution"] == 21
    first = data["lines"][[line.source + line.target for line in lines(sample())].index("A/79/837A/RES/76/270")]
    assert first["term"] == "answers", "the strongest of the two"
    assert first["citations"][0]["sentence"] == [
        "依照",
        "大会2022年6月21日第76/270号决议",
        SENTENCE.split("决议", 1)[1],
    ]


def test_table_stands_for_the_picture(page: str) -> None:
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert table.count("<tr ") == 57
    assert SENTENCE in table


def test_cut_is_said() -> None:
    html = view(sample(), max_nodes=10, focus="A/51/402", language="en")
    assert "10 of 37 nodes are drawn; the 27 with the fewest citations are left out." in html
    assert len(block(html, "page-nodes")) == 10  # type: ignore[arg-type]
    assert "A/51/402" in {node["key"] for node in block(html, "page-data")["nodes"]}  # type: ignore[index]


@pytest.mark.parametrize("settings", [{"language": "fr"}, {"focus": "A/RES/1/1"}])
def test_unknown_settings_raise(settings: dict[str, str]) -> None:
    with pytest.raises(UnknownTermError):
        view(sample(), **settings)  # type: ignore[arg-type]


def test_empty_graph_is_a_page() -> None:
    assert "<h1>What the documents cite</h1>" in view(MultiDiGraph(), language="en")


def test_words_are_level_and_used() -> None:
    assert WORDS["zh"].keys() == WORDS["en"].keys()
    files = [*(FOLDER / "templates").iterdir(), FOLDER / "view.py"]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    used = set(re.findall(r'["\'`]([\w.-]+)["\'`]', text))
    families = ("basis.", "group.", "kind.", "lane.", "language.", "place.", "term.", "rest-", "steps-")
    for key in WORDS["zh"]:
        assert key in used or key.startswith(families), key


def test_words_cover_the_vocabulary() -> None:
    wanted = [f"term.{term}" for terms in GROUPS.values() for term in terms]
    wanted += [f"group.{name}" for name in GROUPS] + [f"kind.{name}" for name in SHAPES]
    assert [key for key in wanted if key not in WORDS["zh"]] == []


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"kind": "document", "type": "resolution"}, "resolution"),
        ({"kind": "document", "type": "draft-decision"}, "draft"),
        ({"kind": "document", "type": "report-sg"}, "report"),
        ({"kind": "document", "type": "general-comment"}, "document"),
        ({"kind": "document", "type": None}, "document"),
        ({"kind": "instrument", "type": "treaty"}, "instrument"),
        ({"kind": "actor", "type": "state"}, "actor"),
    ],
)
def test_kind(attributes: dict[str, str], expected: str) -> None:
    assert kind(attributes) == expected


def test_group_is_closed() -> None:
    with pytest.raises(UnknownTermError):
        group("overrules")


@pytest.mark.parametrize(
    ("sentence", "exact", "occurrence", "expected"),
    [
        ("见第1/1号决议。", "第1/1号决议", 0, ("见", "第1/1号决议", "。")),
        ("见第 1/1 号决议。", "第1/1号决议", 0, ("见", "第 1/1 号决议", "。")),
        ("甲乙甲乙", "甲", 1, ("甲乙", "甲", "乙")),
        ("甲乙甲乙", "甲", 7, ("甲乙", "甲", "乙")),
        ("无此文字。", "第1/1号决议", 0, ("无此文字。", "", "")),
        ("第1(1946)号", "1(1946)", 0, ("第", "1(1946)", "号")),
        ("空", "", 0, ("空", "", "")),
    ],
)
def test_words_are_marked(sentence: str, exact: str, occurrence: int, expected: tuple[str, str, str]) -> None:
    assert marked(sentence, exact, occurrence) == expected


def test_what_follows_from_a_citation_is_not_said_twice() -> None:
    graph = MultiDiGraph()
    graph.add_edge("r", "t", key="c1", relation="cites", function="requested-by", sentence="甲", exact="甲")
    graph.add_edge("r", "t", key="answers", relation="answers", sentence="甲", exact="甲", evidence="c1")
    (line,) = lines(graph)
    assert (line.term, len(line.citations)) == ("answers", 1)


def test_each_term_has_its_own_count() -> None:
    graph = MultiDiGraph()
    graph.add_edge("r", "t", key="c1", relation="cites", function="recalls", start=1)
    graph.add_edge("r", "t", key="c2", relation="cites", function="sees", start=5)
    graph.add_edge("r", "t", key="c3", relation="links", function="sees", start=9)
    (line,) = lines(graph)
    assert line.terms == (("recalls", 1), ("sees", 1), ("links", 1))
    graph.add_edge("r", "t", key="c4", relation="answers", start=1, evidence="c1")
    (line,) = lines(graph)
    assert line.terms == (("answers", 0), ("recalls", 1), ("sees", 1), ("links", 1)), "it follows from the first"


def test_implementing_proves_no_answer() -> None:
    assert group("implements") == group("adopts") != group("requested-by")
    assert group("answers") == group("requested-by") == group("pursuant-to")


def test_paragraphs_are_written_out() -> None:
    graph = MultiDiGraph()
    labels = ("p4", "0", "28")
    for number, label in enumerate(labels):
        words = {"relation": "cites", "function": "recalls", "sentence": "回顾", "place": "preambular"}
        graph.add_edge("r", "t", key=f"c{number}", start=number, paragraph=label, **words)
    html = view(graph, language="en")
    (line,) = block(html, "page-data")["lines"]  # type: ignore[index]
    assert [citation.get("paragraph") for citation in line["citations"]] == ["preambular para. 4", None, "para. 28"]
    assert "<td>preambular para. 4</td>" in html
    assert "<td>0</td>" not in html


def test_addresses_come_after_sentences() -> None:
    graph = MultiDiGraph()
    graph.add_edge("r", "t", key="c1", relation="links", function="cites", start=1)
    graph.add_edge("r", "t", key="c2", relation="cites", function="sees", start=9)
    (line,) = lines(graph)
    assert [citation["term"] for citation in line.citations] == ["sees", "links"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("A/RES/76/270", "A/RES/76/270"),
        ("E/ESCWA/SD-WOM/1998/3", "E/ESCWA/SD-WOM/1998/3"),
        ("A/RES/S-13/2", "A/RES/S-13/2"),
        ("A/DEC/50/411", None),
        ("unidentified/0011223344556677", None),
    ],
)
def test_only_what_has_a_page_is_linked(key: str, expected: str | None) -> None:
    assert public_symbol(key, {"kind": "document"}) == expected


def test_heaviest_keeps_the_focus_and_its_neighbours() -> None:
    kept = set(heaviest(sample(), 3, "A/51/402"))
    assert "A/51/402" in kept
    assert "A/RES/76/270" in kept
    assert len(kept) == 3


def test_neighbourhood_does_not_go_through_actors() -> None:
    near = set(neighbourhood(sample(), "actor:unwomen", 1))
    assert near == {"actor:unwomen", "A/79/837"}
    graph = MultiDiGraph()
    graph.add_node("actor:x", kind="actor")
    graph.add_edges_from([("a", "actor:x"), ("b", "actor:x"), ("a", "c"), ("c", "d")])
    assert set(neighbourhood(graph, "a", 2)) == {"a", "actor:x", "c", "d"}
    with pytest.raises(UnknownTermError):
        neighbourhood(graph, "z")
