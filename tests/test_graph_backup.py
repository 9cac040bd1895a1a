"""Backup and restore: the same content gives the same bytes, and a file that is not whole changes nothing."""

import gzip
import tracemalloc
from pathlib import Path

import pytest
from small_graph import EXTRACTIONS, fill, small_store

from graph import layout
from graph.backup import backup, restore, verify
from graph.cli import main
from graph.store import Store
from ontology.errors import OutputError, StoreError

MORE = '<http://x/d> <http://x/p> "1" <http://x/g> .\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    small_store(tmp_path / "store").close()
    return tmp_path / "store"


@pytest.fixture
def file(path: Path, tmp_path: Path) -> Path:
    with Store.open(path) as store:
        backup(store, tmp_path / "store.nq.gz")
    return tmp_path / "store.nq.gz"


def dump(path: Path) -> list[str]:
    with Store.open(path) as store:
        return list(store.lines())


def test_what_is_restored_is_what_was_backed_up(path, file, tmp_path):
    contents = restore(file, lambda: Store.create(tmp_path / "new"))
    assert dump(tmp_path / "new") == dump(path)
    assert contents == verify(file)
    assert contents.quads == len(dump(path))


def test_the_same_content_gives_the_same_bytes(path, file, tmp_path):
    with Store.create(tmp_path / "other") as store:
        fill(store, reversed(EXTRACTIONS))
    with Store.open(tmp_path / "other") as store:
        backup(store, tmp_path / "other.nq.gz")
    assert (tmp_path / "other.nq.gz").read_bytes() == file.read_bytes()


def test_the_file_is_quads_between_two_comments(path, file):
    text = gzip.decompress(file.read_bytes()).decode()
    head, *quads, end = text.splitlines(keepends=True)
    assert head == "# resograph backup, format 1\n"
    assert quads == dump(path)
    assert end.startswith(f"# {len(quads)} quads, SHA-256 ")


def test_an_empty_store_is_a_backup_too(tmp_path):
    with Store.create(tmp_path / "empty") as store:
        assert backup(store, tmp_path / "empty.nq.gz").quads == 0
    restore(tmp_path / "empty.nq.gz", lambda: Store.create(tmp_path / "new"))
    assert dump(tmp_path / "new") == []


def test_a_backup_is_of_one_generation_whoever_writes(path, file, tmp_path):
    with Store.open(path) as reader, Store.open(path, write=True) as writer:
        writer.add([MORE])
        backup(reader, tmp_path / "one.nq.gz")
        writer.publish()
        backup(reader, tmp_path / "two.nq.gz")
    assert (tmp_path / "one.nq.gz").read_bytes() == (tmp_path / "two.nq.gz").read_bytes() == file.read_bytes()


def test_restoring_takes_the_place_of_all_and_readers_read_on(path, file):
    before = dump(path)
    with Store.open(path, write=True) as writer:
        writer.add([MORE])
        writer.remove(writer.graphs()[-1])
    with Store.open(path) as reader:
        held, generation = list(reader.lines()), layout.generation(path)
        restore(file, lambda: Store.open(path, write=True))
        assert list(reader.lines()) == held != before
    assert dump(path) == before
    assert layout.generation(path) != generation


def test_a_backup_that_cannot_be_written_leaves_the_last_one(path, file, monkeypatch):
    before = file.read_bytes()

    def graph_lines(_store, _graph):
        yield MORE
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "graph_lines", graph_lines)
    with Store.open(path) as store, pytest.raises(OutputError, match="no space left"):
        backup(store, file)
    assert file.read_bytes() == before
    assert [found.name for found in file.parent.iterdir() if found.name.startswith(".")] == []


def _repacked(data: bytes, old: bytes, new: bytes) -> bytes:
    text = gzip.decompress(data)
    assert old in text
    return gzip.compress(text.replace(old, new, 1), mtime=0)


