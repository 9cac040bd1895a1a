"""The whole graph in the formats of other tools."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.etree import ElementTree

from graph.files import replacing
from graph.named_graphs import FORMATS
from graph.storing import GraphStore
from ontology.errors import StoreError
from ontology.iri import BASE

if TYPE_CHECKING:
    from graph.network import MultiDiGraph

__all__ = ["EXPORT_FORMATS", "export"]

_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}
_TIMES = {"start", "end"}


def export(store: GraphStore, form: str, out: str | Path | BinaryIO, *, language: str = "zh") -> None:
    """Write the graph of a store in a format.

    Args:
        store: The store.
        form: One of ``EXPORT_FORMATS``. Turtle, TriG, N-Quads and JSON-LD hold every quad (Turtle every triple);
            GraphML, GEXF and CSV hold the network: documents, instruments and actors, and the edges between them
            with the words that prove each. CSV is two tables: nodes, an empty line, edges; written to a path
            ``NAME.csv``, they become the files ``NAME.nodes.csv`` and ``NAME.edges.csv``.
        out: A path, whose file is replaced only when all is written; or an open binary file.
        language: Language in which a network prefers titles and names.

    Raises:
        StoreError: There is no such format.

    Example:
        >>> import tempfile
        >>> from graph.store import Store
        >>> with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        ...     export(store, "nquads", Path(folder) / "all.nq")
        ...     (Path(folder) / "all.nq").read_bytes()
        b''
    """
    if form not in EXPORT_FORMATS:
        raise StoreError(f"{form!r} is no format for an export; there are {', '.join(EXPORT_FORMATS)}")
    if form in FORMATS:
        with _opened(out) as file:
            store.write(file, form)
        return
    from graph.projection import project

    network = project(store, language=language)
    if form == "csv" and isinstance(out, str | Path):
        _two_tables(network, Path(out))
        return
    with _opened(out) as file:
        _NETWORKS[form](network, file)


def _opened(out: str | Path | BinaryIO) -> AbstractContextManager[BinaryIO]:
    if isinstance(out, str | Path):
        return replacing(Path(out))
    return _Left(out)


class _Left(AbstractContextManager[BinaryIO]):
    """A file of the caller, left open."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def __enter__(self) -> BinaryIO:
        return self._file

    def __exit__(self, *_: object) -> None:
        self._file.flush()


def _flat(attributes: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    """Keep what is known, as plain values that XML can hold: a list becomes its members, joined by semicolons."""
    known = {name: value for name, value in sorted(attributes.items()) if value not in (None, (), [], {})}
    return {name: value if isinstance(value, int | float) else _text(value) for name, value in known.items()}


def _text(value: object) -> str:
    return value.translate(_CONTROLS) if isinstance(value, str) else _joined(value).translate(_CONTROLS)


def _joined(value: object) -> str:
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return "; ".join(map(str, value)) if isinstance(value, Iterable) else str(value)


def _plain(network: "MultiDiGraph") -> "MultiDiGraph":
    """Copy a network with plain values only, its nodes and edges in a fixed order and its edges under unique names."""
    from graph.network import MultiDiGraph

    plain = MultiDiGraph()
    for node, data in sorted(network.nodes(data=True)):
        plain.add_node(node, **_flat(data))
    for one, two, key, data in sorted(
        network.edges(keys=True, data=True), key=lambda edge: (edge[0], edge[1], str(edge[2]))
    ):
        name = key if str(key).startswith(BASE) else f"{one} {key} {two}"
        plain.add_edge(one, two, key=name, **_flat(data))
    return plain


def _graphml(network: "MultiDiGraph", out: BinaryIO) -> None:
    from networkx import write_graphml_xml  # type: ignore[import-untyped]  # networkx ships no types

    write_graphml_xml(_plain(network), out, named_key_ids=True)


def _gexf(network: "MultiDiGraph", out: BinaryIO) -> None:
    """Write GEXF, but for two things that networkx puts in.

    The day of writing goes, so that the same graph gives the same file; and offsets in a text are renamed, lest GEXF
    takes ``start`` and ``end`` for times.
    """
    from networkx import write_gexf

    plain, buffer = _plain(network), io.BytesIO()
    for _, _, data in plain.edges(data=True):
        for name in _TIMES & data.keys():
            data[f"offset_{name}"] = data.pop(name)
    write_gexf(plain, buffer, version="1.2draft")
    tree = ElementTree.fromstring(buffer.getvalue())
    for found in tree.iter():
        found.attrib.pop("lastmodifieddate", None)
    out.write(ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True) + b"\n")


def _nodes(network: "MultiDiGraph") -> list[dict[str, Any]]:
    return [{"key": node, **data} for node, data in network.nodes(data=True)]


def _edges(network: "MultiDiGraph") -> list[dict[str, Any]]:
    edges = network.edges(keys=True, data=True)
    return [{"source": one, "target": two, "edge": str(key), **data} for one, two, key, data in edges]


def _rows(items: Iterable[dict[str, Any]], first: tuple[str, ...]) -> bytes:
    rows = list(items)
    names = (*first, *sorted({name for row in rows for name in row} - set(first)))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _tables(network: "MultiDiGraph") -> tuple[bytes, bytes]:
    plain = _plain(network)
    return _rows(_nodes(plain), ("key",)), _rows(_edges(plain), ("source", "target", "edge"))


def _csv(network: "MultiDiGraph", out: BinaryIO) -> None:
    out.write(b"\n".join(_tables(network)))


def _two_tables(network: "MultiDiGraph", path: Path) -> None:
    for name, content in zip(("nodes", "edges"), _tables(network), strict=True):
        with replacing(path.with_name(f"{path.stem}.{name}.csv")) as file:
            file.write(content)


_NETWORKS: Mapping[str, Callable[["MultiDiGraph", BinaryIO], None]] = {"csv": _csv, "gexf": _gexf, "graphml": _graphml}

EXPORT_FORMATS: tuple[str, ...] = (*sorted(FORMATS), *sorted(_NETWORKS))
"""The formats of an export."""
