"""What a lineage report says, section by section, in the words of one language."""

import shlex
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version

from graph.lineage import Lineage
from graph.moments import time_order
from graph.nodes import actor_name
from graph.outline import Cell, Entry, Fact, Group, Outline, Section, Table
from graph.report_entries import (
    by_function,
    document_entry,
    finding_entry,
    label_cell,
    paragraph,
    quote,
    unresolved_entry,
    when,
)
from graph.requests import Request
from graph.ties import Identity, Tie
from graph.wording import Words, words
from ontology.symbol_order import key_order

__all__ = ["content"]

_ORIGINS = ("comes-from", "recommended-in")
# Ways to a symbol that a reader must know of: the document itself does not print it.
_NOT_PRINTED = ("given", "link", "inferred")
_SESSION = {True: "session.met", False: "session.other", None: "session.unknown"}


def content(lineage: Lineage, language: str, command: str | None = None) -> Outline:
    """Say what a lineage says.

    Args:
        lineage: The lineage.
        language: ``zh`` or ``en``.
        command: The command that repeats the report; None for the one that the lineage implies.

    Returns:
        The report: the answer, then the document, its history, what it asks for, what it cites, what cites it, its
        series, what is odd in it and what is not known, and how all this was found.

    Raises:
        UnknownTermError: The reports are not written in that language.
    """
    speak = words(language)
    identity = lineage.identity
    return Outline(
        language=language,
        title=speak("title", symbol="-".join(identity.symbols) or identity.label),
        answer=_answer(speak, lineage),
        caution=speak("about"),
        contents=speak("section.contents"),
        sections=(
            _identity(speak, lineage),
            _history(speak, lineage),
            _requests(speak, lineage),
            *((_cites(speak, lineage),) if lineage.direction != "cited-by" else ()),
            *((_cited_by(speak, lineage),) if lineage.direction != "cites" else ()),
            _series(speak, lineage),
            *((_check(speak, lineage),) if lineage.findings else ()),
            _open(speak, lineage),
            _method(speak, lineage, command),
        ),
    )


def _answer(speak: Words, lineage: Lineage) -> str:
    """Say in one sentence where the document comes from and what became of it."""
    clauses = [clause for clause in _clauses(speak, lineage) if clause]
    symbol = "-".join(lineage.identity.symbols) or lineage.identity.label
    sentence = speak("answer.sentence", symbol=symbol, clauses=speak("semicolon").join(clauses))
    return f"{sentence}{speak('space')}{speak('acts-unread')}" if lineage.acts_unread else sentence


def _clauses(speak: Words, lineage: Lineage) -> Iterator[str]:
    key, past = lineage.key, lineage.history
    drafts = [each.cited for each in past if each.relation == "comes-from" and each.citing == key]
    advised = [each.cited for each in past if each.relation == "recommended-in" and each.citing == key]
    answered = [each.cited for each in past if each.relation == "answers" and each.citing == key]
    answers = [each.citing for each in past if each.relation == "answers" and each.cited == key]
    recalled = [each.cited for each in lineage.cites if each.depth == 1 and "recalls" in each.functions]
    recalled.sort(key=key_order)
    yield _listing(speak, lineage, "answer.comes-from", drafts)
    yield _listing(speak, lineage, "answer.recommended-in", advised)
    yield _listing(speak, lineage, "answer.answers", answered)
    if _is_missing(lineage):
        yield speak("answer.text-not-held")
    else:
        yield _listing(speak, lineage, "answer.recalls", recalled)
        yield speak.counted("answer.cited", lineage.counts.cited)
    yield _listing(speak, lineage, "answer.answered-by", answers)
    yield speak.counted("answer.citing", lineage.counts.citing)


def _is_missing(lineage: Lineage) -> bool:
    return lineage.identity.kind == "document" and not lineage.identity.held


def _nothing(speak: Words, lineage: Lineage, name: str) -> str:
    """Say that nothing was found in the text, or else why that says nothing."""
    if _is_missing(lineage):
        return speak("empty.text-not-held")
    return speak(name)


def _name(speak: Words, lineage: Lineage, entity: str) -> str:
    return dict(lineage.actors).get(entity) or actor_name(entity, speak.language)


