"""An interrupted build taken up again: what it stored is kept where it still holds, all else is put back."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from graph.opening import open_store
from graph.sources import Source
from graph.storing import GraphStore

__all__ = ["Known", "known", "task_of"]


class Known(NamedTuple):
    """What a build finds in the store that it goes on with.

    Attributes:
        published: The source of each document of the store as others see it, by name of the source.
        held: The same, of what the build goes on with.
        resumed: Names of the sources that an interrupted build of the same task has stored, and that are as they
            were then.
    """

    published: Mapping[str, Source]
    held: Mapping[str, Source]
    resumed: frozenset[str]


def task_of(paths: Iterable[Path], version: str) -> str:
    """Name the work of a build: the same paths read by the same extractor are the same work.

    Args:
        paths: Files and folders, absolute.
        version: Version of the extractor.

    Example:
        >>> task_of([Path("/a"), Path("/b")], "1") == task_of([Path("/b"), Path("/a")], "1")
        True
        >>> task_of([Path("/a")], "1") == task_of([Path("/a")], "2")
        False
    """
    return sha256("\0".join([version, *sorted(map(str, paths))]).encode()).hexdigest()


def known(store: GraphStore, holds: Callable[[str, Source], bool]) -> Known:
    """Find out what a build need not read, and make the store what an undisturbed build would have come by.

    Args:
        store: The store, open for writing.
        holds: Tells whether a source, by name, is one of this build and still what was read of it.

    Returns:
        What is known of the sources.
    """
    if not store.resumed:
        published = store.digests()
        return Known(published, published, frozenset())
    with open_store(store.path) as before:
        was, now = before.sources(), store.sources()
        resumed = {name: source for name, source in now - was if holds(name, source)}
        kept = {source.graph for source in resumed.values()}
        for graph in sorted({source.graph for _, source in was ^ now} - kept):
            _put_back(store, before, graph)
        held = {name: source for name, source in was if source.graph not in kept}
        return Known(before.digests(), held | resumed, frozenset(resumed))


def _put_back(store: GraphStore, before: GraphStore, graph: str) -> None:
    content = "".join(before.graph_lines(graph)).encode()
    if content:
        store.replace(graph, content)
    else:
        store.remove(graph)
