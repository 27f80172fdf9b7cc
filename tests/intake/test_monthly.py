"""The reading rules of the monthly form, each by sheets of its own."""

from datetime import date, datetime

import pytest

from cmn_core.intake.cells.grid import Area, CellValue, Sheet
from cmn_core.intake.reading import MonthlyOrganisation, MonthlyProgramme
from cmn_core.reference import shipped_reference
from tests.intake.monthly_sheets import (
    CENTRE,
    FIRST,
    MONTHLY,
    PROGRAMME,
    SCHOOL,
    A,
    B,
    at,
    captions,
    changed,
    faults,
    organisations_sheet,
    programmes_sheet,
    read_month,
    read_sheets,
)

PLACE = MONTHLY.programmes


def test_clean_form_has_both_tables_its_month_and_no_problem() -> None:
    reading = read_month([SCHOOL, CENTRE])
    assert faults(reading) == []
    assert (reading.layout, reading.scope, str(reading.period)) == ("monthly", "all", "2020-11")
    assert (reading.as_of, reading.satisfaction_threshold) == (date(2020, 12, 1), 7)
    counts = {name: value for name, value in SCHOOL.items() if name not in ("organisation", "kind")}
    assert reading.organisations[0] == MonthlyOrganisation(
        "Организации", FIRST, A, "school", organisation_cell=f"A{FIRST}", **counts
    )
    assert (reading.organisations[1].organisation, reading.organisations[1].kind) == (B, "supplementary")
    assert reading.programmes == (
        MonthlyProgramme(
            "Программы", FIRST, A, "Вектор", "ученик – ученик", "pupil_pupil", "лидер – последователь", 14, 40, 38,
            None, date(2020, 9, 1), f"A{FIRST}", "лидер – последователь",
        ),
    )  # fmt: skip
    assert (reading.totals.organisations, reading.totals.programmes) == (2, 1)
    assert (reading.totals.monthly.pupils_10_19, reading.totals.monthly.programme_mentees) == (380, 40)


def test_sheets_are_told_by_their_captions_not_by_name_or_order() -> None:
    organisations, programmes = organisations_sheet([SCHOOL]), programmes_sheet([PROGRAMME])
    swapped = read_sheets(changed(programmes, name="Организации"), changed(organisations, name="Лист 5"))
    assert faults(swapped) == []
    assert [(table.name, table.part) for table in swapped.sheets] == [
        ("Лист 5", "organisations"), ("Организации", "programmes"),
    ]  # fmt: skip
    assert (swapped.organisations[0].sheet, swapped.programmes[0].sheet) == ("Лист 5", "Организации")


def test_columns_in_another_order_are_read_the_same() -> None:
    def reversed_pairs(sheet: Sheet) -> Sheet:
        return changed(sheet, rows=[[*row[2:], *row[:2]] for row in sheet.rows])

    reading = read_sheets(reversed_pairs(organisations_sheet([SCHOOL])), reversed_pairs(programmes_sheet([PROGRAMME])))
    assert (reading.organisations[0].mentors_15_19, reading.organisations[0].pupils_15_19) == (7, 90)
    assert (reading.programmes[0].mentees, reading.programmes[0].mentees_10_19) == (40, 38)


