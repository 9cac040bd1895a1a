"""Files written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ontology.errors import OutputError

__all__ = ["replacing", "synced"]


def _mask() -> int:
    """Read the process's file mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


_MASK = _mask()


@contextmanager
def replacing(path: Path, *, durable: bool = False) -> Iterator[BinaryIO]:
    """Write a file that takes its name only when it is complete.

    Args:
        path: Where it is to stand; what stands there stays as it is until then, and for good where writing fails.
            A link stays a link, and a device is written to.
        durable: Whether the file must outlive a power cut from then on.

    Yields:
        A file to write to.

    Raises:
        OutputError: It cannot be written.

    Example:
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with replacing(Path(folder) / "out.txt") as out:
        ...         out.write(b"done")
        ...     (Path(folder) / "out.txt").read_bytes()
        4
        b'done'
    """
    try:
        with _device(path) if path.exists() and not path.is_file() else _replaced(path.resolve(), durable) as out:
            yield out
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({(error.strerror or 'unknown error').lower()})") from error


@contextmanager
def _device(path: Path) -> Iterator[BinaryIO]:
    """Write to a device or a pipe as it is; it cannot be replaced."""
    with path.open("wb") as out:
        yield out


@contextmanager
def _replaced(target: Path, durable: bool) -> Iterator[BinaryIO]:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as out:
            yield out
        Path(name).chmod(target.stat().st_mode if target.exists() else 0o666 & ~_MASK)
        if durable:
            synced(Path(name))
        Path(name).replace(target)
        if durable:
            synced(target.parent)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def synced(path: Path) -> None:
    """Wait until a file, or the list of names in a folder, is on the disk and outlives a power cut.

    Raises:
        OSError: It cannot be read, or the disk cannot take it.

    Example:
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     synced(Path(folder))
    """
    if sys.platform == "win32" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
