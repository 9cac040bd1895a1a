"""What is computed from all documents of a store: roles, statuses, processes, series, measures, each with its proof."""

from collections.abc import Iterator
from itertools import chain

from graph.computed.answering import answering
from graph.computed.considering import answers, considered
from graph.computed.dates import read_dates
from graph.computed.making import making
from graph.computed.measures import measures
from graph.computed.roles import roles
from graph.computed.series import series
from graph.computed.statuses import statuses
from graph.properties import Queryable
from ontology.statement import Statement

__all__ = ["computed_statements"]


def computed_statements(store: Queryable) -> Iterator[Statement]:
    """State what follows from the documents of a store taken together.

    Args:
        store: The store; its queries see all named graphs as one.

    Yields:
        The statements of ``COMPUTED_GRAPH``; the same documents always give the same ones in the same order. Every
        node that is new names by ``prov:wasDerivedFrom`` the evidence, or the graph of the document, that proves it.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from graph.store import Store
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     list(computed_statements(store))
        []
    """
    dates = read_dates(store)
    answered, later = tuple(answers(store)), considered(store, dates)
    yield from chain(
        roles(store, dates),
        statuses(store, dates, answered, later),
        making(store, dates),
        answering(store, dates, answered, later),
        series(store),
        measures(store),
    )
