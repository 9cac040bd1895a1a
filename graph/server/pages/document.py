"""The page of a document: what it is, what it cites and asks for, and who cites it, each with the words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlencode

from graph.findings import Act, Unresolved
from graph.nodes import carried, document_node
from graph.outline import Cell, Entry, Fact, Group, Section
from graph.properties import Properties, Queryable
from graph.report_entries import paragraph, quote
from graph.server.pages import facts
from graph.server.pages.address import Thing, page_path, request_path
from graph.server.pages.facts import Said, Source
from graph.server.pages.model import Page, Refs, fact, page_words, read_actors, read_refs
from graph.wording import Words
from ontology import terms as rg
from ontology.errors import SymbolError
from ontology.iri import actor_id, document_iri, document_key
from ontology.symbol_links import LANGUAGES, link
from ontology.symbol_order import symbol_of

__all__ = ["MOST", "act_entry", "document_page", "entities_of", "limited"]

MOST = 100
"""How many entries a section shows; beyond, it says how many there are and where they all stand."""

_QUOTES = 5
_ACTOR_FIELDS = ("committee", "author", "sponsor")
_EDGES = (
    ("history.comes-from.out", rg.COMES_FROM, False),
    ("history.comes-from.in", rg.COMES_FROM, True),
    ("history.recommended-in.out", rg.RECOMMENDED_IN, False),
    ("history.recommended-in.in", rg.RECOMMENDED_IN, True),
    ("history.answers.out", rg.ANSWERS, False),
    ("history.answers.in", rg.ANSWERS, True),
    ("history.version.out", rg.VERSION_OF, False),
    ("history.version.in", rg.VERSION_OF, True),
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of the document, before it is put into words."""

    speak: Words
    thing: Thing
    iris: tuple[str, ...]
    main: str
    node: Mapping[str, object]
    properties: Properties
    sources: tuple[Source, ...]
    cites: tuple[Said, ...]
    unresolved: tuple[Said, ...]
    citing: Mapping[str, tuple[str, ...]]
    cited_by: Mapping[str, tuple[Said, ...]]
    acts: tuple[Act, ...]
    edges: tuple[tuple[str, tuple[str, ...]], ...]
    named: tuple[str, ...]
    actors: Mapping[str, Cell]
    refs: Refs

    @property
    def language(self) -> str:
        """Language of the page."""
        return self.speak.language

    @property
    def key(self) -> str:
        """Key of the document."""
        return document_key(self.main)

    @property
    def held(self) -> bool:
        """Whether it is in the collection."""
        return bool(self.node["held"])


def document_page(store: Queryable, thing: Thing, language: str) -> Page:
    """Make the page of a document, or of one of its language versions.

    Args:
        store: The store, to which the document is known.
        thing: The document; with a language, only the sentences of that version are shown of what it says.
        language: Language of the page.

    Returns:
        The page.
    """
    known = _read(store, thing, language)
    speak = known.speak
    sections = (
        _identity(known),
        _cites(known),
        _cited_by(known),
        _asks(known),
        _unresolved(known),
        _actors(known),
        _source(known),
    )
    version = speak("version", language=speak(f"language.{thing.language}")) if thing.language else ""
    kind = speak.known(f"type.{known.node['type']}", str(known.node["type"] or speak("document")))
    title = known.node["title"]
    return Page(
        language=language,
        iri=f"{known.main}/{thing.language}" if thing.language else known.main,
        path=request_path(known.key) + (f"/{thing.language}" if thing.language else ""),
        kind=" · ".join(part for part in (kind, version) if part),
        heading="-".join(_symbols(known)) or str(known.node["label"]),
        title=Cell(str(title), str(known.node["language"] or "") or None) if title else None,
        lead=_lead(known),
        ways=_ways(known),
        sections=tuple(section for section in sections if section is not None),
    )


def limited(speak: Words, entries: Sequence[Entry], total: int) -> tuple[str, ...]:
    """Say that not all entries are shown; nothing where they are."""
    return (speak("cut", shown=len(entries), all=total),) if total > len(entries) else ()


