"""How English reports word what several actors do together: who acts, with whom, for whom, and by which verb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.joint_acts import SIGNS, JointAct
from extract.languages.en.activity_lists import ANY, LED_LIST, LIST, VERB, VERBS, WORDS, Form, any_word, positions
from extract.languages.en.activity_objects import HELPING, participants
from extract.languages.en.activity_times import DATE, location, period, place_states

__all__ = ["ASIDE", "MARKS", "SHARES_NOUN", "joint_acts", "location", "period"]

ASIDE = re.compile(r"(?P<title>\"[^\"]{1,300}\")| ?\((?!including|such as|e\.g)[^()]*\)| ?\[[^\[\]]*\]|(?<= ) +")
"""Titles and quotations, brackets that list nobody, and the second of two blanks."""

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
    rf"(?:(?P<partner>\b(?:[Ii]n (?:\w+ ){{0,2}}{_MANNER}(?: and (?:\w+ )?{_MANNER})? with"
    r"|(?:[Tt]ogether|[Jj]ointly) with|[Aa]long with|[Aa]longside|[Jj]oin(?:ed|ing) forces with"
    r"|(?<=[,.] )[Ww]orking (?:\w+ly )?with"
    r"|^(?:\W|\d)*Working (?:\w+ly )?with|[Ww]ith the (?:\w+ )?(?:participation|involvement|cooperation) of))"
    rf"|(?P<supporter>\b(?<!line )(?<!accordance )(?<!compliance )(?:[Ww]ith|[Uu]nder|[Tt]hrough|[Tt]hanks to)"
    rf" (?:the )?(?:[\w-]+ ){{0,2}}{_BACKING}(?: and (?:\w+ )?{_BACKING})? (?:of|from|by|provided by|received from)"
    rf"|(?<=, ){any_word(WORDS['backed'])} by)) {LED_LIST}"
)
_AFTER_WORK = re.compile(r"\b(?:(?!been|need|indeed)\w+ed|undertaken|held|done|taken|made)(?: out)? $")
_SUBJECT = re.compile(rf"(?<!\w){LIST}")
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
        ("others", rf"[a-z]+(?:s|ed) [^;:,{SIGNS}]{{1,120}}? and "
                   r"(?=(?:has|have|had|also|is|was|will|then|[a-z]+ed)\b)"),
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
    rf"(?!{any_word(WORDS['sayings'])}\b)[a-z]{{2,}}ed\b(?! (?:that|to)\b)"
    r"|(?:(?<=\bwill )|(?<=continued to ))(?!be\b|have\b|not\b|[a-z]+ly\b)[a-z]{3,}\b(?! to\b)"
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
    rf"(?:,? and|,|,? but) (?P<steps>(?:(?:{_PLANNED}|{_BARRING}|{_ADVERB}) ){{0,4}})"
    rf"(?P<verb>{VERB})(?! (?:by|and \w+ by))"
)
_BY = re.compile(rf"(?: jointly| \w+ly)? by {LED_LIST}")
_NOUN = re.compile(r" (?:for|to|in|from|of|was|were|is|has|and|by)\b|,")
_COOPERATING = re.compile(r"(?: \w+ly)? (?:with|together|jointly|to)\b")
_TOGETHER = re.compile(r"\b(?:jointly|together|joint|co-\w+|in (?:\w+ )?(?:cooperation|collaboration|partnership))\b")
_PARTICIPLE = any_word(form for form, said in VERBS.items() if said.shape in ("both", "participle"))
_AGENT = re.compile(rf"\b(?P<how>by|between|with) {LED_LIST}")
_DONE = re.compile(rf"\b(?P<verb>{_PARTICIPLE})(?: (?:jointly|together|and \w+))* $")
_AUXILIARY = re.compile(rf"(?:(?:{_PLANNED}|{_BARRING}) )?(?:\b(?:{_BEING}|{_ADVERB}) )*$")
_BARS = re.compile(rf"\b(?:{_BARRING}|to be)\b")
_IS = re.compile(rf"\b(?:{_BEING}|has|have|will)\b")
_PLANS = re.compile(rf"\b{_PLANNED}\b")
_JOINT_NOUN = re.compile(
    rf"\bjoint (?:[\w-]+ ){{1,4}}?(?:between|of|by) {LED_LIST} (?:(?:{_ADVERB}) )*(?P<verb>{VERB})"
)
_PACT = re.compile(
    rf"\b{any_word(WORDS['pacts'])}\b[^;,{SIGNS}]{{0,60}}? between {LED_LIST},? (?:(?:{_ADVERB}) )*"
    r"(?P<verb>signed|concluded|renewed)\b"
)
_PAIR = re.compile(rf"\b(?P<verb>joint) (?P<who>{ANY}[-–—/]{ANY}) (?:[\w-]+ ){{0,3}}?{any_word(WORDS['events'])}\b")


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A subject with its verb.

    Attributes:
        start: Where the subject begins.
        lead: Positions of those that it names.
        verb: The verb.
        form: What the verb says.
        planned: Whether it is only planned.
        passive: Whether the subject suffers it.
        ends: Where what is said of the subject ends.
    """

    start: int
    lead: tuple[int, ...]
    verb: re.Match[str]
    form: Form
    planned: bool
    passive: bool
    ends: int


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
        ('launches', {'lead': (0,), 'partner': (23,)})
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
    for act in (*_active(text, predicates, phrases), *_by_agents(text, phrases), *_by_nouns(text)):
        several = len({at for held in act.roles.values() for at in held}) > 1
        if (
            several
            and not (act.planned and _DOUBTFUL.search(text))
            and not _APART.search(text, act.start, act.end + _BEHIND)
        ):
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
        at = subject.start()
        if any(first <= at < end for first, end in held) or not _OPENS.search(text, max(0, at - _REACH), at):
            continue
        found = None if _ASKED.search(text, 0, at) else _verb(text, subject)
        if found is None:
            continue
        if last is not None:
            yield replace(last, ends=min(last.ends, at))
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
    for first in predicates:
        floor = max(floor, text.rfind(";", 0, first.start) + 1)
        before = [match for match in phrases if floor <= match.start() < first.verb.start()]
        for one in _coordinated(text, first):
            behind = [match for match in phrases if one.verb.end() <= match.start() < one.ends]
            act = _suffered(text, one) if one.passive else _done(text, one, before + behind)
            if act is not None:
                yield act
        floor = first.ends


