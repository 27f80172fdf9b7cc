"""From a checked file to a report that counts, and back."""

import re

import pytest

from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.reports import (
    read_in_force,
    read_report_organisations,
    read_versions,
)
from tests.pages.upload_page import (
    CHANGED,
    GOOD,
    KEY,
    SAVE,
    UNDO,
    box,
    button,
    html,
    open_with,
    save,
    save_past_the_page,
    title,
)


def test_a_good_file_is_saved_and_undone(database: Database) -> None:
    page = open_with(GOOD)
    assert title(page) == "Замечаний нет, можно сохранять"
    assert "2 организации, 2 программы, вовлечено 22 человека" in html(page)
    assert button(page, SAVE).disabled
    save(page)
    assert title(page) == "Отчёт сохранён и учитывается"
    saved = read_in_force(database, KEY)
    assert saved is not None
    assert sum(item.people.drawn_in for item in read_report_organisations(database, saved.report_id)) == 22
    assert saved.as_of.isoformat() == "2020-11-23"
    page.run()
    assert title(page) == "Отчёт сохранён и учитывается"
    button(page, UNDO).click().run()
    assert title(page) == "Сохранение отменено"
    assert "За ноябрь 2020 действующего отчёта больше нет" in html(page)
    assert read_in_force(database, KEY) is None


def test_undo_names_the_version_that_counts_again(database: Database) -> None:
    first = save_past_the_page(database, GOOD)
    page = save(open_with(CHANGED))
    button(page, UNDO).click().run()
    in_force = read_in_force(database, KEY)
    assert in_force is not None
    assert in_force.report_id == first
    assert re.search(r"Снова действует версия 1 от [\d.]+ [\d:]+ \(Петрова\)", html(page))


def test_the_difference_to_the_version_in_force_is_shown(database: Database) -> None:
    save_past_the_page(database, GOOD)
    shown = html(open_with(CHANGED))
    assert "С действующей версией 1" in shown
    # 22 people become 23: the first school has one more on the first date.
    assert re.search(r"Всего по отчёту</b></td><td>22</td><td><b>23</b></td><td><span class='up-more'>\+1", shown)
    assert "на первую дату 5 → 6" in shown
    assert "Ещё 1 без изменений" in shown


def test_the_same_file_again_is_told(database: Database) -> None:
    save_past_the_page(database, GOOD)
    page = open_with(GOOD)
    assert re.search(r"уже сохранён .* и действует как версия 1", page.info[0].value)
    assert title(page) == "Этот файл уже сохранён и действует"
    assert SAVE not in [item.label for item in page.button]


def test_an_older_file_is_offered_back(database: Database) -> None:
    first = save_past_the_page(database, GOOD)
    save_past_the_page(database, CHANGED)
    page = open_with(GOOD)
    button(page, "Вернуть версию 1").click().run()
    assert title(page) == "Версия возвращена и учитывается"
    in_force = read_in_force(database, KEY)
    assert in_force is not None
    assert in_force.report_id == first
    assert len(read_versions(database, KEY)) == 2


def test_what_another_saved_meanwhile_is_told_and_compared_anew(database: Database) -> None:
    page = open_with(GOOD)
    page.checkbox[0].check().run()
    meanwhile = save_past_the_page(database, CHANGED)
    button(page, SAVE).click().run()
    assert re.search(r"вступила в силу версия 1: Петрова, [\d.]+ [\d:]+", page.error[0].value.replace("\\", ""))
    in_force = read_in_force(database, KEY)
    assert in_force is not None
    assert in_force.report_id == meanwhile
    assert "С действующей версией 1" in html(page)
    save(page)
    assert title(page) == "Отчёт сохранён и учитывается"
    assert [version.version for version in read_versions(database, KEY)] == [2, 1]


def test_a_change_in_the_moment_of_the_click_is_not_saved_unseen(database: Database) -> None:
    page = open_with(GOOD)
    page.checkbox[0].check().run()
    box(page, "Организации").set_value("all")
    button(page, SAVE).click()
    page.run()
    assert "Выбор на странице изменился" in page.error[0].value
    assert read_in_force(database, KEY) is None


def test_a_database_that_refuses_is_told_and_nothing_is_lost(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_with(GOOD)
    page.checkbox[0].check().run()

    def refuse(*_: object, **__: object) -> None:
        raise StoreError("В базу данных нельзя записать: файл открыт только для чтения. Разрешите запись.")

    monkeypatch.setattr("pages._parts.upload_save.save_report", refuse)
    button(page, SAVE).click().run()
    assert "только для чтения" in page.error[0].value
    monkeypatch.undo()
    page.run()
    save(page)
    assert title(page) == "Отчёт сохранён и учитывается"
