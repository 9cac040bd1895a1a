import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from faults import DOCUMENTS, expand, faults, graphs, registry, together
from query_faults import DOC, IN_RESOLUTION, OTHER, QUERY_FAULTS
from rdflib import RDF, SH, Graph, Literal, URIRef

from corpus.specimens import specimens
from extract import records
from graph.breach import Severity
from graph.build import build
from graph.check import check
from graph.check_report import render_check
from graph.cli import main
from graph.judging import Judge
from graph.quads import quads
from graph.registry import registry_statements
from graph.shacl import Engine
from graph.store import Store
from graph.store_rules import rule_in_words, store_rules
from graph.twin import TwinGraph
from ontology import terms as rg
from ontology.actors import ENTITY_TYPES
from ontology.errors import UnknownTermError
from ontology.instruments import INSTRUMENT_KINDS
from ontology.iri import BASE, REGISTRY_GRAPH, graph_iri
from ontology.portion import UNITS
from ontology.shapes import NAMESPACE, SHAPES_FOLDER, rules, rules_of, shapes_graph
from ontology.vocabulary import PREFIXES, vocabulary_graph

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SKOS = PREFIXES["skos"]


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(registry())


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of small documents without fault."""
    path = tmp_path_factory.mktemp("check") / "store"
    with Store.create(path) as store:
        for name, held in graphs().items():
            if name != REGISTRY_GRAPH:
                store.add(held)
        store.add(registry())
    return path


def planted(tmp_path: Path, graph: str, held: tuple[str, ...]) -> Path:
    """A store of small documents with other quads for one of them."""
    path = tmp_path / "store"
    with Store.create(path) as store:
        for name, lines in {**graphs(), REGISTRY_GRAPH: registry(), graph: held}.items():
            store.add(line.rpartition(" <")[0] + f" <{name}> .\n" for line in lines)
    return path


# What conforms


@pytest.mark.parametrize("graph", graphs())
def test_a_graph_without_fault_conforms(judge: Judge, graph: str) -> None:
    assert judge(graph, list(graphs()[graph])) == ()


def test_the_specimens_and_the_registries_conform(tmp_path: Path) -> None:
    build([specimens()], tmp_path / "store")
    with Store.open(tmp_path / "store") as store:
        report = check(store)
    assert report.breaches == ()
    assert report.conforms
    assert report.conforming == len(report.graphs) == len(list(specimens().glob("*.txt"))) + 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not on this machine")
@pytest.mark.parametrize(
    ("folder", "every"),
    [
        ("corpus", 1),
        ("data/security-council-en", 40),  # the whole of it is too much for a test
        ("data/sres918-5lang", 1),  # one text in five languages
    ],
)
def test_real_documents_conform(tmp_path: Path, folder: str, every: int) -> None:
    paths = sorted((SHARED / folder).glob("*.txt"))[::every]
    assert paths
    build(paths, tmp_path / "store")
    with Store.open(tmp_path / "store") as store:
        report = check(store, [f"unidentified/{'0' * 16}"] if not paths else ())
    assert [breach for breach in report.breaches if breach.severity is Severity.VIOLATION] == []
    assert len(report.graphs) > 1


# What does not


def test_a_fault_of_each_constraint_is_reported(judge: Judge) -> None:
    made = list(faults())
    constraints = {(fault.rule, fault.component) for fault in made}
    shapes = {str(shape).removeprefix(NAMESPACE) for shape in shapes_graph().subjects(SH.path) if isinstance(shape, URIRef)}
    assert shapes == {rule for rule, _ in constraints if (URIRef(NAMESPACE + rule), SH.path, None) in shapes_graph()}
    silent = []
    for graph, held, sought in together(made):
        found = judge(graph, held)
        assert {breach.graph for breach in found} == {graph}
        told = {(breach.rule, breach.component) for breach in found}
        silent += [(fault.rule, fault.component) for fault in sought if (fault.rule, fault.component) not in told]
    assert silent == []


def test_each_query_has_a_fault() -> None:
    assert {rule.name for rule in rules() if rule.is_query} == {rule for rule, _, _ in QUERY_FAULTS}


@pytest.mark.parametrize(
    ("rule", "graph", "edit"), QUERY_FAULTS, ids=[f"{n}-{rule}" for n, (rule, _, _) in enumerate(QUERY_FAULTS)]
)
def test_a_fault_of_each_query_is_reported(judge: Judge, rule: str, graph: str, edit) -> None:
    assert rule in {breach.rule for breach in judge(graph, list(edit(graphs()[graph])))}


def _other_language(held: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.replace('Type> "resolution"', 'Type> "letter"') for line in held)


STORE_FAULTS = (
    # rule, IRI of a graph, its lines, whether the store still conforms
    ("graph-names-itself", BASE + "graph/A/1/en", ("<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n",), False),
    ("registry-is-there", REGISTRY_GRAPH, (), False),
    (
        "file-is-in-one-graph",
        BASE + "graph/A/1/en",
        (f"<{BASE}graph/A/1/en> {expand('prov:wasDerivedFrom')} <{BASE}file/{'aa' * 32}> <http://x/g> .\n",),
        False,
    ),
    (
        "name-is-of-one-file",
        BASE + "graph/A/1/en",
        (f'<http://x/file> {expand("rg:sourceName")} "r.zh.txt" <http://x/g> .\n',),
        False,
    ),
    (
        "part-is-held",
        BASE + "graph/computed",
        (f"<http://x/a> {expand('prov:wasDerivedFrom')} {DOC[:-1]}#zh-citation-1-2> <http://x/g> .\n",),
        False,
    ),
    ("versions-agree", graph_iri("A/RES/76/270", "en"), _other_language(graphs()[graph_iri("A/RES/76/270", "en")]), False),
    ("graph-is-ours", "http://x/theirs", ("<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n",), True),
)


def test_each_rule_between_graphs_has_a_fault() -> None:
    assert {rule.name for rule in store_rules()} == {rule for rule, *_ in STORE_FAULTS}


@pytest.mark.parametrize(("rule", "graph", "held", "conforms"), STORE_FAULTS, ids=[rule for rule, *_ in STORE_FAULTS])
def test_a_fault_between_graphs_is_reported(
    tmp_path: Path, rule: str, graph: str, held: tuple[str, ...], conforms: bool
) -> None:
    with Store.open(planted(tmp_path, graph, held)) as store:
        report = check(store, ["A/79/837"] if rule == "never" else ())
    (severity,) = (known.severity for known in store_rules() if known.name == rule)
    found = [breach for breach in report.breaches if breach.rule == rule]
    assert found
    assert {breach.severity for breach in found} == {severity}
    assert graph in {breach.graph for breach in found}
    assert report.conforms is conforms
