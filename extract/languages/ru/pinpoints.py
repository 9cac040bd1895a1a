"""How Russian documents name a portion of what they cite."""

import json
from importlib.resources import files

from extract.phrases.portions import PortionWords

__all__ = ["RULES"]

RULES = PortionWords(json.loads(files(__package__).joinpath("pinpoints.json").read_text(encoding="utf-8")))
"""The words that take a pinpoint apart."""
