"""A worker process as the server sees it: started, told what to do, ended whatever it does."""

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from graph.server import frames, refusals
from graph.server.frames import Frame, Kind
from graph.server.refusals import RefusedError
from graph.server.spool import Spool
from graph.server.worker import OUT_OF_MEMORY
from ontology.errors import StoreError

__all__ = ["Worker", "WorkerSettings"]

_BUFFER = 1 << 20
_START = 60.0
_ABORTED, _OVERFLOWED = -6, -11
# The worker finds modules where this process finds them, whatever folder either was started in, and leaves it to the
# server what an interrupt at the terminal means.
_PROGRAM = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); sys.path[:] = sys.argv[1:]; "
    "from graph.server.worker import main; main()"
)


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """What a worker is told when it starts.

    Attributes:
        store: Folder of the store.
        memory: Bytes of data that it may hold.
        niceness: How far it stands back behind the server for the processor.
        tasks: The modules of tasks that it imports.
    """

    store: Path
    memory: int
    niceness: int = 0
    tasks: tuple[str, ...] = ()

    def message(self) -> dict[str, object]:
        """Give them as JSON has them."""
        return {"store": str(self.store), "memory": self.memory, "niceness": self.niceness, "tasks": self.tasks}


class Worker:
    """One worker process.

    Attributes:
        stamp: What told, before it started, which build of the store is newest.
        is_busy: Whether it is in the middle of a task, and can only be ended.
    """

    def __init__(self, process: asyncio.subprocess.Process, stamp: object) -> None:
        """Hold a process; `start` is the way in."""
        self._process = process
        self.stamp = stamp
        self.is_busy = False

    @classmethod
    async def start(cls, settings: WorkerSettings, stamp: object) -> Self:
        """Start a process that has the store open.

        Raises:
            StoreError: It cannot open it.
        """
        pipe = asyncio.subprocess.PIPE
        command = [sys.executable, "-P", "-c", _PROGRAM, *sys.path]
        creating = asyncio.ensure_future(
            asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=_BUFFER)
        )
        try:
            worker = cls(await asyncio.shield(creating), stamp)
        except OSError as error:
            raise StoreError(f"{settings.store}: no worker process could be started") from error
        except asyncio.CancelledError:
            await cls(await creating, stamp).end()
            raise
        try:
            async with asyncio.timeout(_START):
                await worker._say(settings.message())
                answer = (await worker._read()).message
        except (asyncio.IncompleteReadError, OSError, TimeoutError) as error:
            await worker.end()
            raise StoreError(f"{settings.store}: no worker process could be started") from error
        except asyncio.CancelledError:
            await worker.end()
            raise
        if "error" in answer:
            await worker.end()
            raise refusals.unpack(answer)
        return worker

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.returncode is None

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    async def do(self, task: str, arguments: Mapping[str, Any], spool: Spool) -> None:
        """Have a task done.

        Args:
            task: Its name.
            arguments: What it is told.
            spool: Takes the result, which is worth nothing where this raises.

        Raises:
            ResographError: What the task raised.
            RefusedError: The worker has ended.
        """
        self.is_busy = True
        try:
            await self._say({"task": task, "arguments": dict(arguments)})
            while (frame := await self._read()).kind != Kind.END:
                if frame.kind == Kind.DATA:
                    spool.write(frame.payload)
                elif "error" in (message := frame.message):
                    self.is_busy = False
                    raise refusals.unpack(message)
                else:
                    spool.restart(message["media_type"])
        except (asyncio.IncompleteReadError, BrokenPipeError, ConnectionResetError) as error:
            raise _fate(await self._process.wait()) from error
        self.is_busy = False

    async def end(self) -> None:
        """Kill the process, whatever it does, and wait until it is gone."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()

    def kill(self) -> None:
        """Kill the process without waiting."""
        if self._process.returncode is None:
            self._process.kill()

    async def _say(self, message: Mapping[str, object]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(frames.say(message))
        await self._process.stdin.drain()

    async def _read(self) -> Frame:
        assert self._process.stdout is not None
        return await frames.receive(self._process.stdout)


def _fate(code: int) -> RefusedError:
    """Tell why a process ended in the middle of a task."""
    if code in (_ABORTED, OUT_OF_MEMORY):
        return RefusedError(422, "memory", "the query needs more memory than one may take; make it narrower, above all "
                            "what is sorted, grouped or made distinct")  # fmt: skip
    if code == _OVERFLOWED:
        return RefusedError(422, "depth", "the query is nested too deeply to be read; make it flatter")
    return RefusedError(500, "crash", "the process that worked on this request ended before it was done")
