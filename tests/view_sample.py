"""A hand-made graph in the shape that the projection gives; its sentences are written for the tests."""

from typing import Any

from graph.network import MultiDiGraph

__all__ = ["SENTENCE", "sample"]

SENTENCE = "依照大会2022年6月21日第76/270号决议提出的要求，秘书长谨此报告联合国与各国议会之间互动的情况。"

# key, type, body, date, session, held, title
DOCUMENTS = (
    ("A/RES/76/270", "resolution", "ga", "2022-06-21", 76, True, "联合国与各国议会和各国议会联盟的互动"),
    ("A/79/837", "report", "ga", "2025-03-20", 79, True, "联合国与各国议会和各国议会联盟的互动：秘书长的报告"),
    ("A/76/780", "report", "ga", "2022-03-28", 76, False, None),
    ("A/76/L.63", "draft", "ga", "2022-06-13", 76, False, None),
    ("A/RES/57/32", "resolution", "ga", "2002-11-19", 57, False, "各国议会联盟在大会的观察员地位"),
    ("A/RES/72/278", "resolution", "ga", "2018-05-22", 72, False, "联合国与各国议会和各国议会联盟的互动"),
    ("A/RES/60/1", "resolution", "ga", "2005-09-16", 60, False, "2005年世界首脑会议成果"),
    ("A/RES/70/1", "resolution", "ga", "2015-09-25", 70, False, "变革我们的世界：2030年可持续发展议程"),
    ("A/RES/66/261", "resolution", "ga", "2012-05-29", 66, True, "联合国、各国议会和各国议会联盟之间的互动"),
    ("A/RES/65/123", "resolution", "ga", None, 65, False, None),
    ("A/RES/77/159", "resolution", "ga", "2022-12-14", 77, False, None),
    ("A/68/827", "report", "ga", "2014-03-31", 68, True, "联合国、各国议会和各国议会联盟之间的互动"),
    ("A/RES/68/272", "resolution", "ga", "2014-05-19", 68, False, None),
    ("A/RES/55/2", "resolution", "ga", "2000-09-08", 55, False, "联合国千年宣言"),
    ("A/RES/217(III)", "resolution", "ga", "1948-12-10", 3, False, "世界人权宣言"),
    ("A/51/402", "report", "ga", None, 51, False, None),
    ("A/65/382-S/2010/490", "report", "ga", "2010-09-20", 65, True, "联合国同各区域组织及其他组织之间的合作"),
    ("A/RES/63/303", "resolution", "ga", "2009-07-09", 63, False, None),
    ("A/RES/58/316", "resolution", "ga", "2004-07-01", 58, False, None),
    ("S/RES/1809(2008)", "resolution", "sc", "2008-04-16", None, False, None),
    ("S/RES/1325(2000)", "resolution", "sc", "2000-10-31", None, False, None),
    ("S/RES/1820(2008)", "resolution", "sc", "2008-06-19", None, False, None),
    ("S/RES/1540(2004)", "resolution", "sc", "2004-04-28", None, False, None),
    ("S/RES/1373(2001)", "resolution", "sc", "2001-09-28", None, False, None),
    ("A/HRC/RES/22/15", "resolution", "hrc", None, None, False, None),
    ("A/HRC/RES/53/11", "resolution", "hrc", "2023-07-12", None, False, None),
    ("E/RES/2000/22", "resolution", "ecosoc", None, None, False, None),
    ("A/C.3/78/L.49", "draft", "ga", "2023-10-31", 78, True, "加强人权领域的国际合作"),
    ("A/DEC/50/411", "decision", "ga", "1995-10-09", 50, False, None),
)
INSTRUMENTS = (
    ("instrument:beijing", "北京宣言和行动纲要", "1995-09-15"),
    ("instrument:paris", "巴黎协定", "2015-12-12"),
    ("instrument:cedaw", "消除对妇女一切形式歧视公约", "1979-12-18"),
    ("instrument:ipu-agreement", "联合国同各国议会联盟的合作协定", None),
)
ACTORS = (
    ("actor:ipu", "各国议会联盟", "igo"),
    ("actor:sg", "秘书长", "office-holder"),
    ("actor:ga", "大会", "principal-organ"),
    ("actor:unwomen", "联合国促进性别平等和增强妇女权能署", "fund-programme"),
)
# source, target, relation, function, verb, exact, sentence, paragraph, place, pinpoint
EDGES = (
    ("A/79/837", "A/RES/76/270", "answers", None, "依照", "大会2022年6月21日第76/270号决议", SENTENCE, "1", "numbered", None),
    ("A/79/837", "A/RES/76/270", "cites", "sees", "参见", "第76/270号决议", "（参见大会第76/270号决议，第12段）。", "52", "numbered", "第12段"),
    ("A/79/837", "A/RES/77/159", "cites", "welcomes", "欢迎", "第77/159号决议", "会员国普遍欢迎大会第77/159号决议对议会作用的肯定。", "47", "numbered", None),
    ("A/79/837", "S/RES/1373(2001)", "cites", "implements", "执行", "第1373(2001)号决议", "各国议会收到协助，以便执行安全理事会第1373(2001)号决议。", "88", "numbered", None),
    ("A/79/837", "A/RES/70/1", "cites", "cites", None, "第70/1号决议", "目标载于大会第70/1号决议。", "5", "numbered", None),
    ("A/79/837", "A/76/780", "cites", "sees", None, "A/76/780", "上一份报告为A/76/780。", "3", "footnote", None),
    ("A/79/837", "instrument:paris", "cites", "cites", None, "《巴黎协定》", "气候工作以《巴黎协定》为准绳。", "33", "numbered", None),
    ("A/79/837", "instrument:cedaw", "cites", "cites", None, "《消除对妇女一切形式歧视公约》", "议会参与了《消除对妇女一切形式歧视公约》的审议。", "60", "numbered", None),
    ("A/79/837", "actor:ipu", "mentions", None, None, "各国议会联盟", "各国议会联盟与联合国各实体共同举办了听证会。", "9", "numbered", None),
    ("A/79/837", "actor:unwomen", "mentions", None, None, "妇女署", "妇女署向二十个国家的议会提供了咨询。", "61", "numbered", None),
    ("A/RES/76/270", "A/RES/57/32", "cites", "recalls", "回顾", "2002年11月19日第57/32号决议", "回顾其2002年11月19日第57/32号决议，该决议给予各国议会联盟观察员地位，", "p2", "preambular", None),
    ("A/RES/76/270", "A/RES/72/278", "cites", "recalls", "又回顾", "2018年5月22日第72/278号决议", "又回顾其2018年5月22日第72/278号决议关于合作方式的各项规定，", "p2", "preambular", None),
    ("A/RES/76/270", "A/RES/60/1", "cites", "recalls", "回顾", "第60/1号决议", "回顾2005年世界首脑会议成果（第60/1号决议）中的承诺，", "p1", "preambular", "第171段"),
    ("A/RES/76/270", "A/51/402", "cites", "cites", "考虑到", "A/51/402", "考虑到合作协定的文本（A/51/402，附件），", "p3", "preambular", "附件"),
    ("A/RES/76/270", "instrument:ipu-agreement", "cites", "cites", "考虑到", "《联合国同各国议会联盟的合作协定》", "考虑到《联合国同各国议会联盟的合作协定》所奠定的基础，", "p3", "preambular", None),
    ("A/RES/76/270", "A/76/780", "cites", "notes", "表示注意到", "秘书长的报告", "表示注意到秘书长的报告；", "28", "operative", None),
    ("A/RES/76/270", "A/76/L.63", "comes-from", None, None, "A/76/L.63", "[未经发交主要委员会而通过(A/76/L.63)]", "0", "header", None),
    ("A/RES/76/270", "instrument:beijing", "cites", "reaffirms", "重申", "《北京宣言和行动纲要》", "重申《北京宣言和行动纲要》的目标，", "p7", "preambular", None),
    ("A/RES/76/270", "instrument:paris", "cites", "cites", None, "《巴黎协定》", "包括《巴黎协定》在内的各项协定，", "p7", "preambular", None),
    ("A/RES/76/270", "A/RES/70/1", "cites", "reaffirms", "重申", "《2030年可持续发展议程》", "重申《2030年可持续发展议程》离不开各国议会，", "p7", "preambular", None),
    ("A/RES/76/270", "actor:sg", "asks", None, "请", "请秘书长", "请秘书长向大会第七十九届会议提交报告。", "28", "operative", None),
    ("A/RES/76/270", "actor:ipu", "mentions", None, None, "各国议会联盟", "鼓励各国议会联盟继续这项工作；", "4", "operative", None),
    ("A/RES/76/270", "actor:ga", "mentions", None, None, "大会", "大会，", "0", "header", None),
    ("A/76/780", "A/RES/72/278", "cites", "requested-by", "根据", "第72/278号决议", "本报告根据大会第72/278号决议编写。", "1", "numbered", None),
    ("A/RES/72/278", "A/RES/66/261", "cites", "recalls", "回顾", "第66/261号决议", "回顾其第66/261号决议，", "p2", "preambular", None),
    ("A/RES/72/278", "A/RES/68/272", "cites", "reaffirms", "重申", "第68/272号决议", "重申其第68/272号决议，", "p3", "preambular", None),
    ("A/RES/72/278", "A/RES/70/1", "cites", "welcomes", "欢迎", "第70/1号决议", "欢迎第70/1号决议承认议会的作用，", "p5", "preambular", None),
    ("A/RES/68/272", "A/68/827", "cites", "notes", "注意到", "A/68/827", "赞赏地注意到秘书长转递的说明（A/68/827），", "p4", "preambular", None),
    ("A/RES/68/272", "A/RES/66/261", "cites", "recalls", "回顾", "第66/261号决议", "回顾其第66/261号决议，", "p1", "preambular", None),
    ("A/68/827", "A/RES/66/261", "cites", "requested-by", "应", "第66/261号决议", "本说明应大会第66/261号决议的请求分发。", "1", "numbered", None),
    ("A/68/827", "A/RES/65/123", "cites", "pursuant-to", "根据", "第65/123号决议", "根据大会第65/123号决议，又举行了两次听证会。", "11", "numbered", None),
    ("A/68/827", "S/RES/1540(2004)", "cites", "implements", "执行", "第1540(2004)号决议", "各国议会讨论了如何执行安全理事会第1540(2004)号决议。", "21", "numbered", None),
    ("A/68/827", "A/HRC/RES/22/15", "cites", "pursuant-to", "根据", "第22/15号决议", "根据人权理事会第22/15号决议，举行了小组讨论。", "16", "numbered", None),
    ("A/68/827", "actor:ipu", "mentions", None, None, "议会联盟", "议会联盟通过了五年战略。", "9", "numbered", None),
    ("A/68/827", "instrument:cedaw", "cites", "cites", None, "《公约》", "议会了解《公约》的报告程序。", "16", "numbered", None),
    ("A/RES/66/261", "A/RES/65/123", "cites", "recalls", "回顾", "第65/123号决议", "回顾其第65/123号决议，", "p2", "preambular", None),
    ("A/RES/66/261", "A/RES/57/32", "cites", "recalls", "回顾", "第57/32号决议", "回顾其第57/32号决议，", "p2", "preambular", None),
    ("A/RES/66/261", "A/RES/55/2", "cites", "recalls", "回顾", "《联合国千年宣言》", "回顾《联合国千年宣言》，", "p1", "preambular", None),
    ("A/RES/65/123", "A/RES/55/2", "cites", "recalls", "回顾", "第55/2号决议", "回顾第55/2号决议，", "p1", "preambular", None),
    ("A/RES/60/1", "A/RES/55/2", "cites", "reaffirms", "重申", "《联合国千年宣言》", "重申《联合国千年宣言》，", "2", "numbered", None),
    ("A/RES/70/1", "A/RES/55/2", "cites", "recalls", "回顾", "千年宣言", "回顾千年宣言，", "11", "numbered", None),
    ("A/RES/70/1", "A/RES/217(III)", "cites", "reaffirms", "重申", "《世界人权宣言》", "重申《世界人权宣言》的重要性。", "19", "numbered", None),
    ("A/65/382-S/2010/490", "S/RES/1809(2008)", "cites", "requested-by", "请", "第1809(2008)号决议", "安全理事会第1809(2008)号决议要求提交本报告。", "2", "numbered", None),
    ("A/65/382-S/2010/490", "A/RES/58/316", "cites", "pursuant-to", "依照", "第58/316号决议", "依照大会第58/316号决议附件，本报告合并提出。", "1", "numbered", "附件，第4段"),
    ("A/65/382-S/2010/490", "S/RES/1325(2000)", "cites", "implements", "执行", "第1325(2000)号", "会议讨论了第1325(2000)号和1820(2008)号决议的执行。", "177", "numbered", None),
    ("A/65/382-S/2010/490", "S/RES/1820(2008)", "cites", "implements", "执行", "1820(2008)号", "会议讨论了第1325(2000)号和1820(2008)号决议的执行。", "177", "numbered", None),
    ("A/65/382-S/2010/490", "S/RES/1540(2004)", "cites", "implements", "执行", "第1540(2004)号决议", "举办了执行第1540(2004)号决议的讲习班。", "94", "numbered", None),
    ("A/65/382-S/2010/490", "A/RES/63/303", "cites", "sees", "见", "第63/303号决议", "（见第63/303号决议，附件，第59段）", "147", "numbered", "附件，第59段"),
    ("A/65/382-S/2010/490", "actor:ipu", "mentions", None, None, "议会联盟", "议会联盟举行了会议。", "139", "numbered", None),
    ("A/65/382-S/2010/490", "A/DEC/50/411", "cites", "cites", None, "第50/411号决定", "大会第50/411号决定邀请该组织与会。", "8", "numbered", None),
    ("S/RES/1820(2008)", "S/RES/1325(2000)", "cites", "reaffirms", "重申", "第1325(2000)号决议", "重申决心充分执行第1325(2000)号决议，", "p1", "preambular", None),
    ("A/C.3/78/L.49", "A/RES/70/1", "cites", "recalls", "回顾", "2015年9月25日第70/1号决议", "回顾其2015年9月25日第70/1号决议，", "p4", "preambular", None),
    ("A/C.3/78/L.49", "A/HRC/RES/53/11", "cites", "recalls", "回顾", "第53/11号决议", "又回顾人权理事会第53/11号决议，", "p5", "preambular", None),
    ("A/C.3/78/L.49", "E/RES/2000/22", "cites", "recalls", "回顾", "第2000/22号决议", "回顾第2000/22号决议，", "p9", "preambular", None),
    ("A/C.3/78/L.49", "A/RES/217(III)", "cites", "welcomes", "欢迎", "《世界人权宣言》", "欢迎《世界人权宣言》通过七十五周年，", "p10", "preambular", None),
    ("A/C.3/78/L.49", "A/RES/55/2", "cites", "reaffirms", "重申", "第55/2号决议", "重申第55/2号决议，", "p3", "preambular", None),
    ("A/RES/77/159", "A/RES/76/270", "cites", "recalls", "回顾", "第76/270号决议", "回顾其第76/270号决议，", "p2", "preambular", None),
)  # fmt: skip


def sample() -> MultiDiGraph:
    """Build the graph anew, so that a test may change it."""
    graph = MultiDiGraph()
    for key, kind, body, date, session, held, title in DOCUMENTS:
        node: dict[str, Any] = {"kind": "document", "type": kind, "body": body, "date": date, "session": session}
        year = int(date[:4]) if date else None
        graph.add_node(key, **node, held=held, title=title, label=key, year=year, language="zh", iri=f"doc/{key}")
    for key, name, date in INSTRUMENTS:
        graph.add_node(key, kind="instrument", type="treaty", label=name, title=name, date=date, held=False, language="zh")
    for key, name, kind in ACTORS:
        graph.add_node(key, kind="actor", type=kind, label=name, title=name, date=None, held=False, language="zh")
    names = ("relation", "function", "verb", "exact", "sentence", "paragraph", "place", "pinpoint")
    for number, (source, target, *values) in enumerate(EDGES):
        attributes = dict(zip(names, values, strict=True))
        graph.add_edge(
            source, target, key=f"c{number}", **attributes, start=number * 10, end=number * 10 + 5,
            rule="sample", confidence=1.0, language="zh", date=None,
        )  # fmt: skip
    return graph
