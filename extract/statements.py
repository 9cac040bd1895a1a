"""From the records of one document to statements, each with the words that prove it."""

from collections.abc import Iterator

from extract.records import Extraction
from extract.stating.acts import state_activity, state_mandate, state_mention
from extract.stating.citations import state_citation, state_finding
from extract.stating.documents import state_document
from extract.stating.writer import Writer
from ontology.statement import Statement

__all__ = ["state"]


def state(extraction: Extraction) -> Iterator[Statement]:
    """Say what the records of one document say, as statements.

    Args:
        extraction: The records.

    Yields:
        Statements on the document, then on its citations, mentions, mandates, joint activities and findings in the
        order of the text. A statement whose predicate is ``rg:evidence`` names the node of its own evidence.

    Raises:
        UnknownTermError: A record has a function outside the vocabulary.

    Example:
        >>> from extract.records import DocumentRecord
        >>> from ontology import terms as rg
        >>> record = DocumentRecord("A/RES/76/270", ("A/RES/76/270",), "text", "zh", session=76)
        >>> empty = Extraction("A/RES/76/270", "r.txt", "00", record, (), (), (), ())
        >>> [s.object for s in state(empty) if s.predicate == rg.SESSION]
        ['76']
    """
    writer = Writer(extraction)
    yield from state_document(writer)
    for citation in extraction.citations:
        yield from state_citation(writer, citation)
    for actor in extraction.actors:
        yield from state_mention(writer, actor)
    for mandate in extraction.mandates:
        yield from state_mandate(writer, mandate)
    for activity in extraction.activities:
        yield from state_activity(writer, activity)
    for finding in extraction.findings:
        yield from state_finding(writer, finding)
