"""The sample workbooks: `cmn check` agrees with their manifest, `cmn import` with figures worked by hand."""

from typing import Any

import pytest

from tests.commands.answers import Cmn
from tests.customer_samples import NEEDS_SAMPLES, SAMPLE_FILES, SAMPLES

pytestmark = NEEDS_SAMPLES
SENDERS = {
    "01_tarskiy_clean.xlsx": "Тарский",
    "03_kalachinskiy_totals_footer.xlsx": "Калачинский",
    "04_isilkul_merged_rows.xlsx": "Исилькульский",
    "08_sargatskiy_cp1251.csv": "Саргатский",
    "17_tavricheskiy_bad_counts.xlsx": "Таврический",
    "x3_empty_form.xlsx": "Таврический",
}
ROW_NAMES = {
    "org": "organisation",
    "involved": "involved_before",
    "mentors": "added_mentors",
    "mentees": "added_mentees",
    "programme": "programme",
    "form": "mentoring_form",
    "sheet": "sheet",
    "row": "row",
}


@pytest.mark.parametrize("truth", SAMPLE_FILES, ids=lambda truth: truth["file"])
def test_check_agrees_with_the_manifest(cmn: Cmn, truth: dict[str, Any]) -> None:
    answer = cmn("check", SAMPLES / truth["file"], "--json")
    told = answer.object
    assert told["rows"] == [{ROW_NAMES[name]: value for name, value in row.items()} for row in truth["rows"]]
    found = {(item["severity"], item["sheet"], item["cell"], item["code"]) for item in told["problems"]}
    issues = [(item, (item["severity"], item["sheet"], item["cell"], item["code"])) for item in truth["issues"]]
    assert {place for item, place in issues if not item.get("optional")} <= found
    assert {place for place in found if place[0] != "info"} <= {place for _, place in issues}
    assert answer.code == int(any(item["severity"] == "error" for item in truth["issues"]))


@pytest.mark.skipif(len(SAMPLE_FILES) != len(SENDERS), reason="другой набор образцов: числа ниже посчитаны для шести")
def test_the_readable_samples_come_to_figures_worked_by_hand(cmn: Cmn) -> None:
    codes = {
        name: cmn("import", SAMPLES / name, "--district", sender, "--yes").code for name, sender in SENDERS.items()
    }
    assert codes == {
        "01_tarskiy_clean.xlsx": 0,
        "03_kalachinskiy_totals_footer.xlsx": 0,
        "04_isilkul_merged_rows.xlsx": 0,
        "08_sargatskiy_cp1251.csv": 1,
        "17_tavricheskiy_bad_counts.xlsx": 1,
        "x3_empty_form.xlsx": 1,
    }
    figures = cmn("indicators", "--period", "2020-11", "--json").object["figures"]
    drawn_in = {
        figure["name"]: figure["numerator"]
        for figure in figures
        if figure["indicator"] == "coverage" and figure["numerator"] is not None
    }
    assert drawn_in == {
        # (64+12+31) + (40+5+18) + (22+0+6) + (9+2+7) + (118+24+60) = 107 + 63 + 28 + 18 + 202
        "Тарский": 418,
        # (51+8+20) + (73+11+29) + (14+3+9) + (11+1+5) + (19+4+8) = 79 + 113 + 26 + 17 + 31
        "Калачинский": 266,
        # Counts merged over programmes count once: (120+15+44) + (210+33+90) + (16+2+4) = 179 + 333 + 22
        "Исилькульский": 534,
    }
    assert {figure["value_pct"] for figure in figures} == {None}
    (region,) = [
        figure
        for figure in cmn("indicators", "--period", "2020-11", "--level", "region", "--json").object["figures"]
        if figure["indicator"] == "coverage"
    ]
    assert (region["numerator"], region["denominator"], region["fresh_count"]) == (1218, None, 3)


@pytest.mark.skipif(len(SAMPLE_FILES) != len(SENDERS), reason="другой набор образцов: числа ниже посчитаны для шести")
def test_the_ratios_of_the_readable_samples_worked_by_hand(cmn: Cmn) -> None:
    for name, sender in SENDERS.items():
        cmn("import", SAMPLES / name, "--district", sender, "--yes")
    pupil, student, employer, own = "Ученик – ученик", "Студент – ученик", "Работодатель – ученик", "собственная форма"
    programmes = _counts(cmn, "programmes")
    assert programmes["Тарский"] == ({pupil: 3, employer: 1, student: 1}, 0)
    assert programmes["Калачинский"] == ({pupil: 4, employer: 1}, 0)
    assert programmes["Исилькульский"] == ({student: 3, employer: 1, own: 1, pupil: 1}, 0)
    assert programmes["Омская область"] == ({pupil: 8, student: 4, employer: 3, own: 1}, 0)
    # The first college's 44 mentees stand for three programmes of three forms, the second's 90 for two of one form.
    assert _counts(cmn, "mentees")["Исилькульский"] == ({student: 90, pupil: 4}, 44)
    assert _counts(cmn, "organisations")["Исилькульский"] == ({student: 2, employer: 1, own: 1, pupil: 1}, 0)
    region = cmn("ratios", "--period", "2020-11", "--json").object["region"]["shares_pct"]
    assert [region[form] for form in (pupil, student, employer, own)] == [50.0, 25.0, 18.75, 6.25]


def _counts(cmn: Cmn, measure: str) -> dict[str, tuple[dict[str, int], int]]:
    """Return the forms that are met, and what is left unassigned, by municipality."""
    answer = cmn("ratios", "--period", "2020-11", "--measure", measure, "--json").object
    return {
        row["name"]: ({form: count for form, count in row["counts"].items() if count}, row["unassigned"])
        for row in (*answer["districts"], answer["region"])
        if any(row["counts"].values())
    }
