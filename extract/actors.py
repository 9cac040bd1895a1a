"""Actors named in a document: bodies, States, officers and collective actors."""

from collections.abc import Iterable
from dataclasses import replace

from extract.abbreviations import DeclaredAbbreviation
from extract.actor_compounds import extend
from extract.actor_hits import find_listed
from extract.actor_mention import ActorMention
from extract.actor_names import known_names
from extract.actor_scene import Scene, scene_of
from extract.languages import rules
from extract.reading import Reading
from extract.records import Actor

__all__ = ["ActorMention", "find_actors", "to_records"]


def find_actors(reading: Reading, abbreviations: tuple[DeclaredAbbreviation, ...]) -> tuple[ActorMention, ...]:
    found = rules(reading.document.language, "actors")
    if found is None:
        return ()
    scene = scene_of(reading, found, known_names(reading.document.language))
    mentions = extend(scene, find_listed(scene, abbreviations))
    return tuple(mentions)


def to_records(mentions: Iterable[ActorMention], reading: Reading) -> tuple[Actor, ...]:
    return tuple(_record(mention, reading) for mention in mentions)


def _record(mention: ActorMention, reading: Reading) -> Actor:
    place = reading.locate(mention.start)
    return Actor(reading.span(mention.start, mention.end), mention.entity, mention.name, mention.name_en, mention.actor_type, mention.form,
        mention.defines, mention.role, place.paragraph, place.place, mention.rule, mention.confidence, mention.candidates)
