"""The page of a graph, and of any other thing of which the store states something: its statements as a table."""

from urllib.parse import urlencode

from graph.outline import Cell, Section, Table
from graph.quads import iri as written
from graph.result import Term, TermKind
from graph.server.pages.address import Kind, Thing, page_path, request_path
from graph.server.pages.model import Page, page_words
from graph.store import Store
from graph.tables import shorten

__all__ = ["thing_page"]

_MOST = 200
_SKOS_LABELS = ("http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label")
_LABELS = "SELECT ?text WHERE {{ VALUES ?by {{ {labels} }} {node} ?by ?text }} ORDER BY ?text"
_OUT = "SELECT DISTINCT ?by ?end WHERE {{ {node} ?by ?end }} ORDER BY ?by ?end LIMIT {most}"
_IN = "SELECT DISTINCT ?end ?by WHERE {{ ?end ?by {node} }} ORDER BY ?by ?end LIMIT {most}"
_GRAPH = "SELECT ?by (COUNT(*) AS ?count) WHERE {{ GRAPH {node} {{ ?s ?by ?o }} }} GROUP BY ?by ORDER BY ?by"
_IN_GRAPH = "SELECT ?s ?p ?o WHERE {{ GRAPH {node} {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o LIMIT 100"


def thing_page(store: Store, thing: Thing, language: str) -> Page:
    """Make the page of a graph or of another thing.

    Args:
        store: The store.
        thing: The thing.
        language: Language of the page.

    Returns:
        The page: of a graph how many statements it holds by property, of another thing its statements and what
        points to it.
    """
    speak, node = page_words(language), written(thing.iri)
    is_graph = thing.kind is Kind.GRAPH
    labels = [row[0] for row in store.query(_LABELS.format(labels=" ".join(map(written, _SKOS_LABELS)), node=node))]
    label = next((term for term in labels if term and term.language == language), labels[0] if labels else None)
    if is_graph:
        rows = [(_cell(by), _cell(count)) for by, count in store.query(_GRAPH.format(node=node))]
        tables: tuple[Table, ...] = (
            Table(speak("table.graph"), (speak("table.property"), speak("table.count")), tuple(rows)),
        )
        query = _IN_GRAPH.format(node=node)
    else:
        tables, query = _tables(store, thing, language), f"DESCRIBE {node}"
    document = [Cell(thing.key, None, request_path(thing.key))] if is_graph and thing.language else []
    return Page(
        language=language,
        iri=thing.iri,
        path=page_path(thing.iri) or "",
        kind=speak("graph" if is_graph else "thing"),
        heading=label.value if label else (page_path(thing.iri) or thing.iri),
        title=None,
        lead=speak("graph.lead" if is_graph else "thing.lead"),
        ways=(*document, Cell(speak("way.query"), None, "?" + urlencode({"query": query}))),
        sections=(Section("statements", speak("section.statements"), parts=tables),),
    )


def _tables(store: Store, thing: Thing, language: str) -> tuple[Table, ...]:
    speak, node = page_words(language), written(thing.iri)
    out = [tuple(map(_cell, row)) for row in store.query(_OUT.format(node=node, most=_MOST))]
    back = [tuple(map(_cell, row)) for row in store.query(_IN.format(node=node, most=_MOST))]
    found = (
        Table(speak("table.out"), (speak("table.property"), speak("table.value")), tuple(out)),
        Table(speak("table.in"), (speak("table.subject"), speak("table.property")), tuple(back)),
    )
    return tuple(table for table in found if table.rows)


def _cell(term: Term | None) -> Cell:
    if term is None:
        return Cell("")
    if term.kind is TermKind.IRI:
        return Cell(shorten(term.value), None, page_path(term.value))
    return Cell(term.value, term.language)
