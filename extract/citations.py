"""Citations of a document: found, bound to what stands beside them, resolved, and told what they do."""

from extract.languages import rules
from extract.literal import find_addresses, find_headers, find_symbols, symbols_in
from extract.marked import MarkedReading
from extract.mention import Mention
from extract.phrases.citation_rules import CitationRules
from extract.phrases.citations import PhraseReading
from extract.pinpoints import portions
from extract.reading import Reading
from extract.records import Citation, DocumentRecord, Span

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
    literal = _literal(reading, document)
    words = _in_words(reading, document)
    mentions = words.mentions(literal) if words is not None else literal
    governed = words.governed(mentions) if words is not None else [(None, "cites")] * len(mentions)
    found = [_citation(reading, each, document, word) for each, word in zip(mentions, governed, strict=True)]
    return tuple(
        sorted([*found, *_running_headers(reading)], key=lambda citation: (citation.span.start, citation.span.end))
    )


def _literal(reading: Reading, document: DocumentRecord) -> list[Mention]:
    addresses = find_addresses(reading)
    return [*addresses, *find_symbols(reading, addresses), *find_headers(reading, document.symbols)]


def _in_words(reading: Reading, document: DocumentRecord) -> MarkedReading | PhraseReading | None:
    """Choose by what the language's rules are made for; None where it has none."""
    words = rules(reading.document.language, "citations")
    if words is None:
        return None
    kind = PhraseReading if isinstance(words, CitationRules) else MarkedReading
    return kind(reading, words, document)


def _citation(
    reading: Reading, mention: Mention, document: DocumentRecord, governed: tuple[str | None, str]
) -> Citation:
    location = reading.locate(mention.start)
    verb, function = governed
    own = bool(mention.targets) and all(target in document.symbols for target in mention.targets)
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
