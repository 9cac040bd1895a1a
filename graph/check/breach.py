"""A rule that a graph of a store breaks, and where."""

import re
from dataclasses import dataclass
from enum import StrEnum

from graph.result import Term

__all__ = ["Breach", "Severity"]

_NUMBER = re.compile(r"([0-9]+)")


class Severity(StrEnum):
    """How bad it is: what must not be, or what somebody should look at."""

    VIOLATION = "violation"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Breach:
    """One place at which a graph breaks a rule.

    Attributes:
        graph: IRI of the named graph.
        rule: Name of the rule.
        node: What breaks it: a citation, a document, a graph.
        path: The property that it is about, as SPARQL writes a path; None for a rule about the whole node.
        value: The value found, where there is one.
        severity: How bad it is.
        focus: The node from which the engine looked; often ``node`` itself.
        component: IRI of the kind of constraint of SHACL; None for a rule between graphs.
        paragraph: Label of the paragraph in which the node stands, where it says so.
        words: The words that the node is about, where it has some.
    """

    graph: str
    rule: str
    node: Term
    path: str | None = None
    value: Term | None = None
    severity: Severity = Severity.VIOLATION
    focus: Term | None = None
    component: str | None = None
    paragraph: str | None = None
    words: str | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """What breaches are sorted by: graph, rule, node with its numbers as numbers, value."""
        numbered = [int(piece) if piece.isdecimal() else piece for piece in _NUMBER.split(self.node.written)]
        value = "" if self.value is None else self.value.written
        return self.graph, self.rule, numbered, self.path or "", value, self.component or ""
