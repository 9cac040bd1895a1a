"""What a server does wrong, or forbids, is one clear line; nothing secret is in it, and nothing grows without bound."""

import base64
import datetime
import gzip
import itertools
import re
import shutil
import ssl
import subprocess
import time
import tracemalloc
from email.utils import format_datetime

import pytest
from store_servers import DONE, NONE, YES, Answer, Asked, oxigraph, passed_on, stub

from graph.opening import open_store
from graph.remote.credentials import Credentials, from_environment
from graph.remote.http import Door, RemoteError, Request
from graph.remote.store import RemoteStore
from ontology.errors import QueryError, StoreError

SECRET = "geheim-und-lang"
QUERY = "SELECT ?x { ?x ?y ?z }"
ROW = b'{"x": {"type": "literal", "value": "%d"}}'
HEAD = b'{"head": {"vars": ["x"]}, "results": {"bindings": ['
NAMES = ("STORE_USER", "STORE_PASSWORD", "STORE_TOKEN", "QUERY_URL", "UPDATE_URL", "GRAPH_URL")


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(f"RESOGRAPH_{name}", raising=False)


def at_the_query(answer: Answer):
    """A server that is found and empty, and answers the query proper as told."""
    return lambda asked: answer if asked.query.endswith(QUERY) else YES if "ASK" in asked.query else NONE


HTML = Answer(b"<html>welcome</html>", kind="text/html; charset=utf-8")
CUT = Answer(HEAD + ROW % 1 + b"]", promised=10_000)
CLOSED = Answer(iter([HEAD + ROW % 1]))
GZIPPED = Answer(gzip.compress(HEAD + ROW % 1 + b"]}}")[:40], headers={"Content-Encoding": "gzip"})
FAILED = Answer(b"out of memory\nat line 1", 500, "text/plain")
ENDLESS = [b"no " * 10_000] * 10_000


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(b"", 401), r"asks who you are \(401\); set RESOGRAPH_STORE_USER and RESOGRAPH_STORE_PASSWORD, or"),
        (Answer(b"go away", 403, "text/plain"), r"forbids this \(403: go away\); set RESOGRAPH_STORE_USER"),
        (Answer(b"", 404), r"nothing at this address \(404\)"),
        (FAILED, r"the server failed \(500: out of memory\)"),
        (Answer(iter(ENDLESS), 500, "text/plain"), r"the server failed \(500: no no "),
        (Answer(b"<html>", 500, "text/html"), r"the server failed \(500\)$"),
        (HTML, "no SPARQL endpoint: it answers with a page for people"),
        (Answer(b"<x/>", kind="application/xml"), "answers as application/xml, which was not asked for"),
        (Answer(b"x", kind=""), "answers as nothing that has a media type"),
        (CUT, "the answer was cut short"),
        (CLOSED, "the answer is cut short or damaged"),
        (GZIPPED, "cut short"),
        (Answer(b"error: disk full"), "the answer is cut short or damaged"),
        (
            Answer(b"", 302, headers={"Location": "http://elsewhere.example/query?q"}),
            "sends on to http://elsewhere.exa",
        ),
        (Answer(b"", 307, headers={"Location": "/query"}), "from one address to the next without end"),
        (Answer(b"\x1b[2Jboo", 500, "text/plain"), "failed .500: \ufffd.2Jboo"),
    ],
)
def test_what_goes_wrong_is_one_line(answer, message):
    with stub(at_the_query(answer)) as (url, _), open_store(url) as store:
        with pytest.raises(StoreError, match=message) as refusal:
            store.query(QUERY)
        assert "\n" not in str(refusal.value)
        assert len(str(refusal.value)) < 600
        assert url in str(refusal.value)


TRIPLE = b"<http://x/s> <http://x/p> <http://x/o> .\n"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(iter([TRIPLE]), kind="application/n-triples"), "damaged .the server does not say where it ends"),
        (Answer(TRIPLE, kind="application/n-triples", promised=1000), "the answer was cut short"),
        (Answer(TRIPLE + b"error: disk full", kind="application/n-triples"), "is cut short or damaged"),
        (Answer(TRIPLE, kind="text/turtle"), "answers as text/turtle"),
    ],
)
def test_triples_that_are_cut_short_do_not_pass_for_whole(answer, message):
    text = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"

    def served(asked: Asked) -> Answer:
        return answer if "CONSTRUCT" in asked.query else YES if "ASK" in asked.query else NONE

    with stub(served) as (url, _), open_store(url) as store, pytest.raises(StoreError, match=message):
        store.query(text)


