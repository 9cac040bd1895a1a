"""A store on a server through rdflib's interface; every request goes through our own door."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["Ask", "dataset"]

Ask = Callable[[str, str | None], tuple[bytes, str]]
"""Answers a query, over one graph where its IRI is given, with bytes and their media type."""


def dataset(ask: Ask, update: Callable[[str], None] | None) -> "Dataset":
    """Make a dataset that asks and updates a server.

    Args:
        ask: Asks a query.
        update: Sends an update; None where the store is only read.

    Returns:
        The dataset, its default graph being the union of all graphs.

    Example:
        >>> empty = b'{"head": {"vars": ["s"]}, "results": {"bindings": []}}'
        >>> made = dataset(lambda text, graph: (empty, "application/sparql-results+json"), None)
        >>> list(made.query("SELECT ?s WHERE { ?s ?p ?o }"))
        []
    """
    from rdflib import Dataset
    from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
    from rdflib.query import Result

    def answered(text: str, default_graph: str | None = None, **_: Any) -> Result:
        content, media_type = ask(text, default_graph)
        return Result.parse(BytesIO(content), content_type=media_type)

    # `_query` and `_update` are the two places at which rdflib would open connections of its own.
    if update is None:
        reading = SPARQLStore()
        reading._query = answered  # type: ignore[method-assign]
        return Dataset(store=reading, default_union=True)
    writing = SPARQLUpdateStore(update_endpoint="the store")
    writing._query = answered  # type: ignore[method-assign]
    writing._update = update  # type: ignore[method-assign]
    return Dataset(store=writing, default_union=True)
