"""From sources to documents: reading, layout, normalisation with an exact map of offsets, specimens."""

from corpus.document import Block, BlockKind, Document
from corpus.reading import read_document, read_text, walk

__all__ = ["Block", "BlockKind", "Document", "read_document", "read_text", "walk"]
