"""How Chinese reports word what several actors do together: who acts, with whom, for whom, and by which verb."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from extract.joint_acts import PLACE, SIGNS, STATE, JointAct
from extract.languages.zh.activity_lists import (
    ADVERBS,
    ANY,
    FOREIGN,
    LIST,
    PARTNER_JOINT,
    STARTS,
    VERB,
    VERBS,
    WORDS,
    any_word,
    positions,
)
from extract.languages.zh.activity_times import DATE, location, period

__all__ = ["ASIDE", "MARKS", "SHARES_NOUN", "joint_acts", "location", "period"]

ASIDE = re.compile(r"(?P<title>《[^》]*》|“[^”]*”)|\((?!包括|如|例如|特别是)[^()]*\)")
"""Titles and quotations, and brackets that list nobody."""

MARKS = ((",", "，"), (";", "；"), (":", "："))
"""Marks that some copies print narrow, each with the one that is meant."""

SHARES_NOUN = re.compile(r"(?<!政府)(?<!当局)(?:[、和及]|，?以及)")
"""What stands after a name in a list whose noun comes with the last name only."""

_PREPOSITION = rf"{any_word(WORDS['prepositions'])}(?!了)"
# The words of one character begin or end other words: 主要, 未来, 应对, 能力, 拟订.
_PLANNED = (
    rf"(?:{any_word(WORDS['planned'])}(?![来订定])"
    rf"|(?<=[{SIGNS}也还正又前，]){any_word(WORDS['planned_or_noun'])}(?=[于在与同向为]|{VERB}))"
)
_BARRING = rf"(?<![主重]){any_word(WORDS['barring'])}(?![来力景求对急用邀断仅同限持行])"
_WITH = any_word(WORDS["with"])
_BEFORE_VERB = rf"(?:{ADVERBS}|{_PLANNED}|{_BARRING})*"
_TOWARDS = any_word(WORDS["towards"])
_AFTER_ADJUNCT = rf"(?=，?{_BEFORE_VERB}(?:{VERB}(?!的)|{_PREPOSITION}|{_WITH}{ANY}|{_TOWARDS}{ANY}|\d{{4}}年))"
# No adjunct runs over a verb of another kind, nor over those with whom or for whom something is done.
_HOLDS = (
    rf"(?:{any_word(WORDS['sayings'])}"
    rf"|(?<=.)(?:{_WITH}|{_TOWARDS}){ANY})"
)
_ADJUNCT = rf"{_PREPOSITION}(?:(?!{_HOLDS})[^，；。：]){{1,60}}?"
_STEPS = tuple(
    (name, re.compile(source))
    for name, source in (
        (
            "backing",
            rf"在(?P<who>{LIST})(?:[^，；。{SIGNS}]{{0,8}}的)?[^，；。{SIGNS}]{{0,6}}?"
            rf"(?:(?P<backing>{any_word(WORDS['backing'])})|(?P<partnering>{any_word(WORDS['partnering'])})"
            rf"(?:的推动)?)下，?",
        ),
        ("time", rf"[于在自从至截]{{0,2}}{DATE}(?:以来|起|期间|间|时)?，?"),
        ("planned", _PLANNED),
        ("barring", _BARRING),
        ("with", rf"{_WITH}(?P<who>{LIST})(?:之间)?(?={STARTS})"),
        (
            "towards",
            rf"[为对向](?P<who>{LIST})(?:(?<!{STATE})[^，；。]{{0,60}}?)?(?=[作做]出了?[^，；。]{{0,12}}贡献|提供|给予)",
        ),
        ("towards", rf"{_TOWARDS}(?P<who>{LIST})(?={STARTS})"),
        ("towards", rf"向[^，；。：的{SIGNS}{PLACE}]{{2,30}}的(?P<who>{LIST})(?={STARTS})"),
        ("here", rf"在{PLACE}[^，；。{SIGNS}{PLACE}]{{0,8}}?(?={STARTS})"),
        (
            "bounded",
            rf"{_PREPOSITION}(?P<inside>[^，；。：]{{1,60}}?){any_word(WORDS['strong_bounds'])}{_AFTER_ADJUNCT}，?",
        ),
        ("bounded", rf"{_PREPOSITION}(?P<inside>[^，；。：]{{1,60}}?){any_word(WORDS['bounds'])}{_AFTER_ADJUNCT}，?"),
        ("adverb", ADVERBS),
        ("unbounded", rf"{_ADJUNCT}(?={_BEFORE_VERB}(?:{_WITH}|{_TOWARDS}){ANY})"),
        ("unbounded", rf"(?=[为对]){_ADJUNCT}(?={any_word(WORDS['giving'])})"),
        ("unbounded", rf"{_ADJUNCT}(?={_BEFORE_VERB}{VERB}了)"),
        ("unbounded", rf"{_ADJUNCT}(?={any_word(WORDS['manners'])}+{VERB}(?!的))"),
        ("unbounded", rf"{_ADJUNCT}(?={_BEFORE_VERB}{VERB}(?!的))"),
    )
)
# Bounded, or hostile text would take time without end.
_MOST_STEPS = 12
_MOST_BACKINGS = 3
_ACT = re.compile(rf"(?P<verb>{VERB})(?P<done>[了过])?")
_LISTED = re.compile(LIST)
_CLAUSE_END = re.compile(r"[，；。！？]|$")
_CLAUSE_START = re.compile(r"(?:^|[，；。：])\s*")
_OPENING = re.compile(
    rf"(?:{any_word(WORDS['connectives'])}，?|{DATE}(?:以来|起|期间)?，?|自{DATE}(?:以来|起)，?|在{PLACE}(?={ANY}))*"
)
_SUBJECT = re.compile(rf"(?:{FOREIGN}、)*+(?P<who>{LIST})(?={STARTS})")
_GOES_ON = re.compile(r"(?:并且|并|还|也|又|同时|随后|以及|而且)*")
_AND_BACKED = re.compile(r"[并和以及]*(?=在)")
_AIM = re.compile(rf"以(?:便|期)?(?:{ADVERBS})*{VERB}|旨在|目的|从而|进而")
_CONTINUES = re.compile(rf"{ADVERBS}|{VERB}|{_PREPOSITION}|{any_word(WORDS['predicates'])}|\d{{4}}年")
_ASKED = re.compile(any_word(WORDS["asking"]))
_TOGETHER = re.compile("共同|联合|合作|协作|一道|一起|携手|之间|[-‐–—－]")
_LIGHT = frozenset(WORDS["light"])
# What is said to be done besides cooperating is no more than its aim with these.
_WEAK = frozenset({"supports", "carries-out", "cooperates", "consults"})
_TIED = re.compile(
    rf"[^，；。{SIGNS}]{{0,8}}?[与同](?P<who>{LIST})[^，；。{SIGNS}]{{0,40}}?(?:{any_word(WORDS['ties'])})(?=[，；。]|$)"
)
_HELPED = re.compile(
    rf"(?P<who>{LIST})(?:(?={STARTS}|努力|关于|更|[^，；。{SIGNS}]{{1,30}}的努力)|(?<!{STATE})的[^，；。]{{0,10}}?(?:{any_word(WORDS['supported_nouns'])}))"
)
_ATTENDED = re.compile(
    rf"(?:[^，；。{SIGNS}]{{0,60}}?(?:的|届|由|于|次))?(?P<who>{LIST})"
    rf"(?:{STATE}?[^，；。{SIGNS}{PLACE}]{{0,30}}?{any_word(WORDS['events'])}|(?=[，；。]|$))"
)
_NOUNS = (
    (re.compile(rf"[^，；。{SIGNS}]{{0,12}}?{any_word(WORDS['cooperation_nouns'])}"), "cooperates"),
    (re.compile(rf"[^，；。{SIGNS}]{{0,12}}?{any_word(WORDS['consultation_nouns'])}"), "consults"),
)
_EVENT = any_word(WORDS["events"])
_HOLDING = any_word(WORDS["holding"])
_HELD = rf"[^，；。的{SIGNS}]{{0,40}}?(?P<verb>{_HOLDING})(?!的)"
# Not each name of a list begins one.
_WHO = rf"(?<![{SIGNS}、和与同及括如])(?={ANY})(?P<who>{LIST})"
# What is said of an event or of cooperation named after those who share it.
_NAMED = tuple(
    (kind, role, re.compile(source))
    for kind, role, source in (
        ("organizes", "lead", rf"(?P<who>{ANY}[-‐–—－]{ANY})[^，；。{SIGNS}]{{0,20}}?{_EVENT}(?!谅解){_HELD}"),
        (
            "organizes",
            "lead",
            rf"(?P<verb>{_HOLDING})了?[^，；。{SIGNS}]{{0,12}}(?P<who>{ANY}[-‐–—－]{ANY})[^，；。{SIGNS}]{{0,20}}?{_EVENT}(?!的)",
        ),
        (
            "organizes",
            "lead",
            rf"{_WHO}(?:\d{{4}}年)?{any_word(WORDS['joint_marks'])}[^，；。{SIGNS}]{{0,8}}?{_EVENT}{_HELD}",
        ),
        ("cooperates", "lead", rf"{_WHO}之间(?:的?(?:长期|一直|密切|持续))+(?P<verb>合作|协作)(?=，)"),
        (
            "cooperates",
            "lead",
            rf"{_WHO}的(?:密切)?(?P<verb>合作|协作)(?=继续|已|特别|得到|进一步|[^，；。]{{0,12}}进行|注重)",
        ),
        (
            "supports",
            "supporter",
            rf"得到了?(?P<who>{LIST})的[^，；。{SIGNS}]{{0,6}}?(?P<verb>{any_word(WORDS['helping'])})",
        ),
    )
)
_NAMED_SUBJECT = re.compile(
    rf"(?:(?P<by>由|使|包括与)|(?P<in>[在对向])|(?:促进|促成)了)(?P<who>{LIST})(?={STARTS}|结成)"
)
# Whose meeting it is at which somebody speaks.
_MEETING = re.compile(rf"[^{SIGNS}]{{0,12}}(?P<who>{LIST})")
_ON = re.compile("上，?$")
_RELATIVE = re.compile(rf"(?:{ADVERBS})*{VERB}的")


class _Predicate(NamedTuple):
    """What is read of a predicate: positions by role, and how its verb is meant. A tuple, for it changes often."""

    lead: tuple[int, ...] = ()
    partner: tuple[int, ...] = ()
    supporter: tuple[int, ...] = ()
    host: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    planned: bool = False
    barred: bool = False

    def roles(self) -> dict[str, tuple[int, ...]]:
        """Give the roles that somebody plays."""
        names = ("lead", "partner", "supporter", "host", "recipient")  # in the order of the fields
        return {name: value for name, value in zip(names, self[:5], strict=True) if value}


def joint_acts(text: str) -> Iterator[JointAct]:
    """Find what several actors do together.

    Args:
        text: A sentence with signs.

    Yields:
        The acts in which two or more take part; those that are asked for, hoped for or denied are left out.

    Example:
        >>> from extract.joint_acts import ACTOR
        >>> found = next(joint_acts(f"2023年11月，{ACTOR}与{ACTOR}在纽约联合举办了讲习班。"))
        >>> found.kind, found.roles
        ('organizes', {'lead': (9,), 'partner': (11,)})
        >>> list(joint_acts(f"{ACTOR}应与{ACTOR}合作。"))
        []
    """
    for act in (*_walked(text), *_by_noun(text)):
        if len({at for held in act.roles.values() for at in held}) > 1 and not _asked(text, act.verb[0]):
            yield (
                act if act.roles.keys() != {"lead"} or _TOGETHER.search(text, act.start, act.end) else _coordinated(act)
            )


def _coordinated(act: JointAct) -> JointAct:
    """Make less sure what is said of several without the word that they do it together."""
    return replace(act, confidence=min(act.confidence, 0.7))


def _asked(text: str, verb: int) -> bool:
    """Tell whether words before the verb of an act make it something asked for or aimed at."""
    floor = max(text.rfind(mark, 0, verb) for mark in "；。") + 1
    return _ASKED.search(text, floor, verb) is not None


def _walked(text: str) -> Iterator[JointAct]:
    """Read clause after clause; the subject of one goes on to the next until something else takes its place."""
    known, first, reached = _Predicate(), 0, 0
    for clause in _CLAUSE_START.finditer(text):
        at = clause.end()
        if at < reached:
            continue
        if clause[0].strip() not in ("，", ""):
            known, first = _Predicate(), at
        at = _match_end(_OPENING, text, at)
        backed, after = _backing(text, at)
        if backed is not None:
            known, first, at = backed, at, after
        found = _SUBJECT.match(text, at)
        if found is not None:
            # Whoever supports or joins in is named in the clause before the subject.
            kept = _Predicate() if known.lead else known
            first = first if kept.supporter or kept.partner else at
            known, at = _acting(text, found.span("who"), kept), found.end()
        elif _LISTED.match(text, at):
            known = _Predicate()
        else:
            at = _match_end(_GOES_ON, text, at)
        if not (known.lead or len(known.supporter + known.partner) > 1) or _AIM.match(text, at):
            continue
        read, verb = _steps(text, at, known)
        if read.barred:
            known = _Predicate()
        elif (act := _predicate(text, verb, first, read)) is not None:
            yield act
            reached = act.end
            known = known._replace(planned=read.planned) if read.planned else known
        elif text.startswith("，", verb) and read.partner != known.partner:
            known = read
        elif found is None and backed is None and not _CONTINUES.match(text, at):
            known = _Predicate()


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match is not None else at


def _backing(text: str, at: int) -> tuple[_Predicate | None, int]:
    """Read with whose support, and with whose, a clause says that something is done."""
    known: _Predicate | None = None
    for _ in range(_MOST_BACKINGS):
        if (match := _STEPS[0][1].match(text, at)) is None:
            break
        known, at = _step(text, "backing", match, known or _Predicate()), match.end()
        at = _match_end(_AND_BACKED, text, at)
    return known, at


def _acting(text: str, span: tuple[int, int], known: _Predicate) -> _Predicate:
    """Take a list as subject: those after the word for with are partners of those before it."""
    joint = PARTNER_JOINT.search(text, *span)
    middle = joint.start() if joint is not None else span[1]
    partners = positions(text, (middle, span[1])) if joint is not None else ()
    return known._replace(lead=positions(text, (span[0], middle)), partner=known.partner + partners)


def _steps(text: str, at: int, known: _Predicate) -> tuple[_Predicate, int]:
    """Read what stands between a subject and its verb; give it with the place that it reaches."""
    for _ in range(_MOST_STEPS):
        step = next(((name, match) for name, pattern in _STEPS if (match := pattern.match(text, at))), None)
        if step is None:
            break
        name, match = step
        if name == "barring":
            return known._replace(barred=True), at
        known, at = _step(text, name, match, known), match.end()
    return known, at


def _predicate(
    text: str, at: int, first: int, known: _Predicate, *, deep: bool = True, inner: bool = False
) -> JointAct | None:
    """Read a verb and its object; ``deep`` looks into the next clause too, ``inner`` reads a clause before a noun."""
    act = _ACT.match(text, at)
    if act is None or (text.startswith("的", act.end()) and not inner):
        return None
    return _act(text, act, first, known, deep)


def _step(text: str, name: str, match: re.Match[str], known: _Predicate) -> _Predicate:
    if name == "planned":
        return known._replace(planned=True)
    if name == "bounded":
        inside = _MEETING.match(text, *match.span("inside")) if _ON.search(match[0]) else None
        return known._replace(near=positions(text, inside.span("who"))) if inside is not None else known
    if name not in ("backing", "with", "towards"):
        return known
    who = positions(text, match.span("who"))
    if name == "with" or (name == "backing" and match["partnering"]):
        return known._replace(partner=known.partner + who)
    if name == "backing":
        return known._replace(supporter=known.supporter + who)
    return known._replace(recipient=known.recipient + who)


def _act(text: str, match: re.Match[str], first: int, known: _Predicate, deep: bool) -> JointAct:
    verb, after = match["verb"], match.end()
    kind = VERBS[verb]
    end = _CLAUSE_END.search(text, after).start()  # type: ignore[union-attr]  # it finds the end
    if verb in _LIGHT:
        kind = next((noun for pattern, noun in _NOUNS if pattern.match(text, after, end)), kind)
    tied = _TIED.match(text, after) if verb in WORDS["tied"] else None
    if tied is not None:
        known = known._replace(partner=known.partner + positions(text, tied.span("who")))
        kind = "cooperates" if kind == "carries-out" else kind
    elif verb in WORDS["helping"] and (helped := _HELPED.match(text, after)):
        known = known._replace(recipient=known.recipient + positions(text, helped.span("who")))
    elif kind == "attends" and (attended := _ATTENDED.match(text, after)):
        known = known._replace(host=positions(text, attended.span("who")))
    elif kind == "speaks" or (kind == "supports" and not known.recipient):
        known = known._replace(host=known.near)
    kind = "attends" if kind == "speaks" else kind
    act = JointAct(first, end, match.span("verb"), kind, known.roles(), known.planned, "act", 0.9)
    return _further(text, act, known) if deep and kind == "cooperates" else act


def _further(text: str, act: JointAct, known: _Predicate) -> JointAct:
    """Add to the word for cooperating what the next clause says is done."""
    if text[act.end : act.end + 1] == "，":
        at = _match_end(_GOES_ON, text, act.end + 1)
        read, verb = _steps(text, at, known._replace(near=()))
        done = None if read.barred or _AIM.match(text, at) else _predicate(text, verb, act.start, read, deep=False)
        if done is not None and (done.kind not in _WEAK or read.recipient != known.recipient):
            return done
    return act


def _by_noun(text: str) -> Iterator[JointAct]:
    """Find acts that a noun or a clause inside another says."""
    for kind, role, pattern in _NAMED:
        for match in pattern.finditer(text):
            end = _CLAUSE_END.search(text, match.end()).start()  # type: ignore[union-attr]  # it finds the end
            who = positions(text, match.span("who"))
            if len(who) > 1:
                kind = VERBS.get(match["verb"], kind)
                yield JointAct(match.start(), end, match.span("verb"), kind, {role: who}, False, "noun", 0.8)
    for match in _NAMED_SUBJECT.finditer(text):
        known = _acting(text, match.span("who"), _Predicate())
        if (match["by"] or match["in"]) and len(known.lead + known.partner) < 2:
            continue
        if match["in"] and not _RELATIVE.match(text, match.end()):
            continue
        read, verb = _steps(text, match.end(), known)
        act = None if read.barred else _predicate(text, verb, match.start("who"), read, inner=True)
        if act is not None:
            yield replace(act, rule="inner" if match["by"] or match["in"] else "effect", confidence=0.8)
