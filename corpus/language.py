"""The language of a text, from its script and, for Latin script, its commonest words."""

import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files

__all__ = ["detect"]

_SCRIPTS = {
    "zh": re.compile(r"[\u4e00-\u9fff]+"),
    "ru": re.compile(r"[\u0400-\u04ff]+"),
    "ar": re.compile(r"[\u0600-\u06ff]+"),
}
_WORD = re.compile(r"[^\W\d_]+")
# A share of a script far below this is quotation or a name; documents in it lie far above.
_SCRIPT_SHARE = 0.2
_SAMPLE = 20_000


@cache
def _common_words() -> dict[str, frozenset[str]]:
    data = json.loads(files("corpus").joinpath("data/common-words.json").read_text(encoding="utf-8"))
    return {language: frozenset(words) for language, words in data.items()}


def detect(text: str) -> str | None:
    """Tell the language of a text.

    Args:
        text: Any text; its first 20,000 characters decide.

    Returns:
        ``ar``, ``en``, ``es``, ``fr``, ``ru`` or ``zh``; None where the text bears none of them.

    Example:
        >>> detect("大会，回顾其第57/32号决议"), detect("Recalling its resolution 57/32 of the Assembly")
        ('zh', 'en')
    """
    sample = text[:_SAMPLE]
    for language, script in _SCRIPTS.items():
        found = sum(map(len, script.findall(sample)))
        if found and _is_share(found, sample):
            return language
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    scores = {language: sum(words[word] for word in common) for language, common in _common_words().items()}
    best = max(sorted(scores), key=scores.__getitem__)
    return best if scores[best] else None


def _is_share(found: int, sample: str) -> bool:
    """Tell whether so many characters of a script are enough of a text. Letters are counted only where they matter."""
    if found >= _SCRIPT_SHARE * len(sample):
        return any(map(str.isalpha, sample))
    letters = sum(map(str.isalpha, sample))
    return letters > 0 and found >= _SCRIPT_SHARE * letters
