"""A reader and an extractor of one-line documents, for tests of what comes after extraction.

A source reads ``KEY LANGUAGE CITED CITED …``; the word ``broken`` makes it unreadable, ``slow`` waits.
"""

import hashlib
import time
from pathlib import Path

from corpus.document import Document, OffsetMap
from extract.records import Citation, DocumentRecord, Extraction, Span
from ontology.errors import DocumentError


def read(path: Path) -> Document:
    data = path.read_bytes()
    text = data.decode()
    if "broken" in text:
        raise DocumentError(str(path), "it is broken; mend it")
    if "slow" in text:
        time.sleep(0.02)
    language = text.split()[1]
    digest = hashlib.sha256(data).hexdigest()
    return Document(str(path), text, language, text, OffsetMap((0,), (0,)), (), (), (), (), (), digest)


def extract(document: Document) -> Extraction:
    words = document.source.replace("slow", "").split()
    key, language, cited = words[0], words[1], words[2:]
    citations = []
    for symbol in cited:
        start = document.source.index(symbol)
        source = document.source
        span = Span(start, start + len(symbol), symbol, 0, len(source), symbol, source)
        citations.append(Citation(span, "symbol", (symbol,), rule="stub", place="numbered"))
    record = DocumentRecord(key, (key,), "given", language, document_type="resolution")
    return Extraction(key, document.name, document.digest, record, tuple(citations), (), (), ())
