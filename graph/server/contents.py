"""What a store holds, counted: its named graphs and their triples."""

from typing import NamedTuple

from graph.server.tasks import Answer, Arguments, task
from graph.store import Store

__all__ = ["CONTENTS", "Contents"]

CONTENTS = "contents"
"""Name of the task that counts."""
_COUNT = "SELECT ?graph (COUNT(*) AS ?triples) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph"


class Contents(NamedTuple):
    """What a store holds.

    Attributes:
        graphs: IRI of each named graph, with how many triples it has, sorted.
    """

    graphs: tuple[tuple[str, int], ...]

    @classmethod
    def read(cls, answer: Answer) -> "Contents":
        """Read what the task gave.

        Example:
            >>> Contents.read(Answer("text/plain", b"3 http://x/g"))
            Contents(graphs=(('http://x/g', 3),))
        """
        lines = (line.split(" ") for line in answer.body.decode().splitlines())
        return cls(tuple((graph, int(triples)) for triples, graph in lines))


@task(CONTENTS)
def count(store: Store, arguments: Arguments) -> Answer:  # noqa: ARG001 - the signature of a task
    """Count the triples of each graph of a store."""
    return Answer("text/plain", "".join(f"{triples} {graph}\n" for graph, triples in store.rows(_COUNT)).encode())
