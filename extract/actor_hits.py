"""Names that are listed: by the registry, by the document's own declarations, and by fixed patterns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.abbreviations import DeclaredAbbreviation
from extract.actor_mention import ActorMention
from extract.actor_names import BLOCKED, Name
from extract.actor_scene import Scene
from extract.gazetteer import Gazetteer

__all__ = ["find_listed"]

_UNITED_NATIONS = ("un", "un-system", "un-entities", "specialized-agencies")

_REACH = 40

Found = tuple[int, int, Name]


def find_listed(scene: Scene, declared: tuple[DeclaredAbbreviation, ...]) -> list[ActorMention]:
    """Find the names that the registry or the document lists.

    Args:
        scene: The document.
        declared: The short forms that it declares.

    Returns:
        Mentions in order, without overlap: the leftmost wins, and of those that begin together the longest.
    """
    found = _merge(scene.names.gazetteer.find(scene.text), _declared(scene, declared))
    fixed = sorted([*_declarations(scene, declared), *_fixed(scene)], key=lambda mention: mention.start)
    mentions: list[ActorMention] = []
    end = 0
    for start, stop, name in found:
        while fixed and fixed[0].start <= start:
            pattern = fixed.pop(0)
            if pattern.start >= end:
                mentions.append(pattern)
                end = pattern.end
        for mention in _read(scene, start, stop, name) if start >= end else ():
            mentions += _parts(scene, mention)
            end = mention.end
    return mentions + [pattern for pattern in fixed if pattern.start >= end]


def _parts(scene: Scene, mention: ActorMention) -> tuple[ActorMention, ...]:
    """Split a name that has its body in front: 秘书处政治事务部 is the Secretariat, and a department of it."""
    words = scene.text[mention.start : mention.end]
    for body in scene.rules.SPLIT:
        part = scene.names.gazetteer.get(words.removeprefix(body)) if words.startswith(body) else None
        owner = scene.names.entity(body)
        if part is not None and part.entity == mention.entity and owner is not None:
            middle = mention.start + len(body)
            front = ActorMention(mention.start, middle, owner, scene.type_of(owner), rule="registry")
            return front, replace(mention, start=middle, form=part.form)
    return (mention,)


def _read(scene: Scene, start: int, end: int, name: Name) -> Iterable[ActorMention]:
    """Read a string as the name that it is, or as the ones that its beginning or its end is."""
    if name.entity == BLOCKED:
        return _within(scene, start, end, name.hides)
    found = _mention(scene, start, end, name) or _shorter(scene, start, end) or _second(scene, start, end)
    return (found,) if found is not None else ()


def _within(scene: Scene, start: int, end: int, hidden: frozenset[str]) -> Iterator[ActorMention]:
    """Give the names that begin in a string that is none, but for those that it hides: 国际组织 in 其中国际组织."""
    offset = start if hidden else end
    while offset < end:
        mention = _beginning(scene, offset, end, hidden)
        if mention is not None:
            yield mention
        offset = mention.end if mention is not None else offset + 1


def _beginning(scene: Scene, start: int, end: int, hidden: frozenset[str]) -> ActorMention | None:
    """Give the longest name that begins at an offset and is not hidden by a string that ends at another."""
    first = next(scene.names.gazetteer.find(scene.text[start : end + _REACH]), None)
    if first is None or first[0] > 0:
        return None
    for stop in range(start + first[1], start + 1, -1):
        name = scene.names.gazetteer.get(scene.text[start:stop])
        if name is not None and name.entity != BLOCKED and (stop > end or name.entity not in hidden):
            return _mention(scene, start, stop, name)
    return None


def _shorter(scene: Scene, start: int, end: int) -> ActorMention | None:
    """Give the name with which a refused one begins: 联合国 in 联合国机构间."""
    if scene.rules.NEVER_AFTER.match(scene.text, end) is None:
        return None
    for cut in range(end - 1, start + 1, -1):
        shorter = scene.names.gazetteer.get(scene.text[start:cut])
        if shorter is not None:
            return _mention(scene, start, cut, shorter)
    return None


def _second(scene: Scene, start: int, end: int) -> ActorMention | None:
    """Give the name that begins inside one that was refused: 联合国 in 建议联合国, where 议联 was seen first."""
    if scene.silent.hits(start, end):
        return None
    for offset in range(start + 1, end):
        first = next(scene.names.gazetteer.find(scene.text[offset : end + _REACH]), None)
        if first is None or first[0] > 0 or first[2].entity == BLOCKED:
            continue
        return _mention(scene, offset, offset + first[1], first[2])
    return None


def _merge(listed: Iterable[Found], declared: Iterable[Found]) -> Iterator[Found]:
    """Give matches of both kinds, the leftmost and then the longest first; the document's own word wins a tie."""
    both = [(start, -end, 0, name) for start, end, name in declared]
    if not both:
        yield from listed
        return
    both += [(start, -end, 1, name) for start, end, name in listed]
    last = 0
    for start, end, _, name in sorted(both, key=lambda found: found[:3]):
        if start >= last:
            last = -end
            yield start, last, name


