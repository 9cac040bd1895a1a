"""Where an English sentence ends."""

from extract.sentence_breaks import sentence_break

__all__ = ["BREAK"]

BREAK = sentence_break("en")
"""The marks that end a sentence, with the closing marks after them; points of abbreviations are none."""
