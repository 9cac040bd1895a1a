"""Work on the store that a page needs, registered by name and run in a worker process.

A task is a function of the opened store and of arguments that JSON can carry; it gives a media type and bytes::

    @task("lineage")
    def lineage_page(store: Store, arguments: Arguments) -> Answer:
        ...
        return Answer("text/html; charset=utf-8", page.encode())

The tasks of pages stand in ``graph.server.pages.work``, which the workers for pages import when they start, so that
heavy imports stand at the head of that module. The server itself must not import it: there, a route says
``await service.page("lineage", {"symbol": "A/RES/76/270"}, request)`` (see `graph.server.service`).
What a task raises of `ontology.errors` is raised there again.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from graph.store import Store
from ontology.errors import UnknownTermError

__all__ = ["PAGE_TASKS", "Answer", "Arguments", "Task", "find", "load", "task"]

PAGE_TASKS = ("graph.server.contents", "graph.server.pages.work")
"""The modules with the tasks of pages."""

Arguments = Mapping[str, Any]
"""What a task is told: texts, numbers, lists and mappings by name, as JSON has them."""


class Answer(NamedTuple):
    """What a task gives.

    Attributes:
        media_type: Such as ``text/html; charset=utf-8``.
        body: The bytes.
    """

    media_type: str
    body: bytes


Task = Callable[[Store, Arguments], Answer]
_TASKS: dict[str, Task] = {}


def task(name: str) -> Callable[[Task], Task]:
    """Register a function as the task of a name.

    Example:
        >>> @task("example")
        ... def example(store: Store, arguments: Arguments) -> Answer:
        ...     return Answer("text/plain", arguments["word"].encode())
        >>> find("example") is example
        True
    """

    def register(function: Task) -> Task:
        _TASKS[name] = function
        return function

    return register


def find(name: str) -> Task:
    """Give the task of a name.

    Raises:
        UnknownTermError: No task has it.

    Example:
        >>> find("no such task")
        Traceback (most recent call last):
        ontology.errors.UnknownTermError: 'no such task' is not in the tasks of the server
    """
    if name not in _TASKS:
        raise UnknownTermError(name, "the tasks of the server")
    return _TASKS[name]


def load(modules: Iterable[str]) -> None:
    """Import modules of tasks."""
    for module in modules:
        import_module(module)
