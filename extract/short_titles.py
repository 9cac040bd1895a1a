"""What a short title (《公约》, 《任择议定书》) stands for: what the document declares, or the last title that fits."""

from collections.abc import Sequence
from functools import cache
from types import ModuleType

from extract.mention import Mention, taken_from
from extract.reading import Reading
from extract.titled import lookup
from ontology.instruments import Instrument, instruments

__all__ = ["ShortTitles", "by_weak_name"]

_TITLE_KINDS = ("instrument", "other-org")
_OWNER = 6
_DECLARATION = 60
_SHORTEST_END = 2
# How many mentions back the title stands of which this is the short form; each use in between names it anew.
_FARTHEST = 500


class ShortTitles:
    """Resolves the short titles of one document, in order.

    Attributes:
        declared: The titles that the document declares.
        unfit: How many mentions from the first on do not fit a title that has been sought.
    """

    def __init__(self, reading: Reading, rules: ModuleType) -> None:
        self.reading = reading
        self.text = reading.text
        self.rules = rules
        self.language = reading.document.language
        self.declared: dict[str, Mention] = {}
        self.unfit: dict[str, int] = {}

    def resolve(self, mention: Mention, done: Sequence[Mention]) -> Mention:
        """Resolve a title that waits for its antecedent.

        Args:
            mention: The title.
            done: The mentions before it, resolved.

        Returns:
            It with what it denotes; without a target, and with candidates where there are some, if that is not certain.
        """
        name = mention.name or ""
        if name == mention.head and self.rules.OWNED.search(self.text, max(0, mention.start - _OWNER), mention.start):
            return mention._replace(pending=False)
        if declared := self._declaration(mention, done):
            self.declared[name] = declared
            return taken_from(mention, declared, "declared-title")
        if name in self.declared:
            return taken_from(mention, self.declared[name], "declared-title")
        return (
            self._of_neighbour(mention, done)
            or self._last_that_fits(mention, done)
            or by_weak_name(mention, self.language)
            or mention._replace(pending=False)
        )

    def revised(self, mention: Mention, done: Sequence[Mention]) -> Mention:
        """Name a revised text after the one that was revised, which is another document."""
        name = mention.name or ""
        full = next((each.name for each in reversed(done) if _is_short_for(name, each)), name)
        return mention._replace(name=self.rules.revised_name(full, mention.date))

    def _declaration(self, mention: Mention, done: Sequence[Mention]) -> Mention | None:
        """The title beside which this one is declared: 《残疾人权利公约》(下称《公约》)."""
        for antecedent in reversed(done[-3:]):
            near = 0 < mention.start - antecedent.end <= _DECLARATION and antecedent.kind in _TITLE_KINDS
            if near and self.rules.DECLARING.fullmatch(self.text, antecedent.end, mention.start):
                return antecedent if _is_short_for(mention.name or "", antecedent) else None
        return None

    def _of_neighbour(self, mention: Mention, done: Sequence[Mention]) -> Mention | None:
        """A title that belongs to the one before it: 《公约》及其《任择议定书》."""
        if not done or done[-1].kind != "instrument" or not done[-1].name:
            return None
        if not self.rules.BELONGING.fullmatch(self.text, done[-1].end, mention.start):
            return None
        return self._dependent(mention, done[-1])

    def _dependent(self, mention: Mention, owner: Mention) -> Mention | None:
        """The protocol of a convention; several of them are candidates."""
        name = mention.name or ""
        known = lookup((owner.name or "") + name, self.language)
        if len(known) == 1:
            return _as_instrument(mention, known[0], self.language, "dependent-title", 0.9)
        several = _dependents(owner.name or "", name, self.language)
        symbols = tuple(symbol for each in several for symbol in each.symbols[:1])
        reason = (
            f"several of {owner.name} have this name" if several else f"that of {owner.name} is not in the registry"
        )
        return mention._replace(pending=False, candidates=symbols, reason=reason)

    def _last_that_fits(self, mention: Mention, done: Sequence[Mention]) -> Mention | None:
        name = mention.name or ""
        depends = name in self.rules.DEPENDENT_TITLES
        block = self.reading.block(mention.start).start
        paired = bool(done) and self.rules.SIBLINGS.fullmatch(self.text, done[-1].end, mention.start)
        floor = block if paired and name != mention.head else 0
        for index in range(len(done) - 1, max(self.unfit.get(name, 0), len(done) - _FARTHEST) - 1, -1):
            antecedent = done[index]
            if antecedent.start < floor:
                break
            if antecedent.kind not in _TITLE_KINDS or antecedent.rule == "title-revised":
                continue
            if antecedent.name == name and antecedent.targets:
                return taken_from(mention, antecedent, "same-title")
            if antecedent.name != name and _is_short_for(name, antecedent):
                return self._unless_one_of_two(mention, done, index)
            if antecedent.start >= block and _is_cut_from(name, antecedent.name or ""):
                return taken_from(mention, antecedent, "cut-title")._replace(confidence=0.7)
            if depends and lookup((antecedent.name or "") + name, self.language):
                return self._dependent(mention, antecedent)
        if not floor:
            self.unfit[name] = len(done)
        return None

    def _unless_one_of_two(self, mention: Mention, done: Sequence[Mention], index: int) -> Mention:
        """The antecedent, or two candidates where it is named in one breath with another that fits as well."""
        found = done[index]
        before = done[index - 1] if index else found
        joined = self.rules.SIBLINGS.fullmatch(self.text, before.end, found.start) if before is not found else None
        rivals = (
            joined and before.kind in _TITLE_KINDS and before.targets != found.targets and found.rule != "short-title"
        )
        if not rivals or not _is_short_for(mention.name or "", before):
            return taken_from(mention, found, "short-title")
        candidates = (*before.targets[:1], *found.targets[:1])
        return mention._replace(pending=False, candidates=candidates, reason="two titles named together fit")


