"""The folder of a store: what says that it is one, in which format, and who holds it."""

import json
from pathlib import Path

from graph.files import replacing
from graph.lock import FileLock
from ontology.errors import StoreError

__all__ = ["check", "database", "first_line", "is_free", "is_store", "lock", "mark"]

_FORMAT = 1
_LOCK = "lock"
_META = "store.json"
_TOOL = "resograph"


def database(path: Path) -> Path:
    """Give the folder of the database inside a store.

    Example:
        >>> database(Path("store")).name
        'oxigraph'
    """
    return path / "oxigraph"


def is_store(path: Path) -> bool:
    """Tell whether a folder says of itself that it is a store.

    Example:
        >>> is_store(Path("no such folder"))
        False
    """
    return (path / _META).is_file()


def is_free(path: Path) -> bool:
    """Tell whether a new store may be made in a folder: it is missing, or empty but for the lock of one cut short.

    Example:
        >>> is_free(Path("no such folder"))
        True
    """
    if not path.exists():
        return True
    return path.is_dir() and all(found.name == _LOCK for found in path.iterdir())


def mark(path: Path) -> None:
    """Write into a folder that it is a store of this format."""
    with replacing(path / _META) as out:
        out.write(json.dumps({"format": _FORMAT, "tool": _TOOL}, indent=2).encode() + b"\n")


def check(path: Path) -> None:
    """Refuse what is no store, or one whose layout this version does not know.

    Raises:
        StoreError: The folder is missing, is no store, or is a store of another format.

    Example:
        >>> check(Path("nowhere"))
        Traceback (most recent call last):
        ontology.errors.StoreError: nowhere: there is no store here; 'resograph build PATH --store nowhere' makes one
    """
    if not path.exists():
        raise StoreError(f"{path}: there is no store here; 'resograph build PATH --store {path}' makes one")
    try:
        meta = json.loads((path / _META).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: this is no resograph store (it holds no readable {_META})") from error
    if not isinstance(meta, dict) or meta.get("tool") != _TOOL:
        raise StoreError(f"{path}: this is no resograph store ({_META} says otherwise)")
    if meta.get("format") != _FORMAT:
        found = meta.get("format")
        raise StoreError(f"{path}: this store has format {found}, this version reads format {_FORMAT}; build it anew")


def lock(path: Path, *, exclusive: bool) -> FileLock:
    """Take the lock of a store.

    Raises:
        StoreError: Another process holds it, or it cannot be taken.
    """
    held = FileLock(path / _LOCK, exclusive=exclusive)
    try:
        free = held.acquire()
    except OSError as error:
        raise StoreError(f"{path}: the store cannot be locked ({first_line(error)})") from error
    if not free:
        use = "used" if exclusive else "written"
        raise StoreError(f"{path}: the store is being {use} by another process; wait until it ends")
    return held


def first_line(error: BaseException) -> str:
    """Give what an error says in one line.

    Example:
        >>> first_line(ValueError("one\\ntwo"))
        'one'
    """
    return (str(error).splitlines() or [type(error).__name__])[0]
