"""A citation while it is being read: in canonical offsets, before and after resolution."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Mention", "taken_from", "without_overlaps"]

_REFERRING = 0.9


class Mention(NamedTuple):
    """A stretch of the canonical text that cites something; a tuple, for each rule that knows more makes a new one.

    Attributes:
        start: First code point in the canonical text.
        end: One past the last.
        kind: Kind of citation.
        rule: Name of the rule that found it.
        head: Noun by which later words may refer back to it: 决议, 公约.
        number: Number as printed, for what is cited by number.
        targets: Canonical symbols, once resolved.
        part: Letter part of a resolution, or the number of a decision inside its document.
        name: Normalised name of an instrument or record.
        instrument: Id in the registry of instruments.
        issuer: Entity id of the issuing body.
        date: ISO date at the precision of the text.
        pinpoint: Part of the target, as printed.
        footnote_ref: Marker attached to it.
        confidence: Between 0 and 1.
        candidates: Symbols that it may denote.
        reason: Why it is not resolved, or what is odd about it.
        pending: Whether it waits for an antecedent.
        phrase: Where the citing phrase begins, with issuer, date and subject; None where it is the mention itself.
    """

    start: int
    end: int
    kind: str
    rule: str
    head: str | None = None
    number: str | None = None
    targets: tuple[str, ...] = ()
    part: str | None = None
    name: str | None = None
    instrument: str | None = None
    issuer: str | None = None
    date: str | None = None
    pinpoint: str | None = None
    footnote_ref: str | None = None
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()
    reason: str | None = None
    pending: bool = False
    phrase: int | None = None


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Sort mentions by start; of two that overlap the longer stays, but parts of one number (A and B) share words.

    Args:
        mentions: Mentions in any order.

    Returns:
        Those that stay, sorted.

    Example:
        >>> found = [Mention(3, 5, "symbol", "b"), Mention(0, 4, "symbol", "a")]
        >>> [mention.rule for mention in without_overlaps(found)]
        ['a']
    """
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end or _share_words(kept[-1], mention):
            kept.append(mention)
    return kept


def _share_words(first: Mention, second: Mention) -> bool:
    """Tell whether two are members of one range: A至D, Add.1-3."""
    same = (first.start, first.end, first.rule) == (second.start, second.end, second.rule)
    return same and (first.part, first.targets) != (second.part, second.targets)


def taken_from(mention: Mention, antecedent: Mention, rule: str) -> Mention:
    """Give a mention what its antecedent denotes, resolved or not.

    Args:
        mention: What refers back.
        antecedent: What it refers back to.
        rule: Name of the rule that says so.

    Returns:
        The mention with the antecedent's targets or reason, less sure than one that is named.

    Example:
        >>> named = Mention(0, 9, "resolution", "numbered-resolution", targets=("A/RES/57/32",))
        >>> back = taken_from(Mention(20, 24, "anaphora", "demonstrative-alone", pending=True), named, "demonstrative")
        >>> back.targets, back.confidence, back.pending
        (('A/RES/57/32',), 0.9, False)
    """
    return mention._replace(
        targets=antecedent.targets,
        part=antecedent.part,
        name=antecedent.name,
        instrument=antecedent.instrument,
        issuer=antecedent.issuer,
        rule=rule,
        reason=antecedent.reason,
        candidates=antecedent.candidates,
        confidence=min(_REFERRING, antecedent.confidence),
        pending=False,
    )
