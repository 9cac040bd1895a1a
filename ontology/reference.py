"""The reference page of the vocabulary, written from its Turtle files in English and Chinese."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontology import terms
from ontology.iri import BASE
from ontology.shapes import rules_of
from ontology.vocabulary import PREFIXES, VOCABULARY_FOLDER, vocabulary_graph

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["reference"]

_WORDS = Path(__file__).parent / "data" / "reference.json"
_PAGE = Path(__file__).parent.parent / "docs" / "vocabulary.md"
_LANGUAGES = ("en", "zh")
_SCHEMES = BASE + "scheme/"
_RELATIONS = ("domain", "range", "subClassOf", "subPropertyOf", "closeMatch", "relatedMatch")


def reference() -> str:
    """Write the reference page.

    Returns:
        Markdown: the terms file by file of the vocabulary with their rules, the closed lists, the prefixes. ``python -m
        ontology.reference`` writes it to its place among the documents.

    Example:
        >>> "### rg:citedDocument" in reference()
        True
    """
    words = json.loads(_WORDS.read_text(encoding="utf-8"))
    lines = [f"# {words['title']}", "", *_paragraphs(words["intro"])]
    for title, names in _subjects():
        lines += [f"## {title}", ""]
        for name in names:
            lines += [*_term(name, words), ""]
    lines += [f"## {words['schemes']}", "", *_schemes(words)]
    lines += [f"## {words['used']}", "", *_used(words), ""]
    lines += [f"## {words['prefixes']}", "", *_prefixes(words)]
    return "\n".join(lines).rstrip() + "\n"


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield text
        yield ""


def _subjects() -> Iterator[tuple[str, list[str]]]:
    """Give the subjects: the first comment of each file, and the terms that it declares, in its order."""
    known = terms.CLASSES | terms.PROPERTIES
    for path in sorted(VOCABULARY_FOLDER.glob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        heads = [line.split()[0].removeprefix("rg:") for line in text.splitlines() if line.startswith("rg:")]
        declared = [name for name in dict.fromkeys(heads) if f"rg:{name} a owl:" in text and name in known]
        if declared:
            yield text.splitlines()[0].removeprefix("# ").rstrip("."), declared


def _term(name: str, words: dict[str, Any]) -> Iterator[str]:
    from rdflib import OWL, RDF, RDFS, SKOS, URIRef

    graph, node = vocabulary_graph(), URIRef(terms.NAMESPACE + name)
    kind = words["class" if name in terms.CLASSES else "property"]
    yield f"### rg:{name}"
    yield ""
    yield f"*{kind}* — {' · '.join(_texts(graph, node, RDFS.label))}"
    yield ""
    yield "<br>".join(_texts(graph, node, RDFS.comment))
    facts = [f"{words[relation]}: {_listed(graph, node, relation)}" for relation in _RELATIONS]
    facts = [fact for fact in facts if not fact.endswith(": ")]
    if (notation := graph.value(node, SKOS.notation)) is not None:
        facts.append(f"{words['notation']}: `{notation}`")
    if (node, RDF.type, OWL.SymmetricProperty) in graph:
        facts.append(words["symmetric"])
    if facts:
        yield ""
        yield "; ".join(facts)
    if rules := rules_of(name):
        yield ""
        yield f"{words['rules']}:"
        yield ""
        yield from (f"- `{rule.name}` {' · '.join(rule.message[one] for one in _LANGUAGES)}" for rule in rules)


def _texts(graph: "Graph", node: "Node", predicate: "Node") -> list[str]:
    """Give the texts of a term, English first."""
    from rdflib import Literal

    found = {text.language: str(text) for text in graph.objects(node, predicate) if isinstance(text, Literal)}
    return [found[language] for language in _LANGUAGES if language in found]


def _listed(graph: "Graph", node: "Node", relation: str) -> str:
    from rdflib import URIRef

    prefix = "skos" if relation.endswith("Match") else "rdfs"
    others = graph.objects(node, URIRef(PREFIXES[prefix] + relation))
    return ", ".join(f"`{_short(other)}`" for other in sorted(map(str, others)))


def _short(iri: str) -> str:
    """Write an IRI with its prefix, the longest that fits."""
    fitting = [(start, prefix) for prefix, start in PREFIXES.items() if iri.startswith(start)]
    if not fitting:
        return iri
    start, prefix = max(fitting, key=lambda pair: len(pair[0]))
    return f"{prefix}:{iri.removeprefix(start)}"


def _schemes(words: dict[str, Any]) -> Iterator[str]:
    from rdflib import RDF, SKOS, URIRef

    graph = vocabulary_graph()
    schemes = sorted(str(node) for node in graph.subjects(RDF.type, SKOS.ConceptScheme))
    for scheme in (scheme for scheme in schemes if scheme.startswith(_SCHEMES)):
        concepts = [URIRef(iri) for iri in sorted(map(str, graph.subjects(SKOS.inScheme, URIRef(scheme))))]
        yield f"### {scheme.removeprefix(BASE)}"
        yield ""
        yield " · ".join(_texts(graph, URIRef(scheme), SKOS.prefLabel))
        yield ""
        yield from _table(words["scheme-head"], [_concept(graph, concept) for concept in concepts])
        yield ""


def _concept(graph: "Graph", concept: "Node") -> tuple[str, ...]:
    from rdflib import RDFS, SKOS, URIRef

    names = _texts(graph, concept, SKOS.prefLabel) or _texts(graph, concept, RDFS.label)
    modelled = (URIRef(term) for term in (terms.MODELLED_AS, terms.PARENT_MODELLED_AS))
    found = [f"`{_short(str(other))}`" for predicate in modelled for other in graph.objects(concept, predicate)]
    return (f"`{graph.value(concept, SKOS.notation)}`", *names, ", ".join(found))


def _used(words: dict[str, Any]) -> Iterator[str]:
    from rdflib import SKOS, URIRef

    graph = vocabulary_graph()
    used = sorted({str(node) for node in graph.subjects(SKOS.scopeNote)}, key=_short)
    rows = [(f"`{_short(iri)}`", *_texts(graph, URIRef(iri), SKOS.scopeNote)) for iri in used]
    yield from _table(words["used-head"], rows)


def _prefixes(words: dict[str, Any]) -> Iterator[str]:
    rows = [(f"`{prefix}:`", f"`{start}`", words["purposes"][prefix]) for prefix, start in sorted(PREFIXES.items())]
    yield from _table(words["prefix-head"], rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    _PAGE.write_text(reference(), encoding="utf-8", newline="\n")