def act_entry(speak: Words, act: Act, names: Mapping[str, Cell], label: Cell | None = None) -> Entry:
    """Make an entry of an act: who is asked, how, by when.

    Args:
        speak: Words of the page.
        act: The act.
        names: The actors by id.
        label: What stands first; the addressees where it is None.

    Returns:
        The entry, with the words that prove it.
    """
    asked = speak.listed([names[entity].text for entity in act.addressees], limit=8)
    due = ""
    if act.due:
        due = speak("act.due-date" if "-" in act.due else "act.due", due=act.due)
    to = names[act.due_body].text if act.due_body and act.due else ""
    report = speak("act.report") if act.report else ""
    first = label or Cell(asked or speak("act.nobody"))
    others = asked if label else ""
    note = " · ".join(part for part in (paragraph(speak, act), act.verb, others, report, due, to) if part)
    return Entry(first, None, note, (quote(speak, act),))


def entities_of(acts: Iterable[Act]) -> Iterable[str]:
    """List the ids of the actors that acts speak of."""
    for act in acts:
        yield from (*act.addressees, *((act.due_body,) if act.due_body else ()))


def _read(store: Queryable, thing: Thing, language: str) -> _Known:
    iris = facts.aliases(store, thing.iri)
    own = facts.described(store, iris)
    main = next((iri for iri in iris if own[iri].one("held") == "true"), thing.iri)
    speak = page_words(language)
    sources = facts.sources(store, iris)
    tongue = thing.language or _tongue((source.language for source in sources), language)
    said = [each for each in facts.said(store, facts.said_by(store, iris)) if each.kind not in ("self", "url")]
    spoken = [each for each in said if each.words.language == tongue]
    citing = {} if thing.language else facts.said_of(store, iris)
    shown = list(citing)[:MOST]
    cited_by = _by_document(facts.said(store, chain.from_iterable(citing[iri] for iri in shown)), language)
    edges = tuple((name, facts.neighbours(store, iris, by, backwards=back)) for name, by, back in _EDGES)
    pointed = (target for each in spoken for target in each.targets)
    refs = read_refs(store, chain(pointed, shown, *(ends for _, ends in edges)), language)
    acts = tuple(act for act in facts.acts(store, iris) if act.language == tongue and (act.addressees or act.report))
    node = document_node(document_key(main), [own[iri] for iri in iris], language)
    named = tuple(map(actor_id, facts.neighbours(store, iris, rg.MENTIONS)))
    stated = (actor_id(iri) for name in _ACTOR_FIELDS for iri in own[main].all(name))
    body = (str(node["body"]),) if node["body"] else ()
    return _Known(
        speak=speak,
        thing=thing,
        iris=iris,
        main=main,
        node=node,
        properties=own[main],
        sources=sources,
        cites=tuple(each for each in spoken if each.targets),
        unresolved=tuple(each for each in spoken if not each.targets),
        citing=citing,
        cited_by=cited_by,
        acts=acts,
        edges=edges,
        named=named,
        actors=read_actors(store, chain(entities_of(acts), named, stated, body), language),
        refs=refs,
    )


def _tongue(held: Iterable[str], language: str) -> str:
    """Choose the version whose sentences are shown: that of the page's language, else the first."""
    languages = tuple(held)
    return language if language in languages or not languages else languages[0]


def _by_document(said: Iterable[Said], language: str) -> dict[str, tuple[Said, ...]]:
    """Gather citations by the document in which they stand, each in one of its languages."""
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(document_iri(each.words.document), []).append(each)
    return {
        iri: tuple(each for each in group if each.words.language == _tongue(_languages(group), language))
        for iri, group in found.items()
    }


def _languages(said: Iterable[Said]) -> Iterable[str]:
    return dict.fromkeys(each.words.language or "" for each in said)


def _symbols(known: _Known) -> tuple[str, ...]:
    own = (known.key, *(document_key(iri) for iri in known.iris if iri != known.main))
    return tuple(key for key in own if symbol_of(key) is not None)


