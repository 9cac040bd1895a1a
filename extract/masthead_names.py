"""The names in a masthead: organs, committees, authors and sponsors, looked up in the registry of actors."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from ontology.actors import actors

__all__ = ["committee", "entity", "sponsors"]

_ORGANS = ("ga", "sc", "ecosoc", "tc")
_BRACKET = re.compile(r"(?P<before>[^()]*)\((?P<inside>[^()]*)\)")
_UNLISTED = "unlisted:"
_LONGEST = 60


def entity(name: str | None, language: str) -> str | None:
    """Look a whole name up.

    Args:
        name: A name as printed, without blanks around it, or None.
        language: Its language.

    Returns:
        Entity id, or None where the registry has no such name or more than one bearer of it.

    Example:
        >>> entity("秘书长", "zh"), entity("某某委员会", "zh")
        ('sg', None)
    """
    return _names(language).get(name) if name else None


def committee(line: str, language: str) -> str | None:
    """Look up the committee of an organ that a line names, a second name in brackets included.

    Example:
        >>> committee("特别政治和非殖民化委员会(第四委员会)", "zh"), committee("安全理事会", "zh")
        ('ga-c4', None)
    """
    bracket = _BRACKET.fullmatch(line)
    for name in (line, *(bracket.groups() if bracket else ())):
        found = entity(name, language)
        if found is not None and actors()[found].parent in _ORGANS:
            return found
    return None


def sponsors(names: str, language: str, separator: re.Pattern[str]) -> tuple[str, ...]:
    """Read a list of sponsors.

    Args:
        names: The list as printed, without notes in brackets.
        language: Its language.
        separator: What stands between two of them; it may also stand inside a name that the registry knows.

    Returns:
        Entity ids in order; ``unlisted:`` and the name for one that is not in the registry.

    Example:
        >>> from extract.languages import rules
        >>> separator = rules("zh", "masthead").SEPARATOR
        >>> sponsors("圣多美和普林西比、古巴和中国", "zh", separator)
        ('state:sao-tome-and-principe', 'state:cuba', 'state:china')
        >>> sponsors("古巴和某国", "zh", separator)
        ('state:cuba', 'unlisted:某国')
    """
    return tuple(dict.fromkeys(_sponsors(names.strip(), language, separator)))


def _sponsors(names: str, language: str, separator: re.Pattern[str]) -> Iterator[str]:
    known, position = _names(language), 0
    while position < len(names):
        if between := separator.match(names, position):
            position = between.end()
            continue
        end = _known_end(names, position, known, separator)
        if end is None:
            stop = separator.search(names, position)
            end = stop.start() if stop else len(names)
        name = names[position:end].strip()
        if name:
            yield known.get(name) or _UNLISTED + name
        position = end


def _known_end(names: str, position: int, known: Mapping[str, str], separator: re.Pattern[str]) -> int | None:
    """Where the longest known name that begins here ends, if a separator or nothing follows it."""
    for end in range(min(len(names), position + _LONGEST), position, -1):
        if names[position:end] in known and (end == len(names) or separator.match(names, end)):
            return end
    return None


@cache
def _names(language: str) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for surface in actors().surfaces(language):
        if not surface.shared:
            names.setdefault(surface.text, surface.entity)
    return MappingProxyType(names)
