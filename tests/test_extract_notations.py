"""Every notation by which Chinese documents cite by number or symbol, as a row: the words, what is in them, and why."""

import pytest
from notations import RESOLUTION, Expected, check, cited, found_in

_FREE = frozenset({"symbol", "url", "resolution", "decision", "recommendation", "anaphora"})

TWENTY = (
    1265,
    1267,
    1296,
    1314,
    1325,
    1373,
    1540,
    1566,
    1612,
    1624,
    1674,
    1738,
    1820,
    1882,
    1888,
    1889,
    1894,
    1960,
    1977,
    1989,
)
YEARS = (
    1999,
    1999,
    2000,
    2000,
    2000,
    2001,
    2004,
    2004,
    2005,
    2005,
    2006,
    2006,
    2008,
    2009,
    2009,
    2009,
    2009,
    2010,
    2011,
    2011,
)
LONG = "、".join(f"第{number}({year})" for number, year in zip(TWENTY, YEARS, strict=True))

LISTS = [
    (
        "安全理事会" + LONG + "号决议。",
        [
            cited(
                ("安全理事会" if index == 0 else "") + f"第{number}({year})" + ("号决议" if index == 19 else ""),
                f"S/RES/{number}({year})",
                issuer="sc",
            )
            for index, (number, year) in enumerate(zip(TWENTY, YEARS, strict=True))
        ],
        "twenty members, 号 and noun once after all",
    ),
    (
        "大会第57/32、59/19和61/6号决议。",
        [
            cited("大会第57/32", "A/RES/57/32", issuer="ga"),
            cited("59/19", "A/RES/59/19", issuer="ga"),
            cited("61/6号决议", "A/RES/61/6", issuer="ga"),
        ],
        "第…号 once around all, the body named once for all",
    ),
    (
        "第1325(2000)号和1820(2008)号决议。",
        [cited("第1325(2000)号", "S/RES/1325(2000)"), cited("1820(2008)号决议", "S/RES/1820(2008)")],
        "second member without 第",
    ),
    (
        "大会2002年11月19日第57/32号、2004年11月8日第59/19号和2018年5月22日第72/278号决议。",
        [
            cited("第57/32号", "A/RES/57/32", date="2002-11-19", issuer="ga"),
            cited("第59/19号", "A/RES/59/19", date="2004-11-08", issuer="ga"),
            cited("第72/278号决议", "A/RES/72/278", date="2018-05-22", issuer="ga"),
        ],
        "leading dates",
    ),
    (
        "大会第46/182号决议和安全理事会第1540(2004)号决议。",
        [
            cited("大会第46/182号决议", "A/RES/46/182", issuer="ga"),
            cited("安全理事会第1540(2004)号决议", "S/RES/1540(2004)", issuer="sc"),
        ],
        "each member with its own body and noun",
    ),
    (
        "人权理事会第5/1号和第5/2号决议。",
        [
            cited("人权理事会第5/1号", "A/HRC/RES/5/1", issuer="hrc"),
            cited("第5/2号决议", "A/HRC/RES/5/2", issuer="hrc"),
        ],
        "the body named once for both",
    ),
    (
        "大会第60/1号决议和第50/411号决定。",
        [cited("大会第60/1号决议", "A/RES/60/1"), cited("第50/411号决定", "A/DEC/50/411")],
        "two nouns: a resolution and a decision",
    ),
    (
        "大会第2625(XXV)号、第3314(XXIX)号和第42/22号决议。",
        [
            cited("大会第2625(XXV)号", "A/RES/2625(XXV)"),
            cited("第3314(XXIX)号", "A/RES/3314(XXIX)"),
            cited("第42/22号决议", "A/RES/42/22"),
        ],
        "a list that mixes Roman sessions and sessions before the number",
    ),
]


