"""Messages between the server and a worker process: framed bytes over a pipe."""

import json
import struct
from asyncio import StreamReader
from collections.abc import Mapping
from enum import Enum
from typing import Any, BinaryIO, NamedTuple

__all__ = ["Frame", "Kind", "pack", "read", "receive", "say"]

_HEAD = struct.Struct("!cI")


class Kind(Enum):
    """What a frame carries."""

    MESSAGE = b"m"
    DATA = b"d"
    END = b"e"


class Frame(NamedTuple):
    """One frame.

    Attributes:
        kind: What it carries.
        payload: JSON for a message, a piece of a result for data, nothing at the end of one.
    """

    kind: Kind
    payload: bytes

    @property
    def message(self) -> dict[str, Any]:
        """The message, as JSON has it."""
        found: dict[str, Any] = json.loads(self.payload)
        return found


def pack(kind: Kind, payload: bytes = b"") -> bytes:
    """Make the bytes of a frame.

    Example:
        >>> pack(Kind.DATA, b"abc")
        b'd\\x00\\x00\\x00\\x03abc'
    """
    return _HEAD.pack(kind.value, len(payload)) + payload


def say(message: Mapping[str, object]) -> bytes:
    """Make the frame of a message.

    Example:
        >>> say({"ready": True})
        b'm\\x00\\x00\\x00\\x0f{"ready": true}'
    """
    return pack(Kind.MESSAGE, json.dumps(message).encode())


def read(stream: BinaryIO) -> Frame | None:
    """Read the next frame from a file; None where the file ends.

    Example:
        >>> import io
        >>> read(io.BytesIO(pack(Kind.END))), read(io.BytesIO())
        (Frame(kind=<Kind.END: b'e'>, payload=b''), None)
    """
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    payload = stream.read(length)
    return Frame(Kind(kind), payload) if len(payload) == length else None


async def receive(stream: StreamReader) -> Frame:
    """Read the next frame from a stream.

    Raises:
        asyncio.IncompleteReadError: The stream ends.
    """
    kind, length = _HEAD.unpack(await stream.readexactly(_HEAD.size))
    return Frame(Kind(kind), await stream.readexactly(length) if length else b"")