def _listing(speak: Words, lineage: Lineage, name: str, keys: list[str]) -> str:
    labels = [lineage.document(key).label for key in keys]
    return speak(name, list=speak.listed(labels)) if labels else ""


def _identity(speak: Words, lineage: Lineage) -> Section:
    identity = lineage.identity
    kind = speak.known(f"type.{identity.type}", identity.type or "")
    symbols = "field.symbols" if len(identity.symbols) > 1 else "field.symbol"
    facts = (
        (symbols, [Cell(symbol) for symbol in identity.symbols]),
        ("field.symbol-source", [Cell(text) for text in _symbol_source(speak, identity)]),
        ("field.title", [Cell(identity.title, identity.language)] if identity.title else []),
        ("field.type", [Cell(kind)] if kind else []),
        ("field.body", [Cell(_name(speak, lineage, identity.body))] if identity.body else []),
        ("field.session", [Cell(str(identity.session))] if identity.session is not None else []),
        ("field.date", [Cell(identity.date)] if identity.date else []),
        ("field.agenda-items", [Cell(item) for item in identity.agenda_items]),
        ("field.held", [Cell(speak("yes" if identity.held else "no"))] if identity.kind == "document" else []),
        ("field.links", [Cell(speak(f"language.{code}"), code, target) for code, target in identity.links]),
    )
    shown = tuple(Fact(speak(name), tuple(cells)) for name, cells in facts if cells)
    return Section("identity", speak("section.identity"), facts=shown)


def _symbol_source(speak: Words, identity: Identity) -> Iterator[str]:
    """Say how the symbol was found, where the document itself does not print it or something speaks against it."""
    sure = speak("confidence", value=f"{identity.symbol_confidence:g}") if identity.symbol_confidence else ""
    if identity.symbol_source in _NOT_PRINTED or identity.symbol_series or identity.symbol_conflicts:
        name = f"series-{identity.symbol_source}" if identity.symbol_series else identity.symbol_source
        yield f"{speak(f'symbol.{name}', series=identity.symbol_series)}{speak('comma')}{sure}"
    if identity.symbol_conflicts:
        yield speak("symbol.conflict", list=speak.listed(list(identity.symbol_conflicts)))


def _history(speak: Words, lineage: Lineage) -> Section:
    found: dict[str, list[Entry]] = {}
    for each in lineage.history:
        out = each.citing == lineage.key
        document = lineage.document(each.cited if out else each.citing)
        known = f"history.{each.relation}" if f"history.{each.relation}.in" in speak.texts else "history.part"
        heading = speak(f"{known}.out" if out else f"{known}.in")
        found.setdefault(heading, []).append(document_entry(speak, document, each.quotations))
    groups = tuple(Group(heading, tuple(entries)) for heading, entries in found.items())
    texts = () if groups else (speak("empty.history"),)
    return Section("history", speak("section.history"), texts, parts=(_timeline(speak, lineage), *groups))


def _timeline(speak: Words, lineage: Lineage) -> Table:
    """Put the history, what cites the document and what is still awaited into the order of time."""
    steps: dict[str, list[str]] = {lineage.key: [speak("step.here")]}
    for each in lineage.history:
        key, label = _past_step(speak, lineage, each)
        steps.setdefault(key, []).append(label)
    for each in lineage.cited_by:
        if each.depth == 1:
            functions = speak.listed([speak(f"function.{name}").lower() for name in each.functions])
            steps.setdefault(each.citing, []).append(speak("step.cites", functions=functions))
    ordered = [document for document in (*lineage.documents, lineage.identity) if document.key in steps]
    drafts = {each.cited for each in lineage.history if each.relation in _ORIGINS}
    ordered.sort(key=lambda document: _time_order(lineage, document, drafts))
    rows = [
        (Cell(_moment(speak, document)), label_cell(speak, document), Cell(text))
        for document in ordered
        for text in steps[document.key]
    ]
    return Table(
        speak("timeline"), (speak("date"), speak("document"), speak("step")), (*rows, *_awaited(speak, lineage))
    )


