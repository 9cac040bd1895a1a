from pathlib import Path

import pytest
from small_graph import small_store

from graph.query import NamedQuery, load, named_queries, run
from ontology.errors import QueryError, SymbolError, UnknownTermError


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with small_store(tmp_path_factory.mktemp("query") / "store", computed=True) as opened:
        yield opened


def rows(store, name, columns, **arguments):
    result = run(store, name, arguments)
    picked = [result.variables.index(column) for column in columns]
    return [tuple(None if row[i] is None else row[i].value for i in picked) for row in result.rows]


# Name, arguments, columns to look at, expected rows in order.
ANSWERS = [
    (
        "symbols-in-doubt",
        {},
        ("document", "source", "series", "against"),
        [
            *((document, "given", None, None) for document in ("A/C.3/78/L.60", "A/RES/76/270")),
            ("A/79/837", "given", None, "session 78"),
        ],
    ),
    ("citing", {"document": "A/RES/76/270"}, ("citing", "function"), [("A/79/837", "requestedBy")]),
    (
        "citing",
        {"document": "A/RES/57/32"},
        ("citing", "function", "verb"),
        [
            ("A/79/837", "reaffirms", "重申"),
            ("A/RES/76/270", "recalls", "Recalling"),
            ("A/RES/76/270", "recalls", "回顾"),
        ],
    ),
    ("citing", {"document": "A/76/L.63"}, ("citing",), []),  # a link line is no citation
    (
        "cited",
        {"document": "A/79/837"},
        ("paragraph", "cited"),
        [("1", "A/RES/76/270"), ("2", "A/65/382"), ("2", "S/2010/490"), ("3", "A/RES/57/32")],
    ),
    (
        "recalls",
        {"document": "A/RES/57/32"},
        ("citing", "date", "sentence"),
        [
            ("A/RES/76/270", "2022-06-21", "Recalling its resolution 57/32 of 19 November 2002,"),
            ("A/RES/76/270", "2022-06-21", "回顾其2002年11月19日第57/32号决议和《2005年世界首脑会"),
        ],
    ),
    (
        "acts-by-verb",
        {"function": "recalls"},
        ("verb", "language", "times", "documents"),
        [("回顾", "zh", "2", "1"), ("Recalling", "en", "1", "1"), ("又回顾", "zh", "1", "1")],
    ),
    (
        "most-cited",
        {},
        ("cited", "documents"),
        [
            ("A/RES/57/32", "2"),
            ("A/65/382", "1"),
            ("A/RES/60/1", "1"),
            ("A/RES/72/278", "1"),
            ("A/RES/76/270", "1"),
            ("S/2010/490", "1"),
        ],
    ),
    (
        "unanswered-requests",
        {},
        ("document", "asked", "due", "dueBody"),
        [("A/C.3/78/L.60", "sg", None, None)],  # A/79/837 answers the other request
    ),
    ("answers", {}, ("request", "requested", "answer"), [("A/RES/76/270", "2022-06-21", "A/79/837")]),
    (
        "asked-most",
        {},
        ("actor", "paragraphs", "by", "verb", "times", "documents"),
        [
            ("sg", "2", None, "请", "1", "1"),
            ("sg", "2", "ga", "请", "1", "1"),
            ("undp", "1", "ga", "鼓励", "1", "1"),
        ],
    ),  # of the draft no body is known
    (
        "refers-to",
        {"document": "A/RES/76/270"},
        ("kind", "entity", "type", "times"),
        [
            ("actor", "sg", None, "1"),
            ("actor", "undp", None, "1"),
            ("document", "A/RES/57/32", "Resolution", "2"),
            ("document", "A/76/L.63", "Draft", "1"),
            ("document", "A/RES/60/1", "Resolution", "1"),
            ("document", "A/RES/72/278", "Resolution", "1"),
        ],
    ),  # the types of actors stand in the registry, which this store lacks
    (
        "recalls",
        {"document": "A/RES/57/32", "body": "ga"},
        ("citing", "verb"),
        [
            ("A/RES/76/270", "Recalling"),
            ("A/RES/76/270", "回顾"),
        ],
    ),
    ("recalls", {"document": "A/RES/57/32", "body": "sc"}, ("citing",), []),
    (
        "words-of-act",
        {"function": "recalls"},
        ("verb", "language", "document", "times"),
        [
            ("Recalling", "en", "A/RES/76/270", "1"),
            ("又回顾", "zh", "A/RES/76/270", "1"),
            ("回顾", "zh", "A/RES/76/270", "2"),
        ],
    ),
    (
        "operative-words",
        {},
        ("words", "language", "document", "times", "asks"),
        [
            ("请", "zh", "A/C.3/78/L.60", "1", "1"),
            ("请", "zh", "A/RES/76/270", "1", "1"),
            ("鼓励", "zh", "A/RES/76/270", "1", "1"),
        ],
    ),
    ("operative-words", {"verb": "鼓励"}, ("document",), [("A/RES/76/270",)]),
    (
        "roles-held",
        {},
        ("who", "held", "where", "from"),
        [
            ("sg", "addressee", "A/C.3/78/L.60", None),
            ("sg", "author", "A/79/837", "2025-03-25"),
            ("state:china", "sponsor", "A/C.3/78/L.60", None),
            ("state:mali", "sponsor", "A/C.3/78/L.60", None),
            ("undp", "addressee", "A/RES/76/270", "2022-06-21"),
        ],
    ),  # not the Secretary-General by 76/270, whose time ends with the session
    (
        "roles-held",
        {"actor": "sg", "day": "2024-01-01"},
        ("held", "until", "inferred"),
        [
            ("addressee", "2025-09", "true"),
        ],
    ),
    (
        "roles-held",
        {"role": "lead", "day": "2023-12-31"},
        ("who", "where"),
        [
            ("undp", "A/79/837"),
            ("undp", "state:myanmar"),
        ],
    ),
    ("roles-held", {"role": "lead", "day": "2024"}, ("who",), []),
    (
        "roles-of-actor",
        {"actor": "sg"},
        ("held", "where", "from", "until", "inferred"),
        [
            ("addressee", "A/C.3/78/L.60", None, None, None),
            ("addressee", "A/RES/76/270", "2022-06-21", "2025-09", "true"),
            ("author", "A/79/837", "2025-03-25", None, None),
        ],
    ),
    (
        "roles-given",
        {"actor": "sg"},
        ("who", "held", "times", "first", "last"),
        [("sg", "addressee", "2", "2022-06-21", "2022-06-21"), ("sg", "author", "1", "2025-03-25", "2025-03-25")],
    ),
    (
        "roles-in-context",
        {"context": "A/RES/76/270"},
        ("held", "who", "until"),
        [("addressee", "sg", "2025-09"), ("addressee", "undp", None), ("adopting-body", "ga", "2022-06-21")],
    ),
    (
        "roles-in-context",
        {"context": "state:myanmar"},
        ("held", "who", "from", "until"),
        [
            ("lead", "undp", "2022", "2023"),
            ("partner", "unesco", "2022", "2023"),
            ("recipient", "parliaments", "2022", "2023"),
            ("supporter", "ipu", "2022", "2023"),
        ],
    ),
    (
        "statuses",
        {"document": "A/RES/76/270"},
        ("of", "status", "from", "until", "by"),
        [
            ("A/76/L.63", "draft", None, "2022-06-21", "A/76/L.63"),
            ("A/RES/76/270", "adopted", "2022-06-21", None, "A/RES/76/270"),
        ],
    ),
    ("first-step", {}, ("made", "step", "first", "date"), [("A/RES/76/270", "tabled", "A/76/L.63", None)]),
    (
        "steps-on-average",
        {},
        ("kind", "processes", "average", "least", "most"),
        [("answering", "1", "2", "2", "2"), ("making", "1", "2", "2", "2")],
    ),
    (
        "step-days",
        {"document": "A/79/837"},
        ("number", "step", "produced", "date", "days"),
        [
            ("1", "asked", "A/RES/76/270", "2022-06-21", None),
            ("2", "reported", "A/79/837", "2025-03-25", "1008"),
        ],
    ),
    (
        "last-products",
        {},
        ("last", "step", "date"),
        [
            ("A/79/837", "reported", "2025-03-25"),
            ("A/RES/76/270", "adopted", "2022-06-21"),
        ],
    ),
    (
        "most-cited-by-body",
        {},
        ("of", "cited", "documents"),
        [("ga", "A/RES/57/32", "1"), ("ga", "A/RES/60/1", "1"), ("ga", "A/RES/72/278", "1")],
    ),  # of the report no body is known
    (
        "most-cited-by-decade",
        {"decade": "2020"},
        ("cited", "documents"),
        [
            ("A/RES/57/32", "2"),
            ("A/RES/60/1", "1"),
            ("A/RES/72/278", "1"),
            ("A/RES/76/270", "1"),
        ],
    ),
    ("most-cited-by-decade", {"decade": "2010"}, ("cited",), []),
    (
        "most-cited-by-function",
        {"function": "reaffirms"},
        ("act", "cited", "documents"),
        [
            ("reaffirms", "A/RES/57/32", "1"),
        ],
    ),
    (
        "share-of-top",
        {},
        ("cited", "citations", "top", "citationsOfTop", "percent"),
        [("6", "7", "1", "2", "28.6")],
    ),  # A/RES/57/32 by two documents, five others by one
    (
        "descent",
        {"document": "A/79/837", "ancestor": "A/RES/57/32"},
        ("later", "relations", "earlier"),
        [
            ("A/79/837", "cites, reaffirms", "A/RES/57/32"),
            ("A/79/837", "answers, cites, requestedBy", "A/RES/76/270"),
            ("A/RES/76/270", "cites, recalls", "A/RES/57/32"),
        ],
    ),  # not what lies on no chain between the two
    ("descent", {"document": "A/RES/57/32", "ancestor": "A/79/837"}, ("later",), []),
    ("series", {}, ("member",), []),  # no two resolutions of one title
    ("instruments-apart", {}, ("instrument",), []),  # no instrument of the registry is cited
    (
        "days-to-report",
        {},
        ("request", "asked", "report", "reported", "days"),
        [("A/RES/76/270", "2022-06-21", "A/79/837", "2025-03-25", "1008")],
    ),
    (
        "names-over-time",
        {"actor": "undp"},
        ("name", "language", "first", "last", "documents"),
        [("联合国开发计划署", "zh", "2022-06-21", "2025-03-25", "2")],
    ),  # in full only
    (
        "proof-of-edge",
        {"document": "A/RES/76/270", "target": "undp"},
        ("edge", "source", "paragraph", "words", "rule"),
        [
            ("addressee", "r.zh.txt", "28", "并鼓励联合国开发计划署参与", "mandate"),
            ("actor", "r.zh.txt", "28", "联合国开发计划署", "name"),
        ],
    ),
    (
        "proof-of-edge",
        {"document": "A/RES/76/270", "target": "A/RES/57/32"},
        ("edge", "source"),
        [("citedDocument", "r.en.txt"), ("citedDocument", "r.zh.txt")],
    ),
    (
        "derivations",
        {"document": "A/76/L.63"},
        ("computed", "from"),
        [
            ("process/making/doc/A/RES/76/270#step-1", "graph/A/RES/76/270/zh"),
            ("status/draft/doc/A/76/L.63/in/doc/A/76/L.63/interval/../2022-06-21", "graph/A/RES/76/270/zh"),
        ],
    ),
    (
        "asks",
        {"actor": "sg"},
        ("document", "due", "what"),
        [("A/C.3/78/L.60", None, "请秘书长提出说明"), ("A/RES/76/270", "79", "请秘书长向大会第七十九届会议提交报告")],
    ),
    (
        "sponsors-together",
        {},
        ("first", "second", "drafts"),
        [("state:china", "state:mali", "1"), ("state:mali", "state:china", "1")],
    ),
    ("sponsors-together", {"actor": "state:mali"}, ("first", "second"), [("state:mali", "state:china")]),
    ("pinpoints", {}, ("citing", "cited", "pinpoint"), [("A/RES/76/270", "A/RES/72/278", "第3段")]),
    (
        "unresolved",
        {},
        ("citing", "words", "reason", "candidate"),
        [
            ("A/RES/76/270", "有关报告", "two reports before it", "A/72/791"),
            ("A/RES/76/270", "有关报告", "two reports before it", "A/74/829"),
        ],
    ),
    ("unresolved", {"document": "A/79/837"}, ("citing",), []),
    (
        "cited-not-held",
        {},
        ("cited", "documents"),
        [
            ("A/RES/57/32", "2"),
            ("A/65/382", "1"),
            ("A/RES/60/1", "1"),
            ("A/RES/72/278", "1"),
            ("S/2010/490", "1"),
        ],  # not A/RES/76/270, which the collection has
    ),
    (
        "same-citation-in-languages",
        {},
        ("cited", "language", "otherLanguage"),
        [("A/RES/57/32", "en", "zh")],
    ),
    (
        "provenance",
        {"document": "A/79/837"},
        ("cited", "source", "words", "rule", "confidence"),
        [
            ("A/RES/76/270", "report.zh.txt", "第76/270号决议", "numbered", "1"),
            ("A/65/382", "report.zh.txt", "A/65/382-S/2010/490", "literal", "1"),
            ("S/2010/490", "report.zh.txt", "A/65/382-S/2010/490", "literal", "1"),
            ("A/RES/57/32", "report.zh.txt", "第57/32号决议", "numbered", "1"),
        ],
    ),
    (
        "mentions",
        {"actor": "undp"},
        ("document", "words", "form"),
        [
            ("A/79/837", "联合国开发计划署", "full"),
            ("A/79/837", "开发署", "abbrev"),
            ("A/RES/76/270", "联合国开发计划署", "full"),
        ],
    ),
    (
        "named-together",
        {"actor": "undp"},
        ("together", "paragraphs", "documents"),
        [("sg", "1", "1"), ("un", "1", "1")],
    ),
    (
        "names",
        {"actor": "undp"},
        ("entity", "name", "language", "times"),
        [("undp", "联合国开发计划署", "zh", "2"), ("undp", "开发署", "zh", "1")],
    ),
    (
        "act-together",
        {},
        ("where", "year", "heading", "bodies", "kind", "document", "paragraph"),
        [
            ("state:myanmar", year, "伙伴关系 / 工具", "ipu, undp, unesco", "organizes", "A/79/837", "4")
            for year in ("2022", "2023")
        ],  # not the parliaments, for which it is done
    ),
    ("act-together", {"state": "state:myanmar", "year": "2023"}, ("year",), [("2023",)]),
    ("act-together", {"year": "2021"}, ("year",), []),
    ("act-together", {"state": "state:peru"}, ("year",), []),
    (
        "contradictions",
        {},
        ("citing", "kind", "said", "other", "date", "allowed", "link"),
        [
            ("A/79/837", "year-does-not-fit", "A/RES/76/270", None, "2023-06", "2021-09/2022-09", None),
            (
                *("A/RES/76/270", "link-contradicts-text", "A/RES/72/278", "A/76/L.63", None, None),
                "https://undocs.org/A/76/L.63",
            ),
        ],
    ),
    (
        "contradictions",
        {"document": "A/79/837"},
        ("words", "sentence", "confidence"),
        [("第76/270号决议", "1. 大会第76/270号决议请秘书长提交报告。", "0.9")],
    ),
    (
        "links-not-cited",
        {},
        ("document", "linked", "address"),
        [("A/RES/76/270", "A/76/L.63", "https://undocs.org/A/76/L.63")],
    ),
]


