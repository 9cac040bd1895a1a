"""Mastheads in English, French, Spanish, Russian and Arabic: each row says which habit it stands for."""

from pathlib import Path
from types import ModuleType

import pytest

from corpus import read_document, read_text
from extract.languages import rules
from extract.languages.en.masthead import RULES as EN
from extract.masthead import masthead
from extract.masthead_names import sponsors
from extract.reading import Reading
from extract.records import DocumentRecord

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def pack(language: str) -> ModuleType:
    found = rules(language, "masthead")
    assert found is not None
    return found


def read(*lines: str, name: str = "x.txt") -> DocumentRecord:
    return masthead(Reading(read_text("\n\n".join(lines) + "\n", name)), name)


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Seventy-ninth session", 79),
        ("en", "Eightieth session", 80),
        ("en", "Seventeenth session", 17),
        ("en", "One hundred and first session", 101),
        ("en", "65th session", 65),
        ("en", "Tenth emergency special session", None),
        ("en", "The session", None),
        ("en", "Seventy-ninth year", None),
        ("fr", "Soixante-neuvième session", 69),
        ("fr", "Soixante-dix-neuvième session", 79),
        ("fr", "Soixante et onzième session", 71),
        ("fr", "Quatre-vingtième session", 80),
        ("fr", "Dixième session extraordinaire d'urgence", None),
        ("es", "Sexagésimo noveno período de sesiones", 69),
        ("es", "59º período de sesiones", 59),
        ("es", "Décimo período extraordinario de sesiones de emergencia", None),
        ("ru", "Шестьдесят девятая сессия", 69),
        ("ru", "Восьмидесятая сессия", 80),
        ("ru", "Десятая чрезвычайная специальная сессия", None),
        ("ar", "الدورة التاسعة والستون", 69),
        ("ar", "الدورة الثامنة والعشرون", 28),
        ("ar", "الدورة الاستثنائية الطارئة العاشرة", None),
    ],
)
def test_session(language: str, line: str, expected: int | None) -> None:
    assert pack(language).session(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Agenda item 126 (a)", ("126(a)",)),
        ("en", "Agenda items 132 and 17 (c)", ("132", "17(c)")),
        ("en", "Agenda items 122 (a) to (d)", ("122(a)", "122(b)", "122(c)", "122(d)")),
        ("en", "Items 25 to 27 of the provisional agenda**", ("25", "26", "27")),
        ("en", "Item 12 of the provisional agenda*", ("12",)),
        ("en", "Agenda of the session", ()),
        ("fr", "Points 13 a) et 115 de l'ordre du jour", ("13(a)", "115")),
        ("es", "Tema 113 b) del programa", ("113(b)",)),
        ("ru", "Пункты 13(а) и 115 повестки дня", ("13(a)", "115")),
        ("ar", "البندان 132 و 17 (ج) من جدول الأعمال", ("132", "17(c)")),
        ("ar", "البند ٧ من جدول الأعمال المؤقت*", ("٧",)),
    ],
)
def test_agenda_items(language: str, line: str, expected: tuple[str, ...]) -> None:
    assert pack(language).agenda_items(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Resolution adopted by the General Assembly on 21 June 2022", "2022-06-21"),
        ("en", "Adopted by the Security Council at its 3377th meeting, on 17 May 1994", "1994-05-17"),
        ("en", "82 (1950). Resolution of 25 June 1950", "1950-06-25"),
        ("en", "Resolution 242 (1967) of 22 November 1967", "1967-11-22"),
        ("en", "of 22 November 1967", "1967-11-22"),
        ("en", "Letter dated 6 March 2015 from the President of the Council addressed to the Chair", "2015-03-06"),
        ("en", "Distr.: General 4 October 2011", "2011-10-04"),
        ("en", "21 June 2022", "2022-06-21"),
        ("en", "Report on the period from 1 July 2024 to 30 June 2025", None),
        ("en", "[on the report of the Third Committee (A/66/462/Add.2)]", None),
        ("fr", "Adoptée par le Conseil de sécurité à sa 3377e séance, le 17 mai 1994", "1994-05-17"),
        ("fr", "1er août 2014", "2014-08-01"),
        (
            "es",
            "Aprobada por el Consejo de Seguridad en su 3377ª sesión, celebrada el 17 de mayo de 1994",
            "1994-05-17",
        ),
        ("ru", "принятая Советом Безопасности на его 3377-м заседании 17 мая 1994 года", "1994-05-17"),
        ("ru", "28 октября 2014 года", "2014-10-28"),
        ("ar", "11 آذار/مارس 2015", "2015-03-11"),
        ("ar", "١١ آذار/مارس ٢٠١٥", "2015-03-11"),
    ],
)
def test_date(language: str, line: str, expected: str | None) -> None:
    assert pack(language).date(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Report of the Secretary-General", "report-sg"),
        ("en", "Interim report of the Secretary-General", "report-sg"),
        ("en", "Report of the Advisory Committee on Administrative and Budgetary Questions", "report-committee"),
        ("en", "Report of the Third Committee", "report-committee"),
        ("en", "Report of the Special Rapporteur on the right to food", "report-expert"),
        ("en", "Provisional agenda", "agenda"),
        ("en", "Amendment to draft resolution A/C.3/78/L.60", "draft-amendment"),
        ("fr", "Rapport de la Troisième Commission", "report-committee"),
        ("es", "Informe de la Tercera Comisión", "report-committee"),
        ("ru", "Доклад Третьего комитета", "report-committee"),
        ("ar", "تقرير اللجنة الثالثة", "report-committee"),
        ("en", "Note by the Secretary-General", "note"),
        ("en", "Austria and Brazil: draft resolution", "draft-resolution"),
        ("en", "Draft decision", "draft-decision"),
        ("en", "Letter dated 6 March 2015 from the Chair addressed to the President", "letter"),
        ("en", "Note verbale dated 6 March 2015 from the Permanent Mission addressed to the Chair", "note-verbale"),
        ("en", "Statement by the President of the Security Council", "presidential-statement"),
        ("en", "Resolution adopted by the General Assembly on 21 June 2022", "resolution"),
        ("en", "Third Committee", None),
        ("en", "Report of the International Atomic Energy Agency to nobody: a title", "report"),
        ("fr", "Rapport du Secrétaire général", "report-sg"),
        ("fr", "Note du Secrétariat", "note"),
        ("es", "Informe del Secretario General", "report-sg"),
        ("es", "Carta de fecha 6 de marzo de 2015 dirigida al Secretario General", "letter"),
        ("ru", "Доклад Генерального секретаря", "report-sg"),
        ("ru", "Записка Секретариата", "note"),
        ("ar", "تقرير الأمين العام", "report-sg"),
        ("ar", "مذكرة من الأمين العام", "note"),
    ],
)
def test_document_type(language: str, line: str, expected: str | None) -> None:
    assert pack(language).document_type(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "76/270. Interaction between the United Nations and parliaments", "76/270"),
        ("en", "49/35 A. Title", "49/35A"),
        ("en", "2775 (XXVI). The policies of apartheid", "2775(XXVI)"),
        ("en", "Resolution 242 (1967) of 22 November 1967", "242(1967)"),
        ("en", "RESOLUTION 918 (1994)", "918(1994)"),
        ("en", "918 (1994). Resolution of 17 May 1994", "918(1994)"),
        ("en", "1 (1946) Resolution of 25 January 1946", "1(1946)"),
        ("en", "Implementation of resolution 2733 (2024)", None),
        ("en", "Agenda item 71 (b)", None),
        ("en", "1. Introduction", None),
        ("fr", "RÉSOLUTION 918 (1994)", "918(1994)"),
        ("es", "RESOLUCIÓN 918 (1994)", "918(1994)"),
        ("ru", "РЕЗОЛЮЦИЯ 918 (1994), принятая Советом Безопасности", "918(1994)"),
        ("ar", "القرار 918 (1994)", "918(1994)"),
    ],
)
def test_own_number(language: str, line: str, expected: str | None) -> None:
    assert pack(language).own_number(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "44th plenary meeting", "44th plenary meeting"),
        ("en", "Adopted unanimously at the 2750th meeting.", "2750th meeting"),
        ("en", "The meeting rose", None),
        ("fr", "51e séance plénière", "51e séance plénière"),
        ("es", "51ª sesión plenaria", "51ª sesión plenaria"),
        ("ru", "240-е пленарное заседание", "240-е пленарное заседание"),
        ("ar", "الجلسة العامة 51", "الجلسة العامة 51"),
    ],
)
def test_meeting(language: str, line: str, expected: str | None) -> None:
    assert pack(language).meeting(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Seventy-fifth year", 2020),
        ("en", "2019 session", 2019),
        ("en", "Seventy-fifth session", None),
        ("en", "2019", None),
        ("fr", "Soixante-quinzième année", 2020),
        ("fr", "Session de 2019", 2019),
        ("es", "Período de sesiones de 2015", 2015),
        ("ru", "Сессия 2015 года", 2015),
        ("ar", "دورة عام 2015", 2015),
    ],
)
def test_organ_year(language: str, line: str, expected: int | None) -> None:
    assert pack(language).organ_year(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cuba and Mali have joined the sponsors of the draft resolution.", "Cuba and Mali"),
        ("Add the following countries to the list of sponsors of the draft resolution:", ""),
        ("The sponsors of the draft met.", None),
    ],
)
def test_joined_sponsors(line: str, expected: str | None) -> None:
    assert EN.joined_sponsors(line) == expected