NUMBERS = [
    (
        "大会第217 A(III)号决议。",
        [cited("大会第217 A(III)号决议", "A/RES/217(III)", part="A")],
        "letter before a Roman session",
    ),
    (
        "大会第217A(III)号决议。",
        [cited("大会第217A(III)号决议", "A/RES/217(III)", part="A")],
        "the same without a blank",
    ),
    (
        "大会第3411 A和B(XXX)号决议。",
        [
            cited("大会第3411 A和B(XXX)号决议", "A/RES/3411(XXX)", part="A"),
            cited("大会第3411 A和B(XXX)号决议", "A/RES/3411(XXX)", part="B"),
        ],
        "two letters, two citations of the same words",
    ),
    (
        "大会第35/141 A至D号决议。",
        [cited("大会第35/141 A至D号决议", "A/RES/35/141", part=letter) for letter in "ABCD"],
        "a range of letters",
    ),
    ("大会第49/35 A号决议。", [cited("大会第49/35 A号决议", "A/RES/49/35", part="A")], "letter after the number"),
    ("大会第S-27/2号决议，附件。", [cited("大会第S-27/2号决议", "A/RES/S-27/2")], "special session"),
    ("大会第ES-11/1号决议。", [cited("大会第ES-11/1号决议", "A/RES/ES-11/1")], "emergency special session"),
    (
        "人权理事会第S-9/1号决议。",
        [cited("人权理事会第S-9/1号决议", "A/HRC/RES/S-9/1")],
        "special session of the Human Rights Council",
    ),
    (
        "大会第3201(S-VI)号决议。",
        [cited("大会第3201(S-VI)号决议", "A/RES/3201(S-VI)")],
        "special session in Roman numerals",
    ),
    (
        "大会第2252(ES-V)号决议。",
        [cited("大会第2252(ES-V)号决议", "A/RES/2252(ES-V)")],
        "emergency special session in Roman numerals",
    ),
    (
        "经济及社会理事会第1296(XLIV)号决议。",
        [cited("经济及社会理事会第1296(XLIV)号决议", "E/RES/1296(XLIV)")],
        "another organ with Roman sessions",
    ),
    ("大会第1296(XLIV)号决议。", [cited("大会第1296(XLIV)号决议")], "a Roman session that this organ never had"),
    (
        "经社理事会第1996/31号决议。",
        [cited("经社理事会第1996/31号决议", "E/RES/1996/31", issuer="ecosoc")],
        "year before the number",
    ),
    (
        "人权委员会第1994/73号决议。",
        [cited("人权委员会第1994/73号决议", "E/CN.4/RES/1994/73", issuer="chr")],
        "the same form, another body",
    ),
    ("第1996/31号决议。", [cited("第1996/31号决议")], "the same form, and no body named"),
    (
        "经济及社会理事会第2000/288号决定。",
        [cited("经济及社会理事会第2000/288号决定", "E/DEC/2000/288")],
        "decision with the year in front",
    ),
    ("大会第50/411号决定。", [cited("大会第50/411号决定", "A/DEC/50/411", kind="decision")], "decision"),
    ("大会第65/544 B号决定。", [cited("大会第65/544 B号决定", "A/DEC/65/544", part="B")], "part of a decision"),
    (
        "人权理事会第5/101号决定。",
        [cited("人权理事会第5/101号决定", "A/HRC/DEC/5/101")],
        "decision of the Human Rights Council",
    ),
    ("儿基会执行局第2010/5号决定。", [cited("第2010/5号决定", issuer=None)], "a board that counts as others do"),
    (
        "麻委会第51/1号决议。",
        [cited("麻委会第51/1号决议", issuer="cnd")],
        "a commission by its short name; not the Assembly's",
    ),
    ("世界卫生大会WHA65.4号决议。", [cited("WHA65.4号决议", kind="other-org")], "the code of another organization"),
    ("世界卫生大会第WHA65.4号决议。", [cited("第WHA65.4号决议", kind="other-org")], "the same between 第 and 号"),
    ("世界卫生大会第58.33号决议。", [cited("第58.33号决议")], "a number of another organization"),
    ("国际原子能机构GC(56)/RES/12号决议。", [cited("GC(56)/RES/12号决议")], "another code"),
    ("COVID-19决议草案。", [], "a word in capitals that is no code of a resolution"),
    ("安理会第1540号决议。", [cited("安理会第1540号决议", "S/RES/1540(2004)")], "number without year, by the series"),
    ("安全理事会第1540(2005)号决议。", [cited("安全理事会第1540(2005)号决议")], "a year that the series contradicts"),
    (
        "大会第1514(XV)号决议。第1514号决议宣布。",
        [cited("大会第1514(XV)号决议", "A/RES/1514(XV)"), cited("第1514号决议", "A/RES/1514(XV)")],
        "number without session, named with it before",
    ),
    (
        "联合国第1325号决议。",
        [cited("第1325号决议", candidates=("S/RES/1325(2000)",))],
        "number alone, no organ: a candidate, no target",
    ),
    (
        "1971年5月20日1576(L)号决议接受了经社理事会的职能。",
        [cited("1576(L)号决议", date="1971-05-20")],
        "no 第 after a date",
    ),
    (
        "消除对妇女歧视委员会第30号一般性建议。",
        [cited("消除对妇女歧视委员会第30号一般性建议", candidates=("CEDAW/C/GC/30",))],
        "a recommendation whose symbol is not printed: a candidate",
    ),
    ("参加者共1576号决议人。", [], "a number without 第 and without a date"),
    ("大会第57/32号决议草案。", [cited("大会第57/32号决议草案")], "a draft is not the resolution"),
]


