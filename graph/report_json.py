"""A lineage as JSON with a stable schema."""

import json
from dataclasses import asdict

from graph.lineage import Lineage

__all__ = ["SCHEMA", "as_json"]

SCHEMA = "resograph/lineage/1"
"""Name and version of the schema.

The object has the fields of `Lineage` by their names, and those of the values in it: ``identity`` and each of
``documents`` those of `Identity`; ``history``, ``cites`` and ``cited_by`` lists of `Tie` with lists of `Quotation`;
``requests`` of `Request` with an `Act` and lists of `Answer`; ``unresolved`` of `Unresolved`; ``findings`` of
`Finding`. ``links`` are pairs of language and address. What is not known is null. A new field leaves the version as it
is; a field that goes or changes its meaning raises it.
"""


def as_json(lineage: Lineage) -> str:
    """Write a lineage as JSON.

    Args:
        lineage: The lineage.

    Returns:
        One object, its keys sorted, with ``schema``.
    """
    return json.dumps({"schema": SCHEMA, **asdict(lineage)}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
