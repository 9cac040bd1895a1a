"""Faults planted in small graphs: one for each constraint of the shapes, made from the shapes themselves."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, SH, Graph, Literal, URIRef
from small_graph import EXTRACTIONS, lines, span

from extract.records import Actor, Citation, DocumentRecord, Extraction
from graph.computed.processes import Step, process
from graph.computed.situations import Situation, proofs, situations
from graph.provenance import made_by
from graph.quads import quads
from graph.registry import registry_statements
from ontology import terms as rg
from ontology.iri import BASE, COMPUTED_GRAPH, REGISTRY_GRAPH, actor_iri, document_iri, graph_iri
from ontology.shapes import NAMESPACE, shapes_graph
from ontology.statement import Statement
from ontology.statement_forms import count, link, marked
from ontology.vocabulary import PREFIXES, PROV_BUNDLE, RDF_TYPE

Lines = tuple[str, ...]
Edit = Callable[[Lines], Lines]

ADDENDUM = """秘书长的报告，增编
1. 回顾《宪章》第一条，又见某某学院和委员会。
"""
# What is no constraint of a shape.
TALK = {RDF.type, SH.path, SH.message, SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf, SH.property, SH.sparql}
LISTED = {"undp", "un", "ga", "sg", "unesco", "hrc", "ipu", "parliaments", "secretariat", "state:china", "state:mali",
          "state:myanmar"}  # fmt: skip
KEPT_TERMS = {"rg:", "rg:Document", "rg:cites", "rg:recalls", "rg:symbol"}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: which rule and which kind of constraint must report it, in which graph, and how it is made."""

    rule: str
    component: str
    graph: str
    edit: Edit
    adds_only: bool = False


def _addendum() -> Extraction:
    s = ADDENDUM
    record = DocumentRecord(
        "A/79/837/Add.1", ("A/79/837/Add.1",), "text", "zh", document_type="report-sg", body="ga", symbol_confidence=0.9
    )
    charter = Citation(
        span(s, "《宪章》"), "instrument", name="宪章", instrument="un-charter", verb="回顾", function="recalls",
        pinpoint="第一条", portion=("article-1",), paragraph="1", place="numbered", rule="short-title",
        reason="the instrument has no document symbol",
    )  # fmt: skip
    own = Citation(span(s, "秘书长的报告"), "self", ("A/79/837/Add.1",), place="heading", rule="own-number")
    actors = (
        Actor(span(s, "某某学院"), "unlisted:某某学院", "某某学院", None, "other", paragraph="1", rule="shape"),
        Actor(span(s, "委员会"), None, "委员会", None, "other", paragraph="1", rule="name", candidates=("ga", "hrc")),
    )
    return Extraction("A/79/837/Add.1", "add.zh.txt", "ee" * 32, record, (own, charter), actors, (), ())


DOCUMENTS = (*EXTRACTIONS, (_addendum(), ADDENDUM))


@cache
def registry() -> Lines:
    """A small graph of the registries: the actors and instruments that the small documents name, the closed lists."""
    written = quads(registry_statements("1"), REGISTRY_GRAPH, "en")
    return tuple(sorted(line for line in written if _is_kept(subject(line))))


def _computed() -> Iterator[Statement]:
    """State something of each kind that is computed."""
    told, resolution, report = graph_iri("A/79/837", "zh"), document_iri("A/RES/76/270"), document_iri("A/79/837")
    yield Statement(COMPUTED_GRAPH, RDF_TYPE, PROV_BUNDLE)
    yield from made_by(COMPUTED_GRAPH, "1")
    yield Statement(COMPUTED_GRAPH, rg.COMPUTED_FROM, "00", is_literal=True)
    role = Situation(actor_iri("sg"), "author", (report,), "2025-03-25")
    status = Situation(resolution, "adopted", (resolution,), "2022-06-21", "2025-03-25")
    yield from situations("role", [(role, [told])])
    yield from situations("status", [(status, [told])])
    asked, reported = Step("asked", resolution, "2022-06-21", (told,)), Step("reported", report, "2025-03-25", (told,))
    yield from process("answering", (resolution, report), [[asked], [reported]])
    series = f"{BASE}series/doc/A/RES/57/32"
    yield link(series, RDF_TYPE, rg.CLASS_SERIES)
    yield link(series, rg.SERIES_BODY, actor_iri("ga"))
    yield from proofs(series, [told])
    for number, key, state in ((1, "A/RES/57/32", "cited"), (2, None, "expected"), (3, "A/RES/76/270", "held")):
        place = f"{series}#member-{number}"
        yield link(place, RDF_TYPE, rg.CLASS_SERIES_MEMBER)
        yield link(place, rg.IN_SERIES, series)
        yield count(place, rg.ORDER, number)
        yield count(place, rg.TERM, 50 + number)
        yield Statement(place, rg.MEMBER_STATE, state, is_literal=True)
        if state != "held":
            yield marked(place, rg.INFERRED)
        if key is not None:
            yield link(place, rg.MEMBER, document_iri(key))
            yield link(series, rg.HAS_MEMBER, document_iri(key))
        yield from proofs(place, [told])
    measure = f"{BASE}measure/citing-documents/doc/A/RES/57/32"
    yield link(measure, RDF_TYPE, rg.CLASS_MEASURE)
    yield link(measure, rg.MEASURE_OF, document_iri("A/RES/57/32"))
    yield count(measure, rg.CITING_DOCUMENTS, 2)
    yield from proofs(measure, [told])


