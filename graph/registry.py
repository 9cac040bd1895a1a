"""The registries of actors and instruments, and the vocabulary itself, as a named graph of the store."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph.provenance import made_by
from ontology import terms as rg
from ontology.actors import Entity, actors
from ontology.instruments import Instrument, instruments
from ontology.iri import BASE, REGISTRY_GRAPH, actor_iri, document_iri, instrument_iri, scheme_iri, software_iri
from ontology.statement import Statement
from ontology.statement_forms import dated, plain
from ontology.vocabulary import (
    DCTERMS_DATE,
    FOAF_PAGE,
    PROV_BUNDLE,
    PROV_SOFTWARE_AGENT,
    RDF_TYPE,
    SKOS_ALT_LABEL,
    SKOS_IN_SCHEME,
    SKOS_PREF_LABEL,
    vocabulary_graph,
)

__all__ = ["registry_statements"]

_ACTORS, _INSTRUMENTS = BASE + "registry/actors", BASE + "registry/instruments"
_ACTOR_TYPE, _INSTRUMENT_KIND = "actor-type", "instrument-kind"


def registry_statements(version: str) -> Iterator[Statement]:
    """State what the registries know of each actor and each instrument, and the vocabulary.

    The vocabulary is there so that a query can ask by the terms that ours are narrower than: ``rdfs:subPropertyOf``.

    Args:
        version: Version of the extractor and its data, kept with the graph.

    Yields:
        The statements of ``REGISTRY_GRAPH``; they have no evidence, for no document says them.

    Example:
        >>> any(s.object == "联合国开发计划署" for s in registry_statements("1"))
        True
    """
    yield Statement(REGISTRY_GRAPH, RDF_TYPE, PROV_BUNDLE)
    yield from made_by(REGISTRY_GRAPH, version)
    yield Statement(software_iri(version), RDF_TYPE, PROV_SOFTWARE_AGENT)
    yield from _vocabulary()
    for entity in actors().values():
        yield from _actor(entity)
    for instrument in instruments().values():
        yield from _instrument(instrument)


@cache
def _vocabulary() -> tuple[Statement, ...]:
    """The triples of the vocabulary, which has no blank nodes."""
    from rdflib import Literal

    found = []
    for subject, predicate, value in sorted(vocabulary_graph()):
        is_literal = isinstance(value, Literal)
        language = value.language if isinstance(value, Literal) else None
        found.append(Statement(str(subject), str(predicate), str(value), language=language, is_literal=is_literal))
    return tuple(found)


@cache
def _modelled(predicate: str) -> Mapping[str, str]:
    """Tell how the types of a closed list are modelled in other vocabularies: concept to class or property."""
    return {said.subject: said.object for said in _vocabulary() if said.predicate == predicate}


def _actor(entity: Entity) -> Iterator[Statement]:
    subject, kind = actor_iri(entity.id), scheme_iri(_ACTOR_TYPE, entity.type)
    yield Statement(subject, RDF_TYPE, rg.CLASS_ACTOR)
    yield from _modelled_as(subject, kind)
    yield Statement(subject, SKOS_IN_SCHEME, _ACTORS)
    yield plain(subject, rg.ACTOR_TYPE, entity.type)
    yield from _names(subject, entity)
    if entity.parent:
        yield Statement(subject, rg.PARENT, actor_iri(entity.parent))
        if kind in _modelled(rg.PARENT_MODELLED_AS):
            yield Statement(subject, _modelled(rg.PARENT_MODELLED_AS)[kind], actor_iri(entity.parent))
    if entity.founded_by:
        yield Statement(subject, rg.FOUNDED_BY, document_iri(entity.founded_by))
    if entity.page:
        yield Statement(subject, FOAF_PAGE, entity.page)
    for predicate, value in (
        (rg.ISO3, entity.iso3),
        (rg.M49, entity.m49),
        (rg.VALID_FROM, entity.valid_from),
        (rg.VALID_TO, entity.valid_to),
    ):
        if value:
            yield plain(subject, predicate, value)


def _modelled_as(subject: str, kind: str) -> Iterator[Statement]:
    """State the class of another vocabulary that things of a type have."""
    if kind in _modelled(rg.MODELLED_AS):
        yield Statement(subject, RDF_TYPE, _modelled(rg.MODELLED_AS)[kind])


def _instrument(instrument: Instrument) -> Iterator[Statement]:
    subject = instrument_iri(instrument.id)
    yield Statement(subject, RDF_TYPE, rg.CLASS_INSTRUMENT)
    yield from _modelled_as(subject, scheme_iri(_INSTRUMENT_KIND, instrument.kind))
    yield Statement(subject, SKOS_IN_SCHEME, _INSTRUMENTS)
    yield plain(subject, rg.INSTRUMENT_KIND, instrument.kind)
    yield from _names(subject, instrument)
    for symbol in instrument.symbols:
        yield Statement(subject, rg.TEXT_IN, document_iri(symbol))
    if instrument.adopted_by:
        yield Statement(subject, rg.ADOPTED_BY, actor_iri(instrument.adopted_by))
    if instrument.part:
        yield plain(subject, rg.PART, instrument.part)
    if instrument.date:
        yield dated(subject, DCTERMS_DATE, instrument.date)


def _names(subject: str, named: Entity | Instrument) -> Iterator[Statement]:
    for language, names in sorted(named.names.items()):
        yield from _labels(subject, SKOS_PREF_LABEL, names[:1], language)
        yield from _labels(subject, SKOS_ALT_LABEL, (*names[1:], *named.short.get(language, ())), language)


def _labels(subject: str, predicate: str, names: Iterable[str], language: str) -> Iterator[Statement]:
    for name in names:
        yield Statement(subject, predicate, name, language=language, is_literal=True)
