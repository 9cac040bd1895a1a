"""Lineage reports in the formats that people ask for."""

from graph.lineage import Lineage
from ontology.errors import UnknownTermError

__all__ = ["FORMATS", "render"]

FORMATS = ("terminal", "markdown", "html", "json")
"""The formats of a report."""


def render(
    lineage: Lineage,
    format: str = "terminal",
    language: str = "zh",
    *,
    width: int = 100,
    color: bool = False,
    command: str | None = None,
) -> str:
    """Write a lineage as a report.

    Args:
        lineage: The lineage.
        format: One of ``FORMATS``.
        language: Language of the report's own words, ``zh`` or ``en``; quotations stay as they are. JSON has no words.
        width: Columns of the terminal.
        color: Whether the terminal shows bold text; False where the output is piped.
        command: The command that repeats the report, for its last lines; None for the one that the lineage implies.

    Returns:
        The text, its lines ended by line feeds.

    Raises:
        UnknownTermError: There is no such format or language.

    Example:
        >>> from graph.network import MultiDiGraph
        >>> from graph.lineage import lineage
        >>> graph = MultiDiGraph(acts={}, unresolved={}, findings={}, collection=2)
        >>> unknown = dict.fromkeys(("title", "language", "type", "body", "session", "date"))
        >>> graph.add_node("A/79/837", kind="document", label="A/79/837", symbols=("A/79/837",), agenda_items=(),
        ...                held=True, **unknown)
        >>> print(render(lineage(graph, "A/79/837"), "markdown", "en").splitlines()[0])
        # Lineage of A/79/837
    """
    if format not in FORMATS:
        raise UnknownTermError(format, f"the formats of a report: {', '.join(FORMATS)}")
    if format == "json":
        from graph.report_json import as_json

        return as_json(lineage)
    from graph.report_content import content

    report = content(lineage, language, command)
    if format == "html":
        from graph.report_html import html

        return html(report)
    if format == "markdown":
        from graph.report_markdown import markdown

        return markdown(report)
    from graph.report_terminal import terminal

    return terminal(report, width=width, color=color)
