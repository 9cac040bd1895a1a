"""Text of documents made safe for a terminal."""

import re

__all__ = ["printable"]

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Put a mark in the place of each character that steers a terminal, line feeds and tabs excepted.

    Args:
        text: Any text.

    Returns:
        The same number of characters.

    Example:
        >>> printable("决议\\x1b[2J")
        '决议�[2J'
    """
    return _CONTROLS.sub("\ufffd", text)