@pytest.mark.parametrize(("name", "arguments", "columns", "expected"), ANSWERS)
def test_named_query(store, name, arguments, columns, expected):
    assert rows(store, name, columns, **arguments) == expected


def test_every_named_query_is_tested():
    assert {query.name for query in named_queries()} == {name for name, *_ in ANSWERS}


def test_the_list_is_in_the_order_of_the_questions(capsys):
    from graph.cli import main

    with pytest.raises(SystemExit):
        main(["query", "--list", "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(named_queries())
    assert lines[0].startswith(" 1  citing  ")
    assert lines[0].endswith("in which words?  document=A/RES/76/270")
    numbers = [int(line[:2]) for line in lines if line[:2].strip()]
    assert numbers == sorted(numbers)
    assert [line.split()[0] for line in lines[len(numbers) :]] == ["mentions", "named-together", "symbols-in-doubt"]
    assert any(line.endswith("  actor=sg  [role=addressee]") for line in lines)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("A/RES/76/270", 3),  # a symbol
        ("76/270", 3),  # as people write it
        ("state:myanmar", 4),  # the id of an actor
        ("缅甸", 4),  # its name
    ],
)
def test_a_context_is_a_document_or_an_actor(store, value, found):
    assert len(rows(store, "roles-in-context", ("who",), context=value)) == found


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_a_named_query_explains_itself_and_runs_with_its_examples(store, query):
    assert query.question["en"].endswith("?")
    assert query.question["zh"].endswith("？")
    for parameter in query.parameters:
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" in query.text
    run(store, query, {parameter.name: parameter.example for parameter in query.parameters})
    run(
        store, query, {parameter.name: parameter.example for parameter in query.parameters if not parameter.is_optional}
    )
    store.query(query.text)  # as it is, it is SPARQL that runs over everything


