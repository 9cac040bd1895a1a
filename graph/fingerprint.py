"""The version of what makes the graph: a change of its code or its data makes every document worth reading anew."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["extractor_version"]

_PACKAGES = ("corpus", "extract", "ontology")
_MODULES = (("graph", "provenance.py"), ("graph", "quads.py"), ("graph", "registry.py"))
# Documents to try the tool on; what they say changes no other document.
_NO_PART = frozenset({"specimens"})
_SHOWN_DIGITS = 12


@cache
def extractor_version() -> str:
    """Name the extractor: the version of resograph, and a digest of the code and data that make the graph.

    Returns:
        Such as ``0.1.0+4f0c2a91d37e``; the same installation always has the same.

    Example:
        >>> extractor_version() == extractor_version()
        True
    """
    digest = hashlib.sha256()
    roots = [files(package) for package in _PACKAGES]
    modules = [files(package) / name for package, name in _MODULES]
    for root in (*roots, *modules):
        for name, content in _contents(root, root.name):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return f"{version('resograph')}+{digest.hexdigest()[:_SHOWN_DIGITS]}"


def _contents(found: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if found.is_file():
        yield name, found.read_bytes()
    elif not found.name.startswith(("_", ".")) and found.name not in _NO_PART:
        for inside in sorted(found.iterdir(), key=lambda entry: entry.name):
            yield from _contents(inside, f"{name}/{inside.name}")
