"""``resograph export``: the whole graph in the formats of other tools."""

from pathlib import Path

import click

from graph.cli.console import language_option, store_option, tell, working
from graph.location import Location

__all__ = ["export"]

_FORMATS = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".csv": "csv",
}


@click.command(short_help="Write the graph as Turtle, JSON-LD, GraphML, GEXF, CSV …")
@click.argument("output", metavar="FILE", type=click.Path(path_type=Path))
@store_option
@click.option("--format", "-f", "form", type=click.Choice(list(_FORMATS.values())),
              help="Format; told by the ending of FILE where it is not given.")  # fmt: skip
@language_option
def export(output: Path, store: Location, form: str | None, language: str) -> None:
    """Write everything in the store to FILE.

    .ttl .trig .nq .jsonld hold the statements with their evidence; .graphml .gexf .csv the network of documents,
    instruments and actors.

    \b
    Example:
      resograph export graph.graphml --store STORE
    """
    from graph.export import export as write
    from graph.opening import open_store

    chosen = form or _FORMATS.get(output.suffix.lower())
    if chosen is None:
        raise click.UsageError(f"{output}: no format has this ending; say --format {'|'.join(_FORMATS.values())}.")
    with open_store(store) as opened, working("Writing"):
        write(opened, chosen, output, language=language)
    tell(f"{output}: written as {chosen}")