@cache
def graphs() -> dict[str, Lines]:
    """The graphs without fault: of small documents, a small one of the registries, and one of what is computed."""
    made = {
        graph_iri(extraction.key, extraction.document.language): tuple(lines(extraction, source))
        for extraction, source in DOCUMENTS
    }
    computed = tuple(quads(_computed(), COMPUTED_GRAPH, "en"))
    return made | {REGISTRY_GRAPH: registry(), COMPUTED_GRAPH: computed}


def _is_kept(node: str) -> bool:
    if node.startswith(f"<{BASE}actor/"):
        return node[len(f"<{BASE}actor/") : -1] in LISTED
    if node.startswith(f"<{BASE}instrument/"):
        return node == f"<{BASE}instrument/un-charter>"
    terms = {expand(name) for name in KEPT_TERMS}
    return node.startswith(f"<{BASE}") and (not node.startswith(f"<{PREFIXES['rg']}") or node in terms)


def expand(name: str) -> str:
    """Write a prefixed name as an IRI in brackets."""
    prefix, local = name.split(":", 1)
    return f"<{PREFIXES[prefix]}{local}>"


def parts(line: str) -> tuple[str, str, str]:
    """Take subject, predicate and object out of a line."""
    one, two, rest = line.split(" ", 2)
    return one, two, rest.rpartition(" <")[0]


def subject(line: str) -> str:
    return line.split(" ", 1)[0]


def without(match: Callable[[str, str, str], bool]) -> Edit:
    """Make an edit that takes out what matches; one that takes out nothing is a mistake."""

    def edit(held: Lines) -> Lines:
        kept = tuple(line for line in held if not match(*parts(line)))
        assert len(kept) < len(held)
        return kept

    return edit


def plus(*triples: tuple[str, str, str]) -> Edit:
    """Make an edit that adds triples."""
    return lambda held: (*held, *(f"{' '.join(each)} <http://x/g> .\n" for each in triples))


def renamed(old: str, new: str) -> Edit:
    """Make an edit that writes one term for another everywhere; the term must be there."""

    def edit(held: Lines) -> Lines:
        made = tuple(line.replace(old, new) for line in held)
        assert made != held
        return made

    return edit


