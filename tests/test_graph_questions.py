"""The thirty competency questions, asked of the specimens and of real documents; the answers were read in the texts."""

import sys
from itertools import chain
from pathlib import Path

import pytest
from answers_one_to_fifteen import ANSWERS as FIRST
from answers_sixteen_to_thirty import ANSWERS as SECOND

from corpus.specimens import specimens
from graph.build import build
from graph.query import named_queries, run
from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from questions import PAGE, examples, page  # noqa: E402

SHARED = ROOT.parent / "shared"
COUNCIL = SHARED / "data" / "security-council-en"
PLACES = {
    "specimens": (specimens(),),
    "corpus": (SHARED / "corpus",),
    # Dahomey is admitted; the attack on Benin, as it has been called since 1975.
    "council": tuple(
        COUNCIL / f"S_RES_{name}_EN_GOLD.txt" for name in ("0147_1960", "0404_1977", "0405_1977", "0419_1977")
    ),
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    """Give what opens the store of a collection, built the first time."""
    opened: dict[str, Store] = {}

    def open_store(place):
        if not all(path.exists() for path in PLACES[place]):
            pytest.skip("the real documents are not beside the checkout")
        if place not in opened:
            path = tmp_path_factory.mktemp(place) / "store"
            build(PLACES[place], path)
            opened[place] = Store.open(path)
        return opened[place]

    yield open_store
    for store in opened.values():
        store.close()


@pytest.fixture
def ask(collection):
    def asked(place, query, columns, arguments):
        result = run(collection(place), query, arguments)
        picked = [result.variables.index(column) for column in columns]
        return [tuple(None if row[i] is None else row[i].value for i in picked) for row in result.rows]

    return asked


ANSWERS = [*FIRST, *SECOND]

# Of a long answer the rows state the beginning; of all others the whole.
BEGINNINGS = {"cited", "most-cited", "asked-most", "cited-not-held", "same-citation-in-languages", "provenance"}

# Rows that differ in columns not looked at count once.
REPEATED = {"answers", "asked-most", "same-citation-in-languages"}


@pytest.mark.parametrize(
    ("number", "place", "query", "arguments", "columns", "expected", "why"),
    ANSWERS,
    ids=[f"{number}-{query}-{place}" for number, place, query, *_ in ANSWERS],
)
def test_the_answer_is_right(ask, number, place, query, arguments, columns, expected, why):
    found = ask(place, query, columns, arguments)
    begins = query in BEGINNINGS or query.startswith("most-cited-by")
    distinct = list(dict.fromkeys(found)) if query in REPEATED else found
    assert (distinct[: len(expected)] if begins else distinct) == expected, why


def test_all_thirty_questions_are_asked():
    assert {number for number, *_ in ANSWERS} == set(range(1, 31))


def test_each_question_has_a_query_and_each_query_of_a_question_is_asked():
    numbered = {query.name: query.numbers for query in named_queries() if query.numbers}
    assert set(chain(*numbered.values())) == set(range(1, 31))
    asked = {(name, number) for number, _, name, *_ in ANSWERS}
    assert {name for name, _ in asked} == set(numbered)
    assert {(name, number) for name, number in asked if number not in numbered[name]} == set()


def test_the_words_of_an_edge_stand_in_the_file_where_the_graph_says(ask):
    rows = ask("specimens", "provenance", ("source", "start", "end", "words"), {"document": "73/24"})
    texts = {source: Path(source).read_text(encoding="utf-8") for source, *_ in rows}
    assert len(texts) == 2
    for source, start, end, words in rows:
        printed = texts[source][int(start) : int(end)]
        assert "".join(words.split()) == "".join(printed.split())


def test_what_is_computed_leads_back_to_what_proves_it(ask):
    rows = ask("specimens", NOT_PROVED, ("node",), {})
    assert rows == []


def test_the_page_of_the_questions_is_what_the_specimens_answer(collection):
    assert PAGE.read_text(encoding="utf-8") == page(collection("specimens"))


def test_the_page_shows_every_query_of_every_question():
    shown = {(example.query, example.number) for example in examples()}
    assert shown == {(query.name, number) for query in named_queries() for number in query.numbers}


NOT_PROVED = """
SELECT DISTINCT ?node WHERE {
  GRAPH <https://w3id.org/resograph/graph/computed> {
    VALUES ?class { rg:RoleInTime rg:StatusInTime rg:Process rg:Step rg:Series rg:SeriesMember rg:Measure }
    ?node a ?class .
  }
  FILTER NOT EXISTS {
    ?node prov:wasDerivedFrom ?proof .
    FILTER (EXISTS { ?proof a rg:Evidence } || EXISTS { GRAPH ?proof { ?s ?p ?o } })
  }
}
"""
