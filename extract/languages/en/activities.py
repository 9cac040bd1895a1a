"""How English reports word what several actors do together: who acts, with whom, for whom, and by which verb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.joint_acts import SIGNS, JointAct
from extract.languages.en.activity_lists import ANY, LED_LIST, LIST, VERB, VERBS, WORDS, Form, any_word, positions
from extract.languages.en.activity_times import DATE, location, period, place_states

__all__ = ["ASIDE", "MARKS", "SHARES_NOUN", "joint_acts", "location", "period"]

ASIDE = re.compile(r"(?P<title>\"[^\"]{1,300}\")| ?\((?!including|such as|e\.g)[^()]*\)| ?\[[^\[\]]*\]")
"""Titles and quotations, and brackets that list nobody."""

MARKS = (("“", '"'), ("”", '"'), ("’", "'"))
"""Marks that some copies print otherwise, each with the one that is meant."""

SHARES_NOUN = re.compile(r"(?!)")
"""Matches nothing: the noun of a list of parliaments stands before it in English."""

_PLANNED = any_word(WORDS["planned"])
_BARRING = any_word(WORDS["barring"])
_BEING = any_word(WORDS["beings"])
_ADVERB = rf"(?:{any_word(WORDS['adverbs'])}|\w+ly)"
_MANNER = any_word(WORDS["manners"])
_BACKING = any_word(WORDS["backing"])
# With whom, or with whose support, something is said to be done.
_PHRASE = re.compile(
    rf"(?:(?P<partner>\b(?:[Ii]n (?:\w+ ){{0,2}}{_MANNER}(?: and (?:\w+ )?{_MANNER})? with|(?:[Tt]ogether|[Jj]ointly) with"
    r"|[Aa]long with|[Aa]longside|[Jj]oin(?:ed|ing) forces with|(?<=[,.] )[Ww]orking (?:\w+ly )?with"
    r"|^(?:\W|\d)*Working (?:\w+ly )?with|[Ww]ith the (?:\w+ )?(?:participation|involvement|cooperation) of))"
    rf"|(?P<supporter>\b(?<!line )(?<!accordance )(?<!compliance )(?:[Ww]ith|[Uu]nder|[Tt]hrough|[Tt]hanks to) (?:the )?(?:[\w-]+ ){{0,2}}{_BACKING}"
    rf"(?: and (?:\w+ )?{_BACKING})? (?:of|from|by|provided by|received from)"
    rf"|(?<=, ){any_word(WORDS['backed'])} by)) {LED_LIST}"
)
_AFTER_WORK = re.compile(r"\b(?:(?!been|need|indeed)\w+ed|undertaken|held|done|taken|made)(?: out)? $")
_SUBJECT = re.compile(LIST)
_OPENS = re.compile(
    rf"(?:^(?:\W|\d|[a-z]\))*|[,;:] |\b{any_word(WORDS['openers'])} |{DATE} |\d\. |\b(?:[Tt]he \w+ and|through its) )$"
)
_ASKED = re.compile(rf"\b{any_word(WORDS['asking'])}\b(?: [\w']+){{0,6}} that\b[^;]*$")
_SPACE = re.compile(r",? ")
_STEPS = tuple(
    (name, re.compile(source))
    for name, source in (
        ("planned", rf"{_PLANNED}\b(?! be (?:able|possible))"),
        ("barring", rf"{_BARRING}\b"),
        ("adverb", rf"{_ADVERB}\b(?! of)"),
        ("time", rf"(?:in|on|from|since|during|between) {DATE}"),
        ("others", r"and (?:(?:its|their|other|the|various|national|local|international) )*\w+"),
        ("others", rf"[a-z]+(?:s|ed) [^;:,{SIGNS}]{{1,120}}? and (?=(?:has|have|had|also|is|was|will|then|[a-z]+ed)\b)"),
        ("name", rf"(?<=, )[A-Z][^,;:{SIGNS}]{{1,60}}(?=,)"),
        ("aside", rf"(?<=, )(?:through|in|as|at|under|by|for|within|on|with|via|during|among|after|following) "
                  rf"[^,;:{SIGNS}]{{1,120}}(?=,)"),
        ("aside", r"(?<=, )(?:through|in|as|at|under|within|on|via|during|among|after|following) [^,;:]{1,120}(?=,)"),
    )
)  # fmt: skip
# Bounded, or hostile text would take time without end.
_MOST_STEPS = 12
# Who acts with whom is said in less; what is longer is a table or a list of names.
_LONGEST = 2000
_ACT = re.compile(VERB)
# Whatever else is done with a partner is an act too; what is said, hoped or needed is none.
_OTHER_ACT = re.compile(
    rf"(?!{any_word(WORDS['sayings'])}\b)[a-z]{{2,}}ed\b(?! (?:that|to)\b)|(?:(?<=\bwill )|(?<=continued to ))(?!be\b|have\b|not\b|[a-z]+ly\b)[a-z]{{3,}}\b(?! to\b)"
)
_ANY_FORM = Form("carries-out", "", "past")
# What is planned only for a case that may not come is no plan.
_DOUBTFUL = re.compile(r"(?:^\W*(?:\d+\.)?\W*|[;,] )(?:Should|If|Were|Unless|In the event)\b|\b(?:if|unless|should)\b")
_BEHIND = 16
_REACH = 80
_ADJUNCT = re.compile(r", (?:in|on|at|from) ")
_ENUMERATES = re.compile(r", (?:\w+ly )*")
_APART = re.compile(rf"\b{any_word(WORDS['apart'])}\b")
_BOUNDARY = re.compile(
    rf"[;:]|,? \b{any_word(WORDS['boundaries'])}\b|\.?\s*$"
    r"|, and (?:the|a|an) [\w' -]{1,60}? (?:has|have|had|is|are|was|were|will|\w+ed)\b"
)
_GOES_ON = re.compile(
    rf"(?:,? and|,|,? but) (?P<steps>(?:(?:{_PLANNED}|{_BARRING}|{_ADVERB}) ){{0,4}})(?P<verb>{VERB})(?! (?:by|and \w+ by))"
)
_WITH = re.compile(rf"\bwith {LED_LIST}")
_BY = re.compile(rf"(?: jointly| \w+ly)? by {LED_LIST}")
_DIRECT = re.compile(rf"(?: \w+ly)? (?:to )?(?P<who>{LIST})")
_WORK = any_word(WORDS["work_nouns"])
_OWNED = re.compile(
    rf" (?:the )?(?:(?P<who>[{SIGNS}])(?:'s?)? (?:[\w-]+ ){{0,3}}?{_WORK}\b(?! by)"
    rf"|(?:[\w-]+ )?{_WORK} of (?:the )?(?P<whose>{LIST}))"
)
_TO = re.compile(
    rf"\bto (?:(?:the|its|their) (?:\w+ )?{_WORK} of )?{LED_LIST}"
    rf"|\b{any_word(WORDS['aids'])} (?:for|of) {LED_LIST.replace('<who>', '<for>')}"
)
_BETWEEN = re.compile(rf" (?:[\w-]+ ){{1,4}}?between {LED_LIST}")
_FOR = re.compile(rf"{any_word(WORDS['events'])}s?(?: \w+)? for (?P<who>{LIST})")
_ATTENDED = re.compile(
    rf"[^,;]{{0,120}}?\b(?:of|by) (?P<who>{LIST})|[^,;]{{0,60}}? (?P<its>{ANY})(?:'s)? (?:\w+ ){{0,2}}{any_word(WORDS['events'])}\b"
)
_NOT_WITH = re.compile(r"\b(?:accordance|line|compliance|conformity|keeping|connection|consistent|compl\w+|deal\w*|concerned"
                       r"|associated|compared|familiar)$")  # fmt: skip
_NOUN = re.compile(r" (?:for|to|in|from|of|was|were|is|has|and|by)\b|,")
_COOPERATING = re.compile(r"(?: \w+ly)? (?:with|together|jointly|to)\b")
_TIES = re.compile(rf"\b{any_word(WORDS['ties'])}\b")
_TALKS = re.compile(rf"\b{any_word(WORDS['talks'])}\b")
_PACTS = re.compile(rf"\b{any_word(WORDS['pacts'])}\b")
_TO_DO = re.compile(r"\bto [a-z]+|\b(?:on|about|regarding|concerning|for)\b")
_LINKING = frozenset({"cooperates", "consults", "signs", "agrees"})
_LIGHT = frozenset(WORDS["light"])
_NO_WITH = frozenset(WORDS["no_with"])
_HELPING = frozenset(WORDS["helping"])
_MEDIATING = frozenset(WORDS["mediating"])
_GIVING = frozenset(WORDS["giving"])
_MEETING = frozenset(WORDS["meeting"])
_TOGETHER = re.compile(r"\b(?:jointly|together|joint|co-\w+|in (?:\w+ )?(?:cooperation|collaboration|partnership))\b")
_PARTICIPLE = any_word(form for form, said in VERBS.items() if said.shape in ("both", "participle"))
_PASSIVE = re.compile(
    rf"(?P<before>(?:{_PLANNED}|{_BARRING})? ?(?:\b(?:{_BEING}|{_ADVERB}) )*)"
    rf"\b(?P<verb>{_PARTICIPLE})(?: (?:jointly|together|and \w+))* (?P<how>by|between|with) {LED_LIST}"
)
_BARS = re.compile(rf"\b(?:{_BARRING}|to be)\b")
_IS = re.compile(rf"\b(?:{_BEING}|has|have|will)\b")
_PLANS = re.compile(rf"\b{_PLANNED}\b")
_JOINT_NOUN = re.compile(
    rf"\bjoint (?:[\w-]+ ){{1,4}}?(?:between|of|by) {LED_LIST} (?:(?:{_ADVERB}) )*(?P<verb>{VERB})"
)
_PACT = re.compile(
    rf"\b{any_word(WORDS['pacts'])}\b[^;,{SIGNS}]{{0,60}}? between {LED_LIST},? (?:(?:{_ADVERB}) )*(?P<verb>signed|concluded|renewed)\b"
)
_PAIR = re.compile(rf"\b(?P<verb>joint) (?P<who>{ANY}[-–—/]{ANY}) (?:[\w-]+ ){{0,3}}?{any_word(WORDS['events'])}\b")


@dataclass(slots=True)
class _Predicate:
    """A subject with its verbs: what is read of it while a sentence is walked through."""

    start: int
    lead: tuple[int, ...]
    verb: re.Match[str]
    form: Form
    planned: bool = False
    passive: bool = False
    ends: int = 0


def joint_acts(text: str) -> Iterator[JointAct]:
    """Find what several actors do together.

    Args:
        text: A sentence with signs.

    Yields:
        The acts in which two or more take part; those that are asked for, hoped for or denied are left out.

    Example:
        >>> from extract.joint_acts import ACTOR
        >>> found = next(joint_acts(f"{ACTOR}, in cooperation with {ACTOR}, launched a campaign."))
        >>> found.kind, found.roles
        ('launches', {'lead': (0,), 'partner': (22,)})
        >>> list(joint_acts(f"{ACTOR} should cooperate with {ACTOR}."))
        []
    """
    if len(text) > _LONGEST:
        return
    text = place_states(text)
    phrases = [
        match
        for match in _PHRASE.finditer(text)
        if not _AFTER_WORK.search(text, max(0, match.start() - _REACH), match.start())
    ]
    predicates = list(_predicates(text, phrases))
    doubtful = _DOUBTFUL.search(text) is not None
    for act in (*_active(text, predicates, phrases), *_by_agents(text, phrases), *_by_nouns(text)):
        several = len({at for held in act.roles.values() for at in held}) > 1
        if several and not (doubtful and act.planned) and not _APART.search(text, act.start, act.end + _BEHIND):
            yield act if _as_one(text, act) else replace(act, confidence=min(act.confidence, 0.7))


def _as_one(text: str, act: JointAct) -> bool:
    """Tell whether it is said that those who lead act together; whoever attends an event is there with the others."""
    if act.roles.keys() != {"lead"} or (act.kind == "attends" and act.rule == "by"):
        return True
    return _TOGETHER.search(text, act.start, act.end) is not None


def _predicates(text: str, phrases: list[re.Match[str]]) -> Iterator[_Predicate]:
    """Find subjects that name actors, each with its first verb; the next subject ends what is said of one."""
    held = [match.span("who") for match in phrases]
    last: _Predicate | None = None
    for subject in _SUBJECT.finditer(text):
        inside = any(first <= subject.start() < end for first, end in held)
        if (
            inside
            or not _OPENS.search(text, max(0, subject.start() - _REACH), subject.start())
            or _ASKED.search(text, 0, subject.start())
        ):
            continue
        found = _verb(text, subject)
        if found is None:
            continue
        if last is not None:
            last.ends = min(last.ends, subject.start())
            yield last
        last = found
    if last is not None:
        yield last


def _verb(text: str, subject: re.Match[str]) -> _Predicate | None:
    """Read from a subject to its verb."""
    at, planned = subject.end(), False
    for _ in range(_MOST_STEPS):
        if (space := _SPACE.match(text, at)) is None:
            return None
        at = space.end()
        verb, form = _fitting(text, subject, at, planned)
        if verb is not None and form is not None:
            ends = _BOUNDARY.search(text, verb.end()).start()  # type: ignore[union-attr]  # it finds the end
            passive = form.shape in ("both", "participle") and _is(text, subject.end(), verb.start())
            lead = positions(text, subject.span())
            return _Predicate(subject.start(), lead, verb, form, planned, passive, ends)
        name, at = _step(text, at)
        if name in (None, "barring"):
            return None
        planned = planned or name == "planned"
    return None


def _step(text: str, at: int) -> tuple[str | None, int]:
    if (phrase := _PHRASE.match(text, at + 4 if text.startswith("and ", at) else at)) is not None:
        return "phrase", phrase.end()
    for name, pattern in _STEPS:
        if (match := pattern.match(text, at)) is not None:
            return name, match.end()
    return None, at


def _is(text: str, start: int, end: int) -> bool:
    """Tell whether the last word for being stands next before a verb, adverbs aside."""
    return re.search(rf"\b{_BEING}(?: {_ADVERB})* $", text[start:end]) is not None


def _fitting(text: str, subject: re.Match[str], at: int, planned: bool) -> tuple[re.Match[str] | None, Form | None]:
    """Give the verb at a place: one that is known, or any in the past that is no word for saying."""
    if (verb := _ACT.match(text, at)) is not None:
        return verb, _fits(text, subject, verb, planned)
    other = _OTHER_ACT.match(text, at)
    if other is None or _is(text, subject.end(), at) or text.startswith(" by ", other.end()):
        return None, None
    return (None, None) if _ENUMERATES.fullmatch(text, subject.end(), at) else (other, _ANY_FORM)


def _fits(text: str, subject: re.Match[str], verb: re.Match[str], planned: bool) -> Form | None:
    """Give a verb's form where it can be the predicate of a subject and no noun or participle."""
    form = VERBS[verb[0]]
    between = text[subject.end() : verb.start()]
    if text.startswith(" by ", verb.end()) and not _IS.search(between):
        return None
    if form.shape == "ing":
        return form if _is(text, subject.end(), verb.start()) else None
    if form.shape != "base":
        return form
    several = len(positions(text, subject.span())) > 1 or subject[0].endswith("s")
    noun = _NOUN.match(text, verb.end()) is not None
    if form.kind == "cooperates":
        noun = _COOPERATING.match(text, verb.end()) is None
    return form if planned or between.rstrip().endswith("to") or (several and not noun) else None


