"""What a document holds beside its ties: citations not resolved, what is odd about others, and acts."""

from dataclasses import dataclass

__all__ = ["Act", "Finding", "Unresolved"]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A citation of which it is not known what it cites.

    Attributes:
        iri: IRI of the citation.
        document: Key of the document in which it stands.
        kind: Kind of the citation, as in the records.
        name: Name of what it cites, where the text gives one.
        verb: The citing word as printed.
        function: One of the closed list of functions.
        paragraph: Label of the paragraph.
        place: preambular, operative, numbered, heading, footnote, link, header or other.
        exact: The words.
        sentence: The sentence around them.
        language: Language of the words.
        start: First code point of the words in the source.
        end: One past the last.
        candidates: Symbols that it may denote, in their order.
        reason: Why it could not be resolved.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
    """

    iri: str
    document: str
    kind: str
    name: str | None
    verb: str | None
    function: str
    paragraph: str | None
    place: str | None
    exact: str
    sentence: str
    language: str | None
    start: int
    end: int
    candidates: tuple[str, ...]
    reason: str | None
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd about a citation that a reader should check.

    Attributes:
        iri: IRI of the finding.
        document: Key of the document in which it stands.
        kind: link-contradicts-text, year-does-not-fit, later-than-document or cites-itself.
        said: Symbols that the words denote as printed, in their order.
        other: Symbols that contradict them.
        date: ISO date said that does not fit; None where it is no date.
        allowed: Time into which it would have to fall, as in the records.
        link: The link that contradicts the words, as printed.
        paragraph: Label of the paragraph.
        place: preambular, operative, numbered, heading, footnote, link, header or other.
        exact: The words.
        sentence: The sentence around them.
        language: Language of the words.
        start: First code point of the words in the source.
        end: One past the last.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
    """

    iri: str
    document: str
    kind: str
    said: tuple[str, ...]
    other: tuple[str, ...]
    date: str | None
    allowed: str | None
    link: str | None
    paragraph: str | None
    place: str | None
    exact: str
    sentence: str
    language: str | None
    start: int
    end: int
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a resolution: who asks what of whom.

    Attributes:
        iri: IRI of the mandate.
        document: Key of the resolution.
        paragraph: Label of the paragraph.
        verb: The act as printed.
        addressees: Entity ids asked to act.
        concerns: Entity ids spoken of.
        what: The clause as printed.
        due: Session or ISO date asked for.
        due_body: Entity id of the body to which it is due.
        report: Whether a report is asked for.
        exact: The words that prove it.
        sentence: The sentence around them.
        language: Language of the words.
        start: First code point of the words in the source.
        end: One past the last.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
    """

    iri: str
    document: str
    paragraph: str | None
    verb: str | None
    addressees: tuple[str, ...]
    concerns: tuple[str, ...]
    what: str | None
    due: str | None
    due_body: str | None
    report: bool
    exact: str
    sentence: str
    language: str | None
    start: int
    end: int
    rule: str | None
    confidence: float | None
