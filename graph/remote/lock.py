"""A lock between writers of one store on a server, kept in a graph of its own by updates that depend on it."""

import os
import platform
import secrets
from collections.abc import Callable, Iterator

from graph.printable import printable
from graph.quads import iri, literal
from ontology.errors import StoreError
from ontology.iri import BASE
from ontology.vocabulary import PREFIXES

__all__ = ["LOCK_GRAPH", "UpdateLock"]

LOCK_GRAPH = BASE + "graph/lock"
"""The graph that holds the lock; it is no graph of a document, and no list of graphs has it."""

_NODE = iri(LOCK_GRAPH)
_HOLDER = iri(PREFIXES["rdf"] + "value")
_HOLDERS = f"SELECT ?holder WHERE {{ GRAPH {_NODE} {{ {_NODE} {_HOLDER} ?holder }} }}"
_LONGEST_SHOWN = 120


class UpdateLock:
    """Holds a store on a server against other writers; a writer that is killed leaves it behind."""

    def __init__(
        self, place: str, rows: Callable[[str], Iterator[tuple[str, ...]]], update: Callable[[str], None]
    ) -> None:
        """Name the store and what asks and changes it; nothing is locked yet."""
        self._place = place
        self._rows = rows
        self._update = update
        token = secrets.token_hex(8)
        self._own = f"process {os.getpid()} on {platform.node() or 'an unnamed host'}, {token}"

    def acquire(self, *, take_over: bool = False) -> None:
        """Take the lock.

        Args:
            take_over: Whether to take it from one who left it behind.

        Raises:
            StoreError: Another writer holds it.
        """
        if take_over:
            # Only the lock that was seen is broken, so that of two who break it one is refused.
            for (holder,) in list(self._rows(_HOLDERS)):
                self._update(self._deletion(holder))
        self._update(
            f"INSERT {{ {self._statement(self._own)} }}\n"
            f"WHERE {{ FILTER NOT EXISTS {{ GRAPH {_NODE} {{ {_NODE} {_HOLDER} ?other }} }} }}"
        )
        others = self._others()
        if others or not self._is_ours():
            self.release()
            raise StoreError(f"{self._place}: {_held_by(others)}")

    def check(self) -> None:
        """Make sure that nobody took the lock meanwhile.

        Raises:
            StoreError: Somebody did; what was written since may be mixed with what that one wrote.
        """
        if not self._is_ours():
            raise StoreError(
                f"{self._place}: another writer broke the lock of this one while it wrote; run the build once more"
            )

    def release(self) -> None:
        """Give the lock back; that of another stays."""
        self._update(self._deletion(self._own))

    def _is_ours(self) -> bool:
        return (self._own,) in list(self._rows(_HOLDERS))

    def _others(self) -> tuple[str, ...]:
        return tuple(sorted(holder for (holder,) in self._rows(_HOLDERS) if holder != self._own))

    def _deletion(self, holder: str) -> str:
        return f"DELETE DATA {{ {self._statement(holder)} }}"

    @staticmethod
    def _statement(holder: str) -> str:
        return f"GRAPH {_NODE} {{ {_NODE} {_HOLDER} {literal(holder)} }}"


def _held_by(others: tuple[str, ...]) -> str:
    if not others:
        return "the store cannot be locked: the server does not keep what an update puts in"
    who = printable(others[0].rpartition(",")[0] or others[0])[:_LONGEST_SHOWN]
    return (
        f"the store is being written by {who}; wait until it ends, "
        "or take its place by 'resograph build … --break-lock' if it is gone"
    )
