"""What the commands share with the terminal: data to standard output or a file, talk to standard error."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from graph.location import Location, location
from ontology.errors import OutputError

__all__ = [
    "deliver",
    "format_option",
    "language_option",
    "optional_store_option",
    "output_option",
    "progress_bar",
    "say_how_understood",
    "say_what_is_held",
    "store_option",
    "tell",
    "terminal_columns",
    "to_standard_output",
    "use_utf8",
    "working",
]


Command = TypeVar("Command", bound=Callable[..., object])


output_option = click.option(
    "--output", "-o", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of standard output.",
)  # fmt: skip
language_option = click.option(
    "--lang", "language", type=click.Choice(["zh", "en"]), default="zh", show_default=True,
    help="Language of headings and labels; quotations stay as they are.",
)  # fmt: skip


class _Place(click.ParamType[Location]):
    """Where a store is."""

    name = "store"

    def convert(self, value: str | Location, param: click.Parameter | None, ctx: click.Context | None) -> Location:  # noqa: ARG002 - the signature is click's
        return location(value) if isinstance(value, str) else value


def _store(*, required: bool) -> Callable[[Command], Command]:
    return click.option(
        "--store", "-s", required=required, envvar="RESOGRAPH_STORE", metavar="DIR|URL", type=_Place(),
        help="Folder of the store, or the address of a SPARQL 1.1 server; the environment variable RESOGRAPH_STORE "
             "stands for it.",
    )  # fmt: skip


store_option = _store(required=True)
optional_store_option = _store(required=False)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """Make the option that chooses among formats, the first by default."""
    return click.option(
        "--format", "-f", "form", default=formats[0], show_default=True, type=click.Choice(formats),
        help="Format of the result.",
    )  # fmt: skip


def use_utf8() -> None:
    """Make standard output speak UTF-8 whatever the locale; a console that cannot show a character gets a mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(message: str, *, quiet: bool = False) -> None:
    """Say something to the person at the terminal."""
    if not quiet:
        from graph.printable import printable

        click.echo(printable(message), err=True)


def say_how_understood(typed: str) -> None:
    """Say how a symbol was understood that was not typed to the letter, and what else it may mean."""
    from ontology.errors import SymbolError
    from ontology.symbol_input import understand

    try:
        understood = understand(typed)
    except SymbolError:
        return
    if understood.note is not None:
        others = ", ".join(map(str, understood.alternatives))
        tell(f"{understood.note}; it may also mean {others}" if others else understood.note)


def say_what_is_held(typed: str, key: str) -> None:
    """Say which document the store holds under what was typed, where that is not the first that it means."""
    from ontology.errors import SymbolError
    from ontology.symbol_input import understand

    try:
        first = str(understand(typed).symbols[0])
    except SymbolError:
        return
    if first != key:
        tell(f"In this store that is {key}")


def terminal_columns(output: Path | None) -> int | None:
    """Give the width to which a table is cut: that of the terminal, None where it goes elsewhere."""
    return shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else None


def deliver(text: str, output: Path | None) -> None:
    """Write a result to standard output, or to a file in one step.

    Raises:
        OutputError: The file cannot be written; what stood there before stays.
    """
    if output is not None:
        from graph.files import replacing

        with replacing(output) as file:
            file.write(text.encode())
        return
    use_utf8()
    with to_standard_output():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def to_standard_output() -> Iterator[None]:
    """Write to standard output.

    Raises:
        OutputError: It cannot be written, as on a full disk.
        BrokenPipeError: Its reader has gone, which is no error of ours.
    """
    try:
        yield
    except BrokenPipeError:
        # Without a number, for click makes a failure of the one that the system gives.
        raise BrokenPipeError("the reader has gone") from None
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise OutputError(f"standard output: cannot be written ({reason})") from None


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show on a terminal that work is going on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(label):
        yield


def _silent(_done: int, _total: int, _name: str) -> None:
    """Show nothing."""


@contextmanager
def progress_bar(label: str, *, quiet: bool) -> Iterator[Callable[[int, int, str], None]]:
    """Show progress on standard error where that is a terminal.

    Yields:
        A function that takes how many are done, how many there are, and the name of the last one.
    """
    if quiet or not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(label),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=None, name="")
        yield lambda done, total, name: progress.update(task, completed=done, total=total, name=Path(name).name)
