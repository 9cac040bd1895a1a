"""What a query says, told by the parser alone: only that tells a keyword from the same letters elsewhere."""

import re
from collections.abc import Mapping

import pyoxigraph

from graph.solutions import Found
from ontology.vocabulary import PREFIXES

__all__ = ["has_keyword", "parse", "parses", "renamed"]


def parse(text: str, *, base: str | None = None, prefixes: Mapping[str, str] = PREFIXES) -> Found:
    """Read a query as the engine does, by asking an empty database.

    Args:
        text: The query; one that asks another server would do so, so see first that it has no SERVICE.
        base: What relative IRIs are relative to.
        prefixes: Prefixes that need no declaration.

    Returns:
        What an empty database answers, which tells the form of the query.

    Raises:
        SyntaxError: It cannot be read.

    Example:
        >>> bool(parse("ASK { ?d rg:cites ?t }"))
        False
    """
    return pyoxigraph.Store().query(text, base_iri=base, prefixes=dict(prefixes))


def parses(text: str, *, base: str | None = None, prefixes: Mapping[str, str] = PREFIXES) -> bool:
    """Tell whether a query can be read; as for `parse`.

    Example:
        >>> parses("ASK { ?d rg:cites ?t }"), parses("ASK { ?d rg:cites ?t }", prefixes={})
        (True, False)
    """
    try:
        parse(text, base=base, prefixes=prefixes)
    except SyntaxError:
        return False
    return True


def renamed(text: str, word: str) -> str:
    """Change the letters of a keyword, wherever they stand, into letters that are no keyword and stand nowhere else.

    A query that has the keyword cannot be parsed any more; all others say the same as before under other names.

    Example:
        >>> renamed("SELECT ?from From <http://x/frox>", "FROM")
        'SELECT ?froxx froxx <http://x/frox>'
    """
    letters = text.lower()
    other = word[:-1].lower() + "x"
    while other in letters:
        other += "x"
    return re.sub(word, other, text, flags=re.IGNORECASE)


def has_keyword(text: str, word: str, *, base: str | None = None) -> bool:
    """Tell whether a keyword stands in a query as a keyword: not in a string, a comment, an IRI or a name.

    Args:
        text: A query that can be read; of one that cannot, this tells whether the letters stand in it.
        word: The keyword; SERVICE is to be asked for first, as for `parse`.
        base: What relative IRIs are relative to.

    Returns:
        Whether it does.

    Example:
        >>> has_keyword("SELECT ?from FROM <http://x/g> { ?from ?p ?o }", "FROM")
        True
        >>> has_keyword("SELECT ?from { ?from ?p 'from' } # FROM <http://x/g>", "FROM")
        False
    """
    return word.lower() in text.lower() and not parses(renamed(text, word), base=base)
