"""What a document holds that ties it to nothing: citations not resolved, and acts with what they ask."""

from dataclasses import dataclass

__all__ = ["Act", "Unresolved"]


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
