"""What the store says of a thing, read for its page: the queries about documents and actors."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.findings import Act
from graph.properties import Columns, Properties, Queryable, hyphenated, in_steps, local_name, read_columns, values
from graph.ties import Quotation
from ontology import terms as rg
from ontology.iri import actor_id, document_iri, document_key, graph_iri
from ontology.symbol_links import LANGUAGES

__all__ = [
    "Said",
    "Source",
    "acting_with",
    "acts",
    "addressed",
    "aliases",
    "described",
    "is_known",
    "naming",
    "neighbours",
    "said",
    "said_by",
    "said_of",
    "sources",
    "unlisted_names",
]

_DOCUMENT = (
    *("documentType", "symbol", "dcterms:date", "dcterms:issued", "session", "body", "committee", "author", "meeting"),
    *("agendaItem", "held", "sponsor", "answers", "comesFrom", "recommendedIn", "versionOf"),
    *("symbolSource", "symbolConfidence", "symbolSeries", "symbolConflict"),
)
_CITATION = (
    *("citingDocument", "citedDocument", "citedInstrument", "kind", "function", "pinpoint", "footnote", "candidate"),
    *("reason", "place", "paragraph", "evidence"),
)
_ACT = ("inDocument", "addressee", "concerns", "due", "dueBody", "asksReport", "paragraph", "evidence")
_EVIDENCE = ("start", "end", "rule", "confidence")


@dataclass(frozen=True, slots=True)
class Source:
    """The file from which one language version was read.

    Attributes:
        key: Key of the document.
        language: Language of the version.
        name: Name of the file.
        digest: SHA-256 of its bytes, in hex.
        graph: IRI of the named graph made from it.
    """

    key: str
    language: str
    name: str
    digest: str
    graph: str


@dataclass(frozen=True, slots=True)
class Said:
    """A citation: where it points and the words.

    Attributes:
        targets: IRIs of what it cites; empty where that is not known.
        kind: Kind of the citation, as in the records.
        name: Name of what it cites with its language, where the text gives one.
        reason: Why it could not be resolved.
        candidates: Symbols that it may denote.
        words: The words.
    """

    targets: tuple[str, ...]
    kind: str
    name: tuple[str | None, str | None]
    reason: str | None
    candidates: tuple[str, ...]
    words: Quotation


def is_known(store: Queryable, iri: str) -> bool:
    """Tell whether anything is stated of an IRI, or points to it."""
    patterns = (f"<{iri}> ?by ?end", f"?end ?by <{iri}>")
    return any(next(iter(store.rows(f"SELECT ?end WHERE {{ {one} }} LIMIT 1")), None) for one in patterns)


def aliases(store: Queryable, iri: str) -> tuple[str, ...]:
    """List the IRIs of a document: its own, then those of the other symbols under which it is issued."""
    query = f"SELECT DISTINCT ?other WHERE {{ <{iri}> (rg:jointWith|^rg:jointWith)+ ?other }}"
    return tuple(dict.fromkeys((iri, *sorted(other for (other,) in store.rows(query)))))


def described(store: Queryable, iris: Iterable[str]) -> Mapping[str, Properties]:
    """Read what is stated of documents themselves.

    Args:
        store: The store.
        iris: Their IRIs.

    Returns:
        The properties by IRI, one without any for a document of which nothing is stated.
    """
    nodes = sorted(set(iris))
    found = read_columns(store, _DOCUMENT, texts=("dcterms:title",), nodes=nodes) if nodes else None
    return {iri: found.node(iri) for iri in nodes} if found else {}


def sources(store: Queryable, iris: Iterable[str]) -> tuple[Source, ...]:
    """Find the files from which the versions of a document were read, in the order of the languages."""
    owners = {graph_iri(document_key(iri), tag): (document_key(iri), tag) for iri in iris for tag in LANGUAGES}
    query = f"""
