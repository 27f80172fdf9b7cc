"""Accounts: what may be added and changed, by whom, and what it does to those who are at work."""

from dataclasses import replace

import pytest

from cmn_core.access import ROLES, AccessDenied, Person, Role
from cmn_core.store.account_facts import AccountRefused, check_new
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.invitations import find_invitation, invite
from cmn_core.store.passwords import PasswordRefused, set_password
from cmn_core.store.people import (
    NewPerson,
    add_person,
    change_person,
    close_account,
    list_people,
    reopen_account,
)
from cmn_core.store.revision import data_revision
from cmn_core.store.sessions import Actor
from cmn_core.store.sign_ins import end_sign_ins, find_actor, has_people, leave, list_sign_ins
from tests.store.made_people import BY, NOW, PASSWORD, add, come_in
from tests.store.made_readings import OMSK, TARA


def _actions(database: Database) -> list[str]:
    return [line.action for line in reversed(read_audit(database))]


def test_an_added_person_is_listed_and_enters(database: Database) -> None:
    assert not has_people(database)
    revision = data_revision(database)
    person = add(database)
    assert has_people(database)
    assert person == Person(person.number, "tara", "Имя tara", "district", frozenset({TARA}))
    (card,) = list_people(database)
    assert (card.person, card.is_active, card.has_password) == (person, True, True)
    assert (card.last_seen_at, card.invited_until, card.is_demonstration) == (None, None, False)
    come_in(database)
    assert list_people(database)[0].last_seen_at == NOW
    assert _actions(database) == ["person_added", "signed_in"]
    assert data_revision(database) == revision, "no page's figures change"


def test_the_list_has_open_accounts_first_by_name(database: Database) -> None:
    people = [add(database, login, "viewer") for login in ("petrova", "abramov", "yashin")]
    close_account(database, people[1].number or 0, by=BY)
    cards = list_people(database)
    assert [card.person.login for card in cards] == ["petrova", "yashin", "abramov"]
    assert [card.is_active for card in cards] == [True, True, False]


