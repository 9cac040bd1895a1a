from dataclasses import replace

import pytest
from small_graph import EXTRACTIONS, REPORT, RESOLUTION, span

from extract.records import Citation
from extract.statements import state
from ontology import terms as rg
from ontology.errors import UnknownTermError
from ontology.iri import actor_iri, document_iri, part_iri

BY_KEY = {(e.key, e.document.language): (e, source) for e, source in EXTRACTIONS}
RES = document_iri("A/RES/76/270")


def said(key, language="zh"):
    return list(state(BY_KEY[key, language][0]))


def pairs(statements, predicate):
    return {(s.subject, s.object) for s in statements if s.predicate == predicate}


@pytest.mark.parametrize(
    ("predicate", "target"),
    [
        (rg.CITES, "A/RES/57/32"),
        (rg.RECALLS, "A/RES/57/32"),
        (rg.RECALLS, "A/RES/60/1"),  # an instrument whose text is a resolution
        (rg.RECALLS, "A/RES/72/278"),
        (rg.LINKS, "A/76/L.63"),  # a printed address
        (rg.COMES_FROM, "A/76/L.63"),
    ],
)
def test_plain_edges(predicate, target):
    assert (RES, document_iri(target)) in pairs(said("A/RES/76/270"), predicate)


@pytest.mark.parametrize(
    ("target", "why"), [("A/RES/76/270", "its own heading number"), ("A/76/L.63", "only a link line")]
)
def test_what_is_no_citation_of_another_document_gives_no_cites(target, why):
    assert (RES, document_iri(target)) not in pairs(said("A/RES/76/270"), rg.CITES), why


def test_a_report_answers_the_resolution_that_asked_for_it_and_no_other_document_does():
    report = document_iri("A/79/837")
    assert pairs(said("A/79/837"), rg.ANSWERS) == {(report, RES)}
    extraction, _ = BY_KEY["A/79/837", "zh"]
    letter = replace(extraction, document=replace(extraction.document, document_type="letter"))
    assert pairs(state(letter), rg.ANSWERS) == set()


def test_the_answer_is_proved_by_the_citation():
    proof = next(s.evidence for s in said("A/79/837") if s.predicate == rg.ANSWERS)
    assert (proof.exact, proof.sentence) == ("第76/270号决议", "1. 大会第76/270号决议请秘书长提交报告。")
    assert REPORT[proof.start : proof.end] == proof.exact


def test_an_unresolved_citation_keeps_candidates_and_reason_and_has_no_target():
    found = span(RESOLUTION, "有关报告")
    node = part_iri("A/RES/76/270", "zh", "citation", found.start, found.end)
    about = {(s.predicate, s.object) for s in said("A/RES/76/270") if s.subject == node}
    assert {(rg.CANDIDATE, "A/72/791"), (rg.CANDIDATE, "A/74/829"), (rg.REASON, "two reports before it")} <= about
    assert not [value for predicate, value in about if predicate == rg.CITED_DOCUMENT]


def test_a_double_symbol_is_one_citation_of_two_documents():
    nodes = [s.subject for s in said("A/79/837") if s.predicate == rg.CITED_DOCUMENT and "490" in s.object]
    both = [s.object for s in said("A/79/837") if s.predicate == rg.CITED_DOCUMENT and s.subject == nodes[0]]
    assert both == [document_iri("A/65/382"), document_iri("S/2010/490")]


def test_a_document_with_a_double_symbol_is_joined_with_its_second():
    extraction, _ = BY_KEY["A/79/837", "zh"]
    record = replace(extraction.document, symbol="A/65/382", symbols=("A/65/382", "S/2010/490"))
    joint = list(state(replace(extraction, key="A/65/382", document=record)))
    assert pairs(joint, rg.JOINT_WITH) == {(document_iri("A/65/382"), document_iri("S/2010/490"))}
    assert (document_iri("A/65/382"), "S/2010/490") in pairs(joint, rg.SYMBOL)


def test_two_records_on_the_same_words_keep_two_nodes():
    extraction, _ = BY_KEY["A/79/837", "zh"]
    twice = replace(extraction, citations=(extraction.citations[0],) * 2)
    nodes = {s.subject for s in state(twice) if s.predicate == rg.CITING_DOCUMENT}
    assert len(nodes) == 2


def test_an_instrument_without_a_document_is_cited_itself():
    extraction, source = BY_KEY["A/79/837", "zh"]
    charter = Citation(span(source, "联合国", 1), "instrument", instrument="un-charter", function="reaffirms")
    found = list(state(replace(extraction, citations=(charter,))))
    assert {o.rpartition("/")[2] for _, o in pairs(found, rg.CITES)} == {"un-charter"}
    assert {o.rpartition("/")[2] for _, o in pairs(found, rg.REAFFIRMS)} == {"un-charter"}