SELECT DISTINCT ?graph ?name ?digest WHERE {{
  {values("graph", owners)}
  GRAPH ?graph {{ ?held <{rg.SOURCE_NAME}> ?name ; <{rg.SOURCE_DIGEST}> ?digest }}
}}"""
    rows = sorted(store.rows(query), key=lambda row: (LANGUAGES.index(owners[row[0]][1]), row))
    return tuple(Source(*owners[graph], name, digest, graph) for graph, name, digest in rows)


def said_by(store: Queryable, iris: Sequence[str]) -> tuple[str, ...]:
    """List the citations in a document."""
    return _column(
        store, f"SELECT DISTINCT ?node WHERE {{ {values('document', iris)} ?node rg:citingDocument ?document }}"
    )


def said_of(store: Queryable, iris: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """List the citations of a document or instrument by others.

    Args:
        store: The store.
        iris: Its IRIs.

    Returns:
        By IRI of the citing document, the latest first and undated ones last, the IRIs of the citations. Printed
        addresses and what a document says of itself are left out.
    """
    query = f"""
SELECT DISTINCT ?from ?date ?node WHERE {{
  {{ SELECT DISTINCT ?node ?from WHERE {{
    {values("target", iris)}
    ?node rg:citedDocument|rg:citedInstrument ?target ; rg:citingDocument ?from ; rg:kind ?kind .
    FILTER (?kind NOT IN ("self", "url"))
  }} }}
  OPTIONAL {{ ?from dcterms:date ?date }}
}}"""
    found: dict[str, list[str]] = {}
    dates: dict[str, str] = {}
    for citing, date, node in store.rows(query):
        if citing not in iris:
            found.setdefault(citing, []).append(node)
            dates[citing] = max(date, dates.get(citing, ""))
    order = sorted(sorted(found), key=lambda citing: dates[citing], reverse=True)
    return {citing: tuple(dict.fromkeys(found[citing])) for citing in order}


def said(store: Queryable, nodes: Iterable[str]) -> tuple[Said, ...]:
    """Read citations with their words, in the order of documents, languages and text."""
    iris = sorted(set(nodes))
    found = read_columns(store, _CITATION, texts=("verb", "citedName"), nodes=iris)
    proofs = _evidence(store, found)
    read = [_said(iri, found.node(iri), proofs.node(found.node(iri).one("evidence") or "")) for iri in iris]
    return tuple(sorted(read, key=lambda each: (each.words.document, each.words.language or "", each.words.start)))


def acts(store: Queryable, iris: Sequence[str]) -> tuple[Act, ...]:
    """Read who is asked what by a document, in the order of the text."""
    query = f"SELECT DISTINCT ?node WHERE {{ {values('document', iris)} ?node rg:inDocument ?document ; a rg:Mandate }}"
    return _acts(store, _column(store, query))


def addressed(store: Queryable, actor: str, limit: int) -> tuple[tuple[Act, ...], int]:
    """Read what an actor is asked to do: the latest acts, and how many there are."""
    query = f"""
SELECT DISTINCT ?node ?date WHERE {{
  ?node rg:addressee <{actor}> ; rg:inDocument ?from .
  OPTIONAL {{ ?from dcterms:date ?date }}
}}"""
    dates: dict[str, str] = {}
    for node, date in store.rows(query):
        dates[node] = max(date, dates.get(node, ""))
    latest = sorted(sorted(dates), key=lambda node: dates[node], reverse=True)
    order = {node: place for place, node in enumerate(latest)}
    return tuple(sorted(_acts(store, latest[:limit]), key=lambda act: order[act.iri])), len(latest)


def naming(store: Queryable, actor: str) -> tuple[tuple[str, int], ...]:
    """Count the mentions of an actor by document, the most first; of several versions the one with most counts."""
    query = f"""
SELECT ?from ?language (COUNT(DISTINCT ?node) AS ?times) WHERE {{
  ?node rg:actor <{actor}> ; rg:inDocument ?from ; rg:evidence/rg:exact ?words .
  BIND (LANG(?words) AS ?language)
}}
GROUP BY ?from ?language"""
    return _most((document, int(times)) for document, _, times in store.rows(query))


def neighbours(store: Queryable, iris: Sequence[str], predicate: str, *, backwards: bool = False) -> tuple[str, ...]:
    """List what a document points to by a plain edge, or what points to it."""
    edge = f"?end <{predicate}> ?node" if backwards else f"?node <{predicate}> ?end"
    return tuple(sorted(_column(store, f"SELECT DISTINCT ?end WHERE {{ {values('node', iris)} {edge} }}")))


def acting_with(store: Queryable, actor: str) -> tuple[tuple[str, int], ...]:
    """Count the joint activities of an actor with others, those with most first."""
    query = f"""
