"""Citations by number: resolutions, decisions and recommendations, alone or in lists, and who issued them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from types import ModuleType

from extract.governing import GoverningWords
from extract.literal import symbols_in
from extract.mention import Mention
from extract.numbered_symbol import OTHER_NUMBERING, reason_without_symbol, symbol_of
from extract.numbers import PrintedNumber, read_number
from extract.reading import Reading
from ontology.symbol_resolution import resolution
from ontology.symbol_years import plausible_session, security_council_year

__all__ = ["find_numbered"]

# Far enough for a date, a subject and the name of a body; a pattern anchored at its end looks at no more.
_REACH = 140
_NAME = 20
_SESSION_BODIES = ("ga", "hrc")
_OTHER = "other"
_CODE = 40
_OPENING = ("recalls", "reaffirms", "notes", "welcomes", "endorses")
_ROMAN_BODIES = ("ecosoc", "tc", "chr", "sub-commission", "escwa")
_RECOMMENDATIONS = {"cedaw-committee": "CEDAW/C/GC", "ccpr": "CCPR/C/GC"}
_YEAR_BODIES = ("ecosoc", "chr", "sub-commission")


def find_numbered(reading: Reading, rules: ModuleType, words: GoverningWords, organ: str | None) -> list[Mention]:
    """Find what is cited by number.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        words: Its governing words.
        organ: Entity id of the organ under which the document is issued.

    Returns:
        One mention for each member of each list, in the order of the text; what cannot be resolved has a reason.
    """
    finder = _Finder(reading, rules, words, organ)
    text = reading.text
    lists = [(match, match.start()) for match in rules.NUMBERED.finditer(text) if match["head"]]
    lists += [(match, match.start("list")) for match in rules.NUMBERED_BARE.finditer(text)]
    found = [mention for match, start in sorted(lists, key=_place) for mention in finder.members(match, start)]
    found += [each for match in rules.NUMBERED_AFTER_NOUN.finditer(text) for each in finder.after_noun(match)]
    return [*found, *_coded(text, rules, {mention.end for mention in found})]


def _place(found: tuple[re.Match[str], int]) -> int:
    return found[1]


def _coded(text: str, rules: ModuleType, ends: set[int]) -> Iterator[Mention]:
    """Find codes of other organizations before nouns that have no number of ours."""
    for noun in rules.NOUN.finditer(text):
        if noun.end() not in ends and text[noun.start() - 1] in rules.CODE_ENDS:
            match = rules.CODE_BEFORE.search(text, max(0, noun.start() - _CODE), noun.start())
            if match is not None:
                yield _of_others(match.start(), noun.end(), noun[0], match["code"])


def _of_others(start: int, end: int, head: str, number: str) -> Mention:
    return Mention(start, end, "other-org", "numbered-other", head=head, number=number, reason=OTHER_NUMBERING)


def _on_one_line(words: str) -> str:
    return words.replace("\n", "")


class _Finder:
    """Finds members of lists; remembers under which body a number was cited before."""

    def __init__(self, reading: Reading, rules: ModuleType, words: GoverningWords, organ: str | None) -> None:
        self.text = reading.text
        self.reading = reading
        self.rules = rules
        self.words = words
        self.organ = organ
        self.known: dict[tuple[str, str], str] = {}
        self.series: dict[tuple[str, int], dict[str, str]] = {}
        self._issuers = list(rules.ISSUER.finditer(reading.text))
        self._issuer_starts = [match.start() for match in self._issuers]

    def members(self, group: re.Match[str], first: int) -> Iterator[Mention]:
        """Read a list with its noun behind it."""
        head = _on_one_line(group["head"])
        members = list(self.rules.MEMBER.finditer(self.text, first, group.start("head")))
        yield from self._listed(members, self.rules.HEADS[head], head, group.end())

    def after_noun(self, group: re.Match[str]) -> Iterator[Mention]:
        """Read a list with its noun before it, as documents were printed until about 1970."""
        members = list(self.rules.MEMBER_AFTER_NOUN.finditer(self.text, *group.span()))
        head = members[0]["head"]
        yield from self._listed(members, self.rules.HEADS[head], head, group.end())

    def _listed(self, members: list[re.Match[str]], kind: str, head: str, last: int) -> Iterator[Mention]:
        issuer: str | None = None
        day: str | None = None
        for index, member in enumerate(members):
            end = last if index == len(members) - 1 else member.end()
            number = read_number(self.rules.plain_number(member["number"]), self.rules.THROUGH)
            if number is None:
                yield _of_others(member.start(), end, head, member["number"])
                continue
            floor = self._floor(members[index - 1].end() if index else 0, member.start())
            found, date, start, phrase = self._before(member.start(), floor)
            day = date = date or self._same_year(member.start(), floor, day)
            other = None if found or issuer else self._other_body(member.start(), floor)
            issuer = found or issuer or other
            body, source = self._body(number, issuer, kind, member, date)
            if body is not None and source == "named":
                self.known[kind, member["number"]] = body
            # One body stands for the whole list, be it named or told by the numbers themselves.
            issuer = issuer or (body if source == "numbers" else None)
            yield from self._mentions((start, end, phrase), kind, head, member["number"], number, (body, source), date)

    def _floor(self, low: int, start: int) -> int:
        """Where what may stand before a member begins at the earliest: no words run over the end of a line."""
        low = max(low, start - _REACH)
        return max(low, self.text.rfind("\n", low, start) + 1)

    def _same_year(self, start: int, floor: int, before: str | None) -> str | None:
        """The date of a member that leaves out its year: 1973年10月22日第338(1973)号、10月25日第340(1973)号."""
        match = self.rules.SAME_YEAR.search(self.text, floor, start) if before is not None else None
        return None if match is None or before is None else self.rules.day_of(before[:4], match["date"])

    def _before(self, start: int, floor: int) -> tuple[str | None, str | None, int, int]:
        """Issuer, date, where the span begins (with the issuer if nothing is between), and where the phrase does."""
        # 《大会》 inside a longer name is not the Assembly; the pattern takes the longest name that it knows.
        match = self.rules.BEFORE_MEMBER.search(self.text, floor, start)
        if match is None:
            return None, None, start, start
        printed = match["date"] or match["early"]
        date = self.rules.iso_date(printed) if printed else None
        # Of two dates the first is that of something else: 任期至7月29日的1994年4月5日第909(1994)号决议.
        begin = match.end("early") if match["date"] and match["early"] else match.start()
        name = match["issuer"]
        if name is not None:
            adjacent = match.end("issuer") == start
            return self.rules.ISSUERS[name], date, match.start("issuer") if adjacent else start, begin
        if match["its"]:
            return self._possessor(match.start("its")), date, start, begin
        return None, date, start, begin

    def _other_body(self, start: int, floor: int) -> str | None:
        """The body named right before a number that is none of the known ones, or is one of several by a short name."""
        match = self.rules.OTHER_BODY.search(self.text, floor, start)
        if match is None:
            return None
        known = [
            each for each in self._bodies(max(floor, match.start() - _NAME), start) if each.end() == match.end("body")
        ]
        if known:
            return str(self.rules.ISSUERS[known[0][0]])
        sharing = self.rules.SHARED_NAMES.get(match["body"], ())
        named = [
            self.rules.ISSUERS[each[0]] for each in self._bodies(self.reading.block(start).start, match.start("body"))
        ]
        council = next((body for body in reversed(named) if body in sharing), None)
        before = self.text[match.start("body") - 1 : match.start("body")]
        alone = not (before.isalpha() and before not in self.rules.BEFORE_SHORT_NAME)
        if alone and (council or self.organ in sharing):
            return council or self.organ
        return _OTHER

    def _bodies(self, start: int, end: int) -> list[re.Match[str]]:
        low, high = bisect_left(self._issuer_starts, start), bisect_left(self._issuer_starts, end)
        return [match for match in self._issuers[low:high] if match.end() <= end]

    def _possessor(self, offset: int) -> str | None:
        """The body for which 其 stands: the topic of the clause, or the organ that speaks."""
        return self._topic(offset) or self.organ

    def _topic(self, offset: int) -> str | None:
        """The last body named since the verb that governs the clause: 注意到人权理事会的工作，包括其第18/23号决议."""
        start = self.reading.sentence(offset)[0]
        opened = [word.end for word in self.words.between(start, offset) if word.function in _OPENING]
        found = self._bodies(opened[-1] if opened else start, offset)
        return self.rules.ISSUERS[found[-1][0]] if found else None

    def _named_before(self, offset: int, among: tuple[str, ...] | None = None, *, in_block: bool = False) -> str | None:
        start = self.reading.block(offset).start if in_block else self.reading.sentence(offset)[0]
        found = [self.rules.ISSUERS[match[0]] for match in self._bodies(start, offset)]
        fitting = [body for body in found if among is None or body in among]
        return fitting[-1] if fitting else None

    def _body(
        self, number: PrintedNumber, issuer: str | None, kind: str, member: re.Match[str], date: str | None
    ) -> tuple[str | None, str]:
        offset = member.start()
        if issuer == _OTHER:
            # Only the Council counts with the year in brackets, and the number must be one of that year.
            told = kind == "resolution" and number.year is not None and not number.leading_year
            return ("sc", "form") if told and security_council_year(number.number) == number.year else (None, "other")
        if issuer is not None:
            return issuer, "named"
        if (kind, member["number"]) in self.known:
            return self.known[kind, member["number"]], "before"
        if kind == "recommendation":
            return self._named_before(offset), "sentence"
        if number.conference is not None:
            return None, "conference"
        if number.year is not None and not number.leading_year:
            return ("sc", "form") if kind != "decision" else (None, "form")
        if number.leading_year:
            return self._named_before(offset, _YEAR_BODIES), "sentence"
        if number.alone:
            return self._named_before(offset, ("sc",)), "sentence"
        return self._session_body(number, offset, date)

    def _session_body(self, number: PrintedNumber, offset: int, date: str | None) -> tuple[str | None, str]:
        """The organ that speaks, or the Assembly; another body where session or date fits only that one."""
        topic = self._topic(offset)
        first = next((body for body in (topic, self.organ) if body in _SESSION_BODIES), "ga")
        if number.roman is not None and resolution("ga", number.number, roman=number.roman) is None:
            return self._named_before(offset, _ROMAN_BODIES), "sentence"
        if number.session is None or not number.session.isdigit():
            return ("ga" if number.session is None else first), "context"
        session, year = int(number.session), int(date[:4]) if date else None
        if plausible_session(first, session, year):
            return first, "context"
        near = self._named_before(offset, _SESSION_BODIES, in_block=True)
        fitting = [body for body in _SESSION_BODIES if plausible_session(body, session, year)]
        return (near, "numbers") if near in fitting else (None, "context")

    def _mentions(
        self,
        span: tuple[int, int, int],
        kind: str,
        head: str,
        printed: str,
        number: PrintedNumber,
        told: tuple[str | None, str],
        date: str | None,
    ) -> Iterator[Mention]:
        body = told[0]
        symbol = symbol_of(kind, number, body)
        targets: tuple[str, ...] = (str(symbol),) if symbol is not None else ()
        candidates: tuple[str, ...] = ()
        if number.alone and _OTHER not in told and kind != "recommendation":
            targets, candidates = self._of_series(kind, number.number, body, targets)
        elif kind == "recommendation":
            candidates = _of_committee(number.number, body)
        elif targets:
            self.series.setdefault((kind, number.number), {})[targets[0]] = body or ""
        for part in number.letters or (None,):
            yield Mention(
                start=span[0],
                end=span[1],
                kind="resolution" if kind == "draft" else kind,
                rule=f"numbered-{kind}",
                head=head,
                number=printed,
                targets=targets,
                part=part or (f"{number.number}/{number.conference}" if number.conference else None),
                issuer=body,
                date=date,
                phrase=span[2],
                candidates=candidates,
                reason=None if targets else _reason(kind, number, *told),
            )

    def _of_series(
        self, kind: str, number: int, body: str | None, targets: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a number alone means: the document of that number named before, or what its series tells."""
        before = self.series.get((kind, number), {})
        fitting = tuple(symbol for symbol, its in before.items() if body in (None, its))
        if targets or len(fitting) == 1:
            return targets or fitting, ()
        council = resolution("sc", number) if kind == "resolution" and body is None else None
        return (), fitting or ((str(council),) if council is not None else ())


def _of_committee(number: int, body: str | None) -> tuple[str, ...]:
    """The symbol that a recent recommendation of a treaty body usually has; the older ones have none."""
    series = _RECOMMENDATIONS.get(body or "")
    return symbols_in(f"{series}/{number}") if series else ()


def _reason(kind: str, number: PrintedNumber, body: str | None, source: str) -> str:
    if source == _OTHER:
        return "the body that is named has no symbols known here"
    if kind == "recommendation":
        return "its symbol is not printed"
    return reason_without_symbol(number, body)
