"""The check of a store against the shapes: graph by graph, then what holds between graphs."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, starmap
from typing import TYPE_CHECKING

from graph.check.between import breaches_between_graphs
from graph.check.breach import Breach, Severity
from graph.lookup import find_named
from ontology import terms as rg
from ontology.errors import SymbolError
from ontology.iri import GRAPHS, REGISTRY_GRAPH, document_key, graph_key
from ontology.vocabulary import FRBR_REALIZATION_OF

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

    from graph.check.judging import Judge
    from graph.storing import GraphStore

__all__ = ["CheckReport", "Progress", "check"]

_Lines = tuple[str, list[str]]

Progress = Callable[[int, int, str], None]
"""Is told how many graphs are done, of how many, and the name of the last."""

_CHUNK = 8
_SYMBOLS = (
    f"SELECT DISTINCT ?symbol ?document {{ ?v <{FRBR_REALIZATION_OF}> ?document . ?document <{rg.SYMBOL}> ?symbol }}"
)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    Attributes:
        graphs: IRIs of the graphs that were checked, sorted.
        breaches: What breaks a rule, by graph, rule and node.
    """

    graphs: tuple[str, ...]
    breaches: tuple[Breach, ...]

    @property
    def violations(self) -> int:
        """Number of breaches that are more than a warning."""
        return sum(breach.severity is Severity.VIOLATION for breach in self.breaches)

    @property
    def conforms(self) -> bool:
        """Whether nothing but warnings was found."""
        return self.violations == 0

    @property
    def conforming(self) -> int:
        """Number of graphs that break no rule."""
        broken = {breach.graph for breach in self.breaches if breach.severity is Severity.VIOLATION}
        return sum(graph not in broken for graph in self.graphs)


def check(
    store: "GraphStore", documents: Iterable[str] = (), *, workers: int = 1, progress: Progress | None = None
) -> CheckReport:
    """Check a store, or the graphs of some of its documents.

    Each graph is judged by itself, with what it needs of its neighbours, so that memory does not grow with the store.

    Args:
        store: The store.
        documents: Symbols as people write them; all graphs where there are none.
        workers: Number of processes that validate.
        progress: Called after each graph.

    Returns:
        What was checked and found.

    Raises:
        SymbolError: A document is no symbol.
        UnknownTermError: The store holds no such document.
        QueryError: The store cannot be asked.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from graph.store import Store
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     [breach.rule for breach in check(store).breaches]
        ['registry-is-there']
    """
    asked = tuple(documents)
    known = store.graphs()
    graphs = (
        _of_documents(store, known, asked) if asked else tuple(graph for graph in known if graph.startswith(GRAPHS))
    )
    registry = list(store.graph_lines(REGISTRY_GRAPH))
    found: list[Breach] = []
    waiting = ((graph, list(store.graph_lines(graph))) for graph in graphs)
    with _judged(registry, waiting, min(workers, len(graphs))) as results:
        for done, (graph, breaches) in enumerate(zip(graphs, results, strict=True), start=1):
            found += breaches
            if progress is not None:
                progress(done, len(graphs), graph)
    found += (breach for breach in breaches_between_graphs(store) if not asked or breach.graph in graphs)
    return CheckReport(graphs, tuple(sorted(set(found), key=lambda breach: breach.order)))


def _of_documents(store: "GraphStore", graphs: Iterable[str], asked: Iterable[str]) -> tuple[str, ...]:
    """Give the graphs of the documents asked for, in all their languages."""
    held = {graph: key for graph in graphs if (key := _key(graph)) is not None}
    names = {symbol: document_key(document) for symbol, document in store.rows(_SYMBOLS)}
    names |= {key: key for key in held.values()}
    wanted = {names[text] if text in names else find_named(text, names) for text in asked}
    return tuple(graph for graph, key in held.items() if key in wanted)


def _key(graph: str) -> str | None:
    try:
        return graph_key(graph)[0]
    except SymbolError:
        return None


@contextmanager
def _judged(registry: list[str], waiting: Iterator[_Lines], workers: int) -> Iterator[Iterator[tuple[Breach, ...]]]:
    """Judge graphs in order, in this process or in several."""
    if workers <= 1:
        from graph.check.judging import Judge

        yield starmap(Judge(registry), waiting)
        return
    from multiprocessing import get_context

    with get_context("spawn").Pool(workers, _start, (registry,)) as pool:
        yield _in_batches(pool, waiting, workers * _CHUNK)


def _in_batches(pool: "Pool", waiting: Iterator[_Lines], size: int) -> Iterator[tuple[Breach, ...]]:
    """Send graphs to other processes, a few at a time: a pool would take all of them into memory at once."""
    while batch := list(islice(waiting, size)):
        yield from pool.map(_judge, batch, chunksize=1)


# The judge of a process that was started to judge.
_judges: list["Judge"] = []


def _start(registry: list[str]) -> None:
    """Make the judge of a process that was started to judge."""
    from graph.check.judging import Judge

    _judges[:] = [Judge(registry)]


def _judge(graph: _Lines) -> tuple[Breach, ...]:
    return _judges[0](*graph)
