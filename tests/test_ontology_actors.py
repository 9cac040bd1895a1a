"""The registry of actors: what it must hold, what it must refuse, and what it says against the sources."""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from ontology.actors import ACTOR_FILES, ENTITY_TYPES, Entity, Registry, actors
from ontology.errors import UnknownTermError
from ontology.registry import LANGUAGES, NO_NAMES, RegistryError, read_lines
from ontology.symbol import parse

SHARED = Path(__file__).parents[1] / ".." / "shared" / "data"
COUNTRY_CODES = SHARED / "country-codes" / "UNSD-en.csv"
ATTESTED = SHARED / "un-bodies-zh-attested.tsv"

NAMED = [
    # (language, surface, entity, form, reason)
    ("zh", "大会", "ga", "full", "the usual official name is no abbreviation"),
    ("zh", "安理会", "sc", "abbrev", "an undeclared short form"),
    ("zh", "第三委员会", "ga-c3", "full", "a Main Committee by number"),
    ("zh", "社会、人道主义和文化委员会", "ga-c3", "full", "the same one by its subject"),
    ("zh", "联合国毒品和犯罪问题办事处", "unodc", "full", "办事处 beside 办公室"),
    ("zh", "联合国促进两性平等和增强妇女权能署", "unwomen", "full", "两性平等 beside 性别平等"),
    ("zh", "联合国艾滋病病毒/艾滋病联合规划署", "unaids", "full", "艾滋病病毒 beside 艾滋病毒"),
    ("zh", "拉加经委会", "eclac", "abbrev", "a regional commission"),
    ("zh", "人权委员会", "chr", "full", "the Commission that the Council replaced"),
    ("zh", "人权事务委员会", "ccpr", "full", "the treaty body, not the Commission"),
    ("zh", "议联", "ipu", "abbrev", "short without a declaration"),
    ("zh", "坦桑尼亚", "state:tanzania", "abbrev", "the usual short name of a State"),
    ("zh", "几内亚比绍", "state:guinea-bissau", "full", "not Guinea"),
    ("zh", "欧洲委员会", "coe", "full", "the Council of Europe, not the European Commission"),
    ("zh", "会员国", "member-states", "full", "a collective actor"),
    ("en", "UNDP", "undp", "abbrev", "an English abbreviation"),
    ("fr", "Assemblée générale", "ga", "full", "French"),
    ("es", "Consejo de Seguridad", "sc", "full", "Spanish"),
    ("ru", "Совет Безопасности", "sc", "full", "Russian"),
    ("ar", "الجمعية العامة", "ga", "full", "Arabic"),
    ("fr", "HCDH", "ohchr", "abbrev", "an abbreviation of its own"),
    ("fr", "États Membres", "member-states", "full", "a collective actor"),
    ("fr", "Vice-Secrétaire générale", "dsg", "full", "an office held by a woman"),
    ("es", "ACNUDH", "ohchr", "abbrev", "an abbreviation of its own"),
    ("es", "Estados Miembros", "member-states", "full", "a collective actor"),
    ("es", "MINUSCA", "minusca", "abbrev", "a mission keeps its French abbreviation"),
    ("ru", "ПРООН", "undp", "abbrev", "an abbreviation of its own"),
    ("ru", "государства-члены", "member-states", "full", "a collective actor"),
    ("ru", "МООНСДРК", "monusco", "abbrev", "a mission's abbreviation"),
    ("ar", "الأونروا", "unrwa", "abbrev", "a short form in Arabic letters"),
    ("ar", "الولايات المتحدة", "state:united-states", "abbrev", "the usual short name of a State"),
    ("en", "Turkey", "state:turkiye", "full", "the name until 2022"),
]


@pytest.mark.parametrize(("language", "text", "entity", "form", "reason"), NAMED)
def test_a_surface_names_its_entity(language: str, text: str, entity: str, form: str, reason: str) -> None:
    found = [(s.entity, s.form) for s in actors().surfaces(language) if s.text == text]
    assert found == [(entity, form)], reason


def test_ids_are_stable_slugs_and_types_are_closed() -> None:
    for entity in actors().values():
        assert re.fullmatch(r"[a-z][a-z0-9-]*(:[a-z0-9-]+)*", entity.id), entity.id
        assert entity.type in ENTITY_TYPES
        assert entity.id.startswith("state:") == (entity.type == "state")


