"""How a language cites by number: the patterns around lists of numbers, made of the words of its data file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.languages.wordlists import any_of, one_of

__all__ = ["NumberRules", "number_rules"]

_NEVER = "(?!)"
_YEAR = r"\(?(?:19|20)\d\d\)"
_OPENING, _CLOSING = "“\"«<‘'„", "”\"»>’'"
_TITLE = rf"[{_OPENING}]{{1,2}}[^{_CLOSING}\n]{{2,240}}[{_CLOSING}]{{1,2}}"
# Letters typed or read for digits, in numbers that a year in brackets confirms.
_DIGITS = "0-9lILOSB"


@dataclass(frozen=True, slots=True, eq=False)
class NumberRules:
    """The tables and patterns of one language.

    Attributes:
        head: A noun that numbers follow; the name of the group that matched is the kind of citation.
        owned_head: A head that holds its possessor (a suffix), None where no head does.
        before: What may stand before a head, up to its end: ``issuer``, ``shared`` name or ``its``.
        before_other: Another body before a head, up to its end.
        no_citation: Words before a head that make it none (this resolution), up to their end.
        between: What may stand between head and number: a body (``issuer``, ``shared``, ``other``), "No.".
        member: One ``number`` of a list.
        joint: What joins two members.
        date_tail: A ``date`` of the document after its number.
        further_date: A further ``date`` after one, over a bracket between.
        title_tail: Title or subject after the number.
        issuer_tail: The body after the number: ``issuer``, ``shared`` or ``other``.
        issuer: Any name of ``issuers``.
        issuers: Entity id by name.
        shared: Bodies by the short name that they share.
        inside_longer: Words after which a name is the end of a longer one.
        date: A date: ``day``, ``month``, ``year``.
        months: Number of a month by the pattern of its name.
        through: Words between first and last of a range.
        romans: What stands for Roman numerals and marks of special sessions, and their usual form.
    """

    head: re.Pattern[str]
    owned_head: re.Pattern[str] | None
    before: re.Pattern[str]
    before_other: re.Pattern[str]
    no_citation: re.Pattern[str]
    between: re.Pattern[str]
    member: re.Pattern[str]
    joint: re.Pattern[str]
    date_tail: re.Pattern[str]
    further_date: re.Pattern[str]
    title_tail: re.Pattern[str]
    issuer_tail: re.Pattern[str]
    issuer: re.Pattern[str]
    issuers: Mapping[str, str]
    shared: Mapping[str, tuple[str, ...]]
    inside_longer: tuple[str, ...]
    date: re.Pattern[str]
    months: Mapping[str, int]
    through: frozenset[str]
    romans: Mapping[str, str]

    def iso_date(self, text: str, year: int | None = None) -> str | None:
        """Give the first date of a text in ISO form, at the precision that is printed; None without a year.

        Args:
            text: Text with a date in words.
            year: The year where the date has none.

        Example:
            >>> from extract.phrases.citation_rules import citation_rules
            >>> citation_rules("en").numbers.iso_date("of 9 December 2014")
            '2014-12-09'
        """
        match = self.date.search(text)
        said = match and (match["year"] or (year and match["day"] and str(year)))
        if match is None or not said:
            return None
        month = next(number for name, number in self.months.items() if re.fullmatch(name, match["month"]))
        day = re.sub(r"\D", "", match["day"] or "")
        return "-".join([said, f"{month:02}", *([day.zfill(2)] if day else [])])

    def behind(self, text: str, end: int) -> int:
        """Give the end of body and date after a number: resolution 57/32 of the General Assembly, annex.

        Example:
            >>> from extract.phrases.citation_rules import citation_rules
            >>> citation_rules("en").numbers.behind("resolution 57/32 of 8 May 2002, annex", 16)
            30
        """
        for pattern in (self.issuer_tail, self.date_tail, self.issuer_tail):
            if tail := pattern.match(text, end):
                end = tail.end()
        return end


def number_rules(data: Mapping[str, Any]) -> NumberRules:
    """Make the rules.

    Args:
        data: The part ``numbers`` of a language's file of citation words.

    Returns:
        The rules.
    """
    issuer, shared = one_of(data["issuers"]), one_of(data["shared"])
    body = _body(data, issuer, shared)
    nations = data["united_nations_after"]
    bound = rf"(?:{data['possessive']})?(?: (?:{any_of(data['adjectives'])}))* \Z"
    numbers = rf"(?: ?(?:{any_of(data['number_words'])}))?"
    months = {_broken(month): index for index, month in enumerate(data["months"], start=1)}
    date = data["date"].replace("MONTH", any_of(months))
    joints = any_of(data["joints"])
    return NumberRules(
        head=re.compile(rf"(?<!\w)(?:{_heads(data['heads'])})(?!\w)"),
        owned_head=re.compile(data["owned_head"]) if data["owned_head"] else None,
        before=re.compile(
            rf"(?<!\w)(?:(?P<its>{any_of(data['its'])})"
            rf"|{data['united_nations'] if data['issuer_before'] else _NEVER}"
            rf"(?:(?P<issuer>{issuer})|(?P<shared>{shared}))){bound}"
        ),
        before_other=re.compile(rf"(?<!\w)(?:{data['other_body_before']}){bound}"),
        no_citation=re.compile(rf"(?<!\w)(?:{any_of(data['no_citation'])}) \Z"),
        between=re.compile(
            rf"(?: {data['between']}(?!(?:{any_of(data['number_words'])}) ?\d)(?:{body})(?:{nations})?)?"
            rf"{numbers} ?(?=\d|E?S-\d)"
        ),
        member=re.compile(rf"(?P<number>{_number(data)})(?!\w)(?![/(]\w)(?!\.\d)(?!{data['not_after']})"),
        joint=re.compile(rf"(?:{joints})(?:{numbers} )?(?=\d|E?S-\d|[{_DIGITS}]{{1,4}} ?\()"),
        date_tail=re.compile(rf",?(?: (?:{any_of(data['date_leads'])}))? (?P<date>{_unnamed(date)})"),
        further_date=re.compile(
            rf"(?: \([^()\n]{{1,40}}\))?(?:{joints})(?:(?:{any_of(data['date_leads'])}) )?(?P<date>{_unnamed(date)})"
        ),
        title_tail=re.compile(
            rf",?(?: (?:{any_of(data['title_leads'])}))? {_TITLE}"
            rf"| (?:{any_of(data['subject_leads'])})(?!\w)[^;.\n\d]{{2,90}}?(?=(?:{joints})\d)"
        ),
        issuer_tail=re.compile(rf",?(?:{any_of(data['of'])})(?:{body})(?:{nations})?"),
        issuer=re.compile(rf"(?<!\w)(?:{issuer})(?!\w)"),
        issuers=data["issuers"],
        shared={name: tuple(bodies) for name, bodies in data["shared"].items()},
        inside_longer=tuple(data["inside_longer"]),
        date=re.compile(date),
        months=months,
        through=frozenset(data["through"]),
        romans=data["romans"],
    )


def _heads(heads: Mapping[str, list[str]]) -> str:
    return "|".join(rf"(?P<{kind}>{any_of(words)})" for kind, words in heads.items())


def _body(data: Mapping[str, Any], issuer: str, shared: str) -> str:
    """Write the pattern of a body beside a number: by its name, by a short name that ends there, or another one."""
    whole = rf"(?:(?={data['united_nations_after']})|(?!{data['longer_name']}))"
    ends = rf"(?=[^\w]*$|[.,;:()\[\]”»\"]| (?:{any_of(data['after_short_name'])})(?!\w))"
    return rf"(?P<issuer>{issuer})(?!\w){whole}|(?P<shared>{shared}){ends}|(?P<other>{data['other_body']})"


def _number(data: Mapping[str, Any]) -> str:
    letter = r"[A-Z](?![A-Za-z.])"
    letters = rf"(?: ?{letter}(?:(?:{any_of(data['letter_joints'])}){letter})*)"
    marks = any_of(data["session_marks"])
    session = rf"\((?:{marks}|)[{data['roman_letters']}]{{1,8}}\)|\((?:{marks})\d{{1,2}}\)"
    return (
        rf"(?:E?S-\d{{1,2}}/\d{{1,4}}{letters}?"
        r"|\d{1,3}/(?:CP|CMP|CMA|COP)\.\d{1,2}"
        rf"|\d{{1,4}}/\d{{1,4}}(?!/){letters}?"
        rf"|\d{{1,4}}{letters}?[ .]?(?:{_YEAR}|{session})"
        rf"|[{_DIGITS}]{{1,4}} ?{_YEAR}"
        r"|(?=[lI]{0,2}\d)[0-9lI]{1,3}/[lI]{0,3}\d[0-9lI]{0,3}"
        r"|\d{1,4}(?! ?\(\d))"
    )


def _broken(word: str) -> str:
    """Let the hyphen of a line's end stand inside a word."""
    return "-?".join(word) if word.isalpha() else word


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)
