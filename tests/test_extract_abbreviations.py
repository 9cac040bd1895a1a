"""Declared short forms: what is one, where its full name begins, and what is none."""

from dataclasses import replace

import pytest

from corpus import read_text
from extract.abbreviations import abbreviations, share, to_records
from extract.reading import Reading


def pairs(text):
    return [(a.full, a.short, a.entity) for a in abbreviations(Reading(read_text(text, "a.txt")))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a listed name that ends before the bracket
        ("同联合国儿童基金会(儿基会)合作。", [("联合国儿童基金会", "儿基会", "unicef")]),
        # several in a row
        (
            "世界卫生组织(世卫组织)和联合国人口基金(人口基金)。",
            [("世界卫生组织", "世卫组织", "who"), ("联合国人口基金", "人口基金", "unfpa")],
        ),
        # a short form that begins like a remark
        ("国际原子能机构(原子能机构)指出。", [("国际原子能机构", "原子能机构", "iaea")]),
        # full-width brackets in the source
        ("联合国开发计划署（开发署）继续工作。", [("联合国开发计划署", "开发署", "undp")]),
        # a declaring phrase and quotation marks
        ("世界卫生组织(以下简称“世卫组织”)指出。", [("世界卫生组织", "世卫组织", "who")]),
        ("世界卫生组织(下称世卫组织)指出。", [("世界卫生组织", "世卫组织", "who")]),
        # the listed name is only the end of the printed one
        (
            "在联合国达尔富尔混合行动(达尔富尔混合行动)方面。",
            [("联合国达尔富尔混合行动", "达尔富尔混合行动", "unamid")],
        ),
        # no body: a disease keeps its pair and has no entity
        ("采取以人为本的冠状病毒病(COVID-19)大流行全球对策。", [("冠状病毒病", "COVID-19", None)]),
        # a body that no registry lists: the left boundary is a preposition
        (
            "人权高专办与阿尔法女议员平等网络(Alfanet)合作。",
            [("阿尔法女议员平等网络", "Alfanet", "unlisted:阿尔法女议员平等网络")],
        ),
    ],
)
def test_declarations(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "议会联盟第126届大会(2012年4月)举行。",  # a date
        "在摩洛哥(阿拉伯区域)举行。",  # a region
        "提高问责制(包括履行人权义务)。",  # an explanation
        "关于该问题的综合报告(A/63/228-S/2008/531)。",  # a symbol
        "联合国教育规划干事(P-3)员额。",  # a grade
        "议会(立法机构)可发挥作用。",  # another word, not made of the letters of the name
        "例如阿希姆·卡索(德国)当选。",  # a country behind a person
        "大会第1894(LVII)号决议。",  # the session of a resolution
        "降低儿童死亡率(千年发展目标4和5)。",  # a goal
        "见第六次报告(同上)。",  # a reference
    ],
)
def test_other_brackets(text):
    assert pairs(text) == []


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("开发署", "联合国开发计划署", 1.0),  # each character, in this order
        ("禁毒办", "联合国毒品和犯罪问题办事处", 2 / 3),  # one character of another word
        ("会大", "大会", 0.5),  # the order counts
    ],
)
def test_share(short, full, expected):
    assert share(short, full) == pytest.approx(expected)


def test_record_cuts_the_source():
    source = "1. 联合国开发计\n划署(开发署)工作。\n"
    reading = Reading(read_text(source, "a.txt"))
    record = to_records(abbreviations(reading), reading)[0]
    assert record.span.text == source[record.span.start : record.span.end] == "联合国开发计\n划署(开发署)"
    assert (record.full, record.abbrev) == ("联合国开发计划署", "开发署")


def test_language_without_rules_gives_nothing():
    document = replace(read_text("The World Health Organization (WHO) notes.", "a.txt"), language="tlh")
    assert abbreviations(Reading(document)) == ()
