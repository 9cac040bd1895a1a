"""Where sentences end in languages whose abbreviations bear a point."""

import re

from extract.languages.wordlists import wordlists

__all__ = ["sentence_break"]

_CLOSING = '["”’»)\\]]*'
# Leaders are thousands of points; only the end of a run is looked at.
_MORE_MARKS = "[.!?]{0,20}+"


def sentence_break(language: str) -> re.Pattern[str]:
    """Build the pattern of the ends of sentences.

    Args:
        language: Code of a language whose package holds ``sentences.json``: words that bear a point of their own
            and stand before a name or number, and the letters that begin a sentence.

    Returns:
        A pattern whose matches end where a sentence ends.

    Example:
        >>> text = "See No. 5 of Mr. J. Smith, para. 3. The Council agreed."
        >>> [text[:match.end()] for match in sentence_break("en").finditer(text)]
        ['See No. 5 of Mr. J. Smith, para. 3.']
    """
    data = wordlists(language, "sentences")
    # A look-behind has one width: each length of abbreviation has its own.
    shorts = sorted({short for word in data["abbreviations"] for short in (word, word[:1].upper() + word[1:])})
    short_before = "".join(rf"(?<!\b{re.escape(short)}\.)" for short in shorts)
    # The set of marks comes first: the engine skips to them.
    return re.compile(
        rf"[.!?\u061f\u2026\n](?:(?<=\n)|(?<!\b{data['initial']}\.){short_before}{_MORE_MARKS}{_CLOSING}(?=\s+{data['begins']}))"
    )
