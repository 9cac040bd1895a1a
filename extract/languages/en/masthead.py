"""How English documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance.

Example:
    >>> RULES.session("Seventy-ninth session"), RULES.agenda_items("Items 132 and 17 (c)")
    (79, ('132', '17(c)'))
    >>> RULES.own_number("Resolution 242 (1967)"), RULES.date("Adopted by the Council on 21 June 2022")
    ('242(1967)', '2022-06-21')
    >>> RULES.author("Report of the Secretary-General"), RULES.document_type("Note by the Secretary-General")
    ('Secretary-General', 'note')
    >>> RULES.sponsor_names("Austria and Brazil: draft resolution")
    'Austria and Brazil'
"""

from extract.masthead_words import masthead_words

__all__ = ["RULES"]

RULES = masthead_words("en")
"""The functions that a module of rules for mastheads has, made of the words of this language."""
