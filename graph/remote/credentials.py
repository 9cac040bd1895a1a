"""Who we are to a server of stores: told by the environment, never by an address, and never shown."""

import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.errors import StoreError

__all__ = ["PASSWORD", "TOKEN", "USER", "WAYS", "Credentials", "from_environment"]

USER = "RESOGRAPH_STORE_USER"
PASSWORD = "RESOGRAPH_STORE_PASSWORD"
TOKEN = "RESOGRAPH_STORE_TOKEN"
WAYS = f"{USER} and {PASSWORD}, or {TOKEN}"
"""The environment variables that say who we are."""

_HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a request says of who sends it.

    Attributes:
        source: The environment variables from which it comes.
        header: Value of the header ``Authorization``.
        secrets: What must not be seen in any message.
    """

    source: str
    header: str = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)

    def hide(self, text: str) -> str:
        """Take the secrets out of a text.

        Example:
            >>> Credentials("RESOGRAPH_STORE_TOKEN", "Bearer abc", ("abc",)).hide("no such token: abc")
            'no such token: …'
        """
        for secret in self.secrets:
            text = text.replace(secret, _HIDDEN)
        return text


def from_environment(environment: Mapping[str, str] = os.environ) -> Credentials | None:
    """Read the credentials that are set in the environment; an empty variable counts as none.

    Args:
        environment: Its variables.

    Returns:
        User and password (HTTP Basic), or a token (Bearer); None where neither is set.

    Raises:
        StoreError: Half of the one is set, or both, or a value that a header cannot hold.

    Example:
        >>> from_environment({"RESOGRAPH_STORE_USER": "reader", "RESOGRAPH_STORE_PASSWORD": "secret"})
        Credentials(source='RESOGRAPH_STORE_USER and RESOGRAPH_STORE_PASSWORD')
        >>> from_environment({}) is None
        True
    """
    user, password, token = (environment.get(name, "") for name in (USER, PASSWORD, TOKEN))
    if token and (user or password):
        raise StoreError(f"{TOKEN} is set beside {USER if user else PASSWORD}; unset the one that is not meant")
    if token:
        if not (token.isascii() and token.isprintable()) or " " in token:
            raise StoreError(f"{TOKEN} holds what no token holds: a blank, a line end or a letter beyond ASCII")
        return Credentials(TOKEN, f"Bearer {token}", (token,))
    if bool(user) != bool(password):
        raise StoreError(f"{USER} and {PASSWORD} go together; {PASSWORD if user else USER} is not set")
    if not user:
        return None
    if ":" in user:
        raise StoreError(f"{USER} holds a colon, which the name of a user cannot have over HTTP")
    coded = b64encode(f"{user}:{password}".encode()).decode()
    return Credentials(f"{USER} and {PASSWORD}", f"Basic {coded}", (coded, password))