def test_a_double_symbol_is_found_under_either_half(tmp_path):
    from dataclasses import replace

    from small_graph import EXTRACTIONS, fill

    from graph.store import Store

    extraction, source = EXTRACTIONS[2]
    record = replace(extraction.document, symbol="A/65/382", symbols=("A/65/382", "S/2010/490"))
    with Store.create(tmp_path / "store") as store:
        fill(store, [(replace(extraction, key="A/65/382", document=record), source)])
        first = rows(store, "cited", ("cited",), document="A/65/382")
        assert first == rows(store, "cited", ("cited",), document="S/2010/490")
        assert ("A/RES/76/270",) in first


@pytest.mark.parametrize(
    ("query", "arguments", "error", "message"),
    [
        ("citing", {}, QueryError, "needs a value: document=…, such as document=A/RES/76/270"),
        ("citing", {"symbol": "A/1"}, QueryError, "takes no 'symbol'; it takes document"),
        ("most-cited", {"document": "A/1"}, QueryError, "takes no 'document'"),
        ("citing", {"document": "not a symbol"}, SymbolError, "is no document symbol"),
        ("mentions", {"actor": "nobody"}, UnknownTermError, "'nobody' is not in"),
        ("acts-by-verb", {"function": "likes"}, UnknownTermError, "'likes' is not in"),
        ("acts-by-verb", {"function": "likes"}, UnknownTermError, "there are adopts, amends"),
        (
            "roles-held",
            {"actor": "sg", "day": "1990-13-41"},
            QueryError,
            "'1990-13-41' is no day; write it as",
        ),
        ("roles-held", {"actor": "sg", "day": "1 May 1990"}, QueryError, "is no day"),
        ("most-cited-by-decade", {"decade": "1975"}, QueryError, "is no decade; write its first year"),
        ("act-together", {"year": "MMXX"}, QueryError, "is no year"),
        ("citting", {}, QueryError, "no named query; near it: citing"),
        ("nowhere.rq", {}, QueryError, "no file and no named query"),
        ("", {}, QueryError, "the query is empty"),
        ("SELECT ?x {", {}, QueryError, "line 1, character"),
    ],
)
def test_what_people_get_wrong(store, query, arguments, error, message):
    with pytest.raises(error, match=message) as refusal:
        run(store, query, arguments)
    assert "\n" not in str(refusal.value)


