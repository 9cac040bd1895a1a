"""Terms of other vocabularies stand where they were published, and say of ours what they may say."""

import csv
import tempfile
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDFS, SKOS, Graph, Literal, URIRef, namespace
from small_graph import EXTRACTIONS, lines, small_store

from graph.computed.statements import computed_statements
from graph.quads import quads
from graph.registry import registry_statements
from ontology import terms as rg
from ontology.iri import BASE, COMPUTED_GRAPH, REGISTRY_GRAPH
from ontology.vocabulary import PREFIXES, RDF_TYPE, vocabulary_graph

GOLD = Path(__file__).parent / "gold" / "outside-terms.tsv"
PUBLISHED = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "vocabularies"
CLOSED = [getattr(namespace, name) for name in ("DCTERMS", "FOAF", "ORG", "OWL", "PROV", "RDF", "RDFS", "SKOS", "XSD")]
# Whose terms stand in which published file; FRBR and Akoma Ntoso's are declared there with those that use them.
FILES = {"cito": "cito.ttl", "fabio": "fabio.ttl", "frbr": "fabio.ttl"}
FILES |= dict.fromkeys(("allot", "pwo", "ti", "tvc", "undo"), "undo.ttl")
NOT_TERMS = (BASE, "https://docs.un.org/", "https://www.wikidata.org/wiki/", "http://id.loc.gov/vocabulary/iso639-1/")


def read_in_a_source() -> set[str]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        return {row["term"] for row in csv.DictReader(file, delimiter="\t")}


@cache
def quads_of_a_store() -> tuple[pyoxigraph.Quad, ...]:
    """What documents say, the registries, and what is computed: everything that a store may hold."""
    written = [line for extraction, source in EXTRACTIONS for line in lines(extraction, source)]
    written += quads(registry_statements("1"), REGISTRY_GRAPH, "en")
    with tempfile.TemporaryDirectory() as folder, small_store(Path(folder) / "store") as store:
        written += quads(computed_statements(store), COMPUTED_GRAPH, "en")
    return tuple(pyoxigraph.parse(input="".join(written).encode(), format=pyoxigraph.RdfFormat.N_QUADS))


def terms_in_the_graph() -> set[str]:
    """The IRIs of predicates and of objects that are terms."""
    found = set()
    for quad in quads_of_a_store():
        found.add(quad.predicate.value)
        found.update(term.value for term in (quad.subject, quad.object) if isinstance(term, pyoxigraph.NamedNode))
        if isinstance(quad.object, pyoxigraph.Literal):
            found.add(quad.object.datatype.value)
    return {iri for iri in found if not iri.startswith(NOT_TERMS)}


OUTSIDE = terms_in_the_graph()


def stands_published(iri: str) -> bool | None:
    """Tell whether a term stands in the files of those who published it; None where they are not here.

    UNDO declares no term of the workflows that it restricts; they stand there as what a restriction is on.
    """
    prefix = next((prefix for prefix in FILES if iri.startswith(PREFIXES[prefix])), None)
    if prefix is None:
        return False
    if not PUBLISHED.is_dir():
        return None
    graph = Graph().parse(PUBLISHED / FILES[prefix])
    return (URIRef(iri), None, None) in graph or (None, OWL.onProperty, URIRef(iri)) in graph


@pytest.mark.parametrize("iri", sorted(OUTSIDE))
def test_a_term_of_others_stands_where_it_was_published(iri):
    closed = next((space for space in CLOSED if iri.startswith(str(space))), None)
    if closed is not None:
        assert URIRef(iri) in closed
    elif iri not in read_in_a_source():
        found = stands_published(iri)
        if found is None:
            pytest.skip("the published vocabularies are not beside this checkout")
        assert found, f"{iri} stands in no source"


def test_each_vocabulary_of_a_prefix_is_used():
    assert {prefix for prefix, start in PREFIXES.items() if not any(iri.startswith(start) for iri in OUTSIDE)} == {"rg"}


