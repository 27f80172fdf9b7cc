"""Tables of the pages: their rows in order, their search, what stands in a file."""

from dataclasses import replace
from decimal import Decimal

from cmn_core.analysis.all_indicators import compute_all_indicators
from cmn_core.analysis.forms_overview import compute_forms_overview
from cmn_core.analysis.indicator_overview import compute_indicator_overview
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.analysis.overview import compute_overview
from cmn_core.analysis.own_forms import OwnForm
from cmn_core.documents.figure_tables import (
    build_all_indicators_table,
    build_figures_table,
    build_months_table,
    build_organisation_figures_table,
    build_trend_table,
)
from cmn_core.documents.form_tables import build_own_forms_table, build_ratio_table, build_shares_table
from cmn_core.documents.shown_table import ShownTable, table_csv
from cmn_core.documents.table_workbook import TableColumn
from tests.analysis.monthly_region import monthly_facts
from tests.analysis.small_region import GORKOVSKOYE, NOVEMBER, TARA, november_facts, plain, small_reference

REFERENCE = small_reference()
OVERVIEW = compute_overview(november_facts(), REFERENCE, "coverage", NOVEMBER)
RATIOS = compute_forms_overview(november_facts(), REFERENCE, NOVEMBER, "programmes").ratios
NAMES = ShownTable(
    "Школы",
    "",
    (TableColumn("Школа"), TableColumn("Чел.", "count")),
    (("Всего", 5), ("Ёлка № 1", 3), ("Лес", 2)),
    totals=1,
)


def test_municipalities_stand_by_their_gap_under_the_region():
    table = build_figures_table(OVERVIEW.figures, REFERENCE)
    assert [row[0] for row in table.rows] == [
        "Омская область", "Тарский", "Горьковский", "Большереченский", "Усть-Ишимский", "г. Омск",
    ]  # fmt: skip
    assert table.rows[1][1:6] == (Decimal(5), Decimal(10), 150, 150, 3000)
    assert [row[-2] for row in table.rows] == [
        "свежих 3 из 5", "перенесён", "перенесён", "свежий", "свежий", "свежий",
    ]  # fmt: skip
    assert [column.caption for column in table.columns][1:4] == [
        "Охват наставничеством, %", "План 2020 года, %", "Не хватает, чел.",
    ]  # fmt: skip


def test_a_survey_has_its_response_rate_and_enterprises_their_unit():
    facts = monthly_facts()
    survey = build_figures_table(compute_indicator(facts, REFERENCE, "mentee_satisfaction", NOVEMBER), REFERENCE)
    assert [column.caption for column in survey.columns][3:7] == [
        "Не хватает, чел.", "Удовлетворены, чел.", "Ответили, чел.", "Доля ответивших, %",
    ]  # fmt: skip
    assert survey.rows[0][4:8] == (95, 170, Decimal(17000) / 900, "да")
    assert survey.rows[0][-1] == "опрос, оценка 7 и выше — 1, опрос, оценка 8 и выше — 1"
    enterprises = build_figures_table(compute_indicator(facts, REFERENCE, "enterprise_share", NOVEMBER), REFERENCE)
    assert [column.caption for column in enterprises.columns][3:6] == [
        "Не хватает, предпр.", "Дали наставников, предпр.", "Предприятия, предпр.",
    ]  # fmt: skip
    assert enterprises.rows[-1][:1] == ("г. Омск",)


def test_months_of_several_stand_beside_each_other_with_who_is_carried():
    lines = compute_indicator_overview(monthly_facts(), REFERENCE, "mentee_share", NOVEMBER).lines([TARA, GORKOVSKOYE])
    table = build_trend_table(lines, REFERENCE)
    assert [column.caption for column in table.columns] == [
        "Месяц", "Омская область, %", "Тарский, %", "Горьковский, %", "По прошлому отчёту",
    ]  # fmt: skip
    assert table.rows == (
        ("октябрь 2020", Decimal(10), None, Decimal(10), None),
        ("ноябрь 2020", Decimal(79000) / 4500, Decimal(8), Decimal(10), "Горьковский (на 01.11.2020)"),
    )


