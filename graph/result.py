"""The result of a query as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph.quads import iri, literal

__all__ = ["Kind", "Result", "Row", "Term", "TermKind"]


class TermKind(StrEnum):
    """What an RDF term is."""

    IRI = "iri"
    LITERAL = "literal"
    BLANK = "blank"


class Kind(StrEnum):
    """What a query asks for: rows, yes or no, or triples."""

    SELECT = "select"
    ASK = "ask"
    CONSTRUCT = "construct"


class Term(NamedTuple):
    """An RDF term.

    Attributes:
        value: IRI, text of a literal, or name of a blank node.
        kind: Which of the three it is.
        datatype: IRI of the datatype of a literal; None for plain and language-tagged text.
        language: Language tag of a literal.
    """

    value: str
    kind: TermKind = TermKind.LITERAL
    datatype: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        """Give the value alone."""
        return self.value

    @property
    def written(self) -> str:
        """The term as in N-Triples.

        Example:
            >>> Term("决议", language="zh").written
            '"决议"@zh'
        """
        if self.kind is TermKind.IRI:
            return iri(self.value)
        if self.kind is TermKind.BLANK:
            return f"_:{self.value}"
        return literal(self.value, self.datatype, self.language)


Row = tuple[Term | None, ...]
"""The values of one solution, in the order of the variables; None where one is unbound."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found.

    Attributes:
        kind: What the query asked for.
        variables: Names of the columns, for a select.
        rows: The solutions, for a select.
        triples: The triples, for a construct or describe, sorted.
        truth: The answer, for an ask.
    """

    kind: Kind
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    triples: tuple[tuple[Term, Term, Term], ...] = ()
    truth: bool | None = None

    def __iter__(self) -> Iterator[Row]:
        """Go through the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Count rows and triples."""
        return len(self.rows) + len(self.triples)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found: no row, no triple, or no.

        Example:
            >>> Result(Kind.ASK, truth=False).is_empty
            True
        """
        return not (self.rows or self.triples or self.truth)
