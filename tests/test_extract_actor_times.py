"""Names that passed from one State to another: read by the date of the document."""

import pytest

from corpus import read_text
from extract import extract

HEAD = "RESOLUTION {number} ({year})\n\nThe Security Council,\n\n1. Calls upon the Congo and {other} to agree;\n"
BOTH = ("state:congo", "state:drc")

TIMES = [
    # two States had the name
    ("S_RES_0161_1961_EN.txt", 161, 1961, "Mali", [(None, BOTH), ("state:mali", ())]),
    # the capital tells
    ("S_RES_0161_1961_EN.txt", 161, 1961, "Congo (Leopoldville)", [(None, BOTH), ("state:drc", ())]),
    # one of them has it
    ("S_RES_1522_2004_EN.txt", 1522, 2004, "Mali", [("state:congo", ()), ("state:mali", ())]),
]


@pytest.mark.parametrize(("name", "number", "year", "other", "expected"), TIMES)
def test_a_name_is_read_by_the_time_of_the_document(name, number, year, other, expected):
    found = extract(read_text(HEAD.format(number=number, year=year, other=other), name))
    states = [(one.entity, one.candidates) for one in found.actors if one.actor_type == "state"]
    assert states == expected
