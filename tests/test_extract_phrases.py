"""Each way of citing in English, French, Spanish, Russian and Arabic, as a row with what must be found."""

import pytest

from corpus import read_text
from extract.citations import find_citations
from extract.masthead import masthead
from extract.reading import Reading
from extract.records import Citation


def citations(text: str, language: str = "en", name: str = "line") -> list[Citation]:
    reading = Reading(read_text(text + "\n", name, None, language))
    return list(find_citations(reading, masthead(reading, name)))


def targets(text: str, language: str = "en") -> list[tuple[str, ...]]:
    return [found.targets for found in citations(text, language)]


SC1325, SC1820, SC1540 = ("S/RES/1325(2000)",), ("S/RES/1820(2008)",), ("S/RES/1540(2004)",)


def sc1982(number: int) -> tuple[str, ...]:
    return (f"S/RES/{number}(1982)",)


NUMBERED = [
    ("en", "Recalling General Assembly resolution 57/32,", [("A/RES/57/32",)], "session and number"),
    ("en", "resolution 57/32 of the General Assembly of 19 November 2002", [("A/RES/57/32",)], "issuer behind"),
    ("en", "resolutions 1325 (2000) and 1820 (2008)", [SC1325, SC1820], "one noun for two"),
    ("en", "resolutions 1325 (2000) of 31 October 2000, 1820 (2008) and 1540 (2004)", [SC1325, SC1820, SC1540], "date"),
    ("en", "Security Council resolution 1540", [SC1540], "the number tells the year"),
    ("en", "Council resolution 1540 (2004)", [SC1540], "a short name that several share; the form decides"),
    ("en", "resolution 1540 (2005)", [()], "a year that contradicts the number"),
    ("en", "resolution 217 A (III) of the General Assembly", [("A/RES/217(III)",)], "letter and Roman session"),
    ("en", "resolutions 3411 A and B (XXX)", [("A/RES/3411(XXX)",), ("A/RES/3411(XXX)",)], "two letters"),
    ("en", "resolution 78/250 B", [("A/RES/78/250",)], "letter after"),
    ("en", "General Assembly resolution S-13/2", [("A/RES/S-13/2",)], "special session"),
    ("en", "General Assembly resolution ES-11/1", [("A/RES/ES-11/1",)], "emergency special session"),
    ("en", "Human Rights Council resolution 37/18", [("A/HRC/RES/37/18",)], "another body with sessions"),
    ("en", "Economic and Social Council resolution 1996/31", [("E/RES/1996/31",)], "a body that counts by years"),
    ("en", "Commission on Human Rights resolution 1994/73", [("E/CN.4/RES/1994/73",)], "the same form, another body"),
    ("en", "the Economic and Social Council, by its resolution 9 (I)", [("E/RES/9(I)",)], "its: body of the clause"),
    ("en", "General Assembly decision 50/411", [("A/DEC/50/411",)], "a decision"),
    ("en", "resolution 1996/31", [()], "a form of several bodies and none named"),
    ("en", "World Health Assembly resolution 58/33", [()], "another assembly"),
    ("en", "Economic Commission for Latin America and the Caribbean resolution 689 (XXXV)", [()], "another commission"),
    ("en", "African Union Peace and Security Council resolution 1325 (2000)", [()], "another council of like name"),
    ("en", "Governing Council decision 267 (2009)", [()], "another council"),
    ("en", "by resolution 1540 (2004), 15 members voted", [SC1540], "a count after a comma is no member"),
    ("en", "the date of this resolution 4 programmes began", [], "this resolution"),
    ("en", "resolution of the conflict in 2004", [], "not a document"),
    ("en", "resolutions 508 (1982), S11 (1982) and 512.(1982)", [*map(sc1982, (508, 511, 512))], "damage"),
    ("en", "resolution 6l/1", [("A/RES/61/1",)], "a letter typed for the digit 1"),
    ("en", "resolution 14l/5", [()], "a damaged number of no session"),
    ("fr", "sa résolution 1325 (2000) du 31 octobre 2000", [SC1325], "date"),
    ("fr", "les résolutions 1325 (2000) et 1820 (2008) du Conseil de sécurité", [SC1325, SC1820], "issuer behind"),
    ("fr", "la résolution 57/32 de l’Assemblée générale", [("A/RES/57/32",)], "elision"),
    ("fr", "la résolution 1325 du Conseil de sécurité des Nations Unies", [SC1325], "a longer name of the body"),
    ("fr", "la décision 267 (2009) du Conseil d’administration", [()], "another council"),
    ("fr", "la présente résolution 4 fois", [], "the present resolution"),
    ("fr", "la résolution 37/18 du Conseil des droits de l'homme", [("A/HRC/RES/37/18",)], "another body"),
    ("es", "las resoluciones 1325 (2000), 1820 (2008) y 1540 (2004)", [SC1325, SC1820, SC1540], "list"),
    ("es", "las resoluciones del Consejo de Seguridad 1325 (2000) y 1820 (2008)", [SC1325, SC1820], "issuer between"),
    ("es", "la resolución 57/32 de la Asamblea General, de 19 de noviembre de 2002", [("A/RES/57/32",)], "issuer"),
    ("es", "la decisión 267 (2009) del Consejo de Administración", [()], "another council"),
    ("ru", "в своей резолюции 1325 (2000) от 31 октября 2000 года", [SC1325], "date"),
    ("ru", "резолюций Совета Безопасности 1325 (2000) и 1820 (2008)", [SC1325, SC1820], "issuer between"),
    ("ru", "резолюцией 57/32 Генеральной Ассамблеи", [("A/RES/57/32",)], "issuer behind, another case"),
    ("ru", "резолюция 3235 (ХХIХ) Генеральной Ассамблеи", [("A/RES/3235(XXIX)",)], "Cyrillic for Roman numerals"),
    ("ru", "решением 267 (2009) Совета управляющих", [()], "another council"),
    ("ru", "резолюция 683 (XX) Экономической комиссии для Латинской Америки", [()], "another commission"),
    ("ru", "осуществление резолюции 1995 года", [], "a year"),
    ("ru", "настоящей резолюции 4 раза", [], "the present resolution"),
    ("ar", "إذ يشير إلى قراره 1325 (2000) المؤرخ 31 تشرين الأول/أكتوبر 2000", [SC1325], "possessor in a suffix"),
    ("ar", "لقرارات مجلس الأمن 1325 (2000)، و 1820 (2008)", [SC1325, SC1820], "issuer between, prefix, list"),
    ("ar", "قرار الجمعية العامة 3235 (د-29)", [("A/RES/3235(XXIX)",)], "session in digits for Roman numerals"),
    ("ar", "لقــرار المجلس الاقتصادي والاجتماعي 1894 (د-57)", [("E/RES/1894(LVII)",)], "stretched word"),
    ("ar", "المقرر عقدها يوم الخميس 12 آذار/مارس", [], "another word of the same letters"),
    ("ar", "بقرار اللجنة الاقتصادية لأمريكا اللاتينية ومنطقة البحر الكاريبي 689 (د-35)", [()], "another body"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "reason"), NUMBERED, ids=[f"{r[0]}-{r[3]}" for r in NUMBERED])
