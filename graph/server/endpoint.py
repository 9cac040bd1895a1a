"""The SPARQL endpoint: queries by the SPARQL 1.1 Protocol, and the description of the service."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from graph.server import description
from graph.server.contents import CONTENTS, Contents
from graph.server.formats import GRAPHS, choose, prefers_html
from graph.server.pool import stamp
from graph.server.refusals import RefusedError
from graph.server.request import read_query
from graph.server.responses import result
from graph.server.service import Service

__all__ = ["PATH", "endpoint_routes"]

PATH = "/sparql"
_PATIENCE = 1.0
_METHODS = ["GET", "POST", "OPTIONS"]
_ALLOW = "GET, HEAD, POST, OPTIONS"
_ACCEPTED = "application/sparql-query, application/x-www-form-urlencoded"


def endpoint_routes(service: Service) -> list[Route]:
    """Give the routes of the endpoint."""
    handle = _handler(service)
    return [Route(path, handle, methods=_METHODS) for path in (PATH, PATH + "/")]


def _handler(service: Service) -> Callable[[Request], Awaitable[Response]]:
    limits = service.settings.limits
    describe = _Description(service)

    async def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": _ALLOW, "Accept-Post": _ACCEPTED})
        query = await read_query(request, limits.body)
        if query is None:
            return await describe(request)
        arguments = query.arguments(_address(request), limits.rows, limits.bytes)
        return result(await service.query(arguments, request))

    return endpoint


class _Description:
    """Answers who asks for no query: people with the editor, machines with the description of the service."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._contents = Contents(())
        self._stamp: object = None
        self._counting: asyncio.Task[None] | None = None

    async def __call__(self, request: Request) -> Response:
        accept = request.headers.get("accept")
        if prefers_html(accept):
            return RedirectResponse("/", 303, {"Vary": "Accept"})
        form = choose(accept, GRAPHS)
        if form is None:
            raise RefusedError(406, "format", "the description of the service is a graph; there are "
                               f"{', '.join(GRAPHS)}, and as a page the query editor at /")  # fmt: skip
        body = description.describe(_address(request), await self._read(), form.name)
        return Response(body, media_type=form.media_type, headers={"Vary": "Accept", "Cache-Control": "no-cache"})

    async def _read(self) -> Contents:
        """Give what the store holds, counted once for each build; where that takes long, what it held before."""
        newest = stamp(self._service.settings.store)
        if newest != self._stamp and self._counting is None:
            self._counting = asyncio.ensure_future(self._count(newest))
        if self._counting is not None:
            await asyncio.wait([self._counting], timeout=_PATIENCE)
        return self._contents

    async def _count(self, newest: object) -> None:
        try:
            self._contents = Contents.read(await self._service.page(CONTENTS, {}))
            self._stamp = newest
        except RefusedError:
            # All workers are busy: the next who asks has it counted.
            return
        finally:
            self._counting = None


def _address(request: Request) -> str:
    return str(request.url.replace(path=PATH, query="", fragment=""))
