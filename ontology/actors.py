"""The registry of actors: organs, bodies, organisations, States, office-holders and collective actors."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ontology.errors import UnknownTermError
from ontology.forms import forms
from ontology.registry import NO_NAMES, Forms, NameRegistry, Names, RegistryError, Surface, names_of, read_lines

__all__ = ["ACTOR_FILES", "ENTITY_TYPES", "Entity", "Registry", "Surface", "actors"]

ENTITY_TYPES = frozenset(
    {
        "principal-organ",
        "subsidiary-organ",
        "fund-programme",
        "specialized-agency",
        "secretariat",
        "mission",
        "treaty-body",
        "related-organization",
        "office-holder",
        "igo",
        "ngo",
        "state",
        "parliament",
        "generic",
        "other",
    }
)
"""The closed list of what an actor may be."""

ACTOR_FILES = (
    "principal-organs.jsonl",
    "subsidiary-organs.jsonl",
    "funds-and-programmes.jsonl",
    "specialized-agencies.jsonl",
    "secretariat.jsonl",
    "missions.jsonl",
    "treaty-bodies.jsonl",
    "related-organizations.jsonl",
    "intergovernmental-organizations.jsonl",
    "non-governmental-organizations.jsonl",
    "parliaments.jsonl",
    "other-bodies.jsonl",
    "office-holders.jsonl",
    "generic.jsonl",
    "states.jsonl",
)
"""The data files of the registry, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor that documents name.

    Attributes:
        id: Stable id, lower-case; States have ``state:`` and the usual English name.
        type: One of ``ENTITY_TYPES``.
        names: Names by language, the official one first, then variants that documents print.
        short: Short forms by language that are safe in running text without a declaration.
        parent: Id of the body to which it belongs or reports; for a parliament, its State.
        valid_from: ISO year or date from which it exists; None where it is not recorded.
        valid_to: ISO year or date on which it ceased to exist; None while it exists or where it is not recorded.
        founded_by: Canonical symbol of the document that set it up, where a source says so.
        iso3: ISO 3166-1 alpha-3 code of a State or area.
        m49: UN M49 code of a State or area, three digits.
        page: Address of its page in Wikidata, as a source gives it.
        member: Whether it is a Member State of the United Nations.
        weak: Surfaces that are also ordinary phrases.
        shared: Surfaces that another entity has as well.
        not_in: Strings by language that hold a surface by chance and do not name the entity.
        shared_until: Last year in which other entities had its name.
        shared_with: Those entities.
    """

    id: str
    type: str
    names: Names
    short: Names
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    founded_by: str | None = None
    iso3: str | None = None
    m49: str | None = None
    page: str | None = None
    member: bool = False
    weak: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    not_in: Names = field(default_factory=lambda: NO_NAMES)
    shared_until: str | None = None
    shared_with: tuple[str, ...] = ()


class Registry(NameRegistry[Entity]):
    """The actors by id.

    Example:
        >>> registry = actors()
        >>> registry.name("undp", "zh")
        '联合国开发计划署'
        >>> registry["undp"].short["zh"][0]
        '开发署'
        >>> [s.entity for s in registry.surfaces("zh") if s.text == "安理会"]
        ['sc']
    """

    vocabulary = "the registry of actors"

    def __init__(self, entries: Iterable[Entity], forms: Callable[[str], Forms] = forms) -> None:
        """Take the entities and group them by type and by parent.

        Args:
            entries: The entities, each with an id of its own.
            forms: Gives the inflected forms of a language.

        Raises:
            RegistryError: Two entities have one id or one unmarked surface, or a parent is not there.
        """
        super().__init__(entries, forms)
        self._types: dict[str, list[Entity]] = {}
        self._children: dict[str, list[Entity]] = {}
        for entity in self.values():
            self._types.setdefault(entity.type, []).append(entity)
            if entity.parent is not None:
                self._children.setdefault(entity.parent, []).append(entity)
        for parent in self._children:
            if parent not in self:
                raise RegistryError(f"{parent!r}, parent of {self._children[parent][0].id!r}, is no entity")

    def by_type(self, entity_type: str) -> tuple[Entity, ...]:
        """List the entities of one type.

        Args:
            entity_type: One of ``ENTITY_TYPES``.

        Returns:
            The entities in the order of the data files.

        Raises:
            UnknownTermError: There is no such type.

        Example:
            >>> [organ.id for organ in actors().by_type("principal-organ")]
            ['ecosoc', 'ga', 'icj', 'sc', 'secretariat', 'tc']
        """
        if entity_type not in ENTITY_TYPES:
            raise UnknownTermError(entity_type, "the types of actors")
        return tuple(self._types.get(entity_type, ()))

    def children(self, key: str) -> tuple[Entity, ...]:
        """List the entities that belong to an entity.

        Args:
            key: Id of the parent.

        Returns:
            Its children in the order of the data files.

        Raises:
            UnknownTermError: The registry has no such parent.

        Example:
            >>> "ga-c3" in [body.id for body in actors().children("ga")]
            True
        """
        return tuple(self._children.get(self[key].id, ()))


@cache
def actors() -> Registry:
    """Load the registry of actors.

    Returns:
        The registry, one and the same at every call.

    Raises:
        RegistryError: The data files contradict themselves.
        UnknownTermError: An entity has an unknown type.

    Example:
        >>> actors()["state:mali"].iso3
        'MLI'
    """
    return Registry(_entity(line) for name in ACTOR_FILES for line in read_lines(name))


def _entity(line: Mapping[str, Any]) -> Entity:
    if line["type"] not in ENTITY_TYPES:
        raise UnknownTermError(line["type"], "the types of actors")
    return Entity(
        id=line["id"],
        type=line["type"],
        names=names_of(line, "names"),
        short=names_of(line, "short"),
        parent=line.get("parent"),
        valid_from=line.get("valid_from"),
        valid_to=line.get("valid_to"),
        founded_by=line.get("founded_by"),
        iso3=line.get("iso3"),
        m49=line.get("m49"),
        page=line.get("page"),
        member=line.get("member", False),
        weak=frozenset(line.get("weak", ())),
        shared=frozenset(line.get("shared", ())),
        not_in=names_of(line, "not_in"),
        shared_until=line.get("shared_until"),
        shared_with=tuple(line.get("shared_with", ())),
    )
