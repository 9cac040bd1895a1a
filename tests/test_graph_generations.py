"""Generations: readers read on, writers are one at a time, and whatever ends a writer leaves the store whole."""

import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_graph import EXTRACTIONS, fill, lines, small_store

from graph import generations, layout
from graph.store import Store
from ontology.errors import StoreError

needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
MORE = '<http://x/d> <http://x/p> "1" <http://x/g> .\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    small_store(tmp_path / "store").close()
    return tmp_path / "store"


def dump(path: Path) -> list[str]:
    with Store.open(path) as store:
        return list(store.lines())


def names(path: Path) -> set[str]:
    return {found.name for found in path.iterdir()}


def sums(folder: Path) -> dict[str, str]:
    files = (found for found in folder.rglob("*") if found.is_file())
    return {str(found): hashlib.sha256(found.read_bytes()).hexdigest() for found in files}


def test_what_is_written_shows_when_it_is_published(path):
    before = dump(path)
    with Store.open(path, write=True) as writer, Store.open(path) as early:
        writer.add([MORE])
        with Store.open(path) as late:
            assert list(early.lines()) == list(late.lines()) == before
        assert MORE in writer.lines()
        writer.publish()
        assert set(dump(path)) == {*before, MORE}
        assert list(early.lines()) == before  # a reader keeps what it has opened


def test_a_writer_may_publish_many_times(path):
    seen = [layout.generation(path)]
    with Store.open(path, write=True) as writer:
        for number in range(3):
            writer.add([MORE.replace('"1"', f'"{number}"')])
            writer.publish()
            seen.append(layout.generation(path))
        assert '"2"' in "".join(writer.lines())
    assert len(set(seen)) == 4
    assert layout.generation(path) == seen[-1]  # closing had nothing more to publish
    assert names(path) == {"lock", "store.json", seen[-1]}


def test_nothing_written_makes_no_generation(path):
    graph = lines(*EXTRACTIONS[0])
    name = graph[0].split()[-2].strip("<>")
    before, files = layout.generation(path), sums(path)
    with Store.open(path, write=True) as writer:
        writer.load(b"")
        writer.flush()
        writer.remove("http://x/not-there")
        writer.replace(name, "".join(graph).encode())  # what is there already
        writer.publish()
    assert layout.generation(path) == before
    assert sums(path) == files


def test_an_error_in_the_block_publishes_nothing(path):
    before, files = layout.generation(path), names(path)
    with pytest.raises(KeyError), Store.open(path, write=True) as writer:
        writer.add([MORE])
        raise KeyError
    assert (layout.generation(path), names(path)) == (before, files)
    assert MORE not in dump(path)


def test_the_files_of_a_generation_are_never_changed(path):
    base = path / layout.generation(path)
    before = sums(base)
    with Store.open(path), Store.open(path, write=True) as writer:
        writer.add([MORE])
        writer.remove(writer.graphs()[0])
        writer.publish()
        assert base.exists()  # a reader holds it
        assert sums(base) == before


def test_files_are_shared_where_the_file_system_can(path):
    with Store.open(path), Store.open(path, write=True) as writer:
        writer.add([MORE])
        new = next(found for found in path.glob("g*") if found.name != layout.generation(path))
        assert any(found.stat().st_nlink > 1 for found in new.rglob("*.sst"))


def test_without_links_files_are_copied(path, monkeypatch):
    def link(*_arguments):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    before = dump(path)
    with Store.open(path), Store.open(path, write=True) as writer:
        writer.add([MORE])
        writer.publish()
        assert all(found.stat().st_nlink == 1 for found in path.rglob("*.sst"))
    assert set(dump(path)) == {*before, MORE}


def test_what_readers_hold_stays_until_a_later_writer(path):
    first = layout.generation(path)
    with Store.open(path) as reader:
        for number in range(2):
            with Store.open(path, write=True) as writer:
                writer.add([MORE.replace('"1"', f'"{number}"')])
        second = layout.generation(path)
        assert names(path) == {"lock", "store.json", first, second}
        assert len(list(reader.lines())) > 0
    Store.open(path, write=True).close()
    assert names(path) == {"lock", "store.json", second}


