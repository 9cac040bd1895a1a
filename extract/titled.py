"""Citations by title: instruments, official records, publications, and texts of bodies outside the United Nations."""

import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from extract.gazetteer import Gazetteer
from extract.literal import symbols_in
from extract.mention import Mention
from extract.reading import Reading
from ontology.instruments import Instrument, instruments
from ontology.sales import document_of_sales_number

__all__ = ["find_titled", "lookup"]

_REACH = 40
_BLANKS = re.compile(r"\s+")


@cache
def _by_surface(language: str) -> dict[str, tuple[Instrument, ...]]:
    registry = instruments()
    found: dict[str, tuple[Instrument, ...]] = {}
    for surface in registry.surfaces(language):
        if not surface.weak:
            key = _key(surface.text)
            found[key] = (*found.get(key, ()), registry[surface.entity])
    return found


@cache
def _unmarked(rules: ModuleType, language: str) -> Gazetteer[Instrument]:
    """The names that need no marks of a title to be told from ordinary words."""
    registry = instruments()
    return Gazetteer({
        surface.text: registry[surface.entity]
        for surface in registry.surfaces(language)
        if not (surface.weak or surface.shared)
        and len(surface.text) >= rules.SHORTEST_UNMARKED
        and surface.text.endswith(rules.UNMARKED_HEADS)
    })  # fmt: skip


def _key(name: str) -> str:
    return _BLANKS.sub("", name).casefold()


def lookup(name: str, language: str, year: str | None = None) -> tuple[Instrument, ...]:
    """Find the instruments that a name denotes.

    Args:
        name: A name without the marks of a title; blanks and case are ignored.
        language: Language code.
        year: Year said of the instrument, which tells those of one name apart.

    Returns:
        One instrument; several where the name is shared and the year does not decide; none where it is not known.

    Example:
        >>> [found.symbols for found in lookup("2030 年可持续发展议程", "zh")]
        [('A/RES/70/1',)]
        >>> [found.id for found in lookup("关于艾滋病毒/艾滋病问题的政治宣言", "zh", "2011")]
        ['hiv-2011']
    """
    found = _by_surface(language).get(_key(name), ())
    of_year = tuple(each for each in found if year is not None and (each.date or "").startswith(year))
    return of_year if len(of_year) == 1 else found


def find_titled(reading: Reading, rules: ModuleType) -> list[Mention]:
    """Find what is cited by title.

    Args:
        reading: The document.
        rules: Citation rules of its language.

    Returns:
        One mention for each title, in no particular order. A short form (《公约》) waits for its antecedent.
    """
    finder = _Finder(reading, rules)
    return [
        *finder.titles(),
        *finder.quotations(),
        *finder.sales_numbers(),
        *finder.statements(),
        *finder.named_by_title(),
        *finder.told_by_years(),
        *finder.anniversaries(),
        *finder.unmarked(),
    ]


