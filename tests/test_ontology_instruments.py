"""The registry of instruments: names without marks, symbols that parse, and only such as a source gives."""

import re
from collections import Counter

import pytest

from ontology.actors import actors
from ontology.errors import UnknownTermError
from ontology.instruments import INSTRUMENT_KINDS, Instrument, instruments
from ontology.registry import LANGUAGES, read_lines
from ontology.symbol import parse

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