def faults() -> Iterator[Fault]:
    """Make a fault for each constraint of each shape, at a node that one of its targets has."""
    shapes = shapes_graph()
    for shape in sorted(set(shapes.subjects(RDF.type, SH.NodeShape)), key=str):
        targets = sorted(
            (kind, about)
            for kind in (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
            for about in shapes.objects(shape, kind)
        )
        graph, focus = _at(targets)
        yield from _of_node(shapes, shape, graph, focus)
        for held in sorted(shapes.objects(shape, SH.property), key=str):
            yield from _of_property(shapes, held, graph, focus)


def _at(targets: Iterable[tuple[URIRef, URIRef]]) -> tuple[str, str]:
    """Find a node that a target has, and its graph."""
    for kind, about in targets:
        for graph, held in graphs().items():
            for line in held:
                one, two, three = parts(line)
                if kind == SH.targetClass and two == f"<{RDF.type}>" and three == about.n3():
                    return graph, one
                if kind == SH.targetObjectsOf and two == about.n3():
                    return graph, three
                if kind == SH.targetSubjectsOf and two == about.n3():
                    return graph, one
    raise AssertionError(f"no graph has a node for {list(targets)}")


def _name(shape: URIRef) -> str:
    return str(shape).removeprefix(NAMESPACE)


def _component(constraint: URIRef) -> str:
    local = str(constraint).removeprefix(str(SH))
    return f"{SH}{local[0].upper()}{local[1:]}ConstraintComponent"


def _constraints(shapes: Graph, shape: URIRef) -> list[tuple[URIRef, object]]:
    return sorted((p, o) for p, o in shapes.predicate_objects(shape) if p not in TALK)


def _of_node(shapes: Graph, shape: URIRef, graph: str, focus: str) -> Iterator[Fault]:
    edits = {
        SH.closed: plus((focus, "<http://x/stray>", '"stray"')),
        SH.pattern: renamed(focus, "<http://x/elsewhere>"),
        SH.nodeKind: renamed(focus, "_:blank"),
    }
    for constraint, _value in _constraints(shapes, shape):
        yield Fault(_name(shape), _component(constraint), graph, edits[constraint], constraint == SH.closed)


def _of_property(shapes: Graph, shape: URIRef, graph: str, focus: str) -> Iterator[Fault]:
    path = shapes.value(shape, SH.path)
    for constraint, value in _constraints(shapes, shape):
        edit, adds = _edit(shapes, path, constraint, value, graph, focus)
        yield Fault(_name(shape), _component(constraint), graph, edit, adds)


def _edit(shapes: Graph, path: URIRef, constraint: URIRef, value: object, graph: str, focus: str) -> tuple[Edit, bool]:
    """Make the edit that breaks one constraint, and tell whether it only adds."""
    reach = _Reach.along(shapes, path, graph, focus)
    if constraint in (SH.minCount, SH.hasValue):
        return without(reach.holds), False
    if constraint == SH.lessThan:
        return plus(reach.leads_to(f'"999999999"^^{expand("xsd:integer")}')), True
    if constraint == SH.uniqueLang:
        return plus(reach.leads_to('"one"@en'), reach.leads_to('"two"@en')), True
    if constraint == SH.maxCount:
        return plus(*(reach.leads_to(f"<http://x/value{n}>") for n in range(int(value) + 1))), True
    return plus(reach.leads_to(_wrong(constraint, value))), True


def _wrong(constraint: URIRef, value: object) -> str:
    """Give a value that a constraint does not allow."""
    if constraint == SH.pattern:
        return next(f'"{text}"' for text in (" ", "#") if not re.search(str(value), text))
    wrong = {
        SH.datatype: '"wrong"^^<http://x/datatype>',
        SH.nodeKind: "<http://x/node>" if value == SH.Literal else '"text"',
        SH["class"]: "<http://x/untyped>",
        SH["in"]: '"no such value"',
        SH["or"]: '"yesterday"',
        SH.minInclusive: f'"-1"^^{expand("xsd:integer")}',
        SH.maxInclusive: f'"2"^^{expand("xsd:integer")}',
        SH.minLength: '""',
        SH.maxLength: f'"{"x" * (int(value) + 1 if isinstance(value, Literal) and str(value).isdigit() else 1)}"',
        SH.languageIn: '"mot"@fr',
        SH.equals: "<http://x/another>",
    }
    return wrong[constraint]


@dataclass(frozen=True, slots=True)
class _Reach:
    """How a path goes on from a node: its last step from the nodes before it, by any of several properties."""

    starts: frozenset[str]
    properties: tuple[str, ...]
    is_inverse: bool = False

    @classmethod
    def along(cls, shapes: Graph, path: URIRef, graph: str, focus: str) -> "_Reach":
        if isinstance(path, URIRef):
            return cls(frozenset({focus}), (path.n3(),))
        if (inverse := shapes.value(path, SH.inversePath)) is not None:
            return cls(frozenset({focus}), (inverse.n3(),), is_inverse=True)
        if (either := shapes.value(path, SH.alternativePath)) is not None:
            return cls(frozenset({focus}), tuple(step.n3() for step in shapes.items(either)))
        first, last = shapes.items(path)
        triples = [parts(line) for line in graphs()[graph]]
        return cls(frozenset(o for s, p, o in triples if (s, p) == (focus, first.n3())), (last.n3(),))

    def holds(self, one: str, two: str, three: str) -> bool:
        return two in self.properties and (three if self.is_inverse else one) in self.starts

    def leads_to(self, value: str) -> tuple[str, str, str]:
        start = min(self.starts)
        if self.is_inverse:
            return (value if value.startswith("<") else "<http://x/inverse>"), self.properties[0], start
        return start, self.properties[0], value


def mutated(fault: Fault) -> tuple[str, list[str]]:
    """Give the graph with the fault in it."""
    return fault.graph, list(fault.edit(graphs()[fault.graph]))


def together(planted: Iterable[Fault]) -> Iterator[tuple[str, list[str], tuple[Fault, ...]]]:
    """Put the faults that only add something into one graph each, for they do not hide each other; the others alone."""
    gathered: dict[str, list[Fault]] = {}
    for fault in planted:
        if fault.adds_only:
            gathered.setdefault(fault.graph, []).append(fault)
        else:
            yield *mutated(fault), (fault,)
    for graph, found in gathered.items():
        held = graphs()[graph]
        for fault in found:
            held = fault.edit(held)
        yield graph, list(held), tuple(found)
