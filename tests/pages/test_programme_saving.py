"""A programme is kept as each field is left; two people, a database that is away, a reload: no word is lost."""

from pathlib import Path

import pytest

from cmn_core.store.engine import Database, open_database
from cmn_core.store.programme_reading import list_programmes
from cmn_core.store.programmes import delete_programme, save_programme
from tests.pages.programme_page import (
    LEADER,
    OTHER,
    add_school,
    by_label,
    leave_line,
    leave_prose,
    open_page,
    opened_number,
    press,
    run,
    start,
    stored,
    tick,
    told,
    write_filled,
    write_opened,
)
from tests.pulled_disk import PulledDisk

CURATOR = "Куратор программы"


@pytest.fixture
def number(database: Database) -> int:
    school = add_school(database)
    return start(database, write_filled(school), school)


def test_each_field_is_kept_as_it_is_left_and_stands_there_after_a_reload(database: Database, number: int) -> None:
    page = leave_line(open_page(programme=number), CURATOR, "  Седова   М. В. ")
    leave_line(page, "Номер протокола", "2")
    leave_prose(page, "Авторы", "Зимина О. А., методист\n\nСедова М. В.")
    kept = stored(database, number)
    assert (kept.curator, kept.approval.agreed_protocol) == ("Седова М. В.", "2")
    assert kept.authors == ("Зимина О. А., методист", "Седова М. В.")
    again = open_page(programme=number)
    assert by_label(again.text_input, CURATOR).value == "Седова М. В."
    assert by_label(again.text_area, "Авторы").value == "Зимина О. А., методист\nСедова М. В."
    assert "Сохранено" in told(again)


def test_moving_between_steps_and_away_keeps_everything(database: Database, number: int) -> None:
    page = leave_line(open_page(programme=number), CURATOR, "Седова М. В.")
    for _ in range(4):
        press(page, "Далее")
    assert page.query_params["step"] == "5"
    assert by_label(page.button, "Далее").disabled
    for _ in range(4):
        press(page, "Назад")
    assert by_label(page.text_input, CURATOR).value == "Седова М. В."
    assert "step" not in page.query_params


def test_two_fields_left_at_once_are_both_kept(database: Database, number: int) -> None:
    page = open_page(programme=number, step=4, section="risks")
    by_label(page.text_area, "Риск 1").set_value("Первый риск")
    by_label(page.text_area, "Риск 2").set_value("Второй риск")
    run(page)
    risks = stored(database, number).risks
    assert risks is not None
    assert [item.risk for item in risks[:2]] == ["Первый риск", "Второй риск"]


def test_of_two_people_the_second_goes_on_with_a_programme_of_their_own(database: Database, number: int) -> None:
    page = open_page(programme=number)
    other = stored(database, number).having(curator="Чужая правка")
    save_programme(database, number, other, seen=1, by=OTHER)
    leave_line(page, CURATOR, "Своя правка")
    assert stored(database, number).curator == "Чужая правка"
    own = opened_number(page)
    assert own != number
    assert stored(database, own).curator == "Своя правка"
    assert "изменил(а) Гусев Олег" in told(page)
    assert "Ваши правки сохранены отдельно" in told(page)
    (link,) = [item for item in page.get("page_link") if item.label.startswith("Открыть программу другого")]
    assert f"programme={number}" in link.proto.query_string
    leave_line(page, CURATOR, "Ещё правка")
    assert stored(database, own).curator == "Ещё правка"
    press(page, "Понятно")
    assert "изменил(а)" not in told(page)


def test_what_another_window_saved_is_shown_and_told(database: Database, number: int) -> None:
    page = open_page(programme=number)
    save_programme(database, number, stored(database, number).having(curator="Из другого окна"), seen=1, by=OTHER)
    run(page)
    assert by_label(page.text_input, CURATOR).value == "Из другого окна"
    assert "В другом окне программу изменил(а) Гусев Олег" in told(page)
    leave_line(page, CURATOR, "Дальше")
    assert stored(database, number).curator == "Дальше"


def test_what_was_deleted_meanwhile_is_told_and_comes_back(database: Database, number: int) -> None:
    delete_programme(database, number, OTHER)
    page = open_page(programme=number)
    assert "Эта программа удалена из списка" in told(page)
    press(page, "Вернуть в список")
    assert [line.programme_id for line in list_programmes(database)] == [number]
    leave_line(page, CURATOR, "Седова М. В.")
    assert stored(database, number).curator == "Седова М. В."


def test_what_is_typed_while_the_database_is_away_waits_and_is_kept(empty_database: str) -> None:
    database = open_database(empty_database)
    school = add_school(database)
    number = start(database, write_opened(school), school)
    database.close()
    page = open_page(programme=number)
    disk = PulledDisk(Path(empty_database.removeprefix("sqlite:///")))
    disk.pull()
    by_label(page.text_input, CURATOR).set_value("Седова М. В.")
    run(page)
    assert "Введённое осталось на этой странице" in told(page)
    assert "Последние правки не записаны" in told(page)
    assert by_label(page.text_input, CURATOR).value == "Седова М. В."
    disk.put_back()
    run(page)
    assert "Введённое осталось" not in told(page)
    database = open_database(empty_database)
    assert stored(database, number).curator == "Седова М. В."
    database.close()


def test_what_was_not_kept_of_a_programme_that_was_left_is_kept_from_the_list(empty_database: str) -> None:
    database = open_database(empty_database)
    school = add_school(database)
    number = start(database, write_opened(school), school)
    database.close()
    page = open_page()
    page.query_params["programme"] = str(number)
    run(page)
    disk = PulledDisk(Path(empty_database.removeprefix("sqlite:///")))
    disk.pull()
    leave_line(page, CURATOR, "Седова М. В.")
    del page.query_params["programme"]
    run(page)
    assert "Не записаны последние правки" in told(page)
    disk.put_back()
    run(page)
    assert "Не записаны последние правки" not in told(page)
    database = open_database(empty_database)
    assert stored(database, number).curator == "Седова М. В."
    database.close()


def test_what_is_taken_out_comes_back_with_one_press(database: Database, number: int) -> None:
    page = open_page(programme=number, step=3)
    tick(page, LEADER, on=False)
    assert stored(database, number).models == ()
    assert f"Ролевая модель «{LEADER}» убрана." in told(page)
    press(page, "Вернуть")
    ((_, model),) = stored(database, number).models
    assert (model.count, model.curator) == (4, "Петрова А. А.")
    assert "убрана" not in told(page)
