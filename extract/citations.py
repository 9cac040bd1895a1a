"""Citations of a document: found, bound to what stands beside them, resolved, and told what they do."""

from collections.abc import Sequence
from types import ModuleType

from extract.antecedents import find_anaphora, resolve_back
from extract.binding import bind_brackets, bind_dates, bind_footnotes, bind_pinpoints
from extract.governing import GoverningWords, coordinations, govern
from extract.languages import rules
from extract.literal import find_addresses, find_headers, find_symbols, symbols_in
from extract.mention import Mention
from extract.numbered import find_numbered
from extract.pinpoints import portions
from extract.reading import Reading
from extract.records import Citation, DocumentRecord, Span
from extract.titled import find_titled

__all__ = ["find_citations"]


def find_citations(reading: Reading, document: DocumentRecord) -> tuple[Citation, ...]:
    """Find every citation in a document.

    Symbols and addresses are found in any language; what is cited in words, in the languages that have rules.

    Args:
        reading: The document.
        document: What it says of itself.

    Returns:
        The citations in the order of the source; one that cannot be resolved has a reason and no target.

    Example:
        >>> from corpus import read_text
        >>> from extract.masthead import masthead
        >>> reading = Reading(read_text("大会，\\n回顾其2002年11月19日第57/32号决议，\\n", "a.txt"))
        >>> [(found.targets, found.verb, found.date) for found in find_citations(reading, masthead(reading, "a.txt"))]
        [(('A/RES/57/32',), '回顾', '2002-11-19')]
    """
    words = rules(reading.document.language, "citations")
    addresses = find_addresses(reading)
    mentions = [*addresses, *find_symbols(reading, addresses), *find_headers(reading, document.symbols)]
    governing = None
    if words is not None:
        governing = GoverningWords(reading, words)
        mentions += [*find_numbered(reading, words, governing, document.body), *find_titled(reading, words)]
        mentions = _resolve(reading, words, governing, _without_overlaps(_without_subjects(mentions)))
    found = [
        _citation(reading, mention, document, governed)
        for mention, governed in zip(mentions, _governed(reading, words, governing, mentions, document), strict=True)
    ]
    return tuple(
        sorted([*found, *_running_headers(reading)], key=lambda citation: (citation.span.start, citation.span.end))
    )


def _resolve(reading: Reading, words: ModuleType, governing: GoverningWords, mentions: list[Mention]) -> list[Mention]:
    """Bind first, for what a footnote or bracket names needs no antecedent and may be one."""
    mentions = bind_brackets(reading, words, mentions)
    mentions = bind_footnotes(reading, words, governing, mentions)
    mentions = _without_overlaps([*mentions, *find_anaphora(reading, words)])
    return bind_pinpoints(reading, words, bind_dates(reading, words, resolve_back(reading, words, mentions)))


def _without_subjects(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out a quotation that is the title of a numbered document: 题为“…”的第70/1号决议."""
    phrases = [(m.phrase, m.start) for m in mentions if m.phrase is not None and m.phrase < m.start]
    return [
        mention
        for mention in mentions
        if not (mention.rule.startswith("quoted") and any(low < mention.start < high for low, high in phrases))
    ]


def _without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """Sort by start; of two that overlap the longer stays, but members of a range (A至D, Add.1-3) share words."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end or _share_words(kept[-1], mention):
            kept.append(mention)
    return kept


def _share_words(first: Mention, second: Mention) -> bool:
    same = (first.start, first.end, first.rule) == (second.start, second.end, second.rule)
    return same and (first.part, first.targets) != (second.part, second.targets)


def _governed(
    reading: Reading,
    words: ModuleType | None,
    governing: GoverningWords | None,
    mentions: Sequence[Mention],
    document: DocumentRecord,
) -> list[tuple[str | None, str]]:
    """Tell of each mention which word governs it and what it does by that word."""
    if words is None or governing is None:
        return [(None, "cites")] * len(mentions)
    ends = coordinations(reading, words, mentions, governing)
    return [
        govern(reading, words, governing, mention, document.document_type, (mentions[first], mentions[last]))
        for mention, (first, last) in zip(mentions, ends, strict=True)
    ]


def _citation(
    reading: Reading, mention: Mention, document: DocumentRecord, governed: tuple[str | None, str]
) -> Citation:
    location = reading.locate(mention.start)
    verb, function = governed
    own = bool(mention.targets) and set(mention.targets) <= set(document.symbols)
    return Citation(
        span=reading.span(mention.start, mention.end),
        kind="self" if own else mention.kind,
        targets=mention.targets,
        part=mention.part,
        name=mention.name,
        instrument=mention.instrument,
        issuer=mention.issuer,
        date=mention.date,
        verb=verb,
        function=function,
        pinpoint=mention.pinpoint,
        portion=_portion(mention.pinpoint, reading.document.language),
        paragraph=location.paragraph,
        place="heading" if mention.kind == "self" else location.place,
        footnote=location.footnote,
        footnote_ref=mention.footnote_ref,
        rule=mention.rule,
        confidence=mention.confidence,
        candidates=mention.candidates,
        reason=mention.reason,
    )


def _portion(pinpoint: str | None, language: str) -> tuple[str, ...]:
    words = rules(language, "pinpoints") if pinpoint else None
    return portions(pinpoint, words) if pinpoint and words is not None else ()


def _running_headers(reading: Reading) -> list[Citation]:
    """The document's own symbol as it stands at the head of its pages."""
    found = []
    for start, end, text in reading.document.headers:
        symbols = symbols_in(text)
        if symbols:
            span = Span(start, end, text, start, end, text, text)
            found.append(Citation(span, "self", symbols, place="header", rule="running-header"))
    return found
