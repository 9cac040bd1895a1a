"""The report of a check: for people, for programs, and as SHACL has it."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from graph.check.between import rule_in_words
from graph.check.breach import Breach, Severity
from graph.check.run import CheckReport
from graph.printable import printable
from graph.quads import literal
from graph.result import Term, TermKind
from graph.tables import shorten
from graph.wording import Words, paragraph_label, words
from ontology.errors import SymbolError, UnknownTermError
from ontology.iri import REGISTRY_GRAPH, graph_key, read_part
from ontology.shapes import NAMESPACE

__all__ = ["FORMATS", "SCHEMA", "render_check"]

SCHEMA = "resograph/check/1"
"""Name and version of the JSON.

``conforms``, ``graphs`` and ``conforming`` (numbers), and ``breaches``: each with ``graph``, ``document`` and
``language`` (null for other graphs), ``rule``, ``message``, ``severity``, ``node``, ``kind``, ``start`` and ``end`` (of
a part of a document), ``paragraph``, ``words``, ``path``, ``value``. What is not known is null.
"""

_SHOWN = 5
_SH = "http://www.w3.org/ns/shacl#"
_COMPONENT = "ConstraintComponent"
_SIMPLE = re.compile(r"<[^<>]*>")


def render_check(report: CheckReport, form: str, language: str) -> str:
    """Write the report of a check.

    Args:
        report: What was found.
        form: One of ``FORMATS``.
        language: ``en`` or ``zh``.

    Returns:
        The text; of the same report always the same.

    Raises:
        UnknownTermError: There is no such format or language.

    Example:
        >>> render_check(CheckReport(("https://w3id.org/resograph/graph/registry",), ()), "text", "en")
        'The graph conforms.\\n'
    """
    if form not in FORMATS:
        raise UnknownTermError(form, f"the formats of a check: {', '.join(sorted(FORMATS))}")
    return FORMATS[form](report, language)


def _as_text(report: CheckReport, language: str) -> str:
    speak = words(language, "check")
    by_graph = groupby(report.breaches, lambda breach: breach.graph)
    lines = [line for graph, found in by_graph for line in _graph(speak, graph, found)]
    lines.append(_whole(speak, report))
    if warnings := len(report.breaches) - report.violations:
        lines.append(speak("warnings", n=warnings))
    return "".join(f"{printable(line)}\n" for line in lines)


def _whole(speak: Words, report: CheckReport) -> str:
    count = len(report.graphs)
    if report.conforming == count:
        return speak.counted("all", count) if count else speak("none")
    return speak("some.one" if count == 1 else "some.other", n=count, conforming=report.conforming)


def _graph(speak: Words, graph: str, found: Iterable[Breach]) -> Iterator[str]:
    yield _graph_name(speak, graph)
    for rule, each in groupby(found, lambda breach: (breach.rule, breach.severity)):
        places = list(each)
        said = "rule.warning" if rule[1] is Severity.WARNING else "rule"
        yield f"  {speak(said, message=rule_in_words(rule[0], speak.language), rule=rule[0])}"
        for breach in places[:_SHOWN]:
            yield f"    {_place(speak, breach)}"
            if (value := _found(speak, breach)) is not None:
                yield f"      {value}"
        if len(places) > _SHOWN:
            yield f"    {speak.counted('more', len(places) - _SHOWN)}"


def _graph_name(speak: Words, graph: str) -> str:
    if graph == REGISTRY_GRAPH:
        return speak("graph.registry")
    key, language = _document(graph)
    return speak("graph", graph=graph) if key is None else speak("graph.document", symbol=key, language=language)


def _place(speak: Words, breach: Breach) -> str:
    """Say where: what kind of part at which characters, its paragraph, its words; else the name of the node."""
    part = _part(breach.node.value)
    if part is None:
        return _short(breach.node)
    kind, start, end = part
    said = [speak("part", kind=speak.known(f"kind.{kind}", kind), start=start, end=end)]
    if (paragraph := paragraph_label(words(speak.language), breach.paragraph, None)) is not None:
        said.append(paragraph)
    if breach.words is not None:
        said.append(speak("words", words=breach.words))
    return speak("list-comma").join(said)


def _found(speak: Words, breach: Breach) -> str | None:
    """Say what was found: the property and its value, or that there is none or are too many."""
    kind = (breach.component or "").removeprefix(_SH).removesuffix(_COMPONENT)
    value = speak.known(f"found.{kind}", "") if breach.value is None else _short(breach.value)
    if breach.path is None or not value:
        return value or None
    return speak("found", path=_SIMPLE.sub(lambda found: shorten(found[0][1:-1]), breach.path), value=value)


def _part(iri: str) -> tuple[str, int, int] | None:
    try:
        _key, _language, kind, start, end = read_part(iri)
    except SymbolError:
        return None
    return kind.removesuffix("-again"), start, end


def _document(graph: str) -> tuple[str | None, str | None]:
    try:
        return graph_key(graph)
    except SymbolError:
        return None, None


def _short(term: Term) -> str:
    return shorten(term.value) if term.kind is TermKind.IRI else term.written


def _as_json(report: CheckReport, language: str) -> str:
    content = {
        "schema": SCHEMA,
        "conforms": report.conforms,
        "graphs": len(report.graphs),
        "conforming": report.conforming,
        "breaches": [_object(breach, language) for breach in report.breaches],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _object(breach: Breach, language: str) -> dict[str, object]:
    key, version = _document(breach.graph)
    kind, start, end = _part(breach.node.value) or (None, None, None)
    return {
        "graph": breach.graph,
        "document": key,
        "language": version,
        "rule": breach.rule,
        "message": rule_in_words(breach.rule, language),
        "severity": str(breach.severity),
        "node": breach.node.value,
        "kind": kind,
        "start": start,
        "end": end,
        "paragraph": breach.paragraph,
        "words": breach.words,
        "path": breach.path,
        "value": None if breach.value is None else breach.value.value,
    }


def _as_turtle(report: CheckReport, _language: str) -> str:
    """Write a validation report of SHACL; a result of a rule between graphs names the rule as its source too."""
    results = " ,".join(_result(breach) for breach in report.breaches)
    end = f" ;\n    sh:result{results} ." if results else " ."
    return f"@prefix sh: <{_SH}> .\n\n[] a sh:ValidationReport ;\n    sh:conforms {str(report.conforms).lower()}{end}\n"


def _result(breach: Breach) -> str:
    messages = " , ".join(literal(rule_in_words(breach.rule, each), language=each) for each in ("en", "zh"))
    said = [
        f"sh:resultSeverity sh:{breach.severity.capitalize()}",
        f"sh:focusNode {breach.node.written}",
        f"sh:sourceShape <{NAMESPACE}{breach.rule}>",
        f"sh:resultMessage {messages}",
    ]
    if breach.component is not None:
        said.append(f"sh:sourceConstraintComponent <{breach.component}>")
    if breach.path is not None and _SIMPLE.fullmatch(breach.path):
        said.append(f"sh:resultPath {breach.path}")
    if breach.value is not None:
        said.append(f"sh:value {breach.value.written}")
    body = " ;\n".join(f"        {each}" for each in said)
    return f"\n    [ a sh:ValidationResult ;\n{body} ]"


FORMATS: Mapping[str, Callable[[CheckReport, str], str]] = {
    "json": _as_json,
    "text": _as_text,
    "turtle": _as_turtle,
}
"""The formats of a report by name."""
