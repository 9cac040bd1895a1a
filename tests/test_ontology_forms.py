"""Inflected forms of names: what they must hold, and how a registry joins them to the names that they inflect."""

import pytest

from ontology.actors import Entity, Registry, actors
from ontology.forms import DEMONYMS, INFLECTED, demonyms, forms
from ontology.registry import LANGUAGES, NO_NAMES, Forms, RegistryError, read_lines

INFLECTIONS = [
    # (language, inflected form, entity, form, reason)
    ("ru", "Генеральной Ассамблеей", "ga", "full", "adjective and noun"),
    ("ru", "Экономическому и Социальному Совету", "ecosoc", "full", "two adjectives of one noun"),
    ("ru", "Организацией Объединенных Наций", "un", "full", "a genitive after the noun stands still"),
    ("ru", "Генерального секретаря", "sg", "full", "a living being: accusative as genitive"),
    ("ru", "государств-членов", "member-states", "full", "both halves of a compound"),
    ("ru", "развивающихся стран, не имеющих выхода к морю", "lldcs", "full", "a participle after the comma"),
    ("ru", "Комитетом Совета Безопасности, учрежденным резолюцией 1540 (2004)", "sc-1540", "full", "a participle"),
    ("ru", "Соединенных Штатах", "state:united-states", "abbrev", "a short form stays one"),
    ("ru", "Ирана (Исламской Республики)", "state:iran", "full", "the word in brackets too"),
    ("ru", "Боснии и Герцеговине", "state:bosnia-and-herzegovina", "full", "two nouns"),
    ("ar", "للأمم المتحدة", "un", "full", "the article after the preposition"),
    ("ar", "للجمعية العامة", "ga", "full", "the article after the preposition"),
    ("ar", "للجنة القانون الدولي", None, "", "a name without the article has no form of its own"),
]


@pytest.mark.parametrize(("language", "text", "entity", "form", "reason"), INFLECTIONS)
def test_a_form_names_its_entity(language: str, text: str, entity: str | None, form: str, reason: str) -> None:
    found = [(s.entity, s.form) for s in actors().surfaces(language) if s.text == text]
    assert found == ([(entity, form)] if entity is not None else []), reason


INDECLINABLE = [
    # (name, reason)
    ("Мали", "a State whose name has one form"),
    ("Шри-Ланка", "declined by no document"),
    ("ЮНЕСКО", "an acronym"),
    ("США", "an acronym"),
]


@pytest.mark.parametrize(("name", "reason"), INDECLINABLE)
def test_names_that_do_not_change_have_no_forms(name: str, reason: str) -> None:
    assert name not in forms("ru"), reason


@pytest.mark.parametrize("language", INFLECTED)
def test_forms_belong_to_names_and_differ_from_them(language: str) -> None:
    names = {
        text
        for entity in actors().values()
        for texts in (entity.names.get(language, ()), entity.short.get(language, ()))
        for text in texts
    }
    inflected = forms(language)
    assert inflected
    assert [name for name in inflected if name not in names] == []
    assert [text for texts in inflected.values() for text in texts if text in names] == []
    assert [name for name, texts in inflected.items() if len(set(texts)) < len(texts) or not texts] == []


@pytest.mark.parametrize("language", INFLECTED)
def test_files_are_sorted_by_name(language: str) -> None:
    names = [line["name"] for line in read_lines(f"forms-{language}.jsonl")]
    assert names == sorted(set(names))


def test_languages_without_a_file_have_no_forms() -> None:
    assert [language for language in LANGUAGES if language not in INFLECTED and forms(language)] == []


def _entity(key: str, text: str, weak: bool = False, shared: bool = False) -> Entity:
    marked, bare = frozenset({text}), frozenset[str]()
    return Entity(
        key, "other", {"ru": (text,)}, NO_NAMES, weak=marked if weak else bare, shared=marked if shared else bare
    )


