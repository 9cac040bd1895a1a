"""The main job on the specimens: a store, an answer, a report and a view."""

from dataclasses import dataclass
from pathlib import Path

from corpus.specimens import CENTRE, specimens
from graph.build import BuildReport, build
from graph.files import replacing
from graph.lineage import lineage
from graph.projection import project
from graph.query import run
from graph.report import render
from graph.result import Result
from graph.store import Store
from graph.view import view
from ontology.errors import OutputError

__all__ = ["Demonstration", "demonstrate"]


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What the demonstration made.

    Attributes:
        store: Folder of the store.
        built: What the build did.
        document: Symbol of the document in the middle.
        citing: Which documents cite it.
        report: File of its lineage report.
        page: File of the view.
    """

    store: Path
    built: BuildReport
    document: str
    citing: Result
    report: Path
    page: Path


def demonstrate(folder: Path, language: str = "zh") -> Demonstration:
    """Build a store from the specimens, ask it a question, write a report and a view.

    Args:
        folder: Where to put them; made where there is none.
        language: Of headings and labels, zh or en.

    Returns:
        What was made.

    Raises:
        OutputError: The folder cannot be made or written.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as name:
        ...     made = demonstrate(Path(name) / "demo")
        ...     made.document, made.report.exists()
        ('A/RES/71/160', True)
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({(error.strerror or 'unknown error').lower()})") from None
    store, report, page = folder / "store", folder / "lineage.html", folder / "view.html"
    built = build([specimens()], store)
    with Store.open(store) as opened:
        citing = run(opened, "citing", {"document": CENTRE})
        graph = project(opened, language=language, actors=False)
    _write(report, render(lineage(graph, CENTRE), "html", language))
    _write(page, view(graph, language=language, focus=CENTRE))
    return Demonstration(store, built, CENTRE, citing, report, page)


def _write(path: Path, text: str) -> None:
    with replacing(path) as file:
        file.write(text.encode())