ORGANS = [
    (
        "注意到人权理事会的工作，包括其2011年9月30日第18/23号决议，",
        [cited("第18/23号决议", "A/HRC/RES/18/23", issuer="hrc")],
        "其 of the body that the clause names",
    ),
    (
        "回顾其2002年11月19日第57/32号决议，",
        [cited("第57/32号决议", "A/RES/57/32", issuer="ga")],
        "其 of the organ that speaks",
    ),
    ("回顾第57/32号决议，", [cited("第57/32号决议", "A/RES/57/32", issuer="ga")], "the organ by context"),
    (
        "回顾安全理事会关于不扩散的第1540(2004)号决议，",
        [cited("第1540(2004)号决议", "S/RES/1540(2004)", issuer="sc")],
        "body, subject, number",
    ),
    (
        "回顾其关于妇女的2018年5月22日第72/278号决议，",
        [cited("第72/278号决议", "A/RES/72/278", date="2018-05-22")],
        "subject, date, number",
    ),
    ("回顾世界卫生大会第58/33号决议，", [cited("第58/33号决议", issuer=None)], "another assembly"),
    (
        "回顾经济及社会理事会2000年7月28日第2000/22号决议和人权委员会2001年4月25日第2001/57号决议，",
        [cited("第2000/22号决议", "E/RES/2000/22"), cited("第2001/57号决议", "E/CN.4/RES/2001/57")],
        "two bodies that count by years",
    ),
    (
        "注意到拉丁美洲和加勒比经济委员会2014年5月9日第689(XXXV)号决议，",
        [cited("第689(XXXV)号决议", issuer=None)],
        "a regional commission, not the Council",
    ),
]


DAMAGED = [
    ("大会第三九六(五)号决议。", [cited("大会第三九六(五)号决议", "A/RES/396(V)")], "Chinese numerals"),
    ("大会第二六二六(二十五)号决议。", [cited("大会第二六二六(二十五)号决议", "A/RES/2626(XXV)")], "session above ten"),
    (
        "大会第一七六一（十七）号决议。",
        [cited("大会第一七六一（十七）号决议", "A/RES/1761(XVII)")],
        "full-width brackets",
    ),
    ("大会第二一七A(三)号决议。", [cited("大会第二一七A(三)号决议", "A/RES/217(III)", part="A")], "with a letter"),
    (
        "安全理事会第二四二(一九六七)号决议。",
        [cited("安全理事会第二四二(一九六七)号决议", "S/RES/242(1967)")],
        "year in Chinese numerals",
    ),
    (
        "大会一九六六年十月二十七日第二一四五(二十一)号决议。",
        [cited("第二一四五(二十一)号决议", "A/RES/2145(XXI)", date="1966-10-27")],
        "date in Chinese numerals",
    ),
    (
        "大会第一五一四(十五)号和第二六二五(二十五)号决议。",
        [cited("大会第一五一四(十五)号", "A/RES/1514(XV)"), cited("第二六二五(二十五)号决议", "A/RES/2625(XXV)")],
        "a list of them",
    ),
    (
        "覆按大會一九六〇年十二月十四日決議案一五一四(十五)、一九六一年十一月二十七日決議案一六五四(十六)。",
        [
            cited("決議案一五一四(十五)", "A/RES/1514(XV)", date="1960-12-14", issuer="ga", verb="覆按"),
            cited("決議案一六五四(十六)", "A/RES/1654(XVI)", date="1961-11-27", issuer="ga"),
        ],
        "the noun before the number, as until about 1970",
    ),
    (
        "安全理事会决议案二一七(一九六五)、二三二(一九六六)及二五三(一九六八)。",
        [
            cited("安全理事会决议案二一七(一九六五)", "S/RES/217(1965)"),
            cited("二三二(一九六六)", "S/RES/232(1966)"),
            cited("二五三(一九六八)", "S/RES/253(1968)"),
        ],
        "the noun once before all",
    ),
    (
        "大会决议案二0二五(二十)。",
        [cited("大会决议案二0二五(二十)", "A/RES/2025(XX)")],
        "digit 0 among Chinese numerals",
    ),
    ("通过决议一项(附件)，决议三份。", [], "a count after the noun"),
    (
        "安全理事会1973年10月22日第338(1973)号、10月25日第340(1973)号和一九七四年四月八日第346(1974)号等决议。",
        [
            cited("第338(1973)号", "S/RES/338(1973)", date="1973-10-22"),
            cited("第340(1973)号", "S/RES/340(1973)", date="1973-10-25"),
            cited("第346(1974)号等决议", "S/RES/346(1974)", date="1974-04-08"),
        ],
        "a date without its year, and 等 before the noun",
    ),
    ("第三次会议和第二十五号文件。", [], "numerals that count something else"),
    (
        "安全理事会第1325（2000）号决议。",
        [cited("安全理事会第1325（2000）号决议", "S/RES/1325(2000)")],
        "full-width brackets",
    ),
    ("见A／RES／57／32。", [cited("A／RES／57／32", "A/RES/57/32")], "a full-width symbol"),
    ("聯合國安理會第1228號決議。", [cited("安理會第1228號決議", "S/RES/1228(1999)")], "traditional characters"),
    ("大會第57/32號決議。", [cited("大會第57/32號決議", "A/RES/57/32", issuer="ga")], "traditional characters"),
    (
        "根據《聯合國憲章》和《兒童權利公約》。",
        [cited("《聯合國憲章》", instrument="un-charter"), cited("《兒童權利公約》", "A/RES/44/25")],
        "titles in traditional characters",
    ),
    ("見A/RES/6l/1。", [cited("A/RES/6l/1", "A/RES/61/1")], "letter l for digit 1"),
    ("见S/2O10/49O。", [cited("S/2O10/49O", "S/2010/490")], "letter O for digit 0"),
    ("大会第6l/l号决议。", [cited("大会第6l/l号决议", "A/RES/61/1")], "letter l in words"),
    ("见A/C.3/78/L.l5。", [cited("A/C.3/78/L.l5", "A/C.3/78/L.15")], "letter l after a point"),
    ("见A/79/All/None。", [], "letters that are letters"),
    ("大会第36/172 O号决议。", [cited("大会第36/172 O号决议", "A/RES/36/172", part="O")], "the letter O of a part"),
]


