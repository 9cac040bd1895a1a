"""``resograph extract``: print the records of documents."""

import json
import sys
from pathlib import Path

import click

from graph.cli.console import tell, use_utf8

__all__ = ["extract"]


@click.command(short_help="Print citations, actors, mandates and metadata as JSON.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    type=click.Choice(["document", "citation", "actor", "abbreviation", "mandate", "activity", "finding"]),
    help="Print records of this type only; may be repeated.",
)
@click.option("--strict", is_flag=True, help="Stop at the first document that cannot be read.")
def extract(paths: tuple[Path, ...], types: tuple[str, ...], strict: bool) -> None:
    """Print what documents cite, name, ask for and tell of: one JSON object a line, the document's own first.

    `start` and `end` count the code points of the file decoded as UTF-8.

    \b
    Example:
      resograph extract A_RES_76_270.zh.txt --type citation
    """
    from corpus import read_document, walk
    from extract import extract as extract_records
    from extract import to_dicts
    from ontology.errors import DocumentError

    use_utf8()
    failed = 0
    for path in walk(paths):
        try:
            found = extract_records(read_document(path))
        except DocumentError as error:
            if strict or (len(paths) == 1 and paths[0].is_file()):
                raise
            tell(f"Not read: {error}")
            failed += 1
            continue
        for record in to_dicts(found):
            if not types or record["type"] in types:
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    if failed:
        sys.exit(3)
