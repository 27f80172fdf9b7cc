"""Tables of practices as files: formula-like names are text, a shared count stands once."""

from io import BytesIO

from openpyxl import load_workbook

from cmn_core.analysis.folded_practices import find_folds, fold_practices
from cmn_core.analysis.practices import list_reported_practices
from cmn_core.charts.use_table import list_form_columns
from cmn_core.documents.practice_tables import (
    build_members_table,
    build_practices_table,
    build_shown_table,
    build_use_table,
)
from cmn_core.documents.shown_table import table_csv, table_xlsx
from cmn_core.store.shown_practices import ShownPractice
from tests.analysis.practice_region import REFERENCE, ROWS, parts, row
from tests.analysis.small_region import TARA
from tests.analysis.test_practice_use import USE
from tests.store.made_readings import NOW

LISTED = list_reported_practices(
    (*ROWS, row(4, 4, TARA, '=HYPERLINK("http://x","Вместе")', counts=(1, 2))), parts(), REFERENCE
)
LINES = fold_practices(LISTED, find_folds(LISTED, REFERENCE))


def test_the_file_has_a_row_a_practice_and_each_count_once() -> None:
    table = build_practices_table(LINES, REFERENCE, {(3, "старт")}, "Практики", "ноябрь")
    assert len(table.rows) == len(LISTED)
    captions = [column.caption for column in table.columns]
    name, mentees, source, mark = (
        captions.index(caption)
        for caption in ("Программа, как записана", "Наставляемых, участий, чел.", "Источник", "К показу")
    )
    assert sum(line[mentees] for line in table.rows if line[mentees] is not None) == 139 + 2
    day = "из отчёта на 23.11.2020"
    assert {line[source] for line in table.rows if line[name] in ("Вместе!", "Путь")} == {
        f"{day}; число на 2\u00a0программы вместе",
        f"{day}; число стоит в другой программе",
    }
    assert [line[name] for line in table.rows if line[mark]] == ["Старт"]


def test_a_name_like_a_formula_is_text_in_every_file() -> None:
    table = build_practices_table(LINES, REFERENCE, (), "Практики", "ноябрь")
    sheet = load_workbook(BytesIO(table_xlsx(table, demonstration=True))).worksheets[0]
    cells = [cell for line in sheet.iter_rows() for cell in line if str(cell.value).startswith("=HYPERLINK")]
    assert [cell.data_type for cell in cells] == ["s", "s"]
    assert "'=HYPERLINK" in table_csv(table).decode("utf-8-sig")


def test_own_spellings_stand_beside_each_other_only_where_they_differ() -> None:
    together = next(line for line in LINES if line.name == "Вместе")
    captions = [
        column.caption
        for column in build_members_table(together, together.practices, REFERENCE, (), may_mark=False).columns
    ]
    assert "Как записана" in captions
    assert "К показу" not in captions
    alone = next(line for line in LINES if line.name == "Старт")
    table = build_members_table(alone, alone.practices, REFERENCE, {(3, "старт")}, may_mark=False)
    assert "Как записана" not in [column.caption for column in table.columns]
    assert table.rows[0][-1] == "★ отмечена"


def test_the_region_stands_over_its_municipalities() -> None:
    table = build_use_table(USE, list_form_columns(REFERENCE), "programmes", "Формы", "")
    assert [line[0] for line in table.rows] == [
        "Омская область", "Большереченский", "Горьковский", "г. Омск", "Тарский", "Усть-Ишимский",
    ]  # fmt: skip
    assert table.rows[0][1:4] == (5, 1, 1)


def test_marked_practices_say_who_marked_them_and_why() -> None:
    shown = ShownPractice(3, "Школа № 3", TARA, "старт", "Старт", "", "Центр", NOW)
    (line,) = build_shown_table([shown], REFERENCE, "К показу", "").rows
    assert line == ("Тарский", "Школа № 3", "Старт", None, "Центр, 24.11.2020 09:30")
