"""Which word governs a citation, and what the citation does by it, as rows."""

import pytest
from notations import RESOLUTION, found_in

VERBS = [
    (
        "落实《甲乙宣言》、在《丙丁公约》下通过的《戊己协定》以及《庚辛议程》。",
        ["落实", "在…下通过", "落实", "落实"],
        "over a frame",
    ),
    ("例如《甲乙宣言》、世界议长大会的各项《最后宣言》。", ["例如", "例如"], "over the owner of the next member"),
    ("落实《甲乙宣言》、赞同委员会的《最后宣言》。", ["落实", "赞同"], "another verb between"),
    ("按照原则行事，并与《宪章》保持一致。", ["与…保持一致"], "a preposition and its verb"),
    ("支持议会将《甲乙公约》转化为国家立法。", ["将…转化为"], "another"),
    ("向气候变化和《甲乙公约》进程推广。", ["向…推广"], "another, with words between"),
    ("本报告以《甲乙议程》为框架。", ["以…为框架"], "what it is made the frame of"),
    ("把《甲乙公约》第三十一条作为依据。", ["把…作为"], "over a pinpoint"),
    ("向各国介绍《甲乙公约》进程的推广情况。", ["介绍"], "a nearer verb"),
    ("联合报告(见A/63/666)和秘书长的报告(A/64/359)的主题。", ["见", None], "a verb in another bracket"),
    ("见《大会正式记录，第七十八届会议，补编第53号》(A/78/53)。", ["见", "见"], "commas of a title end no clause"),
    ("各国实施《甲乙条约》，该条约得到批准。", ["实施", None], "the subject of a new clause"),
    ("强调如第1325(2000)号决议所述，", ["如"], "the word right before"),
]


FUNCTIONS = [
    ("重申设立援助团的1993年10月5日第872(1993)号决议，", ["reaffirms"], "what the cited resolution did"),
    (
        "重申设立援助团的第872(1993)号决议，延长任务期限至7月29日的1994年4月5日第909(1994)号决议，",
        ["reaffirms"] * 2,
        "the same twice",
    ),
    ("重申各国有义务依照第57/32号决议合作，", ["cites"], "what States ought to do"),
    ("延长第2140(2014)号决议规定的措施，", ["decides"], "an act of its own"),
]


@pytest.mark.parametrize(("text", "verbs", "reason"), VERBS, ids=[reason for *_, reason in VERBS])
def test_the_word_that_governs(text: str, verbs: list[str | None], reason: str) -> None:
    assert [each.verb for each in found_in(text)] == verbs


@pytest.mark.parametrize(("text", "functions", "reason"), FUNCTIONS, ids=[reason for *_, reason in FUNCTIONS])
def test_what_a_citation_does(text: str, functions: list[str], reason: str) -> None:
    assert [each.function for each in found_in(text, RESOLUTION)] == functions
