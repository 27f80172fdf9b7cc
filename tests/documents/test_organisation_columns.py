"""Tables show the columns of the layouts that the entering reports have, and no empty ones of the other."""

from decimal import Decimal
from pathlib import Path

import pytest

from cmn_core.analysis.indicators import compute_indicators
from cmn_core.documents.district_tables import build_organisations_table, build_practices_table
from cmn_core.documents.indicator_tables import build_indicators_table
from cmn_core.reference import shipped_reference
from cmn_core.store.facts_reading import read_organisation_facts, read_practices, read_year_facts
from tests.analysis.small_region import plain
from tests.store.made_readings import NOVEMBER, OCTOBER, TARA, decide, open_file, row, save
from tests.store.small_district import COLLEGE, SCHOOL, save_small_district

REFERENCE = shipped_reference()


@pytest.fixture
def database(tmp_path: Path):
    return open_file(tmp_path)


def tables(database, layouts):
    organisations = read_organisation_facts(database, TARA, list(layouts))
    practices = read_practices(database, TARA, list(layouts))
    return (
        build_organisations_table(organisations, (), layouts, REFERENCE, "Тарский"),
        build_practices_table(practices, layouts, REFERENCE, "Тарский"),
    )


def cells(table, words):
    line = next(line for line in table.rows if line[0] == words)
    return {column.caption: value for column, value in zip(table.columns, line, strict=True)}


def captions(table):
    return {column.caption for column in table.columns}


def expansion_captions():
    layout = REFERENCE.layouts.expansion
    return {f"{layout.column(field).short}, чел." for field in ("involved_before", "added_mentors", "added_mentees")}


def test_a_monthly_report_tells_contingent_roles_surveys_and_own_shares(database):
    saved = save_small_district(database)
    organisations, practices = tables(database, {saved.report_id: "monthly"})
    school = cells(organisations, SCHOOL)
    assert not captions(organisations) & expansion_captions()
    assert (school["Вовлечено всего, чел."], school["Наставляемых 10–19, чел."]) == (30, 24)
    assert school["Охват наставничеством, %"] == Decimal(10)
    assert school["Удовлетворённость наставляемых, %"] == Decimal(60)
    assert "Предприятия-партнёры, %" not in school
    # Nobody of the college's mentors was asked: no share, never 0.
    assert cells(organisations, COLLEGE)["Удовлетворённость наставников, %"] is None
    factory = next(line for line in practices.rows if line[1] == "Завод детям")
    assert factory[3:8] == (None, 2, 10, 9, "ООО «Заря»")
    assert not captions(practices) & expansion_captions()


def test_an_expansion_form_has_no_columns_of_the_monthly_one(database):
    saved = save(database, [row("Лицей", (5, 1, 2), "Путь", "own", number=9)])
    organisations, practices = tables(database, {saved.report_id: "expansion"})
    assert expansion_captions() <= captions(organisations)
    assert not any("Опрошено" in caption or "%" in caption for caption in captions(organisations))
    assert "Ролевая модель" not in captions(practices)


def test_both_layouts_stand_side_by_side_and_leave_the_others_cells_empty(database):
    monthly = save_small_district(database)
    expansion = save(database, [row("Лицей", (5, 1, 2), "Путь", "own", number=9)], decide(period=OCTOBER))
    layouts = {monthly.report_id: "monthly", expansion.report_id: "expansion"}
    organisations, practices = tables(database, layouts)
    lyceum, school = cells(organisations, "Лицей"), cells(organisations, SCHOOL)
    assert [lyceum[caption] for caption in sorted(expansion_captions())].count(None) == 0
    assert {school[caption] for caption in expansion_captions()} == {None}
    assert lyceum["Наставляемых 10–19, чел."] is None
    assert cells(practices, "Лицей")["Ролевая модель"] is None


def test_all_indicators_of_a_district_stand_with_source_and_answers(database):
    save_small_district(database)
    figures = compute_indicators(read_year_facts(database, 2020), REFERENCE, NOVEMBER)
    table = build_indicators_table([each.of(TARA) for each in figures.values()], REFERENCE)
    assert table.title == "Тарский: план и факт, ноябрь 2020"
    survey = cells(table, "Удовлетворённость наставляемых")
    assert (survey["Сколько"], survey["Из скольких"], survey["Не хватает до плана"]) == (10, 21, 1)
    assert plain(survey["Источник, ответили"]) == "опрос, оценка 7 и выше, ответили 21 на 50 участий (42,0 %)"
    assert cells(table, "Предприятия-партнёры")["Значение, %"] is None
