"""What is computed from all documents of a store, on a few statements made by hand."""

from collections import Counter

import pytest
from small_graph import compute, small_store

from graph.computed import considering
from graph.computed.statements import computed_statements
from graph.quads import quads
from graph.store import Store
from ontology import terms as rg
from ontology.iri import COMPUTED_GRAPH, actor_iri, document_iri, graph_iri
from ontology.statement import Evidence, Statement
from ontology.vocabulary import DCTERMS_DATE, DCTERMS_TITLE, PREFIXES, RDF_TYPE, XSD, vocabulary_graph

BASE = "https://w3id.org/resograph/"
HAPPENED = "pwo:happened/rg:from"


def link(subject, predicate, target):
    return Statement(document_iri(subject), predicate, document_iri(target))


def plain(subject, predicate, text, datatype=None, language=None):
    return Statement(document_iri(subject), predicate, text, None, datatype and XSD + datatype, language, True)


def held(key, kind, date=None, title=None, items=()):
    """A document of the collection; a resolution where its kind says so."""
    yield plain(key, rg.HELD, "true", "boolean")
    yield plain(key, rg.SYMBOL, key)
    yield plain(key, rg.DOCUMENT_TYPE, kind)
    yield Statement(document_iri(key), RDF_TYPE, rg.CLASS_DOCUMENT)
    if kind == "resolution":
        yield Statement(document_iri(key), RDF_TYPE, rg.CLASS_RESOLUTION)
        yield Statement(document_iri(key), rg.BODY, actor_iri("ga"))
    if date:
        yield plain(key, DCTERMS_DATE, date, "date" if len(date) == 10 else "gYearMonth")
    if title:
        yield plain(key, DCTERMS_TITLE, title, language="en")
    for item in items:
        yield plain(key, rg.AGENDA_ITEM, item)


def citing(key, number, target, function=rg.RECALLS, paragraph="p1", date=None, kind="resolution"):
    """A citation as a thing, with its evidence, and the plain edge."""
    node = f"{document_iri(key)}#en-citation-{number}-{number + 1}"
    proof = Evidence(key, number, number + 1, "x", "x", "rule", 1.0, f"{BASE}file/00", "x", "", "")
    yield Statement(node, RDF_TYPE, rg.CLASS_CITATION)
    yield Statement(node, rg.CITING_DOCUMENT, document_iri(key))
    yield Statement(node, rg.CITED_DOCUMENT, document_iri(target))
    yield Statement(node, rg.FUNCTION, function)
    yield Statement(node, rg.KIND, kind, is_literal=True)
    yield Statement(node, rg.PARAGRAPH, paragraph, is_literal=True)
    if date:
        yield Statement(node, rg.CITED_DATE, date, None, XSD + "date", is_literal=True)
    yield Statement(node, rg.EVIDENCE, node.replace("#en-", "#en-evidence-of-"), proof)
    yield link(key, rg.CITES, target)


@pytest.fixture
def ask(tmp_path):
    def asked(query, *documents):
        with Store.create(tmp_path / "store") as store:
            for key, statements in documents:
                store.add(quads(statements, graph_iri(key, "en"), "en"))
            compute(store)
            return [tuple(value.removeprefix(BASE) for value in row) for row in store.rows(query)]

    return asked


def document(key, *statements, **options):
    return key, [*held(key, options.pop("kind", "resolution"), **options), *(s for each in statements for s in each)]


STEPS = f"""
SELECT ?kind ?document ?date ?days ?inferred WHERE {{
  ?process rg:processKind ?of ; rg:hasStep ?step .
  ?step rg:stepType ?type ; rg:produces ?document .
  OPTIONAL {{ ?step {HAPPENED} ?date }}
  OPTIONAL {{ ?step rg:days ?days }}
  OPTIONAL {{ ?step rg:inferred ?inferred }}
  BIND (STRAFTER(STR(?type), "/step/") AS ?kind)
}} ORDER BY ?process ?step
"""


