"""Actors in languages with blanks between words: names, short forms, officers, shapes, and what is none."""

from bisect import bisect_right
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from corpus import read_text
from extract.abbreviations import abbreviations
from extract.actors import find_actors, to_records
from extract.reading import Reading


def read(text):
    reading = Reading(read_text(text, "a.txt"))
    return reading, find_actors(reading, abbreviations(reading))


def found(text):
    reading, mentions = read(text)
    return [(reading.text[m.start : m.end], m.entity) for m in mentions]


SC = "The Security Council,\n\n"

NAMES = [
    # the longest name, none inside it; the article stays outside
    ("the United Nations Development Programme and the United Nations",
     [("United Nations Development Programme", "undp"),
                                                                        ("United Nations", "un")]),
    # the United Nations in the name of a body of theirs, before it and behind it
    ("the United Nations Commission on the Status of Women",
     [("United Nations Commission on the Status of Women", "csw")]),
    ("the General Assembly of the United Nations", [("General Assembly of the United Nations", "ga")]),
    ("Member States and the United Nations", [("Member States", "member-states"), ("United Nations", "un")]),
    # whole words only
    ("the Niger, Nigeria and the Nigerians", [("Niger", "state:niger"), ("Nigeria", "state:nigeria")]),
    # the adjective of a State speaks of it
    ("the Romanian and Omani delegations", [("Romanian", "state:romania"), ("Omani", "state:oman")]),
    ("what the WHO said to whom", [("WHO", "who")]),
    # typographic variants of apostrophe, hyphen and blank
    ("the authority of Côte d’Ivoire, Guinea‑Bissau and the  Security Council",
     [("Côte d’Ivoire", "state:cote-divoire"), ("Guinea-Bissau", "state:guinea-bissau"), ("Security Council", "sc")]),
    ("the United Nations Peace-keeping Force in Cyprus", [("United Nations Peace-keeping Force in Cyprus", "unficyp")]),
    ("the European Union-facilitated dialogue", [("European Union", "eu")]),
    # the marker of a footnote is glued to the name
    ("as noted by the Security Council3 and others", [("Security Council", "sc")]),
    # strings that hold a name by chance
    ("the Gulf of Guinea, Lake Chad and Mexico City", []),
    # common nouns in lower case are no bodies
    ("a committee, the council and the commission were established", []),
    ("official development assistance (ODA) of the ODA kind", []),
    # part of a longer name
    ("data of the Provisional Technical Secretariat of the year", []),
]  # fmt: skip

COLLECTIVES = [
    ("Calls upon Member States and all States", [("Member States", "member-states"), ("all States", "states")]),
    ("Non-governmental organizations and civil society", [("Non-governmental organizations", "ngos"),
                                                          ("civil society", "civil-society")]),
    ("the specialized agencies and the private sector", [("specialized agencies", "specialized-agencies"),
                                                         ("private sector", "private-sector")]),
    # a longer name begins inside
    ("urges all States members of the United Nations", [("States members of the United Nations", "member-states")]),
    # some of them only, or another word
    ("both States and these States and African States", []),
    ("the parties to the conflict, the actors and government policies", []),
    ("the military observers of the United Nations", [("United Nations", "un")]),
]  # fmt: skip

OFFICERS = [
    ("the Executive Director of UNICEF and the UNDP Administrator", [("Executive Director of UNICEF", "unicef:head"),
                                                                     ("UNDP Administrator", "undp:head")]),
    ("the Secretary-General and the Secretary-General of the League of Arab States",
     [("Secretary-General", "sg"), ("Secretary-General of the League of Arab States", "las:sg")]),
    ("the Special Representative of the Secretary-General for Liberia",
     [("Special Representative of the Secretary-General for Liberia", "sg:special-representative:liberia")]),
    ("the President of the Security Council", [("President of the Security Council", "sc-president")]),
    (SC + "Recalling the statement by the President of the Council",
     [("Security Council", "sc"), ("President of the Council", "sc-president")]),
    ("the Chair of the Committee against Torture", [("Chair of the Committee against Torture", "cat-committee:chair")]),
    # the office is left, the State is there
    ("the Permanent Representative of Nigeria to the United Nations", [("Nigeria", "state:nigeria"),
                                                                      ("United Nations", "un")]),
    ("the Permanent Mission of Nigeria to the United Nations",
     [("Nigeria", "state:nigeria"), ("United Nations", "un")]),
    # heads of State are no officers of a body
    ("the President of Mali", [("Mali", "state:mali")]),
    # the title belongs to a committee
    ("the Chairman of the Security Council Committee", [("Security Council", "sc")]),
]  # fmt: skip

