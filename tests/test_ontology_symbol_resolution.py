"""Symbols of resolutions and decisions, and what numbers tell of years and sessions."""

from pathlib import Path
from typing import Any

import pytest

from ontology.symbol import parse
from ontology.symbol_component import roman_number
from ontology.symbol_resolution import decision, resolution, roman_numeral
from ontology.symbol_years import plausible_session, security_council_year, session_years

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

RESOLUTIONS = [
    (("ga", 270, 76), {}, "A/RES/76/270", "session and number"),
    (("ga", 250, 78), {"letter": "B"}, "A/RES/78/250B", "letter after"),
    (("ga", 2, "ES-11"), {}, "A/RES/ES-11/2", "emergency special session"),
    (("ga", 1, "S-8"), {}, "A/RES/S-8/1", "special session"),
    (("ga", 3411), {"roman": "XXX", "letter": "A"}, "A/RES/3411A(XXX)", "letter between"),
    (("ga", 3201), {"roman": "S-VI"}, "A/RES/3201(S-VI)", "Roman special session"),
    (("ga", 1, 9), {}, None, "before the 31st session no composite numbers"),
    (("ga", 1, "S-6"), {}, None, "before the eighth special session no composite numbers"),
    (("ga", 1, 251), {}, None, "no such session"),
    (("ga", 4000), {"roman": "XXX"}, None, "the last of the consecutive numbers is 3541"),
    (("ga", 100), {"roman": "XXXI"}, None, "the last Roman session is the thirtieth"),
    (("ga", 100), {"roman": "IIX"}, None, "no Roman numeral"),
    (("ga", 270), {}, None, "a number alone"),
    (("sc", 1540, 2004), {}, "S/RES/1540(2004)", "number and year"),
    (("sc", 1540), {}, "S/RES/1540(2004)", "the number tells the year"),
    (("sc", 1540, 2005), {}, None, "the year contradicts the number"),
    (("sc", 2090, 2013), {}, "S/RES/2090(2013)", "a number in a gap of the table, with its year"),
    (("sc", 2090), {}, None, "a number in a gap of the table"),
    (("sc", 1540, 2004), {"letter": "A"}, None, "the Security Council has no letter parts"),
    (("ecosoc", 22, 2000), {}, "E/RES/2000/22", "year and number"),
    (("ecosoc", 1296), {"roman": "XLIV"}, "E/RES/1296(XLIV)", "before 1978"),
    (("ecosoc", 22, 1970), {}, None, "composite numbers since 1978"),
    (("hrc", 1, 9), {}, "A/HRC/RES/9/1", "Human Rights Council"),
    (("hrc", 1, "S-9"), {}, "A/HRC/RES/S-9/1", "its special session"),
    (("hrc", 270, 76), {}, None, "the Council has no such number"),
    (("chr", 73, 1994), {}, "E/CN.4/RES/1994/73", "Commission on Human Rights"),
    (("chr", 73, 2010), {}, None, "after its end"),
    (("sub-commission", 16, 1994), {}, "E/CN.4/Sub.2/RES/1994/16", "Sub-Commission"),
    (("tc", 2200), {"roman": "LXI"}, "T/RES/2200(LXI)", "Trusteeship Council"),
    (("unesco", 1, 30), {}, None, "another organization"),
]


@pytest.mark.parametrize(
    ("arguments", "details", "expected", "reason"), RESOLUTIONS, ids=[row[3] for row in RESOLUTIONS]
)
def test_resolution(arguments: tuple[Any, ...], details: dict[str, Any], expected: str | None, reason: str) -> None:
    symbol = resolution(*arguments, **details)
    assert (None if symbol is None else str(symbol)) == expected
    assert symbol is None or symbol.document_type == "resolution"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("ga", 411, 50), "A/DEC/50/411"),
        (("ga", 11, "ES-7"), "A/DEC/ES-7/11"),
        (("ecosoc", 288, 2000), "E/DEC/2000/288"),
        (("hrc", 101, 5), "A/HRC/DEC/5/101"),
        (("hrc", 411, 50), None),
        (("ga", 5, 20), None),
        (("sc", 5, 2004), None),
        (("escap", 5, 74), None),
    ],
)
def test_decision(arguments: tuple[str, int, int | str], expected: str | None) -> None:
    symbol = decision(*arguments)
    assert (None if symbol is None else str(symbol)) == expected
    assert symbol is None or symbol.minted is (symbol.body in ("ga", "ecosoc"))


@pytest.mark.parametrize(
    ("number", "year"),
    [(1, 1946), (15, 1946), (16, 1947), (242, 1967), (1325, 2000), (1540, 2004), (2803, 2025), (2090, None), (0, None)],
)
def test_security_council_year(number: int, year: int | None) -> None:
    assert security_council_year(number) == year


def test_the_table_agrees_with_printed_symbols() -> None:
    source = DATA / "documents-links.tsv"
    if not source.exists():
        pytest.skip("../shared/data/documents-links.tsv is not there")
    printed = {line.split("\t")[3] for line in source.read_text(encoding="utf-8").splitlines()[1:]}
    councils = [symbol for symbol in map(parse, sorted(printed)) if symbol.series == "Security Council resolutions"]
    assert len(councils) > 20
    for symbol in councils:
        assert symbol.number is not None
        assert security_council_year(symbol.number) in (symbol.year, None), symbol


def test_roman_numerals_and_back() -> None:
    assert [roman_number(roman_numeral(number)) for number in range(1, 90)] == list(range(1, 90))
    with pytest.raises(ValueError, match="not between"):
        roman_numeral(0)


def test_sessions() -> None:
    assert session_years("ga", 76) == (2021, 2022)
    assert session_years("hrc", 9) == (2008, 2008)
    assert session_years("csw", 50) is None
    assert plausible_session("ga", 57, 2002)
    assert not plausible_session("ga", 57, 2022)
    assert not plausible_session("ga", 0)
    assert plausible_session("csw", 66)
