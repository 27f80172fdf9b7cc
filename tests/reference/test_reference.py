"""The shipped reference is whole, and a broken file is named with its line."""

from decimal import Decimal
from pathlib import Path

import pytest

from cmn_core.errors import ReferenceDataError, UsageError
from cmn_core.reference import shipped_reference
from cmn_core.reference.indicators import Indicator
from cmn_core.reference.limits import limit_range
from cmn_core.reference.loading import DATA_FOLDER, parse_entries, read_csv, read_toml
from cmn_core.reference.region import District, read_region

REFERENCE = shipped_reference()

# Domain, section 3: written out here by hand, not read from the file under test.
TARGETS = {
    "coverage": (10, 20, 35, 50, 70),
    "mentee_share": (10, 20, 35, 50, 70),
    "mentor_share": (2, 4, 6, 8, 10),
    "young_teacher_share": (10, 20, 35, 50, 70),
    "enterprise_share": (2, 4, 10, 20, 30),
    "mentee_satisfaction": (50, 55, 60, 70, 85),
    "mentor_satisfaction": (50, 55, 60, 70, 85),
}


def test_seven_indicators_have_the_targets_of_the_order() -> None:
    shipped = {item.code: tuple(item.target_pct(year) for year in range(2020, 2025)) for item in REFERENCE.indicators}
    assert shipped == {code: tuple(map(Decimal, targets)) for code, targets in TARGETS.items()}
    assert all(item.target_pct(2025) is None for item in REFERENCE.indicators)


def test_five_forms_in_official_order_with_their_role_models() -> None:
    assert [(form.label, len(form.role_models)) for form in REFERENCE.forms.federal] == [
        ("Ученик – ученик", 3),
        ("Учитель – учитель", 3),
        ("Студент – ученик", 3),
        ("Работодатель – ученик", 3),
        ("Работодатель – студент", 4),
    ]


def test_region_has_33_municipalities_each_on_its_own_tile() -> None:
    districts = REFERENCE.region.districts
    assert len(districts) == 33
    assert len({(district.column, district.row) for district in districts}) == 33
    assert all(district.tile_name.replace("-|", "").replace("|", "") in
               {district.short, district.short.replace("-", "")} for district in districts)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "short"),
    [("Тарский", "Тарский"), ("тар", "Тарский"), ("52654000", "Тарский"), ("Омск", "г. Омск"), ("г. Омск", "г. Омск"),
     ("омский", "Омский"), ("ОМСК", "г. Омск"), ("Тюкалинский", "Тюкалинский")],
)  # fmt: skip
def test_a_municipality_is_found_by_a_persons_words(words: str, short: str) -> None:
    assert REFERENCE.region.find_district(words).short == short


@pytest.mark.parametrize(
    ("words", "candidates"), [("Больше", "Большереченский, Большеуковский"), ("Париж", "Азовский")]
)
def test_an_unclear_municipality_is_refused_with_candidates(words: str, candidates: str) -> None:
    with pytest.raises(UsageError, match=candidates):
        REFERENCE.region.find_district(words)


def test_every_problem_code_of_the_contract_has_its_severity_and_words() -> None:
    contract = {
        "error": "not_a_spreadsheet password_protected corrupt_file too_large wrong_form empty_form period_mismatch "
        "wrong_district old_template negative_count not_integer not_a_number date_in_count formula_error "
        "formula_no_cached_value missing_count missing_org duplicate_org cross_check",
        "warning": "ambiguous_sheet unknown_org same_org_other_programme unknown_form own_form own_role_model "
        "implausible_count fell_since_last_month jumped_since_last_month copied_last_month total_mismatch "
        "mixed_script hidden_rows hidden_sheet formula_injection_text macros_ignored external_link",
        "info": "dash_as_zero continued_row personal_data",
    }
    shipped = {code: text.severity for code, text in REFERENCE.problem_texts.items()}
    assert shipped == {code: severity for severity, codes in contract.items() for code in codes.split()}
    assert all(text.message and text.remedy and text.title for text in REFERENCE.problem_texts.values())


def test_a_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text('[[indicator]]\ncode = "coverage"\nlabel = = "x"\n', encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=r"indicators\.toml, строка 3"):
        read_toml(path)


def test_a_wrong_value_is_named_with_the_line_of_its_key(tmp_path: Path) -> None:
    text = (DATA_FOLDER / "reference" / "indicators.toml").read_text(encoding="utf-8")
    path = tmp_path / "indicators.toml"
    lines = text.splitlines()
    place = [number for number, line in enumerate(lines) if line.startswith("group =")][2]
    lines[place] = 'group = "aliens"'
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=f"строка {place + 1}: group"):
        parse_entries(path, "indicator", Indicator, read_toml(path)["indicator"])


def test_a_wrong_municipality_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "districts.csv"
    shipped = (DATA_FOLDER / "regions" / "omsk" / "districts.csv").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*shipped[:4], shipped[4].replace("52", "X2", 1), *shipped[5:]]), encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=r"districts\.csv, строка 5: oktmo"):
        read_csv(path, District)


def test_two_municipalities_on_one_tile_are_refused(tmp_path: Path) -> None:
    source = DATA_FOLDER / "regions" / "omsk"
    (tmp_path / "region.toml").write_bytes((source / "region.toml").read_bytes())
    lines = (source / "districts.csv").read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[5:7] = lines[2].split(",")[5:7]
    (tmp_path / "districts.csv").write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8")
    with pytest.raises(ReferenceDataError, match="две плитки"):
        read_region(tmp_path)


def test_every_threshold_that_a_person_may_set_has_words_and_a_range_around_its_value() -> None:
    shipped = REFERENCE.limits.model_dump()
    assert {text.code for text in REFERENCE.limit_texts} == set(shipped)
    for text in REFERENCE.limit_texts:
        least, greatest = limit_range(text.code)
        assert least <= shipped[text.code] <= greatest
        assert text.label
        assert text.meaning.endswith(".")
    assert shipped["satisfaction_threshold"] == 7
    assert limit_range("satisfaction_threshold") == (1, 10)
