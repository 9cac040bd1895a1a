"""A sentence with a sign in the place of each actor, and the joint acts that a language's rules find in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.actor_mention import ActorMention

__all__ = ["ACTOR", "GROUP", "PLACE", "SIGNS", "STATE", "TITLE", "JointAct", "SignedText", "sign"]

ACTOR = "\ue000"
"""A body, an officer, a parliament."""

STATE = "\ue001"
"""A State that is not the place of something."""

GROUP = "\ue002"
"""Actors spoken of collectively."""

PLACE = "\ue003"
"""A State that is the place of something."""

TITLE = "\ue004"
"""A title or a quotation, whatever it says."""

SIGNS = ACTOR + STATE + GROUP
"""The signs of whoever can take part."""


@dataclass(frozen=True, slots=True)
class JointAct:
    """What several actors do together, in positions of a text with signs.

    Attributes:
        start: Where its words begin.
        end: One past their end.
        verb: Where the verb begins and ends.
        kind: Kind of activity.
        roles: Positions of the participants by role.
        planned: Whether it is only planned.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
    """

    start: int
    end: int
    verb: tuple[int, int]
    kind: str
    roles: dict[str, tuple[int, ...]]
    planned: bool = False
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class SignedText:
    """A sentence in which signs stand for actors and titles, and what brackets hold is left out.

    Attributes:
        text: The sentence so written.
        offsets: Where in the document each of its characters begins, and where it ends itself.
        ends: Where in the document each of its characters ends.
        mentions: The mention for which a sign stands, by position.
    """

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: dict[int, ActorMention] = field(default_factory=dict)

    def offset(self, position: int) -> int:
        """Give the offset in the document at which what stands at a position begins."""
        return self.offsets[position]

    def end(self, position: int) -> int:
        """Give the offset at which what stands before a position ends."""
        return self.ends[position - 1]


def sign(text: str, span: tuple[int, int], mentions: Iterable[ActorMention], aside: re.Pattern[str]) -> SignedText:
    """Write a sentence with signs.

    Args:
        text: Text of the document.
        span: Where the sentence stands in it.
        mentions: The actors named in the sentence.
        aside: Matches what is left out; in its group ``title`` what gets the sign of a title.

    Returns:
        The sentence with signs.

    Example:
        >>> mention = ActorMention(0, 2, "ipu", "parliament")
        >>> sign("议联(总部)开会。", (0, 9), [mention], re.compile(r"(?P<title>《.*?》)|[(].*?[)]")).text
        '\\ue000开会。'
    """
    start, end = span
    taken: list[tuple[int, int, str, ActorMention | None]] = [
        (match.start(), match.end(), TITLE if match["title"] else "", None)
        for match in aside.finditer(text, start, end)
    ]
    taken += [(mention.start, mention.end, _sign_of(mention), mention) for mention in mentions]
    characters: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    found: dict[int, ActorMention] = {}
    position = start
    for first, last, mark, mention in sorted(taken, key=lambda item: (item[0], -item[1])):
        if first < position:
            continue
        characters.append(text[position:first])
        offsets += range(position, first)
        ends += range(position + 1, first + 1)
        if mark:
            if mention is not None:
                found[len(offsets)] = mention
            characters.append(mark)
            offsets.append(first)
            ends.append(last)
        position = last
    characters.append(text[position:end])
    offsets += range(position, end + 1)
    ends += range(position + 1, end + 1)
    return SignedText("".join(characters), tuple(offsets), tuple(ends), found)


def _sign_of(mention: ActorMention) -> str:
    if mention.actor_type == "state" and ":" not in str(mention.entity).removeprefix("state:"):
        return PLACE if mention.role == "place" else STATE
    return GROUP if mention.actor_type == "generic" else ACTOR
