"""Symbols: what parses and to what, what it tells, what is refused, and what holds for every symbol."""

import string
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ontology.errors import SymbolError
from ontology.symbol import Symbol, parse, split_joint
from ontology.symbol_resolution import roman_numeral
from ontology.symbol_series import all_series

SYMBOLS = Path(__file__).resolve().parents[2] / "shared" / "data" / "symbols.txt"

CANONICAL = [
    ("A/79/837", "A/79/837", "session and number"),
    ("A/65/456/Add.2 (Part II)", "A/65/456/Add.2(PartII)", "blanks go, the part keeps its capital"),
    ("A/62/17 (PART I)", "A/62/17(PartI)", "capitals are spelled as usual"),
    ("A/81/6 (sect. 17)", "A/81/6(Sect.17)", "a section of the budget"),
    ("S/PV.6201 (Resumption 1)", "S/PV.6201(Resumption1)", "a resumed meeting"),
    ("A/80/604/ADD.13", "A/80/604/Add.13", "suffix"),
    ("ST/AI/189/ADD.9/REV.2/ADD.2", "ST/AI/189/Add.9/Rev.2/Add.2", "stacked suffixes"),
    ("a/hrc/res/50/13", "A/HRC/RES/50/13", "lower case"),
    ("A/RES/78/250 b", "A/RES/78/250B", "the letter stands after since the 31st session"),
    ("A/RES/79/93 A–B", "A/RES/79/93A-B", "several letters, joined by a dash"),
    ("A/RES/3411 A (XXX)", "A/RES/3411A(XXX)", "the letter stands between the numerals before"),
    ("A/RES/217 (III) A", "A/RES/217A(III)", "the letter behind the session, as some lists print it"),
    ("A/RES/217(III)[A]", "A/RES/217A(III)", "the letter in square brackets"),
    ("A/RES/3201 (S-VI)", "A/RES/3201(S-VI)", "special session in Roman numerals"),
    ("A/RES/2252(ES-V)", "A/RES/2252(ES-V)", "emergency special session in Roman numerals"),
    ("A/RES/ES-10/17", "A/RES/ES-10/17", "emergency special session since"),
    ("S/RES/1540 (2004)", "S/RES/1540(2004)", "year in brackets"),
    ("S/RES/1540", "S/RES/1540(2004)", "the number tells the year"),
    ("S/RES/9999", "S/RES/9999", "the number tells no year"),
    ("A/58/1*", "A/58/1", "reissued for technical reasons"),
    ("E/CN.4/SUB.2/AC.2/1987/WP.4/ADD.1", "E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1", "nested bodies"),
    ("TD/B/C.1/IRON  ORE/3", "TD/B/C.1/IRON ORE/3", "a phrase keeps one blank"),
    ("E/ESCWA/SDD/2007/TechnicalPaper.2", "E/ESCWA/SDD/2007/TECHNICAL PAPER.2", "a phrase without its blank"),
    ("E/NL.1953/6-7", "E/NL.1953/6-7", "two numbers of one issue"),
    ("CERD/C/MEX/16-17", "CERD/C/MEX/16-17", "reports taken together"),
    ("UNEP/OZL.PRO.22/9", "UNEP/OzL.Pro.22/9", "spelling of a convention's series"),
    ("LC/G.2331(SES.31/3)", "LC/G.2331(SES.31/3)", "a slash in brackets"),
    ("S/AC.37/2003/(1455)/10", "S/AC.37/2003/(1455)/10", "a bracket alone"),
    ("TD/B(S-XXIII)/2", "TD/B(S-XXIII)/2", "session at the body"),
    ("E.02.II.D.12", "E.02.II.D.12", "sales number"),
    ("E.GV.02.0.3", "E.GV.02.0.3", "sales number of Geneva"),
    ("E/ESCWA/SD/2012/IG.1/4 UN.", "E/ESCWA/SD/2012/IG.1/4", "a library's shelf mark"),
    ("E/ECWA/XII/5/ADD.1/PART III", "E/ECWA/XII/5/Add.1/PartIII", "three capitals that are no shelf mark"),
    ("E/ESCWA/ECW/2007/INFORMATION KIT", "E/ESCWA/ECW/2007/INFORMATION KIT", "a phrase that is no shelf mark"),
    ("A/RES/76/270/", "A/RES/76/270", "a slash too many at the end"),
]

