"""Many strings sought at once: the one place that knows ahocorasick_rs."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["Gazetteer"]

T = TypeVar("T")


class Gazetteer(Generic[T]):
    """Strings with what each stands for, found in one pass over a text.

    Matches do not overlap: the leftmost wins, and of those that begin together the longest.

    Example:
        >>> names = Gazetteer({"大会": "ga", "大会主席": "pga", "人权理事会": "hrc"})
        >>> list(names.find("大会主席和人权理事会"))
        [(0, 4, 'pga'), (5, 10, 'hrc')]
    """

    def __init__(self, entries: Mapping[str, T]) -> None:
        """Build the automaton.

        Args:
            entries: What each string stands for; empty strings are passed over.
        """
        self._entries = {text: value for text, value in entries.items() if text}
        self._values = list(self._entries.values())
        self._automaton = AhoCorasick(list(self._entries), matchkind=MatchKind.LeftmostLongest)

    def __len__(self) -> int:
        """Count the strings."""
        return len(self._values)

    def __contains__(self, text: object) -> bool:
        """Tell whether this is one of the strings."""
        return text in self._entries

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Find the strings in a text.

        Args:
            text: Where to look.

        Yields:
            Start, end and what the string stands for, in the order of the text.

        Example:
            >>> list(Gazetteer({"议会": 1}).find("各国议会"))
            [(2, 4, 1)]
        """
        values = self._values
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, values[index]

    def get(self, text: str) -> T | None:
        """Give what exactly this string stands for, or None.

        Example:
            >>> Gazetteer({"大会": "ga"}).get("安理会") is None
            True
        """
        return self._entries.get(text)
