"""Forms and role models by municipality, and what nobody uses: worked by hand on the region of five."""

import pytest

from cmn_core.analysis.like_municipalities import MunicipalitySize, measure_sizes
from cmn_core.analysis.practice_use import (
    NOTHING,
    Use,
    compute_practice_use,
    list_entering,
    list_left_out,
    other_models,
)
from cmn_core.analysis.practice_words import (
    forms_finding,
    models_finding,
    tell_models_unknown,
    tell_silent,
    tell_unassigned,
)
from cmn_core.analysis.white_spot_words import (
    district_spots_finding,
    spots_finding,
    tell_like,
    tell_like_uses,
    tell_nowhere,
    tell_unsuitable,
)
from cmn_core.analysis.white_spots import DistrictSpots, find_white_spots
from cmn_core.store.practice_sums import sum_practices
from cmn_core.store.programme_counts import PlannedCount
from tests.analysis.practice_region import LEADER, REFERENCE, ROWS, facts, parts
from tests.analysis.small_region import BOLSHERECHYE, GORKOVSKOYE, NOVEMBER, OMSK, TARA, UST_ISHIM, plain

PARTS = parts()
LEFT_OUT = list_left_out(PARTS)
KEPT = [row for row in ROWS if (row.organisation_id, row.report_id) not in LEFT_OUT]
USE = compute_practice_use(sum_practices(KEPT), PARTS, REFERENCE)
OWN, UNNAMED = other_models(REFERENCE.forms)


def test_the_reports_that_enter_and_who_counts_from_another() -> None:
    assert list_entering(PARTS) == (1, 2, 4, 5, 6, 10)
    assert {(7, 10)} == LEFT_OUT


@pytest.mark.parametrize(
    ("oktmo", "form", "expected"),
    [
        # 72 of both «Вместе» and «Рядом», 5 of the state school; 8 stand for two forms.
        (BOLSHERECHYE, "pupil_pupil", Use(4, 19, 77)),
        (BOLSHERECHYE, "student_pupil", Use(1, 0, 0)),
        (GORKOVSKOYE, "employer_pupil", Use(1, 10, 20)),
        (TARA, "pupil_pupil", Use(1, 5, 20)),
        (TARA, "own", Use(1, 4, 10)),
        (TARA, "employer_pupil", NOTHING),
    ],
)
def test_forms_by_municipality(oktmo: str, form: str, expected: Use) -> None:
    assert USE.of(oktmo).form(form) == expected


def test_role_models_are_told_by_the_monthly_form_alone() -> None:
    tara = USE.of(TARA)
    assert tara.model(("pupil_pupil", LEADER)) == Use(1, 5, 20)
    assert (tara.model(OWN), tara.model(UNNAMED)) == (Use(1, 4, 10), Use(1, 3, 4))
    assert [each.name for each in USE.telling_models] == ["Тарский"]
    assert USE.of(BOLSHERECHYE).models == {}
    assert plain(tell_models_unknown(USE)) == (
        "Ролевые модели неизвестны, отчёт — форма расширения («?»): Большереченский, Горьковский, Усть-Ишимский, "
        "г. Омск."
    )


def test_the_region_is_the_sum_and_tells_what_stands_outside() -> None:
    region = USE.region
    assert region.form("pupil_pupil") == Use(5, 24, 97)
    assert sum(use.mentees for use in region.forms.values()) + region.unassigned_to_forms == 139
    assert plain(tell_unassigned(region, models=False)) == (
        "Ещё 8 участий наставляемых не отнесены: одно число на несколько программ разных форм."
    )
    assert tell_unassigned(region, models=True) == ""
    assert tell_silent(USE) == ""


def test_state_organisations_alone() -> None:
    state = compute_practice_use(sum_practices(KEPT), PARTS, REFERENCE, "state")
    assert state.region.forms == {"pupil_pupil": Use(1, 1, 5)}


SIZES = {oktmo: MunicipalitySize(children, "Росстат") for oktmo, children in (
    (BOLSHERECHYE, 3160), (GORKOVSKOYE, 1000), (TARA, 3000), (OMSK, 600),
)}  # fmt: skip


