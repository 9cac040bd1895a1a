from dataclasses import replace

import pytest
from lineage_sample import EARLIER, REPORT, TWICE, R, act, cite, node, sample

from graph.chains import chains
from graph.lineage import lineage
from graph.lookup import UnknownDocumentError
from graph.report import render
from graph.requests import requests
from ontology.errors import SymbolError, UnknownTermError


@pytest.fixture
def found():
    return lineage(sample(), R)


def test_identity(found):
    assert (found.key, found.identity.symbols, found.identity.held) == (R, (R,), True)
    assert found.identity.title == "联合国与各国议会的互动"
    assert dict(found.identity.links)["zh"] == "https://docs.un.org/zh/A/RES/76/270"
    assert [language for language, _ in found.identity.links] == ["ar", "en", "es", "fr", "ru", "zh"]


def test_history_stands_apart_from_treatment(found):
    assert [(each.relation, each.citing, each.cited) for each in found.history] == [
        ("comes-from", R, "A/76/L.63"),
        ("answers", REPORT, R),
        ("corrigendum", f"{R}/Corr.1", R),
    ]
    assert found.history[1].quotations[0].function == "requested-by"
    shown = [words.iri for each in (*found.history, *found.cites, *found.cited_by) for words in each.quotations]
    assert len(shown) == len(set(shown)), "no words are shown twice"


def test_what_it_cites_with_the_words(found):
    assert [each.cited for each in found.cites] == ["A/RES/57/32", "A/RES/60/1", EARLIER, "instrument:un-charter"]
    twice = found.cites[1]
    assert twice.functions == ("recalls", "sees")
    words = twice.quotations[0]
    assert words.exact in words.sentence
    assert (words.paragraph, words.start, words.end, words.rule) == ("p2", 30, 38, "numbered")


def test_what_cites_it(found):
    assert [(each.citing, each.functions) for each in found.cited_by] == [(REPORT, ("cites",))]


def test_counts_and_open_questions(found):
    assert found.not_held == ("A/RES/57/32", "A/RES/60/1")
    assert [each.candidates for each in found.unresolved] == [("A/72/791", "A/74/829")]
    counts = found.counts
    assert (counts.citations, counts.unresolved, counts.cited, counts.cited_held) == (6, 1, 4, 1)
    assert (counts.citing, counts.collection) == (1, 4)


def test_series_is_in_the_order_of_time(found):
    assert found.series == (EARLIER, R, REPORT)


def test_series_holds_every_document_of_the_title_and_says_which_are_tied():
    graph = sample()
    node(graph, "A/68/827", title="联合国与各国议会的 互动", session=68, held=True)
    node(graph, "A/68/828", title="联合国与各国议会", session=68, held=True)
    found = lineage(graph, R)
    assert found.series == ("A/68/827", EARLIER, R, REPORT), "undated: by the opening of its session"
    assert found.series_tied == (EARLIER, R, REPORT)
    assert lineage(graph, "A/68/827").series == found.series, "the same from every member"
    assert lineage(graph, TWICE).series == (), "no title"


def test_undated_documents_are_sorted_by_their_session():
    graph = sample()
    for key, known in (("A/73/325", {"session": 73}), ("A/RES/77/1", {"date": "2022-12-01"}), ("A/CONF.1/1", {})):
        node(graph, key, body="ga", **known)
        cite(graph, key, R, 7)
    citing = [each.citing for each in lineage(graph, R).cited_by]
    assert citing == ["A/73/325", "A/RES/77/1", REPORT, "A/CONF.1/1"]


PARTLY = (
    # languages of the document, of a citation in it, whether acts are not read, reason
    ("ru", "ru", True, "no rules for acts"),
    ("zh", "zh", False, "rules for acts"),
    ("ru", "zh", False, "held in Chinese too"),
    ("zh", "ru", False, "held in Chinese too"),
)


