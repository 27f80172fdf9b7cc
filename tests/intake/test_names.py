"""Spellings of one organisation, likenesses that wait for a person, and what a name tells."""

import pytest

from cmn_core.intake.matching import KnownOrganisation, match_names
from cmn_core.intake.organisation_names import guess_kind, guess_subordination, looks_like_organisation, name_key
from cmn_core.reference import shipped_reference

FACTS = shipped_reference().region.facts
SCHOOL = "МБОУ «Тарская СОШ № 2»"


@pytest.mark.parametrize(
    "spelling",
    [
        "мбоу «тарская сош №2»",
        'МБОУ "Тарская СОШ № 2"',
        "МБОУ  „Тарская\u00a0СОШ №\u20092“",
        "MБОУ «Тapская COШ № 2»",
        "Муниципальное бюджетное общеобразовательное учреждение «Тарская средняя общеобразовательная школа № 2»",
        "муниципальное бюджетное общеобразовательное учреждение «Тарская СОШ N 2»",
        "МБОУ «Тарская\nСОШ № 2»",
    ],
)
def test_spellings_of_one_school(spelling: str) -> None:
    assert name_key(spelling) == name_key(SCHOOL)


@pytest.mark.parametrize(
    "other",
    ["МКОУ «Тарская СОШ № 2»", "МБОУ «Тарская СОШ № 3»", "МБОУ «Тарская ООШ № 2»", "МБОУ «Тарская гимназия № 2»"],
)
def test_other_schools_have_other_keys(other: str) -> None:
    assert name_key(other) != name_key(SCHOOL)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Бюджетное профессиональное образовательное учреждение Омской области «Омский педагогический колледж № 1»",
         "БПОУ ОО «Омский педагогический колледж №1»"),
        ("Муниципальное бюджетное учреждение дополнительного образования «Центр дополнительного образования»",
         "МБУДО «ЦДО»"),
        ("МБОУ «Щёлковская школа имени Героя»", "МБОУ «Щелковская школа им. героя»"),
    ],
)  # fmt: skip
def test_full_words_and_abbreviations_are_one(full: str, short: str) -> None:
    assert name_key(full) == name_key(short)


def _known(organisation_id: int, name: str, *aliases: str) -> KnownOrganisation:
    return KnownOrganisation(organisation_id, name, name_key(name), "52654000", "school", "municipal", aliases)


def test_matches_are_exact_alias_proposal_or_new() -> None:
    known = [_known(1, SCHOOL), _known(2, "МБОУ «Екатерининская СОШ»", name_key("Катина школа"))]
    names = ["МБОУ «Тарская СОШ №2»", "Катина школа", "МКОУ «Тарская СОШ № 2»", "МБОУ «Тарская СОШ № 3»", "Лицей"]
    found = [
        (match.kind, match.known.organisation_id if match.known else None) for match in match_names(names, known, 80)
    ]
    assert found == [("exact", 1), ("alias", 2), ("proposal", 1), ("new", None), ("new", None)]


def test_a_likeness_is_never_certain_and_never_crosses_numbers() -> None:
    proposal, other = match_names(["МКОУ «Тарская СОШ № 2»", "Тарская СОШ № 12"], [_known(1, SCHOOL)], 80)
    assert (proposal.kind, proposal.confidence_pct, proposal.is_settled) == ("proposal", 99, False)
    assert other.kind == "new"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("БПОУ ОО «Тарский индустриально-педагогический колледж»", "vocational"),
        ("Калачинский аграрный техникум", "vocational"),
        ("МБУ ДО «Дом детского творчества»", "supplementary"),
        ("МБОУ ДО «Исток»", "supplementary"),
        ("МБОУ «Доброславская СОШ»", "school"),
        ("КОУ ОО «Исилькульская адаптивная школа-интернат»", "school"),
    ],
)
def test_kind_by_name(name: str, kind: str) -> None:
    assert guess_kind(name) == kind


@pytest.mark.parametrize(
    ("name", "scope", "subordination"),
    [
        ("БПОУ ОО «Колледж»", "all", "state"),
        ("Казённое общеобразовательное учреждение Омской области «Школа-интернат»", None, "state"),
        ("МБОУ «СОШ № 1» Тарского муниципального района Омской области", "all", "municipal"),
        ("МБОУ «СОШ № 1»", "state", "state"),
    ],
)
def test_subordination_by_scope_or_legal_form(name: str, scope: str, subordination: str) -> None:
    assert guess_subordination(name, scope, FACTS) == subordination  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "is_organisation"),
    [("Сельские школы", False), ("Городские образовательные организации", False), (SCHOOL, True), ("Гимназия", True),
     ("школа № 5", True), ("Учреждения дополнительного образования", False)],
)  # fmt: skip
def test_captions_are_no_organisations(label: str, is_organisation: bool) -> None:
    assert looks_like_organisation(label) is is_organisation