def test_numbers(language: str, text: str, expected: list[tuple[str, ...]], reason: str) -> None:
    assert targets(text, language) == expected, reason


DETAILS = [
    ("General Assembly resolution 57/32 of 19 November 2002", "date", "2002-11-19"),
    ("resolution 57/32 of November 2002", "date", "2002-11"),
    ("paragraphs 9 and 11 of Security Council resolution 1807 (2008)", "pinpoint", "paragraphs9and11"),
    ("resolution 61/106, annex I", "pinpoint", "annexI"),
    ("Article 51 of the Charter of the United Nations", "pinpoint", "Article51"),
    ("operative paragraph 2 (e) of resolution 1373 (2001)", "pinpoint", "operativeparagraph2(e)"),
    ("A/65/5, para. 12, says so", "pinpoint", "para.12"),
    ("resolution 78/250 B", "part", "B"),
    ("General Assembly resolution 57/32", "issuer", "ga"),
]


@pytest.mark.parametrize(("text", "field", "expected"), DETAILS, ids=[f"{r[1]}-{r[2]}" for r in DETAILS])
def test_details(text: str, field: str, expected: str) -> None:
    assert getattr(citations(text)[0], field) == expected


def test_a_part_belongs_to_the_document_that_is_named_with_it() -> None:
    first, second = citations("resolution 57/32, paragraph 4 of resolution 58/5")
    assert (first.pinpoint, second.pinpoint) == (None, "paragraph4")