def _active(text: str, predicates: list[_Predicate], phrases: list[re.Match[str]]) -> Iterator[JointAct]:
    """Give what subjects do; one subject may have several verbs."""
    floor = 0
    for one in predicates:
        floor = max(floor, text.rfind(";", 0, one.start) + 1)
        before = [match for match in phrases if floor <= match.start() < one.verb.start()]
        verbs = [(one.verb, one.form, one.planned)]
        ends = []
        for match in _GOES_ON.finditer(text, one.verb.end(), one.ends):
            form = VERBS[match["verb"]]
            shaped = form.shape in ("both", "past", "s") or (form.shape == "ing" and _IS.search(match["steps"]))
            if shaped and not _BARS.search(match["steps"]) and not (one.passive and not match["steps"]):
                again = _ACT.match(text, match.start("verb"))
                ends.append(match.start())
                verbs.append((again, form, one.planned or bool(_PLANS.search(match["steps"]))))  # type: ignore[arg-type]
        for (verb, form, planned), end in zip(verbs, (*ends, one.ends), strict=True):
            behind = [match for match in phrases if verb.end() <= match.start() < end]
            passive = one.passive and verb is one.verb
            yield _act(text, _with_verb(one, verb, form, planned, passive, end), before + behind)
        floor = one.ends


