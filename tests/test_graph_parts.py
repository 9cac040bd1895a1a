"""What is read around a document is what the whole graph has there."""

from dataclasses import replace

import pytest
from small_graph import EXTRACTIONS, fill, small_store

from corpus.specimens import CENTRE, specimens
from graph.build import build
from graph.lineage import DIRECTIONS, lineage
from graph.lookup import UnknownDocumentError, find_document
from graph.neighbourhood import neighbourhood
from graph.parts import descent, surroundings
from graph.projection import project
from graph.store import Store
from graph.view import view
from ontology.errors import SymbolError


class Asked:
    """Keeps the queries that a store is asked, and counts the rows that it answers."""

    def __init__(self, store):
        self.store, self.queries, self.count = store, [], 0

    def rows(self, text):
        self.queries.append(text)
        for row in self.store.rows(text):
            self.count += 1
            yield row


def _renamed(place, key, symbols, **changes):
    """Make another document of one of the four."""
    extraction, source = EXTRACTIONS[place]
    record = replace(extraction.document, symbol=key, symbols=symbols, **changes)
    return replace(extraction, key=key, name=f"{key}.txt", document=record), source


def _naming(document, entity, name):
    """Let a document name an actor that no registry holds."""
    extraction, source = document
    return replace(extraction, actors=(replace(extraction.actors[0], entity=entity, name=name),)), source


