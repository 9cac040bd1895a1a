"""The folder of a store: what says that it is one, in which format and generation, and who writes it."""

import json
import re
from pathlib import Path

from graph.files import replacing
from graph.lock import FileLock
from ontology.errors import StoreError

__all__ = [
    "check",
    "first_line",
    "generation",
    "is_free",
    "is_generation",
    "is_scrap",
    "is_store",
    "lock",
    "mark",
    "stamp",
]

_FORMAT = 2
_LOCK = "lock"
_META = "store.json"
_TOOL = "resograph"
_GENERATION = re.compile(r"g[1-9]\d*-[0-9a-f]{8}")
_SCRAP = re.compile(rf"{_GENERATION.pattern}\.gone|\.{re.escape(_META)}\..+")


def is_store(path: Path) -> bool:
    """Tell whether a folder says of itself that it is a store.

    Example:
        >>> is_store(Path("no such folder"))
        False
    """
    return (path / _META).is_file()


def is_generation(name: str) -> bool:
    """Tell whether a folder of a store has the name of a generation; no other folder in it is ours to remove.

    Example:
        >>> is_generation("g12-0a1b2c3d"), is_generation("mine")
        (True, False)
    """
    return _GENERATION.fullmatch(name) is not None


def is_scrap(name: str) -> bool:
    """Tell whether something in a store was left by a process that was killed while it removed or wrote it.

    Example:
        >>> is_scrap("g12-0a1b2c3d.gone"), is_scrap("store.json")
        (True, False)
    """
    return _SCRAP.fullmatch(name) is not None


def is_free(path: Path) -> bool:
    """Tell whether a new store may be made in a folder: it is missing, or empty but for what one cut short has left.

    Example:
        >>> is_free(Path("no such folder"))
        True
    """
    if not path.exists():
        return True
    ours = (found.name == _LOCK or is_generation(found.name) or is_scrap(found.name) for found in path.iterdir())
    return path.is_dir() and all(ours)


def mark(path: Path, generation: str) -> None:
    """Write into a folder that it is a store of this format, and which generation it now has.

    Raises:
        OutputError: It cannot be written; what was written there before stands.
    """
    with replacing(path / _META, durable=True) as out:
        meta = {"format": _FORMAT, "generation": generation, "tool": _TOOL}
        out.write(json.dumps(meta, indent=2).encode() + b"\n")


def check(path: Path) -> None:
    """Refuse what is no store, or one whose layout this version does not know.

    Raises:
        StoreError: The folder is missing, is no store, or is a store of another format.

    Example:
        >>> check(Path("nowhere"))
        Traceback (most recent call last):
        ontology.errors.StoreError: nowhere: there is no store here; 'resograph build PATH --store nowhere' makes one
    """
    generation(path)


def stamp(path: Path) -> object:
    """Tell one build of a store from another, at the cost of one look at a file; None where there is no store.

    Example:
        >>> stamp(Path("no such folder")) is None
        True
    """
    try:
        found = (path / _META).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size


def generation(path: Path) -> str:
    """Read which generation a store has: another name, another content.

    Args:
        path: Folder of the store.

    Returns:
        Name of the folder of the generation inside the store.

    Raises:
        StoreError: The folder is missing, is no store, or is a store of another format.
    """
    try:
        meta = json.loads((path / _META).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        if is_free(path):
            raise StoreError(
                f"{path}: there is no store here; 'resograph build PATH --store {path}' makes one"
            ) from None
        raise StoreError(f"{path}: this is no resograph store (it holds no readable {_META})") from error
    if not isinstance(meta, dict) or meta.get("tool") != _TOOL:
        raise StoreError(f"{path}: this is no resograph store ({_META} says otherwise)")
    if meta.get("format") != _FORMAT:
        raise StoreError(f"{path}: {_other_format(path, meta.get('format'))}")
    name = meta.get("generation")
    if not isinstance(name, str) or not is_generation(name):
        raise StoreError(f"{path}: this store is damaged ({_META} names no generation)")
    return name


def _other_format(path: Path, found: object) -> str:
    said = f"this store has format {found}, this version of resograph reads format {_FORMAT}"
    if isinstance(found, int) and found > _FORMAT:
        return f"{said}; use the version that made it, or build it anew: 'resograph build PATH --store {path}.new'"
    return f"{said}; build it anew from its sources: 'resograph build PATH --store {path}.new'; then delete this one"


def lock(path: Path) -> FileLock:
    """Take the lock of the one who writes a store.

    Raises:
        StoreError: Another process holds it, or it cannot be taken.
    """
    held = FileLock(path / _LOCK, exclusive=True)
    try:
        free = held.acquire()
    except OSError as error:
        raise StoreError(f"{path}: the store cannot be locked ({first_line(error)})") from error
    if not free:
        raise StoreError(f"{path}: the store is being written by another process; wait until it ends")
    return held


def first_line(error: BaseException) -> str:
    """Give what an error says in one line.

    Example:
        >>> first_line(ValueError("one\\ntwo"))
        'one'
    """
    return (str(error).splitlines() or [type(error).__name__])[0]
