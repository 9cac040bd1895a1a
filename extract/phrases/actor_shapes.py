"""Bodies that no registry lists, found by capitals around the noun of a body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.actor_mention import ActorMention
from extract.phrases.actor_heads import Antecedents
from extract.phrases.actor_scene import Mentions, PhraseScene, slug

__all__ = ["find_shapes"]

_WORD_BEFORE = re.compile(r"(?P<word>[^\s,;:()\"/]+)(?P<joint> )$")
_LONGEST_WORD = 40
_LONGEST_NAME = 200
_COUPLED = re.compile(r"(?<!\w)[^\W\d_a-z]\w*-$")
_FEW_WORDS = 3
_ORGANS = frozenset({"sc", "ga", "ecosoc", "secretariat", "un-system"})
"""Bodies of whose organs only those count that the registry holds."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of capitalised words around a noun; ``front`` is a listed name with which it begins."""

    start: int
    noun: tuple[int, int]
    end: int
    front: ActorMention | None


def find_shapes(scene: PhraseScene, mentions: list[ActorMention], antecedents: Antecedents) -> list[ActorMention]:
    """Find names that are made as names of bodies are and are not listed.

    Args:
        scene: The document.
        mentions: What was found so far, in order.
        antecedents: The bodies named in the document.

    Returns:
        The mentions found, with an id made from the name and from the body or State to which it belongs. A name
        that does not tell one body from others has no entity where the context gives none.
    """
    return list(_found(scene, Mentions(mentions), antecedents))


def _found(scene: PhraseScene, known: Mentions, antecedents: Antecedents) -> Iterator[ActorMention]:
    last = 0
    for match in scene.rules.shape.finditer(scene.text):
        if match.start() < last or scene.names_none(*match.span()) or known.covers(*match.span()):
            continue
        run = _run(scene, known, match.start(), match.end())
        mention = _read(scene, known, antecedents, run) if run is not None else None
        if mention is not None:
            last = mention.end
            if mention.rule == "shape":
                antecedents.add(mention)
            yield mention


def _run(scene: PhraseScene, known: Mentions, start: int, end: int) -> _Run | None:
    """Widen a noun to the name around it; None where it is the name of something else."""
    first, front = _left(scene, known, start)
    text = scene.text
    stop = _right(scene, known, end, scene.rules.run)
    if text[start:end] in scene.rules.missions:
        placed = _right(scene, known, end, scene.rules.mission_run)
        last = known.ending(placed)
        stop = placed if last is not None and last.actor_type == "state" else stop
    if stop > end and scene.rules.cut.match(text, stop):
        return None
    if scene.rules.not_bodies.search(text[first:stop]) or scene.names_none(first, first + 1):
        return None
    return _Run(first, (start, end), stop, front)


def _left(scene: PhraseScene, known: Mentions, noun: int) -> tuple[int, ActorMention | None]:
    text, start = scene.text, noun
    while max(0, noun - _LONGEST_NAME) < start and text[start - 1] in " -":
        if text[start - 1] == "-":
            return start, None
        listed = known.ending(start - 1) or _genitive(scene, known, start - 1)
        if listed is not None:
            return _front(scene, known, listed, start)
        match = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
        if match is None:
            break
        word, at = match["word"], match.start()
        if word in scene.rules.joints and start < noun and _named_before(scene, known, at):
            start = at
            continue
        if not word[0].isupper() or word.endswith("."):
            break
        if scene.opener(word, at):
            break
        start = at
    return start, None


def _genitive(scene: PhraseScene, known: Mentions, end: int) -> ActorMention | None:
    """Give the name that ends, with the ending of an owner, at an offset."""
    ending = scene.rules.genitive
    return known.ending(end - len(ending)) if ending and scene.text.endswith(ending, 0, end) else None


