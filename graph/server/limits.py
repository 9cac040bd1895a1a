"""What a client of the service may cost it."""

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that no client can exceed.

    Attributes:
        seconds: How long one query, or the work for one page, may run.
        rows: Rows or triples that one result may have.
        bytes: Bytes that one result may have.
        body: Bytes that the body of a request may have.
        memory: Bytes of memory that one worker process may take beside the program itself.
        workers: Queries that run at once.
        page_workers: Pages that are made at once.
        waiting: Requests that may wait for a worker; what comes beyond is sent away at once.
        wait: Seconds that a request waits for a worker before it is sent away.
        connections: Connections that are served at once.

    Example:
        >>> Limits(workers=4).share, Limits(workers=1).share
        (2, 1)
    """

    seconds: float = 30.0
    rows: int = 1_000_000
    bytes: int = 100_000_000
    body: int = 1_000_000
    memory: int = 1 << 30
    workers: int = 4
    page_workers: int = 2
    waiting: int = 64
    wait: float = 5.0
    connections: int = 512

    @property
    def share(self) -> int:
        """How many query workers one client address may hold at once: half of them, so that others find one free."""
        return max(1, self.workers // 2)

    @property
    def spooled(self) -> int:
        """How many bytes of results may lie on disk at once, waiting for their clients to take them."""
        return 8 * self.bytes
