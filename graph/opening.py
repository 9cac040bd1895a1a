"""Opens a store wherever it is: in a folder or on a server."""

from pathlib import Path

from graph.location import Location, is_remote
from graph.store import Store
from graph.storing import GraphStore
from ontology.errors import StoreError

__all__ = ["is_store", "open_or_create", "open_store"]


def is_store(place: Location) -> bool:
    """Tell whether a folder says of itself that it is a store; of a server that is found out when it is opened.

    Example:
        >>> is_store("no such folder"), is_store("http://localhost:7878")
        (False, True)
    """
    return is_remote(place) or Store.is_store(Path(place))


def open_store(
    place: Location, *, write: bool = False, task: str | None = None, break_lock: bool = False
) -> GraphStore:
    """Open a store that exists.

    Args:
        place: Its folder, or the address of a server.
        write: Whether it is to be written; it is then closed to other writers.
        task: Name of what is to be written, as for `Store.open`; on a server what was written is there at once.
        break_lock: Whether to take the place of a writer on a server that was killed; a folder frees itself.

    Returns:
        The store.

    Raises:
        StoreError: There is no store, it cannot be opened, or another process writes it; or the lock of a folder is
            to be broken.

    Example:
        >>> open_store("nowhere")
        Traceback (most recent call last):
        ontology.errors.StoreError: nowhere: there is no store here; 'resograph build PATH --store nowhere' makes one
    """
    if is_remote(place):
        from graph.remote.store import RemoteStore

        return RemoteStore.open(place, write=write, break_lock=break_lock)
    if break_lock:
        raise StoreError(f"{place}: the lock of a folder ends with the process that holds it; there is none to break")
    return Store.open(place, write=write, task=task)


def open_or_create(place: Location, *, task: str | None = None, break_lock: bool = False) -> GraphStore:
    """Open a store for writing; make it where there is none.

    Args:
        place: As for `open_store`.
        task: As for `open_store`.
        break_lock: As for `open_store`.

    Returns:
        The store.

    Raises:
        StoreError: As for `open_store`; or no store can be made there.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_or_create(Path(folder) / "store") as store:
        ...     store.writable
        True
    """
    if is_store(place) or break_lock:
        return open_store(place, write=True, task=task, break_lock=break_lock)
    return Store.create(place, task=task)
