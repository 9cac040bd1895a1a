"""The forms of a statement: a link between two things, a plain text, a number, a mark, a date at its precision."""

import re

from ontology.statement import Evidence, Statement
from ontology.vocabulary import XSD

__all__ = ["count", "dated", "link", "marked", "plain"]

_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)


def link(subject: str, predicate: str, target: str, proof: Evidence | None = None) -> Statement:
    """State a link to another thing.

    Example:
        >>> link("http://x/a", "http://x/cites", "http://x/b").object
        'http://x/b'
    """
    return Statement(subject, predicate, target, proof)


def plain(
    subject: str, predicate: str, text: str, proof: Evidence | None = None, datatype: str | None = None
) -> Statement:
    """State a text without language.

    Args:
        subject: IRI.
        predicate: IRI of a term of the vocabulary.
        text: The text.
        proof: The words that prove it.
        datatype: Local name of a datatype of XML Schema; None for a string.

    Example:
        >>> plain("http://x/a", "http://x/session", "76", datatype="integer").datatype
        'http://www.w3.org/2001/XMLSchema#integer'
    """
    return Statement(subject, predicate, text, proof, datatype and XSD + datatype, is_literal=True)


def count(subject: str, predicate: str, number: int) -> Statement:
    """State a number.

    Example:
        >>> count("http://x/a", "http://x/p", 3).object
        '3'
    """
    return plain(subject, predicate, str(number), datatype="integer")


def marked(subject: str, predicate: str) -> Statement:
    """State that something is so.

    Example:
        >>> marked("http://x/a", "http://x/inferred").object
        'true'
    """
    return plain(subject, predicate, "true", datatype="boolean")


def dated(subject: str, predicate: str, date: str, proof: Evidence | None = None) -> Statement:
    """State a date at the precision that it has.

    Args:
        subject: IRI.
        predicate: IRI of a term of the vocabulary.
        date: ISO date of a day, month or year; anything else is stated as text.
        proof: The words that prove it.

    Example:
        >>> dated("http://x/a", "http://x/date", "2022-06").datatype
        'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    datatype = next((name for pattern, name in _DATES if pattern.fullmatch(date)), None)
    return plain(subject, predicate, date, proof, datatype)
