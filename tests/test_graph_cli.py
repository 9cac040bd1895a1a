"""The command line: help with examples, exit codes, one clear line for bad input, nothing stored lost."""

import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.specimens import specimens
from graph import layout
from graph.cli import main
from graph.cli.program import EXIT_CODES, program
from graph.cli.streaming import delivering

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
needs_real_documents = pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not on this machine")


class Ran:
    """What a run of the program did."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "store"
    with pytest.raises(SystemExit) as ended:
        main(["build", str(specimens()), "--store", str(path), "--quiet"])
    assert not ended.value.code
    return path


@pytest.mark.parametrize("name", list(program.commands))
def test_every_command_has_help_with_an_example_that_names_it(run, name: str) -> None:
    shown = run(name, "--help")
    assert shown.code == 0
    assert re.search(rf"Examples?:\s+resograph {name}\b", shown.out), shown.out
    assert all(option.help for option in program.commands[name].params if option.param_type_name == "option")


def test_help_lists_commands_and_exit_codes(run) -> None:
    shown = run("--help").out
    assert all(name in shown for name in program.commands)
    assert all(str(code) in shown for code in EXIT_CODES)


def test_help_is_fast_because_nothing_heavy_is_imported() -> None:
    script = (
        "import sys; from graph.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'networkx', 'pyvis', 'scipy', 'numpy', 'jieba', 'rdflib', 'pyoxigraph', 'IPython', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


BAD = [
    ("build missing.txt --store new", 1, "missing.txt: there is no such file or folder"),
    ("build empty.txt --store new", 3, "empty.txt: the file is empty"),
    ("build binary.txt --store new", 3, "binary.txt: a binary file"),
    ("build gbk.txt --store new", 3, "gbk.txt: not UTF-8 text"),
    ("build empty.txt --store new --strict", 1, "empty.txt: the file is empty"),
    ("build empty.txt --store plain", 1, "plain"),
    ("extract empty.txt", 1, "empty.txt: the file is empty"),
    ("lineage A/RES/76/270 --store nowhere", 1, "there is no store here"),
    ("lineage A/RES/76/270 --store plain", 1, "this is no resograph store"),
    ("lineage hello --store STORE", 1, "'hello' is no document symbol"),
    ("lineage A/RES/99/999 --store STORE", 4, "A/RES/99/999 is not in this store"),
    ("lineage A/RES/71/16 --store STORE", 4, "near it: A/RES/71/160"),
    ("view A/RES/99/999 --store STORE", 4, "is not in this store"),
    ("view --store STORE --output no/such/folder/view.html", 1, "cannot be written"),
    ("query 'SELECT ?x WHERE {' --store STORE", 1, "cannot be read at line 1"),
    ("query 'INSERT DATA { <a:b> <a:c> <a:d> }' --store STORE", 1, "only reads"),
    ("query nosuchquery --store STORE", 1, "no named query"),
    ("query citing --store STORE", 1, "needs a value"),
    ("query citing document=hello --store STORE", 1, "is no document symbol"),
    ("query citing hello --store STORE", 1, "should read NAME=VALUE"),
    ("query", 2, "Give a query"),
    ("query 'ASK {}'", 2, "--store"),
    ("rank importance --store STORE", 2, "importance"),
    ("rank hubs --of actors --store STORE", 4, "hubs"),
    ("export graph.xyz --store STORE", 2, "no format has this ending"),
    ("lineage A/RES/71/160", 2, "--store"),
    ("symbol 2019年", 1, "is no document symbol"),
    ("nosuchcommand", 2, "nosuchcommand"),
]


@pytest.mark.parametrize(("line", "code", "words"), BAD, ids=[line for line, *_ in BAD])
def test_bad_input_gets_one_line_and_its_exit_code(
    run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").write_bytes(b"")
    Path("binary.txt").write_bytes(b"\x00\x01\x02")
    Path("gbk.txt").write_bytes("大会，回顾其决议，".encode("gbk"))
    Path("plain").mkdir()
    Path("plain/file").write_text("x", encoding="utf-8")
    done = run(*[word.replace("STORE", str(store)) for word in shlex.split(line)])
    assert done.code == code, done.err
    said = [text for text in done.err.splitlines() if words in text]
    assert said, done.err
    assert "Traceback" not in done.err


def dump(run, store: Path, out: Path) -> bytes:
    assert run("export", out, "--store", store).code == 0
    return out.read_bytes()


def test_what_is_stored_survives_bad_input(run, store: Path, tmp_path: Path) -> None:
    before = dump(run, store, tmp_path / "before.nq")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\x00")
    assert run("build", bad, "--store", store).code == 3
    assert run("build", tmp_path / "missing", "--store", store).code == 1
    assert dump(run, store, tmp_path / "after.nq") == before


def test_a_second_build_changes_nothing(run, store: Path) -> None:
    before = layout.generation(store)
    done = run("build", specimens(), "--store", store)
    assert done.code == 0
    assert layout.generation(store) == before
    assert re.search(r"0 added, 0 changed, 16 unchanged, 0 removed, 0 not read; 0 statements", done.err)


def test_a_build_says_where_odd_citations_are_listed(run, tmp_path: Path) -> None:
    text = "大会，\n\n回顾大会第55/2号决议，\n\nhttps://undocs.org/zh/A/HRC/RES/55/2\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = run("build", tmp_path / "a.txt", "--store", tmp_path / "store")
    command = f"resograph query contradictions --store {tmp_path / 'store'}"
    assert f"Odd citations to check: 1; {command}" in done.err
    assert "A/HRC/RES/55/2" in run(*command.split()[1:]).out
    assert json.loads(run("extract", tmp_path / "a.txt", "--type", "finding").out)["kind"] == "link-contradicts-text"


def test_extract_prints_one_json_object_a_line_the_document_first(run) -> None:
    path = specimens() / "A_RES_71_160.zh.txt"
    records = [json.loads(line) for line in run("extract", path).out.splitlines()]
    source = path.read_text(encoding="utf-8")
    assert records[0]["type"] == "document"
    assert records[0]["symbol"] == "A/RES/71/160"
    assert {record["type"] for record in records} == {"document", "citation", "actor", "abbreviation", "mandate"}
    assert all(source[r["start"] : r["end"]] == r["text"] for r in records[1:])


def test_a_symbol_typed_loosely_is_understood_and_said_so(run, store: Path) -> None:
    exact = run("lineage", "A/RES/71/160", "--store", store).out
    for typed in (
        "71/160",
        "a/res/71/160",
        "Ａ／ＲＥＳ／７１／１６０",
        "第71/160号决议",
        "https://undocs.org/zh/A/RES/71/160",
    ):
        done = run("lineage", typed, "--store", store)
        assert done.out == exact, typed
        assert "A/RES/71/160" in done.err, typed


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_lineage_has_the_sentence_that_proves_the_answer(run, store: Path, form: str) -> None:
    shown = run("lineage", "A/RES/71/160", "--store", store, "--format", form, "--lang", "en").out
    assert "A/73/325" in shown
    assert "第71/160号决议" in shown


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json"])
def test_query_and_rank_in_every_format(run, store: Path, form: str) -> None:
    assert "A/73/325" in run("query", "answers", "--store", store, "--format", form).out
    assert "A/RES/58/5" in run("rank", "--store", store, "--format", form).out


SELECTED = 'SELECT ?a ?b { VALUES (?a ?b) { ("x" UNDEF) ("1\\r\\n\\"2\\"" <http://x/y>) } }'
TRIPLES = "CONSTRUCT { ?d rg:answers ?r } WHERE { ?d rg:answers ?r } ORDER BY ?d"
ANSWER = "ASK { ?d rg:answers ?r }"
WRITTEN = [
    (SELECTED, "csv", 'a,b\nx,\n"1\r\n""2""",http://x/y\n'),  # our line ends, but not within a value
    (SELECTED, "tsv", '?a\t?b\n"x"\t\n"1\\r\\n\\"2\\""\t<http://x/y>\n'),
    (SELECTED, "json", '"b":{"type":"uri","value":"http://x/y"}}]}}\n'),
    (SELECTED, "xml", '<binding name="b"><uri>http://x/y</uri></binding></result></results></sparql>\n'),
    (ANSWER, "csv", "true\n"),
    (ANSWER, "json", '{"head":{},"boolean":true}\n'),
    (ANSWER, "xml", "<boolean>true</boolean></sparql>\n"),
    (TRIPLES, "turtle", "A/73/325> rg:answers <https://w3id.org/resograph/doc/A/RES/71/160> .\n"),
    (TRIPLES, "xml", '<rg:answers rdf:resource="'),  # RDF/XML
    (TRIPLES, "csv", "subject,predicate,object\n"),  # triples in columns, which SPARQL has no format for
    (TRIPLES, "json", '"vars": ["subject", "predicate", "object"]'),
]


