"""Inflected forms of names, for languages whose running text rarely prints the form that a registry lists."""

from functools import cache
from types import MappingProxyType

from ontology.registry import Forms, RegistryError, read_lines

__all__ = ["INFLECTED", "forms", "instrument_forms"]

INFLECTED = ("ar", "ru")
"""The languages that have a file of forms: cases in Russian, the article after ل in Arabic."""

_NONE: Forms = MappingProxyType({})


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


def _read(name: str, language: str) -> Forms:
    if language not in INFLECTED:
        return _NONE
    found: dict[str, tuple[str, ...]] = {}
    for line in read_lines(f"{name}-{language}.jsonl"):
        if line["name"] in found:
            raise RegistryError(f"{line['name']!r} stands twice in {name}-{language}.jsonl")
        found[line["name"]] = tuple(line["forms"])
    return MappingProxyType(found)
