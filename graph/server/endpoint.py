"""The SPARQL endpoint: queries by the SPARQL 1.1 Protocol, and the description of the service."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from graph.server import description
from graph.server.formats import GRAPHS, choose, prefers_html
from graph.server.refusals import RefusedError
from graph.server.request import read_query
from graph.server.responses import result
from graph.server.service import Service

__all__ = ["PATH", "endpoint_routes"]

PATH = "/sparql"
_METHODS = ["GET", "POST", "OPTIONS"]
_ALLOW = "GET, HEAD, POST, OPTIONS"
_ACCEPTED = "application/sparql-query, application/x-www-form-urlencoded"


def endpoint_routes(service: Service) -> list[Route]:
    """Give the routes of the endpoint."""
    handle = _handler(service)
    return [Route(path, handle, methods=_METHODS) for path in (PATH, PATH + "/")]


def _handler(service: Service) -> Callable[[Request], Awaitable[Response]]:
    limits = service.settings.limits

    async def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": _ALLOW, "Accept-Post": _ACCEPTED})
        query = await read_query(request, limits.body)
        if query is None:
            return _described(service, request)
        arguments = query.arguments(_address(request), limits.rows, limits.bytes)
        return result(await service.query(arguments, request))

    return endpoint


def _described(service: Service, request: Request) -> Response:
    """Answer who asks for no query: people with the editor, machines with the description of the service."""
    accept = request.headers.get("accept")
    if prefers_html(accept):
        return RedirectResponse("/", 303, {"Vary": "Accept"})
    form = choose(accept, GRAPHS)
    if form is None:
        raise RefusedError(406, "format", "the description of the service is a graph; there are "
                           f"{', '.join(GRAPHS)}, and as a page the query editor at /")  # fmt: skip
    body = description.describe(_address(request), service.contents, form.name)
    return Response(body, media_type=form.media_type, headers={"Vary": "Accept", "Cache-Control": "no-cache"})


def _address(request: Request) -> str:
    return str(request.url.replace(path=PATH, query="", fragment=""))