def test_lines_hold_known_fields_only() -> None:
    known = {name for name in Entity.__dataclass_fields__ if name != "id"} | {"id"}
    for file in ACTOR_FILES:
        for line in read_lines(file):
            assert set(line) <= known, line["id"]
            for field in ("names", "short", "not_in"):
                assert set(line.get(field, {})) <= set(LANGUAGES), line["id"]


def test_every_entity_has_a_chinese_and_an_english_name() -> None:
    registry = actors()
    assert [key for key in registry if not (registry.name(key, "zh") and registry.name(key, "en"))] == []


def test_bodies_of_the_united_nations_have_all_six_languages() -> None:
    types = ENTITY_TYPES - {"igo", "ngo", "parliament", "other", "state"}
    registry = actors()
    bodies = [entity.id for kind in sorted(types) for entity in registry.by_type(kind)]
    assert len(bodies) >= 680
    assert [key for key in bodies if not all(registry.name(key, language) for language in LANGUAGES)] == []


def test_names_of_bodies_are_many() -> None:
    generic_or_state = {"state", "generic", "office-holder"}
    assert sum(entity.type not in generic_or_state for entity in actors().values()) >= 400


def test_no_surface_belongs_to_two_entities_unmarked() -> None:
    for language in LANGUAGES:
        surfaces = actors().surfaces(language)
        count = Counter(s.text for s in surfaces)
        assert [s.text for s in surfaces if count[s.text] > 1 and not s.shared] == []


def test_surfaces_are_printable_and_chinese_ones_have_no_blanks() -> None:
    for language in LANGUAGES:
        for surface in actors().surfaces(language):
            assert surface.text == surface.text.strip() != ""
            assert len(surface.text) > 1, surface
    assert [s.text for s in actors().surfaces("zh") if re.search(r"\s|[（）]", s.text)] == []


def test_marks_are_about_surfaces_that_exist() -> None:
    for entity in actors().values():
        own = {text for names in (*entity.names.values(), *entity.short.values()) for text in names}
        assert entity.weak <= own, entity.id
        assert entity.shared <= own, entity.id


def test_a_decoy_holds_a_surface_of_its_entity() -> None:
    own: dict[tuple[str, str], list[str]] = {}
    for language in LANGUAGES:
        for surface in actors().surfaces(language):
            own.setdefault((surface.entity, language), []).append(surface.text)
    for entity in actors().values():
        for language, decoys in entity.not_in.items():
            texts = own[entity.id, language]
            assert [decoy for decoy in decoys if not any(text in decoy for text in texts)] == [], entity.id


DECOYS = [
    # (string, entity that it does not name, reason)
    ("沿海地", "state:haiti", "a coast is not Haiti"),
    ("拉美国家", "state:united-states", "Latin American countries"),
    ("中国际", "state:china", "其中国际组织"),
    ("以南非", "state:south-africa", "撒哈拉以南非洲"),
    ("西班牙港", "state:spain", "a town in Trinidad and Tobago"),
    ("维和部队", "dpko", "a force is not the Department, 维和部 for short"),
    ("会议联", "ipu", "会议联合主席"),
    ("副秘书长", "sg", "an Under-Secretary-General"),
    ("US$", "state:united-states", "money"),
    ("долларов США", "state:united-states", "money"),
    ("Northern Ireland", "state:ireland", "a part of another State"),
    ("lac Tchad", "state:chad", "a lake"),
    ("бывшей Югославии", "state:yugoslavia", "a territory, not the State"),
    ("Gulf of Guinea", "state:guinea", "a sea"),
]


@pytest.mark.parametrize(("text", "entity", "reason"), DECOYS)
def test_a_decoy_is_listed(text: str, entity: str, reason: str) -> None:
    assert any((text, entity) in actors().decoys(language) for language in LANGUAGES), reason


def test_parents_exist_and_lead_to_a_root() -> None:
    registry = actors()
    for entity in registry.values():
        seen = {entity.id}
        parent = entity.parent
        while parent is not None:
            assert parent not in seen, entity.id
            seen.add(parent)
            parent = registry[parent].parent


