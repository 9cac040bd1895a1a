"""The formats in which the service answers, and which of them a client asks for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

__all__ = [
    "GRAPHS",
    "RESULTS",
    "Choice",
    "Format",
    "choose",
    "named",
    "parts",
    "prefers_html",
]


class Format(NamedTuple):
    """A format.

    Attributes:
        name: Short name, as ``?format=`` takes it.
        media_types: Media types that stand for it, its own first.
        other_names: What clients call it too.
    """

    name: str
    media_types: tuple[str, ...]
    other_names: tuple[str, ...] = ()


RESULTS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format("json", ("application/sparql-results+json", "application/json"), ("srj",)),
        Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml"), ("srx",)),
        Format("csv", ("text/csv",)),
        Format("tsv", ("text/tab-separated-values",)),
    )
}
"""The formats of the results of SELECT and ASK; the first where any will do."""

GRAPHS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format("turtle", ("text/turtle", "application/x-turtle"), ("ttl",)),
        Format("ntriples", ("application/n-triples", "text/plain"), ("nt", "n-triples")),
        Format("jsonld", ("application/ld+json", "application/json"), ("json", "json-ld")),
        Format("rdfxml", ("application/rdf+xml", "application/xml", "text/xml"), ("rdf", "rdf+xml", "rdf/xml", "xml")),
        Format("trig", ("application/trig",)),
        Format("nquads", ("application/n-quads",), ("nq", "n-quads")),
    )
}
"""The formats of the graphs of CONSTRUCT and DESCRIBE; the first where any will do."""

_CHARSET = "; charset=utf-8"
_TO_THE_LETTER = 3
# More than any client sends in good faith; what stands behind is passed over.
_PARTS = 64


class Choice(NamedTuple):
    """A format with the media type under which it is sent.

    Attributes:
        name: Name of the format.
        media_type: What the header says.
    """

    name: str
    media_type: str


class _Range(NamedTuple):
    """A part of an Accept header: a media type or a range of them, and how much it is wanted."""

    main: str
    sub: str
    quality: float

    def fits(self, media_type: str) -> int:
        """Tell how exactly this names a media type: 0 not at all, ``_TO_THE_LETTER`` fully."""
        main, sub = media_type.split("/")
        if self.main == "*":
            return 1
        if self.main != main:
            return 0
        return 2 if self.sub == "*" else _TO_THE_LETTER * (self.sub == sub)


def parts(header: str) -> list[str]:
    """Give the parts of a header that is a list, in small letters; of a very long one the first.

    Example:
        >>> parts("text/html, Text/CSV;q=0.5")
        ['text/html', ' text/csv;q=0.5']
    """
    return header.lower().split(",", _PARTS)[:_PARTS]


def _ranges(accept: str) -> list[_Range]:
    found = []
    for part in parts(accept):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        main, slash, sub = name.partition("/")
        if not slash:
            continue
        quality = next((text[2:] for text in parameters if text.startswith("q=")), "1")
        try:
            found.append(_Range(main, sub, min(1.0, max(0.0, float(quality)))))
        except ValueError:
            continue
    return found


def _quality(ranges: Sequence[_Range], media_type: str) -> tuple[float, int]:
    """Give how much a media type is wanted, and how exactly it was named; the most exact range decides."""
    exactness, quality = max(((part.fits(media_type), part.quality) for part in ranges), default=(0, 0.0))
    return (quality, exactness) if exactness else (0.0, 0)


def choose(accept: str | None, formats: Mapping[str, Format]) -> Choice | None:
    """Choose the format that an Accept header wants most.

    Args:
        accept: The header; None or empty where there is none, and any format will do.
        formats: What there is, the best first.

    Returns:
        The format, named as the client named it; None where none of them will do.

    Example:
        >>> choose("text/csv;q=0.5, application/sparql-results+xml", RESULTS)
        Choice(name='xml', media_type='application/sparql-results+xml')
        >>> choose("text/html", GRAPHS) is None
        True
    """
    ranges = _ranges(accept) if accept and accept.strip() else [_Range("*", "*", 1.0)]
    best: tuple[tuple[float, int], Choice | None] = ((0.0, 0), None)
    for form in formats.values():
        for index, media_type in enumerate(form.media_types):
            # An alias is meant only where it is named; a range means the format's own type.
            quality, exactness = _quality(ranges, media_type)
            is_meant = index == 0 or exactness == _TO_THE_LETTER
            if quality > 0 and is_meant and (quality, exactness) > best[0]:
                best = ((quality, exactness), Choice(form.name, _with_charset(media_type)))
    return best[1]


def named(name: str, formats: Mapping[str, Format]) -> Choice | None:
    """Find a format by its name or media type, as ``?format=`` gives it.

    Example:
        >>> named("ttl", GRAPHS)
        Choice(name='turtle', media_type='text/turtle; charset=utf-8')
    """
    name = name.strip().lower()
    found = next((form for form in formats.values() if name in (form.name, *form.other_names, *form.media_types)), None)
    return None if found is None else Choice(found.name, _with_charset(found.media_types[0]))


def prefers_html(accept: str | None) -> bool:
    """Tell whether a client would rather have a page for people than data.

    Example:
        >>> prefers_html("text/html,application/xml;q=0.9,*/*;q=0.8"), prefers_html("*/*"), prefers_html("text/turtle")
        (True, False, False)
    """
    ranges = _ranges(accept or "")
    page = _quality(ranges, "text/html")
    return page[0] > 0 and all(_quality(ranges, form.media_types[0]) < page for form in GRAPHS.values())


def _with_charset(media_type: str) -> str:
    return media_type + _CHARSET if media_type.startswith("text/") else media_type
