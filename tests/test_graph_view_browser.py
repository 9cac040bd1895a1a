"""The page in a real browser with the network cut."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from view_sample import SENTENCE, sample

from graph.network import MultiDiGraph
from graph.view import view

playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need the package playwright")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script> href <!--<script>'

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: the page is not opened")


@dataclass
class Opened:
    """A page and what it did while it was open."""

    page: Any
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def middle(self, source: str, target: str) -> tuple[float, float]:
        """Give the point of the window in the middle of a line."""
        found = self.page.evaluate(
            """([source, target]) => {
                const { page, middle } = window.resograph;
                const joins = (each) => page.nodes[each.from].key === source && page.nodes[each.to].key === target;
                const line = page.lines.find(joins);
                const box = document.getElementById("network").getBoundingClientRect();
                const { x, y } = middle(line.id);
                return [box.left + x, box.top + y];
            }""",
            [source, target],
        )
        return (found[0], found[1])

    def details(self) -> str:
        """Give the text of the panel."""
        return str(self.page.inner_text("#details"))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    contexts = []

    def open_page(graph: MultiDiGraph | None = None, fragment: str = "", **settings: Any) -> Opened:
        file = tmp_path / "view.html"
        file.write_text(view(sample() if graph is None else graph, **settings), encoding="utf-8", newline="\n")
        context = chromium.new_context(viewport={"width": 1400, "height": 900}, offline=True, reduced_motion="reduce")
        contexts.append(context)
        found = Opened(context.new_page())

        def judge(route: Any) -> None:
            if route.request.url.startswith(file.as_uri()):
                route.continue_()
            else:
                found.requests.append(route.request.url)
                route.abort()

        context.route("**/*", judge)
        found.page.on("console", lambda message: found.messages.append(message.text))
        found.page.on("pageerror", lambda error: found.messages.append(str(error)))
        found.page.goto(file.as_uri() + fragment)
        found.page.wait_for_function("() => window.resograph !== undefined")
        found.page.wait_for_timeout(60)
        return found

    yield open_page
    for context in contexts:
        context.close()


INKED = """() => {
    const canvas = document.querySelector("#network canvas");
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const pen = copy.getContext("2d", { willReadFrequently: true });
    pen.drawImage(canvas, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    return { colours: colours.size, height: canvas.height, width: canvas.width };
}"""


def test_page_asks_for_nothing_says_nothing_and_draws(opened: Callable[..., Opened]) -> None:
    tab = opened()
    first = tab.page.evaluate(INKED)
    tab.page.wait_for_timeout(400)
    again = tab.page.evaluate(INKED)
    assert (tab.requests, tab.messages) == ([], [])
    assert first["colours"] > 50, "a blank canvas has one colour, an axis without nodes a handful"
    assert first == again, "the canvas must neither grow nor change by itself"
    assert tab.page.evaluate("() => document.compatMode") == "CSS1Compat"
    assert tab.page.evaluate("() => document.documentElement.lang") == "zh-Hans"


def test_nodes_stand_where_they_were_placed(opened: Callable[..., Opened]) -> None:
    tab = opened()
    moved = tab.page.evaluate(
        """() => window.resograph.page.nodes.filter((node) => {
            const { x, y } = window.resograph.network.getPosition(node.id);
            return Math.abs(x - node.x) > 1 || Math.abs(y - node.y) > 1;
        }).length"""
    )
    assert moved == 0


def test_click_on_a_line_shows_the_sentence_that_made_it(opened: Callable[..., Opened]) -> None:
    tab = opened()
    tab.page.mouse.click(*tab.middle("A/79/837", "A/RES/76/270"))
    tab.page.wait_for_selector("blockquote")
    assert tab.page.inner_text("blockquote >> nth=0") == SENTENCE
    assert tab.page.inner_text("mark >> nth=0") == "大会2022年6月21日第76/270号决议"
    assert tab.page.locator("blockquote").count() == 2, "every citation of the pair is listed"
    links = tab.page.eval_on_selector_all(".links a", "list => list.map((link) => link.href)")
    assert "https://docs.un.org/zh/A/RES/76/270" in links
    assert len(links) == 12, "six languages of both documents"
    assert tab.requests == []


def test_click_on_a_node_lists_what_it_is_joined_to(opened: Callable[..., Opened]) -> None:
    tab = opened()
    x, y = tab.page.evaluate(
        """() => {
            const { network, page } = window.resograph;
            const node = page.nodes.find(({ key }) => key === "A/RES/76/270");
            const box = document.getElementById("network").getBoundingClientRect();
            const at = network.canvasToDOM(network.getPosition(node.id));
            return [box.left + at.x, box.top + at.y];
        }"""
    )
    tab.page.mouse.click(x, y)
    assert "援引（13）" in tab.details()
    assert "被援引（2）" in tab.details()


def test_keyboard_leads_from_search_to_the_sentence(opened: Callable[..., Opened]) -> None:
    tab = opened()
    tab.page.focus("#query")
    tab.page.keyboard.type("a/79/8")
    assert tab.page.get_attribute("#query", "aria-activedescendant") == "hit-0"
    keys = ["Enter"]
    tab.page.keyboard.press("Enter")
    while tab.page.evaluate("() => !document.activeElement.classList.contains('line-link')"):
        keys.append("Tab")
        tab.page.keyboard.press("Tab")
        assert len(keys) < 12, "the list of lines must be near"
    while "A/RES/76/270" not in tab.page.evaluate("() => document.activeElement.textContent"):
        keys.append("Tab")
        tab.page.keyboard.press("Tab")
        assert len(keys) < 25, "the wanted line must be in the list"
    tab.page.keyboard.press("Enter")
    assert SENTENCE in tab.details()
    assert tab.page.evaluate("() => document.activeElement.id") == "panel-title"
    tab.page.keyboard.press("Escape")
    assert tab.page.evaluate("() => document.activeElement.id") == "query", "Escape goes back to where one came from"
    assert SENTENCE not in tab.details()


def test_search_finds(opened: Callable[..., Opened]) -> None:
    tab = opened()
    rows = (
        ("76/270", "A/RES/76/270", "a symbol without its beginning"),
        ("ａ／res／57", "A/RES/57/32", "full width and lower case"),
        ("s/res/1325 (2000)", "S/RES/1325(2000)", "a blank within a symbol"),
        ("千年", "A/RES/55/2", "a word of the title"),
        ("ggyhlm", "各国议会联盟", "the first letters of its reading"),
        ("blxd", "巴黎协定", "the first letters of its reading"),
        ("无此文件", "没有找到", "nothing"),
    )
    for typed, first, reason in rows:
        tab.page.fill("#query", typed)
        assert tab.page.inner_text("#hits li >> nth=0").startswith(first), reason


def test_hostile_texts_run_nothing(opened: Callable[..., Opened]) -> None:
    graph = sample()
    graph.nodes["A/79/837"].update(title=HOSTILE, label=HOSTILE)
    graph.nodes["actor:ipu"].update(label=HOSTILE)
    for *_, attributes in graph.edges("A/79/837", data=True):
        attributes.update(sentence=HOSTILE, exact="onerror", verb=HOSTILE, paragraph=HOSTILE, pinpoint=HOSTILE)
    tab = opened(graph, title=HOSTILE, fragment="#line=A/79/837>A/RES/76/270")
    assert HOSTILE in tab.page.inner_text("blockquote >> nth=0")
    tab.page.fill("#query", "img")
    tab.page.keyboard.press("Enter")
    tab.page.click("#table-switch")
    tab.page.wait_for_timeout(150)
    assert tab.page.evaluate("() => window.hacked") is None
    assert tab.page.locator("body img").count() == 0
    assert (tab.requests, tab.messages) == ([], [])


def test_address_restores_the_state(opened: Callable[..., Opened]) -> None:
    fragment = "#kinds=actor&groups=reference&years=2000-2020&rest=hide&steps=2&node=A%2FRES%2F66%2F261"
    tab = opened(fragment=fragment)
    assert tab.page.input_value("#year-from") == "2000"
    assert tab.page.input_value("#year-to") == "2020"
    assert not tab.page.is_checked("input[value=actor]")
    assert not tab.page.is_checked("input[value=reference]")
    assert tab.page.is_checked("input[name=rest][value=hide]")
    assert "A/RES/66/261" in tab.details()
    assert tab.page.evaluate("() => location.hash") == fragment, "what was restored is what is written"


def test_back_returns_to_the_selection_before(opened: Callable[..., Opened]) -> None:
    tab = opened(fragment="#node=A/RES/66/261")
    tab.page.click(".line-link >> nth=0")
    assert tab.page.locator("blockquote").count() == 1
    tab.page.go_back()
    tab.page.wait_for_selector(".line-link")
    assert "A/RES/66/261" in tab.page.inner_text("#panel-title")


def counts(status: str) -> list[int]:
    return [int(count) for count in re.findall(r"(\d+) (?:个节点|条连线)", status)]


def test_legend_hides_and_says_so(opened: Callable[..., Opened]) -> None:
    tab = opened()
    all_nodes, all_lines = counts(tab.page.inner_text("#status"))
    tab.page.uncheck("input[value=actor]")
    tab.page.uncheck("input[value=recalls]")
    status = tab.page.inner_text("#status")
    nodes, lines = counts(status)
    assert nodes == all_nodes - 4
    assert lines == all_lines - 7 - 21
    assert "已隐藏：机构或国家；回顾、重申" in status
    drawn = tab.page.evaluate(
        """() => {
            const drawn = Object.values(window.resograph.network.body.nodes);
            return drawn.filter(({ options }) => !options.hidden).length;
        }"""
    )
    assert drawn == nodes
    tab.page.uncheck("input[value=yes]")
    tab.page.uncheck("input[value=no]")
    left = counts(tab.page.inner_text("#status"))
    assert left == [4, 0], "instruments are in no collection and stay"


def test_saved_picture_and_table_hold_what_is_shown(opened: Callable[..., Opened]) -> None:
    tab = opened(fragment="#kinds=actor")
    saved = {}
    for ending in ("svg", "png", "csv"):
        with tab.page.expect_download() as download:
            tab.page.click(f"#save-{ending}")
        saved[ending] = Path(download.value.path()).read_bytes()
    svg, csv = saved["svg"].decode("utf-8"), saved["csv"].decode("utf-8")
    assert svg.startswith("<svg")
    assert "联合国同各国议会联盟" in svg
    assert "已隐藏：机构或国家" in svg
    assert "妇女署" not in svg
    assert saved["png"].startswith(b"\x89PNG")
    assert len(saved["png"]) > 50_000, "a blank picture is far smaller"
    assert SENTENCE in csv
    assert "妇女署" not in csv
    assert tab.messages == []


def test_panel_counts_each_term(opened: Callable[..., Opened]) -> None:
    graph = MultiDiGraph()
    for key in ("A/RES/76/270", "A/RES/60/1"):
        graph.add_node(key, kind="document", type="resolution", date="2022-06-21", held=True)
    for number, known in enumerate(({"function": "recalls"}, {"function": "sees"}, {"relation": "links"})):
        graph.add_edge(
            "A/RES/76/270", "A/RES/60/1", key=f"c{number}", **{"relation": "cites", "start": number, **known}
        )
    tab = opened(graph, fragment="#node=A/RES/76/270")
    assert tab.page.locator(".terms .term").all_inner_texts() == ["回顾 1", "参见（脚注） 1", "链接 1"]
    tab.page.click(".line-link >> nth=0")
    assert "回顾 1 · 参见（脚注） 1 · 链接 1" in tab.details()


@pytest.mark.parametrize("width", [1400, 420])
def test_table_scrolls_by_itself_and_shows_its_columns(opened: Callable[..., Opened], width: int) -> None:
    tab = opened()
    tab.page.set_viewport_size({"width": width, "height": 800})
    tab.page.click("#table-switch")
    columns, own, outer = tab.page.evaluate(
        """() => [
            [...document.querySelectorAll("#table th")].map((cell) => cell.getBoundingClientRect().width),
            [document.getElementById("table").scrollWidth, document.getElementById("table").clientWidth],
            document.documentElement.scrollWidth,
        ]"""
    )
    assert min(columns) >= 70
    assert columns[-1] >= 250, "the sentence has the most room"
    assert outer <= width, "the page itself does not scroll sideways"
    assert (own[0] > own[1]) is (width == 420)


def test_without_scripts_the_table_is_there(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "view.html"
    file.write_text(view(sample()), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False, offline=True)
    tab = context.new_page()
    tab.goto(file.as_uri())
    assert SENTENCE in tab.inner_text("table")
    assert not tab.is_visible(".filters")
    context.close()


def test_a_large_graph_opens_and_says_what_is_left_out(opened: Callable[..., Opened]) -> None:
    graph = MultiDiGraph()
    for number in range(1600):
        date = f"{1960 + number % 60}-05-{1 + number % 28:02}"
        graph.add_node(f"A/RES/{number}/1", kind="document", type="resolution", date=date, body="ga", held=True)
    for number in range(1, 1600):
        for step in (1, 7):
            cited = f"A/RES/{max(number - step, 0)}/1"
            graph.add_edge(f"A/RES/{number}/1", cited, relation="cites", function="recalls", sentence="回顾")
    tab = opened(graph, max_nodes=1000)
    assert "600" in tab.page.inner_text(".notice")
    assert tab.page.evaluate(INKED)["colours"] > 20
    assert tab.messages == []
