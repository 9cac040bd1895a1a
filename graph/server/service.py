"""The service as its routes see it: what it was told, and the pools of workers that do what needs the store."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from starlette.requests import Request

from graph.layout import stamp
from graph.server.contents import CONTENTS, Contents
from graph.server.limits import Limits
from graph.server.metrics import Metrics
from graph.server.pool import Pool, PoolSettings
from graph.server.process import WorkerSettings
from graph.server.refusals import RefusedError
from graph.server.request import client_of
from graph.server.spool import Budget, Spool
from graph.server.tasks import PAGE_TASKS, Answer
from graph.server.worker import QUERY
from ontology.errors import StoreError

__all__ = ["Service", "ServiceSettings"]

T = TypeVar("T")
_NICENESS = 5
_LOOK = 1.0
_RENEWAL = 60.0
# How long the start waits for the first count of a large store.
_PATIENCE = 2.0
_TOO_MUCH = frozenset({"bytes", "depth", "memory", "rows", "time"})


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """What a service is told.

    Attributes:
        store: Folder of the store.
        language: Language of pages where the client does not say: zh or en.
        limits: What a client may cost it.
        access_log: Whether each answer is told on standard error, without the text of queries.
        proxy: Address of a proxy that is believed when it says for which client it asks; None where there is none.
    """

    store: Path
    language: str = "zh"
    limits: Limits = field(default_factory=Limits)
    access_log: bool = False
    proxy: str | None = None


class Service:
    """What the routes of the application share.

    Attributes:
        settings: What it was told.
        metrics: What it counts.
        queries: The pool for SPARQL that clients send.
        pages: The pool for all else, so that pages answer while queries take their time.
        contents: What the store held when it was last counted.
    """

    def __init__(self, settings: ServiceSettings) -> None:
        """Make it without workers; `start` starts them."""
        self.settings = settings
        self.metrics = Metrics()
        self.budget = Budget(settings.limits.spooled)
        self.queries = Pool(_queries(settings), self.budget, self.metrics)
        self.pages = Pool(_pages(settings), self.budget, self.metrics)
        self.contents = Contents(())
        self._counted: object = None
        self._tending: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start the workers.

        Raises:
            StoreError: The store cannot be opened.
        """
        try:
            await asyncio.gather(self.queries.start(), self.pages.start())
        except BaseException:
            await self.stop()
            raise
        counting = asyncio.ensure_future(self._count())
        self._tending = asyncio.ensure_future(self._tend(counting))
        self._tending.add_done_callback(_told)
        await asyncio.wait([counting], timeout=_PATIENCE)

    async def _tend(self, counting: "asyncio.Future[None]") -> None:
        """Look after the pools while nobody asks for anything."""
        await counting
        while True:
            await asyncio.sleep(_LOOK)
            await asyncio.gather(self.queries.tend(_RENEWAL), self.pages.tend(_RENEWAL))
            await self._count()

    async def _count(self) -> None:
        """Have the graphs of the store counted, once for each build of it."""
        newest = stamp(self.settings.store)
        if newest == self._counted:
            return
        try:
            self.contents = Contents.read(await self.page(CONTENTS, {}))
        except RefusedError as error:
            if error.reason not in _TOO_MUCH:
                return
            # What was counted before is as good as can be told.
        except StoreError:
            return
        self._counted = newest

    async def stop(self) -> None:
        """End the workers, whatever they do."""
        if self._tending is not None:
            self._tending.cancel()
        await asyncio.gather(self.queries.stop(), self.pages.stop())

    async def page(self, task: str, arguments: dict[str, Any], request: Request | None = None) -> Answer:
        """Have work for a page done by one of the workers for pages.

        Args:
            task: Name under which `graph.server.tasks.task` registered it.
            arguments: What it is told: texts, numbers, lists and mappings.
            request: For whom: where its client leaves, the work ends. Do not read the request's body meanwhile.

        Returns:
            What the task gave, whole.

        Raises:
            RefusedError: No worker is free, or the work went over a limit; it answers as it is.
            ResographError: What the task raised, such as UnknownTermError; left alone, it becomes an answer with the
                fitting status (see `graph.server.refusals.status_of`).
        """
        client = client_of(request) if request is not None else ""
        work = self.pages.run(task, arguments, client)
        spool = await (unless_gone(request, work) if request is not None else work)
        try:
            return Answer(spool.media_type, spool.read())
        finally:
            spool.close()

    async def query(self, arguments: dict[str, Any], request: Request) -> Spool:
        """Run SPARQL in one of the workers for queries; where the client leaves, the query ends.

        Args:
            arguments: As `graph.server.results.answer` takes them.
            request: For whom.

        Returns:
            The whole result; who gets it closes it.

        Raises:
            RefusedError: No worker is free, or the query went over a limit.
            QueryError: The query is malformed or refused.
        """
        return await unless_gone(request, self.queries.run(QUERY, arguments, client_of(request)))


async def unless_gone(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """Do work for a client as long as it is there.

    Raises:
        RefusedError: The client has left, and the work was cancelled.
    """
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait([task, gone], return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise RefusedError(400, "client", "the client has left")
        return task.result()
    finally:
        gone.cancel()
        if not task.done():
            task.cancel()
            await asyncio.wait([task])


def _told(task: "asyncio.Task[None]") -> None:
    """Say so where the work that nobody waits for has failed."""
    if not task.cancelled() and (error := task.exception()) is not None:
        said = {"message": "the server no longer looks after its workers", "exception": error, "task": task}
        task.get_loop().call_exception_handler(said)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _queries(settings: ServiceSettings) -> PoolSettings:
    limits = settings.limits
    worker = WorkerSettings(settings.store, limits.memory, _NICENESS)
    return PoolSettings("queries", worker, limits.workers, limits.share, limits.seconds, limits.waiting, limits.wait)


def _pages(settings: ServiceSettings) -> PoolSettings:
    limits = settings.limits
    worker = WorkerSettings(settings.store, limits.memory, 0, PAGE_TASKS)
    size = limits.page_workers
    return PoolSettings("pages", worker, size, max(1, size - 1), limits.seconds, limits.waiting, limits.wait)
