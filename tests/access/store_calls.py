"""What each function of the store demands, and how it is called; a new one gets a line here.

Looked for are the public functions of `cmn_core/store` whose first parameter is a database.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from cmn_core.access import Deed
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.period import Period
from cmn_core.programme.programme import Programme
from cmn_core.programme.scenario import Scenario
from cmn_core.reference.boundaries import Boundaries
from cmn_core.store.audit import read_audit
from cmn_core.store.audit_check import ChainHead, check_audit, find_loss
from cmn_core.store.audit_reading import RecordFilter, list_record_people, read_latest, read_record, read_record_head
from cmn_core.store.boundaries import (
    attribute_boundaries,
    choose_boundaries,
    read_boundaries_in_force,
    read_boundary_uploads,
    save_boundaries,
)
from cmn_core.store.collecting import read_collected_year
from cmn_core.store.comparing import compare_with_stored
from cmn_core.store.confirmed import count_warnings
from cmn_core.store.corrections import add_organisation, correct_organisation, restore_facts, set_facts
from cmn_core.store.deadlines import override_deadline_dates, override_deadline_days
from cmn_core.store.districts import read_district_numbers
from cmn_core.store.draft_reading import list_drafts, read_cells, read_draft
from cmn_core.store.drafts import Window, end_draft, keep_choices, leave_cell, reopen_draft, start_draft
from cmn_core.store.entering import enter
from cmn_core.store.facts_reading import latest_period, periods_with_reports, read_year_facts
from cmn_core.store.in_force import bring_back, undo_report
from cmn_core.store.invitations import accept_invitation, find_invitation, invite
from cmn_core.store.mending import take_up_again
from cmn_core.store.merging import merge_organisations, split_organisation
from cmn_core.store.one_picture import hold_picture
from cmn_core.store.organisation_card import read_organisation
from cmn_core.store.organisation_list import list_organisations
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.originals import erase_old_originals, read_original, take_original
from cmn_core.store.own_forms import read_own_form_rows
from cmn_core.store.passwords import change_password, set_password
from cmn_core.store.people import NewPerson, add_person, change_person, close_account, list_people, reopen_account
from cmn_core.store.pile import read_beside
from cmn_core.store.pile_saving import save_pile, undo_pile
from cmn_core.store.population import read_population, save_population
from cmn_core.store.population_versions import population_years, read_cell_changes
from cmn_core.store.practice_rows import count_practices, read_practice_rows
from cmn_core.store.programme_counts import count_planned
from cmn_core.store.programme_reading import list_programmes, read_planned_practices, read_programme
from cmn_core.store.programmes import (
    copy_programme,
    delete_programme,
    rename_programme,
    restore_programme,
    save_programme,
    start_programme,
)
from cmn_core.store.refused import demand_somewhere, record_refusal
from cmn_core.store.report_way import (
    accept_many,
    accept_report,
    read_steps,
    return_report,
    returned_reports,
    unlock_report,
)
from cmn_core.store.revision import data_revision
from cmn_core.store.row_places import read_row_places
from cmn_core.store.rows_reading import (
    read_organisation_facts,
    read_practices,
    read_report_organisations,
    read_report_practices,
)
from cmn_core.store.saving import save_report
from cmn_core.store.scenarios import (
    add_scenario,
    delete_scenario,
    list_scenarios,
    read_scenario,
    restore_scenario,
    save_scenario,
)
from cmn_core.store.secrets import signing_key
from cmn_core.store.setting_changes import read_setting_changes, take_back
from cmn_core.store.settings import (
    current_reference,
    is_demonstration,
    mark_demonstration,
    override_limit,
    override_limits,
    override_target,
    override_targets,
)
from cmn_core.store.shown_practices import list_shown_practices, mark_practice, unmark_practice
from cmn_core.store.sign_ins import end_sign_ins, find_actor, has_people, leave, list_sign_ins
from cmn_core.store.soundness import check_soundness
from cmn_core.store.spellings import reassign_spelling, withdraw_spelling
from cmn_core.store.standing_sign_ins import find_standing
from cmn_core.store.told_apart import read_told_apart, tell_apart
from cmn_core.store.versions import (
    find_same_bytes,
    read_in_force,
    read_last_before,
    read_numbered,
    read_reports_of,
    read_version,
    read_versions,
)
from tests.access.world import BY, CENTRE, RING, SPELLING, Place, monthly_key
from tests.store.made_monthly import monthly, organisation
from tests.store.made_readings import NOVEMBER, NOW, children, decide, population

PROGRAMME = Programme(organisation="Школа № 71", kind="school", school_year=2020)
DECEMBER, WINDOW = Period(2020, 12), Window("window", "Центр")
Whose = Literal["place", "region", "somewhere"]
Function = Callable[..., object]
Given = tuple[tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Ask:
    """A function's demand: the deed, where it has to be allowed, and what the function is given."""

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