def _lead(known: _Known) -> str:
    speak = known.speak
    counts = [speak("answer.text-not-held")]
    if known.held:
        counts = [speak.counted("answer.cited", len({target for each in known.cites for target in each.targets}))]
    if known.thing.language is None:
        counts.append(speak.counted("answer.citing", len(known.citing)))
    return speak("lead", clauses=speak("semicolon").join(counts))


def _ways(known: _Known) -> tuple[Cell, ...]:
    speak, key = known.speak, known.key
    prepared = "cited" if known.held else "citing"
    ways = (
        Cell(speak("way.lineage"), None, request_path(key).replace("doc/", "lineage/", 1)),
        Cell(speak("way.view"), None, request_path(key).replace("doc/", "view/", 1)),
        Cell(speak("way.query"), None, "?" + urlencode({"example": prepared, "document": key})),
    )
    return (*ways, *_official(known)[:1])


def _official(known: _Known) -> tuple[Cell, ...]:
    """Link to the document at the United Nations, the language of the page first."""
    symbol = symbol_of(known.key)
    order = sorted(LANGUAGES, key=lambda tag: (tag != known.language, tag))
    try:
        pairs = [(tag, link(symbol, tag)) for tag in order] if symbol else []
    except SymbolError:
        pairs = []
    speak = known.speak
    names = [speak("way.official"), *(speak(f"language.{tag}") for tag, _ in pairs[1:])]
    return tuple(Cell(name, None, address) for name, (_, address) in zip(names, pairs, strict=False))


def _identity(known: _Known) -> Section:
    speak, node, own = known.speak, known.node, known.properties
    titles = [Cell(text, tag or None) for text, tag in zip(own.all("title"), own.all("title@"), strict=True)]
    body, session = node["body"], node["session"]
    symbols = _symbols(known)
    actors = {name: [known.actors[actor_id(iri)] for iri in own.all(name)] for name in _ACTOR_FIELDS}
    versions = [Cell(speak(f"language.{each.language}"), each.language, _version(each)) for each in known.sources]
    shown = (
        *fact(speak("field.symbols" if len(symbols) > 1 else "field.symbol"), *symbols),
        *fact(speak("field.symbol-source"), *_found(known)),
        *fact(speak("field.title"), *(titles if len(titles) > 1 else ())),
        *fact(speak("field.body"), known.actors[str(body)] if body else None),
        *fact(speak("field.committee"), *actors["committee"]),
        *fact(speak("field.author"), *actors["author"]),
        *fact(speak("field.sponsors"), *actors["sponsor"]),
        *fact(speak("field.session"), str(session) if session is not None else None),
        *fact(speak("field.agenda-items"), *own.all("agendaItem")),
        *fact(speak("field.date"), str(node["date"]) if node["date"] else None),
        *fact(speak("field.issued"), own.one("issued")),
        *fact(speak("field.carries"), *carried(known.key, speak.language)),
        *fact(speak("field.versions"), *versions, None if versions else speak("not-held")),
        *chain.from_iterable(fact(speak(name), *map(known.refs.cell, ends)) for name, ends in known.edges),
    )
    return Section("identity", speak("section.identity"), facts=shown)


def _version(source: Source) -> str:
    return f"{request_path(source.key)}/{source.language}"


def _found(known: _Known) -> Iterable[str]:
    """Say how the symbol was found where the document does not print it, or where something speaks against it."""
    own, speak = known.properties, known.speak
    if (origin := own.one("symbolSource")) and origin not in ("text", "header"):
        yield speak.known(f"symbol.{origin}", origin)
    if series := own.one("symbolSeries"):
        yield speak("symbol.series-text", series=series)
    if conflicts := own.all("symbolConflict"):
        yield speak("symbol.conflict", list=speak.listed(conflicts))


def _cites(known: _Known) -> Section:
    speak = known.speak
    groups: dict[tuple[str, ...], list[Said]] = {}
    for each in sorted(known.cites, key=lambda each: each.words.start):
        groups.setdefault(each.targets, []).append(each)
    entries = tuple(_entry(known, targets, said) for targets, said in list(groups.items())[:MOST])
    empty = "empty.cites" if known.held else "empty.text-not-held"
    texts = limited(speak, entries, len(groups)) if entries else (speak(empty),)
    return Section("cites", speak("section.cites"), texts, parts=(Group(None, entries),) if entries else ())


