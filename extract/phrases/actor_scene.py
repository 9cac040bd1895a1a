"""What the rules for actors in languages with blanks look at: the folded text, the names, the silent places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.document import Block, BlockKind
from extract.actor_mention import ActorMention
from extract.gazetteer import Gazetteer
from extract.phrases.actor_names import PhraseNames, phrase_names
from extract.phrases.actor_rules import ActorRules
from extract.reading import Reading
from ontology.instruments import instruments

__all__ = ["NO_BODY", "Mentions", "PhraseScene", "phrase_scene", "slug"]

NO_BODY = frozenset({"state", "generic", "office-holder"})
"""Types of actors that are no bodies."""

_SENTENCE_END = re.compile(r"(?:^|[.!?:;\n)\"]) ?$|(?:^|\n)\W*(?:\(?\w{1,4}[.)])? ?$")
_NUMBERING = "0123456789. ()"
_SILENT = frozenset({BlockKind.FURNITURE, BlockKind.LINK})
_BREAKS = frozenset({BlockKind.FOOTNOTE, BlockKind.LINK, BlockKind.FURNITURE})


@dataclass(frozen=True, slots=True)
class PhraseScene:
    """A document prepared.

    Attributes:
        reading: The document.
        text: Its text, folded; as long as the canonical one.
        rules: The rules of its language.
        names: The registry's names in its language.
        silent: Starts and ends of titles, links and furniture, in order.
        paragraphs: Where paragraphs begin, in order.
    """

    reading: Reading
    text: str
    rules: ActorRules
    names: PhraseNames
    silent: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]

    def names_none(self, start: int, end: int) -> bool:
        """Tell whether words are part of a title or of furniture; a name that goes on behind a title is none."""
        index = bisect_right(self.silent, (start, len(self.text) + 1)) - 1
        if index < 0:
            return False
        first, last = self.silent[index]
        return start < last and not (start == first and end > last)

    def floor(self, offset: int, reach: int = 0) -> int:
        """Give where the paragraph of an offset begins, or one so many paragraphs above it."""
        index = max(0, bisect_right(self.paragraphs, offset) - 1 - reach)
        return self.paragraphs[index] if self.paragraphs else 0

    def ceiling(self, offset: int) -> int:
        """Give where the paragraph of an offset ends."""
        index = bisect_right(self.paragraphs, offset)
        return self.paragraphs[index] if index < len(self.paragraphs) else len(self.text)

    def opener(self, word: str, start: int) -> bool:
        """Tell whether a capitalised word has its capital from the beginning of a sentence, not from a name."""
        if word in self.rules.openers:
            return True
        return (
            word.endswith(self.rules.opener_endings)
            and _SENTENCE_END.search(self.text, max(0, start - 12), start) is not None
        )

    def type_of(self, entity: str) -> str:
        """Give the type of an entity; ``other`` for one that the registry does not hold."""
        known = self.names.registry.get(entity)
        return known.type if known is not None else "other"


class Mentions:
    """The mentions of a document by place."""

    def __init__(self, mentions: list[ActorMention]) -> None:
        """Take mentions in order, without overlap."""
        self.all = mentions
        self._starts = [mention.start for mention in mentions]

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a mention overlaps a span."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self.all[index].end > start

    def ending(self, offset: int) -> ActorMention | None:
        """Give the mention that ends at an offset."""
        index = bisect_left(self._starts, offset) - 1
        return self.all[index] if index >= 0 and self.all[index].end == offset else None

    def between(self, start: int, end: int) -> list[ActorMention]:
        """Give the mentions that begin in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def country(self, scene: PhraseScene, offset: int) -> str | None:
        """Give the State of which a paragraph speaks: one that opens it as a place, and the only one in it."""
        first, last = scene.floor(offset), scene.ceiling(offset)
        named = [one for one in self.between(first, last) if one.actor_type == "state"]
        if len({one.entity for one in named}) != 1 or named[0].start > offset:
            return None
        place = scene.rules.place.search(scene.text, first, named[0].start)
        opens = place is not None and not scene.text[first : place.start()].strip(_NUMBERING)
        return named[0].entity if opens else None


def phrase_scene(reading: Reading, found: ActorRules) -> PhraseScene:
    """Prepare a document.

    Args:
        reading: The document.
        found: The rules of its language.

    Returns:
        The document with its silent places.

    Example:
        >>> from corpus import read_text
        >>> from extract.languages import rules
        >>> reading = Reading(read_text("The purposes of the Charter of the United Nations.", "a.txt"))
        >>> phrase_scene(reading, rules("en", "actors")).names_none(35, 49)
        True
    """
    text = reading.text.translate(found.fold)
    names = phrase_names(reading.document.language)
    silent = tuple(_joined(sorted(_silent(reading, text, found))))
    return PhraseScene(reading, text, found, names, silent, tuple(_paragraphs(reading.document.blocks)))


def slug(words: str) -> str:
    """Make the last part of an id from printed words.

    Example:
        >>> slug("Academy of  Women's Law")
        'academy-of-womens-law'
    """
    plain = "".join(letter if letter.isalnum() else "" if letter == "'" else " " for letter in words.lower())
    return "-".join(plain.split())


@cache
def _titles(language: str) -> Gazetteer[None]:
    fold = phrase_names(language).rules.fold
    surfaces = instruments().surfaces(language)
    return Gazetteer({surface.text.translate(fold): None for surface in surfaces if not surface.weak})


def _silent(reading: Reading, text: str, found: ActorRules) -> Iterator[tuple[int, int]]:
    for block in reading.document.blocks:
        if block.kind in _SILENT:
            yield block.start, block.end
    for start, end, _ in _titles(reading.document.language).find(text):
        yield start, end
    for match in found.texts.finditer(text):
        yield match.span()


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Make one of spans that overlap."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is not None and start < current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[int]:
    """Give where paragraphs begin; parts of a numbered paragraph belong to it."""
    label: str | None = None
    for block in blocks:
        if block.kind in _BREAKS:
            continue
        if block.paragraph != label or block.paragraph == "0" or block.kind is BlockKind.HEADING:
            yield block.start
            label = block.paragraph
