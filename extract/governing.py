"""The word that governs a citation, and what the citation does by it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import NamedTuple

from extract.answering import reports
from extract.gazetteer import Gazetteer
from extract.mention import Mention
from extract.reading import Reading

__all__ = ["FUNCTIONS", "GoverningWord", "GoverningWords", "coordinations", "govern"]

FUNCTIONS = frozenset({
    "recalls", "reaffirms", "notes", "welcomes", "pursuant-to", "requested-by", "implements", "amends", "endorses",
    "adopts", "decides", "sees", "cites",
})  # fmt: skip
"""The closed list of what a citation may do."""

_CLAUSE_END = re.compile(r"[；。：;:\n]")
_CLOSING = re.compile(r"[^()]*\)")
_REACH = 220
_LONGEST_JOINT = 30
_FRAME = 12
_CITED = "\ufffc"
_ACTING = ("preambular", "operative")
_DONE_BY_OTHERS = ("implements", "requested-by")
# An adverb belongs to the verb by which an organ takes up a document, not to a preposition.
_TAKING_UP = frozenset({"recalls", "reaffirms", "notes", "welcomes"})
_ENDORSING = "endorses"
_MAKING = frozenset({"adopts", "amends", "decides"})
# A report tells of such acts of others; it performs none.
_OF_ITS_OWN = frozenset({"implements", "pursuant-to", "requested-by", "sees"})


class GoverningWord(NamedTuple):
    """A verb or preposition that may govern a citation; a tuple, for a document has hundreds of them.

    Attributes:
        start: First code point in the canonical text, its adverb included.
        end: One past the last.
        function: What a citation does by it, one of ``FUNCTIONS``.
    """

    start: int
    end: int
    function: str


class GoverningWords:
    """The governing words of a document, found once; words inside titles and such as are no verbs are left out.

    Example:
        >>> from corpus import read_text
        >>> from extract.languages import rules
        >>> reading = Reading(read_text("大会，\\n又回顾其第57/32号决议，\\n", "a.txt"))
        >>> words = GoverningWords(reading, rules("zh", "citations"))
        >>> [(reading.text[word.start : word.end], word.function) for word in words.between(0, 20)]
        [('又回顾', 'recalls')]
    """

    def __init__(self, reading: Reading, rules: ModuleType) -> None:
        self._text = text = reading.text
        self._rules = rules
        self._titles = [match.span() for match in rules.TITLED.finditer(text)]
        alone = (match for match in rules.VERBS_ALONE.finditer(text))
        found = [(match.start(), match.end(), rules.FUNCTIONS_ALONE[match[0]]) for match in alone]
        found = sorted([*found, *_verbs(rules).find(text)])
        verbs = [(start, end, function) for start, end, function in found if self._is_verb(start, end, function)]
        self._starts = [start for start, _, _ in verbs]
        self._words = [GoverningWord(self._begin(start, function, 0), end, function) for start, end, function in verbs]
        self._clauses = [match.end() for match in _CLAUSE_END.finditer(text)]

    def clause(self, reading: Reading, offset: int) -> int:
        """Give the canonical offset at which the clause around an offset begins."""
        marks = bisect_right(self._clauses, offset)
        mark = self._clauses[marks - 1] if marks else 0
        return max(reading.sentence(offset)[0], reading.block(offset).body, offset - _REACH, mark)

    def between(self, start: int, end: int) -> list[GoverningWord]:
        """Give the words that stand wholly between two canonical offsets, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        words = self._words
        return [
            words[place] if words[place].start >= start else self._from(place, start)
            for place in range(low, high)
            if words[place].end <= end
        ]

    def _from(self, place: int, start: int) -> GoverningWord:
        """A word of which the adverb stands before an offset, from that offset on."""
        word = self._words[place]
        return GoverningWord(self._begin(self._starts[place], word.function, start), word.end, word.function)

    def _is_verb(self, start: int, end: int, function: str) -> bool:
        if not function or self._text.startswith(self._rules.ATTRIBUTIVE, end):
            return False
        place = bisect_left(self._titles, (start,)) - 1
        return place < 0 or self._titles[place][1] <= start

    def _begin(self, start: int, function: str, low: int) -> int:
        if function not in _TAKING_UP and function != _ENDORSING:
            return start
        for prefix in self._rules.VERB_PREFIXES:
            if self._text.endswith(prefix, low, start):
                return start - len(prefix)
        return start


@cache
def _verbs(rules: ModuleType) -> Gazetteer[str]:
    return Gazetteer({**rules.VERBS, **dict.fromkeys(rules.NO_VERBS, "")})


def coordinations(
    reading: Reading, rules: ModuleType, mentions: Sequence[Mention], words: GoverningWords | None = None
) -> list[tuple[int, int]]:
    """Tell for each mention the first and last member of its coordination, which one word governs.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        mentions: Mentions sorted by start.
        words: Its governing words; with them a member may have its owner before it.

    Returns:
        Two places in the sequence for each mention; both its own where it stands alone.
    """
    firsts: list[int] = []
    for index in range(len(mentions)):
        before = _member_before(reading.text, rules, mentions, index, words)
        firsts.append(index if before is None else firsts[before])
    lasts = {first: index for index, first in enumerate(firsts)}
    return [(first, lasts[first]) for first in firsts]


