"""How Chinese documents declare a short form: ``全称(简称)``, ``全称(以下简称“简称”)``."""

import re

__all__ = ["BEFORE_NAME", "DECLARATION", "INSIDE", "NAME", "NOT_A_SHORT_FORM", "ORGANISATION", "PLAIN", "STRETCH"]

DECLARATION = re.compile(
    r"(?<=[^\W\d_]|[”》\d])"
    r"\((?P<phrase>(?:以下|下文|下)?(?:统|合)?(?:简称|称)(?:为|作)?|即|又称)?[“《「‘]?"
    r"(?P<short>[^()\n，。；：！？]{2,14}?)[”》」’]?\)"
)
"""A bracket that may hold a short form; it stands right behind a letter."""

NOT_A_SHORT_FORM = re.compile(
    r"见|另见|参见|如|例如|包括|包含|特别是|尤其|主要|其中|前身|原|自|截至|至|第|约|共|以|按|不包括|根据|由|和|与|或"
    r"|\d+(?:年|月|日|次|届|页|段|个|人|号|国|至|-|—|[.,%/])|[\d.,%\-—/ ]+$|[a-zA-Z]$|[ivxIVX]+$|.*(?:区域|地区|年|月|段|章|节|页|附件|除外|同上|续|左|右)$"
    r"|[A-Z]+(?:\.\d+)?/"
)
"""Beginnings and shapes of brackets that say something else."""

INSIDE = ("/", "联合国", "·", "-")
"""What stands before a listed name only where that is the end of a longer one."""

NAME = re.compile(r"^[^:]*[\u4e00-\u9fff]{2}[^:]*$")
"""What a full name must hold; an address or a symbol does not."""

STRETCH = re.compile(r"[^，。；：！？“”《》()\n]*$")
"""The stretch before a bracket in which a full name may stand."""

BEFORE_NAME = re.compile(
    r"^[.\d ]+|[、]|第[\d一二三四五六七八九十]+[次届]|(?:通过|以及|支持|协助|根据|按照|关于|作为|对于|包括|例如|参加|出席|邀请|鼓励|敦促|促请|吁请|呼吁|部署|成立|设立|建立|加强|举办|主办"
    r"|召开|签署|欢迎|感谢|赞扬|回顾|重申|经由|应对|根除|防治|防止|预防|称为|名为|担任|提供|经费|资助|目前|一直|最近|继续|正在|已经"
    r"|协作|合作|编写|制定|加入|借助|利用|代表|实施|执行|处理|讨论|审议|管理|监督)|[在由与和同向对从及为是的请将使把给并经以或等了至到让]"
)
"""Words after which a full name may begin; the last one that leaves a fitting name is taken."""

ORGANISATION = re.compile(
    r"(?:部|局|署|厅|处|司|科|股|院|会|庭|法院|组织|联盟|同盟|网络|网|中心|银行|机构|集团|论坛|基金|总部|议会|学院|大学|协会|学会|研究所|特派团|行动"
    r"|援助团|支助团|核查团|观察团|稳定团|团|队|小组|工作组|专家组|共同体|委员会|会议|大会|理事会|办公室|办事处|公署|秘书处|伙伴关系|方案|计划署|政府|联合会|体系)$"
)
"""How the name of a body ends."""

PLAIN = re.compile(r"[A-Za-z0-9’'&.+\-/ ]+")
"""A short form in Latin letters, which cannot be compared with the letters of a Chinese name."""
