"""What the database answers to a query: as values of ours, as rows of bare texts, or as bytes in a standard format."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import BinaryIO, TypeVar, cast

import pyoxigraph

from graph.result import Kind, Result, Term, TermKind
from ontology.errors import QueryError
from ontology.vocabulary import PREFIXES, XSD

__all__ = ["GRAPH_FORMATS", "TABLE_FORMATS", "Found", "result", "rows", "write"]

Found = pyoxigraph.QueryBoolean | pyoxigraph.QuerySolutions | Iterable[pyoxigraph.Triple]
"""What the database gives: yes or no, solutions one by one, or triples one by one."""

TABLE_FORMATS: Mapping[str, pyoxigraph.QueryResultsFormat] = {
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "xml": pyoxigraph.QueryResultsFormat.XML,
}
"""The formats of SPARQL 1.1 for what SELECT and ASK find, by name."""

GRAPH_FORMATS: Mapping[str, pyoxigraph.RdfFormat] = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
}
"""The RDF formats for what CONSTRUCT and DESCRIBE find, by name."""

F = TypeVar("F")

_STRING = XSD + "string"
_PREFIXED = ("jsonld", "rdfxml", "trig", "turtle")


def result(found: Found) -> Result:
    """Give all that was found, as values.

    Args:
        found: What the database gives.

    Returns:
        Solutions in their order; triples sorted.

    Example:
        >>> result(pyoxigraph.Store().query("ASK {}")).truth
        True
    """
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Result(Kind.ASK, truth=bool(found))
    if isinstance(found, pyoxigraph.QuerySolutions):
        names = tuple(variable.value for variable in found.variables)
        term = _reading()
        return Result(Kind.SELECT, variables=names, rows=tuple([tuple(map(term, solution)) for solution in found]))
    triples = {(_term(triple.subject), _term(triple.predicate), _term(triple.object)) for triple in found}
    return Result(Kind.CONSTRUCT, triples=tuple(sorted(triples, key=str)))


def rows(found: Found) -> Iterator[tuple[str, ...]]:
    """Give solutions one by one as bare texts.

    Args:
        found: What the database gives.

    Yields:
        The values in the order of the variables; an unbound one is the empty string.

    Raises:
        QueryError: There are no solutions in it, but an answer or triples.

    Example:
        >>> list(rows(pyoxigraph.Store().query("SELECT ?a ?b { BIND (1 AS ?a) }")))
        [('1', '')]
    """
    if not isinstance(found, pyoxigraph.QuerySolutions):
        raise QueryError("rows come from a SELECT query only")
    for solution in found:
        yield tuple(["" if term is None else _text(term) for term in solution])


def write(found: Found, out: BinaryIO, form: str) -> bool:
    """Write what was found as it comes, which takes no memory to speak of.

    Args:
        found: What the database gives.
        out: Where to write.
        form: One of ``TABLE_FORMATS`` for SELECT and ASK, of ``GRAPH_FORMATS`` for CONSTRUCT and DESCRIBE.

    Returns:
        Whether anything was found: a row, a triple, or yes.

    Raises:
        QueryError: There is no such format, or it cannot hold such a result.

    Example:
        >>> import io
        >>> out = io.BytesIO()
        >>> write(pyoxigraph.Store().query("SELECT ?a { BIND (1 AS ?a) }"), out, "csv")
        True
        >>> out.getvalue()
        b'a\\r\\n1\\r\\n'
    """
    try:
        if isinstance(found, pyoxigraph.QueryBoolean):
            found.serialize(out, _known(form, TABLE_FORMATS, "SELECT and ASK"))
            return bool(found)
        if isinstance(found, pyoxigraph.QuerySolutions):
            written, kind = _Counted(out), _known(form, TABLE_FORMATS, "SELECT and ASK")
            least = _size_without_rows([variable.value for variable in found.variables], kind)
            found.serialize(cast(BinaryIO, written), kind)
            return written.size > least
        prefixes = dict(PREFIXES) if form in _PREFIXED else None
        rdf = _known(form, GRAPH_FORMATS, "CONSTRUCT and DESCRIBE")
        found = iter(found)
        first = tuple(islice(found, 1))
        pyoxigraph.serialize(chain(first, found), out, rdf, prefixes=prefixes)
        return bool(first)
    finally:
        # An error keeps what its frames name, but what is found may only be let go of in the thread that asked.
        del found


class _Counted:
    """A file that passes on what is written to it, and counts the bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self.size = 0
        self._out = out

    def write(self, piece: bytes) -> int:
        """Count and pass on."""
        self.size += len(piece)
        self._out.write(piece)
        return len(piece)

    def flush(self) -> None:
        """Pass on."""
        self._out.flush()


def _size_without_rows(names: Iterable[str], form: pyoxigraph.QueryResultsFormat) -> int:
    """Count the bytes of a table that has columns only; each row, even one without values, adds some."""
    head = "\t".join(f"?{name}" for name in names) + "\n"
    empty = pyoxigraph.parse_query_results(head.encode(), format=pyoxigraph.QueryResultsFormat.TSV)
    return len(empty.serialize(format=form) or b"")


def _known(form: str, formats: Mapping[str, F], queries: str) -> F:
    if form not in formats:
        raise QueryError(f"{form!r} is no format for what {queries} find; there are {', '.join(sorted(formats))}")
    return formats[form]


def _text(value: "pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple") -> str:
    """Give what `_term` would have as its value, without making a term of each."""
    return str(value) if isinstance(value, pyoxigraph.Triple) else value.value


def _reading() -> Callable[[object], Term | None]:
    """Make what turns values of variables into terms of ours, each IRI once, for most of them come again and again."""
    iris: dict[str, Term] = {}

    def read(value: object) -> Term | None:
        if isinstance(value, pyoxigraph.NamedNode):
            iri = value.value
            known = iris.get(iri)
            if known is None:
                known = iris[iri] = Term(iri, TermKind.IRI)
            return known
        return None if value is None else _term(value)

    return read


def _term(value: object) -> Term:
    """Turn a term of the database into a value of ours; plain text is a literal without datatype."""
    if isinstance(value, pyoxigraph.Literal):
        language = value.language
        datatype = _STRING if language is not None else value.datatype.value
        return Term(value.value, TermKind.LITERAL, None if datatype == _STRING else datatype, language)
    if isinstance(value, pyoxigraph.NamedNode):
        return Term(value.value, TermKind.IRI)
    if isinstance(value, pyoxigraph.BlankNode):
        return Term(value.value, TermKind.BLANK)
    return Term(str(value))
