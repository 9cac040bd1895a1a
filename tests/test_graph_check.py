import gc
import json
import re
from pathlib import Path

import pytest
from faults import expand, faults, graphs, registry, together
from query_faults import DOC, IN_RESOLUTION, QUERY_FAULTS, UNSEEN
from rdflib import RDF, SH, Graph, Literal, URIRef
from small_graph import compute, span
from small_graph import lines as document_lines
from store_servers import oxigraph

from extract import records
from graph.build import build
from graph.check.between import rule_in_words, store_rules
from graph.check.breach import Breach, Severity
from graph.check.judging import Judge
from graph.check.report import render_check
from graph.check.run import check
from graph.check.shacl import Engine
from graph.check.twin import TwinGraph
from graph.cli import main
from graph.opening import open_store
from graph.quads import quads
from graph.registry import registry_statements
from graph.result import Term, TermKind
from graph.store import Store
from ontology import terms as rg
from ontology.actors import ENTITY_TYPES
from ontology.errors import UnknownTermError
from ontology.instruments import INSTRUMENT_KINDS
from ontology.iri import BASE, COMPUTED_GRAPH, REGISTRY_GRAPH, graph_iri, graph_key
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
        for held in graphs().values():
            store.add(held)
    return path


def planted(tmp_path: Path, graph: str, held: tuple[str, ...]) -> Path:
    """A store of small documents with other quads for one of them."""
    path = tmp_path / "store"
    with Store.create(path) as store:
        for name, lines in {**graphs(), graph: held}.items():
            store.add(line.rpartition(" <")[0] + f" <{name}> .\n" for line in lines)
    return path


# What conforms


@pytest.mark.parametrize("graph", graphs())
def test_a_graph_without_fault_conforms(judge: Judge, graph: str) -> None:
    assert judge(graph, list(graphs()[graph])) == ()


def test_the_registries_conform_whole(judge: Judge) -> None:
    """That the specimens conform, the README shows, and its test runs it."""
    whole = list(quads(registry_statements("1"), REGISTRY_GRAPH, "en"))
    assert len(whole) > 20 * len(registry())
    assert judge(REGISTRY_GRAPH, whole) == ()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not on this machine")
@pytest.mark.parametrize(
    ("folder", "every"),
    [
        ("corpus", 1),
        ("data/security-council-en", 100),  # the whole of it is too much for a test
        ("data/sres918-5lang", 1),  # one text in five languages
    ],
)
def test_real_documents_conform(tmp_path: Path, folder: str, every: int) -> None:
    paths = sorted((SHARED / folder).glob("*.txt"))[::every]
    assert paths
    build(paths, tmp_path / "store")
    with Store.open(tmp_path / "store") as store:
        report = check(store, {graph_key(source.graph)[0] for source in store.digests().values()})
        judge = Judge(store.graph_lines(REGISTRY_GRAPH))
        assert judge(COMPUTED_GRAPH, list(store.graph_lines(COMPUTED_GRAPH))) == ()
    assert [breach for breach in report.breaches if breach.severity is Severity.VIOLATION] == []
    assert len(report.graphs) == len(paths)


def test_what_is_asked_by_a_day_long_past_has_no_end(tmp_path: Path, judge: Judge) -> None:
    """To the positions held before 5 August 1965, a resolution of September says; that is no time to do it by."""
    source = "Calls upon the Governments to withdraw to the positions held before 5 August 1965.\n"
    asked = records.Mandate(span(source, source.strip()), "1", "Calls upon", ("sg",), (), source.strip(), "1965-08-05")
    record = records.DocumentRecord(
        "S/RES/211(1965)", ("S/RES/211(1965)",), "text", "en", document_type="resolution", date="1965-09-20"
    )
    extraction = records.Extraction("S/RES/211(1965)", "r.txt", "00" * 32, record, (), (), (), (asked,))
    with Store.create(tmp_path / "store") as store:
        store.add(document_lines(extraction, source))
        compute(store)
        held = list(store.graph_lines(COMPUTED_GRAPH))
    assert any("1965-09-20/.." in line for line in held)
    assert judge(COMPUTED_GRAPH, held) == ()


# What does not


