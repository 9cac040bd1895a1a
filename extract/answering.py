"""What a report answers: the resolutions and decisions that it says it is made to answer."""

from collections.abc import Iterable

from extract.records import Citation

__all__ = ["answered", "is_answer", "reports"]

_REPORT = "report"
# The note by which the Secretary-General transmits the report of another.
_NOTE = "note"
_REQUESTED = "requested-by"
# A citation that only points back ("that resolution") is too weak a proof that a report answers it.
_REQUESTS = frozenset({"resolution", "decision", "symbol"})


def reports(document_type: str | None) -> bool:
    """Tell whether a document of a type can answer a request.

    Example:
        >>> reports("report-committee"), reports("note"), reports("note-verbale"), reports("national-report")
        (True, True, False, False)
    """
    return document_type is not None and (document_type == _NOTE or document_type.partition("-")[0] == _REPORT)


def is_answer(document_type: str | None, citation: Citation) -> bool:
    """Tell whether a document says by a citation that it is made as the cited resolution or decision asks.

    Args:
        document_type: Type of the citing document.
        citation: One of its citations.
    """
    return reports(document_type) and citation.function == _REQUESTED and citation.kind in _REQUESTS


def answered(document_type: str | None, citations: Iterable[Citation]) -> tuple[str, ...]:
    """Give the symbols of what a document says it answers, each once, in the order of the text.

    Args:
        document_type: Type of the document.
        citations: Its citations.
    """
    found = (target for citation in citations if is_answer(document_type, citation) for target in citation.targets)
    return tuple(dict.fromkeys(found))
