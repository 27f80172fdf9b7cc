"""From a workbook to the chart of 33 municipalities: tile, bar and report follow a save, and its undoing."""

import re
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from cmn_core.documents.report_coverage import COVERAGE_SHEET
from tests.browser.screen import go_to, open_page, wait_until_built
from tests.browser.test_upload_job import Job, drop, job, read, save

__all__ = ["job"]


def test_tile_bar_and_report_follow_a_save_and_its_undoing(page: Page, job: Job, tmp_path: Path) -> None:
    name = "Называевский"
    open_page(page, job.server, "/reports?period=2020-11")
    before = _row_text(page, name)
    assert "01.11.2020" in before
    tiles, bars = _charts(page)
    assert re.search(rf"{name}\d+,\d %\W+01\.11", tiles)
    assert "01.11" in bars

    go_to(page, "Загрузка отчёта")
    drop(page, job.monthly_mended)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^(Ошибок нет|Замечаний нет)"))
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Отчёт сохранён и учитывается")
    people = sum(row.involved or 0 for row in read(job.monthly_mended).organisations)

    after = _row(page, name)
    assert "01.12.2020" in after
    assert str(people) in after
    tiles_now, bars_now = _charts(page)
    assert re.search(rf"{name}\d+,\d", tiles_now)
    assert tiles_now != tiles
    assert "01.11" not in tiles_now
    assert "01.11" not in bars_now
    assert _number_in_report(page, name, tmp_path) == people

    go_to(page, "Загрузка отчёта")
    page.get_by_role("button", name="Отменить: вернуть как было").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Сохранение отменено")
    assert _row(page, name) == before


def _row(page: Page, name: str) -> str:
    """Read a municipality's row by the page's own links: a new session could not undo."""
    go_to(page, "Отчёты")
    wait_until_built(page)
    return _row_text(page, name)


def _row_text(page: Page, name: str) -> str:
    row = page.get_by_role("row").filter(has=page.get_by_role("cell", name=name, exact=True)).first
    expect(row).to_be_visible()
    return row.inner_text()


def _charts(page: Page) -> tuple[str, str]:
    """Return the words drawn in the map and in the bars."""
    drawn = []
    for title in ("Обзор", "Формы наставничества"):
        go_to(page, title)
        wait_until_built(page)
        chart = page.get_by_role("img").filter(has_text="Азовский", visible=True).first
        expect(chart).to_be_visible()
        drawn.append((chart.text_content() or "").replace("\u00a0", " "))
    return drawn[0], drawn[1]


def _number_in_report(page: Page, name: str, folder: Path) -> int:
    go_to(page, "Отчёты")
    wait_until_built(page)
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Скачать отчёт")).click()
    download.value.save_as(folder / "report.xlsx")
    sheet = load_workbook(folder / "report.xlsx", data_only=True)[COVERAGE_SHEET]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if row[0]}
    captions = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Муниципалитет")
    return int(rows[name][captions.index("Вовлечено, чел.")])