def test_each_term_of_others_in_the_data_is_explained():
    """A predicate or class of others, of anything but the vocabulary itself, stands with a note in both languages."""
    vocabulary = {str(subject) for subject in vocabulary_graph().subjects()}
    data = [quad for quad in quads_of_a_store() if quad.subject.value not in vocabulary]
    used = {quad.predicate.value for quad in data}
    used |= {quad.object.value for quad in data if quad.predicate.value == RDF_TYPE}
    noted = {str(subject) for subject in vocabulary_graph().subjects(SKOS.scopeNote)}
    theirs = {iri for iri in used if not iri.startswith(rg.NAMESPACE)}
    assert len(theirs) > 40
    assert theirs - noted == set()


def test_no_term_was_read_for_nothing():
    assert read_in_a_source() <= OUTSIDE


@pytest.mark.parametrize(
    ("ours", "relation", "theirs"),
    [
        # The plain edge is found by the terms that others ask by.
        ("recalls", "subPropertyOf", "cito:cites"),
        ("recalls", "subPropertyOf", "eli:cites"),
        ("amends", "subPropertyOf", "eli:changes"),
        ("links", "subPropertyOf", "cito:linksTo"),
        ("revises", "subPropertyOf", "dcterms:replaces"),
        ("citedDocument", "subPropertyOf", "cito:hasCitedEntity"),
        # Kinds of documents.
        ("SecretaryGeneralReport", "subClassOf", "fabio:Report"),
        ("SecretaryGeneralReport", "subClassOf", "undo:Document"),
        ("VerbatimRecord", "subClassOf", "undo:MeetingRecord"),
        ("Citation", "subClassOf", "cito:Citation"),
        ("Evidence", "subClassOf", "oa:Annotation"),
        ("Activity", "subClassOf", "prov:Activity"),
    ],
)
def test_the_alignment_reaches(ours, relation, theirs):
    prefix, _, name = theirs.partition(":")
    above = vocabulary_graph().transitive_objects(URIRef(rg.NAMESPACE + ours), RDFS[relation])
    assert URIRef(PREFIXES[prefix] + name) in set(above)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # A bulletin of UNDO informs and asks no action; a bulletin of the Secretary-General is a rule.
        ("Bulletin", "undo:Bulletin"),
        # UNDO's relation has exactly one receiver, and a citation that is unresolved has none: a reasoner would make
        # one up, or make two addressees one.
        ("Citation", "undo:Relation"),
        ("Mandate", "undo:Relation"),
        # Targets of UNDO's annotations are whole works, versions or files.
        ("Evidence", "undo:Annotation"),
    ],
)
def test_the_alignment_does_not_claim_too_much(ours, theirs):
    prefix, _, name = theirs.partition(":")
    above = vocabulary_graph().transitive_objects(URIRef(rg.NAMESPACE + ours), RDFS.subClassOf)
    assert URIRef(PREFIXES[prefix] + name) not in set(above)


def test_only_our_terms_are_aligned_and_notes_speak_both_languages():
    graph = vocabulary_graph()
    for relation in (SKOS.closeMatch, SKOS.relatedMatch, RDFS.subClassOf, RDFS.subPropertyOf):
        assert all(str(subject).startswith(rg.NAMESPACE) for subject in graph.subjects(relation))
    for subject in set(graph.subjects(SKOS.scopeNote)):
        notes = [note for note in graph.objects(subject, SKOS.scopeNote) if isinstance(note, Literal)]
        assert sorted(str(note.language) for note in notes) == ["en", "zh"], subject
        assert str(subject) in OUTSIDE


def test_a_relation_of_undo_has_exactly_one_of_each():
    written = "".join(line for extraction, source in EXTRACTIONS for line in lines(extraction, source))
    store = pyoxigraph.Store()
    store.load(written.encode(), pyoxigraph.RdfFormat.N_QUADS)
    counts = """SELECT ?r (COUNT(DISTINCT ?p) AS ?ps) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?os) {
      ?r a undo:Relation ; undo:hasProponent ?p ; undo:hasSemantics ?s ; undo:hasReceiver ?o } GROUP BY ?r"""
    rows = list(store.query(counts, prefixes=dict(PREFIXES), use_default_graph_as_union=True))
    assert len(rows) > 5
    assert all(row[name].value == "1" for row in rows for name in ("ps", "ss", "os"))
