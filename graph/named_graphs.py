"""What any store does alike, on disk or on a server: add lines, tell its sources, write itself as RDF."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

import pyoxigraph

from graph.solutions import GRAPH_FORMATS
from graph.sources import Source, by_name, read_sources
from ontology.errors import StoreError
from ontology.vocabulary import PREFIXES

__all__ = ["FORMATS", "NamedGraphs"]

FORMATS: Mapping[str, pyoxigraph.RdfFormat] = {
    name: GRAPH_FORMATS[name] for name in ("jsonld", "nquads", "trig", "turtle")
}
"""The RDF formats that a store can be written in, by name."""


class NamedGraphs(ABC):
    """Named graphs that can be listed, read and added to; the rest follows from that."""

    @abstractmethod
    def graphs(self) -> tuple[str, ...]:
        """List the IRIs of the named graphs, sorted."""

    @abstractmethod
    def load(self, content: bytes) -> None:
        """Add the quads of new graphs, as N-Quads."""

    @abstractmethod
    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Run a select and give its rows one by one as bare texts."""

    @abstractmethod
    def _quads(self, graph: str) -> list[pyoxigraph.Quad]:
        """List the quads of a graph, sorted as they are written."""

    def add(self, lines: Iterable[str]) -> None:
        """Add the quads of new graphs; as for `load`.

        Args:
            lines: N-Quads lines of graphs that the store does not hold.

        Raises:
            StoreError: The store is read-only or cannot be written, or a line is no N-Quad.
        """
        self.load("".join(lines).encode())

    def digests(self) -> dict[str, Source]:
        """Tell from which sources the graphs were made.

        Returns:
            Name of the source to its digest, its graph and the version of the extractor.
        """
        return by_name(self.sources())

    def sources(self) -> frozenset[tuple[str, Source]]:
        """Tell from which source each graph was made: its name, and what is kept of it."""
        return read_sources(self)

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
        _write_quads((quad for graph in self.graphs() for quad in self._quads(graph)), out, form)


def _write_quads(quads: Iterable[pyoxigraph.Quad], out: BinaryIO, form: str) -> None:
    """Write quads in the order in which they come."""
    if form not in FORMATS:
        raise StoreError(f"{form!r} is no RDF format of a store; there are {', '.join(sorted(FORMATS))}")
    with_graphs = FORMATS[form].supports_datasets
    items: Iterable[pyoxigraph.Quad] | Iterable[pyoxigraph.Triple]
    items = quads if with_graphs else (quad.triple for quad in quads)
    pyoxigraph.serialize(items, out, FORMATS[form], prefixes=dict(PREFIXES))
