"""How French documents cite."""

from extract.phrases.rules import phrase_rules

__all__ = ["RULES"]

RULES = phrase_rules("fr")
