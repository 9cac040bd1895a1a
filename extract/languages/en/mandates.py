"""How English resolutions word their acts: opening verbs, those that follow, due dates and reports."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.languages.en.addressees import BOTH, DOUBTFUL, EDGES, HEAD, LINK, OF, OF_ANOTHER, OFFICER, REACH, WHOSE
from extract.languages.wordlists import one_phrase_of, wordlists
from extract.mandate_acts import Act, is_past
from extract.masthead_words import masthead_words

__all__ = [
    "AFTER_SESSION",
    "BEFORE_SESSION",
    "BOTH",
    "COMMA",
    "DOUBTFUL",
    "EDGES",
    "HEAD",
    "LINK",
    "OF",
    "OFFICER",
    "OF_ANOTHER",
    "REACH",
    "WHOSE",
    "acts",
    "asks_report",
    "decides",
    "due",
    "hands_in_to",
    "opening",
]

COMMA = ", "
"""What joins the parts of a paragraph."""

_TABLES = wordlists("en", "mandates")
_MASTHEAD = masthead_words("en")
_LEAD = rf"(?:{one_phrase_of(_TABLES['leads'])},? )"
_BEFORE = rf"(?:{one_phrase_of(_TABLES['before'])},? )"
_AFTER = rf"(?:,? {one_phrase_of(_TABLES['after'])})"
# Numbers are bounded, or hostile text would take time without end.
_FEELING = (
    rf"(?:(?:its|their|his) )?(?:(?:{one_phrase_of(_TABLES['feeling'])}|{one_phrase_of(_TABLES['before'])}),? ){{0,4}}"
)
_EXPRESSED = rf"{_FEELING}{one_phrase_of(_TABLES['felt'])}"
_WITH = rf"(?:,? with {_EXPRESSED}(?: and {_EXPRESSED})?)"
_EXPRESSES = rf"(?:expresses|expressing)(?P<said>{_AFTER}? (?:{_EXPRESSED})(?: (?:and|at) {_EXPRESSED})?)?(?!\w)"
_VERB = (
    rf"(?:(?P<asking>{one_phrase_of(_TABLES['asking'])})|(?P<declaring>{one_phrase_of(_TABLES['declaring'])}|{_EXPRESSES}"
    rf"|{one_phrase_of(_TABLES['participles'])}))"
)
_PHRASE = re.compile(rf"(?P<lead>{_LEAD}{{0,2}})(?P<verb>{_BEFORE}{{0,3}}{_VERB}{_AFTER}?{_WITH}?)", re.IGNORECASE)
# Two verbs with one object are one act: Recognizing and affirming.
_EITHER = f"(?:{one_phrase_of(_TABLES['participles'])}|{one_phrase_of(_TABLES['declaring'])})"
_TWIN = re.compile(rf" and {_BEFORE}{{0,2}}{_EITHER}(?= the | its | that )", re.IGNORECASE)
_JOIN = re.compile(r"(?:(?P<strong>[;,] ?(?:and|but|while) |; )|(?P<comma>, )|(?P<plain> and ))")
_FOLLOWS = re.compile(rf",? (?:{one_phrase_of(_TABLES['followers'])}|[A-Z“])")
_MASKED = re.compile(r"“[^”]*”|\([^()]*\)")
# What a report, a State or a meeting does is told in a clause of its own; the acts in it are theirs.
_RELATIVE = re.compile(r"(?<!\w)(?:which|who|whose|whereby|wherein|in which|by which|that|where)(?!\w)")
_CLOSING = ",;.: \n"


def opening(text: str) -> Act | None:
    """Find the verb phrase that governs a paragraph.

    Args:
        text: The words of the paragraph, number left out.

    Returns:
        The act that opens it, its clause running to the end; None where no verb is known.

    Example:
        >>> texts = ("Recalling also its resolution,", "In this regard, invites States", "Expresses deep concern at it")
        >>> [opening(text).printed for text in texts]
        ['Recalling also', 'In this regard, invites', 'Expresses deep concern']
        >>> opening("The purposes of the United Nations,") is None
        True
    """
    found = _PHRASE.match(_mask(text))
    if found is None:
        return None
    end = found.end()
    if twin := _TWIN.match(text, end):
        end = twin.end()
    return Act(
        start=0,
        verb_end=end,
        end=len(text.rstrip(_CLOSING)),
        verb=text[found.start("verb") : end],
        printed=text[:end],
        asks=found["asking"] is not None,
    )


def acts(text: str) -> tuple[Act, ...]:
    """Split a paragraph into its acts.

    Args:
        text: The words of the paragraph, number left out.

    Returns:
        The acts in order; a verb inside the content of an act is none.

    Example:
        >>> [(act.verb, act.asks) for act in acts("Welcomes the report, and requests the Secretary-General to report;")]
        [('Welcomes', False), ('requests', True)]
        >>> [act.verb for act in acts("Takes note of the resolution, which calls upon States and urges all to help;")]
        ['Takes note']
    """
    first = opening(text)
    if first is None:
        return ()
    found = [first]
    masked = _mask(text)
    for join in _JOIN.finditer(masked, first.verb_end):
        act = _next(text, masked, join, found[-1])
        if act is not None:
            found.append(act)
    return tuple(_bounded(text, found))


def _next(text: str, masked: str, join: re.Match[str], last: Act) -> Act | None:
    """The act that begins at a join, unless it is told of somebody else."""
    match = _PHRASE.match(masked, join.end())
    if match is None or join.start() < last.verb_end or not _FOLLOWS.match(masked, match.end()):
        return None
    verb = masked[match.start("verb") :]
    if not verb[0].islower() or _is_participle(match) or _is_told(masked[last.verb_end : join.start()], join):
        return None
    end = match.end()
    return Act(
        join.end(), end, len(text), text[match.start("verb") : end], text[join.end() : end], bool(match["asking"])
    )


def _is_participle(match: re.Match[str]) -> bool:
    declared = match["declaring"]
    return declared is not None and not _FINITE.match(declared)


_FINITE = re.compile(rf"(?:{one_phrase_of(_TABLES['declaring'])}|expresses)", re.IGNORECASE)


def _is_told(before: str, join: re.Match[str]) -> bool:
    """Tell whether a verb goes on with a clause about somebody else: that clause has a finite verb of its own."""
    segment = before[before.rfind(";") + 1 :]
    relative = None
    for relative in _RELATIVE.finditer(segment):
        if _THEIRS.search(segment, relative.end()):
            return True
    if relative is None:
        return False
    return join["comma"] is not None or (join["plain"] is not None and relative[0] in ("which", "who"))


_THEIRS = re.compile(rf"(?<!\w){one_phrase_of((*_TABLES['asking'], *_TABLES['declaring'], 'expresses'))}")


def _bounded(text: str, found: list[Act]) -> Iterator[Act]:
    ends = [act.start for act in found[1:]] + [len(text)]
    for act, end in zip(found, ends, strict=True):
        clause = text[:end].rstrip(_CLOSING)
        if end < len(text):
            clause = _TRAILING.sub("", clause).rstrip(_CLOSING)
        yield replace(act, end=max(act.verb_end, len(clause)))


_TRAILING = re.compile(r"\s(?:and|but|while)$")


def _mask(text: str) -> str:
    """Blot out quotations and brackets, length kept: their verbs are no acts."""
    return _MASKED.sub(lambda match: match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1], text)


_ORDINAL = r"(?P<ordinal>[a-z]+(?:[- ][a-z]+){0,3}?|\d{1,3}(?:st|nd|rd|th))"
_SESSION = re.compile(
    rf"(?<!\w)(?:(?:at|to|for|during|before|by|in) (?:its|the|their)|of its) (?:resumed )?{_ORDINAL}"
    r" (?:regular |annual |substantive )?session(?!\w)"
)
_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"(?<!\w)(?:(?:by|before|no later than|not later than|no later than on|at the latest by)"
    rf"(?: the (?:end|beginning|middle) of)?|prior to) (?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{_MONTHS}) )?"
    r"(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_MONTH = {name: number for number, name in enumerate(_MONTHS.split("|"), 1)}
_SETTLING = re.compile("decides|agrees|resolves", re.IGNORECASE)
_HANDED_IN = re.compile(
    r"(?:report|submit|present|provide|transmit|communicate|convey|forward)(?:(?! to )[^;.]){0,160} to (?:the )?$"
)

BEFORE_SESSION = re.compile(r"[^,;]{0,30}(?:, [^,;]{1,60},)? ?")
"""What may stand between the name of a body and the words that give its session."""

AFTER_SESSION = re.compile(r"(?:at|to|for|during|before|by|in) the [a-z0-9 -]{3,40} session of the ")
"""The words that give a session before the name of its body."""


def due(text: str, since: str | None = None) -> tuple[str, int | None] | None:
    """Find until when something is asked for.

    Args:
        text: The clause of an act.
        since: ISO date of the document; a date before it is no time by which something is due.

    Returns:
        The number of a session and where in the clause its words stand, or an ISO date and None; None where no
        time is set.

    Example:
        >>> due("requests the Secretary-General to report to the General Assembly at its eighty-first session")
        ('81', 65)
        >>> due("Requests the Chair to report no later than 10 July 2015")[0], due("Recalls the text of 10 July 2015")
        ('2015-07-10', None)
    """
    for match in _SESSION.finditer(text):
        number = _MASTHEAD.ordinal(match["ordinal"])
        if number is not None:
            return str(number), match.start()
    for match in _DATE.finditer(text):
        month = f"-{_MONTH[match['month']]:02}" if match["month"] else ""
        day = f"-{int(match['day']):02}" if match["day"] and month else ""
        date = match["year"] + month + day
        if not is_past(date, since):
            return date, None
    return None


def decides(verb: str) -> bool:
    """Tell whether an act settles something, so that a time in it is a time set.

    Example:
        >>> decides("Also decides"), decides("Recalls")
        (True, False)
    """
    return _SETTLING.search(verb) is not None


def hands_in_to(text: str, start: int, _end: int) -> bool:
    """Tell whether the name at ``start`` is that of whoever gets what is asked for.

    Example:
        >>> text = "to submit a report to the Security Council by 30 November 1984"
        >>> hands_in_to(text, text.index("Security"), text.index(" by"))
        True
    """
    return _HANDED_IN.search(text, max(0, start - 220), start) is not None


def asks_report(text: str) -> bool:
    """Tell whether the clause of an asking act asks for a report.

    Example:
        >>> texts = ("requests the Secretary-General to report on it", "requests him to reflect this in his report")
        >>> [asks_report(text) for text in texts]
        [True, False]
    """
    return _REPORT.search(_mask(text)) is not None


_REPORT = re.compile(rf"(?<!\w){one_phrase_of(_TABLES['reports'])}")