def test_the_making_of_a_resolution_from_a_revised_draft_that_a_committee_recommended(ask):
    made = document(
        "A/RES/78/9",
        [link("A/RES/78/9", rg.COMES_FROM, "A/C.3/78/L.60/Rev.1")],
        [link("A/RES/78/9", rg.RECOMMENDED_IN, "A/78/481")],
        date="2023-12-19",
    )
    revised = document("A/C.3/78/L.60/Rev.1", kind="draft-resolution", date="2023-11-10")
    report = document("A/78/481", kind="report-committee", date="2023-12")
    assert ask(STEPS, made, revised, report) == [
        ("tabled", "doc/A/C.3/78/L.60", "", "", "true"),  # a revision was tabled before
        ("revised", "doc/A/C.3/78/L.60/Rev.1", "2023-11-10", "", ""),
        ("recommended", "doc/A/78/481", "2023-12", "", ""),  # no day, so no days
        ("adopted", "doc/A/RES/78/9", "2023-12-19", "", ""),
    ]


def test_what_no_document_tells_is_no_process(ask):
    assert ask(STEPS, document("A/RES/78/9", date="2023-12-19")) == []


STATUSES = """
SELECT ?document ?status ?from ?until ?by WHERE {
  ?document tvc:hasValue ?situation .
  ?situation a rg:StatusInTime ; tvc:withValue ?value ; tvc:withinContext ?by .
  OPTIONAL { ?situation tvc:atTime/rg:from ?from }
  OPTIONAL { ?situation tvc:atTime/rg:until ?until }
  BIND (STRAFTER(STR(?value), "/status/") AS ?status)
} ORDER BY ?document ?from ?status
"""


def test_statuses_of_a_draft_its_revision_and_a_corrected_report(ask):
    base, revision, report = "A/C.3/78/L.60", "A/C.3/78/L.60/Rev.1", "A/78/300"
    found = ask(
        STATUSES,
        document(base, kind="draft-resolution", date="2023-11-01"),
        document(revision, kind="draft-resolution", date="2023-11-10"),
        document("A/RES/78/9", [link("A/RES/78/9", rg.COMES_FROM, revision)], date="2023-12-19"),
        document(report, kind="report", date="2023-08-01"),
        document("A/78/300/Corr.1", kind="report", date="2023-09-05"),
        document("A/RES/79/1", citing("A/RES/79/1", 5, "A/RES/78/9", rg.AMENDS), date="2024-10-01"),
    )
    assert found == [
        ("doc/A/78/300", "issued", "2023-08-01", "", "doc/A/78/300"),
        ("doc/A/78/300", "corrected", "2023-09-05", "", "doc/A/78/300/Corr.1"),
        ("doc/A/78/300/Corr.1", "issued", "2023-09-05", "", "doc/A/78/300/Corr.1"),
        (f"doc/{base}", "draft", "2023-11-01", "2023-11-10", f"doc/{base}"),
        (f"doc/{base}", "revised", "2023-11-10", "", f"doc/{revision}"),
        (f"doc/{revision}", "revised-draft", "2023-11-10", "2023-12-19", f"doc/{revision}"),
        ("doc/A/RES/78/9", "adopted", "2023-12-19", "", "doc/A/RES/78/9"),
        ("doc/A/RES/78/9", "amended", "2024-10-01", "", "doc/A/RES/79/1"),
        ("doc/A/RES/79/1", "adopted", "2024-10-01", "", "doc/A/RES/79/1"),
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2014-10-31", "2014-10-31"), "2014-10-31"),  # two who cite it agree
        (("2014-10-31", "2014-10-30"), ""),  # they do not
        (("1990-06-31", "1990-06-30"), "1990-06-30"),  # one is no day of the calendar
        ((None, None), ""),
    ],
)
def test_the_date_of_a_resolution_that_is_not_held_is_the_one_by_which_all_cite_it(ask, dates, expected):
    report = "A/71/179"
    first = citing(report, 1, "A/RES/69/6", rg.REQUESTED_BY, date=dates[0])
    second = citing(report, 5, "A/RES/69/6", rg.REQUESTED_BY, date=dates[1])
    rows = ask(STEPS, document(report, first, second, [link(report, rg.ANSWERS, "A/RES/69/6")], kind="report-sg"))
    assert [row[:3] for row in rows] == [("asked", "doc/A/RES/69/6", expected), ("reported", f"doc/{report}", "")]


