"""Backups: all quads of a store in one file that any store can take in, with a sum that proves it whole."""

import gzip
import re
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from graph.files import replacing
from ontology.errors import StoreError

__all__ = ["Contents", "Filled", "Read", "backup", "restore", "verify"]

_HEAD = b"# resograph backup, format 1\n"
_OTHER_HEAD = re.compile(rb"# resograph backup, format (\d+)\n")
_END = re.compile(rb"# (\d+) quads, SHA-256 ([0-9a-f]{64})\n")
_GRAPH = re.compile(rb"<[^<>]*> \.\n$")
_LONGEST_HEAD = 100
_LEVEL = 6
_CHUNK = 8_000_000


class Read(Protocol):
    """What a backup can be taken of: a store on disk, or a remote one."""

    def graphs(self) -> tuple[str, ...]:
        """List the IRIs of the graphs, sorted."""

    def graph_lines(self, graph: str) -> Iterator[str]:
        """Write one graph as N-Quads lines, sorted."""


class Filled(Protocol):
    """What a backup can be restored into."""

    def clear(self) -> None:
        """Take everything out."""

    def load(self, content: bytes) -> None:
        """Add N-Quads."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds.

    Attributes:
        quads: Number of its quads.
        digest: SHA-256 of all that stands above the closing line, in hex.
    """

    quads: int
    digest: str


def backup(store: Read, path: Path) -> Contents:
    """Write all quads of a store into one file.

    The file is N-Quads under gzip: a head line with tool and format, graph after graph, sorted within each, and a
    closing line with the number of quads and the sum of what stands above it. The same quads give the same bytes. No
    more than one graph is in memory.

    Args:
        store: The store, open; others may read and write it meanwhile.
        path: The file, which takes its name when it is complete.

    Returns:
        What was written.

    Raises:
        OutputError: The file cannot be written.

    Example:
        >>> import tempfile
        >>> from graph.store import Store
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with Store.create(Path(folder) / "one") as one:
        ...         one.add(['<http://x/d> <http://x/p> "1" <http://x/g> .'])
        ...         _ = backup(one, Path(folder) / "one.nq.gz")
        ...     _ = restore(Path(folder) / "one.nq.gz", lambda: Store.create(Path(folder) / "two"))
        ...     with Store.open(Path(folder) / "two") as two:
        ...         list(two.lines())
        ['<http://x/d> <http://x/p> "1" <http://x/g> .\\n']
    """
    digest, quads = sha256(_HEAD), 0
    with replacing(path, durable=True) as out, gzip.GzipFile("", "wb", _LEVEL, out, mtime=0) as packed:
        packed.write(_HEAD)
        for graph in store.graphs():
            lines = list(store.graph_lines(graph))
            content = "".join(lines).encode()
            digest.update(content)
            packed.write(content)
            quads += len(lines)
        packed.write(f"# {quads} quads, SHA-256 {digest.hexdigest()}\n".encode())
    return Contents(quads, digest.hexdigest())


def verify(path: Path) -> Contents:
    """Read a backup to its end and see that it is whole.

    Args:
        path: The file.

    Returns:
        What it holds.

    Raises:
        StoreError: It is missing, is no backup, is one of another format, or is damaged.

    Example:
        >>> verify(Path("missing.nq.gz"))
        Traceback (most recent call last):
        ontology.errors.StoreError: missing.nq.gz: the backup cannot be read (No such file or directory)
    """
    lines = _lines(path)
    while True:
        try:
            next(lines)
        except StopIteration as end:
            found: Contents = end.value
            return found


def restore(path: Path, opened: Callable[[], AbstractContextManager[Filled]]) -> Contents:
    """Put what a backup holds in the place of all that a store holds.

    The file is read twice: to its end before the store is opened, so that a damaged one changes nothing, and then for
    its quads, of which no more than one graph, or a few megabytes of small ones, are in memory.

    Args:
        path: The file.
        opened: Opens the store, or makes it, for writing.

    Returns:
        What was restored.

    Raises:
        StoreError: The file is no backup or is damaged, or the store cannot be opened or written. What the store
            held stays.
    """
    contents = verify(path)
    with opened() as store:
        store.clear()
        for content in _chunks(_lines(path)):
            store.load(content)
    return contents


def _chunks(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Join lines to pieces of some size that end where a graph ends, lest blank nodes be torn apart."""
    chunk: list[bytes] = []
    size, graph = 0, b""
    for line in lines:
        found = _GRAPH.search(line)
        here = found[0] if found else b""
        if size >= _CHUNK and here != graph:
            yield b"".join(chunk)
            chunk, size = [], 0
        chunk.append(line)
        size += len(line)
        graph = here
    yield b"".join(chunk)


def _lines(path: Path) -> Generator[bytes, None, Contents]:
    """Give the quads of a backup line by line; give what it holds as the value of the generator."""
    digest, quads, end = sha256(_HEAD), 0, None
    try:
        with gzip.open(path, "rb") as packed:
            _check_head(path, packed.readline(_LONGEST_HEAD))
            for line in packed:
                if end is not None:
                    raise StoreError(f"{path}: the backup is damaged (something stands below its closing line)")
                elif line.startswith(b"#"):
                    end = _END.fullmatch(line)
                    continue
                else:
                    quads += 1
                    yield line
                digest.update(line)
    except gzip.BadGzipFile:
        raise StoreError(f"{path}: this is no backup of resograph, or a damaged one") from None
    except (EOFError, zlib.error):
        raise StoreError(f"{path}: the backup is damaged (its end is missing, or bytes of it are changed)") from None
    except OSError as error:
        raise StoreError(f"{path}: the backup cannot be read ({error.strerror})") from None
    if end is None or (int(end[1]), end[2].decode()) != (quads, digest.hexdigest()):
        raise StoreError(f"{path}: the backup is damaged (what it holds is not what its closing line says)")
    return Contents(quads, digest.hexdigest())


def _check_head(path: Path, line: bytes) -> None:
    if line == _HEAD:
        return
    if other := _OTHER_HEAD.fullmatch(line):
        number = other[1].decode()
        raise StoreError(
            f"{path}: this backup has format {number}, this version reads format 1; use the one that made it"
        )
    raise StoreError(f"{path}: this is no backup of resograph (its first line says otherwise)")
