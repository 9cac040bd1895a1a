"""The registry's names as a language with blanks between words prints them, found on the boundaries of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.gazetteer import Gazetteer
from extract.languages import rules
from extract.phrases.actor_rules import ActorRules
from ontology.actors import Registry, actors
from ontology.forms import demonyms

__all__ = ["ATTRIBUTIVE", "Phrase", "PhraseNames", "phrase_names"]

ATTRIBUTIVE = frozenset({"demonym", "demonym-in-context"})
"""The forms of words that are not the name of a State but its adjective or the word for its nationals."""

_LONGEST = 200
_WORD_END = re.compile(r"(?<=\w)(?!\w)")
_WORD_START = re.compile(r"(?<!\w)(?=\w)")
_DASH = " — "
_TWO_HYPHENS = " -- "
_COMPOUND = re.compile(r"(?<=[^\W\d_])-(?=[A-ZÀ-ÞА-Я])")
_HYPHENED_TO = re.compile(r"(?<=[^\W\d_])-$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a string of a text stands for.

    Attributes:
        entity: Entity id; None where several bodies have the name, empty for what is no name.
        type: Type of the entity.
        form: full or abbrev; one of ``ATTRIBUTIVE`` for a word that only speaks of a State.
        weak: Whether the string is an ordinary phrase as well.
        candidates: The bodies that share the name.
    """

    entity: str | None
    type: str
    form: str
    weak: bool = False
    candidates: tuple[str, ...] = ()


_NOTHING = Phrase("", "", "full")
"""What a string stands for that is no name."""


class PhraseNames:
    """The registry's names in one language, folded as the rules of the language fold its texts.

    Example:
        >>> names = phrase_names("en")
        >>> [text for _, _, text in names.find("the Niger, Nigeria and Nigerians")][0].entity
        'state:niger'
        >>> names.entity("Security Council"), names.nouns("sc")
        ('sc', frozenset({'Council'}))
    """

    def __init__(self, registry: Registry, language: str, found: ActorRules) -> None:
        """Take the names of a language and build the automaton."""
        self.registry = registry
        self.language = language
        self.rules = found
        self._table = dict(_entries(registry, language, found))
        self._gazetteer: Gazetteer[Phrase] = Gazetteer(self._table)
        self._loose = {
            _bare(text): one.entity for text, one in self._table.items() if one.entity and one.form == "full"
        }
        self._nouns: dict[str, frozenset[str]] = {}

    def find(self, text: str) -> Iterator[tuple[int, int, Phrase]]:
        """Find names in a folded text, on the boundaries of words.

        Args:
            text: A text as ``ActorRules.fold`` leaves it.

        Yields:
            Start, end and what the string stands for, in the order of the text, without overlap.
        """
        last = 0
        for start, end, phrase in self._gazetteer.find(text):
            if start < last:
                continue
            for first, stop, found in self._on_words(text, start, end, phrase):
                last = stop
                if found.entity != "":
                    yield first, stop, found

    def get(self, text: str) -> Phrase | None:
        """Give what exactly this folded string stands for, or None."""
        return self._table.get(text)

    def entity(self, text: str) -> str | None:
        """Give the entity of which this folded string is a name or short form, or None."""
        phrase = self._table.get(text)
        return (phrase.entity or None) if phrase is not None and phrase.form not in ATTRIBUTIVE else None

    def loosely(self, text: str) -> str | None:
        """Give the entity of which this is a full name, whatever its hyphens and capitals, or None.

        Example:
            >>> phrase_names("en").loosely("United Nations Peace-Keeping Force in Cyprus")
            'unficyp'
        """
        return self._loose.get(_bare(text))

    def names(self, entity: str) -> tuple[str, ...]:
        """Give the folded names and short forms of an entity; none for one that the registry does not hold."""
        known = self.registry.get(entity)
        if known is None:
            return ()
        printed = known.names.get(self.language, ()) + known.short.get(self.language, ())
        return tuple(name.translate(self.rules.fold) for name in printed)

    def nouns(self, entity: str) -> frozenset[str]:
        """Give the nouns by which alone a body of the registry may be called."""
        if entity not in self._nouns:
            self._nouns[entity] = frozenset(filter(None, map(self.noun, self.names(entity))))
        return self._nouns[entity]

    def noun(self, name: str) -> str | None:
        """Give the noun by which alone a body of this name may be called.

        Args:
            name: A folded name.

        Returns:
            The noun in its first form, or None where it has none of the nouns that are used so.

        Example:
            >>> phrase_names("en").noun("Human Rights Council Advisory Committee of Experts")
            'Committee'
        """
        joint = self.rules.links.search(name)
        front = name[: joint.start()] if joint is not None else name
        words = [word for word in re.split(r"[\s'\-]+", front) if word]
        pairs = [" ".join(words[at : at + size]) for at in range(len(words)) for size in (3, 2, 1)]
        fit = [pair for pair in pairs if pair in self.rules.heads]
        if not fit:
            return None
        if self.rules.noun_first:
            return self.rules.heads[fit[0]]
        last = words[-1]
        ends = [pair for pair in fit if pair.endswith(last)]
        return self.rules.heads[ends[0]] if ends else None

    def _on_words(self, text: str, start: int, end: int, phrase: Phrase) -> Iterator[tuple[int, int, Phrase]]:
        """Give the match, or where it is only a part of words the shorter names in it that are not."""
        opens, closes = self.opens(text, start), _closes(text, end)
        if opens and closes:
            longer = self._beyond(text, start, end) if phrase.type == "generic" else None
            yield longer or (start, end, phrase)
            return
        if opens:
            for cut in reversed([match.start() for match in _WORD_END.finditer(text, start, end)][:-1]):
                shorter = self._table.get(text[start:cut])
                if shorter is not None:
                    yield start, cut, shorter
                    return
        for inner in _WORD_START.finditer(text, start + 1, end):
            found = self._at(text, inner.start())
            if found is not None:
                yield found
                return

    def _beyond(self, text: str, start: int, end: int) -> tuple[int, int, Phrase] | None:
        """Give the name that begins inside a collective noun and goes on behind it: States Members in all States."""
        for inner in _WORD_START.finditer(text, start + 1, end):
            found = self._at(text, inner.start())
            if found is not None and found[1] > end:
                return found
        return None

    def _at(self, text: str, offset: int) -> tuple[int, int, Phrase] | None:
        """Give the longest name that begins at an offset and ends where a word does."""
        first, stop, found = next(self._gazetteer.find(text[offset : offset + _LONGEST]), (1, 0, _NOTHING))
        if first == 0 and self.opens(text, offset) and _closes(text, offset + stop):
            return offset, offset + stop, found
        return None

    def opens(self, text: str, start: int) -> bool:
        """Tell whether a name may begin at an offset: at a word, or behind what is glued to one."""
        if start == 0 or not _letter(text[start - 1]):
            return _HYPHENED_TO.search(text, max(0, start - 2), start) is None or text[start].isupper()
        return self.rules.glued.search(text, max(0, start - 4), start) is not None


