"""What is cited by where it was printed or when it was made: official records, series, sales, statements, ibid."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.languages.wordlists import any_of
from extract.mention import Mention
from extract.phrases.number_rules import NumberRules
from extract.reading import Reading
from ontology.sales import document_of_sales_number

__all__ = ["PublicationRules", "find_publications", "publication_rules", "resolve_ibid"]

_SALES_NUMBER = r"(?P<number>[A-Z](?:/[A-Z])*\.(?:[A-Z]{2}\.)?\d\d\.[0-9A-Z.]*[0-9A-Z])"
_SOURCES = ("symbol", "record")
_IBID_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class PublicationRules:
    """The patterns of one language.

    Attributes:
        record: A volume of official records with all that tells which; ``ibid`` where it goes on from another one.
        sales: A publication with its sales ``number``.
        series: A volume of a series of treaties.
        statement: The statement of a President, up to its date.
        ibid: The word for "in the document cited last", where no volume follows.
        hints: Letters without which a pattern finds nothing, by its name; a cheap check.
    """

    record: re.Pattern[str]
    sales: re.Pattern[str]
    series: re.Pattern[str]
    statement: re.Pattern[str]
    ibid: re.Pattern[str]
    hints: Mapping[str, Sequence[str]]

    def may_have(self, name: str, text: str) -> bool:
        """Tell whether a pattern may find something in a text."""
        return any(letters in text for letters in self.hints[name])


def publication_rules(data: Mapping[str, Any], document: str) -> PublicationRules:
    """Make the rules.

    Args:
        data: The part ``publications`` of a language's file of citation words.
        document: The word before a document that is named by itself.

    Returns:
        The rules.
    """
    ibid, part = any_of(data["ibid"]), any_of(data["parts"])
    parts = rf"(?:{data['comma']}(?:{part})(?![\w/]))+"
    return PublicationRules(
        record=re.compile(rf"(?<!\w)(?:{data['official']}|(?P<ibid>{ibid})){parts}"),
        sales=re.compile(rf"(?<!\w)(?:{data['sales']}) ?{_SALES_NUMBER}"),
        series=re.compile(rf"(?<!\w)(?:{data['series']})"),
        statement=re.compile(rf"(?<!\w)(?:{data['statement']})(?!\w)"),
        ibid=re.compile(rf"(?<!\w)(?:{ibid})(?!{parts})(?!{data['comma']}(?:{document}) )"),
        hints=data["hints"],
    )


def find_publications(text: str, rules: PublicationRules, numbers: NumberRules) -> list[Mention]:
    """Find what is cited by where it was printed or when it was made.

    Args:
        text: Canonical text with even apostrophes.
        rules: Rules of its language.
        numbers: Rules of the language for numbers, which know its dates.

    Returns:
        One mention for each volume, publication or statement, in no particular order; ibid. waits for its antecedent.
    """
    found: list[Mention] = []
    if rules.may_have("record", text):
        found += [*_records(text, rules), *_ibid(text, rules)]
    if rules.may_have("statement", text):
        found += _statements(text, rules, numbers)
    if rules.may_have("sales", text):
        found += [_publication(match) for match in rules.sales.finditer(text)]
    if rules.may_have("series", text):
        found += _series(text, rules)
    return found


_NO_SYMBOL = "it has no document symbol"
_PRINTED = "a volume of records; the document that is meant is the one printed beside it, if any"
_UNPRINTED = "known by its date only"


def _records(text: str, rules: PublicationRules) -> Iterator[Mention]:
    body = ""
    for match in rules.record.finditer(text):
        name = match[0]
        if match["ibid"]:
            name = body + name[len(match["ibid"]) :] if body else name
        else:
            body = re.split("[,،]", name)[0]
        yield Mention(match.start(), match.end(), "record", "official-records", name=name, reason=_PRINTED)


def _ibid(text: str, rules: PublicationRules) -> Iterator[Mention]:
    for match in rules.ibid.finditer(text):
        yield Mention(
            match.start(), match.end(), "anaphora", "ibid", pending=True, reason="no document was cited before"
        )


def _series(text: str, rules: PublicationRules) -> Iterator[Mention]:
    for match in rules.series.finditer(text):
        yield Mention(match.start(), match.end(), "record", "treaty-series", name=match[0], reason=_NO_SYMBOL)


def _publication(match: re.Match[str]) -> Mention:
    symbol = document_of_sales_number(match["number"])
    return Mention(
        match.start(), match.end(), "record", "sales-publication", name=match[0], number=match["number"],
        targets=(symbol,) if symbol else (),
        reason=None if symbol else f"sales number {match['number']}; no symbol is known for it",
    )  # fmt: skip


def _statements(text: str, rules: PublicationRules, numbers: NumberRules) -> Iterator[Mention]:
    """Find statements by their dates: one noun, and each date a statement of its own."""
    for head in rules.statement.finditer(text):
        start, end = head.span()
        date = numbers.date_tail.match(text, end)
        while date is not None and (said := numbers.iso_date(date["date"])):
            yield Mention(
                start, end, "record", "statement-by-date",
                name=head[0], issuer="sc", date=said, reason=_UNPRINTED, phrase=head.start(),
            )  # fmt: skip
            date = numbers.further_date.match(text, date.end())
            start, end = date.span("date") if date else (start, end)


def resolve_ibid(reading: Reading, mention: Mention, done: Sequence[Mention]) -> Mention:
    """Give ibid. the document that the last note or bracket cites.

    Args:
        reading: The document.
        mention: The word.
        done: What is cited before it, sorted by start.

    Returns:
        The mention with its target; without one where the last note cites several documents.

    Example:
        >>> from corpus import read_text
        >>> from extract.citations import find_citations
        >>> from extract.masthead import masthead
        >>> reading = Reading(read_text("See the report (A/80/611) and the table (ibid., para. 3).\\n", "a.txt"))
        >>> [found.targets for found in find_citations(reading, masthead(reading, "a.txt"))]
        [('A/80/611',), ('A/80/611',)]
    """
    place = _bracket if reading.locate(mention.start).footnote is None else _note
    sources: list[Mention] = []
    last: int | None = None
    for each in reversed(done):
        start = place(reading, each)
        if start is not None and last in (None, start):
            sources.append(each)
            last = start
        elif start is not None:
            break
    if len({each.targets for each in sources}) > 1:
        return mention._replace(pending=False, reason="the note before cites several documents")
    if not sources or not sources[0].targets:
        return mention._replace(pending=False)
    found = mention._replace(targets=sources[0].targets, part=sources[0].part, confidence=_IBID_CONFIDENCE)
    return found._replace(pending=False, reason=None)


def _note(reading: Reading, mention: Mention) -> int | None:
    """Give where the footnote begins that names a document as a source."""
    named = (mention.targets or mention.kind in _SOURCES) and mention.kind != "url"
    noted = named and reading.locate(mention.start).footnote is not None
    return reading.block(mention.start).start if noted else None


def _bracket(reading: Reading, mention: Mention) -> int | None:
    """Give where the bracket begins in which running text names a document as a source."""
    if mention.rule not in ("symbol", "ibid") or reading.locate(mention.start).footnote is not None:
        return None
    start = max(reading.block(mention.start).start, mention.start - _BRACKET)
    for closed in _CLOSED.finditer(reading.text, start, mention.start):
        start = closed.end()
    opening = reading.text.rfind("(", start, mention.start)
    return opening if opening >= 0 else None


# A bracket inside a bracket: A/80/5 (Vol. II).
_CLOSED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_BRACKET = 200
