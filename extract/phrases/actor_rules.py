"""Rules for actors in languages with blanks between words, built from the word lists of one language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.languages.wordlists import any_of, wordlists

__all__ = ["ActorRules", "DeclarationRules", "Numbered", "actor_rules", "declaration_rules"]

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A body whose resolutions have numbers of a form of their own.

    Attributes:
        entity: The body.
        before: Such a resolution, ending right before the noun that names the body.
        behind: The same, right behind it.
        own: Such a resolution that a sentence calls its own.
    """

    entity: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    own: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ActorRules:
    """How one language names actors; a pattern that its data do not give matches nothing.

    Attributes:
        fold: Characters that are printed in several ways, and the one that stands for them; one for one.
        collectives: Phrases for collective actors that the registry does not list.
        unprinted: Collective actors that running text names only in passing.
        refused: Names of the registry that are ordinary words in this language.
        guards: What must stand before a name that is an ordinary word as well, ending where it begins.
        decoys: Strings that hold a name by chance.
        glued: What may be written in one word with a name after it; matched before the name.
        fused: Beginnings of names that change when a word is glued to them, and what they become.
        not_before: What shows that a collective noun speaks of some of its members only.
        secretariats: What may also stand for the secretariat of a treaty or of another organisation.
        convention: What shows that a secretariat may be that of a treaty.
        place: What makes a State the place of something.
        governments: What stands before a State in the name of its government, and ends there.
        governments_behind: What stands behind it.
        national: What stands before a State in the name of a body of its own, and ends there.
        national_of_adjective: The same before the adjective of a State.
        governments_of_adjective: What stands right before the adjective of a State in the name of its government.
        not_attributive: What stands behind such an adjective where it does not speak of the State.
        not_attributive_behind: What stands before it there.
        of_state: What stands behind an adjective that has several senses where it speaks of the State.
        of_state_before: What stands before it there.
        titles: Titles of officers and the last part of the id of such an officer.
        title_before: A title and the words that join it with the body behind them.
        title_behind: A title right behind the name of its body.
        of: What joins a part with the whole to which it belongs, ending at an offset.
        part: The same, beginning at an offset.
        inside: What shows that the United Nations are named only in the name of a body, ending before them.
        owner_first: Whether the name of an owner stands right before that of a part.
        officer_names: How a title and the name of a body make the name of an officer.
        envoy: An officer of the Secretary-General and the words that join him with the State for which he acts.
        ranks: The last part of the id of such an officer, by title.
        heads: Nouns that alone name a body spoken of before; each with the form by which names are compared.
        head: Such a noun where it may stand for a body.
        not_behind_head: What shows that such a noun begins a longer name.
        house: The body that such a noun means where no other is meant.
        numbered: The body that such a noun means beside the number of a resolution of that body.
        told: Those of them that are reported even where no body fits.
        links: Words before which the noun of a name stands.
        noun_first: Whether the first, not the last, of the nouns before such a word is that of the name.
        shape: Nouns on which the name of an unlisted body may stand; matches nothing where names are in lower case.
        run: How a name goes on behind its noun.
        mission_run: How that of a mission does.
        cut: What shows that a name goes on in words without capitals, so that its end cannot be told.
        loose: What stands behind a body more often than in its name.
        not_of_state: Nouns for bodies that belong to no State, although its name may stand in theirs.
        openers: Words in capitals at the beginning of a sentence that begin no name.
        genitive: What is added to the name of an owner before that of a part.
        joints: Words that join the parts of a name, and names.
        beside: What shows that a name only stands beside another.
        opener_endings: Endings by which a word at the beginning of a sentence is a verb more likely than a name.
        parliaments: Nouns for a parliament.
        domestic: Words in the name of a body of one State.
        common: Words that alone do not tell a body from others.
        alone: Names of one word that are names only where they do not go on in capitals on either side.
        missions: Nouns for a mission.
        texts: Names of texts by their shape; names in them are no mentions.
        not_bodies: What shows that a name by its shape is that of something else.
        sponsors: The line that names the sponsors of a draft.
        committee: A committee of the Security Council named after its resolution, with its ``number``.
    """

    fold: Mapping[int, str]
    collectives: dict[str, str]
    unprinted: frozenset[str]
    refused: frozenset[str]
    guards: Mapping[str, re.Pattern[str]]
    decoys: tuple[str, ...]
    glued: re.Pattern[str]
    fused: Mapping[str, str]
    not_before: re.Pattern[str]
    secretariats: frozenset[str]
    convention: re.Pattern[str]
    place: re.Pattern[str]
    governments: re.Pattern[str]
    governments_behind: re.Pattern[str]
    national: re.Pattern[str]
    national_of_adjective: re.Pattern[str]
    governments_of_adjective: re.Pattern[str]
    not_attributive: re.Pattern[str]
    not_attributive_behind: re.Pattern[str]
    of_state: re.Pattern[str]
    of_state_before: re.Pattern[str]
    titles: Mapping[str, str]
    title_before: re.Pattern[str]
    title_behind: re.Pattern[str]
    of: re.Pattern[str]
    part: re.Pattern[str]
    inside: re.Pattern[str]
    owner_first: bool
    officer_names: tuple[str, ...]
    envoy: re.Pattern[str]
    ranks: Mapping[str, str]
    heads: Mapping[str, str]
    head: re.Pattern[str]
    not_behind_head: re.Pattern[str]
    house: Mapping[str, str]
    numbered: Mapping[str, Numbered]
    told: frozenset[str]
    links: re.Pattern[str]
    noun_first: bool
    shape: re.Pattern[str]
    run: re.Pattern[str]
    mission_run: re.Pattern[str]
    cut: re.Pattern[str]
    loose: re.Pattern[str]
    not_of_state: frozenset[str]
    openers: frozenset[str]
    genitive: str
    joints: frozenset[str]
    beside: re.Pattern[str]
    opener_endings: tuple[str, ...]
    parliaments: frozenset[str]
    domestic: frozenset[str]
    common: frozenset[str]
    alone: frozenset[str]
    missions: frozenset[str]
    texts: re.Pattern[str]
    not_bodies: re.Pattern[str]
    sponsors: re.Pattern[str]
    committee: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DeclarationRules:
    """How one language declares short forms.

    Attributes:
        bracket: A bracket that may hold a short form, with ``short`` and, where it says so itself, ``phrase``.
        article: An article, which is no part of a name.
        by_short: Whether a body that is not listed has its id from the short form, for names that are inflected.
        passed: Words of a name that give no letter to its initials, or may give none.
        organisation: Nouns by which a name is that of a body.
    """

    bracket: re.Pattern[str]
    article: re.Pattern[str]
    by_short: bool
    passed: frozenset[str]
    organisation: re.Pattern[str]


