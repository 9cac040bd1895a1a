"""A SPARQL Protocol request, read and checked before a worker sees it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from graph.server.formats import GRAPHS, RESULTS, Choice, choose, named
from graph.server.refusals import RefusedError
from ontology.errors import QueryError

__all__ = ["Query", "client_of", "read_query"]

_FORM = "application/x-www-form-urlencoded"
_DIRECT = "application/sparql-query"
_UPDATE = "application/sparql-update"
_BODY_SECONDS = 20.0
_FIELDS = 2000
_PREFIX_6 = 4


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked, and how the answer is wanted.

    Attributes:
        text: The SPARQL.
        default_graphs: Graphs of the protocol's default graph, None where the request names no dataset.
        named_graphs: Its named graphs, None likewise.
        results: Format for tables and truth values, None where the client takes none.
        graph: Format for graphs, None where the client takes none.
    """

    text: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    results: Choice | None
    graph: Choice | None

    def arguments(self, base: str, rows: int, size: int) -> dict[str, object]:
        """Say it to a worker."""
        return {
            "query": self.text,
            "base": base,
            "default": self.default_graphs,
            "named": self.named_graphs,
            "results": self.results,
            "graph": self.graph,
            "rows": rows,
            "bytes": size,
        }


async def read_query(request: Request, limit: int) -> Query | None:
    """Read a request for the endpoint.

    Args:
        request: GET, HEAD or POST.
        limit: Bytes that its body may have.

    Returns:
        The query; None for a GET without parameters, which asks for the description of the service.

    Raises:
        RefusedError: The body is too large, too slow or of another media type, or it is an update.
        QueryError: The parameters are no query.
    """
    fields = _fields(request.url.query)
    if request.method == "POST":
        fields += await _body_fields(request, limit)
    elif not fields:
        return None
    return _query(fields, request.headers.get("accept"))


def _query(fields: Sequence[tuple[str, str]], accept: str | None) -> Query:
    def all_of(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in fields if key == name)

    if all_of("update"):
        raise _read_only()
    texts = all_of("query")
    if len(texts) != 1:
        raise QueryError(f"a request has one query, and this one has {len(texts) or 'none'}; it is the parameter "
                         f"'query', or the body of a POST of type {_DIRECT}")  # fmt: skip
    default, named_graphs = all_of("default-graph-uri"), all_of("named-graph-uri")
    is_told = bool(default or named_graphs)
    wanted = all_of("format") or all_of("output")
    results, graph = choose(accept, RESULTS), choose(accept, GRAPHS)
    if wanted and wanted[0]:
        results, graph = named(wanted[0], RESULTS), named(wanted[0], GRAPHS)
    if results is None and graph is None:
        asked = f"{wanted[0]!r} is no format" if wanted else "none of the formats that the Accept header names is one"
        raise RefusedError(406, "format", f"{asked} of results; for tables there are json, xml, csv and tsv, for "
                           "graphs turtle, ntriples, jsonld, rdfxml, trig and nquads")  # fmt: skip
    return Query(texts[0], default if is_told else None, named_graphs if is_told else None, results, graph)


async def _body_fields(request: Request, limit: int) -> list[tuple[str, str]]:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise _read_only()
    if kind not in (_FORM, _DIRECT):
        given = repr(kind) if kind else "no media type"
        text = f"the body of a query is of type {_DIRECT} or {_FORM}, and this one has {given}"
        raise RefusedError(415, "media", text)
    charset = parameters.lower().partition("charset=")[2].strip(" \"'")
    if charset and charset not in ("utf-8", "utf8"):
        raise QueryError(f"a query comes in UTF-8, and this one says that it is in {charset}")
    body = await _body(request, limit)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise QueryError(f"a query comes in UTF-8, and byte {error.start + 1} of this one is none") from error
    return _fields(text) if kind == _FORM else [("query", text)]


async def _body(request: Request, limit: int) -> bytes:
    """Read a body, and no more of it than the limit."""
    too_large = RefusedError(413, "body", f"the body of a request may have {limit:,} bytes, and this one has more; "
                             "make the query shorter")  # fmt: skip
    if "transfer-encoding" in request.headers:
        # What chunks cost to read does not show in the bytes of the body.
        raise RefusedError(411, "length", "the body of a request comes with its Content-Length here, not in chunks")
    announced = request.headers.get("content-length", "0")
    if not announced.isdecimal() or int(announced) > limit:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for piece in request.stream():
                body += piece
                if len(body) > limit:
                    raise too_large
    except TimeoutError as error:
        raise RefusedError(408, "slow", f"the body did not come within {_BODY_SECONDS:g} seconds") from error
    except ClientDisconnect as error:
        raise RefusedError(400, "client", "the client left before its request was whole") from error
    return bytes(body)


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except UnicodeDecodeError as error:
        raise QueryError("the parameters of a request are UTF-8 with percent-encoding, and these are not") from error
    except ValueError as error:
        raise QueryError(f"a request has at most {_FIELDS:,} parameters") from error


def _read_only() -> RefusedError:
    return RefusedError(403, "update", "this service only reads: SPARQL updates are refused")


def client_of(request: Request) -> str:
    """Name the client for its fair share: its address, of version 6 the part that one network has.

    Example:
        >>> client_of(Request({"type": "http", "client": ("2001:db8:1:2:3::4", 5)}))
        '2001:db8:1:2'
    """
    host = request.client.host if request.client else ""
    return ":".join(host.split(":")[:_PREFIX_6]) if ":" in host else host
