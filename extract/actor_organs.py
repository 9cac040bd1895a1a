"""Organs named right behind their body: 非盟委员会社会事务部."""

from dataclasses import replace

from extract.actor_mention import ActorMention
from extract.actor_scene import Scene, Token

__all__ = ["UNITED_NATIONS", "organ_end", "organ_of", "part_of"]

UNITED_NATIONS = ("un", "un-system", "secretariat", "ga", "sc", "ecosoc")
"""Bodies of whose organs only those count that the registry holds."""

_SHORTEST_PART = 4
_STRETCH = 14
_LONGEST_RUN = 120


def organ_of(scene: Scene, mention: ActorMention, limit: int) -> ActorMention | None:
    """Join a body with the name of an organ of it that follows at once.

    Args:
        scene: The document.
        mention: The body.
        limit: Where the name must end at the latest.

    Returns:
        The organ, or None where no such name follows.
    """
    end = organ_end(scene, mention.end, limit)
    if end is not None and scene.coupled(mention.start):
        whole, rest = scene.text[mention.start : end], scene.text[mention.end : end]
        end = end if rest in scene.rules.SPLIT or scene.names.entity(whole) else None
    return part_of(scene, mention, end, scene.text[mention.end : end]) if end is not None else None


def organ_end(scene: Scene, start: int, limit: int) -> int | None:
    """Walk over the words after a body as long as they may belong to the name of an organ of it.

    Args:
        scene: The document.
        start: Where the body's own name ends.
        limit: Where the name must end at the latest.

    Returns:
        Where the organ's name ends; None where none follows.
    """
    limit = min(limit, scene.rules.RUN.match(scene.text, start, start + _LONGEST_RUN).end())
    if limit - start < 2:
        return None
    if scene.text.startswith(scene.rules.NOT_FIRST, start):
        return None
    end: int | None = None
    anchor, joined = start, False
    for token in scene.tokens_from(start):
        officer = token.word in scene.rules.ASSEMBLIES and scene.token_at(token.end, "title") is not None
        if officer and token.start > start and token.end <= limit:
            return token.end
        if token.start >= limit or token.tag in ("stop", "title") or token.start - anchor > _STRETCH:
            break
        if token.tag == "joint":
            if token.start == start or end is not None or joined:
                break
            joined = True
        elif token.tag == "head" and _long_enough(token, start, end):
            end = anchor = token.end
    return end


def _long_enough(token: Token, start: int, end: int | None) -> bool:
    return len(token.word) > 1 or token.end - (end or start) > 2


def part_of(scene: Scene, mention: ActorMention, end: int, rest: str) -> ActorMention:
    """Make the mention of an organ, by the registry where it holds it.

    Args:
        scene: The document.
        mention: The body; where the organ's name begins with the body's, the mention begins there as well.
        end: Where the name ends.
        rest: The part of the name that is the organ's own.

    Returns:
        The organ; the body itself for words that name no organ of the United Nations.
    """
    body = str(mention.entity)
    whole = scene.text[mention.start : end]
    entity = scene.names.entity(whole)
    if entity is None:
        found = (scene.names.entity(name + rest) for name in scene.names.names(body))
        entity = next((known for known in found if known), None)
    if entity is None and len(rest) > 3:
        entity = scene.names.ending(rest, body)
    if entity is None and body in UNITED_NATIONS:
        entity = scene.names.entity(rest) or (scene.names.ending(rest) if len(rest) > 4 else None)
    if entity is None and body in UNITED_NATIONS and (body != "un" or len(rest) < _SHORTEST_PART):
        return mention
    if entity is None:
        mission = rest.endswith(tuple(scene.rules.MISSIONS))
        kind = "mission" if mission and body == "un" else mention.actor_type
        minted = f"{body}:{rest}"
        return replace(mention, end=end, entity=minted, actor_type=kind, rule="organ", confidence=0.8, owner=body)
    known = scene.names.registry[entity]
    return replace(mention, end=end, entity=entity, actor_type=known.type, rule="organ", owner=body)
