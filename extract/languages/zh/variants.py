"""Documents printed in traditional characters, read in the simplified ones of our words."""

from extract.languages.wordlists import wordlists

__all__ = ["plain"]

_DATA = wordlists("zh", "variants")
_SIMPLIFIED = str.maketrans(_DATA["traditional"], _DATA["simplified"])
# One of them stands in whatever cites anything; to look for them costs less than to rewrite each text.
_SIGNS = ("號", "會", "國", "約")


def plain(text: str) -> str:
    """Write a text in simplified characters, each in the place of the traditional one.

    Args:
        text: Any Chinese text.

    Returns:
        A text of the same length; the same text where none of the commonest traditional characters stands in it.

    Example:
        >>> plain("聯合國安理會第1228號決議"), plain("大会第57/32号决议")
        ('联合国安理会第1228号决议', '大会第57/32号决议')
    """
    return text.translate(_SIMPLIFIED) if any(sign in text for sign in _SIGNS) else text
