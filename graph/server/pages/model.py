"""A page for people as values, before it is written as HTML, and the words of the pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.nodes import actor_name, document_node, instrument_node
from graph.outline import Cell, Fact, Section
from graph.properties import Properties, Queryable
from graph.server.pages.address import page_path
from graph.server.pages.facts import described, unlisted_names
from graph.wording import Words, words
from ontology.actors import actors
from ontology.errors import UnknownTermError
from ontology.iri import actor_iri, document_key, instrument_id

__all__ = ["Page", "Refs", "actor_cell", "fact", "page_words", "read_actors", "read_refs"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page about one thing.

    Addresses in it that name no scheme are paths below the root of the server.

    Attributes:
        language: Language of its own words.
        iri: IRI of what it is about; None for a page about no one thing.
        path: Its own path.
        kind: What kind of thing it is about, in the words of the page.
        heading: Symbol or name.
        title: The title of the document, or another name; None where there is none.
        lead: What there is to know first, in a sentence.
        ways: Links to what can be done with the thing.
        sections: What is known of it.
    """

    language: str
    iri: str | None
    path: str
    kind: str
    heading: str
    title: Cell | None
    lead: str
    ways: tuple[Cell, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Refs:
    """What is known of the documents and instruments that a page points to.

    Attributes:
        speak: Words of the page.
        nodes: Attributes by IRI, as nodes of the graph have them.
    """

    speak: Words
    nodes: Mapping[str, Mapping[str, Any]]

    def cell(self, iri: str) -> Cell:
        """Name a thing, with the path of its page."""
        node = self.nodes.get(iri)
        label = str(node["label"]) if node else iri
        tag = str(node["language"]) if node and node["kind"] == "instrument" else None
        return Cell(label, tag, page_path(iri))

    def title(self, iri: str) -> Cell | None:
        """Give the title of a document."""
        node = self.nodes.get(iri)
        if node is None or node["kind"] != "document" or not node["title"] or node["title"] == node["label"]:
            return None
        return Cell(str(node["title"]), node["language"])

    def note(self, iri: str) -> str:
        """Say type, date or session of a document, and whether the collection lacks it."""
        node = self.nodes.get(iri)
        if node is None or node["kind"] != "document":
            return str(node["date"] or "") if node else ""
        kind = self.speak.known(f"type.{node['type']}", str(node["type"] or ""))
        when = node["date"] or (self.speak("session", number=node["session"]) if node["session"] else "")
        missing = "" if node["held"] else self.speak("not-held")
        return " · ".join(part for part in (kind, when, missing) if part)


@cache
def page_words(language: str) -> Words:
    """Load the words of the pages, which hold those of the reports.

    Example:
        >>> page_words("en")("way.lineage"), page_words("zh")("not-held")
        ('Lineage report', '本集合未收录')
    """
    return Words(language, {**words(language).texts, **words(language, "pages").texts})


def read_refs(store: Queryable, iris: Iterable[str], language: str) -> Refs:
    """Read what is known of documents and instruments.

    Args:
        store: The store.
        iris: Their IRIs.
        language: Language in which titles and names are preferred.

    Returns:
        What is known; of an instrument that no registry holds its id.
    """
    wanted = sorted(set(iris))
    documents = described(store, [iri for iri in wanted if _is_document(iri)])
    nodes: dict[str, Mapping[str, Any]] = {
        iri: document_node(document_key(iri), [known], language) for iri, known in documents.items()
    }
    nodes |= {iri: _instrument(iri, language) for iri in wanted if iri not in nodes}
    return Refs(page_words(language), nodes)


def actor_cell(entity: str, language: str) -> Cell:
    """Name an actor of the registry, with the path of its page.

    Example:
        >>> actor_cell("undp", "en")
        Cell(text='United Nations Development Programme', language=None, address='actor/undp')
    """
    return Cell(actor_name(entity, language), None, page_path(actor_iri(entity)))


def read_actors(store: Queryable, entities: Iterable[str], language: str) -> Mapping[str, Cell]:
    """Name actors, those that no registry holds as documents name them.

    Args:
        store: The store.
        entities: Their ids.
        language: Language in which names are preferred.

    Returns:
        The names by id, with the paths of the pages.
    """
    ids = set(entities)
    names = unlisted_names(store, (actor_iri(entity) for entity in ids if entity not in actors()))
    cells = {entity: actor_cell(entity, language) for entity in ids}
    return {
        entity: replace(cell, text=names.get(actor_iri(entity), (cell.text, ""))[0]) for entity, cell in cells.items()
    }


def fact(name: str, *values: Cell | str | None) -> tuple[Fact, ...]:
    """Make a fact of what is known; none where nothing is.

    Example:
        >>> fact("Date", None), fact("Date", "2022-06-21")[0].values[0].text
        ((), '2022-06-21')
    """
    cells = tuple(value if isinstance(value, Cell) else Cell(value) for value in values if value)
    return (Fact(name, cells),) if cells else ()


def _is_document(iri: str) -> bool:
    return (page_path(iri) or "").startswith("doc/")


def _instrument(iri: str, language: str) -> Mapping[str, Any]:
    try:
        return instrument_node(iri, language)[1]
    except UnknownTermError:
        return {**document_node(instrument_id(iri), [Properties({})], language), "kind": "instrument", "language": None}
