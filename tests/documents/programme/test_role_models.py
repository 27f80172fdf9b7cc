"""The workbook of the role models: the seed's table, text that stays text, rows that show whole."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from cmn_core.documents.programme.role_models import write_role_models
from cmn_core.errors import CmnError
from cmn_core.programme.blocks import FormRow, RoleModelTable
from cmn_core.reference import shipped_reference
from tests.documents.programme.made_blocks import MODELS, SEEN_HOSTILE, SMALL, many_models

PALETTE = shipped_reference().palette
_HIGHEST_POINTS = 409


def sheet_of(blocks, **choices):
    return load_workbook(BytesIO(write_role_models(blocks, PALETTE, **choices))).active


def test_the_form_stands_over_the_rows_of_its_role_models():
    sheet = sheet_of(SMALL)
    assert sheet["A1"].value == MODELS.caption
    assert [[cell.value for cell in row] for row in sheet["A3:B6"]] == [
        ["Форма наставничества", "Вариации ролевых моделей"],
        ["Ученик – ученик", "«лидер – последователь» – поддержка;"],
        [None, "«равный – равному»."],
        ["работодатель – команда", ""],
    ]
    assert {str(place) for place in sheet.merged_cells.ranges} == {"A1:B1", "A4:A5"}
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"


def test_what_people_typed_stays_text():
    sheet = sheet_of([RoleModelTable(SEEN_HOSTILE, (SEEN_HOSTILE,) * 2, (FormRow(SEEN_HOSTILE, (SEEN_HOSTILE,)),))])
    assert {sheet[place].value for place in ("A1", "A3", "B3", "A4", "B4")} == {SEEN_HOSTILE}
    assert {sheet[place].data_type for place in ("A1", "A4", "B4")} == {"s"}


def test_forty_role_models_show_whole():
    sheet = sheet_of([many_models(40)])
    assert sheet.max_row == 3 + 40
    assert max(row.height or 15 for row in sheet.row_dimensions.values()) < _HIGHEST_POINTS


def test_invented_figures_are_labelled():
    sheet = sheet_of(SMALL, demonstration=True)
    assert sheet["A2"].value == "Демонстрационные данные"
    assert "Демонстрационные данные" in sheet.oddFooter.left.text


def test_a_programme_without_a_form_has_no_table():
    with pytest.raises(CmnError, match="ни одной формы"):
        write_role_models(SMALL[:3], PALETTE)