def _cited_by(known: _Known) -> Section | None:
    if known.thing.language is not None:
        return None
    speak = known.speak
    shown = list(known.citing)[:MOST]
    entries = tuple(_entry(known, (iri,), known.cited_by.get(iri, ())) for iri in shown)
    texts = limited(speak, entries, len(known.citing)) if entries else (speak("empty.cited-by-any"),)
    return Section("cited-by", speak("section.cited-by"), texts, parts=(Group(None, entries),) if entries else ())


def _entry(known: _Known, targets: Sequence[str], said: Sequence[Said]) -> Entry:
    """Make an entry of a document with the words that tie it to this one."""
    speak = known.speak
    main = next((iri for iri in targets if known.refs.nodes.get(iri, {}).get("held")), targets[0])
    cell = known.refs.cell(main)
    if len(targets) > 1:
        cell = Cell("-".join(known.refs.cell(iri).text for iri in targets), None, cell.address)
    functions = dict.fromkeys(each.words.function or "cites" for each in said)
    named = " / ".join(speak.known(f"function.{name}", name) for name in functions)
    more = speak("more-places", n=len(said) - _QUOTES) if len(said) > _QUOTES else ""
    note = " · ".join(part for part in (known.refs.note(main), named, more) if part)
    return Entry(cell, known.refs.title(main), note, tuple(quote(speak, each.words) for each in said[:_QUOTES]))


def _asks(known: _Known) -> Section | None:
    if not known.acts:
        return None
    speak = known.speak
    entries = tuple(act_entry(speak, act, known.actors) for act in known.acts[:MOST])
    texts = limited(speak, entries, len(known.acts))
    return Section("asks", speak("section.requests"), texts, parts=(Group(None, entries),))


def _unresolved(known: _Known) -> Section | None:
    if not known.unresolved:
        return None
    speak = known.speak
    entries = tuple(_open(speak, each) for each in known.unresolved[:MOST])
    texts = (speak("open.text"), *limited(speak, entries, len(known.unresolved)))
    return Section("unresolved", speak("open.candidates"), texts, parts=(Group(None, entries),))


def _open(speak: Words, said: Said) -> Entry:
    words, (name, tag) = said.words, said.name
    candidates = speak("candidates", list=speak.listed(said.candidates)) if said.candidates else None
    note = (speak.known(f"kind.{said.kind}", said.kind), said.reason, candidates)
    found = Unresolved(
        iri=words.iri,
        document=words.document,
        kind=said.kind,
        name=name,
        verb=words.verb,
        function=words.function or "cites",
        paragraph=words.paragraph,
        place=words.place,
        exact=words.exact,
        sentence=words.sentence,
        language=words.language,
        start=words.start,
        end=words.end,
        candidates=said.candidates,
        reason=said.reason,
        rule=words.rule,
        confidence=words.confidence,
    )
    label = Cell(name or words.exact, tag if name else words.language)
    return Entry(label, None, " · ".join(part for part in note if part), (quote(speak, found),))


def _actors(known: _Known) -> Section | None:
    if not known.named or known.thing.language is not None:
        return None
    speak = known.speak
    cells = sorted((known.actors[entity] for entity in known.named), key=lambda cell: cell.text)
    text = speak("actors.text", n=len(cells))
    return Section("actors", speak("section.actors"), (text,), (Fact(speak("section.actors"), tuple(cells)),))


def _source(known: _Known) -> Section:
    """Say from which files all this was read, and link to the graphs made from them."""
    speak = known.speak
    files = tuple(
        Fact(
            speak(f"language.{each.language}"),
            (
                Cell(each.name),
                Cell(f"SHA-256 {each.digest}"),
                Cell(speak("graph-of-version"), None, page_path(each.graph)),
            ),
        )
        for each in known.sources
    )
    official = fact(speak("field.links"), *_official(known))
    return Section("source", speak("section.source"), (speak("source.text"),) if files else (), (*official, *files))
