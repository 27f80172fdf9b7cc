"""What each function of the store demands, and how it is called; a new one gets a line here.

Looked for are the public functions of `cmn_core/store` whose first parameter is a database.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from cmn_core.access import Deed
from cmn_core.reference.boundaries import Boundaries
from cmn_core.store.audit import Author, read_audit
from cmn_core.store.boundaries import (
    attribute_boundaries,
    choose_boundaries,
    read_boundaries_in_force,
    read_boundary_uploads,
    save_boundaries,
)
from cmn_core.store.confirmed import count_warnings
from cmn_core.store.corrections import add_organisation, correct_organisation, restore_facts, set_facts
from cmn_core.store.facts_reading import latest_period, periods_with_reports, read_year_facts
from cmn_core.store.merging import merge_organisations, split_organisation
from cmn_core.store.organisation_card import read_organisation
from cmn_core.store.organisation_list import list_organisations
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.originals import erase_old_originals, read_original, take_original
from cmn_core.store.own_forms import read_own_form_rows
from cmn_core.store.population import read_population, save_population
from cmn_core.store.population_versions import population_years, read_cell_changes
from cmn_core.store.row_places import read_row_places
from cmn_core.store.rows_reading import (
    read_organisation_facts,
    read_practices,
    read_report_organisations,
    read_report_practices,
)
from cmn_core.store.setting_changes import read_setting_changes, take_back
from cmn_core.store.settings import (
    mark_demonstration,
    override_limit,
    override_limits,
    override_target,
    override_targets,
)
from cmn_core.store.spellings import reassign_spelling, withdraw_spelling
from cmn_core.store.told_apart import read_told_apart, tell_apart
from tests.access.world import BY, RING, SPELLING, Place
from tests.store.made_readings import NOW, children, population

Whose = Literal["place", "region"]
Function = Callable[..., object]
Given = tuple[tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Ask:
    """A function's demand: the deed, whether it is a municipality's or the region's, and what the function is given."""

    function: Function
    deed: Deed
    whose: Whose
    give: Callable[[Place], Given]


def given(*values: Any, **named: Any) -> Given:
    """Put arguments after the database together."""
    return values, named


def _as_file(place: Place) -> Given:
    return given(population([children(place.oktmo, 5)]), b"population", **BY)


def _boundaries(place: Place) -> Given:
    return given(Boundaries({place.oktmo: [[RING]]}), file_name="г.geojson", sha256="1" * 64, **BY)


def _facts(place: Place) -> Given:
    return given(place.idle_id, replace(place.idle, name="Школа № 73"), seen=place.idle, **BY)


_CALLS: tuple[tuple[Deed, Whose, dict[Function, Callable[[Place], Given]]], ...] = (
    # Sums, denominators and the map are every signed-in person's.
    ("see_figures", "region", {
        read_year_facts: lambda at: given(2020),
        periods_with_reports: lambda at: given(),
        latest_period: lambda at: given(),
        read_population: lambda at: given(2020),
        population_years: lambda at: given(),
        read_cell_changes: lambda at: given(at.population_id),
        read_boundaries_in_force: lambda at: given(),
    }),
    ("see_organisations", "place", {
        read_organisation_facts: lambda at: given(at.oktmo, [at.report_id]),
        read_practices: lambda at: given(at.oktmo, [at.report_id]),
        read_row_places: lambda at: given(at.oktmo, [at.report_id]),
        count_warnings: lambda at: given(at.oktmo, [at.report_id]),
        read_own_form_rows: lambda at: given("own", [at.report_id], [at.oktmo]),
        known_organisations: lambda at: given(at.oktmo),
        list_organisations: lambda at: given(at.oktmo),
    }),
    # A report is its sender's.
    ("see_reports", "place", {
        read_report_organisations: lambda at: given(at.report_id),
        read_report_practices: lambda at: given(at.report_id),
    }),
    ("take_original", "place", {
        read_original: lambda at: given(at.report_id),
        take_original: lambda at: given(at.report_id, by=Author("Центр", NOW)),
    }),
    # The list of organisations is one for the region.
    ("keep_register", "region", {
        read_organisation: lambda at: given(at.organisation_id),
        add_organisations: lambda at: given([NewOrganisation(at.oktmo, "Школа № 74", "school", "municipal")], **BY),
        add_organisation: lambda at: given(replace(at.idle, name="Школа № 74"), **BY),
        correct_organisation: lambda at: given(at.idle_id, name="Школа № 74", **BY),
        set_facts: _facts,
        restore_facts: _facts,
        merge_organisations: lambda at: given(at.idle_id, into=at.organisation_id, **BY),
        split_organisation: lambda at: given(at.merged_id, **BY),
        reassign_spelling: lambda at: given(at.idle_id, SPELLING, to=None, **BY),
        withdraw_spelling: lambda at: given(at.idle_id, SPELLING, **BY),
        tell_apart: lambda at: given(at.idle_id, at.organisation_id, **BY),
        read_told_apart: lambda at: given(),
    }),
    # Denominators are settings too: a municipality is judged by them.
    ("keep_settings", "region", {
        save_population: _as_file,
        override_targets: lambda at: given(2020, {"coverage": Decimal(9)}, **BY),
        override_target: lambda at: given("coverage", 2020, Decimal(9), **BY),
        override_limits: lambda at: given({"carried_periods": 2}, **BY),
        override_limit: lambda at: given("carried_periods", 2, **BY),
        mark_demonstration: lambda at: given(),
        read_setting_changes: lambda at: given("target"),
        take_back: lambda at: given([at.change], **BY),
        save_boundaries: _boundaries,
        attribute_boundaries: lambda at: given("© другой", **BY),
        choose_boundaries: lambda at: given(None, **BY),
        read_boundary_uploads: lambda at: given(),
        erase_old_originals: lambda at: given(**BY),
    }),
    ("see_record", "region", {
        read_audit: lambda at: given(),
    }),
)  # fmt: skip


def name_of(function: Function) -> str:
    """Name a function as its import does."""
    return f"{function.__module__}.{function.__name__}"


STORE = {
    name_of(function): Ask(function, deed, whose, give)
    for deed, whose, calls in _CALLS
    for function, give in calls.items()
}