def _with_verb(one: _Predicate, verb: re.Match[str], form: Form, planned: bool, passive: bool, ends: int) -> _Predicate:
    return _Predicate(one.start, one.lead, verb, form, planned, passive, ends)


def _act(text: str, one: _Predicate, phrases: list[re.Match[str]]) -> JointAct:
    """Add to a subject and its verb those with whom, for whom and with whose support it acts."""
    roles: dict[str, tuple[int, ...]] = {"lead": one.lead}
    kind = one.form.kind
    for match in phrases:
        role = "partner" if match["partner"] else "supporter"
        roles[role] = roles.get(role, ()) + positions(text, match.span("who"))
    if one.passive:
        by = _BY.match(text, one.verb.end(), one.ends)
        if one.form.base not in _HELPING or by is None:
            roles = {}
        else:
            roles |= {"recipient": one.lead, "lead": positions(text, by.span("who"))}
        return _made(text, one, kind, roles)
    if one.form is _ANY_FORM:
        return _made(text, one, kind, roles if len(roles) > 1 else {})
    kind, others = _others(text, one, kind)
    for role, found in others.items():
        roles[role] = roles.get(role, ()) + found
    return _made(text, one, kind, roles)


def _made(text: str, one: _Predicate, kind: str, roles: dict[str, tuple[int, ...]]) -> JointAct:
    held = {role: found for role, found in roles.items() if found}
    return JointAct(
        one.start, _trimmed(text, one.verb.end(), one.ends), one.verb.span(), kind, held, one.planned, "act", 0.9
    )


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" ,.\n").removesuffix(" and").rstrip(" ,"))