def test_a_span_takes_in_the_issuer_before_it_and_nothing_behind_the_number() -> None:
    found = citations("Recalling Security Council resolutions 1325 (2000) of 31 October 2000 and 1820 (2008),")
    assert [each.span.text for each in found] == ["Security Council resolutions 1325 (2000)", "1820 (2008)"]


NAMED = [
    ("the Universal Declaration of Human Rights", [("A/RES/217(III)",)], "a name without marks"),
    ("the universal declaration of human rights", [("A/RES/217(III)",)], "a long name needs no capitals"),
    ("the Convention on the Rights of the Child. States parties to the Convention", [("A/RES/44/25",)] * 2, "short"),
    ("States parties to the Convention", [()], "a short form of nothing named before"),
    ("the Convention on the Rights of the Child and the Convention on Road Gravel. The Convention",
     [("A/RES/44/25",), (), ()], "a short form is the last one's, though that is not resolved"),
    ("the Convention on the Rights of the Child and its Optional Protocol", [("A/RES/44/25",), ()], "another short"),
    ("a convention on gravel", [], "no name"),
    ("resolution 57/32 was adopted. That resolution", [("A/RES/57/32",)] * 2, "a demonstrative"),
    ("That resolution", [()], "a demonstrative of nothing"),
    ("resolution 1996/31 was adopted. That resolution", [(), ()], "never across what is not resolved"),
    ("this resolution and the present resolution", [], "the document itself"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), NAMED, ids=[row[2] for row in NAMED])
def test_names(text: str, expected: list[tuple[str, ...]], reason: str) -> None:
    assert targets(text) == expected, reason


def test_the_charter_is_that_of_the_united_nations_unless_another_is_named() -> None:
    assert citations("the principles of the Charter")[0].instrument == "un-charter"
    own = citations("the African Charter on Democracy, Elections and Governance, and the Charter")
    assert [each.instrument for each in own] == ["african-democracy-charter"] * 2


def test_a_noun_alone_ends_where_no_title_goes_on() -> None:
    assert [each.span.text for each in citations("extend the Protocol to all States of Asia")] == ["Protocol"]


def test_a_declared_short_form_stands_for_its_instrument() -> None:
    found = citations("the Convention on the Rights of the Child (CRC), and the CRC again")
    assert [(each.span.text, each.targets) for each in found][1] == ("CRC", ("A/RES/44/25",))


RESOLUTION = """Resolution 1820 (2008)

The Security Council,

Recalling its resolution 1325 (2000) of 31 October 2000,

Reaffirming its resolution 1540 (2004) and welcoming resolution 57/32 of the General Assembly,

Noting the report submitted pursuant to resolution 58/5,

1. Decides to act as resolution 1807 (2008) provides;

2. Requests the Secretary-General to report on the implementation of resolution 1888 (2009).
"""


def test_what_a_resolution_does_to_what_it_cites() -> None:
    found = citations(RESOLUTION, name="S_RES_1820(2008).txt")
    functions = {each.targets[0]: each.function for each in found if each.targets and each.kind != "self"}
    assert functions == {
        "S/RES/1325(2000)": "recalls",
        "S/RES/1540(2004)": "reaffirms",
        "A/RES/57/32": "welcomes",
        "A/RES/58/5": "cites",
        "S/RES/1807(2008)": "cites",
        "S/RES/1888(2009)": "cites",
    }


def test_its_is_the_organ_that_speaks() -> None:
    text = "The Human Rights Council,\n\nRecalling its resolution 37/18,\n\n1. Decides to act."
    found = [each for each in citations(text, name="A_HRC_RES_40_1.txt") if each.kind != "self"]
    assert [each.targets for each in found] == [("A/HRC/RES/37/18",)]


