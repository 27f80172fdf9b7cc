"""Organisations of one municipality whose names are alike: proposals that they are one, nothing is merged here."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.organisation_names import name_numbers, plain_key


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two organisations that may be one."""

    first: KnownOrganisation
    second: KnownOrganisation
    likeness_pct: int


def find_alike(
    known: Iterable[KnownOrganisation], least_pct: int, refused: Collection[frozenset[int]] = ()
) -> tuple[AlikePair, ...]:
    """Find pairs of one municipality with the same numbers in their names, the likest first.

    `refused`: pairs that a person has told apart.
    """
    groups: defaultdict[tuple[str, frozenset[str]], list[KnownOrganisation]] = defaultdict(list)
    for organisation in known:
        groups[organisation.district, name_numbers(organisation.name)].append(organisation)
    pairs = [pair for members in groups.values() for pair in _compare(members, least_pct)]
    told_apart = set(refused)
    left = [pair for pair in pairs if _numbers(pair) not in told_apart]
    return tuple(sorted(left, key=lambda pair: (-pair.likeness_pct, pair.first.district, pair.first.name)))


def _compare(members: list[KnownOrganisation], least_pct: int) -> list[AlikePair]:
    from rapidfuzz import fuzz, process

    if len(members) < 2:
        return []
    names = [plain_key(organisation.name) for organisation in members]
    scores = process.cdist(names, names, scorer=fuzz.token_sort_ratio, score_cutoff=least_pct)
    return [
        # A different legal form keeps even an equal name short of certainty.
        AlikePair(members[first], members[second], min(99, int(scores[first][second])))
        for first in range(len(members))
        for second in range(first + 1, len(members))
        if scores[first][second] >= least_pct
    ]


def _numbers(pair: AlikePair) -> frozenset[int]:
    return frozenset((pair.first.organisation_id, pair.second.organisation_id))
