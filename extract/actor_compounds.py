"""Names that are longer than what is listed: a body with an organ of it, an office in the field, an officer."""

from dataclasses import replace

from extract.actor_mention import ActorMention
from extract.actor_scene import Scene, Token

__all__ = ["extend", "organ_of", "title_of"]

_NO_ORGANS = frozenset({"state", "generic", "office-holder"})
_OWN_OFFICERS = frozenset({"igo", "ngo", "related-organization", "specialized-agency"})
_SHORTEST_PART = 4
_STRETCH = 14
_UNITED_NATIONS = ("un", "un-system", "secretariat", "ga", "sc", "ecosoc")


def extend(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Join bodies with the organs, offices and officers whose names follow.

    Args:
        scene: The document.
        mentions: Listed names, in order, without overlap.

    Returns:
        The mentions, the longer ones in place of the shorter; what a longer one covers is left out.
    """
    result: list[ActorMention] = []
    for index, mention in enumerate(mentions):
        if result and mention.start < result[-1].end:
            continue
        if mention.actor_type == "state":
            result.append(_of_state(scene, mention, _limit(scene, mentions, index)))
        elif mention.actor_type in _NO_ORGANS:
            result.append(_officer_after_officer(scene, mention, result))
        else:
            limit = _limit(scene, mentions, index)
            mention = _joined(mention, mentions, index) or mention
            longer = _field_office(scene, mention) or _session(scene, mention) or organ_of(scene, mention, limit)
            result.append(title_of(scene, longer or mention, result))
    return result


def title_of(scene: Scene, mention: ActorMention, before: list[ActorMention]) -> ActorMention:
    """Join a body with the title of its officer, where one follows at once.

    Args:
        scene: The document.
        mention: The body.
        before: The mentions before it; a body that shares the officer with another stays alone.

    Returns:
        The officer, or the body itself.
    """
    token = scene.token_at(mention.end, "title")
    if token is None or scene.rules.NEVER_AFTER_TITLE.match(scene.text, token.end):
        return mention
    if mention.entity in (None, "un") or _shares(scene, mention, before):
        return mention
    entity = _officer(scene, str(mention.entity), token.word)
    form = "abbrev" if mention.form == "abbrev" else "full"
    return ActorMention(
        mention.start, token.end, entity, "office-holder", form, "officer", mention.confidence, owner=mention.entity
    )


def _officer(scene: Scene, body: str, title: str) -> str:
    for name in scene.names.names(body):
        entity = scene.names.entity(name + title)
        if entity is not None:
            return entity
    return f"{body}:{scene.rules.TITLES[title]}"


def _shares(scene: Scene, mention: ActorMention, before: list[ActorMention]) -> bool:
    if not before or before[-1].actor_type in _NO_ORGANS or before[-1].end >= mention.start:
        return False
    return scene.rules.SHARED_TITLE.fullmatch(scene.text, before[-1].end, mention.start) is not None


def _officer_after_officer(scene: Scene, mention: ActorMention, before: list[ActorMention]) -> ActorMention:
    """Read the second of two titles of one body: 议联主席和秘书长."""
    owner = _outside(scene, before[-1]) if before and mention.entity == "sg" else None
    if owner is None or scene.rules.SHARED_TITLE.fullmatch(scene.text, before[-1].end, mention.start) is None:
        return mention
    entity = _officer(scene, owner, scene.text[mention.start : mention.end])
    return replace(mention, entity=entity, form="abbrev", rule="second-title", owner=owner)


def _outside(scene: Scene, officer: ActorMention) -> str | None:
    """Give the body of an officer, where it is one with a Secretary-General of its own."""
    known = scene.names.registry.get(str(officer.entity)) if officer.actor_type == "office-holder" else None
    owner = officer.owner or (known.parent if known is not None else None)
    body = scene.names.registry.get(owner) if owner is not None else None
    return owner if body is not None and body.type in _OWN_OFFICERS else None


def _limit(scene: Scene, mentions: list[ActorMention], index: int) -> int:
    """Give the offset at which the next body begins; States and the United Nations may stand inside a name."""
    mention = mentions[index]
    end = mention.end
    for following in mentions[index + 1 : index + 5]:
        words = scene.text[following.start : following.end]
        inside = following.actor_type in ("state", "generic") or following.entity == "un" or words in scene.rules.HEADS
        part = following.form == "abbrev" and following.rule == "registry" and following.start == end
        own = following.start == mention.end and mention.actor_type in _OWN_OFFICERS
        if not inside and not part and not own:
            return following.start
        end = following.end
    return len(scene.text)


def _joined(mention: ActorMention, mentions: list[ActorMention], index: int) -> ActorMention | None:
    """Join 联合国 with the name of a body of it that follows at once."""
    if mention.entity != "un" or index + 1 >= len(mentions):
        return None
    following = mentions[index + 1]
    if following.start != mention.end or following.actor_type in ("state", "generic", "igo"):
        return None
    return replace(following, start=mention.start)


def _session(scene: Scene, mention: ActorMention) -> ActorMention | None:
    match = scene.rules.SESSION.match(scene.text, mention.end)
    if match is None or mention.entity is None or mention.entity in _UNITED_NATIONS:
        return None
    return _part(scene, mention, match.end(), match[0][-2:])


def _field_office(scene: Scene, mention: ActorMention) -> ActorMention | None:
    match = scene.rules.FIELD_OFFICE.match(scene.text, mention.end)
    if match is None or mention.entity is None:
        return None
    known = scene.names.entity(scene.text[mention.start : match.end()])
    place = scene.names.entity(match["place"]) or match["place"]
    country_team = scene.names.entity(scene.text[mention.start : mention.end] + match["head"])
    entity = known or f"{country_team or mention.entity}:{place.removeprefix('state:')}"
    return replace(mention, end=match.end(), entity=entity, rule="field-office", owner=mention.entity)


def _of_state(scene: Scene, mention: ActorMention, limit: int) -> ActorMention:
    """Join a State with its government, which is the State, or with its parliament, which is not."""
    token = scene.token_at(mention.end, "government")
    if token is not None:
        return replace(mention, end=token.end, rule="government")
    token = scene.token_at(mention.end, "parliament")
    if token is None or mention.entity is None:
        return mention
    entity = mention.entity.replace("state:", "parliament:", 1)
    parliament = ActorMention(
        mention.start, token.end, entity, "parliament", "full", "parliament", owner=mention.entity
    )
    return organ_of(scene, parliament, limit) or parliament


def organ_of(scene: Scene, mention: ActorMention, limit: int) -> ActorMention | None:
    """Join a body with the name of an organ of it that follows at once.

    Args:
        scene: The document.
        mention: The body.
        limit: Where the name must end at the latest.

    Returns:
        The organ, or None where no such name follows.
    """
    end = _organ_end(scene, mention.end, limit)
    if end is not None and scene.text.endswith(scene.rules.COUPLED, 0, mention.start):
        whole, rest = scene.text[mention.start : end], scene.text[mention.end : end]
        end = end if rest in scene.rules.SPLIT or scene.names.entity(whole) else None
    return _part(scene, mention, end, scene.text[mention.end : end]) if end is not None else None


def _organ_end(scene: Scene, start: int, limit: int) -> int | None:
    """Walk over the words after a body as long as they may belong to the name of an organ of it."""
    limit = min(limit, scene.rules.RUN.match(scene.text, start).end())
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


def _part(scene: Scene, mention: ActorMention, end: int, rest: str) -> ActorMention:
    """Make the mention of an organ, by the registry where it holds it."""
    body = str(mention.entity)
    whole = scene.text[mention.start : end]
    entity = scene.names.entity(whole)
    if entity is None:
        found = (scene.names.entity(name + rest) for name in scene.names.names(body))
        entity = next((known for known in found if known), None)
    if entity is None and len(rest) > 3:
        entity = scene.names.ending(rest, body)
    if entity is None and body in _UNITED_NATIONS:
        entity = scene.names.entity(rest) or (scene.names.ending(rest) if len(rest) > 4 else None)
    if entity is None and body in _UNITED_NATIONS and (body != "un" or len(rest) < _SHORTEST_PART):
        return mention
    if entity is None:
        mission = rest.endswith(tuple(scene.rules.MISSIONS))
        kind = "mission" if mission and body == "un" else mention.actor_type
        minted = f"{body}:{rest}"
        return replace(mention, end=end, entity=minted, actor_type=kind, rule="organ", confidence=0.8, owner=body)
    known = scene.names.registry[entity]
    return replace(mention, end=end, entity=entity, actor_type=known.type, rule="organ", owner=body)
