"""The one door to servers: requests over HTTP, bounded in time and tries, and what goes wrong as one clear line."""

import io
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit

from graph.printable import printable
from graph.remote.credentials import WAYS, Credentials
from ontology.errors import StoreError

if TYPE_CHECKING:
    import httpx

__all__ = ["Door", "RemoteError", "Reply", "Request"]

_TRIES = 3
_BACK_OFF = 0.25
_LONGEST_PAUSE = 10.0
_CONNECT = 10.0
_PATIENCE = 300.0
_CONNECTIONS = 8
_REDIRECTS = 5
_AGAIN = frozenset({429, 502, 503})
_MOVED = frozenset({301, 302, 307, 308})
_SEE_OTHER = 303
_ERROR_BYTES = 4096
_SHOWN = 200
_HTML = frozenset({"text/html", "application/xhtml+xml"})


class RemoteError(StoreError):
    """A server cannot be asked, or refuses.

    Attributes:
        status: The HTTP status; None where there was no answer, or one of another kind than was asked for.
        said: What the server said, in one line; empty where it said nothing.
    """

    def __init__(self, message: str, status: int | None = None, said: str = "") -> None:
        self.status = status
        self.said = said
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a server.

    Attributes:
        method: The HTTP method.
        url: The address.
        content: The body, and
        kind: its media type.
        accept: Media types that the answer may have, the best first; none where its body does not matter.
        repeatable: Whether asking twice does the same as once.
    """

    method: str
    url: str
    content: bytes = b""
    kind: str = ""
    accept: tuple[str, ...] = ()
    repeatable: bool = True

    @property
    def place(self) -> str:
        """The address as shown to people."""
        return self.url.partition("?")[0]


class Reply(io.RawIOBase):
    """The body of an answer as a file, read while it comes in.

    Attributes:
        media_type: Its media type, without parameters.
        says_its_end: Whether a body that is cut short can be told from one that is whole.
    """

    def __init__(self, chunks: Iterator[bytes], media_type: str, place: str, *, says_its_end: bool = True) -> None:
        """Hold the pieces of a body that is still to come."""
        super().__init__()
        self.media_type = media_type
        self.says_its_end = says_its_end
        self._chunks = chunks
        self._rest = b""
        self._place = place

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Give the next bytes, at most so many; none at the end.

        Raises:
            RemoteError: The answer breaks off.
        """
        if size < 0:
            rest, self._rest = self._rest, b""
            return rest + b"".join(iter(self._next, b""))
        if not self._rest:
            self._rest = self._next()
        given, self._rest = self._rest[:size], self._rest[size:]
        return given

    def _next(self) -> bytes:
        import httpx

        try:
            return next(self._chunks, b"")
        except httpx.ReadTimeout:
            raise RemoteError(f"{self._place}: the answer stopped coming; try again, or ask for less") from None
        except (httpx.TransportError, httpx.DecodingError):
            raise RemoteError(f"{self._place}: the answer was cut short; try again") from None


