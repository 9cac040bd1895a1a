"""A SPARQL query run on the database, in the engine's own terms."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pyoxigraph

from graph import guard
from graph.layout import first_line
from graph.solutions import Found
from graph.syntax import has_keyword, parse, renamed
from ontology.errors import QueryError
from ontology.vocabulary import PREFIXES

__all__ = ["answering", "finds_triples", "solve"]

_SERVICE = "SERVICE"
_FROM = "FROM"


def solve(
    database: pyoxigraph.Store,
    text: str,
    *,
    base: str | None = None,
    default_graphs: Sequence[str] | None = None,
    named_graphs: Sequence[str] | None = None,
) -> Found:
    """Run a query; it reads this database and nothing else.

    Args:
        database: What is asked.
        text: SELECT, ASK, CONSTRUCT or DESCRIBE; the prefixes of the vocabulary need no declaration.
        base: What relative IRIs are relative to.
        default_graphs: Names of the graphs that make the default graph; None for those of the query's FROM, or,
            where it has none, for the union of all.
        named_graphs: Names of the graphs that GRAPH can name; None for those of the query's FROM NAMED, or, where
            it has none, for all. Where one of both is given, what is not is empty.

    Returns:
        The engine's own result, found as it is read.

    Raises:
        QueryError: The query cannot be read, would change the store, or would ask another server.

    Example:
        >>> bool(solve(pyoxigraph.Store(), "ASK { ?s ?p ?o }"))
        False
    """
    is_told = default_graphs is not None or named_graphs is not None
    default = _names(default_graphs) if is_told else None
    named = _names(named_graphs) if is_told else None
    with answering():
        _refuse_service(text, base)
        try:
            return database.query(
                text,
                base_iri=base,
                prefixes=dict(PREFIXES),
                use_default_graph_as_union=not is_told and not has_keyword(text, _FROM, base=base),
                default_graph=default,
                named_graphs=named,
            )
        except SyntaxError:
            guard.refuse_update(text)
            raise


def finds_triples(text: str) -> bool:
    """Tell whether a query is a CONSTRUCT or DESCRIBE, before it is run.

    Raises:
        QueryError: As for `solve`.

    Example:
        >>> finds_triples("SELECT ?construct { ?construct rg:cites ?d }")
        False
    """
    # An empty database answers at once; what counts is that it can read the query.
    return isinstance(solve(pyoxigraph.Store(), text), pyoxigraph.QueryTriples)


@contextmanager
def answering() -> Iterator[None]:
    """Turn what the database says of a query, when it reads it or while it is answered, into one clear line.

    Raises:
        QueryError: The database says something.

    Example:
        >>> with answering():
        ...     pyoxigraph.Store().query("ASK {")
        Traceback (most recent call last):
        ontology.errors.QueryError: the SPARQL query cannot be read at line 1, character 6: ...
    """
    try:
        yield
    except SyntaxError as error:
        raise QueryError(guard.place(str(error))) from error
    except QueryError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the SPARQL query cannot be answered: {first_line(error)}") from error


def _refuse_service(text: str, base: str | None) -> None:
    """Refuse a query that asks another server, before anything of it is run.

    With the letters of SERVICE changed everywhere (see `graph.syntax.renamed`) it can ask nobody.
    """
    if _SERVICE.lower() not in text.lower():
        return
    try:
        parse(renamed(text, _SERVICE), base=base)
    except SyntaxError as error:
        guard.refuse_update(text)
        where = guard.place(str(error))
        raise QueryError(f"{where} (SERVICE is refused: a query reads this store and asks no other server)") from error


def _names(graphs: Sequence[str] | None) -> list[Any]:
    try:
        return [pyoxigraph.NamedNode(graph) for graph in graphs or ()]
    except ValueError as error:
        raise QueryError(f"the name of a graph is no absolute IRI: {first_line(error)}") from error
