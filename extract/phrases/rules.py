"""What a language written with blanks tells of its way to cite: words from its data file, patterns made of them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

__all__ = ["PhraseRules", "phrase_rules"]

_YEAR = r"\((?:19|20)\d\d\)"
_CLOSING = "”\"»>’'"
_OPENING = "“\"«<‘'„"


@dataclass(frozen=True, slots=True, eq=False)
class PhraseRules:
    """The tables and patterns of one language; each pattern looks at text with even blanks and apostrophes.

    Attributes:
        language: Language code.
        head: A noun that numbers follow; the name of the group that matched is the kind of citation.
        owned_head: A head that holds its possessor (a suffix), None where no head does.
        before: What may stand before a head, up to its end: ``issuer``, ``shared`` name or ``its``.
        before_other: Another body before a head, up to its end.
        no_citation: Words before a head that make it none (this resolution), up to their end.
        between: What may stand between head and number: ``issuer`` or ``other`` body, words for "number".
        member: One number of a list.
        joint: What joins two members.
        date_tail: A date of the document after its number, as ``date``.
        title_tail: Title or subject after the number.
        issuer_tail: The body after the number: ``issuer`` or ``other``.
        issuers: Entity id by name.
        issuer: Any of these names.
        shared: Bodies by the short name that they share.
        inside_longer: Words after which such a name is the end of a longer one.
        date: A date: ``day``, ``month``, ``year``.
        months: Number of a month by its name.
        through: Words between first and last of a range.
        romans: Letters that stand for Roman numerals, and marks before a session in digits.
        pinpoint_before: A part of the document named before it, up to its end, as ``part``.
        pinpoint_after: The same after it.
        acts: Function by verb that says what an organ does to a document.
        governors: Function by other word that governs a citation.
        and_words: Words after which a second act of a paragraph may stand.
        see: Words of reference in footnotes.
        request: Words by which a report speaks of itself.
        anaphora: Demonstrative and noun, as ``head`` and ``number``.
        context_heads: Kinds of antecedent by the noun of a demonstrative.
        instrument_heads: First form of a noun that names instruments, by each of its forms.
        short_title: Article and such a noun alone, as ``head``.
        of_head: Words that end the part of a title which holds its noun.
        unlisted: A title of the form of an instrument, None where the language does not show where titles end.
    """

    language: str
    head: re.Pattern[str]
    owned_head: re.Pattern[str] | None
    before: re.Pattern[str]
    before_other: re.Pattern[str]
    no_citation: re.Pattern[str]
    between: re.Pattern[str]
    member: re.Pattern[str]
    joint: re.Pattern[str]
    date_tail: re.Pattern[str]
    title_tail: re.Pattern[str]
    issuer_tail: re.Pattern[str]
    issuers: Mapping[str, str]
    issuer: re.Pattern[str]
    shared: Mapping[str, tuple[str, ...]]
    inside_longer: tuple[str, ...]
    date: re.Pattern[str]
    months: Mapping[str, int]
    through: frozenset[str]
    romans: Mapping[str, str]
    pinpoint_before: re.Pattern[str]
    pinpoint_after: re.Pattern[str]
    acts: Mapping[str, str]
    governors: Mapping[str, str]
    and_words: tuple[str, ...]
    see: re.Pattern[str]
    request: re.Pattern[str]
    anaphora: re.Pattern[str]
    context_heads: Mapping[str, tuple[str, ...]]
    instrument_heads: Mapping[str, str]
    short_title: re.Pattern[str]
    of_head: re.Pattern[str]
    unlisted: re.Pattern[str] | None

    def iso_date(self, text: str) -> str | None:
        """Give the first date of a text in ISO form, at the precision that is printed; None without a year.

        Example:
            >>> phrase_rules("en").iso_date("of 9 December 2014")
            '2014-12-09'
        """
        match = self.date.search(text)
        if match is None or match["year"] is None:
            return None
        month = next(number for name, number in self.months.items() if re.fullmatch(name, match["month"]))
        day = re.sub(r"\D", "", match["day"] or "")
        return "-".join([match["year"], f"{month:02}", *([day.zfill(2)] if day else [])])


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _names(words: Iterable[str]) -> str:
    return _any_of(map(re.escape, words))


def _number(data: Mapping[str, Any]) -> str:
    joints = _any_of(data["letter_joints"])
    letters = rf"(?: ?[A-Z](?![A-Za-z.])(?:(?:{joints})[A-Z](?![A-Za-z.]))*)"
    roman = rf"\((?:{_any_of(data['session_marks'])}|)[{data['roman_letters']}]{{1,8}}\)|\((?:{_any_of(data['session_marks'])})\d{{1,2}}\)"
    return (
        rf"(?:E?S-\d{{1,2}}/\d{{1,4}}{letters}?"
        r"|\d{1,3}/(?:CP|CMP|CMA|COP)\.\d{1,2}"
        rf"|\d{{1,4}}/\d{{1,4}}(?!/){letters}?"
        rf"|\d{{1,4}}{letters}?[ .]?(?:{_YEAR}|{roman})"
        rf"|[0-9lIOSB]{{1,4}} ?{_YEAR}"
        r"|\d{1,4}(?! ?\(\d))"
    )


def phrase_rules(language: str) -> PhraseRules:
    """Make the rules of a language from its data file.

    Args:
        language: Code of a language whose package has ``citations.json``.

    Returns:
        The rules.

    Example:
        >>> rules = phrase_rules("en")
        >>> rules.head.search("its resolutions 57/32 and 58/5").lastgroup
        'resolution'
    """
    path = files(f"extract.languages.{language}").joinpath("citations.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    issuer, shared = _names(data["issuers"]), _names(data["shared"])
    ends = rf"(?=[^\w]*$|[.,;:()\[\]”»\"]| (?:{_any_of(data['after_short_name'])})(?!\w))"
    bodies = rf"{data['other_body']}"
    known = rf"(?P<issuer>{issuer})(?!\w)(?!{data['longer_name']})|(?P<shared>{shared}){ends}|(?P<other>{bodies})"
    months = {month: index for index, month in enumerate(data["months"], start=1)}
    date = data["date"].replace("MONTH", _any_of(months))
    plain_date = re.sub(r"\?P<\w+>", "?:", date)
    quoted = rf"[{_OPENING}]{{1,2}}[^{_CLOSING}\n]{{2,240}}[{_CLOSING}]{{1,2}}"
    parts = _parts(data)
    bound = rf"(?:{data['possessive']})?(?: (?:{_any_of(data['adjectives'])}))* \Z"
    heads = "|".join(rf"(?P<{kind}>{_any_of(words)})" for kind, words in data["heads"].items())
    nouns = {form: lemma for lemma, forms in data["instrument_heads"].items() for form in forms}
    anaphora = data["anaphora"]
    return PhraseRules(
        language=language,
        head=re.compile(rf"(?<!\w)(?:{heads})(?!\w)"),
        owned_head=re.compile(data["owned_head"]) if data["owned_head"] else None,
        before=re.compile(
            rf"(?<!\w)(?:(?P<its>{_any_of(data['its'])})|{data['united_nations']}"
            rf"(?:(?P<issuer>{issuer})|(?P<shared>{shared}))){bound}"
        ),
        before_other=re.compile(rf"(?<!\w)(?:{data['other_body_before']}){bound}"),
        no_citation=re.compile(rf"(?<!\w)(?:{_any_of(data['no_citation'])}) \Z"),
        between=re.compile(
            rf"(?: (?:{data['between']}(?:{known})(?:{data['united_nations_after']})?))?(?: ?(?:{_any_of(data['number_words'])}))? ?(?=\d|E?S-\d)"
        ),
        member=re.compile(rf"(?P<number>{_number(data)})(?!\w)(?![/(]\w)(?!\.\d)"),
        joint=re.compile(rf"(?:{_any_of(data['joints'])})(?: ?(?:{_any_of(data['number_words'])}) ?)?(?=\d|E?S-\d)"),
        date_tail=re.compile(rf",?(?: (?:{_any_of(data['date_leads'])}))? (?P<date>{plain_date})"),
        title_tail=re.compile(rf",?(?: (?:{_any_of(data['title_leads'])}))? {quoted}|(?: (?:{_any_of(data['subject_leads'])})(?!\w)[^;.\n\d]{{2,90}}?)(?=(?:{_any_of(data['joints'])})\d)"),
        issuer_tail=re.compile(rf",?(?:{_any_of(data['of'])})(?:{known})(?:{data['united_nations_after']})?"),
        issuers=data["issuers"],
        issuer=re.compile(rf"(?<!\w)(?:{issuer})(?!\w)"),
        shared={name: tuple(each) for name, each in data["shared"].items()},
        inside_longer=tuple(data["inside_longer"]),
        date=re.compile(date),
        months=months,
        through=frozenset(data["through"]),
        romans=data["romans"],
        pinpoint_before=re.compile(rf"(?P<part>{parts})(?:{_any_of(data['of_document'])})\Z"),
        pinpoint_after=re.compile(rf"(?:\)?,)? \(?(?>(?P<part>{parts}))(?!{_any_of(data['of_document'])})"),
        acts=data["acts"],
        governors=data["governors"],
        and_words=tuple(data["and_words"]),
        see=re.compile(data["see"]),
        request=re.compile(data["request"]),
        anaphora=re.compile(
            rf"(?<!\w)(?:{anaphora['pattern'].replace('HEAD', _any_of(anaphora['heads']))})(?!\w)"
            rf"(?! (?:{_number(data)}))"
        ),
        context_heads={head: tuple(kinds) for head, kinds in anaphora["heads"].items()},
        instrument_heads=nouns,
        short_title=re.compile(rf"(?<!\w){data['article']}(?P<head>{_names(nouns)})(?!\w)(?!{data['longer_title']})"),
        of_head=re.compile(data["of_head"]),
        unlisted=re.compile(data["unlisted"].replace("HEAD", _names(nouns))) if data["unlisted"] else None,
    )  # fmt: skip


def _parts(data: Mapping[str, Any]) -> str:
    """Write the pattern of a chain of parts: paragraphs 9 and 11, annex II, section C."""
    units: Sequence[str] = data["units"]
    label = r"(?:\d{1,3}(?:(?: bis| ter)| ?\([a-z0-9]{1,4}\))*|[IVXL]{1,6}(?![a-z])|[A-Z](?![\w]))"
    more = rf"(?:(?:{_any_of(data['part_joints'])}){label})*"
    unit = rf"(?:(?:{_any_of(units)}) ?{label}{more}|(?:{_any_of(data['bare_units'])})(?!\w))"
    return rf"(?<!\w){unit}(?:,? (?:{_any_of(data['part_of_part'])})?{unit})*"
