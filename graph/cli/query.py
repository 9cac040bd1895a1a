"""``resograph query``: ask the store in SPARQL."""

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.cli.console import (
    deliver,
    format_option,
    language_option,
    optional_store_option,
    output_option,
    say_how_understood,
    tell,
    terminal_columns,
)
from graph.cli.streaming import delivering
from graph.cli.waiting import within
from graph.location import Location
from ontology.errors import QueryError

if TYPE_CHECKING:
    from graph.query import NamedQuery, Parameter

__all__ = ["query"]

_NUMBER_WIDTH = 2
_AS_GRAPH = {"turtle": "turtle", "xml": "rdfxml"}
"""The formats in which the database writes triples; a table of them, which it does not write, is ours."""


@click.command(short_help="Ask the store in SPARQL, or by a named query.")
@click.argument("text", required=False, metavar="QUERY")
@click.argument("arguments", nargs=-1, metavar="[NAME=VALUE]...")
@optional_store_option
@click.option("--list", "listed", is_flag=True, help="List the named queries and leave.")
@click.option("--show", is_flag=True, help="Print the SPARQL of a named query and leave.")
@format_option("table", "csv", "json", "tsv", "turtle", "xml")
@click.option("--timeout", default=60.0, show_default=True, type=click.FloatRange(0), metavar="SECONDS",
              help="Give up after this time; 0 for never.")  # fmt: skip
@click.option("--fail-if-empty", is_flag=True, help="Leave with exit code 3 where nothing is found.")
@language_option
@output_option
def query(
    text: str | None,
    arguments: tuple[str, ...],
    store: Location | None,
    listed: bool,
    show: bool,
    form: str,
    timeout: float,
    fail_if_empty: bool,
    language: str,
    output: Path | None,
) -> None:
    """Run SPARQL on a store: a named query, a file that holds one, or the text itself.

    A named query takes its values as NAME=VALUE. Queries read; they cannot change the store.

    \b
    Examples:
      resograph query --list
      resograph query citing document=A/RES/76/270 --store STORE
      resograph query "SELECT ?d ?t WHERE { ?d rg:recalls ?t }" --store STORE --format csv
    """
    from graph.opening import open_store
    from graph.query import load, named_queries, run, unknown_terms, write
    from graph.solve import finds_triples
    from graph.tables import render

    if listed:
        deliver(_listing(named_queries(), language), output)
        return
    if text is None:
        raise click.UsageError("Give a query, its name or its file; --list shows the named queries.")
    found = load(text)
    if show:
        deliver(found.text, output)
        return
    if store is None:
        raise click.UsageError("Say where the store is: --store DIR or --store URL.")
    values = _values(arguments)
    if strange := unknown_terms(found.text):
        tell(f"Not in the vocabulary: {', '.join(strange)}; docs/vocabulary.md has its terms")
    for parameter in found.parameters:
        if parameter.kind == "symbol" and parameter.name in values:
            say_how_understood(values[parameter.name])
    seconds = timeout or None
    with open_store(store) as opened:
        is_graph = within(seconds, lambda: finds_triples(found.text))
        written = _AS_GRAPH.get(form) if is_graph else form
        if form == "table" or written is None:
            result = within(seconds, lambda: run(opened, found, values))
            deliver(render(result, form, terminal_columns(output)), output)
            is_empty = result.is_empty
        else:
            with delivering(output, is_csv=form == "csv") as out:
                is_empty = not within(seconds, lambda: write(opened, found, out, written, values))
    if is_empty:
        tell("Nothing was found.")
        if fail_if_empty:
            sys.exit(3)


def _values(arguments: tuple[str, ...]) -> dict[str, str]:
    pairs = [_pair(argument) for argument in arguments]
    names = [name for name, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise QueryError(f"{twice} is given more than once; a query takes one value of it")
    return dict(pairs)


def _pair(argument: str) -> tuple[str, str]:
    name, equals, value = argument.partition("=")
    if not equals:
        raise QueryError(f"{argument!r} should read NAME=VALUE; a query of several words goes in quotation marks")
    return name, value


def _listing(queries: "tuple[NamedQuery, ...]", language: str) -> str:
    """One line a query, by the number of the competency question that it answers; those that answer none come last."""
    width = max(len(query.name) for query in queries)
    numbered = sorted(queries, key=lambda query: (query.numbers or (math.inf,), query.name))
    return "".join(
        f"{', '.join(map(str, query.numbers)):>{_NUMBER_WIDTH}}  {query.name:<{width}}"
        f"  {query.question[language]}{_takes(query.parameters)}\n"
        for query in numbered
    )


def _takes(parameters: "tuple[Parameter, ...]") -> str:
    return "".join(f"  [{p.name}={p.example}]" if p.is_optional else f"  {p.name}={p.example}" for p in parameters)
