"""Names that the registry or the document lists, in languages with blanks between words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.actor_mention import ActorMention
from extract.declared import DeclaredAbbreviation
from extract.gazetteer import Gazetteer
from extract.phrases.actor_names import ATTRIBUTIVE, Phrase
from extract.phrases.actor_scene import PhraseScene, slug

__all__ = ["find_names", "in_order", "of_states"]

_UNITED_NATIONS = "un"
_SECRETARIAT = "secretariat"
_OF_ALL = frozenset({"un", "un-system"})
_OTHERS = frozenset({"state", "generic", "igo", "ngo", "parliament", "other"})
_WINDOW = 60
_JOINED = "-–"
_LONGEST_BODY = 110
_CAPITAL_BEFORE = re.compile(r"(?<!\w)([^\W\d_a-z][\w'-]*)[ -]$")
_BEFORE_GENERIC = 16


def find_names(scene: PhraseScene, declared: tuple[DeclaredAbbreviation, ...]) -> list[ActorMention]:
    """Find the names of the registry, the declarations and the short forms that the document declares.

    Args:
        scene: The document.
        declared: The short forms that it declares.

    Returns:
        Mentions in order, without overlap. A name that several bodies share is that of the one named before;
        where none was, or several were, it stays unresolved.
    """
    found = [*_declared(scene, declared), *_committees(scene), *_listed(scene)]
    return list(_certain(scene, _with_united_nations(scene, in_order(found))))


def of_states(scene: PhraseScene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Join States with the words that make them their governments, which are the States, or bodies of their own.

    Args:
        scene: The document.
        mentions: Mentions in order, without overlap.

    Returns:
        The mentions, the longer ones in place of the shorter.
    """
    return in_order([_government(scene, one) if one.actor_type == "state" else one for one in mentions])


