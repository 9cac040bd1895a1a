"""The part of a store that stands around a document: what its lineage looks at, or what is drawn around it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from graph.names import Names, find_stored, read_names, read_symbols
from graph.nodes import plain_title
from graph.properties import Queryable, in_steps, values

__all__ = ["Part", "Span", "descent", "surroundings"]

_CITES = ("cites",)
_TIES = ("cites", "links", "answers", "comesFrom", "recommendedIn", "versionOf")
_ACTORS = ("mentions", "asks", "sponsor")
_TITLES = "SELECT ?document ?title WHERE { ?document dcterms:title ?title }"
_BODIES = """
SELECT DISTINCT ?actor WHERE {{
  {values}
  {{ ?document rg:body ?actor }} UNION {{ ?act rg:inDocument ?document ; rg:dueBody ?actor }}
  FILTER EXISTS {{ ?any rg:mentions|rg:asks|rg:sponsor ?actor }}
}}
"""

Span = tuple[frozenset[str], frozenset[str]]
"""Keys of documents, and keys of what they cite: all edges from the ones to the others."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a projection is to read.

    Attributes:
        key: Key of the document in the middle, of which everything is read.
        keys: Keys of all nodes.
        spans: Between which of them edges are read.
        names: The names of the documents of the whole store.
    """

    key: str
    keys: frozenset[str]
    spans: tuple[Span, ...]
    names: Names

    def holds(self, citing: str, cited: str) -> bool:
        """Tell whether an edge belongs to the part."""
        return any(citing in citing_side and cited in cited_side for citing_side, cited_side in self.spans)


def descent(store: Queryable, text: str, depth: int = 1) -> Part:
    """Find what the lineage of a document looks at.

    That is what it cites and what cites it, step by step; what it answers or comes from and what answers or comes
    from it; the documents whose symbols are its own with suffixes more or less; those of the same title; and the
    actors that it names.

    Args:
        store: The store.
        text: A symbol as people write it, or a key.
        depth: Steps to follow citations.

    Returns:
        The part, for ``project``.

    Raises:
        SymbolError: The text is no symbol.
        UnknownDocumentError: No document of the store has the symbol.
    """
    links, symbols, key = _start(store, text)
    citing, cited = links.follow(key, depth, links.cited), links.follow(key, depth, links.citing)
    series = frozenset(links.of_same_title(key))
    tied = links.cited({key}, _TIES) | links.citing({key}, _TIES)
    keys = frozenset({key, *chain(*citing, *cited), *series, *tied, *_versions(symbols, key), *links.actors(key)})
    spans = ((frozenset(chain(*citing[:-1])), keys), (keys, frozenset(chain(*cited[:-1]))), (series, series))
    return Part(key, keys, spans, links.names)


def surroundings(store: Queryable, text: str, depth: int = 1, *, actors: bool = False) -> Part:
    """Find what ``neighbourhood`` cuts out of the whole graph.

    Args:
        store: The store.
        text: A symbol as people write it, or a key.
        depth: Steps, in and out.
        actors: Whether to reach actors too; they are not gone through.

    Returns:
        The part, for ``project``.

    Raises:
        SymbolError: The text is no symbol.
        UnknownDocumentError: No document of the store has the symbol.
    """
    links, _, key = _start(store, text)
    reached = layer = {key}
    for _ in range(depth):
        found = links.citing(layer, _TIES) | links.cited(layer, (*_TIES, *(_ACTORS if actors else ())))
        layer = {other for other in found - reached if not other.startswith("actor:")}
        reached = reached | found
    keys = frozenset(reached)
    return Part(key, keys, ((keys, keys),), links.names)


@dataclass(frozen=True, slots=True)
class _Links:
    """The plain edges of a store, from key to key."""

    store: Queryable
    names: Names

    def cited(self, keys: Iterable[str], predicates: Iterable[str]) -> set[str]:
        """Find what some nodes point to."""
        return self._ends(keys, predicates, "?key ?by ?end")

    def citing(self, keys: Iterable[str], predicates: Iterable[str]) -> set[str]:
        """Find what points to some nodes."""
        return self._ends(keys, predicates, "?end ?by ?key")

    def follow(self, key: str, depth: int, step: Callable[[Iterable[str], Iterable[str]], set[str]]) -> list[set[str]]:
        """Follow citations one way, layer by layer; each document is in the first layer that reaches it."""
        layers, reached = [{key}], {key}
        for _ in range(depth):
            layers.append(step(layers[-1], _CITES) - reached)
            reached |= layers[-1]
        return layers

    def of_same_title(self, key: str) -> set[str]:
        """Find the documents that share a title, in whatever language, with a document."""
        titles: dict[str, set[str]] = {}
        for iri, title in self.store.rows(_TITLES):
            titles.setdefault(plain_title(title), set()).add(self.names.key(iri))
        return {other for same in titles.values() if key in same for other in same}

    def actors(self, key: str) -> set[str]:
        """Find the actors that a document names, and its body and those to which reports are due if any names them."""
        found = self.cited({key}, _ACTORS)
        query = _BODIES.format(values=values("document", self.names.iris([key])))
        return found | {self.names.key(actor) for (actor,) in self.store.rows(query)}

    def _ends(self, keys: Iterable[str], predicates: Iterable[str], pattern: str) -> set[str]:
        by = "|".join(f"rg:{name}" for name in predicates)
        edge = pattern.replace("?by", f"({by})")
        queries = (
            f"SELECT DISTINCT ?end WHERE {{ {values('key', iris)} {edge} }}" for iris in in_steps(self.names.iris(keys))
        )
        return {self.names.key(end) for query in queries for (end,) in self.store.rows(query)}


def _start(store: Queryable, text: str) -> tuple[_Links, dict[str, str], str]:
    names = read_names(store)
    symbols = read_symbols(store, names)
    return _Links(store, names), symbols, find_stored(store, text, symbols)


def _versions(symbols: dict[str, str], key: str) -> set[str]:
    own = [symbol for symbol in symbols if symbols[symbol] == key]
    return {
        other
        for symbol, other in symbols.items()
        if any(symbol.startswith(f"{name}/") or name.startswith(f"{symbol}/") for name in own)
    }