def spots_of(oktmo: str, planned: tuple[PlannedCount, ...] = ()) -> DistrictSpots:
    (spots,) = find_white_spots(USE, SIZES, REFERENCE, planned, [oktmo])
    return spots


def test_forms_that_nobody_uses_beside_those_of_like_size_who_do() -> None:
    spots = spots_of(TARA)
    assert [(spot.form, [like.municipality.name for like in spot.like], spot.districts) for spot in spots.forms] == [
        # «Студент – ученик» in Большереченский: a programme whose mentees stand for two forms.
        ("student_pupil", ["Большереченский"], 1),
        ("employer_pupil", [], 1),
    ]
    assert plain(tell_like_uses(spots.forms[0])) == "Большереченский — 1 программа, 0 наставляемых"
    assert tell_like_uses(spots.forms[1]) == "никто из похожих"


def test_a_form_that_suits_no_organisation_of_the_municipality_is_no_white_spot() -> None:
    spots = spots_of(TARA)
    assert spots.unsuitable == ("employer_student",)
    assert "«Работодатель – студент» (для СПО)" in tell_unsuitable(spots, REFERENCE)
    # Большереченский's state organisation is a vocational one.
    assert "employer_student" in [spot.form for spot in spots_of(BOLSHERECHYE).forms]


def test_role_models_of_used_forms_that_nobody_follows() -> None:
    spots = spots_of(TARA, (PlannedCount(TARA, "pupil_pupil", "равный – равному", 2),))
    assert [(spot.form, spot.role_model, spot.planned) for spot in spots.models] == [
        ("pupil_pupil", "успевающий – ученик, испытывающий затруднения", 0),
        ("pupil_pupil", "равный – равному", 2),
        ("teacher_teacher", "опытный учитель – молодой специалист", 0),
        ("teacher_teacher", "лидер – педагог, испытывающий затруднения", 0),
        ("teacher_teacher", "педагог-новатор – консервативный педагог", 0),
    ]
    assert spots_of(BOLSHERECHYE).models == ()
    assert plain(district_spots_finding(spots, REFERENCE)) == (
        "В организациях Тарского района никто не использует 2 формы и 5 ролевых моделей из типовых"
    )


def test_with_whom_it_is_compared_is_said() -> None:
    size, rule = tell_like(spots_of(TARA), REFERENCE)
    assert plain(size) == "Здесь 3 000 детей (Росстат); похожие по размеру: Большереченский (3 160)."
    assert rule.startswith("Похожие по размеру — до 5 ближайших")
    assert tell_like(spots_of(UST_ISHIM), REFERENCE)[0] == (
        "Похожие по размеру не найдены: число детей 10–19 лет неизвестно."
    )
    assert plain(tell_like(spots_of(GORKOVSKOYE), REFERENCE)[0]) == (
        "Похожих по размеру муниципалитетов нет: здесь 1 000 детей (Росстат)."
    )


def test_sizes_come_from_the_facts() -> None:
    assert measure_sizes(facts(), REFERENCE, NOVEMBER)[TARA].children == 3000


def test_what_nobody_in_the_region_uses_is_named() -> None:
    told = tell_nowhere(USE, REFERENCE)
    assert told.startswith("Не использует никто во всём регионе: «Работодатель – студент», «успевающий – ученик,")
    assert "«лидер – последователь» (Ученик – ученик)" not in told
    assert "«лидер – последователь» (Студент – ученик)" in told


def test_the_findings() -> None:
    assert plain(forms_finding(USE, REFERENCE)) == (
        "Все 5 форм есть в 0 из 5 муниципалитетов; реже всего «Работодатель – студент» — в 0"
    )
    assert plain(models_finding(USE, REFERENCE)).startswith("Муниципалитет использует 1 из 16 типовых")
    spots = find_white_spots(USE, SIZES, REFERENCE)
    assert plain(spots_finding(spots, REFERENCE)) == (
        "Хотя бы одну подходящую форму не использует никто в 5 из 5 муниципалитетов"
    )
    assert spots_finding((), REFERENCE) == "О практиках области нет данных"
