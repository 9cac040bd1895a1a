"""The command line: one module a command, each a thin layer over the Python function that does the work."""

from graph.cli.program import main

__all__ = ["main"]
