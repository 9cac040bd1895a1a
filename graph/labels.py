"""Labels of the picture: how a name is broken into lines and how wide a line is drawn."""

import re
import unicodedata

__all__ = ["broken", "pieces", "width"]

CLOSING = "，。、；：！？）》】”’,.;:!?)]"
OPENING = "（《【“‘(["
WIDE, NARROW = 14.0, 8.0


def broken(name: str, after: str = "", limit: int = 10, lines: int = 3) -> str:
    """Break a name into short lines.

    A line ends after one of the characters ``after`` once it is half full, otherwise at ``limit`` wide characters.
    Neither closing punctuation nor one of ``after`` starts a line, opening punctuation ends none, and a run of Latin
    letters and digits stays in one piece. What does not fit into ``lines`` is replaced by an ellipsis.

    Args:
        name: The name, on one line.
        after: Characters after which a line may end early, such as the particles of a language.
        limit: Wide characters on a line; two narrow ones count as one.
        lines: Most lines.

    Returns:
        The name with line feeds.

    Example:
        >>> print(broken("联合国系统发展方面的业务活动四年度审查", after="的和与、"))
        联合国系统发展方面的
        业务活动四年度审查
        >>> print(broken("Inter-Parliamentary Union"))
        Inter-Parliamentary
        Union
    """
    if _cells(name) <= limit:
        return name
    rows = _rows(name, after, limit)
    # A last line of one or two characters looks like a mistake: shorter lines before it make it longer.
    for shorter in range(limit - 1, limit // 2, -1):
        if _cells(rows[-1]) > 2:
            break
        rows = _rows(name, after, shorter)
    if len(rows) > lines:
        rows = [*rows[: lines - 1], rows[lines - 1] + "…"]
    return "\n".join(rows)


def pieces(name: str) -> tuple[str, ...]:
    """Cut a symbol where a line may end: after a slash alone.

    Args:
        name: Symbol or name.

    Returns:
        The pieces, which must each stay on one line; none for a name in words, which breaks as any text does.

    Example:
        >>> pieces("A/65/382-S/2010/490"), pieces("大会")
        (('A/', '65/', '382-S/', '2010/', '490'), ())
    """
    if not name.isascii() or "/" not in name or any(sign.isspace() for sign in name):
        return ()
    return tuple(piece for piece in re.split(r"(?<=/)", name) if piece)


def width(label: str) -> float:
    """Give the width of a label in pixels, as a text of 14 pixels is drawn.

    Args:
        label: Text, perhaps of several lines.

    Returns:
        The width of its longest line, an estimate that errs to the wide side.

    Example:
        >>> width("大会")
        28.0
    """
    return max(sum(WIDE if _wide(sign) else NARROW for sign in line) for line in label.split("\n"))


def _rows(name: str, after: str, limit: int) -> list[str]:
    rows: list[str] = [""]
    pieces = _pieces(name)
    for at, piece in enumerate(pieces):
        row = rows[-1]
        hangs = piece in CLOSING or (piece in after and _cells(row) <= limit)
        full = _cells(row + piece.rstrip()) > limit
        early = row[-1:] in after and _cells(row) * 2 >= limit and _cells(row + "".join(pieces[at:])) > limit
        if row and not hangs and (full or early):
            carried = row[-1] if row[-1] in OPENING else ""
            rows[-1] = row[: len(row) - len(carried)].rstrip()
            rows.append(carried + piece.lstrip())
        else:
            rows[-1] += piece
    return [row for row in rows if row]


def _pieces(name: str) -> list[str]:
    pieces: list[str] = []
    for sign in name:
        joins = pieces and not _wide(sign) and not _wide(pieces[-1][-1]) and sign not in OPENING
        if joins and not pieces[-1].endswith(" "):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _cells(text: str) -> float:
    return sum(1.0 if _wide(sign) else 0.5 for sign in text)


def _wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF" or sign in "“”‘’…"
