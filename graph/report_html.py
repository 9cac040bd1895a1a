"""A report as one HTML page that asks the network for nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from graph.outline import Outline

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["html"]

_FOLDER = Path(__file__).parent / "templates"
_STYLE = "lineage.css"
_PAGE = "lineage.html"
_TAGS = {"zh": "zh-Hans"}
_RIGHT_TO_LEFT = frozenset({"ar"})


def html(report: Outline) -> str:
    """Write a report as a page.

    Args:
        report: The report.

    Returns:
        The page, whole in one file: no script, no address that is loaded, its style allowed by its hash alone.
    """
    style = (_FOLDER / _STYLE).read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return _environment().get_template(_PAGE).render(report=report, style=style, digest=digest)


@cache
def _environment() -> "Environment":
    """Make the environment with escaping on: titles and quotations come from documents and are hostile."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(_FOLDER, encoding="utf-8")
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["tag"] = lambda language: _TAGS.get(language, language)
    made.filters["direction"] = lambda language: "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    return made
