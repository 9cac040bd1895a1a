"""A lock between processes on one file: many readers or one writer."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

__all__ = ["FileLock"]


class FileLock:
    """Holds a file against other processes; the system frees it when the process ends, however it ends.

    Where the system has no such locks (Windows) it holds nothing: there the database's own lock keeps writers apart.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     held = FileLock(Path(folder) / "lock", exclusive=True)
        ...     second = FileLock(Path(folder) / "lock", exclusive=False)
        ...     held.acquire(), second.acquire()
        (True, False)
    """

    def __init__(self, path: Path, *, exclusive: bool) -> None:
        """Name the file, which an exclusive holder makes where it is missing."""
        self._path = path
        self._exclusive = exclusive
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take the lock without waiting; tell whether it was free."""
        self._file = self._path.open("ab" if self._exclusive else "rb")
        if _flock(self._file.fileno(), self._exclusive):
            return True
        self.release()
        return False

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _system_lock() -> Callable[[int, bool], bool]:
    if sys.platform == "win32":
        return lambda _descriptor, _exclusive: True
    import fcntl

    def take(descriptor: int, exclusive: bool) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    return take


_flock = _system_lock()
