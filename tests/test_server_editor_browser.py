"""The front page and the pages behind it in a real browser, with every other host cut off."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from server_sample import Served, served
from small_graph import EXTRACTIONS, fill

from graph.server.pages.assets import has_editor
from graph.store import Store

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
HOSTILE = '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>'
RG = "PREFIX rg: <https://w3id.org/resograph/ontology#>\n"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: the page is not opened")
needs_editor = pytest.mark.skipif(not has_editor(), reason="the package was built without the query editor")


@dataclass
class Opened:
    """A tab and what it did while it was open."""

    page: Any
    foreign: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def put(self, query: str) -> None:
        self.page.evaluate("(text) => window.resograph.editor.set(text)", query)

    def run(self, query: str) -> None:
        self.put(query)
        self.page.click("#run")
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_function("() => document.getElementById('result').getAttribute('aria-busy') === 'false'")

    def rows(self) -> list[list[str]]:
        found = self.page.locator("#answer tbody tr").all()
        return [row.locator("td").all_inner_texts() for row in found]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path: Path = tmp_path_factory.mktemp("editor") / "store"
    first, source = EXTRACTIONS[0]
    hostile = replace(first, document=replace(first.document, title=HOSTILE))
    with Store.create(path) as store:
        fill(store, ((hostile, source), *EXTRACTIONS[1:]), registry=True)
    with served(path, "--workers", "2") as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any, server: Served) -> Iterator[Callable[..., Opened]]:
    contexts = []

    def open_page(path: str = "/?lang=en", *, editor: bool = True, ready: bool = True, **settings: Any) -> Opened:
        context = chromium.new_context(**{"viewport": {"width": 1300, "height": 900}, "locale": "en-US", **settings})
        contexts.append(context)
        found = Opened(context.new_page())

        def judge(route: Any) -> None:
            address = route.request.url
            if not address.startswith((server.address, "data:")):
                found.foreign.append(address)
                route.abort()
            elif not editor and "yasgui" in address:
                route.fulfill(status=200, content_type="text/javascript" if ".js" in address else "text/css", body="")
            else:
                route.continue_()

        context.route("**/*", judge)
        found.page.on("console", lambda message: found.messages.append(message.text))
        found.page.on("pageerror", lambda error: found.messages.append(str(error)))
        found.page.goto(server.address + path)
        if ready:
            found.page.wait_for_function("() => window.resograph && window.resograph.run")
        return found

    yield open_page
    for context in contexts:
        context.close()


BOTH = pytest.mark.parametrize("editor", [pytest.param(True, marks=needs_editor), False], ids=["yasgui", "plain"])


@BOTH
def test_a_query_gives_a_table_whose_names_lead_to_pages(opened: Callable[..., Opened], editor: bool) -> None:
    tab = opened(editor=editor)
    assert tab.page.locator(".CodeMirror").count() == int(editor)
    assert tab.page.is_visible("#query") is not editor
    tab.run(RG + "SELECT ?document ?cited WHERE { ?document rg:recalls ?cited } ORDER BY ?document ?cited")
    assert ["A/RES/76/270", "A/RES/57/32"] in tab.rows()
    assert re.fullmatch(r"\d+ rows in \d+\.\d\d s", tab.page.inner_text("#status"))
    tab.page.click("#answer td a >> nth=0")
    tab.page.wait_for_selector("h1")
    assert tab.page.inner_text("h1") == "A/RES/76/270"
    assert tab.page.url.endswith("/doc/A/RES/76/270?lang=en"), "the language that was chosen stays"
    assert (tab.foreign, tab.messages) == ([], [])


@BOTH
def test_every_kind_of_answer(opened: Callable[..., Opened], editor: bool) -> None:
    tab = opened(editor=editor)
    tab.run("ASK { ?s ?p ?o }")
    assert tab.page.inner_text(".truth") == "Yes."
    tab.run("SELECT ?s WHERE { ?s <http://x/none> ?o }")
    assert "Nothing was found." in tab.page.inner_text("#answer")
    tab.run("DESCRIBE <https://w3id.org/resograph/actor/undp>")
    rows = tab.rows()
    assert ["actor/undp", "rg:actorType", "fund-programme"] in rows
    assert ["actor/undp", "skos:prefLabel", "联合国开发计划署 @zh"] in rows
    assert len({tuple(row) for row in rows}) == len(rows), "a graph holds each triple once"
    forms = tab.page.locator("#answer .ways a").all_inner_texts()
    assert forms == ["Turtle", "N-Triples", "JSON-LD"]
    tab.run('SELECT ("a\\tb \\"c\\" \\\\ \\u00e9\\n" AS ?x) ?n WHERE { VALUES ?n { 10 9 } }')
    assert [row[1] for row in tab.rows()] == ["10", "9"]
    tab.page.click("th >> nth=1 >> button")
    assert [row[1] for row in tab.rows()] == ["9", "10"], "numbers are sorted as numbers"
    assert tab.page.locator("th >> nth=1").get_attribute("aria-sort") == "ascending"
    assert (tab.foreign, tab.messages) == ([], [])


@BOTH
def test_a_query_that_cannot_be_read_says_why(opened: Callable[..., Opened], editor: bool) -> None:
    tab = opened(editor=editor)
    tab.run("SELECT ?s WHERE { ?s ?p }")
    assert "cannot be read at line 1" in tab.page.inner_text("#status")
    assert tab.page.inner_text("#answer") == ""
    tab.run("DROP ALL")
    assert "The query was not answered" in tab.page.inner_text("#status")


@BOTH
def test_results_are_saved_in_every_format(opened: Callable[..., Opened], editor: bool) -> None:
    tab = opened(editor=editor, accept_downloads=True)
    tab.run(RG + "SELECT ?cited WHERE { <https://w3id.org/resograph/doc/A/79/837> rg:reaffirms ?cited }")
    starts = {"JSON": b"{", "XML": b"<?xml", "CSV": b"cited", "TSV": b"?cited"}
    assert tab.page.locator("#answer .ways a").all_inner_texts() == list(starts)
    for name, start in starts.items():
        with tab.page.expect_download() as download:
            tab.page.click(f"#answer .ways a:text-is('{name}')")
        saved = Path(download.value.path()).read_bytes()
        assert saved.startswith(start)
        assert b"https://w3id.org/resograph/doc/A/RES/57/32" in saved
        assert download.value.suggested_filename == f"resograph.{name.lower()}"


@BOTH
def test_examples_are_found_filled_in_and_run(opened: Callable[..., Opened], editor: bool) -> None:
    tab = opened(editor=editor)
    everything = tab.page.locator("#examples button").count()
    tab.page.fill("#find-example", "cite a given")
    assert 0 < tab.page.locator("#examples button").count() < everything
    tab.page.click("#examples button[data-name=citing]")
    tab.page.wait_for_selector("#answer table")
    assert tab.page.input_value("#value-document") == "A/RES/76/270"
    assert tab.page.locator("#examples button[aria-pressed=true]").get_attribute("data-name") == "citing"
    assert any(row[0] == "A/79/837" for row in tab.rows())
    tab.page.fill("#value-document", "57/32")
    tab.page.click("#values button")
    tab.page.wait_for_function("() => document.querySelectorAll('#answer tbody tr').length > 1")
    assert {row[0] for row in tab.rows()} >= {"A/79/837", "A/RES/76/270"}
    assert "doc/A/RES/57/32>" in tab.page.evaluate("() => window.resograph.editor.get()")
    assert "example=citing&document=57%2F32" in tab.page.url, "the state stands in the address"
    tab.page.fill("#value-document", "!")
    tab.page.click("#values button")
    tab.page.wait_for_selector("#status.error")
    assert "no document symbol" in tab.page.inner_text("#status")
    assert tab.foreign == []


@BOTH
def test_address_restores_query_and_result(opened: Callable[..., Opened], editor: bool) -> None:
    query = RG + "SELECT ?cited WHERE { ?document rg:reaffirms ?cited }"
    tab = opened("/?" + urlencode({"query": query, "lang": "en"}), editor=editor)
    tab.settle()
    assert tab.page.evaluate("() => window.resograph.editor.get()") == query
    assert tab.rows() == [["A/RES/57/32"]]
    tab.run("ASK { ?s ?p ?o }")
    tab.page.go_back()
    tab.page.wait_for_selector("#answer table")
    assert tab.page.evaluate("() => window.resograph.editor.get()") == query
    other = opened("/?example=mentions&actor=undp&from=elsewhere", editor=editor)
    other.page.wait_for_selector("#answer table")
    assert "/A/79/837" in "".join(f"/{row[0]}" for row in other.rows())


def test_keys_run_a_query_and_leave_the_editor(opened: Callable[..., Opened]) -> None:
    for editor in (has_editor(), False):
        tab = opened(editor=editor)
        tab.put("ASK { ?s ?p ?o }")
        tab.page.evaluate("() => window.resograph.editor.focus()")
        tab.page.keyboard.press("Control+Enter")
        tab.settle()
        assert tab.page.inner_text(".truth") == "Yes."
        tab.page.keyboard.press("Tab")
        assert tab.page.evaluate("() => document.activeElement.id") == "run", "the editor is no trap"


@needs_editor
def test_names_are_completed_without_any_other_host(opened: Callable[..., Opened]) -> None:
    tab = opened()
    for query, wanted in (
        (RG + "SELECT ?s WHERE { ?s rg:ci| }", "rg:cites"),
        ("SELECT ?s WHERE { ?s rg:ci| }", "rg:cites"),
        (RG + "SELECT ?s WHERE { ?s a rg:Res| }", "rg:Resolution"),
        ("PREFIX r|", "rg: <https://w3id.org/resograph/ontology#>"),
    ):
        tab.page.evaluate(
            """(text) => {
                const { editor } = window.resograph;
                const { CodeMirror } = document.querySelector(".CodeMirror");
                editor.set(text.replace("|", ""));
                editor.focus();
                CodeMirror.setCursor(CodeMirror.posFromIndex(text.indexOf("|")));
            }""",
            query,
        )
        tab.page.keyboard.press("Control+Space")
        tab.page.wait_for_selector(".CodeMirror-hints li")
        assert wanted in tab.page.locator(".CodeMirror-hints li").all_inner_texts(), query
        tab.page.keyboard.press("Escape")
    assert (tab.foreign, tab.messages) == ([], [])


def test_a_long_table_is_filtered_and_grows(opened: Callable[..., Opened]) -> None:
    tab = opened()
    tab.run("SELECT ?name WHERE { ?actor skos:prefLabel ?name } ORDER BY ?name LIMIT 700")
    assert tab.page.locator("#answer tbody tr").count() == 500
    tab.page.click("#answer > button")
    assert tab.page.locator("#answer tbody tr").count() == 700
    tab.page.fill(".tools input", "a")
    assert 0 < tab.page.locator("#answer tbody tr").count() < 700
    tab.page.fill(".tools input", "no name has this")
    assert tab.page.locator("#answer tbody tr").count() == 0
    assert tab.page.inner_text(".tools [role=status]") == "0 rows fit"


def test_a_query_can_be_stopped(opened: Callable[..., Opened]) -> None:
    tab = opened()
    tab.put("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    tab.page.click("#run")
    tab.page.click("#stop")
    tab.settle()
    assert tab.page.inner_text("#status") == "Stopped."
    assert tab.page.is_enabled("#run")


def test_hostile_texts_run_nothing(opened: Callable[..., Opened]) -> None:
    tab = opened()
    tab.run("SELECT ?d ?title WHERE { ?d dcterms:title ?title }")
    assert HOSTILE in [cell for row in tab.rows() for cell in row]
    tab.run(
        f'SELECT ("{HOSTILE.replace(chr(34), chr(92) + chr(34))}" AS ?x) (IRI("javascript:window.hacked=1") AS ?y) {{}}'
    )
    assert tab.rows()[0] == [HOSTILE, "javascript:window.hacked=1"]
    assert tab.page.locator("#answer td a").count() == 0, "an address of another scheme is no link"
    page = opened("/doc/A/RES/76/270?lang=en", ready=False)
    assert HOSTILE in page.page.inner_text("main")
    for each in (tab, page):
        assert each.page.evaluate("() => window.hacked") is None
        assert each.page.locator("body img").count() == 0
        assert (each.foreign, each.messages) == ([], [])


PAGES = ("/", "/?example=cited&document=76/270", "/doc/A/RES/76/270", "/actor/undp", "/ontology", "/search?q=women")
NAMED = """() => [...document.querySelectorAll("button, input, select, textarea, a, [role=region], [role=textbox]")]
    .filter((each) => each.checkVisibility() && !each.closest(".CodeMirror-lines"))
    .filter((each) => !(each.getAttribute("aria-label") || each.getAttribute("aria-labelledby") || each.labels?.length
        || each.textContent.trim() || each.closest(".CodeMirror")))
    .map((each) => each.outerHTML)"""


@pytest.mark.parametrize(("width", "scheme"), [(1300, "light"), (390, "dark")])
def test_pages_fit_any_width_and_say_what_each_control_is(
    opened: Callable[..., Opened], server: Served, width: int, scheme: str
) -> None:
    tab = opened(viewport={"width": width, "height": 844}, color_scheme=scheme, locale="zh-CN")
    for path in PAGES:
        tab.page.goto(server.address + path)
        if "example=" in path:
            tab.page.wait_for_selector("#answer table")
        assert tab.page.evaluate("() => document.documentElement.scrollWidth") <= width, path
        assert tab.page.evaluate(NAMED) == [], path
        assert tab.page.locator("h1").count() == 1, path
        assert tab.page.get_attribute("html", "lang") == "zh-Hans"
        ground = tab.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 200) is (scheme == "dark"), path
        assert (tab.foreign, tab.messages) == ([], []), path


def test_without_scripts_the_form_still_asks(opened: Callable[..., Opened]) -> None:
    tab = opened(ready=False, java_script_enabled=False, accept_downloads=True)
    assert tab.page.is_visible("#query")
    tab.page.fill("#query", "ASK { ?s ?p ?o }")
    tab.page.click("#run")
    tab.page.wait_for_load_state()
    assert "boolean" in tab.page.content()


def test_the_picture_opens_from_a_page(opened: Callable[..., Opened]) -> None:
    tab = opened("/doc/A/RES/76/270?lang=en", ready=False)
    tab.page.click("a:text-is('Picture')")
    tab.page.wait_for_function("() => window.resograph && window.resograph.network")
    assert (tab.foreign, tab.messages) == ([], [])
