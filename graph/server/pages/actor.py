"""The pages of an actor and of an instrument: names in all languages, and what documents say of them in which words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from urllib.parse import urlencode

from graph.nodes import actor_name
from graph.outline import Cell, Entry, Fact, Group, Section
from graph.properties import Queryable
from graph.report_entries import quote
from graph.server.pages import facts
from graph.server.pages.address import Thing, page_path
from graph.server.pages.document import MOST, act_entry, entities_of, limited
from graph.server.pages.facts import Said
from graph.server.pages.model import Page, Refs, actor_cell, fact, page_words, read_actors, read_refs
from graph.wording import Words
from ontology import terms as rg
from ontology.actors import Entity, actors
from ontology.instruments import Instrument, instruments
from ontology.iri import actor_id, document_iri
from ontology.symbol_links import LANGUAGES

__all__ = ["actor_page", "instrument_page"]

_ACTS = 50
_NAMING = 30
_QUOTES = 3


def actor_page(store: Queryable, thing: Thing, language: str) -> Page:
    """Make the page of an actor.

    Args:
        store: The store.
        thing: The actor.
        language: Language of the page.

    Returns:
        The page.
    """
    speak, entity = page_words(language), actors().get(thing.key)
    unlisted = facts.unlisted_names(store, (thing.iri,)).get(thing.iri) if entity is None else None
    naming = facts.naming(store, thing.iri)
    acts, all_acts = facts.addressed(store, thing.iri, _ACTS)
    acting = facts.acting_with(store, thing.iri)
    sponsored = facts.neighbours(store, (thing.iri,), rg.SPONSOR, backwards=True)
    shown = [iri for iri, _ in naming[:_NAMING]]
    founded = [document_iri(entity.founded_by)] if entity and entity.founded_by else []
    refs = read_refs(store, chain(shown, sponsored, founded, (document_iri(act.document) for act in acts)), language)
    names = read_actors(store, chain(entities_of(acts), (actor_id(iri) for iri, _ in acting)), language)
    kind = entity.type if entity else unlisted[1] if unlisted else ""
    sections = (
        _about(speak, entity, refs),
        _counted(speak, "named", [(refs.cell(iri), refs.note(iri), times) for iri, times in naming], _NAMING),
        _asked(speak, [act_entry(speak, act, names, refs.cell(document_iri(act.document))) for act in acts], all_acts),
        _counted(speak, "acting", [(names[actor_id(iri)], "", times) for iri, times in acting], _NAMING),
        _sponsored(speak, refs, sponsored),
        _children(speak, entity),
    )
    query = urlencode({"example": "mentions", "actor": thing.key})
    return Page(
        language=language,
        iri=thing.iri,
        path=page_path(thing.iri) or "",
        kind=speak.known(f"actor.{kind}", kind),
        heading=actor_name(thing.key, language) if entity else (unlisted[0] if unlisted else thing.key),
        title=None,
        lead=speak("actor.lead", documents=len(naming), acts=all_acts),
        ways=(
            Cell(speak("way.view"), None, (page_path(thing.iri) or "").replace("actor/", "view/actor:", 1)),
            Cell(speak("way.query"), None, f"?{query}"),
            Cell(speak("way.asks"), None, "?" + urlencode({"example": "asks", "actor": thing.key})),
        ),
        sections=tuple(section for section in sections if section is not None),
    )


def instrument_page(store: Queryable, thing: Thing, language: str) -> Page:
    """Make the page of an instrument.

    Args:
        store: The store.
        thing: The instrument.
        language: Language of the page.

    Returns:
        The page.
    """
    speak, entry = page_words(language), instruments().get(thing.key)
    carriers = [document_iri(symbol) for symbol in (entry.symbols if entry else ())]
    citing = facts.said_of(store, (thing.iri,))
    shown = list(citing)[:MOST]
    said = facts.said(store, chain.from_iterable(citing[iri] for iri in shown))
    refs = read_refs(store, (*shown, *carriers), language)
    name = (instruments().name(thing.key, language) or instruments().name(thing.key, "en")) if entry else None
    return Page(
        language=language,
        iri=thing.iri,
        path=page_path(thing.iri) or "",
        kind=speak.known(f"instrument.{entry.kind}", entry.kind) if entry else speak("instrument"),
        heading=name or thing.key,
        title=None,
        lead=speak("lead", clauses=speak.counted("answer.citing", len(citing))),
        ways=(
            Cell(speak("way.view"), None, (page_path(thing.iri) or "").replace("instrument/", "view/instrument:", 1)),
            Cell(speak("way.query"), None, "?" + urlencode({"query": _CITING.format(iri=thing.iri)})),
        ),
        sections=(_instrument(speak, entry, refs), _citing(speak, refs, citing, shown, said)),
    )


_CITING = """SELECT DISTINCT ?document ?sentence WHERE {{
  ?citation rg:citedInstrument <{iri}> ; rg:citingDocument ?document ; rg:evidence/rg:sentence ?sentence .
}}
ORDER BY ?document
LIMIT 100
"""


def _names(speak: Words, names: Mapping[str, Sequence[str]], short: Mapping[str, Sequence[str]]) -> Iterable[Fact]:
    for tag in sorted(LANGUAGES, key=lambda tag: (tag != speak.language, tag)):
        cells = [Cell(name, tag) for name in (*names.get(tag, ()), *short.get(tag, ()))]
        yield from fact(speak(f"language.{tag}"), *cells)


def _about(speak: Words, entity: Entity | None, refs: Refs) -> Section:
    if entity is None:
        return Section("identity", speak("section.identity-actor"), (speak("actor.unlisted"),))
    shown = (
        *_names(speak, entity.names, entity.short),
        *fact(speak("field.parent"), actor_cell(entity.parent, speak.language) if entity.parent else None),
        *fact(speak("field.founded-by"), refs.cell(document_iri(entity.founded_by)) if entity.founded_by else None),
        *fact(speak("field.valid-from"), entity.valid_from),
        *fact(speak("field.valid-to"), entity.valid_to),
        *fact("ISO 3166-1", entity.iso3),
        *fact("M49", entity.m49),
    )
    return Section("identity", speak("section.identity-actor"), facts=shown)


def _children(speak: Words, entity: Entity | None) -> Section | None:
    children = actors().children(entity.id) if entity else ()
    if not children:
        return None
    heading = speak("field.children")
    shown = fact(heading, *(actor_cell(child.id, speak.language) for child in children))
    return Section("children", heading, facts=shown)


def _counted(speak: Words, name: str, rows: Sequence[tuple[Cell, str, int]], most: int) -> Section | None:
    if not rows:
        return None
    entries = tuple(
        Entry(cell, None, " · ".join(part for part in (note, speak(f"{name}.times", n=times)) if part), ())
        for cell, note, times in rows[:most]
    )
    texts = limited(speak, entries, len(rows))
    return Section(name, speak(f"section.{name}"), texts, parts=(Group(None, entries),))


def _asked(speak: Words, entries: Sequence[Entry], total: int) -> Section | None:
    if not entries:
        return None
    return Section("asks", speak("section.asked"), limited(speak, entries, total), parts=(Group(None, tuple(entries)),))


def _sponsored(speak: Words, refs: Refs, drafts: Sequence[str]) -> Section | None:
    if not drafts:
        return None
    entries = tuple(Entry(refs.cell(iri), refs.title(iri), refs.note(iri), ()) for iri in drafts[:MOST])
    texts = limited(speak, entries, len(drafts))
    return Section("sponsored", speak("section.sponsored"), texts, parts=(Group(None, entries),))


def _instrument(speak: Words, entry: Instrument | None, refs: Refs) -> Section:
    if entry is None:
        return Section("identity", speak("section.identity-actor"), (speak("instrument.unlisted"),))
    shown = (
        *_names(speak, entry.names, entry.short),
        *fact(speak("field.text-in"), *(refs.cell(document_iri(symbol)) for symbol in entry.symbols)),
        *fact(speak("field.part"), entry.part),
        *fact(speak("field.adopted-by"), actor_cell(entry.adopted_by, speak.language) if entry.adopted_by else None),
        *fact(speak("field.date"), entry.date),
    )
    return Section("identity", speak("section.identity-actor"), facts=shown)


def _citing(
    speak: Words, refs: Refs, citing: Mapping[str, tuple[str, ...]], shown: Sequence[str], said: Iterable[Said]
) -> Section:
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(document_iri(each.words.document), []).append(each)
    entries = tuple(
        Entry(
            refs.cell(iri),
            refs.title(iri),
            refs.note(iri),
            tuple(quote(speak, each.words) for each in found.get(iri, ())[:_QUOTES]),
        )
        for iri in shown
    )
    texts = limited(speak, entries, len(citing)) if entries else (speak("empty.cited-by-any"),)
    return Section("cited-by", speak("section.cited-by"), texts, parts=(Group(None, entries),) if entries else ())
