"""Joint activities: what a report says that several actors do together, when, where and under which heading."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from types import ModuleType

from corpus.document import Block, BlockKind
from extract.actor_mention import ActorMention
from extract.joint_acts import JointAct, SignedText, sign
from extract.languages import rules
from extract.reading import Reading
from extract.records import Activity

__all__ = ["activities"]

_REPORT = "report"
# Rules give so much to those who share a verb without a word that says they do it together.
_EACH_ALONE = 0.7
_SHARED = frozenset({"organizes", "launches", "consults", "cooperates"})
_ASIDE = frozenset({BlockKind.FOOTNOTE, BlockKind.LINK, BlockKind.FURNITURE, BlockKind.HEADING, BlockKind.TITLE})


def activities(reading: Reading, actors: Sequence[ActorMention], document_type: str | None) -> tuple[Activity, ...]:
    """Find the joint activities of a report.

    Args:
        reading: The document.
        actors: The actors found in it, in the order of the text.
        document_type: Type of the document.

    Returns:
        One record for each act in which two or more actors take part; empty for a language without rules and for
        what is no report.

    Example:
        >>> from corpus import read_text
        >>> from extract.actors import find_actors
        >>> reading = Reading(read_text("1. 2023年11月，开发署与教科文组织在秘鲁联合举办了讲习班。", "a.txt"))
        >>> found = activities(reading, find_actors(reading, ()), "report-sg")[0]
        >>> found.participants, found.kind, found.verb, found.time, found.state
        ({'undp': 'lead', 'unesco': 'partner'}, 'organizes', '举办', '2023-11', 'state:peru')
    """
    words = rules(reading.document.language, "activities")
    if words is None or not (document_type or "").startswith(_REPORT):
        return ()
    return tuple(_Finder(reading, words).all(actors))


class _Finder:
    """Reads the sentences in which two or more actors are named."""

    def __init__(self, reading: Reading, words: ModuleType) -> None:
        self.reading = reading
        self.words = words
        self.text = reading.text
        for narrow, wide in words.MARKS:
            self.text = self.text.replace(narrow, wide)

    @cached_property
    def headings(self) -> tuple[list[int], list[tuple[str, ...]]]:
        """Where each heading stands, and the path that it ends; read only where something stands under one."""
        found = list(_headings(self.reading.document.blocks, self.reading))
        return [start for start, _ in found], [path for _, path in found]

    def all(self, actors: Sequence[ActorMention]) -> Iterator[Activity]:
        for span, mentions in self._sentences(actors):
            if len({actor.entity for actor in mentions}) < 2:
                continue
            block = self.reading.block(span[0])
            if block.kind not in _ASIDE:
                start = max(span[0], block.body)
                yield from self._records(sign(self.text, (start, span[1]), mentions, self.words.ASIDE))

    def _sentences(self, actors: Sequence[ActorMention]) -> Iterator[tuple[tuple[int, int], list[ActorMention]]]:
        """Give the sentences that name actors, each with those that it names."""
        span, named = (0, 0), list[ActorMention]()
        for actor in actors:
            if actor.start >= span[1]:
                yield span, named
                span, named = self.reading.sentence(actor.start), []
            if actor.entity is not None:
                named.append(actor)
        yield span, named

    def _records(self, sentence: SignedText) -> Iterator[Activity]:
        kept: list[tuple[JointAct, dict[str, str]]] = []
        for act in self.words.joint_acts(sentence.text):
            roles = self._roles(sentence, act)
            if len(roles) > 1 and not any(_within(act, roles, *other) for other in kept):
                kept.append((act, roles))
        for act, roles in sorted(kept, key=lambda one: one[0].start):
            yield self._record(sentence, act, roles)

    def _roles(self, sentence: SignedText, act: JointAct) -> dict[str, str]:
        """Give who takes part with which role; whoever has two keeps the first."""
        roles: dict[str, str] = {}
        for role, positions in act.roles.items():
            for position in positions:
                mention = sentence.mentions[position]
                if mention.actor_type != "state" or not self._shares_noun(sentence, mention):
                    roles.setdefault(str(mention.entity), role)
        return roles if _joint(sentence, act) else {}

    def _shares_noun(self, sentence: SignedText, state: ActorMention) -> bool:
        """Tell whether a State stands in a list of parliaments, whose noun comes with a later name."""
        before = state
        for other in sentence.mentions.values():
            if other.start < state.end:
                continue
            if not self.words.SHARES_NOUN.fullmatch(self.text, before.end, other.start):
                return False
            if other.actor_type == "parliament" and (other.owner or "").startswith("state:"):
                return True
            before = other
        return False

    def _record(self, sentence: SignedText, act: JointAct, roles: dict[str, str]) -> Activity:
        start, end = sentence.offset(act.start), sentence.end(act.end)
        verb = sentence.offset(act.verb[0])
        quote = self.reading.document.quotation
        state, place = self.words.location(sentence.text, act)
        return Activity(
            span=self.reading.span(start, end),
            participants=roles,
            kind=act.kind,
            verb=quote(verb, sentence.end(act.verb[1])),
            what=quote(verb, end),
            time=self.words.period(sentence.text, act),
            state=sentence.mentions[state].entity if state is not None else _destination(act, roles),
            location=quote(sentence.offset(place[0]), sentence.end(place[1])) if place is not None else None,
            headings=self._path(start),
            paragraph=self.reading.locate(start).paragraph,
            modality="planned" if act.planned else "done",
            rule=act.rule,
            confidence=act.confidence,
        )

    def _path(self, offset: int) -> tuple[str, ...]:
        starts, paths = self.headings
        index = bisect_right(starts, offset) - 1
        return paths[index] if index >= 0 else ()


def _headings(blocks: Sequence[Block], reading: Reading) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give where each heading stands, with the headings above it and its own words."""
    path: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            path = [one for one in path if one[0] < block.level]
            path.append((block.level, reading.document.quotation(block.body, block.end).strip()))
            yield block.start, tuple(words for _, words in path)


def _joint(sentence: SignedText, act: JointAct) -> bool:
    """Tell whether those named act as one: collectives and States that share a verb may each act alone."""
    if act.roles.keys() != {"lead"} or act.confidence > _EACH_ALONE:
        return True
    types = {sentence.mentions[at].actor_type for at in act.roles["lead"]}
    return not (types <= {"generic"} or (types <= {"state", "generic"} and act.kind not in _SHARED))


def _destination(act: JointAct, roles: dict[str, str]) -> str | None:
    """Give the State to which a mission goes."""
    states = [entity for entity, role in roles.items() if role == "recipient" and entity.startswith("state:")]
    return states[0] if act.kind == "sends-mission" and len(states) == 1 and states[0].count(":") == 1 else None


def _within(act: JointAct, roles: dict[str, str], other: JointAct, others: dict[str, str]) -> bool:
    """Tell whether an act says no more than another whose words it shares."""
    return act.start < other.end and other.start < act.end and roles.keys() <= others.keys()
