import pyoxigraph
import pytest
from small_graph import EXTRACTIONS, lines

from graph.quads import literal, quads
from ontology import terms as rg
from ontology.statement import Evidence, Statement

QUADS_A_MENTION = 7
# What proves it, and the annotation: body and target.
QUADS_AN_EVIDENCE = 7 + 2
# The words in the file (type, source, two selectors), the position (type, start, end), the quotation (type, exact,
# prefix, suffix).
QUADS_A_PLACE = 4 + 3 + 4
OA = "http://www.w3.org/ns/oa#"


@pytest.mark.parametrize(
    "text",
    [
        'he said "no"',
        "back\\slash",
        "line\nfeed\rreturn\ttab",
        "《2005年》𠮷",
        "",
        "nul\x00 and \x7f",
    ],
)
def test_a_literal_is_read_back_as_it_was(text):
    line = f"<http://x/s> <http://x/p> {literal(text, language='zh')} .\n"
    (quad,) = pyoxigraph.parse(input=line.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert (quad.object.value, quad.object.language) == (text, "zh")


@pytest.mark.parametrize(("confidence", "written"), [(1.0, "1"), (0.95, "0.95"), (0.0, "0"), (0.00001, "0")])
def test_confidence_is_a_decimal_without_exponent(confidence, written):
    proof = Evidence("A/1", 0, 1, "a", "a", "rule", confidence, "http://x/f", "a", "", "")
    text = "".join(quads([Statement("http://x/c", rg.EVIDENCE, "http://x/e", proof)], "http://x/g", "zh"))
    assert f'"{written}"^^<http://www.w3.org/2001/XMLSchema#decimal>' in text


def test_every_line_is_a_quad_of_the_graph_and_none_comes_twice():
    for extraction, source in EXTRACTIONS:
        written = lines(extraction, source)
        assert len(set(written)) == len(written)
        parsed = list(pyoxigraph.parse(input="".join(written).encode(), format=pyoxigraph.RdfFormat.N_QUADS))
        assert len(parsed) == len(written)
        assert len({quad.graph_name for quad in parsed}) == 1


def test_only_terms_of_the_vocabulary_are_written():
    known = {rg.NAMESPACE + name for name in rg.PROPERTIES | rg.CLASSES}
    for extraction, source in EXTRACTIONS:
        for quad in pyoxigraph.parse(input="".join(lines(extraction, source)), format=pyoxigraph.RdfFormat.N_QUADS):
            used = {str(term)[1:-1] for term in (quad.predicate, quad.object) if rg.NAMESPACE in str(term)}
            assert used <= known


def test_a_mention_and_its_evidence_stay_lean():
    """The number of quads a mention is what a store costs."""
    extraction, source = EXTRACTIONS[0]
    subjects = [line.split()[0] for line in lines(extraction, source)]
    mentions = sum("#zh-mention-" in subject for subject in subjects)
    evidence = sum("#zh-evidence-of-mention-" in subject for subject in subjects)
    places = sum(any(f"#zh-{kind}-" in subject for kind in ("words", "position", "quote")) for subject in subjects)
    spans = {subject.rpartition("evidence-of-")[2].split("-", 1)[1] for subject in subjects if "evidence-of" in subject}
    assert mentions <= QUADS_A_MENTION * len(extraction.actors)
    assert evidence == QUADS_AN_EVIDENCE * len(extraction.actors)
    assert places == QUADS_A_PLACE * len(spans)


@pytest.mark.parametrize("extraction", EXTRACTIONS, ids=lambda found: found[0].name)
def test_both_selectors_find_the_words_in_the_source(extraction):
    source = extraction[1]
    found: dict[str, dict[str, str]] = {}
    for quad in pyoxigraph.parse(input="".join(lines(*extraction)).encode(), format=pyoxigraph.RdfFormat.N_QUADS):
        found.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    words = [node for node in found.values() if OA + "hasSource" in node]
    assert words
    for iri in found:
        if "#" in iri and iri.rpartition("#")[2].startswith(("zh-position-", "en-position-")):
            place, quote = found[iri], found[iri.replace("-position-", "-quote-")]
            start, end = int(place[OA + "start"]), int(place[OA + "end"])
            assert source[start:end] == quote[OA + "exact"]
            assert source[:start].endswith(quote[OA + "prefix"])
            assert source[end:].startswith(quote[OA + "suffix"])
            assert bool(quote[OA + "prefix"]) == (start > 0)