def test_a_damaged_number_is_less_sure() -> None:
    assert [each.confidence for each in citations("resolutions 508 (1982) and S11 (1982)")] == [1.0, 0.8]


def test_apostrophes_and_blanks_of_print_do_not_matter() -> None:
    assert targets("General Assembly’s resolution\u00a057/32") == [("A/RES/57/32",)]


WHA, IAEA = "WHA65.4", "GC(59)/RES/9"
# Kind and first target ("" where there is none) of each record of a line.
KINDS = [
    ("en", "resolution 3367 A (XXX)", ["resolution A/RES/3367(XXX)"]),
    ("en", "resolutions 3419 A to C (XXX)", ["resolution A/RES/3419(XXX)"] * 3),
    ("en", "resolutions 31/6 A and B", ["resolution A/RES/31/6"] * 2),
    ("en", "General Assembly decisions 31/406 A to C", ["decision A/DEC/31/406"] * 3),
    ("en", "resolution 3362 (S-VII)", ["resolution A/RES/3362(S-VII)"]),
    ("en", "resolution 2252 (ES-V)", ["resolution A/RES/2252(ES-V)"]),
    ("en", "Human Rights Council decision 5/101", ["decision A/HRC/DEC/5/101"]),
    ("en", "General Assembly decision ES-7/11", ["decision A/DEC/ES-7/11"]),
    ("en", "Economic and Social Council resolution 1996/31 and decision 1997/1",
     ["resolution E/RES/1996/31", "decision E/DEC/1997/1"]),
    ("en", "documents S/4389 and Add.1-3", ["symbol S/4389", *(f"symbol S/4389/Add.{number}" for number in (1, 2, 3))]),
    ("en", "general recommendation No. 40 (CEDAW/C/GC/40)",
     ["recommendation CEDAW/C/GC/40", "symbol CEDAW/C/GC/40"]),
    ("en", "the Political Declaration (resolution 66/288, annex)",
     ["instrument A/RES/66/288", "resolution A/RES/66/288"]),
    ("en", f"resolution {WHA} and resolution {IAEA}", ["other-org", "other-org"]),
    ("en", "the relevant Security Council resolution on Mali", []),
    ("en", "statement by the President of the Security Council of 7 April 1994 (S/PRST/1994/16)",
     ["symbol S/PRST/1994/16"]),
    ("en", "the statement by the President of Ruritania of 7 April 1994", []),
    ("en", "presidential statements of 15 February 2013 and 29 August 2014", ["record", "record"]),
    ("fr", "les déclarations de son président en date du 15 février 2013 et du 29 août 2014", ["record", "record"]),
    ("es", "las declaraciones de su Presidencia de 15 de febrero de 2013 y 29 de agosto de 2014", ["record", "record"]),
    ("ru", "заявления Председателя от 15 февраля 2013 года и 29 августа 2014 года", ["record", "record"]),
    ("ar", "بياني رئيسه المؤرخين 15 شباط/فبراير 2013 و 29 آب/أغسطس 2014", ["record", "record"]),
    ("en", "Official Records of the Security Council, Third Year, Supplement for November 1948, document S/1100",
     ["record", "symbol S/1100"]),
    ("en", "Official Records of the General Assembly, Sixty-fifth Session, Supplement No. 5 (A/65/5)",
     ["record A/65/5", "symbol A/65/5"]),
    ("fr", "Documents officiels de l’Assemblée générale, soixante-cinquième session, Supplément no 5 (A/65/5)",
     ["record A/65/5", "symbol A/65/5"]),
    ("es", "Documentos Oficiales de la Asamblea General, sexagésimo quinto período de sesiones, Suplemento núm. 5 "
     "(A/65/5)", ["record A/65/5", "symbol A/65/5"]),
    ("ru", "Официальные отчеты Генеральной Ассамблеи, шестьдесят пятая сессия, Дополнение № 5 (A/65/5)",
     ["record A/65/5", "symbol A/65/5"]),
    ("ar", "الوثائق الرسمية للجمعية العامة، الدورة الخامسة والستون، الملحق رقم 5 (A/65/5)",
     ["record A/65/5", "symbol A/65/5"]),
    ("en", "the official records of the meeting", []),
    ("en", "United Nations publication, Sales No. E.02.II.D.12", ["record"]),
    ("fr", "publication des Nations Unies, numéro de vente : F.02.II.D.12", ["record"]),
    ("es", "publicación de las Naciones Unidas, núm. de venta S.02.II.D.12", ["record"]),
    ("ru", "издание Организации Объединенных Наций, в продаже под № R.02.II.D.12", ["record"]),
    ("ar", "منشورات الأمم المتحدة، رقم المبيع A.02.II.D.12", ["record"]),
    ("en", "United Nations, Treaty Series, vol. 75, No. 972", ["record"]),
    ("en", "A report (A/80/611). It has a table (ibid., para. 12).", ["symbol A/80/611", "anaphora A/80/611"]),
    ("en", "the reports (A/80/611 and A/80/612). A table (ibid., para. 12).",
     ["symbol A/80/611", "symbol A/80/612", "anaphora"]),
    ("en", "a table (ibid., para. 12)", ["anaphora"]),
    ("en", "in resolution 57/32. The same resolution", ["resolution A/RES/57/32", "anaphora A/RES/57/32"]),
    ("en", "the 1921 Ruritania Agreement, and the Agreement", ["instrument", "instrument"]),
    ("en", "that decision was taken. That recommendation", []),
    ("en", "the Lusaka Agreement of 5 May 2001", ["instrument"]),
    ("en", "the Optional Protocol to the Convention on the Rights of the Child on Gravel", ["instrument"]),
    ("en", "the Convention on Early Gravel, the Convention on Late Gravel", ["instrument", "instrument"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), KINDS, ids=[f"{r[0]}-{r[1][:40]}" for r in KINDS])
def test_kinds(language: str, text: str, expected: list[str]) -> None:
    found = citations(text, language)
    assert [" ".join([each.kind, *each.targets[:1]]) for each in found] == expected


UNSETTLED = [
    ("in violation of resolution 2118, and", ("S/RES/2118(2013)",), "only one"),
    ("resolution 1996/31", ("E/RES/1996/31", "E/CN.4/RES/1996/31", "E/CN.4/Sub.2/RES/1996/31"), "fits several"),
    ("Council resolution 9 (I)", ("E/RES/9(I)", "T/RES/9(I)"), "fits several"),
    ("African Union Peace and Security Council resolution 1325 (2000)", (), "the body named"),
    ("Governing Council decision 267 (2009)", (), "the body named"),
    ("general recommendation No. 30", (), "not named"),
]


@pytest.mark.parametrize(("text", "candidates", "reason"), UNSETTLED, ids=[row[0][:30] for row in UNSETTLED])
def test_what_a_number_may_be(text: str, candidates: tuple[str, ...], reason: str) -> None:
    (found,) = citations(text)
    assert (found.targets, found.candidates) == ((), candidates)
    assert reason in str(found.reason)


DATES = [
    ("resolutions 55/2 and 60/1 of 8 September 2000 and 16 September 2005", ["2000-09-08", "2005-09-16"]),
    ("resolutions 186 (1964) of 4 March and 187 (1964) of 13 March 1964", ["1964-03-04", "1964-03-13"]),
    ("resolutions 282 (1970) of 23 July, 283 (1970) and 284 (1970) of 29 July 1970",
     ["1970-07-23", "1970-07-29", "1970-07-29"]),
    ("resolutions 385 (1976) and 431 (1978) of 27 July 1978", [None, "1978-07-27"]),
    ("resolution 57/32 of 4 March", [None]),
    ("the Agreement on Gravel of 8 May 2001", ["2001-05-08"]),
    ("the Convention on the Rights of the Child of 8 May 2001", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates"), DATES, ids=[row[0][:45] for row in DATES])
def test_dates(text: str, dates: list[str | None]) -> None:
    assert [each.date for each in citations(text)] == dates


PARTS = [
    ("en", "resolution 57/32 of the General Assembly, annex", "annex"),
    ("fr", "la résolution 3235 (XXIX) de l’Assemblée générale, annexe", "annexe"),
    ("en", "section II.E of resolution 57/32", "sectionII.E"),
    ("en", "S/1453, p. 14", "p.14"),
    ("en", "resolution 57/32 of 8 May 2002, paragraph 4 of it", None),
]


@pytest.mark.parametrize(("language", "text", "part"), PARTS, ids=[row[1][:40] for row in PARTS])
def test_parts(language: str, text: str, part: str | None) -> None:
    assert citations(text, language)[0].pinpoint == part


FUNCTIONS = [
    ("Recalling its resolution 57/32, and resolution 58/5 of 8 May 2003,", ["recalls", "recalls"]),
    ("Recalling its resolutions on gravel, in particular resolution 57/32,", ["recalls"]),
    ("Noting the report of the Committee established by resolution 57/32,", ["cites"]),
    ("Considering that all obligations under resolution 57/32 remain,", ["cites"]),
    ("Reaffirming the right to gravel in accordance with resolution 57/32,", ["cites"]),
    ("Guided by the purposes and principles of the Charter of the United Nations,", ["pursuant-to"]),
    ("Taking note of resolution 57/32 and of the steps taken to comply with resolution 58/5,", ["notes", "cites"]),
    ("Reaffirming paragraph 4 of resolution 57/32,", ["reaffirms"]),
    ("Having considered the report on gravel pursuant to resolution 57/32 (A/58/1),", ["cites", "notes"]),
    ("Recalling the letters of Ruritania (A/58/1) and of Elbonia (A/58/2),", ["recalls", "recalls"]),
    ("Noting the report of the Committee established by resolution 57/32 (A/RES/57/32),", ["cites", "cites"]),
    ("Deploring the attacks described by Ruritania (A/58/1),", ["cites"]),
]


@pytest.mark.parametrize(("text", "functions"), FUNCTIONS, ids=[row[0][:40] for row in FUNCTIONS])
def test_an_act_is_done_to_the_document_itself(text: str, functions: list[str]) -> None:
    found = citations(f"The General Assembly,\n\n{text}\n\n1. Decides to act.", name="A_RES_60_1.txt")
    assert [each.function for each in found if each.kind != "self"] == functions


NOTED = """The General Assembly,

Having considered the report of the Secretary-General,1

Recalling the Lusaka Declaration on Gravel,2 and its resolution 57/32 on the Charter,3

1. Decides to act.

_______________
1 A/65/123.
2 See A/CONF.9/1.
3 Adopted without a vote.
"""


def test_footnotes_are_bound_both_ways() -> None:
    found = citations(NOTED, name="A_RES_65_1.txt")
    called = {each.footnote_ref: (each.kind, each.targets) for each in found if each.footnote_ref}
    assert called == {
        "1": ("record", ("A/65/123",)),
        "2": ("instrument", ("A/CONF.9/1",)),
        "3": ("instrument", ()),
    }


IN_OTHER_LANGUAGES = [
    ("fr", "L’Assemblée générale,", "Rappelant sa résolution 57/32,", ["recalls"]),
    ("fr", "L’Assemblée générale,", "Prenant note du rapport du Comité créé par la résolution 57/32,", ["cites"]),
    ("es", "La Asamblea General,", "Recordando la carta de Ruritania (A/58/1),", ["recalls"]),
    ("es", "La Asamblea General,", "Tomando nota del informe sobre la aplicación de la resolución 57/32,", ["cites"]),
    ("ru", "Генеральная Ассамблея,", "ссылаясь на свою резолюцию 57/32,", ["recalls"]),
    ("ru", "Генеральная Ассамблея,", "рассмотрев доклад Генерального секретаря (A/58/1),", ["notes"]),
]


@pytest.mark.parametrize(("language", "organ", "text", "functions"), IN_OTHER_LANGUAGES)
def test_acts_in_other_languages(language: str, organ: str, text: str, functions: list[str]) -> None:
    found = citations(f"{organ}\n\n{text}\n\n", language, "A_RES_60_1.txt")
    assert [each.function for each in found if each.kind != "self"] == functions
