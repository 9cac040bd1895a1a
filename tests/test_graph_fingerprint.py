"""The versions of what makes the graph and of what computes follow their code and data."""

import ast
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
    monkeypatch.setattr(fingerprint, "files", lambda package: tmp_path / package.replace(".", "/"))
    return tmp_path


def version() -> str:
    return fingerprint.extractor_version.__wrapped__()


def computing() -> str:
    return fingerprint.computing_version.__wrapped__()


# What of the graph package computing takes from elsewhere: a type, or what only names the graph's versions.
NO_RESULT = {"graph.properties", "graph.storing", "graph.fingerprint"}


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


def test_what_computes_changes_its_version_and_no_other(installed: Path) -> None:
    before = version(), computing()
    with (installed / "graph/computed/kept.py").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert version() == before[0]
    assert computing() != before[1]


@pytest.mark.parametrize("path", sorted(Path(str(files("graph.computed"))).glob("*.py")), ids=lambda path: path.stem)
def test_computing_takes_nothing_from_what_changes_no_version(path: Path) -> None:
    """What computes takes of the graph package itself only what is under a version, so nothing computed goes stale."""
    under_version = {".".join(name).removesuffix(".py") for name in fingerprint._MODULES}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("graph."):
            assert node.module.startswith("graph.computed.") or node.module in under_version | NO_RESULT