def _report(place: Place) -> Given:
    decisions = decide(place.oktmo, scope="all", period=DECEMBER, layout="monthly")
    return given(monthly([organisation("СОШ № 1")], period=DECEMBER), b"monthly", decisions, now=NOW)


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
        list_shown_practices: lambda at: given(),
        count_practices: lambda at: given([at.report_id]),
        count_planned: lambda at: given(),
    }),
    ("see_organisations", "place", {
        read_organisation_facts: lambda at: given(at.oktmo, [at.report_id]),
        read_practices: lambda at: given(at.oktmo, [at.report_id]),
        read_row_places: lambda at: given(at.oktmo, [at.report_id]),
        count_warnings: lambda at: given(at.oktmo, [at.report_id]),
        read_own_form_rows: lambda at: given("own", [at.report_id], [at.oktmo]),
        known_organisations: lambda at: given(at.oktmo),
        list_organisations: lambda at: given(at.oktmo),
        read_planned_practices: lambda at: given([at.oktmo]),
        read_practice_rows: lambda at: given([at.report_id], [at.oktmo]),
    }),
    ("write_programmes", "place", {
        start_programme: lambda at: given(at.idle_id, "Новая", PROGRAMME, CENTRE),
        copy_programme: lambda at: given(at.programme_id, at.idle_id, "Копия", PROGRAMME, CENTRE),
        save_programme: lambda at: given(at.programme_id, PROGRAMME, seen=1, by=CENTRE),
        rename_programme: lambda at: given(at.programme_id, "Иное", CENTRE),
        delete_programme: lambda at: given(at.programme_id, CENTRE),
        restore_programme: lambda at: given(at.programme_id, CENTRE),
        read_programme: lambda at: given(at.programme_id),
    }),
    ("write_programmes", "somewhere", {
        list_programmes: lambda at: given(),
    }),
    ("plan_widening", "place", {
        add_scenario: lambda at: given(at.oktmo, NOVEMBER, "Вариант", Scenario(), CENTRE),
        save_scenario: lambda at: given(at.scenario_id, "Вариант", Scenario(), seen=1, by=CENTRE),
        delete_scenario: lambda at: given(at.scenario_id, CENTRE),
        restore_scenario: lambda at: given(at.scenario_id, CENTRE),
        list_scenarios: lambda at: given(at.oktmo),
        read_scenario: lambda at: given(at.scenario_id),
    }),
    ("mark_practices", "region", {
        mark_practice: lambda at: given(at.organisation_id, "имя", "Имя", "", CENTRE),
        unmark_practice: lambda at: given(at.organisation_id, "имя", CENTRE),
    }),
    # A report is its sender's.
    ("see_reports", "place", {
        read_report_organisations: lambda at: given(at.report_id),
        read_report_practices: lambda at: given(at.report_id),
        read_in_force: lambda at: given(monthly_key(at.oktmo)),
        read_versions: lambda at: given(monthly_key(at.oktmo)),
        read_last_before: lambda at: given(monthly_key(at.oktmo)),
        read_version: lambda at: given(at.report_id),
        read_reports_of: lambda at: given(at.oktmo),
        read_steps: lambda at: given(at.report_id),
        take_up_again: lambda at: given(at.report_id, CENTRE),
        returned_reports: lambda at: given(at.oktmo),
        read_collected_year: lambda at: given(2020, [at.oktmo]),
    }),
    ("send_reports", "place", {
        save_report: _report,
        undo_report: lambda at: given(monthly_key(at.oktmo), expected=at.report_id, **BY),
        bring_back: lambda at: given(at.undone_id, expected=None, **BY),
        read_draft: lambda at: given(at.draft_id),
        read_cells: lambda at: given(at.draft_id),
        leave_cell: lambda at: given(at.draft_id, CellCorrection("Лист1", "B3", "5", "1"), None, WINDOW, now=NOW),
        keep_choices: lambda at: given(at.draft_id, {"sender": at.oktmo}, now=NOW),
        end_draft: lambda at: given(at.draft_id, "deleted", CENTRE),
        reopen_draft: lambda at: given(at.draft_id, CENTRE),
    }),
    ("send_reports", "somewhere", {
        start_draft: lambda at: given("отчёт.xlsx", b"draft", "1" * 64, {"sender": at.oktmo}, CENTRE),
        list_drafts: lambda at: given(),
    }),
    ("judge_reports", "place", {
        accept_report: lambda at: given(at.report_id, by=CENTRE),
        return_report: lambda at: given(at.report_id, reason="Проверьте числа", by=CENTRE),
        unlock_report: lambda at: given(at.accepted_id, reason="Уточнение", by=CENTRE),
    }),
    ("take_original", "place", {
        read_original: lambda at: given(at.report_id),
        take_original: lambda at: given(at.report_id, by=CENTRE),
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
        override_deadline_days: lambda at: given({"monthly": 7}, **BY),
        override_deadline_dates: lambda at: given(NOVEMBER, {"monthly": date(2020, 12, 9)}, **BY),
    }),
    ("see_record", "region", {
        read_audit: lambda at: given(),
        check_audit: lambda at: given(),
        find_loss: lambda at: given(ChainHead(1, "seal")),
        read_record: lambda at: given(RecordFilter(), most=5),
        read_record_head: lambda at: given(),
        read_latest: lambda at: given("refused"),
        list_record_people: lambda at: given(),
    }),
    ("keep_people", "region", {
        list_people: lambda at: given(),
        add_person: lambda at: given(NewPerson("new", "Новая", "viewer", frozenset()), by=CENTRE),
        change_person: lambda at: given(at.person_id, NewPerson("open", "Иная", "viewer", frozenset()), by=CENTRE),
        close_account: lambda at: given(at.person_id, by=CENTRE),
        reopen_account: lambda at: given(at.closed_id, by=CENTRE),
        invite: lambda at: given(at.person_id, by=CENTRE),
        set_password: lambda at: given(at.person_id, "семь синих птиц над рекой", by=CENTRE),
        list_sign_ins: lambda at: given(at.person_id, now=NOW),
        end_sign_ins: lambda at: given(at.person_id, by=CENTRE),
    }),
)  # fmt: skip


