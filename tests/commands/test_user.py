"""`cmn user`: the first administrator, links, closing and reopening; each refusal is one line."""

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cmn_core.store.engine import open_database
from cmn_core.store.invitations import accept_invitation, find_invitation
from cmn_core.store.sign_ins import SignInRefused, enter
from tests.commands.answers import Cmn

PASSWORD = "синий трактор едет"


def _say_on_input(monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(said)))


def _enters(database: Path, login: str, password: str = PASSWORD) -> bool:
    opened = open_database(f"sqlite:///{database}")
    try:
        enter(opened, login, password, address="::1", device="", now=datetime.now(UTC))
    except SignInRefused:
        return False
    finally:
        opened.close()
    return True


def _list(cmn: Cmn) -> list[dict[str, object]]:
    people: list[dict[str, object]] = json.loads(cmn("user", "list", "--json").out)["people"]
    return people


@pytest.mark.parametrize("said", [f"{PASSWORD}\n", f"{PASSWORD}\r\nещё строка\n", PASSWORD, f"\ufeff{PASSWORD}\n"])
def test_the_first_administrator_comes_with_a_password_from_the_input(
    cmn: Cmn, database: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    _say_on_input(monkeypatch, said.encode())
    done = cmn("user", "add", "ivanova", "--name", "Иванова М. П.", "--role", "administrator", "--password-stdin")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Учётная запись «ivanova» (Иванова М. П.) создана.\n"
    assert _enters(database, "ivanova")
    assert PASSWORD not in done.out


def test_a_password_is_asked_twice_at_the_keyboard(cmn: Cmn, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    answers = iter([PASSWORD, "другое", PASSWORD, PASSWORD])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(answers))
    arguments = ("user", "add", "ivanova", "--name", "И", "--role", "centre")
    refused = cmn(*arguments)
    assert (refused.code, refused.err) == (2, "Пароли не совпали. Учётная запись не создана: повторите команду.\n")
    assert cmn(*arguments).code == 0
    assert _enters(database, "ivanova")


def test_an_invited_person_gets_a_link_under_the_applications_address(cmn: Cmn, database: Path) -> None:
    done = cmn(
        "user", "add", "tara", "--name", "Тара", "--role", "district", "--district", "Тарский",
        "--district", "52701000", "--invite", "--address", "https://cmn.example.ru/",
    )  # fmt: skip
    assert done.code == 0
    token = _token(done.out, "https://cmn.example.ru")
    opened = open_database(f"sqlite:///{database}")
    invited = find_invitation(opened, token, now=datetime.now(UTC))
    assert invited is not None
    assert invited.login == "tara"
    opened.close()
    (person,) = _list(cmn)
    assert (person["role"], person["districts"]) == ("district", ["52654000", "52701000"])
    assert (person["active"], person["has_password"], person["last_seen_at"]) == (True, False, None)
    listed = cmn("user", "list").out
    assert "г. Омск, Тарский" in listed
    assert "нет пароля, ссылка до" in listed


def test_a_reset_link_replaces_the_password(cmn: Cmn, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _say_on_input(monkeypatch, PASSWORD.encode())
    cmn("user", "add", "ivanova", "--name", "И", "--role", "viewer", "--password-stdin")
    token = _token(cmn("user", "reset", "IVANOVA").out, "http://127.0.0.1:8501")
    assert _enters(database, "ivanova"), "the old one serves until the link is used"
    opened = open_database(f"sqlite:///{database}")
    accept_invitation(opened, token, "зелёная лодка плывёт", now=datetime.now(UTC))
    opened.close()
    assert not _enters(database, "ivanova")
    assert _enters(database, "ivanova", "зелёная лодка плывёт")


def test_closing_and_reopening(cmn: Cmn, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _say_on_input(monkeypatch, PASSWORD.encode())
    cmn("user", "add", "ivanova", "--name", "Иванова", "--role", "viewer", "--password-stdin")
    assert cmn("user", "close", "ivanova").out == "Учётная запись «ivanova» (Иванова) закрыта.\n"
    assert not _enters(database, "ivanova")
    assert "закрыта" in cmn("user", "list").out
    assert cmn("user", "reset", "ivanova").code == 1
    assert cmn("user", "reopen", "ivanova").out == "Учётная запись «ivanova» (Иванова) открыта.\n"
    assert _enters(database, "ivanova")


def test_an_empty_database_tells_how_to_begin(cmn: Cmn) -> None:
    assert cmn("user", "list").out.startswith("Учётных записей нет. Первая: cmn user add")
    assert _list(cmn) == []


def test_the_database_is_named_before_or_after_the_command(cmn: Cmn, database: Path, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    cmn("user", "--database", other, "add", "ivanova", "--name", "И", "--role", "viewer", "--invite")
    for arguments in (
        ("--database", other, "user", "list"),
        ("user", "--database", other, "list"),
        ("user", "list", "--database", other),
    ):
        assert "ivanova" in cmn(*arguments).out
    assert not database.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("add", "x", "--role", "viewer", "--invite"), 2, "--name"),
        (("add", "ivanova", "--name", "И", "--role", "boss", "--invite"), 2, "«boss» для --role"),
        (("add", "ivanova", "--name", "И", "--role", "district", "--invite"), 1, "хотя бы один муниципалитет"),
        (("add", "ivanova", "--name", "И", "--role", "district", "--district", "О", "--invite"), 2, "неоднозначно"),
        (("add", "иванова", "--name", "И", "--role", "viewer", "--invite"), 1, "латинских букв"),
        (("add", "ivanova", "--name", "И", "--role", "viewer"), 2, "это не терминал"),
        (("add", "ivanova", "--name", "И", "--role", "viewer", "--invite", "--password-stdin"), 2, "Оставьте одно"),
        (("add", "ivanova", "--name", "И", "--role", "viewer", "--invite", "--address", "cmn"), 2, "Адрес «cmn»"),
        (("add", "ivanova", "--name", "И", "--role", "viewer", "--password-stdin"), 1, "нужно не меньше 12"),
        (("close", "nobody"), 2, "Логина «nobody» нет"),
        (("reopen", "nobody"), 2, "Логина «nobody» нет"),
        (("reset", "nobody"), 2, "Логина «nobody» нет"),
        (("reset", "nobody", "--address", "ftp://x"), 2, "Адрес «ftp://x»"),
        ((), 2, "cmn user --help"),
        (("list", "--foo"), 2, "cmn user list --help"),
        (("remove",), 2, "Команды «remove» нет"),
    ],
)
def test_a_refusal_is_one_line_and_nothing_is_added(
    cmn: Cmn, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, told: str
) -> None:
    _say_on_input(monkeypatch, b"short\n")
    done = cmn("user", *arguments)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert _list(cmn) == []


def test_a_password_that_is_no_utf8_is_told(cmn: Cmn, monkeypatch: pytest.MonkeyPatch) -> None:
    _say_on_input(monkeypatch, PASSWORD.encode("cp1251"))
    done = cmn("user", "add", "ivanova", "--name", "И", "--role", "viewer", "--password-stdin")
    assert (done.code, done.out) == (2, "")
    assert "не в UTF-8" in done.err


def _token(answer: str, address: str) -> str:
    found = re.search(rf"^{re.escape(address)}/invitation/([\w-]{{43}})$", answer, re.MULTILINE)
    assert found is not None, answer
    return found[1]
