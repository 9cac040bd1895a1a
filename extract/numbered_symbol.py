"""The symbol of what is cited by number, once its body is known, or why there is none."""

from extract.numbers import PrintedNumber
from ontology.symbol import Symbol
from ontology.symbol_resolution import decision, resolution

__all__ = ["reason_without_symbol", "symbol_of"]


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


def reason_without_symbol(number: PrintedNumber, body: str | None) -> str:
    """Say why a numbered citation has no symbol.

    Args:
        number: The number as printed, taken apart.
        body: Entity id of the body.

    Returns:
        The reason.

    Example:
        >>> from extract.numbers import read_number
        >>> reason_without_symbol(read_number("57/32"), None)
        'no body is named, and the number fits several'
    """
    if number.conference is not None:
        return "a decision of a conference of parties; the document that prints it is not named"
    if body is None:
        return "no body is named, and the number fits several"
    return "the number alone does not tell the session or year"