class _Finder:
    def __init__(self, reading: Reading, rules: ModuleType) -> None:
        self.text = reading.text
        self.reading = reading
        self.rules = rules
        self.language = reading.document.language

    def titles(self) -> Iterator[Mention]:
        marked = [match.span() for match in self._anniversaries()]
        previous: re.Match[str] | None = None
        for match in self.rules.TITLED.finditer(self.text):
            if not any(start <= match.start() < end for start, end in marked):
                yield self._title(match, previous)
            previous = match

    def _title(self, match: re.Match[str], previous: re.Match[str] | None) -> Mention:
        name = _BLANKS.sub("", match[1])
        if sales := self.rules.SALES.match(self.text, match.end()):
            return _publication(match.start(), sales.end(), name, sales["number"] or sales["apart"])
        before = self.text[max(0, match.start() - _REACH) : match.start()]
        dated = self.rules.DATE_BEFORE_TITLE.search(before)
        date = self.rules.iso_date(dated["date"]) if dated else None
        if revised := self.rules.REVISED_BEFORE_TITLE.search(before):
            return self._revision(match, name, self.rules.iso_date(revised["date"]))
        known = self._known(name, before, match, previous, date)
        if len(known) == 1:
            found = _instrument(match.start(), match.end(), known[0], self.language, date, "title-registry")
            return found._replace(name=name) if name in known[0].names.get(self.language, ()) else found
        if known:
            return self._shared(match, name, known, date)
        kind, head = self._kind(name)
        if kind == "other-org" and date is None and (year := self.rules.YEAR.match(name)):
            date = self.rules.iso_date(year[0])
        pending = kind == "instrument"
        return Mention(
            match.start(), match.end(), kind, f"title-{kind}", head=head, name=name, date=date, pending=pending,
            reason="not in the registry of instruments" if pending else "no symbol is printed with it",
            candidates=symbols_in(self.rules.supplement(name) or "") if kind == "record" else (),
        )  # fmt: skip

    def _known(
        self, name: str, before: str, match: re.Match[str], previous: re.Match[str] | None, date: str | None
    ) -> tuple[Instrument, ...]:
        """Look a title up: with its owner, by itself, or as one of a pair (《北京宣言》和《行动纲要》)."""
        year = date[:4] if date else None
        owner = self.rules.OWNER_BEFORE_TITLE.search(before)
        known = lookup(owner[0] + name, self.language, year) if owner else ()
        known = known or lookup(name, self.language, year)
        if not known and previous is not None:
            known = self._with_previous(name, match, previous)
        return known

    def _with_previous(self, name: str, match: re.Match[str], previous: re.Match[str]) -> tuple[Instrument, ...]:
        joint = self.text[previous.end() : match.start()]
        if len(joint) > 3 or not self.rules.SIBLINGS.search(joint):
            return ()
        first = _BLANKS.sub("", previous[1])
        return lookup(f"{first}{joint}{name}", self.language) or lookup(first + name, self.language)

    def _shared(self, match: re.Match[str], name: str, known: tuple[Instrument, ...], date: str | None) -> Mention:
        """Several instruments have this name, and no year tells which one is meant."""
        symbols = tuple(symbol for each in known for symbol in each.symbols[:1])
        return Mention(
            match.start(), match.end(), "instrument", "title-shared", head=self._kind(name)[1], name=name, date=date,
            candidates=symbols, reason="several instruments have this name", pending=True,
        )  # fmt: skip

    def _kind(self, name: str) -> tuple[str, str | None]:
        """Tell by its last word what a title names."""
        stem = re.sub(r"\([^()]*\)$", "", name)
        first = re.split("[：:，,]", stem)[0]
        record = next((head for head in self.rules.RECORD_HEADS if stem.endswith(head)), "")
        text = next((head for head in self.rules.INSTRUMENT_HEADS if stem.endswith(head) or first.endswith(head)), "")
        official = self.rules.RECORD_HEADS[0]
        if official in stem or len(record) > len(text):
            return "record", record or official
        if text:
            return "instrument", text
        if stem.endswith(self.rules.LAW_HEADS):
            return "other-org", None
        return "record", None

    def _revision(self, match: re.Match[str], name: str, date: str | None) -> Mention:
        """A revised text is another document than the one of that name, and is not resolved to it."""
        head = self._kind(name)[1]
        return Mention(
            match.start(), match.end(), "instrument", "title-revised", head=head, name=name, date=date,
            reason="a revision; its document is not named",
        )  # fmt: skip

    def quotations(self) -> Iterator[Mention]:
        for match in self.rules.QUOTED.finditer(self.text):
            known = lookup(match[1], self.language)
            if len(known) == 1:
                yield _instrument(match.start(), match.end(), known[0], self.language, None, "quoted-registry")
            elif match["draft"]:
                yield _quoted(match, "other-org", "draft")
            elif match[1] in self.rules.QUOTED_INSTRUMENTS:
                yield _quoted(match, "instrument", match[1])._replace(rule="quoted-short", pending=True)
            elif match[1].endswith(self.rules.QUOTED_HEADS) and len(match[1]) <= _REACH:
                kind = "instrument" if match[1].endswith(self.rules.QUOTED_INSTRUMENTS) else "other-org"
                yield _quoted(match, kind, match[1][-2:])

    def sales_numbers(self) -> Iterator[Mention]:
        """Publications of which only the number is given; what stands after a title belongs to the title."""
        if self.rules.SALES_WORDS in self.text:
            for match in self.rules.SALES_ALONE.finditer(self.text):
                yield _publication(match.start(), match.end(), None, match["number"])

    def statements(self) -> Iterator[Mention]:
        """Statements of a president, known by their dates: 安理会主席2013年2月15日和2014年8月29日的声明."""
        for match in self.rules.STATEMENT.finditer(self.text):
            dates = list(self.rules.DAY.finditer(self.text, *match.span("dates")))
            for date in dates if self.rules.PRESIDENT in match[0] else ():
                yield Mention(
                    date.start(), match.end() if date is dates[-1] else date.end(), "record", "statement-by-date",
                    name=f"{self.rules.PRESIDENT}{match['head'].removeprefix(self.rules.PRESIDENT)}",
                    date=self.rules.iso_date(date[0]), issuer=self.rules.ISSUERS[match["issuer"]], phrase=match.start(),
                    reason="known by its date only",
                )  # fmt: skip

    def named_by_title(self) -> Iterator[Mention]:
        for match in self.rules.TITLED_BY.finditer(self.text):
            before = self.text[max(0, match.start() - _REACH) : match.start()]
            dated = self.rules.DATE_BEFORE_TITLE.search(before)
            yield Mention(
                match.start("name"), match.end("name"), "instrument", "named-by-title",
                head=match["name"][-2:], name=match["name"],
                date=self.rules.iso_date(dated["date"]) if dated else None, reason="not in the registry of instruments",
            )  # fmt: skip

    def told_by_years(self) -> Iterator[Mention]:
        """Give each year of 2005年和2010年…成果文件 its own mention; the last one holds the noun."""
        if self.rules.OUTCOME not in self.text:
            return
        for match in self.rules.YEARS_OF.finditer(self.text):
            years = list(self.rules.YEAR.finditer(match["years"]))
            for year in years:
                known = lookup(year[0] + match["tail"], self.language)
                if len(known) == 1:
                    start = match.start() + year.start()
                    end = match.end() if year is years[-1] else match.start() + year.end()
                    yield _instrument(start, end, known[0], self.language, None, "told-by-years")

    def _anniversaries(self) -> Iterator[re.Match[str]]:
        return self.rules.ANNIVERSARY.finditer(self.text) if self.rules.ANNIVERSARY_NOUN in self.text else iter(())

    def anniversaries(self) -> Iterator[Mention]:
        for match in self._anniversaries():
            yield Mention(
                match.start(),
                match.end(),
                "instrument",
                "anniversary",
                name=re.sub("[《》]", "", match[0]),
                reason="named by an anniversary only",
            )

    def unmarked(self) -> Iterator[Mention]:
        """Names of the registry without marks: 加入联合国海洋法公约; also inside the name of a body."""
        for start, end, known in _unmarked(self.rules, self.language).find(self.text):
            long = (
                end - start >= self.rules.LONG_UNMARKED
                and self.text[max(0, start - 1) : start] not in self.rules.OPENING_MARKS
            )
            apart = long or self.rules.BEFORE_UNMARKED.search(self.text, max(0, start - 4), start)
            if apart and not self.rules.AFTER_UNMARKED.match(self.text, end):
                found = _instrument(start, end, known, self.language, None, "title-unmarked")
                yield found._replace(confidence=0.9)


def _quoted(match: re.Match[str], kind: str, head: str) -> Mention:
    name = _BLANKS.sub("", match[1])
    return Mention(
        match.start(), match.end(), kind, "quoted-title", head=head, name=name, reason="no symbol is printed"
    )


def _publication(start: int, end: int, name: str | None, number: str) -> Mention:
    symbol = document_of_sales_number(number)
    targets = (symbol,) if symbol is not None else ()
    reason = None if targets else f"sales number {number}; no symbol is known for it"
    return Mention(start, end, "record", "sales-publication", name=name, number=number, targets=targets, reason=reason)


def _instrument(start: int, end: int, known: Instrument, language: str, date: str | None, rule: str) -> Mention:
    names = known.names.get(language) or known.names["en"]
    # The date of something else, of which the title is a part: 1999年7月15日《日内瓦第四公约》缔约国会议.
    date = date if date is None or known.date is None or date[:4] == known.date[:4] else None
    return Mention(
        start, end, "instrument", rule,
        targets=known.symbols[:1], part=known.part, name=names[0], instrument=known.id, date=date,
        candidates=known.alternatives if not known.symbols else (),
        reason=None if known.symbols else "the instrument has no document symbol",
    )  # fmt: skip
