"""The nodes of the graph: keys and attributes of documents, instruments and actors."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from graph.properties import Properties
from ontology.actors import actors
from ontology.instruments import instruments
from ontology.iri import actor_id, actor_iri, document_iri, instrument_id, instrument_iri
from ontology.symbol_order import key_order, symbol_of

__all__ = ["actor_name", "actor_node", "carried", "document_node", "instrument_node", "plain_title"]

Node = tuple[str, dict[str, Any]]


def document_node(
    key: str, parts: Sequence[Properties], language: str, cited_date: str | None = None
) -> dict[str, Any]:
    """Build the attributes of a document: what is read of it, then what its symbol tells.

    Args:
        key: Key of the document.
        parts: The properties of its node, and of those of its other symbols.
        language: Language in which the title is preferred.
        cited_date: The date by which others cite it, for a document that is not held.

    Returns:
        The attributes.

    Example:
        >>> node = document_node("S/RES/1540(2004)", [], "zh")
        >>> node["type"], node["body"], node["year"], node["held"]
        ('resolution', 'sc', 2004, False)
    """
    node = next((part for part in parts if part.one("held") == "true"), parts[0] if parts else Properties({}))
    held = node.one("held") == "true"
    date = node.one("date") or (None if held else cited_date)
    title, tag = node.text("title", language)
    symbols = {name for part in parts for name in part.all("symbol")} | ({key} if symbol_of(key) else set())
    return {
        "kind": "document",
        "iri": document_iri(key),
        "label": key if symbol_of(key) or title is None else title,
        "title": title,
        **_told(key, node, date),
        "date": date,
        "held": held,
        "language": tag or node.one("language"),
        "symbols": tuple(sorted(symbols, key=lambda name: (name != key, key_order(name)))),
        "agenda_items": node.all("agendaItem"),
        **_identified(node),
    }


def instrument_node(iri: str, language: str) -> Node:
    """Build key and attributes of an instrument.

    Args:
        iri: Its IRI.
        language: Language in which its name is preferred.

    Returns:
        Key and attributes.

    Raises:
        UnknownTermError: The registry has no such instrument.
    """
    return _instrument(instrument_id(iri), language)


def actor_node(iri: str, language: str) -> Node:
    """Build key and attributes of an actor.

    Args:
        iri: Its IRI.
        language: Language in which its name is preferred.

    Returns:
        Key and attributes.

    Example:
        >>> key, node = actor_node("https://w3id.org/resograph/actor/undp", "zh")
        >>> key, node["label"]
        ('actor:undp', '联合国开发计划署')
    """
    return _actor(actor_id(iri), language)


def actor_name(entity: str, language: str) -> str:
    """Name an actor.

    Args:
        entity: Entity id; one that the registry does not list carries its name after a colon.
        language: Language in which the name is preferred; English comes next.

    Returns:
        The official name, the name in the id, or the id.

    Example:
        >>> actor_name("undp", "en"), actor_name("unlisted:非洲联盟", "en")
        ('United Nations Development Programme', '非洲联盟')
    """
    if entity not in actors():
        return entity.partition(":")[2] or entity
    return actors().name(entity, language) or actors().name(entity, "en") or entity


def carried(symbol: str, language: str) -> tuple[str, ...]:
    """Name the instruments whose text a document carries.

    Args:
        symbol: Canonical symbol of the document.
        language: Language in which the names are preferred.

    Returns:
        The names, in the order of the registry.

    Example:
        >>> carried("A/RES/70/1", "zh")
        ('2030年可持续发展议程',)
    """
    found = _carriers().get(symbol, ())
    return tuple(str(_instrument(name, language)[1]["label"]) for name in found)


def plain_title(title: str | None) -> str:
    """Write a title as it is compared: without blanks and capitals.

    Example:
        >>> plain_title("The rule of  law"), plain_title(None)
        ('theruleoflaw', '')
    """
    return "".join((title or "").split()).casefold()


@cache
def _carriers() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in instruments().items():
        for symbol in entry.symbols:
            found[symbol] = (*found.get(symbol, ()), name)
    return found


@lru_cache(maxsize=4096)
def _instrument(name: str, language: str) -> Node:
    entry = instruments()[name]
    label = instruments().name(name, language) or instruments().name(name, "en") or name
    year = int(entry.date[:4]) if entry.date else None
    iri = instrument_iri(name)
    attributes = _named("instrument", iri, label, entry.kind, language)
    return f"instrument:{name}", {**attributes, "date": entry.date, "year": year, "body": entry.adopted_by}


@lru_cache(maxsize=4096)
def _actor(name: str, language: str) -> Node:
    known = name in actors()
    label = actor_name(name, language)
    return f"actor:{name}", _named("actor", actor_iri(name), label, actors()[name].type if known else None, language)


def _named(kind: str, iri: str, label: str, entry_type: str | None, language: str) -> dict[str, Any]:
    names = {"kind": kind, "iri": iri, "label": label, "title": label, "type": entry_type, "language": language}
    unknown = dict.fromkeys(("date", "year", "body", "session"))
    return {**names, **unknown, **_identified(Properties({})), "held": False, "symbols": (), "agenda_items": ()}


def _told(key: str, node: Properties, date: str | None) -> dict[str, Any]:
    """Give type, body, session and year: as stated of the document, else as its symbol tells them."""
    symbol = symbol_of(key)
    body, session = node.one("body"), node.one("session")
    return {
        "type": node.one("documentType") or (symbol.document_type if symbol else None),
        "body": actor_id(body) if body else symbol.body if symbol else None,
        "session": _session(session) if session else symbol.session if symbol else None,
        "year": int(date[:4]) if date else symbol.year if symbol else None,
    }


def _identified(node: Properties) -> dict[str, Any]:
    """Give how the symbol was found, which only documents that are held say."""
    sure = node.one("symbolConfidence")
    return {
        "symbol_source": node.one("symbolSource"),
        "symbol_confidence": float(sure) if sure else None,
        "symbol_series": node.one("symbolSeries"),
        "symbol_conflicts": node.all("symbolConflict"),
    }


def _session(text: str) -> int | str:
    return int(text) if text.isdigit() else text
