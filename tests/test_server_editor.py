"""The front page without a browser: its examples, what it is told, and what it does without the editor."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from small_graph import small_store

from graph.query import bind, named_queries
from graph.server.editor import front_page
from graph.server.editor.examples import GROUPS, declared, examples
from graph.server.pages import assets
from graph.server.pages.work import example
from graph.store import Store
from ontology.errors import QueryError, SymbolError, UnknownTermError
from ontology.vocabulary import PREFIXES


def data_of(page: bytes) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.decode(), re.DOTALL)
    assert found is not None
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_every_named_query_is_an_example_in_both_languages() -> None:
    found = {str(each["name"]): each for each in examples()}
    assert sorted(found) == sorted(query.name for query in named_queries())
    for each in examples():
        assert each["group"] in GROUPS
        question = each["question"]
        assert isinstance(question, dict)
        assert all(question[language].strip() for language in ("en", "zh"))


DECLARED = (
    ("ASK { ?a rg:cites ?b }", ["rg"], "one prefix"),
    ("ASK { ?a rg:cites ?b ; dcterms:date ?d }", ["dcterms", "rg"], "two, in order"),
    ("ASK { ?a <http://x/rg:a> 'rg:b' } # rg:c", [], "not in an IRI, a text or a comment"),
    ("ASK { ?a rg:evidence/skos:prefLabel|^dcterms:date ?b }", ["dcterms", "rg", "skos"], "in a path"),
    ("ASK { ?a ex:b ?c }", [], "not of others"),
    ("# q\n# parameter: x text y\nASK { ?a rg:b ?c }", ["rg"], "the head goes"),
)


@pytest.mark.parametrize(("query", "names", "reason"), DECLARED, ids=[row[2] for row in DECLARED])
def test_prefixes_that_are_used_are_declared(query: str, names: list[str], reason: str) -> None:
    text = declared(query)
    assert re.findall(r"^PREFIX (\w+):", text, re.MULTILINE) == names, reason
    assert "# parameter" not in text


def test_examples_run_anywhere(tmp_path: Path) -> None:
    """With its values and prefixes in place each example is SPARQL that needs nothing of this server."""
    import pyoxigraph

    empty = pyoxigraph.Store()
    with small_store(tmp_path / "store") as store:
        for query in named_queries():
            values = {each.name: each.example for each in query.parameters}
            empty.query(declared(bind(store, query, values)))
            empty.query(
                declared(bind(store, query, {n.name: n.example for n in query.parameters if not n.is_optional}))
            )


def told(store: Store, name: str, values: dict[str, str]) -> str:
    return example(store, {"name": name, "values": values, "language": "en"}).body.decode()


def test_values_are_understood_as_people_write_them(tmp_path: Path) -> None:
    with small_store(tmp_path / "store") as store:
        assert "<https://w3id.org/resograph/doc/A/RES/76/270>" in told(store, "citing", {"document": "76/270"})
        assert "<https://w3id.org/resograph/actor/undp>" in told(store, "mentions", {"actor": "开发署"})
        assert told(store, "citing", {"document": "76/270"}).startswith("# Which documents cite a given document")
        assert "UNDEF" not in told(store, "pinpoints", {"document": ""}), "an optional value may be left out"
        with pytest.raises(UnknownTermError):
            told(store, "no such query", {})
        with pytest.raises(SymbolError):
            told(store, "citing", {"document": "!"})
        with pytest.raises(UnknownTermError):
            told(store, "mentions", {"actor": "nobody at all"})
        with pytest.raises(QueryError):
            told(store, "citing", {})


def test_page_is_told_what_it_needs() -> None:
    told = data_of(front_page("/below/", "en", (("lang", "en"),)))
    assert told["root"] == "/below/"
    assert told["chosen"] is True
    assert told["prefixes"] == dict(PREFIXES)
    assert "https://w3id.org/resograph/ontology#cites" in told["properties"]
    assert {each["name"] for each in told["examples"]} == {query.name for query in named_queries()}


def test_hostile_query_in_the_address_stays_text() -> None:
    hostile = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(2)>'
    page = front_page("/", "en", (("query", hostile), ("lang", hostile), ("example", hostile))).decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;/textarea&gt;&lt;script&gt;" in page


def test_page_works_without_scripts_and_without_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {name: each for name, each in assets.assets().items() if "yasgui" not in name}
    monkeypatch.setattr("graph.server.editor.front.has_editor", lambda: False)
    page = front_page("/", "en", ()).decode()
    assert "yasgui" not in page
    assert "plain field does the same work" in page
    assert '<form id="query-form" action="/sparql" method="get">' in page
    assert '<textarea id="query" name="query"' in page
    assert {"page.css", "front.css", "front.js", "results.js"} <= set(ours)


def test_page_asks_no_other_host() -> None:
    for language in ("en", "zh"):
        page = front_page("/", language, ()).decode()
        addresses = re.findall(r'(?:src|href|action)="([^"]*)"', page)
        assert addresses
        assert [address for address in addresses if not address.startswith(("/", "#", "data:,"))] == []


def test_scripts_and_styles_load_nothing() -> None:
    for name in ("page.css", "front.css", "front.js", "results.js"):
        text = assets.assets()[name].body.decode()
        assert "url(" not in text
        assert "@import" not in text
        assert "innerHTML" not in text, "what comes from documents is set as text"