def _past_step(speak: Words, lineage: Lineage, each: Tie) -> tuple[str, str]:
    """Say which document takes a step of the history, and what it is."""
    out = each.citing == lineage.key
    if each.relation == "answers":
        return each.citing, speak("step.answers", symbol=lineage.document(each.cited).label)
    name = each.relation if each.relation in _ORIGINS else "version"
    return (each.cited if out else each.citing), speak(f"step.{name}.{'out' if out else 'in'}")


def _moment(speak: Words, document: Identity) -> str:
    """Say when: the date, or else the session, or that neither is known."""
    return when(speak, document) or speak("undated")


def _time(document: Identity) -> float:
    known = {"date": document.date, "session": document.session, "body": document.body}
    return time_order(document.key, known)


def _time_order(lineage: Lineage, document: Identity, drafts: set[str]) -> tuple[float, bool]:
    """Sort by time; an undated draft stands before what it became."""
    if document.date is None and document.key in drafts:
        return min(_time(document), _time(lineage.identity)), False
    return _time(document), True


def _awaited(speak: Words, lineage: Lineage) -> Iterator[tuple[Cell, ...]]:
    for request in lineage.requests:
        if request.state in ("unanswered", "answered-other-session") and request.act.due:
            state = speak("state.unanswered")
            name = "step.due" if request.act.due.isdigit() else "step.due-date"
            yield Cell("—"), Cell("—"), Cell(speak(name, due=request.act.due, state=state))


def _requests(speak: Words, lineage: Lineage) -> Section:
    heading = speak("section.requests")
    if not lineage.requests:
        nothing = _nothing(speak, lineage, "acts-unread" if lineage.acts_unread else "empty.requests")
        return Section("requests", heading, (nothing,))
    reports = tuple(_report_request(speak, lineage, each) for each in lineage.requests if each.act.report)
    others = tuple(_act_row(speak, lineage, each) for each in lineage.requests if not each.act.report)
    headings = tuple(speak(f"request.{name}") for name in ("paragraph", "verb", "addressee", "words"))
    tables = (Table(speak("request.acts"), headings, others),) if others else ()
    groups = (Group(speak("request.reports"), reports),) if reports else ()
    return Section("requests", heading, parts=(*groups, *tables))


def _report_request(speak: Words, lineage: Lineage, request: Request) -> Entry:
    act = request.act
    due = speak("act.due" if act.due.isdigit() else "act.due-date", due=act.due) if act.due else None
    body = _name(speak, lineage, act.due_body) if act.due_body else None
    answers = speak.listed([lineage.document(answer.document).label for answer in request.answers])
    state = speak(f"state.{request.state}", list=answers)
    label = " · ".join(part for part in (paragraph(speak, act), act.verb, _addressees(speak, lineage, request)) if part)
    sessions = [
        f"{lineage.document(answer.document).label}{speak('comma')}{speak(_SESSION[answer.for_session])}"
        for answer in request.answers
        if act.due
    ]
    text = " · ".join(part for part in (due, body, state, *sessions) if part)
    quotes = (quote(speak, act), *(quote(speak, said) for each in request.answers for said in each.quotations))
    return Entry(Cell(label), None, text, quotes)


def _act_row(speak: Words, lineage: Lineage, request: Request) -> tuple[Cell, ...]:
    act = request.act
    words_of_act = Cell(act.what or act.exact, act.language)
    return (
        Cell(paragraph(speak, act) or ""),
        Cell(act.verb or "", act.language),
        Cell(_addressees(speak, lineage, request)),
        words_of_act,
    )


def _addressees(speak: Words, lineage: Lineage, request: Request) -> str:
    return speak.listed([_name(speak, lineage, entity) for entity in request.act.addressees], limit=20)


def _cites(speak: Words, lineage: Lineage) -> Section:
    heading = speak("section.cites")
    groups = tuple(_steps(speak, lineage, lineage.cites, citing=False))
    texts = _deepest(speak, lineage, lineage.cites) if groups else (_nothing(speak, lineage, "empty.cites"),)
    return Section("cites", heading, texts, parts=groups)


