"""A small database for the access matrix: the same things in two municipalities, and people of every role."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select
from sqlmodel import col

from cmn_core.access import OF_A_MUNICIPALITY, ROLE_LABELS, ROLES, Person, Role
from cmn_core.period import Period
from cmn_core.programme.programme import Programme
from cmn_core.programme.scenario import Scenario
from cmn_core.reference.boundaries import Boundaries
from cmn_core.store.audit import Author
from cmn_core.store.boundaries import save_boundaries
from cmn_core.store.corrections import OrganisationFacts, correct_organisation
from cmn_core.store.drafts import start_draft
from cmn_core.store.engine import Database, open_database
from cmn_core.store.in_force import undo_report
from cmn_core.store.merging import merge_organisations
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.people import close_account
from cmn_core.store.population import save_population
from cmn_core.store.programmes import start_programme
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.report_way import accept_report
from cmn_core.store.scenarios import add_scenario
from cmn_core.store.sessions import Actor
from cmn_core.store.setting_changes import SettingChange
from cmn_core.store.settings import override_targets
from cmn_core.store.tables import District, PersonDistrict, PersonRow
from tests.store.made_readings import NOVEMBER, NOW, OCTOBER, OMSK, TARA, children, population
from tests.store.small_district import save_small_district

BY = {"author": "Центр", "now": NOW}
CENTRE = Author("Центр", NOW)
SEPTEMBER = Period(2020, 9)
RING = [[73.0, 56.0], [73.0, 57.0], [74.0, 57.0], [73.0, 56.0]]
OWN, FOREIGN = TARA, OMSK
SPELLING = "Школа номер один"


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in one municipality."""

    oktmo: str
    report_id: int
    organisation_id: int
    """Named by the report."""
    idle_id: int
    """An organisation that no report names."""
    idle: OrganisationFacts
    merged_id: int
    """An organisation that was merged into the idle one."""
    undone_id: int
    """A version that was saved and taken back."""
    accepted_id: int
    draft_id: int
    programme_id: int
    scenario_id: int
    person_id: int
    """An account, not of those who act."""
    closed_id: int
    """An account that is closed."""
    population_id: int
    """A version of «Численность» of the whole region."""
    change: SettingChange
    """The region's setting that was changed last."""


@dataclass(frozen=True, slots=True)
class World:
    """A database's file and what is where in it."""

    file: Path
    places: dict[str, Place]
    people: dict[Role, Person]

    @contextmanager
    def opened(self, folder: Path) -> Iterator[Database]:
        """Open a copy of the database."""
        copy = folder / "copy.sqlite3"
        shutil.copy(self.file, copy)
        database = open_database(f"sqlite:///{copy}")
        try:
            yield database
        finally:
            database.close()
            for file in folder.glob("copy.sqlite3*"):
                file.unlink()

    def actor(self, role: Role) -> Actor:
        """Return a person of a role at work; a district's person is of OWN."""
        return Actor(self.people[role])


@dataclass(frozen=True, slots=True)
class Whole:
    """What stands in the region as a whole."""

    population_id: int
    change: SettingChange
    person_id: int
    closed_id: int


def make_world(folder: Path) -> World:
    """Fill a database."""
    file = folder / "world.sqlite3"
    database = open_database(f"sqlite:///{file}")
    (region,) = save_population(
        database, population([children(OWN, 4100), children(FOREIGN, 90000)]), b"population", **BY
    )
    save_boundaries(database, Boundaries({OWN: [[RING]]}, "©"), file_name="г.geojson", sha256="0" * 64, **BY)
    (change,) = override_targets(database, 2020, {"coverage": Decimal(7)}, **BY)
    people = {role: _add(database, role) for role in ROLES}
    open_id, closed_id = (_add(database, "viewer", login).number or 0 for login in ("open", "closed"))
    close_account(database, closed_id, by=CENTRE)
    whole = Whole(region.report_id, change, open_id, closed_id)
    places = {oktmo: _fill(database, oktmo, whole) for oktmo in (OWN, FOREIGN)}
    database.close()
    return World(file, places, people)


def _fill(database: Database, oktmo: str, whole: Whole) -> Place:
    saved, accepted, undone = (
        save_small_district(database, sender=oktmo, period=period) for period in (NOVEMBER, SEPTEMBER, OCTOBER)
    )
    accept_report(database, accepted.report_id, by=CENTRE)
    undo_report(database, monthly_key(oktmo, OCTOBER), expected=undone.report_id, **BY)
    draft = start_draft(database, "черновик.xlsx", b"draft", "0" * 64, {"sender": oktmo}, CENTRE)
    names = [f"Школа № {number}" for number in (71, 72)]
    organisations = [NewOrganisation(oktmo, name, "school", "municipal") for name in names]
    idle, merged = add_organisations(database, organisations, **BY)
    correct_organisation(database, idle, alias=SPELLING, **BY)
    merge_organisations(database, merged, into=idle, **BY)
    named = known_organisations(database, oktmo)[0].organisation_id
    programme = Programme(organisation=names[0], kind="school", school_year=2020)
    facts = OrganisationFacts(names[0], oktmo, "school", "municipal")
    return Place(
        oktmo=oktmo,
        report_id=saved.report_id,
        organisation_id=named,
        idle_id=idle,
        idle=facts,
        merged_id=merged,
        undone_id=undone.report_id,
        accepted_id=accepted.report_id,
        draft_id=draft,
        programme_id=start_programme(database, idle, "Программа", programme, CENTRE),
        scenario_id=add_scenario(database, oktmo, NOVEMBER, "Вариант", Scenario(), CENTRE).scenario_id,
        person_id=whole.person_id,
        closed_id=whole.closed_id,
        population_id=whole.population_id,
        change=whole.change,
    )


def monthly_key(oktmo: str, period: Period = NOVEMBER) -> ReportKey:
    """Return the key of a municipality's monthly report."""
    return ReportKey(oktmo, "all", "monthly", period)


def _add(database: Database, role: Role, login: str = "") -> Person:
    login = login or role
    with database.write() as session:
        row = PersonRow(login=login, login_key=login, name=ROLE_LABELS[role], role=role, created_at=NOW)
        session.add(row)
        session.flush()
        districts = frozenset({OWN}) if role in OF_A_MUNICIPALITY else frozenset()
        for number in session.scalars(select(col(District.id)).where(col(District.oktmo).in_(districts))):
            session.add(PersonDistrict(person_id=row.id or 0, district_id=number or 0))
        return Person(row.id, row.login, row.name, role, districts)
