"""From which source each graph of a store was made."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.properties import Queryable
from ontology import terms as rg

__all__ = ["Source", "by_name", "read_sources"]

_SOURCES = f"""
SELECT ?graph ?name ?digest ?version WHERE {{
  GRAPH ?graph {{
    ?file <{rg.SOURCE_NAME}> ?name ; <{rg.SOURCE_DIGEST}> ?digest .
    ?graph <{rg.EXTRACTOR_VERSION}> ?version .
  }}
}}
"""


class Source(NamedTuple):
    """What the store keeps of the source of one graph.

    Attributes:
        digest: SHA-256 of its bytes, in hex.
        graph: IRI of the named graph made from it.
        version: Version of the extractor that made it.
    """

    digest: str
    graph: str
    version: str


def read_sources(store: Queryable) -> frozenset[tuple[str, Source]]:
    """Tell from which source each graph of a store was made.

    Args:
        store: Any store.

    Returns:
        Names of sources, and what is kept of each.
    """
    rows = store.rows(_SOURCES)
    return frozenset((name, Source(digest, graph, version)) for graph, name, digest, version in rows)


def by_name(sources: Iterable[tuple[str, Source]]) -> dict[str, Source]:
    """Key sources by name; of two graphs made from one source the last in order stands.

    Example:
        >>> by_name([("a.txt", Source("bb", "http://x/2", "1")), ("a.txt", Source("aa", "http://x/1", "1"))])
        {'a.txt': Source(digest='bb', graph='http://x/2', version='1')}
    """
    return dict(sorted(sources, key=lambda pair: (pair[1].graph, pair)))
