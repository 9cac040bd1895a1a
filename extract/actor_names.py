"""The names of the registry as one language prints them, ready to be found in a text or looked up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.gazetteer import Gazetteer
from extract.languages import rules
from extract.phrases.actor_rules import ActorRules
from ontology.actors import Entity, Registry, actors

__all__ = ["BLOCKED", "KnownNames", "Name", "known_names"]

BLOCKED = ""
"""Entity of a string that is no name although it holds one by chance."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a string of a text stands for.

    Attributes:
        entity: Entity id; ``BLOCKED`` for a string that only looks like a name.
        type: Type of the entity.
        form: full or abbrev.
        weak: Whether the string is an ordinary phrase as well.
        declared: Whether the document itself declares it.
        hides: For a string that is no name, the entities that it does not name; empty where nothing in it is a name.
    """

    entity: str
    type: str
    form: str
    weak: bool = False
    declared: bool = False
    hides: frozenset[str] = frozenset()


class KnownNames:
    """The registry's names in one language.

    Example:
        >>> names = known_names("zh")
        >>> names.entity("联合国开发计划署")
        'undp'
        >>> names.entity("没有这个组织") is None
        True
    """

    def __init__(self, registry: Registry, language: str) -> None:
        """Take the names of a language and build the automaton."""
        self.registry = registry
        self.language = language
        self.gazetteer: Gazetteer[Name] = Gazetteer(dict(_entries(registry, language)))
        states = {s.text: s.entity for s in registry.surfaces(language) if registry[s.entity].type == "state"}
        self.states: Gazetteer[str] = Gazetteer(states)
        self._endings: dict[tuple[str, str | None], str | None] = {}
        self._belongs: dict[tuple[str, str], bool] = {}

    def entity(self, text: str) -> str | None:
        """Give the entity of which this is a name or short form.

        Args:
            text: A name, as the registry prints it.

        Returns:
            Entity id, or None.
        """
        name = self.gazetteer.get(text)
        return name.entity or None if name is not None else None

    def names(self, entity: str) -> tuple[str, ...]:
        """Give names and short forms of an entity; none for one that the registry does not hold.

        Example:
            >>> known_names("zh").names("undp")[0]
            '联合国开发计划署'
        """
        known = self.registry.get(entity)
        if known is None:
            return ()
        return known.names.get(self.language, ()) + known.short.get(self.language, ())

    def ending(self, text: str, parent: str | None = None) -> str | None:
        """Give the only body with a name that ends so.

        Args:
            text: The end of a name.
            parent: Where given, the body must belong to it.

        Returns:
            Entity id; None where no body or several have such a name.

        Example:
            >>> known_names("zh").ending("毒品和犯罪问题办公室")
            'unodc'
        """
        key = (text, parent)
        if key not in self._endings:
            pool = self.registry.values() if parent is None else _children(self.registry, parent)
            fit = {e.id for e in pool if any(n.endswith(text) for n in self.names(e.id))}
            self._endings[key] = fit.pop() if len(fit) == 1 else None
        return self._endings[key]

    def belongs(self, entity: str, head: str) -> bool:
        """Tell whether a name of an entity ends with a head noun.

        Example:
            >>> known_names("zh").belongs("hrc", "理事会")
            True
        """
        key = (entity, head)
        if key not in self._belongs:
            self._belongs[key] = any(name.endswith(head) for name in self.names(entity))
        return self._belongs[key]


@cache
def known_names(language: str) -> KnownNames:
    """Give the registry's names in a language.

    Args:
        language: Code of an official language.

    Returns:
        The names, one and the same value at every call.

    Example:
        >>> known_names("zh").entity("安理会")
        'sc'
    """
    return KnownNames(actors(), language)


def _children(registry: Registry, parent: str) -> tuple[Entity, ...]:
    return registry.children(parent) if parent in registry else ()


def _collectives(found: Any) -> dict[str, str]:
    """Give the phrases for collective actors that the rules of a language list beside the registry."""
    if found is None:
        return {}
    collectives: dict[str, str] = found.collectives if isinstance(found, ActorRules) else found.COLLECTIVES
    return collectives


def _entries(registry: Registry, language: str) -> Iterator[tuple[str, Name]]:
    found = rules(language, "actors")
    decoys: dict[str, set[str]] = {}
    for text, key in registry.decoys(language):
        decoys.setdefault(text, set()).add(key)
    for text, keys in decoys.items():
        yield text, Name(BLOCKED, "", "full", hides=frozenset(keys))
    for text, key in _collectives(found).items():
        yield text, Name(key, registry[key].type, "full")
    for surface in registry.surfaces(language):
        # A name that several bodies share tells none of them.
        if not surface.shared:
            yield surface.text, Name(surface.entity, registry[surface.entity].type, surface.form, surface.weak)
