"""Municipalities of like size, worked by hand on the region of five."""

from dataclasses import replace

import pytest

from cmn_core.analysis.like_municipalities import MunicipalitySize, describe_like_rule, find_like, measure_sizes
from tests.analysis.monthly_region import monthly_facts
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OMSK,
    TARA,
    UST_ISHIM,
    november_facts,
    plain,
    small_reference,
)

REFERENCE = small_reference()


def sizes(**children: int) -> dict[str, MunicipalitySize]:
    places = {"tara": TARA, "bolsherechye": BOLSHERECHYE, "gorkovskoye": GORKOVSKOYE, "ust": UST_ISHIM, "omsk": OMSK}
    return {places[name]: MunicipalitySize(count, "Росстат") for name, count in children.items()}


def found(known: dict[str, MunicipalitySize], oktmo: str = TARA, nearest: int = 5) -> list[str]:
    rules = REFERENCE.practices
    reference = replace(
        REFERENCE, practices=rules.model_copy(update={"like": rules.like.model_copy(update={"nearest": nearest})})
    )
    return [like.district for like in find_like(oktmo, known, reference)]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        # Of 1 000: 1 500 is one and a half times as many, 1 501 more; 667 × 1,5 = 1 000,5, 666 × 1,5 = 999.
        (sizes(tara=1000, omsk=1500, ust=667), [UST_ISHIM, OMSK]),
        (sizes(tara=1000, omsk=1501, ust=666), []),
        # The nearest first: 20 away, 30 away; as near as each other by ОКТМО.
        (sizes(tara=1000, omsk=1030, ust=980), [UST_ISHIM, OMSK]),
        (sizes(tara=1000, omsk=1030, gorkovskoye=970), [GORKOVSKOYE, OMSK]),
        # Nobody knows its size, or theirs.
        (sizes(omsk=1000, ust=1000), []),
        (sizes(tara=1000), []),
    ],
)
def test_the_nearest_within_one_and_a_half_times(known: dict[str, MunicipalitySize], expected: list[str]) -> None:
    assert found(known) == expected


def test_no_more_than_the_rule_takes() -> None:
    known = sizes(tara=1000, omsk=1010, ust=980, gorkovskoye=970, bolsherechye=1040)
    assert found(known, nearest=2) == [OMSK, UST_ISHIM]


def test_sizes_are_those_of_the_population() -> None:
    known = measure_sizes(november_facts(), REFERENCE, NOVEMBER)
    # Усть-Ишимский's is of another year.
    assert {oktmo: size.children for oktmo, size in known.items()} == {
        BOLSHERECHYE: 3160, GORKOVSKOYE: 1000, TARA: 3000, OMSK: 600,
    }  # fmt: skip
    assert [like.name for like in find_like(TARA, known, REFERENCE)] == ["Большереченский"]


def test_without_population_the_contingent_of_monthly_reports_stands() -> None:
    known = measure_sizes(monthly_facts(), REFERENCE, NOVEMBER)
    assert known[GORKOVSKOYE] == MunicipalitySize(1000, "по контингенту ОО")
    assert known[BOLSHERECHYE].children == 500
    assert OMSK not in known


def test_the_rule_is_told_by_its_own_numbers() -> None:
    assert "до 5 ближайших по числу детей 10–19 лет, с разницей не больше чем в 1,5 раза" in plain(
        describe_like_rule(REFERENCE)
    )
