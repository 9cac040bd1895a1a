"""How Arabic documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance.

Example:
    >>> RULES.session("الدورة التاسعة والستون"), RULES.agenda_items("البندان 132 و 17 (ج) من جدول الأعمال")
    (69, ('132', '17(c)'))
"""

from extract.masthead_words import masthead_words

__all__ = ["RULES"]

RULES = masthead_words("ar")
"""The functions that a module of rules for mastheads has, made of the words of this language."""
