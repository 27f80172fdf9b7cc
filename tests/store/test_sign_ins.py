"""Entering and leaving: wrong passwords, ends of a sign-in, several devices, clocks set back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import func, select, update
from sqlmodel import col

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store import password_hashes
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database, open_database
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.passwords import set_password
from cmn_core.store.people import close_account
from cmn_core.store.sessions import Actor
from cmn_core.store.sign_ins import SignInRefused, end_sign_ins, find_actor, leave, list_sign_ins
from cmn_core.store.tables import AuditEntry, PersonRow, Secret, SignIn, WrongTry
from tests.quick_passwords import QUICK
from tests.store.made_people import ADDRESS, BY, NOW, PASSWORD, add, come_in

RULES = read_sign_in_rules()
MINUTE = timedelta(minutes=1)


def _refusal(database: Database, login: str = "tara", password: str = "не тот", **given: object) -> SignInRefused:
    with pytest.raises(SignInRefused) as refused:
        come_in(database, login, password, **given)  # type: ignore[arg-type]
    return refused.value


def _end_of(database: Database, actor: Actor) -> str | None:
    with database.read() as session:
        return session.scalar(select(col(SignIn.ended_as)).where(col(SignIn.id) == actor.sign_in_id))


def _count(database: Database, table: type[WrongTry] | type[AuditEntry] | type[SignIn]) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_who_enters_is_found_by_the_token(database: Database) -> None:
    person = add(database)
    entered = come_in(database, " TARA ")
    assert entered.actor.person == person
    assert find_actor(database, entered.token, now=NOW) == entered.actor
    line = read_audit(database, 1)[0]
    assert (line.action, line.author) == ("signed_in", "Имя tara")
    assert line.details["address"] == ADDRESS


def test_a_forged_token_is_nobodys(database: Database) -> None:
    add(database)
    come_in(database)
    for token in ("", "x", "ё" * 43, "\ud800", "a" * 10_000, "' OR 1=1 --"):
        assert find_actor(database, token, now=NOW) is None


def test_the_database_keeps_neither_token_nor_password(database: Database) -> None:
    add(database)
    entered = come_in(database)
    _refusal(database, password="опечатка в пароле")
    with database.read() as session:
        kept = [str(row.model_dump()) for table in (SignIn, PersonRow, AuditEntry, WrongTry)
                for row in session.scalars(select(table))]  # fmt: skip
        (secret,) = session.scalars(select(Secret)).all()
    for word in (entered.token, PASSWORD, "опечатка", secret.value):
        assert not any(word in row for row in kept)
    assert not any(ADDRESS in str(row) for row in kept if "subject" in row)


def test_what_does_not_enter_is_told_in_the_same_words(database: Database) -> None:
    add(database)
    close_account(database, add(database, "closed").number or 0, by=BY)
    add(database, "invited", password=None)
    tries = [
        ("tara", "не тот"), ("tara", ""), ("tara", f"{PASSWORD} "), ("tara", "я" * 100_000),
        ("closed", PASSWORD), ("closed", "\ud800"), ("invited", ""), ("nobody", PASSWORD), ("", ""),
    ]  # fmt: skip
    told = {_refusal(database, *given).message for given in tries}
    assert len(told) == 1


def test_the_record_names_a_login_only_of_an_account(database: Database) -> None:
    add(database)
    _refusal(database, "tara")
    _refusal(database, "мой пароль вместо логина")
    lines = read_audit(database, 2)
    assert [line.action for line in lines] == ["sign_in_refused"] * 2
    assert [line.details["login"] for line in lines] == [None, "tara"]


@pytest.mark.parametrize("login", ["tara", "nobody", "closed"])
def test_wrong_tries_make_wait_longer_and_longer(database: Database, login: str) -> None:
    add(database)
    close_account(database, add(database, "closed").number or 0, by=BY)
    now, waits = NOW, []
    for _ in range(RULES.account_tries + 5):
        refusal = _refusal(database, login, now=now)
        waits.append(refusal.wait_minutes)
        now += refusal.wait_minutes * MINUTE
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 15, 15]
    assert "Подождите 15 минут и попробуйте снова." in refusal.message.replace("\xa0", " ")


def test_the_right_password_waits_like_a_wrong_one(database: Database) -> None:
    add(database)
    for _ in range(RULES.account_tries):
        _refusal(database)
    lines = _count(database, AuditEntry)
    right, wrong = _refusal(database, password=PASSWORD), _refusal(database)
    assert (
        right.message
        == wrong.message
        == "Слишком много неудачных попыток входа. Подождите 1\xa0минуту и попробуйте снова."
    )
    assert _count(database, AuditEntry) == lines, "what is not looked at fills no record"
    assert read_audit(database, 1)[0].action == "sign_in_locked"
    come_in(database, now=NOW + MINUTE)
    assert [_refusal(database, now=NOW + MINUTE).wait_minutes for _ in range(4)] == [0] * 4, "counted anew"


def test_a_lock_of_an_account_holds_for_all_addresses_and_no_other_account(database: Database) -> None:
    add(database)
    add(database, "omsk")
    for place in range(RULES.account_tries):
        _refusal(database, address=f"192.0.2.{place}")
    assert _refusal(database, password=PASSWORD, address="198.51.100.1").wait_minutes == 1
    assert come_in(database, "omsk").actor.person.login == "omsk"


def test_an_address_that_tries_many_logins_is_locked_and_others_are_not(database: Database) -> None:
    add(database)
    waits = [_refusal(database, f"nobody{place}").wait_minutes for place in range(RULES.address_tries)]
    assert waits == [0] * (RULES.address_tries - 1) + [1]
    assert _refusal(database, password=PASSWORD).wait_minutes == 1
    assert come_in(database, address="198.51.100.1").actor.person.login == "tara"


def test_wrong_passwords_by_the_thousand_are_looked_at_a_few_times_an_hour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = open_database("sqlite://")
    add(database)
    looked = []
    monkeypatch.setattr(
        "cmn_core.store.entering.verify_password", lambda password, kept: (looked.append(password), (False, None))[1]
    )
    for attempt in range(1000):
        with pytest.raises(SignInRefused):
            come_in(database, password=f"пароль {attempt}", now=NOW + attempt * timedelta(seconds=3.6))
    assert len(looked) < 12
    assert _count(database, AuditEntry) < 30
    assert _count(database, WrongTry) == 2 * len(looked)


def test_old_wrong_tries_are_erased(database: Database) -> None:
    for _ in range(3):
        _refusal(database)
    _refusal(database, now=NOW + RULES.tries)
    assert _count(database, WrongTry) == 2


def test_a_clock_set_back_locks_nobody_for_long(database: Database) -> None:
    add(database)
    for _ in range(RULES.account_tries):
        _refusal(database)
    assert come_in(database, now=NOW - timedelta(days=365)).actor.person.login == "tara"


@pytest.mark.parametrize(
    ("idle", "stands"), [(RULES.idle - timedelta(seconds=1), True), (RULES.idle, False), (timedelta(days=400), False)]
)
def test_a_sign_in_ends_when_nothing_is_done(database: Database, idle: timedelta, stands: bool) -> None:
    add(database)
    entered = come_in(database)
    assert (find_actor(database, entered.token, now=NOW + idle) is not None) == stands
    assert _end_of(database, entered.actor) == (None if stands else "idle" if idle < RULES.term else "term")


def test_a_sign_in_ends_with_its_term_however_busy(database: Database) -> None:
    add(database)
    entered = come_in(database)
    now = NOW
    while now < NOW + RULES.term:
        assert find_actor(database, entered.token, now=now) == entered.actor
        now += timedelta(minutes=30)
    assert find_actor(database, entered.token, now=NOW + RULES.term) is None
    assert _end_of(database, entered.actor) == "term"


def test_being_seen_is_noted_once_a_minute(database: Database) -> None:
    add(database)
    entered = come_in(database)
    seen = []
    for seconds in (30, 59, 60, 90, 119, 120):
        find_actor(database, entered.token, now=NOW + timedelta(seconds=seconds))
        (card,) = list_sign_ins(database, entered.actor.person.number or 0, now=NOW)
        seen.append((card.seen_at - NOW).total_seconds())
    assert seen == [0, 0, 60, 60, 60, 120]


@pytest.mark.parametrize(
    ("back", "stands"),
    [
        (timedelta(seconds=30), True),
        (RULES.clock_slack, True),
        (timedelta(hours=1), False),
        (timedelta(days=400), False),
    ],
)
def test_a_clock_set_back_does_not_prolong(database: Database, back: timedelta, stands: bool) -> None:
    add(database)
    entered = come_in(database)
    assert (find_actor(database, entered.token, now=NOW - back) is not None) == stands
    assert _end_of(database, entered.actor) == (None if stands else "clock")
    assert (find_actor(database, entered.token, now=NOW + MINUTE) is not None) == stands
    assert come_in(database, now=NOW - back).actor.person.login == "tara"


def test_a_damaged_moment_far_ahead_holds_no_one_in(database: Database) -> None:
    add(database)
    entered = come_in(database)
    with database.write() as session:
        session.execute(
            update(SignIn).values(started_at=datetime(2100, 1, 1, tzinfo=UTC), seen_at=datetime(2100, 1, 1, tzinfo=UTC))
        )
    assert find_actor(database, entered.token, now=NOW) is None


def test_leaving_one_device_keeps_the_other(database: Database) -> None:
    add(database)
    first, second = come_in(database), come_in(database)
    assert first.token != second.token
    leave(database, first.actor.sign_in_id or 0, now=NOW)
    leave(database, first.actor.sign_in_id or 0, now=NOW)
    leave(database, 999, now=NOW)
    assert find_actor(database, first.token, now=NOW) is None
    assert find_actor(database, second.token, now=NOW) == second.actor
    assert [line.action for line in read_audit(database, 2)] == ["signed_out", "signed_in"]


def test_a_person_ends_their_own_sign_in_on_another_device(database: Database) -> None:
    add(database)
    office, home = come_in(database), come_in(database)
    hands = database.acting(office.actor)
    number = office.actor.person.number or 0
    assert {card.number for card in list_sign_ins(hands, number, now=NOW)} == {
        office.actor.sign_in_id, home.actor.sign_in_id,
    }  # fmt: skip
    leave(hands, home.actor.sign_in_id or 0, now=NOW)
    assert [card.number for card in list_sign_ins(hands, number, now=NOW)] == [office.actor.sign_in_id]
    assert end_sign_ins(hands, number, by=BY) == 1
    assert find_actor(database, office.token, now=NOW) is None


def test_the_sign_in_idle_longest_gives_way_to_one_too_many(database: Database) -> None:
    add(database)
    entered = [come_in(database, now=NOW + place * MINUTE) for place in range(RULES.sign_ins_most + 1)]
    now = NOW + (RULES.sign_ins_most + 1) * MINUTE
    assert [find_actor(database, one.token, now=now) is not None for one in entered] == [False] + [True] * (
        RULES.sign_ins_most
    )
    assert _end_of(database, entered[0].actor) == "surplus"


def test_sign_ins_are_erased_after_their_term_of_keeping(database: Database) -> None:
    add(database)
    come_in(database)
    come_in(database, now=NOW + timedelta(days=RULES.sign_in_kept_days + 1))
    assert _count(database, SignIn) == 1


def test_an_account_closed_while_the_password_is_looked_at_does_not_enter(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = add(database).number or 0
    for meanwhile in (
        lambda: set_password(database, number, "совсем другие слова", by=BY),
        lambda: close_account(database, number, by=BY),
    ):
        _meanwhile(monkeypatch, meanwhile)
        assert "не подходит" in _refusal(database, password=PASSWORD).message
    assert _count(database, SignIn) == 0


def test_a_lock_that_began_while_the_password_was_looked_at_holds(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(database)

    def _lock() -> None:
        monkeypatch.undo()
        for _ in range(RULES.account_tries):
            _refusal(database)

    _meanwhile(monkeypatch, _lock)
    assert _refusal(database, password=PASSWORD).message.startswith("Слишком много")


def _meanwhile(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], object]) -> None:
    def _verify(password: str, kept: str | None) -> tuple[bool, str | None]:
        deed()
        return password_hashes.verify_password(password, kept)

    monkeypatch.setattr("cmn_core.store.entering.verify_password", _verify)


def test_a_password_kept_with_other_parameters_is_renewed_on_entering(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(database)
    stronger = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=16, parallelism=1),))
    monkeypatch.setattr(password_hashes, "hasher", lambda: stronger)
    come_in(database)
    with database.read() as session:
        kept = session.scalar(select(col(PersonRow.password_hash)))
    assert kept is not None
    assert "m=16,t=2,p=1" in kept
    come_in(database)


def test_an_unknown_login_costs_the_same_hashing_as_a_known_one(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The times themselves are measured by `python -m tests.benchmarks entering`."""
    add(database)
    close_account(database, add(database, "closed").number or 0, by=BY)
    add(database, "invited", password=None)
    hashed = []

    class _Counting(PasswordHash):
        def verify_and_update(self, password: str | bytes, hash: str | bytes) -> tuple[bool, str | None]:
            hashed.append(str(hash).rpartition("$")[0].rpartition("$")[0])
            return super().verify_and_update(password, hash)

    counting = _Counting(QUICK.hashers)
    monkeypatch.setattr(password_hashes, "hasher", lambda: counting)
    password_hashes.nobodys_hash.cache_clear()
    for login in ("tara", "nobody", "closed", "invited"):
        _refusal(database, login)
    assert len(hashed) == 4
    assert len(set(hashed)) == 1, "with the same parameters"


def test_an_unreadable_hash_lets_nobody_in(database: Database) -> None:
    add(database)
    with database.write() as session:
        session.execute(update(PersonRow).values(password_hash="damaged"))
    assert "не подходит" in _refusal(database, password=PASSWORD).message


def test_who_is_at_work_stays_while_the_database_cannot_be_written(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(database)
    entered = come_in(database)

    def _full(*_: object, **__: object) -> None:
        raise DatabaseUnavailable("Диск заполнен.")

    monkeypatch.setattr("cmn_core.store.sign_ins._note_seen", _full)
    monkeypatch.setattr("cmn_core.store.sign_ins.end_sign_in", _full)
    assert find_actor(database, entered.token, now=NOW + 2 * MINUTE) == entered.actor
    assert find_actor(database, entered.token, now=NOW + RULES.term) is None
