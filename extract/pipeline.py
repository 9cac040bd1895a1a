"""From a document to all its records."""

from dataclasses import replace

from corpus.document import Document
from extract.abbreviations import abbreviations
from extract.abbreviations import to_records as abbreviation_records
from extract.activities import activities
from extract.actor_roles import with_roles
from extract.actor_times import in_their_time
from extract.actors import find_actors
from extract.actors import to_records as actor_records
from extract.answering import answered
from extract.audit import audit, doubted
from extract.citations import find_citations
from extract.mandates import mandates
from extract.masthead import masthead
from extract.reading import Reading
from extract.records import DocumentRecord, Extraction

__all__ = ["extract"]

_SHOWN_DIGITS = 16


def extract(document: Document) -> Extraction:
    """Extract every record from a document.

    Args:
        document: A document.

    Returns:
        Its metadata, citations, actors, abbreviations, mandates, joint activities and what the audit of its citations
        found, each in the order of the text.

    Example:
        >>> from corpus import read_text
        >>> text = "76/270. 互动\\n\\n大会，\\n\\n回顾其第57/32号决议，\\n\\n1. 请秘书长提交报告。\\n"
        >>> found = extract(read_text(text, "a.txt"))
        >>> found.key, [citation.targets for citation in found.citations if citation.kind == "resolution"]
        ('A/RES/76/270', [('A/RES/57/32',)])
    """
    reading = Reading(document)
    head = masthead(reading, document.name)
    declared = abbreviations(reading)
    named = in_their_time(find_actors(reading, declared), reading, head)
    citations = find_citations(reading, head)
    findings = audit(reading, head, citations)
    acts = mandates(reading, named, head.date)
    joint = activities(reading, named, head.document_type)
    return Extraction(
        key=_key(document, head),
        name=document.name,
        digest=document.digest,
        document=replace(head, answers=answered(head.document_type, citations)),
        citations=doubted(citations, findings),
        actors=with_roles(actor_records(named, reading), acts, joint),
        abbreviations=abbreviation_records(declared, reading),
        mandates=acts,
        activities=joint,
        findings=findings,
        source=document.source,
    )


def _key(document: Document, head: DocumentRecord) -> str:
    return head.symbol or f"unidentified/{document.digest[:_SHOWN_DIGITS]}"
