"""How Spanish documents cite."""

from extract.phrases.citation_rules import citation_rules

__all__ = ["RULES"]

RULES = citation_rules("es")