def _front(scene: PhraseScene, known: Mentions, listed: ActorMention, start: int) -> tuple[int, ActorMention | None]:
    """Read a listed name right before a run as that of the body or State to which the named one belongs."""
    if listed.actor_type in ("generic", "office-holder") or listed.entity is None:
        return start, None
    coupled = _COUPLED.search(scene.text, max(0, listed.start - _LONGEST_WORD), listed.start)
    if coupled is not None:
        return coupled.start(), None
    before = known.ending(listed.start - 1)
    if listed.actor_type == "state" and before is not None and before.entity == "un":
        return before.start, before
    return listed.start, listed


def _named_before(scene: PhraseScene, known: Mentions, offset: int) -> bool:
    """Tell whether a capitalised word that is no listed name stands before a joint."""
    if known.ending(offset - 1) is not None:
        return False
    match = _WORD_BEFORE.search(scene.text, max(0, offset - _LONGEST_WORD), offset)
    if match is None or not match["word"][0].isupper() or match["word"] in scene.rules.openers:
        return False
    return scene.rules.shape.fullmatch(match["word"]) is None and not match["word"].endswith(scene.rules.genitive)


def _right(scene: PhraseScene, known: Mentions, end: int, run: re.Pattern[str]) -> int:
    """Go on over the words that belong to the name, up to a listed name that only stands beside it."""
    match = run.match(scene.text, end, min(len(scene.text), end + _LONGEST_NAME))
    if match is None:
        return end
    before: ActorMention | None = None
    for one in known.between(end, match.end()):
        beside = scene.rules.beside.search(scene.text, end, one.start) is not None
        states = before is not None and before.actor_type == one.actor_type == "state"
        if one.end > match.end() or (beside and not states) or one.actor_type in ("generic", "office-holder"):
            shorter = run.match(scene.text, end, one.start)
            return shorter.end() if shorter is not None else end
        before = one
    return match.end()


def _read(scene: PhraseScene, known: Mentions, antecedents: Antecedents, run: _Run) -> ActorMention | None:
    listed = scene.names.loosely(scene.text[run.start : run.end])
    if listed is not None:
        return replace(_made(run, listed, scene.type_of(listed), ""), rule="registry", confidence=0.9)
    return _in_short(scene, antecedents, run) or _by_itself(scene, known, antecedents, run)


def _in_short(scene: PhraseScene, antecedents: Antecedents, run: _Run) -> ActorMention | None:
    """Read a name by a longer one that the document gives: Force in Cyprus, Advisory Committee for the period."""
    text = scene.text
    noun = scene.rules.heads.get(text[slice(*run.noun)])
    if noun is None:
        return None
    words = text[run.start : run.end]
    whole = antecedents.shortened(noun, run.start, run.end, words) if len(words.split()) > _FEW_WORDS else None
    if whole is not None:
        return whole
    if run.start == run.noun[0]:
        found = antecedents.find(noun, run.start, run.end) if _placed(scene, run) else None
    elif scene.rules.loose.match(text, run.noun[1]) and _is_common(scene, replace(run, end=run.noun[1]), None):
        found = antecedents.find(noun, run.start, run.noun[1], text[run.start : run.noun[1]])
    else:
        found = None
    return found if found is not None and found.entity is not None else None


def _by_itself(scene: PhraseScene, known: Mentions, antecedents: Antecedents, run: _Run) -> ActorMention | None:
    text = scene.text
    noun, words = text[slice(*run.noun)], text[run.start : run.end]
    owner = run.front or _behind(scene, known, run)
    plain = _is_common(scene, run, owner)
    if plain and owner is not None and owner.entity == "un":
        return _spoken_of(scene, antecedents, run, None)
    if owner is not None and owner.entity is not None and not _of_no_state(scene, run, owner, noun):
        rest = text[owner.end : run.end] if run.front is not None else text[run.start : _joint(scene, run, owner)]
        rest = rest.removeprefix(scene.rules.genitive).strip()
        if (
            rest == noun
            and owner.actor_type == "state"
            and run.front is not None
            and rest not in scene.rules.parliaments
        ):
            return _spoken_of(scene, antecedents, run, words)
        return _part(scene, run, owner, rest, noun)
    own = words.split()
    if len(own) == len(noun.split()) or scene.rules.not_behind_head.match(text, run.end):
        return None
    domestic = own[0] in scene.rules.domestic and run.end == run.noun[1]
    if domestic or noun in scene.rules.domestic or words in scene.rules.parliaments:
        return _national(scene, known, run, words)
    if plain:
        return _spoken_of(scene, antecedents, run, words)
    return _made(run, f"unlisted:{slug(words)}", "other", words)


