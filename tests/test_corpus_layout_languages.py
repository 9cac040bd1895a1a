"""The layout of English pages, and of resolutions in other languages: each row says which habit it stands for."""

from pathlib import Path

import pytest

from corpus import BlockKind, Document, read_document, read_text

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end].strip() for block in document.blocks if block.kind is kind]


def counts(document: Document) -> tuple[int, int]:
    own = [block.kind for block in document.blocks if not block.annex]
    return own.count(BlockKind.PREAMBULAR), own.count(BlockKind.OPERATIVE)


GAPS = """Resolution 999 (1995)
of 16 June 1995
[S/1995/480]

The Security Council,

Recalling its resolution 968 (1994) of 16 December
1994 and the statements of its President on the situa-
tion in the region, 12

Deeply concerned that fighting goes on,
Reaffirming also its commitment to the territorial
integrity of the State concerned,

Having in mind Article 2 of the Charter, which reads:

“All Members shall refrain from the use of force”,

1. Welcomes the report of the Secretary-General of
12 June 1995;

2. Calls upon the parties to the situation:

(a) To cease all hostilities, as described in
paragraph 3 of the report;

(b) To co-operate with the Mission;
3. Decides to remain seized of the matter.

Adopted unanimously at the
3544th meeting.

12 Official Records of the Security Council, Forty-ninth
Year, Supplement for December 1994.
"""


def test_empty_lines_part_paragraphs_whose_lines_are_in_touch() -> None:
    document = read_text(GAPS, "a.txt")
    assert counts(document) == (4, 3)
    assert words(document, BlockKind.TITLE) == ["Resolution 999 (1995) of 16 June 1995"], "not the bracket below it"
    assert "on the situation in the region," in document.text, "the situa-tion of one line is whole in another"
    assert words(document, BlockKind.PREAMBULAR)[1:3] == [
        "Deeply concerned that fighting goes on,",
        "Reaffirming also its commitment to the territorial integrity of the State concerned,",
    ], "the first words part what no empty line parts"
    assert words(document, BlockKind.PARAGRAPH) == ["“All Members shall refrain from the use of force”,"]
    assert [text[:3] for text in words(document, BlockKind.SUBPARAGRAPH)] == ["(a)", "(b)"]
    assert words(document, BlockKind.CLOSING) == ["Adopted unanimously at the 3544th meeting."]


def test_a_footnote_below_the_closing_lines_bears_any_number() -> None:
    document = read_text(GAPS, "a.txt")
    note = document.footnotes[0]
    assert note.label == "12"
    assert document.text[: note.markers[0]].rstrip().endswith("in the region,"), "a blank stands before the marker"


@pytest.mark.parametrize(
    ("lines", "expected", "reason"),
    [
        (["The Security Council,", "Recalling X,", "1. Decides Y;", "2. Requests Z."], (1, 2), "numbered"),
        (["The Security Council,", "Recalling X,", "Decides Y;", "Also requests Z."], (1, 2), "without numbers"),
        (["The Security Council,", "Noting X.", "Agrees to Y."], (1, 1), "a full stop after a participle"),
        (["The Security Council", "1. Calls upon all to cease;", "2. Decides Y."], (0, 2), "no comma, an act follows"),
        (["The General Assembly,", "Recalling X,", "Decides Y."], (1, 1), "one act alone"),
        (["The Executive Board,", "Recalling X,", "1. Decides Y."], (1, 1), "an organ that is not listed"),
        (["The Executive Board,", "2024", "1. Budget for Y."], (0, 0), "a title with a comma"),
        (["The Council,", "Recalling X,", "1. Notes Y;", "Acting under Chapter VII,", "2. Decides Z."], (2, 2), "late"),
        (
            ["A", "The Council,", "Recalling X,", "1. Notes Y.", "B", "The Council,", "Noting Z,", "1. Asks."],
            (2, 2),
            "two parts",
        ),
        (["The General Assembly", "Adopts rules for its committees, which follow in the annex"], (0, 1), "cut off"),
    ],
)  # fmt: skip
def test_paragraphs_of_an_english_resolution(lines: list[str], expected: tuple[int, int], reason: str) -> None:
    assert counts(read_text("\n\n".join(["Resolution of the Council", *lines]) + "\n", "a.txt")) == expected, reason


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["The General Assembly and its committees met in the autumn of the year.", "1. It sat."], "a sentence"),
        (["General Assembly", "Report of the Secretary-General", "1. The Council met."], "a masthead"),
    ],
)
def test_a_report_has_no_opening(lines: list[str], reason: str) -> None:
    assert counts(read_text("\n\n".join(lines) + "\n", "a.txt")) == (0, 0), reason


def test_a_broken_line_goes_on_in_small_letters_and_after_a_leading_word() -> None:
    page = (
        "Adopted by the Security Council at its 3377th meeting, on\n17 May 1994\nThe Security Council,\n"
        "Recalling the statements of its President on the situation in the country and\n"
        "the need for lasting peace in the region as a whole,\n"
        "1. Requests the Secretary-General to submit a report that covers: (a) costs; and\n"
        "(b) the number of observers and the time that they are needed in the country;\n"
        "2. Decides to remain seized of the matter.\n"
    )
    document = read_text(page, "a.txt")
    assert words(document, BlockKind.TITLE) == ["Adopted by the Security Council at its 3377th meeting, on 17 May 1994"]
    assert counts(document) == (1, 2)
    assert words(document, BlockKind.SUBPARAGRAPH) == [], "a list inside the sentence"