def _member_before(
    text: str, rules: ModuleType, mentions: Sequence[Mention], index: int, words: GoverningWords | None
) -> int | None:
    """The member before one; what stands in the frame of the one is passed over: 《甲》、在《乙》下通过的《丙》."""
    if not index:
        return None
    before, mention = mentions[index - 1], mentions[index]
    if _are_joined(text, rules, before, mention, words):
        return index - 1
    if index > 1 and rules.EMBEDDING.fullmatch(text, before.end, mention.start):
        end, start = _past_pinpoint(text, rules, mentions[index - 2]), before.start - len(rules.FRAMING)
        if (
            text.startswith(rules.FRAMING, start)
            and end <= start
            and rules.BETWEEN_SIBLINGS.fullmatch(text, end, start)
        ):
            return index - 2
    return None


def _are_joined(text: str, rules: ModuleType, first: Mention, second: Mention, words: GoverningWords | None) -> bool:
    if (first.start, first.end) == (second.start, second.end):
        return True
    if rules.SENTENCE_BREAK.search(text, first.end, second.start):
        return False
    end, start = _past_pinpoint(text, rules, first), _phrase(text, rules, second)
    apart = second.kind == "anaphora" and text.endswith(rules.COMMA, 0, start)
    if apart or end >= start or start - end > _LONGEST_JOINT:
        return False
    if rules.BETWEEN_SIBLINGS.fullmatch(text, end, start):
        return True
    if words is None or rules.BETWEEN_OWNED.fullmatch(text, end, start) is None:
        return False
    return not words.between(end, start)


def _past_pinpoint(text: str, rules: ModuleType, mention: Mention) -> int:
    match = rules.PINPOINT.match(text, mention.end) if mention.pinpoint else None
    return match.end() if match else mention.end


def _phrase(text: str, rules: ModuleType, mention: Mention) -> int:
    """Where the citing phrase begins: before issuer, date and subject, whose words do not govern it."""
    if mention.phrase is not None:
        return mention.phrase
    if not text.endswith(rules.PHRASE_ENDS, 0, mention.start):
        return mention.start
    low = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _REACH // 2)
    match = rules.PHRASE_BEFORE_TITLE.search(text, low, mention.start)
    return match.start() if match else mention.start


def govern(
    reading: Reading,
    rules: ModuleType,
    words: GoverningWords,
    mention: Mention,
    document_type: str | None,
    ends: tuple[Mention, Mention] | None = None,
) -> tuple[str | None, str]:
    """Tell which word governs a citation, and the function for which it stands.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        words: Its governing words.
        mention: The citation.
        document_type: Type of the citing document; only a report, or the note that transmits one, answers a request.
        ends: First and last member of the coordination to which it belongs.

    Returns:
        The word as printed (None where there is none) and one of ``FUNCTIONS``.
    """
    if mention.kind in ("url", "self"):
        return None, "cites"
    first, last = ends or (mention, mention)
    verb, function = _word(reading, rules, words, first, last)
    reporting = reports(document_type)
    if reporting and _answers(reading, rules, mention, function):
        return verb, "requested-by"
    if reading.locate(mention.start).footnote is not None:
        return (verb, function) if function == "sees" else (verb if function == "cites" else None, "sees")
    if reporting:
        return verb, "cites"
    return verb, _act(reading, rules, words, first)


def _act(reading: Reading, rules: ModuleType, words: GoverningWords, mention: Mention) -> str:
    """Tell what the document itself does to what it cites.

    Only a verb that opens a clause of a resolution is the organ's own act; what stands in between is done by
    somebody else (鼓励会员国执行《公约》, 注意到委员会通过的决议). A recall takes up all that its clause
    says; any other act only what follows its verb directly, and to act pursuant to something opens the paragraph.
    """
    if reading.locate(mention.start).place not in _ACTING:
        return "cites"
    start, phrase = reading.block(mention.start).body, _phrase(reading.text, rules, mention)
    said = words.between(start, phrase)
    if reading.text.startswith(rules.OF, phrase) or reading.text.endswith(rules.OF, 0, phrase):
        # What the cited document itself does: 重申设立援助团的第872(1993)号决议.
        said = [word for word in said if word.function not in _MAKING]
    opening = [word for word in said if _opens(reading.text, rules, start, word)]
    if not opening:
        return "cites"
    act = opening[-1]
    if act.function == "recalls":
        return act.function
    between = [
        word for word in said if word.start >= act.end and (act.function != "reaffirms" or word.function != "cites")
    ]
    before = reading.text[start : act.start]
    aside = act.function == "pursuant-to" and before not in ("", *rules.VERB_PREFIXES)
    return "cites" if between or aside or act.function in _DONE_BY_OTHERS else act.function


def _opens(text: str, rules: ModuleType, start: int, word: GoverningWord) -> bool:
    return (
        word.start == start
        or text[word.start - 1] in rules.CLAUSE_MARKS
        or text.endswith(rules.VERB_PREFIXES, start, word.start)
    )