@pytest.mark.parametrize(("own", "said", "expected", "reason"), PARTLY)
def test_a_language_without_rules_is_read_in_part(own, said, expected, reason):
    graph = sample()
    node(graph, "A/80/5", held=True, language=own)
    cite(graph, "A/80/5", R, 3, language=said)
    assert lineage(graph, "A/80/5").acts_unread is expected, reason
    assert not lineage(graph, "A/RES/60/1").acts_unread, "not held: its text was not read at all"


def test_actors_that_no_registry_lists_have_the_name_of_the_graph():
    graph = sample()
    graph.graph["acts"][R] = (act(addressees=("sg", "unlisted:some-state")),)
    node(graph, "actor:unlisted:some-state", label="某国", title="某国")
    assert lineage(graph, R).actors == (("unlisted:some-state", "某国"),)


STATES = (
    # due, session of the report, state, whether it is for the session, reason
    ("79", 79, "answered", True, "the session asked for"),
    ("78", 79, "answered-other-session", False, "another session"),
    ("79", None, "answered-other-session", None, "a report of which the session is not known"),
    (None, 79, "answered", None, "no session was asked for"),
    ("2024-12-31", 79, "answered", None, "a date cannot be compared with a session"),
)


@pytest.mark.parametrize(("due", "session", "state", "fits", "reason"), STATES)
def test_state_of_a_request(due, session, state, fits, reason):
    graph = sample()
    graph.graph["acts"][R] = (act(due=due),)
    graph.nodes[REPORT]["session"] = session
    (request,) = requests(graph, R)
    assert (request.state, request.answers[0].for_session) == (state, fits), reason
    assert request.answers[0].quotations[0].function == "requested-by"


PARAGRAPHS = (
    # paragraph of the act, pinpoint of the answer, state, reason
    ("28", "第28段", "answered", "the paragraph"),
    ("28", "第12段", "unanswered", "another paragraph"),
    ("28", "第26至28段", "answered", "one of several"),
    ("28", "附件第4段", "answered", "a paragraph of an annex names none of the resolution"),
    ("12", "第12(a)段", "answered", "part of the paragraph"),
    ("28", None, "answered", "no paragraph is named"),
)


@pytest.mark.parametrize(("paragraph", "pinpoint", "state", "reason"), PARAGRAPHS)
def test_a_report_answers_the_paragraph_that_it_names(paragraph, pinpoint, state, reason):
    graph = sample()
    graph.graph["acts"][R] = (act(paragraph=paragraph),)
    for _, _, data in graph.edges(REPORT, data=True):
        data["pinpoint"] = pinpoint
    assert [request.state for request in requests(graph, R)] == [state], reason


def test_the_report_of_a_committee_stands_in_the_history():
    graph = sample()
    node(graph, "A/76/460", type="report-committee", session=76)
    proof = cite(graph, R, "A/76/460", 2, function="cites", place="other")
    words = {**graph.edges[R, "A/76/460", proof], "relation": "recommended-in", "evidence": proof}
    graph.add_edge(R, "A/76/460", "recommended-in", **words)
    found = lineage(graph, R)
    assert [each.cited for each in found.history if each.relation == "recommended-in"] == ["A/76/460"]
    assert "A/76/460" not in [each.cited for each in found.cites]
    assert "was adopted on the report A/76/460" in " ".join(render(found, "terminal", "en").split())


def test_a_request_without_an_answer():
    graph = sample()
    graph.remove_edge(REPORT, R, "answers")
    assert [request.state for request in requests(graph, R)] == ["unanswered"]


def test_other_acts_are_not_followed():
    graph = sample()
    graph.graph["acts"][R] = (act(report=False, due=None), act(report=False, addressees=()))
    assert [request.state for request in requests(graph, R)] == ["not-followed"], "what asks nobody is left out"


