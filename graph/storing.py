"""What every store offers, be it a folder on this machine or on a server."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

from graph.location import Location
from graph.result import Result

if TYPE_CHECKING:
    from rdflib import Dataset

    from graph.sources import Source

__all__ = ["GraphStore"]


class GraphStore(Protocol):
    """A store of named graphs, opened for reading or for writing; `graph.store.Store` says what each method does."""

    @property
    def path(self) -> Location:
        """Where it is, as shown to people."""

    @property
    def writable(self) -> bool:
        """Whether it was opened for writing."""

    @property
    def resumed(self) -> bool:
        """Whether a writer with the same task was cut short, and what it wrote is there but not published."""

    def publish(self) -> None:
        """Make what was written the content of the store for others, where that is not so at once."""

    def abandon(self) -> None:
        """Free it for others without publishing."""

    def close(self) -> None:
        """Publish what was written and free it for others; closing twice does no harm."""

    def __enter__(self) -> Self:
        """Give the store itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close it."""

    def add(self, lines: Iterable[str]) -> None:
        """Add the quads of new graphs, as N-Quads lines."""

    def load(self, content: bytes) -> None:
        """Add the quads of new graphs, as N-Quads."""

    def replace(self, graph: str, content: bytes) -> None:
        """Put quads in the place of all that a graph held."""

    def remove(self, graph: str) -> None:
        """Take a graph out."""

    def clear(self) -> None:
        """Take everything out."""

    def flush(self) -> None:
        """Bring what was written to where it lasts."""

    def graphs(self) -> tuple[str, ...]:
        """List the IRIs of the named graphs, sorted."""

    def digests(self) -> dict[str, "Source"]:
        """Tell from which sources the graphs were made."""

    def sources(self) -> "frozenset[tuple[str, Source]]":
        """Tell from which source each graph was made: its name, and what is kept of it."""

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Run a select and give its rows one by one as bare texts."""

    def query(self, text: str) -> Result:
        """Run a SPARQL query."""

    def write_results(self, text: str, out: BinaryIO, form: str) -> bool:
        """Run a SPARQL query and write what it finds as it is found, in a standard format; tell if that is anything."""

    def lines(self) -> Iterator[str]:
        """Write the store as N-Quads lines: graph after graph, sorted within each."""

    def graph_lines(self, graph: str) -> Iterator[str]:
        """Write one graph as N-Quads lines, sorted."""

    def write(self, out: BinaryIO, form: str) -> None:
        """Write the whole store in an RDF format."""

    def dataset(self) -> "Dataset":
        """Give the store through rdflib's interface."""