REFUSED = [
    ("and/or", 0, "words"),
    ("km/h", 0, "unit"),
    ("s/he", 2, "words that begin with a root"),
    ("ID/card", 7, "words that begin with an open root have no number"),
    ("9/15", 0, "two numbers"),
    ("2004/05/06", 0, "date"),
    ("71(b)", 0, "agenda item"),
    ("10-54243", 0, "job number"),
    ("GE.10-54243 (C)", 0, "job number with language"),
    ("/usr/lib/x1", 0, "path"),
    ("https://undocs.org/A/79/837", 5, "link: that is for people, in symbol_input"),
    ("A/B/1", 2, "no such body"),
    ("A/CN.9", 6, "a body and no document"),
    ("E/CN.4/Sub.2", 12, "a body below a body"),
    ("A/RES", 5, "no number"),
    ("A/9/12", 2, "sessions stand in symbols since the 31st"),
    ("A/RES/9/15", 6, "the same for resolutions"),
    ("A/2004/5", 2, "a year is no session"),
    ("S/1960/3", 2, "years stand in Security Council symbols since 1994"),
    ("S/S-9/1", 2, "the Security Council has no special sessions"),
    ("S/RES/1540/3", 11, "Security Council resolutions have one number"),
    ("A//3", 2, "empty component"),
    ("A/12345678", 2, "too long a number"),
    ("A/76/270 foo", 8, "words after the symbol"),
    ("ECE/TRANS/240 and Corr.1", 13, "two documents in words"),
    ("S/18164/Add", 8, "suffix without number"),
    ("S/26G26", 2, "misread number"),
    ("E/3254Â", 6, "broken character"),
    ("A／79／837", 1, "full width: that is for people, in symbol_input"),
    ("Decision 79/501", 0, "a citation in words"),
    ("A/65/382-S/2010/490", 8, "two symbols: that is for split_joint"),
    ("", 0, "nothing"),
    ("A/" * 80, 120, "too long"),
]

TELLS = [
    ("A/C.3/78/L.60/Add.1", "ga", "ga-c3", 78, None, 60, "draft", "addendum"),
    ("A/RES/76/270", "ga", "ga", 76, None, 270, "resolution", None),
    ("A/RES/3411A(XXX)", "ga", "ga", 30, None, 3411, "resolution", None),
    ("A/RES/3201(S-VI)", "ga", "ga", "S-6", None, 3201, "resolution", None),
    ("A/ES-11/L.1", "ga", "ga", "ES-11", None, 1, "draft", None),
    ("A/DEC/50/411", "ga", "ga", 50, None, 411, "decision", None),
    ("A/520/Rev.17", "ga", "ga", None, None, 520, None, "revision"),
    ("A/HRC/RES/S-9/1", "ga", "hrc", "S-9", None, 1, "resolution", None),
    ("A/HRC/24/38", "ga", "hrc", 24, None, 38, None, None),
    ("A/CONF.177/20/Rev.1", "ga", "ga", None, None, 20, None, "revision"),
    ("S/RES/1540(2004)", "sc", "sc", None, 2004, 1540, "resolution", None),
    ("S/PRST/2013/10", "sc", "sc", None, 2013, 10, "presidential-statement", None),
    ("S/PV.8891", "sc", "sc", None, None, 8891, "verbatim-record", None),
    ("S/1999/516", "sc", "sc", None, 1999, 516, None, None),
    ("E/RES/2000/22", "ecosoc", "ecosoc", None, 2000, 22, "resolution", None),
    ("E/CN.4/RES/1994/73", "ecosoc", "chr", None, 1994, 73, "resolution", None),
    ("E/CN.6/2005/NGO/3", "ecosoc", "csw", None, 2005, 3, "ngo-statement", None),
    ("CEDAW/C/CHN/CO/9", None, "cedaw-committee", None, None, 9, "concluding-observations", None),
    ("CEDAW/C/GC/40", None, "cedaw-committee", None, None, 40, "general-comment", None),
    ("FCCC/CP/2015/10/Add.1", None, "cop-unfccc", None, 2015, 10, None, "addendum"),
    ("ST/SGB/1998/7", "secretariat", "secretariat", None, 1998, 7, "bulletin", None),
    ("UNEP/GC.24/12", "ga", "unep", None, None, 12, None, None),
    ("E.02.II.D.12", "secretariat", "secretariat", None, 2002, None, "publication", None),
    ("E.83.I.16", "secretariat", "secretariat", None, 1983, None, "publication", None),
]


@pytest.mark.parametrize(("printed", "canonical", "reason"), CANONICAL, ids=[row[0] for row in CANONICAL])
def test_canonical_form(printed: str, canonical: str, reason: str) -> None:
    symbol = parse(printed)
    assert str(symbol) == canonical, reason
    assert symbol.printed == printed
    assert parse(canonical) == symbol


