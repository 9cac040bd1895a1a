"""From documents to records: citations, actors, abbreviations, mandates and metadata."""
