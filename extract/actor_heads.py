"""Bodies named by their head noun alone, or pointed at: 委员会, 该组织."""

from collections.abc import Iterator
from dataclasses import replace

from extract.abbreviations import share
from extract.actor_compounds import title_of
from extract.actor_context import Context
from extract.actor_house import speaks_of_house
from extract.actor_mention import ActorMention
from extract.actor_organs import organ_of
from extract.actor_scene import Scene

__all__ = ["find_heads", "relink", "without_doubtful"]

_NOT_SHORTENED = frozenset({"state", "generic", "office-holder", "parliament"})
_SHORTEST = 4
_HOUSE = "un"
_SECRETARIAT = "secretariat"


def find_heads(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Find short heads and demonstratives whose body stands in this paragraph or the one above.

    Args:
        scene: The document.
        mentions: What was found so far, in order.

    Returns:
        The mentions found, in order; a head without a body that fits is left out.
    """
    context = Context(scene, mentions)
    found = [
        *_heads(scene, context),
        *_demonstratives(scene, context),
        *_offices(scene, context),
        *_own(scene, context),
    ]
    return sorted(found, key=lambda mention: mention.start)


def relink(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Read shortened names of organs as the organs that the document named before.

    Args:
        scene: The document.
        mentions: The mentions, in order.

    Returns:
        The same mentions; an id that was made from the name alone gives way to that of an earlier body of which
        the name is a shortening: 联合国事务咨询小组 after 各国议会联盟联合国事务委员会咨询小组.
    """
    earlier: dict[str, ActorMention] = {}
    result: list[ActorMention] = []
    for mention in mentions:
        words = scene.text[mention.start : mention.end]
        if mention.rule in ("organ", "shape") and mention.entity not in scene.names.registry:
            body = _whole(scene, words, earlier)
            if body is not None:
                mention = replace(
                    mention, entity=body.entity, actor_type=body.actor_type, form="abbrev", rule="shortened"
                )
        if mention.actor_type not in _NOT_SHORTENED and len(words) >= _SHORTEST:
            earlier.pop(words, None)
            earlier[words] = mention
        result.append(mention)
    return result


def without_doubtful(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Leave a secretariat without a name unresolved where its sentence speaks of a treaty, which has one too.

    Args:
        scene: The document.
        mentions: The mentions, in order.

    Returns:
        The same mentions; such a one has no entity, and the Secretariat as what it may denote.
    """
    return [_doubted(one) if _is_doubtful(scene, one) else one for one in mentions]


def _is_doubtful(scene: Scene, mention: ActorMention) -> bool:
    if mention.entity != _SECRETARIAT or scene.text[mention.start : mention.end] not in scene.rules.SPLIT:
        return False
    return scene.rules.CONVENTION.search(scene.text, *scene.reading.sentence(mention.start)) is not None


def _doubted(mention: ActorMention) -> ActorMention:
    return replace(mention, entity=None, actor_type="other", confidence=0.3, candidates=(_SECRETARIAT,))


def _whole(scene: Scene, words: str, earlier: dict[str, ActorMention]) -> ActorMention | None:
    """Give the last body whose name is the words with parts added: the same noun at the end, the order kept."""
    head = max((noun for noun in scene.rules.ANAPHORA if words.endswith(noun)), key=len, default=None)
    if head is None:
        return None
    for text, body in reversed(earlier.items()):
        if text.endswith(head) and len(text) > len(words) and share(words, text) == 1:
            return body
    return None


def _heads(scene: Scene, context: Context) -> Iterator[ActorMention]:
    for token in scene.tokens:
        if token.tag != "head" or scene.text[token.start : token.end] not in scene.rules.ANAPHORA:
            continue
        if context.covers(token.start, token.end) or scene.silent.hits(token.start, token.end):
            continue
        if scene.text.endswith(scene.rules.QUOTED, 0, token.start):
            continue
        if not scene.opens(token.start) or scene.rules.NEVER_AFTER_HEAD.match(scene.text, token.end):
            continue
        mission = token.word in scene.rules.MISSIONS
        body = context.body(token.word, token.start, _is_mission if mission else None)
        if body is not None:
            head = _anaphor(token.start, token.end, body, "head")
            organ = organ_of(scene, head, scene.reading.sentence(token.start)[1])
            yield title_of(scene, organ or head, [])


def _demonstratives(scene: Scene, context: Context) -> Iterator[ActorMention]:
    for match in scene.rules.DEMONSTRATIVE.finditer(scene.text):
        start, end = match.span()
        if context.covers(start, end) or scene.silent.hits(start, end):
            continue
        if match["head"] in scene.rules.COUNTRY:
            state = context.country(start)
            if state is not None:
                yield ActorMention(start, end, state, "state", "abbrev", "demonstrative", 0.7)
            continue
        body = context.body(match["head"], start)
        if body is not None:
            yield _anaphor(start, end, body, "demonstrative")
            organ = scene.token_at(end, "head")
            if organ is not None and len(organ.word) > 1:
                entity = f"{body.entity}:{organ.word}"
                yield ActorMention(end, organ.end, entity, body.actor_type, "abbrev", "organ", 0.7, owner=body.entity)


def _own(scene: Scene, context: Context) -> Iterator[ActorMention]:
    """Find 本组织 where it is the United Nations: no other organisation is named before, and an organ of theirs is."""
    for match in scene.rules.OWN_ORGANIZATION.finditer(scene.text):
        start, end = match.span()
        if context.covers(start, end) or scene.silent.hits(start, end):
            continue
        if context.body(match["head"], start) is None and speaks_of_house(context.around(start)):
            yield ActorMention(start, end, _HOUSE, scene.type_of(_HOUSE), "abbrev", "house", 0.6)


def _offices(scene: Scene, context: Context) -> Iterator[ActorMention]:
    """Find offices of the body that opens the sentence: 劳工组织通过驻西班牙港办事处."""
    for match in scene.rules.OWN_OFFICE.finditer(scene.text):
        start, end = match.span("office")
        if context.covers(start, end) or scene.silent.hits(start, end):
            continue
        body = _opener(scene, context, start)
        if body is not None:
            part = match["place"] or match["office"]
            entity = f"{body.owner or body.entity}:{part}"
            yield ActorMention(start, end, entity, body.actor_type, "abbrev", "own-office", 0.7, owner=body.entity)


def _opener(scene: Scene, context: Context, offset: int) -> ActorMention | None:
    """Give the first body of the sentence before an offset."""
    first = scene.reading.sentence(offset)[0]
    body: ActorMention | None = None
    for mention in context.before(offset, 0):
        if mention.start < first:
            break
        if mention.actor_type not in _NOT_SHORTENED and mention.entity is not None:
            body = mention
    return body


def _anaphor(start: int, end: int, body: ActorMention, rule: str) -> ActorMention:
    return ActorMention(start, end, body.entity, body.actor_type, "abbrev", rule, 0.7, owner=body.owner)


def _is_mission(mention: ActorMention) -> bool:
    return mention.actor_type == "mission"
