"""The store: a persistent RDF dataset on disk, one named graph a document."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import pyoxigraph

from graph import layout, solutions
from graph.database import Database, reading, writing
from graph.named_graphs import NamedGraphs
from graph.result import Result
from graph.solve import answering, solve
from ontology.errors import QueryError, StoreError

if TYPE_CHECKING:
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

__all__ = ["Store"]

# The database loads fewer quads than this in one step.
_AT_ONCE = 1_000_000


class Store(NamedGraphs):
    """A store on disk. Many processes may read it at once, and one may write it meanwhile.

    What is written shows to others at `publish`, all of it at once; ``close`` publishes, and so does the end of a
    ``with`` block, unless an error ends it. A process that is killed before leaves the store as it was.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with Store.create(Path(folder) / "store") as store:
        ...         store.add(['<http://x/d> <http://x/p> "1" <http://x/g> .'])
        ...     with Store.open(Path(folder) / "store") as store:
        ...         [row[0].value for row in store.query("SELECT ?o { ?s ?p ?o }").rows]
        ['1']
    """

    def __init__(self, database: Database) -> None:
        """Hold an open database; `create` and `open` are the ways in."""
        self.path = database.path
        self.writable = database.writable
        self.resumed = database.is_begun
        self._database = database
        self._given_out: list[OxigraphStore] = []

    @classmethod
    def create(cls, path: str | Path, *, task: str | None = None) -> Self:
        """Make a new store and open it for writing.

        Args:
            path: A folder that does not exist yet, or an empty one.
            task: As for `open`.

        Returns:
            The store, empty.

        Raises:
            StoreError: The folder holds something, or cannot be made.
        """
        return cls(Database.create(Path(path), task))

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False, task: str | None = None) -> Self:
        """Open a store that exists.

        Args:
            path: Its folder.
            write: Whether it is to be written; it is then closed to others who would write.
            task: Name of what is to be written. Where a writer with the same task was cut short, what it had written
                is there, though not published, and ``resumed`` is true; what one with another task left is removed.

        Returns:
            The store. A reader keeps what it has opened until it closes it, whatever is published meanwhile.

        Raises:
            StoreError: There is nothing, no store, a store of another format, or another process writes it.
        """
        return cls(Database.open(Path(path), write=write, task=task))

    @staticmethod
    def is_store(path: Path) -> bool:
        """Tell whether a folder says of itself that it is a store."""
        return layout.is_store(path)

    def publish(self) -> None:
        """Make what was written the content of the store, for all who open it from now on.

        It is on disk then, even if the power fails. What `dataset` gave, and rows that are still being read, must not
        be used after it.

        Raises:
            StoreError: It cannot be written; the store is as it was.
        """
        self._take_back()
        self._database.publish()

    def close(self) -> None:
        """Publish what was written and free the store for others; closing twice does no harm."""
        try:
            self.publish()
        finally:
            self.abandon()

    def abandon(self, *, kept: bool = True) -> None:
        """Free the store without publishing: it is as it was.

        Args:
            kept: Whether what was written for a task is left for the next writer with the same task.
        """
        self._take_back()
        self._database.close(kept=kept)

    def _take_back(self) -> None:
        """Let rdflib go of the database, which must be closed before others may open what was written."""
        while self._given_out:
            self._given_out.pop().close()

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close it; publish what was written only where no error ends the block."""
        if kind is None:
            self.close()
        else:
            # What was taken up and cannot be gone on with is not taken up a second time.
            self.abandon(kept=not (self.resumed and issubclass(kind, StoreError | QueryError | OSError)))

    def load(self, content: bytes) -> None:
        """Add the quads of new graphs, all of them or none; other threads may do the same meanwhile.

        Args:
            content: N-Quads in UTF-8, under a million of them, for beyond that the database loads in several steps.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no N-Quad.
        """
        if content:
            with writing(self.path):
                self._database.written.bulk_load(input=content, format=pyoxigraph.RdfFormat.N_QUADS)

    def replace(self, graph: str, content: bytes) -> None:
        """Put quads in the place of all that a graph held, in one transaction that writes only what differs.

        Args:
            graph: IRI of the graph.
            content: N-Quads in UTF-8, all of that graph.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no quad of that graph.
        """
        name = pyoxigraph.NamedNode(graph)
        with writing(self.path):
            wanted = set(pyoxigraph.parse(input=content, format=pyoxigraph.RdfFormat.N_QUADS))
            if strange := next((quad for quad in wanted if quad.graph_name != name), None):
                raise ValueError(f"{strange} is not in {name}")
            held = set(self._database.read.quads_for_pattern(None, None, None, name))
            if not held and len(wanted) < _AT_ONCE:
                self.load(content)
                return
            if wanted != held:
                wanted = _as_stored(wanted)
            changes = (("DELETE", held - wanted), ("INSERT", wanted - held))
            steps = [f"{verb} DATA {{ GRAPH {name} {{ {_triples(quads)} }} }}" for verb, quads in changes if quads]
            if steps:
                self._database.written.update(" ; ".join(steps))

    def remove(self, graph: str) -> None:
        """Take a graph out; nothing happens where the store does not hold it."""
        name = pyoxigraph.NamedNode(graph)
        with writing(self.path):
            if self._database.read.contains_named_graph(name):
                self._database.written.remove_graph(name)

    def clear(self) -> None:
        """Take everything out."""
        self._database.clear()

    def flush(self) -> None:
        """Move what was written from memory to disk; nothing is published by that."""
        if self._database.is_begun:
            with writing(self.path):
                self._database.written.flush()

    def graphs(self) -> tuple[str, ...]:
        """List the IRIs of the named graphs, sorted."""
        with reading(self.path):
            return tuple(sorted(graph.value for graph in self._database.read.named_graphs()))

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Run a select and give its rows one by one as bare texts, for work on many rows.

        Args:
            text: The query. The default graph is the union of all graphs: a triple that stands in two graphs
                comes twice, so ask for ``DISTINCT`` where that matters.

        Yields:
            The values in the order of the variables; an unbound one is the empty string.

        Raises:
            QueryError: The query cannot be read, or is no select.
        """
        found = self.solve(text)
        with reading(self.path):
            yield from solutions.rows(found)

    def query(self, text: str) -> Result:
        """Run a SPARQL query; it reads this store and nothing else.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE. The prefixes of the vocabulary need no declaration. The
                default graph is the union of all graphs (see `rows`).

        Returns:
            What it found, in memory.

        Raises:
            QueryError: The query cannot be read, would change the store, or would ask another server.

        Example:
            >>> import tempfile
            >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
            ...     store.query("ASK { ?s ?p ?o }").truth
            False
        """
        return solutions.result(self.solve(text))

    def write_results(self, text: str, out: BinaryIO, form: str) -> bool:
        """Run a SPARQL query and write what it finds as it is found, in a standard format.

        Args:
            text: As for `query`.
            out: Where to write.
            form: ``csv``, ``json``, ``tsv`` or ``xml`` as SPARQL 1.1 has them, for SELECT and ASK; ``turtle``,
                ``ntriples``, ``nquads``, ``trig``, ``jsonld`` or ``rdfxml`` for CONSTRUCT and DESCRIBE.

        Returns:
            Whether anything was found: a row, a triple, or yes.

        Raises:
            QueryError: As for `query`; or there is no such format, or it cannot hold such a result.

        Example:
            >>> import io, tempfile
            >>> out = io.BytesIO()
            >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
            ...     store.write_results("ASK { ?s ?p ?o }", out, "json")
            False
            >>> out.getvalue()
            b'{"head":{},"boolean":false}'
        """
        with answering():
            return solutions.write(self.solve(text), out, form)

    def solve(
        self,
        text: str,
        *,
        base: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> solutions.Found:
        """Run a SPARQL query and give the engine's own result, for who writes it out (see `graph.solve.solve`)."""
        return solve(self._database.read, text, base=base, default_graphs=default_graphs, named_graphs=named_graphs)

    def _quads(self, graph: str) -> list[pyoxigraph.Quad]:
        name = pyoxigraph.NamedNode(graph)
        with reading(self.path):
            return sorted(self._database.read.quads_for_pattern(None, None, None, name), key=str)

    def dataset(self) -> "Dataset":
        """Give the store through rdflib's interface, its default graph being the union of all graphs.

        Returns:
            A dataset that reads (and, for a store opened for writing, writes) the store itself. ``rollback`` does
            nothing there: what is added stays.
        """
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        database = self._database.written if self.writable else self._database.read
        self._given_out.append(OxigraphStore(store=database))
        return Dataset(store=self._given_out[-1], default_union=True)


def _as_stored(quads: set[pyoxigraph.Quad]) -> set[pyoxigraph.Quad]:
    """Write numbers and their datatypes as the database does, which keeps the value of a number and not its form."""
    database = pyoxigraph.Store()
    database.extend(quads)
    return set(database)


def _triples(quads: Iterable[pyoxigraph.Quad]) -> str:
    return " . ".join(sorted(str(quad.triple) for quad in quads))
