"""The endpoint speaks the SPARQL 1.1 Protocol: requests, formats, refusals, description."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph
import pytest
from server_sample import Reply, Served, make_store, served

LINES = (
    '<http://x/a> <http://x/p> "first, \\"one\\"\\n" <http://x/g1> .\n',
    '<http://x/b> <http://x/p> "\u7b2c\u4e8c"@zh <http://x/g2> .\n',
    "<http://x/b> <http://x/q> _:c <http://x/g2> .\n",
    '<http://x/b> <http://x/r> "5.0"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://x/g2> .\n',
    '<http://x/b> <http://x/r> "2020-01-02"^^<http://www.w3.org/2001/XMLSchema#date> <http://x/g2> .\n',
    '<http://x/b> <http://x/r> "\\t|x"^^<http://x/own> <http://x/g2> .\n',
)
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
EVERYTHING = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    store = make_store(tmp_path_factory.mktemp("protocol") / "store", LINES)
    with served(store, "--workers", "2", "--max-body", "20000", "--max-rows", "1000") as running:
        yield running


def count(reply: Reply) -> int:
    assert reply.status == 200, reply.text
    return int(json.loads(reply.body)["results"]["bindings"][0]["n"]["value"])


RESULT_FORMATS = [
    (None, "application/sparql-results+json", "no header"),
    ("*/*", "application/sparql-results+json", "anything will do"),
    ("application/*", "application/sparql-results+json", "a range"),
    ("application/json", "application/json", "the common name of JSON"),
    ("application/sparql-results+xml", "application/sparql-results+xml", "XML"),
    ("text/csv", "text/csv", "CSV"),
    ("text/tab-separated-values", "text/tab-separated-values", "TSV"),
    ("text/csv;q=0.4, application/sparql-results+xml;q=0.8", "application/sparql-results+xml", "the larger q-value"),
    ("text/html, */*;q=0.1", "application/sparql-results+json", "what is left of a browser's wish"),
    ("text/turtle, text/csv;q=0.2", "text/csv", "the part that fits a table"),
    ("application/sparql-results+json;q=0, */*", "application/sparql-results+xml", "all but one"),
    ("TEXT/CSV", "text/csv", "letter case does not matter"),
    ("text/csv;q=nonsense, text/tab-separated-values", "text/tab-separated-values", "a broken part is left out"),
]
GRAPH_FORMATS = [
    (None, "text/turtle", pyoxigraph.RdfFormat.TURTLE),
    ("text/turtle", "text/turtle", pyoxigraph.RdfFormat.TURTLE),
    ("application/n-triples", "application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
    ("application/ld+json", "application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
    ("application/rdf+xml", "application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
    ("application/trig", "application/trig", pyoxigraph.RdfFormat.TRIG),
    ("application/n-quads", "application/n-quads", pyoxigraph.RdfFormat.N_QUADS),
    ("text/turtle;q=0.3, application/trig", "application/trig", pyoxigraph.RdfFormat.TRIG),
]


@pytest.mark.parametrize(("accept", "kind", "reason"), RESULT_FORMATS, ids=[row[2] for row in RESULT_FORMATS])
def test_table_comes_in_the_format_wanted_most(server: Served, accept: str, kind: str, reason: str) -> None:
    reply = server.query(EVERYTHING, accept)
    assert (reply.status, reply.kind) == (200, kind)
    assert "Accept" in reply.headers["vary"]
    assert int(reply.headers["content-length"]) == len(reply.body) > 0


@pytest.mark.parametrize(("accept", "kind", "form"), GRAPH_FORMATS, ids=[str(row[0]) for row in GRAPH_FORMATS])
def test_graph_comes_whole_in_the_format_wanted_most(
    server: Served, accept: str, kind: str, form: pyoxigraph.RdfFormat
) -> None:
    reply = server.query(
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER (!isBlank(?o) && ?p != <http://x/r>) }", accept
    )
    assert (reply.status, reply.kind) == (200, kind)
    found = {str(quad.triple) for quad in pyoxigraph.parse(reply.body, form)}
    assert found == {line.rsplit(" <", 1)[0] for line in LINES[:2]}


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_every_kind_of_value_survives_each_format(server: Served, form: str) -> None:
    """What the engine writes for itself and what has gone through lines of TSV are the same solutions."""
    known = {"json": pyoxigraph.QueryResultsFormat.JSON, "xml": pyoxigraph.QueryResultsFormat.XML,
             "tsv": pyoxigraph.QueryResultsFormat.TSV}  # fmt: skip
    text = "SELECT ?s ?o ?none (1e0 AS ?double) (true AS ?yes) { ?s ?p ?o FILTER (!isBlank(?o)) } ORDER BY ?o"
    store = pyoxigraph.Store()
    store.load("".join(LINES), format=pyoxigraph.RdfFormat.N_QUADS)
    bare = store.query(text, use_default_graph_as_union=True)
    assert isinstance(bare, pyoxigraph.QuerySolutions)
    wanted = [[solution[index] for index in range(5)] for solution in bare]
    found = pyoxigraph.parse_query_results(server.query(text, format=form).body, known[form])
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [[solution[index] for index in range(5)] for solution in found] == wanted
    assert len(wanted) == 5


@pytest.mark.parametrize(
    ("form", "kind"),
    [("csv", "text/csv"), ("xml", "application/sparql-results+xml"), ("text/csv", "text/csv"), ("CSV", "text/csv")],
)
def test_format_may_be_a_parameter(server: Served, form: str, kind: str) -> None:
    assert server.query(EVERYTHING, "application/json", format=form).kind == kind
    assert server.query(EVERYTHING, "application/json", output=form).kind == kind


@pytest.mark.parametrize(("form", "kind"), [("xml", "application/rdf+xml"), ("json", "application/ld+json")])
def test_a_graph_in_the_format_of_tables_is_the_one_of_the_same_family(server: Served, form: str, kind: str) -> None:
    assert server.query(TRIPLES, format=form).kind == kind


DATASETS = [
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", [], 6, "the default graph is the union of all"),
    ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", [], 6, "and each graph has its name"),
    ("SELECT (COUNT(*) AS ?n) FROM <http://x/g1> { ?s ?p ?o }", [], 1, "FROM chooses"),
    ("SELECT (COUNT(*) AS ?n) FROM NAMED <http://x/g1> { ?s ?p ?o }", [], 0, "FROM NAMED leaves no default graph"),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", [("default-graph-uri", "http://x/g1")], 1, "the protocol chooses"),
    (
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        [("default-graph-uri", "http://x/g1"), ("default-graph-uri", "http://x/g2")],
        6,
        "several graphs make one",
    ),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", [("named-graph-uri", "http://x/g1")], 0, "named only: no default graph"),
    ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", [("named-graph-uri", "http://x/g1")], 1, "one named graph"),
    (
        "SELECT (COUNT(*) AS ?n) FROM <http://x/g2> { ?s ?p ?o }",
        [("default-graph-uri", "http://x/g1")],
        1,
        "the protocol goes before the query",
    ),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", [("default-graph-uri", "http://x/none")], 0, "an unknown graph is empty"),
]


@pytest.mark.parametrize(("text", "dataset", "wanted", "reason"), DATASETS, ids=[row[3] for row in DATASETS])
def test_dataset(server: Served, text: str, dataset: list[tuple[str, str]], wanted: int, reason: str) -> None:
    fields = urlencode([("query", text), *dataset])
    assert count(server.ask(f"/sparql?{fields}")) == wanted
    assert count(server.ask(method="POST", body=fields, headers={"Content-Type": FORM})) == wanted
    direct = server.ask(
        f"/sparql?{urlencode(dataset)}", method="POST", body=text.encode(), headers={"Content-Type": DIRECT}
    )
    assert count(direct) == wanted


def test_prefixes_of_the_vocabulary_need_no_declaration(server: Served) -> None:
    assert server.query("ASK { ?s rg:cites ?o }").status == 200


def test_relative_iris_are_relative_to_the_endpoint(server: Served) -> None:
    reply = server.query("CONSTRUCT { <s> <p> <o> } WHERE {}", "application/n-triples")
    assert reply.text == f"<{server.address}/s> <{server.address}/p> <{server.address}/o> .\n"


REFUSED = [
    ("/sparql?query=ASK%20%7B", {}, 400, "line 1, character 6", "malformed: where"),
    ("/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", {}, 400, "one query", "two queries"),
    ("/sparql?foo=1", {}, 400, "one query", "no query"),
    ("/sparql?update=CLEAR%20ALL", {}, 403, "only reads", "an update as parameter"),
    ("/sparql?query=CLEAR%20ALL", {}, 400, "updates are refused", "an update as query"),
    ("/sparql?query=" + quote("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), {}, 400, "SERVICE", "SERVICE"),
    ("/sparql?query=%FF", {}, 400, "UTF-8", "bytes that are no text"),
    ("/sparql?" + "&".join(["a=1"] * 3000), {}, 400, "parameters", "thousands of parameters"),
    (
        "/sparql?query=" + quote("ASK {}") + "&default-graph-uri=relative",
        {},
        400,
        "absolute IRI",
        "a graph without name",
    ),
    ("/sparql?query=" + quote("ASK {}") + "&format=docx", {}, 406, "no format", "an unknown format"),
    ("/sparql?query=" + quote(TRIPLES) + "&format=csv", {}, 406, "Turtle", "a table of a graph"),
    ("/sparql?query=" + quote("ASK {}"), {"Accept": "image/png"}, 406, "json, xml", "nothing that fits"),
    ("/sparql?query=" + quote("ASK {}"), {"Accept": "text/turtle"}, 406, "truth value", "a truth value as a graph"),
    ("/sparql", {"Accept": "image/png"}, 406, "turtle", "a description in no format"),
    ("/nowhere", {}, 404, "", "no such page"),
]


@pytest.mark.parametrize(("path", "headers", "status", "said", "reason"), REFUSED, ids=[row[4] for row in REFUSED])
def test_refused(server: Served, path: str, headers: dict[str, str], status: int, said: str, reason: str) -> None:
    reply = server.ask(path, headers=headers)
    assert (reply.status, reply.kind in ("text/plain", "text/html")) == (status, True), reply.text
    assert said in reply.text


BODIES = [
    (b"ASK {}", "text/plain", 415, "application/sparql-query", "another media type"),
    (b"ASK {}", "", 415, "no media type", "none"),
    (b"ASK {}", DIRECT, 200, "", "the direct one"),
    (b"ASK {}", DIRECT + "; charset=utf-8", 200, "", "with its charset"),
    ("ASK {}".encode("utf-16"), DIRECT + "; charset=UTF-16", 400, "UTF-8", "another charset"),
    (b"ASK { <http://x/\xff> ?p ?o }", DIRECT, 400, "byte 17", "bytes that are no text"),
    (b"query=ASK+%7B%7D", FORM, 200, "", "a form"),
    (b"query=%FF", FORM, 400, "UTF-8", "a form of bytes that are no text"),
    (b"update=CLEAR+ALL", FORM, 403, "only reads", "an update in a form"),
    (b"CLEAR ALL", "application/sparql-update", 403, "only reads", "a direct update"),
    (b"# " + b"x" * 20_000, DIRECT, 413, "20,000 bytes", "too large"),
    (b"", DIRECT, 400, "expected", "empty"),
]


@pytest.mark.parametrize(("body", "kind", "status", "said", "reason"), BODIES, ids=[row[4] for row in BODIES])
def test_post(server: Served, body: bytes, kind: str, status: int, said: str, reason: str) -> None:
    reply = server.ask(method="POST", body=body, headers={"Content-Type": kind} if kind else {})
    assert reply.status == status, reply.text
    assert said in reply.text


def test_a_body_in_chunks_is_refused(server: Served) -> None:
    chunks = (piece for piece in (b"ASK", b" {}"))
    reply = server.ask(method="POST", body=chunks, headers={"Content-Type": DIRECT})
    assert reply.status == 411
    assert b"Content-Length" in reply.body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_refused(server: Served, method: str) -> None:
    reply = server.ask("/sparql?query=ASK%20%7B%7D", method=method)
    assert reply.status == 405
    assert {"GET", "POST"} <= set(reply.headers["allow"].split(", "))


def test_head_answers_as_get_without_a_body(server: Served) -> None:
    get, head = server.query(EVERYTHING), server.ask("/sparql?" + urlencode({"query": EVERYTHING}), method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(get.body))


def test_options_and_pages_of_other_origins(server: Served) -> None:
    plain = server.ask(method="OPTIONS")
    assert (plain.status, "POST" in plain.headers["allow"]) == (204, True)
    asked = {"Origin": "http://example.org", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"}  # fmt: skip
    before = server.ask(method="OPTIONS", headers=asked)
    assert (before.status, before.headers["access-control-allow-origin"]) == (200, "*")
    reply = server.ask("/sparql?query=ASK%20%7B", headers={"Origin": "http://example.org"})
    assert (reply.status, reply.headers["access-control-allow-origin"]) == (400, "*")
    assert "access-control-allow-credentials" not in reply.headers


def test_problems_come_as_json_where_json_is_asked_for(server: Served) -> None:
    reply = server.query("ASK {", "application/sparql-results+json")
    assert (reply.status, reply.kind) == (400, "application/problem+json")
    told = json.loads(reply.body)
    assert (told["status"], told["title"], told["reason"]) == (400, "Bad Request", "query")
    assert "line 1, character 6" in told["detail"]


LIMITS = [
    ("json", 1000, 200),
    ("json", 1001, 422),
    ("tsv", 1000, 200),
    ("tsv", 1001, 422),
    ("csv", 1001, 422),
]


@pytest.mark.parametrize(("form", "rows", "status"), LIMITS, ids=[f"{row[0]}-{row[1]}" for row in LIMITS])
def test_a_result_is_whole_or_an_error(server: Served, form: str, rows: int, status: int) -> None:
    numbers = " ".join(map(str, range(11)))
    text = f"SELECT ?a {{ VALUES ?a {{ {numbers} }} VALUES ?b {{ {numbers} }} VALUES ?c {{ {numbers} }} }} LIMIT {rows}"
    reply = server.query(text, format=form)
    assert reply.status == status
    if status != 200:
        assert "more than 1,000 rows" in reply.text
        assert "LIMIT" in reply.text
        assert server.query("ASK {}").status == 200


MARKED = [
    ("json", "x},{y", 400, 200, "texts that look like the ends of rows do not count"),
    ("json", "x},{y", 1001, 422, "but rows do"),
    ("csv", "a\\nb\\nc\\n", 400, 200, "line ends in texts do not count"),
    ("csv", "a\\nb", 1001, 422, "but rows do, in CSV too"),
    ("xml", "<result>", 1000, 200, "nor do the tags of XML"),
    ("xml", "<result>", 1001, 422, "and rows do there too"),
    ("tsv", "a\\n\\t", 1000, 200, "nor do line ends in TSV"),
]


@pytest.mark.parametrize(("form", "word", "rows", "status", "reason"), MARKED, ids=[row[4] for row in MARKED])
def test_rows_are_counted_and_nothing_else(
    server: Served, form: str, word: str, rows: int, status: int, reason: str
) -> None:
    numbers = " ".join(map(str, range(rows)))
    text = f'SELECT ?a ?word ?more {{ VALUES ?a {{ {numbers} }} BIND ("{word * 3}" AS ?word) BIND (?word AS ?more) }}'
    reply = server.ask(method="POST", body=urlencode({"query": text, "format": form}), headers={"Content-Type": FORM})
    assert reply.status == status, reply.text
    if status == 200:
        store = pyoxigraph.Store()
        bare = store.query(text)
        assert isinstance(bare, pyoxigraph.QuerySolutions)
        assert reply.body == bare.serialize(format=getattr(pyoxigraph.QueryResultsFormat, form.upper()))


def test_rows_without_any_value_count_too(server: Served) -> None:
    numbers = " ".join(map(str, range(40)))
    text = f"SELECT ?none {{ VALUES ?a {{ {numbers} }} VALUES ?b {{ {numbers} }} }}"
    for form in ("json", "xml", "csv", "tsv"):
        assert server.query(text, format=form).status == 422, form
        assert server.query(text + " LIMIT 1000", format=form).status == 200, form


def test_triples_are_limited_likewise(server: Served) -> None:
    numbers = " ".join(map(str, range(1001)))
    text = f"CONSTRUCT {{ <http://x/s> <http://x/p> ?a }} {{ VALUES ?a {{ {numbers} }} }}"
    assert "more than 1,000 triples" in server.query(text).text
    assert server.query(text + " LIMIT 1000").status == 200


def test_description_for_people_is_the_editor(server: Served) -> None:
    reply = server.ask("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (reply.status, reply.headers["location"]) == (303, "/")


def test_health_and_metrics(server: Served) -> None:
    assert json.loads(server.ask("/health").body)["status"] == "ok"
    before = server.metric("resograph_requests_total", route="/sparql", status="200")
    server.query("ASK {}")
    assert server.metric("resograph_requests_total", route="/sparql", status="200") == before + 1
    assert "<http://x/" not in server.ask("/metrics").text


def test_same_question_same_bytes(server: Served) -> None:
    assert server.query(EVERYTHING).body == server.query(EVERYTHING).body


def test_the_sample_is_on_disk_only(server: Served, tmp_path: Path) -> None:
    """An update by any door changes nothing."""
    for path in ("/sparql", "/sparql/", "/update", "/data"):
        server.ask(path, method="POST", body=b"update=CLEAR+ALL", headers={"Content-Type": FORM})
    assert count(server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")) == len(LINES)