def test_a_refused_query_says_why():
    refused = Answer(b"no such function\nmore", 400, "text/plain")
    with stub(at_the_query(refused)) as (url, _), open_store(url) as store, pytest.raises(QueryError) as refusal:
        store.query(QUERY)
    assert str(refusal.value) == "the server refuses the query: no such function"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (HTML, "this is no SPARQL endpoint: it answers with a page for people; give the address of the dataset"),
        (Answer(b"", 404), "no SPARQL endpoint is found here; .* RESOGRAPH_QUERY_URL"),
        (Answer(b"", 401), r"asks who you are \(401\)"),
        (FAILED, r"the server failed \(500"),
        (Answer(b"{}"), "no SPARQL endpoint is found here"),
        (NONE, "no SPARQL endpoint is found here"),
    ],
)
def test_what_is_no_store_is_refused(answer, message):
    with stub(lambda _: answer) as (url, _), pytest.raises(StoreError, match=message) as refusal:
        open_store(url)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://127.0.0.1:1", "the connection is refused; is the server running"),
        (f"http://me:{SECRET}@127.0.0.1:1/ds", "must not hold user and password; set RESOGRAPH_STORE_USER"),
        ("http://", "no address of a server"),
        ("http://[::1", "no address of a server"),
        ("http://127.0.0.1:port", "no address of a server"),
        ("http://127.0.0.1:1/?query=x", "no part after"),
    ],
)
def test_an_address_that_cannot_be_asked_is_refused(url, message):
    with pytest.raises(StoreError, match=message) as refusal:
        open_store(url)
    assert SECRET not in str(refusal.value)


def test_a_silent_server_is_not_waited_for_without_end():
    def silent(asked: Asked) -> Answer:
        time.sleep(0.6)
        return YES

    with stub(silent) as (url, asked), Door(patience=0.2) as door:
        with pytest.raises(RemoteError, match="took too long to answer"):
            door.send(Request("POST", url))
        assert len(asked) == 1  # what a server may still be doing is not asked again


def test_an_answer_that_stops_coming_is_given_up():
    def slowly():
        yield HEAD
        time.sleep(0.6)

    with (
        stub(lambda _: Answer(slowly())) as (url, _),
        Door(patience=0.2) as door,
        pytest.raises(RemoteError, match="stopped coming"),
        door.ask(Request("GET", url)) as reply,
    ):
        reply.read()


SOON = format_datetime(datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=5), usegmt=True)


@pytest.mark.parametrize(
    ("wish", "least", "most"),
    [(None, 0.1, 1), ("3", 3, 3), ("100000", 10, 10), (SOON, 0, 5), ("-5", 0, 0), ("soon", 0.1, 1), ("nan", 0.1, 1)],
)
def test_a_busy_server_is_asked_again_after_a_bounded_time(wish, least, most):
    waits: list[float] = []
    headers = {} if wish is None else {"Retry-After": wish}
    answers = iter([Answer(b"", 503, headers=headers), YES])
    with stub(lambda _: next(answers)) as (url, asked), Door(pause=waits.append) as door:
        door.send(Request("POST", url, b"x", "text/plain"))
    assert len(asked) == 2
    assert asked[0].body == asked[1].body == b"x"
    assert len(waits) == 1
    assert least <= waits[0] <= most


@pytest.mark.parametrize(("repeatable", "tries"), [(True, 3), (False, 1)])
@pytest.mark.parametrize("status", [502, 503])
def test_tries_are_bounded_and_only_for_what_may_be_repeated(repeatable, tries, status):
    waits: list[float] = []
    with (
        stub(lambda _: Answer(b"", status)) as (url, asked),
        Door(pause=waits.append) as door,
        pytest.raises(RemoteError, match=rf"the server failed \({status}\)"),
    ):
        door.send(Request("POST", url, b"x", repeatable=repeatable))
    assert (len(asked), len(waits)) == (tries, tries - 1)


def test_a_refused_connection_is_tried_again():
    waits: list[float] = []
    with Door(pause=waits.append) as door, pytest.raises(RemoteError, match="refused"):
        door.send(Request("POST", "http://127.0.0.1:1", repeatable=False))
    assert waits == sorted(waits) and len(waits) == 2


def as_user(monkeypatch):
    monkeypatch.setenv("RESOGRAPH_STORE_USER", "writer")
    monkeypatch.setenv("RESOGRAPH_STORE_PASSWORD", SECRET)
    return "Basic " + base64.b64encode(f"writer:{SECRET}".encode()).decode()


def as_token(monkeypatch):
    monkeypatch.setenv("RESOGRAPH_STORE_TOKEN", SECRET)
    return f"Bearer {SECRET}"


