"""A pool that lends worker processes: a bounded line, a fair share for each client, an end for each task."""

import asyncio
import time
from collections import Counter
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.layout import stamp
from graph.server.process import Worker, WorkerSettings
from graph.server.refusals import RefusedError, reason_of
from graph.server.spool import Budget, Spool
from ontology.errors import ResographError, StoreError

__all__ = ["Pool", "PoolSettings", "Watch"]

_PAUSE = 1.0
_GRACE = 0.5


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """What makes a pool.

    Attributes:
        name: Name for the metrics.
        worker: What its workers are told.
        size: How many there are.
        share: How many of them one client may hold.
        seconds: How long a task may run.
        waiting: How many requests may wait for a worker.
        wait: Seconds that one waits.
    """

    name: str
    worker: WorkerSettings
    size: int
    share: int
    seconds: float
    waiting: int
    wait: float


class Watch:
    """Is told what happens in a pool; this one takes no notice."""

    def started(self, pool: str) -> None:
        """A worker was started."""

    def ended(self, pool: str, reason: str) -> None:
        """A worker was ended, or ended by itself, for a reason in one word: time, memory, client, old ..."""


class _Place(NamedTuple):
    client: str
    turn: "asyncio.Future[Worker]"


class Pool:
    """Lends workers to clients in the order in which they came, as far as the share of each goes."""

    def __init__(self, settings: PoolSettings, budget: Budget, watch: Watch | None = None) -> None:
        """Make a pool without workers; `start` starts them."""
        self.settings = settings
        self._budget = budget
        self._watch = watch or Watch()
        self._workers: set[Worker] = set()
        self._idle: list[Worker] = []
        self._line: list[_Place] = []
        self._held: Counter[str] = Counter()
        self._chores: set[asyncio.Task[None]] = set()
        self._stamp: object = None
        self._refreshing = asyncio.Lock()
        self._starting = 0
        self._filling = 0
        self._not_before = 0.0
        self._is_closed = False

    @property
    def running(self) -> int:
        """How many workers are lent, or replaced after a loan."""
        return self._held.total()

    @property
    def waiting(self) -> int:
        """How many requests wait for a worker."""
        return len(self._line)

    @property
    def alive(self) -> int:
        """How many worker processes run."""
        return sum(worker.is_alive for worker in self._workers)

    async def start(self) -> None:
        """Start the workers.

        Raises:
            StoreError: The store cannot be opened.
        """
        self._stamp = stamp(self.settings.worker.store)
        await self._add()
        await asyncio.gather(*(self._add() for _ in range(self.settings.size - 1)))

    async def stop(self) -> None:
        """End all workers, whatever they do."""
        self._is_closed = True
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._workers))

    async def run(self, task: str, arguments: Mapping[str, Any], client: str = "") -> Spool:
        """Have a task done by a worker; cancelling this ends the work, and the worker with it if need be.

        Args:
            task: Its name.
            arguments: What it is told, as far as JSON can carry it.
            client: Who asks; the empty name has no share and takes what is free.

        Returns:
            The whole result, at its beginning; who gets it closes it.

        Raises:
            RefusedError: No worker is free, or the task went over a limit.
            ResographError: What the task raised.
        """
        if self._is_closed:
            raise _ending()
        await self.tend(self.settings.wait)
        worker = await self._turn(client)
        spool = Spool(self._budget)
        work = asyncio.ensure_future(worker.do(task, arguments, spool))
        try:
            await asyncio.wait([work], timeout=self.settings.seconds)
        except asyncio.CancelledError:
            self._do(self._wind_down(client, worker, work, spool))
            raise
        error = self._outcome(work)
        self._give_back(client, worker, "old" if error is None else _reason(error))
        if error is not None:
            spool.close()
            raise error
        spool.rewind()
        return spool

    def _outcome(self, work: "asyncio.Future[None]") -> BaseException | None:
        """Give the error that stands against the result of work, or None."""
        if not work.done():
            work.cancel()
            return _late(self.settings.seconds)
        error = work.exception()
        return _ending() if error is not None and self._is_closed else error

    async def _wind_down(self, client: str, worker: Worker, work: "asyncio.Future[None]", spool: Spool) -> None:
        """Let work end by itself that nobody waits for, if that is soon: a new worker takes longer to start."""
        try:
            await asyncio.wait([work], timeout=_GRACE)
        finally:
            self._outcome(work)
            spool.close()
            self._give_back(client, worker, "client")

    def _give_back(self, client: str, worker: Worker, reason: str) -> None:
        if worker.is_busy or worker.stamp != self._stamp:
            self._replace(client, worker, reason)
        else:
            self._take_back(client, worker)

    async def _turn(self, client: str) -> Worker:
        """Wait for a worker; it is held by the client when it comes."""
        if self._idle and self._may(client):
            return self._grant(client)
        in_line = sum(place.client == client for place in self._line)
        if len(self._line) >= self.settings.waiting or (client and in_line >= max(1, self.settings.waiting // 2)):
            raise _busy("too many requests are waiting already")
        place = _Place(client, asyncio.get_running_loop().create_future())
        self._line.append(place)
        try:
            await asyncio.wait([place.turn], timeout=self.settings.wait)
        except asyncio.CancelledError:
            if place.turn.done():
                self._take_back(client, place.turn.result())
            raise
        finally:
            if place in self._line:
                self._line.remove(place)
        if not place.turn.done():
            raise _busy("all workers that this request may have are busy")
        return place.turn.result()

    def _may(self, client: str) -> bool:
        return not client or self._held[client] < self.settings.share

    def _grant(self, client: str) -> Worker:
        self._held[client] += 1
        return self._idle.pop()

    def _serve_line(self) -> None:
        """Give free workers to those who wait: each to the first who may have one."""
        for place in list(self._line):
            if not self._idle:
                return
            if self._may(place.client):
                self._line.remove(place)
                place.turn.set_result(self._grant(place.client))

    def _take_back(self, client: str, worker: Worker) -> None:
        self._release(client)
        self._idle.append(worker)
        self._serve_line()

    def _release(self, client: str) -> None:
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]

    def _replace(self, client: str, worker: Worker, reason: str) -> None:
        """End a worker and start another; until then its client is taken to hold it still."""
        self._watch.ended(self.settings.name, reason)
        worker.kill()

        async def replace() -> None:
            try:
                await worker.end()
                self._workers.discard(worker)
                await self._fill()
            finally:
                self._release(client)
                self._serve_line()

        self._do(replace())

    def _do(self, chore: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(chore)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    async def _fill(self) -> None:
        """Start a worker where one is missing."""
        self._filling += 1
        try:
            while self._missing and not self._is_closed:
                try:
                    await self._add()
                except StoreError:
                    # The store cannot be opened at this moment, such as while it is replaced.
                    await asyncio.sleep(_PAUSE)
        finally:
            self._filling -= 1

    @property
    def _missing(self) -> bool:
        return len(self._workers) + self._starting < self.settings.size

    async def _add(self, newest: object = None) -> None:
        self._starting += 1
        try:
            worker = await Worker.start(self.settings.worker, newest or self._stamp)
        finally:
            self._starting -= 1
        self._watch.started(self.settings.name)
        self._workers.add(worker)
        self._idle.append(worker)

    async def tend(self, patience: float) -> None:
        """See whether the store was built anew or a worker has died; lend no worker that is out of date.

        Args:
            patience: Seconds to wait for a worker that has the new store open; then the old one goes on answering.
        """
        if self._is_closed:
            return
        newest = stamp(self.settings.worker.store)
        if newest is not None and newest != self._stamp and time.monotonic() >= self._not_before:
            with suppress(TimeoutError):
                async with asyncio.timeout(patience), self._refreshing:
                    if newest != self._stamp:
                        await self._renew(newest)
        if self._missing and not self._filling:
            self._do(self._fill())
        for worker in [worker for worker in self._idle if worker.stamp != self._stamp or not worker.is_alive]:
            self._idle.remove(worker)
            self._held[""] += 1
            self._replace("", worker, "old" if worker.is_alive else "crash")

    async def _renew(self, newest: object) -> None:
        """Start one worker on the new store; where that fails, the old one answers until it can be opened."""
        try:
            await self._add(newest)
        except StoreError:
            self._not_before = time.monotonic() + _PAUSE
        else:
            self._stamp = newest


def _reason(error: BaseException) -> str:
    return reason_of(error) if isinstance(error, ResographError) else "crash"


def _late(seconds: float) -> RefusedError:
    text = f"there is no answer after {seconds:g} seconds, which is the limit; make the query narrower, or add LIMIT"
    return RefusedError(504, "time", text)


def _ending() -> RefusedError:
    return RefusedError(503, "ending", "the server is ending")


def _busy(why: str) -> RefusedError:
    return RefusedError(503, "busy", f"{why}; try again in a moment", retry=5)
