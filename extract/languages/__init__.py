"""One package a language, with a module of rules for each concern; the core holds no language's words."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

__all__ = ["rules"]


@cache
def rules(language: str, concern: str) -> Any:
    """Give the rules of a language for a concern.

    Args:
        language: Language code.
        concern: ``citations``, ``actors``, ``mandates``, ``masthead`` or ``sentences``.

    Returns:
        The module ``extract.languages.<language>.<concern>``, or what it holds as ``RULES`` under the same names;
        None where the language has none yet.

    Example:
        >>> rules("zh", "sentences") is not None, rules("tlh", "sentences") is None
        (True, True)
    """
    package = f"{__name__}.{language}"
    if find_spec(package) is None or find_spec(f"{package}.{concern}") is None:
        return None
    module = import_module(f"{package}.{concern}")
    return getattr(module, "RULES", module)