def _word(
    reading: Reading, rules: ModuleType, words: GoverningWords, first: Mention, last: Mention
) -> tuple[str | None, str]:
    """The verb after a citation (《公约》执行情况), the frame around it (在…中), or the nearest word before it.

    Nothing governs an instrument in the name of a body (《公约》缔约国): what is said there is said of the body; nor
    the demonstrative with which a new clause begins (，该决议鼓励).
    """
    text, end = reading.text, _past_pinpoint(reading.text, rules, last)
    if last.kind == "instrument" and rules.IN_BODY_NAME.match(text, last.end):
        return None, "cites"
    after = rules.AFTER_CITED.match(text, end)
    if after is not None:
        return after["verb"], rules.FUNCTIONS_AFTER[after["verb"]]
    start = _phrase(text, rules, first)
    if first.kind == "anaphora" and start and text[start - 1] == rules.COMMA:
        return None, "cites"
    nearest = _nearest(reading, rules, words, start)
    opening = _taken_up(reading, rules, words, start, nearest)
    if opening is not None:
        return opening
    framed = _frame(text, rules, first, end) or _split_verb(text, rules, words, start, end)
    if framed is not None:
        return framed, "cites"
    made = rules.MADE_INTO.match(text, end)
    if made is not None and start and text[start - 1] == rules.MAKING:
        return f"{rules.MAKING}…{made[0]}", "cites"
    return (text[nearest.start : nearest.end], nearest.function) if nearest is not None else (None, "cites")


def _taken_up(
    reading: Reading, rules: ModuleType, words: GoverningWords, offset: int, nearest: GoverningWord | None
) -> tuple[str, str] | None:
    """The verb by which an organ takes up what a clause says of a document: 回顾其2000年通过《联合国千年宣言》."""
    if nearest is not None and nearest.function not in _TAKING_UP:
        beside = reading.text.endswith(rules.COORDINATING, 0, nearest.start)
        if beside or nearest.function in _OF_ITS_OWN:
            return None
    start = max(words.clause(reading, offset), reading.text.rfind(rules.COMMA, 0, offset) + 1)
    opened = [word for word in words.between(start, offset) if word.function in _TAKING_UP]
    return (reading.text[opened[-1].start : opened[-1].end], opened[-1].function) if opened else None


def _frame(text: str, rules: ModuleType, first: Mention, end: int) -> str | None:
    low = max(text.rfind("\n", 0, first.start) + 1, first.start - _REACH // 2)
    place = text.rfind(rules.FRAMING, low, first.start)
    while place >= 0 and (opening := rules.OPENING_FRAME.fullmatch(text, place, first.start)) is None:
        place = text.rfind(rules.FRAMING, low, place)
    closing = rules.CLOSING_FRAME.match(text, end) if place >= 0 else None
    if closing is None or opening is None:
        return None
    close = closing["close"] or closing["near"]
    return f"{rules.FRAMING}{opening['its'] or ''}…{close}{(closing['verb'] or '').replace('“', '')}"


def _split_verb(text: str, rules: ModuleType, words: GoverningWords, start: int, end: int) -> str | None:
    """A preposition before and its verb after: 与《宪章》保持一致, 将《公约》转化为法律."""
    closing = rules.SPLIT_VERBS.match(text, end)
    if closing is None:
        return None
    place = max(
        text.rfind(opener, max(0, start - _FRAME), start) for opener in rules.SPLIT_VERB_OPENERS[closing["close"]]
    )
    if place < 0 or rules.CLAUSE_BREAK.search(text, place, start) or words.between(place + 1, start):
        return None
    return f"{text[place]}…{closing['close']}"


def _nearest(reading: Reading, rules: ModuleType, words: GoverningWords, offset: int) -> GoverningWord | None:
    """The last governing word before the citing phrase in its clause, but for those in a bracket that was closed.

    Some govern only what is right beside them.
    """
    text, low = reading.text, words.clause(reading, offset)
    if text.endswith("(", 0, offset) and not text.endswith(rules.BRACKET_AFTER_TITLE, 0, offset):
        # In a bracket stands the symbol of what the same clause names.
        low = max(low, text.rfind(rules.COMMA, 0, offset))
    for word in reversed(words.between(low, offset)):
        if _CLOSING.match(text, word.end, offset):
            continue
        printed = text[word.start : word.end]
        if printed not in rules.BESIDE or rules.BETWEEN_BESIDE.fullmatch(text, word.end, offset):
            return word
    return None


def _answers(reading: Reading, rules: ModuleType, mention: Mention, function: str) -> bool:
    """Tell whether a report says that it is made as the cited decision asks."""
    if mention.kind not in ("resolution", "decision", "symbol", "anaphora"):
        return False
    start, end = reading.sentence(mention.start)
    after = reading.text[mention.end : end]
    if rules.REPORT_REQUEST.match(after):
        return True
    if function not in ("pursuant-to", "requested-by"):
        return False
    # The sign of an object stands for the citation, so that a rule can tell what stands before and behind it.
    return rules.REQUESTED.search(f"{reading.text[start : mention.start]}{_CITED}{after}") is not None
