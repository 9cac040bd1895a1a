"""How resolutions and decisions came to be: drafts, their revisions, the report that recommended one, the adoption."""

from collections.abc import Iterator

from graph.computed.dates import Dates
from graph.computed.processes import Step, dated_step, process
from graph.computed.versions import base_of, is_revision
from graph.properties import Queryable
from ontology.iri import document_key
from ontology.statement import Statement
from ontology.symbol_order import key_order

__all__ = ["making"]

_ORIGINS = """
SELECT ?act ?origin ?relation ?graph WHERE {
  VALUES ?relation { rg:comesFrom rg:recommendedIn }
  GRAPH ?graph { ?act rg:held true ; ?relation ?origin }
}
"""
_RECOMMENDED = "recommendedIn"


def making(store: Queryable, dates: Dates) -> Iterator[Statement]:
    """State the making of each act of which a draft or the report that recommended it is known.

    The steps are: draft tabled, addenda to it, its revisions one by one, recommended by a committee, adopted. A draft
    of which only a revision is named was tabled too; that is inferred. What no document names is no step.

    Args:
        store: The store.
        dates: The dates of its documents.
    """
    origins: dict[str, dict[str, tuple[str, set[str]]]] = {}
    for act, origin, relation, graph in store.rows(_ORIGINS):
        kind = _kind(origin, relation)
        origins.setdefault(act, {}).setdefault(origin, (kind, set()))[1].add(graph)
    for act in sorted(origins, key=lambda iri: key_order(document_key(iri))):
        yield from process("making", (act,), list(_stages(act, origins[act], dates)))


def _kind(origin: str, relation: str) -> str:
    if relation.endswith(_RECOMMENDED):
        return "recommended"
    if is_revision(origin):
        return "revised"
    return "tabled" if base_of(origin) is None else "extended"


def _stages(act: str, origins: dict[str, tuple[str, set[str]]], dates: Dates) -> Iterator[list[Step]]:
    steps = [dated_step(kind, origin, sorted(graphs), dates) for origin, (kind, graphs) in origins.items()]
    for origin, (kind, graphs) in origins.items():
        base = base_of(origin) if kind in ("revised", "extended") else None
        if base is not None and base not in origins and base not in {step.document for step in steps}:
            steps.append(
                dated_step("revised" if is_revision(base) else "tabled", base, sorted(graphs), dates, inferred=True)
            )
    steps.sort(key=lambda step: key_order(document_key(step.document)))
    yield [step for step in steps if step.kind == "tabled"]
    yield [step for step in steps if step.kind == "extended"]
    yield from ([step] for step in steps if step.kind == "revised")
    yield [step for step in steps if step.kind == "recommended"]
    graphs = {graph for _, found in origins.values() for graph in found}
    yield [dated_step("adopted", act, sorted(graphs), dates)]
