"""The registries of actors and instruments as a named graph of the store."""

from collections.abc import Iterable, Iterator

from ontology import terms as rg
from ontology.actors import Entity, actors
from ontology.instruments import Instrument, instruments
from ontology.iri import REGISTRY_GRAPH, actor_iri, document_iri, instrument_iri
from ontology.statement import Statement
from ontology.vocabulary import DCTERMS_DATE, RDF_TYPE, SKOS_ALT_LABEL, SKOS_PREF_LABEL

__all__ = ["registry_statements"]


def registry_statements(version: str) -> Iterator[Statement]:
    """State what the registries know of each actor and each instrument.

    Args:
        version: Version of the extractor and its data, kept with the graph.

    Yields:
        The statements of ``REGISTRY_GRAPH``; they have no evidence, for no document says them.

    Example:
        >>> any(s.object == "联合国开发计划署" for s in registry_statements("1"))
        True
    """
    yield _text(REGISTRY_GRAPH, rg.EXTRACTOR_VERSION, version)
    for entity in actors().values():
        yield from _actor(entity)
    for instrument in instruments().values():
        yield from _instrument(instrument)


def _actor(entity: Entity) -> Iterator[Statement]:
    subject = actor_iri(entity.id)
    yield Statement(subject, RDF_TYPE, rg.CLASS_ACTOR)
    yield _text(subject, rg.ACTOR_TYPE, entity.type)
    yield from _names(subject, entity)
    if entity.parent:
        yield Statement(subject, rg.PARENT, actor_iri(entity.parent))
    if entity.founded_by:
        yield Statement(subject, rg.FOUNDED_BY, document_iri(entity.founded_by))
    for predicate, value in (
        (rg.ISO3, entity.iso3),
        (rg.M49, entity.m49),
        (rg.VALID_FROM, entity.valid_from),
        (rg.VALID_TO, entity.valid_to),
    ):
        if value:
            yield _text(subject, predicate, value)


def _instrument(instrument: Instrument) -> Iterator[Statement]:
    subject = instrument_iri(instrument.id)
    yield Statement(subject, RDF_TYPE, rg.CLASS_INSTRUMENT)
    yield _text(subject, rg.INSTRUMENT_KIND, instrument.kind)
    yield from _names(subject, instrument)
    for symbol in instrument.symbols:
        yield Statement(subject, rg.TEXT_IN, document_iri(symbol))
    if instrument.adopted_by:
        yield Statement(subject, rg.ADOPTED_BY, actor_iri(instrument.adopted_by))
    for predicate, value in ((rg.PART, instrument.part), (DCTERMS_DATE, instrument.date)):
        if value:
            yield _text(subject, predicate, value)


def _names(subject: str, named: Entity | Instrument) -> Iterator[Statement]:
    for language, names in sorted(named.names.items()):
        yield from _labels(subject, SKOS_PREF_LABEL, names[:1], language)
        yield from _labels(subject, SKOS_ALT_LABEL, (*names[1:], *named.short.get(language, ())), language)


def _labels(subject: str, predicate: str, names: Iterable[str], language: str) -> Iterator[Statement]:
    for name in names:
        yield Statement(subject, predicate, name, language=language, is_literal=True)


def _text(subject: str, predicate: str, text: str) -> Statement:
    return Statement(subject, predicate, text, is_literal=True)
