import io
import json
from threading import Thread
from traceback import walk_tb

import pytest
from small_graph import EXTRACTIONS, fill, lines, small_store

from graph import layout
from graph.store import Store
from ontology.errors import QueryError, StoreError
from ontology.iri import graph_iri

GRAPH = graph_iri("A/RES/76/270", "zh")
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def count(store):
    return int(store.query(COUNT).rows[0][0].value)


def test_what_was_written_is_there_after_reopening(tmp_path):
    with Store.create(tmp_path / "store") as store:
        fill(store)
        before = list(store.lines())
    with Store.open(tmp_path / "store") as store:
        assert list(store.lines()) == before
        assert count(store) == len(before) == sum(len(lines(*document)) for document in EXTRACTIONS)


def test_the_order_of_documents_does_not_show(tmp_path):
    for name, documents in (("one", EXTRACTIONS), ("two", reversed(EXTRACTIONS))):
        with Store.create(tmp_path / name) as store:
            fill(store, documents)
    with Store.open(tmp_path / "one") as one, Store.open(tmp_path / "two") as two:
        assert list(one.lines()) == list(two.lines())


def test_digests_tell_sources(tmp_path):
    with small_store(tmp_path / "store") as store:
        assert store.digests()["r.en.txt"] == ("bb" * 32, graph_iri("A/RES/76/270", "en"), "1")
        assert len(store.digests()) == len(EXTRACTIONS) == len(store.graphs())


def test_replace_and_remove_touch_one_graph(tmp_path):
    with Store.create(tmp_path / "store") as store:
        fill(store)
        others = [line for line in store.lines() if f"<{GRAPH}>" not in line]
        store.replace(GRAPH, f'<http://x/d> <http://x/p> "1" <{GRAPH}> .\n'.encode())
        assert len(list(store.lines())) == len(others) + 1
        store.remove(GRAPH)
        assert list(store.lines()) == others
        store.remove(GRAPH)  # a second time does no harm


@pytest.mark.parametrize("number", ['"1.50"^^xsd:decimal', '"7"^^xsd:nonNegativeInteger', '"007"^^xsd:integer'])
def test_a_replacement_by_the_same_number_in_another_form_writes_nothing(tmp_path, number):
    written = number.replace("xsd:", "<http://www.w3.org/2001/XMLSchema#") + ">"
    content = f"<http://x/d> <http://x/p> {written} <{GRAPH}> .\n".encode()
    with Store.create(tmp_path / "store") as store:
        store.load(content)
    before = layout.generation(tmp_path / "store")
    with Store.open(tmp_path / "store", write=True) as store:
        store.replace(GRAPH, content)
    assert layout.generation(tmp_path / "store") == before


@pytest.mark.parametrize(
    "bad",
    [
        "<http://x/d> <http://x/p> nonsense .\n",
        '<http://x/d> <http://x/p> "1" <http://x/other> .\n',  # a quad of another graph
        f'<http://x/a b> <http://x/p> "1" <{GRAPH}> .\n',  # a blank in an IRI
    ],
)
def test_a_replacement_that_fails_leaves_the_graph_as_it_was(tmp_path, bad):
    with Store.create(tmp_path / "store") as store:
        fill(store)
        before = list(store.lines())
        with pytest.raises(StoreError, match="nothing was written"):
            store.replace(GRAPH, f'<http://x/d> <http://x/p> "1" <{GRAPH}> .\n{bad}'.encode())
        assert list(store.lines()) == before


def test_an_addition_that_fails_adds_nothing(tmp_path):
    with Store.create(tmp_path / "store") as store:
        with pytest.raises(StoreError, match="nothing was written"):
            store.add([*lines(*EXTRACTIONS[0]), "broken\n"])
        assert list(store.lines()) == []


def _missing(path):
    return "there is no store here"


def _plain_folder(path):
    path.mkdir()
    (path / "notes.txt").write_text("mine", encoding="utf-8")
    return "this is no resograph store"


