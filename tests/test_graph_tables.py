import csv
import io
import json

import pytest

from graph.result import Kind, Result, Term, TermKind
from graph.tables import RESULT_FORMATS, render, shorten, width
from ontology.errors import QueryError

DOCUMENT = Term("https://w3id.org/resograph/doc/A/RES/76/270", TermKind.IRI)
RECALLS = Term("https://w3id.org/resograph/ontology#recalls", TermKind.IRI)
WORDS = Term('第57/32号，"决议"\n又', language="zh")
NUMBER = Term("3", datatype="http://www.w3.org/2001/XMLSchema#integer")
BLANK = Term("b0", TermKind.BLANK)

SELECT = Result(Kind.SELECT, ("document", "words", "times"), ((DOCUMENT, WORDS, NUMBER), (BLANK, None, NUMBER)))
EMPTY = Result(Kind.SELECT, ("document",))
ASK = Result(Kind.ASK, truth=False)
CONSTRUCT = Result(Kind.CONSTRUCT, triples=((DOCUMENT, RECALLS, WORDS),))


def test_csv_is_read_back():
    read = list(csv.reader(io.StringIO(render(SELECT, "csv"))))
    assert read == [["document", "words", "times"], [DOCUMENT.value, WORDS.value, "3"], ["_:b0", "", "3"]]


def test_tsv_holds_terms_and_one_row_a_line():
    lines = render(SELECT, "tsv").splitlines()
    assert lines[0] == "?document\t?words\t?times"
    assert lines[1].split("\t")[:2] == [f"<{DOCUMENT.value}>", r'"第57/32号，\"决议\"\n又"@zh']
    assert lines[2].split("\t") == ["_:b0", "", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>']


def test_json_is_that_of_sparql():
    read = json.loads(render(SELECT, "json"))
    assert read["head"] == {"vars": ["document", "words", "times"]}
    first, second = read["results"]["bindings"]
    assert first["words"] == {"type": "literal", "value": WORDS.value, "xml:lang": "zh"}
    assert first["document"] == {"type": "uri", "value": DOCUMENT.value}
    assert second == {
        "document": {"type": "bnode", "value": "b0"},
        "times": {"type": "literal", "value": "3", "datatype": NUMBER.datatype},
    }
    assert json.loads(render(ASK, "json"))["boolean"] is False


def test_a_table_counts_cells_and_shortens_iris():
    lines = render(SELECT, "table").splitlines()
    assert lines[0] == "document      words                 times"
    assert lines[2] == 'A/RES/76/270  第57/32号，"决议" 又  3'
    assert width(lines[2]) == width(lines[0]) - len("times") + 1


@pytest.mark.parametrize("columns", [20, 30, 40, 80])
def test_a_table_keeps_within_the_terminal(columns):
    long = Result(Kind.SELECT, ("a", "b"), ((Term("决议" * 50), Term("x" * 70)),))
    lines = render(long, "table", columns).splitlines()
    assert all(width(line) <= columns for line in lines)
    assert "…" in lines[2]


@pytest.mark.parametrize("form", sorted(RESULT_FORMATS))
@pytest.mark.parametrize("result", [SELECT, EMPTY, ASK, CONSTRUCT], ids=["select", "empty", "ask", "construct"])
def test_every_result_in_every_format_ends_its_last_line(form, result):
    assert render(result, form).endswith("\n")


def test_an_unknown_format_is_refused():
    with pytest.raises(QueryError, match="'xlsx' is no format for results; there are csv, json"):
        render(SELECT, "xlsx")


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/resograph/actor/undp", "actor/undp"),
        ("https://w3id.org/resograph/doc/A/1#zh-citation-1-2", "A/1#zh-citation-1-2"),
        ("http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel"),
        ("http://example.org/x", "http://example.org/x"),
    ],
)
def test_shorten(iri, expected):
    assert shorten(iri) == expected
