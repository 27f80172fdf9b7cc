"""Who may do what, as one table: a new role or deed that is not in it fails here."""

import pytest

from cmn_core.access import (
    DEED_LABELS,
    DEEDS,
    OF_A_MUNICIPALITY,
    OWNER,
    RIGHTS,
    ROLE_LABELS,
    ROLES,
    AccessDenied,
    Deed,
    Person,
    Role,
)

TARA, OMSK = "52654000", "52701000"
OWN, REGION, NOWHERE = "own", "region", "—"
# deed: administrator, centre, district, methodologist, viewer
MATRIX: dict[Deed, tuple[str, str, str, str, str]] = {
    "see_figures": (REGION, REGION, REGION, REGION, REGION),
    "see_organisations": (REGION, REGION, OWN, OWN, REGION),
    "see_reports": (REGION, REGION, OWN, NOWHERE, NOWHERE),
    "take_original": (REGION, REGION, OWN, NOWHERE, NOWHERE),
    "send_reports": (REGION, REGION, OWN, NOWHERE, NOWHERE),
    "judge_reports": (REGION, REGION, NOWHERE, NOWHERE, NOWHERE),
    "keep_register": (REGION, REGION, NOWHERE, NOWHERE, NOWHERE),
    "keep_settings": (REGION, REGION, NOWHERE, NOWHERE, NOWHERE),
    "write_programmes": (REGION, REGION, OWN, OWN, NOWHERE),
    "plan_widening": (REGION, REGION, OWN, NOWHERE, NOWHERE),
    "mark_practices": (REGION, REGION, NOWHERE, NOWHERE, NOWHERE),
    "see_record": (REGION, REGION, NOWHERE, NOWHERE, NOWHERE),
    "keep_people": (REGION, NOWHERE, NOWHERE, NOWHERE, NOWHERE),
}


def _person(role: Role) -> Person:
    return Person(1, "t", "Т", role, frozenset({TARA}) if role in OF_A_MUNICIPALITY else frozenset())


def test_the_matrix_names_every_deed_and_role() -> None:
    assert set(MATRIX) == set(DEEDS) == set(DEED_LABELS)
    assert ROLES == ("administrator", "centre", "district", "methodologist", "viewer")
    assert set(RIGHTS) == set(ROLE_LABELS) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("deed", DEEDS)
def test_each_role_does_what_the_matrix_says(role: Role, deed: Deed) -> None:
    person = _person(role)
    reach = MATRIX[deed][ROLES.index(role)]
    assert person.may(deed, TARA) == (reach in (OWN, REGION))
    assert person.may(deed, OMSK) == (reach == REGION)
    assert person.may(deed) == (reach == REGION)
    assert person.may_somewhere(deed) == (reach != NOWHERE)


def test_a_refusal_says_what_is_not_allowed_and_why() -> None:
    with pytest.raises(AccessDenied, match="только по своему муниципалитету") as refused:
        _person("district").demand("see_reports", OMSK)
    assert (refused.value.deed, refused.value.district) == ("see_reports", OMSK)
    with pytest.raises(AccessDenied, match="роль «наблюдатель» не может"):
        _person("viewer").demand("send_reports", TARA)
    assert refused.value.why == ("Смотреть отчёты и кто их прислал вы можете только по своему муниципалитету.")
    with pytest.raises(AccessDenied, match="роль «муниципалитет» не может"):
        _person("district").demand_somewhere("judge_reports")


def test_a_district_person_without_a_district_is_nowhere() -> None:
    person = Person(1, "t", "Т", "district")
    assert not person.may("see_reports", TARA)
    assert not person.may_somewhere("see_reports")


def test_the_computers_owner_may_do_everything() -> None:
    assert all(OWNER.may(deed) for deed in DEEDS)
