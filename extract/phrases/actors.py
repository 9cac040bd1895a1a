"""Actors in languages with blanks between words, from the registry's names to the nouns that stand for them."""

from dataclasses import replace

from extract.actor_mention import ActorMention
from extract.actor_scene import Cover
from extract.declared import DeclaredAbbreviation
from extract.phrases.actor_heads import Antecedents, find_nouns
from extract.phrases.actor_listed import find_names, in_order, of_states
from extract.phrases.actor_officers import with_officers
from extract.phrases.actor_rules import ActorRules
from extract.phrases.actor_scene import PhraseScene, phrase_scene
from extract.phrases.actor_shapes import find_shapes
from extract.reading import Reading

__all__ = ["find_phrases"]

_BEFORE_PLACE = 24


def find_phrases(
    reading: Reading, found: ActorRules, declared: tuple[DeclaredAbbreviation, ...]
) -> tuple[ActorMention, ...]:
    """Find every mention of an actor in a document.

    Args:
        reading: The document.
        found: The rules of its language.
        declared: The short forms that it declares.

    Returns:
        Mentions in the order of the text, without overlap.

    Example:
        >>> from corpus import read_text
        >>> from extract.languages import rules
        >>> reading = Reading(read_text("The Executive Director of UNICEF met the Government of Mali.", "a.txt"))
        >>> [mention.entity for mention in find_phrases(reading, rules("en", "actors"), ())]
        ['unicef:head', 'state:mali']
    """
    scene = phrase_scene(reading, found)
    mentions = find_names(scene, declared)
    shapes = find_shapes(scene, mentions, Antecedents(scene, mentions, declared))
    mentions = in_order([*of_states(scene, mentions), *shapes])
    nouns = find_nouns(scene, mentions, Antecedents(scene, mentions, declared))
    mentions = with_officers(scene, in_order([*mentions, *nouns]))
    sponsors = Cover([match.span("names") for match in found.sponsors.finditer(scene.text)])
    return tuple(_named(scene, mention, sponsors) for mention in mentions)


def _named(scene: PhraseScene, mention: ActorMention, sponsors: Cover) -> ActorMention:
    """Add names and role."""
    registry, language = scene.names.registry, scene.names.language
    name = mention.name or scene.reading.text[mention.start : mention.end]
    name_en = None
    if mention.entity in registry:
        name = registry.name(str(mention.entity), language) or name
        name_en = registry.name(str(mention.entity), "en")
    role = mention.role
    if sponsors.hits(mention.start, mention.end):
        role = "sponsor"
    elif mention.actor_type == "state" and mention.rule not in ("government", "attributive"):
        place = scene.rules.place.search(scene.text, max(0, mention.start - _BEFORE_PLACE), mention.start)
        role = "place" if place is not None else role
    return replace(mention, name=name, name_en=name_en, role=role)
