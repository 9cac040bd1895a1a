"""What ties two documents: who cites whom, how, and the words that prove it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.moments import time_order
from graph.network import MultiDiGraph
from ontology.errors import SymbolError
from ontology.symbol_links import LANGUAGES, link
from ontology.symbol_order import key_order, symbol_of

__all__ = ["Identity", "Quotation", "Tie", "answer_tie", "date_order", "identity", "quotation", "tie"]

_ANSWERING = "requested-by"
_SYMBOL = ("symbol_source", "symbol_confidence", "symbol_series", "symbol_conflicts")


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a document or instrument.

    Attributes:
        key: Its key in the graph.
        kind: ``document`` or ``instrument``.
        symbols: Its symbols, the first of a double one first.
        label: Symbol or name.
        title: Title, None where it is not known.
        language: Language of the title.
        type: Type of the document or kind of the instrument.
        body: Entity id of the body whose document it is.
        session: Session.
        date: ISO date at the precision that is known.
        agenda_items: Agenda items as printed.
        held: Whether it is a document of the collection.
        links: Pairs of language and address, in the six official languages; empty without a public symbol.
        symbol_source: Where the symbol was found, as in the records; None for a document that is not held.
        symbol_confidence: How sure the symbol is, or the series where there is no symbol; between 0 and 1.
        symbol_series: Beginning of the symbol, where the rest is not known.
        symbol_conflicts: What in the source speaks against the symbol.
    """

    key: str
    kind: str
    symbols: tuple[str, ...]
    label: str
    title: str | None
    language: str | None
    type: str | None
    body: str | None
    session: int | str | None
    date: str | None
    agenda_items: tuple[str, ...]
    held: bool
    links: tuple[tuple[str, str], ...]
    symbol_source: str | None = None
    symbol_confidence: float | None = None
    symbol_series: str | None = None
    symbol_conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that prove a tie.

    Attributes:
        iri: IRI of the citation.
        document: Key of the document in which the words stand.
        function: One of the closed list of functions; None for an address.
        verb: The citing word as printed.
        paragraph: Label of the paragraph.
        place: preambular, operative, numbered, heading, footnote, link, header or other.
        pinpoint: Part of the target as printed.
        footnote: Marker of the footnote in which the words stand.
        exact: The words.
        sentence: The sentence around them.
        language: Language of the words.
        start: First code point of the words in the source.
        end: One past the last.
        rule: Name of the rule that found them.
        confidence: Between 0 and 1.
    """

    iri: str
    document: str
    function: str | None
    verb: str | None
    paragraph: str | None
    place: str | None
    pinpoint: str | None
    footnote: str | None
    exact: str
    sentence: str
    language: str | None
    start: int
    end: int
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Tie:
    """One document tied to another.

    Attributes:
        relation: ``cites``; in a history ``answers``, ``comes-from``, ``recommended-in``, or what a suffix of the
            symbol says (``addendum``, ``corrigendum``, ``revision``, ``amendment`` …).
        citing: Key of the document that cites, answers, comes from or alters the other.
        cited: Key of the other.
        depth: Steps from the document asked for.
        quotations: The words, in the order of the text; empty where the symbol alone proves the tie.
    """

    relation: str
    citing: str
    cited: str
    depth: int
    quotations: tuple[Quotation, ...]

    @property
    def functions(self) -> tuple[str, ...]:
        """The functions of the citations, each once, in the order of the text."""
        return tuple(dict.fromkeys(words.function for words in self.quotations if words.function))


def identity(graph: MultiDiGraph, key: str) -> Identity:
    """Say what is known of a document or instrument.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        key: Key of a node of the graph.

    Returns:
        What its node tells, with links in six languages.
    """
    node = graph.nodes[key]
    names = ("kind", "symbols", "label", "title", "language", "type", "body", "session", "date", "agenda_items", "held")
    told = {name: node[name] for name in _SYMBOL if name in node}
    return Identity(key=key, links=_links(key), **{name: node[name] for name in names}, **told)


def quotation(iri: str, citing: str, data: Mapping[str, Any]) -> Quotation:
    """Take the words of an edge.

    Args:
        iri: IRI of the citation: the key of the edge.
        citing: Key of the document in which the words stand.
        data: Attributes of the edge.

    Returns:
        The words.
    """
    names = ("function", "verb", "paragraph", "place", "pinpoint", "exact", "sentence", "language", "start", "end")
    shared = {name: data[name] for name in (*names, "rule", "confidence")}
    return Quotation(iri=iri, document=citing, footnote=data.get("footnote"), **shared)


def tie(graph: MultiDiGraph, citing: str, cited: str, *, depth: int = 1, relation: str = "cites") -> Tie:
    """Gather the citations of one document by another.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        citing: Key of the document that cites.
        cited: Key of the document that is cited.
        depth: Steps from the document asked for.
        relation: Relation of the edges to gather.

    Returns:
        The tie, with every quotation in the order of language and text.
    """
    edges = (graph.get_edge_data(citing, cited) or {}).items()
    found = [quotation(data.get("evidence", key), citing, data) for key, data in edges if _shows(data, relation)]
    ordered = sorted(found, key=lambda words: (words.language or "", words.start, words.iri))
    return Tie(relation, citing, cited, depth, tuple(ordered))


def answer_tie(graph: MultiDiGraph, report: str, document: str) -> Tie:
    """Gather the words by which a report says that it answers a document.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        report: Key of the report.
        document: Key of the document that asks for it.

    Returns:
        The tie ``answers``, with every citation that says so; where none has that function, with the one from which
        the relation was derived.
    """
    cited = tie(graph, report, document)
    found = tuple(words for words in cited.quotations if words.function == _ANSWERING)
    derived = tie(graph, report, document, relation="answers")
    return Tie("answers", report, document, 1, found or derived.quotations)


def date_order(graph: MultiDiGraph, key: str) -> tuple[float, tuple[int, tuple[object, ...], str]]:
    """Give what documents are sorted by: date, else what the symbol tells of it, else last; then symbol.

    Args:
        graph: Nodes and edges as ``project`` gives them.
        key: Key of a node of the graph.

    Returns:
        A value that sorts.
    """
    return time_order(key, graph.nodes[key]), key_order(key)


def _shows(data: Mapping[str, Any], relation: str) -> bool:
    return bool(data["relation"] == relation and data["exact"])


def _links(key: str) -> tuple[tuple[str, str], ...]:
    symbol = symbol_of(key)
    if symbol is None:
        return ()
    try:
        return tuple((language, link(symbol, language)) for language in LANGUAGES)
    except SymbolError:
        return ()