def test_a_query_from_a_file(store, tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text(
        "# Which sessions?\n# 哪些届会？\n# parameter: symbol text A/79/837\n"
        "SELECT ?session { VALUES ?symbol { UNDEF } ?d rg:symbol ?symbol ; rg:session ?session }\n",
        encoding="utf-8",
    )
    assert load(str(path)).question == {"en": "Which sessions?", "zh": "哪些届会？"}
    assert rows(store, str(path), ("session",), symbol="A/79/837") == [("79",)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        ("SELECT ?决议 { ?决议 ?p ?o }".encode("gb18030"), "cannot be read as UTF-8"),
        (b"# parameter: x nonsense y\nASK { ?s ?p ?o }", "should read '# parameter: NAME"),
    ],
)
def test_a_file_that_holds_no_query(store, tmp_path, content, message):
    path = tmp_path / "mine.rq"
    path.write_bytes(content)
    with pytest.raises(QueryError, match=message):
        run(store, str(path))


@pytest.mark.parametrize(
    "value",
    ['" } ?s ?p ?o . FILTER("1"="1', "a\\", "a\nb", "} DROP ALL #", "?x", "'''"],
)
def test_a_value_is_never_read_as_sparql(store, value):
    query = NamedQuery("", {}, load("cited").parameters, "SELECT ?t { VALUES ?t { UNDEF } }")
    text = NamedQuery("", {}, (type(query.parameters[0])("t", "text", "x"),), query.text)
    assert [row[0].value for row in run(store, text, {"t": value}).rows] == [value]


def test_the_folder_of_queries_holds_nothing_else():
    import graph.query

    folder = Path(graph.query.__file__).parent / "queries"
    assert {path.suffix for path in folder.iterdir()} == {".rq"}
