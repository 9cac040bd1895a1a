"""Names that passed from one State to another: in documents of that time they are left open."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.actor_mention import ActorMention
from extract.reading import Reading
from extract.records import DocumentRecord
from ontology.actors import Entity, actors

__all__ = ["in_their_time"]

_QUALIFIED = "("
"""A name with its capital in brackets belongs to one State at any time: Congo (Brazzaville)."""


def in_their_time(mentions: Iterable[ActorMention], reading: Reading, head: DocumentRecord) -> tuple[ActorMention, ...]:
    """Leave a State unresolved where another one had its name when the document was written.

    Args:
        mentions: The mentions of a document.
        reading: The document.
        head: What its masthead says; of its dates that of the text goes before that of issue.

    Returns:
        The same mentions; one of such a State has no entity, and both States as what it may denote.

    Example:
        >>> from corpus import read_text
        >>> reading = Reading(read_text("The Congo and Congo (Brazzaville) agreed.", "a.txt"))
        >>> found = ActorMention(4, 9, "state:congo", "state")
        >>> head = DocumentRecord("S/4741", ("S/4741",), "text", "en", date="1961-02-21")
        >>> in_their_time([found], reading, head)[0].candidates
        ('state:congo', 'state:drc')
    """
    year = (head.date or head.issued or (str(head.year) if head.year is not None else ""))[:4]
    return tuple(_then(mentions, reading, year)) if year else tuple(mentions)


def _then(mentions: Iterable[ActorMention], reading: Reading, year: str) -> Iterator[ActorMention]:
    registry = actors()
    for mention in mentions:
        known = registry.get(str(mention.entity)) if mention.actor_type == "state" else None
        if known is not None and _is_open(known, year) and _QUALIFIED not in reading.text[mention.start : mention.end]:
            mention = replace(mention, entity=None, confidence=0.3, candidates=(known.id, *known.shared_with))
        yield mention


def _is_open(state: Entity, year: str) -> bool:
    return state.shared_until is not None and year <= state.shared_until
