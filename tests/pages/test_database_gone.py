"""The database goes away under a page and comes back: a sentence, nothing typed is lost, no restart is needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url
from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import Database, open_database
from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.reports import read_versions
from pages._parts.page_list import PAGES
from tests.pages.shell import open_shell
from tests.pages.upload_page import GOOD, KEY, SAVE, button, open_with, save_past_the_page, title
from tests.pulled_disk import PulledDisk
from tests.severed_link import SeveredLink, link_to
from tests.store.together import run_together

AGAIN = "Попробовать снова"
COMMIT = b"COMMIT\0"


def shown_errors(page: AppTest) -> list[str]:
    return [error.value.replace("\\", "") for error in page.error]


@pytest.fixture
def link(postgresql_address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[SeveredLink]:
    """Point the pages at an empty schema behind a link that can be cut."""
    address = make_url(postgresql_address)
    with link_to(address.host or "", address.port or 5432) as opened:
        through = address.set(host="127.0.0.1", port=opened.port)
        monkeypatch.setenv(ADDRESS_VARIABLE, through.render_as_string(hide_password=False))
        yield opened


@pytest.fixture
def database(postgresql_address: str) -> Iterator[Database]:
    """The same schema past the link, to look at what was stored."""
    opened = open_database(postgresql_address)
    yield opened
    opened.close()


@pytest.fixture
def disk(demo_copy: str) -> PulledDisk:
    """The disk of a demonstration of the test's own."""
    return PulledDisk(Path(demo_copy.removeprefix("sqlite:///")))


@pytest.mark.parametrize("path", [entry.path for entry in PAGES])
def test_a_page_stays_while_the_file_is_away_and_mends_by_itself(path: str, disk: PulledDisk) -> None:
    page = open_shell(f"{path}.py", district="52654000").run()
    before = [item.value for item in page.title]
    assert before
    assert not page.error
    disk.pull()
    page.run()
    assert not page.exception
    (told,) = [item for item in page.warning if "больше нет на месте" in item.value]
    assert "Показано прочитанное раньше" in told.value
    assert "Ничего не сохранено" not in told.value
    assert [item.value for item in page.title] == before
    disk.put_back()
    button(page, AGAIN).click().run()
    assert not page.error
    assert not [item for item in page.warning if "больше нет на месте" in item.value]
    assert AGAIN not in [item.label for item in page.button]


def test_a_page_opened_while_the_server_is_away_says_so_and_opens_once_it_is_back(link: SeveredLink) -> None:
    link.cut()
    page = open_shell()
    assert not page.exception
    assert "не отвечает" in shown_errors(page)[0]
    assert not page.title
    link.mend()
    button(page, AGAIN).click().run()
    assert not page.error
    assert page.title


def test_a_saving_that_met_a_cut_link_is_told_and_done_by_pressing_again(link: SeveredLink, database: Database) -> None:
    page = open_with(GOOD)
    page.checkbox[-1].check()
    page.run()
    link.cut()
    button(page, SAVE).click().run()
    assert not page.exception
    assert all("не отвечает" in error for error in shown_errors(page))
    assert title(page) == "Замечаний нет, можно сохранять"
    assert page.checkbox[-1].value, "what was confirmed stays confirmed"
    assert read_versions(database, KEY) == ()
    link.mend()
    button(page, SAVE).click().run()
    assert not page.error
    assert title(page) == "Отчёт сохранён и учитывается"
    assert [version.version for version in read_versions(database, KEY)] == [1]


def test_a_saving_whose_answer_was_lost_is_found_saved_once(link: SeveredLink, database: Database) -> None:
    page = open_with(GOOD)
    page.checkbox[-1].check()
    page.run()
    link.lose_answer_to(COMMIT)
    button(page, SAVE).click().run()
    assert "неизвестно" in shown_errors(page)[-1]
    link.mend()
    page.run()
    assert title(page) == "Этот файл уже сохранён и действует"
    assert SAVE not in [item.label for item in page.button]
    assert [version.version for version in read_versions(database, KEY)] == [1]


def test_what_another_process_saved_is_seen_at_the_next_run(
    link: SeveredLink, database: Database, postgresql_address: str
) -> None:
    page = open_with(GOOD)
    assert title(page) == "Замечаний нет, можно сохранять"
    assert run_together(_save_in, [(postgresql_address,)]) == [1]
    page.run()
    assert title(page) == "Этот файл уже сохранён и действует"


def _save_in(address: str) -> int:
    opened = open_database(address)
    try:
        return save_past_the_page(opened, GOOD)
    finally:
        opened.close()
