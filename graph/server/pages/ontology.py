"""The page of the vocabulary: each term with its labels and comments, at the anchor that is its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph

from graph.outline import Cell, Section
from graph.result import Term, TermKind
from graph.server.pages.address import page_path
from graph.server.pages.model import Page, fact, page_words
from graph.server.pages.rdf import Triple
from graph.tables import shorten
from ontology import terms as rg
from ontology.vocabulary import PREFIXES, RDF_TYPE

__all__ = ["ontology_page", "vocabulary"]

_RDFS, _SKOS = PREFIXES["rdfs"], PREFIXES["skos"]
_LABEL, _COMMENT = _RDFS + "label", _RDFS + "comment"
_UNDER = (_RDFS + "subClassOf", _RDFS + "subPropertyOf")
_TERMS = frozenset(PREFIXES["owl"] + name for name in ("Class", "ObjectProperty", "DatatypeProperty"))
_LIKE = tuple(
    prefix + name
    for prefix, names in (
        (PREFIXES["owl"], ("equivalentClass", "equivalentProperty")),
        (_SKOS, ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")),
        (_RDFS, ("seeAlso",)),
    )
    for name in names
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is stated of one term."""

    name: str
    stated: tuple[tuple[str, Term], ...]

    def cells(self, *predicates: str) -> tuple[Cell, ...]:
        """Give the values of some properties; a term of ours leads to its anchor."""
        return tuple(_cell(term) for predicate, term in self.stated if predicate in predicates)

    def text(self, predicate: str, language: str) -> str | None:
        """Give the text of a property in a language."""
        return next((term.value for by, term in self.stated if by == predicate and term.language == language), None)


@cache
def vocabulary() -> tuple[Triple, ...]:
    """Read the vocabulary that comes with the package: every file of it in Turtle, as sorted triples.

    Example:
        >>> any(subject.value.endswith("#cites") for subject, _, _ in vocabulary())
        True
    """
    found = set()
    for path in sorted((Path(rg.__file__).parent / "data").rglob("*.ttl")):
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            found.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return tuple(sorted(found, key=lambda triple: tuple(term.written for term in triple)))


def ontology_page(language: str) -> Page:
    """Make the page of the vocabulary.

    Args:
        language: Language of the page; labels and comments stand in Chinese and in English.

    Returns:
        The page: a section a term.
    """
    speak = page_words(language)
    entries = tuple(_entries())
    return Page(
        language=language,
        iri=rg.NAMESPACE,
        path="ontology",
        kind=speak("ontology.kind"),
        heading=speak("ontology.heading"),
        title=None,
        lead=speak("ontology.lead", n=len(entries)),
        ways=(),
        sections=tuple(_section(entry, language) for entry in entries),
    )


def _entries() -> Iterator[_Entry]:
    stated: dict[str, list[tuple[str, Term]]] = {}
    for subject, predicate, value in vocabulary():
        if subject.value.startswith(rg.NAMESPACE) and subject.value != rg.NAMESPACE:
            stated.setdefault(subject.value.removeprefix(rg.NAMESPACE), []).append((predicate.value, value))
    for name in sorted(stated, key=lambda name: (name[0].islower(), name.casefold())):
        if any(by == RDF_TYPE and term.value in _TERMS for by, term in stated[name]):
            yield _Entry(name, tuple(stated[name]))


def _section(entry: _Entry, language: str) -> Section:
    speak = page_words(language)
    order: Sequence[str] = (language, *(tag for tag in ("zh", "en") if tag != language))
    labels = [Cell(label, tag) for tag in order if (label := entry.text(_LABEL, tag))]
    comments = [comment for tag in order if (comment := entry.text(_COMMENT, tag))]
    return Section(
        anchor=entry.name,
        heading=f"rg:{entry.name}",
        texts=tuple(comments),
        facts=(
            *fact(speak("ontology.label"), *labels),
            *fact(speak("ontology.under"), *entry.cells(*_UNDER)),
            *fact(speak("ontology.domain"), *entry.cells(_RDFS + "domain")),
            *fact(speak("ontology.range"), *entry.cells(_RDFS + "range")),
            *fact(speak("ontology.like"), *entry.cells(*_LIKE)),
        ),
    )


def _cell(term: Term) -> Cell:
    if term.kind is not TermKind.IRI:
        return Cell(term.value, term.language)
    web = term.value if term.value.startswith(("http://", "https://")) else None
    return Cell(shorten(term.value), None, page_path(term.value) or web)


def _term(value: object) -> Term:
    if isinstance(value, pyoxigraph.NamedNode):
        return Term(value.value, TermKind.IRI)
    if isinstance(value, pyoxigraph.Literal):
        plain = value.language is not None or value.datatype.value == PREFIXES["xsd"] + "string"
        return Term(value.value, TermKind.LITERAL, None if plain else value.datatype.value, value.language)
    return Term(value.value if isinstance(value, pyoxigraph.BlankNode) else str(value), TermKind.BLANK)