def _others(text: str, one: _Predicate, kind: str) -> tuple[str, dict[str, tuple[int, ...]]]:
    """Read the object of a verb: the kind of the act and who has a part in it there."""
    base, after, ends = one.form.base, one.verb.end(), one.ends
    found: dict[str, tuple[int, ...]] = {}
    if kind == "attends":
        if (match := _ATTENDED.match(text, after, ends)) is not None:
            found["host"] = positions(text, match.span("who" if match["who"] else "its"))
        return kind, found
    if base in _HELPING and (match := _DIRECT.match(text, after, ends)):
        found["recipient"] = positions(text, match.span("who"))
    elif base in _HELPING and (match := _OWNED.match(text, after, ends)):
        found["recipient"] = positions(text, match.span("who" if match["who"] else "whose"))
    elif base in _MEETING and (match := _DIRECT.match(text, after, ends)):
        found["partner"] = positions(text, match.span("who"))
    elif base in _GIVING and (match := _TO.search(text, after, ends)) is not None:
        found["recipient"] = positions(text, match.span("who" if match["who"] else "for"))
    if base in _MEDIATING and (match := _BETWEEN.match(text, after, ends)) is not None:
        found["recipient"] = positions(text, match.span("who"))
    if kind == "organizes" and (match := _FOR.search(text, after, ends)) is not None:
        found["recipient"] = positions(text, match.span("who"))
    if base not in _NO_WITH and (match := _WITH.search(text, after, ends)) is not None:
        between = text[after : match.start()].strip(" ,")
        said = _linked(kind, base, between)
        if said is not None and not _NOT_WITH.search(between):
            kind, found["partner"] = said, found.get("partner", ()) + positions(text, match.span("who"))
    return kind, found


