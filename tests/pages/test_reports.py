"""The page hands out the report of its scope, and the workbook says what the page says."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.documents.report_coverage import COVERAGE_SHEET
from cmn_core.documents.report_gathering import gather_report
from cmn_core.documents.report_workbook import write_region_report
from cmn_core.period import Period
from cmn_core.store.engine import open_database
from tests.pages.offered_files import list_offers
from tests.pages.shell import open_shell


@pytest.mark.parametrize(
    ("link", "name", "table"),
    [({}, "Омская область", "Муниципалитет"), ({"district": "52654000"}, "Тарский", "Организация")],
)
def test_report_of_the_scope_is_offered_with_its_tables(
    demo_database: str, link: dict[str, str], name: str, table: str
) -> None:
    page = open_shell("reports.py", period="2020-11", **link)
    assert not page.exception
    assert not page.error
    assert _labels(page) == [f"Скачать отчёт: {name}, ноябрь 2020"]
    assert any(table in block.body for block in page.html)


def test_workbook_holds_the_figures_of_the_page(demo_database: str) -> None:
    page = open_shell("reports.py", period="2020-11")
    workbook = openpyxl.load_workbook(BytesIO(_report(demo_database)), data_only=True)
    rows = {row[0]: row for row in workbook[COVERAGE_SHEET].iter_rows(values_only=True) if row[0]}
    shown = " ".join(block.body for block in page.html)
    for name in ("Тарский", "г. Омск"):
        people = next(value for value in rows[name] if isinstance(value, int) and value > 100)
        assert f"{people:,}".replace(",", "\u00a0") in shown


def test_without_reports_the_page_says_what_to_do(empty_database: str) -> None:
    page = open_shell("reports.py")
    assert "загрузите первый отчёт" in page.info[0].value
    assert _labels(page) == []


def _labels(page: AppTest) -> list[str]:
    return [label for label in list_offers(page) if label.startswith("Скачать отчёт")]


def _report(address: str) -> bytes:
    return write_region_report(gather_report(open_database(address), Period(2020, 11), None, datetime(2020, 11, 25)))
