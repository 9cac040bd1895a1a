"""Which mentions stand before a place in a document, and which of them a later word can mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from corpus.document import Block, BlockKind
from extract.actor_mention import ActorMention
from extract.actor_scene import Scene

__all__ = ["Context"]

_BREAKS = frozenset({BlockKind.FOOTNOTE, BlockKind.LINK, BlockKind.FURNITURE})
_FARTHEST = 200
"""How many mentions back a later word can mean one; more stand in a paragraph only by mistake."""
_NO_BODY = frozenset({"state", "generic", "office-holder"})


class Context:
    """The mentions of a document by place."""

    def __init__(self, scene: Scene, mentions: list[ActorMention]) -> None:
        """Take the mentions, in order."""
        self.scene = scene
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._paragraphs = _paragraphs(scene.reading.document.blocks)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a mention overlaps a span."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self.mentions[index].end > start

    def before(self, offset: int, reach: int) -> Iterator[ActorMention]:
        """Give the mentions before an offset, the nearest first.

        Args:
            offset: Where to start.
            reach: How many paragraphs before that of the offset to look at.
        """
        index = max(0, bisect_right(self._paragraphs, offset) - 1 - reach)
        first = self._paragraphs[index] if self._paragraphs else 0
        last = bisect_left(self._starts, offset) - 1
        for position in range(last, max(-1, last - _FARTHEST), -1):
            mention = self.mentions[position]
            if mention.start < first:
                return
            yield mention

    def around(self, offset: int) -> list[ActorMention]:
        """Give the mentions in the paragraph of an offset and in the one above."""
        index = bisect_right(self._paragraphs, offset)
        last = self._paragraphs[index] if index < len(self._paragraphs) else len(self.scene.text)
        behind = self.mentions[bisect_left(self._starts, offset) : bisect_left(self._starts, last)]
        return [*self.before(offset, 1), *behind]

    def body(self, head: str, offset: int, fits: Callable[[ActorMention], bool] | None = None) -> ActorMention | None:
        """Give the last body before an offset, in its paragraph or the one above, whose name ends with a noun."""
        for mention in self.before(offset, 1):
            if mention.actor_type in _NO_BODY or mention.entity is None or not (fits is None or fits(mention)):
                continue
            words = self.scene.text[mention.start : mention.end]
            if words.endswith(head) or self.scene.names.belongs(mention.entity, head):
                return mention
        return None

    def country(self, offset: int) -> str | None:
        """Give the State of which a clause speaks: the last one named in the paragraph, unless it is one of several."""
        found: ActorMention | None = None
        for mention in self.before(offset, 0):
            state = self._state(mention)
            if found is not None:
                between = self.scene.text[mention.end : found.start]
                return (
                    None
                    if state is not None and self.scene.rules.SHARED_TITLE.fullmatch(between)
                    else self._state(found)
                )
            if state is not None:
                found = mention
        return self._state(found) if found is not None else None

    def subject(self, offset: int) -> str | None:
        """Give the State that a paragraph is about: that of a parliament named, or of a place that opens a sentence."""
        for mention in self.before(offset, 0):
            if mention.entity == "parliaments":
                return None
            if mention.actor_type == "parliament":
                return None if self._listed(mention) else self._state(mention)
            if mention.actor_type == "state":
                opens = self.scene.rules.PLACE.match(self.scene.text, mention.start)
                return (
                    mention.entity
                    if opens and self.scene.rules.CLAUSE_PLACE.match(self.scene.text, mention.end)
                    else None
                )
        return None

    def _listed(self, mention: ActorMention) -> bool:
        """Tell whether a mention is the last of several: 布隆迪、柬埔寨和巴基斯坦议会."""
        before = next(self.before(mention.start, 0), None)
        if before is None or before.actor_type not in ("state", "parliament"):
            return False
        return self.scene.rules.SHARED_TITLE.fullmatch(self.scene.text, before.end, mention.start) is not None

    def _state(self, mention: ActorMention) -> str | None:
        if mention.actor_type == "state":
            return mention.entity
        if mention.actor_type == "parliament" and mention.owner is not None and mention.owner.startswith("state:"):
            return mention.owner
        if mention.actor_type == "mission":
            words = self.scene.text[mention.start : mention.end]
            for name in (words, *self.scene.names.names(str(mention.entity))[:1]):
                inside = [state for _, _, state in self.scene.names.states.find(name)]
                if len(set(inside)) == 1:
                    return inside[0]
        return None


def _paragraphs(blocks: tuple[Block, ...]) -> list[int]:
    """Give the offsets at which paragraphs begin; parts of a numbered paragraph belong to it."""
    starts: list[int] = []
    current: str | None = None
    for block in blocks:
        if block.kind in _BREAKS:
            continue
        if block.paragraph != current or block.paragraph == "0" or block.kind is BlockKind.HEADING or block.annex:
            starts.append(block.start)
            current = block.paragraph
    return starts
