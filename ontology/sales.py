"""Sales numbers of publications, and the documents that were issued under them."""

import re
from functools import cache
from importlib.resources import files

__all__ = ["document_of_sales_number"]

_LANGUAGE_PREFIX = re.compile(r"[A-Z]{1,3}\.(?=(?:[A-Z]{2}\.)?\d\d\.)")


@cache
def _documents() -> dict[str, str]:
    lines = files("ontology").joinpath("data/sales-numbers.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {number: symbol for number, symbol, _ in (line.split("\t") for line in lines)}


def document_of_sales_number(number: str) -> str | None:
    """Give the symbol of the document that is sold under a number.

    The letter in front tells the language of the copy and is left out, as libraries do.

    Args:
        number: A sales number as printed.

    Returns:
        The canonical symbol, or None where it is not known.

    Example:
        >>> document_of_sales_number("C.96.IV.13"), document_of_sales_number("E.99.X.99")
        ('A/CONF.177/20/Rev.1', None)
    """
    return _documents().get(_LANGUAGE_PREFIX.sub("", number.strip().rstrip(".")))
