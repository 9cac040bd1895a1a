"""An act of a resolution within its paragraph: its verb, its clause, what it asks, and whether a time is past."""

from dataclasses import dataclass

__all__ = ["Act", "is_past"]


@dataclass(frozen=True, slots=True)
class Act:
    """One act; offsets are those of the paragraph's words.

    Attributes:
        start: First character of the verb phrase.
        verb_end: One past the last character of the verb phrase.
        end: One past the last character of the clause, closing mark left out.
        verb: The act without what only joins it to the one before.
        printed: The verb phrase as printed, with what leads to it.
        asks: Whether the verb asks something of somebody.
    """

    start: int
    verb_end: int
    end: int
    verb: str
    printed: str
    asks: bool


def is_past(date: str, since: str | None) -> bool:
    """Tell whether a date lies before a document, so that nothing can be due by it.

    Args:
        date: ISO date of a day, month or year.
        since: ISO date of the document; None where it is not known.

    Returns:
        Whether it is earlier, as far as the precision of both tells.

    Example:
        >>> is_past("1965-08-05", "1965-09-20"), is_past("1965", "1965-09-20"), is_past("1965-08-05", None)
        (True, False, False)
    """
    return since is not None and date[: len(since)] < since[: len(date)]
