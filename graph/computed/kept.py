"""What is computed from all documents, kept in a graph of its own for as long as the documents are the same."""

import hashlib

from graph.computed.statements import computed_statements
from graph.fingerprint import computing_version
from graph.provenance import made_by
from graph.quads import quads
from graph.storing import GraphStore
from ontology import terms as rg
from ontology.iri import COMPUTED_GRAPH
from ontology.statement_forms import link, plain
from ontology.vocabulary import PROV_BUNDLE, RDF_TYPE

__all__ = ["keep_computed"]

_MADE_FROM = f"SELECT ?from {{ GRAPH <{COMPUTED_GRAPH}> {{ <{COMPUTED_GRAPH}> <{rg.COMPUTED_FROM}> ?from }} }}"


def keep_computed(store: GraphStore, version: str) -> bool:
    """Store what is computed from all documents, where it is not from the documents as they are now.

    Args:
        store: The store, opened for writing.
        version: Version of the extractor, which the graph names.

    Returns:
        Whether it was computed anew.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from graph.store import Store
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     keep_computed(store, "1"), keep_computed(store, "1")
        (True, False)
    """
    made_from = hashlib.sha256(computing_version().encode())
    for source in sorted(store.digests().values()):
        made_from.update("\0".join((*source, "")).encode())
    mark = plain(COMPUTED_GRAPH, rg.COMPUTED_FROM, made_from.hexdigest())
    if [(mark.object,)] == list(store.rows(_MADE_FROM)):
        return False
    bundle = link(COMPUTED_GRAPH, RDF_TYPE, PROV_BUNDLE)
    stated = (bundle, *made_by(COMPUTED_GRAPH, version), mark, *computed_statements(store))
    store.replace(COMPUTED_GRAPH, "".join(quads(stated, COMPUTED_GRAPH, "en")).encode())
    return True
