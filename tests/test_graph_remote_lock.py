"""One writer at a time on a server, and what a killed one leaves."""

import os
import platform
import re
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from store_servers import oxigraph

import graph.build as building
from graph.cli import main
from graph.opening import open_store
from graph.remote.lock import LOCK_GRAPH
from graph.remote.store import RemoteStore
from ontology.errors import StoreError

ROOT = Path(__file__).resolve().parent.parent
HELD = f"SELECT ?h {{ GRAPH <{LOCK_GRAPH}> {{ ?s ?p ?h }} }}"


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> str:
    with oxigraph(tmp_path_factory.mktemp("server") / "data") as url:
        yield url


@pytest.fixture
def url(server) -> str:
    with RemoteStore.open(server, write=True, break_lock=True) as store:
        store.clear()
    return server


def holders(url):
    with open_store(url) as store:
        return [row[0] for row in store.rows(HELD)]


def test_a_second_writer_is_told_who_writes_and_readers_read_on(url):
    with RemoteStore.open(url, write=True) as store:
        store.load(b"<http://x/d> <http://x/p> <http://x/o> <http://x/g> .\n")
        message = rf"written by process {os.getpid()} on {re.escape(platform.node())}; .*--break-lock"
        with pytest.raises(StoreError, match=message) as refusal:
            RemoteStore.open(url, write=True)
        assert "\n" not in str(refusal.value)
        with open_store(url) as reader:
            assert reader.query("ASK { ?s <http://x/p> ?o }").truth
        assert len(holders(url)) == 1  # the refused one took nothing and left nothing
    assert holders(url) == []
    RemoteStore.open(url, write=True).close()


def test_the_lock_is_in_no_list_and_no_dump(url):
    with RemoteStore.open(url, write=True) as store:
        assert (store.graphs(), list(store.lines())) == ((), [])


def test_an_error_in_the_block_frees_the_store(url):
    with pytest.raises(ZeroDivisionError), RemoteStore.open(url, write=True):
        raise ZeroDivisionError
    assert holders(url) == []


def test_who_lost_the_lock_is_told_so_at_the_end(url):
    first = RemoteStore.open(url, write=True)
    with RemoteStore.open(url, write=True, break_lock=True):
        with pytest.raises(StoreError, match="broke the lock of this one while it wrote"):
            first.close()
        assert len(holders(url)) == 1  # the lock of the other is left alone


WRITE = textwrap.dedent("""
    import sys
    from graph.remote.store import RemoteStore
    store = RemoteStore.open(sys.argv[1], write=True)
    print("open", flush=True)
    for number in range(1, 100_000):
        graph = f"http://x/g/{number % 7}"
        lines = [f'<http://x/d/{number}> <http://x/p{i}> "{number}" <{graph}> .\\n' for i in range(500)]
        if number <= 6 or number % 3:
            store.replace(graph, "".join(lines).encode())
        else:
            store.add(line.replace(graph, f"http://x/new/{number}") for line in lines)
        print(number, flush=True)
""")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
@pytest.mark.parametrize("after", [1, 9, 24])
def test_a_killed_writer_leaves_whole_graphs_and_its_lock(url, after):
    command = [sys.executable, "-c", WRITE, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        for _ in range(after + 1):
            last = writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
    with pytest.raises(StoreError, match=f"written by process {writer.pid} on"):
        RemoteStore.open(url, write=True)
    with RemoteStore.open(url, write=True, break_lock=True) as store:
        text = (
            f"SELECT ?g ?o (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (?g != <{LOCK_GRAPH}>) }} GROUP BY ?g ?o"
        )
        sizes = store.query(text).rows
    assert len({row[0].value for row in sizes}) == len(sizes) >= min(int(last), 7)
    assert {row[2].value for row in sizes} == {"500"}
    assert max(int(row[1].value) for row in sizes) >= int(last)  # nothing that was told done is lost


BUILD = textwrap.dedent("""
    import sys
    sys.path.insert(0, sys.argv[3])
    import graph.build as building
    import stub_reading
    building.registry_statements = lambda _version: iter(())
    building.extractor_version = lambda: "1"
    building._FIRST_BATCH = 1
    def say(done, total, name):
        print(done, flush=True)
    building.build([sys.argv[1]], sys.argv[2], read=stub_reading.read, extract=stub_reading.extract, progress=say)
""")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
@pytest.mark.parametrize("after", [0, 3, 11])
def test_the_build_after_a_killed_one_ends_with_the_same_dump(url, tmp_path, monkeypatch, after):
    import stub_reading

    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(24):
        (texts / f"{number:02}.txt").write_text(f"A/RES/70/{number + 1} zh A/RES/57/32 slow", encoding="utf-8")
    command = [sys.executable, "-c", BUILD, str(texts), url, str(ROOT / "tests")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as killed:
        for _ in range(after + 1):
            killed.stdout.readline()
        os.kill(killed.pid, signal.SIGKILL)
    monkeypatch.setattr(building, "registry_statements", lambda _version: iter(()))
    monkeypatch.setattr(building, "extractor_version", lambda: "1")
    known = {"read": stub_reading.read, "extract": stub_reading.extract}
    with pytest.raises(StoreError, match="--break-lock"):
        building.build([texts], url, **known)
    with open_store(url) as store:
        left = {graph: list(store.graph_lines(graph)) for graph in store.graphs()}
    report = building.build([texts], url, break_lock=True, **known)
    assert report.added + report.unchanged == 24
    assert report.changed == 0
    building.build([texts], tmp_path / "store", **known)
    with open_store(url) as one, open_store(tmp_path / "store") as other:
        assert list(one.lines()) == list(other.lines())
        assert left == {graph: list(other.graph_lines(graph)) for graph in left}  # each is whole


def test_the_command_takes_over(url, tmp_path, capsys):
    abandoned = RemoteStore.open(url, write=True)
    (tmp_path / "a.txt").write_text("大会，\n\n回顾其第57/32号决议，\n", encoding="utf-8")
    codes = []
    for option in ((), ("--break-lock",)):
        with pytest.raises(SystemExit) as ended:
            main(["build", str(tmp_path / "a.txt"), "--store", url, *option])
        codes.append(ended.value.code)
    assert codes == [1, 0]
    assert "--break-lock" in capsys.readouterr().err
    abandoned.abandon()
