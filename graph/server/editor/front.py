"""The front page as HTML: what it is told, and what it may load."""

from collections.abc import Mapping

from graph.server.editor.examples import GROUPS, examples
from graph.server.formats import GRAPHS, RESULTS
from graph.server.pages.assets import has_editor
from graph.server.pages.html import Shell
from graph.server.pages.model import page_words
from graph.templating import environment
from ontology import terms as rg
from ontology.iri import BASE
from ontology.vocabulary import PREFIXES

__all__ = ["POLICY", "front_page"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What the page may load: its own scripts and styles, and the answers of its own server."""

_SHOWN = ("turtle", "ntriples", "jsonld")
_FIRST = f"""PREFIX dcterms: <{PREFIXES["dcterms"]}>
PREFIX rg: <{PREFIXES["rg"]}>

SELECT DISTINCT ?document ?date ?title WHERE {{
  ?document rg:held true .
  OPTIONAL {{ ?document dcterms:date ?date }}
  OPTIONAL {{ ?document dcterms:title ?title }}
}}
ORDER BY DESC(?date) ?document
LIMIT 100
"""


def front_page(root: str, language: str, query: tuple[tuple[str, str], ...]) -> bytes:
    """Write the front page.

    Args:
        root: Path of the root of the server; it ends in a slash.
        language: ``zh`` or ``en``.
        query: What stands after the question mark of its address, as pairs: a query or the name of an example, and
            the values of its parameters. The script of the page reads them itself; without scripts the text area
            holds the query.

    Returns:
        The bytes, in UTF-8.

    Example:
        >>> b"<textarea" in front_page("/", "en", ())
        True
    """
    asked = dict(query)
    shell = Shell(root, language, asked.get("lang") == language, "", query)
    speak = page_words(language)
    template = environment().get_template("front.html")
    return template.render(
        shell=shell,
        speak=speak,
        editor=has_editor(),
        text=asked.get("query") or _FIRST,
        results=tuple(RESULTS),
        data=_data(shell, {name: text for name, text in speak.texts.items() if name.startswith("front.")}),
    ).encode()


def _data(shell: Shell, words: Mapping[str, str]) -> Mapping[str, object]:
    """Gather what the scripts of the page need to know."""
    return {
        "root": shell.root,
        "language": shell.language,
        "chosen": shell.chosen,
        "base": BASE,
        "prefixes": dict(PREFIXES),
        "classes": sorted(rg.NAMESPACE + name for name in rg.CLASSES),
        "properties": sorted(
            {rg.NAMESPACE + name for name in rg.PROPERTIES}
            | {PREFIXES["dcterms"] + name for name in ("date", "issued", "language", "title")}
            | {PREFIXES["skos"] + name for name in ("altLabel", "prefLabel")}
        ),
        "examples": examples(),
        "groups": GROUPS,
        "results": tuple(RESULTS),
        "graphs": tuple(name for name in GRAPHS if name in _SHOWN),
        "words": words,
    }
