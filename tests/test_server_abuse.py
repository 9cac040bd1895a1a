"""A client that means harm costs the server nothing lasting: others are answered meanwhile, memory stays bounded."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from itertools import cycle
from urllib.parse import quote, urlencode

import h11
import pytest
from server_sample import CROSS, ENDLESS, Reply, Served, make_store, numbered, served, wait_until

from graph.server.formats import parts

GOOD = "127.0.0.2"
BAD = "127.0.0.1"
SECONDS = 1.5
MEMORY = 256
WORKERS = 4
MIB = 1 << 20
PATIENT = 8.0
QUICK = "SELECT ?o { <http://x/s8> ?p ?o }"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    store = make_store(tmp_path_factory.mktemp("abuse") / "store", numbered(4000))
    options = ("--workers", WORKERS, "--timeout", SECONDS, "--max-memory", MEMORY, "--max-body", 5_000_000)
    with served(store, *map(str, options), "--max-bytes", "20000000", "--max-rows", "100000") as running:
        assert running.query(QUICK).status == 200
        running.at_first = holdings(running)
        yield running


def holdings(server: Served) -> dict[str, int]:
    """What the server holds: bytes of memory, open files, threads, processes."""
    family = server.family()
    return {
        "memory": family[0].memory_info().rss,
        "files": family[0].num_fds(),
        "threads": family[0].num_threads(),
        "processes": len(family),
    }


HALVES = (
    b"",
    b"GET /spa",
    b"GET /sparql HTTP/1.1\r\nHost: x\r\nX: ",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK",
)


@pytest.fixture(scope="module", autouse=True)
def silent(server: Served) -> Iterator[list[socket.socket]]:
    """Clients that send half a request and no more, while all else in this file happens."""
    clients = [socket.create_connection(("127.0.0.1", server.port), timeout=40) for _ in range(60)]
    for index, client in enumerate(clients):
        client.sendall(HALVES[index % len(HALVES)])
    yield clients
    for client in clients:
        client.close()


@contextmanager
def others_are_answered(server: Served) -> Iterator[list[float]]:
    """Ask a small query from another address all the while, and measure the memory of the whole family."""
    stop, taken, peaks, wrong = threading.Event(), [], [], []

    def ask() -> None:
        while not stop.is_set():
            began = time.monotonic()
            reply = server.query(QUICK, source=GOOD)
            taken.append(time.monotonic() - began)
            if reply.status != 200 or "value 8" not in reply.text:
                wrong.append(reply)
            if server.ask("/health", source=GOOD).status != 200:
                wrong.append("health")
            peaks.append(server.memory())
            time.sleep(0.02)

    base = server.memory()
    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield taken
    finally:
        stop.set()
        thread.join()
    assert taken
    assert wrong == []
    # Each worker may take what --max-memory says; the others and the server itself stay what they were.
    assert max(peaks) < base + (WORKERS + 2) * MEMORY * MIB


def recovers(server: Served) -> bool:
    """Whether all workers are there again and nothing runs."""
    return wait_until(lambda: server.metric("resograph_running", pool="queries") == 0, 20) and wait_until(
        lambda: server.metric("resograph_workers", pool="queries") == WORKERS, 20
    )


ENDLESS_QUERIES = [
    (ENDLESS, 504, "a count over a cross product"),
    (f"SELECT * {{ {CROSS} }}", 422, "all of a cross product: rows or bytes"),
    (f"SELECT * {{ {CROSS} FILTER (?a = ?l && ?c = ?j) }}", 504, "a filter that lets nothing through"),
    (f"ASK {{ {CROSS} FILTER (?a = ?l && ?c = ?j) }}", 504, "yes or no"),
    (f"SELECT * {{ {CROSS} }} ORDER BY DESC(?a) ?i", 422, "sorted: memory"),
    (f"SELECT DISTINCT ?a ?d ?g {{ {CROSS} }}", 422, "distinct: rows, or memory"),
    (f"SELECT ?a ?d (COUNT(*) AS ?n) {{ {CROSS} }} GROUP BY ?a ?d ?g", 422, "groups: memory"),
    (f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {CROSS} }}", 422, "a graph: triples"),
    ("SELECT (COUNT(*) AS ?n) { ?a (!<http://none/>|^!<http://none/>)* ?b . ?c (!<http://none/>)* ?d . ?e ?f ?g }", 504,
     "property paths"),
    ('SELECT (STRLEN(?x) AS ?n) { BIND (REPLACE("' + "a" * 20000 + '", "a", "' + "b" * 20000 + '") AS ?x) }', 422,
     "a text that grows"),
]  # fmt: skip


@pytest.fixture(scope="module")
def ended(server: Served) -> dict[str, Reply]:
    """The answers to all endless queries, sent by three clients at once."""
    sources = cycle(f"127.0.0.{number}" for number in (3, 4, 5))
    form = {"Content-Type": "application/x-www-form-urlencoded"}

    def ask(text: str, source: str) -> Reply:
        return server.ask(method="POST", body=urlencode({"query": text}), headers=form, source=source)

    with ThreadPoolExecutor(3) as threads, others_are_answered(server):
        replies = list(threads.map(ask, (row[0] for row in ENDLESS_QUERIES), sources))
    assert recovers(server)
    return {row[2]: reply for row, reply in zip(ENDLESS_QUERIES, replies, strict=True)}


@pytest.mark.parametrize(("text", "status", "reason"), ENDLESS_QUERIES, ids=[row[2] for row in ENDLESS_QUERIES])
def test_an_endless_query_is_ended(ended: dict[str, Reply], text: str, status: int, reason: str) -> None:
    # A limit on size may be met by the limit on time first.
    assert ended[reason].status in {status, 504}, ended[reason].text[:300]


def test_many_endless_queries_at_once(server: Served) -> None:
    """One client holds at most half of the workers, waits in line for no longer than others, and is sent away."""
    with ThreadPoolExecutor(12) as threads, others_are_answered(server) as taken:
        replies = list(threads.map(lambda _: server.query(ENDLESS, source=BAD), range(12)))
        held = server.metric("resograph_running", pool="queries")
    statuses = sorted(reply.status for reply in replies)
    assert set(statuses) == {503, 504}, statuses
    assert all("retry-after" in reply.headers for reply in replies if reply.status == 503)
    assert held <= WORKERS
    assert max(taken) < PATIENT
    assert recovers(server)


def test_a_query_that_needs_too_much_memory_is_told_so(server: Served) -> None:
    reply = server.query(f"SELECT * {{ {CROSS} }} ORDER BY DESC(?a) ?i")
    assert (reply.status, "more memory" in reply.text) == (422, True)
    assert server.metric("resograph_workers_ended_total", pool="queries", reason="memory") >= 1


def test_a_client_that_hangs_up_ends_its_query(server: Served) -> None:
    before = server.metric("resograph_workers_ended_total", pool="queries", reason="client")
    with others_are_answered(server):
        for _ in range(6):
            with closing(socket.create_connection(("127.0.0.1", server.port), source_address=(BAD, 0))) as client:
                client.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                time.sleep(0.15)
        assert wait_until(
            lambda: server.metric("resograph_workers_ended_total", pool="queries", reason="client") > before, 10
        )
    assert recovers(server)


def test_hanging_up_on_small_queries_costs_no_worker(server: Served) -> None:
    """What is nearly done is let be, for a new worker takes longer to start than a small query to end."""
    before = server.metric("resograph_workers_started_total", pool="queries")
    with others_are_answered(server):
        for _ in range(40):
            with closing(socket.create_connection(("127.0.0.1", server.port), source_address=(BAD, 0))) as client:
                client.sendall(f"GET /sparql?query={quote(QUICK)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert recovers(server)
    assert server.metric("resograph_workers_started_total", pool="queries") <= before + 4


def test_megabytes_of_body_are_not_read(server: Served) -> None:
    """What is announced as too large is refused at once, and what turns out to be is refused where it does."""
    with others_are_answered(server):
        for _ in range(4):
            reply = server.ask(method="POST", body=b"x" * 40_000_000, source=BAD,
                               headers={"Content-Type": "application/sparql-query"})  # fmt: skip
            assert reply.status == 413
            chunks = (b"x" * 100_000 for _ in range(100))
            headers = {"Content-Type": "application/sparql-query"}
            assert server.ask(method="POST", body=chunks, headers=headers, source=BAD).status == 411


def test_one_client_cannot_take_all_connections(server: Served) -> None:
    clients = []
    try:
        for _ in range(700):
            with suppress(ConnectionError):
                clients.append(socket.create_connection(("127.0.0.1", server.port), source_address=("127.0.0.9", 0)))
        with others_are_answered(server):
            assert server.query(QUICK, source=BAD).status == 200
    finally:
        for client in clients:
            client.close()


LIES = [
    (b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 6\r\n\r\n"
     b"ASK {}GARBAGE THAT WAS NOT ANNOUNCED\r\n\r\n", b"HTTP/1.1 200", "more body than announced"),
    (b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: -5\r\n\r\nASK {}",
     b"HTTP/1.1 400", "a length below nothing"),
    (b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 9999999999\r\n"
     b"\r\n", b"HTTP/1.1 413", "a length beyond measure"),
    (b"GET /sparql HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 200_000 + b"\r\n\r\n", b"HTTP/1.1 400", "a huge header"),
    (b"GET /sparql?query=" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", b"HTTP/1.1 400", "a huge address"),
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 this is no HTTP\r\n\r\n", b"HTTP/1.1 400", "no HTTP"),
    (b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
     b"ZZZ\r\nASK", b"HTTP/1.1 400", "broken chunks"),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "answer", "reason"), LIES, ids=[row[2] for row in LIES])
def test_requests_that_are_none(server: Served, sent: bytes, answer: bytes, reason: str) -> None:
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=30)) as client:
        client.sendall(sent)
        assert client.recv(64).startswith(answer)
    assert server.query(QUICK).status == 200


CHUNKS = (
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
    + b"1\r\na\r\n" * 300_000
)


def read_at_one_go(sent: bytes) -> float:
    """Seconds that the parser takes for a request when nothing else has its turn."""
    parser = h11.Connection(h11.SERVER)
    parser.receive_data(sent)
    began = time.monotonic()
    while parser.next_event() is not h11.NEED_DATA:
        pass
    return time.monotonic() - began


def test_a_flood_of_tiny_chunks_holds_nobody_up(server: Served) -> None:
    def flood(_number: int) -> None:
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", server.port), 30, (BAD, 0))) as client:
            client.sendall(CHUNKS)
            client.recv(64)

    with others_are_answered(server) as taken, ThreadPoolExecutor(8) as pool:
        list(pool.map(flood, range(24)))
    # Eight at a time, each read at one go, would hold others up for the time of all eight.
    assert max(taken) < 3 * read_at_one_go(CHUNKS)
    assert recovers(server)


def test_of_an_endless_list_in_a_header_only_the_beginning_is_read(server: Served) -> None:
    assert len(parts("a/b," * 16_000 + "*/*")) == 64
    for name in ("Accept", "Accept-Language"):
        reply = server.ask("/doc/A/RES/1/1", headers={name: "a/b," * 16_000 + "*/*"})
        assert reply.status in (404, 406)


def test_a_client_that_does_not_take_its_result_holds_no_worker(server: Served) -> None:
    text = "SELECT * { ?s ?p ?o . ?t ?q ?v } LIMIT 90000"
    clients = []
    with others_are_answered(server):
        for _ in range(6):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, source_address=(BAD, 0))
            connection.request("GET", "/sparql?" + urlencode({"query": text, "format": "tsv"}))
            clients.append(connection)
        assert wait_until(lambda: server.metric("resograph_spooled_bytes") > 0, 30)
        assert recovers(server)
    for connection in clients:
        connection.close()
    assert wait_until(lambda: server.metric("resograph_spooled_bytes") == 0, 30)


MALFORMED = [
    "SELECT", "SELECT * {", "{" * 5000, "SELECT * { " + "{" * 3000 + "}" * 3000 + " }", "\x00", "ASK { ?s ?p \"",
    "SELECT * { ?s ?p ?o } LIMIT 99999999999999999999", "SELECT (1/0 AS ?x) {}", "ASK { ?s <" + "x" * 9000 + "> ?o }",
    "ASK { " + "OPTIONAL { ?s ?p ?o " * 500 + "}" * 500 + " }", "ASK { FILTER " + "(" * 2000 + "1" + ")" * 2000 + " }",
]  # fmt: skip


@pytest.mark.parametrize("text", MALFORMED, ids=range(len(MALFORMED)))
def test_malformed_queries(server: Served, text: str) -> None:
    reply = server.ask(method="POST", body=urlencode({"query": text}),
                       headers={"Content-Type": "application/x-www-form-urlencoded"})  # fmt: skip
    assert reply.status in {200, 400, 422, 504}, reply.text
    assert server.query(QUICK).status == 200
    assert recovers(server)


HIDDEN = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { ?x ?y ?z FILTER (?z<'a>b') SERVICE <%s> { ?s ?p 'o' } }",
    "PREFIX a: <http://a/> SELECT * { ?x ?y ?z . OPTIONAL { ?x ?y a:b\\# . SERVICE <%s> { ?s ?p 'o' } } }",
    "SELECT * { ?x ?y 1SERVICE<%s>{ ?s ?p 'o' } }",
    "SELECT * { ?x ?y ?z sErViCe SILENT <%s> { ?s ?p 'o' } }",
]


@pytest.mark.parametrize("text", HIDDEN, ids=range(len(HIDDEN)))
def test_no_query_asks_another_server(server: Served, text: str) -> None:
    """However the keyword is hidden from a reader of words, no connection is made."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        other.settimeout(0.3)
        reply = server.query(text % f"http://127.0.0.1:{other.getsockname()[1]}/")
        assert reply.status == 400
        assert "SERVICE is refused" in reply.text
        with pytest.raises(TimeoutError):
            other.accept()


def test_the_word_service_is_free_elsewhere(server: Served) -> None:
    text = 'SELECT ?service { ?service ?p "SERVICE <http://x/>" } # SERVICE'
    assert server.query(text).status == 200


def test_silent_clients_are_cut_off(server: Served, silent: list[socket.socket]) -> None:
    """Half a request is not waited for without end; all this while others were answered."""
    for client in silent:
        assert b"200" not in client.recv(100)
    assert server.query(QUICK).status == 200


def test_all_this_has_cost_the_server_nothing_lasting(server: Served) -> None:
    assert recovers(server)
    at_first = server.at_first

    def has_settled() -> bool:
        now = holdings(server)
        # A thread more is one that looks up names or waits for a child that has just ended.
        return all(now[what] <= at_first[what] + 2 for what in ("files", "threads", "processes"))

    assert wait_until(has_settled, 30), (at_first, holdings(server))
    assert holdings(server)["memory"] < at_first["memory"] + 64 * MIB
    assert server.metric("resograph_spooled_bytes") == 0
