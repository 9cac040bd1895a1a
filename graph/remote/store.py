"""A store on a server: the same as one on disk, through the SPARQL 1.1 Query, Update and Graph Store protocols."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, cast
from urllib.parse import urlencode

import pyoxigraph

from graph import solutions
from graph.layout import first_line
from graph.named_graphs import NamedGraphs
from graph.remote.credentials import from_environment
from graph.remote.endpoints import FORM, GRAPH_URL, RESULTS, UPDATE_URL, Endpoints, address, find
from graph.remote.http import Door, RemoteError, Reply, Request
from graph.remote.lock import LOCK_GRAPH, UpdateLock
from graph.remote.query import Parameters, prepare
from graph.remote.union import Union
from graph.result import Result
from ontology.errors import QueryError, StoreError

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["RemoteStore"]

_N_QUADS = "application/n-quads"
_N_TRIPLES = "application/n-triples"
_UPDATE = "application/sparql-update"
_GRAPHS = f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?s ?p ?o }} FILTER (?graph != <{LOCK_GRAPH}>) }}"
_BAD_QUERY = 400
_NO_UPDATES = frozenset({403, 404, 405, 415, 501})


class RemoteStore(NamedGraphs):
    """A store on a server. Many may read it at once; a writer keeps other writers out by a lock in the store itself.

    What a store on disk promises and this cannot: a build as a whole is not one step. Each document's graph is
    replaced whole, by one request, and readers see it from then on. A writer that is killed leaves whole graphs, and
    its lock. Whether a request is done whole or not at all is up to the server; Oxigraph, Fuseki and RDF4J do so.
    """

    def __init__(self, path: str, door: Door, endpoints: Endpoints, lock: UpdateLock | None = None) -> None:
        """Hold an open door; `open` is the way in."""
        self.path = path
        self.writable = lock is not None
        self.resumed = False
        self._door: Door | None = door
        self._endpoints = endpoints
        self._lock = lock
        self._union = Union(path, self._rows, self._truth, self.graphs)

    def __repr__(self) -> str:
        """Name the store; who asks it is not told."""
        return f"RemoteStore({self.path!r})"

    @classmethod
    def open(cls, url: str | Path, *, write: bool = False, break_lock: bool = False) -> Self:
        """Open a store on a server; what a store holds may still be nothing.

        The environment says who we are (``RESOGRAPH_STORE_USER`` and ``RESOGRAPH_STORE_PASSWORD``, or
        ``RESOGRAPH_STORE_TOKEN``) and may name endpoints (``RESOGRAPH_QUERY_URL``, ``RESOGRAPH_UPDATE_URL``,
        ``RESOGRAPH_GRAPH_URL``), which are else found below the address.

        Args:
            url: The address of the server, dataset or repository.
            write: Whether it is to be written; it is then closed to other writers.
            break_lock: Whether to take the place of a writer that holds it, which must be known to be gone.

        Returns:
            The store.

        Raises:
            StoreError: There is no SPARQL endpoint, it does not let us in, takes no updates, or another writes.
        """
        place = address(str(url))
        door = Door(from_environment())
        try:
            endpoints = find(door, place, write=write)
            store = cls(place, door, endpoints)
            if write:
                store._seize(break_lock)
        except BaseException:
            door.close()
            raise
        return store

    def _seize(self, break_lock: bool) -> None:
        self.writable = True
        if self._endpoints.update is None:
            raise StoreError(f"{self.path}: no address for updates is known; name it by {UPDATE_URL}")
        lock = UpdateLock(self.path, self._rows, self._send_update)
        lock.acquire(take_over=break_lock)
        self._lock = lock

    def publish(self) -> None:
        """Make sure that nobody else wrote meanwhile; what was written is with the server already.

        Raises:
            StoreError: Somebody broke the lock.
        """
        if self._lock is not None:
            self._lock.check()

    def abandon(self) -> None:
        """Free the store for other writers; what was written stays, graph by graph."""
        door, lock, self._lock = self._door, self._lock, None
        try:
            if lock is not None:
                lock.release()
        finally:
            self._door = None
            if door is not None:
                door.close()

    def close(self) -> None:
        """Free the store for other writers; closing twice does no harm.

        Raises:
            StoreError: Another writer broke the lock meanwhile, or the lock cannot be given back.
        """
        try:
            self.publish()
        finally:
            self.abandon()

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close it."""
        if kind is None:
            self.close()
            return
        # What ended the block is what is to be told, not that the server is still away.
        with suppress(StoreError):
            self.abandon()

    @property
    def _open(self) -> Door:
        if self._door is None:
            raise StoreError(f"{self.path}: the store is closed")
        return self._door

    def load(self, content: bytes) -> None:
        """Add the quads of new graphs; other threads may do the same meanwhile.

        Each graph comes whole or not at all; where the server takes many at once, so do all of them.

        Args:
            content: N-Quads in UTF-8.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no N-Quad.
        """
        if not content:
            return
        self._must_be_writable()
        quads, graphs = self._endpoints.quads, self._endpoints.graphs
        if quads is not None:
            self._write(Request("POST", quads, content, _N_QUADS))
        elif graphs is not None:
            for graph, triples in self._by_graph(content):
                place = f"{graphs}?{urlencode({'graph': graph})}"
                self._write(Request("PUT", place, f"{triples} .\n".encode(), _N_TRIPLES))
        else:
            for graph, triples in self._by_graph(content):
                self._send_update(_replacement(graph, triples))
        self._union.forget()

    def replace(self, graph: str, content: bytes) -> None:
        """Put quads in the place of all that a graph held, by one update.

        The Graph Store protocol's PUT is not used for that: some servers empty the graph before they have read what
        is to come, and would leave it empty where the writer is cut off.

        Args:
            graph: IRI of the graph.
            content: N-Quads in UTF-8, all of that graph.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no quad of that graph.
        """
        self._must_be_writable()
        found = self._by_graph(content)
        if strange := next((name for name, _ in found if name != graph), None):
            raise StoreError(f"{self.path}: nothing was written (a quad is in <{strange}>, not in <{graph}>)")
        self._send_update(_replacement(graph, found[0][1] if found else ""))
        self._union.forget()

    def remove(self, graph: str) -> None:
        """Take a graph out; nothing happens where the store does not hold it."""
        self._must_be_writable()
        self._send_update(_replacement(graph, ""))
        self._union.forget()

    def clear(self) -> None:
        """Take everything out, graph after graph."""
        for graph in self.graphs():
            self.remove(graph)

    def flush(self) -> None:
        """Do nothing: a server keeps what it has said to be written."""
        self._must_be_writable()

    def graphs(self) -> tuple[str, ...]:
        """List the IRIs of the named graphs, sorted, that of the lock left out."""
        return tuple(sorted(graph for (graph,) in self._rows(_GRAPHS)))

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Run a select and give its rows one by one as bare texts, as they come in.

        Args:
            text: The query; as for `query`.

        Yields:
            The values in the order of the variables; an unbound one is the empty string.

        Raises:
            QueryError: The query cannot be read, or is no select.
            StoreError: The server cannot be asked, or breaks off.
        """
        with self._found(text) as found:
            yield from solutions.rows(found)

    def query(self, text: str) -> Result:
        """Run a SPARQL query; it reads this store and nothing else.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE. The prefixes of the vocabulary need no declaration. The
                default graph is the union of all graphs.

        Returns:
            What it found, in memory.

        Raises:
            QueryError: The query cannot be read, would change the store, or would ask another server.
            StoreError: The server cannot be asked, or breaks off.
        """
        with self._found(text) as found:
            return solutions.result(found)

    def write_results(self, text: str, out: BinaryIO, form: str) -> bool:
        """Run a SPARQL query and write what it finds as it comes in, in a standard format.

        Args:
            text: As for `query`.
            out: Where to write.
            form: As for a store on disk.

        Returns:
            Whether anything was found: a row, a triple, or yes.

        Raises:
            QueryError: As for `query`; or there is no such format, or it cannot hold such a result.
            StoreError: The server cannot be asked, or breaks off.
        """
        with self._found(text) as found:
            return solutions.write(found, out, form)

    def dataset(self) -> "Dataset":
        """Give the store through rdflib's interface, its default graph being the union of all graphs.

        Returns:
            A dataset that asks (and, for a store opened for writing, updates) the server through this store.
        """
        from graph.remote.dataset import dataset

        return dataset(self._asked_by_rdflib, self._send_update if self.writable else None)

    def _quads(self, graph: str) -> list[pyoxigraph.Quad]:
        name = pyoxigraph.NamedNode(graph)
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"
        with self._asked(text, (), (_N_TRIPLES,)) as reply, self._reading():
            triples = list(_triples_of(reply))
        return sorted((pyoxigraph.Quad(each.subject, each.predicate, each.object, name) for each in triples), key=str)

    @contextmanager
    def _found(self, text: str) -> Iterator[solutions.Found]:
        """Ask a query of a person, over the union of all graphs unless it names its own."""
        prepared = prepare(text)
        dataset = self._union.parameters() if prepared.dataset is None else prepared.dataset
        accept = (_N_TRIPLES if prepared.finds_triples else RESULTS,)
        with self._asked(prepared.text, dataset, accept) as reply, self._reading():
            yield _triples_of(reply) if prepared.finds_triples else _solutions_of(reply)

    def _rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Ask a select of our own, which names its graphs."""
        with self._asked(text, (), (RESULTS,)) as reply, self._reading():
            yield from solutions.rows(_solutions_of(reply))

    def _truth(self, text: str, dataset: Parameters) -> bool:
        with self._asked(text, dataset, (RESULTS,)) as reply, self._reading():
            return bool(_solutions_of(reply))

    @contextmanager
    def _asked(self, text: str, dataset: Parameters, accept: tuple[str, ...]) -> Iterator[Reply]:
        content = urlencode([("query", text), *dataset]).encode()
        try:
            with self._open.ask(Request("POST", self._endpoints.query, content, FORM, accept)) as reply:
                yield reply
        except RemoteError as error:
            if error.status == _BAD_QUERY:
                raise QueryError(f"the server refuses the query: {error.said or 'it does not say why'}") from None
            raise

    def _asked_by_rdflib(self, text: str, graph: str | None) -> tuple[bytes, str]:
        """Answer rdflib, which reads results and triples by itself."""
        dataset = self._union.parameters() if graph is None else (("default-graph-uri", graph),)
        with self._asked(text, dataset, (RESULTS, _N_TRIPLES)) as reply:
            return reply.read(), reply.media_type

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn an answer that cannot be read to its end into one clear line."""
        try:
            yield
        except SyntaxError as error:
            raise RemoteError(
                f"{self._endpoints.query}: the answer is cut short or damaged ({first_line(error)})"
            ) from None

    def _must_be_writable(self) -> None:
        if not self.writable:
            raise StoreError(f"{self.path}: the store was opened for reading only")

    def _by_graph(self, content: bytes) -> list[tuple[str, str]]:
        """Sort quads by graph, the triples of each written as SPARQL and N-Triples both read them."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        try:
            for quad in pyoxigraph.parse(input=content, format=pyoxigraph.RdfFormat.N_QUADS):
                if not isinstance(quad.graph_name, pyoxigraph.NamedNode):
                    raise ValueError(f"{quad} is in no named graph")
                found[quad.graph_name.value].append(str(quad.triple))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.path}: nothing was written ({first_line(error)})") from error
        return [(graph, " .\n".join(triples)) for graph, triples in found.items()]

    def _send_update(self, text: str) -> None:
        assert self._endpoints.update is not None, "a store without it cannot be opened for writing"
        self._write(Request("POST", self._endpoints.update, text.encode(), _UPDATE))

    def _write(self, request: Request) -> None:
        try:
            self._open.send(request)
        except RemoteError as error:
            if error.status in _NO_UPDATES:
                reason = error.said or f"status {error.status}"
                raise RemoteError(
                    f"{request.place}: the server takes no updates here ({reason}); name the address that does by "
                    f"{UPDATE_URL} or {GRAPH_URL}, and make sure that you may write",
                    error.status,
                ) from None
            if error.status == _BAD_QUERY:
                raise RemoteError(f"{self.path}: nothing was written ({error.said})", error.status) from None
            raise


def _replacement(graph: str, triples: str) -> str:
    """Write the update that replaces a graph; N-Triples are read by SPARQL as they are."""
    name = f"<{graph}>"
    insertion = f" ;\nINSERT DATA {{ GRAPH {name} {{\n{triples} .\n}} }}" if triples else ""
    return f"DROP SILENT GRAPH {name}{insertion}"


def _solutions_of(reply: Reply) -> pyoxigraph.QueryBoolean | pyoxigraph.QuerySolutions:
    return pyoxigraph.parse_query_results(input=cast(BinaryIO, reply), format=pyoxigraph.QueryResultsFormat.JSON)


def _triples_of(reply: Reply) -> Iterator[pyoxigraph.Triple]:
    """Read triples; lines that are missing at the end must not go unseen."""
    if not reply.says_its_end:
        raise SyntaxError("the server does not say where it ends")
    found = pyoxigraph.parse(input=cast(BinaryIO, reply), format=pyoxigraph.RdfFormat.N_TRIPLES)
    yield from (quad.triple for quad in found)
