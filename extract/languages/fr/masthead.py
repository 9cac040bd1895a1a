"""How French documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance.

Example:
    >>> RULES.session("Soixante-dix-neuvième session"), RULES.agenda_items("Point 113 b) de l'ordre du jour")
    (79, ('113(b)',))
"""

from extract.masthead_words import masthead_words

__all__ = ["RULES"]

RULES = masthead_words("fr")
"""The functions that a module of rules for mastheads has, made of the words of this language."""
