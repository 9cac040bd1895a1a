"""Text made even for matching: one form of apostrophe, the same length."""

__all__ = ["even", "is_word", "lowered"]

_EVEN = str.maketrans("’‘ʼ`´", "'''''")


def even(text: str) -> str:
    """Write every kind of apostrophe in one form; offsets stay.

    Example:
        >>> even("l’Assemblée")
        "l'Assemblée"
    """
    return text.translate(_EVEN)


def lowered(text: str) -> str:
    """Write capitals small where that keeps the length; offsets stay.

    Example:
        >>> lowered("Charter of the UN"), len(lowered("İ"))
        ('charter of the un', 1)
    """
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def is_word(text: str, start: int, end: int) -> bool:
    """Tell whether a span of a text begins and ends with a word.

    Example:
        >>> is_word("by resolution", 0, 2), is_word("by resolution", 3, 6)
        (True, False)
    """
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
