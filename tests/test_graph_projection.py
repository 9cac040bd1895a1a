from dataclasses import replace

import pytest
from lineage_sample import sample
from small_graph import EXTRACTIONS, fill, small_store

from graph.lineage import lineage
from graph.lookup import UnknownDocumentError, find_document
from graph.projection import actor_graph, citation_graph, project
from graph.store import Store
from ontology.errors import SymbolError
from ontology.symbol_order import key_order


class Counting:
    """Counts the queries that a store is asked."""

    def __init__(self, store):
        self.store, self.queries = store, 0

    def rows(self, text):
        self.queries += 1
        return self.store.rows(text)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with small_store(tmp_path_factory.mktemp("projection") / "store") as opened:
        yield opened


@pytest.fixture(scope="module")
def graph(store):
    return project(store)


ATTRIBUTES = (
    # node, attribute, value, reason
    ("A/RES/76/270", "held", True, "a document of the collection"),
    ("A/RES/76/270", "title", "互动", "its title"),
    ("A/RES/76/270", "language", "zh", "the language of the title, though it is held in English too"),
    ("A/RES/76/270", "year", 2022, "from the date"),
    ("A/RES/76/270", "type", "resolution", "stated"),
    ("A/RES/76/270", "body", "ga", "stated"),
    ("A/RES/76/270", "agenda_items", ("126",), "stated"),
    ("A/RES/57/32", "held", False, "only cited"),
    ("A/RES/57/32", "date", "2002-11-19", "the day by which it is cited"),
    ("A/RES/57/32", "session", 57, "from the symbol"),
    ("A/RES/60/1", "date", None, "nobody says when"),
    ("A/RES/60/1", "year", None, "a session is not a year"),
    ("A/RES/72/278", "type", "resolution", "from the class that the symbol tells"),
    ("A/65/382", "symbols", ("A/65/382", "S/2010/490"), "a double symbol is one document"),
    ("A/79/837", "type", "report-sg", "the most special type"),
    ("actor:undp", "label", "联合国开发计划署", "the official name in the preferred language"),
    ("actor:undp", "kind", "actor", "an actor"),
)


@pytest.mark.parametrize(("key", "attribute", "value", "reason"), ATTRIBUTES)
def test_nodes_carry_what_is_known(graph, key, attribute, value, reason):
    assert graph.nodes[key][attribute] == value, reason


def test_every_node_and_edge_has_all_attributes(graph):
    nodes = {frozenset(data) for _, data in graph.nodes(data=True)}
    assert len(nodes) == 1
    names = "relation function verb exact sentence start end paragraph place pinpoint rule confidence language date"
    for *ends, data in graph.edges(data=True):
        assert set(names.split()) <= set(data), ends


def test_a_citation_keeps_its_words(graph):
    data = graph.edges["A/RES/76/270", "A/RES/72/278", _one_key(graph, "A/RES/76/270", "A/RES/72/278")]
    assert (data["relation"], data["function"], data["verb"], data["pinpoint"]) == (
        "cites",
        "recalls",
        "又回顾",
        "第3段",
    )
    assert data["sentence"] == "又回顾第72/278号决议第3段，并注意到有关报告，"
    assert data["sentence"].count(data["exact"]) == 1
    assert (data["paragraph"], data["place"], data["confidence"]) == ("p2", "preambular", 1.0)


def _one_key(graph, citing, cited):
    (key,) = graph.get_edge_data(citing, cited)
    return key


def test_relations(graph):
    found = {(citing, cited, data["relation"]) for citing, cited, data in graph.edges(data=True)}
    assert ("A/79/837", "A/RES/76/270", "answers") in found
    assert ("A/RES/76/270", "A/76/L.63", "comes-from") in found
    assert ("A/RES/76/270", "A/76/L.63", "links") in found, "an address is no citation"
    assert ("A/RES/76/270", "A/76/L.63", "cites") not in found
    assert ("A/RES/76/270", "actor:sg", "asks") in found
    assert ("A/C.3/78/L.60", "actor:state:mali", "sponsors") in found
    assert ("A/79/837", "actor:undp", "mentions") in found
    assert not any(citing == cited for citing, cited, _ in found), "the document's own number is no citation"


def test_an_answer_carries_the_words_that_prove_it(graph):
    assert graph.edges["A/79/837", "A/RES/76/270", "answers"]["sentence"] == "1. 大会第76/270号决议请秘书长提交报告。"


def test_what_ties_nothing_is_kept(graph):
    (found,) = graph.graph["unresolved"]["A/RES/76/270"]
    assert (found.exact, found.candidates) == ("有关报告", ("A/72/791", "A/74/829"))
    assert found.reason == "two reports before it"
    request = graph.graph["acts"]["A/RES/76/270"][0]
    assert (request.addressees, request.due, request.due_body, request.report) == (("sg",), "79", "ga", True)


