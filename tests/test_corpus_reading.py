"""Sources become documents: decoding, walking, and an exact way back to the source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import BlockKind, Document, read_document, read_text, walk
from corpus.specimens import specimens
from ontology.errors import DocumentError

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
needs_real_documents = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not on this machine")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"%PDF-1.7\x00\x01\x02", "a binary file"),
        ("大会，".encode("gb18030"), "not UTF-8"),
        ("大会，".encode("utf-16"), "UTF-16, not UTF-8"),
        (b"12345 67890", "no text in an official language"),
    ],
    ids=["empty", "blank", "binary", "gb18030", "utf-16", "numbers only"],
)
def test_what_is_no_document_is_refused_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError) as error:
        read_document(path)
    assert reason in str(error.value)
    assert "source.txt" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_byte_order_mark_does_not_hide_the_first_line() -> None:
    document = read_text("\ufeff大会，\n\n回顾其第57/32号决议，\n", "a.txt")
    assert document.blocks[0].kind is BlockKind.OPENING


def test_walk_takes_each_file_once_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", "deep/ignored.bin"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("大会，", encoding="utf-8")
    found = [path.name for path in walk([tmp_path, tmp_path / "a.txt"])]
    assert found == ["a.txt", "b.txt", "c.txt"]


def test_walk_refuses_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file or folder"):
        list(walk([tmp_path / "missing"]))


def check_way_back(document: Document) -> None:
    """Every character of the canonical text stands, narrowed or widened at most, at its source offset."""
    for offset, character in enumerate(document.text):
        start, end = document.source_span(offset, offset + 1)
        assert end == start + 1
        if not character.isspace() and character not in "，：；？！":
            there = document.source[start]
            assert there == character or not there.isascii() or there.isspace(), (offset, character, there)


@pytest.mark.parametrize("path", sorted(specimens().glob("*.txt")), ids=lambda path: path.name)
def test_offsets_lead_back_to_the_source_of_specimens(path: Path) -> None:
    check_way_back(read_document(path))


@needs_real_documents
@pytest.mark.parametrize(
    "name",
    [
        "A_RES_76_270.zh.txt",
        "A_79_837.zh.txt",
        "A_68_827.zh.txt",
        "A_65_382-S_2010_490.zh.txt",
        "A_C.3_78_L.draft.zh.txt",
    ],
)
def test_offsets_lead_back_to_the_source_of_real_documents(name: str) -> None:
    check_way_back(read_document(SHARED / name))


@given(st.text(alphabet="大会回顾第决议，。；《》 \n\t12/(a)A（）１／ー_", min_size=1, max_size=200))
def test_any_text_is_read_and_its_offsets_lead_back(text: str) -> None:
    source = "大会决议" + text
    document = read_text(source, "any.txt")
    check_way_back(document)
    ends = [block.end for block in document.blocks]
    assert ends == sorted(ends)
    assert all(document.text[block.end] == "\n" for block in document.blocks)


@given(st.text(alphabet="大会回顾第决议，。； \n12/(A)", max_size=150))
def test_reading_a_canonical_text_again_changes_no_block(text: str) -> None:
    once = read_text("大会决议\n\n" + text, "a.txt").text
    joined = once.replace("\n", "\n\n")
    assert read_text(joined, "a.txt").text.replace("\n", "") == once.replace("\n", "")


@needs_real_documents
@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("A_RES_76_270.zh.txt", BlockKind.PREAMBULAR, 20),
        ("A_RES_76_270.zh.txt", BlockKind.OPERATIVE, 28),
        ("A_RES_76_270.zh.txt", BlockKind.FOOTNOTE, 9),
        ("A_RES_76_270.zh.txt", BlockKind.LINK, 12),
        ("A_C.3_78_L.draft.zh.txt", BlockKind.PREAMBULAR, 16),
        ("A_C.3_78_L.draft.zh.txt", BlockKind.OPERATIVE, 17),
        ("A_79_837.zh.txt", BlockKind.NUMBERED, 98),
        ("A_68_827.zh.txt", BlockKind.NUMBERED, 32),
        ("A_68_827.zh.txt", BlockKind.FOOTNOTE, 6),
        ("A_65_382-S_2010_490.zh.txt", BlockKind.NUMBERED, 191),
    ],
)
def test_real_documents_have_their_paragraphs(name: str, kind: BlockKind, count: int) -> None:
    document = read_document(SHARED / name)
    assert sum(block.kind is kind for block in document.blocks) == count


@needs_real_documents
def test_every_footnote_of_a_real_resolution_is_called_where_it_is_printed() -> None:
    document = read_document(SHARED / "A_RES_76_270.zh.txt")
    before = {note.label: document.text[note.markers[0] - 4 : note.markers[0]] for note in document.footnotes}
    assert before["1"] == "议成果》"
    assert before["7"].endswith("纲要》，")
    assert before["9"].endswith("报告，")


def test_a_file_whose_name_cannot_be_printed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a\udcff.txt"
    path.write_text("The General Assembly,\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="the name of the file is not UTF-8"):
        read_document(path)


# Each row: blocks of a report, the labels of its numbered paragraphs, and why.
COUNTS = [
    (
        ("1. It met.", "2. It spoke.", "1. Costs", "3. It paid.", "2. Staff", "4. It left."),
        "1 2 3 4",
        "headings count apart",
    ),
    (("1. It met.", "2. It quoted:", "1. The parties agree.", "3. It left."), "1 2 1 3", "a list holds up the count"),
    (("Report.", "3. It met.", "4. It left."), "3 4", "the first page is missing"),
]


@pytest.mark.parametrize(("blocks", "labels", "reason"), COUNTS, ids=[row[2] for row in COUNTS])
def test_paragraphs_of_a_report_are_counted(blocks: tuple[str, ...], labels: str, reason: str) -> None:
    document = read_text("\n\n".join(blocks), "a.txt", language="en")
    found = [block.label for block in document.blocks if block.kind is BlockKind.NUMBERED]
    assert " ".join(map(str, found)) == labels, reason
