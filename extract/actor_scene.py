"""What the rules for actors look at: the text, the words that shape names, and the places where no name is sought."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import NamedTuple

from corpus.document import BlockKind
from extract.actor_names import KnownNames
from extract.gazetteer import Gazetteer
from extract.reading import Reading

__all__ = ["Cover", "Scene", "Token", "scene_of"]

_SILENT = frozenset({BlockKind.FURNITURE, BlockKind.LINK})


class Token(NamedTuple):
    """A word that shapes names; a tuple, for a document has thousands of them.

    Attributes:
        start: Where it begins.
        end: One past its end.
        tag: head, title, stop, joint, government, parliament or word.
        word: The word; for a head its head noun.
    """

    start: int
    end: int
    tag: str
    word: str


class Cover:
    """Spans that do not overlap, to ask what stands at an offset.

    Example:
        >>> cover = Cover([(2, 4), (6, 9)])
        >>> cover.hits(3, 5), cover.hits(4, 6)
        (True, False)
    """

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take spans in order of their starts; those that overlap become one."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hits(self, start: int, end: int) -> bool:
        """Tell whether a span overlaps one of the spans."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end


@dataclass(frozen=True, slots=True)
class Scene:
    """A document prepared for the rules for actors.

    Attributes:
        reading: The document.
        text: Its canonical text.
        rules: The rules of its language.
        names: The registry's names in its language.
        tokens: The words that shape names, in order.
        starts: Where each of them begins.
        silent: Titles, links and furniture, in which no name is sought.
    """

    reading: Reading
    text: str
    rules: ModuleType
    names: KnownNames
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    silent: Cover

    def tokens_from(self, offset: int) -> Iterator[Token]:
        """Give the tokens that begin at or after an offset."""
        for index in range(bisect_left(self.starts, offset), len(self.tokens)):
            yield self.tokens[index]

    def begins(self, offset: int) -> bool:
        """Tell whether a token begins at an offset."""
        index = bisect_left(self.starts, offset)
        return index < len(self.starts) and self.starts[index] == offset

    def token_at(self, offset: int, tag: str) -> Token | None:
        """Give the token of a tag that begins at an offset."""
        index = bisect_left(self.starts, offset)
        if index < len(self.starts) and self.starts[index] == offset and self.tokens[index].tag == tag:
            return self.tokens[index]
        return None

    def opens(self, offset: int) -> bool:
        """Tell whether a name may begin at an offset, judged by what stands before it."""
        return self.rules.OPEN.match(self.text, offset) is not None

    def coupled(self, offset: int) -> bool:
        """Tell whether what begins at an offset is coupled with a name before it."""
        return offset > 0 and self.rules.COUPLED.match(self.text, offset - 1) is not None

    def type_of(self, entity: str) -> str:
        """Give the type of an entity; ``other`` for one that the registry does not hold."""
        known = self.names.registry.get(entity)
        return known.type if known is not None else "other"


@cache
def _lexicon(module: ModuleType) -> Gazetteer[tuple[str, str]]:
    return Gazetteer(module.LEXICON)


def scene_of(reading: Reading, found: ModuleType, names: KnownNames) -> Scene:
    """Prepare a document.

    Args:
        reading: The document.
        found: The rules for actors of its language.
        names: The registry's names in its language.

    Returns:
        The document with its words and its silent places.

    Example:
        >>> from corpus import read_text
        >>> from extract.actor_names import known_names
        >>> from extract.languages import rules
        >>> reading = Reading(read_text("《联合国宪章》，人权理事会。", "a.txt"))
        >>> scene_of(reading, rules("zh", "actors"), known_names("zh")).silent.hits(1, 4)
        True
    """
    text = reading.text
    lexicon = _lexicon(found)
    tokens = tuple(Token(start, end, *value) for start, end, value in lexicon.find(text))
    silent = Cover(sorted(_silent(reading, found)))
    return Scene(reading, text, found, names, tokens, tuple(token.start for token in tokens), silent)


def _silent(reading: Reading, found: ModuleType) -> Iterator[tuple[int, int]]:
    for block in reading.document.blocks:
        if block.kind in _SILENT:
            yield block.start, block.end
    for pattern in (found.TITLE, found.QUOTED_PHRASES):
        for match in pattern.finditer(reading.text):
            yield match.span()
