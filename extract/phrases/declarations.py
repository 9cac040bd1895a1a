"""Short forms that a document declares, in languages with blanks between words: initials, or words of the name."""

import re
from collections.abc import Iterator

from extract.declared import DeclaredAbbreviation
from extract.phrases.actor_names import PhraseNames, phrase_names
from extract.phrases.actor_rules import DeclarationRules
from extract.phrases.actor_scene import slug
from extract.reading import Reading

__all__ = ["find_declarations", "spelt"]

_REACH = 240
_LONGEST_TAIL = 40
_BREAK = re.compile(r"[;:\n()\"]|[.!?] (?=[^\W\d_a-z])")
_WORD = re.compile(r"[^\s,'\-/]+(?:'s(?!\w))?")
_ACRONYM = re.compile(r"[^\W\d_][\w&./-]*")
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'.-]*(?:,? (?:(?:\w{1,3} ){0,2})[^\W\d_a-z][\w'.-]*)*$")
_NO_NAMES = frozenset({"generic"})


def find_declarations(reading: Reading, found: DeclarationRules) -> Iterator[DeclaredAbbreviation]:
    """Find the short forms that a document declares.

    Args:
        reading: The document.
        found: The rules of its language.

    Yields:
        The declarations in the order of the text.

    Example:
        >>> from corpus import read_text
        >>> from extract.languages import rules
        >>> reading = Reading(read_text("The Alpha Beta Council (ABC) and gross domestic product (GDP).", "a.txt"))
        >>> [(one.full, one.entity) for one in find_declarations(reading, rules("en", "abbreviations"))]
        [('Alpha Beta Council', 'unlisted:alpha-beta-council'), ('gross domestic product', None)]
    """
    names = phrase_names(reading.document.language)
    text = reading.text.translate(names.rules.fold)
    for match in found.bracket.finditer(text):
        floor = max(0, match.start() - _REACH)
        breaks = [one.end() for one in _BREAK.finditer(text, floor, match.start())]
        stretch = text[breaks[-1] if breaks else floor : match.start()]
        short = match["short"]
        acronym = _ACRONYM.fullmatch(short) is not None and sum(map(str.isupper, short)) > 1
        own = match["phrase"] is not None or match["quote"] is not None
        declared = _acronym(stretch, short, found, names) if acronym else _words(stretch, short, own, found, names)
        if declared is not None:
            full, entity, listed = declared
            start = match.start() - len(full)
            spans = (start, match.start(), *match.span("short"), match.end())
            yield DeclaredAbbreviation(
                *spans, reading.text[start : match.start()], reading.text[slice(*match.span("short"))], entity, listed
            )


_Declared = tuple[str, str | None, bool]
"""A full name, its entity and whether the registry holds it."""


def _acronym(stretch: str, short: str, found: DeclarationRules, names: PhraseNames) -> _Declared | None:
    denoted = names.entity(short)
    full = spelt(short, stretch, found.passed)
    if denoted is not None:
        return _known_short(stretch, full or _capitals(stretch, found), denoted, names)
    for start, end, one in names.find(stretch):
        if (
            end == len(stretch)
            and one.entity
            and one.type not in _NO_NAMES
            and (full is None or stretch[start:] == full)
        ):
            likely = full is not None or (stretch[start] == short[0] and one.type != "state")
            return (stretch[start:], one.entity, True) if likely else None
    if full is None:
        return None
    body = full[0].isupper() and found.organisation.search(full) is not None
    return full, f"unlisted:{slug(short if found.by_short else full)}" if body else None, False


def _known_short(stretch: str, full: str | None, denoted: str, names: PhraseNames) -> _Declared | None:
    """Find the name before a short form of the registry: one that it lists, or one with the same noun."""
    listed = [
        start
        for start, end, one in names.find(stretch)
        if one.entity == denoted and one.form == "full" and len(stretch) - end <= _LONGEST_TAIL
    ]
    if listed:
        return stretch[listed[-1] :], denoted, True
    if full is None:
        return None
    same = full.casefold() in {name.casefold() for name in names.names(denoted)}
    return (full, denoted, True) if same or names.noun(full) in names.nouns(denoted) else None


def _capitals(stretch: str, found: DeclarationRules) -> str | None:
    """Give the words with capitals at the end of a stretch, and those between them that names pass over."""
    start: int | None = None
    for match in reversed(list(_WORD.finditer(stretch))):
        if match[0][0].isupper():
            start = match.start()
        elif match[0] not in found.passed:
            break
    return stretch[start:] if start is not None and found.organisation.search(stretch, start) else None


def _words(stretch: str, short: str, own: bool, found: DeclarationRules, names: PhraseNames) -> _Declared | None:
    """Read a short form made of words; without marks of its own all of its words must be those of the name."""
    if names.get(short) is not None and not own:
        return None
    last = next((one for one in names.find(stretch) if one[1] == len(stretch)), None)
    if last is not None:
        start, _, phrase = last
        if phrase.entity is None or phrase.type in _NO_NAMES or stretch[start:] == short:
            return None
        fits = _made_of(short, stretch[start:])
        return (stretch[start:], phrase.entity, True) if fits or (own and phrase.type != "state") else None
    capitals = _CAPITALS.search(stretch)
    if not own or capitals is None or found.organisation.search(capitals[0]) is None:
        return None
    if not _made_of(short, capitals[0]):
        return None
    article = found.article.match(capitals[0])
    full = capitals[0][article.end() if article is not None else 0 :]
    return full, f"unlisted:{slug(full)}", False


def _made_of(short: str, full: str) -> bool:
    """Tell whether the words of a short form stand in the name, in the same order."""
    words = iter(_WORD.findall(full.casefold()))
    return all(any(word == other for other in words) for word in _WORD.findall(short.casefold()))


def spelt(acronym: str, stretch: str, passed: frozenset[str]) -> str | None:
    """Give the words at the end of a stretch whose initials an acronym is.

    Args:
        acronym: The acronym; small letters at its end are left out.
        stretch: The words before it.
        passed: Words that need not give a letter.

    Returns:
        The words from the first that gives a letter, or None.

    Example:
        >>> spelt("UNMIL", "the United Nations Mission in Liberia", frozenset({"in", "the"}))
        'United Nations Mission in Liberia'
        >>> spelt("OAU", "the Organization of African Unity", frozenset({"of", "the"}))
        'Organization of African Unity'
    """
    letters = [letter for letter in acronym.rstrip("s") if letter.isalnum()]
    words = [(match.start(), match[0]) for match in _WORD.finditer(stretch)]
    if not words or len(letters) < 2:
        return None
    start = _spelt([letter.casefold() for letter in letters], words, passed)
    return stretch[start:] if start is not None else None


def _spelt(letters: list[str], words: list[tuple[int, str]], passed: frozenset[str]) -> int | None:
    """Give where the words begin of which all letters are the initials, from the last on."""
    if not words:
        return None
    start, word = words[-1]
    if word[0].casefold() == letters[-1]:
        if len(letters) == 1 and word not in passed:
            return start
        found = _spelt(letters[:-1], words[:-1], passed) if len(letters) > 1 else None
        if found is not None:
            return found
    return _spelt(letters, words[:-1], passed) if word in passed else None