def test_who_is_asked_and_named():
    found = said("A/RES/76/270")
    assert pairs(found, rg.ASKS) == {(RES, actor_iri("sg")), (RES, actor_iri("undp"))}
    assert pairs(found, rg.MENTIONS) == {(RES, actor_iri("sg")), (RES, actor_iri("undp"))}


def test_who_acts_together_and_in_what_role():
    found = said("A/79/837")
    node = next(s.subject for s in found if s.object == rg.CLASS_ACTIVITY)
    about = {(s.predicate, s.object) for s in found if s.subject == node}
    assert {o for p, o in about if p == rg.PARTICIPANT} == {
        actor_iri(entity) for entity in ("undp", "unesco", "ipu", "parliaments")
    }
    assert {
        (rg.LEAD, actor_iri("undp")),
        (rg.PARTNER, actor_iri("unesco")),
        (rg.SUPPORTER, actor_iri("ipu")),
        (rg.RECIPIENT, actor_iri("parliaments")),
        (rg.IN_STATE, actor_iri("state:myanmar")),
        (rg.TIME, "2022/2023"),
        (rg.YEAR, "2022"),
        (rg.YEAR, "2023"),
        (rg.HEADING, "伙伴关系 / 工具"),
        (rg.MODALITY, "done"),
    } <= about


def test_those_who_act_are_tied_both_ways_and_recipients_are_not():
    acting = ("undp", "unesco", "ipu")
    expected = {(actor_iri(one), actor_iri(other)) for one in acting for other in acting if one != other}
    assert pairs(said("A/79/837"), rg.ACTS_WITH) == expected


@pytest.mark.parametrize(
    ("change", "years"),
    [
        ({"modality": "planned"}, ["2022", "2023"]),
        ({"time": "2023-11", "modality": "planned"}, ["2023"]),
        ({"time": "2022-04/..", "modality": "planned"}, ["2022"]),
        ({"time": None, "modality": "planned"}, []),
    ],
)
def test_what_is_planned_ties_nobody(change, years):
    extraction, _ = BY_KEY["A/79/837", "zh"]
    planned = replace(extraction, activities=(replace(extraction.activities[0], **change),))
    found = list(state(planned))
    assert pairs(found, rg.ACTS_WITH) == set()
    assert sorted(s.object for s in found if s.predicate == rg.YEAR) == years


def test_sponsors_are_proved_by_their_mention_where_there_is_one():
    proofs = {s.object: s.evidence for s in said("A/C.3/78/L.60") if s.predicate == rg.SPONSOR}
    assert proofs[actor_iri("state:china")].exact == "中国"
    assert proofs[actor_iri("state:mali")] is None


def test_what_the_words_say_has_evidence_and_what_the_source_gives_has_none():
    without = {s.predicate for s in said("A/RES/76/270") if s.evidence is None}
    assert {rg.SOURCE_NAME, rg.SOURCE_DIGEST, rg.HELD} <= without
    assert not {rg.CITES, rg.RECALLS, rg.CITED_DOCUMENT, rg.ACTOR, rg.ADDRESSEE} & without


def test_evidence_cuts_the_words_out_of_the_source():
    for key, language in BY_KEY:
        source = BY_KEY[key, language][1]
        for statement in said(key, language):
            if statement.evidence is not None:
                proof = statement.evidence
                assert source[proof.start : proof.end] == proof.exact
                assert proof.exact in proof.sentence or "\n" in source[proof.start : proof.end]


@pytest.mark.parametrize(
    ("date", "datatype"),
    [("2022-06-21", "date"), ("2022-06", "gYearMonth"), ("2022", "gYear"), ("June 2022", None)],
)
def test_dates_keep_the_precision_of_the_text(date, datatype):
    extraction, _ = BY_KEY["A/79/837", "zh"]
    dated = replace(extraction, document=replace(extraction.document, date=date))
    found = next(s for s in state(dated) if s.predicate.endswith("terms/date"))
    assert (found.object, found.datatype and found.datatype.partition("#")[2]) == (date, datatype)


def test_an_unknown_function_raises():
    extraction, _ = BY_KEY["A/79/837", "zh"]
    odd = replace(extraction, citations=(replace(extraction.citations[0], function="likes"),))
    with pytest.raises(UnknownTermError, match="likes"):
        list(state(odd))


@pytest.mark.parametrize(
    ("symbol", "page"),
    [
        ("A/RES/76/270", "https://docs.un.org/zh/A/RES/76/270"),
        ("A/DEC/50/411", None),  # our own symbol for a decision: no such page
        (None, None),
    ],
)
def test_page(symbol, page):
    extraction, _ = BY_KEY["A/79/837", "zh"]
    record = replace(extraction.document, symbol=symbol, symbols=(symbol,) if symbol else ())
    found = [s.object for s in state(replace(extraction, document=record)) if s.predicate.endswith("/page")]
    assert found == ([page] if page else [])
