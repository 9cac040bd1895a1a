"""What extraction gets right on real documents, as shares, each with the list of what it gets wrong."""

import csv
import itertools
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import read_text
from extract import extract
from extract.records import Citation, Extraction

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Measure:
    """A share and what it misses.

    Attributes:
        name: What is measured.
        right: How many are right; for an F1 in ten thousandths.
        total: Of how many.
        bar: The share that is wanted, None where none is set.
        misses: One line for each that is not right, the same from run to run.
    """

    name: str
    right: int
    total: int
    bar: float | None
    misses: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 0.0


def _f1(name: str, value: float, bar: float, misses: Iterable[str]) -> Measure:
    return Measure(name, round(value * 10_000), 10_000, bar, tuple(sorted(misses)))


def _fraction(name: str, value: str, bar: float, misses: Iterable[str] = ()) -> Measure:
    right, _, total = value.partition("/")
    return Measure(name, int(right), int(total), bar, tuple(sorted(misses)))


def development(shared: Path) -> Iterator[Measure]:
    """Score the development part of the gold standard."""
    score = [sys.executable, str(shared / "score" / "score.py"), "--gold", str(shared / "gold")]
    command = f"{sys.executable} -m graph extract {{file}}"
    arguments = ["--corpus", str(shared / "corpus"), "--command", command, "--errors", "100000", "--json"]
    run = subprocess.run([*score, *arguments], capture_output=True, text=True, check=True)
    *errors, _, last = run.stdout.splitlines()
    found = json.loads(last)
    missed: dict[str, list[str]] = defaultdict(list)
    for line in errors:
        missed[line.partition(" | ")[0]].append(line)
    citations, fields = found["citations"], found["citations"]["fields"]
    wrong = [*missed["wrong target"], *missed["false citation"], *missed["missed citation"]]
    yield _f1("citations, F1", citations["f1"], 0.98, wrong)
    yield _f1("citations found, F1", citations["found_f1"], 0.99, missed["missed citation"] + missed["false citation"])
    for field, bar in (("date", 0.97), ("footnote", 0.97), ("name", 0.95), ("pinpoint", 0.9), ("verb", 0.85)):
        yield _fraction(f"citations, {field}", fields[field], bar)
    wrong = [*missed["missed actor"], *missed["false actor"], *missed["wrong entity"]]
    yield _f1("actors linked, F1", found["actors"]["linked"]["f1"], 0.95, wrong)
    yield _f1("abbreviations, F1", found["abbreviations"]["f1"], 1.0, missed["missed abbreviation"])
    documents = found["documents"]
    yield Measure("metadata", documents["right"], documents["total"], 1.0, tuple(missed["metadata"]))
    acts = found["mandates"]
    yield _f1("acts, F1", acts["acts"]["f1"], 0.93, missed["missed act"] + missed["false act"])
    yield _fraction("preambular verbs", acts["preambular_verbs"], 1.0, missed["preambular verb"])


def word_links(shared: Path) -> Iterator[Measure]:
    """Compare with the links that the makers of Word files set, found from the text alone."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _table(shared / "data" / "documents-links.tsv"):
        rows[row["document"]].append(row)
    right, misses = 0, []
    for name, links in sorted(rows.items()):
        found = extract(read_text(word_text(shared / "data" / "documents" / f"{name}.docx"), f"{name}.txt")).citations
        said = [(_squeezed(each.span.exact), _targets(each)) for each in found]
        for link in links:
            anchor, symbol = _squeezed(link["anchor_text"]), _squeezed(link["link_target_symbol"])
            hit = next((each for each in said if anchor in each[0] and symbol in each[1]), None)
            if hit is None:
                misses.append(f"{name} | {link['anchor_text']} | {symbol}")
            else:
                said.remove(hit)
                right += 1
    yield Measure("links set in Word files", right, right + len(misses), 0.98, tuple(sorted(misses)))


def word_text(path: Path) -> str:
    """Give the words of a Word file, a paragraph a line, footnotes at the end; links are not read."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    document = docx.Document(str(path))
    parts = [document.element.body]
    parts += [parse_xml(each.target_part.blob) for each in document.part.rels.values() if "footnotes" in each.reltype]
    written = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    lines = []
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            runs = (each.text if each.tag == qn("w:t") else written.get(each.tag) for each in paragraph.iter())
            lines.append("".join(run for run in runs if run))
    return "\n".join(lines) + "\n"


def english_edges(shared: Path) -> Iterator[Measure]:
    """Compare with edges between resolutions of the Security Council that one strict pattern found."""
    told: dict[str, set[str]] = defaultdict(set)
    for row in _table(shared / "data" / "security-council-en-edges.tsv"):
        told[row["citing"]].add(row["cited"])
    right, misses, more, named = 0, [], [], 0
    paths = sorted((shared / "data" / "security-council-en").glob("*.txt"))
    for path in paths:
        found = extract(read_text(path.read_text(encoding="utf-8"), path.name))
        key = _symbol_of_file(path.name)
        named += found.document.symbol == _MISNAMED.get(path.name, key)
        said = {target for each in found.citations for target in each.targets if target.startswith("S/RES/")} - {key}
        right += len(told[key] & said)
        misses += [f"{key} | {each}" for each in sorted(told[key] - said)]
        more += [f"{key} | {each}" for each in sorted(said - told[key])]
    yield Measure("edges between English resolutions", right, right + len(misses), 0.98, tuple(misses))
    total = right + len(more)
    yield Measure("edges of ours that the pattern has too", right, total, None, tuple(more))
    yield Measure("symbols of English resolutions", named, len(paths), 1.0)


