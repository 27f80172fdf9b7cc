"""What a file of «Численность» changes, cell by cell."""

from cmn_core.store.facts import PopulationValue
from cmn_core.store.population_changes import compare_population
from tests.store.made_readings import OMSK, TARA, children


def test_each_value_stands_beside_the_one_in_force() -> None:
    in_force = [
        PopulationValue(TARA, 2020, "children_10_19", 900, "Росстат", 1),
        PopulationValue(OMSK, 2020, "children_10_19", 9_000, "Росстат", 1),
        PopulationValue(OMSK, 2020, "youth_15_19", 4_000, "Росстат", 1),
    ]
    changes = compare_population(
        [children(TARA, 950), children(OMSK, 9_000), children(OMSK, 9_100, year=2021)], in_force
    )
    assert [(item.district, item.year, item.before, item.now, item.is_same) for item in changes] == [
        (TARA, 2020, 900, 950, False),
        (OMSK, 2020, 9_000, 9_000, True),
        (OMSK, 2021, None, 9_100, False),
    ]


def test_another_source_is_a_change() -> None:
    in_force = [PopulationValue(TARA, 2020, "children_10_19", 900, "Росстат", 1)]
    (change,) = compare_population([children(TARA, 900, source=None)], in_force)
    assert (change.before, change.now, change.is_same) == (900, 900, False)