def test_all_indicators_stand_in_columns_with_their_own_targets():
    figures = compute_all_indicators(monthly_facts(), REFERENCE, NOVEMBER).figures
    table = build_all_indicators_table(figures, REFERENCE)
    assert [column.target_pct for column in table.columns[1:-1]] == [10, 10, 2, 10, 2, 50, 50]
    rows = {row[0]: row[1:] for row in table.rows}
    assert list(rows) == ["Омская область", "Большереченский", "Горьковский", "г. Омск", "Тарский", "Усть-Ишимский"]
    assert rows["Тарский"] == (
        Decimal("10.4"), 8, Decimal("2.5"), Decimal("12.5"), Decimal("2.5"), Decimal("62.5"), 48, None,
    )  # fmt: skip
    assert rows["Горьковский"] == (12, 10, Decimal("1.75"), 0, None, None, None, "на 01.11.2020")


def test_organisations_stand_by_value_with_their_own_whole():
    (figure,) = (compute_indicator(monthly_facts(), REFERENCE, "mentee_satisfaction", NOVEMBER).of(TARA),)
    low = replace(figure, organisation="Школа № 2", value_pct=Decimal(40))
    table = build_organisation_figures_table([low, replace(figure, organisation="Школа № 1")], REFERENCE)
    assert [row[0] for row in table.rows] == ["Школа № 1", "Школа № 2"]
    assert table.subtitle.endswith("у каждой организации свои ответившие")
    assert "290" not in table.subtitle


def test_months_without_data_have_no_row():
    table = build_months_table(OVERVIEW.months, REFERENCE)
    assert [row[0] for row in table.rows] == ["сентябрь 2020", "октябрь 2020", "ноябрь 2020"]


def test_ratios_have_a_column_for_each_form_that_occurs_and_keep_the_given_order():
    table = build_ratio_table(RATIOS, reversed(RATIOS.districts), "programmes", REFERENCE)
    assert [row[0] for row in table.rows][:2] == ["Омская область", "г. Омск"]
    captions = [column.caption for column in table.columns]
    assert captions[2:4] == ["Ученик – ученик, программ", "Ученик – ученик, %"]
    assert "не распределено по формам, программ" not in captions
    assert table.rows[0][1:3] == (15, 8)
    assert sum(value for value, column in zip(table.rows[0], table.columns, strict=True) if column.kind == "pct") == 100


def test_a_municipality_without_a_report_has_blanks_and_no_zeros():
    silent = compute_forms_overview(november_facts(), REFERENCE, NOVEMBER.shifted(-2), "programmes").ratios
    row = build_ratio_table(silent, [silent.of("52701000")], "programmes", REFERENCE).rows[1]
    assert row[0] == "г. Омск"
    assert set(row[1:]) == {None}


def test_one_municipalitys_forms_are_all_listed():
    rows = build_shares_table(RATIOS.of("52701000"), REFERENCE).rows
    assert rows[0] == ("Ученик – ученик", 4, Decimal(100))
    assert [count for _, count, _ in rows[1:]] == [0] * 6


def test_own_forms_name_their_places():
    form = OwnForm("студент – команда", 3, 2, (("Тарский", 2), ("г. Омск", 1)))
    assert build_own_forms_table([form]).rows == (("студент – команда", 3, 2, "Тарский — 2, г. Омск — 1"),)


def test_search_asks_for_every_word_in_any_case_and_drops_the_total():
    assert [row[0] for row in NAMES.having("елка 1").rows] == ["Ёлка № 1"]
    assert NAMES.having("лес").totals == 0
    assert NAMES.having("елка лес").rows == ()
    assert NAMES.having("  ") is NAMES


def test_a_file_has_every_row_with_its_units():
    lines = table_csv(build_figures_table(OVERVIEW.figures, REFERENCE)).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Муниципалитет;Охват наставничеством, %;План 2020 года, %;Не хватает, чел.")
    assert plain(lines[2]) == "Тарский;5;10;150;150;3000;нет;01.11.2020;перенесён;Росстат"
    assert len(lines) == 7
