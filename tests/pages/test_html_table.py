"""Tables on the screen: numbers as people write them, texts letter by letter."""

import re
from datetime import date
from decimal import Decimal

import pytest

from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from pages._parts.html_table import write_html

COLUMNS = (
    TableColumn("Имя"), TableColumn("Охват, %", "pct"), TableColumn("Детей", "count"), TableColumn("Дата", "date"),
)  # fmt: skip


def _cells(*row, target=None):
    html = write_html(ShownTable("Таблица", "", COLUMNS, (row,), target), 10)
    return [cell.replace("\u00a0", " ") for cell in re.findall(r"<td[^>]*>(.*?)</td>", html)]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (("Тарский", Decimal("16.34"), 12345, date(2020, 11, 23)), ["Тарский", "16,3 %", "12 345", "23.11.2020"]),
        (("Омский", None, None, None), ["Омский", "–", "–", "–"]),
        (("Ноль", Decimal(0), 0, None), ["Ноль", "0,0 %", "0", "–"]),
    ],
)
def test_values_are_written_in_russian(row, cells):
    assert _cells(*row) == cells


def test_a_value_under_the_target_is_not_shown_as_the_target():
    assert _cells("Тарский", Decimal("9.97"), 1, None, target=Decimal(10))[1] == "9,97 %"


def test_texts_are_not_markup():
    assert _cells("<img src=x onerror=alert(1)> «&»", None, None, None)[0] == (
        "&lt;img src=x onerror=alert(1)&gt; «&amp;»"
    )


def test_the_first_rows_are_written_and_the_whole_stands_out():
    table = ShownTable("<Таблица>", "", COLUMNS[:1], (("Всего",), ("а",), ("б",)), totals=1)
    html = write_html(table, 2)
    assert html.count("<tr") == 3
    assert html.count('class="cmn-total"') == 1
    assert ">б<" not in html
    assert "&lt;Таблица&gt;</caption>" in html
