"""Measures the store against bare pyoxigraph doing the same on the same data, as ratios taken in one run.

They are among the figures of ``benchmarks/run.py``; that with ``--only store`` prints them alone.
"""

import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph

from graph import layout
from graph.build import build
from graph.store import Store
from ontology.vocabulary import PREFIXES

ROUNDS = 5
DOCUMENTS = 250
BATCH = 100
STEP = 6
SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "security-council-en"
EVERYTHING = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 100000"
MODIFIED = '<http://x/changed> <http://x/p> "1" <{}> .\n'


def timed(work: Callable[[], object]) -> float:
    """Time one call in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    """Time of ours as a multiple of theirs, of each the best of rounds in which they take turns.

    What else the machine does can only make a round slower, so the best tells most of the work itself.
    """
    times = [(timed(ours), timed(theirs)) for _ in range(ROUNDS)]
    return min(our for our, _ in times) / min(their for _, their in times)


def contents(store: Path) -> dict[str, bytes]:
    """The N-Quads of each graph of a store."""
    with Store.open(store) as opened:
        return {graph: "".join(opened.graph_lines(graph)).encode() for graph in opened.graphs()}


def loading(graphs: dict[str, bytes], folder: Path) -> dict[str, float]:
    """A new store filled in batches and closed, against a new database filled with the same and flushed."""
    pieces = list(graphs.values())
    batches = [b"".join(pieces[start : start + BATCH]) for start in range(0, len(pieces), BATCH)]
    numbers = iter(range(1000))

    def ours() -> None:
        with Store.create(folder / f"ours-{next(numbers)}") as store:
            for batch in batches:
                store.load(batch)

    def theirs() -> None:
        database = pyoxigraph.Store(str(folder / f"theirs-{next(numbers)}"))
        for batch in batches:
            database.bulk_load(input=batch, format=pyoxigraph.RdfFormat.N_QUADS)
        database.flush()

    return {"store: loading / bare pyoxigraph, time": ratio(ours, theirs)}


def replacing(graphs: dict[str, bytes], folder: Path) -> dict[str, float]:
    """Some graphs, each replaced by one with a statement more, against graphs removed and loaded anew."""
    graphs = dict(list(graphs.items())[::STEP])
    numbers = iter(range(1, 1000))
    with Store.create(folder / "replaced") as store:
        for content in graphs.values():
            store.load(content)
    database = pyoxigraph.Store(str(folder / "replaced-bare"))
    for content in graphs.values():
        database.bulk_load(input=content, format=pyoxigraph.RdfFormat.N_QUADS)

    def ours() -> None:
        number = next(numbers)
        with Store.open(folder / "replaced", write=True) as store:
            for graph, content in graphs.items():
                store.replace(graph, content + MODIFIED.format(graph).replace('"1"', f'"{number}"').encode())

    def theirs() -> None:
        number = next(numbers)
        for graph, content in graphs.items():
            new = content + MODIFIED.format(graph).replace('"1"', f'"{number}"').encode()
            database.remove_graph(pyoxigraph.NamedNode(graph))
            database.load(input=new, format=pyoxigraph.RdfFormat.N_QUADS)
        database.flush()

    return {"store: replacing graphs / bare pyoxigraph, time": ratio(ours, theirs)}


def querying(path: Path) -> dict[str, float]:
    """Many quads asked for as rows, as values and as bytes, against the bare database giving the same."""
    found: dict[str, float] = {}
    database = pyoxigraph.Store.read_only(str(path / layout.generation(path) / "oxigraph"))

    def solutions() -> pyoxigraph.QuerySolutions:
        asked = database.query(EVERYTHING, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
        assert isinstance(asked, pyoxigraph.QuerySolutions)
        return asked

    def texts() -> None:
        for solution in solutions():
            for value in solution:
                str(value)

    def kept() -> list[tuple[object, ...]]:
        return [tuple(solution) for solution in solutions()]

    with Store.open(path) as store:

        def rows() -> None:
            for _ in store.rows(EVERYTHING):
                pass

        found["store: rows / bare pyoxigraph, time"] = ratio(rows, texts)
        found["store: query as values / bare solutions kept, time"] = ratio(lambda: store.query(EVERYTHING), kept)
        found["store: query as values / bare solutions dropped, time"] = ratio(lambda: store.query(EVERYTHING), texts)
        for form, native in (("csv", pyoxigraph.QueryResultsFormat.CSV), ("json", pyoxigraph.QueryResultsFormat.JSON)):
            found[f"store: query as {form} / bare pyoxigraph, time"] = ratio(
                lambda form=form: store.write_results(EVERYTHING, io.BytesIO(), form),
                lambda native=native: solutions().serialize(io.BytesIO(), native),
            )
    return found


def store_figures(documents: Path) -> dict[str, float]:
    """All figures of the store, on what is built from documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(sorted(documents.glob("*.txt"))[:DOCUMENTS], folder / "built")
        graphs = contents(folder / "built")
        return {
            **loading(graphs, folder),
            **replacing(graphs, folder),
            **querying(folder / "built"),
            "(store: quads)": float(sum(content.count(b"\n") for content in graphs.values())),
        }