def test_sponsors_of_an_english_draft() -> None:
    listed = EN.sponsor_names("Antigua and Barbuda, Cuba,* China and Mali (on behalf of the group): draft resolution")
    assert listed == "Antigua and Barbuda, Cuba, China and Mali"
    found = sponsors(listed, "en", EN.SEPARATOR)
    assert found == ("state:antigua-and-barbuda", "state:cuba", "state:china", "state:mali")
    assert EN.sponsor_names("Draft resolution submitted by the President") is None


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        ("[without reference to a Main Committee (A/76/L.63 and Add.1)]", True, "no committee"),
        ("[on the report of the Third Committee (A/66/462/Add.2)]", True, "report of a committee"),
        ("[S/801]", False, "the symbol under which it was issued"),
        ("Resolution adopted by the General Assembly on 3 December 2018", False, "the head of the page"),
    ],
)
def test_adoption(line: str, expected: bool, reason: str) -> None:
    assert EN.is_adoption(line) is expected, reason


def test_english_draft_of_a_committee() -> None:
    record = read(
        "Seventy-eighth session",
        "Third Committee",
        "Agenda item 71 (b)",
        "Cuba and China: draft resolution",
        "International cooperation",
        "The General Assembly,",
        "Recalling its resolution 76/1,",
        "1. Invites Member States to cooperate.",
    )
    assert (record.committee, record.session, record.agenda_items) == ("ga-c3", 78, ("71(b)",))
    assert (record.document_type, record.sponsors) == ("draft-resolution", ("state:cuba", "state:china"))
    assert (record.title, record.symbol) == ("International cooperation", None)


