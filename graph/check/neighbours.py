"""What a graph of a document needs to be judged by itself: who and what it names, as the registries describe it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.quads import iri, literal
from ontology import terms as rg
from ontology.iri import BASE, REGISTRY_GRAPH
from ontology.vocabulary import RDF_TYPE, SKOS_IN_SCHEME, SKOS_NOTATION, SKOS_PREF_LABEL

__all__ = ["Neighbours"]

_NAMED = re.compile(rf"<{re.escape(BASE)}(?:actor|instrument)/[^>#]*>")
_KEPT = frozenset(iri(each) for each in (RDF_TYPE, SKOS_PREF_LABEL, rg.ACTOR_TYPE, rg.INSTRUMENT_KIND))
_KEPT_OF_INSTRUMENTS = iri(SKOS_IN_SCHEME)


class Neighbours:
    """The actors and instruments of the registries, to be put beside a graph that names some of them.

    Example:
        >>> undp, is_a = f"<{BASE}actor/undp>", f"<{RDF_TYPE}>"
        >>> beside = Neighbours([f"{undp} {is_a} <{rg.CLASS_ACTOR}> <http://x/g> .\\n"])
        >>> asking = f"<http://x/d> <{rg.ASKS}> {undp} <http://x/g> .\\n"
        >>> beside.knows(BASE + "actor/undp"), list(beside.of([asking]))[-1].split()[0] == undp
        (True, True)
    """

    def __init__(self, registry: Iterable[str]) -> None:
        """Read the registries.

        Args:
            registry: The lines of their graph.
        """
        described: defaultdict[str, list[str]] = defaultdict(list)
        for line in registry:
            subject, predicate, _ = line.split(" ", 2)
            if _NAMED.fullmatch(subject) and (predicate in _KEPT or _is_listed(subject, predicate)):
                described[subject].append(line)
        self._described = dict(described)
        self._words = tuple(_words())

    def knows(self, node: str) -> bool:
        """Tell whether the registries describe an actor or instrument."""
        return iri(node) in self._described

    def of(self, lines: Iterable[str]) -> Iterator[str]:
        """Give the descriptions of what a graph names, and the words by which classes of documents are known.

        Args:
            lines: The lines of the graph.

        Yields:
            N-Quads lines.
        """
        yield from self._words
        for named in sorted({found for line in lines for found in _NAMED.findall(line)}):
            yield from self._described.get(named, ())


def _is_listed(subject: str, predicate: str) -> bool:
    return predicate == _KEPT_OF_INSTRUMENTS and "/instrument/" in subject


def _words() -> Iterator[str]:
    """Write which type of document has which class."""
    for name, known in sorted(rg.DOCUMENT_CLASSES.items()):
        yield f"{iri(known)} {iri(SKOS_NOTATION)} {literal(name)} {iri(REGISTRY_GRAPH)} .\n"
