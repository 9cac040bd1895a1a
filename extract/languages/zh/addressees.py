"""How Chinese resolutions list those whom they ask: what may stand before, between and after the names."""

import re

from extract.languages.wordlists import one_of, wordlists

__all__ = ["BOTH", "DOUBTFUL", "EDGES", "HEAD", "LINK", "OF", "OFFICER", "OF_ANOTHER", "REACH", "WHOSE"]

_TABLES = wordlists("zh", "mandates")
_MODIFIERS = rf"(?:{one_of(_TABLES['modifiers'])}的?)*"
# 尚未批准《公约》的缔约国, 作为专门机构的世界卫生组织, 国际舞台上的各国
_RELATIVE = rf"(?:{one_of(_TABLES['relative'])}[^，；。：]{{1,60}}的|[^，；。：的]{{2,12}}(?:上|中|内|境内|地区)的)"
_JOIN = one_of(_TABLES["joins_of_names"])
_INCLUDING = one_of(_TABLES["including"])
_TAIL = rf"(?:的?{one_of(_TABLES['tails'])})?(?:\([^()]*\))?(?:——[^—；。]*——)?"
_BRACKETED = r"[()]?"
_BEFORE = rf"(?:{_RELATIVE})?(?:《[^》]*》)?{_MODIFIERS}"
_BETWEEN = rf"(?:，?{_JOIN}?{_INCLUDING}|{_JOIN}|，{_JOIN})"
# A body that the registry does not know may stand in the list; words of the content may not. It ends at the first
# noun for a body that is followed as a name in a list is: what was taken for one is not tried again, or the time
# would grow beyond bounds with the length of the list.
_NO_CONTENT = rf"(?!{one_of(_TABLES['content'])})[^，；。：、()《》]"
_ITEM = rf"(?:{_NO_CONTENT}){{1,20}}?{one_of(_TABLES['body_nouns'])}(?:\([^()]*\))?(?={_BETWEEN})"

HEAD = re.compile(rf"(?>{_MODIFIERS}{_ITEM}{_BETWEEN})*+{_BEFORE}")
"""What may stand between an asking verb and the first name."""

LINK = re.compile(
    rf"{_BRACKETED}{_TAIL}(?>{_BETWEEN}{_MODIFIERS}{_ITEM})*+{_BETWEEN}(?:{_INCLUDING})?{_BEFORE}|"
    rf"(?:{one_of(_TABLES['included'])}){_MODIFIERS}|\("
)
"""What may stand between one name and the next of one list."""

OF = re.compile(rf"的?{_MODIFIERS}")
"""What may stand between the name of a body and the collective that it qualifies."""

BOTH = re.compile(one_of(_TABLES["both"]))
"""Words that take up two bodies named before."""

OFFICER = re.compile(rf"(?:第[^届]{{1,6}}届会议)?({one_of(_TABLES['officers'])})(?!国)")
"""The title of an officer right after the name of a body."""

DOUBTFUL: frozenset[str] = frozenset()
"""Collective names that a place in a list does not make actors: there are none."""

EDGES = ("", "")
"""What a name stands between: anything, for no blank parts words."""

REACH = 80
"""How many characters may stand between two names of a list."""

WHOSE = re.compile(r"(?!)")
"""What follows a name that only tells whose or which somebody else is: the next name, which the list itself settles."""

OF_ANOTHER = re.compile(r"(?!)")
"""What follows a collective that is that of a body or State: nothing, the body stands before it."""
