"""The front page: a query editor for people, with the named queries as examples."""

from graph.server.editor.front import POLICY, front_page

__all__ = ["POLICY", "front_page"]
