"""What stands beside a citation by name and tells which document it is: a bracket, or the footnote that it calls."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpus.document import Footnote
from extract.mention import Mention
from extract.phrases.number_rules import NumberRules
from extract.reading import Reading
from ontology.instruments import instruments

__all__ = ["BindingRules", "bind_brackets", "bind_dates", "bind_footnotes", "binding_rules"]

_NAMED = ("instrument", "record", "recommendation")
_TARGETED = ("resolution", "decision", "symbol")
_MARKS = " ,.;:)]”»\"'،؛"
_REACH = 240
_BY_DATE = "statement-by-date"
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True, eq=False)
class BindingRules:
    """The patterns of one language.

    Attributes:
        bracket: What stands between a name and the document in the bracket after it.
        described: A document that is only described (the report of the Secretary-General), as it begins.
        see: The word for "see" at the head of a footnote.
    """

    bracket: re.Pattern[str]
    described: re.Pattern[str]
    see: re.Pattern[str]


def binding_rules(data: Mapping[str, Any]) -> BindingRules:
    """Make the rules.

    Args:
        data: The part ``binding`` of a language's file of citation words.

    Returns:
        The rules.
    """
    return BindingRules(
        bracket=re.compile(rf" ?\((?:(?:{data['document']}) )?"),
        described=re.compile(rf"(?<!\w)(?:{data['described'] or _NEVER})(?!\w)"),
        see=re.compile(rf"(?:(?:{data['see']}) )?"),
    )


def bind_brackets(text: str, rules: BindingRules, mentions: Sequence[Mention]) -> list[Mention]:
    """Give what is named but not known the document in the bracket right after it.

    Must bind: the Political Declaration (resolution 66/288, annex); Supplement No. 5 (A/65/5). Must not bind: a name
    that the registry knows; (see A/65/5). A statement by date with its symbol beside it is known by that alone.

    Args:
        text: Canonical text with even apostrophes.
        rules: Rules of the language.
        mentions: Mentions sorted by start.

    Returns:
        The mentions in the same order.
    """
    done = list(mentions[-1:])
    for mention, following in reversed(list(pairwise(mentions))):
        if _is_open(mention) and following.kind in _TARGETED and following.targets:
            start = following.start if following.phrase is None else following.phrase
            after = _after_date(text, mention, start)
            if rules.bracket.fullmatch(text, after, start):
                if mention.rule == _BY_DATE:
                    continue
                mention = _taking(mention, following, "bracket")
        done.append(mention)
    return done[::-1]


def _is_open(mention: Mention) -> bool:
    """Tell whether a mention names a document that is not known by its name."""
    return mention.kind in _NAMED and not mention.targets


def _after_date(text: str, mention: Mention, start: int) -> int:
    """Give the end of a dated statement with its date, which stands between it and the bracket."""
    if mention.rule != _BY_DATE:
        return mention.end
    bracket = text.rfind(" (", mention.end, start)
    return bracket if bracket >= 0 else mention.end


def _taking(mention: Mention, document: Mention, rule: str) -> Mention:
    return mention._replace(targets=document.targets, part=document.part or mention.part, rule=f"{mention.rule}+{rule}",
        pending=False, reason=None,
    )  # fmt: skip


def bind_dates(text: str, numbers: NumberRules, mentions: Sequence[Mention]) -> list[Mention]:
    """Give a name the date that stands after it: the Geneva Convention of 12 August 1949.

    A year that contradicts the registry is that of something else.

    Args:
        text: Canonical text with even apostrophes.
        numbers: Rules of the language for numbers, which know its dates.
        mentions: Mentions sorted by start.

    Returns:
        The mentions in the same order.
    """
    return [_with_date(text, numbers, mention) for mention in mentions]


def _with_date(text: str, numbers: NumberRules, mention: Mention) -> Mention:
    if mention.kind not in ("instrument", "recommendation") or mention.date is not None:
        return mention
    match = numbers.date_tail.match(text, mention.end)
    said = numbers.iso_date(match["date"] if match else text[mention.start : mention.end])
    known = instruments()[mention.instrument].date if mention.instrument else None
    return mention._replace(date=said) if said and (known is None or known[:4] == said[:4]) else mention


def bind_footnotes(
    reading: Reading, text: str, rules: BindingRules, numbers: NumberRules, mentions: Sequence[Mention]
) -> list[Mention]:
    """Give each mention the footnote that it calls, and one that is only named the document that its footnote cites.

    A document that is only described (the report of the Secretary-General) becomes a mention where its footnote
    cites one document alone.

    Args:
        reading: The document.
        text: Its canonical text with even apostrophes.
        rules: Rules of the language.
        numbers: Its rules for numbers, which know body and date behind them.
        mentions: Mentions sorted by start.

    Returns:
        All mentions, sorted by start.
    """
    if not reading.document.markers:
        return list(mentions)
    notes = {(note.label, offset): note for note in reading.document.footnotes for offset in note.markers}
    bound, described = list(mentions), []
    owners = {each.end: index for index, each in enumerate(bound)}
    owners |= {numbers.behind(text, each.end): index for index, each in enumerate(bound)}
    for marker in reading.document.markers:
        note = notes.get((marker.label, marker.offset))
        cited = _cited(text, rules, note, mentions) if note else None
        end = _before_marks(text, marker.offset)
        owner = owners.get(end)
        if owner is None or (cited is not None and bound[owner].kind in _TARGETED):
            phrase = _described(reading, text, rules, marker.offset) if cited is not None else None
            if (
                cited is not None
                and phrase is not None
                and cited.targets != (owner is not None and bound[owner].targets)
            ):
                described.append(_description(text, phrase, cited, marker.label))
                continue
        if owner is not None:
            named = bound[owner]._replace(footnote_ref=marker.label)
            bound[owner] = _taking(named, cited, "footnote") if cited is not None and _is_open(named) else named
    free = [each for each in described if not any(m.start < each.end and each.start < m.end for m in bound)]
    return sorted([*bound, *free], key=lambda mention: mention.start)


def _cited(text: str, rules: BindingRules, note: Footnote, mentions: Sequence[Mention]) -> Mention | None:
    """Give the document that a footnote cites at its head, None where it does not begin so or cites others too."""
    low = bisect_left(mentions, note.start, key=lambda each: each.start)
    high = bisect_left(mentions, note.end, low, key=lambda each: each.start)
    inside = [each for each in mentions[low:high] if each.end <= note.end and each.kind in _TARGETED]
    main = [each for each in inside if each.rule != "symbol-suffix"]
    if len(main) != 1 or not main[0].targets:
        return None
    start = main[0].start if main[0].phrase is None else main[0].phrase
    opening = rules.see.match(text, note.start)
    return main[0] if opening is not None and start <= opening.end() else None


def _before_marks(text: str, offset: int) -> int:
    return len(text[max(0, offset - _REACH) : offset].rstrip(_MARKS)) + max(0, offset - _REACH)


def _described(reading: Reading, text: str, rules: BindingRules, offset: int) -> tuple[int, int] | None:
    """Give the last description of a document in the sentence before a marker, and nothing of another one after it."""
    low = max(reading.sentence(max(0, offset - 1))[0], offset - _REACH)
    found = list(_spans(text, rules, low, offset))
    return found[-1] if found else None


def _spans(text: str, rules: BindingRules, low: int, high: int) -> Iterator[tuple[int, int]]:
    for match in rules.described.finditer(text, low, high):
        if not re.search(r"[;:()\n]", text[match.end() : high].rstrip(_MARKS)):
            yield match.span()


def _description(text: str, span: tuple[int, int], cited: Mention, label: str) -> Mention:
    return Mention(
        *span, "record", "described+footnote", name=text[span[0] : span[1]], targets=cited.targets, part=cited.part,
        footnote_ref=label, confidence=0.9,
    )  # fmt: skip
