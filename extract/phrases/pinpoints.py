"""Parts of a document named before it or after it: paragraph 5 of resolution 57/32, annex."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.languages.wordlists import any_of
from extract.mention import Mention
from extract.phrases.number_rules import NumberRules

__all__ = ["PartRules", "bind_pinpoints", "part_rules"]

_REACH = 120


@dataclass(frozen=True, slots=True, eq=False)
class PartRules:
    """The patterns of one language.

    Attributes:
        before: A ``part`` of the document named after it, up to its end.
        after: A ``part`` of the document named before it.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]


def part_rules(data: Mapping[str, list[str]]) -> PartRules:
    """Make the rules.

    Args:
        data: The part ``parts`` of a language's file of citation words.

    Returns:
        The rules.
    """
    # Some languages print a letter with its closing bracket alone: párrafo 2 e).
    lettered = r" ?(?:\([a-z0-9]{1,4}\)|[a-z]\)|\(\w{1,2}\))"
    label = (
        rf"(?:\d{{1,3}}(?!\d)(?:[ -](?:{any_of(data['bis'])})|{lettered})*"
        r"|[IVXL]{1,6}(?:\.[A-Z0-9]{1,3})*(?![a-z])|[A-Z](?!\w))"
    )
    more = rf"(?:(?:{any_of(data['joints'])}){label})*"
    unit = rf"(?:(?:{any_of(data['units'])}) ?{label}{more}|(?:{any_of(data['bare_units'])})(?!\w))"
    chain = rf"(?<!\w){unit}(?:,? (?:{any_of(data['inner'])})?{unit})*"
    of = any_of(data["of_document"])
    return PartRules(
        before=re.compile(rf"(?P<part>{chain})(?:{of})\Z"),
        # A part that is said to be of something else is not of the document before it.
        after=re.compile(rf"(?:\)?,)? \(?(?>(?P<part>{chain}))(?!{of})"),
    )


def bind_pinpoints(text: str, rules: PartRules, numbers: NumberRules, mentions: list[Mention]) -> list[Mention]:
    """Give each mention the part of its document that is named beside it.

    Must bind: paragraphs 9 and 11 of resolution 1807 (2008); Article 51 of the Charter; A/65/5, para. 12. Must not
    bind: a paragraph of another document named in between.

    Args:
        text: Canonical text with even apostrophes.
        rules: Rules of the language.
        numbers: Its rules for numbers, which know body and date behind them.
        mentions: Mentions sorted by start.

    Returns:
        The mentions in the same order.
    """
    return [_with_pinpoint(text, rules, numbers, mention) for mention in mentions]


def _with_pinpoint(text: str, rules: PartRules, numbers: NumberRules, mention: Mention) -> Mention:
    if mention.kind in ("url", "self") or mention.pinpoint is not None:
        return mention
    after = rules.after.match(text, mention.end)
    if after is None and mention.number is not None:
        after = rules.after.match(text, numbers.behind(text, mention.end))
    if after is not None:
        return mention._replace(pinpoint=_squeezed(after["part"]))
    start = mention.start if mention.phrase is None else mention.phrase
    before = rules.before.search(text, max(0, start - _REACH), start)
    return mention._replace(pinpoint=_squeezed(before["part"])) if before else mention


def _squeezed(part: str) -> str:
    return "".join(part.split())