FURTHER = (
    _naming(_renamed(3, "A/C.3/78/L.61", ("A/C.3/78/L.61",), sponsors=()), "unlisted:某机构", "某某机构"),
    _renamed(2, "S/2010/490", ("S/2010/490",), title="第二半", document_type="letter"),
    _renamed(2, "A/79/838", ("A/79/838", "E/2025/9"), title="互 动"),
    _renamed(2, "A/79/839", ("A/79/839",), title="互动"),
    _renamed(0, "A/RES/76/270/Add.1", ("A/RES/76/270/Add.1",), title=None, date=None),
    _renamed(0, "unidentified/00ff00ff00ff00ff", (), title="无文号", body="unlisted:某机构"),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    with small_store(tmp_path_factory.mktemp("parts") / "store") as opened:
        yield opened


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """A store with double symbols, an addendum, a shared title, an unlisted body and a document without a symbol."""
    with Store.create(tmp_path_factory.mktemp("parts") / "store") as opened:
        fill(opened, (*EXTRACTIONS, *FURTHER), registry=True)
        yield opened


@pytest.fixture(scope="module")
def specimen(tmp_path_factory):
    path = tmp_path_factory.mktemp("parts") / "store"
    build([specimens()], path)
    with Store.open(path) as opened:
        yield opened


STORES = ("small", "odd", "specimen")


def _keys(graph, held_only):
    nodes = graph.nodes(data=True)
    return [key for key, data in nodes if data["kind"] != "actor" and (data["held"] or not held_only)]


def _is_part(part, whole):
    """Nodes and edges are as in the whole."""
    assert all(data == whole.nodes[key] for key, data in part.nodes(data=True))
    assert all(data == whole.edges[edge] for *edge, data in part.edges(keys=True, data=True))
    return True


@pytest.mark.parametrize("name", STORES)
def test_a_lineage_is_the_same(request, name):
    store = request.getfixturevalue(name)
    whole = project(store)
    for key in _keys(whole, held_only=name == "specimen"):
        for depth in (1, 2, 3):
            part = descent(store, key, depth)
            graph = project(store, part=part)
            assert _is_part(graph, whole)
            for direction in DIRECTIONS:
                expected = lineage(whole, key, depth=depth, direction=direction)
                assert lineage(graph, key, depth=depth, direction=direction) == expected, (key, depth, direction)


@pytest.mark.parametrize("actors", [False, True])
@pytest.mark.parametrize("name", STORES)
def test_a_neighbourhood_is_the_same(request, name, actors):
    store = request.getfixturevalue(name)
    whole = project(store, actors=actors)
    for key in _keys(whole, held_only=name == "specimen"):
        for depth in (1, 2, 3):
            part = surroundings(store, key, depth, actors=actors)
            found = neighbourhood(project(store, part=part, actors=actors), part.key, depth)
            expected = neighbourhood(whole, key, depth)
            assert set(found) == set(expected), (key, depth)
            assert set(found.edges(keys=True)) == set(expected.edges(keys=True)), (key, depth)
            assert _is_part(found, expected)


@pytest.mark.parametrize("actors", [False, True])
def test_a_view_is_the_same(specimen, actors):
    part = surroundings(specimen, CENTRE, 1, actors=actors)
    found = neighbourhood(project(specimen, part=part, actors=actors), part.key, 1)
    expected = neighbourhood(project(specimen, actors=actors), CENTRE, 1)
    assert view(found, focus=CENTRE) == view(expected, focus=CENTRE)


def test_the_language_of_titles(odd):
    part = descent(odd, "A/RES/76/270")
    assert _is_part(project(odd, language="en", part=part), project(odd, language="en"))


def test_the_odd_store_has_what_it_is_for(odd):
    graph = project(odd)
    assert graph.nodes["A/65/382"]["symbols"] == ("A/65/382", "S/2010/490")
    assert graph.nodes["A/65/382"]["title"] == "第二半", "the half that is held tells the title"
    assert graph.nodes["A/79/838"]["symbols"] == ("A/79/838", "E/2025/9")
    assert graph.graph["collection"] == 9, "a document in two languages counts once"
    assert "A/79/838" in lineage(graph, "A/RES/76/270").series
    assert lineage(graph, "unidentified/00ff00ff00ff00ff").actors == (("unlisted:某机构", "某某机构"),)
    assert "addendum" in {each.relation for each in lineage(graph, "A/RES/76/270").history}


TYPED = (
    # text, reason
    ("A/RES/76/270", "as it is"),
    ("a/res/76/270", "in small letters"),
    ("第76/270号决议", "as a phrase"),
    ("S/2010/490", "the second half of a double symbol"),
    ("E/2025/9", "the second symbol of a held document"),
    ("unidentified/00ff00ff00ff00ff", "a key without a symbol"),
    ("https://undocs.org/zh/A/RES/57/32", "a link to a document only cited"),
)


@pytest.mark.parametrize(("text", "reason"), TYPED)
def test_a_text_names_the_same_document(odd, text, reason):
    assert descent(odd, text).key == find_document(project(odd), text), reason


@pytest.mark.parametrize(
    "text",
    ["A/RES/76/27", "E/1/1", "no symbol", "actor:undp", "instrument:nothing", "unidentified/ffff", "<>"],
)
def test_what_is_not_there_is_said_in_the_same_words(odd, text):
    with pytest.raises((UnknownDocumentError, SymbolError)) as expected:
        find_document(project(odd), text)
    for find in (descent, surroundings):
        with pytest.raises(type(expected.value)) as caught:
            find(odd, text)
        assert str(caught.value) == str(expected.value)


def test_an_instrument_is_found_by_its_key(specimen):
    graph = project(specimen)
    keys = [key for key, kind in graph.nodes(data="kind") if kind == "instrument"]
    assert keys
    for key in keys:
        assert descent(specimen, key).key == key
        assert lineage(project(specimen, part=descent(specimen, key)), key) == lineage(graph, key)


def test_nothing_of_mentions_is_read_without_actors(specimen):
    asked = Asked(specimen)
    part = surroundings(asked, CENTRE, 2)
    project(asked, actors=False, part=part)
    assert not any("mention" in query.lower() or "ontology#actor>" in query for query in asked.queries)


def test_what_is_read_does_not_grow_with_the_store(small, tmp_path):
    """Twenty documents that have nothing to do with it add only their names."""
    with Store.create(tmp_path / "store") as other:
        fill(other)
        strangers = [_renamed(3, f"A/C.3/78/L.{100 + n}", (f"A/C.3/78/L.{100 + n}",), title=f"{n}") for n in range(20)]
        fill(other, strangers)
        counts = []
        for store in (small, other):
            asked = Asked(store)
            project(asked, part=descent(asked, "A/RES/76/270"))
            counts.append(asked.count)
    assert counts[1] - counts[0] <= 2 * 20, "a symbol and a title each"