def test_a_fault_of_each_constraint_is_reported(judge: Judge) -> None:
    made = list(faults())
    constraints = {(fault.rule, fault.component) for fault in made}
    properties = {str(shape).removeprefix(NAMESPACE) for shape in shapes_graph().subjects(SH.path)}
    assert properties <= {rule for rule, _ in constraints}
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


def _other_type(held: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.replace('Type> "resolution"', 'Type> "letter"') for line in held)


IN_ENGLISH = graph_iri("A/RES/76/270", "en")
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
        COMPUTED_GRAPH,
        (f"<http://x/a> {expand('prov:wasDerivedFrom')} {DOC[:-1]}#zh-citation-1-2> <http://x/g> .\n",),
        False,
    ),
    (
        "proof-is-held",
        COMPUTED_GRAPH,
        (
            *graphs()[COMPUTED_GRAPH],
            f"<http://x/a> {expand('prov:wasDerivedFrom')} <{BASE}graph/A/1/en> <http://x/g> .\n",
        ),
        False,
    ),
    (
        "computed-document-is-known",
        COMPUTED_GRAPH,
        (*graphs()[COMPUTED_GRAPH], f"<http://x/a> {expand('rg:result')} {UNSEEN} <http://x/g> .\n"),
        False,
    ),
    ("versions-agree", IN_ENGLISH, _other_type(graphs()[IN_ENGLISH]), False),
    ("graph-is-ours", "http://x/theirs", ("<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n",), True),
)


def test_each_rule_between_graphs_has_a_fault() -> None:
    assert {rule.name for rule in store_rules()} == {rule for rule, *_ in STORE_FAULTS}


@pytest.mark.parametrize(("rule", "graph", "held", "conforms"), STORE_FAULTS, ids=[rule for rule, *_ in STORE_FAULTS])
def test_a_fault_between_graphs_is_reported(
    tmp_path: Path, rule: str, graph: str, held: tuple[str, ...], conforms: bool
) -> None:
    with Store.open(planted(tmp_path, graph, held)) as store:
        report = check(store)
    (severity,) = (known.severity for known in store_rules() if known.name == rule)
    found = [breach for breach in report.breaches if breach.rule == rule]
    assert found
    assert {breach.severity for breach in found} == {severity}
    assert graph in {breach.graph for breach in found}
    assert report.conforms is conforms


