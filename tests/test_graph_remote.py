"""A store on a server gives, byte for byte, what one on disk gives."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_graph import EXTRACTIONS, fill, lines
from store_servers import Answer, Asked, oxigraph, passed_on, stub

from corpus.specimens import specimens
from graph.build import build
from graph.cli import main
from graph.opening import is_store, open_store
from graph.query import named_queries, run
from graph.remote.store import RemoteStore
from graph.store import Store
from ontology.errors import QueryError, StoreError
from ontology.iri import graph_iri

GRAPH = graph_iri("A/RES/76/270", "zh")


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for path in specimens().glob("*.txt"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def local(documents, tmp_path_factory) -> Path:
    store = tmp_path_factory.mktemp("local") / "store"
    build([documents], store)
    return store


@pytest.fixture(scope="module")
def built(documents, tmp_path_factory) -> str:
    with oxigraph(tmp_path_factory.mktemp("server") / "data") as url:
        report = build([documents], url)
        assert (report.added, report.failed) == (len(list(documents.iterdir())), ())
        yield url


@pytest.fixture(scope="module")
def united(local, tmp_path_factory) -> str:
    with oxigraph(tmp_path_factory.mktemp("united") / "data", "--union-default-graph") as url:
        with open_store(local) as store, open_store(url, write=True) as copy:
            copy.add(store.lines())
        yield url


@pytest.fixture(scope="module", params=["built", "united"])
def remote(request) -> str:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> str:
    with oxigraph(tmp_path_factory.mktemp("empty") / "data") as url:
        yield url


@pytest.fixture
def empty(server) -> str:
    with RemoteStore.open(server, write=True) as store:
        store.clear()
        assert store.graphs() == ()
    return server


def dump(place):
    with open_store(place) as store:
        return list(store.lines())


def told(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert not ended.value.code
    return capsys.readouterr().out


def test_the_dump_and_the_sources_are_the_same(local, remote):
    with open_store(local) as one, open_store(remote) as other:
        assert list(one.lines()) == list(other.lines())
        assert one.digests() == other.digests()
        assert one.graphs() == other.graphs()


@pytest.mark.parametrize("form", ["trig", "turtle"])
def test_the_whole_is_written_the_same(local, built, tmp_path, form):
    for name, place in (("one", local), ("other", built)):
        with open_store(place) as store, (tmp_path / name).open("wb") as out:
            store.write(out, form)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_each_named_query_gives_the_same(local, remote, query):
    values = {p.name: p.example for p in query.parameters if not p.is_optional}
    with open_store(local) as one, open_store(remote) as other:
        assert run(one, query, values) == run(other, query, values)


COMMANDS = [
    ("query", "SELECT ?d ?t WHERE { ?d rg:recalls ?t } ORDER BY ?d ?t", "--format", "json"),
    ("query", "CONSTRUCT { ?d rg:recalls ?t } WHERE { ?d rg:recalls ?t }", "--format", "turtle"),
    ("query", "ASK { ?d rg:recalls ?t }"),
    ("query", "SELECT ?d ?t WHERE { ?d dcterms:title ?t } ORDER BY ?d ?t", "--format", "xml"),
    ("query", "DESCRIBE <https://w3id.org/resograph/doc/A/RES/71/160>", "--format", "turtle"),
    ("query", "citing", "document=A/RES/71/160"),
    ("lineage", "71/160", "--depth", "2", "--format", "html"),
    ("lineage", "A/RES/71/160", "--format", "json", "--lang", "en"),
    ("rank", "pagerank", "--format", "csv"),
    ("rank", "in-degree", "--of", "actors"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:40])
def test_each_command_prints_the_same(capsys, local, built, command):
    assert told(capsys, *command, "--store", local) == told(capsys, *command, "--store", built) != ""


@pytest.mark.parametrize("command", [("view", "71/160", "--actors", "-o"), ("view", "-o"), ("export", "-f", "graphml")])
def test_each_command_writes_the_same(capsys, local, built, tmp_path, command):
    for name, place in (("one", local), ("other", built)):
        told(capsys, *command, tmp_path / name, "--store", place)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_environment_may_say_where_the_store_is(capsys, monkeypatch, remote):
    monkeypatch.setenv("RESOGRAPH_STORE", remote)
    assert "A/RES/73/24" in told(capsys, "query", "citing", "document=A/RES/71/160")


def test_results_are_written_in_standard_formats(remote, tmp_path):
    with open_store(remote) as store, (tmp_path / "out").open("wb") as out:
        store.write_results("SELECT ?s { ?d rg:symbol ?s ; rg:held true } ORDER BY ?s LIMIT 1", out, "csv")
    assert (tmp_path / "out").read_bytes() == b"s\r\nA/71/179\r\n"


def test_a_from_clause_is_heeded(remote):
    with open_store(remote) as store:
        every = "SELECT DISTINCT ?l {} {{ ?d rg:language ?l }} ORDER BY ?l"
        one = graph_iri("A/RES/73/24", "en")
        assert [row[0].value for row in store.query(every.format(""))] == ["en", "zh"]
        assert [row[0].value for row in store.query(every.format(f"FROM <{one}>"))] == ["en"]
        hidden = "PREFIX a: <http://a/> SELECT (a:b\\'c AS ?z) ?l FROM <http://x/none> { ?d rg:language ?l, 'en' }"
        assert store.query(hidden).rows == ()


def test_the_store_through_rdflib(remote, local):
    rdflib = pytest.importorskip("rdflib")
    recalls = rdflib.URIRef("https://w3id.org/resograph/ontology#recalls")
    with open_store(local) as one, open_store(remote) as other:
        mine, theirs = one.dataset(), other.dataset()
        assert set(mine.subject_objects(recalls)) == set(theirs.subject_objects(recalls)) != set()
        graph = rdflib.URIRef(graph_iri("A/RES/73/24", "en"))
        text = "SELECT DISTINCT ?l { ?d <https://w3id.org/resograph/ontology#language> ?l }"
        assert [str(row[0]) for row in rdflib.Graph(theirs.store, graph).query(text)] == ["en"]
        assert len(theirs.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 3").graph) == 3
        with pytest.raises(TypeError, match="read only"):
            theirs.add((graph, recalls, graph))
        del mine


def test_a_backup_is_the_same_and_goes_both_ways(capsys, local, built, empty, tmp_path):
    for name, place in (("one", local), ("other", built)):
        told(capsys, "backup", tmp_path / name, "--store", place)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    told(capsys, "restore", tmp_path / "one", "--store", empty)
    with open_store(local) as one, open_store(empty) as other:
        assert one.sources() == other.sources()
        assert list(one.graph_lines(graph_iri("A/73/325", "en"))) == list(
            other.graph_lines(graph_iri("A/73/325", "en"))
        )
    with pytest.raises(SystemExit):
        main(["restore", str(tmp_path / "one"), "--store", empty])
    assert "there is a store here already; --replace" in capsys.readouterr().err
    told(capsys, "restore", tmp_path / "other", "--store", empty, "--replace")


def test_a_change_and_a_removal_end_as_on_disk(documents, tmp_path, empty):
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("A_71_179.zh.txt", "A_73_325.en.txt", "A_RES_58_5.zh.txt"):
        shutil.copy(documents / name, texts)
    first = build([texts], empty)
    again = build([texts], empty)
    assert (again.added, again.changed, again.unchanged) == (0, 0, first.added)
    (texts / "A_71_179.zh.txt").unlink()
    changed = texts / "A_73_325.en.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nIt recalls resolution 57/32.\n", encoding="utf-8")
    report = build([texts], empty)
    assert (report.changed, len(report.removed), report.unchanged) == (1, 1, first.added - 2)
    build([texts], tmp_path / "store")
    assert dump(empty) == dump(tmp_path / "store")


def test_replace_and_remove_touch_one_graph(empty):
    with open_store(empty, write=True) as store:
        fill(store)
        before = list(store.lines())
        others = [line for line in before if f"<{GRAPH}>" not in line]
        store.replace(GRAPH, f'<http://x/d> <http://x/p> "a \\\\u0041 \\"b\\"" <{GRAPH}> .\n'.encode())
        assert [line for line in store.lines() if line not in others] == [
            f'<http://x/d> <http://x/p> "a \\\\u0041 \\"b\\"" <{GRAPH}> .\n'
        ]
        for _ in range(2):  # a second time does no harm
            store.remove(GRAPH)
            assert list(store.lines()) == others
        store.replace(GRAPH, b"")
        assert GRAPH not in store.graphs()


BAD = [
    ("<http://x/d> <http://x/p> nonsense .\n", "nothing was written"),
    ('<http://x/d> <http://x/p> "1" <http://x/other> .\n', "nothing was written .a quad is in <http://x/other>"),
    ('<http://x/d> <http://x/p> "1" .\n', "nothing was written .* is in no named graph"),
]


@pytest.mark.parametrize(("bad", "message"), BAD)
def test_a_replacement_that_fails_leaves_the_graph_as_it_was(empty, bad, message):
    with open_store(empty, write=True) as store:
        fill(store)
        before = list(store.lines())
        with pytest.raises(StoreError, match=message) as refusal:
            store.replace(GRAPH, f'<http://x/d> <http://x/p> "1" <{GRAPH}> .\n{bad}'.encode())
        assert "\n" not in str(refusal.value)
        assert list(store.lines()) == before


def test_an_addition_that_fails_adds_nothing(empty):
    with open_store(empty, write=True) as store:
        with pytest.raises(StoreError, match="nothing was written"):
            store.add([*lines(*EXTRACTIONS[0]), "broken\n"])
        assert list(store.lines()) == []


def test_threads_add_graphs_at_once(empty):
    def batch(number: int) -> bytes:
        return "".join(
            f'<http://x/d{i}> <http://x/p> "{i}" <http://x/g/{number}/{i % 9}> .\n' for i in range(3000)
        ).encode()

    with open_store(empty, write=True) as store:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(store.load, map(batch, range(12))))
        assert len(store.graphs()) == 12 * 9
        assert sum(1 for _ in store.lines()) == 12 * 3000


def test_reading_does_not_write_and_closed_is_closed(remote):
    store = open_store(remote)
    with pytest.raises(StoreError, match="for reading only"):
        store.remove(GRAPH)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        store.query("ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?x {\n  ?x un:known ?y\n}", r"line 2, character \d+: a prefix before it is not declared"),
        ("DROP ALL", "updates are refused"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "asks no other server"),
    ],
)
def test_a_query_that_cannot_be_run_is_refused_as_on_disk(local, remote, text, message):
    said = []
    for place in (local, remote):
        with open_store(place) as store, pytest.raises(QueryError, match=message) as refusal:
            store.query(text)
        said.append(str(refusal.value))
    assert said[0] == said[1]


def test_an_address_is_a_store_and_a_missing_folder_is_none(tmp_path):
    assert is_store("http://127.0.0.1:1")
    assert not is_store(tmp_path / "store")
    with pytest.raises(StoreError, match="there is none to break"):
        open_store(tmp_path / "store", write=True, break_lock=True)
    Store.create(tmp_path / "store").close()
    assert is_store(str(tmp_path / "store"))


def _fuseki(path: str) -> str | None:
    for theirs, ours in (("/ds/query", "/query"), ("/ds/update", "/update"), ("/ds/data", "/store")):
        if path.partition("?")[0] == theirs:
            return path.replace(theirs, ours, 1)
    return None


def _rdf4j(path: str) -> str | None:
    bare, _, query = path.partition("?")
    places = {"/repositories/un": "/query", "/repositories/un/rdf-graphs/service": "/store"}
    return f"{places[bare]}?{query}" if bare in places else None


def _one_address(path: str) -> str | None:
    return "/query" if path == "/sparql" else None


LAYOUTS = {"/ds": _fuseki, "/repositories/un": _rdf4j, "/sparql": _one_address}


@pytest.mark.parametrize(
    ("base", "without"),
    # Without it the server is one that knows the standard only: each query then lists the graphs.
    [("/ds", ()), ("/ds", ("union-default-graph",)), ("/repositories/un", ()), ("/sparql", ())],
)
def test_other_layouts_are_found_and_written(empty, base, without):
    def answer(asked: Asked) -> Answer:
        path = LAYOUTS[base](asked.path)
        is_update = "update" in asked.headers.get("content-type", "")
        if asked.path == "/repositories/un/statements":
            path = "/update" if is_update else "/store"
        elif is_update and path == "/query":
            path = "/update" if base == "/sparql" else None
        return (
            Answer(b"no such place", 404, "text/plain")
            if path is None
            else passed_on(empty, asked, path, without=without)
        )

    with stub(answer) as (url, asked):
        with open_store(url + base, write=True) as store:
            fill(store)
            store.replace(GRAPH, f"<http://x/d> <http://x/p> <http://x/o> <{GRAPH}> .\n".encode())
            assert store.query("ASK { ?s <http://x/p> ?o . ?d rg:symbol ?t }").truth
        used = {each.path.partition("?")[0].removeprefix(base) for each in asked if each.body and each.query == ""}
        assert used == {"/ds": {"/update", "/data"}, "/repositories/un": {"/statements"}, "/sparql": {""}}[base]
    assert len(dump(empty)) == 1 + sum(
        len(lines(*document)) for document in EXTRACTIONS if f"<{GRAPH}>" not in lines(*document)[0]
    )