@pytest.mark.parametrize(("query", "form", "expected"), WRITTEN)
def test_results_to_the_letter(run, store: Path, tmp_path: Path, query: str, form: str, expected: str) -> None:
    out = tmp_path / "out"
    assert run("query", query, "--store", store, "--format", form, "--output", out).code == 0
    assert expected in out.read_bytes().decode()
    assert out.read_bytes().endswith(b"\n")
    assert run("query", query, "--store", store, "--format", form).out.encode() == out.read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk on this machine")
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_full_disk_is_no_fault_of_the_query(run, store: Path, form: str) -> None:
    everything = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
    done = run("query", everything, "--store", store, "--format", form, "--output", "/dev/full")
    assert (done.code, done.err) == (1, "Error: /dev/full: cannot be written (no space left on device)\n")


@pytest.mark.parametrize("form", ["table", "csv"])
def test_a_reader_that_has_seen_enough_is_no_failure(store: Path, form: str) -> None:
    root = str(Path(__file__).resolve().parent.parent)
    everything = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
    command = [sys.executable, "-m", "graph", "query", everything, "--store", str(store), "--format", form]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert (process.stderr.read(), process.wait(20)) == (b"", 0)


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_lines_of_csv_end_the_same_however_they_come(tmp_path: Path, size: int) -> None:
    content = b'a,b\r\n"1\r\n""2""\r",x\ry\r\n"",\r\n'
    with delivering(tmp_path / "out", is_csv=True) as out:
        for start in range(0, len(content), size):
            out.write(content[start : start + size])
    assert (tmp_path / "out").read_bytes() == b'a,b\n"1\r\n""2""\r",x\ry\n"",\n'


