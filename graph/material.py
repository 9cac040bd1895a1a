"""What a projection is made from, read out of a store: documents, citations, acts and mentions with their words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from graph.names import Names, is_document, read_names
from graph.parts import Part, Span
from graph.properties import Columns, Properties, Queryable, in_steps, read_columns, read_members, values
from ontology.symbol_order import key_order

__all__ = ["Material", "Proved", "read_material"]

_DOCUMENT = (
    *("documentType", "symbol", "dcterms:date", "language", "session", "body", "agendaItem", "held"),
    *("jointWith", "sponsor", "answers", "comesFrom", "recommendedIn", "versionOf"),
    *("symbolSource", "symbolConfidence", "symbolSeries", "symbolConflict"),
)
_CITATION = (
    *("citingDocument", "citedDocument", "citedInstrument", "citedName", "citedDate", "kind", "function", "pinpoint"),
    *("footnote", "candidate", "reason", "place"),
)
_ACT = ("addressee", "concerns", "what", "due", "dueBody", "asksReport")
_FINDING = ("findingKind", "saidSymbol", "otherSymbol", "saidDate", "allowedTime", "againstCitation")
_MENTION = ("actor", "form", "role")
_SHARED = ("inDocument", "evidence", "paragraph", "verb")
_EVIDENCE = ("start", "end", "sentence", "rule", "confidence")
_HELD = "SELECT (COUNT(DISTINCT ?document) AS ?count) WHERE { ?document rg:held true }"
_DAY = 10


@dataclass(frozen=True, slots=True)
class Material:
    """What was read.

    Attributes:
        names: The names of the documents.
        described: The properties of documents, by IRI.
        citations: In the order of the documents and of the text, as are acts and mentions.
        acts: The acts of resolutions.
        mentions: The mentions of actors.
        findings: What is odd about citations.
        links: By IRI of an address that contradicts a citation, its words.
        days: By key of a document, the days by which resolutions and decisions are cited.
        collection: Number of documents held in the whole store.
    """

    names: Names
    described: Mapping[str, Properties]
    citations: Sequence["Proved"]
    acts: Sequence["Proved"]
    mentions: Sequence["Proved"]
    findings: Sequence["Proved"]
    links: Mapping[str, str]
    days: Mapping[str, set[str]]
    collection: int


@dataclass(frozen=True, slots=True)
class Proved:
    """A citation, mention or act with its evidence.

    Attributes:
        iri: Its IRI.
        document: Key of the document in which it stands.
        node: Its properties.
        evidence: The properties of its evidence.
    """

    iri: str
    document: str
    node: Properties
    evidence: Properties

    @property
    def start(self) -> int:
        """First code point of the words."""
        return int(self.evidence.one("start") or 0)

    def words(self) -> dict[str, Any]:
        """Give the attributes that every edge with words has."""
        exact, language = self.evidence.text("exact")
        confidence = self.evidence.one("confidence")
        return {
            "exact": exact or "",
            "sentence": self.evidence.one("sentence") or exact or "",
            "language": language,
            "start": self.start,
            "end": int(self.evidence.one("end") or 0),
            "rule": self.evidence.one("rule"),
            "confidence": None if confidence is None else float(confidence),
        }


def read_material(store: Queryable, *, actors: bool, part: Part | None = None) -> Material:
    """Read what a graph is made from.

    Args:
        store: The store.
        actors: Whether to read mentions.
        part: What to read; None for all.

    Returns:
        What was read. Of a part, citations, acts and mentions between its nodes, and all of the document in the middle.
    """
    names = part.names if part else read_names(store)
    documents = names.iris(key for key in part.keys if _is_key_of_document(key)) if part else None
    described = read_columns(store, _DOCUMENT, texts=("dcterms:title",), nodes=documents)
    nodes, mandates = _chosen(store, part, actors) if part else (None, read_members(store, "Mandate"))
    found = read_columns(store, (*_CITATION, *_ACT, *_FINDING, *_SHARED, *(_MENTION if actors else ())), nodes=nodes)
    proofs = None if nodes is None else sorted(set(chain.from_iterable(found.values["evidence"].values())))
    evidence = read_columns(store, _EVIDENCE, texts=("exact",), nodes=proofs)
    return Material(
        names=names,
        described={iri: described.node(iri) for iri in described.members("symbol", "held") if is_document(iri)},
        citations=_proved(found, found.members("citingDocument"), evidence, "citingDocument", names),
        acts=_proved(found, mandates, evidence, "inDocument", names),
        mentions=_proved(found, found.members("actor") if actors else (), evidence, "inDocument", names),
        findings=_proved(found, found.members("findingKind"), evidence, "inDocument", names),
        links=_links(found, evidence),
        days=_days(store, names, documents),
        collection=_collection(store, names),
    )


def _links(found: Columns, evidence: Columns) -> dict[str, str]:
    against = {iri for node in found.members("againstCitation") for iri in found.node(node).all("againstCitation")}
    proofs = {iri: found.node(iri).one("evidence") for iri in against}
    return {iri: evidence.node(proof).one("exact") or "" for iri, proof in proofs.items() if proof}


def _is_key_of_document(key: str) -> bool:
    return not key.startswith(("actor:", "instrument:"))


def _chosen(store: Queryable, part: Part, actors: bool) -> tuple[list[str], list[str]]:
    """Choose the citations, acts and mentions of a part; the second list has the acts alone."""
    own = values("document", part.names.iris([part.key]))
    citations = {iri for (iri,) in store.rows(f"SELECT ?node WHERE {{ {own} ?node rg:citingDocument ?document }}")}
    for span in part.spans:
        citations |= _between(store, part.names, span, "citingDocument", ("citedDocument", "citedInstrument"))
    mandates = f"SELECT ?node WHERE {{ {own} ?node rg:inDocument ?document ; a rg:Mandate }}"
    acts = {iri for (iri,) in store.rows(mandates)}
    odd = f"SELECT ?node WHERE {{ {own} ?node rg:inDocument ?document ; a rg:Finding }}"
    findings = {iri for (iri,) in store.rows(odd)}
    mentions: set[str] = set()
    for span in part.spans if actors else ():
        acts |= _between(store, part.names, span, "inDocument", ("addressee",))
        mentions |= _between(store, part.names, span, "inDocument", ("actor",))
    return sorted(citations | acts | mentions | findings), sorted(acts)


def _between(store: Queryable, names: Names, span: Span, owner: str, ends: Iterable[str]) -> set[str]:
    """Find what stands in the documents on one side of a span and points to the other side.

    Each side is an inner select, so that the store reads two lists and compares them, instead of looking for the
    other end of every single citation.
    """
    to_actors = owner == "inDocument"
    owners = names.iris(filter(_is_key_of_document, span[0]))
    targets = names.iris(key for key in span[1] if key.startswith("actor:") == to_actors)
    if not owners or not targets:
        return set()
    pointing = "|".join(f"rg:{end}" for end in ends)
    query = f"""
