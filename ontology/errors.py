"""The errors of resograph: one base, and leaves that carry the offending value."""

__all__ = [
    "DocumentError",
    "OutputError",
    "QueryError",
    "ResographError",
    "ServerError",
    "StoreError",
    "SymbolError",
    "UnknownTermError",
]


class ResographError(Exception):
    """The base of every error that resograph raises on purpose; its text is one line for people."""


class SymbolError(ResographError, ValueError):
    """A text is no document symbol.

    Attributes:
        text: What was given.
        position: Index in ``text`` where reading had to stop.
        reason: Why, in one phrase.
    """

    def __init__(self, text: str, position: int, reason: str) -> None:
        self.text = text
        self.position = position
        self.reason = reason
        super().__init__(f"{text!r} is no document symbol: {reason} (at character {position + 1})")


class DocumentError(ResographError):
    """A source cannot be read as a document.

    Attributes:
        path: Name of the source.
        reason: Why, in one phrase, with what to do about it.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class StoreError(ResographError):
    """A store cannot be opened, read or written."""


class OutputError(ResographError):
    """A result cannot be written where it was asked for."""


class ServerError(ResographError):
    """A server cannot be started where it was asked for."""


class QueryError(ResographError, ValueError):
    """A SPARQL query is malformed or of a kind that is not allowed."""


class UnknownTermError(ResographError, KeyError):
    """A term is outside a closed vocabulary or registry."""

    def __init__(self, term: str, vocabulary: str) -> None:
        self.term = term
        self.vocabulary = vocabulary
        super().__init__(f"{term!r} is not in {vocabulary}")

    def __str__(self) -> str:
        return str(self.args[0])