@pytest.mark.parametrize(
    ("resolution", "options", "function", "expected"),
    [
        ("A/RES/71/160", {"date": "2016-12-16"}, rg.NOTES, [("considered", "")]),
        ("A/RES/71/160", {"date": "2016-12-16"}, rg.SEES, [("considered", "true")]),  # it cites and does not say so
        ("A/RES/71/160", {"date": "2016-01-16"}, rg.NOTES, []),  # before the report
        ("A/RES/71/160", {}, rg.NOTES, []),  # nobody knows when
        ("S/RES/2250(2015)", {"date": "2016-12-16"}, rg.NOTES, []),  # another body, by its symbol
    ],
)
def test_which_resolution_considered_a_report(ask, resolution, options, function, expected):
    report = "A/71/179"
    later = document(resolution, citing(resolution, 9, report, function, kind="symbol"), **options)
    if resolution.startswith("S/"):
        later = (resolution, [s for s in later[1] if s.predicate != rg.BODY])
    answer = document(
        report,
        citing(report, 1, "A/RES/69/6", rg.REQUESTED_BY),
        [link(report, rg.ANSWERS, "A/RES/69/6")],
        kind="report-sg",
        date="2016-07-21",
    )
    rows = ask(STEPS, answer, later)
    assert [(row[0], row[4]) for row in rows if row[0] == "considered"] == expected


MEMBERS = """
SELECT ?term ?document ?state WHERE {
  ?place rg:inSeries ?series ; rg:order ?order ; rg:term ?term ; rg:memberState ?state .
  OPTIONAL { ?place rg:member ?document }
} ORDER BY ?series ?order
"""


def resolutions(sessions, title="Report of the Committee"):
    return [document(f"A/RES/{session}/{session}", title=title) for session in sessions]


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ((60, 61), []),  # one gap is no rhythm
        ((60, 61, 63), []),  # nor are two that differ
        ((60, 61, 62, 64, 65), ["63"]),  # yearly before and after
        ((60, 62, 64, 68), ["66"]),  # every two years, and then not
        ((58, 59, 60, 61, 63, 65, 67), []),  # yearly, then every two years
        ((60, 63, 66, 68, 71), []),  # 2 is no multiple of 3
    ],
)
def test_which_member_the_rhythm_asks_for(ask, sessions, expected):
    rows = ask(MEMBERS, *resolutions(sessions))
    assert [term for term, _, state in rows if state == "expected"] == expected
    assert [term for term, _, state in rows if state == "held"] == [str(session) for session in sessions]


def test_titles_are_compared_without_regard_to_width_case_and_blanks(ask):
    rows = ask(MEMBERS, document("A/RES/70/1", title="On （sport）"), document("A/RES/71/2", title="ON(Sport)"))
    assert [row[1] for row in rows] == ["doc/A/RES/70/1", "doc/A/RES/71/2"]


def test_under_another_title_the_predecessor_and_the_item_tell(ask):
    first = document("A/RES/70/7", title="Old", items=["11"])
    recalled = (citing("A/RES/71/8", 1, "A/RES/70/7"), citing("A/RES/71/8", 5, "A/RES/60/5"))
    assert len(ask(MEMBERS, first, document("A/RES/71/8", *recalled, title="New", items=["11"]))) == 3


@pytest.mark.parametrize(
    ("recalled", "items"),
    [
        (("A/RES/70/7",), ["12"]),  # another item
        (("A/RES/70/7", "A/RES/70/9"), ["11"]),  # another is its predecessor
        ((), ["11"]),  # it recalls nothing
    ],
)
def test_one_item_alone_makes_no_series(ask, recalled, items):
    first = document("A/RES/70/7", title="Old", items=["11"])
    cited = [citing("A/RES/71/8", 10 * i, target) for i, target in enumerate(recalled, start=1)]
    assert ask(MEMBERS, first, document("A/RES/71/8", *cited, title="New", items=items)) == []


