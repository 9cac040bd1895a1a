"""The records that extraction gives, from which everything else is built."""

from dataclasses import dataclass, field

__all__ = [
    "Abbreviation",
    "Activity",
    "Actor",
    "Citation",
    "DocumentRecord",
    "Extraction",
    "Finding",
    "Mandate",
    "Span",
]


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand: half-open, in code points of the source text, with the sentence around them.

    Attributes:
        start: First code point in the source.
        end: One past the last.
        text: ``source[start:end]``.
        sentence_start: First code point of the sentence (of the block for a block without sentences).
        sentence_end: One past its last.
        exact: The words on one line, without footnote markers and what a page break put between.
        sentence: The sentence in the same form; of a very long one the part around the words.
    """

    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    exact: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of one document (of one document with two symbols, where the symbol is double).

    Attributes:
        span: The words, without footnote marker and pinpoint.
        kind: resolution, decision, symbol, url, instrument, record, recommendation, anaphora, other-org, self.
        targets: Canonical symbols; several only for a double symbol; empty where it cannot be resolved.
        part: Letter part of a resolution, or the number of a decision inside its document.
        name: Full normalised name of an instrument.
        instrument: Id in the registry of instruments, where it is known.
        issuer: Entity id of the issuing body.
        date: ISO date at the precision of the text.
        verb: The citing word as printed.
        function: One of the closed list of functions.
        pinpoint: Part of the target as printed, without blanks.
        portion: The same taken apart: each portion of the target as the fragment of an IRI.
        paragraph: Label of the paragraph in which it stands.
        place: preambular, operative, numbered, heading, footnote, link, header or other.
        footnote: Marker of the footnote in which it stands.
        footnote_ref: Marker attached to it in running text.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
        candidates: Symbols that it may denote, where it could not be resolved.
        reason: Why it could not be resolved, or what is odd about it.
    """

    span: Span
    kind: str
    targets: tuple[str, ...] = ()
    part: str | None = None
    name: str | None = None
    instrument: str | None = None
    issuer: str | None = None
    date: str | None = None
    verb: str | None = None
    function: str = "cites"
    pinpoint: str | None = None
    portion: tuple[str, ...] = ()
    paragraph: str = "0"
    place: str = "other"
    footnote: str | None = None
    footnote_ref: str | None = None
    rule: str = ""
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of an actor.

    Attributes:
        span: The words.
        entity: Stable id, the same in every document and language; None where it is left unresolved.
        name: Official name in the language of the document.
        name_en: Official name in English, where known.
        actor_type: Type of the actor in the registry's closed list.
        form: full or abbrev.
        defines: Whether it stands in a declaration of its short form.
        role: sponsor, addressee, place, participant or None.
        paragraph: Label of the paragraph in which it stands.
        place: As of a citation.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
        candidates: Entity ids that it may denote, where it could not be resolved.
    """

    span: Span
    entity: str | None
    name: str
    name_en: str | None
    actor_type: str
    form: str = "full"
    defines: bool = False
    role: str | None = None
    paragraph: str = "0"
    place: str = "other"
    rule: str = ""
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """The declaration of a short form: ``full(abbrev)``; the span covers both."""

    span: Span
    full: str
    abbrev: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Mandate:
    """One act of a resolution: who does what towards whom.

    Attributes:
        span: The clause.
        paragraph: ``p1`` … for preambular, ``1`` … for operative paragraphs.
        verb: The act as printed (欢迎, 又鼓励).
        addressees: Entity ids asked to act; empty for verbs that ask nothing of anybody.
        concerns: Entity ids spoken of.
        what: The clause as printed, without blanks at line breaks.
        due: The session (``79``) or ISO date asked for.
        due_body: Entity id of the body to which it is due.
        report: Whether a report is asked for.
    """

    span: Span
    paragraph: str
    verb: str
    addressees: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    what: str = ""
    due: str | None = None
    due_body: str | None = None
    report: bool = False


@dataclass(frozen=True, slots=True)
class Activity:
    """What several actors do together, as one clause of a report says.

    Attributes:
        span: The clause.
        participants: Entity ids, each with its role: lead, partner, supporter, host or recipient.
        kind: organizes, consults, cooperates, supports, attends, signs, agrees, launches, produces, publishes,
            trains, informs, sends-mission or carries-out.
        verb: The act as printed.
        what: The clause from the verb on, as printed.
        time: ISO date at the precision of the text; ``from/to`` for a period, ``from/..`` for one still open.
        state: Entity id of the State in which it takes place.
        location: The place as printed.
        headings: The headings under which it stands, the outermost first.
        paragraph: Label of the paragraph in which it stands.
        modality: done or planned.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
    """

    span: Span
    participants: dict[str, str]
    kind: str
    verb: str
    what: str
    time: str | None = None
    state: str | None = None
    location: str | None = None
    headings: tuple[str, ...] = ()
    paragraph: str = "0"
    modality: str = "done"
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What a document says of itself.

    Attributes:
        symbol: First symbol, None where neither text nor name gives it.
        symbols: All symbols; both of a double one.
        symbol_source: text (the masthead, or the document's own number), header, link (its own address), given (by
            the name of the file); inferred where only the series is known; None where nothing is.
        language: Language code.
        body: Entity id of the organ.
        committee: Entity id of the committee.
        session: Number of the session; None for the Security Council, which has years.
        agenda_items: As printed: ``126``, ``71(b)``.
        document_type: resolution, draft-resolution, report-sg, report, decision, letter, note, … .
        title: Without blanks at line breaks.
        date: ISO date. Of an adopted text the day of its adoption, of a letter the day that it bears, of a record
            the day of the meeting; of every other document, a draft included, the day of its issue.
        meeting: The meeting line as printed, without blanks.
        sponsors: Entity ids, those who joined by an addendum included.
        author: Entity id of whoever reports or proposes (``sg``), or writes a letter (the State of a representative).
        draft_symbols: Symbols of the drafts from which it comes.
        counts: preambular_paragraphs, operative_paragraphs, numbered_paragraphs, footnotes; None where the
            kind of document has none.
        headings: Headings in order.
        symbol_confidence: Between 0 and 1: how sure the symbol is, or the series where there is no symbol.
        symbol_series: Beginning of the symbol as far as it can be told, where the symbol is not known: ``A/C.3/78/L.``.
        symbol_conflicts: What speaks against the symbol: ``<way> <other symbol>``, ``session <number>``.
        year: Year by which its organ counts its documents, as the Security Council does.
        issued: ISO date of issue, printed in the corner of the first page.
        report_symbols: Symbols of the committee's report on which it was adopted.
        answers: Symbols of the resolutions and decisions that it says it answers.
    """

    symbol: str | None
    symbols: tuple[str, ...]
    symbol_source: str | None
    language: str
    body: str | None = None
    committee: str | None = None
    session: int | None = None
    agenda_items: tuple[str, ...] = ()
    document_type: str | None = None
    title: str | None = None
    date: str | None = None
    meeting: str | None = None
    sponsors: tuple[str, ...] = ()
    author: str | None = None
    draft_symbols: tuple[str, ...] = ()
    counts: dict[str, int | None] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    symbol_confidence: float | None = None
    symbol_series: str | None = None
    symbol_conflicts: tuple[str, ...] = ()
    year: int | None = None
    issued: str | None = None
    report_symbols: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the audit found odd about a citation; it is reported as printed and never put right.

    Attributes:
        span: The words of the citation; of a link beside it, ``related``.
        kind: ``link-contradicts-text``, ``year-does-not-fit``, ``later-than-document`` or ``cites-itself``.
        said: Symbols that the words denote as printed.
        other: Symbols that contradict them: those of the link, or of the resolution that the number denotes.
        date: ISO date said of what is cited, where it is the date that does not fit.
        allowed: The time into which it would have to fall, as two ISO months or dates with a slash between, ``..``
            for an open beginning.
        related: The words of the other citation: the link.
        paragraph: As of a citation.
        place: As of a citation.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
    """

    span: Span
    kind: str
    said: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    date: str | None = None
    allowed: str | None = None
    related: Span | None = None
    paragraph: str = "0"
    place: str = "other"
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything extracted from one document, each sequence in the order of the text.

    Attributes:
        key: Identity of the document in the graph: its symbol, or ``unidentified/<16 hex digits>``.
        name: Name of the source.
        digest: SHA-256 of the source bytes, in hex.
        source: The source text, out of which the spans cut their words.
    """

    key: str
    name: str
    digest: str
    document: DocumentRecord
    citations: tuple[Citation, ...]
    actors: tuple[Actor, ...]
    abbreviations: tuple[Abbreviation, ...]
    mandates: tuple[Mandate, ...]
    findings: tuple[Finding, ...] = ()
    activities: tuple[Activity, ...] = ()
    source: str = ""