@pytest.mark.parametrize(("text", "position", "reason"), REFUSED, ids=[row[0][:30] for row in REFUSED])
def test_refused_with_place_and_reason(text: str, position: int, reason: str) -> None:
    with pytest.raises(SymbolError) as caught:
        parse(text)
    assert (caught.value.text, caught.value.position) == (text, position), f"{reason}: {caught.value}"
    assert caught.value.reason


@pytest.mark.parametrize("row", TELLS, ids=[row[0] for row in TELLS])
def test_what_it_tells(row: tuple[object, ...]) -> None:
    symbol = parse(str(row[0]))
    told = (symbol.organ, symbol.body, symbol.session, symbol.year, symbol.number, symbol.document_type, symbol.suffix)
    assert told == row[1:]


def test_drafts_amendments_and_parts() -> None:
    assert parse("A/C.3/78/L.60").is_draft
    assert not parse("A/RES/76/270").is_draft
    assert str(parse("ST/AI/189/Add.9/Rev.2/Add.2").amends) == "ST/AI/189/Add.9/Rev.2"
    assert parse("A/79/837").amends is None
    assert parse("A/RES/3411A(XXX)").part == "A"
    assert str(parse("A/RES/3411A(XXX)").whole) == "A/RES/3411(XXX)"
    assert str(parse("A/RES/78/250B").whole) == "A/RES/78/250"
    assert parse("A/RES/78/250").whole == parse("A/RES/78/250")
    assert parse("A/RES/78/250B") != parse("A/RES/78/250")
    assert parse("A/58/1*").reissued
    assert parse("A/DEC/50/411").minted
    assert parse("E/DEC/2000/288").minted
    assert not parse("A/HRC/DEC/5/101").minted


def test_equality_ignores_blanks_and_case() -> None:
    one, other = parse("S/RES/1540(2004)"), parse(" s/res/1540 (2004) ")
    assert one == other
    assert hash(one) == hash(other)
    assert one.printed != other.printed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A/65/382-S/2010/490", ("A/65/382", "S/2010/490")),
        ("A/59/425 - S/2004/808", ("A/59/425", "S/2004/808")),
        ("E/CN.4/1995/2-E/CN.4/Sub.2/1994/56", ("E/CN.4/1995/2", "E/CN.4/Sub.2/1994/56")),
        ("A/ES-10/648-S/2014/567", ("A/ES-10/648", "S/2014/567")),
        ("E/NL.1953/6-7", ("E/NL.1953/6-7",)),
        ("A/RES/S-13/2", ("A/RES/S-13/2",)),
        ("E/ESCWA/SD-WOM/1998/3", ("E/ESCWA/SD-WOM/1998/3",)),
    ],
)
def test_split_joint(text: str, parts: tuple[str, ...]) -> None:
    assert tuple(map(str, split_joint(text))) == parts


def test_numbers_sort_as_numbers() -> None:
    rows = ["A/79/9", "A/79/83", "A/79/83/Add.2", "A/79/83/Add.10", "A/79/837", "A/80/1", "A/RES/217(III)", "S/2"]
    assert sorted(sorted(rows, reverse=True), key=parse) == rows
    assert parse("TD/B(S-IX)/2") < parse("TD/B(S-XIX)/2")
    with pytest.raises(TypeError):
        _ = parse("A/79/9") < "A/79/83"


def test_entity_ids_of_the_table_are_in_the_registry() -> None:
    from ontology.actors import actors

    known = set(actors())
    used = {entity for series in all_series().values() for entity in (series.organ, series.body) if entity}
    assert used <= known, used - known


def test_every_line_parses_or_is_said_to_be_no_symbol(capsys: pytest.CaptureFixture[str]) -> None:
    if not SYMBOLS.exists():
        pytest.skip("../shared/data/symbols.txt is not there")
    lines = SYMBOLS.read_text(encoding="utf-8").splitlines()
    counts: Counter[str] = Counter()
    refused: list[SymbolError] = []
    for line in lines:
        try:
            symbols = split_joint(line)
        except SymbolError as error:
            refused.append(error)
            continue
        counts.update(symbol.series for symbol in symbols)
        assert all(parse(str(symbol)) == symbol for symbol in symbols), line
    by_series = "; ".join(f"{series} {count}" for series, count in counts.most_common())
    with capsys.disabled():
        print(f"\nsymbols by series: {by_series}; said to be no symbol {len(refused)}")
    for refusal in refused:
        print(refusal)
    assert counts["Security Council resolutions"] == 931
    assert counts["General Assembly resolutions"] == 1117
    assert len(refused) < len(lines) / 100


