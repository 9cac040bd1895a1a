"""The registry of instruments: names without marks, symbols that parse, and only such as a source gives."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from extract.gazetteer import Gazetteer
from ontology.actors import actors
from ontology.errors import UnknownTermError
from ontology.forms import INFLECTED, instrument_forms
from ontology.instruments import INSTRUMENT_KINDS, Instrument, InstrumentRegistry, instruments
from ontology.registry import LANGUAGES, RegistryError, read_lines
from ontology.symbol import parse

SIX = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "six-languages"
needs_aligned_lines = pytest.mark.skipif(not SIX.is_dir(), reason="the aligned lines are not on this machine")

CARRIED = [
    # (surface in Chinese, symbols, part, reason)
    ("联合国宪章", (), None, "the Charter has no symbol"),
    ("世界人权宣言", ("A/RES/217(III)",), "A", "a lettered part of a resolution"),
    ("2030年可持续发展议程", ("A/RES/70/1",), None, "the usual name, not the full title"),
    ("2030年议程", ("A/RES/70/1",), None, "short in any document"),
    ("仙台减少灾害风险框架", ("A/RES/69/283",), None, "without its years"),
    ("亚的斯亚贝巴行动议程", ("A/RES/69/313",), None, "without the conference"),
    ("2005年世界首脑会议成果", ("A/RES/60/1",), None, "a year before the name belongs to it"),
    ("维也纳宣言和行动纲领", ("A/CONF.157/24(PartI)",), None, "a conference report"),
    ("联合国同各国议会联盟的合作协定", ("A/51/402",), None, "a document of the Assembly"),
    ("日内瓦四公约", (), None, "no document of the United Nations"),
]

TOO_SHORT = ["公约", "宣言", "议定书", "协定", "契约", "议程", "行动纲领", "Convention", "Declaration", "Protocol"]


@pytest.mark.parametrize(("text", "symbols", "part", "reason"), CARRIED)
def test_a_name_leads_to_the_document(text: str, symbols: tuple[str, ...], part: str | None, reason: str) -> None:
    (surface,) = [s for s in instruments().surfaces("zh") if s.text == text]
    instrument = instruments()[surface.entity]
    assert (instrument.symbols, instrument.part) == (symbols, part), reason


def test_there_are_many() -> None:
    assert len(instruments()) >= 150


def test_ids_kinds_and_fields() -> None:
    known = set(Instrument.__dataclass_fields__)
    for line in read_lines("instruments.jsonl"):
        assert set(line) <= known, line["id"]
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", line["id"])
        assert line["kind"] in INSTRUMENT_KINDS
    keys = list(instruments())
    assert keys == sorted(keys)


def test_names_are_bare() -> None:
    for language in LANGUAGES:
        surfaces = instruments().surfaces(language)
        assert [s.text for s in surfaces if s.text != s.text.strip() or re.search("[《》]", s.text)] == []
        assert [text for text, count in Counter(s.text for s in surfaces if not s.shared).items() if count > 1] == []
    assert [s.text for s in instruments().surfaces("zh") if re.search(r"\s|[（）]", s.text)] == []


def test_every_instrument_has_a_chinese_and_an_english_name() -> None:
    registry = instruments()
    assert [key for key in registry if not (registry.name(key, "zh") and registry.name(key, "en"))] == []


@pytest.mark.parametrize("text", TOO_SHORT)
def test_heads_that_depend_on_the_context_are_no_surfaces(text: str) -> None:
    assert text not in {s.text for language in LANGUAGES for s in instruments().surfaces(language)}


def test_symbols_are_canonical_and_have_a_source() -> None:
    for instrument in instruments().values():
        for symbol in (*instrument.symbols, *instrument.alternatives):
            assert str(parse(symbol)) == symbol, instrument.id
        if instrument.symbols or instrument.alternatives:
            assert instrument.source, instrument.id
        if instrument.part:
            assert instrument.symbols, instrument.id


def test_dates_are_iso_and_adopters_known() -> None:
    for instrument in instruments().values():
        assert instrument.date is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", instrument.date), instrument.id
        assert instrument.adopted_by is None or instrument.adopted_by in actors(), instrument.id


def test_a_general_assembly_resolution_was_adopted_in_its_session() -> None:
    for instrument in instruments().values():
        for symbol in instrument.symbols:
            found = re.fullmatch(r"A/RES/(\d+)/\d+", symbol)
            if found and instrument.date:
                assert int(instrument.date[:4]) - int(found[1]) in (1945, 1946), instrument.id


def test_unknown_terms_raise() -> None:
    with pytest.raises(UnknownTermError):
        instruments()["no-such-treaty"]
    assert instruments().carried_by("A/RES/1/1") == ()
    assert [instrument.id for instrument in instruments().carried_by("A/RES/60/1")] == ["2005-outcome"]


IN_RUNNING_TEXT = [
    # (language, words, ids, reason)
    ("en", "in the Charter of the United Nations and the 2030 Agenda", ["un-charter", "2030-agenda"], "a short form"),
    ("en", "parties to the United Nations Convention on the Law of the Sea of 10 December 1982", ["unclos"], "dated"),
    ("en", "the Charter of the company and the Platform for Action", [], "ordinary words"),
    ("en", "under the Inter-American Convention against Corruption", ["iac-corruption"], "not the United Nations one"),
    ("en", "the Addis Ababa Action Agenda, the Sendai Framework", ["addis-agenda", "sendai-framework"], "two"),
    ("fr", "conformément à la Charte des Nations Unies et au Programme 2030", ["un-charter", "2030-agenda"], "au"),
    ("fr", "la Déclaration et du Programme d'action de Beijing", ["beijing-declaration-platform"], "two articles"),
    ("es", "en virtud de la Convención sobre los derechos del niño", ["crc"], "capitals as in a sentence"),
    ("es", "en virtud de la Convención sobre los Derechos del Niño", ["crc"], "capitals as in a title"),
    ("ru", "в соответствии с Уставом Организации Объединенных Наций", ["un-charter"], "instrumental"),
    ("ru", "участники Конвенции о правах ребенка", ["crc"], "genitive"),
    ("ru", "в Венской декларации и Программе действий", ["vienna-declaration"], "two heads in one case"),
    ("ru", "цели Всемирной программы действий, касающейся молодежи", ["youth-programme"], "with its participle"),
    ("ar", "وفقا لميثاق الأمم المتحدة", ["un-charter"], "a preposition written together"),
    ("ar", "وفقا للإعلان العالمي لحقوق الإنسان", ["udhr"], "the article after a preposition"),
    ("zh", "日内瓦可持续住房联合国宪章", ["geneva-housing-charter"], "not the Charter inside it"),
]  # fmt: skip


@cache
def _names(language: str) -> Gazetteer[str]:
    return Gazetteer({
        surface.text: surface.entity
        for surface in instruments().surfaces(language)
        if not (surface.weak or surface.shared)
    })  # fmt: skip


@pytest.mark.parametrize(("language", "words", "ids", "reason"), IN_RUNNING_TEXT)
def test_names_as_running_text_prints_them(language: str, words: str, ids: list[str], reason: str) -> None:
    assert [known for _, _, known in _names(language).find(words)] == ids, reason


@pytest.mark.parametrize(
    "text", ["Charter", "宪章", "Charte", "Carta", "Устав", "Устава", "Уставом", "الميثاق", "للميثاق"]
)
def test_an_ordinary_word_is_weak_in_every_form(text: str) -> None:
    found = [s for language in LANGUAGES for s in instruments().surfaces(language) if s.text == text]
    assert found
    assert all(s.weak for s in found)


@pytest.mark.parametrize("language", INFLECTED)
def test_forms_inflect_names_of_the_registry(language: str) -> None:
    listed = {
        text
        for each in instruments().values()
        for texts in (each.names, each.short)
        for text in texts.get(language, ())
    }
    assert set(instrument_forms(language)) <= listed
    assert [line["name"] for line in read_lines(f"instrument-forms-{language}.jsonl")] == sorted(
        instrument_forms(language)
    )


def test_a_form_that_names_another_instrument_is_refused() -> None:
    two = [
        Instrument(id="a", kind="pact", names={"ru": ("Пакт",)}, short={}),
        Instrument(id="b", kind="pact", names={"ru": ("Пакта",)}, short={}),
    ]
    with pytest.raises(RegistryError, match="is also one of 'b'"):
        InstrumentRegistry(two, lambda _: {"Пакт": ("Пакта",)}).surfaces("ru")


@pytest.mark.parametrize(("language", "share"), [("en", 1.0), ("fr", 0.98), ("es", 0.98), ("ru", 0.98), ("ar", 0.85)])
def test_nearly_every_instrument_can_be_named_in_every_language(language: str, share: float) -> None:
    named = {surface.entity for surface in instruments().surfaces(language)}
    assert len(named) >= share * len(instruments())


def _lines(language: str) -> Iterator[set[str]]:
    """Give the instruments named in each line, of texts whose characters are made plain as a reader does."""
    plain = str.maketrans({"’": "'", "\u00a0": " ", "（": "(", "）": ")", "《": None, "》": None})
    names = _names(language)
    decoys = instruments().decoys(language)
    for line in (SIX / f"UNv1.0.devset.{language}").read_text(encoding="utf-8").splitlines():
        text = re.sub("[\u064b-\u0652\u0640]", "", line.translate(plain))
        text = re.sub(r"\s", "", text) if language == "zh" else text
        yield {known for _, _, known in names.find(text) if not any(d in text and known == i for d, i in decoys)}


@needs_aligned_lines
@pytest.mark.parametrize(("language", "share"), [("en", 0.84), ("fr", 0.77), ("es", 0.77), ("ru", 0.81), ("ar", 0.82)])
def test_aligned_lines_name_the_same_instruments(language: str, share: float) -> None:
    """Of what the Chinese line names; the rest is mostly named by a short form there (the Treaty, the Covenant)."""
    pairs = list(zip(_lines("zh"), _lines(language), strict=True))
    named = sum(len(chinese) for chinese, _ in pairs)
    assert sum(len(chinese & other) for chinese, other in pairs) >= share * named