def name_of(function: Function) -> str:
    """Name a function as its import does."""
    return f"{function.__module__}.{function.__name__}"


ANSWERS_NARROWED: dict[Function, str] = {
    read_numbered: "of the versions asked for, those whose sender the person may see",
    find_same_bytes: "the same",
}
THROUGH_OTHERS: dict[Function, str] = {
    compare_with_stored: "known_organisations, read_in_force and what else it lays together ask",
    read_beside: "the same; a report that the person may not send is compared with nothing",
    save_pile: "save_report and bring_back ask, a file at a time",
    undo_pile: "undo_report asks, a report at a time",
    accept_many: "accept_report asks, a report at a time",
}
OF_THE_FRAME: dict[Function, str] = {
    data_revision: "a number; every cache hangs on it",
    current_reference: "plans, limits and words: every page is written with them, the help too",
    is_demonstration: "the label of invented data stands on every page",
    read_district_numbers: "the region's municipalities, as the law lists them",
    hold_picture: "hands the same person's hands on",
    check_soundness: "tells nothing of what the file holds",
    record_refusal: "writes the refusal itself",
    demand_somewhere: "is the question itself",
}
OF_THE_DOOR: dict[Function, str] = {
    enter: "nobody is signed in yet",
    find_actor: "tells who is signed in",
    find_standing: "tells which sign-ins stand",
    leave: "ends the sign-in that the cookie names",
    has_people: "whether there is anyone to sign in",
    find_invitation: "the link is the right",
    accept_invitation: "the link is the right",
    change_password: "one's own, by the old one",
    signing_key: "the process' own: signs cookies and forms",
}
"""Nobody's deeds: with the reason why they ask nothing of a role."""

STORE = {
    name_of(function): Ask(function, deed, whose, give)
    for deed, whose, calls in _CALLS
    for function, give in calls.items()
}
