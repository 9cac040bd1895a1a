import csv
import io

import networkx
import pyoxigraph
import pytest
from small_graph import EXTRACTIONS, fill, small_store

from graph.export import EXPORT_FORMATS, export
from graph.store import Store
from ontology.errors import StoreError


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with small_store(tmp_path_factory.mktemp("export") / "store") as opened:
        yield opened


def content(store, form):
    out = io.BytesIO()
    export(store, form, out)
    return out.getvalue()


PARSERS = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
}


@pytest.mark.parametrize("form", sorted(PARSERS))
def test_every_quad_is_read_back(store, form):
    read = {str(quad) for quad in pyoxigraph.parse(input=content(store, form), format=PARSERS[form])}
    assert read == {line.removesuffix(" .\n") for line in store.lines()}


def test_turtle_holds_every_triple(store):
    read = {
        str(quad.triple)
        for quad in pyoxigraph.parse(input=content(store, "turtle"), format=pyoxigraph.RdfFormat.TURTLE)
    }
    quads = pyoxigraph.parse(input="".join(store.lines()), format=pyoxigraph.RdfFormat.N_QUADS)
    assert read == {str(quad.triple) for quad in quads}


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_the_same_documents_give_the_same_bytes(store, tmp_path, form):
    with Store.create(tmp_path / "other") as other:
        fill(other, reversed(EXTRACTIONS))
        assert content(other, form) == content(store, form)


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_an_empty_store_can_be_exported(tmp_path, form):
    with Store.create(tmp_path / "store") as store:
        content(store, form)


@pytest.mark.parametrize(("form", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_networks_are_read_back_with_their_sentences(store, form, read):
    kind = {"force_multigraph": True} if form == "graphml" else {}
    network = read(io.BytesIO(content(store, form)), **kind)
    assert network.nodes["A/RES/76/270"]["label"] == "A/RES/76/270"
    edges = [data for one, two, data in network.edges(data=True) if (one, two) == ("A/79/837", "A/RES/76/270")]
    assert {data["relation"] for data in edges} == {"cites", "answers"}
    assert {data["sentence"] for data in edges} == {"1. 大会第76/270号决议请秘书长提交报告。"}


def test_gexf_knows_no_time_and_no_date(store):
    text = content(store, "gexf").decode()
    assert "lastmodified" not in text
    assert 'mode="dynamic"' not in text
    assert "offset_start" in text


def test_csv_as_two_files(store, tmp_path):
    export(store, "csv", tmp_path / "all.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.edges.csv", "all.nodes.csv"]
    with (tmp_path / "all.edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    with (tmp_path / "all.nodes.csv").open(encoding="utf-8", newline="") as file:
        keys = {row["key"] for row in csv.DictReader(file)}
    assert {edge["source"] for edge in edges} | {edge["target"] for edge in edges} <= keys
    assert ("A/79/837", "A/RES/76/270", "answers") in {(e["source"], e["target"], e["relation"]) for e in edges}


def test_a_file_is_replaced_only_when_all_is_written(store, tmp_path, monkeypatch):
    path = tmp_path / "all.nq"
    path.write_text("mine", encoding="utf-8")

    def write(store, out, form):
        out.write(b"half")
        raise StoreError("the disk is full")

    monkeypatch.setattr(Store, "write", write)
    with pytest.raises(StoreError, match="the disk is full"):
        export(store, "nquads", path)
    assert path.read_text(encoding="utf-8") == "mine"
    assert [found.name for found in tmp_path.iterdir()] == ["all.nq"]


def test_an_unknown_format_is_refused(store, tmp_path):
    with pytest.raises(StoreError, match="'xlsx' is no format for an export; there are jsonld"):
        export(store, "xlsx", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