def actor_rules(language: str) -> ActorRules:
    """Build the rules for actors of a language.

    Args:
        language: Code of a language whose package has ``actors.json``.

    Returns:
        The rules.

    Example:
        >>> rules = actor_rules("en")
        >>> rules.heads["Council"], rules.titles["Executive Director"]
        ('Council', 'head')
    """
    fold = _fold(language)
    data = _folded(wordlists(language, "actors"), fold)
    titles, of = data.get("titles", {}), data.get("of", " ")
    heads = data.get("heads", {})
    ranks = data.get("ranks", {})
    glued = f"(?:{'|'.join(data['glued'])})" if "glued" in data else ""
    return ActorRules(
        fold=fold,
        collectives=data.get("collectives", {}),
        unprinted=frozenset(data.get("unprinted", ())),
        refused=frozenset(data.get("refused", ())),
        guards={name: re.compile(f"{before}$") for name, before in data.get("guards", {}).items()},
        decoys=tuple(data.get("decoys", ())),
        glued=_pattern(data, "glued", r"(?<!\w)(?:{})$"),
        fused=data.get("fused", {}),
        not_before=_pattern(data, "not_before", r"(?<!\w)(?:{}) $"),
        secretariats=frozenset(data.get("secretariats", ())),
        convention=_pattern(data, "convention", r"(?<!\w)(?:{})"),
        place=_pattern(data, "place", r"(?<!\w)(?:{})$"),
        governments=_pattern(data, "governments", rf"(?<!\w){glued}(?P<name>{{}}){of}$"),
        governments_behind=_pattern(data, "governments_behind", r"(?:{})(?!\w)"),
        national=_pattern(data, "national", rf"(?<!\w){glued}(?P<name>{{}}){data.get('national_joint', of)}$"),
        national_of_adjective=_pattern(data, "national_of_adjective", rf"(?<!\w){glued}(?P<name>{{}}) $"),
        governments_of_adjective=_pattern(data, "governments_of_adjective", rf"(?<!\w){glued}(?P<name>{{}}) $"),
        not_attributive=_pattern(data, "not_attributive", r"(?:{})"),
        not_attributive_behind=_pattern(data, "not_attributive_behind", r"(?<!\w)(?:{}) $"),
        of_state=_pattern(data, "of_state", r" (?:{})(?!\w)"),
        of_state_before=_pattern(data, "of_state_before", rf"(?<!\w){glued}(?:{{}}) $"),
        titles=titles,
        title_before=_words(titles, rf"(?<![\w-])(?P<title>{{}}){of}$"),
        title_behind=_words(titles if data.get("titles_behind") else (), r" (?P<title>{})(?![\w-])"),
        of=re.compile(f"{of}$"),
        part=re.compile(of),
        inside=_pattern(data, "inside", rf"(?<!\w){glued}(?:{{}})$"),
        owner_first=data.get("owner_first", False),
        officer_names=tuple(data.get("officer_names", ())),
        envoy=_words(ranks, rf"(?<![\w-])(?P<rank>{{}}){data.get('envoy_joint', of)}$"),
        ranks=ranks,
        heads={form: lemma for lemma, forms in heads.items() for form in (lemma, *forms)},
        head=_heads(data),
        not_behind_head=_pattern(data, "not_behind_head", "{}"),
        house=data.get("house", {}),
        numbered=_numbered(data),
        told=frozenset(data.get("told", ())),
        links=_pattern(data, "links", r" (?:{})(?!\w)"),
        noun_first=data.get("noun_first", False),
        shape=_words(data.get("shapes", ()), r"(?<!\w)(?:{})(?![\w-])"),
        run=_run(data, ()),
        mission_run=_run(data, data.get("mission_links", ())),
        cut=re.compile(data["cut"]) if "cut" in data else _NEVER,
        loose=re.compile(data["loose"]) if "loose" in data else _NEVER,
        not_of_state=frozenset(data.get("not_of_state", ())),
        openers=frozenset(data.get("openers", ())),
        genitive=data.get("genitive", ""),
        joints=frozenset(data.get("joints", ())),
        beside=re.compile(data["beside"]) if "beside" in data else _NEVER,
        opener_endings=tuple(data.get("opener_endings", ())),
        parliaments=frozenset(data.get("parliaments", ())),
        domestic=frozenset(data.get("domestic", ())),
        common=frozenset(data.get("common", ())),
        alone=frozenset(data.get("alone", ())),
        missions=frozenset(data.get("missions", ())),
        texts=_texts(data),
        not_bodies=_pattern(data, "not_bodies", "{}"),
        sponsors=re.compile(data["sponsors"], re.MULTILINE) if "sponsors" in data else _NEVER,
        committee=_pattern(data, "committee", "{}"),
    )