def _cited_by(speak: Words, lineage: Lineage) -> Section:
    heading = speak("section.cited-by")
    groups = tuple(_steps(speak, lineage, lineage.cited_by, citing=True))
    if not groups:
        return Section("cited-by", heading, (speak("empty.cited-by"),))
    near = {each.citing for each in lineage.cited_by if each.depth == 1}
    documents = sorted((lineage.document(key) for key in near), key=lambda each: (_time(each), each.key))
    years = Counter(each.date[:4] if each.date else _moment(speak, each) for each in documents)
    row = [f"{year} ({count})" for year, count in years.items()]
    told = (speak("years", list=speak("semicolon").join(row)),) if row else ()
    return Section("cited-by", heading, (*told, *_deepest(speak, lineage, lineage.cited_by)), parts=groups)


def _deepest(speak: Words, lineage: Lineage, ties: tuple[Tie, ...]) -> tuple[str, ...]:
    """Say that later steps found nothing, lest a reader take their absence for a mistake."""
    last = max(each.depth for each in ties)
    return (speak("depth.none", depth=lineage.depth, last=last),) if last < lineage.depth else ()


def _steps(speak: Words, lineage: Lineage, ties: tuple[Tie, ...], *, citing: bool) -> Iterator[Group]:
    """Group the first step by function, and later steps by the document from which they go on."""
    yield from by_function(speak, lineage, [each for each in ties if each.depth == 1], citing=citing)
    found: dict[tuple[int, str], list[Entry]] = {}
    for each in ties:
        if each.depth > 1:
            near, far = (each.cited, each.citing) if citing else (each.citing, each.cited)
            functions = speak.listed([speak(f"function.{name}") for name in each.functions])
            entry = document_entry(speak, lineage.document(far), each.quotations, more=functions)
            found.setdefault((each.depth, near), []).append(entry)
    for (depth, near), entries in found.items():
        name = "depth.cited-by" if citing else "depth.cites"
        yield Group(speak(name, depth=depth, symbol=lineage.document(near).label), tuple(entries))


def _series(speak: Words, lineage: Lineage) -> Section:
    if not lineage.series:
        empty = "empty.series" if lineage.identity.title else "empty.series-untitled"
        return Section("series", speak("section.series"), (speak(empty),))
    entries = tuple(
        document_entry(speak, lineage.document(key), (), more=_member(speak, lineage, key)) for key in lineage.series
    )
    return Section("series", speak("section.series"), (speak("series.missing"),), parts=(Group(None, entries),))


def _member(speak: Words, lineage: Lineage, key: str) -> str:
    tied = speak("series.tied" if key in lineage.series_tied else "series.untied")
    return f"{speak('series.here')} · {tied}" if key == lineage.key else tied


def _check(speak: Words, lineage: Lineage) -> Section:
    entries = tuple(finding_entry(speak, found) for found in lineage.findings)
    return Section("check", speak("section.check"), (speak("check.caution"),), parts=(Group(None, entries),))


def _open(speak: Words, lineage: Lineage) -> Section:
    counts = lineage.counts
    numbers = (
        ("counts.citations", counts.citations),
        ("counts.unresolved", counts.unresolved),
        ("counts.cited", counts.cited),
        ("counts.cited-held", counts.cited_held),
        ("counts.citing", counts.citing),
        ("counts.collection", counts.collection),
    )
    facts = [Fact(speak(name), (Cell(str(number)),)) for name, number in numbers]
    if lineage.not_held:
        missing = tuple(label_cell(speak, lineage.document(key)) for key in lineage.not_held)
        facts.append(Fact(speak("open.not-held"), missing))
    entries = tuple(unresolved_entry(speak, found) for found in lineage.unresolved)
    groups = (Group(speak("open.candidates"), entries),) if entries else ()
    whole = lineage.identity.held and not entries and counts.cited == counts.cited_held
    texts = (speak("empty.open"),) if whole else ()
    return Section("open", speak("section.open"), texts, tuple(facts), parts=groups)


def _method(speak: Words, lineage: Lineage, command: str | None) -> Section:
    """Say how the report was made; the caution stands here too, for those who see the end alone."""
    default = ("resograph", "lineage", lineage.key, "--depth", str(lineage.depth), "--direction", lineage.direction)
    texts = (speak("method.text", version=version("resograph")), speak("about"), speak("method.command"))
    code = command or f"{shlex.join(default)} --store DIR"
    return Section("method", speak("section.method"), texts, code=code)