@pytest.mark.parametrize(
    ("changes", "layout"),
    [
        ({1: "ВИД ОРГАНИЗАЦИИ", 2: "Количество обучающихся в возрасте 10-19 лет, чел."}, MONTHLY.organisations),
        ({2: "Обучающиеся от 10 до 19 лет", 3: "в т.ч. 15-19 лет"}, MONTHLY.organisations),
        ({3: "Обучающихся 15—19 лет", 8: "Наставников 15-19"}, MONTHLY.organisations),
        ({4: "Молодых педагогов (стаж 0-3 года), чел.", 9: "Молодых педагогов – наставляемых"}, MONTHLY.organisations),
        ({5: "Охвачено всего, каждый 1 раз", 6: "НАСТАВЛЯЕМЫЕ 10-19", 7: "Наставники 10-19"}, MONTHLY.organisations),
        ({11: "из них удовлетворены", 13: "Из них удовлетворены (8 баллов и выше)"}, MONTHLY.organisations),
        ({11: "Удовлетворены наставляемые", 13: "Удовлетворены наставники"}, MONTHLY.organisations),
        ({5: "Вовлечено всего (наставников и наставляемых)", 6: "Вовлечено наставляемых 10–19"}, MONTHLY.organisations),
        ({4: "Молодые специалисты", 9: "Наставляемых из числа молодых специалистов"}, MONTHLY.organisations),
        ({10: "Анкетировано наставляемых", 11: "из них довольны (от 7)", 13: "довольны"}, MONTHLY.organisations),
        ({2: "Контингент 10-19", 3: "15–19", 8: "в т. ч. в возрасте 15–19 лет"}, MONTHLY.organisations),
        ({0: "ОО", 1: "ООО/ОДО/СПО"}, MONTHLY.organisations),
        ({1: "Практика", 4: "Наставников в программе", 5: "Наставляемых в программе"}, MONTHLY.programmes),
        ({0: "Наименование ОО", 7: "Организация-партнёр", 8: "Дата старта программы"}, MONTHLY.programmes),
        ({1: "Наименование программы", 2: "Форма наставничества"}, MONTHLY.programmes),
        ({4: "Кол-во наставников", 5: "Кол-во наставляемых, всего", 6: "в том числе 10-19 лет"}, MONTHLY.programmes),
        ({7: "Предприятие - партнер (если есть)", 8: "Дата начала реализации"}, MONTHLY.programmes),
    ],
)
def test_captions_in_other_words(changes: dict[int, str], layout: object) -> None:
    words = [changes.get(place, caption) for place, caption in enumerate(captions(layout))]  # type: ignore[arg-type]
    reading = read_sheets(
        organisations_sheet([SCHOOL], heading=[[], words] if layout is MONTHLY.organisations else None),
        programmes_sheet([PROGRAMME], heading=[[], words] if layout is MONTHLY.programmes else None),
    )
    expected = read_month()
    assert (reading.organisations, reading.programmes) == (expected.organisations, expected.programmes)


@pytest.mark.parametrize(
    ("kept", "cell", "named"),
    [
        (lambda: [organisations_sheet([SCHOOL])], "A2", "таблицы «Программы» в файле нет"),
        (lambda: [programmes_sheet([PROGRAMME])], "A2", "таблицы «Организации» в файле нет"),
        (
            lambda: [
                organisations_sheet([SCHOOL]),
                programmes_sheet([list(PROGRAMME.values())], heading=[[], captions(PLACE)[:8]]),
            ],
            "A2",
            "«Дата начала»",
        ),
    ],
)
def test_half_a_form_is_refused_and_what_lacks_is_named(kept: object, cell: str, named: str) -> None:
    reading = read_sheets(*kept())  # type: ignore[operator]
    (problem,) = reading.problems
    assert (reading.layout, problem.code, problem.cell) == (None, "wrong_form", cell)
    assert named in problem.message


@pytest.mark.parametrize(
    ("cell", "count", "code"),
    [
        ("1\u00a0234", 1234, None),
        ("12 чел.", 12, None),
        ("—", 0, "dash_as_zero"),
        (None, None, "missing_count"),
        (-3, None, "negative_count"),
        ("4,5", None, "not_integer"),
        ("двенадцать", None, "not_a_number"),
        (datetime(2020, 10, 1), None, "date_in_count"),
        ("#REF!", None, "formula_error"),
    ],
)
def test_counts_follow_the_rules_of_the_expansion_form(cell: CellValue, count: int | None, code: str | None) -> None:
    reading = read_month([{**CENTRE, "young_teachers": cell}], [])
    assert faults(reading) == ([("Организации", at("young_teachers"), code)] if code else [])
    assert reading.organisations[0].young_teachers == count
    if code:
        assert "«Молодых специалистов»" in reading.problems[0].message


@pytest.mark.parametrize(
    ("written", "kind", "codes"),
    [
        ("ООО", "school", []),
        ("одо", "supplementary", []),
        ("С П О", "vocational", []),
        ("ПОО", "vocational", []),
        ("Организация дополнительного образования", "supplementary", []),
        ("общеобразовательная", "school", []),
        ("колледж", "vocational", []),
        (None, None, []),
        ("детский сад", None, ["unknown_form"]),
    ],
)
def test_kind_of_an_organisation(written: str | None, kind: str | None, codes: list[str]) -> None:
    reading = read_month([{**CENTRE, "kind": written}], [])
    assert reading.organisations[0].kind == kind
    assert faults(reading) == [("Организации", at("kind"), code) for code in codes]


@pytest.mark.parametrize(
    ("written", "day", "codes"),
    [
        (datetime(2020, 9, 1), date(2020, 9, 1), []),
        ("01.09.2020 г.", date(2020, 9, 1), []),
        ("1 сентября 2020 года", date(2020, 9, 1), []),
        ("с 1 сентября 2020", date(2020, 9, 1), []),
        ("2020-09-01", date(2020, 9, 1), []),
        ("сентябрь 2020 г.", date(2020, 9, 1), []),
        ("09.2020", date(2020, 9, 1), []),
        (None, None, []),
        ("-", None, []),
        ("с начала года", None, ["unknown_form"]),
        ("32.09.2020", None, ["unknown_form"]),
    ],
)
def test_date_of_beginning(written: CellValue, day: date | None, codes: list[str]) -> None:
    reading = read_month(programmes=[{**PROGRAMME, "start_date": written}])
    assert reading.programmes[0].start_date == day
    assert faults(reading) == [("Программы", at("start_date", layout=PLACE), code) for code in codes]