def _file(path):
    path.write_text("mine", encoding="utf-8")
    return "this is no resograph store"


def _other_tool(path):
    path.mkdir()
    (path / "store.json").write_text('{"format": 1, "tool": "another"}', encoding="utf-8")
    return "this is no resograph store"


def _broken_meta(path):
    path.mkdir()
    (path / "store.json").write_bytes(b"\xff\x00")
    return "this is no resograph store"


def _other_format(path):
    Store.create(path).close()
    (path / "store.json").write_text('{"format": 99, "tool": "resograph"}', encoding="utf-8")
    return "has format 99"


def _older_format(path):
    Store.create(path).close()
    (path / "store.json").write_text('{"format": 1, "tool": "resograph"}', encoding="utf-8")
    return f"has format 1, .* build it anew from its sources: 'resograph build PATH --store {path}.new'"


def _no_generation_named(path):
    Store.create(path).close()
    (path / "store.json").write_text('{"format": 2, "generation": "../x", "tool": "resograph"}', encoding="utf-8")
    return "names no generation"


def _generation_missing(path):
    Store.create(path).close()
    (path / layout.generation(path)).rename(path.parent / "elsewhere")
    return r"is missing\); restore a backup"


def _no_database(path):
    Store.create(path).close()
    for found in sorted((path / layout.generation(path) / "oxigraph").iterdir()):
        found.unlink()
    return "cannot be opened"


def _damaged(path):
    small_store(path).close()
    (path / layout.generation(path) / "oxigraph" / "CURRENT").write_bytes(b"nonsense\n")
    return "cannot be opened"


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    "prepare",
    [
        _missing,
        _plain_folder,
        _file,
        _other_tool,
        _broken_meta,
        _other_format,
        _older_format,
        _no_generation_named,
        _generation_missing,
        _no_database,
        _damaged,
    ],
)
def test_what_is_no_store_is_refused_in_one_line(tmp_path, prepare, write):
    path = tmp_path / "place"
    reason = prepare(path)
    with pytest.raises(StoreError, match=reason) as refusal:
        Store.open(path, write=write)
    assert "\n" not in str(refusal.value)
    assert str(path) in str(refusal.value)


@pytest.mark.parametrize("prepare", [_plain_folder, _file])
def test_a_new_store_takes_no_ones_place(tmp_path, prepare):
    path = tmp_path / "place"
    prepare(path)
    with pytest.raises(StoreError, match="needs an empty or a new folder"):
        Store.create(path)
    assert path.is_file() or (path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_reading_does_not_write(tmp_path):
    with small_store(tmp_path / "store") as store, pytest.raises(StoreError, match="for reading only"):
        store.remove(GRAPH)


def test_a_closed_store_says_so(tmp_path):
    store = small_store(tmp_path / "store")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        store.query("ASK { ?s ?p ?o }")


def test_readers_share_a_store(tmp_path):
    with small_store(tmp_path / "store") as one, Store.open(tmp_path / "store") as two:
        assert count(one) == count(two) > 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELEC ?x", r"line 1, character \d+"),
        ("SELECT ?x {\n  ?x un:known ?y\n}", r"line 2, character \d+: a prefix before it is not declared"),
        ("SELECT ?x { ?x ?y }", r"line 1, character \d+"),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x ?z ?y }", "neither grouped nor bound"),
        ("", "cannot be read"),
        ("DROP ALL", "updates are refused"),
        ("INSERT DATA { <http://x/a> <http://x/b> 1 }", "updates are refused"),
        ("DELETE WHERE { ?s ?p ?o }", "updates are refused"),
        ("INSERT { ?s ?p 1 } WHERE { SELECT ?s ?p { ?s ?p ?o } }", "updates are refused"),
        ("LOAD <http://x/file>", "updates are refused"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "asks no other server"),
        ("SELECT * { service silent <http://localhost/> { ?s ?p ?o } }", "asks no other server"),
    ],
)
def test_a_query_that_cannot_be_run_says_where_in_one_line(tmp_path, text, message):
    with small_store(tmp_path / "store") as store:
        before = count(store)
        with pytest.raises(QueryError, match=message) as refusal:
            store.query(text)
        assert "\n" not in str(refusal.value)
        assert count(store) == before


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?load { ?load ?drop ?insert }",  # keywords as variables
        'SELECT ?s { ?s ?p "INSERT DATA, SERVICE" } # DROP ALL',  # in a string and a comment
        "SELECT ?s { ?s <http://x/SERVICE#DROP> ?o }",  # in an IRI
        "PREFIX service: <http://x/> SELECT ?s { ?s service:insert ?o }",  # in prefixed names
    ],
)
def test_a_harmless_query_is_not_refused(tmp_path, text):
    with small_store(tmp_path / "store") as store:
        store.query(text)


