"""From a request for a page to the answer: a pure function of the store, run in a worker."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from graph.lookup import UnknownDocumentError
from graph.properties import Queryable
from graph.server.formats import Choice
from graph.server.pages.actor import actor_page, instrument_page
from graph.server.pages.address import Kind, Thing, page_path, read_path
from graph.server.pages.document import document_page
from graph.server.pages.facts import sources
from graph.server.pages.html import POLICY, Form, Shell, forms_of, render
from graph.server.pages.model import Page
from graph.server.pages.negotiation import FORMS, choose_form, choose_language
from graph.server.pages.ontology import ontology_page, vocabulary
from graph.server.pages.rdf import Description, describe, serialise
from graph.server.pages.reports import REPORTS, lineage_page, lineage_report, picture
from graph.server.pages.search import is_there, meant, missing_page, search_page, straight
from graph.server.pages.thing import thing_page
from graph.store import Store
from ontology.errors import SymbolError, UnknownTermError

__all__ = ["Asked", "Reply", "answer"]

_HTML = "text/html; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_DEEPEST = 3
# The picture brings its own policy, by the digests of its scripts.
_PICTURE_POLICY = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_PAGES: Mapping[Kind, Callable[[Queryable, Thing, str], Page]] = {
    Kind.DOCUMENT: document_page,
    Kind.ACTOR: actor_page,
    Kind.INSTRUMENT: instrument_page,
}

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a page.

    Attributes:
        path: Path below the root of the server, decoded, without the first slash.
        query: What stands after the question mark, as pairs.
        accept: The header Accept; empty where there is none.
        accept_language: The header Accept-Language; empty where there is none.
        root: Path of the root of the server; it ends in a slash.
        language: Language of the page where the client names none.
    """

    path: str
    query: tuple[tuple[str, str], ...] = ()
    accept: str = ""
    accept_language: str = ""
    root: str = "/"
    language: str = "zh"

    def get(self, name: str) -> str | None:
        """Give the first value of a parameter; None where it is missing or empty."""
        return next((value for key, value in self.query if key == name and value), None)

    def number(self, name: str, most: int, otherwise: int = 1) -> int:
        """Give a parameter as a number from 1 to the most; another value where it is none."""
        value = (self.get(name) or "")[:9]
        return max(1, min(int(value), most)) if value.isascii() and value.isdigit() else otherwise

    @property
    def shell(self) -> Shell:
        """Where the page stands."""
        chosen = choose_language("", self.get("lang")) == self.get("lang")
        wanted = self.accept_language or self.language
        language = choose_language(wanted, self.get("lang"))
        return Shell(self.root, language, chosen, quote(self.path), self.query)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer.

    Attributes:
        status: HTTP status.
        media_type: Media type of the body.
        body: The bytes.
        headers: Other headers.
    """

    status: int
    media_type: str
    body: bytes
    headers: Headers = ()


def answer(store: Store, asked: Asked) -> Reply:
    """Answer a request for a page.

    Args:
        store: The store.
        asked: The request.

    Returns:
        A page for people, RDF for machines, a redirection to the address that was meant, or word that nothing is
        known under this one.
    """
    first, _, rest = asked.path.partition("/")
    if first == "search" and not rest:
        return _search(store, asked)
    if first in ("lineage", "view") and rest:
        return _report(store, asked, first, rest)
    return _thing(store, asked)


def _thing(store: Store, asked: Asked) -> Reply:
    form, thing = choose_form(asked.accept, asked.get("format")), read_path(asked.path)
    if form is None:
        return _unacceptable(asked)
    if thing is not None and thing.kind is Kind.ONTOLOGY:
        return _ontology(asked, form)
    if thing is None or not is_there(store, thing):
        path = meant(store, thing) if thing is not None else None
        return _moved(asked, path) if path is not None else _missing(store, asked, thing, form)
    if form.name != "html":
        return _rdf(store, asked, thing, form)
    shell = asked.shell
    page = _PAGES.get(thing.kind, thing_page)(store, thing, shell.language)
    return _page(asked, page, forms_of(page, shell))


def _ontology(asked: Asked, form: Choice) -> Reply:
    shell = asked.shell
    if form.name == "html":
        page = ontology_page(shell.language)
        return _page(asked, page, forms_of(page, shell))
    return _data(asked, form, Description(vocabulary(), whole=True), asked.path, ())


def _rdf(store: Store, asked: Asked, thing: Thing, form: Choice) -> Reply:
    found = describe(store, thing)
    graphs = () if found.whole else tuple(source.graph for source in sources(store, (thing.iri,)))
    return _data(asked, form, found, page_path(thing.iri) or "", graphs)


def _data(asked: Asked, form: Choice, found: Description, path: str, graphs: tuple[str, ...]) -> Reply:
    """Give a description, with links to the page for people, to the thing and, where it was cut, to its graphs."""
    links = [
        f'<{asked.root}{path}?format=html>; rel="alternate"; type="text/html"',
        *(f'<{asked.root}{page_path(graph)}>; rel="section"' for graph in graphs),
    ]
    headers = (("Link", ", ".join(links)), *_SHARED)
    return Reply(200, form.media_type, serialise(found.triples, form.name), headers)


_SHARED: Headers = (
    ("Vary", "Accept, Accept-Language"),
    ("Cache-Control", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
)


def _page(asked: Asked, page: Page, forms: tuple[Form, ...] = (), status: int = 200) -> Reply:
    links = [f'<{form.address}>; rel="alternate"; type="{form.media}"' for form in forms]
    if forms:
        links.append(f'<{forms[0].address}>; rel="describedby"; type="{forms[0].media}"')
    headers = (
        *((("Link", ", ".join(links)),) if links else ()),
        ("Content-Language", page.language),
        ("Content-Security-Policy", POLICY),
        ("Referrer-Policy", "no-referrer"),
        *_SHARED,
    )
    return Reply(status, _HTML, render(page, asked.shell, forms, asked.get("q") or ""), headers)


def _search(store: Store, asked: Asked) -> Reply:
    text = (asked.get("q") or "")[:300]
    path = straight(store, text) if text.strip() else None
    if path is not None:
        return _moved(asked, path, ("lang", "format"))
    return _page(asked, search_page(store, text, asked.shell.language))


def _report(store: Store, asked: Asked, name: str, rest: str) -> Reply:
    """Give the lineage or the picture of what the rest of the path names."""
    if not rest.startswith(("actor:", "instrument:")):
        thing = read_path(f"doc/{rest}")
        path = meant(store, thing) if thing is not None and not is_there(store, thing) else None
        if path is not None:
            return _moved(asked, path.replace("doc/", f"{name}/", 1))
    try:
        return _lineage(store, asked, rest) if name == "lineage" else _view(store, asked, rest)
    except (SymbolError, UnknownTermError):
        return _missing(store, asked, read_path(f"doc/{rest}"), Choice("html", _HTML))


def _lineage(store: Store, asked: Asked, key: str) -> Reply:
    language, depth, form = asked.shell.language, asked.number("depth", _DEEPEST), asked.get("format") or ""
    if form in REPORTS:
        media_type, body = lineage_report(store, key, language, depth, form)
        ending = {"report": "html", "markdown": "md", "json": "json"}[form]
        name = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in key)
        saved = ("Content-Disposition", f'attachment; filename="lineage-{name}.{ending}"')
        return Reply(200, media_type, body, (saved, ("Content-Security-Policy", _PICTURE_POLICY), *_SHARED))
    return _page(asked, lineage_page(store, key, language, depth))


def _view(store: Store, asked: Asked, key: str) -> Reply:
    depth, actors = asked.number("depth", _DEEPEST, 2), asked.get("actors") in ("1", "true", "yes")
    body = picture(store, key, asked.shell.language, depth, actors=actors)
    return Reply(200, _HTML, body, (("Content-Security-Policy", _PICTURE_POLICY), *_SHARED))


def _moved(asked: Asked, path: str, kept: tuple[str, ...] = ()) -> Reply:
    """Send to another address, with what stands in this one after the question mark."""
    pairs = [pair for pair in asked.query if not kept or pair[0] in kept]
    address = f"{asked.root}{path}" + (f"?{urlencode(pairs)}" if pairs else "")
    return Reply(302, _TEXT, f"{address}\n".encode(), (("Location", address), *_SHARED))


def _missing(store: Store, asked: Asked, thing: Thing | None, form: Choice) -> Reply:
    page = missing_page(store, thing, asked.path, asked.shell.language)
    if form.name == "html":
        return _page(asked, page, status=404)
    error = UnknownDocumentError(thing.key if thing else asked.path, tuple(_labels(page)))
    return Reply(404, _TEXT, f"{error}\n".encode(), _SHARED)


def _labels(page: Page) -> list[str]:
    near = (section for section in page.sections if section.anchor == "missing-near")
    return [entry.label.text for section in near for part in section.parts for entry in getattr(part, "entries", ())]


def _unacceptable(asked: Asked) -> Reply:
    wanted = asked.get("format") or asked.accept
    text = f"{wanted!r} is no form of this page; there are {', '.join(FORMS)}\n"
    return Reply(406, _TEXT, text.encode(), _SHARED)
