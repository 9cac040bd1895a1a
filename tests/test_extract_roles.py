"""The roles in which actors are named: asked by an act, taking part in an activity, sponsor, place."""

import pytest

from corpus import read_text
from extract import extract

RESOLUTION = "大会，\n\n回顾秘书长的报告，\n\n1. {}\n"
REPORT = "秘书长的报告\n\n一. 导言\n\n1. {}\n"

ROLES = [
    (RESOLUTION, "请秘书长提交报告。", {"sg": ["addressee"]}, "who is asked"),
    (RESOLUTION, "鼓励会员国与秘书长合作。", {"member-states": ["addressee"], "sg": [None]}, "who is only spoken of"),
    (RESOLUTION, "请秘书长继续在马里开展工作。", {"state:mali": ["place"]}, "a place stays a place"),
    (RESOLUTION, "欢迎秘书长的工作。", {"sg": [None]}, "an act that asks nothing"),
    (REPORT, "2023年11月，议联与开发署在肯尼亚联合举办了一次讲习班。",
     {"ipu": ["participant"], "undp": ["participant"], "state:kenya": ["place"]}, "who takes part"),
]  # fmt: skip


@pytest.mark.parametrize(("frame", "text", "expected", "reason"), ROLES, ids=[row[3] for row in ROLES])
def test_roles(frame: str, text: str, expected: dict[str, list[str | None]], reason: str) -> None:
    found = extract(read_text(frame.format(text), "a.txt"))
    first = next(actor.span.start for actor in found.actors if actor.paragraph == "1")
    named = [actor for actor in found.actors if actor.span.start >= first]
    assert {entity: [actor.role for actor in named if actor.entity == entity] for entity in expected} == expected, (
        reason
    )
