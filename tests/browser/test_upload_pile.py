"""Forty attachments at one go, and a report mended in place with a reload in the middle."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from cmn_core.store.engine import open_database
from cmn_core.store.reports import ReportKey, read_in_force
from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page, wait_until_built
from tests.pages.monthly_files import DECEMBER, Attachment, fill_forms, make_pile, make_troubles

MOST_SECONDS = 15
"""From the drop of forty files to their table."""


@pytest.fixture
def server(serve_database: Callable[[str], RunningServer], demo_copy: str) -> RunningServer:
    return serve_database(demo_copy)


def drop(page: Page, *files: Attachment) -> None:
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [{"name": file.name, "mimeType": "application/octet-stream", "buffer": file.content} for file in files]
    )


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def test_forty_files_are_judged_saved_and_taken_back(page: Page, server: RunningServer, demo_copy: str) -> None:
    files = make_pile()
    open_page(page, server, "/upload")
    started = time.monotonic()
    drop(page, *files)
    expect(heading(page)).to_have_text(
        re.compile(r"^3 файла без замечаний, 25 со своими формами, 8 ждут вашего решения$".replace(" ", r"\s"))
    )
    wait_until_built(page)
    assert time.monotonic() - started < MOST_SECONDS
    rows = page.locator(".st-key-upload_pile")
    for said in (
        "Несколько файлов за один отчёт", "Чей отчёт, неясно", "Другой месяц: ноябрь 2020", "Не отчёт или не читается",
    ):  # fmt: skip
        expect(rows.get_by_text(said).first).to_be_visible()
    assert page.get_by_test_id("stMain").evaluate("element => element.scrollWidth - element.clientWidth") <= 0

    page.get_by_text("Подтверждаю свои формы и ролевые модели").click()
    page.get_by_role("button", name=re.compile(r"^Сохранить 28.отчётов без замечаний$")).click()
    expect(heading(page)).to_have_text("8 ждут вашего решения, сохранено 28", timeout=60_000)
    wait_until_built(page)
    clean = list(fill_forms())[7]
    assert _in_force(demo_copy, clean)
    assert not _in_force(demo_copy, next(iter(fill_forms())))

    # One of two versions is chosen; the other never follows it.
    page.locator(".st-key-upload_rivals label").filter(has_text="Отчёт.xlsx").last.click()
    expect(page.get_by_role("button", name=re.compile(r"^Сохранить 1.отчёт без замечаний$"))).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^Сохранить 1.отчёт без замечаний$")).click()
    expect(heading(page)).to_contain_text("сохранено 29")
    page.get_by_role("button", name=re.compile("^Отменить сохранение")).click()
    expect(heading(page)).not_to_contain_text("сохранено", timeout=60_000)
    assert not _in_force(demo_copy, clean)


def test_a_report_is_mended_in_place_with_a_reload_in_the_middle(
    page: Page, server: RunningServer, demo_copy: str
) -> None:
    forms = fill_forms()
    sender = list(forms)[6]
    right = str(forms[sender].people[0][1].satisfied_mentees)
    faulty = next(item for item in make_troubles(forms) if item.name == "довольных больше.xlsx")
    open_page(page, server, "/upload")
    drop(page, faulty)
    expect(heading(page)).to_have_text(re.compile(r"^1.ошибка"))
    cell = page.get_by_role("textbox", name=re.compile("ячейка L5,"))
    expect(cell).to_have_value("9999")
    cell.fill("9998")
    cell.press("Tab")
    expect(page).to_have_url(re.compile(r"draft=\d+"))
    wait_until_built(page)
    expect(heading(page)).to_have_text(re.compile(r"^1.ошибка"))

    page.reload()
    wait_until_built(page)
    expect(cell).to_have_value("9998")
    cell.fill(right)
    cell.press("Tab")
    expect(page.get_by_text("✓ Исправлено")).to_be_visible()
    expect(heading(page)).to_have_text(re.compile("^Ошибок нет|^Замечаний нет"))

    # The bare address offers the draft as well.
    open_page(page, server, "/upload")
    expect(page.get_by_text("Незаконченные отчёты: 1")).to_be_visible()
    page.get_by_role("button", name="Продолжить").click()
    expect(cell).to_have_value(right)
    page.locator(".st-key-upload_save_bar label").click()
    page.get_by_role("button", name="Сохранить отчёт").click()
    expect(heading(page)).to_have_text("Отчёт сохранён и учитывается")
    version = _in_force(demo_copy, sender)
    assert version is not None
    assert [(item.sheet, item.cell, item.was, item.now) for item in version.corrections] == [
        ("Организации", "L5", "9999", right)
    ]


def _in_force(address: str, sender: str):
    database = open_database(address)
    try:
        return read_in_force(database, ReportKey(sender, "all", "monthly", DECEMBER))
    finally:
        database.close()