SELECT ?other (COUNT(DISTINCT ?activity) AS ?times) WHERE {{
  ?activity rg:participant <{actor}> , ?other .
  FILTER (?other != <{actor}>)
}}
GROUP BY ?other"""
    return _most((other, int(times)) for other, times in store.rows(query))


def unlisted_names(store: Queryable, actors: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Read name and type that documents give actors which no registry holds, by IRI of the actor."""
    found: dict[str, tuple[str, str]] = {}
    for step in in_steps(sorted(set(actors))):
        query = f"""
SELECT DISTINCT ?actor ?name ?type WHERE {{
  {values("actor", step)}
  ?actor skos:prefLabel ?name ; rg:actorType ?type
}}
ORDER BY ?actor DESC(?name) ?type"""
        found |= {actor: (name, kind) for actor, name, kind in store.rows(query)}
    return found


def _column(store: Queryable, query: str) -> tuple[str, ...]:
    return tuple(value for (value,) in store.rows(query))


def _most(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for name, times in pairs:
        counts[name] = max(times, counts[name])
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _evidence(store: Queryable, found: Columns) -> Columns:
    proofs = sorted({iri for iris in found.values["evidence"].values() for iri in iris})
    return read_columns(store, _EVIDENCE, texts=("exact", "sentence"), nodes=proofs)


def _words(evidence: Properties) -> dict[str, object]:
    exact, language = evidence.text("exact")
    confidence = evidence.one("confidence")
    return {
        "exact": exact or "",
        "sentence": evidence.text("sentence", language)[0] or exact or "",
        "language": language,
        "start": int(evidence.one("start") or 0),
        "end": int(evidence.one("end") or 0),
        "rule": evidence.one("rule"),
        "confidence": None if confidence is None else float(confidence),
    }


def _said(iri: str, node: Properties, evidence: Properties) -> Said:
    function = node.one("function")
    words = Quotation(
        iri=iri,
        document=document_key(node.one("citingDocument") or document_iri(iri)),
        function=hyphenated(local_name(function)) if function else None,
        verb=node.text("verb")[0],
        paragraph=node.one("paragraph"),
        place=node.one("place"),
        pinpoint=node.one("pinpoint"),
        footnote=node.one("footnote"),
        **_words(evidence),  # type: ignore[arg-type] # the names and types are those of the fields
    )
    kind = node.one("kind") or ""
    targets = node.all("citedDocument") or node.all("citedInstrument")
    return Said(targets, kind, node.text("citedName"), node.one("reason"), node.all("candidate"), words)


def _acts(store: Queryable, nodes: Iterable[str]) -> tuple[Act, ...]:
    iris = sorted(set(nodes))
    found = read_columns(store, _ACT, texts=("verb", "what"), nodes=iris)
    proofs = _evidence(store, found)
    read = [_act(iri, found.node(iri), proofs.node(found.node(iri).one("evidence") or "")) for iri in iris]
    return tuple(sorted(read, key=lambda act: (act.document, act.language or "", act.start)))


def _act(iri: str, node: Properties, evidence: Properties) -> Act:
    due_body = node.one("dueBody")
    return Act(
        iri=iri,
        document=document_key(node.one("inDocument") or document_iri(iri)),
        paragraph=node.one("paragraph"),
        verb=node.text("verb")[0],
        addressees=tuple(map(actor_id, node.all("addressee"))),
        concerns=tuple(map(actor_id, node.all("concerns"))),
        what=node.text("what")[0],
        due=node.one("due"),
        due_body=actor_id(due_body) if due_body else None,
        report=node.one("asksReport") == "true",
        **_words(evidence),  # type: ignore[arg-type] # the names and types are those of the fields
    )
