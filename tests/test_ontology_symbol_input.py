"""What people type: what is understood, how, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import SymbolError
from ontology.symbol_input import understand

UNDERSTOOD = [
    ("A/79/837", "A/79/837", "symbol", "to the letter"),
    ("Ａ／ＲＥＳ／７６／２７０", "A/RES/76/270", "symbol", "full width"),
    ("s/res/1540（2004）", "S/RES/1540(2004)", "symbol", "lower case, full-width brackets"),
    ("《A/79/837》。", "A/79/837", "symbol", "marks of the sentence"),
    ("第A/RES/76/270号决议", "A/RES/76/270", "symbol", "symbol among words"),
    ("Resolution A/RES/76/270", "A/RES/76/270", "symbol", "symbol among English words"),
    ("A/65/382-S/2010/490", "A/65/382 S/2010/490", "joint", "double symbol"),
    ("76/270", "A/RES/76/270", "number", "two numbers"),
    ("第76/270号决议", "A/RES/76/270", "resolution", "Chinese"),
    ("聯合國大會第76/270號決議", "A/RES/76/270", "resolution", "traditional characters"),
    ("大会第69/259 B号决议", "A/RES/69/259B", "resolution", "letter part"),
    ("安全理事会第1540号决议", "S/RES/1540(2004)", "resolution", "the number tells the year"),
    ("第1540（2004）号决议", "S/RES/1540(2004)", "resolution", "year in brackets"),
    ("resolution 1540 (2004)", "S/RES/1540(2004)", "resolution", "English"),
    ("UN Security Council Resolution 1325", "S/RES/1325(2000)", "resolution", "English without year"),
    ("人权理事会第9/1号决议", "A/HRC/RES/9/1", "resolution", "another body"),
    ("人权理事会第S-9/1号决议", "A/HRC/RES/S-9/1", "resolution", "special session"),
    ("第3411 A (XXX)号决议", "A/RES/3411A(XXX)", "resolution", "Roman session"),
    ("经社理事会第2000/22号决议", "E/RES/2000/22", "resolution", "year and number"),
    ("第50/411号决定", "A/DEC/50/411", "decision", "decision"),
    ("Decision 79/501", "A/DEC/79/501", "decision", "English decision"),
    ("https://undocs.org/ch/A/RES/60/1", "A/RES/60/1", "link", "link"),
    ("docs.un.org/zh/S/2025/22.", "S/2025/22", "link", "link at the end of a sentence"),
    ("A_65_382-S_2010_490.zh.txt", "A/65/382 S/2010/490", "file-name", "name of a file"),
]

NOT_UNDERSTOOD = [
    "",
    "  ",
    "hello",
    "hello 5/1",
    "1325",
    "2004",
    "1/2/2004",
    "resolution",
    "第号决议",
    "and/or",
    "km/h",
    "resolution 1540 (2005)",
    "安全理事会第2090号决议",
    "https://example.org/A/79/837",
    "report.pdf",
]


@pytest.mark.parametrize(("typed", "symbols", "form", "reason"), UNDERSTOOD, ids=[row[0] for row in UNDERSTOOD])
def test_understood(typed: str, symbols: str, form: str, reason: str) -> None:
    answer = understand(typed)
    assert (" ".join(map(str, answer.symbols)), answer.form) == (symbols, form), reason
    assert (answer.note is None) == (typed == "-".join(map(str, answer.symbols))), "what was done is said"


@pytest.mark.parametrize("typed", NOT_UNDERSTOOD)
def test_not_understood(typed: str) -> None:
    with pytest.raises(SymbolError) as caught:
        understand(typed)
    assert caught.value.reason


@pytest.mark.parametrize(
    ("typed", "alternatives"),
    [
        ("76/270", ["A/76/270"]),
        ("60/1", ["A/HRC/RES/60/1", "A/60/1"]),
        ("2000/22", ["S/2000/22", "E/2000/22"]),
        ("大会第60/1号决议", []),
    ],
)
def test_alternatives_are_said(typed: str, alternatives: list[str]) -> None:
    assert list(map(str, understand(typed).alternatives)) == alternatives


@given(st.text(max_size=40))
def test_any_text_is_understood_or_an_error(typed: str) -> None:
    try:
        assert understand(typed).symbols
    except SymbolError as error:
        assert error.reason
