"""Registries of named things: their data files, their names and the surfaces by which texts name them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from ontology.errors import ResographError, UnknownTermError

__all__ = [
    "LANGUAGES",
    "NO_NAMES",
    "Forms",
    "NameRegistry",
    "Named",
    "Names",
    "RegistryError",
    "Surface",
    "names_of",
    "read_lines",
]

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
"""The six official languages of the United Nations."""

Names = Mapping[str, tuple[str, ...]]
"""Names by language, the official one first."""

NO_NAMES: Names = MappingProxyType({})
"""No name in any language."""

Forms = Mapping[str, tuple[str, ...]]
"""Inflected forms by the name or short form that they inflect."""

_NO_FORMS: Forms = MappingProxyType({})

_DATA = Path(__file__).parent / "data"


class RegistryError(ResographError, ValueError):
    """A line of a registry contradicts another or breaks a rule of the registries."""


class Named(Protocol):
    """What a registry holds: something with an id and with names."""

    @property
    def id(self) -> str:
        """Id."""

    @property
    def names(self) -> Names:
        """Names by language."""

    @property
    def short(self) -> Names:
        """Short forms by language."""

    @property
    def weak(self) -> frozenset[str]:
        """Surfaces that are also ordinary phrases."""

    @property
    def shared(self) -> frozenset[str]:
        """Surfaces that another entry has as well."""

    @property
    def not_in(self) -> Names:
        """Strings that hold a surface by chance."""


T = TypeVar("T", bound=Named)


@dataclass(frozen=True, slots=True)
class Surface:
    """A string by which a text may name an entry of a registry.

    Attributes:
        text: The string; Chinese ones have no blanks.
        entity: Id of the entry.
        form: ``full`` for a name, ``abbrev`` for a short form; an inflected one is what it inflects.
        weak: Whether the string is also an ordinary phrase, so that a careful reader may pass over it.
        shared: Whether another entry has the same string, so that the string alone does not decide.
    """

    text: str
    entity: str
    form: str
    weak: bool = False
    shared: bool = False


def read_lines(name: str) -> Iterator[dict[str, Any]]:
    """Read a data file of one JSON object a line.

    Args:
        name: Name of a file in ``ontology/data``.

    Returns:
        The objects, in the order of the file.

    Raises:
        RegistryError: The file is missing or a line is no JSON object.

    Example:
        >>> next(read_lines("principal-organs.jsonl"))["id"]
        'ecosoc'
    """
    try:
        text = (_DATA / name).read_text(encoding="utf-8")
    except OSError as error:
        raise RegistryError(f"{name}: the registry cannot be read ({error.strerror})") from error
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            yield json.loads(line)
        except json.JSONDecodeError as error:
            raise RegistryError(f"{name}, line {number}: {error.msg}") from error


def names_of(line: Mapping[str, Any], field: str) -> Names:
    """Read names by language out of a line of a registry.

    Args:
        line: The object of one line.
        field: ``names`` or ``short``.

    Returns:
        Names by language; empty where the line does not have the field.

    Example:
        >>> dict(names_of({"short": {"zh": ["开发署"]}}, "short"))
        {'zh': ('开发署',)}
    """
    found = line.get(field)
    return MappingProxyType({language: tuple(texts) for language, texts in found.items()}) if found else NO_NAMES


class NameRegistry(Mapping[str, T], Generic[T]):
    """Entries by id, with the surfaces of each language.

    Iteration gives ids in the order of the data files; an unknown id raises ``UnknownTermError``.
    """

    vocabulary = "the registry"

    def __init__(self, entries: Iterable[T], forms: Callable[[str], Forms] = lambda _: _NO_FORMS) -> None:
        """Take the entries.

        Args:
            entries: The entries, each with an id of its own.
            forms: Gives the inflected forms of a language; asked when the surfaces of that language are.

        Raises:
            RegistryError: An id or a surface belongs to two entries and is not marked as shared by both.
        """
        self._entries: dict[str, T] = {}
        for entry in entries:
            if entry.id in self._entries:
                raise RegistryError(f"{entry.id!r} stands twice in {self.vocabulary}")
            self._entries[entry.id] = entry
        for language in LANGUAGES:
            self._refuse_doubles(language)
        self._forms = forms
        self._surfaces: dict[str, tuple[Surface, ...]] = {}

    def __getitem__(self, key: str) -> T:
        """Give the entry of an id."""
        try:
            return self._entries[key]
        except KeyError:
            raise UnknownTermError(key, self.vocabulary) from None

    def __iter__(self) -> Iterator[str]:
        """Give the ids."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._entries)

    def name(self, key: str, language: str) -> str | None:
        """Give the official name of an entry.

        Args:
            key: Id of the entry.
            language: Code of an official language.

        Returns:
            The name, or None where the registry has none in that language.

        Raises:
            UnknownTermError: The registry has no such entry, or there is no such language.
        """
        _check(language)
        names = self[key].names.get(language)
        return names[0] if names else None

    def surfaces(self, language: str) -> tuple[Surface, ...]:
        """List every string by which a text in a language may name an entry.

        Args:
            language: Code of an official language.

        Returns:
            The surfaces in the order of the data files, names before short forms, each before its inflected forms.

        Raises:
            RegistryError: An inflected form of one entry is a surface of another, and not both share it.
            UnknownTermError: There is no such language.
        """
        _check(language)
        if language not in self._surfaces:
            self._surfaces[language] = tuple(self._list_surfaces(language))
        return self._surfaces[language]

    def decoys(self, language: str) -> tuple[tuple[str, str], ...]:
        """List strings that hold a surface by chance and do not name its entry, as 沿海地区 holds 海地.

        A match of a surface of the entry that lies inside such a string is no match. The string takes nothing away
        from matches of other entries: 其中国际组织 holds no 中国, but it does hold 国际组织.

        Args:
            language: Code of an official language.

        Returns:
            Pairs of the string and the id of the entry that it does not name, in the order of the data files.

        Raises:
            UnknownTermError: There is no such language.
        """
        _check(language)
        return tuple((text, entry.id) for entry in self._entries.values() for text in entry.not_in.get(language, ()))

    def _refuse_doubles(self, language: str) -> None:
        owners: dict[str, T] = {}
        for entry in self._entries.values():
            for texts in (entry.names.get(language, ()), entry.short.get(language, ())):
                for text in texts:
                    owner = owners.setdefault(text, entry)
                    if owner is not entry and not (text in owner.shared and text in entry.shared):
                        raise RegistryError(f"{text!r} names both {owner.id!r} and {entry.id!r}")

    def _list_surfaces(self, language: str) -> Iterator[Surface]:
        names = list(self._list_names(language))
        owners = {surface.text: surface for surface in names}
        forms = self._forms(language)
        for name in names:
            yield name
            for text in forms.get(name.text, ()):
                surface = Surface(text, name.entity, name.form, name.weak, name.shared)
                owner = owners.setdefault(text, surface)
                if owner.entity != name.entity and not (owner.shared and name.shared):
                    raise RegistryError(f"{text!r}, a form of {name.text!r}, is also one of {owner.entity!r}")
                yield surface

    def _list_names(self, language: str) -> Iterator[Surface]:
        for entry in self._entries.values():
            for form, texts in (("full", entry.names.get(language, ())), ("abbrev", entry.short.get(language, ()))):
                for text in texts:
                    yield Surface(text, entry.id, form, text in entry.weak, text in entry.shared)


def _check(language: str) -> None:
    if language not in LANGUAGES:
        raise UnknownTermError(language, "the official languages")
