"""The dates of a document: of its adoption, of its own, and of its issue."""

from collections.abc import Sequence
from types import ModuleType

__all__ = ["dates"]

# What an organ adopts is dated by the act alone; a day in the corner of the page says when it was printed.
_ADOPTED = frozenset({"resolution", "decision"})
_DATED_ITSELF = frozenset({"letter", "note-verbale", "presidential-statement", "summary-record", "verbatim-record"})


def dates(
    head: Sequence[str], closing: Sequence[str], kind: str | None, words: ModuleType
) -> tuple[str | None, str | None]:
    """Read the date of a document and that of its issue.

    Args:
        head: The lines of its masthead and title.
        closing: The lines at its end that give date and meeting.
        kind: Its type, which tells which of its dates counts.
        words: The rules of its language for mastheads.

    Returns:
        The day of adoption of an adopted text, the day that a letter or record bears, the day of issue of
        everything else; and the day of issue. None for what is not printed.

    Example:
        >>> from extract.languages import rules
        >>> words = rules("zh", "masthead")
        >>> dates(["Distr.: General", "4 July 2022", "2022年6月21日大会决议"], (), "resolution", words)
        ('2022-06-21', '2022-07-04')
        >>> dates(["4 July 2022"], (), "resolution", words), dates(["4 July 2022"], (), "report-sg", words)
        ((None, '2022-07-04'), ('2022-07-04', '2022-07-04'))
    """
    read = getattr(words, "issued", None)
    issue_lines = {line: day for line in head if (day := read(line))} if read else {}
    issued = next(iter(issue_lines.values()), None)
    said = next((day for line in head if line not in issue_lines and (day := words.date(line))), None)
    if kind in _ADOPTED:
        return next((day for line in closing if (day := words.date(line))), None) or said, issued
    return ((said or issued) if kind in _DATED_ITSELF else (issued or said)), issued
