"""A server on loopback for tests: the real command in a process of its own, on a store made for the purpose."""

import http.client
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import psutil

from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
_SERVED = re.compile(r"served at http://127\.0\.0\.1:(\d+)/")
_PATIENCE = 60.0


class Reply(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass
class Served:
    process: subprocess.Popen[str]
    port: int
    at_first: dict[str, int] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def endpoint(self) -> str:
        return f"{self.address}/sparql"

    def connect(self, source: str = "127.0.0.1", seconds: float = _PATIENCE) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds, source_address=(source, 0))

    def ask(
        self,
        path: str = "/sparql",
        *,
        method: str = "GET",
        body: bytes | str | Iterable[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
        source: str = "127.0.0.1",
    ) -> Reply:
        connection = self.connect(source)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, told, answer.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str | None = None, source: str = "127.0.0.1", **fields: str) -> Reply:
        path = "/sparql?" + urlencode({"query": text, **fields})
        return self.ask(path, headers={"Accept": accept} if accept else {}, source=source)

    def family(self) -> list[psutil.Process]:
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def memory(self) -> int:
        """Bytes that the server and its workers hold."""
        total = 0
        for process in self.family():
            try:
                total += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return total

    def metric(self, name: str, **labels: str) -> float:
        wanted = {f'{key}="{value}"' for key, value in labels.items()}
        total = 0.0
        for line in self.ask("/metrics").text.splitlines():
            found = re.fullmatch(rf"{name}(?:\{{(.*)\}})? (\S+)", line)
            if found and wanted <= set((found[1] or "").split(",")):
                total += float(found[2])
        return total


def wait_until(condition: object, seconds: float = _PATIENCE) -> bool:
    """Look again and again whether something has come true."""
    assert callable(condition)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@contextmanager
def served(store: Path, *options: str) -> Iterator[Served]:
    """Serve a store until the block ends; then see that nothing of the server is left."""
    command = [sys.executable, "-m", "graph", "serve", "--store", str(store), "--port", "0", "--lang", "en", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        said = ""
        while (line := process.stderr.readline()) and not (found := _SERVED.search(line)):
            said += line
        assert line, said
        assert found is not None
        server = Served(process, int(found[1]))
        yield server
        family = server.family() if process.poll() is None else []
        process.send_signal(signal.SIGTERM)
        assert process.wait(_PATIENCE) == 0
        _, alive = psutil.wait_procs(family, timeout=10)
        assert alive == [], "nothing is left running"
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def make_store(path: Path, lines: Iterable[str]) -> Path:
    with Store.create(path) as store:
        store.add(lines)
    return path


def numbered(count: int, graphs: int = 10) -> Iterator[str]:
    """Quads of many small resources."""
    for index in range(count):
        yield f'<http://x/s{index}> <http://x/p{index % 7}> "value {index}" <http://x/g{index % graphs}> .\n'
