"""Measures the tool against itself and against jieba, as ratios taken in one run.

Run ``python benchmarks/run.py``. Absolute figures depend on the machine and are printed only to read the ratios by.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from elsewhere import elsewhere
from serving import serving
from store import SHARED, store_figures, timed

from corpus.specimens import specimens

ROUNDS = 5
FEW, MANY = 50, 5_000
_RESOLUTION = re.compile(r"A_RES_(\d{2})_(\d{1,3})\.zh\.txt")


def make_documents(folder: Path, count: int) -> None:
    """Write documents made from the specimen resolutions, each with a number of its own."""
    models = [(path, match) for path in sorted(specimens().iterdir()) if (match := _RESOLUTION.fullmatch(path.name))]
    texts = [(path.read_text(encoding="utf-8"), match[1], match[2]) for path, match in models]
    for index in range(count):
        text, session, number = texts[index % len(texts)]
        own = f"{session}/{1000 + index // len(texts)}"
        made = re.sub(rf"(?<!\d){session}/{number}(?!\d)", own, text)
        name = f"A_RES_{own.replace('/', '_')}.zh.txt"
        (folder / name).write_text(made, encoding="utf-8", newline="\n")


def against_jieba() -> dict[str, float]:
    """Speed of extraction on one core as a multiple of that of jieba.cut on the same text."""
    import jieba

    from corpus import read_text
    from extract import extract

    texts = [path.read_text(encoding="utf-8") for path in sorted(specimens().glob("*.zh.txt"))]

    def cut() -> None:
        for text in texts:
            for _ in jieba.cut(text):
                pass

    def extract_all() -> None:
        for text in texts:
            extract(read_text(text, "benchmark"))

    cut()
    extract_all()
    ratios, speeds = [], []
    size = sum(len(text.encode()) for text in texts)
    for _ in range(ROUNDS):
        theirs, ours = timed(cut), timed(extract_all)
        ratios.append(theirs / ours)
        speeds.append(size / ours / 1e6)
    return {"extraction / jieba.cut, speed": statistics.median(ratios), "(extraction, MB/s)": statistics.median(speeds)}


def building() -> dict[str, float]:
    """What the store costs beside extraction, and what a second build costs beside the first."""
    from corpus import read_document, walk
    from extract import extract
    from graph.build import build

    found: dict[str, list[float]] = {
        "text to store / extraction alone, time": [],
        "second build / first build, time": [],
    }
    for _ in range(3):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "documents"
            folder.mkdir()
            make_documents(folder, 300)
            alone = timed(lambda folder=folder: [extract(read_document(path)) for path in walk([folder])])
            first = timed(lambda folder=folder: build([folder], folder.parent / "store"))
            second = timed(lambda folder=folder: build([folder], folder.parent / "store"))
        found["text to store / extraction alone, time"].append(first / alone)
        found["second build / first build, time"].append(second / first)
    return {key: statistics.median(values) for key, values in found.items()}


# VmHWM belongs to the process alone; ru_maxrss would hold what its parent had reached before it.
_PEAK = """
import re, sys
from pathlib import Path
from corpus import read_document, walk
from extract import extract
from graph.build import build
folder, store = Path(sys.argv[1]), sys.argv[2]
if store == "-":
    for path in walk([folder]):
        extract(read_document(path))
else:
    build([folder], store)
print(re.search(r"VmHWM:[^0-9]*([0-9]+)", Path("/proc/self/status").read_text()).group(1))
"""


def peak(folder: Path, store: str) -> float:
    """Peak memory in MiB of a process that extracts, or builds, all documents of a folder."""
    run = subprocess.run([sys.executable, "-c", _PEAK, str(folder), store], check=True, capture_output=True, text=True)
    return int(run.stdout) / 1024


def memory() -> dict[str, float]:
    """Growth of peak memory from few to many documents, with and without the store."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for count in (FEW, MANY):
            (base / str(count)).mkdir()
            make_documents(base / str(count), count)
        for what, stores in (("extraction", ("-", "-")), ("build", (str(base / "a"), str(base / "b")))):
            few, many = (peak(base / str(count), store) for count, store in zip((FEW, MANY), stores, strict=True))
            found[f"{what}: peak memory at {MANY:,} / at {FEW} documents"] = many / few
            found[f"({what}: MiB at {MANY:,})"] = many
    return found


def storing() -> dict[str, float]:
    """What the store costs beside the bare database: on real documents where they are at hand, else on made ones."""
    if SHARED.is_dir():
        return store_figures(SHARED)
    with tempfile.TemporaryDirectory() as name:
        make_documents(Path(name), 250)
        return store_figures(Path(name))


PARTS: dict[str, Callable[[], dict[str, float]]] = {
    "jieba": against_jieba,
    "build": building,
    "elsewhere": lambda: elsewhere(make_documents, timed),
    "memory": memory,
    "serve": serving,
    "store": storing,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--only", choices=sorted(PARTS), help="measure one part only")
    arguments = parser.parse_args()
    parts = [PARTS[arguments.only]] if arguments.only else list(PARTS.values())
    figures = {name: value for part in parts for name, value in part().items()}
    if arguments.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{value:10.3f}  {name}")


if __name__ == "__main__":
    main()
