import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import stub_reading

import graph.build as building
from graph.registry import registry_statements
from graph.store import Store
from ontology.errors import DocumentError, StoreError
from ontology.iri import COMPUTED_GRAPH, REGISTRY_GRAPH, graph_iri

KEYS = ("A/RES/70/1", "A/RES/71/1", "A/RES/72/1")


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """Leave the registries out, which would take most of the time of each test, and fix the version."""
    monkeypatch.setattr(building, "registry_statements", lambda _version: iter(()))
    monkeypatch.setattr(building, "extractor_version", lambda: "1")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, key in enumerate(KEYS):
        (texts / f"{number}.txt").write_text(f"{key} zh A/RES/57/32", encoding="utf-8")
    return texts


def run(*paths, **options):
    return building.build(paths or ["texts"], "store", read=stub_reading.read, extract=stub_reading.extract, **options)


def counts(report):
    return report.added, report.changed, report.unchanged


def dump():
    with Store.open(Path("store")) as store:
        return list(store.lines())


def graphs():
    with Store.open(Path("store")) as store:
        documents = set(store.graphs()) - {COMPUTED_GRAPH}
    return {graph.removeprefix("https://w3id.org/resograph/graph/") for graph in documents}


def test_a_second_run_reads_nothing(folder, monkeypatch):
    first = run()
    before = dump()
    assert counts(first) == (3, 0, 0)
    assert first.statements == len([line for line in before if COMPUTED_GRAPH not in line])

    def read(path):
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(stub_reading, "read", read)
    assert counts(run()) == (0, 0, 3)
    assert dump() == before


def test_only_what_changed_is_read_again(folder):
    run()
    (folder / "1.txt").write_text("A/RES/71/1 zh A/RES/60/1", encoding="utf-8")
    (folder / "3.txt").write_text("A/RES/73/1 zh", encoding="utf-8")
    assert counts(run()) == (1, 1, 2)
    assert "A/RES/73/1/zh" in graphs()
    assert not [line for line in dump() if "71/1/zh>" in line and "57/32" in line]


def test_the_store_is_as_if_built_at_once(folder):
    run()
    (folder / "1.txt").write_text("A/RES/71/1 zh A/RES/60/1", encoding="utf-8")
    (folder / "0.txt").unlink()
    run()
    step_by_step = dump()
    Path("store").rename("elsewhere")
    run()
    assert dump() == step_by_step


