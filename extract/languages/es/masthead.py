"""How Spanish documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance.

Example:
    >>> RULES.session("Sexagésimo noveno período de sesiones"), RULES.agenda_items("Temas 13 a) y 115 del programa")
    (69, ('13(a)', '115'))
"""

from extract.masthead_words import masthead_words

__all__ = ["RULES"]

RULES = masthead_words("es")
"""The functions that a module of rules for mastheads has, made of the words of this language."""
