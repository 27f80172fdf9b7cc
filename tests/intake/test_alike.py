"""Likely repetitions are proposed within a municipality, numbers told apart, and never again once refused."""

import time

import pytest

from cmn_core.intake.alike import find_alike
from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.organisation_names import name_key

TARA, OMSK = "52654000", "52701000"


def known(*names: str, district: str = TARA, first: int = 1) -> list[KnownOrganisation]:
    return [
        KnownOrganisation(first + place, name, name_key(name), district, "school", "municipal")
        for place, name in enumerate(names)
    ]


def pairs(
    organisations: list[KnownOrganisation], least: int = 80, refused: tuple[frozenset[int], ...] = ()
) -> list[set[int]]:
    return [
        {pair.first.organisation_id, pair.second.organisation_id} for pair in find_alike(organisations, least, refused)
    ]


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("МБОУ «Лесновская СОШ»", "МКОУ «Лесновская СОШ»", True),
        ("МБОУ «Лесновская СОШ»", "МБОУ «Лесновской СОШ»", True),
        ("МБОУ «СОШ № 1»", "МБОУ «СОШ № 2»", False),
        ("МБОУ «Лесновская СОШ»", "Колледж", False),
    ],
)
def test_names_alike_are_a_pair(first: str, second: str, alike: bool) -> None:
    assert pairs(known(first, second)) == ([{1, 2}] if alike else [])


def test_namesakes_of_two_municipalities_are_two() -> None:
    there = known("МКОУ «Лесновская СОШ»", district=OMSK, first=2)
    assert pairs(known("МБОУ «Лесновская СОШ»") + there) == []


def test_a_refused_pair_is_not_proposed_again() -> None:
    organisations = known("МБОУ «Лесновская СОШ»", "МКОУ «Лесновская СОШ»", "МАОУ «Лесновская СОШ»")
    assert pairs(organisations, refused=(frozenset((1, 2)),)) == [{1, 3}, {2, 3}]


def test_the_likest_come_first_and_equal_names_are_never_certain() -> None:
    organisations = known("МБОУ «Лесновская СОШ»", "МБОУ «Лесновкая СОШ»", "МКОУ «Лесновская СОШ»")
    found = find_alike(organisations, 80)
    assert [pair.likeness_pct for pair in found] == sorted((pair.likeness_pct for pair in found), reverse=True)
    assert found[0].likeness_pct == 99


def test_seven_thousand_organisations_are_compared_in_a_moment() -> None:
    organisations = [
        item
        for district in range(33)
        for item in known(*(f"МБОУ «Село{place * 7919 % 9973} СОШ»" for place in range(212)),
                          district=str(district), first=district * 1000)
    ]  # fmt: skip
    find_alike(organisations[:300], 80)
    started = time.process_time()
    find_alike(organisations, 80)
    assert time.process_time() - started < 5
