"""Pages as HTML: templates with escaping on, for titles and sentences come from documents and are hostile."""

from dataclasses import dataclass
from urllib.parse import urlencode

from graph.server.formats import GRAPHS
from graph.server.pages.assets import assets
from graph.server.pages.model import Page, page_words
from graph.templating import environment

__all__ = ["POLICY", "Form", "Shell", "forms_of", "render"]

POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page without scripts may load: its style, and nothing from anywhere else."""

_SHOWN = ("turtle", "jsonld", "ntriples")
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Form:
    """Another form of a page: its name for people, its media type and its address."""

    name: str
    media: str
    address: str


@dataclass(frozen=True, slots=True)
class Shell:
    """Where a page stands: what its links need.

    Attributes:
        root: Path of the root of the server; it ends in a slash.
        language: Language of the page.
        chosen: Whether the client named the language in the address, so that links keep it.
        path: Path of the page below the root.
        query: What else stands in its address, as pairs.
    """

    root: str
    language: str
    chosen: bool = False
    path: str = ""
    query: tuple[tuple[str, str], ...] = ()

    @property
    def other_language(self) -> str:
        """The other of the two languages."""
        return "en" if self.language == "zh" else "zh"

    def href(self, address: str) -> str:
        """Write the address of a link.

        Example:
            >>> Shell("/", "en", chosen=True).href("doc/A/79/837#cites")
            '/doc/A/79/837?lang=en#cites'
        """
        if address.startswith(_WEB):
            return address
        path, mark, fragment = address.partition("#")
        joint = "&" if "?" in path else "?"
        language = f"{joint}lang={self.language}" if self.chosen else ""
        return f"{self.root}{path}{language}{mark}{fragment}"

    def other(self) -> str:
        """Write the address of the same page in the other language."""
        pairs = [pair for pair in self.query if pair[0] != "lang"]
        return f"{self.root}{self.path}?{urlencode([*pairs, ('lang', self.other_language)])}"

    def asset(self, name: str) -> str:
        """Write the address of a file that a page asks for."""
        return f"{self.root}assets/{name}?v={assets()[name].digest}"


def render(page: Page, shell: Shell, forms: tuple[Form, ...] = (), asked: str = "") -> bytes:
    """Write a page as HTML.

    Args:
        page: The page.
        shell: Where it stands.
        forms: The other forms in which it is to be had.
        asked: What was searched for, to be shown in the search box.

    Returns:
        The bytes, in UTF-8.
    """
    template = environment().get_template("page.html")
    words = page_words(page.language)
    return template.render(page=page, shell=shell, speak=words, forms=forms, asked=asked).encode()


def forms_of(page: Page, shell: Shell) -> tuple[Form, ...]:
    """List the forms for machines of a page about a thing."""
    speak = page_words(page.language)
    return tuple(
        Form(speak(f"form.{name}"), GRAPHS[name].media_types[0], f"{shell.root}{page.path}?format={name}")
        for name in _SHOWN
    )