def test_prefixes_of_the_vocabulary_need_no_declaration(tmp_path):
    with small_store(tmp_path / "store") as store:
        assert store.query("ASK { ?d a rg:Resolution ; dcterms:title ?t }").truth


def test_the_kinds_of_results(tmp_path):
    with small_store(tmp_path / "store") as store:
        found = store.query("CONSTRUCT { ?d rg:symbol ?s } WHERE { ?d rg:symbol ?s ; rg:held true }")
        assert [triple[2].value for triple in found.triples] == ["A/79/837", "A/C.3/78/L.60", "A/RES/76/270"]
        title = store.query("SELECT ?t ?none { ?d dcterms:title ?t }").rows[0]
        assert (title[0].value, title[0].language, title[1]) == ("互动", "zh", None)


def test_a_from_clause_is_heeded(tmp_path):
    with small_store(tmp_path / "store") as store:
        text = f"SELECT DISTINCT ?language FROM <{graph_iri('A/RES/76/270', 'en')}> {{ ?d rg:language ?language }}"
        assert [row[0].value for row in store.query(text)] == ["en"]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("SELECT ?s ?none { ?d rg:symbol ?s ; rg:held true } ORDER BY ?s LIMIT 1", "csv", b"s,none\r\nA/79/837,\r\n"),
        ("SELECT ?s ?none { ?d rg:symbol ?s ; rg:held true } ORDER BY ?s LIMIT 1", "tsv", b'?s\t?none\n"A/79/837"\t\n'),
        ("ASK { ?d rg:held true }", "json", b'{"head":{},"boolean":true}'),
        ("ASK { ?d rg:held true }", "xml", b"<boolean>true</boolean>"),
        ("SELECT ?s { ?d rg:symbol ?s }", "xml", b"<literal>A/RES/76/270</literal>"),
        ("CONSTRUCT { ?d rg:symbol ?s } WHERE { ?d rg:symbol ?s }", "turtle", b'rg:symbol "A/RES/76/270"'),
        ("CONSTRUCT { ?d rg:symbol ?s } WHERE { ?d rg:symbol ?s }", "ntriples", b'#symbol> "A/RES/76/270" .\n'),
        ("CONSTRUCT { ?d rg:symbol ?s } WHERE { ?d rg:symbol ?s }", "jsonld", b'"A/RES/76/270"'),
        ("DESCRIBE ?d { ?d rg:held true }", "nquads", b'#symbol> "A/RES/76/270" .\n'),
        ("DESCRIBE ?d { ?d rg:held true }", "trig", b'rg:symbol "A/RES/76/270"'),
        ("DESCRIBE ?d { ?d rg:held true }", "rdfxml", b">A/RES/76/270</"),
    ],
)
def test_the_database_writes_results_itself(tmp_path, text, form, expected):
    out = io.BytesIO()
    with small_store(tmp_path / "store") as store:
        store.write_results(text, out, form)
    assert expected in out.getvalue()


