"""What the nodes of the graph are called: one key for all symbols of a document, and the IRIs behind a key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.lookup import find_named
from graph.properties import Queryable
from ontology.iri import (
    BASE,
    actor_id,
    actor_iri,
    document_iri,
    document_key,
    instrument_id,
    instrument_iri,
)
from ontology.symbol_order import key_order

__all__ = ["Names", "find_stored", "is_document", "read_names", "read_symbols"]

_DOCUMENTS, _INSTRUMENTS = BASE + "doc/", BASE + "instrument/"
_JOINT = "SELECT DISTINCT ?document ?other WHERE { ?document rg:jointWith ?other }"
_DOUBLE = """
SELECT DISTINCT ?citation ?cited WHERE {
  { SELECT ?citation WHERE { ?citation rg:citedDocument ?any } GROUP BY ?citation HAVING (COUNT(*) > 1) }
  ?citation rg:citedDocument ?cited
}
"""
_SYMBOLS = "SELECT DISTINCT ?symbol WHERE { ?document rg:symbol ?symbol }"


@dataclass(frozen=True, slots=True)
class Names:
    """The keys of nodes and their IRIs.

    Attributes:
        aliases: The other symbols of a document, each with the key of the document.
        others: The keys of documents of several symbols, each with the symbols that are not its key.
    """

    aliases: Mapping[str, str]
    others: Mapping[str, tuple[str, ...]]

    def key(self, iri: str) -> str:
        """Give the key of a node.

        Example:
            >>> names = Names({"S/2010/490": "A/65/382"}, {"A/65/382": ("S/2010/490",)})
            >>> names.key("https://w3id.org/resograph/doc/S/2010/490")
            'A/65/382'
            >>> names.key("https://w3id.org/resograph/actor/undp")
            'actor:undp'
        """
        if iri.startswith(_DOCUMENTS):
            key = document_key(iri)
            return self.aliases.get(key, key)
        return f"instrument:{instrument_id(iri)}" if iri.startswith(_INSTRUMENTS) else f"actor:{actor_id(iri)}"

    def iris(self, keys: Iterable[str]) -> list[str]:
        """List the IRIs behind some keys, sorted.

        Example:
            >>> Names({"S/2010/490": "A/65/382"}, {"A/65/382": ("S/2010/490",)}).iris(["A/65/382"])
            ['https://w3id.org/resograph/doc/A/65/382', 'https://w3id.org/resograph/doc/S/2010/490']
        """
        return sorted(iri for key in keys for iri in self._iris(key))

    def _iris(self, key: str) -> tuple[str, ...]:
        kind, _, name = key.partition(":")
        if kind == "instrument":
            return (instrument_iri(name),)
        if kind == "actor":
            return (actor_iri(name),)
        return tuple(map(document_iri, (key, *self.others.get(key, ()))))


def is_document(iri: str) -> bool:
    """Tell the IRI of a document from those of its parts and of everything else.

    Example:
        >>> is_document("https://w3id.org/resograph/doc/A/79/837")
        True
    """
    return iri.startswith(_DOCUMENTS) and "#" not in iri


def read_names(store: Queryable) -> Names:
    """Find the documents of several symbols.

    A held document owns its symbols before one only cited; of a double symbol that is only cited the first in the
    order of symbols is the key. A citation has several targets only where it prints a double symbol.

    Args:
        store: The store.

    Returns:
        The names.
    """
    owners: dict[str, str] = {}
    for held, names in _grouped(store.rows(_JOINT)).items():
        _own(owners, document_key(held), names)
    doubles = {tuple(sorted(names)) for names in _grouped(store.rows(_DOUBLE)).values()}
    for double in sorted(doubles):
        first = min(double, key=lambda name: (name not in owners, key_order(name)))
        _own(owners, owners.get(first, first), set(double))
    aliases = {name: key for name, key in owners.items() if name != key}
    others = {key: tuple(sorted(name for name in aliases if aliases[name] == key)) for key in set(aliases.values())}
    return Names(aliases, others)


def read_symbols(store: Queryable, names: Names) -> dict[str, str]:
    """List every symbol of a store.

    Args:
        store: The store.
        names: The names of its documents.

    Returns:
        The symbols, each with the key of its document.
    """
    return {symbol: names.aliases.get(symbol, symbol) for (symbol,) in store.rows(_SYMBOLS)}


def find_stored(store: Queryable, text: str, symbols: Mapping[str, str]) -> str:
    """Find the document or instrument of a store that a text names, as ``find_document`` does in its graph.

    Args:
        store: The store.
        text: A symbol, number, phrase or link as people write it, or a key of the graph.
        symbols: Every symbol of the store with the key of its document.

    Returns:
        The key of the node.

    Raises:
        SymbolError: The text is no symbol.
        UnknownDocumentError: No document of the store has the symbol.
    """
    if symbols.get(text) == text:
        return text
    if text.startswith("unidentified/") and _any(store, f"<{document_iri(text)}> rg:held ?node"):
        return text
    kind, _, name = text.partition(":")
    if kind == "instrument" and _any(store, f"?node rg:cites <{instrument_iri(name)}>"):
        return text
    return find_named(text, symbols)


def _any(store: Queryable, pattern: str) -> bool:
    return next(iter(store.rows(f"SELECT ?node WHERE {{ {pattern} }} LIMIT 1")), None) is not None


def _grouped(rows: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    """Gather the keys of the documents in the second column by the first, which is in order then."""
    found: dict[str, set[str]] = {}
    for node, document in sorted(rows):
        found.setdefault(node, set()).add(document_key(document))
    return found


def _own(owners: dict[str, str], key: str, names: set[str]) -> None:
    """Give names to a document, unless it or they are already another's."""
    if len(names | {key}) > 1 and owners.get(key, key) == key:
        owners[key] = key
        for name in sorted(names):
            owners.setdefault(name, key)
