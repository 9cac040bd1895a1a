"""Bodies named by their noun alone: the Council, the Committee."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import BlockKind
from extract.actor_house import speaks_of_house
from extract.actor_mention import ActorMention
from extract.declared import DeclaredAbbreviation
from extract.phrases.actor_scene import NO_BODY, Mentions, PhraseScene

__all__ = ["Antecedents", "find_nouns"]

_HEAD = frozenset({BlockKind.MASTHEAD, BlockKind.TITLE, BlockKind.OPENING})
_BODY = frozenset({BlockKind.PREAMBULAR, BlockKind.OPERATIVE, BlockKind.NUMBERED})
_MOST_CANDIDATES = 8
_LONGEST_WORD = 40
_WORD_BEFORE = re.compile(r"(\S+) $")


class Antecedents:
    """The bodies that a document names in full, by the noun by which alone they may be called."""

    def __init__(
        self, scene: PhraseScene, mentions: list[ActorMention], declared: tuple[DeclaredAbbreviation, ...]
    ) -> None:
        """Take the mentions in order, and the short forms that the document declares."""
        self.scene = scene
        self._by_noun: dict[str, list[ActorMention]] = {}
        self._mentions = Mentions(mentions)
        for mention in mentions:
            self.add(mention)
        heads = scene.rules.heads
        self._declared = {
            heads[short]: one
            for one in declared
            if one.entity and (short := one.short.translate(scene.rules.fold)) in heads
        }
        self._head = self._of_document(mentions)

    def add(self, mention: ActorMention) -> None:
        """Take one more mention."""
        for noun in self._nouns(mention):
            insort(self._by_noun.setdefault(noun, []), mention, key=lambda one: one.start)

    def find(self, noun: str, start: int, end: int, name: str | None = None) -> ActorMention:
        """Read a noun alone, or a name that alone tells nothing, by the bodies named before.

        Args:
            noun: The noun in its first form.
            start: Where the words begin.
            end: Where they end.
            name: Where more than the noun is printed, the words that the name of the body must hold.

        Returns:
            The body that the document declares so; else the last one named in this paragraph or the one above, or
            that of the head of the document, where they are not two; else the only one that it names at all.
            Where none of them is, a mention without an entity, with those that it may denote.
        """
        found = ActorMention(start, end, None, "other", "abbrev", "head", 0.7)
        declared = self._declared.get(noun) if name is None else None
        if declared is not None and declared.start < start:
            kind = self.scene.type_of(str(declared.entity))
            return replace(found, entity=declared.entity, actor_type=kind, rule="declared", confidence=1.0)
        before = self._before(noun, start, name)
        floor = self.scene.floor(start, 1)
        near = next((one for one in reversed(before) if one.start >= floor), None)
        head = self._standing(noun, start) if name is None else []
        fit = {one.entity: one for one in (near, *head) if one is not None}
        fit = fit or {one.entity: one for one in self._named(noun, name)}
        if len(fit) == 1 and (near or head or before):
            (body,) = fit.values()
            return replace(found, entity=body.entity, actor_type=body.actor_type, name=body.name, owner=body.owner)
        return replace(found, confidence=0.3, candidates=tuple(map(str, fit))[:_MOST_CANDIDATES])

    def _standing(self, noun: str, offset: int) -> list[ActorMention]:
        """Give the bodies that a noun may mean anywhere in the document."""
        house = self.scene.rules.house.get(noun)
        if house is not None:
            around = self._mentions.between(self.scene.floor(offset, 1), self.scene.ceiling(offset))
            if not speaks_of_house([*self._head, *around]):
                return []
            return [ActorMention(0, 0, house, self.scene.type_of(house))]
        return [one for one in self._head if noun in self._nouns(one)]

    def _before(self, noun: str, offset: int, name: str | None) -> list[ActorMention]:
        known = self._named(noun, name)
        return known[: bisect_left(known, offset, key=lambda one: one.start)]

    def _named(self, noun: str, name: str | None) -> list[ActorMention]:
        known = self._by_noun.get(noun, [])
        return [one for one in known if f" {name} " in f" {self._text(one)} "] if name else known

    def shortened(self, noun: str, start: int, end: int, words: str) -> ActorMention | None:
        """Read a name as that of the only listed body in the document of whose name it is a shortening.

        Args:
            noun: Its noun in its first form.
            start: Where it begins.
            end: Where it ends.
            words: Its words.

        Returns:
            The body, or None where there is none or where there are several.
        """
        known = [one for one in self._by_noun.get(noun, ()) if one.entity in self.scene.names.registry]
        fit = {one.entity: one for one in known if _shortens(words, self._text(one))}
        if len(fit) != 1:
            return None
        (body,) = fit.values()
        kind, name = body.actor_type, body.name
        return ActorMention(start, end, body.entity, kind, "abbrev", "shortened", 0.7, name=name, owner=body.owner)

    def _text(self, mention: ActorMention) -> str:
        return self.scene.text[mention.start : mention.end]

    def _nouns(self, mention: ActorMention) -> frozenset[str]:
        if mention.actor_type in NO_BODY or mention.entity is None:
            return frozenset()
        listed = self.scene.names.nouns(mention.entity)
        printed = self.scene.names.noun(self._text(mention))
        return listed | {printed} if printed is not None else listed

    def _of_document(self, mentions: list[ActorMention]) -> list[ActorMention]:
        """Give the bodies that the head of the document names: the organ that issues it, and those of its title."""
        everything = Mentions(mentions)
        found: list[ActorMention] = []
        for block in self.scene.reading.document.blocks:
            if block.kind in _BODY:
                break
            if block.kind in _HEAD:
                found += everything.between(block.start, block.end)
        return found


def find_nouns(scene: PhraseScene, mentions: list[ActorMention], antecedents: Antecedents) -> Iterator[ActorMention]:
    """Find nouns that alone name a body spoken of before.

    Args:
        scene: The document.
        mentions: What was found so far, in order.
        antecedents: The bodies named in it.

    Yields:
        The mentions; a noun without a body that fits only where several do, and never for a word that is common.
    """
    known = Mentions(mentions)
    for match in scene.rules.head.finditer(scene.text):
        printed = "bare" if match.groupdict().get("bare") else "head"
        start, end = match.span(printed)
        if known.covers(start, end) or scene.names_none(start, end):
            continue
        if printed == "bare" and _in_a_name(scene, start):
            continue
        if scene.rules.not_behind_head.match(scene.text, end):
            continue
        noun = scene.rules.heads[match["bare" if printed == "bare" else "noun"]]
        found = _numbered(scene, noun, start, end) or antecedents.find(noun, start, end)
        if found.entity is None and not found.candidates:
            found = _numbered(scene, noun, start, end, own=True) or found
        if found.entity is not None or (found.candidates and noun in scene.rules.told):
            yield found


def _numbered(scene: PhraseScene, noun: str, start: int, end: int, own: bool = False) -> ActorMention | None:
    """Read a noun by a number of a form that only one body uses: Council resolution 1540 (2004), its resolution …."""
    known = scene.rules.numbered.get(noun)
    if known is None:
        return None
    if own:
        told = known.own.search(scene.text, *scene.reading.sentence(start)) is not None
    else:
        before = known.before.search(scene.text, max(0, start - _LONGEST_WORD * 2), start)
        told = before is not None or known.behind.match(scene.text, end) is not None
    if not told:
        return None
    confidence = 0.7 if own else 0.9
    return ActorMention(start, end, known.entity, scene.type_of(known.entity), "abbrev", "numbered", confidence)


def _in_a_name(scene: PhraseScene, start: int) -> bool:
    """Tell whether a word with a capital that is part of a name stands before an offset."""
    before = _WORD_BEFORE.search(scene.text, max(0, start - _LONGEST_WORD), start)
    return before is not None and before[1][0].isupper() and not scene.opener(before[1], before.start())


def _shortens(short: str, full: str) -> bool:
    """Tell whether a name is another one with words left out, not the first and not the last."""
    few, many = short.split(), full.split()
    if len(few) >= len(many) or few[0] != many[0] or few[-1] != many[-1]:
        return False
    left = iter(many)
    return all(any(word == other for other in left) for word in few)