def _declined(language: str) -> Forms:
    return {"Форум": ("Форума",), "Форумы": ("Форума",)} if language == "ru" else {}


def test_a_form_is_marked_as_its_name_is() -> None:
    surfaces = Registry([_entity("a", "Форум", weak=True)], _declined).surfaces("ru")
    assert [(s.text, s.form, s.weak) for s in surfaces] == [("Форум", "full", True), ("Форума", "full", True)]


def test_a_form_of_two_entries_is_refused_unless_shared() -> None:
    with pytest.raises(RegistryError, match="'Форума', a form of 'Форумы', is also one of 'a'"):
        Registry([_entity("a", "Форум"), _entity("b", "Форумы")], _declined).surfaces("ru")
    with pytest.raises(RegistryError, match="is also one of 'a'"):
        Registry([_entity("a", "Форум"), _entity("b", "Форумы", shared=True)], _declined).surfaces("ru")
    both = Registry([_entity("a", "Форум", shared=True), _entity("b", "Форумы", shared=True)], _declined)
    assert [s.entity for s in both.surfaces("ru") if s.text == "Форума"] == ["a", "b"]


def test_forms_are_asked_for_when_the_language_is() -> None:
    asked: list[str] = []

    def ask(language: str) -> Forms:
        asked.append(language)
        return {}

    registry = Registry([_entity("a", "Форум")], ask)
    assert asked == []
    assert registry.surfaces("ru") is registry.surfaces("ru")
    assert asked == ["ru"]


WORDS = [
    # (language, word, State, in context only, reason)
    ("en", "Syrian", "state:syria", False, "no language, no people elsewhere"),
    ("en", "French", "state:france", True, "a language too"),
    ("en", "American", "state:united-states", True, "a continent too"),
    ("fr", "soudanaises", "state:sudan", False, "feminine plural"),
    ("es", "israelíes", "state:israel", False, "plural"),
    ("ru", "турецкими", "state:turkiye", False, "an oblique case"),
    ("ru", "Ливанские", "state:lebanon", False, "at the head of a name"),
    ("ar", "الإسرائيلية", "state:israel", False, "with the article"),
]


@pytest.mark.parametrize(("language", "word", "state", "in_context", "reason"), WORDS)
def test_a_demonym_speaks_of_its_state(language: str, word: str, state: str, in_context: bool, reason: str) -> None:
    found = demonyms(language)[word]
    assert (found.state, found.in_context) == (state, in_context), reason


NO_DEMONYMS = [
    ("en", "Korean", "two States"),
    ("en", "Congolese", "two States"),
    ("en", "Guinean", "three States"),
    ("en", "Dominican", "two States"),
    ("en", "Bosnian", "a part of the State"),
    ("en", "Israelis", "persons, not the State"),
    ("es", "congoleño", "two States"),
    ("ru", "корейский", "two States"),
    ("ar", "مالي", "financial"),
    ("ar", "قطري", "of a country"),
    ("ar", "اليمني", "the right hand, as texts print it"),
]


@pytest.mark.parametrize(("language", "word", "reason"), NO_DEMONYMS)
def test_words_that_do_not_tell_a_state(language: str, word: str, reason: str) -> None:
    assert word not in demonyms(language), reason


@pytest.mark.parametrize("language", DEMONYMS)
def test_demonyms_are_those_of_states_and_no_names(language: str) -> None:
    registry = actors()
    names = {surface.text for surface in registry.surfaces(language)}
    known = demonyms(language)
    assert known
    assert [word for word, one in known.items() if registry[one.state].type != "state" or word in names] == []
    lines = [line["id"] for line in read_lines(f"demonyms-{language}.jsonl")]
    assert lines == sorted(set(lines))


def test_states_that_shared_a_name_are_states() -> None:
    registry = actors()
    shared = {key: entity for key, entity in registry.items() if entity.shared_until is not None}
    assert set(shared) == {"state:congo"}
    assert all(registry[other].type == "state" for entity in shared.values() for other in entity.shared_with)
