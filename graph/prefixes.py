"""The prefixes of the vocabulary that a query uses without declaring them."""

from graph.syntax import parses
from ontology.vocabulary import PREFIXES

__all__ = ["undeclared"]


def undeclared(text: str) -> tuple[str, ...]:
    """Write the declarations that a query needs to be read by who does not know our prefixes.

    Args:
        text: The query, in which no SERVICE stands (see `graph.syntax.parse`).

    Returns:
        One declaration for each prefix without which it could not be read, sorted; none for a query that cannot be
        read with them either.

    Example:
        >>> undeclared("ASK { ?d rg:cites <http://x/org:a> }")
        ('PREFIX rg: <https://w3id.org/resograph/ontology#>',)
    """
    if not parses(text):
        return ()
    used = (name for name in sorted(PREFIXES) if f"{name}:" in text and not parses(text, prefixes=_without(name)))
    return tuple(f"PREFIX {name}: <{PREFIXES[name]}>" for name in used)


def _without(name: str) -> dict[str, str]:
    return {other: start for other, start in PREFIXES.items() if other != name}
