"""Which organisation each name of a report stands for, and which ones are new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlmodel import Session, col

from cmn_core.intake.organisation_names import guess_kind, guess_subordination
from cmn_core.intake.reading import OrganisationCounts
from cmn_core.reference import Reference
from cmn_core.store.decisions import Decisions
from cmn_core.store.districts import district_id
from cmn_core.store.failures import SavingRefused
from cmn_core.store.tables import Organisation, OrganisationAlias
from cmn_core.wording import join_names

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class NamedOrganisation:
    """A name of a report and what it stands for."""

    counts: OrganisationCounts
    organisation_id: int | None
    """None: new."""
    district_id: int
    chosen: bool = False
    """A person chose this organisation; the spelling is to be remembered."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    organisation_id: int
    district_id: int


def match_organisations(
    session: Session, counted: Sequence[OrganisationCounts], decisions: Decisions, districts: Mapping[str, int]
) -> tuple[NamedOrganisation, ...]:
    """Settle every name by the person's choice, the exact key, a remembered spelling, or as new; change nothing.

    Raises SavingRefused naming those of the region's own form whose municipality is not known.
    """
    by_key, by_alias = _read_candidates(session, decisions, districts)
    named = []
    placeless, ambiguous = [], []
    for counts in counted:
        chosen = decisions.organisation_choices.get(counts.key)
        if chosen is not None:
            found = _read_chosen(session, chosen, counts.name)
            named.append(NamedOrganisation(counts, found.organisation_id, found.district_id, chosen=True))
            continue
        home = decisions.districts_of_new.get(counts.key, decisions.sender)
        place = None if home is None else district_id(districts, home)
        as_new = counts.key in decisions.organisation_choices
        candidates = by_key.get(counts.key) or ([] if as_new else by_alias.get(counts.key, []))
        here = [candidate for candidate in candidates if place in (None, candidate.district_id)]
        if len(here) == 1:
            named.append(NamedOrganisation(counts, here[0].organisation_id, here[0].district_id))
        elif here:
            ambiguous.append(counts.name)
        elif place is None:
            placeless.append(counts.name)
        else:
            named.append(NamedOrganisation(counts, None, place))
    _refuse_unsettled(placeless, ambiguous)
    return tuple(named)


def settle_organisations(
    session: Session, named: Sequence[NamedOrganisation], decisions: Decisions, reference: Reference
) -> tuple[list[int], list[int]]:
    """Create the new organisations and remember chosen spellings; return the numbers in order, and the new ones."""
    created = _create(session, [item for item in named if item.organisation_id is None], decisions, reference)
    waiting = iter(created)
    numbers = []
    for item in named:
        if item.organisation_id is None:
            numbers.append(next(waiting))
            continue
        numbers.append(item.organisation_id)
        if item.chosen:
            remember_spelling(session, item.organisation_id, item.district_id, item.counts.name, item.counts.key)
    return numbers, created


def remember_spelling(session: Session, organisation_id: int, district: int, name: str, key: str) -> bool:
    """Keep a spelling as this organisation's; return False where it is some organisation's own name.

    A spelling means one organisation of a municipality: it leaves any other that had it.
    """
    own = select(col(Organisation.id)).where(
        col(Organisation.district_id) == district,
        col(Organisation.key) == key,
        col(Organisation.merged_into_id).is_(None),
    )
    if session.scalar(own) is not None:
        return False
    forget_spelling(session, district, key)
    session.add(OrganisationAlias(organisation_id=organisation_id, name=name, key=key))
    session.flush()
    return True


def forget_spelling(session: Session, district: int, *keys: str) -> None:
    """Take spellings from whichever organisations of a municipality have them."""
    owners = select(col(Organisation.id)).where(col(Organisation.district_id) == district)
    session.execute(
        delete(OrganisationAlias).where(
            col(OrganisationAlias.key).in_(keys), col(OrganisationAlias.organisation_id).in_(owners)
        )
    )


def _create(
    session: Session, items: Sequence[NamedOrganisation], decisions: Decisions, reference: Reference
) -> list[int]:
    if not items:
        return []
    # A name that was another's spelling until now is a name of its own from here on.
    for district in {item.district_id for item in items}:
        forget_spelling(session, district, *(item.counts.key for item in items if item.district_id == district))
    adding = insert(Organisation).returning(col(Organisation.id), sort_by_parameter_order=True)
    rows = [
        {
            "district_id": item.district_id,
            "name": item.counts.name,
            "key": item.counts.key,
            "kind": decisions.kinds_of_new.get(item.counts.key) or item.counts.kind or guess_kind(item.counts.name),
            "subordination": decisions.subordinations_of_new.get(item.counts.key)
            or guess_subordination(item.counts.name, decisions.scope, reference.region.facts),
        }
        for item in items
    ]
    return [number for number in session.scalars(adding, rows) if number is not None]


def _read_candidates(
    session: Session, decisions: Decisions, districts: Mapping[str, int]
) -> tuple[dict[str, list[_Candidate]], dict[str, list[_Candidate]]]:
    """Read organisations by own key and by remembered spelling; the region's own form looks everywhere."""
    here = [col(Organisation.merged_into_id).is_(None)]
    if decisions.sender is not None:
        homes = {decisions.sender, *decisions.districts_of_new.values()}
        here.append(col(Organisation.district_id).in_([district_id(districts, home) for home in homes]))
    place = (col(Organisation.id), col(Organisation.district_id))
    own = session.execute(select(col(Organisation.key), *place).where(*here))
    spelt = session.execute(
        select(col(OrganisationAlias.key), *place)
        .join(Organisation, col(Organisation.id) == col(OrganisationAlias.organisation_id))
        .where(*here)
    )
    by_key: dict[str, list[_Candidate]] = {}
    by_alias: dict[str, list[_Candidate]] = {}
    for found, target in ((own, by_key), (spelt, by_alias)):
        for key, number, home in found:
            target.setdefault(key, []).append(_Candidate(number, home))
    return by_key, by_alias


def _read_chosen(session: Session, organisation_id: int, name: str) -> _Candidate:
    """Return the chosen organisation, or the one it was merged into."""
    found = session.get(Organisation, organisation_id)
    while found is not None and found.merged_into_id is not None:
        found = session.get(Organisation, found.merged_into_id)
    if found is None or found.id is None:
        raise SavingRefused(f"Для «{name}» выбрана организация, которой нет в базе. Выберите её снова.")
    return _Candidate(found.id, found.district_id)


def _refuse_unsettled(placeless: list[str], ambiguous: list[str]) -> None:
    if placeless:
        raise SavingRefused(
            "Не указан муниципалитет новых организаций: "
            f"{join_names(placeless, _MOST_NAMED)}. Выберите муниципалитет каждой и сохраните снова."
        )
    if ambiguous:
        raise SavingRefused(
            "Организации с таким названием есть в нескольких муниципалитетах: "
            f"{join_names(ambiguous, _MOST_NAMED)}. Выберите, какая из них имеется в виду, и сохраните снова."
        )
