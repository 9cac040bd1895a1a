"""The tasks of the pages, which the workers for pages import when they start."""

import json

from graph.query import NamedQuery, bind, named_queries
from graph.server.editor.examples import declared
from graph.server.pages.answer import Asked, Reply, answer
from graph.server.tasks import Answer, Arguments, task
from graph.store import Store
from ontology.errors import UnknownTermError

__all__ = ["example", "page", "wrapped"]


@task("page")
def page(store: Store, arguments: Arguments) -> Answer:
    """Answer a request for a page; the arguments are those of ``graph.server.pages.answer.Asked``."""
    told = dict(arguments)
    told["query"] = tuple((str(name), str(value)) for name, value in told["query"])
    return wrapped(answer(store, Asked(**told)))


@task("example")
def example(store: Store, arguments: Arguments) -> Answer:
    """Write the SPARQL of a named query with values in its blanks, its prefixes declared.

    Raises:
        UnknownTermError: There is no such query, or a value must be an entity id or a function and is none.
        SymbolError: A value must be a document symbol and is none.
        QueryError: A value is missing.
    """
    query = _named(arguments["name"])
    values = {name: value for name, value in arguments["values"].items() if value}
    text = declared(bind(store, query, values))
    return Answer("application/sparql-query", f"# {query.question[arguments['language']]}\n{text}".encode())


def wrapped(reply: Reply) -> Answer:
    """Put status and headers before the body, in a line of JSON.

    Example:
        >>> wrapped(Reply(404, "text/plain", b"none")).body
        b'{"headers": [], "status": 404}\\nnone'
    """
    head = json.dumps({"headers": [list(pair) for pair in reply.headers], "status": reply.status})
    return Answer(reply.media_type, head.encode() + b"\n" + reply.body)


def _named(name: str) -> NamedQuery:
    found = next((query for query in named_queries() if query.name == name), None)
    if found is None:
        raise UnknownTermError(name, "the named queries")
    return found
