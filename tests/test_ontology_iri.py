"""IRIs: there, back, and valid as IRIs."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ontology.errors import SymbolError
from ontology.iri import (
    BASE,
    REGISTRY_GRAPH,
    actor_id,
    actor_iri,
    document_iri,
    document_key,
    graph_iri,
    graph_key,
    instrument_id,
    instrument_iri,
    part_iri,
    read_part,
)
from ontology.symbol import parse

KEYS = st.sampled_from(
    [
        "A/RES/76/270",
        "S/RES/1540(2004)",
        "A/DEC/50/411",
        "A/RES/3411A(XXX)",
        "TD/B/C.1/IRON ORE/3",
        "E.02.II.D.12",
        "LC/G.2331(SES.31/3)",
        "unidentified/0123456789abcdef",
    ]
)
IRI_PATH = re.compile(r"https://[^\s<>\"{}|\\^`\[\]]+")


def test_brackets_stay_and_blanks_are_encoded() -> None:
    assert document_iri("S/RES/1540(2004)") == BASE + "doc/S/RES/1540(2004)"
    assert document_iri("TD/B/C.1/IRON ORE/3") == BASE + "doc/TD/B/C.1/IRON%20ORE/3"


@given(KEYS)
def test_document_and_back(key: str) -> None:
    assert document_key(document_iri(key)) == key
    assert IRI_PATH.fullmatch(document_iri(key))
    if not key.startswith("unidentified/"):
        assert parse(document_key(document_iri(str(parse(key))))) == parse(key)


@example("\u1680")
@example("\u3000")
@given(st.text(min_size=1, max_size=20))
def test_ids_and_back(text: str) -> None:
    assert actor_id(actor_iri(text)) == text
    assert instrument_id(instrument_iri(text)) == text
    assert IRI_PATH.fullmatch(actor_iri(text))


@given(
    KEYS,
    st.sampled_from(["ar", "en", "es", "fr", "ru", "zh"]),
    st.sampled_from(["citation", "mention", "mandate", "evidence-of-citation"]),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
)
def test_graph_and_part_and_back(key: str, language: str, kind: str, start: int, end: int) -> None:
    assert graph_key(graph_iri(key, language)) == (key, language)
    iri = part_iri(key, language, kind, start, end)
    assert read_part(iri) == (key, language, kind, start, end)
    assert document_key(iri) == key


@pytest.mark.parametrize("iri", ["", "https://example.org/doc/A/79/837", BASE + "doc/", BASE + "actor/ga"])
def test_foreign_iris_are_no_documents(iri: str) -> None:
    with pytest.raises(SymbolError):
        document_key(iri)


def test_foreign_graphs_and_parts() -> None:
    with pytest.raises(SymbolError):
        graph_key(REGISTRY_GRAPH)
    with pytest.raises(SymbolError):
        read_part(document_iri("A/79/837"))
    with pytest.raises(SymbolError):
        read_part(document_iri("A/79/837") + "#zh-citation-1")
