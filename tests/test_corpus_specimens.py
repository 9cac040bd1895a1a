"""The specimens are the demo's collection: what they promise is checked here without our own extractors."""

import csv
import re
from pathlib import Path
from unicodedata import normalize

import pytest

import corpus
from ontology.symbol import split_joint
from ontology.symbol_links import from_file_name

FOLDER = Path(corpus.__file__).parent / "specimens"
FILES = tuple(sorted(FOLDER.glob("*.txt")))
PAIRS = ("A_73_325", "A_RES_73_24")
NOTICES = {
    "zh": "样本：为 resograph 编写，仿正式文件的格式，不是正式文件的文本。",
    "en": "Specimen written for resograph in the form of an official document; not the text of one.",
}

PAGE_MARK = re.compile(r"\s*\d+/\d+(?: \d\d-\d+)?\s*")
REFERENCE = re.compile(
    r"""
    (?<![A-Za-z0-9])[A-Z](?:/(?:[A-Z]+\.?[0-9]*|[0-9]+)(?:\.[0-9]+)?)+   # A/HRC/30/50, A/C.3/66/L.7
        (?:\((?:[0-9]{4}|[IVXL]+|Part\s?[IVX]+)\))?                      # S/RES/2250(2015)
        (?:-[A-Z](?:/[0-9]+)+)?                                          # A/72/761-S/2018/86
    | (?<![A-Za-z0-9/.])[0-9]{1,4}/[0-9]{1,3}(?:\ [A-Z](?![A-Za-z]))?    # 58/5, 40/64 G
        (?![0-9/-])
    | (?<![A-Za-z0-9/])[0-9]{1,4}(?:\ [A-Z])?\((?:[0-9]{4}|[IVXL]+)\)    # 2775 D(XXVI), 1325(2000)
    """,
    re.VERBOSE,
)


def lines_of(path: Path) -> list[str]:
    return normalize("NFKC", path.read_text(encoding="utf-8")).splitlines()


def language_of(path: Path) -> str:
    return path.suffixes[-2].removeprefix(".")


def symbol_of(path: Path) -> str:
    return path.name.removesuffix(f".{language_of(path)}.txt").replace("_", "/")


def references_of(path: Path) -> set[str]:
    """Give the symbols and numbers of other documents in running text and footnotes, no blank before a bracket."""
    own = symbol_of(path)
    printed = (line.strip() for line in lines_of(path) if "://" not in line and not PAGE_MARK.fullmatch(line))
    kept = (line for line in printed if not line.startswith(own) and not line.endswith(own))
    text = ("" if language_of(path) == "zh" else " ").join(kept)
    found = set(REFERENCE.findall(re.sub(r"(?<=[0-9A-Z]) (?=\()", "", text)))
    return found - {own, own.rpartition("RES/")[2]}


def sources() -> list[dict[str, str]]:
    with (FOLDER / "SOURCES.tsv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def test_there_are_enough_documents_and_the_folder_is_small() -> None:
    assert len({symbol_of(path) for path in FILES}) >= 10
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 120_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_specimen_says_that_it_is_one(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert NOTICES[language_of(path)] in (lines[0], lines[-1])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_text_is_plain_utf8_of_a_readable_length(path: Path) -> None:
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert 20 <= sum(1 for line in lines_of(path) if line.strip()) <= 120


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_name_of_the_file_is_a_symbol_of_the_sources(path: Path) -> None:
    symbols, language = from_file_name(path.name)
    assert [str(symbol) for symbol in symbols] == [symbol_of(path)]
    assert language == language_of(path)
    assert symbol_of(path) in {row["symbol"] for row in sources()}


def test_the_symbols_of_the_sources_are_canonical() -> None:
    symbols = [row["symbol"] for row in sources()]
    assert ["-".join(map(str, split_joint(symbol))) for symbol in symbols] == symbols


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_masthead_tells_what_a_reader_of_metadata_needs(path: Path) -> None:
    head = "".join(line.strip() for line in lines_of(path)[:40])
    assert re.search(r"第.{1,4}届会议|[Ss]ession|安全理事会|S/2020/167", head)
    assert re.search(r"[12]\d{3} ?年|[12]\d{3}", "".join(lines_of(path)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_reference_is_in_the_table_of_sources(path: Path) -> None:
    rows = sources()
    known = {row["symbol"] for row in rows} | {row["number"] for row in rows}
    assert references_of(path) - known == set()


def test_every_link_line_leads_to_a_document_of_the_table() -> None:
    known = {row["symbol"] for row in sources()}
    links = [line for path in FILES for line in lines_of(path) if line.startswith("https://")]
    assert len(links) > 20
    assert {link.split("/", maxsplit=4)[4] for link in links} <= known


def test_every_source_is_used_and_told_once_with_its_place() -> None:
    rows = sources()
    printed = set().union(*(references_of(path) for path in FILES)) | {symbol_of(path) for path in FILES}
    links = {line for path in FILES for line in lines_of(path) if line.startswith("https://")}
    linked = {link.split("/", maxsplit=4)[4] for link in links}
    assert [row["symbol"] for row in rows if not {row["symbol"], row["number"]} & (printed | linked)] == []
    assert len({row["symbol"] for row in rows}) == len(rows)
    assert all(row["date"] and row["what"] and row["read_in"].startswith("http") for row in rows)


@pytest.mark.parametrize("name", PAIRS)
def test_both_languages_of_a_pair_refer_to_the_same_documents(name: str) -> None:
    chinese, english = (FOLDER / f"{name}.{language}.txt" for language in ("zh", "en"))
    assert references_of(chinese) == references_of(english)
    assert len(references_of(chinese)) >= 10


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("number with the session in Roman numerals", r"第217 A\(III\)号决议"),
        ("number, part and session", r"第2775 D\(XXVI\)号决议"),
        ("decision of the General Assembly", r"第58/503 A号决定"),
        ("double symbol", r"A/72/761-S/2018/86"),
        ("official records with their supplement", r"《大会正式记录,[^》]+补编第47号》\(A/44/47\)"),
        ("list under one noun", r"第1325\(2000\)、第1820\(2008\)、"),
        ("issuer told by a pronoun", r"回顾其2003年11月3日第58/5号"),
        ("report asked for at a session", r"向大会第七十三届会议提交报告"),
        ("report that answers", r"根据大会第71/160号决议提交"),
        ("short form declared", r"联合国开发计划署\(开发署\)"),
        ("short form used", r"教科文组织和儿基会都"),
        ("sponsors of a draft", r"摩尔多瓦共和国、葡萄牙和塞内加尔:决议草案"),
        ("document of another organization", r"世界卫生组织,文件A71/18"),
        ("rule above footnotes", r"_{10}"),
    ],
)
def test_the_collection_holds_the_form(form: str, pattern: str) -> None:
    texts = ("".join("".join(lines_of(path)).split(" ")) for path in FILES)
    assert any(re.search(pattern.replace(" ", ""), text) for text in texts), form
