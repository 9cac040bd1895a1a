"""How Russian documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance.

Example:
    >>> RULES.session("Шестьдесят девятая сессия"), RULES.agenda_items("Пункт 113(b) повестки дня")
    (69, ('113(b)',))
"""

from extract.masthead_words import masthead_words

__all__ = ["RULES"]

RULES = masthead_words("ru")
"""The functions that a module of rules for mastheads has, made of the words of this language."""
