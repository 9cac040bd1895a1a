import pytest
from lineage_sample import R, sample

from graph.network import DiGraph, MultiDiGraph
from graph.rank import MEASURES, SUBJECTS, betweenness, hits, in_degree, naming_graph, pagerank, rank
from graph.wording import words
from ontology.errors import UnknownTermError

# a and b cite c; c cites d; e stands alone
GRAPH = DiGraph([("a", "c"), ("b", "c"), ("c", "d")])
GRAPH.add_node("e")
EMPTY, BARE = DiGraph(), DiGraph()
BARE.add_nodes_from("ab")


def test_in_degree():
    assert in_degree(GRAPH) == {"a": 0, "b": 0, "c": 2, "d": 1, "e": 0}


def test_pagerank_follows_from_citing_to_cited():
    scores = pagerank(GRAPH)
    assert sum(scores.values()) == pytest.approx(1)
    assert scores["d"] > scores["c"] > scores["a"] == pytest.approx(scores["e"])


def test_pagerank_agrees_with_the_equations():
    scores, damping = pagerank(GRAPH), 0.85
    leap = (1 - damping) / 5 + damping * (scores["d"] + scores["e"]) / 5
    assert scores["a"] == pytest.approx(leap)
    assert scores["c"] == pytest.approx(leap + damping * (scores["a"] + scores["b"]))


def test_pagerank_refuses_a_damping_that_is_no_chance():
    with pytest.raises(ValueError, match="damping"):
        pagerank(GRAPH, damping=1.0)


def test_betweenness():
    # chains a-d and b-d of the 4 * 3 possible run through c
    assert betweenness(GRAPH)["c"] == pytest.approx(2 / 12)
    assert betweenness(GRAPH)["d"] == 0


def test_hits():
    hubs, authorities = hits(GRAPH)
    assert authorities["c"] == pytest.approx(1)
    assert hubs["a"] == pytest.approx(0.5)
    assert authorities["d"] == pytest.approx(0, abs=1e-6)


def test_hits_of_equal_circles_is_shared_and_the_same_again():
    twins = DiGraph([("a", "b"), ("c", "d")])
    assert hits(twins) == hits(twins)
    assert hits(twins)[1]["b"] == pytest.approx(0.5)


@pytest.mark.parametrize("graph", [EMPTY, BARE])
@pytest.mark.parametrize("measure", [in_degree, pagerank, betweenness, lambda graph: hits(graph)[0]])
def test_graphs_without_edges(graph, measure):
    assert set(measure(graph)) == set(graph)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("of", SUBJECTS)
def test_every_measure_ranks(of, measure):
    if (of, measure) == ("actors", "hubs"):
        with pytest.raises(UnknownTermError):
            rank(sample(), measure, of)
        return
    found = rank(sample(), measure, of)
    assert all(entry.key.startswith("actor:") == (of == "actors") for entry in found)
    assert [entry.score for entry in found] == sorted((entry.score for entry in found), reverse=True)
    assert found == rank(sample(), measure, of)


@pytest.mark.parametrize("measure", MEASURES)
def test_nothing_to_rank(measure):
    assert rank(MultiDiGraph(), measure) == ()


def test_ties_share_a_place_and_stand_in_the_order_of_symbols():
    found = rank(sample(), "in-degree")
    assert [(entry.place, entry.key, entry.score) for entry in found] == [
        (1, "A/RES/57/32", 2.0),
        (2, "A/RES/60/1", 1.0),
        (2, "A/RES/72/278", 1.0),
        (2, R, 1.0),
        (2, "instrument:un-charter", 1.0),
    ]


def test_top():
    assert [entry.key for entry in rank(sample(), "in-degree", top=1)] == ["A/RES/57/32"]
    assert len(rank(sample(), "in-degree", top=None)) == 5


def test_actors_by_documents_that_name_them():
    assert [(entry.label, entry.score) for entry in rank(sample(), "in-degree", "actors")] == [
        ("大会", 3.0),
        ("联合国开发计划署", 2.0),
    ]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_explained(measure):
    for language in ("zh", "en"):
        explain = words(language, "rank")
        assert all(explain(name) for name in (measure, f"{measure}.high", f"{measure}.not"))


def test_naming_graph_leaves_out_citations():
    assert not naming_graph(sample()).has_edge(R, "A/RES/57/32")


@pytest.mark.parametrize(("measure", "of"), [("fame", "documents"), ("in-degree", "states")])
def test_closed_lists(measure, of):
    with pytest.raises(UnknownTermError):
        rank(sample(), measure, of)