@cache
def _weak_names(language: str) -> dict[str, list[Instrument]]:
    found: dict[str, list[Instrument]] = {}
    for each in instruments().values():
        for name in set(each.short.get(language, ())) & each.weak:
            found.setdefault(name, []).append(each)
    return found


def by_weak_name(mention: Mention, language: str) -> Mention | None:
    """Resolve a name that is an ordinary word elsewhere (《宪章》, the Charter), where it can only be a title.

    Args:
        mention: A title without an antecedent.
        language: Language code.

    Returns:
        The mention with the one instrument that has this name in the language; None where none or several have it.

    Example:
        >>> found = by_weak_name(Mention(4, 11, "instrument", "title-short", name="Charter"), "en")
        >>> found.instrument, found.name
        ('un-charter', 'Charter of the United Nations')
    """
    known = _weak_names(language).get(mention.name or "", [])
    if len(known) != 1 or language not in known[0].names:
        return None
    return _as_instrument(mention, known[0], language, "weak-name", 0.8)


def _as_instrument(mention: Mention, known: Instrument, language: str, rule: str, confidence: float) -> Mention:
    return mention._replace(
        name=known.names[language][0], targets=known.symbols[:1], part=known.part, instrument=known.id,
        rule=rule, reason=None if known.symbols else "the instrument has no document symbol",
        confidence=confidence, pending=False,
    )  # fmt: skip


@cache
def _dependents(owner: str, name: str, language: str) -> tuple[Instrument, ...]:
    return tuple(
        each
        for each in instruments().values()
        if any(form.startswith(owner) and form.endswith(name) for form in each.names.get(language, ()))
    )


def _is_short_for(name: str, antecedent: Mention) -> bool:
    names = {antecedent.name or ""}
    if antecedent.instrument is not None:
        known = instruments()[antecedent.instrument]
        names |= {form for forms in (*known.names.values(), *known.short.values()) for form in forms}
    return any(full.endswith(name) and full != name for full in names)


def _is_cut_from(name: str, full: str) -> bool:
    """Tell whether a title is another one with its middle left out: 非盟行动计划, of 非盟药物管制…行动计划."""
    if full[:_SHORTEST_END] != name[:_SHORTEST_END] or full[-_SHORTEST_END:] != name[-_SHORTEST_END:]:
        return False
    ends = range(_SHORTEST_END, len(name) - _SHORTEST_END + 1)
    return len(name) < len(full) and any(full.startswith(name[:cut]) and full.endswith(name[cut:]) for cut in ends)
