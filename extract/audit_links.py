"""Printed links against the text: which link belongs to which citation, and where the two say different things."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.records import Citation, Finding
from ontology.errors import SymbolError
from ontology.symbol import Symbol, parse

__all__ = ["contradictions"]

# What carries a link of its own: words with a number or symbol. A title in words carries none.
_LINKED = frozenset({"resolution", "decision", "symbol"})
_BRACKETS = ' \t\r\n(（[［【<〈"“:：]］'
_REACH = 4
# Types that a number alone may be taken for; drafts, records and papers are counted apart.
_PLAIN = frozenset({"resolution", "decision", None})
# Bodies whose resolutions and other documents have symbols of their own beyond doubt: A/RES/55/2 is not A/55/2.
_WITH_SERIES = frozenset({"ga", "hrc"})
# Beyond this many pairs the order of one page, which has a few dozen of each, is not what is compared.
_MOST_PAIRS = 250_000
# More than all the likenesses of a page together.
_AGREE = 1000
_BODY = "body"
_NUMBER = "number"
_BESIDE = 0.95
_ENCLOSED = 0.95
_OPEN = 0.85
_OTHER_NUMBER = 0.7


@dataclass(frozen=True, slots=True)
class _Page:
    """The citations between two groups of link lines, in the order of the source, and the links of the later group."""

    texts: tuple[Citation, ...]
    links: tuple[Citation, ...]


def contradictions(citations: Sequence[Citation], source: str) -> Iterator[Finding]:
    """Find links that contradict the text.

    Extraction from PDF prints the links of a page as lines at its foot, one for each place that carries a link (two
    where the words run over the end of a line), in the order of these places, so that the links of a page and its
    citations by number or symbol run side by side. They are paired without crossing, what agrees before what is only
    alike. A link is reported where no citation of the page has its target, and it is paired with a citation that has no
    link of its own and differs from it in nothing but the body (A/RES/55/2 and A/HRC/RES/55/2). Where it is session or
    number that differs, citation and link must moreover stand alone between pairs that agree. A link in brackets right
    after a citation belongs to that citation.

    Must find: 第55/2号决议 and the link ``A/HRC/RES/55/2`` at its place. Must not find: a page that cites 55/2 of both
    bodies and links to both; a link that stands on the other side of one that agrees; a link to an addendum or
    corrigendum of what is cited; a link to a document that nothing on the page is like.

    Args:
        citations: The citations of a document, sorted by start.
        source: Its source text.

    Yields:
        A finding on the words of the citation, with the link as the related words.

    Example:
        >>> from corpus import read_text
        >>> from extract import extract
        >>> text = "大会，\\n\\n回顾大会第55/2号决议，\\n\\nhttps://undocs.org/zh/A/HRC/RES/55/2\\n"
        >>> found = extract(read_text(text, "a.txt"))
        >>> [(each.said, each.other) for each in contradictions(found.citations, text)]
        [(('A/RES/55/2',), ('A/HRC/RES/55/2',))]
    """
    if not any(each.kind == "url" and each.targets for each in citations):
        return
    yield from _beside(citations, source)
    for page in _pages(citations, source):
        yield from _at_foot(page)


def _beside(citations: Sequence[Citation], source: str) -> Iterator[Finding]:
    before: Citation | None = None
    for each in citations:
        if each.kind == "url" and each.place != "link" and before is not None:
            between = source[before.span.end : each.span.start]
            if len(between) <= _REACH and not between.strip(_BRACKETS) and _likeness(before, each):
                yield _finding(before, each, "link-beside", _BESIDE)
        before = each if each.kind in _LINKED and each.targets else None


def _pages(citations: Sequence[Citation], source: str) -> Iterator[_Page]:
    texts: list[Citation] = []
    links: list[Citation] = []
    for each in citations:
        is_link = each.kind == "url" and each.place == "link"
        if links and not (is_link and source[links[-1].span.end : each.span.start].isspace()):
            yield _Page(tuple(texts), tuple(links))
            texts, links = [], []
        if is_link:
            links.append(each)
        elif each.targets and each.place != "header":
            texts.append(each)
    if links:
        yield _Page(tuple(texts), tuple(links))


def _at_foot(page: _Page) -> Iterator[Finding]:
    printed = {target for each in page.texts for target in each.targets}
    if all(not each.targets or not printed.isdisjoint(each.targets) for each in page.links):
        return
    texts, links = [each for each in page.texts if each.kind in _LINKED], page.links
    if len(texts) * len(links) > _MOST_PAIRS:
        return
    odd = _odd(page, texts)
    if not odd.free or not odd.strange:
        return
    pairs = _align(len(texts), len(links), odd.weights)
    for place, (text, link) in enumerate(pairs):
        if link in odd.strange and len({texts[other].targets for other, at in odd.weights if at == link}) == 1:
            enclosed = 0 < place < len(pairs) - 1
            yield _finding(texts[text], links[link], "link-order", _ENCLOSED if enclosed else _OPEN)
    for text, link in _alone(pairs, len(texts), len(links)) if pairs else ():
        if text in odd.unlinked and link in odd.strange and _likeness(texts[text], links[link]) == _NUMBER:
            yield _finding(texts[text], links[link], "link-order", _OTHER_NUMBER)


@dataclass(frozen=True, slots=True)
class _Odd:
    """What does not agree on a page, by place.

    Attributes:
        strange: The links whose target no citation of the page has.
        free: The citations of a document that is cited more often than links lead to it.
        unlinked: Those of them to whose document no link leads.
        weights: What each pair of citation and link weighs that agree or, where both are odd, are alike.
    """

    strange: frozenset[int]
    free: frozenset[int]
    unlinked: frozenset[int]
    weights: Mapping[tuple[int, int], int]


def _odd(page: _Page, texts: Sequence[Citation]) -> _Odd:
    cited = {whole for each in page.texts for whole in _wholes(each)}
    ours, theirs = [_wholes(each) for each in texts], [_wholes(each) for each in page.links]
    linked = Counter(whole for each in theirs for whole in each)
    surplus = Counter(whole for each in ours for whole in each) - linked
    strange = frozenset(at for at, each in enumerate(theirs) if each and cited.isdisjoint(each))
    free = frozenset(at for at, each in enumerate(ours) if not surplus.keys().isdisjoint(each))
    weights = dict.fromkeys(_pairs(ours, theirs), _AGREE)
    counted = ([_counted(each) for each in wholes] for wholes in (ours, theirs))
    for text, link in _pairs(*counted):
        if text in free and link in strange and _likeness(texts[text], page.links[link]) == _BODY:
            weights[text, link] = 1
    return _Odd(strange, free, frozenset(at for at in free if linked.keys().isdisjoint(ours[at])), weights)


def _pairs(ours: Sequence[Set[Hashable]], theirs: Sequence[Set[Hashable]]) -> Iterator[tuple[int, int]]:
    """Find the places of those that share a value."""
    places: dict[Hashable, list[int]] = {}
    for at, values in enumerate(theirs):
        for value in values:
            places.setdefault(value, []).append(at)
    for at, values in enumerate(ours):
        yield from {(at, other) for value in values for other in places.get(value, ())}


def _align(texts: int, links: int, weights: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Pair citations with links without crossing, so that the pairs weigh most."""
    best = [[0] * (links + 1) for _ in range(texts + 1)]
    for text in reversed(range(texts)):
        row, below = best[text], best[text + 1]
        for link in reversed(range(links)):
            row[link] = max(below[link], row[link + 1], below[link + 1] + weights.get((text, link), 0))
    found, text, link = [], 0, 0
    while text < texts and link < links:
        if best[text][link] == best[text + 1][link]:
            text += 1
        elif best[text][link] == best[text][link + 1]:
            link += 1
        else:
            found.append((text, link))
            text, link = text + 1, link + 1
    return found


