"""The lineage of a document as a page, and the interactive picture around a document, an instrument or an actor."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from graph.lineage import Lineage
from graph.lineage import lineage as trace
from graph.neighbourhood import neighbourhood
from graph.network import MultiDiGraph
from graph.outline import Cell, Group, Section, Table
from graph.parts import descent, surroundings
from graph.projection import project
from graph.report import render
from graph.report_content import content
from graph.server.pages.address import request_path
from graph.server.pages.model import Page, page_words
from graph.store import Store
from graph.ties import Identity
from graph.view import view
from ontology.errors import UnknownTermError

__all__ = ["REPORTS", "lineage_page", "lineage_report", "picture"]

REPORTS: Mapping[str, tuple[str, str]] = {
    "report": ("html", "text/html; charset=utf-8"),
    "markdown": ("markdown", "text/markdown; charset=utf-8"),
    "json": ("json", "application/json"),
}
"""The forms in which a lineage is saved, each with the format of the report and the media type."""

_ACTOR = "actor:"
_MOST_NODES = 1500


def lineage_page(store: Store, key: str, language: str, depth: int = 1) -> Page:
    """Make the page of the lineage of a document: the report, its documents leading to their pages.

    Args:
        store: The store.
        key: Key of the document.
        language: Language of the page.
        depth: Steps to follow.

    Returns:
        The page.

    Raises:
        UnknownDocumentError: No document of the store has the key.
    """
    speak, found = page_words(language), _trace(store, key, language, depth)
    report, path = content(found, language), request_path(key)
    own = path.replace("doc/", "lineage/", 1)
    saved = tuple(Cell(speak(f"way.{name}"), None, f"{own}?format={name}&depth={depth}") for name in REPORTS)
    ways = (Cell(speak("way.page"), None, path), Cell(speak("way.view"), None, path.replace("doc/", "view/", 1)))
    pages = {address: request_path(each.key) for each in _documents(found) for _, address in each.links}
    identity, *rest = report.sections
    title = Cell(found.identity.title, found.identity.language) if found.identity.title else None
    return Page(
        language=language,
        iri=None,
        path=own,
        kind=speak("way.lineage"),
        heading=report.title,
        title=title,
        lead=report.answer,
        ways=(*ways, *saved),
        sections=(identity, *(_leading(section, pages) for section in rest)),
    )


def lineage_report(store: Store, key: str, language: str, depth: int, name: str) -> tuple[str, bytes]:
    """Write the lineage of a document as a file to be kept.

    Args:
        store: The store.
        key: Key of the document.
        language: Language of the report.
        depth: Steps to follow.
        name: One of ``REPORTS``.

    Returns:
        Media type and bytes.

    Raises:
        UnknownDocumentError: No document of the store has the key.
    """
    form, media_type = REPORTS[name]
    return media_type, render(_trace(store, key, language, depth), form, language).encode()


def picture(store: Store, key: str, language: str, depth: int = 1, *, actors: bool = False) -> bytes:
    """Draw what stands around a document, an instrument or an actor.

    Args:
        store: The store.
        key: Key of a node of the graph; that of an actor begins with ``actor:``.
        language: Language of the page.
        depth: Steps around it.
        actors: Whether to draw bodies and States too.

    Returns:
        The page, whole in one file.

    Raises:
        UnknownTermError: The graph has no such node.
        SymbolError: The key is none.
    """
    if key.startswith(_ACTOR):
        graph = neighbourhood(_whole(store, language), key, 1)
    else:
        part = surroundings(store, key, depth, actors=actors)
        graph = neighbourhood(project(store, language=language, actors=actors, part=part), part.key, depth)
        key = part.key
    if key not in graph:
        raise UnknownTermError(key, "the graph")
    return view(graph, language=language, focus=key, max_nodes=_MOST_NODES).encode()


@lru_cache(maxsize=2)
def _whole(store: Store, language: str) -> MultiDiGraph:
    """Project a store once a language: what a server serves does not change while it is open."""
    return project(store, language=language)


def _trace(store: Store, key: str, language: str, depth: int) -> Lineage:
    part = descent(store, key, depth)
    return trace(project(store, language=language, part=part), part.key, depth=depth)


def _documents(found: Lineage) -> tuple[Identity, ...]:
    return (found.identity, *found.documents)


def _leading(section: Section, pages: Mapping[str, str]) -> Section:
    """Let the names of documents lead to their pages here."""

    def local(cell: Cell) -> Cell:
        return replace(cell, address=pages.get(cell.address or "", cell.address))

    def part(found: Table | Group) -> Table | Group:
        if isinstance(found, Table):
            return replace(found, rows=tuple(tuple(map(local, row)) for row in found.rows))
        return replace(found, entries=tuple(replace(each, label=local(each.label)) for each in found.entries))

    facts = tuple(replace(fact, values=tuple(map(local, fact.values))) for fact in section.facts)
    return replace(section, facts=facts, parts=tuple(map(part, section.parts)))
