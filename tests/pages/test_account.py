"""«Моя учётная запись»: who I am, and where else I am signed in."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import Database
from cmn_core.store.sign_ins import Entered, find_actor, leave
from tests.pages.screen_text import read_text, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_people import add, come_in


def open_account(entered: Entered) -> AppTest:
    page = open_shell("account.py", person=entered.actor.person, sign_in_id=entered.actor.sign_in_id)
    assert not page.exception
    return page


def ends(page: AppTest) -> list[str]:
    return [button.key for button in page.button if button.label == "Завершить"]


def test_without_sign_in_there_is_no_account(empty_database: str) -> None:
    page = open_shell("account.py")
    assert not page.exception
    assert "открыто без входа" in page.info[0].value


def test_it_tells_who_i_am_and_where_the_password_is_changed(database: Database) -> None:
    add(database)
    page = open_account(come_in(database, now=datetime.now(UTC)))
    told = read_text(page)
    assert "Имя tara" in told
    assert "Логин tara, роль «муниципалитет», муниципалитеты: Тарский." in told
    assert "Chrome, Windows, адрес 192.0.2.7 — это устройство" in told
    assert any('href="/password"' in block.body for block in page.get("html"))
    assert not page.text_input, "no password goes through a widget"
    assert ends(page) == []


def test_a_sign_in_on_another_device_is_ended(database: Database) -> None:
    add(database)
    add(database, "omsk")
    now = datetime.now(UTC)
    here, there, strange = come_in(database, now=now), come_in(database, now=now), come_in(database, "omsk", now=now)
    page = open_account(here)
    assert len(ends(page)) == 1, "other people's are not shown"
    next(button for button in page.button if button.label == "Завершить").click()
    page.run()
    assert "Вход завершён" in unescape_markdown(page.success[0].value)
    assert ends(page) == []
    standing = [find_actor(database, entered.token, now=now) is not None for entered in (here, there, strange)]
    assert standing == [True, False, True]


def test_who_was_signed_out_meanwhile_ends_nothing(database: Database) -> None:
    add(database)
    now = datetime.now(UTC)
    here, there = come_in(database, now=now), come_in(database, now=now)
    page = open_account(here)
    leave(database, here.actor.sign_in_id or 0, now=now)
    next(button for button in page.button if button.label == "Завершить").click()
    page.run()
    assert "Войдите снова" in unescape_markdown(" ".join(error.value for error in page.error))
    assert find_actor(database, there.token, now=now) is not None
