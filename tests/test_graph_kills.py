"""A build killed at random moments: the store is as before or as after, and the next build ends as if undisturbed."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.check.between import breaches_between_graphs
from graph.check.judging import Judge
from graph.check.run import check
from graph.quads import quads
from graph.registry import registry_statements
from graph.store import Store
from ontology.iri import COMPUTED_GRAPH, REGISTRY_GRAPH, graph_key

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from run import make_documents  # noqa: E402

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork and no SIGKILL")
DOCUMENTS, KILLS, SEED = 24, 20, 4
CHECKED = 3  # graphs of a store that are checked

# One process imports everything and forks a child for each build, which spares each child the imports. It opens no
# store itself. A line "store delay" starts a build and, where the delay is not 0, kills it after so many seconds.
BUILDER = """
import os, signal, sys, time
import corpus.reading, extract.pipeline, extract.statements, graph.build as building
from corpus.specimens import specimens
building.registry_statements = lambda version: iter(())
building.extractor_version = lambda: "1"
building._FIRST_BATCH = building._LARGEST_BATCH = 60_000
for path in sorted(specimens().glob("*.zh.txt")):  # what is read once is read before the forks
    for _ in extract.statements.state(extract.pipeline.extract(corpus.reading.read_document(path))):
        pass
print("ready", flush=True)
for line in sys.stdin:
    texts, store, delay = line.split()
    start, child = time.monotonic(), os.fork()
    if child == 0:
        report = building.build([texts], store)
        os._exit(0 if not report.failed else 1)
    if float(delay):
        time.sleep(float(delay))
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    print(status, time.monotonic() - start, flush=True)
"""


class Builder:
    """Builds, and kills builds."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def build(self, texts: Path, store: Path, delay: float = 0) -> tuple[int, float]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{texts} {store} {delay}\n")
        self._process.stdin.flush()
        status, took = self._process.stdout.readline().split()
        return int(status), float(took)


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    command = [sys.executable, "-c", BUILDER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield Builder(process)
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kills")


def change(texts: Path) -> None:
    """Change some documents, take some out, put some in: what the second build has to do."""
    paths = sorted(texts.iterdir())
    for path in paths[::3]:
        path.write_text(path.read_text(encoding="utf-8").replace("决议", "决议 "), encoding="utf-8")
    for path in paths[1::6]:
        path.unlink()
    for path in paths[2::6]:
        path.rename(path.with_name("moved-" + path.name))


def dump(store: Path) -> bytes:
    """The sorted N-Quads of a store; nothing for one that was killed before it was there."""
    if not Store.is_store(store):
        return b""
    with Store.open(store) as opened:
        return "".join(opened.lines()).encode()


def check_survivor(store: Path, copy: Path) -> None:
    """Check a store that outlived kills; the builds here leave the registries out, so a copy is given them first."""
    registry = list(quads(registry_statements("1"), REGISTRY_GRAPH, "en"))
    shutil.copytree(store, copy)
    with Store.open(copy, write=True) as opened:
        opened.add(registry)
    with Store.open(copy) as opened:
        documents = sorted(graph_key(source.graph)[0] for source in opened.digests().values())
        report = check(opened, documents[:: len(documents) // CHECKED])
        assert len(report.graphs) >= CHECKED
        assert report.breaches == ()
        assert list(breaches_between_graphs(opened)) == []
        assert Judge(registry)(COMPUTED_GRAPH, list(opened.graph_lines(COMPUTED_GRAPH))) == ()


@pytest.mark.parametrize("what", ["a new store", "a store brought up to date"])
def test_killed_at_random_moments(builder: Builder, base: Path, what: str) -> None:
    folder = base / what.replace(" ", "-")
    texts, start = folder / "texts", folder / "start"
    texts.mkdir(parents=True)
    make_documents(texts, DOCUMENTS)
    if what != "a new store":
        assert builder.build(texts, start)[0] == 0
        change(texts)
    before = dump(start)
    if start.exists():
        shutil.copytree(start, folder / "undisturbed")
    status, took = builder.build(texts, folder / "undisturbed")
    after = dump(folder / "undisturbed")
    assert (status, after != before) == (0, True)

    moments = random.Random(SEED)
    killed, number, seen, checked = 0, 0, set(), False
    while killed < KILLS // 2:
        number += 1
        store = folder / str(number)
        if start.exists():
            shutil.copytree(start, store)
        for _ in range(1 + number % 2):  # some are killed again when they go on
            delay = moments.uniform(0.1, 1) * took
            status, _ = builder.build(texts, store, delay)
            killed += status == signal.SIGKILL
            if status == 0:
                took = min(took, delay)  # the undisturbed build was slow, and kills would come too late
            found = dump(store)
            if status == signal.SIGKILL and found and not checked:
                checked = True
                check_survivor(store, folder / "checked-when-killed")
            seen.add(found == after)
            assert found in {before, after}
        assert builder.build(texts, store)[0] == 0
        assert dump(store) == after
        assert len(list(store.iterdir())) == 3  # nothing of the killed ones is left
        assert number < KILLS
    assert False in seen  # not all kills came too late
    assert checked or not before  # a store that was there outlives each kill
    check_survivor(store, folder / "checked-when-done")


def test_the_order_of_documents_does_not_show(builder: Builder, base: Path) -> None:
    folder = base / "order"
    texts, reversed_texts = folder / "texts", folder / "reversed"
    texts.mkdir(parents=True)
    make_documents(texts, 12)
    assert builder.build(texts, folder / "one")[0] == 0
    # The same places, so that the stores name the same sources, filled one document after the other from the end.
    paths = sorted(texts.iterdir())
    shutil.copytree(texts, reversed_texts)
    for path in paths:
        path.unlink()
    for path in reversed(paths):
        shutil.copy(reversed_texts / path.name, path)
        assert builder.build(texts, folder / "two")[0] == 0
    assert dump(folder / "two") == dump(folder / "one")
