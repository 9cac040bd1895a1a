"""Acts of English resolutions: each row says which habit of wording it stands for."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus import read_document, read_text
from extract.languages.en.mandates import acts, asks_report, due, opening
from extract.mandates import mandates
from extract.pipeline import extract
from extract.reading import Reading
from extract.records import Mandate

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True)
class Named:
    """An actor as the extractor of actors would give it."""

    start: int
    end: int
    entity: str | None
    actor_type: str


NAMES = {
    "Inter-Parliamentary Union": ("ipu", "related-organization"),
    "World Health Organization": ("who", "specialized-agency"),
    "United Nations": ("un", "igo"),
    "General Assembly": ("ga", "principal-organ"),
    "Security Council": ("sc", "principal-organ"),
    "Secretary-General": ("sg", "office-holder"),
    "Member States": ("member-states", "generic"),
    "European Union": ("eu", "igo"),
    "Haiti": ("state:haiti", "state"),
    "Cuba": ("state:cuba", "state"),
}
NAME = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))


def found(*paragraphs: str) -> tuple[Mandate, ...]:
    document = read_text("\n\n".join(["The General Assembly,", *paragraphs]) + "\n", "x")
    names = [Named(*match.span(), *NAMES[match[0]]) for match in NAME.finditer(document.text)]
    return tuple(record for record in mandates(Reading(document), names))


def asked(words: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(act.verb, act.addressees) for act in found(f"1. {words}")]


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("Recalling its resolution,", "Recalling", "plain"),
        ("Recalling also its resolution,", "Recalling also", "the adverb behind"),
        ("Further recalling its resolution,", "Further recalling", "the adverb in front"),
        ("Noting with appreciation the report,", "Noting with appreciation", "with what feeling"),
        ("Noting with deep concern the report,", "Noting with deep concern", "and how deep"),
        ("Taking note of the report,", "Taking note", "two words"),
        ("Bearing in mind the Charter,", "Bearing in mind", "three words"),
        ("Having considered the report,", "Having considered", "a participle of two words"),
        ("Having received and examined the report,", "Having received and examined", "two participles, one act"),
        ("Deeply concerned that fighting goes on,", "Deeply concerned", "an adjective"),
        ("Expressing its appreciation to all,", "Expressing its appreciation", "what is expressed"),
        ("Recognizing and affirming the role of all,", "Recognizing", "no object that both share is known"),
        ("Recognizing and affirming the role,", "Recognizing and affirming", "two verbs, one object"),
        ("Acting under Chapter VII,", "Acting", "under Chapter VII"),
        ("In this regard, invites the Union,", "In this regard, invites", "what leads to it belongs to it"),
        ("The purposes of the United Nations,", None, "no verb"),
        ("Meetings of the Council,", None, "no verb of the lists"),
        ("States have a duty,", None, "a noun"),
    ],
)
def test_opening(words: str, expected: str | None, reason: str) -> None:
    if reason.startswith("no object"):
        words = words.replace("the role of all", "roles")
    act = opening(words)
    assert (act.printed if act else None) == expected, reason


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("Welcomes the work, and encourages States to go on;", ["Welcomes", "encourages"], "comma and and"),
        ("Welcomes the work and encourages the States to go on;", ["Welcomes", "encourages"], "and alone"),
        ("Notes A; also requests the Chair to sit;", ["Notes", "also requests"], "semicolon"),
        (
            "Endorses the Plan, acknowledges the parties, and calls on all;",
            ["Endorses", "acknowledges", "calls on"],
            "3",
        ),
        ("Notes the rise, and in this regard invites States to act;", ["Notes", "invites"], "a lead between"),
        ("Takes note of the text, which calls upon States and urges all;", ["Takes note"], "told of the text"),
        ("Recalls the report that recommends rules, and requests the Chair;", ["Recalls"], "told of the report"),
        (
            "Notes that fighting goes on and requests the Chair to act;",
            ["Notes", "requests"],
            "that with no verb listed",
        ),
        ("Requests the Chair to note the delay and urge States;", ["Requests"], "infinitives are content"),
        ("Notes the number of requests, calls and demands;", ["Notes"], "nouns"),
        ("Welcomes the text “Peace, and requests the Chair”;", ["Welcomes"], "a verb inside a quotation"),
        ("Welcomes the text (and requests the Chair);", ["Welcomes"], "a verb inside brackets"),
        ("Decides to meet, condemning the attack;", ["Decides"], "a participle goes on with it"),
        ("Expresses grave concern, and deplores the loss;", ["Expresses grave concern", "deplores"], "feeling"),
        ("The Council met and requests the Chair;", [], "no act opens it"),
    ],
)
def test_acts(words: str, expected: list[str], reason: str) -> None:
    assert [act.verb for act in acts(words)] == expected, reason


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("Requests the Secretary-General to report to the General Assembly;", ("sg",), "who gets it is not asked"),
        ("Encourages the United Nations and the Inter-Parliamentary Union to meet;", ("un", "ipu"), "two"),
        (
            "Invites Member States, the European Union and Haiti to meet;",
            ("member-states", "eu", "state:haiti"),
            "list",
        ),
        (
            "Calls upon all Member States and all relevant stakeholders to act;",
            ("member-states", "stakeholders"),
            "all",
        ),
        ("Requests the Secretary-General, with the European Union and Haiti, to act;", ("sg",), "those who act along"),
        ("Requests the Secretary-General, in consultation with Haiti and Cuba, to act;", ("sg",), "consulted"),
        ("Requests the Secretary-General to consult Member States and Haiti;", ("sg",), "names in the content"),
        (
            "Invites Member States in a position to do so and the European Union to pay;",
            ("member-states", "eu"),
            "to do so",
        ),
        ("Calls upon States concerned and the Secretary-General to meet;", ("states", "sg"), "concerned"),
        ("Urges that Member States and Haiti meet;", ("member-states", "state:haiti"), "a clause with that"),
        ("Calls upon, in this regard, Haiti to act;", ("state:haiti",), "a lead after the verb"),
        ("Invites the Conference of Youth, Haiti and Cuba to meet;", ("state:haiti", "state:cuba"), "an unknown body"),
        ("Encourages Member States, including Haiti, to act;", ("member-states", "state:haiti"), "including"),
        ("Instructs the United Nations Mediator to act;", (), "an officer who is not in the registry"),
        ("Requests the Secretary-General’s Special Representative to act;", (), "whose representative"),
        (
            "Calls upon the Governments of Haiti and Cuba to act;",
            ("state:haiti", "state:cuba"),
            "a government is its State",
        ),
        ("Invites the States of the Arab League to act;", (), "members of another body"),
        ("Invites Member States of the United Nations to act;", ("member-states",), "of our own"),
        ("Calls upon all parties to cease;", (), "parties to what is not said"),
        ("Calls for the immediate cessation of hostilities;", (), "nobody is named"),
        ("Welcomes the efforts of Member States;", (), "it asks nothing"),
        ("Decides that Member States shall pay;", (), "nor does a decision"),
    ],
)
def test_addressees(words: str, expected: tuple[str, ...], reason: str) -> None:
    assert asked(words)[0][1] == expected, reason


def test_both_are_those_named_before() -> None:
    words = (
        "Welcomes the work of the Inter-Parliamentary Union with the United Nations, and urges both bodies to go on;"
    )
    assert asked(words)[1] == ("urges", ("ipu", "un"))


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        (
            "Requests the Secretary-General to report to the General Assembly at its eighty-first session;",
            ("81", "ga", True),
            "a session and its body",
        ),
        (
            "Requests the Secretary-General to submit to the General Assembly, in turn, at its 80th session, a report;",
            ("80", "ga", True),
            "words between",
        ),
        (
            "Requests the Secretary-General to report at the eighty-first session of the General Assembly;",
            ("81", "ga", True),
            "the body behind",
        ),
        (
            "Decides to include in the provisional agenda of its eighty-first session the item on sport;",
            ("81", None, False),
            "a decision sets a time",
        ),
        (
            "Requests the Secretary-General to report to the Security Council by 30 November 1984;",
            ("1984-11-30", "sc", True),
            "a day",
        ),
        (
            "Requests the Secretary-General to submit a report no later than the end of 2026;",
            ("2026", None, True),
            "the end of a year",
        ),
        ("Requests the Secretary-General to report within 30 days;", (None, None, True), "days from another day"),
        ("Requests the Secretary-General to report at its next session;", (None, None, True), "no number"),
        (
            "Requests the Secretary-General to heed the report of 10 July 2015;",
            (None, None, False),
            "a date of a report",
        ),
        ("Requests the Secretary-General to reflect it in his report;", (None, None, False), "made anyway"),
        ("Welcomes the report submitted to the General Assembly at its eightieth session;", (None, None, False), "-"),
    ],
)
def test_due(words: str, expected: tuple[str | None, str | None, bool], reason: str) -> None:
    act = found(f"1. {words}")[0]
    assert (act.due, act.due_body, act.report) == expected, reason


@pytest.mark.parametrize(
    ("words", "since", "expected", "reason"),
    [
        ("to withdraw to the positions held by them before 5 August 1965;", "1965-09-20", None, "a day gone by"),
        ("to withdraw to the positions held by them before 5 August 1965;", "1965-08-05", "1965-08-05", "the same day"),
        ("to withdraw to the positions held by them before 5 August 1965;", None, "1965-08-05", "no date to tell by"),
        ("to withdraw before August 1965;", "1965-09-20", None, "a month gone by"),
        ("to withdraw before the end of 1965;", "1965-09-20", "1965", "a year not over"),
        ("to withdraw by 30 June 1965;", "1965", "1965-06-30", "a document dated by its year"),
        (
            "to end what began before 5 August 1965 and to report by 1 December 1965;",
            "1965-09-20",
            "1965-12-01",
            "the first that is to come",
        ),
    ],
)
def test_nothing_is_due_before_the_document(words: str, since: str | None, expected: str | None, reason: str) -> None:
    time = due(f"Calls upon the parties {words}", since)
    assert (time and time[0]) == expected, reason


def test_due_and_report_of_bare_clauses() -> None:
    assert due("requests all to cooperate") is None
    assert asks_report("requests the Chair to submit comments on the report") is False


def test_preambular_paragraph_gives_one_record() -> None:
    record, *rest = found("Recalling the work of Haiti, and welcoming the efforts of Cuba,")
    assert not rest
    assert (record.paragraph, record.verb, record.addressees) == ("p1", "Recalling", ())
    assert record.concerns == ("state:haiti", "state:cuba")


def test_parts() -> None:
    records = found("1. Requests Haiti:", "(a) Urges nobody;", "2. Decides:", "(a) Requests Cuba to act.")
    assert [(record.paragraph, record.verb) for record in records] == [
        ("1", "Requests"),
        ("2", "Decides"),
        ("2", "Requests"),
    ]


def test_clause_and_what() -> None:
    first, second = found("1. Welcomes the work of Haiti, and also encourages Cuba to act;")
    assert (first.span.text, first.what) == ("Welcomes the work of Haiti", "the work of Haiti")
    assert (second.span.text, second.what) == ("also encourages Cuba to act", "Cuba to act")
    assert (first.concerns, second.addressees) == (("state:haiti",), ("state:cuba",))


COUNCIL = SHARED / "security-council-en"


@pytest.mark.skipif(not COUNCIL.exists(), reason="the resolutions of the Security Council are not beside the project")
def test_nearly_every_operative_paragraph_of_the_security_council_has_an_act() -> None:
    paragraphs = without = 0
    for path in sorted(COUNCIL.glob("*.txt")):
        document = read_document(path)
        covered = {(record.paragraph) for record in mandates(Reading(document), ())}
        own = [block for block in document.blocks if block.kind == "operative" and not block.annex]
        paragraphs += len(own)
        without += sum(block.paragraph not in covered for block in own)
    assert paragraphs > 2300
    assert without < 0.03 * paragraphs


@pytest.mark.skipif(not COUNCIL.exists(), reason="the resolutions of the Security Council are not beside the project")
@pytest.mark.parametrize("name", ["S_RES_0210_1965_EN_GOLD.txt", "S_RES_0211_1965_EN_GOLD.txt"])
def test_positions_held_before_a_day_gone_by_are_no_due_date(name: str) -> None:
    document = read_document(COUNCIL / name)
    assert {act.due for act in mandates(Reading(document), ())} == {None, "1965-08-05"}, "its date is not known here"
    assert {act.due for act in extract(document).mandates} == {None}
