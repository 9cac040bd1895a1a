"""Answers that are no page: results as they lie in a spool, and refusals in words."""

import json
from collections.abc import AsyncIterator, Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from graph.server.refusals import RefusedError, reason_of, status_of
from graph.server.spool import Spool
from ontology.errors import ResographError

__all__ = ["problem", "result"]

_PIECE = 1 << 16
_PROBLEM = "application/problem+json"
_HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept", "X-Content-Type-Options": "nosniff"}


def result(spool: Spool, headers: Mapping[str, str] | None = None) -> Response:
    """Send what lies in a spool, and close it."""
    told = {**_HEADERS, "Content-Length": str(spool.size), **(headers or {})}
    if spool.size <= _PIECE:
        body = spool.read()
        spool.close()
        return Response(body, media_type=spool.media_type, headers=told)
    return _Spooled(spool, told)


class _Spooled(StreamingResponse):
    """A large result, piece by piece; the spool is closed whether the client takes it all or leaves."""

    def __init__(self, spool: Spool, headers: Mapping[str, str]) -> None:
        self._spool = spool
        super().__init__(self._pieces(), media_type=spool.media_type, headers=headers)

    async def _pieces(self) -> AsyncIterator[bytes]:
        while piece := self._spool.read(_PIECE):
            yield piece

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._spool.close()


def problem(request: Request, error: ResographError) -> Response:
    """Say why a request is not answered: as problem details (RFC 9457) where JSON is asked for, else in plain text.

    Args:
        request: The request.
        error: What stood against it.

    Returns:
        The answer with the status that says best what it is.
    """
    status = status_of(error)
    headers = dict(_HEADERS)
    if isinstance(error, RefusedError) and error.retry is not None:
        headers["Retry-After"] = str(error.retry)
    text = str(error)
    if "json" in request.headers.get("accept", ""):
        told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": text}
        body = json.dumps({**told, "reason": reason_of(error)}, ensure_ascii=False) + "\n"
        return Response(body, status, headers, _PROBLEM)
    return Response(f"{text}\n", status, headers, "text/plain; charset=utf-8")
