"""Coming in by login and password, or at this computer by a demonstration's button."""

import pytest
from itsdangerous import TimestampSigner
from starlette.applications import Starlette

from cmn_core.demo.accounts import add_demo_accounts
from cmn_core.http.form_token import LASTS_S
from cmn_core.http.settings import HttpSettings
from cmn_core.http.sign_ins import SignIns
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import DatabaseUnavailable
from tests.http.house import build_house
from tests.http.visits import Browser, token_of
from tests.people import ADMINISTRATOR, COOKIE, PASSWORD, Someone, add_someone

LOGIN = ADMINISTRATOR.account.login
OUTSIDE = ("192.0.2.7", 5000)


@pytest.fixture
def browser(house: Starlette, database: Database) -> Browser:
    add_someone(database, ADMINISTRATOR)
    return Browser(house, user_agent="Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36")


def test_the_right_password_opens_the_house(browser: Browser, database: Database) -> None:
    answer = browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    assert (answer.status, answer.headers["location"]) == (303, "/?role=administrator")
    assert browser.open("/").text == LOGIN
    line = read_audit(database, 1)[0]
    assert (line.action, line.details["device"]) == ("signed_in", "Chrome 140, Windows")


def test_the_cookie_is_for_the_server_alone(browser: Browser) -> None:
    answer = browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    (line,) = (line for line in answer.headers.getlist("set-cookie") if line.startswith(f"{COOKIE}="))
    value, *attributes = line.split("; ")
    assert sorted(attributes) == ["HttpOnly", "Path=/", "SameSite=lax"]
    assert len(value) < 120


