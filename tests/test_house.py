"""The house keeps its order: style, types, floors, sizes, names."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ontology", "corpus", "extract", "graph")
LONGEST_FILE = 500
CHECKS = (
    ("style", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["mypy", *PACKAGES]),
    ("floors", ["importlinter.cli", "lint"]),
)


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


@pytest.mark.parametrize(("name", "command"), CHECKS, ids=[name for name, _ in CHECKS])
def test_tools_find_nothing(name: str, command: list[str]) -> None:
    if name == "floors":
        script = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
        run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    else:
        run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_module_says_what_it_is_for_and_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "every module starts with a sentence saying what it is for"
    assert len(text.splitlines()) <= LONGEST_FILE
    assert path.stem not in {"utils", "helpers", "common", "misc"}


CHINESE_RULES = "extract/languages/zh/"
HAN = re.compile("[\u4e00-\u9fff]")
# One Chinese character may be a word; of other scripts two letters, for one is the end of a range.
WORD = re.compile("[\u4e00-\u9fff]|[\u0400-\u04ff]{2}|[\u0620-\u064a]{2}")


def words_of_a_language(path: Path, word: re.Pattern[str]) -> list[str]:
    """String constants with Chinese, Russian or Arabic words that are no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and node.body
                  and isinstance(node.body[0], ast.Expr)}  # fmt: skip
    attribute_docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings | attribute_docstrings
        and word.search(node.value)
    ]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_core_holds_no_word_of_a_language(path: Path) -> None:
    place = str(path.relative_to(ROOT))
    if place.startswith(CHINESE_RULES):
        pytest.skip("a language's own rules")
    own = re.match(r"extract/languages/[a-z]{2}/", place)
    assert words_of_a_language(path, HAN if own else WORD) == []


CLI, SERVER = "graph/cli/", "graph/server/"


@pytest.mark.parametrize(
    ("library", "doors"),
    [
        ("jieba", {"extract/segmentation.py"}),
        ("ahocorasick_rs", {"extract/gazetteer.py"}),
        ("pyvis", {"graph/view.py"}),
        ("httpx", {"graph/remote/http.py"}),
        ("pyshacl", {"graph/check/shacl.py"}),
        ("uvicorn", {"graph/server/listen.py"}),
        ("prometheus_client", {"graph/server/metrics.py"}),
        # The engine: the store on disk, what it answers, and who asks a server or serves it.
        ("pyoxigraph", "graph/"),
        ("jinja2", {"graph/templating.py"}),
        ("oxrdflib", {"graph/store.py", "graph/check/twin.py"}),
        ("starlette", SERVER),
        ("click", CLI),
    ],
)
def test_one_door_for_each_library(library: str, doors: set[str] | str) -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(name.name.split(".")[0] == library for name in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == library)
    }
    if isinstance(doors, str):
        assert all(path.startswith(doors) for path in found), found
    else:
        assert found <= doors, found
