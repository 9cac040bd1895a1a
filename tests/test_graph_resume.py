"""A build that was cut short is taken up again, and ends as if it had never been disturbed."""

import random
import shutil
from pathlib import Path

import pytest
import stub_reading

import graph.build as building
from graph import layout
from graph.store import Store
from ontology.errors import DocumentError

KEYS = tuple(f"A/RES/7{number}/1" for number in range(6))


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """Leave the registries out, fix the version, and write each document as soon as it is read."""
    monkeypatch.setattr(building, "registry_statements", lambda _version: iter(()))
    monkeypatch.setattr(building, "extractor_version", lambda: "1")
    monkeypatch.setattr(building, "_FIRST_BATCH", 1)
    monkeypatch.setattr(building, "_LARGEST_BATCH", 1)


@pytest.fixture
def texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, key in enumerate(KEYS):
        (folder / f"{number}.txt").write_text(f"{key} zh A/RES/57/32", encoding="utf-8")
    return folder


def run(*paths, **options):
    return building.build(paths or ["texts"], "store", read=stub_reading.read, extract=stub_reading.extract, **options)


def cut_short(after, *paths):
    """Build, and be interrupted after some sources."""

    def progress(done, _total, _name):
        if done == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(*paths, progress=progress)


def dump(path="store"):
    with Store.open(Path(path)) as store:
        return list(store.lines())


def generations():
    return {path.name for path in Path("store").iterdir() if layout.is_generation(path.name)}


def undisturbed(before, after):
    """What a build that nothing disturbs makes of the store as it was; the store is as it is after that."""
    Path("store").rename("aside")
    if before is not None:
        shutil.copytree(before, "store")
    run()
    expected = dump()
    shutil.rmtree("store")
    Path("aside").rename("store")
    return expected


def test_what_was_read_is_not_read_again(texts, monkeypatch):
    cut_short(4)
    assert dump() == []  # the store is as before
    read = []
    monkeypatch.setattr(stub_reading, "read", lambda path, work=stub_reading.read: read.append(path.name) or work(path))
    report = run()
    assert read == ["4.txt", "5.txt"]
    assert (report.resumed, report.added, report.unchanged) == (4, 2, 0)
    assert (run().unchanged, len(read)) == (6, 2)


def test_strict_stops_and_what_was_read_is_taken_up(texts):
    (texts / "3.txt").write_text("broken", encoding="utf-8")
    with pytest.raises(DocumentError, match="mend it"):
        run(strict=True)
    (texts / "3.txt").write_text(f"{KEYS[3]} zh", encoding="utf-8")
    report = run(strict=True)
    assert (report.resumed, report.added) == (3, 3)


def test_a_small_collection_is_kept_too(texts, monkeypatch):
    monkeypatch.setattr(building, "_FIRST_BATCH", 1_000_000)
    cut_short(4)
    assert run().resumed == 4


def _other_paths(texts):
    other = texts.parent / "other"
    other.mkdir()
    (other / "a.txt").write_text("A/RES/60/1 zh", encoding="utf-8")
    return run("other")


def _other_version(texts):
    building.extractor_version = lambda: "2"
    return run()


def _other_base(texts):
    left = next(
        path for path in Path("store").iterdir() if path.name != layout.generation(Path("store")) and path.is_dir()
    )
    left.rename("left")
    with Store.open("store", write=True) as store:
        store.add(['<http://x/d> <http://x/p> "1" <http://x/g> .\n'])
    Path("left").rename(left)
    return run()


def _spoilt(texts):
    left = next(
        path for path in Path("store").iterdir() if path.name != layout.generation(Path("store")) and path.is_dir()
    )
    (left / "oxigraph" / "CURRENT").write_bytes(b"")
    return run()


def _half_made(texts):
    left = next(
        path for path in Path("store").iterdir() if path.name != layout.generation(Path("store")) and path.is_dir()
    )
    (left / "origin.json").write_bytes(b"{")
    return run()