@pytest.mark.parametrize("identify", [as_user, as_token])
def test_credentials_let_in_and_stay_secret(monkeypatch, tmp_path, identify):
    expected = identify(monkeypatch)
    with oxigraph(tmp_path / "data") as server:

        def guarded(asked: Asked) -> Answer:
            if asked.headers.get("authorization") != expected:
                return Answer(f"who are you, {asked.headers.get('authorization')}?".encode(), 401, "text/plain")
            return passed_on(server, asked, asked.path)

        with stub(guarded) as (url, _):
            with open_store(url, write=True) as store:
                store.load(b"<http://x/d> <http://x/p> <http://x/o> <http://x/g> .\n")
                assert len(list(store.lines())) == len(store.dataset().query("SELECT ?s { ?s <http://x/p> ?o }")) == 1
                assert SECRET not in repr(store) + repr(vars(store))
            expected = "another"
            with pytest.raises(StoreError, match=r"does not accept RESOGRAPH_STORE_\w+.* \(401\)$") as refusal:
                open_store(url)
            assert SECRET not in str(refusal.value)


@pytest.mark.parametrize("identify", [as_user, as_token])
def test_a_server_that_repeats_a_secret_does_not_get_it_shown(monkeypatch, identify):
    identify(monkeypatch)
    with (
        stub(lambda asked: Answer(asked.headers["authorization"].encode(), 403, "text/plain")) as (url, _),
        pytest.raises(StoreError, match=r"forbids this \(403: (Basic|Bearer) …\) to whom") as refusal,
    ):
        open_store(url)
    assert SECRET not in str(refusal.value)


def test_credentials_do_not_follow_to_another_origin(monkeypatch):
    as_token(monkeypatch)
    with stub(lambda _: YES) as (other, taken):
        moved = Answer(b"", 307, headers={"Location": f"{other}/query"})
        with (
            stub(lambda _: moved) as (url, _),
            pytest.raises(StoreError, match=f"sends on to {other}, which is not asked"),
        ):
            open_store(url)
        assert taken == []


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_move_within_the_server_is_followed(monkeypatch, status):
    expected = as_token(monkeypatch)

    def moved(asked: Asked) -> Answer:
        return YES if asked.path == "/new" else Answer(b"", status, headers={"Location": "/new"})

    with stub(moved) as (url, asked):
        open_store(url).close()
    assert [(each.method, each.path) for each in asked] == [("POST", "/query"), ("POST", "/new")]
    assert all(each.headers["authorization"] == expected and each.query == "ASK {}" for each in asked)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"USER": "me"}, "RESOGRAPH_STORE_PASSWORD is not set"),
        ({"PASSWORD": SECRET}, "RESOGRAPH_STORE_USER is not set"),
        ({"USER": "me", "PASSWORD": SECRET, "TOKEN": SECRET}, "RESOGRAPH_STORE_TOKEN is set beside"),
        ({"USER": "a:b", "PASSWORD": SECRET}, "holds a colon"),
        ({"TOKEN": f"{SECRET}\nX: y"}, "holds what no token holds"),
        ({"TOKEN": f"{SECRET} x"}, "holds what no token holds"),
    ],
)
def test_credentials_that_make_no_sense_are_refused(environment, message):
    with pytest.raises(StoreError, match=message) as refusal:
        from_environment({f"RESOGRAPH_STORE_{name}": value for name, value in environment.items()})
    assert SECRET not in str(refusal.value)


def test_credentials_do_not_show_themselves():
    assert SECRET not in repr(Credentials("X", f"Bearer {SECRET}", (SECRET,)))


def test_endpoints_may_be_named(monkeypatch):
    answered = {"/q": YES, "/u": DONE, "/g": DONE}

    def answer(asked: Asked) -> Answer:
        path = asked.path.partition("?")[0]
        if path not in answered:
            return Answer(b"", 404)
        if "SELECT ?holder" in asked.query:
            said = [each.body.decode() for each in asked_all if each.path == "/u"]
            own = re.search(r'> "([^"]*)"', said[-1])[1]
            return Answer(b'{"head": {"vars": ["holder"]}, "results": {"bindings": [{"holder": {"type": "literal", '
                          b'"value": "' + own.encode() + b'"}}]}}')  # fmt: skip
        return answered[path]

    with stub(answer) as (url, asked_all):
        for name, place in (("QUERY", "/q"), ("UPDATE", "/u"), ("GRAPH", "/g")):
            monkeypatch.setenv(f"RESOGRAPH_{name}_URL", url + place)
        with open_store(url, write=True) as store:
            store.load(b"<http://x/d> <http://x/p> <http://x/o> <http://x/g> .\n")
        (put,) = [each for each in asked_all if each.method == "PUT"]
        assert put.parameters == [("graph", "http://x/g")]
        assert put.body == b"<http://x/d> <http://x/p> <http://x/o> .\n"
        assert {each.path.partition("?")[0] for each in asked_all} == set(answered)
    monkeypatch.setenv("RESOGRAPH_QUERY_URL", f"http://me:{SECRET}@127.0.0.1/q")
    with pytest.raises(StoreError, match="RESOGRAPH_QUERY_URL: an address must not hold") as refusal:
        open_store("http://127.0.0.1:1")
    assert SECRET not in str(refusal.value)


