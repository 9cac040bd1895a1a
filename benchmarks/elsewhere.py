"""What a store on a server costs beside one on disk, as ratios: Oxigraph's own server, on loopback."""

import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROUNDS = 3
DOCUMENTS = 300


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Run the server over a folder; give its address."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        raise FileNotFoundError("oxigraph, the server, is not installed; pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = free.getsockname()
    command = [program, "serve", "--location", str(folder), "--bind", f"{place[0]}:{place[1]}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(100):
                with socket.socket() as tried:
                    if tried.connect_ex(place) == 0:
                        break
                time.sleep(0.1)
            yield f"http://{place[0]}:{place[1]}"
        finally:
            server.kill()


def elsewhere(
    make_documents: Callable[[Path, int], None], timed: Callable[[Callable[[], object]], float]
) -> dict[str, float]:
    """Time a build and the queries of the projection there and here, in turn."""
    from graph.build import build
    from graph.opening import open_store
    from graph.projection import project

    def read(place: str) -> None:
        with open_store(place) as store:
            project(store)

    works = {"build": lambda folder, place: build([folder], place), "projection": lambda _, place: read(place)}
    found: dict[str, list[float]] = {f"{name}: on a server / on disk, time": [] for name in works}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name, oxigraph(Path(name) / "server") as url:
            folder = Path(name) / "documents"
            folder.mkdir()
            make_documents(folder, DOCUMENTS)
            for what, work in works.items():
                here, there = (
                    timed(lambda work=work, folder=folder, place=place: work(folder, place))
                    for place in (str(Path(name) / "store"), url)
                )
                found[f"{what}: on a server / on disk, time"].append(there / here)
    return {key: statistics.median(values) for key, values in found.items()}
