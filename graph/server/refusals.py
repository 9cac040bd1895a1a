"""Why the service does not answer a request: the HTTP status, and what the client can do about it."""

from ontology.errors import (
    DocumentError,
    OutputError,
    QueryError,
    ResographError,
    StoreError,
    SymbolError,
    UnknownTermError,
)

__all__ = ["RefusedError", "pack", "reason_of", "status_of", "unpack"]


class RefusedError(ResographError):
    """A request that is not answered.

    Attributes:
        status: HTTP status code.
        reason: One word for the metrics: why.
        retry: Seconds after which it may be tried again; None where that helps nobody.
    """

    def __init__(self, status: int, reason: str, text: str, retry: int | None = None) -> None:
        self.status = status
        self.reason = reason
        self.retry = retry
        super().__init__(text)


_STATUS: tuple[tuple[type[ResographError], int], ...] = (
    (UnknownTermError, 404),
    (SymbolError, 400),
    (QueryError, 400),
    (StoreError, 503),
)
_SIMPLE: dict[str, type[ResographError]] = {
    kind.__name__: kind for kind in (OutputError, QueryError, ResographError, StoreError)
}


def status_of(error: ResographError) -> int:
    """Give the HTTP status that says best what an error is.

    Example:
        >>> status_of(QueryError("no query")), status_of(RefusedError(406, "format", "no such format"))
        (400, 406)
    """
    if isinstance(error, RefusedError):
        return error.status
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def reason_of(error: ResographError) -> str:
    """Give one word for an error.

    Example:
        >>> reason_of(QueryError("no query"))
        'query'
    """
    return error.reason if isinstance(error, RefusedError) else type(error).__name__.removesuffix("Error").lower()


def pack(error: ResographError) -> dict[str, object]:
    """Turn an error into values that JSON can carry.

    Example:
        >>> pack(UnknownTermError("A/RES/1/1", "the store"))
        {'error': 'UnknownTermError', 'values': ['A/RES/1/1', 'the store']}
    """
    values: list[object]
    match error:
        case RefusedError():
            values = [error.status, error.reason, str(error), error.retry]
        case SymbolError():
            values = [error.text, error.position, error.reason]
        case UnknownTermError():
            values = [error.term, error.vocabulary]
        case DocumentError():
            values = [error.path, error.reason]
        case _:
            values = [str(error)]
    return {"error": type(error).__name__, "values": values}


def unpack(packed: dict[str, object]) -> ResographError:
    """Make the error anew that was packed; one of a kind that is not known becomes the base.

    Example:
        >>> unpack(pack(SymbolError("A//1", 2, "a part is missing")))
        SymbolError("'A//1' is no document symbol: a part is missing (at character 3)")
    """
    values = packed["values"]
    assert isinstance(values, list)
    match packed["error"]:
        case "RefusedError":
            return RefusedError(*values)
        case "SymbolError":
            return SymbolError(*values)
        case "UnknownTermError":
            return UnknownTermError(*values)
        case "DocumentError":
            return DocumentError(*values)
        case name:
            return _SIMPLE.get(str(name), ResographError)(*values)
