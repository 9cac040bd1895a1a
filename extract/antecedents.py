"""What short forms and demonstratives refer back to: 《公约》, 该决议, 上述第40号一般性建议."""

from collections.abc import Iterator, Sequence
from types import ModuleType

from extract.mention import Mention, taken_from
from extract.reading import Reading
from extract.short_titles import ShortTitles
from ontology.instruments import instruments

__all__ = ["find_anaphora", "resolve_back"]

# A demonstrative reaches back over one full sentence at most, besides its own.
_REACH_SENTENCES = 2
_SEVERAL = 2
_NO_ANTECEDENTS = ("url", "self", "symbol", "record")
# As many characters of a title before its last noun tell it from others.
_TELLING = 4
_DESCRIPTION = 20


def find_anaphora(reading: Reading, rules: ModuleType) -> list[Mention]:
    """Find demonstratives that stand for a document; each waits for its antecedent.

    Must find: 该决议, 这项协商一致决议, 上述第40号一般性建议. Must not find: 本决议, 该委员会, 该公约缔约国.
    """
    return [
        Mention(
            match.start(), match.end(), "anaphora", "demonstrative-alone",
            head=match["head"], number=match["number"], pending=True, reason="no antecedent near enough",
        )
        for match in rules.ANAPHORA.finditer(reading.text)
    ] + [
        Mention(match.start(), match.end(), "anaphora", "demonstrative-plural", head=match["head"], pending=True)
        for match in rules.PLURAL.finditer(reading.text)
    ]  # fmt: skip


def resolve_back(reading: Reading, rules: ModuleType, mentions: Sequence[Mention]) -> list[Mention]:
    """Resolve what waits for an antecedent, from the beginning to the end of the document.

    Args:
        reading: The document.
        rules: Citation rules of its language.
        mentions: All mentions, sorted by start.

    Returns:
        The mentions in the same order, those that could be resolved with targets. A demonstrative with a noun
        that need not be a document (这一建议) and without a document to stand for is no citation, and is left out.
    """
    done: list[Mention] = []
    titles = ShortTitles(reading, rules)
    for mention in mentions:
        if mention.rule == "demonstrative-plural":
            done.extend(_resolve_plural(reading, rules, mention, done))
        elif mention.pending and mention.kind == "anaphora":
            resolved = _resolve_demonstrative(reading, rules, mention, done)
            if resolved.rule != mention.rule or mention.head not in rules.NOT_ALWAYS_DOCUMENTS:
                done.append(resolved)
        elif mention.pending:
            resolved = titles.resolve(mention, done)
            if resolved.rule != "quoted-short":
                done.append(resolved)
        elif mention.rule == "title-revised":
            done.append(titles.revised(mention, done))
        elif mention.kind == "recommendation" and not mention.targets:
            done.append(_same_number(mention, done))
        elif mention.instrument is not None:
            done.append(_with_name_in_use(mention, done))
        else:
            done.append(mention)
    return done


def _with_name_in_use(mention: Mention, done: list[Mention]) -> Mention:
    """Give a short form the full name under which the document itself cites the instrument, if it does."""
    names = instruments()[mention.instrument or ""].names
    if any(mention.name in forms[1:] for forms in names.values()):
        return mention
    used = (each.name for each in reversed(done) if each.instrument == mention.instrument)
    return mention._replace(name=next(used, mention.name))


def _same_number(mention: Mention, done: list[Mention]) -> Mention:
    for antecedent in reversed(done):
        same = antecedent.kind == "recommendation" and antecedent.number == mention.number
        if same and antecedent.targets and mention.issuer in (None, antecedent.issuer):
            return taken_from(mention, antecedent, "same-number")
    return mention