STATES = [
    ("the Government of Mali and the authorities of South Sudan", [("Government of Mali", "state:mali"),
                                                                  ("authorities of South Sudan", "state:south-sudan")]),
    ("the National Transitional Government of Liberia",
     [("National Transitional Government of Liberia", "state:liberia")]),
    ("the National Assembly of Nigeria", [("National Assembly of Nigeria", "parliament:nigeria")]),
    ("the Ministry of Justice of Mali", [("Ministry of Justice of Mali", "state:mali:ministry-of-justice")]),
    # a national body where the paragraph opens with its State, and not where it does not
    ("In Liberia, the National Elections Commission met", [("Liberia", "state:liberia"),
                                                           ("National Elections Commission",
                                                            "state:liberia:national-elections-commission")]),
    ("the fact that South Africa has imposed a Constituent Assembly", [("South Africa", "state:south-africa")]),
    # movements and parties are not the State's
    ("the Patriotic Front of Zimbabwe", [("Patriotic Front of Zimbabwe", "unlisted:patriotic-front-of-zimbabwe")]),
]  # fmt: skip

TITLES = [
    ("the purposes of the Charter of the United Nations", []),
    ("the Statute of the International Court of Justice", []),
    ("the Convention against the Taking of Hostages and the United Nations Convention on the Law of the Sea", []),
    ("See Official Records of the Security Council", []),
    # a body named after an instrument is one
    ("the Conference of the Parties to the Convention on Biological Diversity",
     [("Conference of the Parties to the Convention on Biological Diversity", "cop-cbd")]),
]  # fmt: skip

SHAPES = [
    ("the South West Africa People’s Organization", [("South West Africa People’s Organization",
                                                      "unlisted:south-west-africa-peoples-organization")]),
    ("the Panel of Experts on Liberia and the Leiden University",
     [("Panel of Experts on Liberia", "unlisted:panel-of-experts-on-liberia"),
      ("Leiden University", "unlisted:leiden-university")]),
    ("the Appeals Chamber of the International Tribunal for the Former Yugoslavia",
     [("Appeals Chamber of the International Tribunal for the Former Yugoslavia", "icty:appeals-chamber")]),
    ("the WHO Expert Committee on Drug Dependence", [("WHO Expert Committee on Drug Dependence",
                                                      "who:expert-committee-on-drug-dependence")]),
    # a body of two States, of none of them
    ("the Israel-Lebanon Mixed Armistice Commission", [("Israel-Lebanon Mixed Armistice Commission",
                                                        "unlisted:israel-lebanon-mixed-armistice-commission")]),
    # a capital at the beginning of a sentence is no sign
    ("Requests Leiden University to report. Both committees agreed.",
     [("Leiden University", "unlisted:leiden-university")]),
    ("The Committees met. Committee rules apply.", []),
    # the end of the name cannot be told
    ("the Special Committee on the Policies of apartheid", []),
    ("the United Nations Palestine Commission met. The Palestine Commission left",
     [("United Nations Palestine Commission", "un:palestine-commission"),
      ("Palestine Commission", "un:palestine-commission")]),
    # words of a listed name left out
    ("the United Nations Interim Administration Mission in Kosovo and the United Nations Mission in Kosovo",
     [("United Nations Interim Administration Mission in Kosovo", "unmik"),
      ("United Nations Mission in Kosovo", "unmik")]),
    # nothing tells one such body from others
    ("a Steering Committee and an Executive Board and a Working Group", []),
    # States that were, funds, agreements
    ("the Trust Fund for Development and the General Armistice Agreement", []),
]  # fmt: skip

