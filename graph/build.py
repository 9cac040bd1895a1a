"""From a folder of sources to a store: what is new or changed is read, what is as it was is left alone."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from corpus.document import Document
from extract.records import Extraction
from extract.statements import state
from graph.computed.kept import keep_computed
from graph.fingerprint import extractor_version
from graph.location import Location
from graph.opening import is_store, open_or_create
from graph.provenance import made_by
from graph.quads import quads
from graph.registry import registry_statements
from graph.resume import Known, known, task_of
from graph.storing import GraphStore
from ontology import terms as rg
from ontology.errors import DocumentError
from ontology.iri import REGISTRY_GRAPH, graph_iri, graph_key

__all__ = ["BuildReport", "Duplicate", "Extract", "Failure", "Progress", "Read", "build"]

Read = Callable[[Path], Document]
"""Reads a file as a document; raises DocumentError."""

Extract = Callable[[Document], Extraction]
"""Extracts the records of a document."""

Progress = Callable[[int, int, str], None]
"""Is told how many sources are done, of how many, and the name of the last."""

_FIRST_BATCH = 1_000_000
_LARGEST_BATCH = 16_000_000
_WRITERS = 2
_REPLACED_BEFORE_FLUSH = 64
_CHUNK = 4
_VERSION = f"SELECT ?version {{ GRAPH <{REGISTRY_GRAPH}> {{ <{REGISTRY_GRAPH}> <{rg.EXTRACTOR_VERSION}> ?version }} }}"


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read as a document, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A source that holds a document and language which another source of the same run holds already.

    Attributes:
        path: The source that is left out.
        kept: The source that stands for the document.
        document: Key of the document.
    """

    path: str
    kept: str
    document: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        added: Number of documents that the store did not hold.
        changed: Number of documents whose graph was made anew.
        unchanged: Number of sources that are as they were at an earlier build.
        removed: Names of the sources that are gone, and whose graphs went with them.
        duplicates: Sources left out because another source of the run holds the same document.
        failed: Sources that could not be read; what an earlier build stored of them stays.
        statements: Number of quads written for documents.
        left_out: Number of files in the folders that are of a kind that is not read.
        languages: Number of documents read and stored by language code, sorted.
        findings: Number of odd places that the audit found in the documents read and stored.
        resumed: Number of documents that an interrupted run of the same paths had read, and that were not read again.
    """

    added: int
    changed: int
    unchanged: int
    removed: tuple[str, ...]
    duplicates: tuple[Duplicate, ...]
    failed: tuple[Failure, ...]
    statements: int
    left_out: int = 0
    languages: tuple[tuple[str, int], ...] = ()
    findings: int = 0
    resumed: int = 0

    @property
    def read(self) -> int:
        """Number of documents that were read and stored."""
        return self.added + self.changed


@dataclass(frozen=True, slots=True)
class _Prepared:
    """One document ready for the store: its graph, the quads of it as N-Quads, and how many findings are in it."""

    graph: str
    language: str
    count: int
    findings: int
    content: bytes


@dataclass(frozen=True, slots=True)
class _Prepare:
    """Makes the quads of one source; it can be sent to another process."""

    read: Read
    extract: Extract
    version: str

    def __call__(self, path: Path) -> _Prepared | Failure:
        try:
            document = self.read(path)
        except DocumentError as error:
            return Failure(str(path), error.reason)
        extraction = self.extract(document)
        language = extraction.document.language
        graph = graph_iri(extraction.key, language)
        lines = list(quads((*made_by(graph, self.version), *state(extraction)), graph, language))
        return _Prepared(graph, language, len(lines), len(extraction.findings), "".join(lines).encode())


def build(
    paths: Iterable[str | Path],
    store: Location,
    *,
    break_lock: bool = False,
    strict: bool = False,
    workers: int = 1,
    progress: Progress | None = None,
    read: Read | None = None,
    extract: Extract | None = None,
) -> BuildReport:
    """Build a store from sources, or bring one up to date.

    A source whose bytes are as they were is not read again, unless the extractor itself has changed. Of two sources of
    one run that hold the same document in the same language the first counts; a source of this run takes the place of
    one of an earlier run. The graph of a source that is gone goes too, if the source stood under one of ``paths``;
    what earlier runs stored from elsewhere stays.

    However the run ends, the store is as before or as after it, never between, and others read it meanwhile; on a
    server that is so of each document. What a run that was cut short has read is taken up by the next one of the same
    paths.

    Args:
        paths: Files and folders.
        store: Folder of the store, made where there is none; or the address of a server.
        break_lock: Whether to take the place of an earlier writer on a server that was killed.
        strict: Whether the first source that cannot be read ends the run.
        workers: Number of processes that read and extract.
        progress: Called after each source.
        read: Reads a source; `corpus.read_document` where it is not given. For several workers it must be a function
            that another process can import.
        extract: Extracts the records, `extract.pipeline.extract` where it is not given; as for ``read``.

    Returns:
        What was done.

    Raises:
        DocumentError: A path does not exist; with ``strict``, a source cannot be read. The store is as before.
        StoreError: The store cannot be opened or written, or another process writes it. The store is as before.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = (Path(folder) / "a.txt").write_text("大会，\\n\\n回顾其第57/32号决议，\\n", encoding="utf-8")
        ...     first = build([folder + "/a.txt"], folder + "/store")
        ...     again = build([folder + "/a.txt"], folder + "/store")
        >>> (first.added, first.unchanged), (again.added, again.unchanged)
        ((1, 0), (0, 1))
    """
    from corpus.reading import left_out, walk

    # A source is known by its place, wherever the build is started from.
    given = tuple(Path(os.path.abspath(path)) for path in paths)  # noqa: PTH100 - links are not to be followed
    sources = tuple(walk(given))
    if not sources and not is_store(store):
        raise DocumentError(", ".join(map(str, given)), "no document in it; text files that end in .txt are read")
    prepare = _Prepare(read or _reader(), extract or _extractor(), extractor_version())
    task = task_of(given, prepare.version)
    with open_or_create(store, task=task, break_lock=break_lock) as opened, ThreadPoolExecutor(_WRITERS) as writer:
        run = _Run(opened, writer, prepare.version, strict, _known(opened, sources, prepare.version))
        run.registries()
        waiting = [path for path in sources if not run.is_unchanged(path)]
        with run.kept_for_the_next(), _prepared(prepare, waiting, workers) as prepared:
            for done, path in enumerate(sources, start=1):
                run.take(path, prepared)
                if progress is not None:
                    progress(done, len(sources), str(path))
        run.finish(given)
        return run.report(left_out(given))


def _reader() -> Read:
    from corpus.reading import read_document

    return read_document


def _extractor() -> Extract:
    from extract.pipeline import extract

    return extract


def _known(store: GraphStore, sources: Iterable[Path], version: str) -> Known:
    names = set(map(str, sources))
    return known(
        store,
        lambda name, source: name in names and source.version == version and _digest(Path(name)) == source.digest,
    )


@contextmanager
def _prepared(prepare: _Prepare, paths: list[Path], workers: int) -> Iterator[Iterator[_Prepared | Failure]]:
    """Prepare documents in order, in this process or in several."""
    if workers <= 1 or len(paths) <= 1:
        yield map(prepare, paths)
        return
    from multiprocessing import get_context

    with get_context("spawn").Pool(min(workers, len(paths))) as pool:
        yield pool.imap(prepare, paths, chunksize=_CHUNK)


@dataclass(slots=True)
class _Run:
    """One run of a build over one store.

    ``_taken`` maps the graphs that this run stands for to the source of each; ``_batch`` holds the quads of documents
    that are new to the store, which go into it together, in other threads, while the next are read. Batches begin
    small, so that a small collection gains from that too.
    """

    store: GraphStore
    writer: Executor
    version: str
    strict: bool
    known: Known
    _graphs: set[str] = field(init=False)
    _same: set[str] = field(default_factory=set)
    _walked: set[str] = field(default_factory=set)
    _taken: dict[str, str] = field(default_factory=dict)
    _batch: list[bytes] = field(default_factory=list)
    _size: int = 0
    _limit: int = field(init=False)
    _writing: list[Future[None]] = field(default_factory=list)
    _added: int = 0
    _changed: int = 0
    _unchanged: int = 0
    _resumed: int = 0
    _statements: int = 0
    _findings: int = 0
    _languages: Counter[str] = field(default_factory=Counter)
    _removed: list[str] = field(default_factory=list)
    _duplicates: list[Duplicate] = field(default_factory=list)
    _failed: list[Failure] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._graphs = set(self.store.graphs())
        self._limit = _FIRST_BATCH

    def registries(self) -> None:
        """Store the registries, where they are missing or of another version."""
        stored = [version for (version,) in self.store.rows(_VERSION)]
        if stored == [self.version]:
            return
        content = "".join(quads(registry_statements(self.version), REGISTRY_GRAPH, "en")).encode()
        if stored:
            self.store.replace(REGISTRY_GRAPH, content)
        else:
            self._batch_up(content)

    def is_unchanged(self, path: Path) -> bool:
        """Tell whether a source is, byte for byte, what the store has from it; remember that it is."""
        name = str(path)
        self._walked.add(name)
        source = self.known.held.get(name)
        if source is None or source.version != self.version or _digest(path) != source.digest:
            return False
        self._same.add(name)
        return True

    def take(self, path: Path, prepared: Iterator[_Prepared | Failure]) -> None:
        """Take the next source in order: leave it as it is, or store what was prepared from it."""
        name = str(path)
        if name in self._same:
            if self._claim(self.known.held[name].graph, name):
                self._resumed += name in self.known.resumed
                self._unchanged += name not in self.known.resumed
            return
        found = next(prepared)
        if isinstance(found, Failure):
            if self.strict:
                raise DocumentError(found.path, found.reason)
            self._failed.append(found)
        elif self._claim(found.graph, name):
            self._put(found)

    def _claim(self, graph: str, name: str) -> bool:
        kept = self._taken.setdefault(graph, name)
        if kept != name:
            self._duplicates.append(Duplicate(name, kept, graph_key(graph)[0]))
        return kept == name

    def _put(self, document: _Prepared) -> None:
        self._statements += document.count
        self._findings += document.findings
        self._languages[document.language] += 1
        if document.graph in self._graphs:
            self._settle()
            self.store.replace(document.graph, document.content)
            self._changed += 1
            if self._changed % _REPLACED_BEFORE_FLUSH == 0:
                self.store.flush()
            return
        self._added += 1
        self._batch_up(document.content)

    def _batch_up(self, content: bytes) -> None:
        self._batch.append(content)
        self._size += len(content)
        if self._size >= self._limit:
            self._write_batch()

    def _write_batch(self) -> None:
        """Hand the batch over to a writer; wait for an earlier one where all writers are busy."""
        if len(self._writing) == _WRITERS:
            self._writing.pop(0).result()
        self._writing.append(self.writer.submit(self.store.load, b"".join(self._batch)))
        self._batch, self._size = [], 0
        self._limit = min(2 * self._limit, _LARGEST_BATCH)

    def _settle(self) -> None:
        """Wait until all batches are in the store, and pass on what went wrong with one."""
        while self._writing:
            self._writing.pop(0).result()

    @contextmanager
    def kept_for_the_next(self) -> Iterator[None]:
        """Where the run is ended from without, write what is read, so that the next one need not read it again."""
        try:
            yield
        except (DocumentError, KeyboardInterrupt):
            self._write_batch()
            self._settle()
            raise

    def finish(self, given: Iterable[Path]) -> None:
        """Write what is pending, then take out the graphs that no source stands for any more."""
        self._write_batch()
        self._settle()
        failed = {failure.path for failure in self._failed}
        folders = tuple(given)
        for name, source in self.known.published.items():
            if source.graph in self._taken or name in failed:
                continue
            gone = name not in self._walked and _is_gone(Path(name), folders)
            if gone or name in self._walked:
                self.store.remove(source.graph)
            if gone:
                self._removed.append(name)
        keep_computed(self.store, self.version)

    def report(self, left_out: int) -> BuildReport:
        """Say what was done."""
        return BuildReport(
            added=self._added,
            changed=self._changed,
            unchanged=self._unchanged,
            removed=tuple(self._removed),
            duplicates=tuple(self._duplicates),
            failed=tuple(self._failed),
            statements=self._statements,
            left_out=left_out,
            languages=tuple(sorted(self._languages.items())),
            findings=self._findings,
            resumed=self._resumed,
        )


def _digest(path: Path) -> str | None:
    """Digest the bytes of a file; None for one that cannot be read, which the reader will report."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _is_gone(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders) and not path.exists()