def declaration_rules(language: str) -> DeclarationRules:
    """Build the rules for declared short forms of a language.

    Args:
        language: Code of a language whose package has ``abbreviations.json``.

    Returns:
        The rules.

    Example:
        >>> rules = declaration_rules("en")
        >>> rules.bracket.search('the Commission (hereinafter "the Panel")')["short"]
        'Panel'
    """
    data = _folded(wordlists(language, "abbreviations"), _fold(language))
    phrases = _any_of(data["phrases"])
    articles = data.get("articles", "")
    return DeclarationRules(
        bracket=re.compile(
            rf"(?<=[\w\"'.]) ?\((?P<phrase>(?:{phrases}),? ?)?(?:{articles})?(?P<quote>\"\s?(?:{articles})?)?"
            rf"(?P<short>[^\W\d_](?:[^()\n,;:\"]|\d){{1,60}}?) ?\"?\)"
        ),
        article=re.compile(articles or r"(?!)"),
        by_short=data.get("by_short", False),
        passed=frozenset(data["passed"]),
        organisation=re.compile(rf"(?<!\w)(?:{'|'.join(data['organisations'])})(?!\w)"),
    )


def _fold(language: str) -> dict[int, str]:
    return str.maketrans(wordlists(language, "actors").get("fold", {}))