def in_order(mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """Put mentions in order; of those that overlap the leftmost stays, then the longest."""
    kept: list[ActorMention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _listed(scene: PhraseScene) -> Iterator[ActorMention]:
    for start, end, phrase in scene.names.find(scene.text):
        if scene.names_none(start, end) or (phrase.type == "generic" and _of_some(scene, start)):
            continue
        guard = scene.rules.guards.get(scene.text[start:end])
        if guard is not None and guard.search(scene.text, max(0, start - _WINDOW), start) is None:
            continue
        if phrase.form in ATTRIBUTIVE:
            if _speaks_of_state(scene, start, end, phrase):
                yield ActorMention(start, end, phrase.entity, "state", rule="attributive", confidence=0.9)
            continue
        if scene.text[start:end] in scene.rules.alone and _goes_on(scene, start, end):
            continue
        mention = _mention(start, end, phrase)
        yield _doubted(mention) if _is_doubtful(scene, mention) else mention


def _is_doubtful(scene: PhraseScene, mention: ActorMention) -> bool:
    """Tell whether a secretariat without a name may be that of a treaty of which its sentence speaks."""
    if scene.text[mention.start : mention.end] not in scene.rules.secretariats:
        return False
    first, last = scene.reading.sentence(mention.start)
    return scene.rules.convention.search(scene.text, first, last) is not None


def _doubted(mention: ActorMention) -> ActorMention:
    return replace(mention, entity=None, actor_type="other", confidence=0.3, candidates=(_SECRETARIAT,))


def _speaks_of_state(scene: PhraseScene, start: int, end: int, phrase: Phrase) -> bool:
    """Tell whether an adjective speaks of its State: Israeli forces, but not Turkish Cypriots and not in French."""
    text = scene.text
    if (start and text[start - 1] in _JOINED) or scene.rules.not_attributive.match(text, end):
        return False
    if scene.rules.not_attributive_behind.search(text, max(0, start - _WINDOW), start):
        return False
    if phrase.form == "demonym":
        return True
    before = scene.rules.of_state_before.search(text, max(0, start - _WINDOW), start)
    return before is not None or scene.rules.of_state.match(text, end) is not None


def _mention(start: int, end: int, phrase: Phrase) -> ActorMention:
    rule = "collective" if phrase.type == "generic" else "registry"
    return ActorMention(
        start, end, phrase.entity, phrase.type, phrase.form, rule, candidates=phrase.candidates, weak=phrase.weak
    )


def _goes_on(scene: PhraseScene, start: int, end: int) -> bool:
    """Tell whether a word is part of a longer name: Technical Secretariat, Secretariat of the Convention."""
    before = _CAPITAL_BEFORE.search(scene.text, max(0, start - _WINDOW), start)
    if before is not None and not scene.opener(before[1], before.start()):
        return scene.names.entity(before[1]) not in _OF_ALL
    behind = scene.rules.part.match(scene.text, end)
    return behind is not None and scene.text[behind.end() : behind.end() + 1].isupper()


def _of_some(scene: PhraseScene, start: int) -> bool:
    """Tell whether a collective noun speaks of some of its members only: these States."""
    return scene.rules.not_before.search(scene.text, max(0, start - _BEFORE_GENERIC), start) is not None


def _committees(scene: PhraseScene) -> Iterator[ActorMention]:
    for match in scene.rules.committee.finditer(scene.text):
        entity = f"sc-{match['number']}"
        yield ActorMention(*match.span(), entity, "subsidiary-organ", rule="committee-of-resolution")


def _with_united_nations(scene: PhraseScene, mentions: list[ActorMention]) -> list[ActorMention]:
    """Join the United Nations with a body of it named right before or behind; leave it out in an unlisted name."""
    result: list[ActorMention] = []
    for mention in mentions:
        last = result[-1] if result else None
        if mention.entity == _UNITED_NATIONS and mention.form == "full":
            joint = scene.rules.part.match(scene.text, last.end) if last is not None and _own(last) else None
            if last is not None and joint is not None and joint.end() == mention.start:
                result[-1] = replace(last, end=mention.end)
                continue
            if scene.rules.inside.search(scene.text, max(0, mention.start - _WINDOW), mention.start):
                continue
        elif last is not None and _owned_behind(scene, last, mention):
            result[-1] = replace(mention, start=last.start)
            continue
        result.append(mention)
    return result


def _owned_behind(scene: PhraseScene, owner: ActorMention, body: ActorMention) -> bool:
    """Tell whether a body of the United Nations is named right behind them."""
    if not scene.rules.owner_first or owner.entity != _UNITED_NATIONS or owner.form != "full" or not _own(body):
        return False
    return scene.text[owner.end : body.start] == " "


def _own(mention: ActorMention) -> bool:
    """Tell whether a mention may be that of a body or officer of the United Nations, by its full name."""
    return mention.form == "full" and not mention.defines and mention.actor_type not in _OTHERS


def _declared(scene: PhraseScene, declared: tuple[DeclaredAbbreviation, ...]) -> Iterator[ActorMention]:
    table: dict[str, tuple[str, str, str]] = {}
    for one in declared:
        if one.entity is None:
            continue
        kind = scene.type_of(one.entity)
        full = ActorMention(one.start, one.full_end, one.entity, kind, "full", "declaration", defines=True)
        full = replace(full, name=one.full)
        yield full
        yield replace(full, start=one.short_start, end=one.short_end, form="abbrev")
        for text, form in ((one.full, "full"), (one.short, "abbrev")):
            key = text.translate(scene.rules.fold)
            if key not in scene.rules.heads and scene.names.entity(key) != one.entity:
                table[key] = (one.entity, form, one.full)
    if not table:
        return
    for start, end, (entity, form, name) in Gazetteer(table).find(scene.text):
        inside = end < len(scene.text) and scene.text[end].isalnum()
        if scene.names.opens(scene.text, start) and not inside and not scene.names_none(start, end):
            yield ActorMention(start, end, entity, scene.type_of(entity), form, "declared", name=name)


def _certain(scene: PhraseScene, mentions: list[ActorMention]) -> Iterator[ActorMention]:
    """Pass over ordinary phrases that name a body only after its name was given; read shared names by those before."""
    named: set[str | None] = set()
    for mention in mentions:
        if len(mention.candidates) > 1:
            fit = [one for one in mention.candidates if one in named]
            if len(fit) == 1:
                mention = replace(mention, entity=fit[0], actor_type=scene.type_of(fit[0]), candidates=())
                mention = replace(mention, rule="shared-name", confidence=0.7)
        weak = mention.weak and mention.actor_type not in ("state", "generic")
        if weak and mention.entity not in named:
            continue
        if not weak:
            named.add(mention.entity)
        yield mention


def _government(scene: PhraseScene, state: ActorMention) -> ActorMention:
    rules = scene.rules
    pattern = rules.governments_of_adjective if state.rule == "attributive" else rules.governments
    before = pattern.search(scene.text, max(0, state.start - _WINDOW), state.start)
    behind = scene.rules.governments_behind.match(scene.text, state.end)
    if before is None and behind is None:
        return _national(scene, state)
    start = before.start("name") if before is not None else state.start
    end = behind.end() if behind is not None else state.end
    return replace(state, start=start, end=end, rule="government")


def _national(scene: PhraseScene, state: ActorMention) -> ActorMention:
    """Join a State with the ministry whose name it ends; the State itself where none stands before it."""
    rules = scene.rules
    pattern = rules.national_of_adjective if state.rule == "attributive" else rules.national
    match = pattern.search(scene.text, max(0, state.start - _LONGEST_BODY), state.start)
    if match is None:
        return state
    return replace(
        state,
        start=match.start("name"),
        entity=f"{state.entity}:{slug(match['name'])}",
        actor_type="other",
        form="full",
        rule="national-body",
        confidence=0.6,
        owner=state.entity,
    )
