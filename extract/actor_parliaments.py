"""Parliaments named without their country, by the country of which the paragraph speaks."""

from collections.abc import Iterator

from extract.actor_context import Context
from extract.actor_mention import ActorMention
from extract.actor_organs import organ_of
from extract.actor_scene import Scene, Token

__all__ = ["find_parliaments"]

_REACH = 14


def find_parliaments(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Find parliaments whose country the context gives.

    Args:
        scene: The document.
        mentions: What was found so far, in order.

    Returns:
        The parliaments; none overlaps a mention given.
    """
    named = list(_parliaments(scene, Context(scene, mentions), bare=False))
    named += _parliaments(scene, Context(scene, _in_order([*mentions, *named])), bare=True)
    named += _committees(scene, Context(scene, _in_order([*mentions, *named])))
    return named + list(_further(scene, Context(scene, _in_order([*mentions, *named]))))


def _in_order(mentions: list[ActorMention]) -> list[ActorMention]:
    return sorted(mentions, key=lambda mention: mention.start)


def _committees(scene: Scene, context: Context) -> Iterator[ActorMention]:
    """Find committees that say they are a parliament's, in a paragraph that names the parliament before."""
    for match in scene.rules.COMMITTEE_OF_PARLIAMENT.finditer(scene.text):
        start = _left(scene, match.start())
        if start is None or context.covers(start, match.end()) or scene.silent.hits(*match.span()):
            continue
        parliament = next((one for one in context.before(start, 0) if one.actor_type == "parliament"), None)
        if parliament is not None and parliament.entity is not None:
            yield _committee(scene, start, match.end(), parliament)


def _further(scene: Scene, context: Context) -> Iterator[ActorMention]:
    """Find the committees that a paragraph names after one of a parliament: theirs is the same parliament."""
    known = any(one.actor_type == "parliament" and str(one.entity).count(":") > 1 for one in context.mentions)
    for token in scene.tokens if known else ():
        if token.word not in scene.rules.COMMITTEE_HEADS or context.covers(token.start, token.end):
            continue
        before = next((one for one in context.before(token.start, 0) if one.actor_type == "parliament"), None)
        if before is None or str(before.entity).count(":") < 2:
            continue
        starts = range(max(0, token.end - _REACH), token.start - 1)
        start = next((at for at in starts if _plain_run(scene, at, token)), None)
        if start is not None and not context.covers(start, token.end):
            yield _committee(scene, start, token.end, before)


def _plain_run(scene: Scene, start: int, head: Token) -> bool:
    """Tell whether a name may begin at an offset and goes on to its noun without a word that ends names."""
    if not scene.opens(start) or scene.rules.RUN.match(scene.text, start).end() < head.end:
        return False
    inside = (token for token in scene.tokens_from(start) if token.start < head.start)
    return all(token.tag == "word" for token in inside)


def _committee(scene: Scene, start: int, end: int, parliament: ActorMention) -> ActorMention:
    entity = f"{':'.join(str(parliament.entity).split(':')[:2])}:{scene.text[start:end]}"
    rule = "committee-of-parliament"
    return ActorMention(start, end, entity, "parliament", "abbrev", rule, 0.6, owner=parliament.owner)


def _left(scene: Scene, offset: int) -> int | None:
    """Give where the name begins that goes on at an offset; a joint inside it does not begin it."""
    if scene.opens(offset):
        return offset
    floor = scene.reading.sentence(offset)[0]
    start = floor
    for token in scene.tokens_from(max(floor, offset - _REACH)):
        if token.end > offset:
            break
        if token.tag == "stop" or token.tag == "head":
            start = token.end
    indefinite = scene.rules.INDEFINITE.match(scene.text, start)
    start = indefinite.end() if indefinite else start
    near = offset - _REACH <= start < offset
    return start if near and scene.rules.RUN.match(scene.text, start).end() >= offset else None


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
    if token.word in scene.rules.NAMED_WITH_STATE:
        return False
    if token.word in scene.rules.BARE_PARLIAMENTS and scene.rules.MEMBER.match(scene.text, token.end):
        return False
    if token.word != scene.rules.PARLIAMENT:
        return True
    if scene.text.endswith(scene.rules.NOT_BEFORE_BARE, 0, token.start):
        return False
    return scene.rules.PREDICATE.match(scene.text, token.end) is not None
