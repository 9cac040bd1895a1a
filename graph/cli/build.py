"""``resograph build``: read documents into a store."""

import sys
from pathlib import Path

import click

from graph.cli.console import progress_bar, store_option, tell
from graph.location import Location

__all__ = ["build"]


@click.command(short_help="Read documents into a store.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@store_option
@click.option("--strict", is_flag=True, help="Stop at the first document that cannot be read.")
@click.option("--workers", "-j", default=1, show_default=True, type=click.IntRange(1), help="Processes that read.")
@click.option("--break-lock", is_flag=True, help="Take the place of a writer on a server that was killed.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")
def build(paths: tuple[Path, ...], store: Location, strict: bool, workers: int, break_lock: bool, quiet: bool) -> None:
    """Read files and folders of documents into a store; made anew or brought up to date.

    What has not changed since the last run is left as it is. A document that cannot be read is named, and the run
    goes on. The store changes at the end of the run, all at once; a run that is cut short leaves it as it was, and
    the next one of the same paths goes on from there.

    A store may be on a SPARQL 1.1 server: --store http://HOST:PORT/PATH (see resograph --help). There each document
    comes whole, but the run is not one step, and a run that is killed leaves a lock, which --break-lock takes over.

    \b
    Example:
      resograph build DOCUMENTS --store STORE
    """
    from extract.languages import rules
    from graph.build import build as build_store

    with progress_bar("Reading", quiet=quiet) as progress:
        report = build_store(paths, store, strict=strict, workers=workers, break_lock=break_lock, progress=progress)
    for failure in report.failed:
        tell(f"Not read: {failure.path}: {failure.reason}")
    for duplicate in report.duplicates:
        tell(f"Left out: {duplicate.path}: it says that it is {duplicate.document}, as {duplicate.kept} does")
    if report.resumed:
        tell(f"{report.resumed} taken up from a run that was cut short", quiet=quiet)
    for name in report.removed:
        tell(f"Removed: {name}: its file is gone", quiet=quiet)
    tell(
        f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged, {len(report.removed)} removed, "
        f"{len(report.failed)} not read; {report.statements:,} statements written to {store}",
        quiet=quiet,
    )
    if report.findings:
        tell(f"Odd citations to check: {report.findings}; resograph query contradictions --store {store}", quiet=quiet)
    if report.left_out:
        tell(f"{report.left_out} files left out: only text files that end in .txt are read", quiet=quiet)
    for language, count in report.languages:
        if rules(language, "mandates") is None:
            tell(f"{count} documents in the language '{language}': who is asked to do what is not read in it yet")
    if report.failed:
        sys.exit(3)
