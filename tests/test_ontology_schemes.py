"""The closed lists are the same as concept schemes, in the code and in the documents."""

from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Literal, URIRef

from ontology.actors import ENTITY_TYPES
from ontology.instruments import INSTRUMENT_KINDS
from ontology.iri import BASE, scheme_iri
from ontology.reference import reference
from ontology.terms import FUNCTIONS
from ontology.vocabulary import vocabulary_graph

PAGE = Path(__file__).resolve().parent.parent / "docs" / "vocabulary.md"


def notations(scheme: str) -> set[str]:
    graph = vocabulary_graph()
    concepts = graph.subjects(SKOS.inScheme, URIRef(f"{BASE}scheme/{scheme}"))
    return {str(graph.value(concept, SKOS.notation)) for concept in concepts}


@pytest.mark.parametrize(
    ("scheme", "listed"),
    [("actor-type", ENTITY_TYPES), ("instrument-kind", INSTRUMENT_KINDS), ("function", frozenset(FUNCTIONS))],
)
def test_a_closed_list_of_the_code_is_its_scheme(scheme, listed):
    assert notations(scheme) == listed


def test_a_concept_is_named_in_both_languages_and_its_iri_ends_in_its_notation():
    graph = vocabulary_graph()
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        if not str(concept).startswith(f"{BASE}scheme/"):
            continue  # a property that is a concept has labels of its own
        labels = [label for label in graph.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)]
        assert sorted(str(label.language) for label in labels) == ["en", "zh"], concept
        scheme = str(graph.value(concept, SKOS.inScheme)).rpartition("/")[2]
        assert str(concept) == scheme_iri(scheme, str(graph.value(concept, SKOS.notation)))


def test_the_reference_page_is_that_of_the_turtle_files():
    assert PAGE.read_text(encoding="utf-8") == reference()
