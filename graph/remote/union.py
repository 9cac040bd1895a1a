"""How a server is asked for the union of all its graphs, over which our queries go."""

from collections.abc import Callable, Iterable, Iterator

from graph.remote.http import RemoteError
from graph.remote.lock import LOCK_GRAPH
from graph.remote.query import Parameters
from ontology.errors import StoreError

__all__ = ["Union"]

_WAYS: tuple[Parameters, ...] = ((), (("union-default-graph", ""),))
"""The ways that cost nothing: to say nothing, where the server is set up so; what Oxigraph knows."""

_MOST_GRAPHS = 1000
"""How many graphs a query may list one by one."""

_SAMPLE = f"""
SELECT ?graph ?subject ?predicate ?object WHERE {{
  GRAPH ?graph {{ ?subject ?predicate ?object FILTER (isIRI(?subject) && isIRI(?object)) }}
  FILTER (?graph != <{LOCK_GRAPH}>)
}}
LIMIT 1
"""


class Union:
    """Finds out, by one triple of one graph, what must be said beside a query; asks nothing until that is needed."""

    def __init__(
        self,
        place: str,
        rows: Callable[[str], Iterator[tuple[str, ...]]],
        truth: Callable[[str, Parameters], bool],
        graphs: Callable[[], Iterable[str]],
    ) -> None:
        """Name the store, and what asks it for rows, for yes or no, and for its graphs."""
        self._place = place
        self._rows = rows
        self._truth = truth
        self._graphs = graphs
        self._found: Parameters | None = None

    def parameters(self) -> Parameters:
        """Give what must be said beside a query.

        Returns:
            Parameters of the protocol; none for a store that is empty.

        Raises:
            StoreError: The server has no way to answer over all graphs.
        """
        if self._found is None:
            self._found = self._probed()
        return self._found or ()

    def forget(self) -> None:
        """Forget what was found, for the graphs are others now."""
        self._found = None

    def _probed(self) -> Parameters | None:
        sample = next(self._rows(_SAMPLE), None)
        if sample is None:
            return None
        graph, *triple = (f"<{iri}>" for iri in sample)
        written = " ".join(triple)
        # The named graphs must be there too, for some servers trade them for another default graph.
        test = f"ASK {{ {written} . GRAPH {graph} {{ {written} }} }}"
        for way in _WAYS:
            if self._is_right(test, way):
                return way
        listed = tuple(self._graphs())
        if len(listed) <= _MOST_GRAPHS:
            one_by_one = tuple((name, each) for each in listed for name in ("default-graph-uri", "named-graph-uri"))
            if self._is_right(test, one_by_one):
                return one_by_one
        raise StoreError(
            f"{self._place}: the default graph of this server is not the union of its {len(listed)} graphs, over which "
            "our queries go, and it cannot be asked for it; let the server be set up so (for Fuseki: "
            "unionDefaultGraph true)"
        )

    def _is_right(self, test: str, way: Parameters) -> bool:
        try:
            return self._truth(test, way)
        except RemoteError as error:
            # A server may refuse a way that it does not know.
            if error.status is None:
                raise
            return False
