"""Patterns made of the words of a data file."""

import re
from collections.abc import Iterable

__all__ = ["any_of", "names"]


def any_of(words: Iterable[str]) -> str:
    """Write the source of a pattern for one of some words, which may be patterns themselves, the longest first.

    Example:
        >>> any_of(["in", "in the"])
        'in the|in'
    """
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def names(words: Iterable[str]) -> str:
    """Write the same for words that are no patterns.

    Example:
        >>> names(["No. 1", "No."])
        'No\\\\.\\\\ 1|No\\\\.'
    """
    return any_of(map(re.escape, words))
