"""A query made ready for a server: checked as for a store on disk, with the prefixes and graphs that it uses."""

import re
from dataclasses import dataclass

from graph.prefixes import undeclared
from graph.solve import finds_triples
from graph.syntax import has_keyword, parses

__all__ = ["Parameters", "Prepared", "prepare"]

Parameters = tuple[tuple[str, str], ...]
"""What is said of a query beside its text, as names and values of the SPARQL 1.1 Protocol."""

_WORD = "FROM"
_FROM = re.compile(
    rf"(?<![?$:\w-]){_WORD}(?![\w-])(?:\s+(?P<named>NAMED)(?![\w-]))?\s*(?:<(?P<iri>[a-z][a-z0-9+.-]*:[^<>\\\s]*)>)?",
    re.IGNORECASE,
)
_ONE_MORE = f"{_WORD} <urn:x> "


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query as it goes to a server.

    Attributes:
        text: The query, with the prefixes that it uses without declaring them; they stand on its first line.
        finds_triples: Whether it is a CONSTRUCT or DESCRIBE.
        dataset: The graphs that its FROM clauses name, as parameters; None where it has none.
    """

    text: str
    finds_triples: bool
    dataset: Parameters | None


def prepare(text: str) -> Prepared:
    """Check a query and make it ready.

    Args:
        text: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Returns:
        The query as a server can read it.

    Raises:
        QueryError: It cannot be read, would change the store, or would ask another server.

    Example:
        >>> prepare("ASK { ?d a rg:Resolution }").text
        'PREFIX rg: <https://w3id.org/resograph/ontology#> ASK { ?d a rg:Resolution }'
        >>> prepare("DROP ALL")
        Traceback (most recent call last):
        ontology.errors.QueryError: a query only reads: SPARQL updates are refused
    """
    triples = finds_triples(text)
    declarations = "".join(f"{line} " for line in undeclared(text))
    dataset = _dataset(text) if has_keyword(text, _WORD) else None
    return Prepared(declarations + text, triples, dataset)


def _dataset(text: str) -> Parameters:
    """Say the FROM clauses as parameters, for a server may put the union of all graphs in the place of the clauses.

    Where one of them names no whole IRI, they are left to the server.
    """
    clauses = [match for match in _FROM.finditer(text) if _is_clause(text, match.start())]
    rest = text
    for clause in reversed(clauses):
        rest = f"{rest[: clause.start()]} {rest[clause.end() :]}"
    if not all(clause["iri"] for clause in clauses) or has_keyword(rest, _WORD):
        return ()
    names = ("default-graph-uri", "named-graph-uri")
    return tuple((names[clause["named"] is not None], clause["iri"]) for clause in clauses)


def _is_clause(text: str, start: int) -> bool:
    """Tell a FROM that is a keyword: the query cannot do without it, and has room for one more clause before it."""
    head, tail = text[:start], text[start:]
    return not parses(f"{head}x{tail}") and parses(head + _ONE_MORE + tail)
