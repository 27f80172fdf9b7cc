"""What is known of each organisation of a municipality: the register's facts and the report that it counts from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from cmn_core.analysis.counted import keep_counted, keep_practices_of
from cmn_core.analysis.parts import DistrictParts
from cmn_core.programme.organisation_state import OrganisationState, ReportedProgramme
from cmn_core.reference import Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.facts import OrganisationFacts, Practice
from cmn_core.store.organisation_list import ListedOrganisation


def describe_organisations(
    listed: Iterable[ListedOrganisation],
    parts: DistrictParts,
    facts: Iterable[OrganisationFacts],
    practices: Iterable[Practice],
    reference: Reference,
) -> dict[int, OrganisationState]:
    """Return the state of each listed organisation by its number; `parts`: what enters its municipality's figures.

    `facts` and `practices` of the reports that enter: kept are those of the report that an organisation counts from.
    """
    counted = keep_counted(parts, facts)
    by_number = {fact.organisation_id: fact for fact in counted}
    of_organisation: defaultdict[int, list[Practice]] = defaultdict(list)
    for practice in keep_practices_of(counted, practices):
        of_organisation[practice.organisation_id].append(practice)
    return {
        item.organisation_id: _describe(
            item, parts, by_number.get(item.organisation_id), of_organisation[item.organisation_id], reference
        )
        for item in listed
    }


def _describe(
    item: ListedOrganisation,
    parts: DistrictParts,
    fact: OrganisationFacts | None,
    practices: Iterable[Practice],
    reference: Reference,
) -> OrganisationState:
    register = item.facts
    layouts: Mapping[int, LayoutCode] = parts.layouts
    is_monthly = fact is not None and layouts[fact.report_id] == "monthly"
    people = fact.people if fact else None
    # An expansion form asks for no contingent and no roles: its zeros say nothing.
    told = people if is_monthly else None
    return OrganisationState(
        organisation_id=item.organisation_id,
        name=register.name,
        kind=register.kind,
        subordination=register.subordination,
        district=register.district,
        district_name=reference.region.district(register.district).name,
        closed=register.closed,
        as_of=_as_of(parts, fact),
        pupils_10_19=told.pupils_10_19 if told else None,
        pupils_15_19=told.pupils_15_19 if told else None,
        young_teachers=told.young_teachers if told else None,
        involved=people.drawn_in if people else None,
        mentees_10_19=told.mentees if told else None,
        mentors_15_19=told.mentors_15_19 if told else None,
        young_teacher_mentees=told.young_mentees if told else None,
        practices=tuple(_as_reported(practice, is_monthly) for practice in practices),
    )


def _as_of(parts: DistrictParts, fact: OrganisationFacts | None) -> date | None:
    if fact is None:
        return None
    return next(part.report.as_of for part in parts.parts if part.report.report_id == fact.report_id)


def _as_reported(practice: Practice, is_monthly: bool) -> ReportedProgramme:
    return ReportedProgramme(
        programme=practice.programme,
        form_code=practice.form_code,
        form_words=practice.mentoring_form,
        role_model=practice.role_model,
        mentors=practice.mentors if is_monthly else practice.added_mentors,
        mentees=practice.mentees if is_monthly else practice.added_mentees,
        partner=practice.partner,
    )