def _linked(kind: str, base: str, between: str) -> str | None:
    """Give the kind of an act whose verb takes a partner with what stands between them; None where it takes none."""
    if base in _LIGHT:
        for pattern, said in ((_PACTS, "signs"), (_TALKS, "consults"), (_TIES, "cooperates")):
            if pattern.search(between):
                return said
    if kind in _LINKING:
        return kind if len(between) < 100 else None
    return None if "," in between or _TO_DO.search(between) or _TIES.search(between) else kind


def _by_agents(text: str, phrases: list[re.Match[str]]) -> Iterator[JointAct]:
    """Find acts whose agents stand behind them: organized by, concluded between."""
    for match in _PASSIVE.finditer(text):
        before, form = text[max(0, match.start("verb") - 40) : match.start("verb")], VERBS[match["verb"]]
        who = positions(text, match.span("who"))
        if _BARS.search(match["before"]) or _ASKED.search(text, 0, match.start("verb")):
            continue
        # The subject of the next verb may stand in what looks like one list.
        if "," in match["who"] and _IS.match(text, match.end() + 1):
            continue
        if match["how"] == "with" and (not _IS.search(match["before"]) or form.kind in ("supports", "informs")):
            continue
        ends = _comma(text, match.end(), phrases)
        role = "partner" if match["how"] == "with" else "supporter" if form.kind == "supports" else "lead"
        roles = {role: who}
        for phrase in phrases:
            if match.end() <= phrase.start() < ends:
                own = "partner" if phrase["partner"] else "supporter"
                roles[own] = roles.get(own, ()) + positions(text, phrase.span("who"))
        planned = _PLANS.search(before) is not None and _IS.search(before) is not None
        yield JointAct(
            match.start("verb"),
            _trimmed(text, match.end(), ends),
            match.span("verb"),
            form.kind,
            roles,
            planned,
            "by",
            0.8,
        )


def _comma(text: str, at: int, phrases: list[re.Match[str]]) -> int:
    """Give where what is said behind agents ends: at a comma that brings no further participants."""
    last = _BOUNDARY.search(text, at).start()  # type: ignore[union-attr]  # it finds the end
    further = {match.start(): match.end() for match in phrases}
    while (comma := text.find(", ", at, last)) >= 0:
        if comma + 2 not in further and _ADJUNCT.match(text, comma) is None:
            return comma
        at = further.get(comma + 2, comma + 2)
    return last


def _by_nouns(text: str) -> Iterator[JointAct]:
    """Find acts that a noun says: a joint project between."""
    for pattern in (_JOINT_NOUN, _PACT, _PAIR):
        for match in pattern.finditer(text):
            who = positions(text, match.span("who"))
            kind = VERBS[match["verb"]].kind if match["verb"] in VERBS else "cooperates"
            end = _BOUNDARY.search(text, match.end()).start()  # type: ignore[union-attr]  # it finds the end
            yield JointAct(match.start(), end, match.span("verb"), kind, {"lead": who}, False, "noun", 0.8)
