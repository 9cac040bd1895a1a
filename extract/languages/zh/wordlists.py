"""Word lists of Chinese rules, and patterns made of them."""

import json
import re
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
        The lists by name.

    Example:
        >>> "请" in wordlists("mandates")["asking"]
        True
    """
    data = files("extract.languages.zh").joinpath(f"{concern}.json").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = json.loads(data)
    return lists


def one_of(words: Iterable[str]) -> str:
    """Write the source of a pattern that matches one of some words, the longest that fits.

    Args:
        words: The words, in any order.

    Returns:
        The source of a group that captures nothing.

    Example:
        >>> one_of(["强调", "强调指出", "请"])
        '(?:强调指出|强调|请)'
    """
    return "(?:" + "|".join(re.escape(word) for word in sorted({*words}, key=lambda word: (-len(word), word))) + ")"
