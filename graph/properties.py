"""Nodes of a store with their properties, read with one set query a kind of node."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ontology.iri import VOCABULARY

__all__ = ["Properties", "Queryable", "hyphenated", "local_name", "read_nodes", "read_values"]

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DCTERMS = "http://purl.org/dc/terms/"
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Queryable(Protocol):
    """What answers a SELECT query over all its graphs with rows of terms: the store."""

    def query(self, text: str) -> Any:
        """Answer a query."""


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of one node.

    Attributes:
        values: By local name of the property, the pairs of value and language tag, sorted: RDF keeps no order,
            and the same store must always give the same values.
    """

    values: Mapping[str, tuple[tuple[str, str | None], ...]]

    def all(self, name: str) -> tuple[str, ...]:
        """Give every value of a property.

        Example:
            >>> Properties({"symbol": (("A/65/382", None), ("S/2010/490", None))}).all("symbol")
            ('A/65/382', 'S/2010/490')
        """
        return tuple(value for value, _ in self.values.get(name, ()))

    def one(self, name: str) -> str | None:
        """Give the first value of a property, None where it has none.

        Example:
            >>> Properties({}).one("title") is None
            True
        """
        found = self.values.get(name)
        return found[0][0] if found else None

    def text(self, name: str, language: str) -> tuple[str | None, str | None]:
        """Give the value in a language, or else the first, with the tag that it carries.

        Example:
            >>> Properties({"title": (("Title", "en"), ("标题", "zh"))}).text("title", "zh")
            ('标题', 'zh')
        """
        found = self.values.get(name, ())
        return next((pair for pair in found if pair[1] == language), found[0] if found else (None, None))


def read_nodes(store: Queryable, kind: str) -> dict[str, Properties]:
    """Read every node of a class with all its properties.

    Args:
        store: The store.
        kind: Name of a class of the vocabulary.

    Returns:
        The properties by IRI of the node, in the order of the IRIs.
    """
    return _gather(store.query(f"SELECT ?s ?p ?o WHERE {{ ?s a <{VOCABULARY}{kind}> . ?s ?p ?o }}"))


def read_values(store: Queryable, names: tuple[str, ...]) -> dict[str, Properties]:
    """Read some properties of every node that has one of them.

    Args:
        store: The store.
        names: Names of properties: ``type``, those of Dublin Core with the prefix ``dcterms:``, else the vocabulary's.

    Returns:
        The properties by IRI of the node, in the order of the IRIs.
    """
    wanted = " ".join(f"<{_expanded(name)}>" for name in names)
    return _gather(store.query(f"SELECT ?s ?p ?o WHERE {{ VALUES ?p {{ {wanted} }} ?s ?p ?o }}"))


def hyphenated(name: str) -> str:
    """Write the local name of a term the way records and reports do.

    Example:
        >>> hyphenated("pursuantTo"), hyphenated("DraftResolution")
        ('pursuant-to', 'draft-resolution')
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
    if name == "type":
        return _RDF_TYPE
    if name.startswith("dcterms:"):
        return _DCTERMS + name.removeprefix("dcterms:")
    return VOCABULARY + name


def _gather(rows: Any) -> dict[str, Properties]:
    names: dict[str, str] = {}
    nodes: dict[str, dict[str, set[tuple[str, str | None]]]] = {}
    for subject, predicate, value in rows:
        name = names.get(predicate.value)
        if name is None:
            name = names[predicate.value] = local_name(predicate.value)
        pair = (value.value, getattr(value, "language", None))
        nodes.setdefault(subject.value, {}).setdefault(name, set()).add(pair)
    return {iri: Properties({name: _sorted(pairs) for name, pairs in nodes[iri].items()}) for iri in sorted(nodes)}


def _sorted(pairs: set[tuple[str, str | None]]) -> tuple[tuple[str, str | None], ...]:
    return tuple(pairs) if len(pairs) == 1 else tuple(sorted(pairs, key=lambda pair: (pair[0], pair[1] or "")))
