"""Word lists of the packages of languages, and patterns made of them."""

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["any_of", "one_of", "one_phrase_of", "wordlists"]


@cache
def wordlists(language: str, concern: str) -> dict[str, Any]:
    """Read the word lists of a concern.

    Args:
        language: Language code.
        concern: Name of a data file of its package, without its ending.

    Returns:
        The lists by name.

    Example:
        >>> "请" in wordlists("zh", "mandates")["asking"]
        True
    """
    data = files(f"extract.languages.{language}").joinpath(f"{concern}.json").read_text(encoding="utf-8")
    lists: dict[str, Any] = json.loads(data)
    return lists


def any_of(patterns: Iterable[str]) -> str:
    """Write the alternatives of some patterns, the longest first.

    Example:
        >>> any_of(["in", "in the"])
        'in the|in'
    """
    return "|".join(sorted({*patterns}, key=lambda pattern: (-len(pattern), pattern)))


def one_of(words: Iterable[str]) -> str:
    """Write the source of a group, capturing nothing, for the longest of some words that fits.

    Example:
        >>> one_of(["强调", "强调指出", "请"])
        '(?:强调指出|强调|请)'
    """
    return f"(?:{any_of(map(re.escape, words))})"


def one_phrase_of(patterns: Iterable[str]) -> str:
    """Write the same for patterns of phrases that are to end with a word.

    Example:
        >>> one_phrase_of(["calls", "calls upon"])
        '(?:calls upon|calls)(?!\\\\w)'
    """
    return rf"(?:{any_of(patterns)})(?!\w)"