def _folded(value: Any, fold: Mapping[int, str]) -> Any:
    """Fold the words of a language as the texts are folded in which they are sought."""
    if isinstance(value, str):
        return value.translate(fold)
    if isinstance(value, list):
        return [_folded(one, fold) for one in value]
    if isinstance(value, dict):
        return {key.translate(fold): _folded(one, fold) for key, one in value.items()}
    return value


def _any_of(words: Iterable[str]) -> str:
    return any_of(map(re.escape, words))


def _words(words: Iterable[str], frame: str) -> re.Pattern[str]:
    """Put plain words in a pattern, at ``{}``."""
    known = _any_of(words)
    return re.compile(frame.replace("{}", known)) if known else _NEVER


def _pattern(data: Mapping[str, Any], key: str, frame: str) -> re.Pattern[str]:
    """Put the patterns of a list in a pattern, at ``{}``."""
    return re.compile(frame.replace("{}", "|".join(data[key]))) if data.get(key) else _NEVER


def _heads(data: Mapping[str, Any]) -> re.Pattern[str]:
    heads = data.get("heads", {})
    forms = _any_of(form for lemma, several in heads.items() for form in (lemma, *several))
    if not forms:
        return _NEVER
    article = data.get("article", "")
    prefix = data.get("head_prefix", "")
    pattern = rf"(?<![\w-]){article}(?P<head>{prefix}(?P<noun>{forms}))(?![\w-])"
    if "bare_head" in data:
        pattern += rf"|(?<![\w-])(?P<bare>{forms})(?={data['bare_head']})"
    return re.compile(pattern)


def _numbered(data: Mapping[str, Any]) -> dict[str, Numbered]:
    found = {}
    for noun, one in data.get("numbered", {}).items():
        several = rf"{one['number']}(?:(?:, | {data['number_joint']} ){one['number']})*"
        frames = (data.get(f"numbered_{place}", r"(?!)") for place in ("before", "behind", "own"))
        before, behind, own = (frame.replace("{}", several) for frame in frames)
        found[noun] = Numbered(
            one["entity"], re.compile(f"{before}$"), re.compile(behind), re.compile(rf"(?<!\w){own}")
        )
    return found


def _run(data: Mapping[str, Any], further: Iterable[str]) -> re.Pattern[str]:
    """Words in capitals, joined as they are in names."""
    if "run_links" not in data:
        return _NEVER
    word = r"[A-ZÀ-Þ](?:[^\W\d_]|['.](?=[^\W\d_]))*"
    words = rf"{word}(?:[ -]{word})*"
    links = "|".join([*data["run_links"], *further])
    return re.compile(rf"(?: (?:{links}) {words}(?:(?:, {words})*,? {data['run_joint']} {words})*)+")


def _texts(data: Mapping[str, Any]) -> re.Pattern[str]:
    if not data.get("texts"):
        return _NEVER
    if "run_links" not in data:
        return re.compile(rf"(?<!\w)(?:{'|'.join(data['texts'])})")
    goes_on = _run(data, data.get("mission_links", ())).pattern
    return re.compile(rf"(?<!\w)(?:{data.get('text_owner', '')})(?:{'|'.join(data['texts'])}){goes_on}")
