"""Which statuses documents have had, from when to when."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from graph.computed.considering import Answer, Considered
from graph.computed.dates import Dated, Dates, day_of
from graph.computed.situations import Situation, situations
from graph.computed.versions import Version, base_of, is_revision, versions
from graph.properties import Queryable
from ontology.iri import document_key
from ontology.statement import Statement
from ontology.symbol_order import symbol_of

__all__ = ["statuses"]

_HELD = "SELECT ?document ?type ?graph WHERE { GRAPH ?graph { ?document rg:held true ; rg:documentType ?type } }"
_ISSUED = "SELECT ?document ?day WHERE { ?document rg:held true ; dcterms:issued ?day }"
_DRAFTS = "SELECT ?draft ?act ?graph WHERE { GRAPH ?graph { ?act rg:comesFrom ?draft } }"
_RECOMMENDED = """
SELECT ?act ?report ?draft ?graph WHERE {
  GRAPH ?graph { ?act rg:recommendedIn ?report }
  OPTIONAL { ?act rg:comesFrom ?draft }
}
"""
_AMENDED = """
SELECT ?target ?act ?evidence WHERE {
  ?citation rg:function rg:amends ; rg:citedDocument ?target ; rg:citingDocument ?act ; rg:evidence ?evidence .
}
"""
_BY_SUFFIX = {
    "addendum": "supplemented",
    "supplement": "supplemented",
    "corrigendum": "corrected",
    "amendment": "amended",
    "revision": "revised",
}
_ADOPTED = frozenset({"resolution", "decision"})
_DRAFT = "draft"

_Found = Iterator[tuple[Situation, tuple[str, ...]]]


def statuses(
    store: Queryable, dates: Dates, answered: Iterable[Answer], later: Mapping[tuple[str, str], Considered]
) -> Iterator[Statement]:
    """State the statuses of documents.

    A draft is one from its date until a revision takes its place or its text is adopted. A resolution is adopted, any
    other document issued, from its date on; a report is considered from the date of the first resolution of the body
    that asked for it; a document is corrected, supplemented, revised or amended from the date of the document that
    does so on, which is its context. A date that no document tells is left open.

    Args:
        store: The store.
        dates: The dates of its documents.
        answered: Which reports answer which acts.
        later: The resolution that considered a report, by request and report.
    """
    found = list(versions(store))
    yield from situations(
        "status",
        chain(
            _issued(store, dates),
            _drafts(store, dates, found),
            _recommended(store, dates),
            _considered(dates, answered, later),
            _amended(store, dates),
            (_by_suffix(version, dates) for version in found if version.suffix in _BY_SUFFIX),
        ),
    )


def _issued(store: Queryable, dates: Dates) -> _Found:
    rows = ((document, day) for document, day in sorted(store.rows(_ISSUED), reverse=True))
    days = dict(rows)
    for document, kind, graph in store.rows(_HELD):
        if kind.partition("-")[0] == _DRAFT:
            continue
        status = "adopted" if kind in _ADOPTED else "issued"
        day, proved = day_of(document, dates)
        if status == "issued":
            day = days.get(document, day)
        yield Situation(document, status, (document,), day), (graph, *proved)


def _drafts(store: Queryable, dates: Dates, found: list[Version]) -> _Found:
    """State drafts: those held, those that an act comes from, and those of which one of these is a revision."""
    proved: dict[str, set[str]] = {}
    ends: dict[str, list[Dated]] = {}
    for document, kind, graph in store.rows(_HELD):
        if kind.partition("-")[0] == _DRAFT:
            proved.setdefault(document, set()).add(graph)
    for draft, act, graph in store.rows(_DRAFTS):
        proved.setdefault(draft, set()).add(graph)
        if act in dates:
            ends.setdefault(draft, []).append(dates[act])
    for version in found:
        if version.suffix == "revision" and _is_draft(version.base):
            proved.setdefault(version.base, set()).add(version.graph)
            proved.setdefault(version.document, set()).add(version.graph)
            if version.document in dates:
                ends.setdefault(version.base, []).append(dates[version.document])
    for draft, graphs in proved.items():
        start, dated = day_of(draft, dates)
        end = min(ends.get(draft, ()), default=None)
        status = "revised-draft" if is_revision(draft) else _DRAFT
        proof = (end.proof,) if end else ()
        yield Situation(draft, status, (draft,), start, end.date if end else ""), (*graphs, *dated, *proof)


def _is_draft(document: str) -> bool:
    symbol = symbol_of(document_key(document))
    return symbol is not None and symbol.is_draft


def _recommended(store: Queryable, dates: Dates) -> _Found:
    for act, report, draft, graph in store.rows(_RECOMMENDED):
        start, proved = day_of(report, dates)
        end, dated = day_of(act, dates)
        if draft == "" or base_of(draft) is None or is_revision(draft):
            yield Situation(draft or act, "recommended", (report,), start, end), (graph, *proved, *dated)


def _considered(dates: Dates, answered: Iterable[Answer], later: Mapping[tuple[str, str], Considered]) -> _Found:
    for pair in sorted({(answer.act, answer.report) for answer in answered} & set(later)):
        by = later[pair]
        start, proved = day_of(by.act, dates)
        yield Situation(pair[1], "considered", (by.act,), start, "", by.inferred), (*by.evidence, *proved)


def _amended(store: Queryable, dates: Dates) -> _Found:
    for target, act, evidence in store.rows(_AMENDED):
        if target != act:
            start, proved = day_of(act, dates)
            yield Situation(target, "amended", (act,), start), (evidence, *proved)


def _by_suffix(version: Version, dates: Dates) -> tuple[Situation, tuple[str, ...]]:
    start, proved = day_of(version.document, dates)
    return Situation(version.base, _BY_SUFFIX[version.suffix], (version.document,), start), (version.graph, *proved)
