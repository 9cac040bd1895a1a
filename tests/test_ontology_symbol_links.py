"""Links and names of files: there, back, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import SymbolError, UnknownTermError
from ontology.symbol import parse
from ontology.symbol_links import LANGUAGES, file_name, from_file_name, from_link, joint_from_link, link

SYMBOLS = [
    "A/79/837",
    "A/RES/76/270",
    "A/RES/3411A(XXX)",
    "A/RES/ES-11/2",
    "S/RES/1540(2004)",
    "S/PV.6201(Resumption1)",
    "A/80/604/Add.13",
    "A/62/17(PartI)",
    "E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1",
    "TD/B/C.1/IRON ORE/3",
    "LC/G.2331(SES.31/3)",
    "S/AC.37/2003/(1455)/10",
    "UNEP/OzL.Pro.22/9",
    "ICC-ASP/1/3",
    "ID/WG.201/1",
    "CEDAW/C/CHN/CO/9",
]

LINKS = [
    ("https://docs.un.org/zh/S/2025/22", "S/2025/22", "zh", "current form"),
    ("https://undocs.org/zh/A/RES/2758(XXVI)", "A/RES/2758(XXVI)", "zh", "short form"),
    ("http://undocs.org/ch/A/RES/60/1", "A/RES/60/1", "zh", "old code of Chinese"),
    ("https://undocs.org/ot/A/RES/60/1", "A/RES/60/1", "de", "German on the resolver"),
    ("undocs.org/A/79/837", "A/79/837", None, "without scheme and language"),
    ("https://www.undocs.org/en/a/79/837", "A/79/837", "en", "lower case"),
    ("https://undocs.org/ID/WG.201/1", "ID/WG.201/1", None, "a root of two letters is no language"),
    ("https://undocs.org/en/S/RES/2421%282018%29", "S/RES/2421(2018)", "en", "encoded brackets"),
    ("https://docs.un.org/en/A/76/L.63/Add.1?x=1#p", "A/76/L.63/Add.1", "en", "with query and fragment"),
    ("https://documents.un.org/api/symbol/access?s=A/79/837&l=ru&t=pdf", "A/79/837", "ru", "the file"),
    ("https://documents.un.org/api/symbol/access?s=A%2F79%2F837&l=es&t=doc", "A/79/837", "es", "encoded slashes"),
    ("https://undocs.org/Home/Mobile?FinalSymbol=A%2F79%2F837&Language=C", "A/79/837", "zh", "page for telephones"),
    ("https://undocs.org/pdf?symbol=en/A/79/837", "A/79/837", "en", "language inside the query"),
    ("http://www.un.org/ga/search/view_doc.asp?symbol=A/RES/60/1&Lang=F", "A/RES/60/1", "fr", "old search"),
]

REFUSED_LINKS = [
    ("https://digitallibrary.un.org/record/1234", "a record is no symbol"),
    ("https://example.org/zh/A/79/837", "another site"),
    ("https://documents.un.org/prod/ods.nsf/home.xsp", "no symbol in it"),
    ("https://docs.un.org/zh/", "nothing behind the language"),
    ("https://docs.un.org/zh/about", "a page"),
    ("A/79/837", "a symbol"),
]

NAMES = [
    ("A_65_382-S_2010_490.zh.txt", ("A/65/382", "S/2010/490"), "zh", "double symbol"),
    ("A_79_837.zh.txt", ("A/79/837",), "zh", "language after a point"),
    ("A_RES_70_10-EN.pdf", ("A/RES/70/10",), "en", "language after a hyphen"),
    ("S_RES_2803_(2025)-EN.pdf", ("S/RES/2803(2025)",), "en", "underscore before the year"),
    ("S_RES_2421(2018)-EN.pdf", ("S/RES/2421(2018)",), "en", "no underscore before the year"),
    ("S_RES_0918_1994_EN_GOLD.txt", ("S/RES/918(1994)",), "en", "leading zero, year without brackets"),
    ("S_RES_918_1994_ZH_partial.txt", ("S/RES/918(1994)",), "zh", "words after the language"),
    ("A_80_604_Add.13.docx", ("A/80/604/Add.13",), None, "no language"),
    ("A_80_604_Add.13", ("A/80/604/Add.13",), None, "no extension"),
    ("A_C.4_SR.985-FR.pdf", ("A/C.4/SR.985",), "fr", "summary record"),
    ("some/folder/A_45_260-EN.pdf", ("A/45/260",), "en", "path"),
    ("A_62_17_(PartI)-EN.pdf", ("A/62/17(PartI)",), "en", "underscore before a bracket at the end"),
]


@pytest.mark.parametrize(("address", "symbol", "language", "reason"), LINKS, ids=[row[3] for row in LINKS])
def test_from_link(address: str, symbol: str, language: str | None, reason: str) -> None:
    assert from_link(address) == (parse(symbol), language), reason


@pytest.mark.parametrize(("address", "reason"), REFUSED_LINKS, ids=[row[1] for row in REFUSED_LINKS])
def test_refused_links(address: str, reason: str) -> None:
    with pytest.raises(SymbolError):
        from_link(address)


def test_joint_link() -> None:
    symbols, language = joint_from_link("https://undocs.org/en/A/65/382-S/2010/490")
    assert (list(map(str, symbols)), language) == (["A/65/382", "S/2010/490"], "en")


@given(
    st.sampled_from(SYMBOLS),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["docs.un.org", "undocs.org", "documents.un.org"]),
)
def test_link_and_back(text: str, language: str, site: str) -> None:
    assert from_link(link(parse(text), language, site)) == (parse(text), language)


@pytest.mark.parametrize(("language", "site"), [("de", "docs.un.org"), ("EN", "docs.un.org"), ("en", "un.org")])
def test_link_knows_languages_and_sites(language: str, site: str) -> None:
    with pytest.raises(UnknownTermError):
        link(parse("A/79/837"), language, site)


@pytest.mark.parametrize("text", ["A/DEC/50/411", "E.02.II.D.12"])
def test_no_link_where_no_document_is_issued(text: str) -> None:
    with pytest.raises(SymbolError):
        link(parse(text), "en")


@pytest.mark.parametrize(("name", "symbols", "language", "reason"), NAMES, ids=[row[0] for row in NAMES])
def test_from_file_name(name: str, symbols: tuple[str, ...], language: str | None, reason: str) -> None:
    found, found_language = from_file_name(name)
    assert (tuple(map(str, found)), found_language) == (symbols, language), reason


@pytest.mark.parametrize("name", ["A_C.3_78_L.draft.zh.txt", "report.pdf", "README.md", "notes_2004.txt", ""])
def test_file_names_without_symbol(name: str) -> None:
    with pytest.raises(SymbolError):
        from_file_name(name)


@given(st.sampled_from(SYMBOLS), st.sampled_from(LANGUAGES), st.sampled_from(["pdf", "docx", "txt", "html"]))
def test_file_name_and_back(text: str, language: str, extension: str) -> None:
    assert from_file_name(file_name(parse(text), language, extension)) == ((parse(text),), language)
