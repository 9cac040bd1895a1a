"""A mention of an actor, in canonical offsets."""

from dataclasses import dataclass

__all__ = ["ActorMention"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One mention of an actor.

    Attributes:
        start: First code point in the canonical text.
        end: One past the last.
        entity: Entity id; None where it is left unresolved.
        actor_type: Type of the entity.
        form: full or abbrev.
        rule: Name of the rule that found it.
        confidence: Between 0 and 1.
        defines: Whether it stands in a declaration of its short form.
        role: sponsor, place or None.
        name: Official name in the language of the document; the printed words where the registry has none.
        name_en: Official name in English, where known.
        candidates: Entity ids that it may denote, where it could not be resolved.
        owner: For an officer or an organ found by shape, the body to which it belongs.
        weak: Whether the words are an ordinary phrase as well.
    """

    start: int
    end: int
    entity: str | None
    actor_type: str
    form: str = "full"
    rule: str = ""
    confidence: float = 1.0
    defines: bool = False
    role: str | None = None
    name: str = ""
    name_en: str | None = None
    candidates: tuple[str, ...] = ()
    owner: str | None = None
    weak: bool = False
