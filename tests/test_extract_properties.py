"""What holds of every text whatever: extraction never raises, and every record is proved by the words of the source."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import read_text
from extract import Extraction, extract
from extract.records import Span

LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")

FRAGMENTS = (
    # Symbols, links, numbers.
    "A/RES/76/270", "S/RES/1540(2004)", "A/80/604/Add.1", "S/2020/167*", "A/65/382-S/2010/490", "E/CN.4/",
    "https://undocs.org/A/RES/57/32", "www.un.org", "57/32", "1540 (2004)", "XXV", "2625 (XXV)", "1", "12.", "3. ",
    "(a) ", "[1]", "¹", "*", "4(a)", "1/CP.21",
    # Heads and nouns.
    "The General Assembly,", "The Security Council,", "大会，", "安全理事会，", "L’Assemblée générale,",
    "El Consejo de Seguridad,", "Генеральная Ассамблея,", "الجمعية العامة،", "إن مجلس الأمن،",
    "Recalling its resolutions ", "Requests the Secretary-General to report ", "Decides ", "回顾其第", "号决议",
    "请秘书长", "决定", "Rappelant sa résolution ", "Prie le Secrétaire général ", "Recordando su resolución ",
    "Pide al Secretario General ", "ссылаясь на свою резолюцию ", "просит Генерального секретаря ",
    "وإذ تشير إلى قرارها ", "تطلب إلى الأمين العام ", "that resolution", "该决议", "ibid.", "同上", "paragraph ",
    "Article 2 of the ", "第二条", "annex", "附件", "session", "第七十九届会议", "1 May 1999", "2001年5月1日",
    # Titles and bodies.
    "Charter of the United Nations", "《联合国宪章》", "《公约》", "Convention on the Rights of the Child", "Pacte",
    "Convenio", "Конвенция", "اتفاقية", "United Nations Development Programme (UNDP)", "联合国开发计划署(开发署)",
    "(“the Group”)", "各国议会联盟", "Council of the ", "Committee", "委员会", "Comité", "Комитет", "لجنة", "Mali",
    "中国、", "organized a meeting with ", "与", "举办", "report of the Secretary-General", "秘书长的报告",
    # Marks, blanks, and what no reader sees.
    "(", ")", "[", "]", "“", "”", "«", "»", "《", "》", '"', ",", "，", "、", ";", "。", ". ", ":", "…", "-", "–", "’",
    "/", " ", "\u00a0", "\u3000", "\t", "\n", "\n\n", "\r\n", "\f", "\n    ", "_______\n", "\u0301", "\u200b", "\u200f",
    "\u0640", "\u064b", "\ufeff", "\u00ad", "\u2028", "\x85", "\x1c", "😀", "👨\u200d👩", "ﬁ", "１２", "²", "٣", "İ",
    "ß",
)  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=40).map("".join)
lines = st.lists(texts, max_size=5).map("\n".join)


def records(value: Any) -> Iterator[Any]:
    """Every record inside a value, itself included, that has words."""
    if isinstance(value, tuple):
        for each in value:
            yield from records(each)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(getattr(value, "span", None), Span):
            yield value
        for each in fields(value):
            yield from records(getattr(value, each.name))


def proved(source: str, found: Extraction) -> None:
    for record in records(found):
        span = record.span
        assert 0 <= span.start < span.end <= len(source), record
        assert span.text == source[span.start : span.end], record
        assert 0 <= span.sentence_start <= span.start, record
        assert span.end <= span.sentence_end <= len(source), record
    for several in (found.citations, found.actors, found.abbreviations, found.mandates, found.activities):
        starts = [record.span.start for record in several]
        assert starts == sorted(starts)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(source=lines)
def test_any_text_gives_records_that_its_words_prove(language: str, source: str) -> None:
    document = read_text(source, "a.txt", language=language)
    found = extract(document)
    proved(source, found)
    assert extract(read_text(source, "a.txt", language=language)) == found


# Each row: what it is, a text that no document holds and that once stopped the reading.
STRANGE = [
    ("a mark that no reader sees", "\u200b"),
    ("the stroke that stretches Arabic words", "\u0640\u0640"),
    ("lines of marks that no reader sees, between lines", "大会，\n\u200b\n1. The Council\n\u0640\n"),
    ("nothing but a line break", "\n"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", [pytest.param(source, id=name) for name, source in STRANGE])
def test_strange_texts_are_read(language: str, source: str) -> None:
    proved(source, extract(read_text(source, "a.txt", language=language)))