ADJECTIVES = [
    ("Israeli forces near Lebanese territory and the Syrian people",
     [("Israeli", "state:israel"), ("Lebanese", "state:lebanon"), ("Syrian", "state:syria")]),
    ("the Israeli Government and the South African authorities",
     [("Israeli Government", "state:israel"), ("South African authorities", "state:south-africa")]),
    # a language too: only beside what belongs to a State
    ("the French delegation and Russian armed forces",
     [("French", "state:france"), ("Russian", "state:russian-federation")]),
    ("submitted in English, French and Russian only; the French version and the Chinese text", []),
    ("the tours are offered in Polish, Swedish and Norwegian", []),
    # two States have it, or a continent
    ("Korean and Congolese refugees, the American Convention, Latin American forces", []),
    # a people beyond the State, its money, seas and islands
    ("the Turkish Cypriot community and the Turkish Republic of Northern Cyprus", []),
    ("100 Swiss francs and the British Virgin Islands", [("British Virgin Islands", "state:british-virgin-islands")]),
    ("the occupied Palestinian territory", []),
    # the word for its nationals is no name of the State
    ("two Syrians and the Israelis", []),
    # a compound
    ("the Israeli-Palestinian dialogue in the city", []),
    # one entity with what belongs to it
    ("the Ukrainian Ministry of Justice", [("Ukrainian Ministry of Justice", "state:ukraine:ministry-of-justice")]),
]  # fmt: skip

