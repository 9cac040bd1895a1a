"""The files that the pages ask for: styles and scripts of ours, and the query editor where the package brings it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from graph.templating import TEMPLATES

__all__ = ["Asset", "assets", "has_editor"]

_EDITOR = Path(__file__).resolve().parent.parent / "editor"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
_YASGUI = ("yasgui.min.js", "yasgui.min.css", "LICENCES.txt")
_OURS = ("base.css", "page.css", "front.css", "front.js", "results.js")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file.

    Attributes:
        name: Its name.
        media_type: Its media type.
        body: Its bytes.
        digest: The beginning of their SHA-256 digest in hex, by which addresses tell one version from another.
    """

    name: str
    media_type: str
    body: bytes
    digest: str


@cache
def assets() -> Mapping[str, Asset]:
    """Read all files that are served, once.

    Returns:
        The files by name.

    Example:
        >>> assets()["page.css"].media_type
        'text/css; charset=utf-8'
    """
    paths = [*(TEMPLATES / name for name in _OURS), *(_EDITOR / "yasgui" / name for name in _YASGUI)]
    return {path.name: _asset(path) for path in paths if path.is_file()}


def has_editor() -> bool:
    """Tell whether the package brings the query editor."""
    return all(name in assets() for name in _YASGUI[:2])


def _asset(path: Path) -> Asset:
    body = path.read_bytes()
    return Asset(path.name, _TYPES[path.suffix], body, sha256(body).hexdigest()[:16])
