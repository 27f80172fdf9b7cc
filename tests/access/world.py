"""A small database for the access matrix: the same things in two municipalities, and people of every role."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select
from sqlmodel import col

from cmn_core.access import ROLE_LABELS, ROLES, Person, Role
from cmn_core.reference.boundaries import Boundaries
from cmn_core.store.boundaries import save_boundaries
from cmn_core.store.corrections import OrganisationFacts, correct_organisation
from cmn_core.store.engine import Database, open_database
from cmn_core.store.merging import merge_organisations
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.population import save_population
from cmn_core.store.sessions import Actor
from cmn_core.store.setting_changes import SettingChange
from cmn_core.store.settings import override_targets
from cmn_core.store.tables import District, PersonDistrict, PersonRow
from tests.store.made_readings import NOW, OMSK, TARA, children, population
from tests.store.small_district import save_small_district

BY = {"author": "Центр", "now": NOW}
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


def make_world(folder: Path) -> World:
    """Fill a database."""
    file = folder / "world.sqlite3"
    database = open_database(f"sqlite:///{file}")
    (region,) = save_population(
        database, population([children(OWN, 4100), children(FOREIGN, 90000)]), b"population", **BY
    )
    save_boundaries(database, Boundaries({OWN: [[RING]]}, "©"), file_name="г.geojson", sha256="0" * 64, **BY)
    (change,) = override_targets(database, 2020, {"coverage": Decimal(7)}, **BY)
    places = {oktmo: _fill(database, oktmo, region.report_id, change) for oktmo in (OWN, FOREIGN)}
    people = {role: _add(database, role) for role in ROLES}
    database.close()
    return World(file, places, people)


def _fill(database: Database, oktmo: str, population_id: int, change: SettingChange) -> Place:
    saved = save_small_district(database, sender=oktmo)
    names = [f"Школа № {number}" for number in (71, 72)]
    organisations = [NewOrganisation(oktmo, name, "school", "municipal") for name in names]
    idle, merged = add_organisations(database, organisations, **BY)
    correct_organisation(database, idle, alias=SPELLING, **BY)
    merge_organisations(database, merged, into=idle, **BY)
    named = known_organisations(database, oktmo)[0].organisation_id
    facts = OrganisationFacts(names[0], oktmo, "school", "municipal")
    return Place(oktmo, saved.report_id, named, idle, facts, merged, population_id, change)


def _add(database: Database, role: Role) -> Person:
    with database.write() as session:
        row = PersonRow(login=role, login_key=role, name=ROLE_LABELS[role], role=role, created_at=NOW)
        session.add(row)
        session.flush()
        districts = frozenset({OWN}) if role == "district" else frozenset()
        for number in session.scalars(select(col(District.id)).where(col(District.oktmo).in_(districts))):
            session.add(PersonDistrict(person_id=row.id or 0, district_id=number or 0))
        return Person(row.id, row.login, row.name, role, districts)