def _resolve_demonstrative(reading: Reading, rules: ModuleType, mention: Mention, done: list[Mention]) -> Mention:
    kinds = rules.CONTEXT_HEADS[mention.head]
    floor = _reach(reading, mention.start)
    found = next((each for each in _within(reading, done, floor) if _may_mean(mention, each, kinds)), None)
    if mention.number is None:
        place = _unrecognised(reading.text, rules, mention, found.end if found is not None else floor, done)
        if place is not None:
            described = _described(reading.text, rules, place, mention.head or "", done)
            if described is None:
                return mention._replace(pending=False, reason="another one is named between, and not told which")
            return taken_from(mention, described, "described-title")
    return mention._replace(pending=False) if found is None else taken_from(mention, found, "demonstrative")


def _within(reading: Reading, done: list[Mention], floor: int) -> Iterator[Mention]:
    for antecedent in reversed(done):
        if antecedent.start < floor:
            return
        if antecedent.kind not in _NO_ANTECEDENTS and not reading.locate(antecedent.start).footnote:
            yield antecedent


def _may_mean(mention: Mention, antecedent: Mention, kinds: tuple[str, ...]) -> bool:
    if mention.number is not None and antecedent.number != mention.number:
        return False
    return _fits(antecedent, kinds, mention.head or "")


def _unrecognised(text: str, rules: ModuleType, mention: Mention, start: int, done: list[Mention]) -> int | None:
    """Where the noun stands last, outside every mention, for a document that no rule recognised."""
    head = mention.head or ""
    sign = rules.UNRECOGNISED_WEAK if head in rules.NOT_ALWAYS_DOCUMENTS else rules.UNRECOGNISED
    place = text.rfind(head, start, mention.start)
    while place >= 0:
        if not any(each.start <= place < each.end for each in done) and sign.match(text, place - 1):
            return place
        place = text.rfind(head, start, place)
    return None


def _described(text: str, rules: ModuleType, place: int, head: str, done: list[Mention]) -> Mention | None:
    """The title of which a description holds the end: 高级别会议的宣言, after 《…法治问题高级别会议宣言》."""
    words = text[max(0, place - _DESCRIPTION) : place].removesuffix(rules.OF)
    for antecedent in reversed(done):
        name = antecedent.name or ""
        if antecedent.kind == "instrument" and name.endswith(head):
            stem = name.removesuffix(head)
            if len(stem) >= _TELLING and words.endswith(stem[-_TELLING:]):
                return antecedent
    return None


def _resolve_plural(reading: Reading, rules: ModuleType, mention: Mention, done: list[Mention]) -> list[Mention]:
    """Several documents cited before in the same sentence; without them no document in particular is meant."""
    low = reading.sentence(mention.start)[0]
    head = mention.head or ""
    meant = [
        each
        for each in done
        if each.start >= low
        and each.kind in ("instrument", "resolution")
        and (
            each.head == head
            or (each.name or "").endswith(head)
            or (head, each.kind) == (rules.ANY_INSTRUMENT, "instrument")
        )
    ]
    targets = tuple(dict.fromkeys(target for each in meant for target in each.targets))
    if len(meant) < _SEVERAL:
        return []
    if not all(each.targets for each in meant):
        return [mention._replace(pending=False, candidates=targets, reason="not every one of them has a document")]
    return [mention._replace(pending=False, targets=targets, confidence=0.8)]


def _fits(antecedent: Mention, kinds: tuple[str, ...], head: str) -> bool:
    if antecedent.kind == "instrument" or antecedent.kind == "other-org":
        names = (antecedent.name or "", antecedent.head or "")
        return ("instrument" in kinds and any(name.endswith(head) for name in names)) or antecedent.head in kinds
    if antecedent.kind == "anaphora":
        return (antecedent.head or "").endswith(head)
    return antecedent.kind in kinds


def _reach(reading: Reading, offset: int) -> int:
    """Where the search for an antecedent stops: a few sentences back, and the paragraph before at the farthest."""
    start, _ = reading.sentence(offset)
    for _ in range(_REACH_SENTENCES):
        if start > 1:
            start = reading.sentence(start - 2)[0]
    return start
