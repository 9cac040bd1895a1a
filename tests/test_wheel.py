"""The wheel brings the query editor where npm can fetch it, and is built without it where it cannot."""

import importlib.util
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
EDITOR = Path("graph/server/editor")
FOLDER = "graph/server/editor/yasgui"
SOURCES = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "CHANGELOG.md", "constraints.txt", ".gitignore")
PARTS = {"yasgui.min.js": b"(function () {})()", "yasgui.min.css": b".yasqe {}"}

pytest.importorskip("hatchling", reason="wheels are built with hatchling")


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    return load()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a wheel is built from, with packages of one module each and without the editor."""
    root = tmp_path / "project"
    for name in SOURCES:
        if (ROOT / name).is_file():
            root.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    for package in ("graph", "extract", "ontology", "corpus"):
        (root / package).mkdir()
        shutil.copy(ROOT / package / "__init__.py", root / package)
    (root / EDITOR).mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / EDITOR / name, root / EDITOR / name)
    return root


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for the path, in which a test puts its npm."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def put_npm(tools: Path, lines: str) -> None:
    npm = tools / "npm"
    npm.write_text(f"#!{sys.executable}\n{lines}", encoding="utf-8")
    npm.chmod(0o755)


ABOUT = {"name": "@zazuko/yasgui", "version": "4.6.2", "license": "MIT", "author": "Triply"}
FETCHING = """
import json, pathlib, sys
assert sys.argv[1] == "ci", sys.argv
assert "--ignore-scripts" in sys.argv
with open(LOG, "a") as log: log.write("asked\\n")
build = pathlib.Path("node_modules/@zazuko/yasgui/build")
build.mkdir(parents=True)
for name, body in PARTS.items(): (build / name).write_bytes(body + b"\\n//# sourceMappingURL=x.map\\n")
(build.parent / "package.json").write_text(json.dumps(ABOUT))
"""


def build(project: Path, tools: Path, target: str = "wheel") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(project.parent / "made")]
    environment: Mapping[str, str] = {"PATH": str(tools), "HOME": str(project.parent)}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def wheel(project: Path) -> Iterator[str]:
    (path,) = (project.parent / "made").glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield from archive.namelist()


def test_wheel_holds_the_editor_with_its_licences(project: Path, tools: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    put_npm(tools, f"LOG, PARTS, ABOUT = {str(log)!r}, {PARTS!r}, {ABOUT!r}\n{FETCHING}")
    run = build(project, tools)
    assert run.returncode == 0, run.stderr
    names = set(wheel(project))
    assert {f"{FOLDER}/{name}" for name in (*PARTS, "LICENCES.txt", "stamp.json")} <= names
    script = (project / FOLDER / "yasgui.min.js").read_bytes()
    assert script == PARTS["yasgui.min.js"] + b"\n", "without the line that asks for a map that is not there"
    assert "@zazuko/yasgui 4.6.2: MIT" in (project / FOLDER / "LICENCES.txt").read_text(encoding="utf-8")
    first = {path.name: path.read_bytes() for path in (project / FOLDER).iterdir()}

    again = build(project, tools)
    assert again.returncode == 0
    assert log.read_text() == "asked\n", "what is there is not fetched again"

    (project / FOLDER / "yasgui.min.js").write_text("tampered", encoding="utf-8")
    build(project, tools)
    assert log.read_text() == "asked\nasked\n", "what was changed is"
    assert {path.name: path.read_bytes() for path in (project / FOLDER).iterdir()} == first, "and it is the same again"


PROBLEMS = (
    ("no npm", None, "npm is not on the path"),
    (
        "no network",
        "import sys; sys.exit('npm error network request failed')",
        "npm could not fetch it (npm error network",
    ),
    ("another package", "import os; os.makedirs('node_modules')", "the package holds no build/yasgui.min.js"),
    ("no interpreter", "import sys; sys.exit(7)", "npm could not fetch it (exit code 7)"),
)


@pytest.mark.parametrize(("name", "npm", "said"), PROBLEMS, ids=[row[0] for row in PROBLEMS])
def test_wheel_is_built_without_the_editor_and_says_so(
    project: Path, tools: Path, name: str, npm: str | None, said: str
) -> None:
    stale = project / FOLDER
    stale.mkdir()
    (stale / "yasgui.min.js").write_text("of another version", encoding="utf-8")
    if npm is not None:
        put_npm(tools, npm)
    run = build(project, tools)
    assert run.returncode == 0, run.stderr
    told = run.stdout + run.stderr
    assert said in told
    assert "plain text area" in told
    assert [each for each in wheel(project) if "yasgui" in each] == [], "nor does it hold an old one"


def test_sdist_holds_what_a_wheel_is_built_from(project: Path, tools: Path) -> None:
    run = build(project, tools, "sdist")
    assert run.returncode == 0, run.stderr
    (path,) = (project.parent / "made").glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"hatch_build.py", f"{EDITOR}/package.json", f"{EDITOR}/package-lock.json"} <= names
    assert [name for name in names if "yasgui" in name] == []


def test_every_package_is_pinned_by_its_digest_and_names_no_host() -> None:
    text = (ROOT / EDITOR / "package-lock.json").read_text(encoding="utf-8")
    packages = {place: about for place, about in json.loads(text)["packages"].items() if place}
    wanted = json.loads((ROOT / EDITOR / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert packages["node_modules/@zazuko/yasgui"]["version"] == wanted["@zazuko/yasgui"]
    assert packages["node_modules/@zazuko/yasgui"]["license"] == "MIT"
    assert [place for place, about in packages.items() if not about["integrity"].startswith("sha512-")] == []
    assert [place for place, about in packages.items() if "resolved" in about] == []


def test_nothing_of_others_is_in_git() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert f"/{FOLDER}/" in ignored


def test_the_real_editor_is_what_the_lock_file_pins(hook: ModuleType) -> None:
    if not (ROOT / FOLDER).is_dir():
        pytest.skip("the editor was not brought into this checkout: npm could not fetch it when it was installed")
    assert hook.is_current(ROOT)
    held = {path.name: path.stat().st_size for path in (ROOT / FOLDER).iterdir()}
    assert held["yasgui.min.js"] > 500_000
    licences = (ROOT / FOLDER / "LICENCES.txt").read_text(encoding="utf-8")
    for name in ("@zazuko/yasgui 4.6.2: MIT", "@zazuko/yasqe", "codemirror"):
        assert name in licences
    script = (ROOT / FOLDER / "yasgui.min.js").read_text(encoding="utf-8")
    assert "sourceMappingURL" not in script