def test_english_resolution_of_the_assembly() -> None:
    record = read(
        "Seventy-third session",
        "Resolution adopted by the General Assembly on 3 December 2018",
        "[without reference to a Main Committee (A/73/L.36)]",
        "73/24. Sport as an enabler of sustainable development",
        "The General Assembly,",
        "Recalling its resolution 71/160,",
        "1. Requests the Secretary-General to report.",
        "44th plenary meeting",
        "3 December 2018",
    )
    assert (record.symbol, record.symbol_source, record.body) == ("A/RES/73/24", "text", "ga")
    assert (record.date, record.meeting) == ("2018-12-03", "44th plenary meeting")
    assert record.draft_symbols == ("A/73/L.36",)
    assert record.title == "Sport as an enabler of sustainable development"


def test_english_report() -> None:
    record = read(
        "A/73/325", "Item 12 of the provisional agenda*", "Sport", "Report of the Secretary-General", "1. It."
    )
    assert (record.document_type, record.author, record.title) == ("report-sg", "sg", "Sport")


COUNCIL = SHARED / "security-council-en"


@pytest.mark.skipif(not COUNCIL.exists(), reason="the resolutions of the Security Council are not beside the project")
def test_resolutions_of_the_security_council() -> None:
    wrong, dated = [], 0
    for path in sorted(COUNCIL.glob("*.txt")):
        record = masthead(Reading(read_document(path)), path.name)
        parts = path.name.split("_")
        if record.symbol != f"S/RES/{int(parts[2])}({parts[3]})":
            wrong.append(path.name)
        dated += record.date is not None and record.date.startswith(parts[3])
    # The source named 542 holds the text of 538, and says so.
    assert wrong == ["S_RES_0542_1983_EN_GOLD.txt"]
    assert dated >= 585


FIVE = sorted((SHARED / "sres918-5lang").glob("*.txt")) if (SHARED / "sres918-5lang").exists() else []


@pytest.mark.parametrize("path", FIVE, ids=lambda path: path.name)
def test_one_resolution_in_five_languages(path: Path) -> None:
    record = masthead(Reading(read_document(path)), "x.txt")
    assert (record.symbol, record.symbol_source, record.date) == ("S/RES/918(1994)", "text", "1994-05-17")
    assert record.document_type == "resolution"
    assert "3377" in (record.meeting or "")
