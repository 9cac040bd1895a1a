"""The rules that no single graph can break, as queries on the whole store."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.check.breach import Breach, Severity
from ontology.errors import UnknownTermError
from ontology.iri import REGISTRY_GRAPH
from ontology.shapes import rules

if TYPE_CHECKING:
    from graph.storing import GraphStore

__all__ = ["StoreRule", "breaches_between_graphs", "rule_in_words", "store_rules"]

_FOLDER = Path(__file__).parent / "rules"
_SUFFIX = ".rq"
_SEVERITY = "# severity: "


@dataclass(frozen=True, slots=True)
class StoreRule:
    """A rule between the graphs of a store.

    Attributes:
        name: Its name.
        message: The rule in plain words by language code, English and Chinese.
        severity: How bad it is to break it.
        text: A select with the variables graph and node, and where it says more, path and value.
    """

    name: str
    message: Mapping[str, str]
    severity: Severity
    text: str


@cache
def store_rules() -> tuple[StoreRule, ...]:
    """List the rules between graphs, sorted by name.

    Returns:
        The rules that the tool brings.

    Example:
        >>> next(rule.message["en"] for rule in store_rules() if rule.name == "file-is-in-one-graph")
        'A source file is in one graph only.'
    """
    return tuple(_read(path) for path in sorted(_FOLDER.glob(f"*{_SUFFIX}")))


def _read(path: Path) -> StoreRule:
    text = path.read_text(encoding="utf-8")
    english, chinese, severity = (line.removeprefix("# ") for line in text.splitlines()[:3])
    named = Severity(severity.removeprefix(_SEVERITY.removeprefix("# ")))
    return StoreRule(path.stem, {"en": english, "zh": chinese}, named, text)


def breaches_between_graphs(store: "GraphStore") -> Iterator[Breach]:
    """Check the rules between graphs.

    Args:
        store: The store.

    Yields:
        Where they are broken.
    """
    known = {REGISTRY_GRAPH, *store.graphs()}
    for rule in store_rules():
        found = store.query(rule.text)
        for row in found.rows:
            at = dict(zip(found.variables, row, strict=True))
            graph, node, path = at["graph"], at["node"], at.get("path")
            if graph is not None and node is not None and graph.value in known:
                written = None if path is None else path.written
                yield Breach(graph.value, rule.name, node, written, at.get("value"), rule.severity, focus=node)


@cache
def rule_in_words(name: str, language: str) -> str:
    """Say a rule in plain words, one of the shapes or one between graphs.

    Args:
        name: Its name.
        language: ``en`` or ``zh``.

    Raises:
        UnknownTermError: There is no such rule, or it is not said in that language.

    Example:
        >>> rule_in_words("Finding-kind", "en")
        'A finding has one kind, of the closed list.'
    """
    messages = {rule.name: rule.message for rule in rules()} | {rule.name: rule.message for rule in store_rules()}
    if language not in messages.get(name, {}):
        raise UnknownTermError(f"{name}@{language}", "the rules of the graph")
    return messages[name][language]
