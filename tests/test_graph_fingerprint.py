"""The version of the extractor follows the code and data that make the graph."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from graph import fingerprint


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packages that stands for the installation."""
    for package in ("corpus", "extract", "ontology", "graph"):
        shutil.copytree(str(files(package)), tmp_path / package)
    monkeypatch.setattr(fingerprint, "files", lambda package: tmp_path / package)
    return tmp_path


def version() -> str:
    return fingerprint.extractor_version.__wrapped__()


@pytest.mark.parametrize(
    "name",
    ["extract/numbered.py", "extract/languages/__init__.py", "ontology/data/states.jsonl", "graph/quads.py"],
)
def test_what_makes_the_graph_changes_the_version(installed: Path, name: str) -> None:
    before = version()
    with (installed / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert version() != before


@pytest.mark.parametrize(
    "name", ["corpus/specimens/A_RES_58_5.zh.txt", "graph/rank.py", "extract/__pycache__/numbered.pyc"]
)
def test_anything_else_does_not(installed: Path, name: str) -> None:
    before = version()
    (installed / name).parent.mkdir(exist_ok=True)
    with (installed / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert version() == before
