"""How French documents declare a short form."""

from pathlib import Path

from extract.languages.phrases import read_declarations

__all__ = ["DECLARATIONS"]

DECLARATIONS = read_declarations(Path(__file__).with_name("abbreviations.json"))
"""Brackets that declare, and words that initials pass over."""
