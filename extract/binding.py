"""What stands beside a citation and says more of it: footnote, bracket, pinpoint."""

import re
from collections.abc import Iterable, Sequence
from types import ModuleType

from corpus.document import Footnote
from extract.governing import GoverningWords
from extract.mention import Mention
from extract.reading import Reading
from ontology.instruments import instruments

__all__ = ["bind_brackets", "bind_dates", "bind_footnotes", "bind_pinpoints"]

_PUNCTUATION = "，、。；：,;:.)）"
_TARGETED = ("resolution", "decision", "symbol", "record")
_NUMBERED = ("resolution", "decision")
_NAMED = ("instrument", "record", "other-org", "recommendation")
_OUTCOMES = ("instrument", "other-org")
_DATED = ("resolution", "decision", "recommendation", "instrument", "other-org")
_CORRIGENDUM = re.compile(r"/(?:Corr|Add|Amend)\.\d+$")
_REACH = 40
_NEAR = 14


def bind_footnotes(
    reading: Reading, rules: ModuleType, governing: GoverningWords, mentions: Sequence[Mention]
) -> list[Mention]:
    """Give each mention the footnote that it calls, and a named one the document that its footnote names.

    Both members of a coordination (《北京宣言》和《行动纲要》，7) have the footnote after the second. A document
    that is only described (秘书长的报告，9) becomes a mention where a footnote tells which one it is.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        governing: Its governing words.
        mentions: Mentions sorted by start.

    Returns:
        All mentions, sorted by start.
    """
    notes = _notes_by_call(reading)
    owners: dict[int, str] = {}
    described: list[Mention] = []
    for marker in reading.document.markers:
        index = _owner(reading.text, rules, mentions, marker.offset)
        if index is None:
            described.extend(_described(reading, rules, governing, marker.offset, marker.label, notes, mentions))
            continue
        for member in _coordination(reading.text, rules, mentions, index):
            owners.setdefault(member, f"{marker.label}@{marker.offset}")
    bound = [_bound(m, owners.get(i), notes, mentions) for i, m in enumerate(mentions)]
    return sorted([*bound, *described], key=lambda mention: mention.start)


def _notes_by_call(reading: Reading) -> dict[str, Footnote]:
    return {f"{note.label}@{offset}": note for note in reading.document.footnotes for offset in note.markers}


def _owner(text: str, rules: ModuleType, mentions: Sequence[Mention], offset: int) -> int | None:
    """The mention that ends at a marker, but for punctuation and the words of an anniversary between."""
    for index in range(len(mentions) - 1, -1, -1):
        mention = mentions[index]
        if mention.end > offset or mention.start >= offset:
            continue
        between = text[mention.end : offset].rstrip(_PUNCTUATION)
        if not between or rules.ANNIVERSARY_OF.fullmatch(between):
            return index
        return None
    return None


def _coordination(text: str, rules: ModuleType, mentions: Sequence[Mention], index: int) -> list[int]:
    members = [index]
    while index and mentions[index].kind == mentions[index - 1].kind == "instrument":
        joint = text[mentions[index - 1].end : mentions[index].start]
        if not (0 < len(joint) <= 3 and rules.SIBLINGS.fullmatch(joint)):
            break
        index -= 1
        members.append(index)
    return members


def _bound(mention: Mention, call: str | None, notes: dict[str, Footnote], mentions: Sequence[Mention]) -> Mention:
    if call is None:
        return mention
    mention = mention._replace(footnote_ref=call.partition("@")[0])
    if call not in notes or mention.kind not in _NAMED:
        return mention
    return _identified(mention, _inside(mentions, notes[call].start, notes[call].end), "footnote")


def _inside(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if start <= m.start and m.end <= end and m.kind in _TARGETED and m.targets]


