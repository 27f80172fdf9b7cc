"""The database goes away under a person's hands: what was dropped, ticked and typed stands when it is back."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from cmn_core.store.engine import open_database
from cmn_core.store.reports import read_versions
from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page, wait_until_built
from tests.browser.test_upload_job import drop_bytes
from tests.pages.upload_page import GOOD, KEY
from tests.pulled_disk import PulledDisk

AWAY = "больше нет на месте"


def test_what_was_dropped_ticked_and_typed_outlives_a_pulled_disk(
    page: Page, serve_database: Callable[[str], RunningServer], demo_copy: str
) -> None:
    disk = PulledDisk(Path(demo_copy.removeprefix("sqlite:///")))
    server = serve_database(demo_copy)
    open_page(page, server, "/upload")
    drop_bytes(page, "отчёт.xlsx", GOOD)
    confirmed = page.get_by_role("checkbox", name="Подтверждаю")
    page.locator("label", has=confirmed).click()
    save = page.get_by_role("button", name="Сохранить отчёт")
    expect(save).to_be_enabled()
    disk.pull()
    save.click()
    expect(page.get_by_role("alert").filter(has_text="Ничего не сохранено")).to_contain_text(AWAY)
    wait_until_built(page)
    expect(confirmed).to_be_checked()
    disk.put_back()
    save.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Отчёт сохранён и учитывается")
    database = open_database(demo_copy)
    saved = [version for version in read_versions(database, KEY) if version.file_name == "отчёт.xlsx"]
    database.close()
    assert [version.in_force for version in saved] == [True]

    open_page(page, server, "/data?section=plans")
    page.get_by_text("Изменить пороги").click()
    field = page.get_by_role("textbox").first
    before = field.input_value()
    disk.pull()
    field.fill("3")
    field.press("Tab")
    page.get_by_role("button", name="Сохранить пороги").click()
    expect(page.get_by_role("alert").first).to_contain_text(AWAY)
    wait_until_built(page)
    expect(field).to_have_value("3")
    disk.put_back()
    page.get_by_role("button", name="Сохранить пороги").click()
    expect(page.get_by_text("Сохранено и уже действует")).to_be_visible()
    assert before != "3"
