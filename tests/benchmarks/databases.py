"""Databases that differ in nothing but the number of organisations."""

from collections.abc import Iterable
from datetime import date
from itertools import product
from pathlib import Path

from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database, open_database
from cmn_core.store.population import save_population
from tests.store.made_monthly import organisation, programme, save_monthly
from tests.store.made_readings import NOW, children, decide, population, row, save

_MONTHS = (9, 10)
_MONTHLY = Period(2020, 11)
_PEOPLE = {
    "pupils_10_19": 200, "pupils_15_19": 60, "young_teachers": 4, "involved": 15, "mentees": 12, "mentors": 3,
    "mentors_15_19": 2, "young_mentees": 1, "surveyed_mentees": 10, "satisfied_mentees": 8, "surveyed_mentors": 3,
    "satisfied_mentors": 3,
}  # fmt: skip
_CHILDREN = 6000


def make_database(folder: Path, organisations: int) -> Path:
    """Fill a database with three months of reports of so many organisations a municipality, the last one monthly."""
    file = folder / f"organisations_{organisations}.sqlite3"
    fill_database(f"sqlite:///{file}", organisations, _MONTHS)
    _fill_monthly(f"sqlite:///{file}", organisations)
    return file


def _fill_monthly(address: str, organisations: int) -> None:
    """Save the monthly report of each municipality, with all that it asks."""
    database, reference = open_database(address), shipped_reference()
    codes = tuple(form.code for form in reference.forms.federal)
    numbers = range(1, organisations + 1)
    people = [organisation(f"МБОУ «Школа № {number}»", number=7 + number, **_PEOPLE) for number in numbers]
    programmes = [
        programme(f"Программа {number}", f"МБОУ «Школа № {number}»", (3, 12, 12), form=codes[number % len(codes)],
                  partner=f"ООО «Завод {number}»" if number % 5 == 0 else None, number=7 + number)
        for number in numbers
    ]  # fmt: skip
    for district in reference.region.districts:
        save_monthly(database, people, programmes, sender=district.oktmo, period=_MONTHLY)
    database.close()


def fill_database(address: str, organisations: int, months: Iterable[int]) -> None:
    """Save a report of each municipality and month, and «Численность»."""
    database = open_database(address)
    reference = shipped_reference()
    codes = tuple(form.code for form in reference.forms.federal)
    reading = population(children(district.oktmo, _CHILDREN) for district in reference.region.districts)
    save_population(database, reading, b"population", author="benchmark", now=NOW)
    for district, month in product(reference.region.districts, months):
        _save_month(database, district.oktmo, month, organisations, codes)
    database.close()


def _save_month(database: Database, oktmo: str, month: int, organisations: int, codes: tuple[str, ...]) -> None:
    rows = [
        row(f"МБОУ «Школа № {number}»", (10 + number % 30, number % 5, number % 9), f"Программа {number}",
            codes[number % len(codes)], number=7 + number)
        for number in range(1, organisations + 1)
    ]  # fmt: skip
    decisions = decide(oktmo, period=Period(2020, month), as_of=date(2020, month, 23), confirmed=True)
    save(database, rows, decisions, content=f"{oktmo} {month}".encode())
