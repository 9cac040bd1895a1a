"""Whom an act asks: the actors listed right after its verb, and no others of the clause."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Protocol

from ontology.actors import actors

__all__ = ["NamedActor", "addressees"]


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


# A list of those asked runs over no more than this many names.
_NAMES_IN_REACH = 4


@dataclass(frozen=True, slots=True)
class _Name:
    """A collective name that only the place in a list makes an actor (捐助者, 政府)."""

    start: int
    end: int
    entity: str | None
    actor_type: str = "generic"


def addressees(
    text: str,
    span: tuple[int, int],
    mentions: Sequence[NamedActor],
    antecedents: Sequence[str],
    words: ModuleType,
    language: str,
) -> tuple[str, ...]:
    """List those whom an asking verb asks.

    Args:
        text: The canonical text.
        span: Where the verb ends, and where its clause ends.
        mentions: The actors of the clause, in order.
        antecedents: Entities named before in the paragraph, for words such as both organisations.
        words: The rules of the language for mandates.
        language: Its code.

    Returns:
        Entity ids in the order of the list, each once; empty where the verb is not followed by actors.

    Example:
        >>> from extract.languages import rules
        >>> text = "请会员国和捐助者向非政府组织提供资金"
        >>> addressees(text, (1, len(text)), (), (), rules("zh", "mandates"), "zh")
        ('member-states', 'donors')
    """
    position, end = span
    if words.BOTH.match(text, position):
        return tuple(antecedents) if len(antecedents) == 2 else ()
    names = _filled(text, position, end, mentions, words, language)
    found: list[str] = []
    pattern = words.HEAD
    while (index := _next(text, position, names, pattern, words.REACH)) is not None:
        index = _qualified(text, names, index, words.OF)
        name = names[index]
        position, entity = name.end, name.entity
        if title := words.OFFICER.match(text, position, end):
            entity = _bearers(language).get(text[name.start : name.end] + title[1], entity)
            position = title.end()
        if entity is not None and entity not in found:
            found.append(entity)
        names, pattern = names[index + 1 :], words.LINK
    return tuple(found)


def _next(text: str, position: int, names: Sequence[NamedActor], pattern: re.Pattern[str], reach: int) -> int | None:
    """Find the first name that is joined to what stands before it."""
    for index, name in enumerate(names):
        if name.start > position + reach:
            return None
        if name.start >= position and pattern.fullmatch(text, position, name.start):
            return index
    return None


def _qualified(text: str, names: Sequence[NamedActor], index: int, pattern: re.Pattern[str]) -> int:
    """Go on from a body to the collective that it only qualifies: the members of a union are asked, not the union."""
    while index + 1 < len(names):
        this, following = names[index], names[index + 1]
        collective = following.actor_type == "generic" and this.actor_type not in ("state", "generic")
        if not collective or not pattern.fullmatch(text, this.end, following.start):
            break
        index += 1
    return index


def _filled(
    text: str, position: int, end: int, mentions: Sequence[NamedActor], words: ModuleType, language: str
) -> Sequence[NamedActor]:
    """Put collective names between the mentions, where none of these stands."""
    names = [mention for mention in mentions if position <= mention.start and mention.end <= end]
    reach = min(end, position + _NAMES_IN_REACH * words.REACH)
    pattern = _collectives(language, *words.EDGES, words.DOUBTFUL)
    names += _collective(pattern, _bearers(language), text[:reach], position, names)
    return sorted((name for name in names if not _is_part_of_name(text, name, words)), key=lambda name: name.start)


def _is_part_of_name(text: str, name: NamedActor, words: ModuleType) -> bool:
    """Tell whether a name only tells whose or which somebody else is: mediator of a body, members of another."""
    if words.WHOSE.match(text, name.end):
        return True
    return name.actor_type == "generic" and words.OF_ANOTHER.match(text, name.end) is not None


def _collective(
    pattern: re.Pattern[str], bearers: Mapping[str, str], text: str, position: int, mentions: Sequence[NamedActor]
) -> Iterator[_Name]:
    for match in pattern.finditer(text, position):
        if not any(mention.start < match.end() and match.start() < mention.end for mention in mentions):
            yield _Name(*match.span(), bearers[match[0]])


@cache
def _collectives(language: str, before: str, after: str, doubtful: frozenset[str]) -> re.Pattern[str]:
    registry = actors()
    names = {
        surface.text
        for surface in registry.surfaces(language)
        if registry[surface.entity].type == "generic" and not surface.shared and surface.text not in doubtful
    }
    listed = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(rf"{before}(?:{listed or '(?!)'}){after}")


@cache
def _bearers(language: str) -> dict[str, str]:
    return {surface.text: surface.entity for surface in actors().surfaces(language) if not surface.shared}
