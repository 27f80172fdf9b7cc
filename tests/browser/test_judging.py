"""A report's whole way in two browsers: sent, returned with a reason, mended on the page, accepted, locked."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from cmn_core.store.engine import open_database
from cmn_core.store.versions import ReportVersion, read_reports_of
from tests.browser.screen import go_to, open_page, sign_in_as, wait_until_built
from tests.browser.test_upload_job import Job, drop, job, read, save, told
from tests.people import Someone

__all__ = ["job"]

_REASON = "Обучающихся меньше, чем в прошлом месяце: проверьте."


@pytest.fixture
def centre_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="ru-RU", viewport={"width": 1280, "height": 720})
    yield context.new_page()
    context.close()


def test_sent_returned_mended_accepted_and_locked(page: Page, centre_page: Page, job: Job) -> None:
    reading = read(job.monthly_mended)
    district = reading.district or ""
    school = reading.organisations[0]
    cell = f"C{school.row}"
    sign_in_as(page, job.server, Someone("district", (district,)))
    sign_in_as(centre_page, job.server, Someone("centre"))

    open_page(page, job.server, "/tasks")
    assert "Отчёт за ноябрь 2020" in told(page)
    _send(page, job)

    open_page(centre_page, job.server, f"/tasks?report={_last(job, district).report_id}")
    centre_page.get_by_text("Вернуть на исправление").click()
    centre_page.get_by_label("Причина: что исправить").fill(_REASON)
    centre_page.get_by_label("Другие ячейки, по одной в строке").fill(f"Организации!{cell} – сверьте со списком")
    centre_page.get_by_role("button", name="Вернуть отчёт").click()
    expect(centre_page.get_by_role("heading", level=1)).to_have_text(re.compile("возвращён$"))

    open_page(page, job.server, "/tasks")
    assert _REASON in told(page)
    page.get_by_role("button", name="Исправить и отправить").click()
    field = page.get_by_label(re.compile(f"^Верное значение, ячейка {cell},"))
    expect(field).to_have_value(str(school.pupils_10_19))
    field.fill(str((school.pupils_10_19 or 0) + 1))
    field.press("Tab")
    expect(page.get_by_text("✓ Исправлено")).to_be_visible()
    _save(page)

    second = _last(job, district)
    assert second.version == 2
    open_page(centre_page, job.server, f"/tasks?report={second.report_id}")
    centre_page.get_by_role("button", name="Принять отчёт").click()
    expect(centre_page.get_by_role("heading", level=1)).to_have_text(re.compile("принят$"))
    assert _last(job, district).locked

    open_page(page, job.server, "/tasks")
    assert "Приняты центром" in told(page)
    go_to(page, "Загрузка отчёта")
    drop(page, job.monthly_mended)
    expect(page.get_by_text("принят").first).to_be_visible()
    expect(page.get_by_role("button", name="Сохранить отчёт")).to_be_disabled()


def _send(page: Page, job: Job) -> None:
    go_to(page, "Загрузка отчёта")
    drop(page, job.monthly_mended)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^(Ошибок нет|Замечаний нет)"))
    _save(page)


def _save(page: Page) -> None:
    expect(page.get_by_role("button", name="Сохранить отчёт")).to_be_visible()
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Отчёт сохранён и учитывается")
    wait_until_built(page)


def _last(job: Job, district: str) -> ReportVersion:
    """Return the monthly report of November that was sent last."""
    database = open_database(job.server.database)
    try:
        return next(each for each in read_reports_of(database, district) if each.key.layout == "monthly")
    finally:
        database.close()
