"""How rows of notations are checked: what a careful reader finds in a text, against what extraction finds."""

from dataclasses import dataclass, field

from corpus import read_text
from extract.citations import find_citations
from extract.masthead import masthead
from extract.reading import Reading
from extract.records import Citation

REPORT = "秘书长的报告\n\n一. 导言\n\n1. {}\n"
RESOLUTION = "76/270. 互动\n\n大会，\n\n{}\n\n1. 决定。\n"


@dataclass(frozen=True)
class Expected:
    """What must be found: its words, its targets, and the fields that the row is about."""

    words: str
    targets: tuple[str, ...]
    fields: dict[str, object] = field(default_factory=dict)


def cited(words: str, *targets: str, **fields: object) -> Expected:
    return Expected(words, targets, fields)


def found_in(text: str, frame: str = REPORT) -> list[Citation]:
    name = "A_79_837.zh.txt" if frame == REPORT else "A_RES_76_270.zh.txt"
    reading = Reading(read_text(frame.format(text), name))
    return [found for found in find_citations(reading, masthead(reading, name)) if found.kind != "self"]


def check(text: str, expected: list[Expected], frame: str = REPORT) -> None:
    found = found_in(text, frame)
    assert [each.span.exact for each in found] == [each.words for each in expected]
    assert [each.targets for each in found] == [each.targets for each in expected]
    for each, wanted in zip(found, expected, strict=True):
        assert {name: getattr(each, name) for name in wanted.fields} == wanted.fields
        assert each.targets or each.reason, "what is not resolved has a reason"
