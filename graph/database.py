"""The database of a store as one process holds it: a generation to read, and for the writer the next one to write."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Self

import pyoxigraph

from graph import generations, layout
from graph.generations import Generation
from graph.layout import first_line
from graph.lock import FileLock
from ontology.errors import OutputError, StoreError

__all__ = ["Database", "writing"]


class Database:
    """Reads the current generation; what is written goes into a new one, made at the first write.

    Nobody else sees what is written before `publish`. A writer that is cut short leaves the store as it was; where it
    has a task, it leaves the unfinished generation too, and the next writer with the same task goes on with that.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     writer, before = Database.create(Path(folder) / "store"), layout.generation(Path(folder) / "store")
        ...     _ = writer.written, writer.publish()
        ...     layout.generation(Path(folder) / "store") == before
        False
    """

    def __init__(self, path: Path, writer: FileLock | None, task: str | None = None) -> None:
        """Hold the current generation; `create` and `open` are the ways in."""
        self.path = path
        self._writer = writer
        self._task = task
        self._starting = Lock()
        self._open: pyoxigraph.Store | None = None
        self._next: Generation | None = None
        self._current, self._held = generations.current(path)
        self._closed = False

    @classmethod
    def create(cls, path: Path, task: str | None = None) -> Self:
        """Make a store with an empty generation in a free folder, and open it for writing.

        Raises:
            StoreError: The folder holds something, or cannot be made.
        """
        writer: FileLock | None = None
        try:
            _check_free(path)
            path.mkdir(parents=True, exist_ok=True)
            writer = layout.lock(path)
            _check_free(path)  # another process may have been faster
            first = generations.start(path, None, None)
            pyoxigraph.Store(str(first.database)).flush()
            generations.publish(first)
            generations.sweep(path, first)
            return cls(path, writer, task)
        except (OSError, RuntimeError, OutputError) as error:
            _release(writer)
            raise StoreError(f"{path}: no store can be made here ({first_line(error)})") from error
        except StoreError:
            _release(writer)
            raise

    @classmethod
    def open(cls, path: Path, *, write: bool, task: str | None = None) -> Self:
        """Open a store that exists.

        Raises:
            StoreError: There is nothing, no store, a store of another format, or another process writes it.
        """
        layout.check(path)
        writer = layout.lock(path) if write else None
        try:
            opened = cls(path, writer, task)
            opened._begin()
        except StoreError:
            _release(writer)
            raise
        return opened

    def _begin(self) -> None:
        """Open what is to be read: for a writer with a task, what the last one with it left, where that is sound."""
        if self._writer is not None:
            left = generations.unfinished(self.path, self._current, self._task) if self._task is not None else None
            if left is not None:
                try:
                    self._open, self._next = pyoxigraph.Store(str(left.database)), left
                except (OSError, RuntimeError):  # a power cut may have left less than a database
                    left = None
            generations.sweep(self.path, self._current, *(() if left is None else (left,)))
        try:
            _ = self.read
        except StoreError:
            self._held.release()
            raise

    @property
    def writable(self) -> bool:
        """Whether it was opened for writing."""
        return self._writer is not None

    @property
    def is_begun(self) -> bool:
        """Whether there is a generation that is written but not published."""
        return self._next is not None

    @property
    def read(self) -> pyoxigraph.Store:
        """What is stored, with what this process has written."""
        if self._closed:
            raise StoreError(f"{self.path}: the store is closed")
        if self._open is None:
            try:
                self._open = pyoxigraph.Store.read_only(str(self._current.database))
            except (OSError, RuntimeError) as error:
                reason = first_line(error)
                raise StoreError(f"{self.path}: the database of this store cannot be opened ({reason})") from error
        return self._open

    @property
    def written(self) -> pyoxigraph.Store:
        """The generation that is written, begun as a copy of the current one where there is none yet."""
        self._start(copied=True)
        return self.read

    def clear(self) -> None:
        """Go on with an empty generation, whatever is stored."""
        with self._starting:
            self._discard()
        self._start(copied=False)

    def _start(self, *, copied: bool) -> None:
        if self._closed:
            raise StoreError(f"{self.path}: the store is closed")
        if not self.writable:
            raise StoreError(f"{self.path}: the store was opened for reading only")
        with self._starting:
            if self._next is not None:
                return
            with writing(self.path):
                made = generations.start(self.path, self._current, self._task, copied=copied)
                try:
                    self._open, self._next = pyoxigraph.Store(str(made.database)), made
                except BaseException:
                    shutil.rmtree(made.folder, ignore_errors=True)
                    raise

    def publish(self) -> None:
        """Make what was written the content of the store, in one step; nothing happens where nothing was written.

        Raises:
            StoreError: It cannot be written; the store is as it was.
        """
        if self._next is None or self._closed:
            return
        made = self._next
        with writing(self.path):
            self.read.flush()
            self._open = None  # closed, for nobody may write what others read
            generations.publish(made)
        self._next = None
        self._held.release()
        self._current, self._held = generations.current(self.path)
        generations.sweep(self.path, self._current)

    def close(self, *, kept: bool) -> None:
        """Free the store; what is not published is removed, or left to the next writer with the same task."""
        if self._closed:
            return
        if not kept or self._task is None:
            self._discard()
        self._open, self._next, self._closed = None, None, True
        self._held.release()
        _release(self._writer)

    def _discard(self) -> None:
        """Remove what was written and not published."""
        left, self._open, self._next = self._next, None, None
        if left is not None:
            shutil.rmtree(left.folder, ignore_errors=True)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system or the database says of a failed reading into one clear line.

    Raises:
        StoreError: Something could not be read.

    Example:
        >>> with reading(Path("store")):
        ...     raise OSError("block checksum mismatch")
        Traceback (most recent call last):
        ontology.errors.StoreError: store: this store is damaged (block checksum mismatch); ...
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        text = f"{path}: this store is damaged ({layout.first_line(error)}); restore a backup, or build it anew"
        raise StoreError(text) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system or the database says of a failed write into one clear line.

    Raises:
        StoreError: Something was not written.

    Example:
        >>> with writing(Path("store")):
        ...     raise OSError("the disk is full")
        Traceback (most recent call last):
        ontology.errors.StoreError: store: nothing was written (the disk is full)
    """
    try:
        yield
    except (OSError, OutputError, SyntaxError, ValueError, RuntimeError) as error:
        raise StoreError(f"{path}: nothing was written ({first_line(error)})") from error


def _check_free(path: Path) -> None:
    if not layout.is_free(path):
        raise StoreError(f"{path}: a new store needs an empty or a new folder, and this is neither")


def _release(lock: FileLock | None) -> None:
    if lock is not None:
        lock.release()