@cache
def phrase_names(language: str) -> PhraseNames:
    """Give the registry's names in a language with blanks between words.

    Args:
        language: Code of an official language.

    Returns:
        The names, one and the same value at every call.

    Raises:
        LookupError: The language has no such rules.

    Example:
        >>> phrase_names("en").entity("UNDP")
        'undp'
    """
    found = rules(language, "actors")
    if not isinstance(found, ActorRules):
        raise LookupError(language)
    return PhraseNames(actors(), language, found)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _closes(text: str, end: int) -> bool:
    """Tell whether a name may end at an offset: where its word does, or at the marker of a footnote."""
    if end >= len(text) or not _letter(text[end]):
        return True
    return text[end].isdigit() and text[end - 1].islower()


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _entries(registry: Registry, language: str, found: ActorRules) -> Iterator[tuple[str, Phrase]]:
    for text in (*found.decoys, *(text for text, _ in registry.decoys(language))):
        yield text.translate(found.fold), _NOTHING
    for text, one in demonyms(language).items():
        yield text.translate(found.fold), Phrase(one.state, "state", f"demonym{'-in-context' * one.in_context}")
    shared: dict[str, list[str]] = {}
    for surface in registry.surfaces(language):
        text = surface.text.translate(found.fold)
        if surface.shared:
            shared.setdefault(text, []).append(surface.entity)
            continue
        kind = registry[surface.entity].type
        if text not in found.refused and surface.entity not in found.unprinted:
            phrase = Phrase(surface.entity, kind, surface.form, surface.weak)
            yield from _spellings(text, phrase, found)
    for text, several in shared.items():
        kinds = {registry[one].type for one in several}
        kind = kinds.pop() if len(kinds) == 1 else "other"
        yield from _spellings(text, Phrase(None, kind, "abbrev", candidates=tuple(several)), found)
    for text, key in found.collectives.items():
        yield from _spellings(text, Phrase(key, registry[key].type, "full"), found)


def _spellings(text: str, phrase: Phrase, found: ActorRules) -> Iterator[tuple[str, Phrase]]:
    """Give a name as it stands in a text: as listed, at the beginning of a sentence, fused with a word before it.

    Texts taken out of older files print two hyphens for a dash, and lose the hyphen that keeps a line from breaking.
    """
    yield text, phrase
    if _DASH in text:
        yield text.replace(_DASH, _TWO_HYPHENS), phrase
    if _COMPOUND.search(text):
        yield _COMPOUND.sub("", text), phrase
    if phrase.type == "generic" and text[0].islower():
        yield text[0].upper() + text[1:], phrase
    for beginning, fused in found.fused.items():
        if text.startswith(beginning):
            yield fused + text.removeprefix(beginning), phrase