def _declared(scene: Scene, declared: tuple[DeclaredAbbreviation, ...]) -> Iterator[Found]:
    table: dict[str, Name] = {}
    for one in declared:
        known = scene.names.registry.get(one.entity) if one.entity is not None else None
        kind = known.type if known is not None else "other"
        for text, form in ((one.full, "full"), (one.short, "abbrev")):
            listed = scene.names.gazetteer.get(text)
            if one.entity is None:
                table[one.short] = Name(BLOCKED, "", "abbrev")
            elif listed is None or listed.entity != one.entity or listed.weak or listed.form != form:
                table[text] = Name(one.entity, kind, form, declared=True)
    return Gazetteer(table).find(scene.text) if table else iter(())


def _declarations(scene: Scene, declared: tuple[DeclaredAbbreviation, ...]) -> Iterator[ActorMention]:
    for one in declared:
        if one.entity is not None and not scene.silent.hits(one.start, one.end):
            kind = scene.type_of(one.entity)
            full = ActorMention(one.start, one.full_end, one.entity, kind, "full", "declaration", defines=True)
            yield full
            yield replace(full, start=one.short_start, end=one.short_end, form="abbrev")


def _mention(scene: Scene, start: int, end: int, name: Name) -> ActorMention | None:
    if name.entity == BLOCKED or scene.silent.hits(start, end):
        return None
    text, found = scene.text, scene.rules
    if name.type == "state" and found.STATE_TAIL.match(text, end):
        end -= 1
    if found.NEVER_AFTER.match(text, end) or (name.type == "state" and found.NEVER_AFTER_STATE.match(text, end)):
        return None
    if name.entity in _UNITED_NATIONS:
        collective = found.COLLECTIVE.match(text, start)
        if collective is not None and collective.end() > end:
            return ActorMention(start, collective.end(), "un-entities", "generic", rule="collective")
    if name.type == "generic":
        return _collective(scene, start, end, name)
    words = text[start:end]
    guard = found.GUARDS.get(words)
    if guard is not None and guard.match(text, start) is None:
        return None
    if words in found.NEEDS_OPEN and not scene.opens(start):
        return None
    rule = "declared" if name.declared else "registry"
    return ActorMention(start, end, name.entity, name.type, name.form, rule, weak=name.weak and not name.declared)


def _collective(scene: Scene, start: int, end: int, name: Name) -> ActorMention | None:
    """Give a collective actor without what stands before it, or None where the words do not name it."""
    modifier = scene.rules.MODIFIER.match(scene.text, start, end)
    if modifier is not None and modifier.end() < end:
        start = modifier.end()
    words = scene.text[start:end]
    guard = scene.rules.GUARDS.get(words)
    if guard is not None and guard.match(scene.text, start) is None:
        return None
    if scene.rules.NEVER_AFTER_COMMON.match(scene.text, end):
        return None
    if name.entity in scene.rules.UNPRINTED or words in scene.rules.BARE_PARLIAMENTS:
        return None
    modified = modifier is not None or scene.text.endswith(scene.rules.MODIFIERS, 0, start)
    if words in scene.rules.NEEDS_OPEN and not modified and not scene.opens(start):
        return None
    confidence = 0.6 if name.weak else 1.0
    return ActorMention(start, end, name.entity, name.type, name.form, "collective", confidence)


def _fixed(scene: Scene) -> Iterator[ActorMention]:
    """Find bodies named by a pattern: a committee of a treaty, of a resolution."""
    for match in scene.rules.COMMITTEE_OF_TITLE.finditer(scene.text):
        bare = match["title"] + match["body"]
        entity = scene.names.entity(match[0]) or scene.names.entity(bare) or scene.names.ending(bare)
        if entity is not None:
            yield ActorMention(match.start(), match.end(), entity, scene.type_of(entity), rule="committee-of-title")
    for pattern, entity in scene.rules.PHRASES:
        for match in pattern.finditer(scene.text):
            yield ActorMention(match.start(), match.end(), entity, "generic", rule="collective")
    for match in scene.rules.ENVOY.finditer(scene.text):
        if scene.opens(match.start()):
            yield _envoy(scene, match)
    for match in scene.rules.COMMITTEE_OF_RESOLUTION.finditer(scene.text):
        entity = f"sc-{match['number']}"
        yield ActorMention(match.start(), match.end(), entity, "subsidiary-organ", rule="committee-of-resolution")


def _envoy(scene: Scene, match: re.Match[str]) -> ActorMention:
    """Make the mention of an officer named by the subject, or of the officer's office."""
    end = match.end("rank")
    words = scene.text[match.start() : end]
    topic = scene.text[match.end("topic") : match.start("rank")]
    spellings = (words, words.replace(topic, scene.rules.with_particle(topic)))
    entity = next((known for known in map(scene.names.entity, spellings) if known), None)
    entity = entity or f"sg:{scene.rules.TITLES[match['rank']]}:{match['topic']}"
    if match["office"] is None:
        return ActorMention(match.start(), end, entity, "office-holder", rule="envoy")
    office = scene.names.entity(match[0]) or f"{entity}:office"
    return ActorMention(*match.span(), office, "secretariat", rule="envoy", owner=entity)