SYMBOLS = [
    ("见A/65/382-S/2010/490。", [cited("A/65/382-S/2010/490", "A/65/382", "S/2010/490")], "double symbol"),
    (
        "见A/62/325和Corr.1。",
        [cited("A/62/325", "A/62/325"), cited("Corr.1", "A/62/325/Corr.1")],
        "corrigendum by suffix",
    ),
    (
        "见A/64/1和Add.1-3。",
        [cited("A/64/1", "A/64/1"), *(cited("Add.1-3", f"A/64/1/Add.{n}") for n in (1, 2, 3))],
        "a range of addenda",
    ),
    (
        "见A/64/1和Add.1和2。",
        [cited("A/64/1", "A/64/1"), cited("Add.1", "A/64/1/Add.1"), cited("2", "A/64/1/Add.2")],
        "two addenda, the word once",
    ),
    ("见A/64/1和2国。", [cited("A/64/1", "A/64/1")], "a count after a symbol"),
    ("[根据第四委员会的报告(A/50/605)通过]", [cited("A/50/605", "A/50/605")], "the report behind a resolution"),
    ("见第S/1995/300号文件。", [cited("S/1995/300", "S/1995/300")], "symbol between 第 and 号文件"),
    ("见S/PRST/2014/12。", [cited("S/PRST/2014/12", "S/PRST/2014/12")], "presidential statement"),
    (
        "安全理事会2014年8月29日的主席声明。",
        [cited("2014年8月29日的主席声明", kind="record", date="2014-08-29", issuer="sc")],
        "presidential statement by date",
    ),
    (
        "安理会主席2013年2月15日的声明。",
        [cited("2013年2月15日的声明", kind="record", name="主席声明", date="2013-02-15", issuer="sc")],
        "the same in other words",
    ),
    (
        "安理会主席2013年2月15日和2014年8月29日的声明。",
        [cited("2013年2月15日", date="2013-02-15"), cited("2014年8月29日的声明", date="2014-08-29")],
        "two of them, the noun once",
    ),
    (
        "安全理事会2014年8月29日的主席声明(S/PRST/2014/12)。",
        [cited("S/PRST/2014/12", "S/PRST/2014/12")],
        "its symbol stands beside it",
    ),
    ("委员会主席发表了声明。", [], "a statement that nothing tells from others"),
]


