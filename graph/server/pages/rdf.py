"""The description of a thing for machines: what the store states of it and of its parts, in RDF.

A description holds, in this order and up to a limit: what is stated of the thing itself, under each of its IRIs;
what points to it; its parts with their evidence (citations, mandates, joint activities, findings, mentions, portions);
and the citations of it by others with theirs. A node is never cut in the middle. Of a language version and of a graph
it is what the graph holds. IRIs are those of the store.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import pyoxigraph

from graph.properties import in_steps, values
from graph.quads import iri as written
from graph.result import Term
from graph.server.pages.address import Kind, Thing
from graph.server.pages.facts import aliases
from graph.solutions import GRAPH_FORMATS
from graph.store import Store
from ontology.iri import graph_iri
from ontology.vocabulary import PREFIXES

__all__ = ["MOST", "MOST_OF_GRAPH", "Description", "Triple", "describe", "serialise"]

MOST = 20_000
"""How many triples a description has at most, but for those of the node that goes beyond."""

MOST_OF_GRAPH = 250_000
"""How many triples of a graph are given at most."""

Triple = tuple[Term, Term, Term]

_STEP = 200
_OWN = "SELECT DISTINCT ?s ?p ?o WHERE {{ {nodes} ?s ?p ?o }}"
# What parts point to comes with the whole of the part.
_POINTING = """
SELECT DISTINCT ?s ?p ?o WHERE {{ {nodes} ?s ?p ?o FILTER (!CONTAINS(STR(?s), "#")) }} ORDER BY ?s ?p LIMIT {most}"""
_OA, _FRBR, _FABIO = "http://www.w3.org/ns/oa#", "http://purl.org/vocab/frbr/core#", "http://purl.org/spar/fabio/"
# Evidence, the place in the file that it targets, the selectors of that place, relations, the file of a version.
_PROOFS = (
    "SELECT DISTINCT ?proof WHERE {{ {nodes} "
    f"?s (rg:evidence|rg:relation|<{_FABIO}hasRepresentation>)/<{_OA}hasTarget>?/<{_OA}hasSelector>? ?proof "
    "FILTER (isIRI(?proof)) }}"
)
_GRAPH = "SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT {most}"
# The parts of a document, then what others say of it; the mentions, which are many and tell little, come last.
_PARTS = {
    Kind.DOCUMENT: (
        f"?node <{_FRBR}realizationOf> ?thing",
        "?node rg:citingDocument ?thing",
        "?node rg:inDocument ?thing ; a rg:Mandate",
        "?node rg:inDocument ?thing ; a rg:Activity",
        "?node rg:inDocument ?thing ; a rg:Finding",
        "?node rg:portionOf ?thing",
        "?node rg:citedDocument ?thing",
        "?node rg:inDocument ?thing ; a rg:Mention",
    ),
    Kind.ACTOR: ("?node rg:addressee ?thing", "?node rg:participant ?thing"),
    Kind.OTHER: (
        "{ ?thing ?by ?node } UNION { ?node ?by ?thing } FILTER (STRSTARTS(STR(?node), CONCAT(STR(?thing), '#')))",
    ),
    Kind.INSTRUMENT: ("?node rg:portionOf ?thing", "?node rg:citedInstrument ?thing"),
}


@dataclass(frozen=True, slots=True)
class Description:
    """What the store states of a thing.

    Attributes:
        triples: The triples, each once and sorted, those of the thing itself first.
        whole: Whether the limit cut nothing off.
    """

    triples: tuple[Triple, ...]
    whole: bool


def describe(store: Store, thing: Thing, most: int = MOST) -> Description:
    """Describe a thing.

    Args:
        store: The store.
        thing: The thing.
        most: The limit, in triples.

    Returns:
        Its description; without triples where the store states nothing of it.
    """
    if thing.kind is Kind.GRAPH:
        return _of_graph(store, thing.iri)
    if thing.language is not None:
        return _of_graph(store, graph_iri(thing.key, thing.language))
    iris = aliases(store, thing.iri) if thing.kind is Kind.DOCUMENT else (thing.iri,)
    found: set[Triple] = set(_triples(store, iris))
    found.update(_read(store, _POINTING.format(nodes=values("o", iris), most=most // 2)))
    for pattern in _PARTS.get(thing.kind, ()):
        rows = store.rows(f"SELECT DISTINCT ?node WHERE {{ {values('thing', iris)} {pattern} }}")
        for step in _in_small_steps(sorted(node for (node,) in rows)):
            if len(found) >= most:
                return Description(_sorted(found, iris), whole=False)
            found.update(_triples(store, step))
            proofs = store.rows(_PROOFS.format(nodes=values("s", step)))
            found.update(_triples(store, sorted(proof for (proof,) in proofs)))
    return Description(_sorted(found, iris), whole=True)


def serialise(triples: Iterable[Triple], form: str) -> bytes:
    """Write triples in a format.

    Args:
        triples: The triples, in the order in which they are to stand.
        form: Name of a format of graphs.

    Returns:
        The bytes, in UTF-8.

    Example:
        >>> from graph.result import TermKind
        >>> node = Term("http://x/a", TermKind.IRI)
        >>> serialise([(node, node, Term("1"))], "ntriples")
        b'<http://x/a> <http://x/a> "1" .\\n'
    """
    lines = "".join(f"{one.written} {two.written} {three.written} .\n" for one, two, three in triples).encode()
    if form == "ntriples":
        return lines
    out = io.BytesIO()
    parsed = pyoxigraph.parse(input=lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    pyoxigraph.serialize((quad.triple for quad in parsed), out, GRAPH_FORMATS[form], prefixes=dict(PREFIXES))
    return _with_sorted_prefixes(out.getvalue()) if form == "turtle" else out.getvalue()


def _with_sorted_prefixes(turtle: bytes) -> bytes:
    """Put the prefixes in order, which the database writes now so, now otherwise."""
    lines = turtle.splitlines(keepends=True)
    head = sum(1 for _ in takewhile(lambda line: line.startswith(b"@prefix "), lines))
    return b"".join((*sorted(lines[:head]), *lines[head:]))


def _of_graph(store: Store, graph: str) -> Description:
    found = set(_read(store, _GRAPH.format(graph=written(graph), most=MOST_OF_GRAPH + 1)))
    triples = _sorted(found, ())
    return Description(triples[:MOST_OF_GRAPH], whole=len(triples) <= MOST_OF_GRAPH)


def _triples(store: Store, nodes: Sequence[str]) -> Iterator[Triple]:
    for step in in_steps(nodes):
        yield from _read(store, _OWN.format(nodes=values("s", step)))


def _read(store: Store, query: str) -> Iterator[Triple]:
    for one, two, three in store.query(query):
        if one is not None and two is not None and three is not None:
            yield one, two, three


def _in_small_steps(nodes: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(nodes), _STEP):
        yield nodes[start : start + _STEP]


def _sorted(triples: Iterable[Triple], first: Sequence[str]) -> tuple[Triple, ...]:
    def order(triple: Triple) -> tuple[bool, tuple[str, ...]]:
        return triple[0].value not in first, tuple(term.written for term in triple)

    return tuple(sorted(triples, key=order))
