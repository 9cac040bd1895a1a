"""Actors named in a document: bodies, States, officers and collective actors."""

from collections.abc import Iterable, Iterator

from extract.abbreviations import DeclaredAbbreviation
from extract.actor_compounds import extend
from extract.actor_heads import find_heads, relink, without_doubtful
from extract.actor_hits import find_listed
from extract.actor_mention import ActorMention
from extract.actor_names import known_names
from extract.actor_parliaments import find_parliaments
from extract.actor_scene import Cover, Scene, scene_of
from extract.actor_shapes import find_unlisted
from extract.languages import rules
from extract.phrases.actor_rules import ActorRules
from extract.phrases.actors import find_phrases
from extract.reading import Reading
from extract.records import Actor

__all__ = ["ActorMention", "find_actors", "to_records"]


def find_actors(reading: Reading, abbreviations: tuple[DeclaredAbbreviation, ...]) -> tuple[ActorMention, ...]:
    """Find every mention of an actor in a document.

    Args:
        reading: The document.
        abbreviations: The short forms that it declares.

    Returns:
        Mentions in the order of the text, without overlap; empty for a language without rules.

    Example:
        >>> from corpus import read_text
        >>> from extract.abbreviations import abbreviations
        >>> reading = Reading(read_text("大会请秘书长同缅甸政府和开发署驻缅甸办事处协商。", "a.txt"))
        >>> for found in find_actors(reading, abbreviations(reading)):
        ...     print(reading.text[found.start : found.end], found.entity)
        大会 ga
        秘书长 sg
        缅甸政府 state:myanmar
        开发署驻缅甸办事处 undp:myanmar
    """
    found = rules(reading.document.language, "actors")
    if found is None:
        return ()
    if isinstance(found, ActorRules):
        return find_phrases(reading, found, abbreviations)
    scene = scene_of(reading, found, known_names(reading.document.language))
    mentions = _sure(scene, extend(scene, find_listed(scene, abbreviations)))
    mentions = _longest([*mentions, *find_unlisted(scene, mentions)])
    mentions = _longest([*mentions, *find_parliaments(scene, mentions)])
    mentions = without_doubtful(scene, relink(scene, mentions))
    mentions = _longest([*mentions, *find_heads(scene, mentions)])
    sponsors = Cover([match.span("names") for match in found.SPONSOR_LINE.finditer(scene.text)])
    shorts = tuple(one.short for one in abbreviations if one.entity is not None)
    return tuple(_named(scene, mention, sponsors, shorts) for mention in mentions)


def to_records(mentions: Iterable[ActorMention], reading: Reading) -> tuple[Actor, ...]:
    """Turn mentions into records.

    Args:
        mentions: Mentions of one document.
        reading: The document.

    Returns:
        One record each, in the same order.

    Example:
        >>> from corpus import read_text
        >>> reading = Reading(read_text("1. 安理会决定。", "a.txt"))
        >>> record = to_records(find_actors(reading, ()), reading)[0]
        >>> record.name_en, record.form, record.paragraph
        ('Security Council', 'abbrev', '1')
    """
    return tuple(_record(mention, reading) for mention in mentions)


def _longest(mentions: list[ActorMention]) -> list[ActorMention]:
    """Put mentions in order; of those that overlap the leftmost stays, then the longest."""
    kept: list[ActorMention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _sure(scene: Scene, mentions: list[ActorMention]) -> list[ActorMention]:
    return list(_sure_ones(scene, mentions))


def _sure_ones(scene: Scene, mentions: list[ActorMention]) -> Iterator[ActorMention]:
    """Pass over ordinary phrases that name a body only after its name was given."""
    named: set[str | None] = set()
    for mention in mentions:
        weak = mention.weak and mention.rule == "registry" and mention.actor_type != "state"
        if not weak:
            named.add(mention.entity)
            yield mention
        elif mention.entity in named and scene.opens(mention.start):
            yield mention


def _named(scene: Scene, mention: ActorMention, sponsors: Cover, shorts: tuple[str, ...]) -> ActorMention:
    """Add names and role; what begins with a declared short form is short."""
    words = scene.text[mention.start : mention.end]
    name, name_en = words.replace(" ", ""), None
    if mention.entity in scene.names.registry:
        registry = scene.names.registry
        name = registry.name(str(mention.entity), scene.names.language) or name
        name_en = registry.name(str(mention.entity), "en")
    role = mention.role
    if sponsors.hits(mention.start, mention.end):
        role = "sponsor"
    elif mention.actor_type == "state" and scene.rules.PLACE.match(scene.text, mention.start):
        role = "place"
    form = "abbrev" if words.startswith(shorts) else mention.form
    # Written out: replace() would take a tenth of the time that the search for actors takes.
    return ActorMention(
        start=mention.start,
        end=mention.end,
        entity=mention.entity,
        actor_type=mention.actor_type,
        form=form,
        rule=mention.rule,
        confidence=mention.confidence,
        defines=mention.defines,
        role=role,
        name=name,
        name_en=name_en,
        candidates=mention.candidates,
        owner=mention.owner,
        weak=mention.weak,
    )


def _record(mention: ActorMention, reading: Reading) -> Actor:
    where = reading.locate(mention.start)
    return Actor(
        span=reading.span(mention.start, mention.end),
        entity=mention.entity,
        name=mention.name,
        name_en=mention.name_en,
        actor_type=mention.actor_type,
        form=mention.form,
        defines=mention.defines,
        role=mention.role,
        paragraph=where.paragraph,
        place=where.place,
        rule=mention.rule,
        confidence=mention.confidence,
        candidates=mention.candidates,
    )
