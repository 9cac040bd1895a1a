"""A query reads the store and asks no other server, and FROM chooses its graphs, however the keyword is hidden."""

import socket
from contextlib import closing
from pathlib import Path

import pytest
from server_sample import make_store

from graph.store import Store
from ontology.errors import QueryError

HIDDEN = [
    ("SELECT * { SERVICE <%s> { ?s ?p ?o } }", "in plain sight"),
    ("SELECT * { ?x ?y ?z FILTER (?z<'a>b') SERVICE <%s> { ?s ?p 'o' } }", "behind what looks like an IRI"),
    ("PREFIX a: <http://a/> SELECT * { ?x ?y ?z OPTIONAL { ?x ?y a:b\\# . SERVICE <%s> { ?s ?p 'o' } } }",
     "behind an escape that looks like a comment"),
    ("PREFIX a: <http://a/> SELECT * { ?x ?y a:b\\'c . SERVICE <%s> { ?s ?p 'o' } }", "between quotes that are none"),
    ("SELECT * { ?x ?y 1SERVICE<%s>{ ?s ?p 'o' } }", "glued to a number"),
    ("SELECT * { ?x ?y ?z sErViCe SILENT <%s> { ?s ?p 'o' } }", "in mixed letters"),
    ("ASK { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }", "in a sub-query"),
    ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }", "in a filter"),
]  # fmt: skip
ELSEWHERE = [
    ('SELECT ?x { BIND ("SERVICE <http://x/> { }" AS ?x) }', "in a string"),
    ("SELECT ?service { ?service ?p ?o } # SERVICE <http://x/>", "in a variable and a comment"),
    ("PREFIX service: <http://x/service#> SELECT * { ?s service:service ?o }", "in a prefix and a name"),
    ("SELECT * { ?s <http://x/SERVICE> ?o }", "in an IRI"),
]
FROM = [
    ("SELECT ?s FROM <http://x/none> { ?s ?p ?o }", 0, "in plain sight"),
    ("PREFIX a: <http://a/> SELECT (a:b\\'c AS ?z) ?s FROM <http://x/none> { ?s ?p ?o FILTER (?o != 'o') }", 0,
     "between quotes that are none"),
    ("PREFIX a: <http://a/> SELECT (a:b\\# AS ?z) ?s FROM <http://x/none> { ?s ?p ?o }", 0,
     "behind an escape that looks like a comment"),
    ("SELECT (1 AS ?z)fRoM<http://x/none> { ?s ?p ?o }", 0, "glued, in mixed letters"),
    ("SELECT ?frox ?from FROM <http://x/none> { ?from ?p ?frox }", 0, "beside names that are nearly the word"),
    ("SELECT ?s FROM <http://x/g> { ?s ?p ?o }", 1, "a graph that is there"),
    ("SELECT ?from ?frox { ?from ?p ?frox FILTER (?from != 'FROM <http://x/none>') } # FROM <http://x/none>", 1,
     "only in names, a string and a comment"),
    ("PREFIX from: <http://x/> SELECT ?s { ?s from:p from:o FILTER (?s != from:from) }", 1, "only in a prefix"),
    ("PREFIX a: <http://a/> SELECT ?s { ?s ?p ?o FILTER (?o != a:b\\'c && ?o != 'INSERT') }", 1,
     "a word of updates in a string that seems to end there"),
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(
        tmp_path_factory.mktemp("solve") / "store", ["<http://x/a> <http://x/p> <http://x/o> <http://x/g> .\n"]
    )


@pytest.mark.parametrize(("text", "reason"), HIDDEN, ids=[row[1] for row in HIDDEN])
def test_service_is_refused(store: Path, text: str, reason: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other, Store.open(store) as opened:
        other.settimeout(0.2)
        with pytest.raises(QueryError, match="SERVICE is refused"):
            opened.query(text % f"http://127.0.0.1:{other.getsockname()[1]}/")
        with pytest.raises(TimeoutError):
            other.accept()


@pytest.mark.parametrize(("text", "reason"), ELSEWHERE, ids=[row[1] for row in ELSEWHERE])
def test_the_word_is_free_elsewhere(store: Path, text: str, reason: str) -> None:
    with Store.open(store) as opened:
        opened.query(text)


@pytest.mark.parametrize(("text", "rows", "reason"), FROM, ids=[row[2] for row in FROM])
def test_from_chooses_the_graphs_of_a_query(store: Path, text: str, rows: int, reason: str) -> None:
    with Store.open(store) as opened:
        assert len(opened.query(text).rows) == rows


@pytest.mark.parametrize("text", ["DROP ALL", "INSERT DATA { <http://x/service> <http://x/p> 1 }"])
def test_an_update_is_told_so(store: Path, text: str) -> None:
    with Store.open(store) as opened, pytest.raises(QueryError, match="only reads"):
        opened.query(text)


def test_a_dataset_that_is_told_goes_before_that_of_the_query(store: Path) -> None:
    text = "ASK FROM <http://x/none> { ?s ?p ?o }"
    with Store.open(store) as opened:
        assert not bool(opened.solve(text))
        assert bool(opened.solve(text, default_graphs=["http://x/g"]))
        assert not bool(opened.solve("ASK { ?s ?p ?o }", named_graphs=["http://x/g"]))
        with pytest.raises(QueryError, match="absolute IRI"):
            opened.solve(text, default_graphs=["relative"])