def test_results_written_are_those_of_the_query(tmp_path):
    text = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
    out = io.BytesIO()
    with small_store(tmp_path / "store") as store:
        store.write_results(text, out, "json")
        found = store.query(text)
    bindings = json.loads(out.getvalue())["results"]["bindings"]
    assert [tuple(binding[name]["value"] for name in found.variables) for binding in bindings] == [
        tuple(map(str, row)) for row in found
    ]


@pytest.mark.parametrize(
    ("text", "form", "message"),
    [
        (
            "SELECT ?s { ?s ?p ?o }",
            "turtle",
            "'turtle' is no format for what SELECT and ASK find; there are csv, json, tsv, xml",
        ),
        ("ASK { ?s ?p ?o }", "ntriples", "is no format for what SELECT and ASK find"),
        (
            "CONSTRUCT WHERE { ?s ?p ?o }",
            "csv",
            "'csv' is no format for what CONSTRUCT and DESCRIBE find; there are jsonld",
        ),
        ("SELECT ?s { ?s ?p ?o }", "xlsx", "'xlsx' is no format"),
        ("SELEC ?x", "csv", r"line 1, character \d+"),
        ("DROP ALL", "csv", "updates are refused"),
    ],
)
def test_results_that_cannot_be_written_say_why(tmp_path, text, form, message):
    out = io.BytesIO()
    with small_store(tmp_path / "store") as store, pytest.raises(QueryError, match=message):
        store.write_results(text, out, form)
    assert out.getvalue() == b""


def test_an_error_keeps_nothing_of_the_database_that_another_thread_must_let_go_of(tmp_path):
    kept = []

    def ask(form):
        with pytest.raises(QueryError) as refusal:
            store.write_results("SELECT ?s { ?s ?p ?o }", _Closed(), form)
        kept.append(refusal.value)

    with small_store(tmp_path / "store") as store:
        for form in ("turtle", "csv"):
            thread = Thread(target=ask, args=(form,))
            thread.start()
            thread.join()
        for error in kept:
            frames = [frame for frame, _ in walk_tb(error.__traceback__)]
            assert len(frames) > 1
            held = [value for frame in frames for value in frame.f_locals.values()]
            assert not any(type(value).__name__ == "QuerySolutions" for value in held)


class _Closed(io.RawIOBase):
    def write(self, _content):
        raise OSError("the reader has left")


def test_the_store_through_rdflib(tmp_path):
    rdflib = pytest.importorskip("rdflib")
    with small_store(tmp_path / "store") as store:
        dataset = store.dataset()
        recalls = rdflib.URIRef("https://w3id.org/resograph/ontology#recalls")
        assert len(set(dataset.objects(None, recalls))) == 3
        assert {
            str(row[0]) for row in dataset.query("SELECT ?l { ?d <https://w3id.org/resograph/ontology#language> ?l }")
        } == {
            "zh",
            "en",
        }
        del dataset


def test_the_store_is_written_through_rdflib(tmp_path):
    rdflib = pytest.importorskip("rdflib")
    small_store(tmp_path / "store").close()
    one, two = (rdflib.URIRef(f"http://x/{name}") for name in ("d", "g"))
    with Store.open(tmp_path / "store", write=True) as store:
        before = count(store)
        dataset = store.dataset()
        dataset.graph(two).add((one, rdflib.RDF.value, rdflib.Literal("1")))
        dataset.remove((None, rdflib.DCTERMS.title, None, None))
        assert store.query("ASK { <http://x/d> rdf:value '1' }").truth
        with Store.open(tmp_path / "store") as reader:
            assert count(reader) == before  # nothing is published yet
    with Store.open(tmp_path / "store") as store:
        assert str(two) in store.graphs()
        assert not store.query("ASK { ?d dcterms:title ?t }").truth
        assert [str(value) for value in store.dataset().objects(one, rdflib.RDF.value)] == ["1"]
