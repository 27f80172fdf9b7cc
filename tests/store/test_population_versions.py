"""What a version of «Численность» changed, cell by cell."""

import pytest

from cmn_core.documents.population_tables import build_cell_changes, build_population_table, count_gaps
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database
from cmn_core.store.population import population_key, read_population, save_population
from cmn_core.store.population_versions import population_years, read_cell_changes
from cmn_core.store.versions import read_versions
from tests.store.made_readings import AZOVO, NOW, OMSK, TARA, children, population

BY = {"author": "Центр", "now": NOW}
REFERENCE = shipped_reference()


@pytest.fixture
def database(database: Database) -> Database:
    """Two versions of 2020: Tara and Omsk, then Tara anew and Azovo; one of 2021."""
    uploads = (
        [children(TARA, 100), children(OMSK, 900)],
        [children(TARA, 120, source="Центр"), children(AZOVO, 50)],
        [children(TARA, 110, year=2021)],
    )
    for rows in uploads:
        content = str(rows).encode()
        save_population(database, population(rows, content), content, **BY)
    return database


def changes(database: Database, version: int) -> list[tuple[str, int | None, int | None]]:
    versions = {item.version: item.report_id for item in read_versions(database, population_key(2020))}
    return [
        (item.district, item.before and item.before.value, item.now and item.now.value)
        for item in read_cell_changes(database, versions[version])
    ]


def test_years_and_changes_of_each_version(database: Database) -> None:
    assert population_years(database) == (2020, 2021)
    assert changes(database, 1) == [(TARA, None, 100), (OMSK, None, 900)]
    assert changes(database, 2) == [(AZOVO, None, 50), (TARA, 100, 120)]
    assert read_cell_changes(database, 999) == ()


def test_the_table_shows_sums_sources_and_gaps(database: Database) -> None:
    values = read_population(database, 2020)
    table = build_population_table(values, 2020, REFERENCE)
    assert table.rows[0][:3] == ("Омская область, сумма указанных", 1070, "не указано")
    by_name = {row[0]: row for row in table.rows}
    assert by_name["Тарский"] == ("Тарский", 120, "не указано", "не указано", "не указано", "Центр")
    assert by_name["Одесский"][-1] is None
    gaps = count_gaps(values, REFERENCE)
    assert {caption: len(names) for caption, names in gaps.items()} == {
        "Детей 10–19": 30, "Молодёжи 15–19": 33, "Молодых педагогов (0–3 года)": 33, "Предприятий": 33,
    }  # fmt: skip


def test_a_changed_value_is_told_with_both_numbers(database: Database) -> None:
    newest = read_versions(database, population_key(2020))[0]
    table = build_cell_changes(read_cell_changes(database, newest.report_id), newest, REFERENCE)
    assert table.rows == (
        ("Азовский", "Детей 10–19", "не указано", 50, "Росстат"),
        ("Тарский", "Детей 10–19", 100, 120, "Центр"),
    )
