"""How Russian United Nations documents name actors."""

from pathlib import Path

from extract.languages.phrases import read_phrases

__all__ = ["COLLECTIVES", "PHRASE_RULES"]

PHRASE_RULES = read_phrases(Path(__file__).with_name("actors.json"))
"""Words and patterns."""

COLLECTIVES: dict[str, str] = PHRASE_RULES.collectives
"""Phrases for collective actors that the registry does not list."""
