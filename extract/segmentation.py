"""Words of running Chinese text: the one place that knows jieba, which is loaded when the first text comes."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

__all__ = ["boundaries", "words"]


@cache
def _tokenizer() -> Any:
    import logging

    import jieba  # type: ignore[import-untyped]  # jieba has no stubs

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Cut a short stretch into words.

    Args:
        text: A clause; longer text is cut as well, but each stretch is kept in memory.

    Returns:
        The words; joined they give the text again.

    Example:
        >>> "".join(words("鼓励人权理事会"))
        '鼓励人权理事会'
    """
    return tuple(_tokenizer().lcut(text, HMM=False))


def boundaries(text: str) -> frozenset[int]:
    """Give the offsets at which a word of a short stretch begins or ends.

    Args:
        text: A clause.

    Returns:
        Offsets, 0 and the length among them.

    Example:
        >>> sorted(boundaries("大会"))
        [0, 2]
    """
    return frozenset(_ends(words(text)))


def _ends(cut: tuple[str, ...]) -> Iterator[int]:
    position = 0
    yield position
    for word in cut:
        position += len(word)
        yield position