def test_behind_https_the_cookie_is_secure_and_of_this_host(browser: Browser, house: Starlette) -> None:
    async def over_https(scope, receive, send) -> None:
        await house({**scope, "scheme": "https"}, receive, send)

    browser.app = over_https
    answer = browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    (line,) = (line for line in answer.headers.getlist("set-cookie") if COOKIE in line)
    assert line.startswith(f"__Host-{COOKIE}=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(line.split("; "))
    assert browser.open("/").text == LOGIN


@pytest.mark.parametrize(
    ("login", "password"), [(LOGIN, "не тот пароль"), ("nobody", PASSWORD), ("", ""), ("\0", "\0")]
)
def test_a_wrong_password_and_an_unknown_login_are_said_alike(browser: Browser, login: str, password: str) -> None:
    answer = browser.fill("/sign-in", login=login, password=password, next="/district")
    assert answer.status == 400
    assert "Логин или пароль не подходит." in answer.text
    assert 'name="next" value="/district"' in answer.text
    assert password not in answer.text or not password.strip("\0")
    assert COOKIE not in browser.cookies


def test_many_wrong_passwords_are_told_to_wait(browser: Browser) -> None:
    answers = [browser.fill("/sign-in", login=LOGIN, password=f"не тот {number}") for number in range(6)]
    assert [answer.status for answer in answers] == [400, 400, 400, 400, 429, 429]
    assert "Подождите" in answers[-1].text
    # The right one must wait too, else a machine would know it.
    assert browser.fill("/sign-in", login=LOGIN, password=PASSWORD).status == 429


def test_what_was_typed_is_text_and_no_markup(browser: Browser) -> None:
    answer = browser.fill("/sign-in", login='"><script>alert(1)</script>', password="x")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


@pytest.mark.parametrize(
    ("wanted", "location"),
    [
        ("/district?period=2020-11&x=%D0%B0", "/district?period=2020-11&x=%D0%B0"),
        ("/", "/?role=administrator"),
        ("//evil.example", "/?role=administrator"),
        ("https://evil.example", "/?role=administrator"),
        ("/\\evil.example", "/?role=administrator"),
    ],
)
def test_who_came_from_a_page_is_led_there_and_nowhere_else(browser: Browser, wanted: str, location: str) -> None:
    answer = browser.fill("/sign-in", login=LOGIN, password=PASSWORD, next=wanted)
    assert answer.headers["location"] == location


def test_signing_in_again_ends_the_former_sign_in(browser: Browser) -> None:
    browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    former = dict(browser.cookies)
    page = browser.open("/sign-in?next=/district")
    assert "Сейчас работает" in page.text
    assert '<a href="/district">Продолжить работу</a>' in page.text
    browser.send("/sign-in", form_token=token_of(page), login=LOGIN, password=PASSWORD)
    assert browser.open("/").text == LOGIN
    browser.cookies = former
    assert browser.open("/").status == 303


def test_a_form_that_is_not_ours_is_refused(browser: Browser, house: Starlette) -> None:
    tokens = {"missing": "", "made up": "aaaa.bbbb", "another browser's": token_of(Browser(house).open("/sign-in"))}
    browser.open("/sign-in")
    for what, token in tokens.items():
        answer = browser.send("/sign-in", form_token=token, login=LOGIN, password=PASSWORD)
        assert answer.status == 403, what
        assert "открыта слишком давно" in answer.text
        assert COOKIE not in browser.cookies
    browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    before = token_of(Browser(house).open("/sign-in"))
    assert browser.send("/sign-in", form_token=before, login=LOGIN, password=PASSWORD).status == 403


def test_an_old_form_is_refused_and_the_next_one_serves(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    token = token_of(browser.open("/sign-in"))
    real = TimestampSigner.get_timestamp
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda self: real(self) + LASTS_S + 1)
    answer = browser.send("/sign-in", form_token=token, login=LOGIN, password=PASSWORD)
    assert answer.status == 403
    assert browser.send("/sign-in", form_token=token_of(answer), login=LOGIN, password=PASSWORD).status == 303


@pytest.mark.parametrize(
    ("headers", "fields", "status"),
    [
        ({"content-type": "multipart/form-data; boundary=x"}, {}, 415),
        ({"content-type": "application/json"}, {}, 415),
        ({}, {"login": "x" * 20_000}, 413),
        ({}, {f"field{number}": "x" for number in range(30)}, 413),
    ],
)
def test_an_odd_form_is_refused(browser: Browser, headers: dict[str, str], fields: dict[str, str], status: int) -> None:
    token = token_of(browser.open("/sign-in"))
    assert browser.send("/sign-in", headers, form_token=token, **fields).status == status


def test_without_an_account_the_page_says_how_to_make_one(house: Starlette) -> None:
    answer = Browser(house).open("/sign-in")
    assert "uv run cmn user add" in answer.text
    assert "<form" not in answer.text


def test_the_demonstration_is_entered_by_a_button(house: Starlette, database: Database) -> None:
    add_demo_accounts(database, "Проверка")
    browser = Browser(house)
    page = browser.open("/sign-in?next=/district")
    assert "Войти как муниципалитет: Тарский" in page.text
    answer = browser.send("/sign-in/demonstration", form_token=token_of(page), login="tarsky", next="/district")
    assert (answer.status, answer.headers["location"]) == (303, "/district")
    assert browser.open("/").text == "tarsky"


def test_the_button_opens_no_other_account(browser: Browser) -> None:
    answer = browser.fill("/sign-in", "/sign-in/demonstration", login=LOGIN)
    assert answer.status == 400
    assert COOKIE not in browser.cookies


@pytest.mark.parametrize(
    ("settings", "peer", "headers"),
    [
        (HttpSettings(hosts="cmn.example"), OUTSIDE, {}),
        (HttpSettings(hosts="cmn.example"), ("127.0.0.1", 1), {"x_forwarded_for": "127.0.0.1"}),
        (HttpSettings(hosts="cmn.example"), ("127.0.0.1", 1), {"x_real_ip": "127.0.0.1"}),
        (HttpSettings(hosts="cmn.example", proxies="127.0.0.1"), ("127.0.0.1", 1), {"x_forwarded_for": "127.0.0.1"}),
        (HttpSettings(hosts="cmn.example", proxies="127.0.0.1"), ("127.0.0.1", 1), {"x_forwarded_for": "192.0.2.7"}),
    ],
)
def test_the_demonstration_is_shut_to_other_computers(
    sign_ins: SignIns, database: Database, settings: HttpSettings, peer: tuple[str, int], headers: dict[str, str]
) -> None:
    add_demo_accounts(database, "Проверка")
    browser = Browser(build_house(sign_ins, settings), host="cmn.example", peer=peer, **headers)
    page = browser.open("/sign-in")
    assert "Войти как" not in page.text
    assert browser.send("/sign-in/demonstration", form_token=token_of(page), login="admin").status == 400
    assert browser.fill("/sign-in", login="admin", password="demonstration").status == 400
    assert COOKIE not in browser.cookies


def test_wrong_tries_count_for_the_address_that_the_proxy_names(sign_ins: SignIns, database: Database) -> None:
    add_someone(database, ADMINISTRATOR)
    house = build_house(sign_ins, HttpSettings(hosts="cmn.example", proxies="127.0.0.1"))
    Browser(house, host="cmn.example", x_forwarded_for="192.0.2.7").fill("/sign-in", login=LOGIN, password="не тот")
    assert read_audit(database, 1)[0].details["address"] == "192.0.2.7"


def test_where_the_database_lies_is_not_told_to_a_stranger_from_elsewhere(
    house: Starlette, sign_ins: SignIns, monkeypatch: pytest.MonkeyPatch
) -> None:
    def be_away(_database: Database) -> bool:
        raise DatabaseUnavailable("Файла базы данных /srv/cmn.sqlite3 больше нет на месте.")

    monkeypatch.setattr("cmn_core.http.sign_in_route.has_people", be_away)
    assert "/srv/cmn.sqlite3" in Browser(house).open("/sign-in").text
    proxied = build_house(sign_ins, HttpSettings(hosts="cmn.example", proxies="127.0.0.1"))
    answer = Browser(proxied, host="cmn.example", x_forwarded_for="192.0.2.7").open("/sign-in")
    assert answer.status == 503
    assert "База данных сейчас недоступна" in answer.text
    assert "sqlite3" not in answer.text


def test_leaving_ends_the_sign_in_and_takes_the_cookie(browser: Browser, database: Database) -> None:
    browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    kept = dict(browser.cookies)
    assert browser.open("/sign-out").status == 200
    answer = browser.fill("/sign-out")
    assert (answer.status, answer.headers["location"]) == (303, "/sign-in?left")
    assert COOKIE not in browser.cookies
    browser.cookies = kept
    assert browser.open("/").status == 303
    assert read_audit(database, 1)[0].action == "signed_out"
    assert "Вы вышли" in browser.open("/sign-in?left").text


def test_nobody_is_sent_out_by_a_link_or_another_site(browser: Browser) -> None:
    browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    assert browser.send("/sign-out").status == 403
    token = token_of(browser.open("/sign-out"))
    assert browser.send("/sign-out", {"origin": "http://evil.example"}, form_token=token).status == 403
    assert browser.open("/").text == LOGIN


def test_a_second_sign_in_of_the_person_goes_on(house: Starlette, browser: Browser) -> None:
    second = Browser(house)
    for one in (browser, second):
        one.fill("/sign-in", login=LOGIN, password=PASSWORD)
    browser.fill("/sign-out")
    assert second.open("/").text == LOGIN


def test_someone_else_sees_their_own_name(house: Starlette, database: Database) -> None:
    viewer = Someone("viewer")
    add_someone(database, viewer)
    browser = Browser(house)
    browser.fill("/sign-in", login=viewer.account.login.upper(), password=PASSWORD)
    assert browser.open("/").text == viewer.account.login
