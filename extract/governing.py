"""The word that governs a citation, and what the citation does by it."""

from types import ModuleType

from extract.mention import Mention
from extract.reading import Reading

__all__ = ["FUNCTIONS", "Governing", "govern"]

FUNCTIONS = frozenset({
    "recalls", "reaffirms", "notes", "welcomes", "pursuant-to", "requested-by", "implements", "amends", "endorses",
    "adopts", "decides", "sees", "cites",
})  # fmt: skip
"""The closed list of what a citation may do."""

_CLAUSE_ENDS = "；。：;:\n"
_REACH = 220
_REPORT = "report"

Governing = tuple[str | None, str]


def govern(reading: Reading, rules: ModuleType, mention: Mention, document_type: str | None) -> Governing:
    """Tell which word governs a citation, and the function for which it stands.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        mention: The citation.
        document_type: Type of the citing document; only a report answers a request.

    Returns:
        The word as printed (None where there is none) and one of ``FUNCTIONS``.
    """
    if mention.kind in ("url", "self"):
        return None, "cites"
    location = reading.locate(mention.start)
    verb, function = _nearest(reading, rules, mention.start)
    if location.footnote is not None:
        return (verb, function) if function == "sees" else (None, "sees")
    if (document_type or "").startswith(_REPORT) and _answers(reading, rules, mention, function):
        return verb, "requested-by"
    return verb, function


def _nearest(reading: Reading, rules: ModuleType, offset: int) -> Governing:
    """The last governing word before the citation in its clause, or the one that opens the paragraph."""
    start, _ = reading.sentence(offset)
    start = max(start, reading.block(offset).body, offset - _REACH)
    clause = start + max(reading.text.rfind(mark, start, offset) - start + 1 for mark in (*_CLAUSE_ENDS, "\0"))
    found = list(rules.GOVERNING.finditer(reading.text, max(start, clause), offset))
    if not found:
        return None, "cites"
    return found[-1][0], rules.VERBS.get(found[-1]["verb"], "cites")


def _answers(reading: Reading, rules: ModuleType, mention: Mention, function: str) -> bool:
    """Tell whether a report says that it is made as the cited decision asks."""
    if mention.kind not in ("resolution", "decision", "symbol", "anaphora"):
        return False
    start, end = reading.sentence(mention.start)
    after = reading.text[mention.end : end]
    if rules.REPORT_REQUEST.match(after):
        return True
    before = reading.text[start : mention.start]
    speaks_of_itself = rules.REQUESTED.search(after) or rules.REQUESTED.search(before)
    return function in ("pursuant-to", "requested-by") and bool(speaks_of_itself)