def test_same_size_and_time_do_not_hide_a_change(folder):
    path = folder / "0.txt"
    run()
    before = path.stat()
    path.write_text("A/RES/70/1 zh A/RES/57/33", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert counts(run()) == (0, 1, 2)


def test_another_extractor_reads_everything_anew(folder, monkeypatch):
    run()
    monkeypatch.setattr(building, "extractor_version", lambda: "another")
    assert counts(run()) == (0, 3, 0)
    assert counts(run()) == (0, 0, 3)


def test_a_source_that_is_gone_takes_its_graph_along(folder):
    run()
    (folder / "0.txt").unlink()
    report = run()
    assert report.removed == (str(Path("texts").absolute() / "0.txt"),)
    assert graphs() == {"A/RES/71/1/zh", "A/RES/72/1/zh"}


def test_what_was_stored_from_elsewhere_stays(folder):
    run()
    other = folder.parent / "other"
    other.mkdir()
    (other / "a.txt").write_text("A/RES/74/1 zh", encoding="utf-8")
    (folder / "0.txt").unlink()
    report = run("other")
    assert (counts(report), report.removed) == ((1, 0, 0), ())
    assert len(graphs()) == 4


def test_a_source_that_becomes_another_document_leaves_nothing_behind(folder):
    run()
    (folder / "0.txt").write_text("A/RES/75/1 zh", encoding="utf-8")
    report = run()
    assert (counts(report), report.removed) == ((1, 0, 2), ())
    assert graphs() == {"A/RES/75/1/zh", "A/RES/71/1/zh", "A/RES/72/1/zh"}


def test_two_languages_of_a_document_are_two_graphs(folder):
    (folder / "0.en.txt").write_text("A/RES/70/1 en A/RES/57/32", encoding="utf-8")
    assert counts(run()) == (4, 0, 0)
    assert {"A/RES/70/1/en", "A/RES/70/1/zh"} <= graphs()


def test_of_two_sources_of_one_document_the_first_counts(folder):
    (folder / "9.txt").write_text("A/RES/70/1 zh A/RES/60/1", encoding="utf-8")
    report = run()
    kept, left_out = str(Path("texts").absolute() / "0.txt"), str(Path("texts").absolute() / "9.txt")
    assert [(d.path, d.kept) for d in report.duplicates] == [(left_out, kept)]
    before = dump()
    assert not [line for line in before if "60/1" in line]
    assert counts(run()) == (0, 0, 3)
    assert dump() == before


def test_a_source_that_comes_first_later_takes_over(folder):
    run()
    (folder / "+.txt").write_text("A/RES/70/1 zh A/RES/60/1", encoding="utf-8")
    report = run()
    assert (counts(report), len(report.duplicates)) == ((0, 1, 2), 1)
    assert [line for line in dump() if "60/1" in line]
    (folder / "+.txt").unlink()
    assert counts(run()) == (0, 1, 2)
    assert not [line for line in dump() if "60/1" in line]


def test_a_source_that_fails_is_reported_and_the_rest_is_stored(folder):
    (folder / "1.txt").write_text("broken", encoding="utf-8")
    report = run()
    assert [(f.path, f.reason) for f in report.failed] == [
        (str(Path("texts").absolute() / "1.txt"), "it is broken; mend it")
    ]
    assert counts(report) == (2, 0, 0)


def test_a_source_that_fails_later_keeps_what_is_stored(folder):
    run()
    before = dump()
    (folder / "1.txt").write_text("broken", encoding="utf-8")
    report = run()
    assert (counts(report), len(report.failed)) == ((0, 0, 2), 1)
    assert dump() == before


def test_strict_stops_and_leaves_the_store_as_it_was(folder):
    run()
    before = dump()
    (folder / "1.txt").write_text("broken", encoding="utf-8")
    (folder / "3.txt").write_text("A/RES/73/1 zh", encoding="utf-8")
    with pytest.raises(DocumentError, match="mend it"):
        run(strict=True)
    assert dump() == before


def test_a_missing_path_makes_no_store(folder):
    with pytest.raises(DocumentError, match="nowhere"):
        run("texts", "nowhere")
    assert not Path("store").exists()


def test_a_folder_that_is_no_store_is_left_alone(folder):
    Path("store").mkdir()
    (Path("store") / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="needs an empty or a new folder"):
        run()
    assert [path.name for path in Path("store").iterdir()] == ["mine.txt"]


def test_several_workers_build_the_same(folder):
    run(workers=2)
    several = dump()
    Path("store").rename("elsewhere")
    run()
    assert dump() == several


def test_progress_names_each_source_in_order(folder):
    told = []
    run(progress=lambda done, total, name: told.append((done, total, Path(name).name)))
    assert told == [(1, 3, "0.txt"), (2, 3, "1.txt"), (3, 3, "2.txt")]


def test_batches_are_written_when_they_are_full_and_not_lost_where_they_are_not(folder, monkeypatch):
    monkeypatch.setattr(building, "_FIRST_BATCH", 1500)
    for number in range(3, 30):
        (folder / f"{number}.txt").write_text(f"A/RES/73/{number} zh A/RES/57/32", encoding="utf-8")
    sizes = []
    load = Store.load
    monkeypatch.setattr(Store, "load", lambda store, content: sizes.append(len(content)) or load(store, content))
    assert run().added == len(graphs()) == 30
    assert len(sizes) > 3
    assert max(sizes) > sizes[0]


def test_a_batch_that_cannot_be_written_ends_the_run(folder, monkeypatch):
    def load(store, content):
        raise StoreError("the disk is full")

    monkeypatch.setattr(Store, "load", load)
    with pytest.raises(StoreError, match="the disk is full"):
        run()


def test_the_registries_are_stored_once_a_version(folder, monkeypatch):
    monkeypatch.setattr(building, "registry_statements", registry_statements)
    run()
    with Store.open(Path("store")) as store:
        assert REGISTRY_GRAPH in store.graphs()
        assert store.query('ASK { ?a skos:prefLabel "联合国开发计划署"@zh ; rg:actorType "fund-programme" }').truth
    written = []
    monkeypatch.setattr(Store, "replace", lambda _store, graph, _content: written.append(graph))
    run()
    assert written == []
    monkeypatch.setattr(building, "extractor_version", lambda: "another")
    run()
    assert written[0] == REGISTRY_GRAPH


BUILD = """
import sys
import stub_reading
import graph.build as building
from graph.registry import registry_statements
building.registry_statements = lambda version: iter(())
building.extractor_version = lambda: "1"
building._FIRST_BATCH = building._LARGEST_BATCH = 3000
building.build(["texts"], "store", read=stub_reading.read, extract=stub_reading.extract,
               progress=lambda done, total, name: print(done, flush=True))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
@pytest.mark.parametrize("after", [2, 8, 15])
def test_a_killed_build_can_be_taken_up_again(folder, after):
    for number in range(20):
        (folder / f"{number}.txt").write_text(f"A/RES/76/{number} zh A/RES/57/32 slow", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", BUILD]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        for _ in range(after):
            child.stdout.readline()
        os.kill(child.pid, signal.SIGKILL)
    assert dump() == []  # the store is as before
    report = run()
    assert (report.unchanged, report.resumed + report.added) == (0, 20)
    assert report.resumed or after < 8  # nothing may be written yet when it is killed early
    assert graphs() == {f"A/RES/76/{number}/zh" for number in range(20)}
    assert graph_iri("A/RES/76/0", "zh").endswith("A/RES/76/0/zh")


def test_two_folders_of_one_name_do_not_take_each_other_out(tmp_path, monkeypatch):
    store = tmp_path / "shared-store"
    for place, text in (("one", "57/32"), ("two", "58/5")):
        folder = tmp_path / place / "docs"
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(f"大会，\n\n回顾其第{text}号决议，\n", encoding="utf-8")
        monkeypatch.chdir(tmp_path / place)
        report = building.build(["docs"], store)
        assert (report.added, report.removed) == (1, ())
    assert building.build([tmp_path / "two" / "docs"], store).unchanged == 1