class Door:
    """Sends requests to servers, with credentials that only the origin asked for ever sees.

    Example:
        >>> with Door() as door:
        ...     with door.ask(Request("GET", "ftp://x/")) as reply:
        ...         pass
        Traceback (most recent call last):
        graph.remote.http.RemoteError: ftp://x/: this is no address that can be asked; it begins with http:// or https://
    """

    def __init__(
        self,
        credentials: Credentials | None = None,
        *,
        patience: float = _PATIENCE,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Prepare the door; nothing is sent yet.

        Args:
            credentials: Who we are.
            patience: How many seconds a server may keep silent.
            pause: Waits so many seconds before another try.
        """
        import httpx

        self._credentials = credentials
        self._pause = pause
        headers = {"Accept-Encoding": "gzip", "User-Agent": "resograph"}
        if credentials is not None:
            headers["Authorization"] = credentials.header
        self._client = httpx.Client(
            headers=headers,
            timeout=httpx.Timeout(patience, connect=min(_CONNECT, patience)),
            limits=httpx.Limits(max_connections=_CONNECTIONS),
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        """Give the door itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @contextmanager
    def ask(self, request: Request) -> Iterator[Reply]:
        """Send a request and give the body of the answer while it comes in.

        Args:
            request: What to ask.

        Yields:
            The answer, of a media type that was asked for.

        Raises:
            RemoteError: There is no answer, the server refuses, or it answers in another format.
        """
        response = self._answered(request)
        try:
            media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if not response.is_success:
                raise self._refusal(request, response, media_type)
            if request.accept and media_type not in request.accept:
                raise RemoteError(f"{request.place}: {_stranger(media_type)}", said=media_type)
            bounded = {"content-length", "transfer-encoding"} & set(response.headers)
            yield Reply(response.iter_bytes(), media_type, request.place, says_its_end=bool(bounded))
        finally:
            response.close()

    def send(self, request: Request) -> None:
        """Send a request whose answer has no body that matters.

        Args:
            request: What to ask.

        Raises:
            RemoteError: There is no answer, or the server refuses.
        """
        with self.ask(request) as reply:
            # An answer read to its end leaves the connection open for the next request.
            reply.read(_ERROR_BYTES)

    def _answered(self, request: Request) -> "httpx.Response":
        """Send a request, again where that may help, and follow it within its origin."""
        current = request
        for _ in range(_REDIRECTS):
            response = self._tried(current)
            if response.status_code not in _MOVED | {_SEE_OTHER}:
                return response
            response.close()
            current = _followed(current, response)
        raise RemoteError(f"{request.place}: the server sends from one address to the next without end")

    def _tried(self, request: Request) -> "httpx.Response":
        import httpx

        for left in range(_TRIES - 1, -1, -1):
            wait = _BACK_OFF * 2 ** (_TRIES - 1 - left)
            try:
                response = self._client.send(self._built(request), stream=True)
            except httpx.TransportError as error:
                if left and _may_be_sent_again(error, request):
                    self._pause(wait)
                    continue
                raise RemoteError(f"{request.place}: {_no_answer(error)}") from None
            if left and request.repeatable and response.status_code in _AGAIN:
                response.close()
                self._pause(_wished(response.headers.get("Retry-After"), wait))
                continue
            return response
        raise AssertionError("the last try ends the loop")

    def _built(self, request: Request) -> "httpx.Request":
        import httpx

        headers = {"Accept": ", ".join(request.accept) or "*/*"}
        if request.kind:
            headers["Content-Type"] = request.kind
        try:
            return self._client.build_request(
                request.method, request.url, content=request.content or None, headers=headers
            )
        except (httpx.InvalidURL, ValueError):
            raise RemoteError(f"{request.place}: this is no address that can be asked") from None

    def _refusal(self, request: Request, response: "httpx.Response", media_type: str) -> RemoteError:
        """Say in one line what a status means and what to do."""
        status = response.status_code
        said = "" if media_type in _HTML else self._said(response)
        told = f": {said}" if said else ""
        known = self._credentials
        meanings = {
            401: f"the server does not accept {known.source} (401)"
            if known
            else f"the server asks who you are (401); set {WAYS}",
            403: f"the server forbids this (403{told})"
            + (f" to whom {known.source} name" if known else f"; set {WAYS} where it should know you"),
            404: "the server has nothing at this address (404)",
            413: f"the server takes no request of this size (413{told})",
        }
        meaning = meanings.get(status)
        if meaning is None:
            whose = "the server failed" if status >= 500 else "the server refuses"
            meaning = f"{whose} ({status}{told})"
        return RemoteError(f"{request.place}: {meaning}", status, said)

    def _said(self, response: "httpx.Response") -> str:
        """Give the first line of what a server says, however much it says."""
        import httpx

        found = b""
        try:
            for chunk in response.iter_bytes():
                found += chunk
                if len(found) > _ERROR_BYTES:
                    break
        except (httpx.TransportError, httpx.DecodingError):
            # What it said breaks off; what came of it is told.
            pass
        lines = found[:_ERROR_BYTES].decode(errors="replace").strip().splitlines()
        first = printable(lines[0])[:_SHOWN] if lines else ""
        return self._credentials.hide(first) if self._credentials else first


def _followed(request: Request, response: "httpx.Response") -> Request:
    """Give the request that a redirect asks for, where it stays with the same server."""
    target = urljoin(request.url, response.headers.get("Location", ""))
    one, other = urlsplit(request.url), urlsplit(target)
    if (one.scheme, one.netloc) != (other.scheme, other.netloc):
        place = f"{other.scheme}://{other.netloc.rpartition('@')[2]}"
        raise RemoteError(
            f"{request.place}: the server sends on to {printable(place)[:_SHOWN]}, which is not asked, lest it learn "
            "what only this one should; give that address where it is the right one"
        )
    if response.status_code == _SEE_OTHER:
        return Request("GET", target, accept=request.accept)
    return Request(request.method, target, request.content, request.kind, request.accept, request.repeatable)


def _stranger(media_type: str) -> str:
    if media_type in _HTML:
        return "this is no SPARQL endpoint: it answers with a page for people"
    shown = printable(media_type)[:_SHOWN]
    return f"the server answers as {shown or 'nothing that has a media type'}, which was not asked for"


def _causes(error: BaseException) -> Iterable[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__


def _may_be_sent_again(error: "httpx.TransportError", request: Request) -> bool:
    """Tell whether a request never left, or may be repeated, and another try can help."""
    import httpx

    if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        return False
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return True
    return request.repeatable and isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError)


def _no_answer(error: "httpx.TransportError") -> str:
    import httpx

    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message or "it cannot be verified"
            return f"the certificate of the server is not trusted ({reason}); SSL_CERT_FILE names one that is"
        if isinstance(cause, ssl.SSLError):
            return "no secure connection comes about; does the server speak http:// there?"
        if isinstance(cause, ConnectionRefusedError):
            return "the connection is refused; is the server running?"
    if isinstance(error, httpx.UnsupportedProtocol):
        return "this is no address that can be asked; it begins with http:// or https://"
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError):
        return "the server cannot be reached; check its name and the network"
    if isinstance(error, httpx.TimeoutException):
        return "the server took too long to answer; ask for less, or try again"
    return "the server broke off the connection"


def _wished(header: str | None, otherwise: float) -> float:
    """Give how long to wait, as the server wishes it within bounds."""
    if header is None:
        return otherwise
    try:
        seconds = float(header)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds()
        except (TypeError, ValueError):
            return otherwise
    return min(max(seconds, 0.0), _LONGEST_PAUSE) if seconds == seconds else otherwise
