"""Databases that differ in nothing but the number of organisations."""

from collections.abc import Iterable
from datetime import date
from itertools import product
from pathlib import Path

from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database, open_database
from cmn_core.store.population import save_population
from tests.store.made_readings import NOW, children, decide, population, row, save

_MONTHS = (9, 10, 11)
_CHILDREN = 6000


def make_database(folder: Path, organisations: int) -> Path:
    """Fill a database with three months of reports of so many organisations a municipality."""
    file = folder / f"organisations_{organisations}.sqlite3"
    fill_database(f"sqlite:///{file}", organisations, _MONTHS)
    return file


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
