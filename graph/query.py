"""Queries: SPARQL as given, from a file, or one of the named queries that answer the questions of the trade."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import BinaryIO

from graph.arguments import KINDS, terms_of
from graph.guard import bare
from graph.result import Result
from graph.storing import GraphStore
from ontology import terms
from ontology.errors import QueryError

__all__ = ["NamedQuery", "Parameter", "bind", "load", "named_queries", "run", "unknown_terms", "write"]

_FOLDER = Path(__file__).parent / "queries"
_SUFFIX = ".rq"
_MARK = "# parameter:"
_ANSWERED = "# question:"
_NUMBERS = re.compile(rf"{_ANSWERED}(?P<numbers>( \d+)+)")
_PARAMETER = re.compile(rf"{_MARK} (?P<name>\w+) (?P<kind>[a-z]+) (?P<example>\S+)(?P<optional> optional)?")
_BLANK = re.compile(r"VALUES \?(?P<name>\w+) \{ UNDEF \}")
_TERM = re.compile(r"(?<![\w:])rg:(\w+)")
_SPARQL = re.compile(r"[{}\s]")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a named query takes.

    Attributes:
        name: Its name, which is that of a variable of the query.
        kind: symbol, actor, context (a document or an actor), function or text.
        example: A value to try.
        is_optional: Whether the query runs without it, over everything.
    """

    name: str
    kind: str
    example: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with the question that it answers.

    Attributes:
        name: Its name; empty for a text that has none.
        question: The question by language code, English and Chinese.
        parameters: What it takes.
        text: The SPARQL; ``VALUES ?name { UNDEF }`` stands where the value of a parameter goes, and as it is,
            the text runs over everything.
        numbers: Numbers of the competency questions that it answers, alone or with others.
    """

    name: str
    question: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    text: str
    numbers: tuple[int, ...] = ()


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """List the named queries, sorted by name.

    Returns:
        The queries that the tool brings.

    Example:
        >>> next(query.question["en"] for query in named_queries() if query.name == "recalls")
        'In which documents is a given document recalled, by all bodies or by one?'
    """
    return tuple(_read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob(f"*{_SUFFIX}")))


def unknown_terms(text: str) -> tuple[str, ...]:
    """Tell which terms of our prefix a query uses that the vocabulary does not have; it finds nothing by them.

    Args:
        text: SPARQL.

    Returns:
        The terms as they stand in the text, sorted.

    Example:
        >>> unknown_terms("SELECT ?d { ?d rg:recals ?t ; rg:cites ?c }")
        ('rg:recals',)
    """
    known = terms.CLASSES | terms.PROPERTIES
    used = set(_TERM.findall(bare(text)))
    return tuple(sorted(f"rg:{name}" for name in used - known))


def load(query: str) -> NamedQuery:
    """Find out what is meant by a query: a name, a file, or the text itself.

    Args:
        query: Name of a named query, path of a file that ends in ``.rq`` or ``.sparql`` or exists, or SPARQL.

    Returns:
        The query.

    Raises:
        QueryError: It is one word that is neither name nor file, or a file that cannot be read as text.

    Example:
        >>> load("citing").parameters[0].example
        'A/RES/76/270'
        >>> load("ASK { ?s ?p ?o }").parameters
        ()
    """
    for named in named_queries():
        if named.name == query:
            return named
    if not query.strip():
        raise QueryError("the query is empty")
    if not _SPARQL.search(query) or query.endswith((_SUFFIX, ".sparql")):
        return _read("", _file(query))
    return _read("", query)


def run(store: GraphStore, query: str | NamedQuery, arguments: Mapping[str, str] | None = None) -> Result:
    """Run a query on a store.

    Args:
        store: The store.
        query: A query, or what `load` understands.
        arguments: Values of its parameters by name: a document symbol, an entity id, a function, a text.

    Returns:
        What it found.

    Raises:
        QueryError: The query cannot be read, is refused, lacks a value, or is given one that it does not take.
        SymbolError: A value that must be a document symbol is none.
        UnknownTermError: A value that must be an entity id or a function is none.

    Example:
        >>> import tempfile
        >>> from graph.store import Store
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     run(store, "citing", {"document": "A/RES/76/270"}).variables[:2]
        ('citing', 'title')
    """
    found = load(query) if isinstance(query, str) else query
    return store.query(bind(store, found, arguments or {}))


def write(
    store: GraphStore, query: str | NamedQuery, out: BinaryIO, form: str, arguments: Mapping[str, str] | None = None
) -> bool:
    """Run a query on a store and write what it finds as it is found.

    Args:
        store: The store.
        query: As for `run`.
        out: Where to write.
        form: A format of `Store.write_results`.
        arguments: As for `run`.

    Returns:
        Whether anything was found: a row, a triple, or yes.

    Raises:
        QueryError: As for `run` and `Store.write_results`.
        SymbolError: As for `run`.
        UnknownTermError: As for `run`.

    Example:
        >>> import io, tempfile
        >>> from graph.store import Store
        >>> out = io.BytesIO()
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     write(store, "citing", out, "csv", {"document": "A/RES/76/270"})
        False
        >>> out.getvalue()[:13]
        b'citing,title,'
    """
    found = load(query) if isinstance(query, str) else query
    return store.write_results(bind(store, found, arguments or {}), out, form)


def bind(store: GraphStore, query: NamedQuery, arguments: Mapping[str, str]) -> str:
    """Put values, written as RDF terms, where a query has its blanks.

    Args:
        store: The store, which knows the other symbol of a double one.
        query: The query.
        arguments: Values of its parameters by name.

    Returns:
        The SPARQL.

    Raises:
        QueryError: The query lacks a value, or is given one that it does not take.
        SymbolError: A value that must be a document symbol is none.
        UnknownTermError: A value that must be an entity id or a function is none.
    """
    named = f"the query {query.name!r}" if query.name else "this query"
    if unknown := sorted(set(arguments) - {parameter.name for parameter in query.parameters}):
        raise QueryError(f"{named} takes no {unknown[0]!r}{_takes(query)}")
    values = {p.name: _value(store, p, arguments, named) for p in query.parameters}
    # One pass, so that a value that looks like a blank stays a value.
    return _BLANK.sub(lambda match: values.get(match["name"], match[0]), query.text)


def _value(store: GraphStore, parameter: Parameter, arguments: Mapping[str, str], named: str) -> str:
    """Give what stands in the place of a blank: the value, or nothing where the query runs over everything."""
    if parameter.name in arguments:
        terms = terms_of(store, parameter.kind, arguments[parameter.name])
        return f"VALUES ?{parameter.name} {{ {' '.join(terms)} }}"
    if parameter.is_optional:
        return ""
    raise QueryError(f"{named} needs a value: {parameter.name}=…, such as {parameter.name}={parameter.example}")


def _takes(query: NamedQuery) -> str:
    names = ", ".join(parameter.name for parameter in query.parameters)
    return f"; it takes {names}" if names else ""


def _file(name: str) -> str:
    path = Path(name)
    if not path.is_file():
        names = [query.name for query in named_queries()]
        near = get_close_matches(name, names, n=3)
        said = f"near it: {', '.join(near)}" if near else f"there are {', '.join(names)}"
        raise QueryError(f"{name!r} is no SPARQL, no file and no named query; {said}")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{name}: the file cannot be read as UTF-8 text") from error
    if not text.strip():
        raise QueryError(f"{name}: the file is empty")
    return text


def _read(name: str, text: str) -> NamedQuery:
    """Read what the comments at the head of a query say."""
    head = [line for line in text.splitlines() if line.startswith("# ")]
    questions = [line.removeprefix("# ") for line in head if not line.startswith((_MARK, _ANSWERED))]
    parameters = tuple(_parameter(line) for line in head if line.startswith(_MARK))
    numbers = tuple(number for line in head if line.startswith(_ANSWERED) for number in _numbers(line))
    return NamedQuery(name, dict(zip(("en", "zh"), questions, strict=False)), parameters, text, numbers)


def _numbers(line: str) -> tuple[int, ...]:
    found = _NUMBERS.fullmatch(line)
    if found is None:
        raise QueryError(f"{line!r} should read '{_ANSWERED} NUMBER', with more numbers after it or not")
    return tuple(map(int, found["numbers"].split()))


def _parameter(line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None or found["kind"] not in KINDS:
        kinds = "|".join(sorted(KINDS))
        raise QueryError(f"{line!r} should read '{_MARK} NAME {kinds} EXAMPLE', with 'optional' after it or not")
    return Parameter(found["name"], found["kind"], found["example"], found["optional"] is not None)
