"""Coordinates: time from left to right, organs from top to bottom, labels apart."""

from itertools import combinations
from time import perf_counter

import pytest
from view_sample import sample

from graph.labels import broken, pieces, width
from graph.moments import moment
from graph.network import MultiDiGraph
from graph.positions import layout, moments, positions, radius


def reversed_copy(graph: MultiDiGraph) -> MultiDiGraph:
    other = MultiDiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    return other


def test_order_of_building_does_not_matter() -> None:
    assert positions(sample()) == positions(reversed_copy(sample()))


def test_later_is_further_right() -> None:
    graph = sample()
    when, where = moments(graph), positions(graph)
    events = sorted((node for node in graph if when[node].time is not None), key=lambda node: when[node].time or 0)
    across = [where[node][0] for node in events]
    assert across == sorted(across)
    assert where["A/RES/217(III)"][0] < where["A/RES/55/2"][0] < where["A/79/837"][0]


def test_labels_of_a_row_do_not_meet() -> None:
    graph = sample()
    where = positions(graph)
    for one, other in combinations(sorted(where), 2):
        if abs(where[one][1] - where[other][1]) < 30:
            apart = abs(where[one][0] - where[other][0])
            needed = (width(graph.nodes[one]["label"]) + width(graph.nodes[other]["label"])) / 2
            assert apart >= needed, (one, other)


def test_bands_are_stacked_and_hold_their_nodes() -> None:
    found = layout(sample())
    names = [lane.name for lane in found.lanes]
    assert names == ["instruments", "sc", "ga", "ga+", "hrc", "ecosoc", "actors"]
    for above, below in zip(found.lanes, found.lanes[1:], strict=False):
        assert above.bottom == below.top
    bands = {lane.name: lane for lane in found.lanes}
    rows = (
        ("S/RES/1325(2000)", "sc", "adopted by the Council"),
        ("A/RES/76/270", "ga", "adopted by the Assembly"),
        ("A/79/837", "ga+", "a report to the Assembly"),
        ("A/C.3/78/L.49", "ga+", "a draft is not adopted"),
        ("A/HRC/RES/22/15", "hrc", "its symbol begins like one of the Assembly"),
        ("actor:ipu", "actors", "no document"),
    )
    for node, name, reason in rows:
        assert bands[name].top < found.positions[node][1] < bands[name].bottom, reason


@pytest.mark.parametrize(
    ("attributes", "time", "basis"),
    [
        ({"date": "2000-01-01"}, 2000.0, "day"),
        ({"date": "2000-07"}, 2000 + 6.5 / 12, "month"),
        ({"date": "2000"}, 2000.5, "year"),
        ({"year": 1994}, 1994.5, "year"),
        ({"session": 57, "body": "ga"}, 2002.708, "session"),
        ({"session": 57, "body": "ga-c3"}, 2002.708, "session"),
        ({"session": 22, "body": "hrc"}, 2013.5, "session"),
        ({"session": 57, "body": "uncitral"}, None, "none"),
        ({"session": 251, "body": "ga"}, None, "none"),
        ({"session": "S-9", "body": "ga"}, None, "none"),
        ({"kind": "actor", "date": "1945-10-24"}, None, "none"),
    ],
)
def test_moment_says_on_what_it_rests(attributes: dict[str, object], time: float | None, basis: str) -> None:
    graph = MultiDiGraph()
    graph.add_node("x", **{"kind": "document", **attributes})
    moment = moments(graph)["x"]
    assert moment.basis == basis
    assert moment.time == (None if time is None else pytest.approx(time))


SYMBOLS = (
    ("A/73/325", 2018, "session", "the session opens in September of 1945 + 73"),
    ("A/HRC/50/1", 2022, "session", "three sessions of the Council a year"),
    ("S/RES/1540(2004)", 2004, "year", "the year is part of the symbol"),
    ("E/2010/5", 2010, "year", "the year is part of the symbol"),
    ("A/HRC/WG.6/12/L.1", None, "none", "the sessions of a working group are its own"),
    ("A/RES/S-13/2", None, "none", "a special session has no year"),
    ("A/CONF.177/20/Rev.1", None, "none", "nothing tells it"),
)


@pytest.mark.parametrize(("symbol", "year", "basis", "reason"), SYMBOLS)
def test_a_symbol_dates_what_is_only_cited(symbol: str, year: int | None, basis: str, reason: str) -> None:
    found = moment(symbol, {"kind": "document", "date": None})
    assert (None if found.time is None else int(found.time), found.basis) == (year, basis), reason


