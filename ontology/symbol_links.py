"""Links to documents and names of their files, and the way back to the symbol."""

import re
from urllib.parse import parse_qs, quote, unquote, urlsplit

from ontology.errors import SymbolError, UnknownTermError
from ontology.symbol import Symbol, split_joint

__all__ = ["LANGUAGES", "file_name", "from_file_name", "from_link", "joint_from_link", "link"]

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

_SHORT_SITES = ("docs.un.org", "undocs.org")
_FILE_SITE = "documents.un.org"
_SITES = (*_SHORT_SITES, _FILE_SITE)
# Old addresses live on in documents: these sites give the symbol in the query.
_OLD_SITES = ("un.org", "daccess-ods.un.org", "daccess-dds-ny.un.org")
_SYMBOL_KEYS = ("s", "symbol", "finalsymbol", "ds")
_LANGUAGE_KEYS = ("l", "lang", "language")
# German reads "ot" on the resolver and "DE" in names of files; "ch" and "cn" are old codes of Chinese.
_OLD_CODES = {"ch": "zh", "cn": "zh", "ot": "de", "de": "de"}
_LETTERS = {"a": "ar", "c": "zh", "e": "en", "f": "fr", "r": "ru", "s": "es"}
_SAFE = "/()*"
_LINK = re.compile(r"(?:https?:)?(?://)?(?:www\.)?(?P<site>[a-z.-]+)(?P<rest>[/?].*)", re.IGNORECASE | re.DOTALL)
_FILE = re.compile(
    r"(?P<stem>.+?)(?:[-.](?P<language>ar|en|es|fr|ru|zh|de|ch))?(?:\.(?P<extension>[a-z]{2,5}))?", re.IGNORECASE
)
_LAST_BRACKET = re.compile(r"_(?=\([^()]*\)$)")
# Collections name Security Council resolutions with leading zeros and the year after an underscore.
_YEAR_AFTER_NUMBER = re.compile(
    r"(S_RES_)0*(\d+)_\(?(\d{4})\)?(?=_|$)(?:_(?P<language>[A-Z]{2})(?=_|$))?.*", re.IGNORECASE
)


def link(symbol: Symbol, language: str, site: str = "docs.un.org") -> str:
    """Give the address of a document in one language.

    Args:
        symbol: Its symbol; a minted one has no address.
        language: One of the six official languages.
        site: ``docs.un.org``, ``undocs.org`` or ``documents.un.org`` (the file itself).

    Returns:
        The address.

    Raises:
        UnknownTermError: Language or site is none of these.
        SymbolError: The symbol is minted or a sales number, and leads to no document.

    Example:
        >>> from ontology.symbol import parse
        >>> link(parse("S/RES/1540 (2004)"), "zh")
        'https://docs.un.org/zh/S/RES/1540(2004)'
        >>> link(parse("A/79/837"), "en", "documents.un.org")
        'https://documents.un.org/api/symbol/access?s=A/79/837&l=en&t=pdf'
    """
    if language not in LANGUAGES:
        raise UnknownTermError(language, "the official languages")
    if symbol.minted or symbol.is_sales_number:
        raise SymbolError(str(symbol), 0, "no document is issued under it")
    path = quote(str(symbol), safe=_SAFE)
    if site in _SHORT_SITES:
        return f"https://{site}/{language}/{path}"
    if site == _FILE_SITE:
        return f"https://{site}/api/symbol/access?s={path}&l={language}&t=pdf"
    raise UnknownTermError(site, f"the sites {', '.join(_SITES)}")


def from_link(address: str) -> tuple[Symbol, str | None]:
    """Read symbol and language from the address of a document.

    Args:
        address: A link to docs.un.org, undocs.org or documents.un.org, or an older one that gives the symbol in
            its query; with or without ``https://``.

    Returns:
        The symbol (the first of a double one), and the language where the link gives one.

    Raises:
        SymbolError: It is no such link, or holds no symbol.

    Example:
        >>> symbol, language = from_link("https://undocs.org/ch/A/RES/60/1")
        >>> str(symbol), language
        ('A/RES/60/1', 'zh')
    """
    symbols, language = joint_from_link(address)
    return symbols[0], language


def joint_from_link(address: str) -> tuple[tuple[Symbol, ...], str | None]:
    """Read all symbols of a double one, and the language, from the address of a document.

    Args:
        address: As for `from_link`.

    Returns:
        The symbols in order, and the language where the link gives one.

    Raises:
        SymbolError: It is no such link, or holds no symbol.

    Example:
        >>> symbols, language = joint_from_link("undocs.org/A/65/382-S/2010/490")
        >>> [str(symbol) for symbol in symbols], language
        (['A/65/382', 'S/2010/490'], None)
    """
    match = _LINK.fullmatch(address.strip())
    site = match["site"].lower() if match else ""
    if match is None or site not in (*_SITES, *_OLD_SITES):
        raise SymbolError(address, 0, "it is no link to a document of the United Nations")
    parts = urlsplit(f"//{site}{match['rest']}")
    asked = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
    held = next((asked[key] for key in _SYMBOL_KEYS if key in asked), None)
    if held is None and site not in _SHORT_SITES:
        raise SymbolError(address, 0, "the link holds no symbol")
    path, language = _without_language((held or unquote(parts.path)).strip("/"))
    code = next((asked[key] for key in _LANGUAGE_KEYS if key in asked), "")
    return split_joint(path), language or _LETTERS.get(code.lower()) or _language(code)


def _without_language(path: str) -> tuple[str, str | None]:
    """Take the code of a language off the front of a path; a root such as ``A`` or ``ID`` is none."""
    first, slash, rest = path.partition("/")
    language = _language(first) if slash else None
    return (rest, language) if language else (path, None)


def _language(code: str) -> str | None:
    lower = code.lower()
    return lower if lower in LANGUAGES else _OLD_CODES.get(lower)


def file_name(symbol: Symbol, language: str, extension: str) -> str:
    """Give the usual name of a file that holds a document.

    Args:
        symbol: Its symbol.
        language: Its language.
        extension: Extension of the name, without point.

    Returns:
        The name: underscores for slashes, the language in capitals.

    Example:
        >>> from ontology.symbol import parse
        >>> file_name(parse("S/RES/2803 (2025)"), "en", "pdf")
        'S_RES_2803(2025)-EN.pdf'
    """
    return f"{str(symbol).replace('/', '_')}-{language.upper()}.{extension}"


def from_file_name(name: str) -> tuple[tuple[Symbol, ...], str | None]:
    """Read symbols and language from the name of a file.

    Args:
        name: Name or path; the language stands before the extension, after a point or hyphen.

    Returns:
        The symbols in order, several for a double one, and the language where the name gives one.

    Raises:
        SymbolError: The name holds no symbol.

    Example:
        >>> symbols, language = from_file_name("A_65_382-S_2010_490.zh.txt")
        >>> [str(symbol) for symbol in symbols], language
        (['A/65/382', 'S/2010/490'], 'zh')
    """
    base = re.split(r"[/\\]", name)[-1]
    stem, language = _split_name(base)
    resolution = _YEAR_AFTER_NUMBER.fullmatch(stem)
    if resolution is not None:
        stem = f"S_RES_{resolution[2]}({resolution[3]})"
        language = language or _language(resolution["language"] or "")
    return split_joint(_LAST_BRACKET.sub("", stem).replace("_", "/")), language


def _split_name(base: str) -> tuple[str, str | None]:
    """Take extension and language off a name: no extension begins with a digit, as the number of a suffix does."""
    match = _FILE.fullmatch(base)
    if match is None:
        return base, None
    return match["stem"], _language(match["language"] or "")