DECOYS = [
    ("议程项目71(b)、126和122(a)-(w)。", "agenda items"),
    ("25-05031，10-54243 (C) 151010 191010。", "job numbers"),
    ("9/15，13/15。", "page numbers"),
    ("第31次会议，第85次全体会议。", "meeting numbers"),
    ("第12页和第3卷。", "pages and volumes"),
    ("2015年后发展议程。", "an agenda not yet adopted"),
    ("各项大会决议、最近16项决议和联合国其他相关决议。", "sets without numbers"),
    ("决定将该项目列入议程。", "to decide, as a verb"),
    ("第18561号《性骚扰法》第3条草案。", "a law of a State is no resolution"),
    ("和/或，艾滋病毒/艾滋病，24/7。", "strokes"),
]


BROKEN_BY_HAND = [
    ("1. 见大会第57/32号决\n议第3段\n请秘书长。", [("A/RES/57/32",)], "the noun"),
    (
        "回顾大会第57/\n32号决议，\n又回顾《残疾人\n权利公约》，",
        [("A/RES/57/32",), ("A/RES/61/106",)],
        "a number and a title",
    ),
    (
        "1. 见文件S/2013/\n123和大会第\n57/32号决议。",
        [("S/2013/123",), ("A/RES/57/32",)],
        "a symbol, and 第 from its number",
    ),
    ("1. 见文件A/65/-\n382，此为一例。", [("A/65/382",)], "a symbol with a hyphen at the end of the line"),
    ("1. 见文件A/65/，此为一例。", [()], "a symbol of which the rest is missing is not the shorter symbol"),
    (
        "1. 本段说明情况，见文件A/65/382\n\n2. 委员会开会。",
        [("A/65/382",)],
        "a paragraph number is no part of it",
    ),
]


BROKEN = [
    (
        "1. 本报告所述的其他建议载于文件A/65/\n382，各国对此表示赞同，并请秘书长继续就此提出报告。",
        ("A/65/382",),
        "after a stroke",
    ),
    (
        "1. 本报告所述的其他各项建议载于文件A/65\n/382，各国对此表示赞同，并请秘书长继续就此提出报告。",
        ("A/65/382",),
        "before a stroke",
    ),
    (
        "1. 本报告所述的其他各项建议载于文件S/2013/\n123，各国对此表示赞同，并请秘书长继续就此提出报告。",
        ("S/2013/123",),
        "another",
    ),
    (
        "1. 本报告所述的其他建议载于文件A/65/382-\nS/2010/490，各国对此表示赞同，并请秘书长继续就此提出。",
        ("A/65/382", "S/2010/490"),
        "after the hyphen of a double symbol",
    ),
    (
        "1. 各国在大会期间就此提出的其他各项建议载于大会第57/\n32号决议，各国对此表示赞同，并请秘书长继续提出报告。",
        ("A/RES/57/32",),
        "a number",
    ),
    (
        "1. 各国在大会期间就此提出的其他建议载于大会第57/32号决\n议，各国对此表示赞同，并请秘书长继续就此提出报告。",
        ("A/RES/57/32",),
        "the noun",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), LISTS, ids=[reason for *_, reason in LISTS])
def test_lists(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected", "reason"), NUMBERS, ids=[reason for *_, reason in NUMBERS])
def test_numbers(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected", "reason"), ORGANS, ids=[reason for *_, reason in ORGANS])
def test_organs(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected, RESOLUTION)


@pytest.mark.parametrize(("text", "expected", "reason"), DAMAGED, ids=[reason for *_, reason in DAMAGED])
def test_damaged_and_old_forms(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected", "reason"), SYMBOLS, ids=[reason for *_, reason in SYMBOLS])
def test_symbols_and_statements(text: str, expected: list[Expected], reason: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "reason"), DECOYS, ids=[reason for _, reason in DECOYS])
def test_numbers_that_are_no_citations(text: str, reason: str) -> None:
    assert [found for found in found_in(text) if found.targets or found.kind in _FREE] == []


@pytest.mark.parametrize(("text", "targets", "reason"), BROKEN_BY_HAND, ids=[reason for *_, reason in BROKEN_BY_HAND])
def test_short_lines_broken_by_hand(text: str, targets: list[tuple[str, ...]], reason: str) -> None:
    assert [found.targets for found in found_in(text, "{}\n")] == targets


@pytest.mark.parametrize(("text", "targets", "reason"), BROKEN, ids=[reason for *_, reason in BROKEN])
def test_what_is_broken_over_two_lines(text: str, targets: tuple[str, ...], reason: str) -> None:
    assert [found.targets for found in found_in(text, "秘书长的报告\n\n一. 导言\n\n{}\n")] == [targets]