def _alone(pairs: Sequence[tuple[int, int]], texts: int, links: int) -> Iterator[tuple[int, int]]:
    """Find a citation and a link that alone stand between two pairs, or a pair and the edge of the page."""
    for (text, link), (next_text, next_link) in pairwise([(-1, -1), *pairs, (texts, links)]):
        if next_text - text == next_link - link == 2:
            yield text + 1, link + 1


@lru_cache(maxsize=4096)
def _whole(target: str) -> Symbol | None:
    try:
        return parse(target).whole
    except SymbolError:
        return None


def _wholes(citation: Citation) -> set[str]:
    """The documents that a citation denotes, a lettered part of a resolution as the resolution."""
    return {str(whole) for target in citation.targets if (whole := _whole(target)) is not None}


def _counted(wholes: set[str]) -> set[tuple[int | str | None, int | None]]:
    """Session or year, and number, of each."""
    return {(each.session or each.year, each.number) for whole in wholes if (each := _whole(whole)) is not None}


def _likeness(text: Citation, link: Citation) -> str | None:
    """Tell in what the one document of a citation and that of a link differ: in the body, or in session or number."""
    ours, theirs = _wholes(text), _wholes(link)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    first, second = _whole(*ours), _whole(*theirs)
    return _difference(first, second) if first and second else None


def _difference(ours: Symbol, theirs: Symbol) -> str | None:
    first, second = ((each.session or each.year, each.number) for each in (ours, theirs))
    if None in (*first, *second) or not _is_comparable(ours, theirs):
        return None
    elsewhere = (ours.body, ours.document_type) != (theirs.body, theirs.document_type)
    if first == second:
        return _BODY if elsewhere else None
    one_differs = (first[0] == second[0]) != (first[1] == second[1])
    return _NUMBER if one_differs and not elsewhere else None


def _is_comparable(ours: Symbol, theirs: Symbol) -> bool:
    """Tell whether the numbers of two symbols are of kinds that may be taken for each other."""
    if ours.suffix != theirs.suffix or ours.minted or theirs.minted:
        return False
    kinds = {ours.document_type, theirs.document_type}
    return len(kinds) == 1 or (kinds <= _PLAIN and (ours.body != theirs.body or ours.body in _WITH_SERIES))


def _finding(text: Citation, link: Citation, rule: str, confidence: float) -> Finding:
    return Finding(
        span=text.span,
        kind="link-contradicts-text",
        said=text.targets,
        other=link.targets,
        related=link.span,
        paragraph=text.paragraph,
        place=text.place,
        rule=rule,
        confidence=confidence,
    )
