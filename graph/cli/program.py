"""The program ``resograph``: its commands, and the one place where errors become a line and an exit code."""

import sys
from collections.abc import Sequence

import click

from graph.cli.backup import backup, restore
from graph.cli.build import build
from graph.cli.check import check
from graph.cli.demo import demo
from graph.cli.export import export
from graph.cli.extract import extract
from graph.cli.lineage import lineage
from graph.cli.query import query
from graph.cli.rank import rank
from graph.cli.serve import serve
from graph.cli.symbol import symbol
from graph.cli.text import text
from graph.cli.view import view
from ontology.errors import ResographError, UnknownTermError

__all__ = ["EXIT_CODES", "main", "program"]

EXIT_CODES = {
    0: "done",
    1: "an error, said in one line",
    2: "the command was not understood",
    3: "done, but some documents could not be read, a check found faults, or --fail-if-empty found nothing",
    4: "the document or term asked for is not there",
    130: "interrupted",
}
"""What each exit code means."""

_SERVERS = (
    "A store on a server: RESOGRAPH_STORE_USER and RESOGRAPH_STORE_PASSWORD, or RESOGRAPH_STORE_TOKEN, say who you "
    "are; RESOGRAPH_QUERY_URL, RESOGRAPH_UPDATE_URL and RESOGRAPH_GRAPH_URL name its endpoints where none is found."
)
_EPILOG = "Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items()) + ".\n\n" + _SERVERS


class _Group(click.Group):
    """Lists commands in the order of the work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(self.commands)


@click.group(cls=_Group, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="resograph")
def program() -> None:
    """Show where a decision of the United Nations comes from and what became of it, with proof.

    \b
    resograph demo                                   try it on the specimens
    resograph build DOCUMENTS --store STORE          read documents into a store
    resograph lineage A/RES/76/270 --store STORE     where it comes from, what became of it
    """


for _command in (demo, build, lineage, view, query, serve, rank, export, check, backup, restore, extract, text, symbol):
    program.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with one of ``EXIT_CODES``.

    Args:
        arguments: What follows the name of the program; that of the process where it is None.
    """
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = program.main(arguments, prog_name="resograph", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 1
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return 130
    except UnknownTermError as error:
        click.echo(f"Error: {error}", err=True)
        return 4
    except ResographError as error:
        click.echo(f"Error: {error}", err=True)
        return 1
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough; closing the stream again would fail once more.
        sys.stdout = None
        return 0
    return code if isinstance(code, int) else 0