def _identified(mention: Mention, inside: list[Mention], rule: str) -> Mention:
    """Take the document that a footnote or bracket names; where the registry agrees with one of several, that one."""
    main = [m for m in inside if not _CORRIGENDUM.search(m.targets[-1])] or inside
    if not main or any(set(m.targets) & set(mention.targets) for m in main):
        return mention
    chosen = main[0]
    odd = f"the registry has {', '.join(mention.targets)}" if mention.targets else None
    return mention._replace(
        targets=chosen.targets,
        part=chosen.part or mention.part,
        rule=f"{mention.rule}+{rule}",
        candidates=tuple(each for each in mention.targets or mention.candidates if each not in chosen.targets),
        reason=odd,
        pending=False,
    )


def _described(
    reading: Reading,
    rules: ModuleType,
    governing: GoverningWords,
    offset: int,
    label: str,
    notes: dict[str, Footnote],
    mentions: Sequence[Mention],
) -> list[Mention]:
    note = notes.get(f"{label}@{offset}")
    if note is None:
        return []
    inside = [m for m in _inside(mentions, note.start, note.end) if m.start == note.start]
    end = offset
    while reading.text[end - 1] in _PUNCTUATION:
        end -= 1
    phrase = rules.DESCRIBED.search(reading.text, max(0, end - _REACH), end)
    if not inside or phrase is None:
        return []
    start = _phrase_start(governing, phrase.start(), end)
    return [
        Mention(
            start, end, "record", "described+footnote", name=reading.text[start:end],
            targets=inside[0].targets, part=inside[0].part, footnote_ref=label, confidence=0.9,
        )
    ]  # fmt: skip


def _phrase_start(words: GoverningWords, low: int, end: int) -> int:
    """Begin the description after the verb that governs it."""
    before = [word.end for word in words.between(low, end) if word.end < end]
    return before[-1] if before else low


def bind_brackets(reading: Reading, rules: ModuleType, mentions: Sequence[Mention]) -> list[Mention]:
    """Give a named mention the document named in the bracket right after it, and a numbered part its document.

    Must bind: 《…协定》(大会第55/283号决议，附件); 第40号一般性建议(2024年)(CEDAW/C/GC/40);
    FCCC/CP/2015/10/Add.1，第1/CP.21号决定.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        mentions: Mentions sorted by start.
    """
    done: list[Mention] = []
    for index, mention in enumerate(mentions):
        if mention.kind in _NAMED and not (mention.kind == "record" and mention.targets):
            mention = _identified(mention, _in_bracket(reading.text, rules, mentions, index), "bracket")
        elif mention.kind == "decision" and not mention.targets and done:
            mention = _printed_in(reading.text, done[-1], mention)
        done.append(mention)
    return done


def _in_bracket(text: str, rules: ModuleType, mentions: Sequence[Mention], index: int) -> list[Mention]:
    end = mentions[index].end
    for following in mentions[index + 1 : index + 3]:
        named = following.kind in _TARGETED and following.targets and following.start - end <= _REACH
        if named and rules.BEFORE_BRACKETED.fullmatch(text, end, following.start):
            return [following]
    return []


def _printed_in(text: str, before: Mention, mention: Mention) -> Mention:
    if before.kind == "symbol" and text[before.end : mention.start] in ("，", ",", ", "):
        return mention._replace(targets=before.targets, rule="printed-in", reason=None)
    return mention


def bind_dates(reading: Reading, rules: ModuleType, mentions: Sequence[Mention]) -> list[Mention]:
    """Give a mention without a date the one in the bracket after it, or of the act that made the document.

    Must bind: 第40号一般性建议(2024年); 2012年5月，大会通过了…第66/261号决议. Must not bind: the year in which a State
    ratified a treaty of another year.
    """
    done: list[Mention] = []
    for mention in mentions:
        dated = _with_date(reading, rules, mention)
        if done and dated.date is None and _same_act(reading.text, rules, done[-1], dated):
            dated = dated._replace(date=done[-1].date)
        done.append(dated)
    return _dated_by_demonstratives(reading, rules, done)


def _same_act(text: str, rules: ModuleType, first: Mention, second: Mention) -> bool:
    """Tell whether one act made both: 2010年通过《甲》和《乙》. What the registry dates has a date of its own."""
    made = first.date is not None and first.kind == second.kind == "instrument" and second.instrument is None
    start = max(0, first.start - _NEAR)
    return bool(
        made
        and rules.SIBLINGS.fullmatch(text, first.end, second.start)
        and rules.ADOPTING.search(text, start, first.start)
    )


