"""Citations by number where the noun stands first: resolutions 57/32 and 58/5 of the General Assembly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.mention import Mention
from extract.numbered_symbol import possible_symbols, reason_without_symbol, symbol_of
from extract.numbers import PrintedNumber, read_number
from extract.phrases.number_rules import NumberRules
from extract.reading import Reading
from ontology.symbol_resolution import roman_numeral
from ontology.symbol_years import plausible_session

__all__ = ["find_numbered"]

_REACH = 110
_NAME = 20
_DAMAGED_CONFIDENCE = 0.8
_TAILS = 4
_OTHER = "other"
_SESSION_BODIES = ("ga", "hrc")
_ROMAN_BODIES = ("ga", "ecosoc", "tc")
_YEAR_BODIES = ("ecosoc", "chr", "sub-commission")
_WHOLE_NUMBER = re.compile(r"\d+")
_SEVERAL = 2
_RECOMMENDED = "the document that holds it is not named"


@dataclass(frozen=True, slots=True)
class _Member:
    start: int
    end: int
    number: str
    date: str | None = None


def find_numbered(reading: Reading, text: str, rules: NumberRules, organ: str | None) -> list[Mention]:
    """Find what is cited by number.

    Args:
        reading: The document.
        text: Its canonical text with even apostrophes and quotation marks, of the same length.
        rules: Rules of its language.
        organ: Entity id of the organ under which the document is issued.

    Returns:
        One mention for each member of each list, in the order of the text; what cannot be resolved has a reason.
    """
    finder = _Finder(reading, text, rules, organ)
    return [mention for match in rules.head.finditer(text) for mention in finder.group(match)]


class _Finder:
    """Reads lists of numbers; remembers under which body a number was cited before."""

    def __init__(self, reading: Reading, text: str, rules: NumberRules, organ: str | None) -> None:
        self.reading = reading
        self.text = text
        self.rules = rules
        self.organ = organ
        self.known: dict[tuple[str, str], str] = {}
        self._in_full: set[int] = set()
        self._bodies = [(match.start(), rules.issuers[match[0]]) for match in rules.issuer.finditer(text)]

    def group(self, head: re.Match[str]) -> Iterator[Mention]:
        between = self.rules.between.match(self.text, head.end())
        if between is None or self.rules.no_citation.search(self.text, max(0, head.start() - _NAME), head.start()):
            return
        members, issuer = self._members(between.end(), self._named(between))
        # Other words between stand for a body only where the number is one of a resolution beyond doubt.
        if not members or (between["other"] and _WHOLE_NUMBER.fullmatch(members[0].number)):
            return
        kind = str(head.lastgroup)
        phrase, start, before, its = self._before(head)
        # What stands before the noun is said of the number; who adopted it behind may belong to something else.
        issuer = issuer or before if before is None or before.startswith(_OTHER) else before
        for index, member in enumerate(members):
            number = self._read(member.number)
            if number is None:
                continue
            body = self._body(kind, number, issuer, member, its)
            first = start if index == 0 else member.start
            span = (first, member.end, phrase)
            found = list(self._mentions(span, kind, head[0], member, number, body))
            settled = found[0].targets or (issuer is not None and not issuer.startswith(_OTHER))
            yield from found if settled else self._told(found, kind, number, issuer)

    def _members(self, start: int, issuer: str | None) -> tuple[list[_Member], str | None]:
        """Read a list with what is said of each member; a body named in it issued them all."""
        members: list[_Member] = []
        match = self.rules.member.match(self.text, start)
        while match is not None and self._is_member(match, members):
            member, end, named = self._tails(_Member(match.start(), match.end(), match["number"]))
            members = [*_sharing_date(self.text, members, member), member]
            issuer = issuer or named
            joint = self.rules.joint.match(self.text, end)
            match = self.rules.member.match(self.text, joint.end()) if joint else None
        return self._with_dates_behind(members), issuer

    def _with_dates_behind(self, members: list[_Member]) -> list[_Member]:
        """Share out dates that follow a list in its order: 55/2 and 60/1 of 8 September 2000 and 16 September 2005."""
        if len(members) < _SEVERAL or not members[-1].date or any(member.date for member in members[:-1]):
            return members
        dates: list[str | None] = []
        more = self.rules.date_tail.match(self.text, members[-1].end)
        while more is not None and len(dates) <= len(members):
            dates.append(self.rules.iso_date(more["date"]))
            more = self.rules.further_date.match(self.text, more.end())
        if len(dates) != len(members):
            return members
        return [replace(member, date=date) for member, date in zip(members, dates, strict=True)]

    def _is_member(self, match: re.Match[str], before: list[_Member]) -> bool:
        """Pass over a plain number after a full one (resolution 57/32, 15 members), and a year."""
        if not _WHOLE_NUMBER.fullmatch(match["number"]):
            return True
        plain = not before or _WHOLE_NUMBER.fullmatch(before[-1].number) is not None
        return plain and (not before or self.text[match.end() : match.end() + 1] in ("", ".", ",", ";", ")", "\n"))

    def _tails(self, member: _Member) -> tuple[_Member, int, str | None]:
        """Read date, title and body after a number, in any order; give where they end."""
        end, issuer = member.end, None
        for _ in range(_TAILS):
            if date := self.rules.date_tail.match(self.text, end):
                said = self.rules.iso_date(date["date"], _bracketed_year(member.number))
                member = member if member.date else replace(member, date=said)
                end = date.end()
            elif issuer is None and (tail := self.rules.issuer_tail.match(self.text, end)):
                issuer, end = self._named(tail), tail.end()
            elif title := self.rules.title_tail.match(self.text, end):
                end = title.end()
            else:
                break
        return member, end, issuer

    def _named(self, match: re.Match[str]) -> str | None:
        """Give the body that a match names; a short name stands for the body that has it here."""
        if match["issuer"]:
            return self.rules.issuers[match["issuer"]]
        if match["shared"]:
            return f"{_OTHER}:{match['shared']}"
        return _OTHER if match.groupdict().get("other") else None

    def _before(self, head: re.Match[str]) -> tuple[int, int, str | None, bool]:
        """Give where the citing phrase and the span begin, the body named before the head, and whether it is "its"."""
        own = self.rules.owned_head is not None and self.rules.owned_head.search(head[0]) is not None
        low = max(self.reading.block(head.start()).start, head.start() - _REACH)
        match = self.rules.before.search(self.text, low, head.start())
        if match is None:
            other = self.rules.before_other.search(self.text, low, head.start())
            return (other or head).start(), head.start(), _OTHER if other else None, own
        if match["its"]:
            return match.start(), head.start(), None, True
        if self._is_inside_longer(match, low):
            return match.start(), head.start(), _OTHER, own
        start = match.start() if match["issuer"] else head.start()
        return match.start(), start, self._named(match), own

    def _is_inside_longer(self, match: re.Match[str], low: int) -> bool:
        """Tell whether a name is the end of another: Peace and Security Council, Governing Council."""
        if self.text.endswith(self.rules.inside_longer, 0, match.start()):
            return True
        word = _CAPITAL_WORD.search(self.text, low, match.start()) if match["shared"] else None
        return word is not None and word.start() > self.reading.block(match.start()).body

    def _told(self, found: list[Mention], kind: str, number: PrintedNumber, issuer: str | None) -> Iterator[Mention]:
        """Say of a number without body what it may be, or that another body is named."""
        _, _, short = (issuer or "").partition(":")
        other = issuer is not None and not self.rules.shared.get(short)
        of_them = self.rules.shared.get(short, ())
        symbols = () if other else possible_symbols(kind, number, *([of_them] if of_them else []))
        reason = reason_without_symbol(number, None, other=other, fitting=len(symbols))
        if kind == "recommendation":
            reason = _RECOMMENDED
        return (mention._replace(candidates=symbols, reason=reason) for mention in found)

    def _read(self, printed: str) -> PrintedNumber | None:
        for letters, roman in self.rules.romans.items():
            printed = printed.replace(letters, roman)
        printed = _IN_DIGITS.sub(lambda match: f"({match[1] or ''}{roman_numeral(int(match[2]))})", printed)
        return read_number(_mended(printed), self.rules.through)

    def _body(self, kind: str, number: PrintedNumber, issuer: str | None, member: _Member, its: bool) -> str | None:
        """Tell which body issued a number: the one named, the one that such a number fits, or none."""
        offset = member.start
        by_year = number.year is not None and not number.leading_year
        if issuer is not None and issuer.startswith(_OTHER):
            return self._shared(issuer.partition(":")[2], number, member)
        if issuer is not None:
            self.known[kind, member.number] = issuer
            return issuer
        if (kind, member.number) in self.known:
            return self.known[kind, member.number]
        if kind == "recommendation":
            return self._near(offset)
        if number.conference is not None or (by_year and kind == "decision"):
            return None
        if by_year:
            self._in_full.add(number.number)
            return "sc"
        if number.leading_year:
            return self._near(offset, _YEAR_BODIES) or (self.organ if self.organ in _YEAR_BODIES else None)
        if number.session is None and number.roman is None:
            if number.number in self._in_full:
                return "sc"
            return self.organ if its and self.organ else self._near(offset, ("sc",)) or self.organ
        return self._session_body(number, member, its)

    def _shared(self, name: str, number: PrintedNumber, member: _Member) -> str | None:
        """Tell which of the bodies with a short name is meant: the one named before, else the one that speaks."""
        sharing = self.rules.shared.get(name, ())
        year = int(member.date[:4]) if member.date else None
        fitting = [body for body in sharing if _fits(body, number, year)]
        near = self._near(member.start, tuple(fitting), whole=True)
        if near is not None or self.organ in fitting:
            return near or self.organ
        return fitting[0] if len(fitting) == 1 and number.year is not None and fitting[0] == "sc" else None

    def _session_body(self, number: PrintedNumber, member: _Member, its: bool) -> str | None:
        bodies = _ROMAN_BODIES if number.roman else _SESSION_BODIES
        near = self._near(member.start, bodies) if its else None
        first = next((body for body in (near, self.organ) if body is not None and body in bodies), "ga")
        if number.session is None:
            return first
        if not number.session.isdigit():
            return "ga"
        session, year = int(number.session), int(member.date[:4]) if member.date else None
        if plausible_session(first, session, year):
            return first
        near = self._near(member.start, _SESSION_BODIES)
        fitting = [body for body in _SESSION_BODIES if plausible_session(body, session, year)]
        return near if near in fitting else None

    def _near(self, offset: int, among: tuple[str, ...] | None = None, *, whole: bool = False) -> str | None:
        """Give the last body named before an offset in its sentence, or in the whole text before it."""
        low = 0 if whole else self.reading.sentence(offset)[0]
        found = [body for start, body in self._bodies if low <= start < offset and (among is None or body in among)]
        return found[-1] if found else None

    def _mentions(
        self, span: tuple[int, int, int], kind: str, head: str, member: _Member, number: PrintedNumber, body: str | None
    ) -> Iterator[Mention]:
        symbol = symbol_of(kind, number, body)
        targets = (str(symbol),) if symbol is not None else ()
        for part in number.letters or (None,):
            yield Mention(
                start=span[0],
                end=span[1],
                kind="resolution" if kind == "draft" else kind,
                rule=f"numbered-{kind}",
                head=head,
                number=member.number,
                targets=targets,
                part=part or (f"{number.number}/{number.conference}" if number.conference else None),
                issuer=body,
                date=member.date,
                confidence=1.0 if _mended(member.number) == member.number else _DAMAGED_CONFIDENCE,
                phrase=span[2],
                reason=None
                if targets
                else _RECOMMENDED
                if kind == "recommendation"
                else reason_without_symbol(number, body),
            )


_BRACKETED_YEAR = re.compile(r"\(((?:19|20)\d\d)\)$")


def _bracketed_year(number: str) -> int | None:
    match = _BRACKETED_YEAR.search(number)
    return int(match[1]) if match else None


def _sharing_date(text: str, before: list[_Member], member: _Member) -> list[_Member]:
    """Give the date of a number to the one before it of the same year: 431 (1978) and 432 (1978) of 27 July 1978."""
    year = _bracketed_year(member.number)
    if not before or before[-1].date or member.date is None or year is None:
        return before
    near = _BETWEEN_TWO.fullmatch(text, before[-1].end, member.start) is not None
    same = near and _bracketed_year(before[-1].number) == year
    return [*before[:-1], replace(before[-1], date=member.date)] if same else before


_BETWEEN_TWO = re.compile(r" (?!\d)[^\d.,;()]{1,6}")
_CAPITAL_WORD = re.compile(r"(?<!\w)[A-Z][\w'-]* \Z")
_IN_DIGITS = re.compile(r"\((E?S-)?(\d{1,2})\)")


_DAMAGED = re.compile(r"([0-9lILOSB]{1,4})[ .]?\(?(\d{4})\)")
_TYPED_FOR_DIGITS = str.maketrans("lILOSB", "111058")


def _mended(printed: str) -> str:
    """Read what was damaged in print: S11 (1982), 512.(1982), 387 1976), 6l/1."""
    if "/" in printed and "(" not in printed and printed[0] not in "ES":
        return re.sub(r"(?<=\d)[lI]|[lI](?=\d)", "1", printed)
    match = _DAMAGED.fullmatch(printed)
    if match is None or (match[1].isdigit() and printed.endswith(f"({match[2]})") and "." not in printed):
        return printed
    return f"{match[1].translate(_TYPED_FOR_DIGITS)} ({match[2]})"


def _fits(body: str, number: PrintedNumber, year: int | None) -> bool:
    """Tell whether a body numbers its resolutions in this way."""
    if number.leading_year:
        return body in _YEAR_BODIES
    if number.year is not None:
        return body == "sc"
    if number.roman is not None:
        return body in ("ga", "ecosoc", "tc", "chr", "sub-commission")
    if number.session is not None:
        return body in _SESSION_BODIES and (
            not number.session.isdigit() or plausible_session(body, int(number.session), year)
        )
    return body == "sc"
