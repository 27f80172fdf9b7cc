"""The report workbooks: hand-worked figures at their cells, labels, printing, and text that stays text."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cmn_core.documents.report_workbook import write_district_report, write_region_report
from tests.documents.sample_report import ABSENT, LATE, REFERENCE, UNCOUNTED, made_content

TARSKIY = "52654000"
SHEETS = [
    "Сводка", "Охват, план и факт", "Соотношение форм", "Организации", "Практики", "Качество данных",
    "Методика и источники",
]  # fmt: skip


@pytest.fixture(scope="module")
def region():
    return load_workbook(BytesIO(write_region_report(made_content())))


@pytest.fixture(scope="module")
def district():
    return load_workbook(BytesIO(write_district_report(made_content(TARSKIY), TARSKIY)))


def row_of(sheet, words, column=1):
    """Return the values of the first row that begins with the words."""
    found = next(row for row in sheet.iter_rows() if row[column - 1].value == words)
    return [cell.value for cell in found]


def test_both_reports_have_the_same_sheets(region, district):
    assert region.sheetnames == SHEETS
    assert district.sheetnames == SHEETS


def test_region_divides_its_sums_and_leaves_out_whom_it_cannot_count(region):
    # 32 reports give 100+20+40 and 3n+1+2 people each; n runs over 0…32 without the absent one.
    # Outside: the one without a denominator. Σ = 31 × 163 + 3 × (528 − n of the two).
    numbers = [district.oktmo for district in REFERENCE.region.districts]
    outside = numbers.index(ABSENT) + numbers.index(UNCOUNTED)
    people = 31 * 163 + 3 * (528 - outside)
    row = row_of(region["Охват, план и факт"], "Омская область")
    # The absent municipality's 2 000 children are no part of the sum: it has no numerator.
    assert row[1:3] == [31 * 2000, people]
    assert row[3] == pytest.approx(people * 100 / (31 * 2000))
    assert row[4:6] == [10, 0]
    assert row[7] == "свежих 31 из 33"


def test_municipality_stands_with_numbers_dates_and_its_own_freshness(region):
    sheet = region["Охват, план и факт"]
    assert row_of(sheet, "Азовский")[:7] == ["Азовский", 2000, 163, 8.15, 10, 37, datetime(2020, 11, 23)]
    late = row_of(sheet, REFERENCE.region.district(LATE).short)
    assert late[6:8] == [datetime(2020, 11, 1), "перенесён"]
    absent = row_of(sheet, REFERENCE.region.district(ABSENT).short)
    assert absent[2:4] == ["нет данных", "нет данных"]
    assert absent[7] == "нет отчёта"


def test_value_under_its_target_never_shows_as_the_target(region):
    sheet = region["Охват, план и факт"]
    shown = {row[0].value: row[3] for row in sheet.iter_rows(min_row=5, max_row=37)}
    # 199 of 2 000 is 9.95: with one decimal it would print 10,0.
    assert shown["Москаленский"].value == 9.95
    assert shown["Москаленский"].number_format.startswith("0.00")
    assert not shown["Азовский"].number_format.startswith("0.00")


def test_colours_compare_people_with_the_plan(region):
    rules = [rule for found in region["Охват, план и факт"].conditional_formatting for rule in found.rules]
    assert {rule.formula[0] for rule in rules} == {
        "AND(ISNUMBER($D5),ISNUMBER($E5),$C5*100>=$E5*$B5)",
        "AND(ISNUMBER($D5),ISNUMBER($E5),$C5*100<$E5*$B5)",
    }


def test_form_ratios_are_counts_shares_and_a_native_full_bar_chart(region):
    sheet = region["Соотношение форм"]
    assert len(sheet._charts) == 1
    (chart,) = sheet._charts
    assert (chart.barDir, chart.grouping, chart.overlap) == ("bar", "percentStacked", 100)
    assert len(chart.series) == len(REFERENCE.forms.codes)
    colours = [series.graphicalProperties.solidFill.srgbClr for series in chart.series]
    assert colours == [REFERENCE.forms.colour(code).lstrip("#") for code in REFERENCE.forms.codes]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if row[0].value == "Азовский"]
    # Азовский: number 0 → two «ученик – ученик» and one «студент – ученик».
    assert rows[0][2:11] == [2, 0, 1, 0, 0, 0, 0, 3, 2]
    assert rows[1][2:5] == [pytest.approx(200 / 3), 0, pytest.approx(100 / 3)]
    assert chart.series[0].val.numRef.f.endswith(
        "$C$" + str(first_row(sheet, "Азовский")) + ":$C$" + str(last_row(sheet))
    )


def first_row(sheet, words):
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == words)


def last_row(sheet):
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == "Омская область")


def test_organisations_stand_as_text_with_sums_that_follow_the_filter(region):
    sheet = region["Организации"]
    hostile = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)")
    assert hostile.data_type == "s"
    total = next(row for row in sheet.iter_rows() if row[0].value == "Всего")
    assert total[4].value == f"=SUBTOTAL(109,E5:E{total[0].row - 1})"
    stored = load_workbook(BytesIO(write_region_report(made_content())), data_only=True)["Организации"]
    assert stored.cell(total[0].row, 5).value == sum(row[4].value for row in sheet.iter_rows(5, total[0].row - 1))


def test_practices_stand_in_the_seeds_form_with_merged_organisation_and_counts(district):
    sheet = district["Практики"]
    assert sheet["B4"].value == "Привлечено в программы наставничества на 01.10.2020, чел."
    assert sheet["C4"].value == "Привлечено дополнительно на 23.11.2020 г."
    assert [cell.value for cell in sheet[7]][1:5] == [100, 20, 40, "Вместе к успеху"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A4:A5", "C4:D4", "E4:F4", "A7:A8", "B7:B8", "C7:C8", "D7:D8"} <= merged
    assert [cell.value for cell in sheet[9]][1:5] == [78, 1, 2, "Наставник рядом"]


def test_district_summary_tells_its_own_figure_beside_the_regions(district):
    sheet = district["Сводка"]
    # Тарский is number 26: 160 + 78 + 3 = 241 of 2 000.
    assert row_of(sheet, "Охват наставничеством, %")[1] == 12.05
    assert sheet["A1"].value.startswith("План Тарского района по охвату выполнен")
    assert row_of(sheet, "Не хватает до плана, чел.")[1:3] == [0, "план достигнут"]
    assert row_of(sheet, "Данные на дату")[1] == datetime(2020, 11, 23)


def test_district_coverage_begins_with_its_first_report(district):
    sheet = district["Охват, план и факт"]
    assert [row[0].value for row in sheet.iter_rows(min_row=5, max_row=6)] == [
        "ноябрь 2020",
        "Омская область, ноябрь 2020",
    ]


def test_method_names_every_report_with_version_and_date(region):
    sheet = region["Методика и источники"]
    row = row_of(sheet, REFERENCE.region.district(LATE).short)
    assert row[3:7] == ["октябрь 2020", datetime(2020, 11, 1), 2, "перенесён"]
    texts = [row[0].value for row in sheet.iter_rows() if row[0].value]
    assert "Дети 10–19 лет: Росстат (32\u00a0муниципалитета)." in texts
    assert any("÷" in text and "× 100" in text for text in texts)


@pytest.mark.parametrize("flagged", [True, False])
def test_demonstration_label_stands_on_every_sheet_and_page_when_flagged(flagged):
    workbook = load_workbook(BytesIO(write_region_report(made_content(demonstration=flagged))))
    for sheet in workbook:
        label = sheet["A3"].value == "Демонстрационные данные"
        footer = sheet.oddFooter.left.text == "Демонстрационные данные"
        assert (label, footer) == (flagged, flagged), sheet.title


def test_every_sheet_prints_on_a4_landscape_one_page_wide_with_repeated_headings(region):
    for sheet in region:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9), sheet.title
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), sheet.title
        assert sheet.print_title_rows, sheet.title
        assert sheet.freeze_panes, sheet.title


def test_nothing_is_cut(region):
    texts = [str(cell.value) for sheet in region for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [text for text in texts if "…" in text]