def _of_no_state(scene: PhraseScene, run: _Run, owner: ActorMention, noun: str) -> bool:
    """Tell whether a body belongs to no State although the name of one is part of its name."""
    if owner.actor_type != "state":
        return False
    return noun in scene.rules.not_of_state or (run.front is not None and noun in scene.rules.missions)


def _placed(scene: PhraseScene, run: _Run) -> bool:
    """Tell whether a noun for a mission is named with its place."""
    text = scene.text
    if text[slice(*run.noun)] not in scene.rules.missions:
        return False
    longer = scene.rules.run.match(text, run.noun[1])
    return run.end > (longer.end() if longer is not None else run.noun[1])


def _is_common(scene: PhraseScene, run: _Run, owner: ActorMention | None) -> bool:
    """Tell whether the words of a name, but for its noun and its owner, do not tell one body from others."""
    around = [scene.text[run.start : run.noun[0]], scene.text[run.noun[1] : run.end]]
    if owner is not None:
        name = scene.text[owner.start : owner.end]
        around = [words.removeprefix(name).removesuffix(name) for words in around]
    words = {
        word.strip(",").removesuffix(scene.rules.genitive) for word in " ".join(around).split() if not word.islower()
    }
    return all(word in scene.rules.common or word in scene.rules.heads for word in words)


def _spoken_of(scene: PhraseScene, antecedents: Antecedents, run: _Run, name: str | None) -> ActorMention | None:
    noun = scene.text[slice(*run.noun)]
    found = antecedents.find(scene.rules.heads.get(noun, noun), run.start, run.end, name)
    return found if found.entity is not None or (found.candidates and noun in scene.rules.told) else None


def _joint(scene: PhraseScene, run: _Run, owner: ActorMention) -> int:
    """Give where the words begin that join a name with its owner behind it."""
    found = scene.rules.of.search(scene.text, run.noun[1], owner.start)
    return found.start() if found is not None else owner.start


def _behind(scene: PhraseScene, known: Mentions, run: _Run) -> ActorMention | None:
    """Give the body or State with which a name ends and of which it is a part: … of Mali."""
    owner = known.ending(run.end)
    if owner is None or owner.start < run.noun[1] or owner.actor_type in ("generic", "office-holder"):
        return None
    return owner if scene.rules.of.search(scene.text, run.noun[1], owner.start) else None


def _part(scene: PhraseScene, run: _Run, owner: ActorMention, rest: str, noun: str) -> ActorMention | None:
    words = scene.text[run.start : run.end]
    body = str(owner.entity)
    if owner.actor_type == "state":
        if rest in scene.rules.parliaments:
            return _made(run, body.replace("state:", "parliament:", 1), "parliament", words, body)
        return _made(run, f"{body}:{slug(rest)}", "other", words, body)
    if body in _ORGANS or (body == "un" and run.end == run.noun[1] and len(rest.split()) < 2):
        return None
    kind = owner.actor_type
    if body == "un":
        kind = "mission" if noun in scene.rules.missions else "other"
    return _made(run, f"{body}:{slug(rest)}", kind, words, body)


def _national(scene: PhraseScene, known: Mentions, run: _Run, words: str) -> ActorMention | None:
    """Read a body of one State by the State of which the paragraph speaks."""
    state = known.country(scene, run.start)
    found = _part(scene, run, ActorMention(0, 0, state, "state"), words, "") if state is not None else None
    return replace(found, form="abbrev", rule="national-body", confidence=0.5) if found is not None else None


def _made(run: _Run, entity: str, kind: str, words: str, owner: str | None = None) -> ActorMention:
    return ActorMention(run.start, run.end, entity, kind, "full", "shape", 0.6, name=words, owner=owner)
