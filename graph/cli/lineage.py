"""``resograph lineage``: where a document comes from and what became of it."""

from pathlib import Path

import click

from graph.cli.console import (
    deliver,
    format_option,
    language_option,
    output_option,
    say_how_understood,
    say_what_is_held,
    store_option,
)
from graph.location import Location

__all__ = ["lineage"]


@click.command(short_help="Where a document comes from and what became of it, in quoted words.")
@click.argument("symbol", metavar="SYMBOL")
@store_option
@click.option("--depth", "-d", default=1, show_default=True, type=click.IntRange(1, 10), help="Steps to follow.")
@click.option("--direction", default="both", show_default=True, type=click.Choice(["both", "cites", "cited-by"]),
              help="Follow what it cites, what cites it, or both.")  # fmt: skip
@format_option("terminal", "markdown", "html", "json")
@language_option
@output_option
def lineage(
    symbol: str, store: Location, depth: int, direction: str, form: str, language: str, output: Path | None
) -> None:
    """Report what a document comes from, asks for and cites, and what answers and cites it.

    Each line has the sentence that proves it. What could not be resolved is listed, never left out. SYMBOL may be
    typed as people write it: a/res/76/270, 76/270, 第76/270号决议, or a link.

    \b
    Example:
      resograph lineage A/RES/76/270 --store STORE --format html --output lineage.html
    """
    from graph.lineage import lineage as trace
    from graph.opening import open_store
    from graph.parts import descent
    from graph.projection import project
    from graph.report import render

    say_how_understood(symbol)
    with open_store(store) as opened:
        part = descent(opened, symbol, depth)
        graph = project(opened, language=language, part=part)
    say_what_is_held(symbol, part.key)
    deliver(render(trace(graph, part.key, depth=depth, direction=direction), form, language), output)
