"""``resograph rank``: rank documents or actors."""

from pathlib import Path

import click

from graph.cli.console import (
    deliver,
    format_option,
    language_option,
    output_option,
    store_option,
    tell,
    terminal_columns,
    working,
)
from graph.location import Location

__all__ = ["rank"]


@click.command(short_help="Rank documents or actors by their place in the graph.")
@click.argument(
    "measure", default="in-degree", type=click.Choice(["in-degree", "pagerank", "betweenness", "hits", "hubs"])
)
@store_option
@click.option("--of", "subject", default="documents", show_default=True, type=click.Choice(["documents", "actors"]),
              help="What to rank.")  # fmt: skip
@click.option("--top", "-n", default=20, show_default=True, type=click.IntRange(1), help="How many to show.")
@format_option("table", "csv", "json", "tsv")
@language_option
@output_option
def rank(measure: str, store: Location, subject: str, top: int, form: str, language: str, output: Path | None) -> None:
    """Rank documents or actors by in-degree, PageRank, betweenness or HITS.

    A citation counts for the document that is cited. A high rank says that the documents of this store lean on a
    document; it says nothing of its force or its merit.

    \b
    Example:
      resograph rank pagerank --store STORE --top 10
    """
    from graph.opening import open_store
    from graph.projection import project
    from graph.rank import as_result
    from graph.rank import rank as rank_nodes
    from graph.tables import render
    from graph.wording import words

    with open_store(store) as opened, working("Reading the store"):
        graph = project(opened, language=language)
    with working("Ranking"):
        found = as_result(rank_nodes(graph, measure, subject, top))
    deliver(render(found, form, terminal_columns(output)), output)
    meaning = words(language, "rank")
    tell(f"{meaning(f'{measure}.high')} {meaning(f'{measure}.not')}\n{meaning('note')}")
