"""Series: the resolutions of one body on one subject that succeed each other, and which of them is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.computed.acts import Act, Place, place_of, read_acts
from graph.computed.situations import proofs
from graph.properties import Queryable
from ontology import terms as rg
from ontology.computed_iri import series_iri, series_member_iri
from ontology.iri import actor_iri
from ontology.statement import Statement
from ontology.statement_forms import count, link, marked, plain
from ontology.vocabulary import RDF_TYPE, SKOS_PREF_LABEL

__all__ = ["series"]

_TITLES = (
    "SELECT DISTINCT ?act ?title (LANG(?title) AS ?language) WHERE { ?act a rg:Resolution ; dcterms:title ?title }"
)


@dataclass(frozen=True, slots=True)
class _Member:
    """A place in a series: a resolution held or cited, or one that is only expected."""

    term: int
    number: int
    document: str | None
    state: str
    proved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Resolutions held that belong together, in order."""

    acts: tuple[Act, ...]

    @property
    def node(self) -> str:
        """IRI of the series: that of its first resolution tells it from others."""
        return series_iri(self.acts[0].iri)


def series(store: Queryable) -> Iterator[Statement]:
    """State the series of which at least two resolutions are held.

    Two resolutions of one body are of one series where they have the same title, or where the later recalls the
    earlier as its predecessor (the latest resolution of its body that it recalls) under the same agenda item. A
    resolution that is not held is a member where a later member recalls it in one paragraph with a member that is
    held, and where it is not the text of a named instrument. One more is expected where the members before and after
    a gap come in a rhythm into which it would fit. Both are inferred.

    Args:
        store: The store.
    """
    acts = read_acts(store)
    ordered = (tuple(sorted(found, key=lambda act: act.order)) for found in _grouped(acts))
    groups = [_Group(found) for found in ordered if len(found) > 1]
    titles: dict[str, list[tuple[str, str]]] = {}
    for act, title, language in store.rows(_TITLES):
        titles.setdefault(act, []).append((title, language))
    last = {group.acts[-1].iri: group for group in groups}
    for group in sorted(groups, key=lambda each: each.node):
        yield from _series(group, acts, titles)
        before = _predecessor(group.acts[0])
        if before is not None and before in last and last[before] is not group:
            yield link(group.node, rg.CONTINUES, last[before].node)


def _grouped(acts: Mapping[str, Act]) -> list[list[Act]]:
    """Join the acts that belong together; each act is in one group."""
    group_of = {iri: [act] for iri, act in acts.items()}
    by_title: dict[tuple[str, str], Act] = {}
    for act in acts.values():
        for title in sorted(act.titles):
            _join(group_of, by_title.setdefault((act.place.body, title), act), act)
        before = _predecessor(act)
        if before is not None and before in acts and acts[before].items & act.items:
            _join(group_of, acts[before], act)
    return list({id(group): group for group in group_of.values()}.values())


def _join(group_of: dict[str, list[Act]], one: Act, other: Act) -> None:
    first, second = group_of[one.iri], group_of[other.iri]
    if first is not second:
        first.extend(second)
        for act in second:
            group_of[act.iri] = first


def _predecessor(act: Act) -> str | None:
    """Give the latest resolution of its own body that an act recalls."""
    places = ((place_of(recital.target), recital.target) for recital in act.recitals)
    earlier = [(place, target) for place, target in places if place is not None and _is_earlier(place, act.place)]
    return max(earlier)[1] if earlier else None


def _is_earlier(place: Place, other: Place) -> bool:
    return place.body == other.body and place < other


def _series(
    group: _Group, acts: Mapping[str, Act], titles: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[Statement]:
    node = group.node
    yield link(node, RDF_TYPE, rg.CLASS_SERIES)
    yield link(node, rg.SERIES_BODY, actor_iri(group.acts[0].place.body))
    for title, language in sorted(titles.get(group.acts[-1].iri, ())):
        yield Statement(node, SKOS_PREF_LABEL, title, None, None, language or None, is_literal=True)
    known = sorted((*_held(group), *_cited(group, acts)), key=lambda member: (member.term, member.number))
    members = sorted((*known, *_expected(known)), key=lambda member: (member.term, member.number))
    gaps = [later.term - earlier.term for earlier, later in pairwise(known)]
    if len(gaps) > 1 and gaps[-1] == gaps[-2] > 0:
        yield count(node, rg.RHYTHM, gaps[-1])
    for order, member in enumerate(members, start=1):
        yield from _member(node, order, member)
    yield from proofs(node, (graph for act in group.acts for graph in act.graphs))


def _held(group: _Group) -> Iterator[_Member]:
    for act in group.acts:
        yield _Member(act.place.term, act.place.number, act.iri, "held", act.graphs)


def _cited(group: _Group, acts: Mapping[str, Act]) -> Iterator[_Member]:
    """Find the members that are not held: recalled by a member in one paragraph with a member that is."""
    held = {act.iri for act in group.acts}
    found: dict[str, set[str]] = {}
    for act in group.acts:
        shared = {recital.paragraph for recital in act.recitals if recital.target in held}
        for recital in act.recitals:
            if recital.paragraph in shared and recital.target not in acts:
                place = place_of(recital.target)
                if place is not None and _is_earlier(place, act.place):
                    found.setdefault(recital.target, set()).add(recital.evidence)
    for target in sorted(found):
        place = place_of(target)
        if place is not None:
            yield _Member(place.term, place.number, target, "cited", tuple(sorted(found[target])))


def _expected(known: Sequence[_Member]) -> Iterator[_Member]:
    """Find the places that the rhythm leaves empty: a gap of several beats between two gaps of one beat.

    At the end of the series the two gaps before it must agree.
    """
    gaps = [later.term - earlier.term for earlier, later in pairwise(known)]
    for i, gap in enumerate(gaps):
        around = gaps[i - 1 : i] + gaps[i + 1 : i + 2] if 0 < i < len(gaps) - 1 else gaps[max(0, i - 2) : i]
        if len(around) < 2 or around[0] != around[1] or around[0] < 1:
            continue
        beat, first, last = around[0], known[i], known[i + 1]
        if gap > beat and gap % beat == 0:
            proved = (*first.proved, *last.proved)
            yield from (
                _Member(term, 0, None, "expected", proved) for term in range(first.term + beat, last.term, beat)
            )


def _member(node: str, order: int, member: _Member) -> Iterator[Statement]:
    place = series_member_iri(node, order)
    yield link(place, RDF_TYPE, rg.CLASS_SERIES_MEMBER)
    yield link(place, rg.IN_SERIES, node)
    yield count(place, rg.ORDER, order)
    yield count(place, rg.TERM, member.term)
    yield plain(place, rg.MEMBER_STATE, member.state)
    if member.document is not None:
        yield link(place, rg.MEMBER, member.document)
        yield link(node, rg.HAS_MEMBER, member.document)
    if member.state != "held":
        yield marked(place, rg.INFERRED)
    yield from proofs(place, member.proved)
