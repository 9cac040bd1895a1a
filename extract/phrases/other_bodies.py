"""Resolutions of bodies outside, by symbols that tell the body in any language: WHA65.4, GC(59)/RES/9."""

import re
from collections.abc import Iterator

from extract.mention import Mention

__all__ = ["find_of_other_bodies"]

_FORMS = {
    "iaea": r"GC\([IVXLC\d]{1,8}\)/(?:RES|DEC)/\d{1,4}(?: ?[A-Z](?![A-Za-z]))?",
    "wha": r"WHA\d{1,3}\.\d{1,3}",
    "who": r"EB\d{1,3}\.R\d{1,3}",
    "au": r"(?:Assembly/AU|EX\.CL|EX\.CL/AU|Assembly)/(?:Dec|Decl|Res)\.? ?\d{1,4} ?\([IVXLC]{1,7}\)",
    "oau": r"(?:AHG|CM)/(?:Res|Dec|Decl)\.? ?\d{1,4} ?\([IVXLC]{1,7}\)",
    "oas": r"AG/(?:RES|DEC)\.? ?\d{1,4} ?\([IVXLC]{1,7}-[OE]/\d\d\)",
}
_ANY = re.compile("|".join(rf"(?<![\w/.])(?P<{body}>{form})(?!\w)" for body, form in _FORMS.items()))


def find_of_other_bodies(text: str) -> Iterator[Mention]:
    """Find what other bodies adopted.

    Args:
        text: Canonical text.

    Yields:
        One mention for each symbol, without target.

    Example:
        >>> [(found.number, found.issuer) for found in find_of_other_bodies("resolution WHA65.4; GC(59)/RES/12 A.")]
        [('WHA65.4', 'wha'), ('GC(59)/RES/12 A', 'iaea')]
    """
    for match in _ANY.finditer(text):
        yield Mention(
            match.start(), match.end(), "other-org", "other-body", number=match[0], name=match[0],
            issuer=match.lastgroup, reason="a document of a body outside the United Nations",
        )  # fmt: skip
