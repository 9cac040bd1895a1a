"""What short forms refer back to in languages without marks around titles: the Convention, that resolution."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.mention import Mention
from extract.phrases.publications import resolve_ibid
from extract.phrases.titled import TitleRules, head_of
from extract.reading import Reading
from ontology.instruments import Instrument, instruments

__all__ = ["find_anaphora", "find_declared", "resolve_back"]

# A demonstrative reaches back over two full sentences at most, besides its own.
_REACH_SENTENCES = 2
_QUOTED = r"(?:[^\W\d_]{1,3}[ '])?[“\"«<]{1,2}(?P<quoted>[^“”\"«»<>()\n]{2,40})[”\"»>]{1,2}"
_DECLARED = re.compile(rf" \((?:{_QUOTED}|(?P<short>[^\W\d_]{{2,12}}))\)")
_ACRONYM = 2


def find_anaphora(text: str, rules: TitleRules) -> list[Mention]:
    """Find demonstratives that stand for a document; each waits for its antecedent.

    Must find: that resolution, the said Convention. Must not find: this resolution, the present resolution.
    """
    return [
        Mention(
            match.start(), match.end(), "anaphora", "demonstrative-alone",
            head=match["head"], pending=True, reason="no antecedent near enough",
        )
        for match in rules.demonstrative.finditer(text)
    ]  # fmt: skip


def find_declared(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Find the short forms of instruments that the document declares, after their declaration.

    Args:
        text: Canonical text with even apostrophes.
        mentions: Mentions of instruments, with the declaration in a bracket after them.

    Returns:
        One mention for each later use of a declared short form.

    Example:
        >>> text = "the Chemical Weapons Convention (CWC) and the CWC"
        >>> title = Mention(4, 31, "instrument", "title-registry", targets=("X/1",))
        >>> [(text[found.start : found.end], found.targets) for found in find_declared(text, [title])]
        [('CWC', ('X/1',))]
    """
    return [found for mention in mentions for found in _uses(text, mention)]


def _uses(text: str, mention: Mention) -> Iterator[Mention]:
    match = _DECLARED.match(text, mention.end) if mention.kind == "instrument" else None
    if match is None:
        return
    short = match["quoted"] or match["short"]
    if sum(map(str.isupper, short)) < _ACRONYM:
        return
    for use in re.finditer(rf"(?<![\w(]){re.escape(short)}(?!\w)", text[match.end() :]):
        start = match.end() + use.start()
        yield replace(mention, start=start, end=start + len(short), rule="declared-title", date=None, footnote_ref=None)


def resolve_back(reading: Reading, rules: TitleRules, mentions: Sequence[Mention]) -> list[Mention]:
    """Resolve what waits for an antecedent, from the beginning to the end of the document.

    Args:
        reading: The document.
        rules: Rules of its language.
        mentions: All mentions, sorted by start.

    Returns:
        The mentions in the same order; what has no antecedent stays unresolved with a reason, but a noun that need
        not be a document (that decision) is no citation then.
    """
    done: list[Mention] = []
    for mention in mentions:
        if not mention.pending:
            done.append(mention)
        elif mention.rule == "ibid":
            done.append(resolve_ibid(reading, mention, done))
        elif mention.kind == "anaphora":
            found = _demonstrative(reading, rules, mention, done)
            if found.rule != mention.rule or found.head not in rules.not_always:
                done.append(found)
        else:
            done.append(_short_title(rules, mention, done))
    return done


def _short_title(rules: TitleRules, mention: Mention, done: Sequence[Mention]) -> Mention:
    for antecedent in reversed(done):
        titled = antecedent.kind == "instrument" and antecedent.rule != "title-short"
        if titled and mention.head in head_of(antecedent.name or "", rules):
            return _taken_from(mention, antecedent, "short-title")
    return _by_weak_name(mention, rules.language) or replace(mention, pending=False)


@cache
def _weak_names(language: str) -> dict[str, list[Instrument]]:
    found: dict[str, list[Instrument]] = {}
    for each in instruments().values():
        for name in set(each.short.get(language, ())) & each.weak:
            found.setdefault(name, []).append(each)
    return found


def _by_weak_name(mention: Mention, language: str) -> Mention | None:
    """A name that is an ordinary word elsewhere, where no other title was cited before: the Charter."""
    known = _weak_names(language).get(mention.name or "", [])
    if len(known) != 1:
        return None
    return replace(
        mention, name=known[0].names[language][0], targets=known[0].symbols[:1], instrument=known[0].id,
        rule="weak-name", reason=None if known[0].symbols else "the instrument has no document symbol",
        confidence=0.8, pending=False,
    )  # fmt: skip


def _demonstrative(reading: Reading, rules: TitleRules, mention: Mention, done: Sequence[Mention]) -> Mention:
    kinds = rules.kinds[mention.head or ""]
    noun = rules.nouns.get((mention.head or "").capitalize())
    floor = _reach(reading, mention.start)
    for antecedent in reversed(done):
        if antecedent.start < floor:
            break
        if antecedent.kind == "instrument" and "instrument" in kinds:
            if noun in head_of(antecedent.name or "", rules):
                return _taken_from(mention, antecedent, "demonstrative")
        elif antecedent.kind in kinds and reading.locate(antecedent.start).footnote is None:
            return _taken_from(mention, antecedent, "demonstrative")
    return replace(mention, pending=False)


def _taken_from(mention: Mention, antecedent: Mention, rule: str) -> Mention:
    return replace(
        mention,
        targets=antecedent.targets,
        part=antecedent.part,
        name=antecedent.name,
        instrument=antecedent.instrument,
        issuer=antecedent.issuer,
        rule=rule,
        reason=antecedent.reason,
        candidates=antecedent.candidates,
        confidence=min(0.9, antecedent.confidence),
        pending=False,
    )


def _reach(reading: Reading, offset: int) -> int:
    start, _ = reading.sentence(offset)
    passed = 0
    while passed < _REACH_SENTENCES and start > 1:
        start = reading.sentence(start - 2)[0]
        # A footnote at the foot of the page interrupts the text, it is no part of it.
        passed += reading.locate(start).footnote is None
    return start
