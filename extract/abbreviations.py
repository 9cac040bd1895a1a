"""Short forms that a document declares: ``full name(short form)``."""

from collections.abc import Iterator
from types import ModuleType

from extract.actor_names import BLOCKED, KnownNames, known_names
from extract.declared import DeclaredAbbreviation
from extract.languages import rules
from extract.phrases.actor_rules import DeclarationRules
from extract.phrases.declarations import find_declarations
from extract.reading import Reading
from extract.records import Abbreviation

__all__ = ["DeclaredAbbreviation", "abbreviations", "share", "to_records"]

_SHORTEST_ENDING = 5


def abbreviations(reading: Reading) -> tuple[DeclaredAbbreviation, ...]:
    """Find the short forms that a document declares.

    Args:
        reading: The document.

    Returns:
        The declarations in the order of the text; empty for a language without rules.

    Example:
        >>> from corpus import read_text
        >>> reading = Reading(read_text("同联合国儿童基金会(儿基会)和世界卫生组织(世卫组织)合作(2012年)。", "a.txt"))
        >>> [(found.full, found.short, found.entity) for found in abbreviations(reading)]
        [('联合国儿童基金会', '儿基会', 'unicef'), ('世界卫生组织', '世卫组织', 'who')]
    """
    found = rules(reading.document.language, "abbreviations")
    if found is None or "(" not in reading.text:
        return ()
    if isinstance(found, DeclarationRules):
        return tuple(find_declarations(reading, found))
    return tuple(_declarations(reading.text, found, known_names(reading.document.language)))


def to_records(found: tuple[DeclaredAbbreviation, ...], reading: Reading) -> tuple[Abbreviation, ...]:
    """Turn declarations into records.

    Args:
        found: Declarations of one document.
        reading: The document.

    Returns:
        One record each, in the same order.

    Example:
        >>> from corpus import read_text
        >>> reading = Reading(read_text("世界卫生组织(世卫组织)。", "a.txt"))
        >>> to_records(abbreviations(reading), reading)[0].span.text
        '世界卫生组织(世卫组织)'
    """
    return tuple(Abbreviation(reading.span(a.start, a.end), a.full, a.short, a.entity) for a in found)


def _declarations(text: str, found: ModuleType, names: KnownNames) -> Iterator[DeclaredAbbreviation]:
    for match in found.DECLARATION.finditer(text):
        short = match["short"]
        aside = match["phrase"] is None and found.NOT_A_SHORT_FORM.match(short)
        if aside and names.gazetteer.get(short) is None:
            continue
        stretch = found.STRETCH.search(text, max(0, match.start() - 48), match.start())[0]
        listed = _listed(stretch, short, names)
        if aside and (listed is None or names.entity(listed) != names.entity(short)):
            continue
        full = _longer(stretch, short, listed, found, names) if listed else _shaped(stretch, short, found, names)
        prefix = found.PREFIX.search(stretch[: -len(full)]) if full else None
        full = prefix[0] + full if prefix and full else full
        if full is None or found.NAME.search(full) is None:
            continue
        entity = names.entity(listed or full) or (names.ending(full) if len(full) > _SHORTEST_ENDING else None)
        if entity is None and not _plausible(short, full, found, names):
            continue
        if entity is None and found.ORGANISATION.search(full):
            entity = names.entity(short) if share(short, full) == 1 else None
            entity = entity or f"unlisted:{full}"
        start = match.start() - len(full)
        spans = (start, match.start(), match.start("short"), match.end("short"), match.end())
        yield DeclaredAbbreviation(*spans, full, short, entity, listed is not None)


def _listed(stretch: str, short: str, names: KnownNames) -> str | None:
    """Give the longest name of the registry that ends with the stretch and may be shortened so."""
    for start in range(max(0, len(stretch) - 40), len(stretch) - 1):
        name = names.gazetteer.get(stretch[start:])
        if name is None or name.entity == BLOCKED or name.weak or stretch[start:] == short:
            continue
        known = short in names.names(name.entity)
        if known or share(short, stretch[start:]) >= 0.5 or short.isascii():
            return stretch[start:]
    return None


def _plausible(short: str, full: str, found: ModuleType, names: KnownNames) -> bool:
    """Tell whether an unlisted pair can be a name and its short form, and not a person, a place or a word repeated."""
    if (
        not full[0].isalnum()
        or short in names.states
        or (found.PERSON_MARK in full and not found.ORGANISATION.search(full))
    ):
        return False
    return short not in full or full.endswith(short)


def _longer(stretch: str, short: str, listed: str, found: ModuleType, names: KnownNames) -> str:
    """Give the whole name where the listed one is only the end of it, as a stroke or 联合国 before it shows."""
    if not stretch[: -len(listed)].endswith(found.INSIDE):
        return listed
    whole = _shaped(stretch, short, found, names)
    return whole if whole is not None and whole.endswith(listed) else listed


def _shaped(stretch: str, short: str, found: ModuleType, names: KnownNames) -> str | None:
    """Give the name at the end of the stretch, by its left boundary."""
    starts = {match.end() for match in found.BEFORE_NAME.finditer(stretch)} | {0}
    known = {start for start, _, name in names.gazetteer.find(stretch) if name.entity != BLOCKED and not name.weak}
    plain = found.PLAIN.fullmatch(short) is not None
    inside = min((start for start in known if start >= max(starts - {len(stretch)}, default=0)), default=None)
    for start in sorted(starts, reverse=True) if inside is None else [inside, *sorted(starts, reverse=True)]:
        full = stretch[start:].lstrip()
        if len(full) > (2 if plain else len(short)) and (plain or share(short, full) == 1):
            return full
    return None


def share(short: str, full: str) -> float:
    """Tell which share of a short form's characters stands in the full name in the same order.

    Args:
        short: The short form.
        full: The full name.

    Returns:
        1.0 where every character does.

    Example:
        >>> share("世卫组织", "世界卫生组织"), share("立法机构", "议会")
        (1.0, 0.0)
    """

    position, taken = 0, 0
    for letter in short:
        at = full.find(letter, position)
        if at >= 0:
            position, taken = at + 1, taken + 1
    return taken / len(short)
