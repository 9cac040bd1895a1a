"""The templates of reports and pages: one environment, with escaping on."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["TEMPLATES", "environment"]

TEMPLATES = Path(__file__).parent / "templates"
"""The folder of templates, styles and scripts."""

_TAGS = {"zh": "zh-Hans"}
_RIGHT_TO_LEFT = frozenset({"ar"})


@cache
def environment() -> "Environment":
    """Make the environment with escaping on: titles and quotations come from documents and are hostile.

    Returns:
        The environment of ``TEMPLATES``, with the filters ``tag`` and ``direction`` of a language code; a name that a
        template is not given is an error.

    Example:
        >>> environment().from_string("<p lang={{ 'zh'|tag }}>{{ title }}</p>").render(title="<b>")
        '<p lang=zh-Hans>&lt;b&gt;</p>'
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["tag"] = lambda language: _TAGS.get(language, language)
    made.filters["direction"] = lambda language: "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    return made
