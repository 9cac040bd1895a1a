"""A statement of the graph and the evidence that proves it."""

from dataclasses import dataclass

__all__ = ["Evidence", "Statement"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a statement.

    Attributes:
        document: Key of the document in which the words stand (`Document.key`).
        start: First code point of the words in the source text.
        end: One past the last code point.
        exact: ``source[start:end]`` with line breaks and the blanks around them taken out.
        sentence: The sentence around the words, in the same form.
        rule: Name of the rule that found them.
        confidence: Between 0 and 1; 1 for what is printed in so many words.
        file: IRI of the source file.
        quote: ``source[start:end]``, line breaks and all.
        prefix: What stands right before it in the source.
        suffix: What stands right after it.
    """

    document: str
    start: int
    end: int
    exact: str
    sentence: str
    rule: str
    confidence: float
    file: str
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Subject, predicate and object, with the evidence for them.

    Attributes:
        subject: IRI.
        predicate: IRI of a term of the vocabulary.
        object: IRI, or the text of a literal.
        evidence: The words that prove it, None for what the source itself gives (its file, its language).
        datatype: IRI of the literal's datatype; None for an IRI or plain text.
        language: Language tag of a literal.
        is_literal: Whether ``object`` is a literal.
    """

    subject: str
    predicate: str
    object: str
    evidence: Evidence | None = None
    datatype: str | None = None
    language: str | None = None
    is_literal: bool = False
