"""How English documents introduce themselves: session, agenda, kind of document, date, sponsors, provenance.

Example:
    >>> session("Seventy-ninth session"), agenda_items("Items 132 and 17 (c)"), own_number("Resolution 242 (1967)")
    (79, ('132', '17(c)'), '242(1967)')
    >>> date("Resolution adopted by the General Assembly on 21 June 2022"), author("Report of the Secretary-General")
    ('2022-06-21', 'Secretary-General')
    >>> sponsor_names("Austria and Brazil: draft resolution"), document_type("Note by the Secretary-General")
    ('Austria and Brazil', 'note')
"""

from extract.masthead_words import masthead_words

__all__ = [
    "CORNER",
    "SEPARATOR",
    "agenda_items",
    "author",
    "bare",
    "date",
    "document_type",
    "is_adoption",
    "is_committee",
    "issued",
    "joined_sponsors",
    "meeting",
    "organ_year",
    "own_number",
    "session",
    "sponsor_names",
    "titles",
]

_WORDS = masthead_words("en")
agenda_items = _WORDS.agenda_items
author = _WORDS.author
bare = _WORDS.bare
date = _WORDS.date
document_type = _WORDS.document_type
is_adoption = _WORDS.is_adoption
is_committee = _WORDS.is_committee
issued = _WORDS.issued
joined_sponsors = _WORDS.joined_sponsors
meeting = _WORDS.meeting
organ_year = _WORDS.organ_year
own_number = _WORDS.own_number
session = _WORDS.session
sponsor_names = _WORDS.sponsor_names
titles = _WORDS.titles
SEPARATOR = _WORDS.separator
"""What stands between the sponsors of a list."""

CORNER = _WORDS.corner
"""Words that stand beside the symbol in the corner of a first page."""
