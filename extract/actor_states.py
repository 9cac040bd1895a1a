"""What belongs to a State, named right behind it: its government, its parliament, a ministry, a national body."""

from dataclasses import replace

from extract.actor_mention import ActorMention
from extract.actor_organs import organ_end, organ_of
from extract.actor_scene import Scene

__all__ = ["of_state"]

_SHORTEST = 4


def of_state(scene: Scene, mention: ActorMention, limit: int) -> ActorMention:
    """Join a State with its government, which is the State, or with a body of it, which is not.

    Args:
        scene: The document.
        mention: The State.
        limit: Where a name must end at the latest.

    Returns:
        The longer mention, or that of the State.
    """
    token = scene.token_at(mention.end, "government")
    if token is not None:
        return replace(mention, end=token.end, rule="government")
    if mention.entity is None:
        return mention
    return _parliament(scene, mention, limit) or _national(scene, mention, limit) or mention


def _parliament(scene: Scene, mention: ActorMention, limit: int) -> ActorMention | None:
    token = scene.token_at(mention.end, "parliament")
    if token is None:
        return None
    entity = str(mention.entity).replace("state:", "parliament:", 1)
    found = ActorMention(mention.start, token.end, entity, "parliament", "full", "parliament", owner=mention.entity)
    for title, slug in scene.rules.OFFICERS_OF_PARLIAMENT.items():
        if scene.text.startswith(title, token.end):
            return replace(found, end=token.end + len(title), entity=f"{entity}:{slug}", rule="officer")
    return organ_of(scene, found, limit) or found


def _national(scene: Scene, mention: ActorMention, limit: int) -> ActorMention | None:
    """Join a State with a ministry or another body of its own."""
    ministry = scene.rules.MINISTRY.match(scene.text, mention.end)
    end = ministry.end() if ministry else _body_end(scene, mention.end, limit)
    if end is None:
        return None
    words = scene.text[mention.start : end]
    entity = scene.names.entity(words) or f"{mention.entity}:{scene.text[mention.end : end]}"
    return ActorMention(mention.start, end, entity, "other", "full", "national-body", 0.7, owner=mention.entity)


def _body_end(scene: Scene, start: int, limit: int) -> int | None:
    end = organ_end(scene, start, limit)
    if end is None or end - start < _SHORTEST or not scene.text.endswith(scene.rules.STATE_BODIES, start, end):
        return None
    return None if scene.rules.NOT_OF_STATE.match(scene.text, start, end) else end
