"""Where each node of the picture stands: its date from left to right, its organ from top to bottom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, log2, sqrt
from statistics import fmean, median

from graph.labels import width
from graph.moments import Moment, moment
from graph.network import MultiDiGraph
from ontology.symbol_order import key_order

__all__ = ["Lane", "Layout", "Tick", "layout", "moments", "positions", "radius"]

LANES = ("instruments", "sc", "sc+", "ga", "ga+", "hrc", "hrc+", "ecosoc", "ecosoc+", "tc", "tc+")
LAST_LANES = ("secretariat+", "other", "actors")
ORGAN_BY_ROOT = (("A/HRC/", "hrc"), ("A/", "ga"), ("S/", "sc"), ("E/", "ecosoc"), ("T/", "tc"), ("ST/", "secretariat"))
ADOPTED = ("resolution", "decision")

# Widths that a year with one document may have; the one that makes the picture most like a screen is taken.
YEAR_WIDTHS = (18.0, 22.0, 26.0, 31.0, 37.0, 44.0, 53.0, 64.0, 76.0, 90.0)
EMPTY_SHARE, SCREEN = 0.12, 1.1
GAP, ROW, LINE = 12.0, 46.0, 15.0
HEAD, FOOT = 30.0, 8.0
# Where the strip of what nothing dates ends; the labels of the first year reach to the left of the axis.
UNDATED_X = -90.0


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year on the axis."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal band; ``name`` is an organ, with ``+`` for what it did not adopt, or instruments, other, actors."""

    name: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished layout.

    Attributes:
        positions: Coordinates of every node.
        moments: When every node stands.
        ticks: The years, in order, with one more than the last that holds a document.
        lanes: The bands, from the top.
        undated: Left and right edge of the strip beside the axis that holds what nothing dates; None where it is empty.
    """

    positions: Mapping[str, tuple[float, float]]
    moments: Mapping[str, Moment]
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    undated: tuple[float, float] | None


def positions(graph: MultiDiGraph) -> dict[str, tuple[float, float]]:
    """Give every node its coordinates.

    Args:
        graph: Nodes and edges as ``project`` gives them.

    Returns:
        Node to (x, y); the same for the same graph, in whatever order it was built.

    Example:
        >>> graph = MultiDiGraph()
        >>> graph.add_node("S/RES/1(1946)", kind="document", type="resolution", date="1946-01-25")
        >>> graph.add_node("S/RES/2(1946)", kind="document", type="resolution", date="1946-01-30")
        >>> placed = positions(graph)
        >>> placed["S/RES/1(1946)"][0] < placed["S/RES/2(1946)"][0]
        True
    """
    return dict(layout(graph).positions)


def layout(graph: MultiDiGraph) -> Layout:
    """Place every node, and say where the years and the bands are.

    Time runs from left to right and is monotone, but a year is as wide as what it holds: decades without a document
    would otherwise push the others together. Inside a band a node takes the free row nearest to what it is joined to.

    Args:
        graph: Nodes and edges as ``project`` gives them; ``label`` may hold line feeds.

    Returns:
        The layout.

    Example:
        >>> layout(MultiDiGraph()).lanes
        ()
    """
    when = moments(graph)
    bands = {node: _lane(node, graph.nodes[node]) for node in sorted(graph)}
    drafts = [_draft(graph, when, bands, unit) for unit in YEAR_WIDTHS]
    return min(drafts, key=lambda draft: abs(log2(_proportion(draft) / SCREEN)))


def _draft(graph: MultiDiGraph, when: Mapping[str, Moment], bands: Mapping[str, str], unit: float) -> Layout:
    order = [name for name in (*LANES, *LAST_LANES) if name in set(bands.values())]
    ticks = _ticks(when, bands, unit)
    across = {node: _x(found.time, ticks) for node, found in when.items()}
    half = {node: max(width(_label(graph, node)) / 2, radius(graph, node)) + GAP / 2 for node in bands}
    strip = _strip(graph, when, bands, half)
    across |= strip
    across |= _spread(graph, across, half, ticks)
    members = {name: sorted((n for n in bands if bands[n] == name), key=lambda n: (across[n], n)) for name in order}

    rows = {name: _rows(members[name], across, half, lambda _, free: free[0]) for name in order}
    lanes, down = _stack(graph, members, rows)
    for name, lane in zip(order, lanes, strict=True):
        rows[name] = _rows(members[name], across, half, _nearest(graph, lane, down, max(rows[name].values())))
    lanes, down = _stack(graph, members, rows)
    undated = (round(min(strip[n] - half[n] for n in strip), 1), UNDATED_X) if strip else None
    return Layout({n: (round(across[n], 1), round(down[n], 1)) for n in bands}, when, ticks, lanes, undated)


def _strip(
    graph: MultiDiGraph, when: Mapping[str, Moment], bands: Mapping[str, str], half: Mapping[str, float]
) -> dict[str, float]:
    """Set what nothing dates in columns to the left of the axis, the first one nearest to it."""
    waiting: dict[str, list[str]] = {}
    for node in sorted(bands, key=key_order):
        if when[node].time is None and graph.nodes[node].get("kind") != "actor":
            waiting.setdefault(bands[node], []).append(node)
    if not waiting:
        return {}
    wide = 2 * max(half[node] for nodes in waiting.values() for node in nodes)
    columns = ceil(sqrt(max(map(len, waiting.values())) / 3))
    return {
        node: UNDATED_X - (at % columns + 0.5) * wide for nodes in waiting.values() for at, node in enumerate(nodes)
    }


def _proportion(draft: Layout) -> float:
    """Compare width and height of what stands on the axis; the strip beside it does not count."""
    wide = (draft.ticks[-1].x if draft.ticks else 0.0) + 160
    return wide / max(draft.lanes[-1].bottom if draft.lanes else 0.0, 1.0)


def moments(graph: MultiDiGraph) -> dict[str, Moment]:
    """Say when every node stands on the axis.

    Args:
        graph: Nodes and edges as ``project`` gives them.

    Returns:
        Node to moment, by the rule of ``moment``.

    Example:
        >>> graph = MultiDiGraph()
        >>> graph.add_node("A/RES/57/32", kind="document", session=57, date=None)
        >>> moments(graph)["A/RES/57/32"]
        Moment(time=2002.708, basis='session')
    """
    return {node: moment(node, graph.nodes[node]) for node in sorted(graph)}


def radius(graph: MultiDiGraph, node: str) -> float:
    """Give the size at which a node is drawn: it grows with the logarithm of the documents that point at it.

    Example:
        >>> graph = MultiDiGraph([("A/79/837", "A/RES/76/270")])
        >>> radius(graph, "A/79/837"), radius(graph, "A/RES/76/270")
        (7.0, 9.0)
    """
    return round(min(7.0 + 2.0 * log2(1 + len(set(graph.predecessors(node)))), 20.0), 1)


def _organ(node: str, attributes: Mapping[str, object]) -> str:
    body = attributes.get("body")
    if isinstance(body, str) and body in {organ for _, organ in ORGAN_BY_ROOT}:
        return body
    return next((organ for root, organ in ORGAN_BY_ROOT if node.startswith(root)), "other")


def _lane(node: str, attributes: Mapping[str, object]) -> str:
    if attributes.get("kind") in {"actor", "instrument"}:
        return f"{attributes['kind']}s"
    organ = _organ(node, attributes)
    name = organ if attributes.get("type") in ADOPTED else f"{organ}+"
    return name if name in LANES or name in LAST_LANES else "other"


def _ticks(when: Mapping[str, Moment], bands: Mapping[str, str], unit: float) -> tuple[Tick, ...]:
    """Make a year as wide as the root of what its fullest band holds: a square then needs as many rows as columns."""
    held: dict[int, dict[str, int]] = {}
    for node, found in when.items():
        if found.time is not None:
            counts = held.setdefault(int(found.time), {})
            counts[bands[node]] = counts.get(bands[node], 0) + 1
    ticks, x = [], 0.0
    for year in range(min(held), max(held) + 1) if held else ():
        ticks.append(Tick(year, round(x, 1)))
        x += unit * (sqrt(max(held[year].values())) if year in held else EMPTY_SHARE)
    return (*ticks, Tick(max(held) + 1, round(x, 1))) if held else ()


def _x(time: float | None, ticks: tuple[Tick, ...]) -> float:
    if time is None:
        return UNDATED_X
    index = int(time) - ticks[0].year
    left, right = ticks[index].x, ticks[index + 1].x
    return left + (time - int(time)) * (right - left)


def _spread(
    graph: MultiDiGraph, across: Mapping[str, float], half: Mapping[str, float], ticks: tuple[Tick, ...]
) -> dict[str, float]:
    """Set the actors in columns, each near the middle of those that name it, on as few rows as the axis has room for.

    An actor has no date; a hundred that one report names would otherwise hang under it in a single pile.
    """
    actors = [node for node in across if graph.nodes[node].get("kind") == "actor"]
    middle = {
        node: max(median([across[n] for n in _neighbours(graph, node)] or [UNDATED_X]), UNDATED_X) for node in actors
    }
    actors.sort(key=lambda node: (middle[node], node))
    right = ticks[-1].x if ticks else 0.0
    rows = max(1, ceil(1.2 * sum(2 * half[node] for node in actors) / (right - UNDATED_X)))
    columns = [actors[at : at + rows] for at in range(0, len(actors), rows)]
    wide = [max(half[node] for node in column) for column in columns]
    places = [fmean(middle[node] for node in column) for column in columns]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + wide[at - 1] + wide[at])
    # What was pushed beyond the end of the axis comes back and pushes the others to the left.
    for at in reversed(range(len(places))):
        limit = places[at + 1] - wide[at + 1] - wide[at] if at + 1 < len(places) else max(right, middle[actors[-1]])
        places[at] = min(places[at], limit)
    return {node: place for column, place in zip(columns, places, strict=True) for node in column}


def _rows(
    nodes: list[str],
    across: Mapping[str, float],
    half: Mapping[str, float],
    choose: Callable[[str, list[int]], int],
) -> dict[str, int]:
    """Give each node of a band a row on which its label meets no other, opening a row where none is free."""
    ends: list[float] = []
    rows: dict[str, int] = {}
    for node in sorted(nodes, key=lambda n: (across[n] - half[n], n)):
        free = [row for row, end in enumerate(ends) if end <= across[node] - half[node]]
        if not free:
            ends.append(0.0)
            free = [len(ends) - 1]
        rows[node] = choose(node, free)
        ends[rows[node]] = across[node] + half[node]
    return rows


def _nearest(graph: MultiDiGraph, lane: Lane, down: Mapping[str, float], last: int) -> Callable[[str, list[int]], int]:
    def choose(node: str, free: list[int]) -> int:
        joined = [down[other] for other in _neighbours(graph, node)]
        pull = (fmean(joined) - lane.top) / (lane.bottom - lane.top) if joined else 0.0
        wanted = min(max(pull, 0.0), 1.0) * last
        return min(free, key=lambda row: (abs(row - wanted), row))

    return choose


def _stack(
    graph: MultiDiGraph, members: Mapping[str, list[str]], rows: Mapping[str, Mapping[str, int]]
) -> tuple[tuple[Lane, ...], dict[str, float]]:
    """Lay the bands one under the other, each as high as its rows and the longest label in it ask."""
    lanes: list[Lane] = []
    down: dict[str, float] = {}
    top = 0.0
    for name, nodes in members.items():
        lines = max(_label(graph, node).count("\n") for node in nodes)
        step = ROW + LINE * lines
        down |= {node: top + HEAD + (rows[name][node] + 0.5) * step - LINE * lines / 2 for node in nodes}
        bottom = top + HEAD + (max(rows[name].values()) + 1) * step + FOOT
        lanes.append(Lane(name, round(top, 1), round(bottom, 1)))
        top = bottom
    return tuple(lanes), down


def _neighbours(graph: MultiDiGraph, node: str) -> list[str]:
    return sorted({*graph.predecessors(node), *graph.successors(node)} - {node})


def _label(graph: MultiDiGraph, node: str) -> str:
    return str(graph.nodes[node].get("label") or node)
