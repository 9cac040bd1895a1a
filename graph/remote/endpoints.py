"""Where a server of stores takes queries, updates and graphs, found from one address."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

import pyoxigraph

from graph.remote.http import Door, RemoteError, Request
from ontology.errors import StoreError

__all__ = [
    "FORM",
    "GRAPH_URL",
    "LAYOUTS",
    "QUERY_URL",
    "RESULTS",
    "UPDATE_URL",
    "Endpoints",
    "Layout",
    "address",
    "find",
]

QUERY_URL = "RESOGRAPH_QUERY_URL"
UPDATE_URL = "RESOGRAPH_UPDATE_URL"
GRAPH_URL = "RESOGRAPH_GRAPH_URL"

FORM = "application/x-www-form-urlencoded"
RESULTS = "application/sparql-results+json"
"""The media type in which results of queries are read: one that shows where it is cut short."""

_FATAL = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of one store.

    Attributes:
        query: Where it takes queries, by the SPARQL 1.1 Protocol.
        update: Where it takes updates; None where it is read only.
        graphs: Where it takes graphs, by the SPARQL 1.1 Graph Store HTTP Protocol.
        quads: Where it takes many graphs in one request, as N-Quads, which no standard knows.
    """

    query: str
    update: str | None = None
    graphs: str | None = None
    quads: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How a server lays out the addresses of a store below the first; as in `Endpoints`, None where it has none."""

    server: str
    query: str
    update: str | None = None
    graphs: str | None = None
    quads: str | None = None

    def at(self, base: str) -> Endpoints:
        """Give the endpoints of a store.

        Example:
            >>> LAYOUTS[0].at("http://localhost:7878").query
            'http://localhost:7878/query'
        """
        update, graphs, quads = (
            None if path is None else base + path for path in (self.update, self.graphs, self.quads)
        )
        return Endpoints(base + self.query, update, graphs, quads)


LAYOUTS = (
    Layout("Oxigraph", "/query", "/update", "/store", "/store"),
    Layout("Fuseki", "/query", "/update", "/data", "/data"),
    Layout("Fuseki with one name for queries, resograph serve", "/sparql", "/update", "/data", "/data"),
    Layout("one address for queries and updates", "", ""),
    Layout("RDF4J, GraphDB", "", "/statements", "/rdf-graphs/service", "/statements"),
)
"""The layouts that are known, in the order in which they are tried."""


def address(url: str, name: str = "--store") -> str:
    """Check the address of a store or an endpoint, and give it without a stroke at its end.

    Args:
        url: As a person gives it.
        name: What it was given as.

    Raises:
        StoreError: It is none, or holds a user and password, which it would spread.

    Example:
        >>> address("http://localhost:7878/")
        'http://localhost:7878'
        >>> address("https://me:secret@example.org/ds")
        Traceback (most recent call last):
        ontology.errors.StoreError: --store: an address must not hold user and password; set RESOGRAPH_STORE_USER and
        RESOGRAPH_STORE_PASSWORD, or RESOGRAPH_STORE_TOKEN
    """
    from graph.remote.credentials import WAYS

    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise StoreError(f"{name}: this is no address of a server") from None
    if "@" in parts.netloc:
        raise StoreError(f"{name}: an address must not hold user and password; set {WAYS}")
    if parts.scheme not in ("http", "https") or not host or not url.isprintable() or " " in url:
        raise StoreError(f"{name}: this is no address of a server; one reads http://HOST:PORT/PATH")
    if parts.query or parts.fragment:
        raise StoreError(f"{url}: the address of a store has no part after '?' or '#'")
    return url.rstrip("/")


def find(door: Door, url: str, *, write: bool, environment: Mapping[str, str] = os.environ) -> Endpoints:
    """Find the endpoints of a store.

    Each layout in turn is asked a query that costs nothing; for writing, also whether it keeps graphs. Where the
    environment names an endpoint, that one is taken.

    Args:
        door: Through which to ask.
        url: The address of the store.
        write: Whether it is to be written.
        environment: Variables that name endpoints.

    Returns:
        The endpoints; what is not needed for reading may be missing.

    Raises:
        StoreError: There is no SPARQL endpoint, or the server does not let us in.
    """
    named = {
        part: address(environment[name], name)
        for part, name in (("query", QUERY_URL), ("update", UPDATE_URL), ("graphs", GRAPH_URL))
        if environment.get(name)
    }
    if "query" in named:
        return Endpoints(**named)
    found = replace(_laid_out(door, url, write=write), **named)
    # A server that is told where its graphs are may take many at once somewhere else, or nowhere.
    return replace(found, quads=None) if "graphs" in named or "update" in named else found


def _laid_out(door: Door, url: str, *, write: bool) -> Endpoints:
    asked: dict[str, RemoteError | None] = {}
    second: Endpoints | None = None
    for layout in LAYOUTS:
        found = layout.at(url)
        if found.query not in asked:
            asked[found.query] = _refusal(door, found.query)
        if asked[found.query] is not None:
            continue
        if not write or (found.graphs is not None and _keeps_graphs(door, found.graphs)):
            return found
        second = second or replace(found, graphs=None, quads=None)
    if second is not None:
        return second
    raise _none_found(url, (error for error in asked.values() if error is not None))


def _refusal(door: Door, endpoint: str) -> RemoteError | None:
    """Tell why an address takes no queries; None where it does."""
    content = urlencode({"query": "ASK {}"}).encode()
    try:
        with door.ask(Request("POST", endpoint, content, FORM, (RESULTS,))) as reply:
            form = pyoxigraph.QueryResultsFormat.JSON
            answer = pyoxigraph.parse_query_results(input=reply.read(), format=form)
    except RemoteError as error:
        if error.status is None and not error.said:
            raise
        return error
    except SyntaxError:
        return RemoteError(f"{endpoint}: what the server answers is no result of a query", said="no result")
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return None
    return RemoteError(f"{endpoint}: the server answers another question than was asked", said="no result")


def _keeps_graphs(door: Door, endpoint: str) -> bool:
    try:
        door.send(Request("HEAD", f"{endpoint}?default"))
    except RemoteError as error:
        if error.status is None:
            raise
        return False
    return True


def _none_found(url: str, errors: Iterator[RemoteError]) -> StoreError:
    """Choose what to say: that we are not let in, that the server is broken, or that it is no store."""
    told = list(errors)
    by_weight = sorted(told, key=lambda error: (error.status not in _FATAL, (error.status or 0) < 500))
    worst = by_weight[0]
    if worst.status in _FATAL or (worst.status or 0) >= 500:
        return worst
    if any("page for people" in str(error) for error in told):
        return StoreError(f"{url}: this is no SPARQL endpoint: it answers with a page for people; {_HINT}")
    return StoreError(f"{url}: no SPARQL endpoint is found here; {_HINT}")


_HINT = f"give the address of the dataset or repository, or name the endpoints by {QUERY_URL} and {UPDATE_URL}"
