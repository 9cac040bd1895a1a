"""Results of queries as people and programs read them: table, CSV, TSV, JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from unicodedata import combining, east_asian_width

from graph.printable import printable
from graph.result import Kind, Result, Term, TermKind
from ontology.errors import QueryError
from ontology.iri import BASE
from ontology.vocabulary import PREFIXES

__all__ = ["RESULT_FORMATS", "render", "shorten", "width"]

_TRIPLE = ("subject", "predicate", "object")
_GAP = "  "
_NARROWEST = 8
_ELLIPSIS = "…"
_JSON_KINDS = {TermKind.IRI: "uri", TermKind.LITERAL: "literal", TermKind.BLANK: "bnode"}
_OWN = ((BASE + "doc/", ""), (BASE, ""))


def render(result: Result, form: str, columns: int | None = None) -> str:
    """Write a result in a format.

    Args:
        result: What a query found.
        form: One of ``RESULT_FORMATS``. CSV, TSV and JSON are those of SPARQL 1.1, but for the line feed that ends
            each line of CSV.
        columns: Width of the terminal, to which a table is cut; None for tables as wide as they are.

    Returns:
        The text, its last line ended by a line feed.

    Raises:
        QueryError: There is no such format.

    Example:
        >>> found = Result(Kind.SELECT, ("cited", "documents"), ((Term("A/RES/57/32"), Term("2")),))
        >>> print(render(found, "table"), end="")
        cited        documents
        -----------  ---------
        A/RES/57/32  2
        >>> render(Result(Kind.ASK, truth=True), "json")
        '{"head": {}, "boolean": true}\\n'
    """
    if form not in RESULT_FORMATS:
        raise QueryError(f"{form!r} is no format for results; there are {', '.join(sorted(RESULT_FORMATS))}")
    if form == "table":
        return _table(result, columns)
    return RESULT_FORMATS[form](result)


def shorten(value: str) -> str:
    """Write an IRI as briefly as people can still tell it: a document by its key, a term with its prefix.

    Example:
        >>> shorten("https://w3id.org/resograph/doc/A/RES/76/270")
        'A/RES/76/270'
        >>> shorten("https://w3id.org/resograph/ontology#recalls")
        'rg:recalls'
    """
    for prefix, start in PREFIXES.items():
        if value.startswith(start):
            return f"{prefix}:{value.removeprefix(start)}"
    return next((short + value.removeprefix(start) for start, short in _OWN if value.startswith(start)), value)


def width(text: str) -> int:
    """Count the terminal cells of a text; an ideograph takes two.

    Example:
        >>> width("第76号")
        6
    """
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def _header(result: Result) -> tuple[str, ...]:
    return {Kind.SELECT: result.variables, Kind.CONSTRUCT: _TRIPLE, Kind.ASK: ("answer",)}[result.kind]


def _body(result: Result) -> Iterable[Sequence[Term | None]]:
    if result.kind is Kind.ASK:
        return [(Term("true" if result.truth else "false"),)]
    return result.rows or result.triples


def _table(result: Result, columns: int | None = None) -> str:
    header = _header(result)
    body = [[_shown(term) for term in row] for row in _body(result)]
    widths = [max(width(cell) for cell in column) for column in zip(header, *body, strict=True)]
    if columns is not None:
        widths = _fitted(widths, columns - len(_GAP) * (len(widths) - 1))
    rules = ["-" * size for size in widths]
    return "".join(_line(row, widths) for row in (header, rules, *body))


def _shown(term: Term | None) -> str:
    if term is None:
        return ""
    return shorten(term.value) if term.kind is TermKind.IRI else printable(" ".join(term.value.split()))


def _fitted(widths: Sequence[int], room: int) -> list[int]:
    """Narrow the widest columns until the line fits, none below what still tells something."""
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > _NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(_cell(cell, size) for cell, size in zip(cells, widths, strict=True)).rstrip() + "\n"


def _cell(text: str, size: int) -> str:
    if width(text) > size:
        while width(text) > size - 1:
            text = text[:-1]
        text += _ELLIPSIS
    return text + " " * (size - width(text))


def _csv(result: Result) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_header(result))
    writer.writerows([_bare(term) for term in row] for row in _body(result))
    return out.getvalue()


def _bare(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind is TermKind.BLANK else term.value


def _tsv(result: Result) -> str:
    head = "\t".join(f"?{name}" for name in _header(result))
    lines = (
        "\t".join("" if term is None else term.written.replace("\t", "\\t") for term in row) for row in _body(result)
    )
    return "".join(f"{line}\n" for line in (head, *lines))


def _json(result: Result) -> str:
    value: object
    if result.kind is Kind.ASK:
        value = {"head": {}, "boolean": bool(result.truth)}
    else:
        names = _header(result)
        bindings = [
            {name: _binding(term) for name, term in zip(names, row, strict=True) if term is not None}
            for row in _body(result)
        ]
        value = {"head": {"vars": list(names)}, "results": {"bindings": bindings}}
    return json.dumps(value, ensure_ascii=False) + "\n"


def _binding(term: Term) -> dict[str, str]:
    binding = {"type": str(_JSON_KINDS[term.kind]), "value": term.value}
    if term.datatype is not None:
        binding["datatype"] = term.datatype
    if term.language is not None:
        binding["xml:lang"] = term.language
    return binding


RESULT_FORMATS: Mapping[str, Callable[[Result], str]] = {
    "csv": _csv,
    "json": _json,
    "table": _table,
    "tsv": _tsv,
}
"""The formats of results, each with what writes it."""
