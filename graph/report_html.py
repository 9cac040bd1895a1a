"""A report as one HTML page that asks the network for nothing."""

from base64 import b64encode
from hashlib import sha256

from graph.outline import Outline
from graph.templating import TEMPLATES, environment

__all__ = ["html"]

_STYLES = ("base.css", "lineage.css")
_PAGE = "lineage.html"


def html(report: Outline) -> str:
    """Write a report as a page.

    Args:
        report: The report.

    Returns:
        The page, whole in one file: no script, no address that is loaded, its style allowed by its hash alone.
    """
    style = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in _STYLES)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return environment().get_template(_PAGE).render(report=report, style=style, digest=digest)
