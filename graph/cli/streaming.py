"""What is written as it is found, on its way to standard output or a file: whole, or not at all."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from graph.cli.console import to_standard_output
from ontology.errors import OutputError

__all__ = ["delivering"]

_IN_MEMORY = 1 << 22
_QUOTE = b'"'


@contextmanager
def delivering(output: Path | None, *, is_csv: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write a result to, whose last line is ended where it is not yet.

    Args:
        output: The file that takes its name when all is written; None for standard output, which gets what is written
            at the end, and nothing where an error comes before: what is large waits on the disk.
        is_csv: Whether it is CSV, the lines of which end as those of every other output.

    Yields:
        The file.

    Raises:
        OutputError: It cannot be written.

    Example:
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with delivering(Path(folder) / "out", is_csv=True) as out:
        ...         written = out.write(b'a\\r\\n"1\\r\\n"\\r\\n')
        ...     (Path(folder) / "out").read_bytes()
        b'a\\n"1\\r\\n"\\n'
    """
    if output is not None:
        from graph.files import replacing

        with replacing(output) as file:
            yield from _ending(file, str(output), is_csv=is_csv)
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as spool:
        yield from _ending(cast(BinaryIO, spool), "a file on its way to standard output", is_csv=is_csv)
        spool.seek(0)
        with to_standard_output():
            sys.stdout.flush()
            shutil.copyfileobj(spool, sys.stdout.buffer)
            sys.stdout.buffer.flush()


def _ending(out: BinaryIO, name: str, *, is_csv: bool) -> Iterator[BinaryIO]:
    lines = _Lines(out, name, is_csv=is_csv)
    yield cast(BinaryIO, lines)
    lines.end()


class _Lines:
    """A file that passes on what is written to it, with the ends of its lines as they are here."""

    def __init__(self, out: BinaryIO, name: str, *, is_csv: bool) -> None:
        self._out = out
        self._name = name
        self._is_csv = is_csv
        self._is_quoted = False
        self._kept = b""
        self._last = b""

    def write(self, piece: bytes) -> int:
        """Pass on."""
        self._pass(self._shortened(piece) if self._is_csv else piece)
        return len(piece)

    def flush(self) -> None:
        """Pass on."""
        self._out.flush()

    def end(self) -> None:
        """End the last line."""
        self._pass(self._kept)
        if self._last != b"\n":
            self._pass(b"\n")

    def _pass(self, piece: bytes) -> None:
        try:
            self._out.write(piece)
        except OSError as error:
            # What the database calls while it answers must not look like a fault of the query.
            raise OutputError(
                f"{self._name}: cannot be written ({(error.strerror or 'unknown error').lower()})"
            ) from error
        self._last = piece[-1:] or self._last

    def _shortened(self, piece: bytes) -> bytes:
        """Take the carriage returns off the ends of lines; one within quotation marks is part of a value."""
        piece = self._kept + piece
        # A carriage return at the end waits for what comes after it.
        self._kept = b"\r" if piece.endswith(b"\r") else b""
        parts = piece[: len(piece) - len(self._kept)].split(_QUOTE)
        start = 1 if self._is_quoted else 0
        parts[start::2] = [part.replace(b"\r\n", b"\n") for part in parts[start::2]]
        self._is_quoted ^= len(parts) % 2 == 0
        return _QUOTE.join(parts)
