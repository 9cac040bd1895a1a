"""How Arabic documents cite."""

from extract.phrases.rules import phrase_rules

__all__ = ["PHRASES"]

PHRASES = phrase_rules("ar")
