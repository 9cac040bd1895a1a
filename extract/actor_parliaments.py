"""Parliaments named without their country, by the country of which the paragraph speaks."""

from collections.abc import Iterator

from extract.actor_compounds import organ_of
from extract.actor_context import Context
from extract.actor_mention import ActorMention
from extract.actor_scene import Scene, Token

__all__ = ["find_parliaments"]


def find_parliaments(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Find parliaments whose country the context gives.

    Args:
        scene: The document.
        mentions: What was found so far, in order.

    Returns:
        The parliaments; none overlaps a mention given.
    """
    named = list(_parliaments(scene, Context(scene, mentions), bare=False))
    both = sorted([*mentions, *named], key=lambda mention: mention.start)
    return named + list(_parliaments(scene, Context(scene, both), bare=True))


def _parliaments(scene: Scene, context: Context, bare: bool) -> Iterator[ActorMention]:
    for token in scene.tokens:
        if token.tag != "parliament" or bare != (token.word == scene.rules.PARLIAMENT):
            continue
        if context.covers(token.start, token.end) or scene.silent.hits(token.start, token.end):
            continue
        if _stands_alone(scene, token):
            state = context.subject(token.start) if bare else context.country(token.start)
            if state is not None:
                yield _parliament(scene, token, state)


def _parliament(scene: Scene, token: Token, state: str) -> ActorMention:
    entity = state.replace("state:", "parliament:", 1)
    rule = "parliament-in-context"
    found = ActorMention(token.start, token.end, entity, "parliament", "abbrev", rule, 0.7, owner=state)
    return organ_of(scene, found, scene.reading.sentence(token.start)[1]) or found


def _stands_alone(scene: Scene, token: Token) -> bool:
    """Tell whether the words are a body of their own: not part of a longer name, not an attribute, not a plural."""
    if scene.text.endswith(scene.rules.THAT_COUNTRY, 0, token.start):
        return True
    if not scene.opens(token.start):
        return False
    if token.word != scene.rules.PARLIAMENT:
        return True
    if scene.text.endswith(scene.rules.NOT_BEFORE_BARE, 0, token.start):
        return False
    return scene.rules.PREDICATE.match(scene.text, token.end) is not None