def test_a_reader_that_comes_too_late_looks_again(path, monkeypatch):
    stale = layout.generation(path)
    with Store.open(path, write=True) as writer:
        writer.add([MORE])
    answers = [stale, stale]
    look = layout.generation
    monkeypatch.setattr(layout, "generation", lambda store: answers.pop() if answers else look(store))
    assert MORE in dump(path)
    assert answers == []


def test_a_reader_that_locked_an_old_generation_looks_again(path, monkeypatch):
    stale = layout.generation(path)
    with Store.open(path):
        with Store.open(path, write=True) as writer:
            writer.add([MORE])
        assert (path / stale).exists()
        answers = [stale, stale]
        look = layout.generation
        monkeypatch.setattr(layout, "generation", lambda store: answers.pop() if answers else look(store))
        assert MORE in dump(path)


def test_clear_leaves_nothing_and_is_published_like_the_rest(path):
    before = dump(path)
    with Store.open(path, write=True) as writer:
        writer.add([MORE])
        writer.clear()
        assert list(writer.lines()) == []
        assert dump(path) == before
        writer.add([MORE])
    assert dump(path) == [MORE]


@pytest.mark.parametrize("work", [lambda s: s.add([MORE]), lambda s: s.remove(s.graphs()[0]), lambda s: s.clear()])
def test_a_reader_cannot_write(path, work):
    with Store.open(path) as reader, pytest.raises(StoreError, match="for reading only"):
        work(reader)


