"""What is wrong with a query that cannot be read: that it is an update, or where it fails."""

import re

from ontology.errors import QueryError

__all__ = ["bare", "place", "refuse_update"]

_UPDATES = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"})
_READS = frozenset({"ASK", "CONSTRUCT", "DESCRIBE", "SELECT"})
_QUOTED = re.compile(
    r"<[^<>\"{}|^`\\\s]*>"
    r"|\"\"\".*?\"\"\"|'''.*?'''"
    r"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
    r"|#[^\n]*",
    re.DOTALL,
)
_WORD = re.compile(r"(?<![?$:\w-])[A-Za-z]+(?![\w-]*:)")
_AT = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)
_LONGEST = 60


def _keywords(text: str) -> frozenset[str]:
    """Collect the keywords of a query: its words outside IRIs, strings, comments, variables and prefixed names.

    A word can be hidden from it, so nothing is let through by it; `graph.syntax.has_keyword` is exact.

    Example:
        >>> sorted(_keywords("SELECT ?from { ?from a rg:Service } # DROP"))
        ['A', 'SELECT']
    """
    return frozenset(word.upper() for word in _WORD.findall(bare(text)))


def bare(text: str) -> str:
    """Give a query without its IRIs, strings and comments, as far as a look at its text tells them.

    Example:
        >>> bare("ASK { ?d rg:cites <http://x/a> } # all")
        'ASK { ?d rg:cites   }  '
    """
    return _QUOTED.sub(" ", text)


def refuse_update(text: str) -> None:
    """Say that a query would change the store, where that is why it cannot be read.

    Args:
        text: What the parser of queries cannot read; it reads no update.

    Raises:
        QueryError: It looks like an update.

    Example:
        >>> refuse_update("DROP ALL")
        Traceback (most recent call last):
        ontology.errors.QueryError: a query only reads: SPARQL updates are refused
    """
    words = _keywords(text)
    if words & {"INSERT", "DELETE"} or (words & _UPDATES and not words & _READS):
        raise QueryError("a query only reads: SPARQL updates are refused")


def place(message: str) -> str:
    """Say in one line where and why a query cannot be read.

    Args:
        message: What the parser said.

    Returns:
        Line, character and what was expected, as far as it can be put in plain words.

    Example:
        >>> place("error at 2:11: expected one of Prefix not found, ['%']")
        'the SPARQL query cannot be read at line 2, character 11: a prefix before it is not declared'
    """
    found = _AT.match(message)
    if found is None:
        return f"the SPARQL query cannot be read: {message.splitlines()[0]}"
    return f"the SPARQL query cannot be read at line {found[1]}, character {found[2]}: {_reason(found[3])}"


def _reason(expected: str) -> str:
    if "Prefix not found" in expected:
        return "a prefix before it is not declared"
    if "unbound" in expected:
        return "the SELECT names a variable that is neither grouped nor bound"
    parts = " ".join(expected.split()).split(", ")
    plain = [part for part in parts if part and part[0] not in "['\"\\" and len(part) < _LONGEST]
    return f"expected {' or '.join(plain)}" if plain else "something else is expected there"