def test_depth_and_circles():
    graph = sample()
    cite(graph, "A/RES/57/32", R, 1)
    cite(graph, EARLIER, "A/RES/60/1", 90)
    near, far = lineage(graph, R), lineage(graph, R, depth=5)
    assert {each.depth for each in near.cites} == {1}
    deeper = {(each.citing, each.cited, each.depth) for each in far.cites if each.depth > 1}
    assert (EARLIER, "A/RES/57/32", 2) in deeper
    assert ("A/RES/57/32", R, 2) in deeper, "the tie that closes a circle is shown"
    assert max(each.depth for each in far.cites) == 2, "and then the circle ends"


@pytest.mark.parametrize(("direction", "cites", "cited"), [("both", 4, 1), ("cites", 4, 0), ("cited-by", 0, 1)])
def test_direction(direction, cites, cited):
    found = lineage(sample(), R, direction=direction)
    assert (len(found.cites), len(found.cited_by)) == (cites, cited)


def test_a_correction_knows_its_base():
    found = lineage(sample(), f"{R}/Corr.1")
    assert [(each.relation, each.cited) for each in found.history] == [("corrigendum", R)]


def test_a_draft_knows_what_became_of_it_and_its_addenda():
    found = lineage(sample(), "A/76/L.63")
    assert [(each.relation, each.citing) for each in found.history] == [
        ("comes-from", R),
        ("addendum", "A/76/L.63/Add.1"),
    ]


def test_either_half_of_a_double_symbol():
    assert lineage(sample(), "S/2010/490") == lineage(sample(), "A/65/382")


def test_the_same_whatever_the_order_of_edges():
    graph, turned = sample(), sample()
    edges = list(turned.edges(keys=True, data=True))
    turned.remove_edges_from([edge[:3] for edge in edges])
    turned.add_edges_from(reversed(edges))
    assert lineage(turned, R, depth=3) == lineage(graph, R, depth=3)


@pytest.mark.parametrize(
    ("symbol", "error"),
    [("A/RES/76/27", UnknownDocumentError), ("no symbol", SymbolError), ("actor:undp", SymbolError)],
)
def test_what_is_no_document_of_the_store(symbol, error):
    with pytest.raises(error):
        lineage(sample(), symbol)


def test_what_cannot_be_asked():
    with pytest.raises(UnknownTermError):
        lineage(sample(), R, direction="sideways")
    with pytest.raises(ValueError, match="at least one"):
        lineage(sample(), R, depth=0)


def test_every_document_named_is_described(found):
    named = {end for each in (*found.history, *found.cites, *found.cited_by) for end in (each.citing, each.cited)}
    assert {found.document(key).key for key in named | set(found.series)} >= named
    assert replace(found) == found


def _paths(found):
    return [(row[0].citing, *(each.cited for each in row)) for row in found]


def test_chains_are_shortest_first_and_quote():
    found = chains(sample(), REPORT, "A/RES/57/32")
    assert _paths(found) == [(REPORT, R, "A/RES/57/32"), (REPORT, R, EARLIER, "A/RES/57/32")]
    assert found[0][1].quotations[0].sentence == "又回顾第A/RES/57/32号的规定，"


@pytest.mark.parametrize(
    ("source", "target", "bounds", "count", "reason"),
    [
        (REPORT, "A/RES/57/32", {"limit": 1}, 1, "no more than asked for"),
        (REPORT, "A/RES/57/32", {"longest": 2}, 1, "no longer than asked for"),
        ("A/RES/57/32", REPORT, {}, 0, "not against the direction of citations"),
        (R, R, {}, 0, "a document does not descend from itself"),
        (REPORT, TWICE, {}, 0, "no tie"),
    ],
)
def test_chains_are_bounded(source, target, bounds, count, reason):
    assert len(chains(sample(), source, target, **bounds)) == count, reason


def test_chains_in_a_circle():
    graph = sample()
    cite(graph, "A/RES/57/32", REPORT, 1)
    assert len(chains(graph, REPORT, "A/RES/57/32")) == 2
