"""A query on its way to a server: the prefixes that it needs, and the graphs that it names."""

import pytest

from graph.remote.query import prepare
from ontology.vocabulary import PREFIXES

RG = f"PREFIX rg: <{PREFIXES['rg']}> "


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("ASK { ?d rg:cites ?t }", RG),
        ("# rg:a comment\nASK { ?d rg:cites ?t }", RG),
        ("PREFIX rg: <http://x/> ASK { ?d rg:cites ?t }", ""),  # the query's own declaration stands
        ("prefix  rg: <http://x/>\nASK { ?d rg:cites ?t }", ""),
        ("ASK { ?rg ?p <http://x/rg:a> }", ""),  # a variable and an IRI are no prefixed names
        ('ASK { ?s ?p "rg:a" }', ""),
        ("ASK { ?s ?p 'a \"quoted\" rg:b' } # rg:c", ""),
        ("PREFIX org: <http://x/> ASK { ?s org:a ?o }", ""),  # ends like one of ours
        ("ASK { ?d rg:cites/dcterms:title ?t }", f"PREFIX dcterms: <{PREFIXES['dcterms']}> {RG}"),
        ("ASK { ?d ^rg:cites ?t }", RG),
        ('ASK { ?s ?p "1"^^xsd:integer }', f"PREFIX xsd: <{PREFIXES['xsd']}> "),
        ("ASK { ?s ?p '''it's rg:a''' }", ""),  # three marks, and one within
        ("PREFIX a: <http://a/> ASK { a:b\\'c ?p ?o ; rg:cites 'o' }", RG),  # between quotes that are none
        ("ASK { ?s ?p ?o FILTER (?o<'a>b' && ?s != rg:Document) }", RG),  # behind what looks like an IRI
    ],
)
def test_prefixes_that_are_used_stand_on_the_first_line(text, before):
    assert prepare(text).text == before + text


@pytest.mark.parametrize(
    ("text", "dataset"),
    [
        ("ASK { ?s ?p ?o }", None),
        ("ASK { ?from ?p 'FROM <http://x/a>' }", None),
        ("SELECT ?s FROM <http://x/a> { ?s ?p ?o }", (("default-graph-uri", "http://x/a"),)),
        (
            "SELECT ?s\nFROM <http://x/a>\nfrom named <http://x/b> # FROM <http://x/c>\n{ ?s ?p ?o }",
            (("default-graph-uri", "http://x/a"), ("named-graph-uri", "http://x/b")),
        ),
        ("PREFIX x: <http://x/> SELECT ?s FROM x:a { ?s ?p ?o }", ()),  # left to the server
        ("BASE <http://x/> SELECT ?s FROM <a> { ?s ?p ?o }", ()),
        (
            "PREFIX a: <http://a/> SELECT (a:b\\'c AS ?z) ?s FROM <http://x/a> { ?s ?p ?o FILTER (?o != 'o') }",
            (("default-graph-uri", "http://x/a"),),
        ),  # between quotes that are none
        (
            "PREFIX from: <http://x/> SELECT ?from FROM <http://x/a> { ?from from:p '\\' FROM <http://x/b>' }",
            (("default-graph-uri", "http://x/a"),),
        ),
        ("PREFIX from: <http://x/> ASK { ?from from:p 'x FROM <http://x/b>' }", None),
        ("SELECT ?s FROM # why\n<http://x/a> FROM <http://x/b> { ?s ?p ?o }", ()),
    ],
)
def test_graphs_that_a_query_names_are_said_as_parameters(text, dataset):
    assert prepare(text).dataset == dataset


@pytest.mark.parametrize(
    ("text", "triples"),
    [
        ("ASK {}", False),
        ("SELECT * { ?s ?p ?o }", False),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", True),
        ("DESCRIBE <http://x/a>", True),
    ],
)
def test_what_a_query_finds_is_known_before_it_is_asked(text, triples):
    assert prepare(text).finds_triples is triples
