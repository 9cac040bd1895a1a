"""Shows how much of real documents extraction gets right, and what was gained and lost since the last figures.

Run ``python benchmarks/evaluate.py``; ``--write`` keeps the figures. The real documents lie in the folder ``shared``
beside the checkout. Ends with 1 where something is lost.
"""

import argparse
import json
import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from measures import Measure, development, english_edges, six_languages, word_links

ROOT = Path(__file__).resolve().parent.parent
FIGURES = Path(__file__).with_name("evaluation.json")
PAGE = ROOT / "docs" / "evaluation.md"
_LISTED = 40


def measured(shared: Path) -> Iterator[Measure]:
    for measure in (development, word_links, english_edges, six_languages):
        yield from measure(shared)


def as_data(measures: Iterable[Measure]) -> dict[str, dict[str, Any]]:
    """Figures and misses by the name of the measure."""
    return {m.name: {"right": m.right, "total": m.total, "bar": m.bar, "misses": list(m.misses)} for m in measures}


def table(measures: Iterable[Measure], before: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The figures in one table, with the change since the last ones."""
    yield "| what | figure | of | bar | change |"
    yield "|---|---|---|---|---|"
    for each in measures:
        last = before.get(each.name)
        change = "new" if last is None else f"{each.share - last['right'] / last['total']:+.4f}"
        counted = "" if each.total == 10_000 else str(each.total)
        bar = "" if each.bar is None else f"{each.bar:.2f}"
        yield f"| {each.name} | {each.share:.3f} | {counted} | {bar} | {change if change != '+0.0000' else ''} |"


def changes(measures: Collection[Measure], before: dict[str, dict[str, Any]]) -> tuple[list[str], list[str]]:
    """What is wrong now and was right before, and the other way round."""
    gains, losses = [], []
    for each in measures:
        if each.name not in before:
            continue
        last, now = before[each.name], set(each.misses)
        gains += [f"{each.name} | {miss}" for miss in sorted(set(last["misses"]) - now)]
        losses += [f"{each.name} | {miss}" for miss in sorted(now - set(last["misses"]))]
        if each.share < last["right"] / last["total"]:
            losses.append(f"{each.name} | {last['right']}/{last['total']} fell to {each.right}/{each.total}")
    gone = before.keys() - {each.name for each in measures}
    return gains, losses + [f"{name} | not measured" for name in sorted(gone)]


def page(lines: Iterable[str], day: str) -> str:
    introduction = (
        "# How much extraction gets right\n\n"
        "`python benchmarks/evaluate.py` prints this table, with what was gained and lost since the figures kept in\n"
        "`benchmarks/evaluation.json`; `--write` keeps new ones. It needs the project's folder of real documents.\n"
        f"\nFigures of {day}:\n\n"
    )
    return introduction + "\n".join(lines) + "\n\n" + READING


READING = """How to read them. The first rows score the development part of the gold standard; F1 counts a citation as
right when its span is found and its targets are those of the gold. Links set in Word files are found from the text
alone. The edges between English resolutions were found by one strict pattern with the year checked; edges of ours that
it lacks are damaged numbers that the table of years confirms, and a few that its pattern does not reach. One of the 600
files holds the text of another resolution than its name says; wanted of it is the symbol that it prints. Six languages
are compared line by line; versions of one sentence do not always print the same number: some say "the resolution" or
leave the year out, one misprints it. The second row leaves such lines out; in the third a version is said to say why
where it prints no such number or the record holds the reason. Bodies and States are compared without what stands
only in context.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of real documents")
    parser.add_argument("--write", action="store_true", help="keep the figures and write the page")
    arguments = parser.parse_args()
    if not (arguments.shared / "gold").is_dir():
        print(f"{arguments.shared}: no such folder of real documents; name it with --shared", file=sys.stderr)
        return 1
    before = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    measures = list(measured(arguments.shared))
    lines = list(table(measures, before))
    gains, losses = changes(measures, before)
    print("\n".join(lines))
    for title, listed in (("gained", gains), ("lost", losses)):
        print(f"\n{title}: {len(listed)}")
        print("\n".join(listed[:_LISTED]))
    if arguments.write:
        FIGURES.write_text(json.dumps(as_data(measures), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        kept = table(measures, as_data(measures))
        PAGE.write_text(page(kept, f"{date.today():%-d %B %Y}"), encoding="utf-8")
        return 0
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
