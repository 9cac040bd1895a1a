"""Keys of nodes read as symbols, and the order in which people look for them."""

from functools import lru_cache

from ontology.errors import SymbolError
from ontology.symbol import Symbol, parse

__all__ = ["key_order", "symbol_of"]


@lru_cache(maxsize=65536)
def symbol_of(key: str) -> Symbol | None:
    """Read a key as a symbol.

    Args:
        key: Key of a node.

    Returns:
        The symbol, or None for an actor, an instrument and a document without a symbol.

    Example:
        >>> symbol_of("A/RES/76/270").session
        76
        >>> symbol_of("actor:undp") is None
        True
    """
    if key.startswith(("actor:", "instrument:", "unidentified/")):
        return None
    try:
        return parse(key)
    except SymbolError:
        return None


@lru_cache(maxsize=65536)
def key_order(key: str) -> tuple[int, tuple[object, ...], str]:
    """Give what keys are sorted by: symbols first, their numbers as numbers, then all other keys by their letters.

    Args:
        key: Key of a node.

    Returns:
        A value that sorts.

    Example:
        >>> sorted(["A/RES/76/270", "actor:undp", "A/RES/76/27", "A/RES/31/1"], key=key_order)
        ['A/RES/31/1', 'A/RES/76/27', 'A/RES/76/270', 'actor:undp']
    """
    symbol = symbol_of(key)
    return (1, (), key) if symbol is None else (0, symbol.sort_key, key)