DAMAGED = [
    (lambda data: data[: len(data) // 2], "its end is missing"),  # cut off
    (lambda data: data[:-4], "its end is missing"),
    (lambda data: data[:200] + bytes([data[200] ^ 255]) + data[201:], "damaged"),  # a byte changed on the disk
    (lambda data: _repacked(data, b"76/270", b"76/271"), "not what its closing line says"),  # changed by hand
    (lambda data: _repacked(data, b"\n<", b"\n\n<"), "not what its closing line says"),
    (lambda data: _repacked(data, b" quads, SHA-256 ", b" quads, SHA-512 "), "not what its closing line says"),
    (lambda data: gzip.compress(gzip.decompress(data).rpartition(b"\n# ")[0] + b"\n"), "not what its closing line"),
    (lambda data: gzip.compress(gzip.decompress(data) + MORE.encode()), "below its closing line"),
    (lambda data: _repacked(data, b"format 1", b"format 7"), "has format 7"),
    (lambda data: _repacked(data, b"resograph", b"another"), "its first line says otherwise"),
    (lambda _data: gzip.compress(MORE.encode() * 100), "its first line says otherwise"),
    (lambda _data: gzip.compress(b"#" * 50_000_000), "its first line says otherwise"),  # one endless line
    (lambda data: gzip.decompress(data), "no backup of resograph"),  # not packed
    (lambda _data: b"", "no backup of resograph"),
    (lambda _data: b"PK\x03\x04 something else", "no backup of resograph"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGED)
@pytest.mark.parametrize("there", [True, False], ids=["over a store", "into a new one"])
def test_a_damaged_or_foreign_file_changes_nothing(path, file, tmp_path, damage, message, there):
    file.write_bytes(damage(file.read_bytes()))
    before, generation = dump(path), layout.generation(path)
    opened = (lambda: Store.open(path, write=True)) if there else (lambda: Store.create(tmp_path / "new"))
    with pytest.raises(StoreError, match=message) as refusal:
        restore(file, opened)
    assert "\n" not in str(refusal.value)
    assert str(file) in str(refusal.value)
    assert (dump(path), layout.generation(path)) == (before, generation)
    assert not (tmp_path / "new").exists()


def test_quads_that_are_none_are_refused_though_the_sum_is_right(path, tmp_path):
    class Fake:
        def graphs(self):
            return ("http://x/g",)

        def graph_lines(self, _graph):
            return iter([MORE, "nonsense\n"])

    backup(Fake(), tmp_path / "fake.nq.gz")
    before = dump(path)
    with pytest.raises(StoreError, match="nothing was written"):
        restore(tmp_path / "fake.nq.gz", lambda: Store.open(path, write=True))
    assert dump(path) == before


class _Many:
    """A store of many graphs, made as they are asked for, that counts what it takes in."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.taken = 0
        self.largest = 0

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def graphs(self):
        return tuple(f"http://x/g{number:06}" for number in range(self._count))

    def graph_lines(self, graph):
        return (f'<http://x/d> <http://x/p{number:03}> "{"x" * 100}" <{graph}> .\n' for number in range(200))

    def clear(self) -> None:
        self.taken = 0

    def load(self, content: bytes) -> None:
        last = content.splitlines()[-1]
        assert b"p199>" in last  # a piece ends where a graph ends
        self.taken += content.count(b"\n")
        self.largest = max(self.largest, len(content))


def test_memory_does_not_grow_with_the_store(tmp_path):
    many = _Many(1_500)
    tracemalloc.start()
    contents = backup(many, tmp_path / "many.nq.gz")
    assert restore(tmp_path / "many.nq.gz", lambda: many) == contents
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = len(gzip.decompress((tmp_path / "many.nq.gz").read_bytes()))
    assert many.taken == contents.quads == 300_000
    assert many.largest < peak < size
    assert many.largest < 9_000_000


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return int(ended.value.code or 0), capsys.readouterr().err

    return run


def test_the_commands(run, path, tmp_path):
    before, new = dump(path), tmp_path / "new"
    code, said = run("backup", tmp_path / "a.nq.gz", "--store", path)
    assert (code, said) == (0, f"{tmp_path / 'a.nq.gz'}: {len(before)} statements written\n")
    code, said = run("restore", tmp_path / "a.nq.gz", "--store", new)
    assert (code, said) == (0, f"{new}: {len(before)} statements restored\n")
    with Store.open(new, write=True) as store:
        store.add([MORE])
    code, said = run("restore", tmp_path / "a.nq.gz", "--store", new)
    assert (code, said.count("\n")) == (1, 1)
    assert "--replace puts the backup in the place of it" in said
    assert len(dump(new)) == len(before) + 1
    assert run("restore", tmp_path / "a.nq.gz", "--store", new, "--replace")[0] == 0
    assert dump(new) == before


def test_the_commands_refuse_in_one_line(run, path, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    run("backup", tmp_path / "a.nq.gz", "--store", path)
    for line in (
        ("backup", tmp_path / "no" / "such" / "folder" / "a.nq.gz", "--store", path),
        ("backup", tmp_path / "b.nq.gz", "--store", tmp_path / "nowhere"),
        ("restore", tmp_path / "missing.nq.gz", "--store", tmp_path / "new"),
        ("restore", tmp_path / "mine" / "notes.txt", "--store", tmp_path / "new"),
        ("restore", tmp_path / "a.nq.gz", "--store", tmp_path / "mine"),
    ):
        code, said = run(*line)
        assert (code, said.count("\n"), said[:7]) == (1, 1, "Error: "), said
    assert not (tmp_path / "new").exists()
