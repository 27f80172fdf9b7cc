"""From role models to a document in Word: five steps walked by keyboard and mouse, and the file read back."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page, sign_in_as, wait_until_built
from tests.people import Someone

TARA = "52654000"
SCHOOL = "МБОУ «Тарская СОШ № 1»"
CURATOR = "Куратор программы"
_ON_ITS_WAY_MS = 150
LEADER, EQUAL = "лидер – последователь", "равный – равному"


@pytest.fixture(scope="module")
def server(
    serve_database: Callable[[str], RunningServer], demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> RunningServer:
    return serve_database(f"sqlite:///{shutil.copy(demonstration_file, tmp_path_factory.mktemp('builder'))}")


def settle(page: Page) -> None:
    """Wait until what was done has reached the server and its page stands."""
    page.wait_for_timeout(_ON_ITS_WAY_MS)
    wait_until_built(page)


def leave(page: Page, label: str, words: str) -> None:
    """Type into a field and go on by Tab."""
    field = page.get_by_label(label, exact=True)
    field.fill(words)
    field.press("Tab")
    settle(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def tick(page: Page, words: str) -> None:
    page.get_by_test_id("stCheckbox").filter(has_text=words).locator("label").click()
    settle(page)


def begin(page: Page, server: RunningServer) -> None:
    sign_in_as(page, server, Someone("methodologist", (TARA,)))
    open_page(page, server, "/programme")
    page.get_by_text("Новая программа", exact=True).click()
    organisation = page.get_by_role("combobox", name="Организация", exact=True)
    organisation.click()
    organisation.fill("Тарская СОШ № 1")
    page.get_by_role("option", name=SCHOOL, exact=True).click()
    settle(page)
    # The school has reported: this time everything is chosen by hand.
    tick(page, "Взять формы и ролевые модели")
    press(page, "Начать программу")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Программа наставничества")


def test_five_steps_end_in_a_document_with_what_was_kept_and_nothing_else(
    page: Page, server: RunningServer, tmp_path: Path
) -> None:
    begin(page, server)
    leave(page, CURATOR, "Седова М. В.")
    press(page, "Далее")
    tick(page, "Ученик – ученик")
    tick(page, "Учитель – учитель")
    tick(page, "Учитель – учитель")
    expect(page.get_by_text("Форма «Учитель – учитель» убрана.")).to_be_visible()
    press(page, "Далее")
    tick(page, LEADER)
    leave(page, "Сколько пар", "4")
    leave(page, "Куратор", "Петрова А. А.")
    leave(page, "Цель", "Ввести новичков в коллектив <b>гимназии</b> & помочь им")
    tick(page, EQUAL)
    tick(page, EQUAL)
    press(page, "Далее")
    page.reload()
    settle(page)
    page.get_by_text("Цель и задачи", exact=True).click()
    settle(page)
    leave(page, "Текст раздела «Цель и задачи»", "Наша цель – чтобы никто не остался один.")
    press(page, "Далее")
    sheet = page.get_by_role("article", name="Документ целиком")
    expect(sheet).to_contain_text("Наша цель – чтобы никто не остался один.")
    with page.expect_download() as download:
        page.get_by_role("link", name="Документ Word").click()
    assert download.value.suggested_filename.endswith(".docx")
    download.value.save_as(tmp_path / "programme.docx")
    _check_document(tmp_path / "programme.docx")


def _check_document(file: Path) -> None:
    document = Document(str(file))
    headings = [item.text for item in document.paragraphs if item.style and item.style.name.startswith("Heading")]
    assert {"Пояснительная записка", "Цель и задачи", "Этапы реализации"} <= set(headings)
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    (models,) = [table for table in tables if table[0] == ["Форма наставничества", "Вариации ролевых моделей"]]
    ((form, listed),) = models[1:]
    assert form == "Ученик – ученик"
    assert LEADER in listed
    assert EQUAL not in listed
    cells = (cell for table in tables for row in table for cell in row)
    text = "\n".join([*(item.text for item in document.paragraphs), *cells])
    for words in (SCHOOL, "Седова М. В.", "Петрова А. А.", "<b>гимназии</b> & помочь", "никто не остался один"):
        assert words in text, words
    assert "Учитель – учитель" not in text
    assert not re.search(r"\{\{|\}\}|\{%|\{[a-z_]+\}", text), "a blank of the template was left"


def test_leaving_a_field_by_tab_loses_nothing_that_is_typed_in_the_next(page: Page, server: RunningServer) -> None:
    begin(page, server)
    authors = "Зимина Ольга Александровна, методист"
    page.get_by_label(CURATOR, exact=True).click()
    # As a person types: field after field, without waiting for the page.
    page.keyboard.type("Седова М. В.")
    page.keyboard.press("Tab")
    page.keyboard.type(authors, delay=40)
    page.keyboard.press("Tab")
    settle(page)
    page.reload()
    settle(page)
    expect(page.get_by_label(CURATOR, exact=True)).to_have_value("Седова М. В.")
    expect(page.get_by_label("Авторы, по одному на строке", exact=True)).to_have_value(authors)


def test_links_inside_the_page_and_the_browsers_own_ways_keep_address_and_picture_together(
    page: Page, server: RunningServer
) -> None:
    sign_in_as(page, server, Someone("methodologist", (TARA,)))
    open_page(page, server, "/programme")
    title = page.get_by_role("heading", level=1)
    page.get_by_role("link", name="Наставничество в колледже").click()
    expect(title).to_have_text("Наставничество в колледже")
    leave(page, CURATOR, "Тюрин А. П.")
    press(page, "Далее")
    expect(page).to_have_url(re.compile(r"programme=\d+&step=2$"))
    expect(title).to_have_text("Наставничество в колледже")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Программа наставничества").click()
    expect(title).to_have_text("Программы наставничества")
    press(page, "Новая программа")
    expect(title).to_have_text("Программы наставничества")
    page.go_back()
    expect(title).to_have_text("Наставничество в колледже")
    page.go_forward()
    expect(title).to_have_text("Программы наставничества")
