"""The acts of a collection as series are found from them: body, number, titles, agenda items, and what each recalls."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Act:
    """A resolution of the collection.

    Attributes:
        iri: Its IRI.
        place: Where it stands.
        graphs: IRIs of its graphs, sorted.
        titles: Its titles as they are compared.
        items: Its agenda items as printed.
        recitals: What it recalls and reaffirms, texts of named instruments left out.
    """

    iri: str
    place: Place
    graphs: tuple[str, ...]
    titles: frozenset[str]
    items: frozenset[str]
    recitals: tuple[Recital, ...]

    @property
    def order(self) -> tuple[Place, str]:
        """What acts are sorted by."""
        return self.place, self.iri


def read_acts(store: Queryable) -> Mapping[str, Act]:
    """Read the resolutions that a store holds; those whose symbol tells no session and year are left out.

    Args:
        store: The store.

    Returns:
        The acts by IRI, sorted by place.
    """
    graphs, titles, items = (_gathered(store.rows(query)) for query in (_RESOLUTIONS, _TITLES, _ITEMS))
    recitals = _recitals(store)
    acts = [
        Act(
            iri,
            place,
            tuple(sorted(found)),
            frozenset(filter(None, map(_compared, titles.get(iri, ())))),
            frozenset(items.get(iri, ())),
            tuple(recitals.get(iri, ())),
        )
        for iri, found in graphs.items()
        if (place := place_of(iri)) is not None
    ]
    return {act.iri: act for act in sorted(acts, key=lambda act: act.order)}


def _gathered(rows: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    """Gather what rows say of the same thing."""
    found: dict[str, set[str]] = {}
    for iri, value in rows:
        found.setdefault(iri, set()).add(value)
    return found


def _recitals(store: Queryable) -> dict[str, list[Recital]]:
    """Read what each resolution recalls, in the order of the IRIs."""
    texts = {document for (document,) in store.rows(_INSTRUMENTS)}
    found: dict[str, list[Recital]] = {}
    for iri, paragraph, target, evidence in sorted(store.rows(_RECALLS)):
        if target not in texts and target != iri:
            version = evidence.partition("#")[2].partition("-")[0]
            found.setdefault(iri, []).append(Recital(f"{version} {paragraph}", target, evidence))
    return found


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