@pytest.mark.parametrize(("query", "form"), [(SELECTED, "turtle"), (ANSWER, "turtle")])
def test_a_format_that_cannot_hold_the_result_is_refused(run, store: Path, query: str, form: str) -> None:
    done = run("query", query, "--store", store, "--format", form)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_query_fails_where_asked_when_nothing_is_found(run, store: Path, form: str) -> None:
    options = ("--store", store, "--format", form)
    assert run("query", "SELECT ?x WHERE { ?x a rg:NoSuchThing }", *options).code == 0
    for nothing in ("SELECT ?x WHERE { ?x a rg:NoSuchThing }", "ASK { ?x a rg:NoSuchThing }", "SELECT * { [] a [] }"):
        found = 0 if "[]" in nothing else 3  # rows without any value are rows
        assert run("query", nothing, *options, "--fail-if-empty").code == found
    assert run("query", "answers", *options, "--fail-if-empty").code == 0


@pytest.mark.parametrize("form", ["table", "csv", "turtle", "xml"])
def test_query_fails_where_asked_when_there_are_no_triples(run, store: Path, form: str) -> None:
    none = TRIPLES.replace("rg:answers ?r }", "rg:nosuch ?r }")
    assert run("query", none, "--store", store, "--format", form, "--fail-if-empty").code == 3
    assert run("query", TRIPLES, "--store", store, "--format", form, "--fail-if-empty").code == 0


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "turtle", "xml"])
def test_a_query_is_run_once(run, store: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether anything was found is known from what is written."""
    from graph.store import Store

    asked, solve = [], Store.solve
    monkeypatch.setattr(Store, "solve", lambda *given, **named: asked.append(given[1]) or solve(*given, **named))
    text = TRIPLES if form in ("turtle", "xml") else SELECTED
    assert run("query", text, "--store", store, "--format", form, "--fail-if-empty").code == 0
    assert asked == [text]


def test_a_large_result_is_not_held_in_memory(store: Path, tmp_path: Path) -> None:
    """Ten million bytes of result cost less than half of that: up to four are held on their way to a terminal."""
    program = (
        "import sys, tracemalloc\n"
        "from graph.cli import main\n"
        "tracemalloc.start()\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    print(tracemalloc.get_traced_memory()[1], file=sys.stderr)\n"
    )
    parts = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(100)))} }}" for name in "abc")
    root = str(Path(__file__).resolve().parent.parent)

    def peak(limit: int, *output: str) -> int:
        query = f'SELECT ?a ?b ?c ("{"x" * 40}" AS ?text) {{ {parts} }} LIMIT {limit}'
        command = [sys.executable, "-c", program, "query", query, "--store", str(store), "--format", "csv", *output]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        return int(done.stderr)

    for output in ((), ("--output", str(tmp_path / "out"))):
        assert peak(200_000, *output) - peak(100, *output) < 5_000_000


def test_a_build_that_was_cut_short_is_taken_up(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, store = tmp_path / "texts", tmp_path / "store"
    shutil.copytree(specimens(), texts)
    (texts / "zzz.txt").write_bytes(b"\xff\xfe\x00")
    assert run("build", texts, "--store", store, "--strict").code == 1
    assert run("query", "SELECT ?g { GRAPH ?g {} }", "--store", store, "--fail-if-empty").code == 3  # as before
    (texts / "zzz.txt").unlink()
    assert "16 taken up from a run that was cut short" in run("build", texts, "--store", store).err


@pytest.mark.parametrize("ending", ["ttl", "trig", "nq", "jsonld", "graphml", "gexf", "csv"])
def test_export_in_every_format(run, store: Path, tmp_path: Path, ending: str) -> None:
    done = run("export", tmp_path / f"graph.{ending}", "--store", store)
    assert done.code == 0, done.err
    assert sum(path.stat().st_size for path in tmp_path.glob("graph*")) > 1000


def test_files_are_written_in_utf8_whatever_the_locale(store: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "graph", "view", "71/160", "--store", str(store), "--output", "view.html"]
    root = str(Path(__file__).resolve().parent.parent)
    plain = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": root}
    done = subprocess.run(command, cwd=tmp_path, env=plain, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "体育" in (tmp_path / "view.html").read_text(encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-m", "graph", "lineage", "71/160", "--store", str(store)],
        cwd=tmp_path, env=plain, capture_output=True, check=False,
    )  # fmt: skip
    assert shown.returncode == 0, shown.stderr
    assert "体育" in shown.stdout.decode("utf-8")


def test_demo_runs_from_nothing(run, tmp_path: Path) -> None:
    done = run("demo", tmp_path / "demo")
    assert done.code == 0
    assert "A/73/325" in done.out
    assert {"store", "lineage.html", "view.html"} <= {path.name for path in (tmp_path / "demo").iterdir()}


@needs_real_documents
def test_the_main_job_on_real_documents(run, tmp_path: Path) -> None:
    built = run("build", SHARED, "--store", tmp_path / "store")
    assert built.code == 0, built.err
    assert "5 added" in built.err
    shown = json.loads(run("lineage", "A/RES/76/270", "--store", tmp_path / "store", "--format", "json").out)
    text = json.dumps(shown, ensure_ascii=False)
    answers = [each for each in shown["history"] if each["relation"] == "answers"]
    assert [each["citing"] for each in answers] == ["A/79/837"]
    assert "本报告回顾了联合国与各国议会和各国议会联盟(议联)之间的互动" in text
    recalled = {
        each["cited"]
        for each in shown["cites"]
        for q in each["quotations"]
        if q["function"] == "recalls" and q["sentence"]
    }
    assert {"A/RES/57/32", "A/RES/72/278", "A/RES/60/1"} <= recalled


ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_an_endless_query_ends_when_its_time_is_up(store: Path) -> None:
    root = str(Path(__file__).resolve().parent.parent)
    command = [sys.executable, "-m", "graph", "query", ENDLESS, "--store", str(store), "--timeout", "0.5"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert "no answer after 0.5 seconds" in done.stderr


def test_an_interrupt_ends_a_query_with_its_exit_code(store: Path) -> None:
    root = str(Path(__file__).resolve().parent.parent)
    command = [sys.executable, "-m", "graph", "query", ENDLESS, "--store", str(store)]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
    finally:
        process.kill()
        process.communicate()


def test_what_is_not_read_is_said(run, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(b"%PDF")
    assert run("build", folder, "--store", tmp_path / "none").code == 1
    (folder / "a.txt").write_text(
        "La Asamblea General,\n\nRecordando su resolución 57/32 de la cuestión,\n", encoding="utf-8"
    )
    done = run("build", folder, "--store", tmp_path / "store")
    assert done.code == 0
    assert "1 files left out" in done.err
    assert "who is asked to do what is not read" in done.err


def test_actors_may_be_asked_for_by_name(run, store: Path) -> None:
    by_id = run("query", "asks", "actor=sg", "--store", store).out
    for name in ("秘书长", "Secretary-General", "secretary-general", "Secretary General"):
        assert run("query", "asks", f"actor={name}", "--store", store).out == by_id
    assert "near it" in run("query", "asks", "actor=秘书长们", "--store", store).err


def test_of_several_readings_the_one_that_is_held_is_meant(run, store: Path) -> None:
    done = run("lineage", "73/325", "--store", store)
    assert done.out == run("lineage", "A/73/325", "--store", store).out
    assert "In this store that is A/73/325" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("SELECT ?d { ?d rg:recals ?t }",), 0, "Not in the vocabulary: rg:recals"),  # a slip finds nothing
        (("recalls", "document=S/RES/1(1946)"), 0, "Nothing was found."),
        (("citing", "document=57/32", "document=60/1"), 1, "document is given more than once"),
        (("citng",), 1, "near it: citing"),
    ],
)
def test_a_query_says_what_people_get_wrong(run, store: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run("query", *arguments, "--store", store)
    assert done.code == code
    assert said in done.err
