"""The README is true: its commands run and print what it says."""

import ast
import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHARED = ROOT.parent / "shared" / "corpus"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def commands() -> list[tuple[str, str]]:
    return [(m["command"], m["output"]) for block in _BLOCK.findall(README) for m in _COMMAND.finditer(block)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme")


@pytest.mark.parametrize(("command", "output"), commands(), ids=[command for command, _ in commands()])
def test_command_prints_what_the_readme_says(folder: Path, command: str, output: str) -> None:
    if "A_RES_76_270" in command:
        if not SHARED.is_dir():
            pytest.skip("the real documents are not on this machine")
        command = command.replace("A_RES_76_270.zh.txt", str(SHARED / "A_RES_76_270.zh.txt"))
    program = f"{sys.executable} -m graph" + command.removeprefix("resograph")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    run = subprocess.run(program, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    printed = run.stdout + run.stderr if not command.startswith("resograph demo") else run.stderr
    assert run.returncode == 0, printed
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.OutputChecker().check_output(output, printed, flags), printed


def test_the_python_example_runs(tmp_path: Path) -> None:
    from corpus.specimens import specimens

    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    code = block.replace("DOCUMENTS", str(specimens())).replace("A/RES/76/270", "A/RES/71/160")
    script = code.replace("STORE", str(tmp_path / "store"))
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "A/73/325" in run.stdout


def test_both_set_up_commands_use_the_tested_versions() -> None:
    lines = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(lines) == 2
    assert all("--constraint constraints.txt" in line for line in lines)
    assert "pytest" in lines[1]
    test_command = lines[1].split(" && ")[-1]
    assert test_command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    assert listed is not None
    for name in re.findall(r'"([a-z0-9-]+)', listed[1]):
        assert re.search(rf"^\| (?:[a-z, -]*\b)?{name}\b", README, re.MULTILINE), name


def test_every_imported_library_is_a_dependency() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    assert listed is not None
    known = {name.replace("-", "_") for name in re.findall(r'"([a-z0-9-]+)', listed[1])}
    own = {"graph", "extract", "corpus", "ontology"}
    imported: set[str] = set()
    for path in (path for package in own for path in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").split(".")[0])
    assert imported - own - set(sys.stdlib_module_names) <= known
