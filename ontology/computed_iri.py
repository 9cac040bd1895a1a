"""The IRIs of what is computed from all documents; each is told by the things that it is about."""

from collections.abc import Sequence

from ontology.iri import BASE

__all__ = ["interval_iri", "measure_iri", "process_iri", "series_iri", "series_member_iri", "situation_iri", "step_iri"]

_OPEN = ".."


def _tail(iri: str) -> str:
    """Give what of an IRI comes after the base, to build another with it."""
    return iri.removeprefix(BASE)


def interval_iri(start: str | None, end: str | None) -> str | None:
    """Give the IRI of an interval, the same for all that is of that time.

    Args:
        start: ISO date at any precision; None where it is not known.
        end: The same.

    Returns:
        The IRI; None where neither is known.

    Example:
        >>> interval_iri("2014-10-31", None)
        'https://w3id.org/resograph/interval/2014-10-31/..'
    """
    return None if start is None and end is None else f"{BASE}interval/{start or _OPEN}/{end or _OPEN}"


def situation_iri(
    scheme: str, value: str, holder: str, contexts: Sequence[str], time: str | None, *, inferred: bool = False
) -> str:
    """Give the IRI of a value that somebody holds for a time in a context.

    Args:
        scheme: ``role`` or ``status``.
        value: Notation of the role or status.
        holder: IRI of the actor or document that holds it.
        contexts: IRIs of the document, the body or the State in which it does.
        time: IRI of the interval; None where it is not known.
        inferred: Whether no document says it in so many words.

    Example:
        >>> situation_iri("role", "sponsor", BASE + "actor/state:mali", [BASE + "doc/A/1"], interval_iri("2011", None))
        'https://w3id.org/resograph/role/sponsor/actor/state:mali/in/doc/A/1/interval/2011/..'
    """
    places = [f"in/{_tail(context)}" for context in contexts]
    when = [_tail(time)] if time else []
    how = ["inferred"] if inferred else []
    return f"{BASE}{scheme}/{value}/{'/'.join((_tail(holder), *places, *when, *how))}"


def process_iri(kind: str, documents: Sequence[str]) -> str:
    """Give the IRI of a process.

    Args:
        kind: Notation of its kind.
        documents: IRIs of the documents by which it is known from others of its kind.

    Example:
        >>> process_iri("making", [BASE + "doc/A/RES/76/270"])
        'https://w3id.org/resograph/process/making/doc/A/RES/76/270'
    """
    return f"{BASE}process/{kind}/{'/by/'.join(map(_tail, documents))}"


def step_iri(process: str, number: int) -> str:
    """Give the IRI of a step of a process, by its number from 1.

    Example:
        >>> step_iri("http://x/process", 2)
        'http://x/process#step-2'
    """
    return f"{process}#step-{number}"


def series_iri(first: str) -> str:
    """Give the IRI of a series, by that of the first resolution of it that is held.

    Example:
        >>> series_iri(BASE + "doc/A/RES/57/32")
        'https://w3id.org/resograph/series/doc/A/RES/57/32'
    """
    return f"{BASE}series/{_tail(first)}"


def series_member_iri(series: str, order: int) -> str:
    """Give the IRI of a place in a series, by its number from 1.

    Example:
        >>> series_member_iri("http://x/series", 3)
        'http://x/series#member-3'
    """
    return f"{series}#member-{order}"


def measure_iri(measure: str, thing: str) -> str:
    """Give the IRI of a measure of a thing.

    Args:
        measure: What is measured, in lower-case letters and hyphens.
        thing: IRI of the thing.

    Example:
        >>> measure_iri("citing-documents", BASE + "doc/A/RES/57/32")
        'https://w3id.org/resograph/measure/citing-documents/doc/A/RES/57/32'
    """
    return f"{BASE}measure/{measure}/{_tail(thing)}"
