"""Where a store is: in a folder of this machine, or on a server."""

from pathlib import Path

__all__ = ["Location", "is_remote", "location"]

Location = str | Path
"""A folder, or an address that begins with http:// or https://."""

_SCHEMES = ("http://", "https://")


def is_remote(place: Location) -> bool:
    """Tell whether a store is on a server.

    Example:
        >>> is_remote("http://localhost:7878"), is_remote("stores/http")
        (True, False)
    """
    return isinstance(place, str) and place.lower().startswith(_SCHEMES)


def location(text: str) -> Location:
    """Read where a store is, as people write it.

    Example:
        >>> location("https://example.org/ds"), location("STORE").name
        ('https://example.org/ds', 'STORE')
    """
    return text if is_remote(text) else Path(text)
