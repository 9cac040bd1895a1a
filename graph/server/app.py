"""The application: all routes put together, with what holds for all of them."""

import sys
import time
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.server.endpoint import endpoint_routes
from graph.server.metrics import CONTENT_TYPE_LATEST
from graph.server.pages.routes import page_routes
from graph.server.pool import Pool
from graph.server.refusals import reason_of
from graph.server.responses import problem
from graph.server.service import Service
from ontology.errors import ResographError

__all__ = ["application"]

_CLOSED = 499


def application(service: Service) -> Starlette:
    """Put the application together.

    Args:
        service: What its routes share; who starts the server starts and stops it.

    Returns:
        The ASGI application.
    """

    async def refuse(request: Request, error: Exception) -> Response:
        assert isinstance(error, ResographError)
        service.metrics.refused(reason_of(error))
        return problem(request, error)

    routes: list[BaseRoute] = [
        Route("/health", _health(service)),
        Route("/metrics", _metrics(service)),
        *endpoint_routes(service),
        *page_routes(service),
    ]
    any_origin = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "POST"],
        allow_headers=["Accept", "Content-Type"],
        expose_headers=["Retry-After"],
        max_age=86400,
    )
    counted = Middleware(_Counted, service=service)
    made = Starlette(routes=routes, middleware=[counted, any_origin], exception_handlers={ResographError: refuse})
    # An address that no route knows is not there; it is not looked for under another one.
    made.router.redirect_slashes = False
    return made


class _Counted:
    """Counts answers and the time that they take, and tells of them where an access log is wanted."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        status = _CLOSED

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, told)
        finally:
            self._tell(scope, status, time.monotonic() - began)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        # A path that no route knows is not made a label: clients could make any number of them.
        route = scope.get("route")
        path = route.path if isinstance(route, Route) else "other"
        method = scope["method"] if scope["method"] in {"GET", "HEAD", "POST", "OPTIONS"} else "other"
        self._service.metrics.answered(path, method, status, seconds)
        if self._service.settings.access_log:
            client = scope["client"][0] if scope.get("client") else "-"
            line = f"{client} {scope['method']} {scope['path']} {status} {seconds:.3f}"
            sys.stderr.write(line.encode("unicode_escape").decode() + "\n")


def _health(service: Service) -> Callable[[Request], Awaitable[Response]]:
    async def health(request: Request) -> Response:  # noqa: ARG001 - the signature of a route
        pools = (service.queries, service.pages)
        told = {pool.settings.name: _told(pool) for pool in pools}
        is_well = all(pool.alive for pool in pools)
        status = "ok" if is_well else "no worker runs"
        return JSONResponse({"status": status, **told}, 200 if is_well else 503, {"Cache-Control": "no-store"})

    return health


def _told(pool: Pool) -> dict[str, int]:
    return {"workers": pool.alive, "running": pool.running, "waiting": pool.waiting}


def _metrics(service: Service) -> Callable[[Request], Awaitable[Response]]:
    async def metrics(request: Request) -> Response:  # noqa: ARG001 - the signature of a route
        service.metrics.look((service.queries, service.pages), service.budget.used)
        return Response(service.metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return metrics
