"""The thirty competency questions, asked of the specimens and of real documents; the answers were read in the texts."""

import sys
from itertools import chain
from pathlib import Path

import pytest

from corpus.specimens import specimens
from graph.build import build
from graph.query import named_queries, run
from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from questions import PAGE, examples, page  # noqa: E402

SHARED = ROOT.parent / "shared"
COUNCIL = SHARED / "data" / "security-council-en"
PLACES = {
    "specimens": (specimens(),),
    "corpus": (SHARED / "corpus",),
    # Dahomey is admitted; the attack on Benin, as it has been called since 1975.
    "council": tuple(
        COUNCIL / f"S_RES_{name}_EN_GOLD.txt" for name in ("0147_1960", "0404_1977", "0405_1977", "0419_1977")
    ),
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    """Give what opens the store of a collection, built the first time."""
    opened: dict[str, Store] = {}

    def open_store(place):
        if not all(path.exists() for path in PLACES[place]):
            pytest.skip("the real documents are not beside the checkout")
        if place not in opened:
            path = tmp_path_factory.mktemp(place) / "store"
            build(PLACES[place], path)
            opened[place] = Store.open(path)
        return opened[place]

    yield open_store
    for store in opened.values():
        store.close()


@pytest.fixture
def ask(collection):
    def asked(place, query, columns, arguments):
        result = run(collection(place), query, arguments)
        picked = [result.variables.index(column) for column in columns]
        return [tuple(None if row[i] is None else row[i].value for i in picked) for row in result.rows]

    return asked


# Number of the question, collection, query, arguments, columns, the answer in order, why it is right.
ANSWERS = [
    (
        1,
        "specimens",
        "citing",
        {"document": "69/6"},
        ("citing", "function", "paragraph"),
        [
            ("A/71/179", "requestedBy", "0"),
            ("A/71/179", "requestedBy", "1"),
            ("A/71/179", "cites", "1"),
            ("A/HRC/RES/37/18", "recalls", "p4"),
            ("A/RES/71/160", "recalls", "p1"),
            ("A/RES/73/24", "recalls", "p1"),
            ("A/RES/73/24", "recalls", "p1"),
        ],
        "summary and paragraph 1 of the report, there also 该决议; recitals of three resolutions, one in two languages",
    ),
    (
        1,
        "corpus",
        "citing",
        {"document": "76/270"},
        ("citing", "paragraph"),
        [("A/79/837", "1"), ("A/79/837", "4"), ("A/79/837", "5"), ("A/79/837", "96")],
        "the report names its resolution in four paragraphs; the printed links do not count",
    ),
    (
        2,
        "specimens",
        "refers-to",
        {"document": "67/296"},
        ("entity", "kind", "type"),
        [
            ("ga", "actor", "principal-organ"),
            ("ioc-olympic", "actor", "ngo"),
            ("member-states", "actor", "generic"),
            ("sg", "actor", "office-holder"),
            ("un:体育促进发展与和平办公室", "actor", "igo"),
            ("ecosoc", "actor", "principal-organ"),
            ("ipc-paralympic", "actor", "ngo"),
            ("un-entities", "actor", "generic"),
            ("A/RES/60/1", "document", "Resolution"),
            ("A/RES/53/199", "document", "Resolution"),
            ("A/RES/58/5", "document", "Resolution"),
            ("A/RES/65/4", "document", "Resolution"),
            ("A/RES/67/17", "document", "Resolution"),
            ("A/DEC/35/424", "document", "Decision"),
            ("E/RES/1980/67", "document", "Resolution"),
            ("2005-outcome", "instrument", "outcome"),
        ],
        "three recitals with five acts of the Assembly and one of the Council; the outcome, in 60/1, in the fourth",
    ),
    (
        2,
        "council",
        "refers-to",
        {"document": "S/RES/404(1977)"},
        ("entity", "kind", "type"),
        [
            ("state:benin", "actor", "state"),
            ("sc", "actor", "principal-organ"),
            ("un", "actor", "igo"),
            ("member-states", "actor", "generic"),
            ("sc-president", "actor", "office-holder"),
            ("sg", "actor", "office-holder"),
            ("S/12278", "document", "Document"),
        ],
        "the letter is S/12278 by footnote 66; footnote 67 names a meeting, which has no symbol there",
    ),
    (
        3,
        "specimens",
        "recalls",
        {"document": "69/6", "body": "ga"},
        ("citing", "verb"),
        [("A/RES/71/160", "回顾"), ("A/RES/73/24", "Recalling"), ("A/RES/73/24", "回顾")],
        "not the Human Rights Council, which recalls it in 37/18 too",
    ),
    (
        3,
        "specimens",
        "recalls",
        {"document": "69/6", "body": "hrc"},
        ("citing", "verb"),
        [("A/HRC/RES/37/18", "还回顾")],
        "p4 of 37/18",
    ),
    (
        3,
        "corpus",
        "recalls",
        {"document": "57/32", "body": "ga"},
        ("citing", "paragraph", "verb"),
        [("A/RES/76/270", "p2", "又回顾")],
        "又回顾其 2002 年 11 月 19 日第 57/32 号决议",
    ),
    (
        4,
        "specimens",
        "words-of-act",
        {"function": "reaffirms"},
        ("verb", "language", "document", "times"),
        [
            ("Reaffirming", "en", "A/RES/73/24", "1"),
            ("又重申", "zh", "S/RES/2419(2018)", "2"),
            ("并重申", "zh", "A/RES/77/27", "1"),
            ("并重申", "zh", "S/RES/2535(2020)", "1"),
            ("重申", "zh", "A/C.3/66/L.7", "3"),
            ("重申", "zh", "A/HRC/RES/37/18", "4"),
            ("重申", "zh", "A/RES/58/5", "1"),
            ("重申", "zh", "A/RES/67/296", "3"),
            ("重申", "zh", "A/RES/71/160", "1"),
            ("重申", "zh", "A/RES/73/24", "1"),
            ("重申", "zh", "A/RES/77/27", "2"),
            ("重申", "zh", "S/RES/2419(2018)", "8"),
            ("重申", "zh", "S/RES/2535(2020)", "2"),
        ],
        "each document counted by eye; not A/73/325, which tells that the Council reaffirms and does not do so itself",
    ),
    (
        4,
        "specimens",
        "operative-words",
        {"verb": "决定"},
        ("document", "times", "asks"),
        [
            ("A/C.3/66/L.7", "1", "0"),
            ("A/HRC/RES/37/18", "1", "0"),
            ("A/RES/58/5", "1", "0"),
            ("A/RES/67/296", "2", "0"),
            ("A/RES/77/27", "1", "0"),
            ("S/RES/2419(2018)", "1", "0"),
            ("S/RES/2535(2020)", "2", "0"),
        ],
        "paragraphs 8; 6; 5; 1 and 3; 10; 9; 7 and 9: to decide asks nobody",
    ),
    (
        4,
        "council",
        "operative-words",
        {"verb": "Decides"},
        ("document", "language", "times"),
        [("S/RES/404(1977)", "en", "3"), ("S/RES/405(1977)", "en", "1"), ("S/RES/419(1977)", "en", "1")],
        "paragraphs 2, 3 and 5; 12; 8",
    ),
    (
        5,
        "specimens",
        "roles-held",
        {"actor": "sg", "day": "2015-01-01"},
        ("held", "where", "from", "until", "inferred"),
        [
            ("addressee", "A/RES/2775(XXVI)", "1971-11-29", None, None),
            ("addressee", "A/C.3/66/L.7", "2011-10-04", None, None),
            ("addressee", "A/RES/67/296", "2013-08-23", "2017-09", "true"),
            ("addressee", "A/RES/69/6", "2014-10-31", "2017-09", "true"),
        ],
        "two requests without a term, two due at the seventy-first session, which ends in September 2017; not 58/5",
    ),
    (
        5,
        "specimens",
        "roles-held",
        {"role": "committee"},
        ("who", "where", "from"),
        [("ga-c3", "A/C.3/66/L.7", "2011-10-04")],
        "第三委员会 in the masthead of the draft, of 4 October 2011",
    ),
    (
        5,
        "council",
        "roles-held",
        {"actor": "sg", "day": "1979"},
        ("where", "from"),
        [("S/RES/404(1977)", "1977-02-08"), ("S/RES/405(1977)", "1977-04-14"), ("S/RES/419(1977)", "1977-11-24")],
        "of 419 only paragraph 6 stays open: the report of paragraph 7 was due on 30 September 1978",
    ),
    (
        6,
        "specimens",
        "roles-of-actor",
        {"actor": "undp"},
        ("held", "where", "from", "until"),
        [
            ("addressee", "A/RES/69/6", "2014-10-31", None),
            ("addressee", "S/RES/2419(2018)", "2018-06-06", None),
            ("addressee", "A/RES/73/24", "2018-12-03", None),
            ("addressee", "S/RES/2535(2020)", "2020-07-14", None),
            ("lead", "A/73/325", None, None),
            ("part", "ga", "1966", None),
        ],
        "paragraphs 6, 6, 4 and 5; paragraph 6 of the report, whose day is not printed; the registry for the rest",
    ),
    (
        7,
        "specimens",
        "roles-given",
        {"actor": "unodc"},
        ("held", "times", "first", "last"),
        [
            ("addressee", "2", "2016-12-16", "2018-12-03"),
            ("lead", "1", None, None),
            ("part", "1", "1997", "1997"),
        ],
        "paragraph 5 of 71/160, paragraph 6 of 73/24, paragraph 8 of A/73/325, the registry",
    ),
    (
        8,
        "specimens",
        "roles-in-context",
        {"context": "A/C.3/66/L.7"},
        ("held", "who"),
        [
            *(("addressee", who) for who in ("donors", "ilo", "member-states", "sg", "un-entities")),
            *(("addressee", who) for who in ("unesco", "unfpa", "unicef")),
            ("committee", "ga-c3"),
            *(("sponsor", f"state:{name}") for name in ("moldova", "portugal", "senegal")),
        ],
        "the line of sponsors and paragraphs 2 to 7",
    ),
    (
        9,
        "specimens",
        "statuses",
        {"document": "69/6"},
        ("of", "status", "from", "until", "by"),
        [
            ("A/69/L.5", "supplemented", None, None, "A/69/L.5/Add.1"),
            ("A/69/L.5", "draft", None, "2014-10-31", "A/69/L.5"),
            ("A/69/L.5/Add.1", "draft", None, "2014-10-31", "A/69/L.5/Add.1"),
            ("A/RES/69/6", "adopted", "2014-10-31", None, "A/RES/69/6"),
        ],
        "未经发交主要委员会而通过(A/69/L.5 和 Add.1), 2014 年 10 月 31 日; when the draft came out no document says",
    ),
    (
        9,
        "specimens",
        "statuses",
        {"document": "A/73/325"},
        ("status", "from", "by", "inferred"),
        [("issued", None, "A/73/325", None), ("considered", "2018-12-03", "A/RES/73/24", None)],
        "73/24 notes the report with appreciation; the report prints no day",
    ),
    (
        10,
        "specimens",
        "first-step",
        {"document": "71/160"},
        ("made", "step", "first"),
        [("A/RES/71/160", "tabled", "A/71/L.38")],
        "(A/71/L.38 和 Add.1): the addendum is not the first",
    ),
    (
        11,
        "specimens",
        "steps-on-average",
        {},
        ("kind", "processes", "average", "least", "most"),
        [("answering", "3", "3", "3", "3"), ("making", "3", "2.67", "2", "3")],
        "three reports asked for, made and considered; 69/6 and 71/160 with an addendum, 73/24 without: 8 steps of 3",
    ),
    (
        12,
        "specimens",
        "step-days",
        {"document": "A/71/179"},
        ("number", "step", "produced", "date", "days", "inferred"),
        [
            ("1", "asked", "A/RES/69/6", "2014-10-31", None, None),
            ("2", "reported", "A/71/179", "2016-07-21", "629", None),
            ("3", "considered", "A/RES/71/160", "2016-12-16", "148", "true"),
        ],
        "two years are 731 days, less the 102 from 21 July to 31 October; 10 + 31 + 30 + 31 + 30 + 16 days",
    ),
    (
        13,
        "specimens",
        "last-products",
        {},
        ("last", "step", "date"),
        [
            ("A/RES/71/160", "considered", "2016-12-16"),
            ("A/RES/73/24", "considered", "2018-12-03"),
            ("S/RES/2535(2020)", "considered", "2020-07-14"),
            ("A/RES/69/6", "adopted", "2014-10-31"),
            ("A/RES/71/160", "adopted", "2016-12-16"),
            ("A/RES/73/24", "adopted", "2018-12-03"),
        ],
        "of the reports of 2016, 2018 and 2020, then of the three resolutions that name a draft",
    ),
    (
        13,
        "corpus",
        "last-products",
        {"document": "76/270"},
        ("last", "step", "date"),
        [("A/79/837", "reported", None), ("A/RES/76/270", "adopted", "2022-06-21")],
        "no later resolution is in the collection; the report prints no day",
    ),
    (
        14,
        "corpus",
        "cited",
        {"document": "76/270"},
        ("paragraph", "function", "cited", "pinpoint"),
        [
            ("0", "cites", "A/RES/76/270", None),
            ("p1", "recalls", "A/RES/60/1", None),
            ("p1", "sees", "A/RES/60/1", None),
            ("p2", "recalls", "A/RES/57/32", None),
            ("p2", "recalls", "A/RES/72/278", None),
            ("p3", "notes", "A/51/402", None),
            ("p3", "recalls", None, None),
            ("p3", "sees", "A/51/402", "附件"),
        ],
        "its own number, three recitals with footnotes 1 and 2; 修订的《合作协定》 of 2016 has no symbol",
    ),
    (
        15,
        "specimens",
        "unanswered-requests",
        {},
        ("document", "date", "paragraph", "asked", "due"),
        [
            ("A/RES/58/5", "2003-11-03", "7", "sg", "59"),
            ("A/C.3/66/L.7", "2011-10-04", "7", "sg", None),
            ("A/RES/73/24", "2018-12-03", "8", "sg", "75"),
            ("A/RES/73/24", "2018-12-03", "8", "sg", "75"),
            ("S/RES/2535(2020)", "2020-07-14", "8", "sg", None),
            ("A/RES/77/27", "2022-12-01", "9", "sg", "79"),
        ],
        "the requests of 69/6, 71/160 and 2419 are answered; 73/24 asks in two languages",
    ),
    (
        15,
        "council",
        "unanswered-requests",
        {},
        ("document", "date", "paragraph", "asked", "due", "dueBody"),
        [("S/RES/419(1977)", "1977-11-24", "7", "sg", "1978-09-30", "sc")],
        "to report to the Security Council not later than 30 September 1978; 405 asks for no report",
    ),
    (
        16,
        "specimens",
        "most-cited",
        {},
        ("cited", "documents"),
        [("A/RES/44/25", "9"), ("S/RES/2250(2015)", "8"), ("A/RES/61/106", "7")],
        "all but 2775, 67/296, 77/27, 2419 and 2535 cite the Convention on the Rights of the Child or its resolution",
    ),
    (
        16,
        "specimens",
        "most-cited-by-decade",
        {"decade": "2010"},
        ("cited", "documents"),
        [("A/RES/44/25", "6"), ("A/RES/58/5", "5")],
        "L.7, 69/6, 71/179, 71/160, 37/18, 73/24; then 67/296, 69/6, 71/179, 71/160, 73/24",
    ),
    (
        16,
        "specimens",
        "most-cited-by-body",
        {"body": "sc"},
        ("cited", "documents"),
        [("S/RES/1325(2000)", "3"), ("S/RES/1820(2008)", "3")],
        "2419, S/2020/167 and 2535",
    ),
    (
        16,
        "specimens",
        "most-cited-by-function",
        {"function": "recalls"},
        ("cited", "documents"),
        [("A/RES/58/5", "5"), ("A/RES/65/4", "4")],
        "67/296, 69/6, 71/160, 73/24, 77/27; then L.7, 67/296, 69/6, 71/160",
    ),
    (
        16,
        "specimens",
        "share-of-top",
        {},
        ("cited", "citations", "top", "citationsOfTop", "percent"),
        [("105", "231", "2", "17", "7.4")],
        "a hundredth of 105 is two documents when rounded up, with 9 and 8 of 231",
    ),
    (
        17,
        "specimens",
        "descent",
        {"document": "A/71/179", "ancestor": "58/5"},
        ("later", "earlier"),
        [
            ("A/71/179", "A/RES/58/5"),
            ("A/71/179", "A/RES/67/296"),
            ("A/71/179", "A/RES/69/6"),
            ("A/RES/69/6", "A/RES/58/5"),
            ("A/RES/69/6", "A/RES/67/296"),
            ("A/RES/67/296", "A/RES/58/5"),
        ],
        "the report names all three; 69/6 recalls 58/5 in p1 and 67/296 in p2, which recalls 58/5 in p1",
    ),
    (
        17,
        "corpus",
        "descent",
        {"document": "A/79/837", "ancestor": "57/32"},
        ("later", "relations", "earlier"),
        [
            ("A/RES/76/270", "cites, links, recalls", "A/RES/57/32"),
            ("A/79/837", "answers, cites, links, requestedBy", "A/RES/76/270"),
        ],
        "the report itself does not name 57/32; it prints no day and so comes last",
    ),
    (
        17,
        "council",
        "descent",
        {"document": "S/RES/419(1977)", "ancestor": "S/RES/404(1977)"},
        ("later", "earlier"),
        [
            ("S/RES/419(1977)", "S/RES/404(1977)"),
            ("S/RES/419(1977)", "S/RES/405(1977)"),
            ("S/RES/405(1977)", "S/RES/404(1977)"),
        ],
        "419 reaffirms 405 and names the mission established under 404, which 405 names too",
    ),
    (
        18,
        "specimens",
        "series",
        {"document": "69/6"},
        ("order", "term", "member", "state", "continues"),
        [
            ("1", "58", "A/RES/58/5", "held", None),
            ("2", "59", "A/RES/59/10", "cited", None),
            ("3", "60", "A/RES/60/9", "cited", None),
            ("4", "61", "A/RES/61/10", "cited", None),
            ("5", "62", "A/RES/62/271", "cited", None),
            ("6", "63", "A/RES/63/135", "cited", None),
            ("7", "65", "A/RES/65/4", "cited", None),
            ("8", "67", "A/RES/67/17", "cited", None),
            ("9", "69", "A/RES/69/6", "held", None),
            ("10", "71", "A/RES/71/160", "held", None),
            ("1", "73", "A/RES/73/24", "held", "A/RES/58/5"),
            ("2", "75", "A/RES/75/18", "cited", "A/RES/58/5"),
            ("3", "77", "A/RES/77/27", "held", "A/RES/58/5"),
        ],
        "p1 of 69/6, 71/160 and 77/27 and the list of sources; 60/1, the outcome, and 67/296, of p2, are not of it",
    ),
    (
        19,
        "specimens",
        "asked-most",
        {},
        ("actor", "paragraphs"),
        [("member-states", "20"), ("sg", "12"), ("unicef", "8"), ("unesco", "7")],
        "counted by eye in the ten resolutions and the draft; a paragraph in two languages is one",
    ),
    (
        19,
        "council",
        "asked-most",
        {},
        ("actor", "paragraphs", "by", "verb", "times", "documents"),
        [
            ("states", "6", "sc", "Calls upon", "3", "2"),
            ("states", "6", "sc", "Appeals to", "2", "2"),
            ("states", "6", "sc", "Further calls upon", "1", "1"),
            ("sg", "5", "sc", "Requests", "5", "3"),
        ],
        "405 (4, 5, 8, 10) and 419 (3, 5); 404 (4), 405 (7, 11) and 419 (6, 7)",
    ),
    (
        20,
        "corpus",
        "act-together",
        {"state": "state:botswana"},
        ("where", "year", "heading", "bodies", "kind", "document", "paragraph"),
        [
            (
                *("state:botswana", "2022", "联合国与各国议会：直接支持各国议会和议员 / 卫生保健", "sadc-pf, unfpa"),
                *("cooperates", "A/79/837", "17"),
            )
        ],
        "2022 年 4 月至 11 月 in paragraph 17; 其他合作伙伴 are nobody in particular",
    ),
    (
        21,
        "specimens",
        "sponsors-together",
        {"actor": "state:senegal"},
        ("first", "second", "drafts"),
        [("state:senegal", "state:moldova", "1"), ("state:senegal", "state:portugal", "1")],
        "摩尔多瓦共和国、葡萄牙和塞内加尔：决议草案",
    ),
    (
        21,
        "corpus",
        "sponsors-together",
        {"actor": "state:cuba"},
        ("second", "drafts"),
        [(f"state:{name}", "1") for name in ("belarus", "china", "dprk", "russian-federation", "syria")],
        "the six States above the title of the draft",
    ),
    (
        22,
        "specimens",
        "instruments-apart",
        {"document": "2419(2018)"},
        ("only", "instrument", "citing"),
        [
            ("reports", "crc", "S/2020/167"),
            ("reports", "iccpr", "S/2020/167"),
            ("reports", "youth-programme", "S/2020/167"),
            ("resolutions", "2030-agenda", "S/RES/2419(2018)"),
        ],
        "paragraphs 5 and 8 of the report; p5 of the resolution",
    ),
    (
        22,
        "corpus",
        "instruments-apart",
        {"document": "76/270"},
        ("only", "instrument"),
        [
            *(("reports", name) for name in ("agenda-2063", "cedaw", "cedaw-op", "colombia-final", "gcr")),
            *(("reports", name) for name in ("global-digital-compact", "nuclear-terrorism", "pact-future", "udhr")),
            *(("resolutions", name) for name in ("2005-outcome", "common-principles", "gcm", "hate-speech-strategy")),
            *(("resolutions", name) for name in ("ipu-agreement", "un-charter")),
        ],
        "each looked for in the other text; the 宪章 of the report is one of science",
    ),
    (
        23,
        "specimens",
        "pinpoints",
        {"document": "A/HRC/RES/37/18"},
        ("cited", "pinpoint"),
        [
            ("A/RES/44/25", "第三十一条"),
            ("A/RES/61/106", "第一条和第三十条"),
            ("A/RES/34/180", "第十条(g)项和第十三条(c)项"),
            ("A/RES/2200(XXI)", "附件"),
            ("A/RES/44/25", "附件"),
            ("A/RES/61/106", "附件一"),
            ("A/RES/34/180", "附件"),
        ],
        "p3 and footnotes 2 to 5; footnote 1 names no part",
    ),
    (
        23,
        "council",
        "pinpoints",
        {},
        ("citing", "cited", "pinpoint"),
        [("S/RES/419(1977)", "S/RES/405(1977)", "paragraph10")] * 2,
        "the third recital and paragraph 3",
    ),
    (
        24,
        "specimens",
        "unresolved",
        {"document": "71/160"},
        ("paragraph", "words", "reason", "candidate"),
        [("2", "《反对在体育运动中使用兴奋剂国际公约》", "not in the registry of instruments", None)],
        "the other conventions of paragraph 2 are known",
    ),
    (
        25,
        "corpus",
        "contradictions",
        {},
        ("paragraph", "words", "said", "other", "link"),
        [("p3", "第 55/2 号决议", "A/RES/55/2", "A/HRC/RES/55/2", "https://undocs.org/ch/A/HRC/RES/55/2")],
        "footnote 2 of the draft means the Millennium Declaration; its link leads to a resolution of another body",
    ),
    (
        25,
        "specimens",
        "contradictions",
        {},
        ("words",),
        [],
        "the specimens are written without a contradiction",
    ),
    (
        26,
        "specimens",
        "cited-not-held",
        {},
        ("cited", "documents"),
        [("A/RES/44/25", "9"), ("S/RES/2250(2015)", "8"), ("A/RES/61/106", "7"), ("A/RES/70/1", "6")],
        "not 58/5, which six documents cite and the collection holds",
    ),
    (
        27,
        "specimens",
        "days-to-report",
        {},
        ("request", "asked", "report", "reported", "days"),
        [
            ("A/RES/69/6", "2014-10-31", "A/71/179", "2016-07-21", "629"),
            ("A/RES/71/160", "2016-12-16", "A/73/325", None, None),
            ("S/RES/2419(2018)", "2018-06-06", "S/2020/167", "2020-03", None),
        ],
        "one report prints no day, one the month only; no day is made up",
    ),
    (
        28,
        "council",
        "names-over-time",
        {"actor": "state:benin"},
        ("name", "first", "last", "registered"),
        [
            ("Dahomey", "1960-08-23", "1960-08-23", "alternative"),
            ("Republic of Benin", "1977-02-08", "1977-11-24", "alternative"),
            ("Benin", "1977-04-14", "1977-11-24", "preferred"),
            ("Government of Benin", "1977-04-14", "1977-11-24", "no"),
        ],
        "147 admits Dahomey; 404, 405 and 419 speak of Benin",
    ),
    (
        28,
        "specimens",
        "names-over-time",
        {"actor": "ohchr"},
        ("name", "language", "first", "last", "documents", "validFrom"),
        [("联合国人权事务高级专员办事处", "zh", "2016-07-21", "2020-03", "3", "1993")],
        "A/71/179, 37/18 and S/2020/167; A/73/325 names it too and has no day",
    ),
    (
        29,
        "specimens",
        "same-citation-in-languages",
        {"document": "73/24"},
        ("cited", "paragraph", "language", "otherLanguage"),
        [
            ("A/73/L.36", "0", "en", "zh"),
            ("A/RES/44/25", "3", "en", "zh"),
            ("A/RES/61/106", "3", "en", "zh"),
            ("A/RES/58/5", "p1", "en", "zh"),
            ("A/RES/59/10", "p1", "en", "zh"),
            ("A/RES/69/6", "p1", "en", "zh"),
            ("A/RES/71/160", "p1", "en", "zh"),
            ("A/RES/48/11", "p2", "en", "zh"),
            ("A/RES/67/296", "p2", "en", "zh"),
            ("A/RES/70/1", "p3", "en", "zh"),
        ],
        "the line in brackets, paragraph 3, and the first recitals; both texts number them alike",
    ),
    (
        30,
        "specimens",
        "provenance",
        {"document": "S/RES/2535(2020)"},
        ("cited", "place", "paragraph", "start", "end", "words", "rule"),
        [
            ("S/RES/2535(2020)", "header", "0", "40", "57", "S/RES/2535 (2020)", "running-header"),
            ("S/RES/2535(2020)", "other", "0", "62", "77", "第 2535(2020)号决议", "numbered-resolution"),
            ("S/RES/2250(2015)", "preambular", "p1", "148", "161", "第 2250(2015)号", "numbered-resolution"),
        ],
        "counted in the file",
    ),
    (
        30,
        "specimens",
        "proof-of-edge",
        {"document": "71/160", "target": "58/5"},
        ("edge", "paragraph", "words", "rule"),
        [
            ("citedDocument", "p1", "第 58/5 号", "numbered-resolution"),
            ("citedDocument", "7", "第 58/5 号决议", "numbered-resolution"),
            ("citedDocument", "0", "https://undocs.org/ch/A/RES/58/5", "link"),
        ],
        "the first recital, paragraph 7 and a printed link",
    ),
    (
        30,
        "council",
        "proof-of-edge",
        {"document": "S/RES/405(1977)", "target": "sg"},
        ("edge", "paragraph"),
        [("addressee", "7"), ("actor", "7"), ("addressee", "11"), ("actor", "11")],
        "named and asked in paragraphs 7 and 11",
    ),
    (
        30,
        "specimens",
        "derivations",
        {"document": "A/71/L.38"},
        ("computed", "from"),
        [
            ("measure/citing-documents/doc/A/71/L.38", "graph/A/RES/71/160/zh"),
            ("process/making/doc/A/RES/71/160#step-1", "graph/A/RES/71/160/zh"),
            ("status/draft/doc/A/71/L.38/in/doc/A/71/L.38/interval/../2016-12-16", "graph/A/RES/71/160/zh"),
            ("status/supplemented/doc/A/71/L.38/in/doc/A/71/L.38/Add.1", "graph/A/RES/71/160/zh"),
        ],
        "only the resolution speaks of the draft",
    ),
    (
        4,
        "specimens",
        "acts-by-verb",
        {"function": "requested-by"},
        ("verb", "language", "times", "documents"),
        [("在…中", "zh", "3", "3"), ("根据", "zh", "2", "2"), ("pursuant to", "en", "1", "1")],
        "paragraph 1 of three reports says in which resolution it was asked for, the summaries of two that they are "
        "submitted 根据 it, one of them in English too",
    ),
    (
        19,
        "specimens",
        "asks",
        {"actor": "undp"},
        ("document", "paragraph", "verb"),
        [
            ("A/RES/69/6", "6", "请"),
            ("A/RES/73/24", "4", "鼓励"),
            ("A/RES/73/24", "4", "Encourages"),
            ("S/RES/2419(2018)", "6", "请"),
            ("S/RES/2535(2020)", "5", "请"),
        ],
        "开发署 is one of several addressees in four resolutions, of which one is there in two languages",
    ),
    (
        25,
        "corpus",
        "links-not-cited",
        {},
        ("document", "linked"),
        [
            ("A/RES/76/270", "A/76/L.63"),
            ("A/RES/76/270", "A/76/L.63/Add.1"),
            ("unidentified/94a27989a12f5cb9", "A/HRC/RES/55/2"),
        ],
        "the drafts stand only among the links of the resolution; footnote 2 of the draft prints 第55/2号决议, the "
        "Millennium Declaration of the Assembly, and its link leads to the Human Rights Council",
    ),
    (
        27,
        "specimens",
        "answers",
        {},
        ("request", "requested", "answer"),
        [
            ("A/RES/69/6", "2014-10-31", "A/71/179"),
            ("A/RES/71/160", "2016-12-16", "A/73/325"),
            ("S/RES/2419(2018)", "2018-06-06", "S/2020/167"),
        ],
        "three reports say in their first paragraph which resolution asked for them; a row for each sentence",
    ),
    (
        28,
        "specimens",
        "names",
        {"actor": "csocd"},
        ("name", "language", "times"),
        [("社会发展委员会", "zh", "2")],
        "a recital and paragraph 7 of the draft name the Commission, in full both times",
    ),
]

# Of a long answer the rows state the beginning; of all others the whole.
BEGINNINGS = {"cited", "most-cited", "asked-most", "cited-not-held", "same-citation-in-languages", "provenance"}

# Rows that differ in columns not looked at count once.
REPEATED = {"answers", "asked-most", "same-citation-in-languages"}


@pytest.mark.parametrize(
    ("number", "place", "query", "arguments", "columns", "expected", "why"),
    ANSWERS,
    ids=[f"{number}-{query}-{place}" for number, place, query, *_ in ANSWERS],
)
def test_the_answer_is_right(ask, number, place, query, arguments, columns, expected, why):
    found = ask(place, query, columns, arguments)
    begins = query in BEGINNINGS or query.startswith("most-cited-by")
    distinct = list(dict.fromkeys(found)) if query in REPEATED else found
    assert (distinct[: len(expected)] if begins else distinct) == expected, why


def test_all_thirty_questions_are_asked():
    assert {number for number, *_ in ANSWERS} == set(range(1, 31))


def test_each_question_has_a_query_and_each_query_of_a_question_is_asked():
    numbered = {query.name: query.numbers for query in named_queries() if query.numbers}
    assert set(chain(*numbered.values())) == set(range(1, 31))
    asked = {(name, number) for number, _, name, *_ in ANSWERS}
    assert {name for name, _ in asked} == set(numbered)
    assert {(name, number) for name, number in asked if number not in numbered[name]} == set()


def test_the_words_of_an_edge_stand_in_the_file_where_the_graph_says(ask):
    rows = ask("specimens", "provenance", ("source", "start", "end", "words"), {"document": "73/24"})
    texts = {source: Path(source).read_text(encoding="utf-8") for source, *_ in rows}
    assert len(texts) == 2
    for source, start, end, words in rows:
        printed = texts[source][int(start) : int(end)]
        assert "".join(words.split()) == "".join(printed.split())


def test_what_is_computed_leads_back_to_what_proves_it(ask):
    rows = ask("specimens", NOT_PROVED, ("node",), {})
    assert rows == []


def test_the_page_of_the_questions_is_what_the_specimens_answer(collection):
    assert PAGE.read_text(encoding="utf-8") == page(collection("specimens"))


def test_the_page_shows_every_query_of_every_question():
    shown = {(example.query, example.number) for example in examples()}
    assert shown == {(query.name, number) for query in named_queries() for number in query.numbers}


NOT_PROVED = """
SELECT DISTINCT ?node WHERE {
  GRAPH <https://w3id.org/resograph/graph/computed> {
    VALUES ?class { rg:RoleInTime rg:StatusInTime rg:Process rg:Step rg:Series rg:SeriesMember rg:Measure }
    ?node a ?class .
  }
  FILTER NOT EXISTS {
    ?node prov:wasDerivedFrom ?proof .
    FILTER (EXISTS { ?proof a rg:Evidence } || EXISTS { GRAPH ?proof { ?s ?p ?o } })
  }
}
"""
