"""Resolutions of other organizations, by symbols that tell the body in any language: WHA65.4, GC(59)/RES/9."""

import re
from collections.abc import Iterator

from extract.mention import Mention
from extract.numbered_symbol import OTHER_NUMBERING

__all__ = ["find_of_other_bodies"]

# By body: letters that stand in every such symbol, and its form.
_FORMS = {
    "iaea": ("GC(", r"GC\([IVXLC\d]{1,8}\)/(?:RES|DEC)/\d{1,4}(?: ?[A-Z](?![A-Za-z]))?"),
    "wha": ("WHA", r"WHA\d{1,3}\.\d{1,3}"),
    "who": ("EB", r"EB\d{1,3}\.R\d{1,3}"),
    "au": ("/Dec", r"(?:Assembly/AU|EX\.CL|EX\.CL/AU|Assembly)/Decl?\. ?\d{1,4} ?\([IVXLC]{1,7}\)"),
    "oau": ("/Res", r"(?:AHG|CM)/Res\. ?\d{1,4} ?\([IVXLC]{1,7}\)"),
    "oas": ("AG/", r"AG/(?:RES|DEC)\. ?\d{1,4} ?\([IVXLC]{1,7}-[OE]/\d\d\)"),
}
_PATTERNS = [(body, letters, re.compile(rf"(?<![\w/.]){form}(?!\w)")) for body, (letters, form) in _FORMS.items()]


def find_of_other_bodies(text: str) -> Iterator[Mention]:
    """Find what other bodies adopted.

    Args:
        text: Canonical text.

    Yields:
        One mention for each symbol, without target.

    Example:
        >>> sorted((found.number, found.issuer) for found in find_of_other_bodies("WHA65.4; GC(59)/RES/12 A."))
        [('GC(59)/RES/12 A', 'iaea'), ('WHA65.4', 'wha')]
    """
    for body, letters, pattern in _PATTERNS:
        for match in pattern.finditer(text) if letters in text else ():
            yield Mention(
                match.start(), match.end(), "other-org", "other-body", number=match[0], name=match[0],
                issuer=body, reason=OTHER_NUMBERING,
            )  # fmt: skip
