"""Inflected forms of names and demonyms, for languages whose running text prints other words than a registry lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ontology.registry import Forms, RegistryError, read_lines

__all__ = ["DEMONYMS", "INFLECTED", "Demonym", "demonyms", "forms", "instrument_forms"]

INFLECTED = ("ar", "ru")
"""The languages that have a file of forms: cases in Russian, the article after ل in Arabic."""

DEMONYMS = ("ar", "en", "es", "fr", "ru")
"""The languages that have a file of demonyms; Chinese prints the name of the State itself."""

_NONE: Forms = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Demonym:
    """What an adjective of a State, or the word for its nationals, stands for.

    Attributes:
        state: Id of the State.
        in_context: Whether it is also the name of a language, of another people or of a continent, so that it speaks
            of the State only beside the noun of something that belongs to States.
    """

    state: str
    in_context: bool = False


@cache
def forms(language: str) -> Forms:
    """Read the inflected forms of names in a language.

    Args:
        language: Code of an official language.

    Returns:
        Forms by name; empty for a language that does not inflect names.

    Raises:
        RegistryError: A name stands twice in the file.

    Example:
        >>> forms("ru")["Генеральная Ассамблея"][0]
        'Генеральной Ассамблеи'
        >>> dict(forms("en"))
        {}
    """
    return _read("forms", language)


@cache
def instrument_forms(language: str) -> Forms:
    """Read the inflected forms of names of instruments in a language.

    Args:
        language: Code of an official language.

    Returns:
        Forms by name; empty for a language that does not inflect names.

    Raises:
        RegistryError: A name stands twice in the file.

    Example:
        >>> instrument_forms("ru")["Парижское соглашение"][0]
        'Парижского соглашения'
    """
    return _read("instrument-forms", language)


@cache
def demonyms(language: str) -> Mapping[str, Demonym]:
    """Read the adjectives of States and the words for their nationals in a language.

    Args:
        language: Code of an official language.

    Returns:
        What each of them, in every form that is printed, stands for; empty for a language without such a file.

    Raises:
        RegistryError: A word stands twice in the file.

    Example:
        >>> demonyms("en")["Syrian"].state, demonyms("en")["French"].in_context
        ('state:syria', True)
        >>> dict(demonyms("zh"))
        {}
    """
    if language not in DEMONYMS:
        return MappingProxyType({})
    found: dict[str, Demonym] = {}
    for line in read_lines(f"demonyms-{language}.jsonl"):
        for field in ("forms", "in_context"):
            for text in line.get(field, ()):
                if text in found:
                    raise RegistryError(f"{text!r} stands twice in demonyms-{language}.jsonl")
                found[text] = Demonym(line["id"], field == "in_context")
    return MappingProxyType(found)


def _read(name: str, language: str) -> Forms:
    if language not in INFLECTED:
        return _NONE
    found: dict[str, tuple[str, ...]] = {}
    for line in read_lines(f"{name}-{language}.jsonl"):
        if line["name"] in found:
            raise RegistryError(f"{line['name']!r} stands twice in {name}-{language}.jsonl")
        found[line["name"]] = tuple(line["forms"])
    return MappingProxyType(found)
