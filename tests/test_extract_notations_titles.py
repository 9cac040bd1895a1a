"""Every way in which Chinese documents cite by title or by pointing back, as a row, with what it must not find."""

import pytest
from notations import RESOLUTION, Expected, check, cited, found_in

TITLES = [
    (
        "落实《2030年可持续发展议程》。",
        [cited("《2030年可持续发展议程》", "A/RES/70/1", name="2030年可持续发展议程")],
        "in the registry",
    ),
    ("落实“2030年可持续发展议程”。", [cited("“2030年可持续发展议程”", "A/RES/70/1")], "between quotation marks"),
    (
        "各国应加入联合国海洋法公约。",
        [cited("联合国海洋法公约", "A/CONF.62/122", instrument="unclos")],
        "without marks, known by name",
    ),
    (
        "通过“关于某某问题的宣言”。",
        [cited("“关于某某问题的宣言”", kind="instrument")],
        "a declaration between quotation marks",
    ),
    ("发表“某某公报”。", [cited("“某某公报”", kind="other-org")], "a communiqué is another body's text"),
    ("“人人享有”和“伙伴关系”。", [], "quotation marks around other words"),
    (
        "联合国《反腐败公约》。",
        [cited("《反腐败公约》", "A/RES/58/4", instrument="uncac", name="联合国反腐败公约")],
        "owner outside the marks",
    ),
    (
        "《北京宣言》和《行动纲要》。",
        [cited("《北京宣言》", "A/CONF.177/20/Rev.1"), cited("《行动纲要》", "A/CONF.177/20/Rev.1")],
        "a pair",
    ),
    (
        "《残疾人权利公约》及其《任择议定书》。",
        [cited("《残疾人权利公约》", "A/RES/61/106"), cited("《任择议定书》", "A/RES/61/106", instrument="crpd-op")],
        "the protocol of the convention beside it",
    ),
    (
        "《残疾人权利公约》。缔约国批准了《公约》及其《任择议定书》。",
        [
            cited("《残疾人权利公约》", "A/RES/61/106"),
            cited("《公约》", "A/RES/61/106", name="残疾人权利公约"),
            cited("《任择议定书》", "A/RES/61/106", instrument="crpd-op"),
        ],
        "the protocol of a convention by its short form",
    ),
    (
        "《儿童权利公约》及其《任择议定书》。",
        [cited("《儿童权利公约》", "A/RES/44/25"), cited("《任择议定书》", instrument=None)],
        "a convention with several protocols",
    ),
    (
        "落实2005年和2010年联合国首脑会议成果文件。",
        [cited("2005年", "A/RES/60/1"), cited("2010年联合国首脑会议成果文件", "A/RES/65/1")],
        "told by years, the noun once",
    ),
    (
        "落实《全球反恐行动计划》(2007-2012年)。",
        [cited("《全球反恐行动计划》")],
        "years after the marks are not in the span",
    ),
    (
        "依照安全理事会暂行议事规则第15条。",
        [cited("安全理事会暂行议事规则", instrument="sc-rules", pinpoint="第15条")],
        "rules of procedure without marks",
    ),
    ("世界卫生大会议事规则第3条。", [], "the rules of another assembly"),
    (
        "参加给予殖民地国家和人民独立宣言执行情况特别委员会。",
        [cited("给予殖民地国家和人民独立宣言", "A/RES/1514(XV)")],
        "a long name, whatever stands before it",
    ),
    ("联合国气候变化框架公约秘书处。", [cited("联合国气候变化框架公约", instrument="unfccc")], "in the name of a body"),
    ("全面禁止核试验条约组织和集体安全条约组织。", [], "bodies that are named after no document"),
    (
        "1999年7月15日《日内瓦第四公约》缔约国会议。",
        [cited("《日内瓦第四公约》", date=None)],
        "the date of a conference is not that of the convention",
    ),
    (
        "2010年，会议通过了《某某声明》和《某某行动计划》。",
        [cited("《某某声明》", date="2010"), cited("《某某行动计划》", date="2010")],
        "one act made both",
    ),
    (
        "2013年3月举行了第128届大会。这次辩论的正式成果被称为“基多公报”。",
        [cited("“基多公报”", date="2013-03")],
        "the outcome of an event dated in the sentence before",
    ),
    (
        "2013年3月和2014年5月举行了两次大会。这次辩论的成果被称为“基多公报”。",
        [cited("“基多公报”", date=None)],
        "the same where two dates stand before",
    ),
    (
        "2013年3月举行了大会。与会者还提到“基多公报”。",
        [cited("“基多公报”", date=None)],
        "no outcome of it",
    ),
    (
        "就题为“无核武器世界”的决议草案提供咨询，该决议草案在2014年3月举行的大会上获得通过。",
        [cited("“无核武器世界”的决议草案", date="2014-03"), cited("该决议草案", date="2014-03")],
        "the date of adoption is said of the demonstrative",
    ),
    ("2015年后发展议程、2015年后减少灾害风险框架和千年发展目标。", [], "agendas not yet adopted, and goals"),
]


