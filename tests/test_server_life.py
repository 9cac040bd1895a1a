"""The server from its start to its end: what stops it from starting, what it outlives, what it leaves behind."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from server_sample import ENDLESS, ROOT, Served, make_store, numbered, served, wait_until

from corpus.specimens import specimens
from graph.build import build
from graph.store import Store

COUNT = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
QUICK = "SELECT ?o { <http://x/s8> ?p ?o }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("life") / "store", numbered(1000))


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[Served]:
    with served(store, "--workers", "2", "--timeout", "20") as running:
        yield running


def failed(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graph", "serve", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_no_store(tmp_path: Path) -> None:
    run = failed("--store", str(tmp_path / "none"), "--port", "0")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("Error: ")
    assert "there is no store here" in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_store_on_a_server_is_not_served_again() -> None:
    run = failed("--store", "http://127.0.0.1:1/", "--port", "0")
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "give the folder of a store" in run.stderr


@pytest.mark.parametrize(("host", "said"), [("127.0.0.1", "in use"), ("192.0.2.1", ""), ("no such host.invalid", "")])
def test_no_address(store: Path, host: str, said: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        run = failed("--store", str(store), "--host", host, "--port", str(other.getsockname()[1]))
    assert run.returncode == 1
    assert run.stderr.startswith(f"Error: {host} port ")
    assert said in run.stderr
    assert "--port" in run.stderr
    assert run.stderr.count("\n") == 1


def test_interrupt_ends_it_and_all_that_it_started(store: Path) -> None:
    with served(store, "--workers", "2") as server:
        family = server.family()
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(30) == 0
        assert psutil.wait_procs(family, timeout=10)[1] == []


def test_the_end_does_not_wait_for_queries(store: Path) -> None:
    with served(store, "--workers", "2") as server, ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(server.query, ENDLESS, source=f"127.0.0.{n}") for n in (6, 7)]
        assert wait_until(lambda: server.metric("resograph_running", pool="queries") == 2)
        server.process.terminate()
        assert {one.result().status for one in asked} == {503}
        assert server.process.wait(30) == 0
        assert server.process.stderr is not None
        assert server.process.stderr.read() == "Ended.\n"


def test_no_worker_outlives_a_server_that_is_killed(store: Path) -> None:
    """Not even one in the middle of a query without end."""
    with served(store, "--workers", "2") as server:
        family = server.family()
        with closing(server.connect()) as client:
            client.request("GET", "/sparql?query=" + ENDLESS.replace(" ", "%20").replace("?", "%3F"))
            assert wait_until(lambda: server.metric("resograph_running", pool="queries") == 1)
            server.process.kill()
            server.process.wait()
        assert psutil.wait_procs(family, timeout=10)[1] == []
        server.process.returncode = 0


def test_a_worker_that_dies_is_replaced(server: Served) -> None:
    for worker in server.family()[1:]:
        worker.kill()
    assert wait_until(lambda: server.query(QUICK).status == 200, 20)
    assert wait_until(lambda: server.metric("resograph_workers", pool="queries") == 2, 20)
    assert wait_until(lambda: server.ask("/health").status == 200, 20)


def test_a_worker_that_dies_at_work_costs_one_answer(server: Served) -> None:
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(server.query, ENDLESS)
        assert wait_until(lambda: server.metric("resograph_running", pool="queries") == 1)
        busiest = max(server.family()[1:], key=lambda process: process.cpu_percent(0.3))
        busiest.kill()
        assert asked.result().status == 500
    assert server.query(QUICK).status == 200


def test_several_requests_at_once(server: Served) -> None:
    wanted = server.query("SELECT * { ?s ?p ?o } ORDER BY ?s", format="csv").body
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: server.query("SELECT * { ?s ?p ?o } ORDER BY ?s", format="csv"), range(64)))
    assert {reply.status for reply in found} == {200}
    assert {reply.body for reply in found} == {wanted}


def test_pages_answer_while_queries_are_all_taken(server: Served) -> None:
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(server.query, ENDLESS, source=f"127.0.0.{n}") for n in (6, 7)]
        assert wait_until(lambda: server.metric("resograph_running", pool="queries") == 2)
        for path in ("/health", "/metrics", "/", "/sparql", "/doc/A/RES/71/160"):
            assert server.ask(path, headers={"Accept": "*/*"}).status in {200, 303, 404}, path
        assert server.query(QUICK).status == 503, "what needs a worker of those is sent away, not kept"
        for worker in server.family()[1:]:
            worker.kill()
        assert {one.result().status for one in asked} == {500}


def test_the_access_log_tells_no_query(store: Path) -> None:
    command = [sys.executable, "-m", "graph", "serve", "--store", str(store), "--port", "0", "--access-log"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        port = int(first.split("http://127.0.0.1:")[1].split("/")[0])
        Served(process, port).query("SELECT ?secret { ?secret ?p ?o } LIMIT 1")
        Served(process, port).ask("/no%0Apath")
        process.terminate()
        rest = process.stderr.read()
    assert "127.0.0.1 GET /sparql 200" in rest
    assert "GET /no\\npath " in rest, "one line a request, whatever its path holds"
    assert "secret" not in rest


def test_only_a_proxy_that_was_named_is_believed(store: Path, server: Served) -> None:
    headers = {"Host": "example.org", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7",
               "Accept": "application/n-triples"}  # fmt: skip
    assert "<http://example.org/sparql>" in server.ask(headers=headers).text
    with served(store, "--workers", "1", "--proxy", "127.0.0.1") as behind:
        assert "<https://example.org/sparql>" in behind.ask(headers=headers).text
        assert "<http://example.org/sparql>" in behind.ask(headers=headers, source="127.0.0.2").text


def test_a_store_that_is_built_anew_is_served_from_then_on(tmp_path: Path) -> None:
    documents = sorted(specimens().glob("*.txt"))
    folder = tmp_path / "documents"
    folder.mkdir()
    shutil.copy(documents[0], folder)
    build([folder], tmp_path / "store")

    def graphs(server: Served) -> int:
        reply = server.query(COUNT, format="csv")
        assert reply.status == 200, reply.text
        return int(reply.text.split()[1])

    def described(server: Served) -> int:
        text = server.ask("/sparql", headers={"Accept": "application/n-triples"}).text
        return text.count("sparql-service-description#NamedGraph>")

    with served(tmp_path / "store", "--workers", "2", "--timeout", "6") as server, ThreadPoolExecutor(1) as thread:
        before = graphs(server)
        assert described(server) == before
        running = thread.submit(server.query, ENDLESS, source="127.0.0.2")
        assert wait_until(lambda: server.metric("resograph_running", pool="queries") == 1)
        for count, document in enumerate(documents[1:3], 1):
            shutil.copy(document, folder)
            build([folder], tmp_path / "store")
            assert graphs(server) == before + count
            assert wait_until(lambda wanted=before + count: described(server) == wanted, 20)
        assert running.result().status == 504, "what ran went on with the store that it had"
        assert wait_until(lambda: server.metric("resograph_workers", pool="queries") == 2)


def test_building_and_asking_at_once(tmp_path: Path) -> None:
    """No answer fails while the store changes under the server again and again."""
    store = make_store(tmp_path / "store", numbered(100))
    stop, wrong = threading.Event(), []
    with served(store, "--workers", "2") as server:

        def ask() -> None:
            while not stop.is_set():
                reply = server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", format="csv")
                if reply.status != 200 or int(reply.text.split()[1]) < 100:
                    wrong.append(reply)

        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()
        for number in range(5):
            with Store.open(store, write=True) as opened:
                opened.add([f"<http://y/s> <http://y/p> <http://y/o> <http://y/g{number}> .\n"])
        stop.set()
        for thread in threads:
            thread.join()
        assert wrong == []
        assert server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", format="csv").text.split()[1] == "105"


def test_no_file_is_left_behind(server: Served) -> None:
    """Results that wait for their clients are files without a name."""
    server.query("SELECT * { ?s ?p ?o . ?t ?q ?v } LIMIT 50000")
    for process in server.family():
        names = [Path(file.path).name for file in process.open_files()]
        assert not [name for name in names if name.startswith("tmp")], os.getpid()
