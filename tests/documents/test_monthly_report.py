"""The report with monthly parts: a small district worked by hand, beside one with an expansion form alone."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from cmn_core.documents.report_gathering import gather_report
from cmn_core.documents.report_workbook import write_district_report, write_region_report
from cmn_core.intake.problems import Problem
from cmn_core.store.engine import Database
from tests.analysis.small_region import plain
from tests.store.made_monthly import organisation, save_monthly
from tests.store.made_readings import AZOVO, NOVEMBER, OCTOBER, OMSK, TARA, decide, open_file, row, save
from tests.store.small_district import COLLEGE, MODEL, SCHOOL, save_small_district

MADE = datetime(2020, 12, 1, 10, 30)
COPIED = Problem("copied_last_month", "warning", "Организации", None, None, "Месяц повторён.", "Проверьте.")
MONTHLY_SHEETS = {
    "Все показатели", "Наставляемые 10–19 лет", "Наставники 15–19 лет", "Молодые педагоги", "Предприятия-партнёры",
    "Удовлетворённость наставляемых", "Удовлетворённость наставников", "Ролевые модели", "Перечень предприятий",
    "Доли организаций", "Программы",
}  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Тара monthly; Омск by an expansion form; Азово monthly of October, its zeros copied."""
    database = open_file(tmp_path_factory.mktemp("report"))
    save_small_district(database)
    save(database, [row("Лицей", (50, 3, 9), "Путь", "pupil_pupil")], decide(OMSK), content=b"omsk")
    save_monthly(
        database, [organisation("Азовская СОШ", pupils_10_19=90)], sender=AZOVO, period=OCTOBER, problems=(COPIED,)
    )
    return database


def _load(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content), data_only=True)


@pytest.fixture(scope="module")
def region(database: Database) -> Workbook:
    return _load(write_region_report(gather_report(database, NOVEMBER, None, MADE)))


@pytest.fixture(scope="module")
def district(database: Database) -> Workbook:
    return _load(write_district_report(gather_report(database, NOVEMBER, TARA, MADE), TARA))


def rows(sheet, *words):
    """Return the rows whose first texts are these words."""
    every = ([cell.value for cell in line] for line in sheet.iter_rows())
    return [line for line in every if tuple(line[: len(words)]) == words]


def test_the_monthly_parts_stand_in_both_reports(region: Workbook, district: Workbook) -> None:
    assert set(region.sheetnames) >= MONTHLY_SHEETS | {"Практики", "Модели по районам", "Качество данных"}
    assert set(district.sheetnames) >= MONTHLY_SHEETS
    # One municipality's models stand in one table, and no expansion form entered.
    assert not {"Модели по районам", "Практики"} & set(district.sheetnames)


def test_plan_and_fact_of_all_municipalities_by_every_indicator(region: Workbook) -> None:
    sheet = region["Все показатели"]
    assert rows(sheet, "План 2020 года, %")[0][1:] == [10, 10, 2, 10, 2, 50, 50]
    values, gaps = rows(sheet, "Тарский")
    assert values[1:5] == [10.5, 8, 2, 10]
    assert values[5] in (None, "")
    assert values[6:] == [pytest.approx(1000 / 21), 80]
    assert gaps[1:] == [0, 8, 0, 0, gaps[5], 1, 0]
    assert gaps[5] in (None, "")
    listed = [line[0].value for line in sheet.iter_rows()]
    assert all(listed.count(place) == 2 for place in ("Омская область", "г. Омск", "Седельниковский"))
    assert len(sheet._charts) == 1


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("Наставляемые 10–19 лет", [400, 32, 8.0, 10, 8]),
        ("Наставники 15–19 лет", [200, 4, 2.0, 2, 0]),
        ("Молодые педагоги", [10, 1, 10.0, 10, 0]),
        ("Предприятия-партнёры", ["нет данных", 2, "нет данных", 2, "нет данных"]),
        ("Удовлетворённость наставников", [5, 4, 80.0, 50, 0]),
    ],
)
def test_every_indicator_has_its_sheet(region: Workbook, sheet: str, expected: list[object]) -> None:
    assert rows(region[sheet], "Тарский")[0][1:6] == expected


def test_a_survey_stands_with_its_threshold_and_who_answered(region: Workbook) -> None:
    line = rows(region["Удовлетворённость наставляемых"], "Тарский")[0]
    assert line[8:10] == ["опрос, оценка 7 и выше", 42]


