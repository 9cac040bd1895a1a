"""How French documents declare a short form."""

from extract.phrases.actor_rules import declaration_rules

__all__ = ["RULES"]

RULES = declaration_rules("fr")
"""Brackets that declare, and words that initials pass over."""
