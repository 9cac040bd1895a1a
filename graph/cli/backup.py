"""``resograph backup`` and ``resograph restore``: a whole store in one file, and back."""

from pathlib import Path

import click

from graph.cli.console import store_option, tell, working
from graph.location import Location, is_remote
from ontology.errors import StoreError

__all__ = ["backup", "restore"]

_file = click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))


@click.command(short_help="Write a whole store into one file.")
@_file
@store_option
def backup(file: Path, store: Location) -> None:
    """Write all that is in the store into FILE, while others may read and write the store.

    The file is sorted N-Quads under gzip, with a sum that proves it whole. The same content gives the same bytes.

    \b
    Example:
      resograph backup store.nq.gz --store STORE
    """
    from graph.backup import backup as write
    from graph.opening import open_store

    with open_store(store) as opened, working("Writing"):
        contents = write(opened, file)
    tell(f"{file}: {contents.quads:,} statements written")


@click.command(short_help="Make a store from the file of a backup.")
@_file
@store_option
@click.option("--replace", is_flag=True, help="Take the place of what the store holds; without it, none may be there.")
def restore(file: Path, store: Location, replace: bool) -> None:
    """Make a store from FILE, which `resograph backup` has written.

    The file is read to its end before anything is changed; a damaged one is refused. Readers of a store that is
    replaced read on in what they have opened; on a server they see it emptied and filled.

    \b
    Example:
      resograph restore store.nq.gz --store STORE
    """
    from graph.backup import restore as take_in
    from graph.opening import open_or_create

    if not replace and _is_taken(store):
        raise StoreError(f"{store}: there is a store here already; --replace puts the backup in the place of it")
    with working("Restoring"):
        contents = take_in(file, lambda: open_or_create(store))
    tell(f"{store}: {contents.quads:,} statements restored")


def _is_taken(store: Location) -> bool:
    """Tell whether there is a store already; a server always has one, which may be empty."""
    from graph.opening import is_store, open_store

    if not is_remote(store):
        return is_store(store)
    with open_store(store) as opened:
        return bool(opened.graphs())