def test_role_models_count_programmes_and_mentees(region: Workbook) -> None:
    listed = [[cell.value for cell in line[:6]] for line in region["Ролевые модели"].iter_rows(min_row=5)]
    assert listed == [
        ["Ученик – ученик", MODEL, 2, 25, 1, "Тарский — 2"],
        ["Работодатель – ученик", "модель не указана", 2, 18, 1, "Тарский — 2"],
        ["собственная форма", "модель не указана", 1, 7, 1, "Тарский — 1"],
    ]
    programmes, mentees = rows(region["Модели по районам"], "Тарский")
    assert (programmes[1:5], mentees[1:5]) == ([2, 2, 1, 5], [25, 18, 7, 50])


def test_an_enterprise_under_two_spellings_is_one_and_its_programmes_stand_beside(region: Workbook) -> None:
    assert [line[:6] for line in rows(region["Перечень предприятий"], "Тарский")] == [
        ["Тарский", "ИП Петров", 1, 1, 1, "Своя"],
        ["Тарский", "ООО «Заря»", 2, 2, 4, "Завод детям; Первый шаг"],
    ]


def test_organisations_have_monthly_columns_and_leave_the_others_empty(region: Workbook) -> None:
    sheet = region["Организации"]
    captions = [cell.value for cell in sheet[4]]
    contingent, drawn_in = captions.index("Обучающихся 10–19, чел."), captions.index("Вовлечено всего, чел.")
    school, lyceum = rows(sheet, "Тарский", SCHOOL)[0], rows(sheet, "г. Омск", "Лицей")[0]
    assert (school[contingent], school[drawn_in]) == (300, 30)
    assert (lyceum[contingent] or "", lyceum[drawn_in]) == ("", 62)
    assert rows(sheet, "Всего")[0][drawn_in] == 30 + 12 + 62
    shares = rows(region["Доли организаций"], "Тарский", COLLEGE)[0]
    assert shares[2:6] == [6, 1, 0, 0]
    assert shares[6:10] == [12, 8, 1.25, 0]


def test_programmes_of_both_layouts_stand_each_in_its_own_form(region: Workbook) -> None:
    assert len(rows(region["Программы"], "Тарский")) == 5
    assert rows(region["Программы"], "Тарский", SCHOOL, "Завод детям")[0][5:9] == [2, 10, 9, "ООО «Заря»"]
    assert any("Путь" in [cell.value for cell in line] for line in region["Практики"].iter_rows())
    assert not any("Завод детям" in [cell.value for cell in line] for line in region["Практики"].iter_rows())


def test_the_quality_tells_freshness_warnings_copies_zeros_and_sources(region: Workbook) -> None:
    sheet = region["Качество данных"]
    assert len(rows(sheet)) == 4 + 33
    assert rows(sheet, "Азовский")[0][1:9] == [
        "прежний", datetime(2020, 11, 1), "Ежемесячный отчёт", 1, "Числа повторяют прошлый отчёт — 1", "да", 1, 1,
    ]  # fmt: skip
    tara = rows(sheet, "Тарский")[0]
    assert (tara[1], tara[4], tara[6:9]) == ("свежий", 0, ["нет", 2, 0])
    assert tara[9] == "по контингенту ОО; опрос, оценка 7 и выше"
    assert rows(sheet, "Седельниковский")[0][1] == "нет отчёта"


def test_the_summary_lists_all_indicators_and_the_method_all_formulas(district: Workbook) -> None:
    line = rows(district["Сводка"], "Наставляемые 10–19 лет")[0]
    assert [plain(text) for text in line[1:4]] == ["8,0 %", "план 10 %", "не хватает 8 чел."]
    texts = [line[0].value or "" for line in district["Методика и источники"].iter_rows()]
    assert sum("× 100." in text for text in texts) == 7
    assert any(text.startswith("Пороги: удовлетворён, если оценка не ниже 7") for text in texts)


def test_a_district_has_the_months_of_every_indicator(district: Workbook) -> None:
    line = rows(district["Молодые педагоги"], "ноябрь 2020")[0]
    assert line[1:4] == [10, 1, 10]


def test_every_sheet_prints_on_a4_landscape_one_page_wide(region: Workbook, district: Workbook) -> None:
    for sheet in (*region, *district):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9), sheet.title
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), sheet.title
        assert sheet.print_title_rows, sheet.title
        assert sheet.freeze_panes, sheet.title
