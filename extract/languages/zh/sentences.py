"""Where a Chinese sentence ends."""

import re

__all__ = ["BREAK"]

BREAK = re.compile(r"[。！？][”’」』)]*|\n")
"""The marks that end a sentence, with the closing marks after them."""