def test_what_is_odd_is_kept_with_the_link_as_printed(graph):
    (found,) = graph.graph["findings"]["A/RES/76/270"]
    assert (found.kind, found.said, found.other) == ("link-contradicts-text", ("A/RES/72/278",), ("A/76/L.63",))
    assert (found.exact, found.link, found.rule) == ("第72/278号决议", "https://undocs.org/A/76/L.63", "link-order")
    (found,) = graph.graph["findings"]["A/79/837"]
    assert (found.date, found.allowed, found.link) == ("2023-06", "2021-09/2022-09", None)


def test_without_actors(store):
    kinds = {kind for _, kind in project(store, actors=False).nodes(data="kind")}
    assert kinds == {"document"}


def test_queries_do_not_grow_with_the_documents(store, tmp_path):
    counting = Counting(store)
    project(counting)
    with Store.create(tmp_path / "store") as other:
        fill(other, EXTRACTIONS[:1])
        one = Counting(other)
        project(one)
    assert counting.queries == one.queries


def test_the_same_store_gives_the_same_order(store, graph):
    again = project(store)
    assert list(again.nodes) == list(graph.nodes)
    assert list(again.edges(keys=True)) == list(graph.edges(keys=True))


def test_an_unlisted_actor_has_the_name_that_its_document_gives(tmp_path):
    extraction, source = EXTRACTIONS[2]
    actor = replace(extraction.actors[0], entity="parliament:atlantis", name="某国国民议会", actor_type="parliament")
    with Store.create(tmp_path / "store") as other:
        fill(other, [(replace(extraction, actors=(actor,)), source)])
        node = project(other).nodes["actor:parliament:atlantis"]
        assert (node["label"], node["type"]) == ("某国国民议会", "parliament")


def test_citation_graph_counts_languages_once(graph):
    simple = citation_graph(graph)
    assert simple.edges["A/RES/76/270", "A/RES/57/32"]["weight"] == 1, "in Chinese and in English it is one citation"
    assert not simple.has_edge("A/RES/76/270", "A/76/L.63")
    assert not any(kind == "actor" for _, kind in simple.nodes(data="kind"))


@pytest.mark.parametrize(
    ("within", "weight", "reason"),
    [("document", 2, "two documents name both"), ("paragraph", 2, "each in one paragraph")],
)
def test_actor_graph(within, weight, reason):
    tied = actor_graph(sample(), within)
    assert tied.edges["actor:ga", "actor:undp"]["weight"] == weight, reason
    assert not tied.is_directed()


def test_actor_graph_refuses_other_places():
    with pytest.raises(ValueError, match="sentence"):
        actor_graph(sample(), "sentence")


LOOKUPS = (
    # text, key, reason
    ("A/RES/76/270", "A/RES/76/270", "as it is"),
    ("a/res/76/270", "A/RES/76/270", "in small letters"),
    ("S/2010/490", "A/65/382", "the second half of a double symbol"),
    ("instrument:un-charter", "instrument:un-charter", "a key"),
)


@pytest.mark.parametrize(("text", "key", "reason"), LOOKUPS)
def test_find_document(text, key, reason):
    assert find_document(sample(), text) == key, reason


def test_an_unknown_symbol_names_its_neighbours():
    with pytest.raises(UnknownDocumentError) as caught:
        find_document(sample(), "A/RES/76/27")
    assert caught.value.near[0] == "A/RES/76/270"
    assert str(caught.value).startswith("A/RES/76/27 is not in this store; near it: A/RES/76/270")


def test_an_actor_is_no_document():
    with pytest.raises(SymbolError):
        find_document(sample(), "actor:undp")


def test_numbers_sort_as_numbers():
    keys = ["actor:ga", "A/RES/76/270", "S/RES/1540(2004)", "A/RES/76/27", "A/76/9", "unidentified/00ff"]
    expected = ["A/76/9", "A/RES/76/27", "A/RES/76/270", "S/RES/1540(2004)", "actor:ga", "unidentified/00ff"]
    assert sorted(keys, key=key_order) == expected


def test_lineage_of_a_real_store(graph):
    found = lineage(graph, "A/RES/76/270")
    assert [(each.relation, each.citing) for each in found.history] == [
        ("comes-from", "A/RES/76/270"),
        ("answers", "A/79/837"),
    ]
    recalled = {each.cited: each.quotations[0].sentence for each in found.cites if "recalls" in each.functions}
    assert set(recalled) == {"A/RES/57/32", "A/RES/60/1", "A/RES/72/278"}
    assert recalled["A/RES/57/32"].startswith("回顾其2002年11月19日") or recalled["A/RES/57/32"].startswith("Recalling")
    assert found.requests[0].state == "answered"
