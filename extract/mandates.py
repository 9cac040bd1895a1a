"""Mandates: what a resolution does in each of its paragraphs, and whom it asks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from corpus.document import Block, BlockKind
from extract.languages import rules
from extract.mandate_acts import Act
from extract.mandate_addressees import NamedActor, addressees
from extract.reading import Reading
from extract.records import Mandate

__all__ = ["mandates"]

_PARTS = frozenset({BlockKind.SUBPARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH})
_ASIDE = frozenset({BlockKind.FOOTNOTE, BlockKind.LINK, BlockKind.FURNITURE})


def mandates(reading: Reading, actors: Sequence[NamedActor], since: str | None = None) -> tuple[Mandate, ...]:
    """Find the acts of a resolution or draft.

    Args:
        reading: The document under reading.
        actors: The actors found in it, in the order of the text.
        since: ISO date of the document, before which nothing is due; None where it is not known.

    Returns:
        One record for each preambular paragraph whose verb is known, and one for each act of an operative
        paragraph; empty for a language without rules and for documents that are no resolutions.

    Example:
        >>> from corpus import read_text
        >>> reading = Reading(read_text(" 大会， \\n\\n 又回顾其决议， \\n\\n 1. 请秘书长提交报告。 \\n", "a.txt"))
        >>> [(act.paragraph, act.verb, act.what, act.report) for act in mandates(reading, ())]
        [('p1', '又回顾', '其决议', False), ('1', '请', '秘书长提交报告', True)]
    """
    words = rules(reading.document.language, "mandates")
    if words is None:
        return ()
    return tuple(_Writer(reading, actors, words, since).all())


class _Writer:
    """Turns the acts of paragraphs into records."""

    def __init__(self, reading: Reading, actors: Sequence[NamedActor], words: ModuleType, since: str | None) -> None:
        self.reading = reading
        self.actors = actors
        self.starts = [actor.start for actor in actors]
        self.words = words
        self.since = since

    def all(self) -> Iterator[Mandate]:
        chapeau: Act | None = None
        for block, parts in _paragraphs(self.reading.document.blocks):
            if block.kind is BlockKind.PREAMBULAR:
                first = self.words.opening(self._text(block))
                yield from self._records(block, (first,) if first else (), first and first.printed)
                continue
            found = self.words.acts(self._text(block))
            chapeau = found[-1] if found else None
            yield from self._records(block, found, parts=parts)
            # What stands under 请 … ： is the content of that act; under 决定： each part may act.
            if chapeau is None or not chapeau.asks:
                for part in parts:
                    yield from self._records(part, self.words.acts(self._text(part)))

    def _text(self, block: Block) -> str:
        return self.reading.text[block.body : block.end].rstrip("\n")

    def _records(
        self, block: Block, found: Sequence[Act], verb: str | None = None, parts: Sequence[Block] = ()
    ) -> Iterator[Mandate]:
        before: tuple[str, ...] = ()
        for index, act in enumerate(found):
            last = index + 1 == len(found)
            asked = self._asked(block, act, before)
            yield self._record(block, act, verb or act.verb, asked, parts if last else ())
            before = asked or before

    def _asked(self, block: Block, act: Act, before: tuple[str, ...]) -> tuple[str, ...]:
        if not act.asks:
            return ()
        start, end = block.body + act.verb_end, block.body + act.end
        named = before or _bodies(self._between(block.body, start))
        return addressees(
            self.reading.text,
            (start, end),
            self._between(start, end),
            named,
            self.words,
            self.reading.document.language,
        )

    def _record(self, block: Block, act: Act, verb: str, asked: tuple[str, ...], parts: Sequence[Block]) -> Mandate:
        start, end = block.body + act.start, block.body + act.end
        text = self.reading.text
        clause = text[start:end]
        whole = self.words.COMMA.join((clause, *map(self._text, parts)))
        named = self._between(start, end)
        due = self.words.due(clause, self.since) if act.asks or self.words.decides(act.verb) else None
        return Mandate(
            span=self.reading.span(start, end),
            paragraph=block.paragraph,
            verb=verb,
            addressees=asked,
            concerns=tuple(entity for entity in _unique(named) if entity not in asked),
            what=text[block.body + act.verb_end : end].strip("，、,;: ") or clause,
            due=due[0] if due else None,
            due_body=self._due_body(start, end, due[1]) if due else None,
            report=act.asks and self.words.asks_report(whole),
        )

    def _due_body(self, start: int, end: int, position: int | None) -> str | None:
        """The body whose session it is; with a date, whoever something is handed in to."""
        for actor in reversed(self._between(start, end)):
            if position is not None and self._holds_session(actor, start + position):
                return actor.entity
        for actor in self._between(start, end):
            if position is None and self.words.hands_in_to(self.reading.text, actor.start, actor.end):
                return actor.entity
        return None

    def _holds_session(self, actor: NamedActor, position: int) -> bool:
        """Tell whether the words at a position give a session of an actor named before or after them."""
        text = self.reading.text
        if actor.end <= position:
            return self.words.BEFORE_SESSION.fullmatch(text, actor.end, position) is not None
        return self.words.AFTER_SESSION.fullmatch(text, position, actor.start) is not None

    def _between(self, start: int, end: int) -> Sequence[NamedActor]:
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [actor for actor in self.actors[low:high] if actor.end <= end]


def _paragraphs(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Give each paragraph of a resolution with the parts that stand under it."""
    current: tuple[Block, list[Block]] | None = None
    for block in blocks:
        if block.kind in _ASIDE:
            continue
        if block.kind in (BlockKind.PREAMBULAR, BlockKind.OPERATIVE) and not block.annex:
            if current is not None:
                yield current
            current = (block, [])
        elif current is not None and block.kind in _PARTS and not block.annex:
            current[1].append(block)
        elif current is not None:
            yield current
            current = None
    if current is not None:
        yield current


def _unique(actors: Iterable[NamedActor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.entity for actor in actors if actor.entity is not None))


def _bodies(actors: Iterable[NamedActor]) -> tuple[str, ...]:
    """The bodies with a name of their own among actors."""
    return _unique(actor for actor in actors if actor.actor_type not in _NAMELESS)


_NAMELESS = frozenset({"generic", "state", "parliament"})
