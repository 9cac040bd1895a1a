"""The acts of a collection as series are found from them: body, number, titles, agenda items, and what each recalls."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from graph.properties import Queryable
from ontology.iri import document_key
from ontology.symbol_order import symbol_of

__all__ = ["Act", "Place", "Recital", "place_of", "read_acts"]

_RESOLUTIONS = """
SELECT ?act ?graph WHERE { GRAPH ?graph { ?act rg:held true ; a rg:Resolution } }
"""
_TITLES = "SELECT DISTINCT ?act ?title WHERE { ?act rg:held true ; a rg:Resolution ; dcterms:title ?title }"
_ITEMS = "SELECT DISTINCT ?act ?item WHERE { ?act rg:held true ; a rg:Resolution ; rg:agendaItem ?item }"
_RECALLS = """
SELECT ?act ?paragraph ?target ?evidence WHERE {
  VALUES ?function { rg:recalls rg:reaffirms }
  ?citation rg:function ?function ; rg:citingDocument ?act ; rg:citedDocument ?target ; rg:kind "resolution" ;
    rg:paragraph ?paragraph ; rg:evidence ?evidence .
}
"""
_INSTRUMENTS = "SELECT DISTINCT ?document WHERE { ?instrument rg:textIn ?document }"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a resolution stands among those of its body.

    Attributes:
        body: Entity id of the body.
        term: Session, or the year where the body counts by years.
        number: Number within it; of a body that numbers throughout, the number.
    """

    body: str
    term: int
    number: int


@dataclass(frozen=True, slots=True)
class Recital:
    """A resolution that another recalls.

    Attributes:
        paragraph: Label of the paragraph, with the graph in which it stands.
        target: IRI of the resolution recalled.
        evidence: IRI of the words.
    """

    paragraph: str
    target: str
    evidence: str


@dataclass(slots=True)
class Act:
    """A resolution of the collection.

    Attributes:
        iri: Its IRI.
        place: Where it stands.
        graphs: IRIs of its graphs.
        titles: Its titles as they are compared.
        items: Its agenda items as printed.
        recitals: What it recalls and reaffirms, texts of named instruments left out.
    """

    iri: str
    place: Place
    graphs: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    recitals: list[Recital] = field(default_factory=list)


def read_acts(store: Queryable) -> Mapping[str, Act]:
    """Read the resolutions that a store holds; those whose symbol tells no session and year are left out.

    Args:
        store: The store.

    Returns:
        The acts by IRI, sorted by place.
    """
    acts: dict[str, Act] = {}
    for iri, graph in sorted(store.rows(_RESOLUTIONS)):
        place = place_of(iri)
        if place is not None:
            acts.setdefault(iri, Act(iri, place)).graphs.append(graph)
    for iri, title in store.rows(_TITLES):
        if iri in acts and (compared := _compared(title)):
            acts[iri].titles.add(compared)
    for iri, item in store.rows(_ITEMS):
        if iri in acts:
            acts[iri].items.add(item)
    texts = {document for (document,) in store.rows(_INSTRUMENTS)}
    for iri, paragraph, target, evidence in sorted(store.rows(_RECALLS)):
        if iri in acts and target not in texts and target != iri:
            version = evidence.partition("#")[2].partition("-")[0]
            acts[iri].recitals.append(Recital(f"{version} {paragraph}", target, evidence))
    return dict(sorted(acts.items(), key=lambda item: (item[1].place, item[0])))


def place_of(document: str) -> Place | None:
    """Tell where a resolution stands, from its symbol.

    Example:
        >>> place_of("https://w3id.org/resograph/doc/A/RES/71/160")
        Place(body='ga', term=71, number=160)
        >>> place_of("https://w3id.org/resograph/doc/S/RES/2419(2018)").term
        2018
    """
    symbol = symbol_of(document_key(document))
    if symbol is None or symbol.body is None or symbol.document_type != "resolution":
        return None
    term = symbol.session if symbol.session is not None else symbol.year
    if not isinstance(term, int) or symbol.number is None:
        return None
    return Place(symbol.body, term, symbol.number)


def _compared(title: str) -> str:
    """Write a title as titles are compared: width, case and blanks do not matter."""
    return "".join(normalize("NFKC", title).casefold().split())