def _coordinated(text: str, first: _Predicate) -> Iterator[_Predicate]:
    """Give a predicate and those that go on from it with the same subject, each up to the next."""
    one = first
    for match in _GOES_ON.finditer(text, first.verb.end(), first.ends):
        form, steps = VERBS[match["verb"]], match["steps"]
        shaped = form.shape in ("both", "past", "s") or (form.shape == "ing" and _IS.search(steps))
        if not shaped or _BARS.search(steps) or (first.passive and not steps):
            continue
        yield replace(one, ends=match.start())
        planned = first.planned or _PLANS.search(steps) is not None
        passive = _is(text, match.start(), match.start("verb"))
        verb = _ACT.match(text, match.start("verb"))
        one = replace(first, verb=verb or first.verb, form=form, planned=planned, passive=passive)
    yield replace(one, ends=first.ends)


def _done(text: str, one: _Predicate, phrases: list[re.Match[str]]) -> JointAct | None:
    """Add to a subject and its verb those with whom, for whom and with whose support it acts."""
    kind, roles = one.form.kind, {"lead": one.lead}
    _add(text, roles, phrases)
    if one.form is _ANY_FORM:
        return _act(text, one, kind, roles) if len(roles) > 1 else None
    kind, others = participants(text, one.form, one.verb.end(), one.ends)
    for role, found in others.items():
        roles[role] = roles.get(role, ()) + found
    return _act(text, one, kind, roles)


def _suffered(text: str, one: _Predicate) -> JointAct | None:
    """Read who helps a subject: UNDP is assisted by. Other agents are found by themselves."""
    by = _BY.match(text, one.verb.end(), one.ends)
    if one.form.base not in HELPING or by is None:
        return None
    return _act(text, one, one.form.kind, {"lead": positions(text, by.span("who")), "recipient": one.lead})


def _add(text: str, roles: dict[str, tuple[int, ...]], phrases: list[re.Match[str]]) -> None:
    for match in phrases:
        role = "partner" if match["partner"] else "supporter"
        roles[role] = roles.get(role, ()) + positions(text, match.span("who"))


def _act(text: str, one: _Predicate, kind: str, roles: dict[str, tuple[int, ...]]) -> JointAct:
    end = _trimmed(text, one.verb.end(), one.ends)
    return JointAct(one.start, end, one.verb.span(), kind, roles, one.planned, "act", 0.9)


def _trimmed(text: str, start: int, end: int) -> int:
    """Give where words end without the marks and the word for and that stand last."""
    return start + len(text[start:end].rstrip(" ,.\n").removesuffix(" and").rstrip(" ,"))


def _by_agents(text: str, phrases: list[re.Match[str]]) -> Iterator[JointAct]:
    """Find acts whose agents stand behind them: organized by, concluded between."""
    for match in _AGENT.finditer(text):
        done = _DONE.search(text, max(0, match.start() - _REACH), match.start())
        # The subject of the next verb may stand in what looks like one list.
        if done is None or ("," in match["who"] and _IS.match(text, match.end() + 1)):
            continue
        verb, form = done.span("verb"), VERBS[done["verb"]]
        auxiliary = _AUXILIARY.search(text[max(0, verb[0] - _REACH) : verb[0]])
        before = auxiliary[0] if auxiliary is not None else ""
        if _BARS.search(before) or _ASKED.search(text, 0, verb[0]):
            continue
        if match["how"] == "with" and (not _IS.search(before) or form.kind in ("supports", "informs")):
            continue
        role = "partner" if match["how"] == "with" else "supporter" if form.kind == "supports" else "lead"
        ends = _agents_end(text, match.end(), phrases)
        roles = {role: positions(text, match.span("who"))}
        _add(text, roles, [phrase for phrase in phrases if match.end() <= phrase.start() < ends])
        planned = _PLANS.search(before) is not None
        yield JointAct(verb[0], _trimmed(text, match.end(), ends), verb, form.kind, roles, planned, "by", 0.8)


def _agents_end(text: str, at: int, phrases: list[re.Match[str]]) -> int:
    """Give where what is said behind agents ends: at a comma that brings no further participants, time or place."""
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
