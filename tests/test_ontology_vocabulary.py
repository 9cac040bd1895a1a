import subprocess
import sys
from pathlib import Path

import pytest

from ontology import terms, vocabulary, vocabulary_code
from ontology.errors import UnknownTermError

FUNCTIONS = (
    *("recalls", "reaffirms", "notes", "welcomes", "pursuant-to", "requested-by", "implements"),
    *("amends", "endorses", "adopts", "decides", "sees", "cites"),
)


def test_the_constants_are_those_of_the_turtle_file():
    assert Path(terms.__file__).read_text(encoding="utf-8") == vocabulary_code.generate()


def test_every_term_speaks_english_and_chinese_in_label_and_comment():
    rdflib = pytest.importorskip("rdflib")
    graph = vocabulary.vocabulary_graph()
    for name in terms.CLASSES | terms.PROPERTIES:
        for predicate in (rdflib.RDFS.label, rdflib.RDFS.comment):
            texts = list(graph.objects(rdflib.URIRef(vocabulary.term(name)), predicate))
            assert sorted(text.language for text in texts) == ["en", "zh"], name
            assert all(texts), name


def test_domains_and_ranges_are_terms_that_exist():
    rdflib = pytest.importorskip("rdflib")
    graph = vocabulary.vocabulary_graph()
    for predicate in (rdflib.RDFS.domain, rdflib.RDFS.range, rdflib.RDFS.subClassOf, rdflib.RDFS.subPropertyOf):
        for found in graph.objects(None, predicate):
            if str(found).startswith(terms.NAMESPACE):
                assert str(found).removeprefix(terms.NAMESPACE) in terms.CLASSES | terms.PROPERTIES


def test_the_functions_are_the_closed_list():
    assert set(terms.FUNCTIONS) == set(FUNCTIONS)


@pytest.mark.parametrize("look_up", [vocabulary.term, vocabulary.function, lambda name: vocabulary.label(name, "zh")])
def test_an_unknown_term_raises(look_up):
    with pytest.raises(UnknownTermError, match="'cities' is not in"):
        look_up("cities")


@pytest.mark.parametrize(
    ("document_type", "expected"),
    [
        ("resolution", "Resolution"),
        ("report-sg", "SecretaryGeneralReport"),
        ("report-committee", "CommitteeReport"),
        ("report-other", "Report"),  # a kind of report that has no class of its own
        ("leaflet", None),  # a type that nothing is known of
        (None, None),
    ],
)
def test_document_class(document_type, expected):
    found = vocabulary.document_class(document_type)
    assert found == (expected and vocabulary.term(expected))


def test_loading_the_vocabulary_does_not_load_rdflib():
    code = "import sys, ontology.vocabulary; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
