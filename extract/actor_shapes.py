"""Bodies that no registry lists, found by the shape of their names."""

from collections.abc import Iterator

from extract.actor_context import Context
from extract.actor_mention import ActorMention
from extract.actor_scene import Scene
from extract.segmentation import boundaries

__all__ = ["find_unlisted"]

_LONGEST = 20
_SHORTEST = 6
_REACH = 8
_LONGEST_PLACE = 6
_LONGEST_MINISTRY = 12
_SHORTEST_MINISTRY = 3


def find_unlisted(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Find names that begin and end as names of bodies do and hold nothing that a name cannot hold.

    Args:
        scene: The document.
        mentions: What was found so far, in order.

    Returns:
        The mentions found, in order, with an id made from the name.
    """
    context = Context(scene, [mention for mention in mentions if mention.actor_type != "generic"])
    shaped = [
        *_scoped(scene, context, mentions),
        *_person_named(scene, context),
        *_qualified(scene, context),
        *_ministries(scene, context),
        *_centres(scene, context),
    ]
    found = sorted(shaped, key=lambda mention: (mention.start, -mention.end))
    kept: list[ActorMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _scoped(scene: Scene, context: Context, mentions: list[ActorMention]) -> Iterator[ActorMention]:
    common = {(mention.start, mention.end) for mention in mentions if mention.actor_type == "generic"}
    for match in scene.rules.SHAPE.finditer(scene.text):
        start = match.start()
        if not scene.opens(start) or scene.coupled(start) or scene.silent.hits(start, match.end()):
            continue
        end = _end(scene, match.end())
        if end is None or context.covers(start, end) or (match.end(), end) in common:
            continue
        if end - start >= _SHORTEST and _ends_word(scene, start, end):
            yield _unlisted(scene, start, end)


def _ends_word(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a word ends where the name does; the segmentation is asked only where nothing simpler tells."""
    if scene.rules.RUN.match(scene.text, end).end() == end or scene.begins(end):
        return True
    return end - start in boundaries(scene.text[start : end + 4])


def _end(scene: Scene, start: int) -> int | None:
    """Walk to the last strong head noun of a name that begins before ``start``."""
    run = scene.rules.RUN.match(scene.text, start)
    limit = min(run.end(), start + _LONGEST)
    end: int | None = None
    for token in scene.tokens_from(start):
        if token.end > limit or token.tag in ("stop", "title"):
            break
        if token.tag == "joint" and (token.start == start or end is not None):
            break
        if token.word in scene.rules.STRONG:
            if token.start == start or scene.rules.NEVER_AFTER_COMMON.match(scene.text, token.end):
                break
            end = token.end
    return end


def _person_named(scene: Scene, context: Context) -> Iterator[ActorMention]:
    for match in scene.rules.PERSON_NAMED.finditer(scene.text) if scene.rules.PERSON_MARK in scene.text else ():
        start = match.start()
        for token in scene.tokens_from(start):
            if token.start >= match.end():
                break
            if token.tag in ("joint", "stop"):
                start = token.end
        if start < match.end() and not context.covers(start, match.end()):
            yield _unlisted(scene, start, match.end())


def _qualified(scene: Scene, context: Context) -> Iterator[ActorMention]:
    """Find bodies of one country, or set up by several: 独立宪法审查和执行委员会, 联合监督委员会."""
    for match in scene.rules.QUALIFIED.finditer(scene.text):
        start = match.start()
        if not scene.opens(start) and not _founded(scene, start):
            continue
        end = _end(scene, match.end())
        if end is None or end - start < _SHORTEST or not scene.text.endswith(scene.rules.COMMITTEES, start, end):
            continue
        if context.covers(start, end) or scene.silent.hits(start, end) or not _ends_word(scene, start, end):
            continue
        state = context.country(start)
        if state is not None:
            entity = f"{state}:{scene.text[start:end]}"
            yield ActorMention(start, end, entity, "other", "abbrev", "qualified", 0.5, owner=state)
        elif match["domestic"] is None:
            yield _unlisted(scene, start, end)


def _ministries(scene: Scene, context: Context) -> Iterator[ActorMention]:
    """Find ministries of the State of which the paragraph speaks."""
    for token in scene.tokens:
        if token.word != scene.rules.MINISTRY_HEAD or context.covers(token.start, token.end):
            continue
        floor = max(scene.reading.sentence(token.start)[0], token.end - _LONGEST_MINISTRY)
        starts = range(floor, token.end - _SHORTEST_MINISTRY + 1)
        start = next((at for at in starts if scene.opens(at) and _is_ministry(scene, context, at, token.end)), None)
        state = context.country(token.start) if start is not None else None
        if start is not None and state is not None and scene.names.registry[state].member:
            entity = f"{state}:{scene.text[start : token.end]}"
            yield ActorMention(start, token.end, entity, "other", "abbrev", "ministry", 0.6, owner=state)


def _is_ministry(scene: Scene, context: Context, start: int, end: int) -> bool:
    match = scene.rules.MINISTRY.match(scene.text, start)
    return match is not None and match.end() == end and not context.covers(start, end)


def _centres(scene: Scene, context: Context) -> Iterator[ActorMention]:
    """Find centres named after their city: 贝鲁特新闻中心."""
    for match in scene.rules.CENTRE.finditer(scene.text):
        starts = range(max(0, match.start() - _LONGEST_PLACE), match.start() - 1)
        start = next((at for at in starts if scene.opens(at) and _is_place(scene, at, match.start())), None)
        if start is not None and not context.covers(start, match.end()):
            owner = scene.rules.CENTRES[match[0]]
            entity = f"{owner}:{scene.text[start : match.start()]}"
            kind = scene.type_of(owner)
            yield ActorMention(start, match.end(), entity, kind, "full", "centre", 0.7, owner=owner)


def _is_place(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a stretch may be the name of a city: no word in it shapes names."""
    first = next(scene.tokens_from(start), None)
    return scene.rules.RUN.match(scene.text, start).end() >= end and (first is None or first.start >= end)


def _founded(scene: Scene, offset: int) -> bool:
    """Tell whether the words before an offset say that what follows is being set up."""
    floor = max(0, offset - _REACH)
    return any(match.end() == offset for match in scene.rules.FOUNDED.finditer(scene.text, floor, offset))


def _unlisted(scene: Scene, start: int, end: int) -> ActorMention:
    name = scene.text[start:end].replace(" ", "")
    return ActorMention(start, end, f"unlisted:{name}", "other", "full", "shape", 0.6)
