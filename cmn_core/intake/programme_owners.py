"""Which organisation of the monthly form each programme belongs to, slips of spelling allowed for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmn_core.intake.matching import KnownOrganisation, match_names
from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.reading import MonthlyOrganisation, MonthlyProgramme

_MOST_COMPARED = 200_000
"""Pairs of names; a file with more of them has other troubles, and its time is bounded."""


@dataclass(frozen=True, slots=True)
class ProgrammeOwners:
    """The programmes by organisation."""

    rows: dict[str, list[MonthlyProgramme]]
    """Name key of a listed organisation → its programmes, with those that are most likely its own."""
    unlisted: dict[str, str | None]
    """Name key of an organisation that has programmes only → the listed one that it is likest to."""


def find_owners(
    organisations: Iterable[MonthlyOrganisation], programmes: Sequence[MonthlyProgramme], proposal_score: int
) -> ProgrammeOwners:
    """Give each programme to the organisation of its name, of the likest name, or, without a name, of the row above."""
    listed = {name_key(row.organisation): row.organisation for row in organisations if row.organisation}
    likest = _find_likest(listed, programmes, proposal_score)
    rows: defaultdict[str, list[MonthlyProgramme]] = defaultdict(list)
    above: str | None = None
    for row in programmes:
        owner = above
        if row.organisation is not None:
            key = name_key(row.organisation)
            owner = key if key in listed else likest[key]
        if owner is not None:
            rows[owner].append(row)
        above = owner
    return ProgrammeOwners(dict(rows), {key: listed[likely] if likely else None for key, likely in likest.items()})


def _find_likest(
    listed: dict[str, str], programmes: Iterable[MonthlyProgramme], proposal_score: int
) -> dict[str, str | None]:
    unlisted = {
        key: row.organisation
        for row in programmes
        if row.organisation and (key := name_key(row.organisation)) not in listed
    }
    compared = list(unlisted.values())[: _MOST_COMPARED // max(len(listed), 1)]
    known = [KnownOrganisation(place, name, key, "", "", "") for place, (key, name) in enumerate(listed.items())]
    matches = match_names(compared, known, proposal_score) if compared else ()
    found = {match.key: match.known.key for match in matches if match.known}
    return {key: found.get(key) for key in unlisted}
