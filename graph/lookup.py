"""How people find a document in a graph: the node that a text names."""

from collections.abc import Mapping
from difflib import get_close_matches

from graph.network import MultiDiGraph
from ontology.errors import UnknownTermError
from ontology.symbol_input import understand
from ontology.symbol_order import key_order

__all__ = ["UnknownDocumentError", "find_document", "find_named"]


class UnknownDocumentError(UnknownTermError):
    """No document of the graph has the symbol.

    Attributes:
        near: Keys of documents of the graph whose symbols look like it, the likest first.
    """

    def __init__(self, term: str, near: tuple[str, ...]) -> None:
        """Say what was looked for and what is near it."""
        super().__init__(term, "this store")
        self.near = near
        text = f"{term} is not in this store"
        self.args = (f"{text}; near it: {', '.join(near)}" if near else text,)


def find_document(graph: MultiDiGraph, text: str) -> str:
    """Find the document or instrument that a text names.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        text: A symbol, number, phrase or link as people write it, either half of a double symbol, or a key of the
            graph.

    Returns:
        The key of the node.

    Raises:
        SymbolError: The text is no symbol.
        UnknownDocumentError: No document of the graph has the symbol.

    Example:
        >>> graph = MultiDiGraph()
        >>> graph.add_node("A/65/382", kind="document", symbols=("A/65/382", "S/2010/490"))
        >>> find_document(graph, "s/2010/490"), find_document(graph, "https://undocs.org/zh/A/65/382")
        ('A/65/382', 'A/65/382')
    """
    if text in graph and graph.nodes[text]["kind"] != "actor":
        return text
    return find_named(text, _names(graph))


def find_named(text: str, names: Mapping[str, str]) -> str:
    """Find the document whose symbol a text gives.

    Args:
        text: A symbol, number, phrase or link as people write it.
        names: The symbols that there are, each with the key of its document.

    Returns:
        The key of the document.

    Raises:
        SymbolError: The text is no symbol.
        UnknownDocumentError: No document has the symbol.

    Example:
        >>> find_named("s/2010/490", {"A/65/382": "A/65/382", "S/2010/490": "A/65/382"})
        'A/65/382'
        >>> find_named("79/837", {"A/79/837": "A/79/837"})
        'A/79/837'
    """
    understood = understand(text)
    meant = [str(symbol) for symbol in (understood.symbols[0], *understood.alternatives)]
    # What was typed in short may mean several documents; the first that is there is meant.
    found = next((names[symbol] for symbol in meant if symbol in names), None)
    if found is None:
        near = get_close_matches(meant[0], sorted(names, key=key_order), n=3, cutoff=0.8)
        raise UnknownDocumentError(meant[0], tuple(dict.fromkeys(names[name] for name in near)))
    return found


def _names(graph: MultiDiGraph) -> dict[str, str]:
    documents = [(key, data["symbols"]) for key, data in graph.nodes(data=True) if data["kind"] == "document"]
    return {symbol: key for key, symbols in documents for symbol in symbols}
