"""The symbol of what is cited by number, once its body is known, or why there is none."""

from collections.abc import Iterable

from extract.numbers import PrintedNumber
from ontology.symbol import Symbol
from ontology.symbol_resolution import decision, resolution

__all__ = ["OTHER_NUMBERING", "possible_symbols", "reason_without_symbol", "symbol_of"]

OTHER_NUMBERING = "numbered as no organ of the United Nations numbers; the body is another organization"
"""Why a code such as WHA65.4 or GC(59)/RES/9 has no symbol."""

_UNNAMED = {
    0: "no body is named, and the number alone does not tell",
    1: "no body is named; only one that is known has such a number",
}
_BODIES = ("ga", "sc", "ecosoc", "hrc", "chr", "sub-commission", "tc")


def symbol_of(kind: str, number: PrintedNumber, body: str | None) -> Symbol | None:
    """Give the symbol of a numbered resolution or decision.

    Args:
        kind: Kind of citation; only ``resolution`` and ``decision`` have symbols that follow from a number.
        number: The number as printed, taken apart.
        body: Entity id of the body.

    Returns:
        The symbol, or None where body and number do not tell it.

    Example:
        >>> from extract.numbers import read_number
        >>> str(symbol_of("resolution", read_number("57/32"), "ga")), symbol_of("resolution", read_number("5"), "ga")
        ('A/RES/57/32', None)
    """
    if body is None or number.conference is not None or kind not in ("resolution", "decision"):
        return None
    if number.roman is not None:
        return resolution(body, number.number, roman=number.roman) if kind == "resolution" else None
    session: int | str | None = number.year
    if number.session is not None:
        session = int(number.session) if number.session.isdigit() else number.session
    if kind == "resolution":
        return resolution(body, number.number, session)
    return decision(body, number.number, session) if session is not None else None


def possible_symbols(kind: str, number: PrintedNumber, bodies: Iterable[str] = _BODIES) -> tuple[str, ...]:
    """Give the symbols that a number has where its body is not told.

    Args:
        kind: Kind of citation.
        number: The number as printed, taken apart.
        bodies: Entity ids of the bodies that it may be of.

    Returns:
        The symbols, of as many bodies as number in this way.

    Example:
        >>> from extract.numbers import read_number
        >>> possible_symbols("resolution", read_number("1996/31"))
        ('E/RES/1996/31', 'E/CN.4/RES/1996/31', 'E/CN.4/Sub.2/RES/1996/31')
        >>> possible_symbols("resolution", read_number("2118"))
        ('S/RES/2118(2013)',)
    """
    symbols = (symbol_of(kind, number, body) for body in bodies)
    return tuple(str(symbol) for symbol in symbols if symbol is not None)


def reason_without_symbol(number: PrintedNumber, body: str | None, *, other: bool = False, fitting: int = 2) -> str:
    """Say why a numbered citation has no symbol.

    Args:
        number: The number as printed, taken apart.
        body: Entity id of the body.
        other: Whether a body is named whose resolutions have no symbols that follow from their numbers.
        fitting: Symbols that the number has where its body is not told.

    Returns:
        The reason.

    Example:
        >>> from extract.numbers import read_number
        >>> reason_without_symbol(read_number("57/32"), None)
        'no body is named, and the number fits several'
    """
    if number.conference is not None:
        return "a decision of a conference of parties; the document that prints it is not named"
    if other:
        return "the body named gives its resolutions no document symbol that follows from the number"
    if body is None:
        return _UNNAMED.get(fitting, "no body is named, and the number fits several")
    return "the number alone does not tell the session or year"
