"""Measures the SPARQL service against bare pyoxigraph on the same store, as ratios taken in one run.

Run ``python benchmarks/serving.py``.
"""

import http.client
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph

ROUNDS = 11
LINES = 100_000
REQUESTS = 400
CLIENTS = 8
SMALL = "SELECT ?o { <http://x/s8> ?p ?o }"
MIDDLE = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"
LARGE = "SELECT * { ?s ?p ?o }"
FORMS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
}


def quads() -> list[str]:
    return [f'<http://x/s{i}> <http://x/p{i % 7}> "value {i}" <http://x/g{i % 100}> .\n' for i in range(LINES)]


@contextmanager
def served(store: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "graph", "serve", "--store", str(store), "--port", "0", "--workers", "4"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
        assert found is not None
        try:
            yield int(found[1])
        finally:
            process.terminate()


def asker(port: int, source: str = "127.0.0.1") -> Callable[[str, str], bytes]:
    """Give a function that asks over one connection, which stays open."""
    connection = http.client.HTTPConnection("127.0.0.1", port, source_address=(source, 0))

    def ask(text: str, form: str) -> bytes:
        connection.request("GET", "/sparql?" + urlencode({"query": text, "format": form}))
        reply = connection.getresponse()
        body = reply.read()
        assert reply.status == 200, body
        return body

    return ask


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compared(store: pyoxigraph.Store, ask: Callable[[str, str], bytes], text: str, form: str) -> tuple[float, float]:
    """Time of a query over HTTP as a multiple of the same in this process, and what it takes more, in seconds."""

    def bare() -> object:
        return store.query(text, use_default_graph_as_union=True).serialize(format=FORMS[form])

    alone, over_http = [], []
    repeated = 50 if text == SMALL else 1
    for _ in range(ROUNDS):
        alone.append(timed(lambda: [bare() for _ in range(repeated)]) / repeated)
        over_http.append(timed(lambda: [ask(text, form) for _ in range(repeated)]) / repeated)
    # What else the machine does makes both longer, never shorter.
    return min(over_http) / min(alone), min(over_http) - min(alone)


def rate(port: int, clients: int) -> float:
    """Small queries answered a second; each client has an address of its own."""
    asks = [asker(port, f"127.0.0.{number + 2}") for number in range(clients)]

    def work(ask: Callable[[str, str], bytes]) -> None:
        for _ in range(REQUESTS // clients):
            ask(SMALL, "json")

    with ThreadPoolExecutor(clients) as threads:
        return REQUESTS / timed(lambda: list(threads.map(work, asks)))


def serving() -> dict[str, float]:
    """What HTTP and the processes cost beside the query, and how many clients are answered."""
    from graph.store import Store

    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        with Store.create(Path(name) / "store") as store:
            store.add(quads())
        on_disk = pyoxigraph.Store(str(Path(name) / "bare"))
        on_disk.bulk_load("".join(quads()).encode(), pyoxigraph.RdfFormat.N_QUADS)
        with served(Path(name) / "store") as port:
            ask = asker(port)
            for what, text, form in (
                ("one row", SMALL, "json"),
                ("a count over 100,000 quads", MIDDLE, "json"),
                ("100,000 rows as TSV", LARGE, "tsv"),
                ("100,000 rows as CSV", LARGE, "csv"),
                ("100,000 rows as JSON", LARGE, "json"),
            ):
                ratio, more = compared(on_disk, ask, text, form)
                figures[f"served / bare pyoxigraph, time, {what}"] = ratio
                figures[f"({what}: ms more)"] = more * 1000
            one, many = rate(port, 1), rate(port, CLIENTS)
            figures[f"requests a second, {CLIENTS} clients / 1 client"] = many / one
            figures["(requests a second, 1 client)"] = one
    return figures


def main() -> None:
    for name, value in serving().items():
        print(f"{value:10.3f}  {name}")


if __name__ == "__main__":
    main()
