"""Which known organisation a name in a report means: exact key, remembered alias, proposal, or a new one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cmn_core.intake.organisation_names import name_key, name_numbers, plain_key

MatchKind = Literal["exact", "alias", "proposal", "new"]


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation that the store knows."""

    organisation_id: int
    name: str
    key: str
    district: str
    kind: str
    subordination: str
    aliases: tuple[str, ...] = ()
    """Keys of spellings that a person confirmed."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What a name was matched with; a proposal waits for a person."""

    name: str
    key: str
    kind: MatchKind
    known: KnownOrganisation | None
    confidence_pct: int

    @property
    def is_settled(self) -> bool:
        """Tell whether nobody has to be asked."""
        return self.kind in ("exact", "alias")


def match_names(names: Iterable[str], known: Sequence[KnownOrganisation], proposal_score: int) -> tuple[NameMatch, ...]:
    """Match each distinct name, in order of appearance; nothing is merged here, a likeness is only proposed."""
    by_key = {organisation.key: organisation for organisation in known}
    by_alias = {alias: organisation for organisation in known for alias in organisation.aliases}
    alike = _group_by_numbers(known)
    matches: dict[str, NameMatch] = {}
    for name in names:
        key = name_key(name)
        if key in matches:
            continue
        if key in by_key:
            matches[key] = NameMatch(name, key, "exact", by_key[key], 100)
        elif key in by_alias:
            matches[key] = NameMatch(name, key, "alias", by_alias[key], 100)
        else:
            matches[key] = _propose(name, key, known, alike.get(name_numbers(name), {}), proposal_score)
    return tuple(matches.values())


def _group_by_numbers(known: Sequence[KnownOrganisation]) -> dict[frozenset[str], dict[int, str]]:
    """Return places and plain names of the known organisations by the numbers in their names."""
    groups: dict[frozenset[str], dict[int, str]] = {}
    for place, organisation in enumerate(known):
        groups.setdefault(name_numbers(organisation.name), {})[place] = plain_key(organisation.name)
    return groups


def _propose(
    name: str, key: str, known: Sequence[KnownOrganisation], candidates: Mapping[int, str], proposal_score: int
) -> NameMatch:
    """Find the likest known organisation with the same numbers in its name."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(plain_key(name), candidates, scorer=fuzz.token_sort_ratio, score_cutoff=proposal_score)
    if best is None:
        return NameMatch(name, key, "new", None, 0)
    # A different legal form keeps even an equal name short of certainty.
    return NameMatch(name, key, "proposal", known[best[2]], min(99, int(best[1])))
