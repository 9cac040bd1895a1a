"""Names that are longer than what is listed: a body with an organ of it, an office in the field, an officer."""

from dataclasses import replace

from extract.actor_mention import ActorMention
from extract.actor_organs import UNITED_NATIONS, organ_of, part_of
from extract.actor_scene import Scene
from extract.actor_states import of_state

__all__ = ["extend", "title_of"]

_NO_ORGANS = frozenset({"state", "generic", "office-holder"})
_OWN_OFFICERS = frozenset({"igo", "ngo", "related-organization", "specialized-agency"})


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
            result.append(of_state(scene, mention, _limit(scene, mentions, index)))
        elif mention.actor_type in _NO_ORGANS:
            result.append(_officer_after_officer(scene, mention, result))
        else:
            limit = _limit(scene, mentions, index)
            mention = _joined(mention, mentions, index) or mention
            longer = _in_common(scene, mention, mentions, index) or _liaison(scene, mention, result)
            longer = longer or _field_office(scene, mention) or _session(scene, mention)
            result.append(title_of(scene, longer or organ_of(scene, mention, limit) or mention, result))
            if mention.defines and mention.form == "abbrev" and scene.text.startswith(")", mention.end):
                result += _behind_bracket(scene, mention, limit)
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
        if mention.actor_type == "state":
            inside = scene.rules.DOMESTIC.fullmatch(scene.text, mention.end, following.start) is not None
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


def _in_common(scene: Scene, mention: ActorMention, mentions: list[ActorMention], index: int) -> ActorMention | None:
    """Read two coupled bodies and a noun as a body that they have in common: 非盟-国际劳工组织联合工作队."""
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    if following is None or following.start != mention.end + 1 or not scene.coupled(following.start):
        return None
    match = scene.rules.JOINT_BODY.match(scene.text, following.end)
    if match is None or following.actor_type in _NO_ORGANS:
        return None
    words = scene.text[mention.start : match.end()]
    entity = scene.names.entity(words) or f"{mention.entity}-{following.entity}:{match[0]}"
    return ActorMention(mention.start, match.end(), entity, "other", mention.form, "in-common", 0.8)


def _liaison(scene: Scene, mention: ActorMention, before: list[ActorMention]) -> ActorMention | None:
    """Read an office at a body as an office of the body of which the sentence spoke last: 人道协调厅…非盟联络处."""
    match = scene.rules.LIAISON.match(scene.text, mention.end)
    if match is None:
        return None
    first, end = scene.reading.sentence(mention.start)[0], match.end()
    for owner in reversed(before):
        if owner.start < first:
            break
        if owner.actor_type not in _NO_ORGANS and owner.entity != mention.entity:
            entity = f"{owner.entity}:{scene.text[mention.start : end]}"
            kind = owner.actor_type
            return ActorMention(mention.start, end, entity, kind, "full", "liaison", 0.7, owner=owner.entity)
    return None


def _behind_bracket(scene: Scene, mention: ActorMention, limit: int) -> list[ActorMention]:
    """Find an organ or an office whose name goes on behind the declaration of a short form."""
    short = replace(mention, start=mention.end + 1, end=mention.end + 1, defines=False)
    found = _field_office(scene, short) or organ_of(scene, short, limit)
    return [found] if found is not None and found.end > short.end else []


def _session(scene: Scene, mention: ActorMention) -> ActorMention | None:
    match = scene.rules.SESSION.match(scene.text, mention.end)
    if match is None or mention.entity is None or mention.entity in UNITED_NATIONS:
        return None
    return part_of(scene, mention, match.end(), match[0][-2:])


def _field_office(scene: Scene, mention: ActorMention) -> ActorMention | None:
    match = scene.rules.FIELD_OFFICE.match(scene.text, mention.end)
    if match is None or mention.entity is None:
        return None
    known = scene.names.entity(scene.text[mention.start : match.end()])
    place = scene.names.entity(match["place"]) or match["place"]
    country_team = scene.names.entity(scene.text[mention.start : mention.end] + match["head"])
    entity = known or f"{country_team or mention.entity}:{place.removeprefix('state:')}"
    return replace(mention, end=match.end(), entity=entity, rule="field-office", owner=mention.entity)
