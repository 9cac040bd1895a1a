"""What short forms refer back to in languages without marks around titles: the Convention, that resolution."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from extract.gazetteer import Gazetteer
from extract.mention import Mention, taken_from
from extract.phrases.publications import resolve_ibid
from extract.phrases.titled import TitleRules, head_of
from extract.reading import Reading
from extract.short_titles import by_weak_name
from ontology.instruments import instruments

__all__ = ["find_anaphora", "find_declared", "resolve_back"]

# A demonstrative reaches back over two full sentences at most, besides its own.
_REACH_SENTENCES = 2
# How many mentions back an antecedent stands; each use in between names it anew.
_FARTHEST = 500
_QUOTED = r"(?:[^\W\d_]{1,3}[ '])?[“\"«<]{1,2}(?P<quoted>[^“”\"«»<>()\n]{2,40})[”\"»>]{1,2}"
_DECLARED = re.compile(rf" \((?:{_QUOTED}|(?P<short>[^\W\d_]{{2,12}}))\)")
_BEFORE_USE = re.compile(r"(?<![\w(])")
_ACRONYM = 2
_WORD = re.compile(r"[^\W\d_]+")


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
    declared = list(_declared(text, mentions))
    # All short forms in one pass; of two declarations of one form the first stands.
    forms = {short: (end, mention) for short, end, mention in reversed(declared)}
    return list(_uses(text, forms)) if forms else []


def _declared(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, int, Mention]]:
    for mention in mentions:
        match = _DECLARED.match(text, mention.end) if mention.kind == "instrument" else None
        short = (match["quoted"] or match["short"]) if match is not None else ""
        if (
            match is not None
            and sum(map(str.isupper, short)) >= _ACRONYM
            and _may_be_short_for(short, mention, text[mention.start : mention.end])
        ):
            yield short, match.end(), mention


def _may_be_short_for(short: str, mention: Mention, printed: str) -> bool:
    """Tell whether a form in brackets is made of the title before it, not of a body of that title.

    The Convention on Biological Diversity (CBD); not: the Conference of the Parties to the Convention (COP).
    """
    known = instruments()[mention.instrument] if mention.instrument is not None else None
    if known is not None and any(short in forms for forms in known.short.values()):
        return True
    forms = (mention.name or "", printed)
    capitals = [word for word in _WORD.findall(short) if not word.islower()]
    if len(capitals) > 1:
        return any(capitals[-1] in form or capitals[0] in form for form in forms)
    letters = {letter.casefold() for letter in short if letter.isupper()}
    return any(letters <= {word[0].casefold() for word in _WORD.findall(form)} for form in forms)


def _uses(text: str, forms: Mapping[str, tuple[int, Mention]]) -> Iterator[Mention]:
    for start, end, (declared, mention) in Gazetteer(forms).find(text):
        whole = _BEFORE_USE.match(text, start) is not None and not text[end : end + 1].isalnum()
        if start >= declared and whole:
            yield mention._replace(start=start, end=end, rule="declared-title", date=None, footnote_ref=None)


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
    for antecedent in islice(reversed(done), _FARTHEST):
        titled = antecedent.kind == "instrument" and antecedent.rule != "title-short"
        if titled and mention.head in head_of(antecedent.name or "", rules):
            return taken_from(mention, antecedent, "short-title")
    return by_weak_name(mention, rules.language) or mention._replace(pending=False)


def _demonstrative(reading: Reading, rules: TitleRules, mention: Mention, done: Sequence[Mention]) -> Mention:
    kinds = rules.kinds[mention.head or ""]
    noun = rules.nouns.get((mention.head or "").capitalize())
    floor = _reach(reading, mention.start)
    for antecedent in islice(reversed(done), _FARTHEST):
        if antecedent.start < floor:
            break
        if antecedent.kind == "instrument" and "instrument" in kinds:
            if noun in head_of(antecedent.name or "", rules):
                return taken_from(mention, antecedent, "demonstrative")
        elif antecedent.kind in kinds and reading.locate(antecedent.start).footnote is None:
            return taken_from(mention, antecedent, "demonstrative")
    return mention._replace(pending=False)


def _reach(reading: Reading, offset: int) -> int:
    start, _ = reading.sentence(offset)
    passed = 0
    while passed < _REACH_SENTENCES and start > 1:
        start = reading.sentence(start - 2)[0]
        # A footnote at the foot of the page interrupts the text, it is no part of it.
        passed += reading.locate(start).footnote is None
    return start
