"""The audit of citations: links, years and dates that contradict them, and documents that cite themselves."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from extract.audit_links import contradictions
from extract.reading import Reading
from extract.records import Citation, DocumentRecord, Finding
from ontology.symbol_resolution import resolution
from ontology.symbol_times import Times, times
from ontology.symbol_years import resolution_months, security_council_year, security_council_years

__all__ = ["audit", "doubted"]

_ACTS = frozenset({"resolution", "decision"})
_TIMED = frozenset({*_ACTS, "symbol", "url"})
_RUNNING_TEXT = frozenset({"preambular", "operative", "numbered", "footnote"})
_OWN_NUMBER = frozenset({"running-header", "own-number"})
_LATER = "later-than-document"
_ASSEMBLY = "ga"
_SECURITY_COUNCIL = "sc"
# Within so many characters before the words or after them a date is surely theirs.
_BEFORE = 80
_AFTER = 40
_NUMBER_WITH_YEAR = re.compile(r"(\d{1,4})[A-Za-z]? ?\(((?:19|20)\d\d)\)")
_DOUBT = {
    "year-of-number": (0.5, "the year is not that of the number"),
    "date-of-session": (0.7, "the date is not one of the session or year in the number"),
}


def audit(reading: Reading, document: DocumentRecord, citations: Sequence[Citation]) -> tuple[Finding, ...]:
    """Find what is odd about the citations of a document; nothing is put right.

    - ``link-contradicts-text``: see `extract.audit_links.contradictions`.
    - ``year-does-not-fit``: the year in brackets is not that of the number of a Security Council resolution, or the
      date right beside a resolution lies outside the session or year in its number. Special and emergency special
      sessions are left alone: they resume for years.
    - ``later-than-document``: what is cited cannot have been there when the document was made. What the document is
      dated by is its own date, or else the end of its session or of the year in its symbol; a corrigendum, addendum or
      revision without a date may be of any later time. Both ends of a session are generous by a month. A line that
      holds nothing else does not count: it is the head of the next document of a volume.
    - ``cites-itself``: running text cites the document under its own symbol; headings and headers (a symbol at the edge
      of a printed line may be one) do not count, nor does another part of the same resolution.

    Args:
        reading: The document.
        document: What it says of itself.
        citations: Its citations, sorted by start.

    Returns:
        The findings in the order of the text, at most one for a citation.

    Example:
        >>> from corpus import read_text
        >>> from extract.citations import find_citations
        >>> from extract.masthead import masthead
        >>> reading = Reading(read_text("大会，\\n回顾其2003年11月19日第57/32号决议，\\n", "a.txt"))
        >>> record = masthead(reading, "a.txt")
        >>> found = audit(reading, record, find_citations(reading, record))
        >>> [(each.kind, each.date, each.allowed) for each in found]
        [('year-does-not-fit', '2003-11-19', '2002-09/2003-09')]
    """
    source = reading.document.source
    found = {(each.span.start, each.span.end): each for each in contradictions(citations, source)}
    accused = {(each.related.start, each.related.end) for each in found.values() if each.related is not None}
    latest = _latest(document)
    for citation in citations:
        place = (citation.span.start, citation.span.end)
        if place not in accused and place not in found and (odd := _look(citation, document, latest, source)):
            found[place] = odd
    return tuple(found[place] for place in sorted(found))


def _look(citation: Citation, document: DocumentRecord, latest: str | None, source: str) -> Finding | None:
    if citation.kind == "self":
        return _self(citation, document, source)
    if citation.kind not in _TIMED:
        return None
    # Of a double symbol the first tells the time.
    about = times(citation.targets[0]) if citation.targets else None
    if citation.date is not None and not _is_dated_beside(citation, source):
        citation = replace(citation, date=None)
    odd = _year(citation, about)
    if odd is None and (later := _later(citation, about, document, latest)) and not _is_header(citation, source):
        return later
    return odd


def doubted(citations: Sequence[Citation], findings: Sequence[Finding]) -> tuple[Citation, ...]:
    """Mark the citations whose year or date does not fit.

    A number with the year of another stays as it was read: unresolved, or, as a symbol, with the symbol as printed. The
    resolution that the number denotes becomes a candidate, and the confidence sinks. A date outside the session lowers
    the confidence alone.

    Args:
        citations: The citations of a document.
        findings: What the audit found about them.

    Returns:
        The citations in the same order.

    Example:
        >>> from corpus import read_text
        >>> from extract import extract
        >>> found = extract(read_text("大会，\\n回顾安全理事会第1325(2001)号决议，\\n", "a.txt")).citations[0]
        >>> found.targets, found.candidates, found.reason
        ((), ('S/RES/1325(2000)',), 'the year is not that of the number')
    """
    odd = {(each.span.start, each.span.end): each for each in findings if each.rule in _DOUBT}
    if not odd:
        return tuple(citations)
    return tuple(_marked(citation, odd.get((citation.span.start, citation.span.end))) for citation in citations)


def _marked(citation: Citation, finding: Finding | None) -> Citation:
    if finding is None:
        return citation
    confidence, reason = _DOUBT[finding.rule]
    return replace(
        citation,
        confidence=min(citation.confidence, confidence),
        candidates=tuple(dict.fromkeys((*citation.candidates, *finding.other))),
        reason=reason if citation.reason is None or finding.rule == "year-of-number" else citation.reason,
    )


def _year(citation: Citation, about: Times | None) -> Finding | None:
    """Look at the year in brackets, then at the date."""
    return _year_of_number(citation, about) or _date_of_session(citation, about)


def _year_of_number(citation: Citation, about: Times | None) -> Finding | None:
    if about is not None:
        number, year = (about.number, about.year) if about.is_act and about.body == _SECURITY_COUNCIL else (None, None)
    elif citation.kind == "resolution" and citation.issuer == _SECURITY_COUNCIL:
        number, year = _printed(citation)
    else:
        return None
    if number is None or year is None:
        return None
    years = security_council_years(number)
    if years is None or years[0] <= year <= years[1]:
        return None
    fitting = resolution(_SECURITY_COUNCIL, number) if security_council_year(number) else None
    return _odd(
        citation,
        "year-does-not-fit",
        "year-of-number",
        0.95,
        said=(f"S/RES/{number}({year})",),
        other=(str(fitting),) if fitting else (),
        allowed=f"{years[0]}/{years[1]}",
    )


def _printed(citation: Citation) -> tuple[int | None, int | None]:
    match = _NUMBER_WITH_YEAR.search(unicodedata.normalize("NFKC", citation.span.exact))
    return (int(match[1]), int(match[2])) if match else (None, None)


def _date_of_session(citation: Citation, about: Times | None) -> Finding | None:
    months = about.adopted if about is not None and citation.kind in _ACTS else None
    if months is None or citation.date is None:
        return None
    if not (_is_after(months[0], citation.date) or _is_after(citation.date, months[1])):
        return None
    return _odd(
        citation, "year-does-not-fit", "date-of-session", 0.9, date=citation.date, allowed=f"{months[0]}/{months[1]}"
    )


def _later(citation: Citation, about: Times | None, document: DocumentRecord, latest: str | None) -> Finding | None:
    """Look whether what is cited was there when the document was made."""
    if latest is None:
        return None
    allowed = f"../{latest}"
    if citation.date and citation.kind in _ACTS and _is_after(citation.date, latest):
        return _odd(citation, _LATER, "date-after-document", 0.9, date=citation.date, allowed=allowed)
    if about is None:
        return None
    if about.earliest is not None and _is_after(about.earliest, latest):
        return _odd(citation, _LATER, "target-after-document", 0.9, allowed=allowed)
    if document.date is None and _is_of_later_session(about, document):
        return _odd(citation, _LATER, "session-after-document", 0.8, allowed=allowed)
    return None


def _latest(document: DocumentRecord) -> str | None:
    """Give the date of the document, or else the last month in which it can have been made."""
    if document.date is not None:
        return document.date
    own = [about for symbol in document.symbols if (about := times(symbol)) is not None]
    if any(about.has_suffix for about in own):
        return None
    years = [f"{about.year}-12" for about in own if about.year is not None]
    if years:
        return min(years)
    months = resolution_months(document.body or "", document.session) if document.session is not None else None
    return months[1] if months else None


def _is_of_later_session(about: Times, document: DocumentRecord) -> bool:
    """Tell whether a document of a session of the Assembly cites an act of a later one."""
    if not about.is_act or about.body != _ASSEMBLY or document.body != _ASSEMBLY:
        return False
    return about.session is not None and document.session is not None and about.session > document.session


def _self(citation: Citation, document: DocumentRecord, source: str) -> Finding | None:
    running = citation.place in _RUNNING_TEXT and citation.rule not in _OWN_NUMBER
    if not running or citation.part is not None or _is_header(citation, source):
        return None
    # A report may well print its own symbol when it speaks of itself; an act that recalls itself is a slip.
    confidence = 0.9 if document.document_type in _ACTS else 0.6
    return _odd(citation, "cites-itself", "own-symbol", confidence, other=document.symbols)


def _is_dated_beside(citation: Citation, source: str) -> bool:
    """Tell whether the year of the date stands near the words; farther off it may be that of another document."""
    start, end = citation.span.start, citation.span.end
    around = f"{source[max(0, start - _BEFORE) : start]} {source[end : end + _AFTER]}"
    if citation.date is None:
        return False
    year = citation.date[:4]
    return year in around or year in unicodedata.normalize("NFKC", around)


def _is_header(citation: Citation, source: str) -> bool:
    """Tell whether the words may be a head: a line of their own, or a symbol at the edge of a line.

    Some sources print symbol and title of the document on one line at the head of each page, amid the text.
    """
    if citation.kind == "url":
        return False
    before = source[source.rfind("\n", 0, citation.span.start) + 1 : citation.span.start].strip()
    after = source[citation.span.end :].partition("\n")[0].strip()
    return not (before and after) if citation.rule.startswith("symbol") else not (before or after)


def _odd(
    citation: Citation,
    kind: str,
    rule: str,
    confidence: float,
    *,
    said: tuple[str, ...] = (),
    other: tuple[str, ...] = (),
    date: str | None = None,
    allowed: str | None = None,
) -> Finding:
    return Finding(
        span=citation.span,
        kind=kind,
        said=said or citation.targets,
        other=other,
        date=date,
        allowed=allowed,
        paragraph=citation.paragraph,
        place=citation.place,
        rule=rule,
        confidence=min(confidence, citation.confidence),
    )


def _is_after(first: str, second: str) -> bool:
    """Tell whether one ISO date is later than another at the precision that both have."""
    length = min(len(first), len(second))
    return first[:length] > second[:length]