def test_a_server_that_only_reads_is_read_and_not_written(tmp_path):
    oxigraph_data = tmp_path / "data"
    with oxigraph(oxigraph_data) as url, open_store(url, write=True) as store:
        store.load(b"<http://x/d> <http://x/p> <http://x/o> <http://x/g> .\n")
    with oxigraph(oxigraph_data, command="serve-read-only") as url:
        with open_store(url) as store:
            assert store.query("ASK { ?s <http://x/p> ?o }").truth
        with pytest.raises(StoreError, match=r"takes no updates here \(The server is read-only\); .*UPDATE_URL"):
            open_store(url, write=True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl, which makes certificates, is not installed")
    folder = tmp_path_factory.mktemp("certificate")
    options = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([program, *options.split(), *files], check=True, capture_output=True)
    return folder


def test_a_certificate_must_be_trusted(certificate, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "certificate.pem", certificate / "key.pem")
    with stub(lambda _: YES, context) as (url, asked):
        assert url.startswith("https://")
        with pytest.raises(StoreError, match="certificate of the server is not trusted") as refusal:
            open_store(url)
        assert "\n" not in str(refusal.value)
        assert asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "certificate.pem"))
        open_store(url).close()


def test_the_union_of_graphs_is_had_or_the_query_refused():
    one = HEAD.replace(b'["x"]', b'["graph", "subject", "predicate", "object"]') + b",".join(
        [b'{"graph": {"type": "uri", "value": "http://x/g"}, "subject": {"type": "uri", "value": "http://x/s"}, '
         b'"predicate": {"type": "uri", "value": "http://x/p"}, "object": {"type": "uri", "value": "http://x/o"}}']
    ) + b"]}}"  # fmt: skip

    def apart(asked: Asked) -> Answer:
        if asked.query == "ASK {}":
            return YES
        if "SELECT ?graph ?subject" in asked.query:
            return Answer(one)
        return Answer(b'{"head": {}, "boolean": false}') if "ASK" in asked.query else NONE

    with stub(apart) as (url, asked), open_store(url) as store:
        with pytest.raises(StoreError, match="is not the union of its 0 graphs"):
            store.query("ASK { ?s ?p ?o }")
        assert not [each for each in asked if each.query == "ASK { ?s ?p ?o }"]


def test_rows_come_one_by_one_in_bounded_memory():
    many = b",".join([ROW % 1] * 1000)

    def pieces():
        yield HEAD + many
        yield from itertools.repeat(b"," + many, 300)
        yield b"]}}"

    with stub(lambda asked: YES if "ASK" in asked.query else NONE) as (url, _), open_store(url) as store:
        store.query("ASK { ?s ?p ?o }")
    with stub(at_the_query(Answer(pieces()))) as (url, _), open_store(url) as store:
        tracemalloc.start()
        try:
            assert sum(1 for _ in store.rows(QUERY)) == 301_000
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 4_000_000  # the answer has twelve million bytes


def test_rows_that_are_not_read_on_cost_nothing_more():
    endless = Answer(itertools.chain([HEAD, ROW % 1], itertools.repeat(b"," + ROW % 2)))
    with stub(at_the_query(endless)) as (url, _), open_store(url) as store:
        rows = store.rows(QUERY)
        assert [next(rows), next(rows)] == [("1",), ("2",)]
        rows.close()


def test_a_gzipped_answer_is_read():
    packed = Answer(gzip.compress(HEAD + ROW % 7 + b"]}}"), headers={"Content-Encoding": "gzip"})
    with stub(at_the_query(packed)) as (url, asked), open_store(url) as store:
        assert list(store.rows(QUERY)) == [("7",)]
        assert all(each.headers["accept-encoding"] == "gzip" for each in asked)


def test_a_server_that_forgets_what_it_is_told_is_not_written():
    def forgetful(asked: Asked) -> Answer:
        if asked.method == "HEAD" or "update" in asked.headers.get("content-type", ""):
            return DONE
        return YES if "ASK" in asked.query else NONE

    with stub(forgetful) as (url, _), pytest.raises(StoreError, match="does not keep what an update puts in"):
        RemoteStore.open(url, write=True)
