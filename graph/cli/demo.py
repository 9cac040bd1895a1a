"""``resograph demo``: the main job on the specimens, from documents to query, report and view."""

from pathlib import Path

import click

from graph.cli.console import deliver, language_option, tell, working

__all__ = ["demo"]


@click.command(short_help="Try it: build, ask, report and draw on the specimens.")
@click.argument(
    "folder", default="resograph-demo", metavar="[FOLDER]", type=click.Path(path_type=Path, file_okay=False)
)
@language_option
def demo(folder: Path, language: str) -> None:
    """Build a store from the specimens that come with the tool, ask it a question, write a report and a view.

    The specimens are texts written for this tool in the form of United Nations documents. Nothing is fetched.

    \b
    Example:
      resograph demo
    """
    from graph.demo import demonstrate
    from graph.tables import render

    with working("Reading the specimens"):
        made = demonstrate(folder, language)
    tell(f"{made.built.read} specimens read, {made.built.unchanged} unchanged; store: {made.store}")
    tell(f"\nWhich documents cite {made.document}?\n")
    deliver(render(made.citing, "table", 100), None)
    tell(
        f"\nOpen in a browser:\n  {made.report}  where {made.document} comes from and what became of it"
        f"\n  {made.page}  the graph; click a line to see its sentence"
        f"\nGo on with your own documents:\n  resograph build DOCUMENTS --store STORE"
    )
