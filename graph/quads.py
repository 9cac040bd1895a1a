"""Statements written as N-Quads, the form in which they enter the store."""

import re
from collections.abc import Iterable, Iterator

from ontology import terms as rg
from ontology.iri import parts_iri
from ontology.statement import Evidence, Statement
from ontology.vocabulary import (
    OA_END,
    OA_EXACT,
    OA_HAS_BODY,
    OA_HAS_SELECTOR,
    OA_HAS_SOURCE,
    OA_HAS_TARGET,
    OA_PREFIX,
    OA_SPECIFIC_RESOURCE,
    OA_START,
    OA_SUFFIX,
    OA_TEXT_POSITION_SELECTOR,
    OA_TEXT_QUOTE_SELECTOR,
    RDF_TYPE,
    XSD,
)

__all__ = ["iri", "literal", "quads"]

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_SPECIAL = re.compile(r'["\\\n\r]')
_INTEGER = XSD + "integer"
_DECIMAL = XSD + "decimal"


def quads(statements: Iterable[Statement], graph: str, language: str) -> Iterator[str]:
    """Write statements as the lines of one named graph.

    Args:
        statements: The statements of one document.
        graph: IRI of its named graph.
        language: Language of the document, in which its quotations are.

    Yields:
        One N-Quads line a quad, line feed included, each quad once. The object of ``rg:evidence`` is described by
        the evidence of that statement.

    Example:
        >>> said = Statement("http://x/d", "http://x/title", "决议", language="zh", is_literal=True)
        >>> next(quads([said], "http://x/g", "zh"))
        '<http://x/d> <http://x/title> "决议"@zh <http://x/g> .\\n'
    """
    end = f" {iri(graph)} .\n"
    written: set[str] = set()
    for statement in statements:
        for triple in _triples(statement, language):
            if triple not in written:
                written.add(triple)
                yield triple + end


def iri(value: str) -> str:
    """Write an IRI as in N-Quads.

    Example:
        >>> iri("http://x/d")
        '<http://x/d>'
    """
    return f"<{value}>"


def literal(text: str, datatype: str | None = None, language: str | None = None) -> str:
    """Write a literal as in N-Quads.

    Args:
        text: Its text.
        datatype: IRI of its datatype; None for plain or language-tagged text.
        language: Its language tag.

    Returns:
        The literal with what needs it escaped.

    Example:
        >>> literal('say "yes"', language="en")
        '"say \\\\"yes\\\\""@en'
    """
    quoted = f'"{text.translate(_ESCAPES) if _SPECIAL.search(text) else text}"'
    if language is not None:
        return f"{quoted}@{language}"
    return quoted if datatype is None else f"{quoted}^^<{datatype}>"


def _triples(statement: Statement, language: str) -> Iterator[str]:
    value = statement.object
    written = literal(value, statement.datatype, statement.language) if statement.is_literal else f"<{value}>"
    yield f"<{statement.subject}> <{statement.predicate}> {written}"
    if statement.predicate == rg.EVIDENCE and statement.evidence is not None:
        yield from _evidence(value, statement.subject, statement.evidence, language)


def _evidence(node: str, proved: str, evidence: Evidence, language: str) -> Iterator[str]:
    """Write evidence, which is an annotation: its body is what it proves, its target the words in the file."""
    subject = f"<{node}>"
    base = parts_iri(evidence.document, language)
    words = f"<{base}words-{evidence.start}-{evidence.end}>"
    yield f"{subject} <{RDF_TYPE}> <{rg.CLASS_EVIDENCE}>"
    yield f"{subject} <{OA_HAS_BODY}> <{proved}>"
    yield f"{subject} <{OA_HAS_TARGET}> {words}"
    yield f'{subject} <{rg.START}> "{evidence.start}"^^<{_INTEGER}>'
    yield f'{subject} <{rg.END}> "{evidence.end}"^^<{_INTEGER}>'
    yield f"{subject} <{rg.EXACT}> {literal(evidence.exact, language=language)}"
    yield f"{subject} <{rg.SENTENCE}> {literal(evidence.sentence, language=language)}"
    yield f"{subject} <{rg.RULE}> {literal(evidence.rule)}"
    yield f'{subject} <{rg.CONFIDENCE}> "{_decimal(evidence.confidence)}"^^<{_DECIMAL}>'
    yield from _words(words, base, evidence)


def _words(words: str, base: str, evidence: Evidence) -> Iterator[str]:
    """Write the words in the file, with the two selectors that find them there: by position and by quotation.

    Source: W3C Web Annotation Data Model, 4.2.4 and 4.2.5.
    """
    position = f"<{base}position-{evidence.start}-{evidence.end}>"
    quote = f"<{base}quote-{evidence.start}-{evidence.end}>"
    yield f"{words} <{RDF_TYPE}> <{OA_SPECIFIC_RESOURCE}>"
    yield f"{words} <{OA_HAS_SOURCE}> <{evidence.file}>"
    yield f"{words} <{OA_HAS_SELECTOR}> {position}"
    yield f"{words} <{OA_HAS_SELECTOR}> {quote}"
    yield f"{position} <{RDF_TYPE}> <{OA_TEXT_POSITION_SELECTOR}>"
    yield f'{position} <{OA_START}> "{evidence.start}"^^<{_INTEGER}>'
    yield f'{position} <{OA_END}> "{evidence.end}"^^<{_INTEGER}>'
    yield f"{quote} <{RDF_TYPE}> <{OA_TEXT_QUOTE_SELECTOR}>"
    yield f"{quote} <{OA_EXACT}> {literal(evidence.quote)}"
    yield f"{quote} <{OA_PREFIX}> {literal(evidence.prefix)}"
    yield f"{quote} <{OA_SUFFIX}> {literal(evidence.suffix)}"


def _decimal(value: float) -> str:
    """Write a number as xsd:decimal, which knows no exponent."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
