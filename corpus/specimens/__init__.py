"""The specimens: documents written for this project in the form of United Nations documents."""

from pathlib import Path

__all__ = ["CENTRE", "specimens"]

CENTRE = "A/RES/71/160"
"""Symbol of the specimen on which the others converge."""


def specimens() -> Path:
    """Give the folder of the specimens.

    Example:
        >>> len(list(specimens().glob("*.txt"))) >= 10
        True
    """
    return Path(__file__).parent