@pytest.mark.parametrize(
    ("form", "model", "label", "codes"),
    [
        ("ученик – ученик", "Лидер - последователь", "лидер – последователь", []),
        ("ученик – ученик", "лидер-пассивный", "лидер – последователь", []),
        ("студент – ученик", "лидер – равнодушный", "лидер – последователь", []),
        ("студент – ученик", "равный – другому", "куратор – автор проекта", []),
        ("учитель – учитель", "Педагог-новатор — консервативный педагог",
         "педагог-новатор – консервативный педагог", []),
        ("учитель – учитель", "лидер – последователь", None, ["own_role_model"]),
        ("ученик – ученик", "отличник – новичок", None, ["own_role_model"]),
        ("ученик – ученик", None, None, []),
        ("работодатель – команда", "мастер – команда", None, []),
    ],
)  # fmt: skip
def test_role_model_is_looked_for_in_the_form_of_its_row(
    form: str, model: str | None, label: str | None, codes: list[str]
) -> None:
    reading = read_month(programmes=[{**PROGRAMME, "mentoring_form": form, "role_model": model}])
    assert (reading.programmes[0].role_model, reading.programmes[0].role_model_label) == (model, label)
    found = [fault for fault in faults(reading) if fault[2] != "own_form"]
    assert found == [("Программы", at("role_model", layout=PLACE), code) for code in codes]


def test_threshold_is_the_captions_else_the_setting() -> None:
    def read(caption: str) -> int | None:
        words = [*captions(MONTHLY.organisations)[:11], caption, *captions(MONTHLY.organisations)[12:13], caption]
        sheet = organisations_sheet([SCHOOL], heading=[[], words])
        return read_sheets(sheet, programmes_sheet([PROGRAMME])).satisfaction_threshold

    assert read("из них удовлетворены (оценка 8 и выше)") == 8
    assert read("удовлетворены: не ниже 6 баллов из 10") == 6
    assert read("из них удовлетворены (по шкале 1–10: от 9)") == 9
    assert read("из них удовлетворены") == shipped_reference().limits.satisfaction_threshold


def test_marks_tell_district_and_month_of_a_template() -> None:
    marks = {"cmn_layout": "monthly", "cmn_version": MONTHLY.version, "cmn_oktmo": "52654000", "cmn_period": "2020-10"}
    bare = [organisations_sheet([SCHOOL], heading=[captions(MONTHLY.organisations)])]
    reading = read_sheets(*bare, programmes_sheet([PROGRAMME], heading=[captions(PLACE)]), marks=marks)
    assert (reading.district, str(reading.period), reading.as_of) == ("52654000", "2020-10", date(2020, 11, 1))
    assert reading.from_template


@pytest.mark.parametrize(
    ("title", "period", "as_of"),
    [
        ("Отчёт за октябрь 2020 года", "2020-10", date(2020, 11, 1)),
        ("Отчёт на 01.12.2020", "2020-11", date(2020, 12, 1)),
        ("Данные по состоянию на 25 ноября 2020 г.", "2020-11", date(2020, 11, 25)),
        ("Ежемесячный отчёт", None, None),
    ],
)
def test_month_of_a_file_without_marks(title: str, period: str | None, as_of: date | None) -> None:
    sheet = organisations_sheet([SCHOOL], heading=[[title], captions(MONTHLY.organisations)])
    reading = read_sheets(sheet, programmes_sheet([PROGRAMME], heading=[captions(PLACE)]))
    assert (str(reading.period) if reading.period else None, reading.as_of) == (period, as_of)


def test_counts_under_a_caption_that_is_merged_over_them() -> None:
    """«Опрошено» stands over «наставляемых» and «наставников», each with its satisfied ones."""
    below = captions(MONTHLY.organisations)
    below[10:14] = ["наставляемых", "из них удовлетворены", "наставников", "из них удовлетворены"]
    over: list[CellValue] = [*[None] * 10, "Опрошено", None, None, None]
    sheet = organisations_sheet([SCHOOL], heading=[over, below])
    reading = read_sheets(changed(sheet, merged=(Area(1, 11, 1, 14),)), programmes_sheet([PROGRAMME]))
    assert reading.organisations == read_month().organisations
