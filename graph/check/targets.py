"""Shapes rewritten so that the engine checks all nodes of a class at once, and reads the prefixes of a query once."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["spread"]


def spread(shapes: "Graph") -> "Graph":
    """Give each property shape the targets of the node shapes that hold it, and take it out of them.

    The results are the same, for a node conforms to ``sh:property`` where it conforms to the property shape. An engine
    that walks from node to node asks each property of each node anew; of a property shape with targets of its own it
    takes all nodes together, which is several times as fast. What a closed shape allows is written out before. The
    prefixes of queries are written into them, for the engine would collect them for each query of each graph.

    Args:
        shapes: Shapes whose node shapes have targets.

    Returns:
        The shapes, rewritten, as a graph of their own.

    Example:
        >>> from rdflib import SH
        >>> from ontology.shapes import shapes_graph
        >>> sum(1 for _ in spread(shapes_graph()).triples((None, SH.property, None)))
        0
    """
    from rdflib import RDF, SH, BNode, Graph, Literal
    from rdflib.collection import Collection

    found = Graph()
    found += shapes
    for shape in sorted(set(shapes.subjects(RDF.type, SH.NodeShape)), key=str):
        held = sorted(shapes.objects(shape, SH.property), key=str)
        if (shape, SH.closed, Literal(True)) in shapes:
            allowed = BNode()
            Collection(found, allowed, _paths(shapes, held))
            found.add((shape, SH.ignoredProperties, allowed))
        for each in held:
            found.remove((shape, SH.property, each))
            found.add((each, RDF.type, SH.PropertyShape))
            for target in (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf):
                for value in shapes.objects(shape, target):
                    found.add((each, target, value))
    _write_prefixes(found)
    return found


def _write_prefixes(shapes: "Graph") -> None:
    from rdflib import SH, Literal

    for query, declared in list(shapes.subject_objects(SH.prefixes)):
        pairs = [
            (shapes.value(one, SH.prefix), shapes.value(one, SH.namespace))
            for one in shapes.objects(declared, SH.declare)
        ]
        head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(pairs))
        shapes.set((query, SH.select, Literal(f"{head}{shapes.value(query, SH.select)}")))
        shapes.remove((query, SH.prefixes, declared))


def _paths(shapes: "Graph", held: "list[Node]") -> "list[Node]":
    """List the properties that property shapes name; a path of several steps names none."""
    from rdflib import SH, URIRef

    return [path for each in held for path in shapes.objects(each, SH.path) if isinstance(path, URIRef)]
