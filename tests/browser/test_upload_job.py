"""The official's job in a browser: a faulty workbook, its cells, the marked copy, the mended one, saved, undone."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Download, Page, expect

from cmn_core.demo.demonstration import prepare_demonstration
from cmn_core.intake.marks import CORRECTIONS_SHEET
from cmn_core.intake.read_report import read_report
from cmn_core.intake.reading import Reading
from cmn_core.store.engine import open_database
from cmn_core.store.organisations import known_organisations
from tests.browser.running_server import RunningServer
from tests.browser.screen import go_to, open_page, wait_until_built
from tests.pages.report_files import make_report, school


@dataclass(frozen=True)
class Job:
    """A server on a demonstration of its own, and the workbooks that wait beside it."""

    server: RunningServer
    faulty: Path
    mended: Path
    monthly_mended: Path


@pytest.fixture(scope="module")
def job(
    serve_database: Callable[[str], RunningServer], demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Job:
    """Serve a demonstration that the tests of one file change one after another."""
    address = f"sqlite:///{shutil.copy(demonstration_file, tmp_path_factory.mktemp('job'))}"
    database = open_database(address)
    ready = prepare_demonstration(database, address)
    database.close()
    return Job(serve_database(address), ready.faulty, ready.mended, ready.monthly_mended)


def drop(page: Page, file: Path) -> None:
    drop_bytes(page, file.name, file.read_bytes())


def drop_bytes(page: Page, name: str, content: bytes) -> None:
    chosen = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(chosen)


def told(page: Page) -> str:
    return page.get_by_test_id("stMainBlockContainer").inner_text().replace("\u00a0", " ")


def read(file: Path) -> Reading:
    return read_report(file.read_bytes(), file.name)


def test_from_a_faulty_workbook_to_a_saved_report_and_back(page: Page, job: Job, tmp_path: Path) -> None:
    open_page(page, job.server, "/upload")
    drop(page, job.faulty)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile(r"^\d+.ошибок: исправьте здесь или в своём файле$")
    )
    errors = [item for item in read(job.faulty).problems if item.severity == "error"]
    assert len(errors) > 5
    page.get_by_text("Показать в файле").click()
    for problem in errors:
        expect(page.locator("summary", has=page.get_by_text(problem.cell or "", exact=True))).to_be_visible()

    last = page.locator("details", has=page.get_by_text(errors[-1].cell or "", exact=True)).first
    expect(last.locator("table")).to_be_hidden()
    last.locator("summary").click()
    expect(last.locator("td.up-here")).to_be_visible()

    check_marked_copy(take_download(page), errors[0].sheet or "", errors[0].cell or "", tmp_path)

    drop(page, job.mended)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^(Ошибок нет|Замечаний нет)"))
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Отчёт сохранён и учитывается")
    district = read(job.mended).district
    page.get_by_role("link", name="Открыть район").click()
    expect(page).to_have_url(re.compile(rf"/district\?period=2020-11&district={district}$"))
    wait_until_built(page)

    go_to(page, "Загрузка отчёта")
    expect(page.get_by_role("heading", level=1)).to_have_text("Отчёт сохранён и учитывается")
    page.get_by_role("button", name="Отменить: вернуть как было").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Сохранение отменено")
    assert "За ноябрь 2020 действующего отчёта больше нет" in told(page)


def take_download(page: Page) -> Download:
    with page.expect_download() as download:
        page.get_by_role("link", name="Скачать файл с пометками").click()
    return download.value


def check_marked_copy(download: Download, sheet: str, cell: str, folder: Path) -> None:
    """The sender's workbook came back: the list of what to mend first, a note on the faulty cell."""
    assert download.suggested_filename.endswith("— что исправить.xlsx")
    download.save_as(folder / "marked.xlsx")
    workbook = load_workbook(folder / "marked.xlsx")
    assert workbook.sheetnames[0] == CORRECTIONS_SHEET
    assert workbook[sheet][cell].comment is not None


def save(page: Page) -> None:
    button = page.get_by_role("button", name="Сохранить отчёт")
    expect(button).to_be_visible()
    wait_until_built(page)
    confirm = page.get_by_text(re.compile("^Подтверждаю"))
    if confirm.count():
        confirm.click()
    button.click()


def test_a_template_taken_from_the_page_comes_back_as_a_form(page: Page, job: Job, tmp_path: Path) -> None:
    open_page(page, job.server, "/upload?district=52654000")
    with page.expect_download() as download:
        page.get_by_role("link", name="Скачать шаблон отчёта").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    reading = read(file)
    assert (reading.layout, reading.scope, reading.district) == ("expansion", "municipal", "52654000")


def test_a_new_organisations_kind_is_corrected_in_its_row(page: Page, job: Job) -> None:
    name = "МБОУ «Совсем новая школа»"
    open_page(page, job.server, "/upload")
    drop_bytes(page, "отчёт.xlsx", make_report([school(name)]))
    rows = page.get_by_test_id("stDataFrame")
    expect(rows.locator("canvas").first).to_be_visible()
    wait_until_built(page)
    # The table is a canvas: its second row is the first of data, its first column the name.
    rows.click(position={"x": 30, "y": 52})
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    editor = page.locator("#portal input")
    expect(editor).to_be_focused()
    editor.press_sequentially("СПО")
    page.keyboard.press("Enter")
    expect(editor).to_be_hidden()
    # The table gathers edits for a moment before it sends them; no person is faster.
    page.wait_for_timeout(500)
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Отчёт сохранён и учитывается")
    database = open_database(job.server.database)
    assert [item.kind for item in known_organisations(database) if item.name == name] == ["vocational"]
    database.close()


def test_markup_in_a_file_stays_text(page: Page, job: Job) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    name = 'МБОУ <img src=x onerror="alert(1)"><script>alert(2)</script> «**Школа**» :smile: $x^2$'
    file_name = "<b>отчёт<b>.xlsx"
    open_page(page, job.server, "/upload")
    for content, title in [
        (make_report([school(name, -5), school(name, 5, programme='=HYPERLINK("x")')]), "ошибка"),
        (make_report([school(name, 5, programme='=HYPERLINK("x")')]), "^Ошибок нет"),
    ]:
        drop_bytes(page, file_name, content)
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(title))
        wait_until_built(page)
        assert file_name in told(page)
        assert '=HYPERLINK("x")' in told(page)
        assert page.locator("[data-testid=stMain] :is(script, img, strong, a[href*=HYPERLINK])").count() == 0
    assert dialogs == []


def test_a_checked_file_is_never_wider_than_the_screen(page: Page, job: Job) -> None:
    open_page(page, job.server, "/upload")
    for file in (job.faulty, job.mended):
        drop(page, file)
        expect(page.get_by_text(file.name).first).to_be_visible()
        wait_until_built(page)
        for width in (390, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            main = page.get_by_test_id("stMain")
            assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
