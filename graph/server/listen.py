"""The server process: a socket, connections that must not stand still, and an orderly end."""

import asyncio
import logging
import signal
import socket
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from graph.server.app import application
from graph.server.service import Service, ServiceSettings
from graph.store import Store
from ontology.errors import ServerError

__all__ = ["bind", "serve"]

_BACKLOG = 128
_HEAD_BYTES = 1 << 16
_HEAD_SECONDS = 10.0
_STUCK_SECONDS = 30.0
_LOOK = 2.0
_KEEP_ALIVE = 5
# The part of all connections that one address may hold.
_SHARE = 4
_LAST_SECONDS = 3
# How much of what a client sends is read at one go, before others have their turn.
_PIECE = 1 << 13
_PAUSE = 0.01


class _Connection(H11Protocol):
    """A connection that is cut where its client stands still: with half a request, or an answer that it does not take.

    uvicorn times out only a connection that is idle after an answer. What comes is read in pieces, for a flood of tiny
    chunks takes its parser long, and others wait meanwhile.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._since = time.monotonic()
        self._stuck: float | None = None
        self._unread = bytearray()
        self._is_reading = False

    def data_received(self, data: bytes) -> None:
        """Take what the client sends, and read it piece by piece."""
        self._unread += data
        if not self._is_reading:
            self._read()

    def _read(self) -> None:
        if self.transport.is_closing():
            self._unread.clear()
            return
        if self.flow.read_paused:
            self._is_reading = True
            self.loop.call_later(_PAUSE, self._read)
            return
        piece = bytes(self._unread[:_PIECE])
        del self._unread[:_PIECE]
        super().data_received(piece)
        self._is_reading = bool(self._unread)
        if self._is_reading:
            self.transport.pause_reading()
            self.loop.call_soon(self._read)
        elif not self.flow.read_paused:
            self.transport.resume_reading()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to watch; a client that has too many connections gets no more."""
        super().connection_made(transport)
        self._since = time.monotonic()
        if self._has_too_many():
            transport.abort()
            return
        self.loop.call_later(_LOOK, self._look)

    def _has_too_many(self) -> bool:
        limit, client = self.config.limit_concurrency, self.client and self.client[0]
        is_proxy = self.config.proxy_headers and client in self.config.forwarded_allow_ips
        if limit is None or client is None or is_proxy:
            return False
        others = (one.client for one in self.connections if isinstance(one, _Connection))
        return sum(other is not None and other[0] == client for other in others) > limit // _SHARE

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        self._since = time.monotonic()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Note that the client does not take what is sent."""
        self._stuck = time.monotonic()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note that it does."""
        self._stuck = None
        super().resume_writing()

    def _look(self) -> None:
        now = time.monotonic()
        is_asking = self.cycle is None or self.cycle.response_complete
        if (is_asking and now - self._since > _HEAD_SECONDS) or (self._stuck and now - self._stuck > _STUCK_SECONDS):
            self.transport.abort()
        elif not self.transport.is_closing() or self._stuck:
            self.loop.call_later(_LOOK, self._look)


class _Server(uvicorn.Server):
    """Ends the workers before it waits for the answers that they owe."""

    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self._service = service

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End all work, then all connections."""
        await self._service.stop()
        await super().shutdown(sockets)


def bind(host: str, port: int) -> socket.socket:
    """Take an address to serve at.

    Args:
        host: Name or address of this machine's interface.
        port: Number of the port; 0 for one that is free.

    Returns:
        A socket that listens.

    Raises:
        ServerError: It is taken, or is none of this machine.
    """
    # Where the protocol is named, answers are sent at once; else the system waits for more, some 40 milliseconds.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        reason = str(getattr(error, "strerror", None) or error).lower()
        raise ServerError(f"{host} port {port}: cannot serve there ({reason}); choose another by --port") from error
    return listener


def serve(settings: ServiceSettings, listener: socket.socket, ready: Callable[[str], None]) -> None:
    """Serve a store until the process is told to end (SIGINT or SIGTERM).

    Args:
        settings: What the service is told.
        listener: The socket, as `bind` gives it.
        ready: Is told the address once requests are answered.

    Raises:
        StoreError: The store cannot be opened.
    """
    Store.open(settings.store).close()
    # While the workers are being started, SIGTERM ends them as an interrupt does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asyncio.run(_serve(settings, listener, ready))


async def _serve(settings: ServiceSettings, listener: socket.socket, ready: Callable[[str], None]) -> None:
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    service = Service(settings)
    config = uvicorn.Config(
        application(service),
        loop="asyncio",
        http=_Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=settings.proxy is not None,
        forwarded_allow_ips=[settings.proxy or ""],
        server_header=False,
        limit_concurrency=settings.limits.connections,
        h11_max_incomplete_event_size=_HEAD_BYTES,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_LAST_SECONDS,
    )
    await service.start()
    server = _Server(config, service)

    def end(_number: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    # uvicorn listens to signals from a little later on, and raises the one that ended it once more when it is done.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    try:
        ready(_address(listener))
        await server.serve(sockets=[listener])
    finally:
        await service.stop()


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