SHORT_FORMS = [
    (
        "《残疾人权利公约》(《公约》)有多个缔约国。《儿童权利公约》另有规定。《公约》缔约国开会。",
        [
            cited("《残疾人权利公约》", "A/RES/61/106"),
            cited("《公约》", "A/RES/61/106"),
            cited("《儿童权利公约》", "A/RES/44/25"),
            cited("《公约》", "A/RES/61/106"),
        ],
        "a declared short form keeps its meaning",
    ),
    (
        "《残疾人权利公约》(下称“《公约》”)有多个缔约国。《儿童权利公约》另有规定。《公约》缔约国开会。",
        [
            cited("《残疾人权利公约》", "A/RES/61/106"),
            cited("《公约》", "A/RES/61/106"),
            cited("《儿童权利公约》", "A/RES/44/25"),
            cited("《公约》", "A/RES/61/106"),
        ],
        "declared with 下称",
    ),
    (
        "《残疾人权利公约》生效。《儿童权利公约》第三条。《公约》缔约国开会。",
        [
            cited("《残疾人权利公约》", "A/RES/61/106"),
            cited("《儿童权利公约》", "A/RES/44/25", pinpoint="第三条"),
            cited("《公约》", "A/RES/44/25", name="儿童权利公约"),
        ],
        "undeclared: the last full title that fits",
    ),
    (
        "《残疾人权利公约》和《儿童权利公约》生效。《公约》缔约国开会。",
        [
            cited("《残疾人权利公约》", "A/RES/61/106"),
            cited("《儿童权利公约》", "A/RES/44/25"),
            cited("《公约》", candidates=("A/RES/61/106", "A/RES/44/25")),
        ],
        "two of one breath fit: candidates, no target",
    ),
    (
        "《儿童权利公约》生效。《某某渔业公约》也已生效。《公约》缔约国开会。",
        [cited("《儿童权利公约》", "A/RES/44/25"), cited("《某某渔业公约》"), cited("《公约》", name="某某渔业公约")],
        "the last that fits is one that nobody knows",
    ),
    (
        "《儿童权利公约》生效。“关于某某的公约”也已生效。《公约》缔约国开会。",
        [cited("《儿童权利公约》", "A/RES/44/25"), cited("“关于某某的公约”"), cited("《公约》", name="关于某某的公约")],
        "the same between quotation marks",
    ),
    (
        "《世界人权宣言》和《2030年可持续发展议程》。《宣言》第三条。",
        [
            cited("《世界人权宣言》", "A/RES/217(III)", part="A"),
            cited("《2030年可持续发展议程》", "A/RES/70/1"),
            cited("《宣言》", "A/RES/217(III)", part="A", pinpoint="第三条"),
        ],
        "the last that fits, not the last",
    ),
    (
        "《宪章》第七章。",
        [cited("《宪章》", instrument="un-charter", pinpoint="第七章")],
        "one instrument by that name in any document",
    ),
    ("《公约》缔约国开会。", [cited("《公约》")], "no antecedent"),
]


ANAPHORA = [
    (
        "大会第77/159号决议鼓励各国。该决议建议开展合作。",
        [cited("大会第77/159号决议", "A/RES/77/159"), cited("该决议", "A/RES/77/159")],
        "该决议",
    ),
    (
        "大会在第77/159号决议第3段中请秘书长汇报，并在同一决议第5段中决定。",
        [
            cited("第77/159号决议", "A/RES/77/159", pinpoint="第3段"),
            cited("同一决议", "A/RES/77/159", pinpoint="第5段"),
        ],
        "同一决议",
    ),
    (
        "大会第77/159号决议鼓励各国。大会还通过了一项决议。该决议建议开展合作。",
        [cited("大会第77/159号决议", "A/RES/77/159"), cited("该决议")],
        "never across a resolution that is named without a number",
    ),
    (
        "大会第77/159号决议鼓励各国。第abc/3号决议随后通过。该决议建议开展合作。",
        [cited("大会第77/159号决议", "A/RES/77/159"), cited("该决议")],
        "never across a number that could not be read",
    ),
    (
        "《儿童权利公约》生效。各国随后订立了关于渔业的公约。各国批准该公约。",
        [cited("《儿童权利公约》", "A/RES/44/25"), cited("该公约")],
        "never across a convention that is only described",
    ),
    (
        "消除对妇女歧视委员会第40号一般性建议(CEDAW/C/GC/40)。上述第40号一般性建议要求。",
        [
            cited("消除对妇女歧视委员会第40号一般性建议", "CEDAW/C/GC/40"),
            cited("CEDAW/C/GC/40", "CEDAW/C/GC/40"),
            cited("上述第40号一般性建议", "CEDAW/C/GC/40"),
        ],
        "上述建议",
    ),
    (
        "欢迎《世界人权宣言》和《联合国千年宣言》，并强调执行这些文书。",
        [
            cited("《世界人权宣言》", "A/RES/217(III)"),
            cited("《联合国千年宣言》", "A/RES/55/2"),
            cited("这些文书", "A/RES/217(III)", "A/RES/55/2"),
        ],
        "several at once",
    ),
    (
        "就题为“无核武器世界”的决议草案提供咨询，该决议草案已获通过。",
        [cited("“无核武器世界”的决议草案", kind="other-org"), cited("该决议草案", name="无核武器世界")],
        "该决议草案",
    ),
    (
        "《国内和国际法治问题高级别会议宣言》获得通过。与会者理解高级别会议的宣言，特别是因为该宣言确认了议会的作用。",
        [
            cited("《国内和国际法治问题高级别会议宣言》", "A/RES/67/1"),
            cited("该宣言", "A/RES/67/1"),
        ],
        "the antecedent is described by the end of a title named before",
    ),
    (
        "《国内和国际法治问题高级别会议宣言》获得通过。与会者理解另一次会议的宣言，特别是因为该宣言确认了议会的作用。",
        [
            cited("《国内和国际法治问题高级别会议宣言》", "A/RES/67/1"),
            cited("该宣言"),
        ],
        "the antecedent is described in words that fit no title",
    ),
    (
        "大会第77/159号决议鼓励各国执行决议。该决议建议开展合作。",
        [cited("大会第77/159号决议", "A/RES/77/159"), cited("该决议", "A/RES/77/159")],
        "the bare noun means the same resolution",
    ),
    ("本决议和本报告，其中第3段。", [], "the document itself"),
    ("该委员会和该公约缔约国。", [], "a body, and the parties to a convention that nothing names"),
]