HOLD = """
import sys, time
from pathlib import Path
from graph.store import Store
with Store.open(Path(sys.argv[1]), write=sys.argv[2] == "write") as store:
    if store.writable:
        store.remove(store.graphs()[0])
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize(
    ("holder", "write", "refused"),
    [
        ("write", True, True),  # two writers
        ("write", False, False),  # a reader beside a writer
        ("read", True, False),  # a writer beside a reader
        ("read", False, False),  # two readers
    ],
)
def test_one_writer_and_many_readers(path, holder, write, refused):
    before = dump(path)
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path), holder], stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout.readline() == "held\n"
            if refused:
                with pytest.raises(StoreError, match="is being written by another process; wait until it ends"):
                    Store.open(path, write=write)
            else:
                with Store.open(path, write=write) as store:
                    assert list(store.lines()) == before
        finally:
            other.kill()
    Store.open(path, write=True).close()  # the lock dies with its holder
    assert dump(path) == before


def test_two_who_make_the_same_store(tmp_path):
    with Store.create(tmp_path / "store") as one:
        fill(one)
        with pytest.raises(StoreError, match="needs an empty or a new folder"):
            Store.create(tmp_path / "store")
    lock = layout.lock(tmp_path / "store")
    (tmp_path / "store" / "store.json").unlink()  # as if the other had not come that far
    with pytest.raises(StoreError, match="being written by another process"):
        Store.create(tmp_path / "store")
    lock.release()


def test_what_killed_processes_left_is_removed_and_nothing_else(path):
    kept = layout.generation(path)
    (path / "g9-0123abcd" / "oxigraph").mkdir(parents=True)
    (path / "g1-0123abcd.gone" / "oxigraph").mkdir(parents=True)
    (path / ".store.json.abc").write_bytes(b"{")
    (path / "notes").mkdir()
    (path / "mine.txt").write_text("mine", encoding="utf-8")
    Store.open(path, write=True).close()
    assert names(path) == {"lock", "store.json", kept, "notes", "mine.txt"}


def test_a_store_whose_making_was_cut_short_is_made_anew(path):
    (path / "store.json").rename(path / ".store.json.abc")
    with pytest.raises(StoreError, match="there is no store here"):
        Store.open(path)
    with Store.create(path) as store:
        store.add([MORE])
    assert dump(path) == [MORE]
    assert names(path) == {"lock", "store.json", layout.generation(path)}


def _full(*_arguments, **_options):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("module", "name"),
    [(shutil, "copyfile"), (generations, "synced"), (layout, "mark"), (Path, "mkdir"), (Path, "replace")],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_full_disk_leaves_the_store_as_it_was(path, monkeypatch, module, name):
    before, files = dump(path), names(path)
    with monkeypatch.context() as patched:
        patched.setattr(module, name, _full)
        with pytest.raises(StoreError, match="nothing was written") as refusal, Store.open(path, write=True) as writer:
            writer.add([MORE])
    assert "\n" not in str(refusal.value)
    assert (dump(path), names(path)) == (before, files)
    with Store.open(path, write=True) as writer:
        writer.add([MORE])
    assert set(dump(path)) == {*before, MORE}


FILL = """
import resource, sys
from pathlib import Path
from graph.store import Store
from ontology.errors import StoreError
store = Store.open(Path(sys.argv[1]), write=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))  # the system itself refuses to write more
try:
    with store:
        for number in range(50):
            end = f'<http://x/g/{number}> .\\n'
            store.add(f'<http://x/{number}/{i}> <http://x/p> "{i * 7919}" {end}' for i in range(5000))
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the system sets no limits")
def test_a_database_that_cannot_be_written_leaves_the_store_as_it_was(path):
    before, files = dump(path), names(path)
    done = subprocess.run([sys.executable, "-c", FILL, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"{path}: nothing was written ("), done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert (dump(path), names(path)) == (before, files)


# Each round a process of its own makes or writes a store and kills itself before the n-th change of the file system.
DIE = """
import os, shutil, signal, sys
from pathlib import Path
from graph.store import Store

def dying(work):
    def step(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*arguments, **options)
    return step

def work(path, value, task):
    with Store.open(path, write=True, task=task) if Store.is_store(path) else Store.create(path, task=task) as store:
        store.replace("http://x/g", f'<http://x/d> <http://x/p> "{value}" <http://x/g> .\\n'.encode())

left = 0
for name in ("link", "replace", "rename", "mkdir", "rmdir"):
    setattr(os, name, dying(getattr(os, name)))
folder, value, task = Path(sys.argv[1]), sys.argv[2], sys.argv[3] or None
for number in range(1, 1000):
    target = folder / str(number)
    if value == "2":
        shutil.copytree(folder / "base", target)
    child = os.fork()
    if child == 0:
        left = number
        work(target, value, task)
        os._exit(0)
    left = 0
    if os.waitpid(child, 0)[1] == 0:
        print(number)
        break
"""


@needs_kill
@pytest.mark.parametrize(("value", "task"), [(1, ""), (2, "a task")])
def test_killed_before_any_change_of_the_file_system(tmp_path, value, task):
    line = '<http://x/d> <http://x/p> "{}" <http://x/g> .\n'
    if value == 2:
        with Store.create(tmp_path / "base") as store:
            store.add([line.format(1)])
    command = [sys.executable, "-c", DIE, str(tmp_path), str(value), task]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    killed = int(done.stdout) - 1
    assert killed > 10
    found = []
    for number in range(1, killed + 1):
        path = tmp_path / str(number)
        if value == 1 and not Store.is_store(path):
            with pytest.raises(StoreError, match="there is no store here"):
                Store.open(path)
            Store.create(path).close()
        held = dump(path)
        assert held in ([line.format(2)], [line.format(1)] if value == 2 else [], [line.format(value)])
        found.append(bool(held) and held == [line.format(value)])
        with Store.open(path, write=True, task=task or None) as store:
            assert list(store.lines()) in (held, [line.format(value)])
            store.replace("http://x/g", line.format(3).encode())
        assert dump(path) == [line.format(3)]
        assert names(path) == {"lock", "store.json", layout.generation(path)}
    assert found == sorted(found)  # before, then after
    assert {False, True} == set(found)
