"""The store: a persistent RDF dataset on disk, one named graph a document."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Self

import pyoxigraph

from graph import guard, layout
from graph.layout import first_line
from graph.lock import FileLock
from graph.result import Kind, Result, Row, Term, TermKind
from ontology import terms as rg
from ontology.errors import QueryError, StoreError
from ontology.vocabulary import PREFIXES, XSD

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["FORMATS", "Source", "Store", "write_triples"]

_STRING = XSD + "string"
_SOURCES = f"""
SELECT ?graph ?name ?digest ?version WHERE {{
  GRAPH ?graph {{
    ?file <{rg.SOURCE_NAME}> ?name ; <{rg.SOURCE_DIGEST}> ?digest .
    ?graph <{rg.EXTRACTOR_VERSION}> ?version .
  }}
}}
"""

FORMATS: Mapping[str, pyoxigraph.RdfFormat] = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
}
"""The RDF formats that a store can be written in, by name."""


class Source(NamedTuple):
    """What the store keeps of the source of one graph.

    Attributes:
        digest: SHA-256 of its bytes, in hex.
        graph: IRI of the named graph made from it.
        version: Version of the extractor that made it.
    """

    digest: str
    graph: str
    version: str


class Store:
    """A store on disk. Many processes may read it at once; a writer has it alone.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with Store.create(Path(folder) / "store") as store:
        ...         store.add(['<http://x/d> <http://x/p> "1" <http://x/g> .'])
        ...     with Store.open(Path(folder) / "store") as store:
        ...         [row[0].value for row in store.query("SELECT ?o { ?s ?p ?o }").rows]
        ['1']
    """

    def __init__(self, path: Path, database: pyoxigraph.Store, lock: FileLock, *, writable: bool) -> None:
        """Hold an open database; `create` and `open` are the ways in."""
        self.path = path
        self.writable = writable
        self._database: pyoxigraph.Store | None = database
        self._lock = lock

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Make a new store and open it for writing.

        Args:
            path: A folder that does not exist yet, or an empty one.

        Returns:
            The store, empty.

        Raises:
            StoreError: The folder holds something, or cannot be made.
        """
        path = Path(path)
        if not layout.is_free(path):
            raise StoreError(f"{path}: a new store needs an empty or a new folder, and this is neither")
        try:
            path.mkdir(parents=True, exist_ok=True)
            lock = layout.lock(path, exclusive=True)
            layout.mark(path)
            database = pyoxigraph.Store(str(layout.database(path)))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{path}: no store can be made here ({first_line(error)})") from error
        return cls(path, database, lock, writable=True)

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False) -> Self:
        """Open a store that exists.

        Args:
            path: Its folder.
            write: Whether it is to be written; it is then closed to all others.

        Returns:
            The store.

        Raises:
            StoreError: There is nothing, no store, a store of another format, or another process holds it.
        """
        path = Path(path)
        layout.check(path)
        lock = layout.lock(path, exclusive=write)
        database = layout.database(path)
        try:
            opened = pyoxigraph.Store(str(database)) if write else pyoxigraph.Store.read_only(str(database))
        except (OSError, RuntimeError) as error:
            lock.release()
            raise StoreError(f"{path}: the database of this store cannot be opened ({first_line(error)})") from error
        return cls(path, opened, lock, writable=write)

    @staticmethod
    def is_store(path: Path) -> bool:
        """Tell whether a folder says of itself that it is a store."""
        return layout.is_store(path)

    def close(self) -> None:
        """Write out what is pending and free the store for others; closing twice does no harm."""
        if self._database is not None and self.writable:
            self._database.flush()
        self._database = None
        self._lock.release()

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    @property
    def _open(self) -> pyoxigraph.Store:
        if self._database is None:
            raise StoreError(f"{self.path}: the store is closed")
        return self._database

    @property
    def _writer(self) -> pyoxigraph.Store:
        if not self.writable:
            raise StoreError(f"{self.path}: the store was opened for reading only")
        return self._open

    def add(self, lines: Iterable[str]) -> None:
        """Add the quads of new graphs, all of them or none.

        Args:
            lines: N-Quads lines of graphs that the store does not hold.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no N-Quad.
        """
        self.load("".join(lines).encode())

    def load(self, content: bytes) -> None:
        """Add the quads of new graphs, all of them or none; other threads may do the same meanwhile.

        Args:
            content: N-Quads in UTF-8, under a million of them, for beyond that the database loads in several steps.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no N-Quad.
        """
        if content:
            with _writing(self.path):
                self._writer.bulk_load(input=content, format=pyoxigraph.RdfFormat.N_QUADS)

    def replace(self, graph: str, content: bytes) -> None:
        """Put quads in the place of all that a graph held, in one transaction that writes only what differs.

        Args:
            graph: IRI of the graph.
            content: N-Quads in UTF-8, all of that graph.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no quad of that graph.
        """
        name = pyoxigraph.NamedNode(graph)
        with _writing(self.path):
            wanted = set(pyoxigraph.parse(input=content, format=pyoxigraph.RdfFormat.N_QUADS))
            if strange := next((quad for quad in wanted if quad.graph_name != name), None):
                raise ValueError(f"{strange} is not in {name}")
            held = set(self._writer.quads_for_pattern(None, None, None, name))
            changes = (("DELETE", held - wanted), ("INSERT", wanted - held))
            steps = [f"{verb} DATA {{ GRAPH {name} {{ {_triples(quads)} }} }}" for verb, quads in changes if quads]
            self._writer.update(" ; ".join(steps))

    def remove(self, graph: str) -> None:
        """Take a graph out; nothing happens where the store does not hold it."""
        with _writing(self.path):
            self._writer.remove_graph(pyoxigraph.NamedNode(graph))

    def flush(self) -> None:
        """Move what was written from memory to disk."""
        self._writer.flush()

    def graphs(self) -> tuple[str, ...]:
        """List the IRIs of the named graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._open.named_graphs()))

    def digests(self) -> dict[str, Source]:
        """Tell from which sources the graphs were made.

        Returns:
            Name of the source to its digest, its graph and the version of the extractor.
        """
        rows = self.rows(_SOURCES)
        return {name: Source(digest, graph, version) for graph, name, digest, version in sorted(rows)}

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
        found = self._run(text)
        if not isinstance(found, pyoxigraph.QuerySolutions):
            raise QueryError("rows come from a SELECT query only")
        for solution in found:
            yield tuple(["" if term is None else _text(term) for term in solution])

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
        found = self._run(text)
        if isinstance(found, pyoxigraph.QueryBoolean):
            return Result(Kind.ASK, truth=bool(found))
        if isinstance(found, pyoxigraph.QuerySolutions):
            names = tuple(variable.value for variable in found.variables)
            return Result(Kind.SELECT, variables=names, rows=tuple(_row(solution, len(names)) for solution in found))
        triples = {(_term(triple.subject), _term(triple.predicate), _term(triple.object)) for triple in found}
        return Result(Kind.CONSTRUCT, triples=tuple(sorted(triples, key=str)))

    def _run(self, text: str) -> "pyoxigraph.QueryBoolean | pyoxigraph.QuerySolutions | pyoxigraph.QueryTriples":
        words = guard.keywords(text)
        guard.check(words)
        try:
            return self._open.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union="FROM" not in words)
        except SyntaxError as error:
            raise QueryError(guard.place(str(error))) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the SPARQL query cannot be answered: {first_line(error)}") from error

    def lines(self) -> Iterator[str]:
        """Write the store as N-Quads lines: graph after graph, sorted within each.

        Yields:
            One quad a line, line feed included; the same quads always give the same lines in the same order.
        """
        for graph in self.graphs():
            yield from self.graph_lines(graph)

    def graph_lines(self, graph: str) -> Iterator[str]:
        """Write one graph as N-Quads lines, sorted.

        Args:
            graph: IRI of the graph; one that the store does not hold has no lines.

        Yields:
            One quad a line, line feed included.
        """
        yield from (f"{quad} .\n" for quad in self._quads(graph))

    def write(self, out: BinaryIO, form: str) -> None:
        """Write the whole store in an RDF format.

        Args:
            out: Where to write.
            form: One of ``FORMATS``. Turtle knows no graphs, so it holds the triples of all of them.

        Raises:
            StoreError: There is no such format.
        """
        if form not in FORMATS:
            raise StoreError(f"{form!r} is no RDF format of a store; there are {', '.join(sorted(FORMATS))}")
        quads = (quad for graph in self.graphs() for quad in self._quads(graph))
        with_graphs = FORMATS[form].supports_datasets
        items: Iterable[pyoxigraph.Quad] | Iterable[pyoxigraph.Triple]
        items = quads if with_graphs else (quad.triple for quad in quads)
        pyoxigraph.serialize(items, out, FORMATS[form], prefixes=dict(PREFIXES))

    def _quads(self, graph: str) -> list[pyoxigraph.Quad]:
        return sorted(self._open.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(graph)), key=str)

    def dataset(self) -> "Dataset":
        """Give the store through rdflib's interface, its default graph being the union of all graphs.

        Returns:
            A dataset that reads (and, for a store opened for writing, writes) the store itself. ``rollback`` does
            nothing there: what is added stays.
        """
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self._open), default_union=True)


def write_triples(triples: Iterable[tuple[Term, Term, Term]], out: BinaryIO) -> None:
    """Write triples in Turtle.

    Args:
        triples: Such as a construct query finds.
        out: Where to write.

    Example:
        >>> import io
        >>> node, out = Term("http://x/a", TermKind.IRI), io.BytesIO()
        >>> write_triples([(node, node, Term("1"))], out)
        >>> out.getvalue().endswith(b'<http://x/a> <http://x/a> "1" .\\n')
        True
    """
    lines = (f"{one.written} {two.written} {three.written} .\n" for one, two, three in triples)
    parsed = pyoxigraph.parse(input="".join(lines).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    items = (quad.triple for quad in parsed)
    pyoxigraph.serialize(items, out, pyoxigraph.RdfFormat.TURTLE, prefixes=dict(PREFIXES))


def _triples(quads: Iterable[pyoxigraph.Quad]) -> str:
    return " . ".join(sorted(str(quad.triple) for quad in quads))


def _row(solution: pyoxigraph.QuerySolution, width: int) -> Row:
    return tuple(None if (value := solution[i]) is None else _term(value) for i in range(width))


def _text(value: "pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple") -> str:
    """Give what `_term` would have as its value, without making a term of each."""
    return str(value) if isinstance(value, pyoxigraph.Triple) else value.value


def _term(value: object) -> Term:
    """Turn a term of the database into a value of ours; plain text is a literal without datatype."""
    if isinstance(value, pyoxigraph.NamedNode):
        return Term(value.value, TermKind.IRI)
    if isinstance(value, pyoxigraph.Literal):
        datatype = value.datatype.value
        plain = value.language is not None or datatype == _STRING
        return Term(value.value, TermKind.LITERAL, None if plain else datatype, value.language)
    if isinstance(value, pyoxigraph.BlankNode):
        return Term(value.value, TermKind.BLANK)
    return Term(str(value))


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Turn what the database says of a failed write into one clear line."""
    try:
        yield
    except (OSError, SyntaxError, ValueError, RuntimeError) as error:
        raise StoreError(f"{path}: nothing was written ({first_line(error)})") from error
