"""Records as plain dictionaries, ready for JSON."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from extract.records import Extraction, Span

__all__ = ["to_dicts"]

_TYPES = (
    ("citations", "citation"),
    ("actors", "actor"),
    ("abbreviations", "abbreviation"),
    ("mandates", "mandate"),
    ("activities", "activity"),
    ("findings", "finding"),
)
_OWN = "span"


def to_dicts(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Give the records of a document as dictionaries: the document first, then the others in the order of the text.

    Args:
        extraction: What was extracted from one document.

    Yields:
        One dictionary a record, with ``type`` first; ``start``, ``end`` and ``text`` for its words in the source (other
        words to which it points stand in an object of their own); fields that do not apply are None.

    Example:
        >>> from corpus import read_text
        >>> from extract import extract
        >>> records = list(to_dicts(extract(read_text("大会，\\n回顾其第57/32号决议，\\n", "a.txt"))))
        >>> [(record["type"], record.get("text")) for record in records][:3]
        [('document', None), ('citation', '第57/32号决议'), ('actor', '大会')]
    """
    head = {"type": "document", "key": extraction.key, "name": extraction.name, "digest": extraction.digest}
    yield head | _plain(extraction.document)
    for attribute, kind in _TYPES:
        for record in getattr(extraction, attribute):
            yield {"type": kind} | _plain(record)


def _plain(record: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Span):
            found |= _plain(value) if field.name == _OWN else {field.name: _plain(value)}
        else:
            found[field.name] = list(value) if isinstance(value, tuple) else value
    return found
