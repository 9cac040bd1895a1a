"""The role in which a document names an actor, where an act or an activity tells it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.records import Activity, Actor, Mandate

__all__ = ["with_roles"]

_ADDRESSEE, _PARTICIPANT = "addressee", "participant"


def with_roles(
    actors: Sequence[Actor], mandates: Sequence[Mandate], activities: Sequence[Activity]
) -> tuple[Actor, ...]:
    """Give the actors that an act asks and those that take part in an activity their roles.

    Args:
        actors: The actors of a document, in the order of the text.
        mandates: Its acts.
        activities: Its joint activities.

    Returns:
        The actors in the same order. The first mention of each addressee in its act is its mention as addressee; a
        role that is known already (sponsor, place) stays.

    Example:
        >>> from corpus import read_text
        >>> from extract import extract
        >>> found = extract(read_text("大会，\\n\\n1. 请秘书长提交报告，说明秘书长的工作。\\n", "a.txt"))
        >>> [(actor.entity, actor.role) for actor in found.actors]
        [('ga', None), ('sg', 'addressee'), ('sg', None)]
    """
    starts = [actor.span.start for actor in actors]
    roles: dict[int, str] = {}
    for mandate in mandates:
        for entity in mandate.addressees:
            first = next(_mentions(actors, starts, mandate, entity), None)
            if first is not None:
                roles.setdefault(first, _ADDRESSEE)
    for activity in activities:
        for entity in activity.participants:
            for index in _mentions(actors, starts, activity, entity):
                roles.setdefault(index, _PARTICIPANT)
    return tuple(
        replace(actor, role=roles[index]) if index in roles and actor.role is None else actor
        for index, actor in enumerate(actors)
    )


def _mentions(actors: Sequence[Actor], starts: list[int], where: Mandate | Activity, entity: str) -> Iterator[int]:
    """Give the places of an entity's mentions inside the span of an act or activity."""
    for index in range(bisect_left(starts, where.span.start), bisect_left(starts, where.span.end)):
        if actors[index].entity == entity:
            yield index
