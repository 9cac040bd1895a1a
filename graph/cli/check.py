"""``resograph check``: whether a store obeys the rules of the graph."""

import sys
from pathlib import Path

import click

from graph.cli.console import deliver, format_option, language_option, output_option, progress_bar, store_option
from graph.location import Location

__all__ = ["check"]

_BROKEN = 3


@click.command(short_help="Check a store against the rules of the graph.")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@store_option
@click.option("--workers", "-j", default=1, show_default=True, type=click.IntRange(1), help="Processes that check.")
@format_option("text", "json", "turtle")
@language_option
@output_option
def check(
    documents: tuple[str, ...], store: Location, workers: int, form: str, language: str, output: Path | None
) -> None:
    """Say which document breaks which rule, in plain words; the shapes of the vocabulary in SHACL are the rules.

    All graphs of the store are checked, or those of the documents named. Exit code 0 where they conform, 3 where they
    do not. A warning is shown, and breaks nothing.

    \b
    Examples:
      resograph check --store STORE
      resograph check A/RES/76/270 --store STORE --format json
    """
    from graph.check.report import render_check
    from graph.check.run import check as check_store
    from graph.opening import open_store

    with open_store(store) as opened, progress_bar("Checking", quiet=False) as progress:
        report = check_store(opened, documents, workers=workers, progress=progress)
    deliver(render_check(report, form, language), output)
    if not report.conforms:
        sys.exit(_BROKEN)