HOUSE = [
    # an organ or officer of the United Nations is named with it
    ("The Secretary-General shall inform the Organization",
     [("Secretary-General", "sg"), ("Organization", "un")]),
    # an association that speaks of itself
    ("The Organization has four offices in the country", []),
    # a number that only one organ gives
    ("the requirements of Council resolution 1540 (2004) and Assembly resolution 68/262",
     [("Council", "sc"), ("Assembly", "ga")]),
    ("the requirements of Council resolution 2004/12", []),
    ("As the Council requested in its resolution 2118 (2013)", [("Council", "sc")]),
    ("As the Council requested, recalling resolution 2118 (2013)", []),
    # a secretariat that may be that of a treaty, and one that is that of another body
    ("Requests the Secretariat to inform the Parties", [("Secretariat", None)]),
    ("the ECCAS Secretariat and the Secretariat", [("ECCAS Secretariat", "eccas:secretariat"),
                                                   ("Secretariat", "secretariat")]),
    ("the National Security Council", []),
    ("the Islamic State in Iraq and the Levant", []),
    # the former name of a State, and States of the same name
    ("the Ukrainian SSR, Congo (Leopoldville) and Democratic Yemen",
     [("Ukrainian SSR", "state:ukraine"), ("Congo (Leopoldville)", "state:drc")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*NAMES, *COLLECTIVES, *OFFICERS, *STATES, *TITLES, *SHAPES, *ADJECTIVES, *HOUSE]
)
def test_found_in_english(text, expected):
    assert found(text + ".") == expected


NOUNS = [
    # the organ that issues the document
    (SC + "1. Decides that the Council shall meet.", [("Security Council", "sc"), ("Council", "sc")]),
    (SC + "1. Recalls Council resolution 435 (1978).", [("Security Council", "sc"), ("Council", "sc")]),
    (SC + "1. Decides to report to the Council on the implementation of this resolution.",
     [("Security Council", "sc"), ("Council", "sc")]),
    # two fit
    (SC + "1. Invites the Economic and Social Council to inform the Council.",
     [("Security Council", "sc"), ("Economic and Social Council", "ecosoc"), ("Council", None)]),
    # the last one named
    ("The Peacebuilding Commission met. The Commission agreed.", [("Peacebuilding Commission", "pbc"),
                                                                   ("Commission", "pbc")]),
    # none is named
    ("The Commission agreed with the Board.", []),
    # a longer name
    ("The Peacebuilding Commission met the Commission of Foo.", [("Peacebuilding Commission", "pbc"),
                                                                ("Commission of Foo", "unlisted:commission-of-foo")]),
    # named after its resolution
    ("the Committee established pursuant to resolution 1267 (1999)",
     [("Committee established pursuant to resolution 1267 (1999)", "sc-1267")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_nouns_that_stand_for_bodies(text, expected):
    assert found(text) == expected


def test_a_noun_that_two_bodies_fit_keeps_both():
    _, mentions = read(SC + "1. Invites the Economic and Social Council to inform the Council.")
    assert mentions[-1].entity is None
    assert mentions[-1].candidates == ("ecosoc", "sc")


def test_declared_short_form_holds_for_the_document():
    text = "1. The Alpha Beta Council (ABC) met.\n\n2. ABC and the ABC President agreed.\n"
    entity = "unlisted:alpha-beta-council"
    assert found(text) == [
        ("Alpha Beta Council", entity), ("ABC", entity), ("ABC", entity), ("ABC President", entity + ":chair"),
    ]  # fmt: skip
    _, mentions = read(text)
    assert [(m.form, m.defines) for m in mentions] == [
        ("full", True), ("abbrev", True), ("abbrev", False), ("abbrev", False),
    ]  # fmt: skip


def test_declared_noun_holds_against_what_is_nearer():
    text = "The United Nations Mission in Liberia (“the Mission”) met. The United Nations Mission in Sierra Leone left."
    text += " The Mission stays."
    assert found(text)[-1] == ("Mission", "unmil")


DECLARATIONS = [
    ("the United Nations Development Programme (UNDP)", [("United Nations Development Programme", "UNDP", "undp")]),
    ("the Organization of African Unity (OAU)", [("Organization of African Unity", "OAU", "oau")]),
    ("the Office for the Coordination of Humanitarian Affairs of the Secretariat (OCHA)",
     [("Office for the Coordination of Humanitarian Affairs of the Secretariat", "OCHA", "ocha")]),
    ("the Alpha Commission on Beta Law (hereinafter “the Commission”)",
     [("Alpha Commission on Beta Law", "Commission", "unlisted:alpha-commission-on-beta-law")]),
    # no body
    ("growth of gross domestic product (GDP)", [("gross domestic product", "GDP", None)]),
    # other brackets
    ("resolution 2625 (XXV) of the General Assembly (fifty-fourth session) and Kofi Annan (Ghana)", []),
    ("the United Nations (UNDP)", []),
    ("the Security Council (S/12869) in Mali (2013)", []),
    ("le Programme des Nations Unies pour le développement (PNUD) et la santé dans les pays",
     [("Programme des Nations Unies pour le développement", "PNUD", "undp")]),
    ("el Programa de las Naciones Unidas para el Desarrollo (PNUD) y la salud en los países",
     [("Programa de las Naciones Unidas para el Desarrollo", "PNUD", "undp")]),
    # the short form is known and the name printed is not; the noun is the same, and is not
    ("the United Nations Assistance Mission to Liberia (UNMIL)",
     [("United Nations Assistance Mission to Liberia", "UNMIL", "unmil")]),
    ("the Alpha Council (UNMIL) in the country", []),
    ("Программа развития Организации Объединенных Наций (ПРООН)",
     [("Программа развития Организации Объединенных Наций", "ПРООН", "undp")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DECLARATIONS)
def test_declarations(text, expected):
    reading = Reading(read_text(text + ".", "a.txt"))
    assert [(a.full, a.short, a.entity) for a in abbreviations(reading)] == expected


OTHERS = [
    ("fr", "Le Gouvernement de la Côte d’Ivoire et l’Assemblée générale avec les États Membres",
     ["state:cote-divoire", "ga", "member-states"]),
    ("fr", "Le Directeur général de l’Organisation mondiale de la Santé est en France pour la conférence des pays",
     ["who:head", "state:france"]),
    ("fr", "Le Conseil de sécurité des Nations Unies et la Déclaration des Nations Unies sur les droits des peuples",
     ["sc"]),
    ("fr", "Un Bureau inconnu des Nations Unies est dans les pays avec l’aide des Nations Unies", ["un"]),
    ("es", "El Gobierno de Malí y la Asamblea General con los Estados Miembros en las Naciones Unidas",
     ["state:mali", "ga", "member-states", "un"]),
    ("ru", "Совет Безопасности, Правительство Мали и Генеральный секретарь", ["sc", "state:mali", "sg"]),
    # adjectives of States, on either side of the noun, and a ministry
    ("fr", "Le Gouvernement soudanais et les forces françaises, la délégation russe et le texte russe dans les pays",
     ["state:sudan", "state:france", "state:russian-federation"]),
    ("fr", "Le Ministère des affaires étrangères de l’Ukraine et le Territoire palestinien occupé, dans les pays",
     ["state:ukraine:ministère-des-affaires-étrangères"]),
    ("fr", "Les visites dans les pays se font en polonais, norvégien et suédois", []),
    ("es", "El pueblo sirio y las fuerzas israelíes con el idioma francés y la Reunión en los países",
     ["state:syria", "state:israel"]),
    ("ru", "Вооруженные силы Мали, сирийские власти и на французском языке, турецкой армии",
     ["state:mali", "state:syria", "state:turkiye"]),
    ("ru", "Постоянный представитель принял резолюцию 2118 (2013) Совета в Центральных учреждениях"
     " Организации Объединенных Наций", ["sc", "un"]),
    ("ar", "القوات الإسرائيلية والحكومة السورية في الأراضي اللبنانية",
     ["state:israel", "state:syria", "state:lebanon"]),
    ("ar", "القبارصة الأتراك والجانب القبرصي التركي في الجزيرة", []),
    # a name that is an ordinary word as well
    ("ar", "دعم سياسي وتقني ومالي من البلد في مالي", ["state:mali"]),
    # a noun alone
    ("ar", "اجتمع مجلس الأمن في البلد. وقرر المجلس أن يجتمع", ["sc", "sc"]),
    # spellings of older files
    ("ru", "Программа ООНХабитат и Группа неприсоединившихся государств -- участников Договора",
     ["unhabitat", "npt-nam-group"]),
    # the registry's officer, though Russian inflects the name of the body
    ("ru", "Комитет против пыток и заявление Председателя Совета. Совет Безопасности принял решение",
     ["cat-committee", "sc"]),
    # one-word prefixes, an assimilated article, other forms of a letter
    ("ar", "تعمل الأمم المتحدة ومجلس الأمن في مالي مع حكومة مالي", ["un", "sc", "state:mali", "state:mali"]),
    ("ar", "الأمين العام للأمم المتحدة والدول الأعضاء", ["sg", "member-states"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), OTHERS)
def test_one_entity_in_all_languages(language, text, expected):
    reading, mentions = read(text + ".")
    assert reading.document.language == language
    assert [mention.entity for mention in mentions] == expected


def test_roles():
    text = (
        "Sixty-ninth session\n\nAustria, Brazil and China: draft resolution\n\nThe General Assembly,\n\n"
        "1. Welcomes the meeting in Mali with Ghana;\n"
    )
    _, mentions = read(text)
    assert [(m.entity, m.role) for m in mentions if m.actor_type == "state"] == [
        ("state:austria", "sponsor"), ("state:brazil", "sponsor"), ("state:china", "sponsor"),
        ("state:mali", "place"), ("state:ghana", None),
    ]  # fmt: skip


def test_records():
    reading, mentions = read("1. The OAU welcomes the Alpha Beta Institute.\n")
    first, second = to_records(mentions, reading)
    assert (first.name, first.name_en, first.form) == ("Organization of African Unity",) * 2 + ("abbrev",)
    assert (second.name, second.entity, second.paragraph) == (
        "Alpha Beta Institute",
        "unlisted:alpha-beta-institute",
        "1",
    )


def test_mentions_do_not_overlap():
    text = "\n\n".join(one for one, _ in [*NAMES, *COLLECTIVES, *OFFICERS, *STATES, *TITLES, *SHAPES, *NOUNS])
    _, mentions = read(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert len(mentions) > 30


LINES = Path(__file__).resolve().parents[2] / "shared" / "data" / "six-languages"
READ = 600


def entities_by_line(language):
    """The entities named in each of the first lines of the aligned corpus, a line read as a paragraph."""
    lines = (LINES / f"UNv1.0.devset.{language}").read_text(encoding="utf-8").split("\n")[:READ]
    source = "\n\n".join(line.strip() or "." for line in lines)
    starts = [0, *accumulate(len(line.strip() or ".") + 2 for line in lines)]
    document = read_text(source, "lines.txt")
    reading = Reading(document)
    named = [set() for _ in lines]
    for mention in find_actors(reading, abbreviations(reading)):
        if mention.entity is not None and mention.actor_type != "generic":
            named[bisect_right(starts, document.source_span(mention.start, mention.end)[0]) - 1].add(mention.entity)
    return named


@pytest.mark.parametrize(("language", "least"), [("en", 0.87), ("fr", 0.81), ("es", 0.86), ("ru", 0.86), ("ar", 0.83)])
def test_six_languages_of_a_line_name_the_same_bodies(language, least):
    if not LINES.is_dir():
        pytest.skip(f"the aligned corpus is not at {LINES}")
    pairs = list(zip(entities_by_line("zh"), entities_by_line(language), strict=True))
    both = sum(len(first & second) for first, second in pairs)
    assert both / sum(len(first) for first, _ in pairs) > least
    assert both / sum(len(second) for _, second in pairs) > 0.75