def test_blanks_and_commas_of_english_stay() -> None:
    document = read_text("1. The document entitled “A better world” (A/1/2), see No. 5.\nIt ends.\n", "a.txt")
    assert "entitled “A better world” (A/1/2), see No. 5." in document.text


def test_the_number_of_a_footnote_may_stand_on_a_line_of_its_own() -> None:
    page = "The Council,\nHaving received a report for 2014,1\n1. Takes note;\n_____________\n1\n See A/70/219.\n"
    document = read_text(page + "2/2\n2. Decides X.\n", "a.txt")
    assert [(note.label, document.text[note.start : note.end]) for note in document.footnotes] == [
        ("1", "See A/70/219.")
    ]
    assert document.text[: document.footnotes[0].markers[0]].endswith("for 2014,")
    assert counts(document) == (1, 2)


def test_long_titles_stay_apart_before_the_first_paragraph() -> None:
    first = "Financing of the United Nations peacekeeping forces in the Middle East: Disengagement Observer Force"
    second = "Budget performance for the period from 1 July 2024 to 30 June 2025 and budget for the next period"
    paragraphs = [f"{number}. The Committee met and took up the report. {first}. {second}." for number in (1, 2, 3)]
    lines = [first, second, "Report of the Advisory Committee", *paragraphs]
    document = read_text("\n".join(lines) + "\n", "a.txt")
    assert words(document, BlockKind.TITLE) == [second]
    assert len(words(document, BlockKind.NUMBERED)) == 3


def test_a_date_below_the_meeting_is_no_footnote() -> None:
    lines = (
        "The General Assembly,",
        "Recalling X,",
        "1. Decides Y.",
        "44th plenary meeting",
        "3 December 2018",
        "1 A/73/5.",
    )
    document = read_text("\n\n".join(lines) + "\n", "a.txt")
    assert words(document, BlockKind.CLOSING) == ["44th plenary meeting", "3 December 2018"]
    assert [note.label for note in document.footnotes] == ["1"]


OTHERS = {
    "fr": [
        "Le Conseil de sécurité,",
        "Rappelant sa résolution 872 (1993) du 5 octobre 1993,",
        "Se félicitant des efforts des États de la région et du Secrétaire général,",
        "1. Prie le Secrétaire général de lui faire rapport;",
        "a) Sur les coûts;",
        "2. Décide de rester saisi de la question.",
    ],
    "es": [
        "El Consejo de Seguridad,",
        "Recordando su resolución 872 (1993), de 5 de octubre de 1993,",
        "Profundamente preocupado por la situación en la región,",
        "1. Pide al Secretario General que presente un informe;",
        "a) Sobre los gastos;",
        "2. Decide seguir ocupándose de la cuestión.",
    ],
    "ru": [
        "Совет Безопасности,",
        "ссылаясь на свою резолюцию 872 (1993) от 5 октября 1993 года,",
        "с удовлетворением отмечая усилия государств региона,",
        "1. просит Генерального секретаря представить доклад;",
        "a) о расходах;",
        "2. постановляет продолжать заниматься этим вопросом.",
    ],
    "ar": [
        "إن مجلس الأمن،",
        "إذ يشير إلى قراره 872 (1993) المؤرخ 5 تشرين الأول/أكتوبر 1993،",
        "وإذ يُساوره القلق إزاء الحالة في المنطقة،",
        "1 - يطلب إلى الأمين العام أن يقدم تقريرا؛",
        "(أ) عن التكاليف؛",
        "٢ - يقرر أن يبقي المسألة قيد نظره.",
    ],
}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_same_resolution_in_other_languages(language: str, between: str) -> None:
    document = read_text(between.join(OTHERS[language]) + "\n", "a.txt")
    assert document.language == language
    assert counts(document) == (2, 2)
    kept = (BlockKind.PREAMBULAR, BlockKind.OPERATIVE, BlockKind.SUBPARAGRAPH)
    assert [block.paragraph for block in document.blocks if block.kind in kept] == ["p1", "p2", "1", "1", "2"]


FIVE = sorted((SHARED / "sres918-5lang").glob("*.txt")) if (SHARED / "sres918-5lang").exists() else []


@pytest.mark.parametrize("path", FIVE, ids=lambda path: path.name)
def test_one_resolution_in_five_languages_is_cut_alike(path: Path) -> None:
    document = read_document(path)
    whole = 17 if document.language == "zh" else 4
    assert counts(document) == (whole, 0), "the source cuts four of them after the fourth paragraph"


# Counted by eye.
COUNTED = {
    16: (1, 1), 47: (5, 22), 50: (1, 12), 82: (3, 5), 93: (4, 11), 118: (1, 1), 161: (9, 8), 186: (3, 8), 242: (3, 4),
    263: (2, 1), 276: (5, 9), 300: (6, 3), 338: (0, 3), 345: (3, 1), 361: (6, 9), 368: (3, 1), 418: (10, 7),
    435: (5, 7), 478: (5, 7), 494: (1, 1), 500: (2, 1), 502: (3, 3), 553: (4, 3), 597: (4, 3), 598: (10, 10),
}  # fmt: skip
COUNCIL = SHARED / "security-council-en"


@pytest.mark.skipif(not COUNCIL.exists(), reason="the resolutions of the Security Council are not beside the project")
@pytest.mark.parametrize("number", COUNTED)
def test_paragraphs_of_the_security_council(number: int) -> None:
    path = next(COUNCIL.glob(f"S_RES_{number:04}_*"))
    assert counts(read_document(path)) == COUNTED[number]
