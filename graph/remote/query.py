"""A query made ready for a server: checked as for a store on disk, with the prefixes that it uses."""

import re
from dataclasses import dataclass

import pyoxigraph

from graph import guard
from graph.solve import solve
from ontology.vocabulary import PREFIXES

__all__ = ["Parameters", "Prepared", "prepare"]

Parameters = tuple[tuple[str, str], ...]
"""What is said of a query beside its text, as names and values of the SPARQL 1.1 Protocol."""

_QUOTED = re.compile(
    r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|(?P<iri><[^<>\"{}|^`\\\s]*>)|#[^\n]*",
    re.DOTALL,
)
_DECLARED = re.compile(r"\bPREFIX\s+(?P<name>[\w.-]*):", re.IGNORECASE)
_FROM = re.compile(r"(?<![?$:\w-])FROM(?![\w-])(?:\s+(?P<named>NAMED))?\s*(?P<iri><[^<>]*>)?", re.IGNORECASE)


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
    # An empty store answers at once; what counts is that it can read the query, and of which kind it is.
    found = solve(pyoxigraph.Store(), text)
    plain = _QUOTED.sub(lambda match: match["iri"] or " ", text)
    dataset = _dataset(plain) if "FROM" in guard.keywords(text) else None
    return Prepared(_with_prefixes(text, plain), isinstance(found, pyoxigraph.QueryTriples), dataset)


def _with_prefixes(text: str, plain: str) -> str:
    declared = {match["name"] for match in _DECLARED.finditer(plain)}
    bare = re.sub(r"<[^<>]*>", " ", plain)
    used = [name for name in PREFIXES if name not in declared and re.search(rf"(?<![\w?$.-]){name}:", bare)]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in used) + text


def _dataset(plain: str) -> Parameters:
    """Say the FROM clauses as parameters, for a server may put the union of all graphs in the place of the clauses."""
    clauses = list(_FROM.finditer(plain))
    if not all(clause["iri"] and ":" in clause["iri"] for clause in clauses):
        return ()
    names = ("default-graph-uri", "named-graph-uri")
    return tuple((names[clause["named"] is not None], clause["iri"][1:-1]) for clause in clauses)
