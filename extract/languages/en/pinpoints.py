"""How English documents name a portion of what they cite."""

from extract.languages.wordlists import wordlists
from extract.phrases.portions import PortionWords

__all__ = ["RULES"]

RULES = PortionWords(wordlists("en", "pinpoints"))
"""The words that take a pinpoint apart."""
