"""Brings the query editor of the front page into the wheel: npm fetches it, at the versions that a lock file pins."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

EDITOR = Path("graph", "server", "editor")
FOLDER = EDITOR / "yasgui"
PINS = ("package.json", "package-lock.json")
PACKAGE = Path("node_modules", "@zazuko", "yasgui")
FILES = ("build/yasgui.min.js", "build/yasgui.min.css")
LICENCES = "LICENCES.txt"
STAMP = "stamp.json"
NPM = (
    *("ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"),
    *("--fetch-retries=1", "--fetch-timeout=60000"),
)
LONGEST = 180
WITHOUT = "the front page of `resograph serve` will have a plain text area in place of the query editor YASGUI"


class EditorHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the editor into its folder before a wheel is made, also for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Bring the editor, or say why it is not there; the build goes on either way."""
        if self.target_name != "wheel":
            return
        if problem := bring(Path(self.root)):
            self.app.display_warning(f"resograph: {problem}; {WITHOUT}")


def bring(root: Path) -> str | None:
    """Make the folder of the editor hold what the lock file pins.

    Args:
        root: Folder of the project.

    Returns:
        None where the folder holds it now; else why not, and then the folder is not there.
    """
    target = root / FOLDER
    if is_current(root):
        return None
    shutil.rmtree(target, ignore_errors=True)
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not on the path"
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for pin in PINS:
            shutil.copy(root / EDITOR / pin, work)
        if problem := _fetch(npm, work):
            return problem
        try:
            shutil.copytree(_collect(work, root), target)
        except OSError as error:
            shutil.rmtree(target, ignore_errors=True)
            return f"{FOLDER} cannot be written ({error.strerror})"
    return None


def is_current(root: Path) -> bool:
    """Tell whether the folder holds, unchanged, what the lock file pins."""
    try:
        stamp = json.loads((root / FOLDER / STAMP).read_text(encoding="utf-8"))
        files = stamp["files"]
        held = {name: _digest(root / FOLDER / name) for name in files}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(stamp.get("lock") == _digest(root / EDITOR / PINS[1]) and files and held == files)


def _fetch(npm: str, work: Path) -> str | None:
    """Run npm, which checks each package against its sha512 digest in the lock file."""
    try:
        run = subprocess.run([npm, *NPM], cwd=work, capture_output=True, text=True, check=False, timeout=LONGEST)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"npm did not run ({type(error).__name__})"
    if run.returncode != 0:
        lines = [line for line in (run.stderr or run.stdout).splitlines() if line.strip()]
        return f"npm could not fetch it ({lines[0].strip() if lines else f'exit code {run.returncode}'})"
    missing = next((name for name in FILES if not (work / PACKAGE / name).is_file()), None)
    return f"the package holds no {missing}" if missing else None


def _collect(work: Path, root: Path) -> Path:
    """Gather what goes into the wheel: script, style, licences, and a stamp by which it is known again."""
    made = work / "made"
    made.mkdir()
    for name in FILES:
        text = (work / PACKAGE / name).read_text(encoding="utf-8")
        # The source map is not shipped; the line that names it would make an open console ask for it.
        lines = [line for line in text.splitlines() if "# sourceMappingURL=" not in line]
        (made / Path(name).name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    (made / LICENCES).write_text("\n".join(_licences(work)), encoding="utf-8", newline="\n")
    stamp = {
        "lock": _digest(root / EDITOR / PINS[1]),
        "files": {path.name: _digest(path) for path in sorted(made.iterdir())},
    }
    (made / STAMP).write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    return made


def _licences(work: Path) -> Iterator[str]:
    """Write the licence of each package of which the script is made."""
    yield "The query editor is YASGUI (@zazuko/yasgui), in one script with the packages on which it stands."
    pinned = json.loads((work / PINS[1]).read_text(encoding="utf-8"))["packages"]
    for folder in sorted(work / place for place in pinned if place and (work / place).is_dir()):
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        author = about.get("author") or ""
        yield f"\n{'=' * 80}\n{about['name']} {about['version']}: {about.get('license', 'licence not stated')}"
        yield f"Author: {author if isinstance(author, str) else author.get('name', '')}"
        for text in sorted(folder.glob("[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*")):
            yield "\n" + text.read_text(encoding="utf-8").strip()
    yield ""


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