RECORDS = [
    (
        "《大会正式记录，第六十五届会议，补编第5号》(A/65/5)。",
        [cited("《大会正式记录，第六十五届会议，补编第5号》", "A/65/5", kind="record"), cited("A/65/5", "A/65/5")],
        "official record and symbol are two citations",
    ),
    (
        "《大会正式记录，第六十五届会议，补编第5号》，第二章。",
        [cited("《大会正式记录，第六十五届会议，补编第5号》", candidates=("A/65/5",))],
        "a supplement whose symbol is not printed",
    ),
    (
        "《经济及社会理事会正式记录，2010年，补编第6号》(E/2010/26)。",
        [
            cited("《经济及社会理事会正式记录，2010年，补编第6号》", "E/2010/26"),
            cited("E/2010/26", "E/2010/26"),
        ],
        "a supplement whose number is not that of its symbol",
    ),
    (
        "《某某手册》(联合国出版物，出售品编号：C.08.V.5)。",
        [cited("《某某手册》(联合国出版物，出售品编号：C.08.V.5)", kind="record")],
        "sales number in a bracket",
    ),
    (
        "《某某手册》，联合国出版物，出售品编号：C.08.V.5。",
        [cited("《某某手册》，联合国出版物，出售品编号：C.08.V.5", kind="record")],
        "sales number after a comma",
    ),
    (
        "见联合国出版物，出售品编号：C.08.V.5。",
        [cited("联合国出版物，出售品编号：C.08.V.5", kind="record")],
        "a sales number alone",
    ),
    (
        "《第四次妇女问题世界会议的报告》(联合国出版物，出售品编号：C.96.IV.13)。",
        [cited("《第四次妇女问题世界会议的报告》(联合国出版物，出售品编号：C.96.IV.13)", "A/CONF.177/20/Rev.1")],
        "a sales number whose document is known",
    ),
    ("联合国出版物目录。", [], "publications without a number"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TITLES, ids=[reason for *_, reason in TITLES])
def test_titles(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected", "reason"), SHORT_FORMS, ids=[reason for *_, reason in SHORT_FORMS])
def test_short_forms(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected", "reason"), ANAPHORA, ids=[reason for *_, reason in ANAPHORA])
def test_anaphora(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected", "reason"), RECORDS, ids=[reason for *_, reason in RECORDS])
def test_official_records_and_publications(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


def test_a_footnote_is_bound_both_ways() -> None:
    found = {
        each.span.text: each
        for each in found_in("回顾《某某原则宣言》，² 并欢迎《宪章》，\n\n² 第55/2号决议。", RESOLUTION)
    }
    assert found["《某某原则宣言》"].footnote_ref == "2"
    assert found["《某某原则宣言》"].targets == ("A/RES/55/2",)
    assert found["第55/2号决议"].footnote == "2"
    assert found["《宪章》"].footnote_ref is None


def test_two_members_of_a_coordination_share_the_marker_after_the_second() -> None:
    text = "落实《北京宣言》和《行动纲要》，² 以及《2030年可持续发展议程》，\n\n² 第55/2号决议。"
    found = {each.span.text: each.footnote_ref for each in found_in(text, RESOLUTION)}
    assert found == {
        "《北京宣言》": "2",
        "《行动纲要》": "2",
        "《2030年可持续发展议程》": None,
        "第55/2号决议": None,
    }