def test_the_text_of_an_instrument_is_no_member(ask):
    last = document(
        "A/RES/71/8",
        *(citing("A/RES/71/8", 10 * i, f"A/RES/{key}") for i, key in enumerate(("69/7", "60/1", "67/5"), start=1)),
        citing("A/RES/71/8", 90, "A/RES/66/4", paragraph="p2"),  # a paragraph without a member that is held
        title="One",
    )
    outcome = [Statement(f"{BASE}instrument/outcome", rg.TEXT_IN, document_iri("A/RES/60/1"))]
    rows = ask(MEMBERS, document("A/RES/69/7", outcome, title="One"), last)
    assert rows == [
        ("67", "doc/A/RES/67/5", "cited"),
        ("69", "doc/A/RES/69/7", "held"),
        ("71", "doc/A/RES/71/8", "held"),
    ]


def test_the_same_documents_always_give_the_same_statements(tmp_path):
    documents = [*resolutions((60, 61, 63)), document("A/RES/71/8", citing("A/RES/71/8", 5, "A/RES/60/60"))]
    found = []
    for name, order in (("one", documents), ("two", documents[::-1])):
        with Store.create(tmp_path / name) as store:
            for key, statements in order:
                store.add(quads(statements, graph_iri(key, "en"), "en"))
            found.append(list(computed_statements(store)))
    assert found[0] == found[1] != []


def test_the_concepts_and_properties_used_stand_in_the_vocabulary(tmp_path):
    import rdflib

    vocabulary = vocabulary_graph()
    with small_store(tmp_path / "store") as store:
        statements = list(computed_statements(store))
    for statement in statements:
        if statement.object.startswith(f"{BASE}scheme/"):
            labels = vocabulary.objects(rdflib.URIRef(statement.object), rdflib.SKOS.prefLabel)
            assert sorted(label.language for label in labels) == ["en", "zh"], statement.object
        if statement.predicate.startswith(rg.NAMESPACE):
            assert statement.predicate.removeprefix(rg.NAMESPACE) in rg.PROPERTIES
        else:
            known = ("prov", "pwo", "rdf", "skos", "ti", "tvc")
            assert statement.predicate.startswith(tuple(PREFIXES[name] for name in known))


def test_every_concept_that_the_code_names_has_a_label():
    import re
    from pathlib import Path

    import rdflib

    import graph.computed

    notations = {str(value) for value in vocabulary_graph().objects(None, rdflib.SKOS.notation)}
    sources = [path.read_text(encoding="utf-8") for path in Path(graph.computed.__file__).parent.glob("*.py")]
    named = {name for text in sources for name in re.findall(r'(?:Situation\(\w+, |_step\(\s*)"([a-z-]+)"', text)}
    assert len(named) > 8
    assert named <= notations


def test_a_build_computes_again_only_where_documents_have_changed(tmp_path, monkeypatch):
    import graph.build as building

    written = []
    replace = Store.replace
    monkeypatch.setattr(Store, "replace", lambda *given: (written.append(given[1]), replace(*given))[1])
    source = tmp_path / "texts" / "a.txt"
    source.parent.mkdir()
    for text, expected in (
        ("大会，\n\n回顾其第57/32号决议，\n", 1),
        (None, 0),
        ("大会，\n\n回顾其第58/5号决议，\n", 1),
    ):
        if text is not None:
            source.write_text(text, encoding="utf-8")
        written.clear()
        building.build([source.parent], tmp_path / "store")
        assert written.count(COMPUTED_GRAPH) == expected
    source.unlink()
    written.clear()
    building.build([source.parent], tmp_path / "store")
    assert written.count(COMPUTED_GRAPH) == 1


def test_what_answers_what_is_asked_of_the_store_once(tmp_path):
    class Counting:
        def __init__(self, store):
            self.store, self.asked = store, Counter()

        def rows(self, text):
            self.asked[text] += 1
            return self.store.rows(text)

    with small_store(tmp_path / "store") as store:
        counting = Counting(store)
        assert list(computed_statements(counting)) == list(computed_statements(store))
    assert [counting.asked[text] for text in (considering._ANSWERS, considering._CITING)] == [1, 1]
