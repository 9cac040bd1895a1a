"""Many strings in one pass: leftmost, then longest, with offsets in code points."""

import pytest

from extract.gazetteer import Gazetteer

NAMES = Gazetteer({"大会": "ga", "大会主席": "pga", "国民大会": "assembly", "议会": "generic", "各国议会联盟": "ipu"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会主席", [(0, 4, "pga")]),  # the longest of those that begin together
        ("国民大会主席", [(0, 4, "assembly")]),  # the leftmost, although a longer one begins later
        ("各国议会联盟大会", [(0, 6, "ipu"), (6, 8, "ga")]),  # what stands inside a match is not found again
        ("𠀀大会", [(1, 3, "ga")]),  # offsets count code points, not bytes or UTF-16 units
        ("", []),  # nothing in nothing
        ("安理会", []),  # no name
    ],
)
def test_find(text, expected):
    assert list(NAMES.find(text)) == expected


def test_spans_cut_out_the_strings():
    text = "大会和各国议会联盟与国民大会" * 20
    assert {text[start:end] for start, end, _ in NAMES.find(text)} == {"大会", "各国议会联盟", "国民大会"}


def test_lookup():
    assert (NAMES.get("大会"), NAMES.get("大"), "大会" in NAMES, len(NAMES)) == ("ga", None, True, 5)


def test_empty_strings_are_passed_over():
    assert list(Gazetteer({"": 1, "会": 2}).find("大会")) == [(1, 2, 2)]