def test_validity_is_iso_and_in_order() -> None:
    for entity in actors().values():
        for date in (entity.valid_from, entity.valid_to):
            assert date is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date), entity.id
        if entity.valid_from and entity.valid_to:
            assert entity.valid_from <= entity.valid_to, entity.id


def test_founding_documents_are_canonical_symbols() -> None:
    for entity in actors().values():
        if entity.founded_by is not None:
            assert str(parse(entity.founded_by)) == entity.founded_by


def test_there_are_193_member_states() -> None:
    states = actors().by_type("state")
    assert sum(state.member for state in states) == 193
    assert not actors()["state:holy-see"].member
    assert not actors()["state:palestine"].member


def test_states_have_all_six_languages() -> None:
    registry = actors()
    for state in registry.by_type("state"):
        if state.member:
            assert [language for language in LANGUAGES if registry.name(state.id, language) is None] == [], state.id


def test_codes_equal_those_of_the_source() -> None:
    if not COUNTRY_CODES.is_file():
        pytest.skip("the UN M49 file is not beside the project")
    with COUNTRY_CODES.open(encoding="utf-8-sig", newline="") as file:
        source = {row[11]: row[9].zfill(3) for row in csv.reader(file) if len(row[11]) == 3}
    ours = {state.iso3: state.m49 for state in actors().by_type("state") if state.iso3}
    assert ours == source


def test_attested_chinese_names_are_covered() -> None:
    if not ATTESTED.is_file():
        pytest.skip("the table of attested names is not beside the project")
    surfaces = {language: {s.text: s.entity for s in actors().surfaces(language)} for language in ("zh", "en")}
    with ATTESTED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) == 88
    for row in rows:
        names = [(language, row[column]) for language, column in (("zh", "zh_full"), ("zh", "zh_short"), ("en", "en"))]
        entities = {surfaces[language].get(text) for language, text in names if text}
        # The table has the High Commissioner's title beside the short form of the Office.
        assert entities == {"hcr", "unhcr"} or (len(entities) == 1 and None not in entities), row


def test_unknown_terms_raise() -> None:
    registry = actors()
    with pytest.raises(UnknownTermError):
        registry["no-such-body"]
    with pytest.raises(UnknownTermError):
        registry.by_type("planet")
    with pytest.raises(UnknownTermError):
        registry.surfaces("de")
    assert "no-such-body" not in registry
    assert registry.name("state:mali", "zh") == "马里"


def _entity(key: str, text: str, parent: str | None = None, shared: bool = False) -> Entity:
    marks = frozenset({text}) if shared else frozenset()
    return Entity(key, "other", {"zh": (text,)}, NO_NAMES, parent=parent, shared=marks)


def test_contradictions_are_refused() -> None:
    with pytest.raises(RegistryError, match="names both 'a' and 'b'"):
        Registry([_entity("a", "论坛"), _entity("b", "论坛")])
    with pytest.raises(RegistryError, match="names both"):
        Registry([_entity("a", "论坛", shared=True), _entity("b", "论坛")])
    with pytest.raises(RegistryError, match="twice"):
        Registry([_entity("a", "论坛"), _entity("a", "大会")])
    with pytest.raises(RegistryError, match="parent"):
        Registry([_entity("a", "论坛", parent="b")])


def test_a_shared_surface_is_told_of_both() -> None:
    registry = Registry([_entity("a", "论坛", shared=True), _entity("b", "论坛", shared=True)])
    assert [(s.entity, s.shared) for s in registry.surfaces("zh")] == [("a", True), ("b", True)]


def test_files_are_sorted_by_id() -> None:
    for file in ACTOR_FILES:
        keys = [line["id"] for line in read_lines(file)]
        assert keys == sorted(keys), file


def test_loading_is_fast() -> None:
    code = (
        "import time, json; import ontology.actors as a, ontology.instruments as i; t = time.perf_counter(); "
        "a.actors(); i.instruments(); print(json.dumps(time.perf_counter() - t))"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)]
    assert min(json.loads(run) for run in runs) < 0.1, (
        "an order above what it takes; people wait for it at every command"
    )
