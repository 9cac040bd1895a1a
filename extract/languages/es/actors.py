"""How Spanish documents name actors."""

from extract.phrases.actor_rules import actor_rules

__all__ = ["RULES"]

RULES = actor_rules("es")
"""Words and patterns."""
