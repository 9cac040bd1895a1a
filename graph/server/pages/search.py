"""Finding what a person means: the thing behind an address that is not quite right, and the hits of a search."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

from graph.lookup import UnknownDocumentError
from graph.names import find_stored, read_names, read_symbols
from graph.nodes import actor_name
from graph.outline import Cell, Entry, Group, Section
from graph.quads import literal
from graph.server.pages.address import Kind, Thing, page_path, request_path
from graph.server.pages.facts import is_known, sources
from graph.server.pages.model import Page, actor_cell, page_words, read_refs
from graph.store import Store
from ontology.actors import actors
from ontology.errors import SymbolError
from ontology.instruments import instruments
from ontology.iri import actor_iri, document_iri, instrument_iri
from ontology.registry import LANGUAGES
from ontology.symbol_input import understand
from ontology.symbol_links import link
from ontology.symbol_order import key_order, symbol_of

__all__ = ["is_there", "meant", "missing_page", "near", "search_page", "straight"]

_MOST = 30
_TITLES = """
SELECT DISTINCT ?document WHERE {{
  ?document dcterms:title ?title .
  FILTER (CONTAINS(LCASE(?title), LCASE({text})))
}}
ORDER BY ?document
LIMIT {most}"""


def is_there(store: Store, thing: Thing) -> bool:
    """Tell whether a store knows a thing exactly as its address names it."""
    if thing.kind is Kind.GRAPH:
        rows = store.rows(f"SELECT ?s WHERE {{ GRAPH <{thing.iri}> {{ ?s ?p ?o }} }} LIMIT 1")
        return next(iter(rows), None) is not None
    if thing.kind is Kind.DOCUMENT and thing.language is not None:
        return any(source.language == thing.language for source in sources(store, (thing.iri,)))
    if thing.kind is Kind.ACTOR and thing.key in actors():
        return True
    if thing.kind is Kind.INSTRUMENT and thing.key in instruments():
        return True
    return is_known(store, thing.iri)


def meant(store: Store, thing: Thing) -> str | None:
    """Find the page of what an address means that names nothing to the letter.

    Args:
        store: The store.
        thing: What the address names.

    Returns:
        The path of the page of a document, actor or instrument; None where it means none that the store knows.
    """
    if thing.kind is Kind.DOCUMENT:
        try:
            key = find_stored(store, thing.key, _symbols(store))
        except (SymbolError, UnknownDocumentError):
            return None
        found = Thing(Kind.DOCUMENT, document_iri(key), key, thing.language)
        path = request_path(key) + (f"/{thing.language}" if thing.language else "")
        return path if found != thing and is_there(store, found) else None
    if thing.kind is Kind.ACTOR:
        return _one(actor_iri(entity) for entity in _actor_names().get(thing.key.casefold(), ()))
    if thing.kind is Kind.INSTRUMENT:
        return _one(instrument_iri(name) for name in _instrument_names().get(thing.key.casefold(), ()))
    return None


def near(store: Store, text: str) -> tuple[str, ...]:
    """List the keys of documents whose symbols look like a text, or hold it where it is no symbol itself."""
    try:
        found = find_stored(store, text, _symbols(store))
    except UnknownDocumentError as error:
        return error.near
    except SymbolError:
        return _with_part(store, text.strip())
    return (found,)


def _with_part(store: Store, text: str) -> tuple[str, ...]:
    """List the keys of documents whose symbols have a text among their parts, as 242 stands in S/RES/242(1967)."""
    if not text:
        return ()
    part = re.compile(rf"(?<![^\W_]){re.escape(text)}(?![^\W_])", re.IGNORECASE)
    keys = {key for symbol, key in _symbols(store).items() if part.search(symbol)}
    return tuple(sorted(keys, key=key_order)[:_MOST])


def straight(store: Store, text: str) -> str | None:
    """Find the page to which a search leads without choice: a document by symbol, an actor or instrument by name.

    Args:
        store: The store.
        text: As a person typed it.

    Returns:
        The path of the page, or None.
    """
    kinds = (Kind.DOCUMENT, Kind.ACTOR, Kind.INSTRUMENT)
    wanted = [Thing(kind, "", text.strip()) for kind in kinds]
    return next((path for thing in wanted if (path := meant(store, thing))), None)


def search_page(store: Store, text: str, language: str) -> Page:
    """Make the page of a search that leads to no single thing.

    Args:
        store: The store.
        text: As a person typed it.
        language: Language of the page.

    Returns:
        The page: documents by symbol and title, actors and instruments by name.
    """
    speak, asked = page_words(language), text.strip()
    titles = _TITLES.format(text=literal(asked), most=_MOST)
    keys = (*(document_iri(key) for key in near(store, asked)), *(iri for (iri,) in store.rows(titles) if asked))
    documents = tuple(dict.fromkeys(keys))
    refs = read_refs(store, documents, language)
    groups = {
        "documents": [Entry(refs.cell(iri), refs.title(iri), refs.note(iri), ()) for iri in documents],
        "actors": [_actor(entity, language) for entity in _holding(_actor_names(), asked)],
        "instruments": [_instrument(name, language) for name in _holding(_instrument_names(), asked)],
    }
    sections = tuple(
        Section(name, speak(f"search.{name}"), parts=(Group(None, tuple(entries)),))
        for name, entries in groups.items()
        if entries
    )
    count = sum(map(len, groups.values()))
    return Page(
        language=language,
        iri=None,
        path="search",
        kind=speak("search.kind"),
        heading=speak("search.heading", text=asked),
        title=None,
        lead=speak.counted("search.lead", count) if count else speak("search.empty"),
        ways=(),
        sections=sections,
    )


def missing_page(store: Store, thing: Thing | None, path: str, language: str) -> Page:
    """Make the page that says that nothing is known under an address, and what may have been meant.

    Args:
        store: The store.
        thing: What the address names; None where it can name nothing.
        path: The path asked for.
        language: Language of the page.

    Returns:
        The page.
    """
    speak = page_words(language)
    name = thing.key if thing is not None else path
    found: dict[str, list[Cell]] = {"missing.near": [], "missing.versions": [], "missing.official": []}
    if thing is not None and thing.kind is Kind.DOCUMENT:
        held = sources(store, (thing.iri,))
        found["missing.versions"] = [
            Cell(speak(f"language.{each.language}"), each.language, f"{request_path(each.key)}/{each.language}")
            for each in held
        ]
        found["missing.near"] = [Cell(key, None, request_path(key)) for key in near(store, thing.key)]
        found["missing.official"] = list(_official(thing.key, language))
    sections = tuple(
        Section(heading.replace(".", "-"), speak(heading), parts=(Group(None, tuple(map(_bare, cells))),))
        for heading, cells in found.items()
        if cells
    )
    return Page(
        language=language,
        iri=None,
        path=page_path(thing.iri) or "" if thing else "",
        kind=speak("missing.kind"),
        heading=speak("missing.heading", name=name),
        title=None,
        lead=speak("missing.lead"),
        ways=(),
        sections=sections,
    )


def _bare(cell: Cell) -> Entry:
    return Entry(cell, None, "", ())


def _official(text: str, language: str) -> Iterator[Cell]:
    try:
        address = link(understand(text).symbols[0], language)
    except SymbolError:
        return
    yield Cell(address, None, address)


def _actor(entity: str, language: str) -> Entry:
    kind = actors()[entity].type
    return Entry(actor_cell(entity, language), None, page_words(language).known(f"actor.{kind}", kind), ())


def _instrument(name: str, language: str) -> Entry:
    entry = instruments()[name]
    label = instruments().name(name, language) or instruments().name(name, "en") or name
    kind = page_words(language).known(f"instrument.{entry.kind}", entry.kind)
    return Entry(Cell(label, None, page_path(instrument_iri(name))), None, kind, ())


def _holding(names: Mapping[str, tuple[str, ...]], text: str) -> tuple[str, ...]:
    """List the ids of which a name holds a text, those with the shortest names first."""
    wanted = text.casefold()
    if not wanted or symbol_of(text) is not None:
        return ()
    hits = sorted((len(name), name) for name in names if wanted in name)
    found = dict.fromkeys(entity for _, name in hits for entity in names[name])
    return tuple(islice(found, _MOST))


def _one(iris: Iterator[str]) -> str | None:
    found = list(iris)
    return page_path(found[0]) if len(found) == 1 else None


@lru_cache(maxsize=1)
def _symbols(store: Store) -> Mapping[str, str]:
    """Read every symbol of a store once: what a server serves does not change while it is open."""
    return read_symbols(store, read_names(store))


@cache
def _actor_names() -> Mapping[str, tuple[str, ...]]:
    """Gather the ids of actors by name in any language, without regard to case."""
    found: dict[str, dict[str, None]] = {}
    for tag in LANGUAGES:
        for surface in actors().surfaces(tag):
            found.setdefault(surface.text.casefold(), {})[surface.entity] = None
    for entity in actors():
        found.setdefault(entity.casefold(), {})[entity] = None
        found.setdefault(actor_name(entity, "zh").casefold(), {})[entity] = None
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


@cache
def _instrument_names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for tag in LANGUAGES:
        for surface in instruments().surfaces(tag):
            found.setdefault(surface.text.casefold(), {})[surface.entity] = None
    for name in instruments():
        found.setdefault(name.casefold(), {})[name] = None
    return {name: tuple(sorted(ids)) for name, ids in found.items()}
