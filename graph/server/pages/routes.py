"""The routes of the pages for people and machines: the query editor in front, and a page behind each IRI."""

import json
from collections.abc import Awaitable, Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.server.editor import POLICY, front_page
from graph.server.pages.assets import assets
from graph.server.pages.negotiation import choose_language
from graph.server.service import Service

__all__ = ["page_routes"]

_YEAR = 31_536_000
_VARY = "Accept, Accept-Language"
Handler = Callable[[Request], Awaitable[Response]]


def page_routes(service: Service) -> list[Route]:
    """Give the routes of the pages.

    Args:
        service: What does the work on the store.

    Returns:
        The routes: ``/``, ``/search``, ``/ontology``, ``/example``, the files of the pages, and the path of every IRI.
    """
    page = _page(service)
    return [
        Route("/", _front(service)),
        Route("/assets/{name}", _asset),
        Route("/example", _example(service)),
        Route("/search", page),
        Route("/ontology", page),
        # Behind the path of every IRI stands a page; which kinds of things there are is the graph's affair.
        Route("/{kind}/{rest:path}", page),
    ]


def _page(service: Service) -> Handler:
    async def page(request: Request) -> Response:
        root = _root(request)
        arguments = {
            "path": request.scope["path"].removeprefix(root.removesuffix("/")).lstrip("/"),
            "query": list(request.query_params.multi_items()),
            "accept": request.headers.get("accept", ""),
            "accept_language": request.headers.get("accept-language", ""),
            "root": root,
            "language": service.settings.language,
        }
        media_type, answered = await service.page("page", arguments, request)
        head, _, body = answered.partition(b"\n")
        told = json.loads(head)
        headers = dict(told["headers"])
        if told["status"] == 200:
            return _tagged(request, body, {**headers, "Content-Type": media_type})
        return Response(body, told["status"], {**headers, "Content-Type": media_type})

    return page


def _front(service: Service) -> Handler:
    async def front(request: Request) -> Response:
        language = choose_language(
            request.headers.get("accept-language") or service.settings.language, request.query_params.get("lang")
        )
        body = front_page(_root(request), language, tuple(request.query_params.multi_items()))
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Language": language,
            "Content-Security-Policy": POLICY,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",
            "Vary": _VARY,
            "Link": f'<{_root(request)}sparql>; rel="describedby"',
        }
        return _tagged(request, body, headers)

    return front


def _example(service: Service) -> Handler:
    async def example(request: Request) -> Response:
        values = dict(request.query_params)
        name, language = values.pop("example", ""), choose_language("", values.pop("lang", None))
        told = {"name": name, "values": values, "language": language}
        media_type, body = await service.page("example", told, request)
        return Response(body, headers={"Content-Type": f"{media_type}; charset=utf-8", "Cache-Control": "no-cache"})

    return example


async def _asset(request: Request) -> Response:
    found = assets().get(request.path_params["name"])
    if found is None:
        return Response("no such file\n", 404, {"Content-Type": "text/plain; charset=utf-8"})
    is_pinned = request.query_params.get("v") == found.digest
    kept = f"public, max-age={_YEAR}, immutable" if is_pinned else "no-cache"
    headers = {"Content-Type": found.media_type, "Cache-Control": kept, "X-Content-Type-Options": "nosniff"}
    return _tagged(request, found.body, headers)


def _tagged(request: Request, body: bytes, headers: dict[str, str]) -> Response:
    """Answer with an entity tag, and without a body where the client has this very one."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    told = {**headers, "ETag": tag}
    wanted = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    return Response(status_code=304, headers=told) if tag in wanted else Response(body, headers=told)


def _root(request: Request) -> str:
    """Give the path of the root of the server, which a proxy may have put below a prefix."""
    return f"{request.scope.get('root_path', '').rstrip('/')}/"
