"""Officers named by their title and their body, in languages with blanks between words."""

from dataclasses import replace
from functools import cache

from extract.actor_mention import ActorMention
from extract.phrases.actor_listed import in_order
from extract.phrases.actor_names import phrase_names
from extract.phrases.actor_scene import PhraseScene

__all__ = ["with_officers"]

_REGISTRY = "en"
"""The language in which the registry names everything."""

_WINDOW = 90
_NO_OFFICERS = frozenset({"state", "generic", "office-holder", "parliament"})
_NOT_OF = frozenset({None, "un", "un-system"})


def with_officers(scene: PhraseScene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Join bodies with the titles of their officers, and States with the officer who acts for them.

    Args:
        scene: The document.
        mentions: Mentions in order, without overlap.

    Returns:
        The mentions, the longer ones in place of the shorter.
    """
    return in_order([_envoy(scene, one) or _officer(scene, one) or one for one in mentions])


def _envoy(scene: PhraseScene, mention: ActorMention) -> ActorMention | None:
    if mention.actor_type != "state" or mention.rule in ("government", "attributive"):
        return None
    match = scene.rules.envoy.search(scene.text, max(0, mention.start - _WINDOW), mention.start)
    if match is None or mention.entity is None:
        return None
    entity = f"sg:{scene.rules.ranks[match['rank']]}:{mention.entity.removeprefix('state:')}"
    return ActorMention(match.start(), mention.end, entity, "office-holder", rule="envoy", confidence=0.9, owner="sg")


def _officer(scene: PhraseScene, body: ActorMention) -> ActorMention | None:
    if body.actor_type in _NO_OFFICERS or body.entity in _NOT_OF:
        return None
    before = scene.rules.title_before.search(scene.text, max(0, body.start - _WINDOW), body.start)
    behind = scene.rules.title_behind.match(scene.text, body.end)
    found = before or behind
    if (
        found is None
        or scene.rules.shape.match(scene.text, body.end + 1)
        or (before is not None and body.defines and body.form == "abbrev")
    ):
        return None
    start, end = min(found.start(), body.start), max(found.end(), body.end)
    title = found["title"]
    return replace(
        body,
        start=start,
        end=end,
        entity=_entity(scene, str(body.entity), title, scene.text[start:end]),
        actor_type="office-holder",
        rule="officer",
        defines=False,
        name="",
        owner=body.entity,
    )


def _entity(scene: PhraseScene, body: str, title: str, words: str) -> str:
    """Give the officer of the registry, or make an id from the body and the title."""
    rank = scene.rules.titles[title]
    return scene.names.entity(words) or _listed_officer(body, rank) or f"{body}:{rank}"


@cache
def _listed_officer(body: str, rank: str) -> str | None:
    """Give the officer of the registry who has a rank in a body, by the English name, which every officer has."""
    english = phrase_names(_REGISTRY)
    names = english.names(body)
    titles = [title for title, of_rank in english.rules.titles.items() if of_rank == rank] if names else []
    spelt = (frame.format(title, name) for frame in english.rules.officer_names for title in titles for name in names)
    return next(filter(None, map(english.entity, spelt)), None)
