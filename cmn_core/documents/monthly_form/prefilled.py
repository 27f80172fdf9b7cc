"""What a municipality need not type again: its organisations with their contingent, and last month's programmes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.people_counts import NO_PEOPLE
from cmn_core.reference import Forms
from cmn_core.reference.kinds import Kinds
from cmn_core.store.facts import OrganisationFacts, Practice


@dataclass(frozen=True, slots=True)
class PrefilledOrganisation:
    """An organisation as the template names it; a contingent that no report stated is None."""

    organisation: str
    kind: str
    """As the column «Вид» has it."""
    pupils_10_19: int | None = None
    pupils_15_19: int | None = None
    young_teachers: int | None = None


@dataclass(frozen=True, slots=True)
class PrefilledProgramme:
    """A programme that the last report named; its numbers are left to be filled in."""

    organisation: str
    programme: str | None
    mentoring_form: str | None
    role_model: str | None
    partner: str | None
    start_date: date | None


@dataclass(frozen=True, slots=True)
class Prefilled:
    """All that stands in the template before anybody types."""

    organisations: tuple[PrefilledOrganisation, ...] = ()
    programmes: tuple[PrefilledProgramme, ...] = ()


def build_prefilled(
    known: Sequence[KnownOrganisation],
    facts: Iterable[OrganisationFacts],
    practices: Iterable[Practice],
    forms: Forms,
    kinds: Kinds,
) -> Prefilled:
    """Put the organisations together with what the last report says of them; others' rows are left out."""
    contingents = {fact.organisation_id: fact.people for fact in facts}
    names = {item.organisation_id: item.name for item in known}
    organisations = []
    for item in known:
        people = contingents.get(item.organisation_id, NO_PEOPLE)
        # An expansion form states no contingent and leaves zeros behind: a school without pupils is none.
        stated = people.pupils_10_19 > 0
        organisations.append(
            PrefilledOrganisation(
                item.name,
                kinds.kind_label(item.kind),
                people.pupils_10_19 if stated else None,
                people.pupils_15_19 if stated else None,
                people.young_teachers if stated else None,
            )
        )
    programmes = (
        PrefilledProgramme(
            names[practice.organisation_id],
            practice.programme,
            _write_form(practice, forms),
            practice.role_model,
            practice.partner,
            practice.start_date,
        )
        for practice in practices
        if practice.organisation_id in names
    )
    return Prefilled(tuple(organisations), tuple(dict.fromkeys(programmes)))


def _write_form(practice: Practice, forms: Forms) -> str | None:
    """Write a federal form by its official label, on which the list of role models depends; others as they stood."""
    if practice.form_code in {form.code for form in forms.federal}:
        return forms.label(practice.form_code)
    return practice.mentoring_form
