"""How Spanish documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance.

Example:
    >>> session("Sexagésimo noveno período de sesiones"), agenda_items("Temas 13 a) y 115 del programa")
    (69, ('13(a)', '115'))
"""

from extract.masthead_words import masthead_words

__all__ = [
    "SEPARATOR",
    "agenda_items",
    "author",
    "bare",
    "date",
    "document_type",
    "is_adoption",
    "is_committee",
    "issued",
    "meeting",
    "organ_year",
    "own_number",
    "session",
    "sponsor_names",
    "titles",
]

_WORDS = masthead_words("es")
agenda_items = _WORDS.agenda_items
author = _WORDS.author
bare = _WORDS.bare
date = _WORDS.date
document_type = _WORDS.document_type
is_adoption = _WORDS.is_adoption
is_committee = _WORDS.is_committee
issued = _WORDS.issued
meeting = _WORDS.meeting
organ_year = _WORDS.organ_year
own_number = _WORDS.own_number
session = _WORDS.session
sponsor_names = _WORDS.sponsor_names
titles = _WORDS.titles
SEPARATOR = _WORDS.separator
"""What stands between the sponsors of a list."""
