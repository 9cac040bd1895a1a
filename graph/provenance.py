"""Which version of the extractor made a graph, in statements."""

from ontology import terms as rg
from ontology.iri import software_iri
from ontology.statement import Statement
from ontology.vocabulary import PROV_WAS_ATTRIBUTED_TO

__all__ = ["made_by"]


def made_by(graph: str, version: str) -> tuple[Statement, ...]:
    """State which version of the extractor made a graph.

    Args:
        graph: IRI of the named graph.
        version: Version of the extractor and its data.

    Returns:
        The plain statement of the version, and that of the provenance.

    Example:
        >>> [said.object for said in made_by("http://x/g", "0.1.0")]
        ['0.1.0', 'https://w3id.org/resograph/software/0.1.0']
    """
    return (
        Statement(graph, rg.EXTRACTOR_VERSION, version, is_literal=True),
        Statement(graph, PROV_WAS_ATTRIBUTED_TO, software_iri(version)),
    )
