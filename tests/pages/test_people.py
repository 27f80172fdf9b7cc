"""«Пользователи»: adding with a link shown once, changing, closing and the way back, another's change, bad words."""

import re
from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.invitations import find_invitation
from cmn_core.store.people import NewPerson, change_person, list_people
from cmn_core.store.sign_ins import find_actor
from tests.pages.screen_text import read_rows, read_text, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_people import BY, add, come_in
from tests.store.made_readings import OMSK, TARA


def open_people() -> AppTest:
    page = open_shell("people.py")
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception
    return page


def fill(page: AppTest, place: int = 0, **written: str) -> AppTest:
    for label, value in written.items():
        [item for item in page.text_input if item.label.startswith(label)][place].set_value(value)
    return page.run()


def choose(page: AppTest, login: str) -> AppTest:
    box = next(box for box in page.selectbox if box.label == "Чья")
    box.select(next(option for option in box.options if f"({login})" in option))
    return page.run()


def words(elements: object) -> str:
    return unescape_markdown(" ".join(item.value for item in elements))  # type: ignore[attr-defined]


def test_without_accounts_the_page_offers_the_first(database: Database) -> None:
    page = open_people()
    assert "Всего 0 записей" in read_text(page).replace("\xa0", " ")
    told = words(press(page, "Добавить и получить ссылку").error)
    assert "Логин «» не подходит" in told
    assert "Укажите имя" in told


def test_a_person_is_added_and_the_link_is_shown_until_put_away(database: Database) -> None:
    page = fill(open_people(), Имя="Иванова  Мария", Логин="ivanova")
    page.multiselect[0].set_value([TARA]).run()
    press(page, "Добавить и получить ссылку")
    assert "Добавлено: Иванова Мария (ivanova)" in words(page.success)
    (card,) = list_people(database)
    assert (card.person.name, card.person.role, card.person.districts) == (
        "Иванова Мария", "district", frozenset({TARA}),
    )  # fmt: skip
    (link,) = [code.value for code in page.code]
    token = re.fullmatch(r"http://[^/]+/invitation/([\w-]{43})", link)
    assert token is not None
    invited = find_invitation(database, token[1], now=datetime.now(UTC))
    assert invited is not None
    assert invited.login == "ivanova"
    (row,) = read_rows(page)
    assert row[:4] == ["Иванова Мария", "ivanova", "муниципалитет", "Тарский"]
    assert row[4].startswith("нет пароля, ссылка до")
    assert row[5] == "ещё не входил"
    press(page, "Скопировано, убрать")
    assert not page.code


def test_what_cannot_be_added_is_told_whole_and_stays_in_the_fields(database: Database) -> None:
    page = press(fill(open_people(), Имя="<b>Мария</b>", Логин="иванова"), "Добавить и получить ссылку")
    told = words(page.error)
    assert "Логин «иванова» не подходит" in told
    assert "хотя бы один муниципалитет" in told
    assert [item.value for item in page.text_input if item.label == "Логин"] == ["иванова"]
    assert list_people(database) == ()
    assert not page.code


def test_a_role_without_municipalities_asks_for_none(database: Database) -> None:
    page = fill(open_people(), Имя="Пётр", Логин="petr")
    page.selectbox[0].select("viewer").run()
    assert not page.multiselect
    press(page, "Добавить и получить ссылку")
    assert list_people(database)[0].person.role == "viewer"
    assert read_rows(page)[0][3] == "все"


def test_saving_what_stands_already_changes_nothing(database: Database) -> None:
    add(database)
    page = press(choose(open_people(), "tara"), "Сохранить изменения")
    assert "менять нечего" in words(page.success)


def test_another_municipality_ends_the_sign_ins(database: Database) -> None:
    add(database)
    entered = come_in(database, now=datetime.now(UTC))
    page = choose(open_people(), "tara")
    page.multiselect[-1].set_value([OMSK]).run()
    press(page, "Сохранить изменения")
    assert "изменено — муниципалитеты. Входы этого человека завершены." in words(page.success)
    assert find_actor(database, entered.token, now=datetime.now(UTC)) is None
    assert read_rows(page)[0][3] == "г. Омск"


def test_what_another_changed_meanwhile_is_not_overwritten(database: Database) -> None:
    number = add(database, "petr", "viewer").number or 0
    page = choose(open_people(), "petr")
    fill(page, -1, Имя="Пётр Первый")
    change_person(database, number, NewPerson("petr", "Имя petr", "centre", frozenset()), by=BY)
    press(page, "Сохранить изменения")
    assert "уже изменил другой администратор" in words(page.error)
    assert list_people(database)[0].person.role == "centre"
    assert list_people(database)[0].person.name == "Имя petr"


def test_closing_is_told_and_taken_back_by_a_button(database: Database) -> None:
    add(database)
    page = press(choose(open_people(), "tara"), "Закрыть доступ")
    assert "доступ закрыт" in words(page.success)
    assert read_rows(page)[0][4] == "закрыта"
    press(page, "Вернуть как было")
    assert read_rows(page)[0][4] == "действует"
    press(choose(page, "tara"), "Закрыть доступ")
    press(choose(page, "tara"), "Открыть доступ")
    assert list_people(database)[0].is_active


def test_the_last_administrator_is_not_closed(database: Database) -> None:
    add(database, "head", "administrator")
    page = press(choose(open_people(), "head"), "Закрыть доступ")
    assert "последний администратор" in words(page.error)
    assert list_people(database)[0].is_active


def test_a_new_link_and_the_end_of_all_sign_ins(database: Database) -> None:
    add(database)
    entered = come_in(database, now=datetime.now(UTC))
    page = press(choose(open_people(), "tara"), "Новая ссылка для пароля")
    assert len(page.code) == 1
    assert "действует; ссылка до" in read_rows(page)[0][4]
    press(choose(page, "tara"), "Завершить все входы")
    assert "завершено входов: 1." in words(page.success)
    assert find_actor(database, entered.token, now=datetime.now(UTC)) is None


def test_people_are_found_by_any_of_their_words(database: Database) -> None:
    for login in ("tara", "omsk"):
        add(database, login)
    add(database, "head", "administrator")
    page = open_people()
    assert len(read_rows(page)) == 3
    page.text_input(key="find").set_value("администратор").run()
    assert [row[1] for row in read_rows(page)] == ["head"]


def test_a_name_is_shown_letter_by_letter(database: Database) -> None:
    page = fill(open_people(), Имя="<b>**x**</b>", Логин="markup")
    page.selectbox[0].select("viewer").run()
    press(page, "Добавить и получить ссылку")
    assert "<b>**x**</b> (markup)" in words(page.success)
    assert read_rows(page)[0][0] == "<b>**x**</b>"


def test_who_may_not_keep_accounts_is_refused(database: Database) -> None:
    page = open_shell("people.py", person=add(database, "petr", "centre"))
    assert page.title[0].value == "Нет доступа"
    assert "Добавить и получить ссылку" not in [button.label for button in page.button]


def test_an_administrator_who_is_signed_in_adds_under_their_name(database: Database) -> None:
    add(database, "head", "administrator")
    entered = come_in(database, "head", now=datetime.now(UTC))
    page = open_shell("people.py", person=entered.actor.person, sign_in_id=entered.actor.sign_in_id)
    fill(page, Имя="Пётр", Логин="petr")
    page.selectbox[0].select("viewer").run()
    press(page, "Добавить и получить ссылку")
    line = read_audit(database, 2)[1]
    assert (line.action, line.author) == ("person_added", "Имя head")
