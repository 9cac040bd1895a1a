"""Why the service does not answer a request: the HTTP status, and what the client can do about it."""

from collections.abc import Callable

from ontology.errors import (
    DocumentError,
    OutputError,
    QueryError,
    ResographError,
    ServerError,
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
_SIMPLE = {kind.__name__: kind for kind in (OutputError, QueryError, ResographError, ServerError, StoreError)}
_TELLING = {kind.__name__: kind for kind in (DocumentError, RefusedError, SymbolError, UnknownTermError)}
_KINDS: dict[str, Callable[..., ResographError]] = {**_SIMPLE, **_TELLING}


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
        {'error': 'UnknownTermError', 'values': ['A/RES/1/1', 'the store'], 'text': "'A/RES/1/1' is not in the store"}
    """
    kind: type[ResographError]
    values: list[object]
    match error:
        case RefusedError():
            kind, values = RefusedError, [error.status, error.reason, str(error), error.retry]
        case SymbolError():
            kind, values = SymbolError, [error.text, error.position, error.reason]
        case UnknownTermError():
            kind, values = UnknownTermError, [error.term, error.vocabulary]
        case DocumentError():
            kind, values = DocumentError, [error.path, error.reason]
        case _:
            kind, values = next(one for one in type(error).mro() if one in _SIMPLE.values()), [str(error)]
    return {"error": kind.__name__, "values": values, "text": str(error)}


def unpack(packed: dict[str, object]) -> ResographError:
    """Make the error anew that was packed, with its text; one of a class of its own becomes one of the class above.

    Example:
        >>> unpack(pack(SymbolError("A//1", 2, "a part is missing")))
        SymbolError("'A//1' is no document symbol: a part is missing (at character 3)")
    """
    values = packed["values"]
    assert isinstance(values, list)
    error = _KINDS[str(packed["error"])](*values)
    error.args = (packed["text"],)
    return error
