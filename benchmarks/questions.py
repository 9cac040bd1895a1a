"""Writes docs/questions.md: the thirty competency questions, the query for each, and what it finds in the specimens.

Run ``python benchmarks/questions.py``. A test fails where the page is not what this writes.
"""

import csv
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from corpus.specimens import specimens
from graph.build import build
from graph.query import NamedQuery, load, named_queries, run
from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "questions.md"
EXAMPLES = Path(__file__).with_name("questions.tsv")
_ROWS = 4
_LONGEST = 46

_HEAD = """# The thirty questions

What the graph must be able to answer, and the named queries that answer it. Each example is asked of the specimens
(`resograph demo`, then `--store resograph-demo/store`) and shows the first rows of its answer, some columns only.
`resograph query --list` names them all with their values, `resograph query --show NAME` prints the SPARQL. The answers
are tested against texts that were read: `tests/test_graph_questions.py`.

Questions 5 to 13, 18 and 27 ask the graph of what is computed, in which each node names by `prov:wasDerivedFrom` the
words or the document that prove it and says by `rg:inferred` where no document says it in so many words. Of *now* the
graph knows nothing: without a day, a role is held of which no end is known.

This page is written by `python benchmarks/questions.py`.
"""


class Example(NamedTuple):
    number: int
    en: str
    zh: str
    query: str
    arguments: dict[str, str]
    columns: tuple[str, ...]


def examples() -> Iterator[Example]:
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            pairs = dict(pair.split("=", 1) for pair in row["arguments"].split())
            yield Example(int(row["number"]), row["en"], row["zh"], row["query"], pairs, tuple(row["columns"].split()))


def page(store: Store) -> str:
    """The page, as its examples find it in a store built from the specimens."""
    parts = [_HEAD]
    for _, group in groupby(examples(), key=lambda example: example.number):
        found = list(group)
        parts.append(f"## {found[0].number}. {found[0].en}\n\n{found[0].zh}\n")
        parts.extend(part for example in found for part in _example(store, example))
    parts.append("## Others\n\nNamed queries that answer none of the thirty.\n")
    parts.append("".join(_line(query) for query in named_queries() if not query.numbers))
    return "\n".join(parts)


def _example(store: Store, example: Example) -> Iterator[str]:
    query = load(example.query)
    call = " ".join(("resograph query", example.query, *(_quoted(pair) for pair in example.arguments.items())))
    yield f"{query.question['en']}\n\n```sh\n{call}\n```\n"
    result = run(store, query, example.arguments)
    if result.is_empty:
        yield "Nothing in the specimens.\n"
        return
    picked = [result.variables.index(column) for column in example.columns]
    rows = list(dict.fromkeys(tuple(_cell(row[i]) for i in picked) for row in result.rows))
    lines = [example.columns, ("---",) * len(picked), *rows[:_ROWS]]
    table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    more = len(rows) - _ROWS
    yield table + (f"\n… and {more} more.\n" if more > 0 else "")


def _quoted(pair: tuple[str, str]) -> str:
    text = "=".join(pair)
    return f"'{text}'" if "(" in text else text


def _cell(value: object) -> str:
    """A value in a cell: files by their name alone, long text cut."""
    text = "" if value is None else str(getattr(value, "value", value))
    text = text.removeprefix(f"{specimens()}/").replace("|", "\\|")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _line(query: NamedQuery) -> str:
    return f"- `{query.name}`: {query.question['en']}\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        build([specimens()], Path(folder) / "store")
        with Store.open(Path(folder) / "store") as store:
            PAGE.write_text(page(store), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
