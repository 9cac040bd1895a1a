"""Generations of a store: each a whole database in a folder of its own, which nothing changes once it is published."""

import json
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from graph import layout
from graph.files import replacing, synced
from graph.lock import FileLock
from ontology.errors import StoreError

__all__ = ["Generation", "current", "publish", "start", "sweep", "unfinished"]

_LOCK = "lock"
_ORIGIN = "origin.json"
_IMMUTABLE = ".sst"
_NOT_COPIED = ("LOCK", "LOG")
_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of a store.

    Attributes:
        store: Folder of the store.
        name: Name of the folder of this generation in it.
    """

    store: Path
    name: str

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.store / self.name

    @property
    def database(self) -> Path:
        """The folder of its database.

        Example:
            >>> Generation(Path("store"), "g1-00000000").database.name
            'oxigraph'
        """
        return self.folder / "oxigraph"

    def held(self) -> FileLock | None:
        """Take its lock as a reader, which keeps it from being removed; None where it is being removed, or is gone."""
        lock = FileLock(self.folder / _LOCK, exclusive=False)
        try:
            return lock if lock.acquire() else None
        except FileNotFoundError:
            return None


def current(store: Path) -> tuple[Generation, FileLock]:
    """Find the generation that a store has now, and hold it.

    Args:
        store: Folder of the store.

    Returns:
        The generation, and the lock that keeps it.

    Raises:
        StoreError: The store cannot be read.

    A writer may publish another one between the look at the store and the lock; so what counts is the second look,
    with the lock in hand: a generation that is current then is not removed before the lock is given back.
    """
    for _ in range(_ATTEMPTS):
        found = Generation(store, layout.generation(store))
        try:
            lock = found.held()
        except OSError as error:
            raise StoreError(f"{store}: the store cannot be locked ({layout.first_line(error)})") from error
        if lock is not None:
            if layout.generation(store) == found.name:
                return found, lock
            lock.release()
        elif layout.generation(store) == found.name and not found.folder.exists():
            break
    raise StoreError(
        f"{store}: this store is damaged (its generation {found.name} is missing); restore a backup into a new folder"
    )


def start(store: Path, base: Generation | None, task: str | None, *, copied: bool = True) -> Generation:
    """Make a new generation, which is not yet that of the store.

    Args:
        store: Folder of the store, whose writer's lock the caller holds.
        base: The generation that the store has.
        task: What is to be written, so that the same can go on with it if it is cut short; None where it cannot.
        copied: Whether the new one begins as a copy of ``base``, or empty.

    Returns:
        The generation. Files that the database never changes are shared with ``base``, where the file system can.

    Raises:
        OSError: There is no room, or no right.
    """
    number = 1 if base is None else int(base.name[1:].partition("-")[0]) + 1
    made = Generation(store, f"g{number}-{secrets.token_hex(4)}")
    try:
        made.database.mkdir(parents=True)
        (made.folder / _LOCK).touch()
        if base is not None and copied:
            _copy(base.database, made.database)
        if task is not None:
            origin = json.dumps({"base": None if base is None else base.name, "task": task})
            with replacing(made.folder / _ORIGIN, durable=True) as out:
                out.write(origin.encode())
    except BaseException:
        shutil.rmtree(made.folder, ignore_errors=True)
        raise
    return made


def _copy(source: Path, target: Path) -> None:
    """Copy a database that nobody writes; its log of events stays behind."""
    for path in sorted(source.iterdir()):
        if path.name.startswith(_NOT_COPIED):
            continue
        if path.suffix != _IMMUTABLE or not _linked(path, target / path.name):
            shutil.copyfile(path, target / path.name)
            synced(target / path.name)


def _linked(path: Path, target: Path) -> bool:
    try:
        os.link(path, target)
    except OSError:  # the file system has no links, or no more of them
        return False
    return True


def unfinished(store: Path, base: Generation, task: str) -> Generation | None:
    """Find the generation that a writer with the same task left over the same base when it was cut short."""
    for path in sorted(store.iterdir()):
        if path.name != base.name and layout.is_generation(path.name):
            try:
                origin = json.loads((path / _ORIGIN).read_text(encoding="utf-8"))
            except (OSError, ValueError):
                continue
            if origin == {"base": base.name, "task": task}:
                return Generation(store, path.name)
    return None


def publish(made: Generation) -> None:
    """Make a generation that of its store, in one step that a power cut cannot halve.

    Args:
        made: A generation whose database is written out and closed.

    Raises:
        OSError: The disk cannot take it; the store is as it was.
        OutputError: As OSError.
    """
    for path in sorted(made.database.iterdir()):
        synced(path)
    for folder in (made.database, made.folder, made.store):
        synced(folder)
    layout.mark(made.store, made.name)


def sweep(store: Path, *kept: Generation) -> None:
    """Remove what no one needs any more: generations that no reader holds, and scraps of killed processes.

    Args:
        store: Folder of the store, whose writer's lock the caller holds.
        kept: Generations that stay: the current one, and one that is being written.
    """
    names = {generation.name for generation in kept}
    for path in sorted(store.iterdir()):
        if layout.is_scrap(path.name):
            _remove(path)
        elif layout.is_generation(path.name) and path.name not in names and _is_unread(path):
            gone = path.with_name(f"{path.name}.gone")
            try:
                path.rename(gone)
            except OSError:  # some systems do not rename what is open
                continue
            _remove(gone)


def _is_unread(folder: Path) -> bool:
    """Tell whether no reader holds a generation; none can come later, for the store names another one."""
    probe = FileLock(folder / _LOCK, exclusive=True)
    try:
        return probe.acquire()
    except OSError:
        return True
    finally:
        probe.release()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
