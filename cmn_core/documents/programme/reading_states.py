"""Read what is known of a municipality's organisations: one call for the page and the command line."""

from collections.abc import Mapping

from cmn_core.analysis.organisation_state import describe_organisations
from cmn_core.analysis.parts import DistrictParts, select_parts
from cmn_core.period import Period
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.reference import Reference
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import latest_period, read_year_facts
from cmn_core.store.organisation_list import list_organisations
from cmn_core.store.programme_reading import ProgrammeOwner
from cmn_core.store.rows_reading import read_organisation_facts, read_practices


def read_states(database: Database, reference: Reference, parts: DistrictParts) -> dict[int, OrganisationState]:
    """Return the state of every organisation of a municipality by number; `parts`: what enters at the asked period.

    The cost follows the municipality's organisations: three reads, however many there are.
    """
    report_ids = list(parts.layouts)
    return describe_organisations(
        list_organisations(database, parts.district).found,
        parts,
        read_organisation_facts(database, parts.district, report_ids),
        read_practices(database, parts.district, report_ids),
        reference,
    )


def read_states_at(
    database: Database, reference: Reference, district: str, period: Period | None = None
) -> dict[int, OrganisationState]:
    """Do the same at a period; None: the latest one that has a report."""
    asked = period or latest_period(database)
    if asked is None:
        return describe_organisations(list_organisations(database, district).found, _NOTHING, (), (), reference)
    parts = select_parts(read_year_facts(database, asked.year), asked, reference)
    return read_states(database, reference, parts[district])


_NOTHING = DistrictParts("", Period(1, 1), ())
"""What enters where nothing was ever reported."""


def state_of(owner: ProgrammeOwner, states: Mapping[int, OrganisationState], reference: Reference) -> OrganisationState:
    """Return the state of the organisation that a programme is of.

    One that was merged into another is on no list any more: of it the register's facts are all that is known.
    """
    return states.get(owner.organisation_id) or OrganisationState(
        organisation_id=owner.organisation_id,
        name=owner.name,
        kind=owner.kind,
        subordination=owner.subordination,
        district=owner.district,
        district_name=reference.region.district(owner.district).name,
        closed=owner.closed,
    )
