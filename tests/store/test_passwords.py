"""Which passwords are fit, and changing one's own."""

import unicodedata
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmn_core.reference.sign_in import read_common_passwords, read_sign_in_rules
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.password_hashes import hash_password, verify_password
from cmn_core.store.passwords import PasswordRefused, change_password, find_weakness, set_password
from cmn_core.store.sessions import AT_THE_COMPUTER, SignInEnded
from cmn_core.store.sign_ins import SignInRefused, find_actor, leave
from tests.store.made_people import BY, NOW, PASSWORD, add, come_in

RULES = read_sign_in_rules()
NEW = "зелёная лодка плывёт"


def _weakness(password: str) -> str | None:
    return find_weakness(password, login="ivanova.tara", name="Иванова Мария Петровна")


@pytest.mark.parametrize(
    "password",
    [
        "", "a", "короткий па", "12345678901", "            ", "aaaaaaaaaaaa", "abababababab", "123412341234",
        "123456789012", "qwertyuiop[]", "йцукенгшщзхъ", "Йцукен123456", "qwerty123456", "1q2w3e4r5t6y",
        "passwordpassword", "P@ssw0rd1234", "Пароль123456", "gfhjkm123456", "ПарольПароль", "Gfhjkm-2020!!",
        "ivanova.tara", "Ivanova.Tara2020", "ИвановаМария", "Мария-Петровна-1975", "Bdfyjdf Vfhbz",
        "Наставничество2020", "yfcnfdybxtcndj", "Омск-Омск-2020", "cmn_dashboard_1", "administrator1",
        "qwertyqwertyqwerty", "!!!!!!!!!!!!abc", "я" * 129, PASSWORD * 20,
    ],
)  # fmt: skip
def test_a_password_that_is_easily_guessed_is_not_fit(password: str) -> None:
    told = _weakness(password)
    assert told is not None
    assert told.endswith(".")
    assert len(password) < 5 or password not in told


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD, NEW, "correct horse battery staple", "ivanova-likes-green-tea", "Мария любит ходить пешком",
        "x7Kq-29vd-LmPz", "тракторист!42", "密码是一个很长的秘密字句啊",
        "🐈🐕🐎🐄🐖🐑🐐🐓🦆🦉abc", "ржавый_гвоздь7",
        "я" * 5 + "зелёная лодка" * 9,
    ],
)  # fmt: skip
def test_a_long_phrase_is_fit_whatever_it_is_made_of(password: str) -> None:
    assert _weakness(password) is None


def test_signs_are_counted_after_they_are_levelled() -> None:
    typed_in_two = unicodedata.normalize("NFD", "йойойойкё")
    assert len(typed_in_two) > RULES.password_least > len("йойойойкё")
    assert "9\xa0знаков" in (_weakness(typed_in_two) or "")


def test_common_passwords_are_words_in_small_letters_without_repetition() -> None:
    words = read_common_passwords()
    assert len(words) > 150
    assert all(word == word.casefold().strip() for word in words)
    assert not set(words) - {unicodedata.normalize("NFC", word) for word in words}


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(read_common_passwords()), max_size=8), st.integers(0, 9999))
def test_common_passwords_in_a_row_stay_weak(words: list[str], number: int) -> None:
    assert _weakness("".join(words) + str(number)) is not None


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=140))
def test_a_verdict_is_the_same_however_the_signs_are_composed(password: str) -> None:
    assert _weakness(password) == _weakness(unicodedata.normalize("NFD", password))
    if _weakness(password) is None:
        assert RULES.password_least <= len(unicodedata.normalize("NFC", password)) <= RULES.password_most


@pytest.mark.parametrize("password", ["зелёный йод в аптеке", "x" * 128, "  с краями  и внутри  "])
def test_a_password_is_right_as_it_was_typed_and_no_other(password: str) -> None:
    kept = hash_password(unicodedata.normalize("NFD", password))
    assert verify_password(password, kept)[0]
    for other in (password.strip()[:-1], password.upper(), f"{password} ", password + "x" * 200):
        assert not verify_password(other, kept)[0]
    assert not verify_password(password, None)[0]
    assert not verify_password("nobody's", None)[0]


def test_a_new_password_ends_the_other_sign_ins(database: Database) -> None:
    add(database)
    here, there = come_in(database), come_in(database)
    change_password(database, here.actor, PASSWORD, NEW, now=NOW)
    assert find_actor(database, here.token, now=NOW) == here.actor
    assert find_actor(database, there.token, now=NOW) is None
    with pytest.raises(SignInRefused):
        come_in(database)
    assert come_in(database, password=NEW).actor.person == here.actor.person
    assert [line.action for line in read_audit(database, 3)] == ["signed_in", "sign_in_refused", "password_changed"]


def test_a_keeper_sets_a_password_and_ends_all_sign_ins(database: Database) -> None:
    number = add(database).number or 0
    entered = come_in(database)
    set_password(database, number, NEW, by=BY)
    assert find_actor(database, entered.token, now=NOW) is None
    assert read_audit(database, 1)[0].details == {"login": "tara"}
    with pytest.raises(PasswordRefused, match="нужно не меньше 12"):
        set_password(database, number, "коротко", by=BY)
    assert come_in(database, password=NEW).actor.person.login == "tara"


def test_the_wrong_old_password_changes_nothing_and_is_counted(database: Database) -> None:
    add(database)
    entered = come_in(database)
    for _ in range(RULES.account_tries):
        with pytest.raises(PasswordRefused, match="Прежний пароль не подходит"):
            change_password(database, entered.actor, "не тот", NEW, now=NOW)
    with pytest.raises(PasswordRefused, match="Подождите"):
        change_password(database, entered.actor, PASSWORD, NEW, now=NOW)
    with pytest.raises(SignInRefused, match="Подождите"):
        come_in(database)
    change_password(database, entered.actor, PASSWORD, NEW, now=NOW + timedelta(minutes=1))
    assert come_in(database, password=NEW, now=NOW + timedelta(minutes=1)).actor == entered.actor.__class__(
        entered.actor.person, (entered.actor.sign_in_id or 0) + 1
    )


def test_a_weak_new_password_is_told_before_the_old_one_is_looked_at(database: Database) -> None:
    add(database)
    entered = come_in(database)
    with pytest.raises(PasswordRefused, match="легко подобрать"):
        change_password(database, entered.actor, "не тот", "Наставник-2020", now=NOW)


def test_the_same_password_again_is_no_new_one(database: Database) -> None:
    add(database)
    entered = come_in(database)
    with pytest.raises(PasswordRefused, match="тот же"):
        change_password(database, entered.actor, PASSWORD, PASSWORD, now=NOW)


def test_who_has_left_changes_no_password(database: Database) -> None:
    add(database)
    entered = come_in(database)
    leave(database, entered.actor.sign_in_id or 0, now=NOW)
    with pytest.raises(SignInEnded):
        change_password(database, entered.actor, PASSWORD, NEW, now=NOW)
    assert come_in(database).actor.person == entered.actor.person


def test_the_command_line_has_no_password_of_its_own(database: Database) -> None:
    with pytest.raises(PasswordRefused, match="Войдите"):
        change_password(database, AT_THE_COMPUTER, PASSWORD, NEW, now=NOW)
