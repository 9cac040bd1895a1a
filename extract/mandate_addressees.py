"""Whom an act asks: the actors listed right after its verb, and no others of the clause."""

import re
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import Protocol

from ontology.actors import actors

__all__ = ["NamedActor", "addressees"]

_REACH = 80


class NamedActor(Protocol):
    """What is needed of the mention of an actor."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def entity(self) -> str | None: ...  # noqa: D102
    @property
    def actor_type(self) -> str: ...  # noqa: D102


def addressees(
    text: str,
    position: int,
    end: int,
    mentions: Sequence[NamedActor],
    antecedents: Sequence[str],
    words: ModuleType,
    language: str,
) -> tuple[str, ...]:
    """List those whom an asking verb asks.

    Args:
        text: The canonical text.
        position: Where the verb ends.
        end: Where its clause ends.
        mentions: The actors of the clause, in order.
        antecedents: Entities named before in the paragraph, for words such as both organisations.
        words: The rules of the language for mandates.
        language: Its code.

    Returns:
        Entity ids in the order of the list, each once; empty where the verb is not followed by actors.
    """
    if words.BOTH.match(text, position):
        return tuple(antecedents) if len(antecedents) == 2 else ()
    found: list[str] = []
    pattern, current = words.HEAD, position
    while (index := _next(text, current, end, mentions, pattern)) is not None:
        mention = mentions[index]
        current = mention.end
        entity = mention.entity
        if title := words.OFFICER.match(text, current, end):
            entity = _officer(text[mention.start : mention.end] + title[1], language) or entity
            current = title.end()
        if entity is not None and entity not in found:
            found.append(entity)
        mentions, pattern = mentions[index + 1 :], words.LINK
    return tuple(found)


def _next(text: str, position: int, end: int, mentions: Sequence[NamedActor], pattern: re.Pattern[str]) -> int | None:
    """Find the first actor that is joined to what stands before it."""
    for index, mention in enumerate(mentions):
        if mention.start < position:
            continue
        if mention.start > position + _REACH or mention.end > end:
            return None
        if pattern.fullmatch(text, position, mention.start):
            return index
    return None


def _officer(name: str, language: str) -> str | None:
    return _offices(language).get(name)


@cache
def _offices(language: str) -> dict[str, str]:
    return {surface.text: surface.entity for surface in actors().surfaces(language) if not surface.shared}
