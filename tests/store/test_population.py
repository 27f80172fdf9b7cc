"""«Численность»: an upload versions only the cells that it fills; undo and return work as with any report."""

from dataclasses import replace

import pytest

from cmn_core.intake.reading import PopulationRow
from cmn_core.store.engine import Database
from cmn_core.store.facts import PopulationValue
from cmn_core.store.facts_reading import latest_period, periods_with_reports, read_year_facts
from cmn_core.store.failures import SavingRefused
from cmn_core.store.population import population_key, read_population, save_population
from cmn_core.store.reports import SavedReport, bring_back, read_versions, undo_report
from tests.store.made_readings import ERROR, NOW, OMSK, TARA, WARNING, children, population

BY = {"author": "Центр", "now": NOW}


def upload(database: Database, *rows: PopulationRow, content: bytes = b"1") -> tuple[SavedReport, ...]:
    return save_population(database, population(rows, content), content, **BY)


def values(database: Database, year: int = 2020) -> dict[tuple[str, str], tuple[int, int]]:
    return {(item.district, item.group): (item.value, item.version) for item in read_population(database, year)}


def test_a_new_upload_versions_only_the_cells_that_it_fills(database: Database) -> None:
    upload(database, children(TARA, 4100), children(OMSK, 90000))
    upload(database, children(OMSK, 91000, source="Омскстат"), content=b"2")
    tara, omsk = (TARA, "children_10_19"), (OMSK, "children_10_19")
    assert values(database) == {tara: (4100, 1), omsk: (91000, 2)}
    assert read_year_facts(database, 2020).population == (
        PopulationValue(TARA, 2020, "children_10_19", 4100, "Росстат", 1),
        PopulationValue(OMSK, 2020, "children_10_19", 91000, "Омскстат", 2),
    )


def test_undo_gives_the_values_before_and_bringing_back_the_later_ones(database: Database) -> None:
    (first,) = upload(database, children(TARA, 4100), children(OMSK, 90000))
    (second,) = upload(database, children(OMSK, 91000), content=b"2")
    key = population_key(2020)
    assert undo_report(database, key, expected=second.report_id, **BY) == first.report_id
    assert values(database)[OMSK, "children_10_19"] == (90000, 1)
    (third,) = upload(database, children(OMSK, 92000), content=b"3")
    assert values(database)[OMSK, "children_10_19"] == (92000, 3)
    bring_back(database, second.report_id, expected=third.report_id, **BY)
    assert values(database)[OMSK, "children_10_19"] == (91000, 2)
    assert [version.version for version in read_versions(database, key)] == [3, 2, 1]


def test_each_year_of_a_file_is_a_report_of_its_own(database: Database) -> None:
    saved = upload(database, children(TARA, 4100), children(TARA, 4200, year=2021))
    assert [item.version for item in saved] == [1, 1]
    assert values(database, 2021) == {(TARA, "children_10_19"): (4200, 1)}
    again = upload(database, children(TARA, 4100), children(TARA, 4300, year=2021), content=b"2")
    assert [item.outcome for item in again] == ["unchanged", "saved"]


def test_the_same_values_change_nothing_and_the_same_bytes_may_come_again(database: Database) -> None:
    upload(database, children(TARA, 4100))
    (again,) = upload(database, children(TARA, 4100))
    assert (again.outcome, again.version) == ("unchanged", 1)
    upload(database, children(TARA, 5000), content=b"2")
    (third,) = upload(database, children(TARA, 4100))
    assert (third.outcome, third.version) == ("saved", 3)


def test_faulty_and_unconfirmed_and_contradictory_uploads_are_refused(database: Database) -> None:
    reading = population([children(TARA, 4100)])
    for problem, words in ((ERROR, "ошибка"), (WARNING, "предупреждение")):
        with pytest.raises(SavingRefused, match=words):
            save_population(database, replace(reading, problems=(problem,)), b"population", **BY)
    with pytest.raises(SavingRefused, match="дважды"):
        upload(database, children(TARA, 4100), children(TARA, 4200))
    with pytest.raises(SavingRefused, match="ни одного значения"):
        upload(database)
    with pytest.raises(SavingRefused, match="ОКТМО"):
        upload(database, children("12345678", 1))
    assert values(database) == {}


def test_a_value_without_a_source_says_so(database: Database) -> None:
    upload(database, children(TARA, 4100, source=None))
    assert read_population(database, 2020)[0].source == "источник не указан"


def test_denominators_are_no_report_of_a_month(database: Database) -> None:
    upload(database, children(TARA, 4100))
    assert (periods_with_reports(database), latest_period(database)) == ((), None)
    assert read_year_facts(database, 2020).reports == ()
