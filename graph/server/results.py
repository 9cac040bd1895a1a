"""The result of a query, written whole or not at all: rows and bytes are counted while the engine writes them."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any, NamedTuple

import pyoxigraph

from graph.server.refusals import RefusedError
from graph.solutions import GRAPH_FORMATS, TABLE_FORMATS, Found
from graph.solve import answering
from graph.store import Store
from ontology.vocabulary import PREFIXES

__all__ = ["Announce", "answer"]

Announce = Callable[[str], IO[bytes]]
"""Takes the media type of a result that is to come, and gives the file to write it to; what came before is void."""
_IN_MEMORY = 1 << 22


class _Mark(NamedTuple):
    """What stands in a format once for each row.

    Attributes:
        text: The bytes.
        more: How many of them there are beside one for each row.
        is_exact: Whether they stand nowhere else.
    """

    text: bytes
    more: int
    is_exact: bool


_MARKS = {
    "json": _Mark(b"},{", -1, False),
    "xml": _Mark(b"<result>", 0, True),
    "csv": _Mark(b"\n", 1, False),
    "tsv": _Mark(b"\n", 1, True),
}


class _DoubtfulError(Exception):
    """There may be too many rows."""


class _Counting:
    """A file that passes on what is written to it as long as that is within the limits."""

    def __init__(self, out: IO[bytes], size: int, rows: int, mark: _Mark | None = None) -> None:
        self._out = out
        self._left = size
        self._size = size
        self._rows = rows
        self._mark = mark
        self._marks = rows + mark.more if mark else 0
        self._tail = b""

    def write(self, piece: bytes) -> int:
        """Count and pass on."""
        self._left -= len(piece)
        if self._left < 0:
            raise RefusedError(422, "bytes", f"the result has more than {self._size:,} bytes, and none of it is sent; "
                               "ask for less by LIMIT, fewer variables or a narrower query")  # fmt: skip
        if self._mark:
            self._count(piece, self._mark)
        self._out.write(piece)
        return len(piece)

    def _count(self, piece: bytes, mark: _Mark) -> None:
        # A mark may be cut in two by the end of a piece.
        overlap = len(mark.text) - 1
        seen = self._tail + piece
        self._marks -= seen.count(mark.text)
        self._tail = seen[-overlap:] if overlap else b""
        if self._marks < 0:
            raise _too_many(self._rows, "rows") if mark.is_exact else _DoubtfulError

    def flush(self) -> None:
        """Do nothing: what is passed on is with its receiver."""


def answer(store: Store, arguments: Mapping[str, Any], announce: Announce) -> None:
    """Run a query and write its result in the format that was asked for.

    Rows are counted by what stands between them. In JSON and CSV that may stand in a text too; where it makes the rows
    seem too many, the query is run once more in TSV, in which a row is a line, and that is turned into the format.

    Args:
        store: The opened store.
        arguments: ``query``, ``base``, ``default`` and ``named`` (lists of IRIs or null), ``results`` and ``graph``
            (name of a format and media type each, or null where the client takes none), ``rows``, ``bytes``.
        announce: Is told the media type once a result is to come, and again where it is to come once more.

    Raises:
        QueryError: The query is refused or malformed.
        RefusedError: The result goes over a limit, or the client takes no format of its kind.
    """

    def solve() -> Found:
        dataset = {"default_graphs": arguments["default"], "named_graphs": arguments["named"]}
        return store.solve(arguments["query"], base=arguments["base"], **dataset)

    found, size, rows = solve(), arguments["bytes"], arguments["rows"]
    with answering():
        if isinstance(found, pyoxigraph.QueryTriples):
            name, media_type = _wanted(arguments["graph"], "graph")
            _write_graph(found, name, _Counting(announce(media_type), size, rows), rows)
            return
        name, media_type = _wanted(arguments["results"], "table or truth value")
        if isinstance(found, pyoxigraph.QueryBoolean):
            announce(media_type).write(found.serialize(format=TABLE_FORMATS[name]) or b"")
            return
        try:
            _write_table(found, name, _Counting(announce(media_type), size, rows, _MARKS[name]))
        except _DoubtfulError:
            with tempfile.SpooledTemporaryFile(_IN_MEMORY) as lines:
                _write_table(solve(), "tsv", _Counting(lines, size, rows, _MARKS["tsv"]))
                lines.seek(0)
                again = pyoxigraph.parse_query_results(lines, TABLE_FORMATS["tsv"])
                _write_table(again, name, _Counting(announce(media_type), size, rows))


def _wanted(choice: list[str] | None, what: str) -> tuple[str, str]:
    if choice is None:
        raise RefusedError(406, "format", f"this query gives a {what}, and the request takes it in no format that "
                           "there is: JSON, XML, CSV and TSV for tables, Turtle, N-Triples, JSON-LD, RDF/XML, TriG "
                           "and N-Quads for graphs")  # fmt: skip
    name, media_type = choice
    return name, media_type


def _write_table(found: Any, name: str, out: _Counting) -> None:
    found.serialize(out, TABLE_FORMATS[name])


def _write_graph(found: pyoxigraph.QueryTriples, name: str, out: Any, rows: int) -> None:
    pyoxigraph.serialize(_limited(found, rows), out, GRAPH_FORMATS[name], prefixes=dict(PREFIXES))


def _limited(triples: pyoxigraph.QueryTriples, rows: int) -> Iterator[pyoxigraph.Triple]:
    for number, triple in enumerate(triples):
        if number == rows:
            raise _too_many(rows, "triples")
        yield triple


def _too_many(rows: int, what: str) -> RefusedError:
    return RefusedError(422, "rows", f"the result has more than {rows:,} {what}, and none of it is sent; "
                        "ask for a part by LIMIT and OFFSET, or make the query narrower")  # fmt: skip
