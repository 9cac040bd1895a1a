"""``resograph text``: print the text of a document to which all offsets refer."""

from pathlib import Path

import click

from graph.cli.console import deliver, output_option

__all__ = ["text"]


@click.command(short_help="Print the text to which offsets refer.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--canonical", is_flag=True, help="Print the canonical text: whole paragraphs, without page furniture.")
@output_option
def text(path: Path, canonical: bool, output: Path | None) -> None:
    """Print the source text of a document, untouched, or its canonical text.

    \b
    Example:
      resograph text A_RES_76_270.zh.txt --canonical
    """
    from corpus import read_document

    document = read_document(path)
    deliver(document.text if canonical else document.source, output)
