"""From documents to records: citations, actors, abbreviations, mandates and metadata."""

from extract.pipeline import extract
from extract.records import Extraction
from extract.serialise import to_dicts

__all__ = ["Extraction", "extract", "to_dicts"]