def _dated_by_demonstratives(reading: Reading, rules: ModuleType, mentions: list[Mention]) -> list[Mention]:
    """Date what is said to have been adopted right after a demonstrative: 该决议草案在2014年3月…获得通过."""
    for index, mention in enumerate(mentions):
        if mention.kind != "anaphora" or mention.date is not None:
            continue
        match = rules.ADOPTED_AFTER.match(reading.text, mention.end)
        if match is None:
            continue
        date = rules.iso_date(match["date"])
        mentions[index] = mention._replace(date=date)
        before = mentions[index - 1]
        same = index and (before.name, before.targets) == (mention.name, mention.targets)
        if same and before.date is None and before.start >= reading.sentence(mention.start)[0]:
            mentions[index - 1] = before._replace(date=date)
    return mentions


def _with_date(reading: Reading, rules: ModuleType, mention: Mention) -> Mention:
    if mention.date is not None or mention.kind not in _DATED:
        return mention
    match = rules.DATE_IN_BRACKET.match(reading.text, mention.end)
    if match is None:
        start = mention.start if mention.phrase is None else mention.phrase
        if rules.ADOPTING.search(reading.text, max(0, start - _NEAR), start):
            match = rules.ADOPTED_BEFORE.search(reading.text, reading.sentence(start)[0], start)
    date = rules.iso_date(match["date"]) if match else _date_of_event(reading, rules, mention)
    known = instruments()[mention.instrument].date if mention.instrument else date
    return mention._replace(date=date) if date and known and known[:4] == date[:4] else mention


def _date_of_event(reading: Reading, rules: ModuleType, mention: Mention) -> str | None:
    """The date of the event whose outcome a sentence names, where the sentence before tells one date and no other."""
    if mention.kind not in _OUTCOMES:
        return None
    start, _ = reading.sentence(mention.start)
    block = reading.block(mention.start)
    if start <= block.body or rules.OUTCOME_OF_EVENT.match(reading.text, start, mention.start) is None:
        return None
    told = {match[0] for match in rules.ANY_DATE.finditer(reading.text, reading.sentence(start - 1)[0], start)}
    return rules.iso_date(told.pop()) if len(told) == 1 else None


def bind_pinpoints(reading: Reading, rules: ModuleType, mentions: Sequence[Mention]) -> list[Mention]:
    """Give each mention the part of its document that is named right after it.

    In a footnote or bracket commas join the parts (第一章，决议1，附件一和二); in running text they do not. A number
    inside such a part (第一章，第1号决议) is no citation of its own.
    """
    done: list[Mention] = []
    reached = 0
    for mention in mentions:
        if mention.start < reached and not mention.targets and mention.kind in _NUMBERED:
            continue
        match = _pinpoint(reading, rules, mention)
        if match is not None:
            mention = mention._replace(pinpoint=match["part"])
            reached = match.end()
        done.append(mention)
    return done


def _pinpoint(reading: Reading, rules: ModuleType, mention: Mention) -> re.Match[str] | None:
    if mention.kind in ("url", "self") or reading.text[mention.end : mention.end + 1] not in rules.PINPOINT_STARTS:
        return None
    apart = reading.locate(mention.start).footnote is not None or _is_in_bracket(reading.text, mention.start)
    pattern: re.Pattern[str] = rules.PINPOINT_CHAIN if apart else rules.PINPOINT
    text, end = reading.text, mention.end
    match = pattern.match(text, end) or rules.PINPOINT_APART.match(text, end)
    match = match or rules.PINPOINT_IN_BRACKET.match(text, end)
    if match is None and mention.kind in ("instrument", "record") and (bracket := rules.BRACKET_AFTER.match(text, end)):
        return pattern.match(text, bracket.end())
    if match is None and apart and text[end : end + 1] == ")":
        return pattern.match(text, end + 1)
    return match


def _is_in_bracket(text: str, offset: int) -> bool:
    low = max(0, offset - _REACH)
    return text.rfind("(", low, offset) > text.rfind(")", low, offset)
