"""The declaration of a short form, in canonical offsets."""

from dataclasses import dataclass

__all__ = ["DeclaredAbbreviation"]


@dataclass(frozen=True, slots=True)
class DeclaredAbbreviation:
    """The declaration of a short form, in canonical offsets.

    Attributes:
        start: Where the full name begins.
        full_end: Where it ends.
        short_start: Where the short form begins.
        short_end: Where it ends.
        end: One past the closing bracket.
        full: The full name.
        short: The short form.
        entity: Entity id; None for what is no body (a disease, a treaty).
        listed: Whether the registry holds the entity.
    """

    start: int
    full_end: int
    short_start: int
    short_end: int
    end: int
    full: str
    short: str
    entity: str | None
    listed: bool
