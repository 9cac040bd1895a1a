"""Servers on loopback for tests: Oxigraph's own, a stub that answers as told, and what passes requests on."""

import http.client
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

PROGRAM = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


@contextmanager
def oxigraph(folder: Path, *options: str, command: str = "serve") -> Iterator[str]:
    """Run Oxigraph's server over a folder; give its address."""
    if PROGRAM is None:
        pytest.skip("oxigraph, the server, is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    arguments = [PROGRAM, command, "--location", str(folder), "--bind", place, *options]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(place)
            yield f"http://{place}"
        finally:
            server.kill()


def _wait_for(place: str) -> None:
    host, _, port = place.partition(":")
    for _ in range(200):
        try:
            socket.create_connection((host, int(port)), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"no server came up at {place}")


@dataclass(frozen=True)
class Asked:
    """A request as a stub got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """Those in the address and those of a form."""
        form = self.body.decode() if "form" in self.headers.get("content-type", "") else ""
        return parse_qsl(urlsplit(self.path).query, True) + parse_qsl(form, True)

    @property
    def query(self) -> str:
        return dict(self.parameters).get("query", "")


@dataclass(frozen=True)
class Answer:
    """What a stub answers: pieces of a body, sent one by one, after which the connection may be cut."""

    body: bytes | Iterator[bytes] = b""
    status: int = 200
    kind: str = "application/sparql-results+json"
    headers: dict[str, str] = field(default_factory=dict)
    promised: int | None = None


YES = Answer(b'{"head": {}, "boolean": true}')
NONE = Answer(b'{"head": {"vars": []}, "results": {"bindings": []}}')
DONE = Answer(status=204)


@contextmanager
def stub(answer: Callable[[Asked], Answer], context: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[Asked]]]:
    """Serve what a function answers; give the address, and the requests as they come."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked.append(Asked(self.command, self.path, headers, body))
            found = answer(asked[-1])
            self.send_response(found.status)
            pieces = iter([found.body]) if isinstance(found.body, bytes) else found.body
            if found.kind:
                self.send_header("Content-Type", found.kind)
            for name, value in found.headers.items():
                self.send_header(name, value)
            if isinstance(found.body, bytes):
                self.send_header("Content-Length", str(found.promised or len(found.body)))
            else:
                self.send_header("Connection", "close")
            self.end_headers()
            try:
                for piece in pieces:
                    self.wfile.write(piece)
            except OSError:
                pass
            self.close_connection = found.promised is not None or not isinstance(found.body, bytes)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815 - the names are http.server's

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http{'s' if context else ''}://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()


def passed_on(server: str, asked: Asked, path: str, *, without: tuple[str, ...] = ()) -> Answer:
    """Pass a request on to a real server under another path, without some of its parameters."""
    parts = urlsplit(path)
    query = urlencode([pair for pair in parse_qsl(parts.query, True) if pair[0] not in without])
    body = asked.body
    if "form" in asked.headers.get("content-type", ""):
        body = urlencode([pair for pair in parse_qsl(body.decode(), True) if pair[0] not in without]).encode()
    headers = {name: value for name, value in asked.headers.items() if name in ("accept", "content-type")}
    connection = http.client.HTTPConnection(urlsplit(server).netloc)
    try:
        connection.request(asked.method, f"{parts.path}?{query}", body, headers)
        response = connection.getresponse()
        content = response.read()
    finally:
        connection.close()
    if asked.method == "HEAD" or response.status == 204:
        return Answer(status=response.status, kind="")
    return Answer(content, response.status, response.headers.get("Content-Type", ""))