@pytest.mark.parametrize(
    ("login", "name", "role", "districts", "told"),
    [
        ("", "А", "viewer", (), "Логин «»"),
        ("ab", "А", "viewer", (), "Логин «ab»"),
        ("иванова", "А", "viewer", (), "латинских букв"),
        ("a b c", "А", "viewer", (), "Логин «a b c»"),
        (".ivanova", "А", "viewer", (), "первой"),
        ("a" * 65, "А", "viewer", (), "от 3 до 64"),
        ("ivanova\n", "", "viewer", (), "Укажите имя"),
        ("ivanova", " \u200b ", "viewer", (), "Укажите имя"),
        ("ivanova", "А" * 101, "viewer", (), "Укажите имя"),
        ("ivanova", "А\u202eб", "viewer", (), "Укажите имя"),
        ("ivanova", "А", "owner", (), "Роли «owner» нет"),
        ("ivanova", "А", "district", (), "хотя бы один муниципалитет"),
        ("ivanova", "А", "centre", (TARA,), "только для ролей «муниципалитет» и «методист организации»"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    login: str, name: str, role: Role, districts: tuple[str, ...], told: str
) -> None:
    with pytest.raises(AccountRefused, match=told):
        check_new(NewPerson(login, name, role, frozenset(districts)))


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (NewPerson("ivanova", "А", "district", frozenset({TARA, "99999999"})), "ОКТМО «99999999»"),
        (NewPerson("иванова", "А", "viewer"), "латинских букв"),
    ],
)
def test_a_refused_account_leaves_nothing_behind(database: Database, new: NewPerson, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        add_person(database, new, by=BY)
    assert list_people(database) == ()
    assert read_audit(database) == ()


def test_all_faults_of_an_account_are_told_at_once() -> None:
    with pytest.raises(AccountRefused) as refused:
        check_new(NewPerson("и", "", "district"))
    assert all(words in refused.value.message for words in ("Логин «и»", "Укажите имя", "муниципалитет."))


def test_two_logins_that_differ_in_case_alone_are_one(database: Database) -> None:
    first = add(database, "Ivanova", "viewer")
    with pytest.raises(AccountRefused, match="«IVANOVA» уже занят: Имя Ivanova"):
        add(database, "IVANOVA", "viewer")
    second = add(database, "petrova", "viewer")
    with pytest.raises(AccountRefused, match="уже занят"):
        change_person(database, second.number or 0, NewPerson("ivanova", "П", "viewer"), by=BY)
    change_person(database, first.number or 0, NewPerson("ivanova", "И", "viewer"), by=BY)
    assert {card.person.login for card in list_people(database)} == {"ivanova", "petrova"}


@pytest.mark.parametrize(
    ("changed", "ends"),
    [
        ({"name": "Другое имя"}, False),
        ({"login": "tara2"}, False),
        ({"districts": frozenset({TARA, OMSK})}, True),
        ({"role": "viewer", "districts": frozenset()}, True),
    ],
)
def test_other_rights_end_the_sign_ins_other_words_do_not(
    database: Database, changed: dict[str, object], ends: bool
) -> None:
    person = add(database)
    token = come_in(database).token
    new = replace(NewPerson("tara", "Имя tara", "district", frozenset({TARA})), **changed)
    change_person(database, person.number or 0, new, by=BY)
    actor = find_actor(database, token, now=NOW)
    assert (actor is None) == ends
    if actor is not None:
        assert (actor.person.login, actor.person.name) == (new.login, new.name)
    line = read_audit(database, 1)[0]
    assert line.action == "person_changed"
    assert set(line.details["changes"]) == set(changed)


def test_a_change_keeps_old_and_new_in_the_record_and_nothing_is_no_change(database: Database) -> None:
    person = add(database)
    change_person(database, person.number or 0, NewPerson("tara", "Имя tara", "viewer"), by=BY)
    assert read_audit(database, 1)[0].details["changes"] == {
        "role": {"old": "district", "new": "viewer"},
        "districts": {"old": [TARA], "new": []},
    }
    change_person(database, person.number or 0, NewPerson("tara", "Имя tara", "viewer"), by=BY)
    assert _actions(database) == ["person_added", "person_changed"]


def test_a_closed_account_is_out_at_once_and_comes_back_with_its_password(database: Database) -> None:
    person = add(database)
    number = person.number or 0
    token = come_in(database).token
    link = invite(database, number, by=BY)
    close_account(database, number, by=BY)
    close_account(database, number, by=BY)
    assert find_actor(database, token, now=NOW) is None
    assert find_invitation(database, link, now=NOW) is None
    with pytest.raises(StoreError, match="не подходит"):
        come_in(database)
    with pytest.raises(AccountRefused, match="закрыта"):
        invite(database, number, by=BY)
    reopen_account(database, number, by=BY)
    reopen_account(database, number, by=BY)
    assert find_actor(database, token, now=NOW) is None, "an ended sign-in does not come back"
    assert find_invitation(database, link, now=NOW) is None
    assert come_in(database).actor.person == person
    assert _actions(database) == [
        "person_added", "signed_in", "invited", "account_closed", "sign_in_refused", "account_reopened", "signed_in",
    ]  # fmt: skip


def test_the_last_administrator_who_can_enter_stays(database: Database) -> None:
    first = add(database, "first", "administrator").number or 0
    second = add(database, "second", "administrator", password=None).number or 0
    for deed in (
        lambda: close_account(database, first, by=BY),
        lambda: change_person(database, first, NewPerson("first", "П", "centre"), by=BY),
    ):
        with pytest.raises(AccountRefused, match="последний администратор"):
            deed()
    change_person(database, first, NewPerson("first", "Переименован", "administrator"), by=BY)
    set_password(database, second, PASSWORD, by=BY)
    close_account(database, first, by=BY)
    with pytest.raises(AccountRefused, match="последний администратор"):
        close_account(database, second, by=BY)


def test_an_account_that_is_not_there_is_told(database: Database) -> None:
    for deed in (
        lambda: close_account(database, 7, by=BY),
        lambda: reopen_account(database, 7, by=BY),
        lambda: change_person(database, 7, NewPerson("abc", "А", "viewer"), by=BY),
        lambda: invite(database, 7, by=BY),
        lambda: set_password(database, 7, PASSWORD, by=BY),
        lambda: end_sign_ins(database, 7, by=BY),
    ):
        with pytest.raises(StoreError, match="Такой учётной записи нет"):
            deed()


@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"])
def test_nobody_but_an_administrator_keeps_accounts(database: Database, role: Role) -> None:
    other = add(database, "other", "administrator").number or 0
    theirs = come_in(database, "other").actor
    add(database, "tara", role)
    hands = database.acting(come_in(database).actor)
    deeds = (
        lambda: list_people(hands),
        lambda: add_person(hands, NewPerson("new", "Н", "viewer"), by=BY),
        lambda: change_person(hands, other, NewPerson("other", "О", "viewer"), by=BY),
        lambda: close_account(hands, other, by=BY),
        lambda: reopen_account(hands, other, by=BY),
        lambda: set_password(hands, other, PASSWORD, by=BY),
        lambda: invite(hands, other, by=BY),
        lambda: list_sign_ins(hands, other, now=NOW),
        lambda: end_sign_ins(hands, other, by=BY),
        lambda: leave(hands, theirs.sign_in_id or 0, now=NOW),
    )
    before = list_people(database)
    for deed in deeds:
        with pytest.raises(AccessDenied):
            deed()
    assert list_people(database) == before
    assert [line.action for line in read_audit(database, len(deeds))] == ["refused"] * len(deeds)


def test_an_administrator_keeps_accounts_and_the_record_knows_who(database: Database) -> None:
    add(database, "head", "administrator")
    actor = come_in(database, "head").actor
    person = add_person(database.acting(actor), NewPerson("new", "Н", "viewer"), by=BY)
    close_account(database.acting(actor), person.number or 0, by=BY)
    assert [card.person.login for card in list_people(database.acting(actor))] == ["head", "new"]


def test_a_removed_administrator_changes_nothing_more(database: Database) -> None:
    first = add(database, "first", "administrator")
    actor: Actor = come_in(database, "first").actor
    add(database, "second", "administrator")
    close_account(database, first.number or 0, by=BY)
    with pytest.raises(StoreError, match="Войдите снова"):
        add_person(database.acting(actor), NewPerson("new", "Н", "viewer"), by=BY)
    assert {card.person.login for card in list_people(database)} == {"first", "second"}


def test_a_weak_password_is_for_demonstrations_alone(database: Database) -> None:
    new = NewPerson("demo", "Демо", "viewer")
    with pytest.raises(PasswordRefused):
        add_person(database, new, by=BY, password="demo")
    add_person(database, new, by=BY, password="demo", demonstration=True)
    assert list_people(database)[0].is_demonstration
    with pytest.raises(StoreError, match="не подходит"):
        come_in(database, "demo", "demo", address="192.0.2.7")
    assert come_in(database, "demo", "demo", address="127.0.0.1").actor.person.login == "demo"
    assert come_in(database, "demo", "demo", address="::1").actor.person.login == "demo"
