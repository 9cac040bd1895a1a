"""Nodes of a store with their properties, read with one query a property for all nodes, or with one for some."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ontology.iri import VOCABULARY
from ontology.vocabulary import PREFIXES

__all__ = [
    "Columns",
    "Properties",
    "Queryable",
    "hyphenated",
    "in_steps",
    "local_name",
    "read_columns",
    "read_members",
    "values",
]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NONE: Mapping[str, tuple[str, ...]] = {}
_STEP = 2000


class Queryable(Protocol):
    """What answers a SELECT query over all its graphs with rows of bare texts: the store."""

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Answer a query; an unbound value is the empty string."""
        ...


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of one node.

    Attributes:
        values: By local name of the property its values, sorted: RDF keeps no order, and the same store must always
            give the same values. The languages of ``title`` stand in the same order under ``title@``.
    """

    values: Mapping[str, tuple[str, ...]]

    def all(self, name: str) -> tuple[str, ...]:
        """Give every value of a property.

        Example:
            >>> Properties({"symbol": ("A/65/382", "S/2010/490")}).all("symbol")
            ('A/65/382', 'S/2010/490')
        """
        return self.values.get(name, ())

    def one(self, name: str) -> str | None:
        """Give the first value of a property, None where it has none.

        Example:
            >>> Properties({}).one("title") is None
            True
        """
        found = self.values.get(name)
        return found[0] if found else None

    def text(self, name: str, language: str | None = None) -> tuple[str | None, str | None]:
        """Give the value in a language, or else the first, with the language that it carries.

        Example:
            >>> Properties({"title": ("Title", "标题"), "title@": ("en", "zh")}).text("title", "zh")
            ('标题', 'zh')
        """
        found = list(zip(self.all(name), self.all(f"{name}@"), strict=True))
        value, tag = next((pair for pair in found if pair[1] == language), found[0] if found else ("", ""))
        return value or None, tag or None


@dataclass(frozen=True, slots=True)
class Columns:
    """Properties of many nodes, a column for each: what one scan of the store gives.

    Attributes:
        values: By local name of the property, and by IRI of the node, its values.
        nodes: The same by IRI of the node, and by local name of the property.
    """

    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    nodes: Mapping[str, Mapping[str, tuple[str, ...]]]

    def node(self, iri: str) -> Properties:
        """Gather the properties of a node."""
        return Properties(self.nodes.get(iri, _NONE))

    def members(self, *names: str) -> list[str]:
        """List the IRIs of the nodes that have one of some properties, sorted."""
        return sorted({iri for name in names for iri in self.values.get(name, _NONE)})


def read_columns(
    store: Queryable, names: Iterable[str], texts: Iterable[str] = (), *, nodes: Sequence[str] | None = None
) -> Columns:
    """Read some properties of every node, or of some nodes.

    Args:
        store: The store.
        names: Names of properties: those of Dublin Core with the prefix ``dcterms:``, else the vocabulary's.
        texts: Names of properties of which the language is wanted too.
        nodes: IRIs of the nodes; None for all of the store.

    Returns:
        The columns, named without prefix.
    """
    plain, worded = tuple(names), tuple(texts)
    if nodes is None:
        found = {name: list(store.rows(_column(name, name in worded))) for name in (*plain, *worded)}
    else:
        found = _scattered(store, (*plain, *worded), nodes)
    columns: dict[str, dict[str, tuple[str, ...]]] = {}
    for name in plain:
        columns[name.rpartition(":")[2]] = _grouped(found[name], 1)
    for name in worded:
        ordered = sorted(set(found[name]))
        columns[name.rpartition(":")[2]] = _grouped(ordered, 1)
        columns[f"{name.rpartition(':')[2]}@"] = _grouped(ordered, 2, distinct=False)
    by_node: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, column in columns.items():
        for node, content in column.items():
            by_node.setdefault(node, {})[name] = content
    return Columns(columns, by_node)


def _column(name: str, worded: bool) -> str:
    variables = "?s ?o (LANG(?o) AS ?l)" if worded else "?s ?o"
    return f"SELECT {variables} WHERE {{ ?s <{_expanded(name)}> ?o }}"


def _scattered(store: Queryable, names: Iterable[str], nodes: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """Read all that is stated of some nodes, which is one place of the store for each, and keep what is wanted.

    The inner select comes first and once: a cited document is described in the graph of each document that cites it.
    """
    wanted = {_expanded(name): name for name in names}
    found: dict[str, list[tuple[str, ...]]] = {name: [] for name in wanted.values()}
    for step in in_steps(nodes):
        query = f"""
SELECT ?s ?p ?o (LANG(?o) AS ?l) WHERE {{
  {{ SELECT DISTINCT ?s ?p ?o WHERE {{ {values("s", step)} ?s ?p ?o }} }}
  {values("p", wanted)}
}}"""
        for node, predicate, value, language in store.rows(query):
            found[wanted[predicate]].append((node, value, language))
    return found


def values(variable: str, iris: Iterable[str]) -> str:
    """Write the clause of a query that binds a variable to one IRI after another.

    Example:
        >>> values("s", ["http://x/a", "http://x/b"])
        'VALUES ?s { <http://x/a> <http://x/b> }'
    """
    return f"VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in iris)} }}"


def in_steps(iris: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut a list of IRIs into pieces that a query can name.

    Example:
        >>> list(in_steps(["http://x/a", "http://x/b"]))
        [['http://x/a', 'http://x/b']]
    """
    for start in range(0, len(iris), _STEP):
        yield iris[start : start + _STEP]


def read_members(store: Queryable, kind: str) -> list[str]:
    """List the IRIs of the nodes of a class, sorted.

    Args:
        store: The store.
        kind: Name of a class of the vocabulary.

    Returns:
        The IRIs.
    """
    return sorted({iri for (iri,) in store.rows(f"SELECT ?s WHERE {{ ?s a <{VOCABULARY}{kind}> }}")})


def hyphenated(name: str) -> str:
    """Write the local name of a term the way records and reports do.

    Example:
        >>> hyphenated("pursuantTo")
        'pursuant-to'
    """
    return _HUMP.sub("-", name).lower()


def local_name(iri: str) -> str:
    """Give what stands after the last ``#`` or ``/``.

    Example:
        >>> local_name("http://purl.org/dc/terms/title")
        'title'
    """
    return re.split(r"[#/]", iri)[-1]


def _expanded(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return (PREFIXES[prefix] if prefix else VOCABULARY) + local


def _grouped(rows: Iterable[tuple[str, ...]], place: int, *, distinct: bool = True) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        subject, value = row[0], row[place]
        known = found.get(subject)
        if known is None:
            found[subject] = (value,)
        elif not distinct:
            found[subject] = (*known, value)
        elif value not in known:
            found[subject] = tuple(sorted((*known, value)))
    return found
