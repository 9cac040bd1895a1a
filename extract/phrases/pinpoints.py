"""Parts of a document named before it or after it: paragraph 5 of resolution 57/32, annex."""

from dataclasses import replace

from extract.mention import Mention
from extract.phrases.rules import PhraseRules

__all__ = ["bind_pinpoints"]

_REACH = 120


def bind_pinpoints(text: str, rules: PhraseRules, mentions: list[Mention]) -> list[Mention]:
    """Give each mention the part of its document that is named beside it.

    Must bind: paragraphs 9 and 11 of resolution 1807 (2008); Article 51 of the Charter; A/65/5, para. 12. Must not
    bind: a paragraph of another document named in between.

    Args:
        text: Canonical text with even apostrophes.
        rules: Rules of the language.
        mentions: Mentions sorted by start.

    Returns:
        The mentions in the same order.
    """
    return [_with_pinpoint(text, rules, mention) for mention in mentions]


def _with_pinpoint(text: str, rules: PhraseRules, mention: Mention) -> Mention:
    if mention.kind in ("url", "self") or mention.pinpoint is not None:
        return mention
    after = rules.pinpoint_after.match(text, mention.end)
    if after is not None:
        return replace(mention, pinpoint=_squeezed(after["part"]))
    start = mention.start if mention.phrase is None else mention.phrase
    before = rules.pinpoint_before.search(text, max(0, start - _REACH), start)
    return replace(mention, pinpoint=_squeezed(before["part"])) if before else mention


def _squeezed(part: str) -> str:
    return "".join(part.split())
