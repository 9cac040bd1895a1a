"""An act of a resolution within its paragraph: its verb, its clause and whether it asks something of somebody."""

from dataclasses import dataclass

__all__ = ["Act"]


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
