"""The result of a query, written whole or not at all: rows and bytes are counted while the engine writes them."""

import tempfile
from collections.abc import Callable, Mapping
from typing import IO, Any

import pyoxigraph

from graph.server.formats import OXIGRAPH_GRAPHS, OXIGRAPH_RESULTS
from graph.server.refusals import RefusedError
from graph.solve import answering
from graph.store import Store
from ontology.vocabulary import PREFIXES

__all__ = ["Announce", "answer"]

Announce = Callable[[str], IO[bytes]]
"""Takes the media type of a result that is to come, and gives the file to write it to."""
_IN_MEMORY = 1 << 22
_LINES = pyoxigraph.QueryResultsFormat.TSV
_TRIPLES = pyoxigraph.RdfFormat.N_TRIPLES


class _Counting:
    """A file that passes on what is written to it as long as that is within the limits."""

    def __init__(self, out: IO[bytes], rows: int | None, size: int, what: str) -> None:
        self._out = out
        self._rows = rows
        self._size = size
        self._what = what
        self._lines = 0
        self._bytes = 0

    def write(self, piece: bytes) -> int:
        """Count and pass on."""
        self._bytes += len(piece)
        if self._bytes > self._size:
            raise RefusedError(422, "bytes", f"the result has more than {self._size:,} bytes, and none of it is sent; "
                               "ask for less by LIMIT, fewer variables or a narrower query")  # fmt: skip
        if self._rows is not None:
            self._lines += piece.count(b"\n")
            if self._lines > self._rows:
                self._refuse_rows()
        self._out.write(piece)
        return len(piece)

    def flush(self) -> None:
        """Do nothing: what is passed on is with its receiver."""

    def _refuse_rows(self) -> None:
        limit = self._rows if self._what == "triples" else (self._rows or 1) - 1
        raise RefusedError(422, "rows", f"the result has more than {limit:,} {self._what}, and none of it is sent; "
                           "ask for a part by LIMIT and OFFSET, or make the query narrower")  # fmt: skip


def answer(store: Store, arguments: Mapping[str, Any], announce: Announce) -> None:
    """Run a query and write its result in the format that was asked for.

    Rows are counted in the one format in which a row is a line, TSV, and triples in N-Triples; the engine's own
    parser and writer turn those into the others. So nothing is read twice from the store.

    Args:
        store: The opened store.
        arguments: ``query``, ``base``, ``default`` and ``named`` (lists of IRIs or null), ``results`` and ``graph``
            (name of a format and media type each, or null where the client takes none), ``rows``, ``bytes``.
        announce: Is told the media type once a result is to come.

    Raises:
        QueryError: The query is refused or malformed.
        RefusedError: The result goes over a limit, or the client takes no format of its kind.
    """
    found = store.solve(
        arguments["query"],
        base=arguments["base"],
        default_graphs=arguments["default"],
        named_graphs=arguments["named"],
    )
    limits = (arguments["rows"], arguments["bytes"])
    with answering():
        if isinstance(found, pyoxigraph.QueryTriples):
            _write_graph(found, *_wanted(arguments["graph"], "graph"), limits, announce)
        else:
            _write_results(found, *_wanted(arguments["results"], "table or truth value"), limits, announce)


def _wanted(choice: list[str] | None, what: str) -> tuple[str, str]:
    if choice is None:
        raise RefusedError(406, "format", f"this query gives a {what}, and the request takes it in no format that "
                           "there is: JSON, XML, CSV and TSV for tables, Turtle, N-Triples, JSON-LD, RDF/XML, TriG, "
                           "N-Quads and N3 for graphs")  # fmt: skip
    name, media_type = choice
    return name, media_type


def _write_results(
    found: "pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean",
    name: str,
    media_type: str,
    limits: tuple[int, int],
    announce: Announce,
) -> None:
    rows, size = limits
    form = OXIGRAPH_RESULTS[name]
    if isinstance(found, pyoxigraph.QueryBoolean):
        announce(media_type).write(found.serialize(format=form) or b"")
        return
    # The line of the names of the variables is no row.
    if form == _LINES:
        found.serialize(_Counting(announce(media_type), rows + 1, size, "rows"), form)  # type: ignore[arg-type]
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as lines:
        found.serialize(_Counting(lines, rows + 1, size, "rows"), _LINES)  # type: ignore[arg-type]
        lines.seek(0)
        again = pyoxigraph.parse_query_results(lines, _LINES)
        again.serialize(_Counting(announce(media_type), None, size, "rows"), form)  # type: ignore[arg-type]


def _write_graph(
    found: pyoxigraph.QueryTriples, name: str, media_type: str, limits: tuple[int, int], announce: Announce
) -> None:
    rows, size = limits
    form = OXIGRAPH_GRAPHS[name]
    if form == _TRIPLES:
        found.serialize(_Counting(announce(media_type), rows, size, "triples"), form)  # type: ignore[arg-type]
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as lines:
        found.serialize(_Counting(lines, rows, size, "triples"), _TRIPLES)  # type: ignore[arg-type]
        lines.seek(0)
        out = _Counting(announce(media_type), None, size, "triples")
        parsed = pyoxigraph.parse(lines, _TRIPLES)
        items = parsed if form.supports_datasets else (quad.triple for quad in parsed)
        pyoxigraph.serialize(items, out, form, prefixes=dict(PREFIXES))  # type: ignore[arg-type]
