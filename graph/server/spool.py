"""Results that wait on disk for their clients to take them, all together within a budget."""

import tempfile
from typing import Final

from graph.server.refusals import RefusedError

__all__ = ["Budget", "Spool"]

_IN_MEMORY: Final = 1 << 18


class Budget:
    """How many bytes all spools together may hold.

    Example:
        >>> budget = Budget(10)
        >>> spool = Spool(budget)
        >>> spool.write(b"12345678")
        >>> spool.write(b"90123")
        Traceback (most recent call last):
        graph.server.refusals.RefusedError: too many large results are waiting for their clients; try again later
        >>> spool.close()
        >>> budget.used
        0
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0


class Spool:
    """One result: small ones in memory, large ones in a file without a name.

    Attributes:
        media_type: What it is, once that is known.
        size: How many bytes it has.
    """

    def __init__(self, budget: Budget) -> None:
        """Make it empty."""
        self._budget = budget
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - `close` closes it
        self.media_type = ""
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Add a piece.

        Raises:
            RefusedError: All spools together hold too much, or the disk is full.
        """
        if self._budget.used + len(piece) > self._budget.limit:
            text = "too many large results are waiting for their clients; try again later"
            raise RefusedError(503, "spool", text, retry=10)
        try:
            self._file.write(piece)
        except OSError as error:
            raise RefusedError(503, "disk", "the server has no room for the result; try again later", 60) from error
        self._budget.used += len(piece)
        self.size += len(piece)

    def restart(self, media_type: str) -> None:
        """Begin anew: what was written before is void.

        Args:
            media_type: What it is to be.
        """
        self._file.seek(0)
        self._file.truncate()
        self._budget.used -= self.size
        self.size = 0
        self.media_type = media_type

    def rewind(self) -> None:
        """Go back to the beginning, to be read."""
        self._file.seek(0)

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        return self._file.read(size)

    def close(self) -> None:
        """Give back what it holds; closing twice does no harm."""
        if not self._file.closed:
            self._file.close()
            self._budget.used -= self.size
