"""A worker process: it holds a store open and does one task after another, until the server ends it or is gone.

The server starts it and talks to it in frames over its standard streams. It may be killed at any moment: that is how
the server ends a query that runs too long, for the engine cannot be told to stop.
"""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any, BinaryIO, cast

from graph.server import frames, refusals, tasks
from graph.server.frames import Kind
from graph.server.results import answer
from graph.store import Store
from ontology.errors import ResographError

__all__ = ["OUT_OF_MEMORY", "QUERY", "main"]

QUERY = "query"
"""The name of the task that runs SPARQL; all others are registered in `graph.server.tasks`."""
OUT_OF_MEMORY = 86
"""The exit code of a worker that ran out of memory where Python noticed; where the engine did, it is aborted."""
_PIECE = 1 << 16


class _Result(io.RawIOBase):
    """Sends what is written to it to the server, in frames of a fair size."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._held = bytearray()

    def writable(self) -> bool:
        """Say yes."""
        return True

    def write(self, piece: Any) -> int:
        """Hold a piece until there is enough to send."""
        self._held += piece
        if len(self._held) >= _PIECE:
            self.send()
        return len(piece)

    def forget(self) -> None:
        """Forget what is held."""
        self._held.clear()

    def send(self) -> None:
        """Send what is held."""
        if self._held:
            self._out.write(frames.pack(Kind.DATA, bytes(self._held)))
            self._held.clear()


def main() -> None:
    """Open the store, say so, and work."""
    settings = frames.read(sys.stdin.buffer)
    if settings is None:
        return
    out = _output()
    told = settings.message
    _be_modest(told["niceness"])
    tasks.load(told["tasks"])
    try:
        store = Store.open(Path(told["store"]))
    except ResographError as error:
        _send(out, frames.say(refusals.pack(error)))
        return
    _bound_memory(told["memory"])
    with store:
        _send(out, frames.say({"ready": True}))
        for request in iter(_requests().get, None):
            _work(store, request, out)


def _output() -> BinaryIO:
    """Keep standard output for frames; what else is printed goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _requests() -> "SimpleQueue[dict[str, Any] | None]":
    """Read requests in a thread, so that the end of the server ends this process in the middle of a query too."""
    waiting: SimpleQueue[dict[str, Any] | None] = SimpleQueue()

    def listen() -> None:
        while (frame := frames.read(sys.stdin.buffer)) is not None:
            waiting.put(frame.message)
        os._exit(0)

    Thread(target=listen, daemon=True).start()
    return waiting


def _work(store: Store, request: dict[str, Any], out: BinaryIO) -> None:
    result = _Result(out)

    def announce(media_type: str) -> IO[bytes]:
        result.forget()
        out.write(frames.say({"media_type": media_type}))
        return cast("IO[bytes]", result)

    try:
        if request["task"] == QUERY:
            answer(store, request["arguments"], announce)
        else:
            media_type, body = tasks.find(request["task"])(store, request["arguments"])
            announce(media_type).write(body)
    except ResographError as error:
        _send(out, frames.say(refusals.pack(error)))
    except MemoryError:
        # What is left of the heap cannot be trusted; the server reads the end of this process as want of memory.
        os._exit(OUT_OF_MEMORY)
    else:
        result.send()
        _send(out, frames.pack(Kind.END))


def _send(out: BinaryIO, piece: bytes) -> None:
    out.write(piece)
    out.flush()


def _system_bounds() -> tuple[Callable[[int], None], Callable[[int], None]]:
    if sys.platform == "win32":
        return (lambda _niceness: None), (lambda _size: None)
    import resource

    def bound(size: int) -> None:
        held = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        resource.setrlimit(held, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def be_modest(niceness: int) -> None:
        os.nice(niceness)

    return be_modest, bound


_be_modest, _bound_memory = _system_bounds()
