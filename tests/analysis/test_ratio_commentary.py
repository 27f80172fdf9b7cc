"""Findings about form ratios in words."""

import pytest

from cmn_core.analysis.ratio_commentary import ratio_finding, ratio_subtitle, unassigned_sentence
from cmn_core.analysis.ratios import compute_ratios
from tests.analysis.small_region import (
    BOLSHERECHYE,
    NOVEMBER,
    TARA,
    form,
    november_facts,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()


def ratio_of(counts, measure="programmes"):
    """The region's ratio when Тарский alone has these programmes (twice as many mentees) by form."""
    rows = (people(1, TARA, (0, 0, 0), organisations=3), *(form(1, TARA, code, n, 2 * n) for code, n in counts.items()))
    return compute_ratios(year_facts((report(1, TARA, "municipal", NOVEMBER),), rows), REFERENCE, NOVEMBER, measure)


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ({"pupil_pupil": 16, "own": 9}, "64 % программ области идут в форме «Ученик – ученик»"),
        ({"pupil_pupil": 3}, "100 % программ области идут в форме «Ученик – ученик»"),
        ({"pupil_pupil": 2499, "own": 1}, "99,96 % программ области идут в форме «Ученик – ученик»"),
        ({"own": 3, "unnamed": 1}, "75 % программ области идут в собственных формах"),
        ({"own": 1, "unnamed": 3}, "У 75 % программ области форма не указана"),
        (
            {"pupil_pupil": 2, "student_pupil": 2, "own": 1},
            "По 40 % программ области идут в формах «Ученик – ученик» и «Студент – ученик»",
        ),
        ({}, "В отчётах области на 01.12.2020 нет программ"),
    ],
)
def test_leading_form(counts, finding):
    assert plain(ratio_finding(ratio_of(counts).region, "programmes", REFERENCE)) == finding


def test_other_measures_and_places():
    ratios = ratio_of({"pupil_pupil": 3, "own": 1}, "mentees")
    assert plain(ratio_finding(ratios.of(TARA), "mentees", REFERENCE)) == (
        "75 % наставляемых Тарского района — в форме «Ученик – ученик»"
    )
    assert ratio_finding(ratios.of(BOLSHERECHYE), "mentees", REFERENCE) == (
        "О формах наставничества Большереченского района нет данных"
    )
    pairs = ratio_of({"own": 1, "pupil_pupil": 1}, "organisations").region
    assert plain(ratio_finding(pairs, "organisations", REFERENCE)) == (
        "По 50 % пар «организация – форма» области — в формах «Ученик – ученик» и «собственная форма»"
    )


def test_subtitle_and_what_stands_outside():
    mentees = compute_ratios(november_facts(), REFERENCE, NOVEMBER, "mentees")
    assert plain(unassigned_sentence(mentees.of(BOLSHERECHYE), REFERENCE) or "") == (
        "Вне 100 %: 20 наставляемых — не распределено по формам"
    )
    assert unassigned_sentence(mentees.of(TARA), REFERENCE) is None
    assert plain(ratio_subtitle(ratio_of({"own": 1}).region, "programmes")) == (
        "Доля программ наставничества по формам, %; всего 1; 3 организации; на 01.12.2020"
    )
    assert "вовлечённые дополнительно" in ratio_subtitle(mentees.region, "mentees")
