"""«Журнал»: every deed in words, filtered by the address, newest first, and whether it is whole."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from cmn_core.access import Person
from cmn_core.keeping.taking import TAKEN, note_failure
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database, open_database
from cmn_core.store.people import NewPerson, add_person
from cmn_core.store.settings import override_target
from tests.pages.screen_text import read_rows, read_text, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW, TARA, row, save

BY = Author("Иванова", NOW)


@pytest.fixture
def database(empty_database: str) -> Database:
    """A setting, a report, an account, a backup."""
    opened = open_database(empty_database)
    override_target(opened, "coverage", 2020, Decimal("12.5"), author="Иванова", now=NOW - timedelta(days=40))
    save(opened, [row("МБОУ «Школа № 1»", (5, 1, 2), "А", "own")], now=NOW - timedelta(hours=2))
    add_person(opened, NewPerson("petrova", "Петрова", "centre", frozenset()), by=BY)
    return opened


def open_record(**address: str) -> AppTest:
    page = open_shell("record.py", **{name: value for name, value in address.items() if name != "person"})
    if "person" in address:
        page.query_params["person"] = address["person"]
        page.run()
    assert not page.exception
    return page


def deeds(page: AppTest) -> list[str]:
    return [cells[3] for cells in read_rows(page)]


def test_deeds_stand_newest_first_in_words(database: Database) -> None:
    page = open_record()
    rows = read_rows(page)
    assert [cells[3] for cells in rows] == ["Учётная запись добавлена", "Отчёт отправлен", "Настройка изменена"]
    assert "Тарский; О расширении практик наставничества, ноябрь 2020" in rows[1][4]
    assert "10 % (исходное) → 12,5 %" in rows[2][5]
    assert "план 2020 года" in rows[2][5]
    assert f"district={TARA}" in read_html(page)


def test_a_taken_file_says_whether_it_was_the_marked_copy(database: Database) -> None:
    for marked in (False, True):
        with database.write() as session:
            write_audit(session, "original_taken", BY, marked=marked)
    assert [cells[5] for cells in read_rows(open_record(action="original_taken"))] == ["с пометками", ""]


def read_html(page: AppTest) -> str:
    return " ".join(item.body for item in page.get("html"))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"action": "report_saved"}, ["Отчёт отправлен"]),
        ({"action": "signed_in"}, []),
        ({"district": TARA}, ["Отчёт отправлен"]),
        ({"since": "2020-11-01"}, ["Учётная запись добавлена", "Отчёт отправлен"]),
        ({"until": "2020-11-01"}, ["Настройка изменена"]),
        ({"since": "2020-11-24", "until": "2020-11-24"}, ["Учётная запись добавлена", "Отчёт отправлен"]),
        ({"person": "0"}, ["Учётная запись добавлена", "Отчёт отправлен", "Настройка изменена"]),
        ({"person": "1"}, []),
        ({"before": "2"}, ["Настройка изменена"]),
        ({"before": "999999999999"}, ["Учётная запись добавлена", "Отчёт отправлен", "Настройка изменена"]),
        ({"since": "вчера", "action": "чужое"}, ["Учётная запись добавлена", "Отчёт отправлен", "Настройка изменена"]),
    ],
)
def test_the_address_filters(database: Database, address: dict[str, str], found: list[str]) -> None:
    page = open_record(**address)
    assert (deeds(page) if found else [page.info[0].value]) == (found or ["Таких записей нет. Измените отбор."])


def test_older_lines_are_a_button_away(database: Database) -> None:
    for number in range(60):
        with database.write() as session:
            write_audit(session, "organisations_added", Author("Иванова", NOW + timedelta(minutes=number)), count=1)
    page = open_record()
    assert len(read_rows(page)) == 50
    press(page, "Показать более ранние")
    assert len(read_rows(page)) == 13
    assert deeds(page)[-1] == "Настройка изменена"
    press(page, "К последним")
    assert len(read_rows(page)) == 50


def press(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception


def test_the_record_is_checked_by_a_button(database: Database) -> None:
    page = open_record()
    assert not page.success
    press(page, "Проверить журнал")
    assert "Журнал цел: проверено 3" in page.success[0].value
    with database.write() as session:
        session.execute(text("UPDATE audit_entry SET author = 'Никто' WHERE number = 2"))
    press(page, "Проверить журнал")
    assert "Строка № 2 не сходится" in page.error[0].value.replace("\\", "")


def test_backups_are_told_and_warned_of(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Резервных копий ещё нет" in warning(open_record())
    with database.write() as session:
        write_audit(session, TAKEN, BY, file="cmn-2020-11-24.zip", size=1_400_000, lines=3)
    monkeypatch.setattr("pages._parts.record_safety.now", lambda: NOW + timedelta(hours=30))
    page = open_record()
    assert not page.warning
    assert "Последняя резервная копия: 24.11.2020 09:30, cmn-2020-11-24.zip" in read_text(page)
    note_failure(database, "На диске нет места.", by=Author("cmn", NOW + timedelta(hours=24)))
    assert "Попытка 25.11.2020 09:30 не удалась. На диске нет места." in warning(open_record())
    monkeypatch.setattr("pages._parts.record_safety.now", lambda: NOW + timedelta(hours=49))
    assert "больше двух суток" in warning(open_record())


def warning(page: AppTest) -> str:
    return unescape_markdown(page.warning[0].value)


def test_who_may_not_see_the_record_reads_that(database: Database) -> None:
    person = Person(None, "t", "Тара", "district", frozenset({TARA}))
    page = open_shell("record.py", person=person)
    assert page.title[0].value == "Нет доступа"
    assert "Последние записи" not in read_text(page)
