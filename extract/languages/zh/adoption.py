"""How Chinese documents say when what they cite was made: the act, its date, the event whose outcome it is."""

import re

from extract.languages.wordlists import one_of, wordlists
from extract.languages.zh.printed_numbers import DATE

__all__ = ["ADOPTED_AFTER", "ADOPTED_BEFORE", "ADOPTING", "ANY_DATE", "DATE_IN_BRACKET", "OUTCOME_OF_EVENT"]

_FILLERS = one_of(wordlists("zh", "citations")["governing"]["fillers"])
_LASTING = "以来|起|至|期间|前|后|底"

ADOPTING = re.compile(r"通过|签署|发表|颁布|缔结|批准")
"""The words of an act by which a document is made."""

OUTCOME_OF_EVENT = re.compile(
    r"(?:这次|该次|此次|本次)[^，。；]{0,10}(?:会议|大会|辩论|首脑会议|论坛|会晤|讨论)的?[^，。；]{0,6}(?:成果|结果)[^。；]{0,12}\Z"
)
"""What stands before the name of an event's outcome, the event being that of the sentence before."""

ANY_DATE = re.compile(rf"{DATE}(?!{_LASTING}|[-—])")
"""A date at any precision, not one from or until which something lasts."""

ADOPTED_BEFORE = re.compile(
    rf"(?P<date>{DATE})(?!{_LASTING})[^。；：《》\n\d]{{0,40}}?(?:{ADOPTING.pattern})了?(?:{_FILLERS})*\Z"
)
"""The date of the act that made the document named after it: 2012年5月，大会通过了…."""

ADOPTED_AFTER = re.compile(
    rf"(?:已|最终)?[于在](?P<date>{DATE})[^，。；：《》\n]{{0,40}}?(?:获得?)?(?:{ADOPTING.pattern})(?=[，。；、\n])"
)
"""What is said of the adoption right after a demonstrative: (该决议草案)在2014年3月举行的大会上获得通过."""

DATE_IN_BRACKET = re.compile(rf"\((?P<date>{DATE})\)")
"""The date of a document in the bracket after it."""
