"""Content negotiation of the pages: which form and which language of a page a client wants."""

from collections.abc import Iterator, Mapping

from graph.server.formats import GRAPHS, Choice, Format, choose, named, parts

__all__ = ["FORMS", "LANGUAGES", "choose_form", "choose_language"]

FORMS: Mapping[str, Format] = {"html": Format("html", ("text/html", "application/xhtml+xml")), **GRAPHS}
"""The forms of a page by the name that ``?format=`` takes; the first where any will do."""

LANGUAGES = ("zh", "en")
"""The languages of the pages, the first where a client wants none of them."""


def choose_form(accept: str, name: str | None = None) -> Choice | None:
    """Choose the form of a page.

    Args:
        accept: The header Accept; empty where there is none.
        name: What ``?format=`` names, which comes before the header.

    Returns:
        A form of ``FORMS``; None where the client accepts none of them, or names another.

    Example:
        >>> choose_form("text/turtle;q=0.9, text/html;q=0.5").name, choose_form("*/*").name, choose_form("", "ttl").name
        ('turtle', 'html', 'turtle')
        >>> choose_form("image/png") is None
        True
    """
    return named(name, FORMS) if name else choose(accept, FORMS)


def choose_language(accept_language: str, name: str | None = None) -> str:
    """Choose the language of a page.

    Args:
        accept_language: The header Accept-Language; empty where there is none.
        name: What ``?lang=`` names, which comes before the header; one that there is not is passed over.

    Returns:
        One of ``LANGUAGES``.

    Example:
        >>> choose_language("fr, en;q=0.8, zh;q=0.5"), choose_language("zh-Hans-CN"), choose_language("", "en")
        ('en', 'zh', 'en')
    """
    if name in LANGUAGES:
        return name
    wanted = sorted(_weighted(accept_language), key=lambda pair: -pair[1])
    found = (tag.partition("-")[0] for tag, weight in wanted if weight > 0)
    return next((language for language in found if language in LANGUAGES), LANGUAGES[0])


def _weighted(header: str) -> Iterator[tuple[str, float]]:
    """Read the header: tags in lower case with their weights; a part that cannot be read is passed over."""
    for part in parts(header):
        tag, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((text[2:] for text in parameters if text.startswith("q=")), "1")
        try:
            yield tag, float(weight)
        except ValueError:
            continue