SELECT DISTINCT ?node WHERE {{
  {{ SELECT ?node WHERE {{ {values("owner", owners)} ?node rg:{owner} ?owner }} }}
  {{ SELECT ?node WHERE {{ {values("target", targets)} ?node {pointing} ?target }} }}
}}"""
    return {iri for (iri,) in store.rows(query)}


def _days(store: Queryable, names: Names, documents: Sequence[str] | None) -> dict[str, set[str]]:
    """Find the days by which resolutions and decisions are cited; the date of an instrument need not be the document's.

    The inner selects are lists that the store compares, as for what stands between two sides.
    """
    found: dict[str, set[str]] = {}
    for cited in [""] if documents is None else [values("cited", step) for step in in_steps(documents)]:
        query = f"""
SELECT DISTINCT ?cited ?day WHERE {{
  {{ SELECT ?node ?cited WHERE {{ {cited} ?node rg:citedDocument ?cited }} }}
  {{ SELECT ?node ?day WHERE {{ ?node rg:citedDate ?day }} }}
  {{ SELECT ?node WHERE {{ VALUES ?kind {{ "resolution" "decision" }} ?node rg:kind ?kind }} }}
  MINUS {{ ?node rg:citedInstrument ?instrument }}
}}"""
        for iri, day in store.rows(query):
            if len(day) == _DAY:
                found.setdefault(names.key(iri), set()).add(day)
    return found


def _collection(store: Queryable, names: Names) -> int:
    """Count the documents held; two that turn out to be one through a double symbol count once."""
    count = int(next(iter(store.rows(_HELD)))[0])
    joint = values("document", names.iris(names.others))
    held = {iri for (iri,) in store.rows(f"SELECT ?document WHERE {{ {joint} ?document rg:held true }}")}
    return count - len(held) + len({names.key(iri) for iri in held})


def _proved(nodes: Columns, iris: Iterable[str], evidence: Columns, owner: str, names: Names) -> list[Proved]:
    """Join nodes with their evidence, in the order of the documents and of the text."""
    found = ((iri, nodes.node(iri)) for iri in iris)
    joined = [
        Proved(iri, names.key(node.all(owner)[0]), node, evidence.node(node.one("evidence") or ""))
        for iri, node in found
        if node.all(owner)
    ]
    order = {key: place for place, key in enumerate(sorted({item.document for item in joined}, key=key_order))}
    return sorted(joined, key=lambda item: (order[item.document], item.start, item.iri))
