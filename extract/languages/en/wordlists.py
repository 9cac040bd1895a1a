"""Word lists of English rules, and patterns made of them."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

__all__ = ["one_of", "wordlists"]


@cache
def wordlists(concern: str) -> dict[str, list[str]]:
    """Read the word lists of a concern.

    Args:
        concern: Name of a data file of this package, without its ending.

    Returns:
        The lists by name; the entries are patterns.

    Example:
        >>> "requests" in wordlists("mandates")["asking"]
        True
    """
    data = files("extract.languages.en").joinpath(f"{concern}.json").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = json.loads(data)
    return lists


def one_of(words: Iterable[str]) -> str:
    """Write the source of a pattern that matches one of some words whole, the longest that fits.

    Args:
        words: Patterns of the words, in any order.

    Returns:
        The source of a group that captures nothing.

    Example:
        >>> one_of(["calls", "calls upon"])
        '(?:calls upon|calls)(?!\\\\w)'
    """
    listed = sorted({*words}, key=lambda word: (-len(word), word))
    return rf"(?:{chr(124).join(listed)})(?!\w)"
