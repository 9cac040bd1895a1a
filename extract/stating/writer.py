"""What the statements of one document share: its nodes, its evidence, and what was already said."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extract.records import Citation, Extraction, Span
from ontology import terms as rg
from ontology.iri import actor_iri, document_iri, file_iri, parts_iri
from ontology.statement import Evidence, Statement
from ontology.statement_forms import link, plain
from ontology.symbol_order import symbol_of
from ontology.vocabulary import RDF_TYPE, document_class

__all__ = ["Writer", "actor", "document"]

# How much of the source before and after the words is quoted, so that they are told from the same words elsewhere.
_AROUND = 32

actor = lru_cache(maxsize=4096)(actor_iri)
document = lru_cache(maxsize=4096)(document_iri)


@lru_cache(maxsize=4096)
def _class_of(symbol: str) -> str | None:
    """Give the class that a symbol tells, None for what is no symbol of the grammar."""
    found = symbol_of(symbol)
    return None if found is None else document_class(found.document_type)


@dataclass(slots=True)
class Writer:
    """Writes the statements of one document; holds what they share.

    ``_taken`` counts the nodes of one kind at one span, so that two records on the same words keep two nodes.
    ``parts`` is the beginning of the IRI of every part of the document.

    Attributes:
        extraction: The records of the document.
        subject: IRI of the document.
        file: IRI of the file from which it was read.
        language: Language of the version that was read.
        parts: Beginning of the IRI of every part of that version.
        described: What was already described: keys of documents, ids of actors, IRIs of portions.
    """

    extraction: Extraction
    subject: str = field(init=False)
    file: str = field(init=False)
    language: str = field(init=False)
    parts: str = field(init=False)
    described: set[str] = field(default_factory=set)
    _taken: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _edges: set[tuple[str, str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.subject = document_iri(self.extraction.key)
        self.file = file_iri(self.extraction.digest)
        self.language = self.extraction.document.language
        self.parts = parts_iri(self.extraction.key, self.language)

    def node(self, kind: str, span: Span) -> str:
        """Give the IRI of a new node for a record: of its kind, at its place."""
        place = (kind, span.start, span.end)
        self._taken[place] = number = self._taken.get(place, 0) + 1
        return f"{self.parts}{kind}{'-again' * (number - 1)}-{span.start}-{span.end}"

    def evidence(self, span: Span, rule: str, confidence: float) -> Evidence:
        """Give the evidence of words of this document."""
        source = self.extraction.source
        return Evidence(
            self.extraction.key,
            span.start,
            span.end,
            span.exact,
            span.sentence,
            rule,
            confidence,
            self.file,
            span.text,
            source[max(0, span.start - _AROUND) : span.start],
            source[span.end : span.end + _AROUND],
        )

    def proof(self, record: Citation) -> Evidence:
        """Give the evidence of a citation."""
        return self.evidence(record.span, record.rule, record.confidence)

    def proved(self, node: str, kind: str, span: Span, proof: Evidence) -> Statement:
        """State which evidence proves a node; the evidence node is new."""
        return link(node, rg.EVIDENCE, self.node(f"evidence-of-{kind}", span), proof)

    def worded(self, subject: str, predicate: str, text: str, proof: Evidence | None = None) -> Statement:
        """State a text in the language of the document."""
        return Statement(subject, predicate, text, proof, None, self.language, is_literal=True)

    def edge(self, subject: str, predicate: str, target: str, proof: Evidence) -> Iterator[Statement]:
        """State a plain edge, once; the nodes keep the evidence of each place."""
        if (subject, predicate, target) not in self._edges:
            self._edges.add((subject, predicate, target))
            yield link(subject, predicate, target, proof)

    def described_target(self, key: str, proof: Evidence | None) -> Iterator[Statement]:
        """State symbol and class of another document, once."""
        if key in self.described:
            return
        self.described.add(key)
        yield link(document(key), RDF_TYPE, rg.CLASS_DOCUMENT, proof)
        yield plain(document(key), rg.SYMBOL, key, proof)
        if (kind := _class_of(key)) is not None:
            yield link(document(key), RDF_TYPE, kind, proof)
