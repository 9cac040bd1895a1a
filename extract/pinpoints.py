"""What a printed pinpoint says: the portions of the cited document, the same in every language."""

from functools import lru_cache
from types import ModuleType

from ontology.portion import Step, follow, portion

__all__ = ["portions"]

_LONGEST_RANGE = 100


@lru_cache(maxsize=4096)
def portions(printed: str, rules: ModuleType) -> tuple[str, ...]:
    """Take a pinpoint apart.

    Args:
        printed: The pinpoint as printed, without blanks.
        rules: Rules for pinpoints of its language: ``units(printed)`` yields each unit named, its numbers or
            letters (a pair is the first and last of a range), and whether it is joined to the one before by "and".

    Returns:
        The portions in order, ranges written out, each as the fragment of an IRI; empty where the language has no
        rules for what is printed.

    Example:
        >>> from extract.languages import rules
        >>> portions("第二章C节第12段(a)分段", rules("zh", "pinpoints"))
        ('chapter-2/section-C/para-12/sub-a',)
        >>> portions("第9至11段", rules("zh", "pinpoints"))
        ('para-9', 'para-10', 'para-11')
    """
    found: dict[str, None] = {}
    path: tuple[Step, ...] = ()
    open_end = False
    for unit, labels, beside in rules.units(printed):
        holder = follow(path, unit, beside=beside)
        if open_end and len(holder) < len(path):
            found[portion(path)] = None
        each = [(*holder, (unit, label)) for label in _written_out(labels)] or [(*holder, (unit, None))]
        found.update((portion(one), None) for one in each[:-1])
        path, open_end = each[-1], True
    if open_end:
        found[portion(path)] = None
    return tuple(found)


def _written_out(labels: tuple[tuple[str, str], ...]) -> list[str]:
    """Every number and letter of a list of ranges; a range that cannot be counted keeps its two ends.

    What goes down is no range: article 66-4 of a law.
    """
    found: list[str] = []
    for first, last in labels:
        if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
            found.extend(str(number) for number in range(int(first), int(last) + 1))
        elif first.isdigit() and last.isdigit() and int(last) < int(first):
            found.append(f"{first}.{last}")
        elif len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and first < last:
            found.extend(chr(code) for code in range(ord(first), ord(last) + 1))
        else:
            found.extend([first] if first == last else [first, last])
    return found
