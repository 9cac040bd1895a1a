"""The version of what makes the graph: a change of its code or its data makes every document worth reading anew."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["computing_version", "extractor_version"]

_PACKAGES = ("corpus", "extract", "ontology")
_MODULES = (("graph", "provenance.py"), ("graph", "quads.py"), ("graph", "registry.py"))
_COMPUTING = "graph.computed"
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
    roots = [files(package) for package in _PACKAGES]
    return _version((*roots, *(files(package) / name for package, name in _MODULES)))


@cache
def computing_version() -> str:
    """Name the code that computes what follows from all documents together.

    Returns:
        In the form of `extractor_version`, which it does not include.

    Example:
        >>> computing_version() == computing_version() != extractor_version()
        True
    """
    return _version([files(_COMPUTING)])


def _version(roots: Iterable[Traversable]) -> str:
    digest = hashlib.sha256()
    for root in roots:
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
