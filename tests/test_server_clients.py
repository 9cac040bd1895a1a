"""Real clients use the service: SPARQLWrapper, rdflib's SPARQLStore, curl."""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator

import pytest
import SPARQLWrapper
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from server_sample import Served, make_store, numbered, served
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, QueryBadFormed

ROWS = 500
SELECT = "SELECT ?s ?o { ?s <http://x/p1> ?o } ORDER BY ?s LIMIT 3"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(make_store(tmp_path_factory.mktemp("clients") / "store", numbered(ROWS)), "--workers", "2") as running:
        yield running


def wrapper(server: Served, text: str, form: str, method: str = "GET") -> SPARQLWrapper.SPARQLWrapper:
    client = SPARQLWrapper.SPARQLWrapper(server.endpoint)
    client.setQuery(text)
    client.setMethod(method)
    client.setReturnFormat(form)
    client.setTimeout(30)
    return client


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", [SPARQLWrapper.JSON, SPARQLWrapper.XML, SPARQLWrapper.CSV, SPARQLWrapper.TSV])
def test_sparqlwrapper_reads_tables(server: Served, form: str, method: str) -> None:
    found = wrapper(server, SELECT, form, method).queryAndConvert()
    text = (
        json.dumps(found)
        if form == SPARQLWrapper.JSON
        else found.toxml()
        if form == SPARQLWrapper.XML
        else found.decode()
    )
    assert text.count("http://x/s") == 3


def test_sparqlwrapper_posts_a_query_directly(server: Served) -> None:
    client = wrapper(server, SELECT, SPARQLWrapper.JSON, "POST")
    client.setRequestMethod(SPARQLWrapper.POSTDIRECTLY)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 3


@pytest.mark.parametrize("form", [SPARQLWrapper.TURTLE, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD])
def test_sparqlwrapper_reads_graphs(server: Served, form: str) -> None:
    text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 7"
    found = wrapper(server, text, form).queryAndConvert()
    graph = Graph().parse(data=found, format="turtle") if isinstance(found, bytes) else found
    assert len(graph) == 7


def test_sparqlwrapper_is_told_what_is_wrong(server: Served) -> None:
    with pytest.raises(QueryBadFormed, match="line 1, character 6"):
        wrapper(server, "ASK {", SPARQLWrapper.JSON).query()
    with pytest.raises((EndPointInternalError, OSError), match="403"):
        wrapper(server, "CLEAR ALL", SPARQLWrapper.JSON, "POST").query()


def test_sparqlwrapper_names_the_dataset(server: Served) -> None:
    client = wrapper(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", SPARQLWrapper.JSON)
    client.addDefaultGraph("http://x/g3")
    assert client.queryAndConvert()["results"]["bindings"][0]["n"]["value"] == str(ROWS // 10)


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("returned", ["xml", "json", "csv", "tsv"])
def test_sparqlstore_of_rdflib(server: Served, method: str, returned: str) -> None:
    store = SPARQLStore(server.endpoint, method=method, returnFormat=returned)
    graph = Graph(store)
    assert len(list(graph.query(SELECT))) == 3
    assert [str(value) for value in graph.objects(URIRef("http://x/s8"), URIRef("http://x/p1"))] == ["value 8"]
    assert (URIRef("http://x/s8"), None, None) in graph
    assert len(graph) == ROWS


def curl(*arguments: str, given: str = "") -> str:
    if shutil.which("curl") is None:
        pytest.skip("curl is not on this machine")
    command = ["curl", "-sS", "--max-time", "30", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout


def test_curl(server: Served) -> None:
    posted = curl(server.endpoint, "-H", "Accept: text/csv", "--data-urlencode", f"query={SELECT}")
    got = curl("-G", server.endpoint, "--data-urlencode", f"query={SELECT}", "-d", "format=csv")
    assert posted == got
    assert len(list(csv.reader(io.StringIO(got)))) == 4


DIRECT = ("-H", "Content-Type: application/sparql-query", "--data-binary", "@-")
POSTS = [
    (DIRECT, "ASK {}", "HTTP/1.1 200", "a query"),
    (("-H", "Content-Type: text/plain", "--data-binary", "@-"), "ASK {}", "HTTP/1.1 415", "another media type"),
    (DIRECT, "ASK {}" + " " * 1_000_000, "HTTP/1.1 413", "a megabyte of body"),
    ((*DIRECT, "-H", "Transfer-Encoding: chunked"), "ASK {}" + " " * 1_000_000, "HTTP/1.1 411", "the same in chunks"),
    ((*DIRECT, "--http1.0"), "ASK {}", "HTTP/1.1 200", "an old client"),
]


@pytest.mark.parametrize(("options", "body", "status", "reason"), POSTS, ids=[row[3] for row in POSTS])
def test_curl_posts(server: Served, options: tuple[str, ...], body: str, status: str, reason: str) -> None:
    assert status in curl("-i", server.endpoint, *options, given=body)
