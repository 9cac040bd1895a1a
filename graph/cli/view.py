"""``resograph view``: an interactive page of the graph."""

from pathlib import Path

import click

from graph.cli.console import (
    deliver,
    language_option,
    say_how_understood,
    say_what_is_held,
    store_option,
    tell,
    working,
)
from graph.location import Location

__all__ = ["view"]


@click.command(short_help="Make an interactive page of the graph.")
@click.argument("symbol", required=False, metavar="[SYMBOL]")
@store_option
@click.option(
    "--output",
    "-o",
    default=Path("resograph.html"),
    show_default=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page to write.",
)
@click.option("--depth", "-d", default=2, show_default=True, type=click.IntRange(1, 10), help="Steps around SYMBOL.")
@click.option("--actors/--no-actors", default=False, show_default=True, help="Draw the bodies and States too.")
@click.option(
    "--max-nodes", default=2000, show_default=True, type=click.IntRange(1), help="Draw no more than this many."
)
@language_option
def view(
    symbol: str | None, store: Location, output: Path, depth: int, actors: bool, max_nodes: int, language: str
) -> None:
    """Draw the whole store, or what stands around SYMBOL, as one page that opens offline.

    Time runs from left to right. A click on a line shows the sentences that made it.

    \b
    Example:
      resograph view A/RES/76/270 --store STORE --output view.html
    """
    from graph.neighbourhood import neighbourhood
    from graph.opening import open_store
    from graph.parts import surroundings
    from graph.projection import project
    from graph.view import view as draw

    if symbol is not None:
        say_how_understood(symbol)
    with open_store(store) as opened, working("Reading the store"):
        part = surroundings(opened, symbol, depth, actors=actors) if symbol is not None else None
        graph = project(opened, language=language, actors=actors, part=part)
    if symbol is not None and part is not None:
        say_what_is_held(symbol, part.key)
        graph = neighbourhood(graph, part.key, depth)
    focus = part.key if part is not None else None
    with working("Drawing"):
        page = draw(graph, language=language, focus=focus, max_nodes=max_nodes)
    deliver(page, output)
    shown = min(graph.number_of_nodes(), max_nodes)
    tell(f"{output}: {shown} of {graph.number_of_nodes()} nodes drawn; open it in a browser")