# How it is said


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A store in which one citation has two kinds, and a document mentions what nobody describes."""
    held = graphs()[IN_RESOLUTION]
    citation = next(line.split(" ", 1)[0] for line in held if expand("rg:recalls") in line and "-citation-" in line)
    stray = (
        f'{citation} {expand("rg:kind")} "rumour" <http://x/g> .\n',
        f"{DOC} {expand('rg:mentions')} <{BASE}actor/nobody> <http://x/g> .\n",
    )
    return planted(tmp_path, IN_RESOLUTION, (*held, *stray))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "A/RES/76/270 (zh)\n",
                "A citation has one kind, of the closed list. [Citation-kind]\n"
                "    citation at characters 29–38, preambular para. 1, “第57/32号决议”\n"
                "      rg:kind: too many\n",
                'rg:kind: "rumour"',
                "Whom a document mentions is an actor that is described. [Document-mentions]\n"
                "    A/RES/76/270\n      rg:mentions: actor/nobody\n",
                "6 of 7 graphs conform.",
            ),
        ),
        (
            "zh",
            (
                "A/RES/76/270（zh）\n",
                "  援引须有一个种类，取自封闭列表。［Citation-kind］\n"
                "    援引，第 29–38 字符，序言部分第 1 段，“第57/32号决议”\n",
                'rg:kind："rumour"',
                "所提及者须为有描述的行为体。",
                "7 个图中有 6 个符合规则。",
            ),
        ),
    ],
)
def test_the_report_names_document_rule_and_place(
    broken: Path, capsys: pytest.CaptureFixture[str], language: str, said: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--store", str(broken), "--lang", language])
    printed = capsys.readouterr().out
    assert ended.value.code == 3
    for text in said:
        assert text in printed, printed


def test_programs_get_json_with_the_place(broken: Path) -> None:
    with Store.open(broken) as store:
        content = json.loads(render_check(check(store, ["76/270"]), "json", "en"))
    assert (content["conforms"], content["graphs"], content["conforming"]) == (False, 2, 1)
    found = next(breach for breach in content["breaches"] if breach["value"] == "rumour")
    assert (found["document"], found["language"], found["rule"]) == ("A/RES/76/270", "zh", "Citation-kind")
    assert (found["kind"], found["start"], found["end"], found["paragraph"]) == ("citation", 29, 38, "p1")
    assert found["words"] == "第57/32号决议"


def test_the_turtle_is_a_validation_report(broken: Path) -> None:
    with Store.open(broken) as store:
        report = check(store)
    graph = Graph().parse(data=render_check(report, "turtle", "en"))
    assert graph.value(predicate=RDF.type, object=SH.ValidationReport) is not None
    assert list(graph.objects(None, SH.conforms)) == [Literal(False)]
    results = list(graph.objects(None, SH.result))
    assert len(results) == len(report.breaches)
    for result in results:
        assert graph.value(result, SH.focusNode) is not None
        assert sorted(text.language for text in graph.objects(result, SH.resultMessage)) == ["en", "zh"]


def test_many_places_of_one_rule_are_counted(tmp_path: Path) -> None:
    held = tuple(line for line in graphs()[IN_RESOLUTION] if expand("rg:paragraph") not in line)
    with Store.open(planted(tmp_path, IN_RESOLUTION, held)) as store:
        report = check(store, ["A/RES/76/270"])
    places = sum(breach.rule == "Part-paragraph" for breach in report.breaches)
    assert f"… and {places - 5} more places" in render_check(report, "text", "en")


@pytest.mark.parametrize("form", ["text", "json", "turtle"])
def test_a_store_that_conforms_leaves_with_zero(stored: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "--store", str(stored), "--format", form, "--lang", "en"])
    assert not ended.value.code
    printed = capsys.readouterr().out
    assert {"text": "All 7 graphs conform.", "json": '"conforms": true', "turtle": "sh:conforms true"}[form] in printed


def test_a_document_that_is_not_held_leaves_with_four(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", "A/RES/57/32", "--store", str(stored)])
    assert ended.value.code == 4
    assert "A/RES/57/32 is not in this store" in capsys.readouterr().err


def test_a_warning_is_shown_and_breaks_nothing(tmp_path: Path) -> None:
    theirs = ("<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n",)
    with Store.open(planted(tmp_path, "http://x/theirs", theirs)) as store:
        report = check(store)
    assert report.conforms
    assert "To look at: A graph that the tool did not make is not checked." in render_check(report, "text", "en")
    assert "Places to look at: 1." in render_check(report, "text", "en")


def test_an_unknown_format_or_rule_raises() -> None:
    with pytest.raises(UnknownTermError, match="the formats of a check"):
        render_check(check_nothing(), "pdf", "en")
    with pytest.raises(UnknownTermError, match="the rules of the graph"):
        rule_in_words("Citation-colour", "en")


def check_nothing():
    from graph.check.run import CheckReport

    return CheckReport((), ())


def test_no_graph_is_said_so() -> None:
    assert render_check(check_nothing(), "text", "en") == "There is no graph to check.\n"


# How it is done


def test_workers_find_the_same(broken: Path) -> None:
    with Store.open(broken) as store:
        assert check(store, workers=2) == check(store)


def test_a_check_in_this_process_leaves_no_judge_behind(stored: Path) -> None:
    """The judge holds shapes and registries, which a process that lives on should not keep."""
    before = judges()
    with Store.open(stored) as store:
        check(store)
    assert judges() <= before


def judges() -> set[int]:
    gc.collect()
    return {id(each) for each in gc.get_objects() if isinstance(each, Judge)}


def test_values_of_variables_reach_the_query_by_position() -> None:
    """The engine gives all arguments of a query by their positions."""
    graph = TwinGraph(["<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n"])
    asked = "SELECT $this ?o { $this <http://x/p> ?o }"
    for name, rows in (("a", 1), ("b", 0)):
        assert len(graph.query(asked, "sparql", "sparql", None, {"this": URIRef(f"http://x/{name}")})) == rows


def test_a_store_on_a_server_is_checked_as_one_on_disk(broken: Path, tmp_path: Path) -> None:
    with oxigraph(tmp_path / "data") as url:
        with Store.open(broken) as store, open_store(url, write=True) as copy:
            expected = check(store)
            copy.add(store.lines())
        with open_store(url) as remote:
            assert check(remote) == expected


def test_a_fault_of_the_registries_is_theirs_alone(judge: Judge) -> None:
    """A document that names an actor without type is not to blame for it."""
    undp = f"<{BASE}actor/undp>"
    bare = [line for line in registry() if not (line.startswith(undp) and expand("rg:actorType") in line)]
    at_fault = Judge(bare)
    assert [breach.rule for breach in at_fault(REGISTRY_GRAPH, bare)] == ["Actor-kind"]
    assert at_fault(IN_RESOLUTION, list(graphs()[IN_RESOLUTION])) == ()


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("rg:parent", "Actor-parent"),  # one property
        ("org:linkedTo", "ActorInOrganization-parent"),  # one of several: a|b|c
        ("org:postIn", "Actor-organization"),  # the same, with too many of them
    ],
)
def test_what_a_document_says_of_an_actor_of_the_registries_is_its_own_fault(
    judge: Judge, said: str, rule: str
) -> None:
    undp, others = f"<{BASE}actor/undp>", (f"<{BASE}actor/{each}>" for each in ("ga", "sg"))
    planted_there = [f"{undp} {expand(said)} {other} <http://x/g> .\n" for other in others]
    found = judge(IN_RESOLUTION, [*graphs()[IN_RESOLUTION], *planted_there])
    assert rule in {breach.rule for breach in found}
    assert {breach.node.value for breach in found} == {BASE + "actor/undp"}


@pytest.mark.parametrize(
    ("path", "line", "here"),
    [
        ("<http://x/a>|<http://x/b>", "{} <http://x/b> <http://x/o>", True),
        ("<http://x/a>/<http://x/b>", "{} <http://x/a> <http://x/o>", True),
        ("^<http://x/a>", "<http://x/s> <http://x/a> {}", True),
        ("^<http://x/a>", "{} <http://x/a> <http://x/o>", False),  # the other way round
        ("<http://x/a>", "{} <http://x/ab> <http://x/o>", False),
        (None, "{} <http://x/a> <http://x/o>", True),
        (None, "<http://x/s> <http://x/a> {}", False),
    ],
)
def test_a_breach_about_the_registries_is_of_the_graph_that_says_what_its_path_reads(
    judge: Judge, path: str | None, line: str, here: bool
) -> None:
    undp = Term(BASE + "actor/undp", TermKind.IRI)
    breach = Breach(IN_RESOLUTION, "rule", undp, path, focus=undp)
    assert judge._is_here(breach, [line.format(undp.written) + " <http://x/g> .\n"]) is here


def test_the_rewritten_shapes_find_what_the_shapes_find() -> None:
    """The engine finds the same with the shapes as they are in the files."""
    from pyshacl import validate

    additions = next(held for graph, held, sought in together(faults()) if len(sought) > 1 and graph == IN_RESOLUTION)
    graph = TwinGraph(additions)
    _, report, _ = validate(graph, shacl_graph=shapes_graph())
    plain = {
        (str(report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)).removeprefix(NAMESPACE),
         report.value(result, SH.focusNode), report.value(result, SH.value),
         str(report.value(result, SH.sourceConstraintComponent)))
        for result in report.objects(None, SH.result)
    }  # fmt: skip
    found = {(each.rule, each.focus, each.value, each.component) for each in Engine().validate(graph)}
    assert found == plain
    assert len(found) > 100


# The shapes themselves


def test_the_shapes_are_well_formed() -> None:
    from pyshacl.entrypoints import meta_validate

    shapes = Graph()
    shapes += shapes_graph()
    conforms, _, text = meta_validate(shapes)
    assert conforms, text


def test_every_rule_has_a_name_of_its_own_and_speaks_english_and_chinese() -> None:
    shapes = shapes_graph()
    ruling = {s for p in (SH.path, SH.select, SH.closed) for s in shapes.subjects(p) if (s, SH.path, None) in shapes
              or p != SH.path}  # fmt: skip
    names = [*(rule.name for rule in rules()), *(rule.name for rule in store_rules())]
    assert len(set(names)) == len(names)
    assert {str(each).removeprefix(NAMESPACE) for each in ruling if isinstance(each, URIRef)} <= set(names)
    for rule in (*rules(), *store_rules()):
        assert set(rule.message) == {"en", "zh"}, rule.name
        assert re.search("[\u4e00-\u9fff]", rule.message["zh"]), rule.name
        assert not re.search("[\u4e00-\u9fff]", rule.message["en"]), rule.name
    anonymous = [s for s in shapes.subjects(SH.path) if not isinstance(s, URIRef)]
    assert anonymous == []


def test_rules_say_of_which_class_they_are() -> None:
    assert all(rule.classes for rule in rules())
    assert {rule.name for rule in rules_of("Citation")} >= {"Citation", "Citation-kind", "Part-evidence"}
    named = {name for rule in rules() for name in rule.classes if "/" not in name}
    assert named <= rg.CLASSES | rg.PROPERTIES
    # Each class has rules; the kinds of documents those of rg:Document.
    kinds = {iri.removeprefix(rg.NAMESPACE) for iri in rg.DOCUMENT_CLASSES.values()}
    assert rg.CLASSES - kinds - {"MeetingRecord", "AdministrativeIssuance"} <= named


def test_the_files_of_shapes_are_those_of_the_vocabulary() -> None:
    names = {path.stem for path in SHAPES_FOLDER.glob("*.ttl")}
    assert names == {
        "acts",
        "actors",
        "citations",
        "documents",
        "evidence",
        "processes",
        "provenance",
        "schemes",
        "shapes",
    }


def _listed(name: str) -> set[str]:
    shapes = shapes_graph()
    (values,) = shapes.objects(URIRef(NAMESPACE + name), SH["in"])
    return {str(item) for item in shapes.items(values)}


def _concepts(scheme: str) -> set[str]:
    graph = vocabulary_graph()
    members = graph.subjects(URIRef(SKOS + "inScheme"), URIRef(f"{BASE}scheme/{scheme}"))
    return {str(graph.value(each, URIRef(SKOS + "notation"))) for each in members}


@pytest.mark.parametrize(
    ("rule", "scheme"),
    [
        ("Actor-kind", "actor-type"),
        ("Instrument-kind", "instrument-kind"),
        ("Citation-kind", "citation-kind"),
        ("Part-place", "place"),
        ("Activity-kind", "activity-kind"),
        ("Activity-modality", "modality"),
        ("Mention-form", "mention-form"),
        ("Mention-role", "mention-role"),
        ("Document-symbol-source", "symbol-source"),
        ("Finding-kind", "finding-kind"),
    ],
)
def test_closed_lists_are_those_of_the_schemes(rule: str, scheme: str) -> None:
    assert _listed(rule) == _concepts(scheme)


@pytest.mark.parametrize(
    ("rule", "scheme"),
    [("Role-value", "role"), ("Status-value", "status"), ("Process-kind", "process"), ("Step-kind", "step")],
)
def test_closed_lists_of_concepts_are_those_of_the_schemes(rule: str, scheme: str) -> None:
    members = vocabulary_graph().subjects(URIRef(SKOS + "inScheme"), URIRef(f"{BASE}scheme/{scheme}"))
    assert _listed(rule) == {str(member) for member in members}


def test_closed_lists_are_those_of_the_code() -> None:
    functions = set(rg.FUNCTIONS.values())
    assert _listed("Citation-function") == functions
    assert _listed("Relation-semantics") == functions | {rg.ASKS}
    assert _listed("Actor-kind") == ENTITY_TYPES
    assert _listed("Instrument-kind") == INSTRUMENT_KINDS
    kinds = {rg.NAMESPACE + name for name in ("Document", "MeetingRecord", "AdministrativeIssuance")}
    assert _listed("Document-type") == kinds | set(rg.DOCUMENT_CLASSES.values())
    units = shapes_graph().value(URIRef(NAMESPACE + "Portion"), SH.pattern)
    assert set(re.search(r"#\(\?:\(\?:([a-z|]+)\)", str(units))[1].split("|")) == UNITS
    graph = vocabulary_graph()
    for rule, predicate in (("Actor-type", "modelledAs"), ("Instrument-type", "modelledAs")):
        scheme = "actor-type" if rule == "Actor-type" else "instrument-kind"
        members = graph.subjects(URIRef(SKOS + "inScheme"), URIRef(f"{BASE}scheme/{scheme}"))
        modelled = {str(found) for each in members for found in graph.objects(each, URIRef(rg.NAMESPACE + predicate))}
        assert _listed(rule) == modelled | {rg.NAMESPACE + rule.removesuffix("-type")}