# The file is named after another resolution than the one whose text it holds and whose number it prints.
_MISNAMED = {"S_RES_0542_1983_EN_GOLD.txt": "S/RES/538(1983)"}


def _symbol_of_file(name: str) -> str:
    number, year = re.match(r"S_RES_0*(\d+)_(\d{4})", name).groups()  # type: ignore[union-attr]
    return f"S/RES/{number}({year})"


def six_languages(shared: Path) -> Iterator[Measure]:
    """Compare what the six versions of one sentence cite and name."""
    folder = shared / "data" / "six-languages"
    texts = [(folder / f"UNv1.0.devset.{language}").read_text(encoding="utf-8").split("\n") for language in LANGUAGES]
    cited, unexplained, instruments, bodies = Counter[bool](), [], Counter[bool](), Counter[bool]()
    parts, alike = Counter[bool](), 0
    misses: dict[str, list[str]] = defaultdict(list)
    for number, lines in enumerate(itertools.zip_longest(*texts, fillvalue=""), start=1):
        if not all(lines):
            continue
        found = [_read(line, language) for line, language in zip(lines, LANGUAGES, strict=True)]
        sets = [_resolutions(each) for each in found]
        if any(sets):
            cited[len(set(sets)) == 1] += 1
            if len(set(sets)) > 1:
                misses["resolutions"].append(_difference(number, sets))
                alike += _is_printed_alike(lines, sets)
                if not _is_explained(lines, found, sets):
                    unexplained.append(_difference(number, sets))
        portions = [_portions(each) for each in found]
        if any(portions):
            parts[len(set(portions)) == 1] += 1
            misses["portions"] += [f"line {number}"] if len(set(portions)) > 1 else []
        for kind, counts, each in (
            ("instruments", instruments, [_instruments(one) for one in found]),
            ("bodies", bodies, [_bodies(one) for one in found]),
        ):
            for other, said in zip(LANGUAGES, each, strict=True):
                if other != "zh" and (said or each[-1]):
                    counts[said == each[-1]] += 1
                    if said != each[-1]:
                        misses[kind].append(f"line {number} | {other}")
    total = cited.total()
    yield Measure("six languages, the same resolutions", cited[True], total, 0.97, tuple(misses["resolutions"]))
    name = "six languages, the same where all print it"
    yield Measure(name, cited[True], cited[True] + alike, 0.97, tuple(misses["resolutions"]))
    name = "six languages, the same or said why not"
    yield Measure(name, total - len(unexplained), total, 0.97, tuple(unexplained))
    yield Measure("six languages, the same portions", parts[True], parts.total(), None, tuple(misses["portions"]))
    for kind, counts in (("instruments", instruments), ("bodies and States", bodies)):
        listed = tuple(misses[kind.partition(" ")[0]])
        yield Measure(f"five languages, the same {kind} as Chinese", counts[True], counts.total(), None, listed)


def _read(line: str, language: str) -> Extraction:
    return extract(read_text(line + "\n", "line", None, language))


def _resolutions(found: Extraction) -> frozenset[str]:
    kinds = ("resolution", "decision", "self")
    return frozenset(target for each in found.citations if each.kind in kinds for target in each.targets)


def _portions(found: Extraction) -> frozenset[str]:
    cited = (
        (target, each.portion) for each in found.citations for target in (*each.targets, each.instrument) if target
    )
    return frozenset(f"{target}#{portion}" for target, portions in cited for portion in portions)


def _instruments(found: Extraction) -> frozenset[str]:
    return frozenset(each.instrument for each in found.citations if each.instrument)


def _bodies(found: Extraction) -> frozenset[str]:
    named = (each for each in found.actors if each.entity and each.actor_type != "generic")
    return frozenset(str(each.entity) for each in named if ":" not in str(each.entity) or each.actor_type == "state")


def _is_explained(lines: Iterable[str], found: Iterable[Extraction], sets: list[frozenset[str]]) -> bool:
    """Tell whether each version that lacks a target prints no such number, or says why it is not resolved."""
    said = frozenset().union(*sets)
    return all(
        _lacks_number(line, target) or any(_number(target) in each.span.exact and each.reason for each in one.citations)
        for line, one, own in zip(lines, found, sets, strict=True)
        for target in said - own
    )


def _is_printed_alike(lines: Iterable[str], sets: list[frozenset[str]]) -> bool:
    """Tell whether each version prints the number, and the year where it has one, of all that another cites."""
    printed = [target.rpartition("/")[2] for target in frozenset().union(*sets)]
    patterns = [
        re.escape(each).replace(r"\(", r"\s*\(") if each[-5:-1].isdigit() else _number(each) for each in printed
    ]
    return all(re.search(rf"(?<!\d){pattern}(?!\d)", line) for line in lines for pattern in patterns)


def _number(symbol: str) -> str:
    return re.split(r"[(/]", symbol.partition("/RES/")[2] or symbol)[0]


def _lacks_number(line: str, target: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(_number(target))}(?!\d)", line) is None


def _difference(number: int, sets: Iterable[frozenset[str]]) -> str:
    said = " ".join(f"{language}:{','.join(sorted(each))}" for language, each in zip(LANGUAGES, sets, strict=True))
    return f"line {number} | {said}"


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text)


def _targets(citation: Citation) -> set[str]:
    """The targets, with the letter of a part where one is cited."""
    return {target if target.endswith(")") else f"{target}{citation.part or ''}" for target in citation.targets}
