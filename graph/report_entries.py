"""Entries of a lineage report: a document with what is known of it and the words that tie it to another."""

import re
from collections.abc import Iterable

from graph.findings import Act, Finding, Unresolved
from graph.lineage import Lineage
from graph.nodes import carried
from graph.outline import Cell, Entry, Group, Quote
from graph.ties import Identity, Quotation, Tie
from graph.wording import Words, paragraph_label
from ontology.terms import FUNCTIONS

__all__ = [
    "address",
    "by_function",
    "document_entry",
    "finding_entry",
    "label_cell",
    "note",
    "paragraph",
    "quote",
    "unresolved_entry",
    "when",
]

_ORDER = (
    "reaffirms",
    "recalls",
    "pursuant-to",
    "requested-by",
    "implements",
    "adopts",
    "decides",
    "amends",
    "endorses",
)
_OPEN = ".."
_FUNCTIONS = (*_ORDER, "welcomes", "notes", "cites", "sees")


def quote(words: Words, found: Quotation | Unresolved | Finding | Act) -> Quote:
    """Write out where words stand, and mark them in their sentence.

    Args:
        words: Words of the interface.
        found: Words of a document.

    Returns:
        The sentence; every place where it holds the words is marked.
    """
    if found.exact == found.sentence:
        return Quote(found.sentence, (), found.language, words("comma").join(_source(words, found, True)))
    marks = _marks(found.exact, found.sentence)
    return Quote(found.sentence, marks, found.language, words("comma").join(_source(words, found, bool(marks))))


def _marks(exact: str, sentence: str) -> tuple[tuple[int, int], ...]:
    """Find words in their sentence, but not inside a longer symbol or number."""
    if not exact:
        return ()
    whole = rf"(?<![A-Za-z0-9/]){re.escape(exact)}(?![A-Za-z0-9]|/[A-Za-z0-9])"
    found = [match.span() for match in re.finditer(whole, sentence)]
    return tuple(found or [match.span() for match in re.finditer(re.escape(exact), sentence)])


def _source(words: Words, found: Quotation | Unresolved | Finding | Act, marked: bool) -> Iterable[str]:
    yield found.document
    if place := paragraph(words, found):
        yield place
    if footnote := getattr(found, "footnote", None):
        yield words("paragraph.footnote", label=footnote)
    if verb := getattr(found, "verb", None):
        yield words("verb", verb=verb)
    if pinpoint := getattr(found, "pinpoint", None):
        yield words("pinpoint", words=_as_printed(pinpoint, found.sentence))
    if not marked:
        yield words("words", exact=found.exact)
    yield words("offsets", start=found.start, end=found.end)
    if found.rule:
        yield words("rule", name=found.rule)
    if found.confidence is not None:
        yield words("confidence", value=f"{found.confidence:g}")


def _as_printed(pinpoint: str, sentence: str) -> str:
    """Give back to a pinpoint the blanks that it has in its sentence."""
    printed = re.search(r"\s*".join(map(re.escape, pinpoint)), sentence)
    return printed[0] if printed is not None else pinpoint


def paragraph(words: Words, found: Quotation | Unresolved | Finding | Act) -> str | None:
    """Say in which paragraph words stand.

    Args:
        words: Words of the interface.
        found: Words of a document.

    Returns:
        The paragraph as people write it, or the place; None where neither says anything.
    """
    return paragraph_label(words, found.paragraph, getattr(found, "place", "operative"))


def when(words: Words, document: Identity) -> str | None:
    """Say when a document was made: its date, or else its session; None where neither is known."""
    if document.date or document.session is None:
        return document.date
    return words("session", number=document.session)


def address(words: Words, document: Identity) -> str | None:
    """Give the address of a document in the language of the report."""
    return dict(document.links).get(words.language)


def label_cell(words: Words, document: Identity) -> Cell:
    """Write symbol or name of a document, with its address."""
    return Cell(document.label, document.language if document.kind == "instrument" else None, address(words, document))


def note(words: Words, document: Identity) -> str:
    """Say type, date or session, what instruments a document without a known title carries, and whether it is held."""
    kind = words.known(f"type.{document.type}", document.type or "") if document.kind == "document" else ""
    missing = words("not-held") if document.kind == "document" and not document.held else ""
    names = carried(document.key, words.language) if document.kind == "document" and not document.title else ()
    texts = words("carries", list=words.listed(names)) if names else ""
    return " · ".join(part for part in (kind, when(words, document), texts, missing) if part)


def document_entry(
    words: Words, document: Identity, quotations: Iterable[Quotation], *, more: str | None = None
) -> Entry:
    """Make an entry of a document.

    Args:
        words: Words of the interface.
        document: The document.
        quotations: The words that tie it to the document of the report.
        more: What else to say of it.

    Returns:
        The entry.
    """
    title = Cell(document.title, document.language) if document.title and document.kind == "document" else None
    text = " · ".join(part for part in (note(words, document), more) if part)
    return Entry(label_cell(words, document), title, text, tuple(quote(words, found) for found in quotations))


def unresolved_entry(words: Words, found: Unresolved) -> Entry:
    """Make an entry of a citation that could not be resolved, with its candidates and the reason."""
    candidates = words("candidates", list=words.listed(found.candidates)) if found.candidates else None
    parts = (words.known(f"kind.{found.kind}", found.kind), found.reason, candidates)
    text = " · ".join(part for part in parts if part)
    return Entry(Cell(found.name or found.exact, found.language), None, text, (quote(words, found),))


def finding_entry(words: Words, found: Finding) -> Entry:
    """Make an entry of what is odd about a citation, with what contradicts it."""
    said, other = words.listed(found.said), words.listed(found.other)
    parts = [words(f"check.{found.kind}")]
    if found.kind == "link-contradicts-text":
        parts.append(words("check.link", said=said, other=other, address=found.link or ""))
    elif found.date:
        parts.append(words("check.date", date=found.date))
    elif other and found.kind == "year-does-not-fit":
        parts.append(words("check.number", other=other))
    if found.allowed:
        first, _, last = found.allowed.partition("/")
        known = "check.until" if first == _OPEN else "check.between"
        parts.append(words(known, first=first, last=last) if first != last else words("check.in", time=first))
    return Entry(
        Cell(said) if said else Cell(found.exact, found.language), None, " · ".join(parts), (quote(words, found),)
    )


def by_function(words: Words, lineage: Lineage, ties: Iterable[Tie], *, citing: bool) -> tuple[Group, ...]:
    """Group ties by the function of their citations; one with several functions stands in several groups.

    Args:
        words: Words of the interface.
        lineage: The lineage, for what is known of the documents.
        ties: Ties of one step.
        citing: Whether the other document is the one that cites.

    Returns:
        A group for each function that occurs, in an order from the strongest tie to the mere mention.
    """
    found: dict[str, list[Entry]] = {}
    for each in ties:
        document = lineage.document(each.citing if citing else each.cited)
        for function in each.functions:
            kept = (said for said in each.quotations if said.function == function)
            found.setdefault(function, []).append(document_entry(words, document, kept))
    order = (*_FUNCTIONS, *sorted(set(FUNCTIONS) - set(_FUNCTIONS)))
    return tuple(Group(words(f"function.{name}"), tuple(found[name])) for name in order if name in found)
