"""When “the Organization”, said without a name, is the United Nations."""

from collections.abc import Iterable

from extract.actor_mention import ActorMention

__all__ = ["speaks_of_house"]

_SIGNS = frozenset(
    {"un", "un-system", "ga", "sc", "ecosoc", "sg", "dsg", "secretariat", "acabq", "pga", "member-states"}
)


def speaks_of_house(mentions: Iterable[ActorMention]) -> bool:
    """Tell whether an organ or officer of the United Nations, or their Members, are among some mentions.

    An association that speaks of itself, or another organisation whose letter is passed on, says “the Organization”
    as well; it rarely names those in the same breath.

    Args:
        mentions: What is named around the words.

    Returns:
        Whether the words may be read as the United Nations.

    Example:
        >>> speaks_of_house([ActorMention(0, 2, "sg", "office-holder")]), speaks_of_house([])
        (True, False)
    """
    return any(mention.entity in _SIGNS for mention in mentions)
