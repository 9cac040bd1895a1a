"""``resograph demo``: the main job on the specimens, from documents to query, report and view."""

from pathlib import Path

import click

from graph.cli.console import deliver, language_option, tell

__all__ = ["demo"]

_REPORT = "lineage.html"
_VIEW = "view.html"


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
    from corpus.specimens import CENTRE, specimens
    from graph.build import build
    from graph.lineage import lineage
    from graph.projection import project
    from graph.query import run
    from graph.report import render
    from graph.store import Store
    from graph.tables import render as tabulate
    from graph.view import view

    folder.mkdir(parents=True, exist_ok=True)
    store = folder / "store"
    report = build([specimens()], store)
    tell(f"{report.read} specimens read, {report.unchanged} unchanged; store: {store}")
    with Store.open(store) as opened:
        answer = tabulate(run(opened, "citing", {"document": CENTRE}), "table", 100)
        graph = project(opened, language=language, actors=False)
    tell(f"\nWhich documents cite {CENTRE}?\n")
    deliver(answer, None)
    deliver(render(lineage(graph, CENTRE), "html", language), folder / _REPORT)
    deliver(view(graph, language=language, focus=CENTRE), folder / _VIEW)
    tell(
        f"\nOpen in a browser:\n  {folder / _REPORT}  where {CENTRE} comes from and what became of it"
        f"\n  {folder / _VIEW}  the graph; click a line to see its sentence"
        f"\nGo on with your own documents:\n  resograph build DOCUMENTS --store STORE"
    )
