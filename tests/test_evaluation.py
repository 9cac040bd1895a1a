"""The evaluation says what was gained and lost, and nothing that was right before is wrong now."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "benchmarks"))

from evaluate import FIGURES, PAGE, as_data, changes, measured, page, table  # noqa: E402
from measures import Measure  # noqa: E402

needs_real_documents = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not on this machine")
EDGES, DATES = Measure("edges", 8, 10, 0.9, ("a", "b")), Measure("dates", 3, 4, None)
BEFORE = as_data([EDGES, DATES])


def test_what_is_wrong_now_and_was_right_before_is_lost() -> None:
    gains, losses = changes([Measure("edges", 8, 10, 0.9, ("b", "c")), DATES], BEFORE)
    assert (gains, losses) == (["edges | a"], ["edges | c"])


def test_a_share_that_falls_is_lost_though_nothing_is_listed() -> None:
    assert changes([EDGES, Measure("dates", 2, 4, None)], BEFORE) == ([], ["dates | 3/4 fell to 2/4"])


def test_a_share_that_falls_is_lost_though_the_same_is_listed() -> None:
    fallen = Measure("edges", 7, 10, 0.9, ("a", "b"))
    assert changes([fallen, DATES], BEFORE) == ([], ["edges | 8/10 fell to 7/10"])


def test_what_is_not_measured_any_more_is_lost() -> None:
    assert changes([EDGES], BEFORE) == ([], ["dates | not measured"])


def test_a_new_measure_is_neither_gain_nor_loss() -> None:
    assert changes([EDGES, DATES, Measure("verbs", 2, 4, None, ("x",))], BEFORE) == ([], [])


def test_table_shows_the_change_beside_the_bar() -> None:
    assert list(table([Measure("edges", 9, 10, 0.9, ("b",))], BEFORE))[2] == "| edges | 0.900 | 10 | 0.90 | +0.1000 |"


def test_page_shows_the_figures_that_are_kept() -> None:
    kept = json.loads(FIGURES.read_text(encoding="utf-8"))
    measures = [Measure(name, e["right"], e["total"], e["bar"], tuple(e["misses"])) for name, e in kept.items()]
    written = PAGE.read_text(encoding="utf-8")
    day = written.partition("Figures of ")[2].partition(":")[0]
    assert day
    assert written == page(table(measures, kept), day), "run benchmarks/evaluate.py --write"


@needs_real_documents
def test_nothing_is_lost_since_the_figures_were_kept() -> None:
    _, losses = changes(list(measured(SHARED)), json.loads(FIGURES.read_text(encoding="utf-8")))
    assert losses == []
