"""``resograph serve``: the store as a web service."""

from pathlib import Path

import click

from graph.cli.console import language_option, store_option, tell
from graph.location import Location, is_remote
from ontology.errors import StoreError

__all__ = ["serve"]


@click.command(short_help="Serve the store: SPARQL, pages, query editor.")
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve at; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 for a free one.")
@click.option("--workers", default=4, show_default=True, type=click.IntRange(1, 256), help="Queries that run at once.")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(min=0, min_open=True),
              metavar="SECONDS", help="A query that takes longer is ended.")  # fmt: skip
@click.option("--max-rows", default=1_000_000, show_default=True, type=click.IntRange(1), metavar="N",
              help="Rows or triples that a result may have.")  # fmt: skip
@click.option("--max-bytes", default=100_000_000, show_default=True, type=click.IntRange(1), metavar="N",
              help="Bytes that a result may have.")  # fmt: skip
@click.option("--max-body", default=1_000_000, show_default=True, type=click.IntRange(1), metavar="N",
              help="Bytes that a request may have.")  # fmt: skip
@click.option("--max-memory", default=1024, show_default=True, type=click.IntRange(64), metavar="MIB",
              help="Memory that one worker may take.")  # fmt: skip
@click.option("--proxy", metavar="ADDRESS", help="Address of a proxy in front; believe its X-Forwarded-For and -Proto.")
@click.option("--access-log", is_flag=True, help="Tell each request on standard error, without the text of queries.")
@language_option
def serve(
    store: Location,
    host: str,
    port: int,
    workers: int,
    timeout: float,
    max_rows: int,
    max_bytes: int,
    max_body: int,
    max_memory: int,
    proxy: str | None,
    access_log: bool,
    language: str,
) -> None:
    """Serve a store at an address of this machine, for reading only, until interrupted.

    SPARQL 1.1 Protocol at /sparql, a query editor at /, a page for each document and actor, /health and /metrics.
    A store that is built anew meanwhile is served from then on.

    \b
    Example:
      resograph serve --store STORE --port 8000
    """
    from graph.server.limits import Limits
    from graph.server.listen import bind
    from graph.server.listen import serve as run
    from graph.server.service import ServiceSettings

    if is_remote(store):
        raise StoreError(f"{store}: a store on a server is served by that server; give the folder of a store")
    limits = Limits(
        seconds=timeout, rows=max_rows, bytes=max_bytes, body=max_body, memory=max_memory << 20, workers=workers
    )
    settings = ServiceSettings(Path(store), language, limits, access_log, proxy)
    with bind(host, port) as listener:
        run(settings, listener, lambda address: tell(f"{store}: served at {address} (SPARQL at {address}sparql); "
                                                     "Ctrl-C ends it"))  # fmt: skip
    tell("Ended.")
