"""Work that does not listen while it runs, made to end at an interrupt or after a time."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from ontology.errors import QueryError

__all__ = ["within"]

T = TypeVar("T")
_LOOK = 0.1


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """Run work in a thread of its own, so that this one can be interrupted.

    Work that is given up runs on until the process ends, which it does not hold back.

    Args:
        seconds: How long to wait; None for as long as it takes.
        work: What to run.

    Returns:
        What the work gives.

    Raises:
        QueryError: The time is up.

    Example:
        >>> within(5, lambda: 6 * 7)
        42
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 - handed over to the thread that waits
            errors.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    waited = 0.0
    while thread.is_alive() and (seconds is None or waited < seconds):
        thread.join(_LOOK)
        waited += _LOOK
    if errors:
        raise errors[0]
    if not results:
        raise QueryError(f"no answer after {seconds:g} seconds; make the query narrower, or allow more by --timeout")
    return results[0]
