"""How English resolutions list those whom they ask: what may stand before, between and after the names."""

import re

from extract.languages.wordlists import one_phrase_of, wordlists

__all__ = ["BOTH", "DOUBTFUL", "EDGES", "HEAD", "LINK", "OF", "OFFICER", "OF_ANOTHER", "REACH", "WHOSE"]

_TABLES = wordlists("en", "addressees")
_MODIFIERS = rf"(?:{one_phrase_of(_TABLES['modifiers'])},? (?:(?:and|or) )?){{0,6}}"
# Who acts along with those asked, and whatever is asked of them, begins with one of these.
_WORD = rf"(?!{one_phrase_of(_TABLES['accompaniment'])}|[;:])\S+"
_WORDS = rf"(?:{_WORD} ){{0,14}}?"
_ASIDE = r"(?:, [^,;:]{1,100}, )"
_JOIN = rf"(?:,? ?{one_phrase_of(_TABLES['joins'])},? |, )"

HEAD = re.compile(rf" ?(?:that |once again |, ?)?{_ASIDE}?(?:{_WORDS}\S*{_JOIN})?{_MODIFIERS}", re.IGNORECASE)
"""What may stand between an asking verb and the first name."""

LINK = re.compile(rf"(?:\)|['’]s?)? ?{_WORDS}(?:{_WORD})?(?: \([^()]*\))?{_JOIN}{_MODIFIERS}", re.IGNORECASE)
"""What may stand between one name and the next of one list."""

OF = re.compile(rf"(?:['’]s?)? {_MODIFIERS}", re.IGNORECASE)
"""What may stand between the name of a body and the collective that it qualifies."""

BOTH = re.compile(rf" ?{one_phrase_of(_TABLES['both'])}", re.IGNORECASE)
"""Words that take up two bodies named before."""

OFFICER = re.compile(r"(?!)")
"""The title of an officer right after the name of a body: English puts it before."""

DOUBTFUL = frozenset(_TABLES["doubtful"])
"""Collective names that a place in a list does not make actors: parties may be to a treaty or to a conflict."""

EDGES = (r"(?<!\w)", r"(?!\w)")
"""What a name stands between."""

REACH = 160
"""How many characters may stand between two names of a list."""

WHOSE = re.compile(r"['’]s? | [A-Z]")
"""What follows a name that only tells whose or which somebody else is: United Nations Mediator."""

OF_ANOTHER = re.compile(r" of (?:the |all )?(?!United Nations)[A-Z]")
"""What follows a collective that is that of a body or State: the Governments of two States, members of a league."""
