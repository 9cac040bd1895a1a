"""The named queries as examples for the editor: grouped by what they are about, with their prefixes declared."""

import re
from collections.abc import Mapping

from graph.prefixes import undeclared
from graph.query import NamedQuery, named_queries
from ontology.terms import FUNCTIONS

__all__ = ["GROUPS", "declared", "examples"]

GROUPS = ("document", "actor", "collection")
"""What an example is about: a document, a body or State, or the whole collection; a value may be optional."""

_HEAD = re.compile(r"(?:#[^\n]*\n)+")
_SUBJECTS = {"symbol": "document", "actor": "actor", "context": "actor"}


def declared(query: str) -> str:
    """Write a query with its prefixes declared and without the comments at its head, so that any tool can run it.

    Args:
        query: The SPARQL, without SERVICE.

    Returns:
        The query; one that cannot be read, as with a prefix that is not ours, has nothing declared.

    Example:
        >>> print(declared("# a question\\nASK { ?document rg:cites ?cited }"))
        PREFIX rg: <https://w3id.org/resograph/ontology#>
        <BLANKLINE>
        ASK { ?document rg:cites ?cited }
    """
    body = _HEAD.sub("", query, count=1) if query.startswith("#") else query
    lines = [f"{line}\n" for line in undeclared(body)]
    return "".join(lines) + ("\n" if lines else "") + body


def examples() -> tuple[Mapping[str, object], ...]:
    """List the named queries as values that JSON can carry.

    Returns:
        Name, question in both languages, group and parameters of each, in the order of groups and names.

    Example:
        >>> found = {each["name"]: each for each in examples()}
        >>> found["citing"]["group"], found["most-cited"]["parameters"]
        ('document', [])
    """
    ordered = sorted(named_queries(), key=lambda query: (GROUPS.index(_group(query)), query.name))
    return tuple(_example(query) for query in ordered)


def _group(query: NamedQuery) -> str:
    taken = {_SUBJECTS[each.kind] for each in query.parameters if each.kind in _SUBJECTS}
    return next((group for group in GROUPS if group in taken), GROUPS[-1])


def _example(query: NamedQuery) -> Mapping[str, object]:
    parameters = [
        {
            "name": each.name,
            "kind": each.kind,
            "example": each.example,
            "optional": each.is_optional,
            "choices": sorted(FUNCTIONS) if each.kind == "function" else [],
        }
        for each in query.parameters
    ]
    return {"name": query.name, "question": query.question, "group": _group(query), "parameters": parameters}
