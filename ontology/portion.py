"""Portions of documents: annex, chapter, paragraph … as the fragment of an IRI, the same in every language."""

import re
from collections.abc import Sequence

from ontology.errors import UnknownTermError

__all__ = ["UNITS", "Step", "follow", "portion", "read_steps"]

_WITHIN = {
    "part": ("annex", "appendix", "preamble"),
    "chapter": ("annex", "appendix", "part"),
    "resolution": ("part", "chapter", "section", "annex"),
    "decision": ("part", "chapter", "section", "annex"),
    "annex": ("part", "chapter", "resolution", "decision"),
    "appendix": ("annex", "part", "chapter", "resolution", "decision"),
    "preamble": ("annex", "appendix", "resolution", "decision"),
    "section": ("annex", "appendix", "part", "chapter", "resolution", "decision"),
    "article": ("annex", "appendix", "part", "chapter", "section"),
    "action": ("annex", "appendix", "part", "chapter", "section"),
    "page": ("annex", "appendix", "part", "chapter", "section"),
    "para": (
        *("annex", "appendix", "preamble", "part", "chapter", "section", "resolution", "decision"),
        *("article", "action"),
    ),
    "sub": ("article", "para", "sub"),
    "note": ("annex", "appendix", "part", "chapter", "section", "page", "para"),
}

UNITS = frozenset(_WITHIN)
"""The closed list of what a portion may be."""

Step = tuple[str, str | None]
"""A unit with its number or letter, None where it has none: ("annex", None), ("para", "12")."""

_LABEL = re.compile(r"[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*")


def portion(steps: Sequence[Step]) -> str:
    """Write a portion as the fragment of an IRI.

    Args:
        steps: From the outermost unit to the innermost.

    Returns:
        The fragment.

    Raises:
        UnknownTermError: A unit is not in the closed list.

    Example:
        >>> portion([("annex", "1"), ("para", "3")]), portion([("annex", None)])
        ('annex-1/para-3', 'annex')
        >>> portion([("chapter", "2"), ("section", "C"), ("para", "12"), ("sub", "a")])
        'chapter-2/section-C/para-12/sub-a'
    """
    return "/".join(_step(*step) for step in steps)


def _step(unit: str, label: str | None) -> str:
    if unit not in UNITS:
        raise UnknownTermError(unit, "the units of documents")
    if label is not None and not _LABEL.fullmatch(label):
        raise UnknownTermError(label, "the numbers and letters of units")
    return unit if label is None else f"{unit}-{label}"


def read_steps(fragment: str) -> tuple[Step, ...]:
    """Read the fragment of a portion.

    Raises:
        UnknownTermError: It is no portion.

    Example:
        >>> read_steps("annex-1/para-3")
        (('annex', '1'), ('para', '3'))
    """
    steps = []
    for word in fragment.split("/"):
        unit, hyphen, label = word.partition("-")
        step = (unit, label if hyphen else None)
        _step(*step)
        steps.append(step)
    return tuple(steps)


def follow(path: tuple[Step, ...], unit: str, *, beside: bool) -> tuple[Step, ...]:
    """Give the units that hold the one named next: 附件一 then 第3段 is a paragraph of that annex.

    Args:
        path: The steps of the portion named before.
        unit: The unit named next.
        beside: Whether it is joined to the one before by "and", and so does not stand within it.

    Returns:
        The steps before it; empty where it stands in the document itself.

    Example:
        >>> follow((("annex", "1"),), "para", beside=False), follow((("annex", "1"),), "appendix", beside=True)
        ((('annex', '1'),), ())
        >>> follow((("chapter", "1"), ("para", "3")), "para", beside=True)
        (('chapter', '1'),)
    """
    if beside:
        path = path[:-1]
    while path and path[-1][0] not in _WITHIN[unit]:
        path = path[:-1]
    return path