@pytest.mark.parametrize("go_on", [_other_paths, _other_version, _other_base, _spoilt, _half_made])
def test_what_cannot_be_taken_up_is_thrown_away(texts, monkeypatch, go_on):
    monkeypatch.setattr(building, "extractor_version", lambda: "1")
    cut_short(4)
    assert len(generations()) == 2
    report = go_on(texts)
    assert report.resumed == 0
    assert generations() == {layout.generation(Path("store"))}


def test_the_order_of_paths_is_no_other_work(texts):
    (texts.parent / "other").mkdir()
    cut_short(2, "texts", "other")
    assert run("other", "texts").resumed == 2


def test_what_fails_when_it_is_taken_up_is_not_taken_up_again(texts, monkeypatch):
    cut_short(4)

    def sources(_store):
        raise OSError("damaged")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "sources", sources)
        with pytest.raises(OSError, match="damaged"):
            run()
    report = run()
    assert (report.resumed, report.added) == (0, 6)


def _change(texts):
    (texts / "1.txt").write_text(f"{KEYS[1]} zh A/RES/60/1", encoding="utf-8")


def _break(texts):
    (texts / "1.txt").write_text("broken", encoding="utf-8")


def _remove(texts):
    (texts / "1.txt").unlink(missing_ok=True)


def _become_another(texts):
    (texts / "1.txt").write_text("A/RES/80/1 zh", encoding="utf-8")


def _be_preceded(texts):
    (texts / "+.txt").write_text(f"{KEYS[1]} zh A/RES/61/1", encoding="utf-8")


def _change_back(texts):
    (texts / "1.txt").write_text(f"{KEYS[1]} zh A/RES/57/32", encoding="utf-8")


def _fail_and_be_followed(texts):
    (texts / "1.txt").write_text("broken", encoding="utf-8")
    (texts / "8.txt").write_text(f"{KEYS[1]} zh A/RES/61/1", encoding="utf-8")


def _nothing(_texts):
    pass


STEPS = [_change, _break, _remove, _become_another, _be_preceded, _change_back, _nothing]


@pytest.mark.parametrize("second", STEPS)
@pytest.mark.parametrize("first", [_change, _become_another, _remove, _be_preceded, _fail_and_be_followed])
def test_changes_while_the_build_is_cut_short(texts, first, second):
    """One change comes before the build that is cut short, another before the one that goes on."""
    run()
    shutil.copytree("store", "before")
    first(texts)
    (texts / "5.txt").write_text(f"{KEYS[5]} zh A/RES/62/1", encoding="utf-8")
    cut_short(len(list(texts.iterdir())))
    second(texts)
    expected = undisturbed("before", texts)
    run()
    assert dump() == expected


def _shuffle(texts, elsewhere, chance):
    """Change a few sources at random: other documents, other words, broken ones, new ones, some gone."""
    for _ in range(chance.randint(1, 4)):
        path = chance.choice([texts, texts, elsewhere]) / f"{chance.randint(0, 7)}.txt"
        what = chance.random()
        if what < 0.2:
            path.unlink(missing_ok=True)
        elif what < 0.35:
            path.write_text("broken", encoding="utf-8")
        else:
            path.write_text(f"{chance.choice(KEYS)} zh A/RES/57/{chance.randint(1, 3)}", encoding="utf-8")


@pytest.mark.parametrize("seed", range(8))
def test_whatever_changes_meanwhile_the_end_is_that_of_an_undisturbed_build(texts, seed):
    chance = random.Random(seed)
    elsewhere = texts.parent / "elsewhere"
    elsewhere.mkdir()
    _shuffle(texts, elsewhere, chance)
    (elsewhere / "9.txt").write_text(f"{chance.choice(KEYS)} zh A/RES/59/1", encoding="utf-8")
    run("elsewhere")
    run()
    shutil.copytree("store", "before")
    for _ in range(chance.randint(1, 3)):
        _shuffle(texts, elsewhere, chance)
        cut_short(chance.randint(1, len(list(texts.iterdir()))))
    _shuffle(texts, elsewhere, chance)
    expected = undisturbed("before", texts)
    run()
    assert dump() == expected