NUMBER = st.integers(1, 9999).map(str)
SESSION = st.one_of(st.integers(31, 90).map(str), st.integers(8, 33).map("S-{}".format))
YEAR = st.integers(1994, 2030).map(str)
ROMAN = st.integers(1, 80).map(roman_numeral)
LETTER = st.sampled_from(["", "A", "B", "A-C"])
SUFFIX = st.tuples(st.sampled_from(["Add.", "Corr.", "Rev.", "Amend."]), st.integers(1, 30)).map(
    lambda pair: f"/{pair[0]}{pair[1]}"
)
TAIL = st.lists(st.one_of(SUFFIX, st.just("/Summary")), max_size=3).map("".join)
BRACKET = st.one_of(
    st.just(""), ROMAN.map("(Part{})".format), st.integers(1, 3).map("(Resumption{})".format), st.just("(OR)")
)
OPEN = st.sampled_from(sorted(key for key, value in all_series().items() if value.is_open)).flatmap(
    lambda prefix: st.integers(1, 300).map(lambda number: prefix.replace("*", str(number)))
)
WORD = st.one_of(
    NUMBER, YEAR, st.sampled_from(["WG.1", "L.4", "CRP.2", "NGO", "CHN", "SER.A", "INF", "MISC.3", "IRON ORE"])
)
SYMBOL_TEXT = st.one_of(
    st.builds("A/{}/{}{}{}".format, SESSION, NUMBER, BRACKET, TAIL),
    st.builds("A/C.{}/{}/L.{}{}".format, st.integers(1, 6), SESSION, NUMBER, TAIL),
    st.builds("A/RES/{}/{}{}{}".format, SESSION, NUMBER, LETTER, TAIL),
    st.builds("A/RES/{}{}({})".format, NUMBER, LETTER, ROMAN),
    st.builds("A/DEC/{}/{}".format, SESSION, NUMBER),
    st.builds("S/RES/{}({})".format, NUMBER, YEAR),
    st.builds("{}/{}/{}{}".format, st.sampled_from(["S", "E", "S/PRST", "E/RES"]), YEAR, NUMBER, TAIL),
    st.builds("{}/{}/{}{}{}".format, OPEN, WORD, NUMBER, BRACKET, TAIL),
    st.builds("E.{:02}.{}.{}".format, st.integers(0, 99), ROMAN.filter(lambda roman: "L" not in roman), NUMBER).filter(
        lambda text: len(text.rpartition(".")[2]) < 4
    ),
)


@st.composite
def symbols(draw: st.DrawFn) -> Symbol:
    text = draw(SYMBOL_TEXT)
    try:
        return parse(text)
    except SymbolError:
        assume(False)
        raise


@given(SYMBOL_TEXT)
def test_the_grammar_reads_what_it_builds(text: str) -> None:
    assert str(parse(text)).upper() == text.upper()


@given(symbols())
def test_parse_and_print_are_inverse(symbol: Symbol) -> None:
    assert parse(str(symbol)) == symbol
    assert str(parse(str(symbol))) == str(symbol)


@given(symbols(), st.randoms(use_true_random=False))
def test_blanks_and_case_do_not_matter(symbol: Symbol, random: object) -> None:
    spaced = str(symbol).replace("/", " / ").replace("(", " (").lower()
    assert parse(spaced) == symbol


@given(symbols(), symbols())
def test_joined_symbols_come_apart(one: Symbol, other: Symbol) -> None:
    assume("/" in str(one) and "/" in str(other))
    assume(len(split_joint(f"{one}-{other}")) == 2 or "-" not in str(other))
    assert split_joint(f"{one}-{other}") == (one, other)


@given(st.lists(symbols(), min_size=2, max_size=6))
def test_order_is_total_and_agrees_with_equality(several: list[Symbol]) -> None:
    ordered = sorted(several)
    assert ordered == sorted(several, reverse=True)[::-1]
    for one, other in pairwise(ordered):
        assert (one == other) or (one < other and not other < one)


@given(symbols())
def test_everything_it_tells_can_be_asked(symbol: Symbol) -> None:
    assert symbol.series
    assert symbol.whole.part is None
    assert symbol.amends is None or symbol.amends < symbol
    assert symbol.year is None or isinstance(symbol.year, int)
    assert symbol.session is None or isinstance(symbol.session, (int, str))
    assert symbol.number is None or symbol.number >= 0
    assert isinstance(symbol.is_draft, bool)


@given(st.one_of(st.text(max_size=40), st.text(string.ascii_uppercase + string.digits + "/.-() ", max_size=25)))
def test_any_text_is_a_symbol_or_an_error_with_a_place(text: str) -> None:
    try:
        symbols_found = split_joint(text)
    except SymbolError as error:
        assert 0 <= error.position <= len(error.text)
        assert error.reason
    else:
        assert all(parse(str(symbol)) == symbol for symbol in symbols_found)