def test_nothing_is_dated_by_what_cites_it() -> None:
    graph = MultiDiGraph()
    graph.add_node("A/79/837", kind="document", date="2025-03-25")
    graph.add_node("A/CONF.177/20/Rev.1", kind="document", date=None)
    graph.add_edge("A/79/837", "A/CONF.177/20/Rev.1")
    found = layout(graph)
    assert found.moments["A/CONF.177/20/Rev.1"].time is None
    assert found.undated is not None
    left, right = found.undated
    assert left < found.positions["A/CONF.177/20/Rev.1"][0] < right < found.ticks[0].x
    assert layout(sample().subgraph(["A/RES/76/270"]).copy()).undated is None


def test_many_undated_stand_in_several_columns_apart() -> None:
    graph = MultiDiGraph()
    for number in range(40):
        graph.add_node(f"A/CONF.{number}/1", kind="document")
    where = positions(graph)
    assert 3 <= len({x for x, _ in where.values()}) <= 8
    assert len(set(where.values())) == 40


def test_what_nothing_dates_stands_left_of_the_axis() -> None:
    graph = sample()
    graph.add_node("unidentified/0011223344556677", kind="document", type="letter")
    found = layout(graph)
    assert found.positions["unidentified/0011223344556677"][0] < found.ticks[0].x


def test_an_actor_stands_amid_those_that_name_it() -> None:
    graph = sample()
    where = positions(graph)
    naming = [where[node][0] for node in graph.predecessors("actor:ipu")]
    assert min(naming) <= where["actor:ipu"][0] <= max(naming)


def test_many_actors_of_one_document_do_not_hang_in_a_pile() -> None:
    graph = sample()
    for number in range(200):
        graph.add_node(f"actor:{number:03}", kind="actor", label=f"第{number}工作组")
        graph.add_edge("A/79/837", f"actor:{number:03}", relation="mentions")
    found = layout(graph)
    placed = [found.positions[f"actor:{number:03}"] for number in range(200)]
    assert len({x for x, _ in placed}) > 5
    assert max(x for x, _ in placed) <= found.ticks[-1].x
    assert len(set(placed)) == 200


def test_five_thousand_nodes_take_seconds_at_most() -> None:
    graph = MultiDiGraph()
    for number in range(5000):
        date = f"{1946 + number * 7 % 80}-{1 + number % 12:02}-15"
        graph.add_node(f"A/RES/{number}/1", kind="document", type="resolution", date=date, body="ga")
        graph.add_edge(f"A/RES/{number}/1", f"A/RES/{number // 2}/1")
    begun = perf_counter()
    assert len(positions(graph)) == 5000
    assert perf_counter() - begun < 10, "about a second on an idle machine"


def test_size_grows_with_what_points_at_a_node() -> None:
    graph = sample()
    assert radius(graph, "A/79/837") < radius(graph, "A/RES/76/270") < radius(graph, "A/RES/55/2") <= 20


@pytest.mark.parametrize(
    ("name", "expected", "reason"),
    [
        ("大会", "大会", "short enough"),
        ("消除对妇女的歧视公约", "消除对妇女的歧视公约", "ten characters need no break"),
        ("联合国同各国议会联盟的合作协定", "联合国同各国议会联盟的\n合作协定", "a particle hangs over"),
        ("国际刑事法院罗马规约和有关文书", "国际刑事法院罗马规约和\n有关文书", "a particle hangs over"),
        ("儿童权利公约和任择议定书的执行", "儿童权利公约和\n任择议定书的执行", "after a particle past the half"),
        ("一二三四五六七八九十，甲乙丙", "一二三四五六七八九十，\n甲乙丙", "a comma starts no line"),
        ("一二三四五六七八九《甲》", "一二三四五六七八九\n《甲》", "an opening mark ends no line"),
        ("Inter-Parliamentary Union", "Inter-Parliamentary\nUnion", "words stay whole"),
        ("联合国气候变化框架公约", "联合国气候变化框\n架公约", "a lone last character takes others along"),
        ("第2030号项目计划概要和草案", "第2030号项目计划概\n要和草案", "a number stays whole and counts half"),
        ("一二三四五六七八九十" * 4, "\n".join(["一二三四五六七八九十"] * 3) + "…", "the rest is cut"),
    ],
)
def test_names_break_where_a_reader_would(name: str, expected: str, reason: str) -> None:
    assert broken(name, after="的和与、") == expected, reason


@pytest.mark.parametrize(
    ("name", "expected", "reason"),
    [
        ("A/RES/76/270", ("A/", "RES/", "76/", "270"), "after each slash"),
        ("S/RES/1325(2000)", ("S/", "RES/", "1325(2000)"), "not before a bracket"),
        ("A/65/382-S/2010/490", ("A/", "65/", "382-S/", "2010/", "490"), "not after a hyphen"),
        ("联合国宪章", (), "a name in words"),
        ("Article 5/6 of it", (), "words with a slash are no symbol"),
    ],
)
def test_symbols_break_after_slashes_alone(name: str, expected: tuple[str, ...], reason: str) -> None:
    assert pieces(name) == expected, reason
