"""What only a browser can show of the frame: deep links, history, language, failures of the connection."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages._parts.page_list import PAGES
from tests.browser.running_server import RunningServer
from tests.browser.screen import choose, expect_scope, go_to, open_page, sign_in_as, wait_until_built

LINK = "?period=2020-09&district=52654000&subordination=state"
COUNTED = "отправленные и принятые"
SHOWN = {
    "period": "сентябрь 2020",
    "district": "Тарский",
    "subordination": "государственные",
    "indicator": "Охват наставничеством",
    "accepted": COUNTED,
}


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.path)
def test_a_deep_link_shows_the_page_in_its_shell_with_its_scope(page: Page, demo_server: RunningServer, entry) -> None:
    open_page(page, demo_server, f"/{entry.path}{LINK}")
    expect_scope(page, [SHOWN[part] for part in entry.selectors])
    expect(page.get_by_text("демонстрационные данные").first).to_be_visible()
    expect(page.get_by_test_id("stSidebar").get_by_role("link")).to_have_count(len(PAGES))
    expect(page.get_by_test_id("stSidebar").get_by_text("Выйти", exact=True)).to_be_visible()
    expect(page).to_have_title(re.compile(f"^{entry.title} · "))
    assert page.url.endswith(LINK)
    assert page.evaluate("document.documentElement.lang") == "ru"


def test_a_fresh_server_answers_a_deep_link_first(
    page: Page, serve_database: Callable[[str], RunningServer], tmp_path: Path
) -> None:
    server = serve_database(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    open_page(page, server, "/upload")
    expect(page).to_have_title(re.compile("^Загрузка отчёта · "))
    open_page(page, server, "/district?period=2020-11")
    expect(page.get_by_text("Данных пока нет")).to_be_visible()
    go_to(page, "Справка")
    expect(page).to_have_url(f"{server.address}/help")


def test_the_scope_follows_pages_and_history(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/district?period=2020-10&district=52654000")
    choose(page, "Период", "сентябрь 2020")
    # The links follow when the script has run; no person is faster.
    forms = page.get_by_test_id("stSidebar").get_by_role("link", name="Формы наставничества")
    expect(forms).to_have_attribute("href", re.compile("period=2020-09"))
    go_to(page, "Формы наставничества")
    expect(page).to_have_url(re.compile(r"/forms\?period=2020-09&district=52654000$"))
    wait_until_built(page)
    expect_scope(page, ["сентябрь 2020", "все организации", COUNTED])
    choose(page, "Организации", "муниципальные")
    expect(page.get_by_test_id("stSidebar").get_by_role("link", name="Справка")).to_have_attribute(
        "href", re.compile("subordination=municipal")
    )
    go_to(page, "Справка")
    expect(page).to_have_url(re.compile(r"/help\?period=2020-09&district=52654000&subordination=municipal$"))
    go_to(page, "Район")
    expect(page.get_by_role("combobox", name="Организации")).to_have_value("муниципальные")
    expect_scope(page, ["сентябрь 2020", "Тарский", "муниципальные", COUNTED])
    for address, shown in [
        ("/help?period=2020-09&district=52654000&subordination=municipal", []),
        (
            "/forms?period=2020-09&district=52654000&subordination=municipal",
            ["сентябрь 2020", "муниципальные", COUNTED],
        ),
        ("/forms?period=2020-09&district=52654000", ["сентябрь 2020", "все организации", COUNTED]),
        ("/district?period=2020-09&district=52654000", ["сентябрь 2020", "Тарский", "все организации", COUNTED]),
        ("/district?period=2020-10&district=52654000", ["октябрь 2020", "Тарский", "все организации", COUNTED]),
    ]:
        page.go_back()
        expect(page).to_have_url(demo_server.address + address)
        wait_until_built(page)
        expect_scope(page, shown)


def test_the_longest_choices_stand_whole_in_one_row(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/indicators?period=2020-09&indicator=mentee_satisfaction&subordination=state")
    expect_scope(page, ["сентябрь 2020", "Удовлетворённость наставляемых", "государственные", COUNTED])
    cut, tops = page.locator(".st-key-scope_bar").evaluate(
        """bar => [
            [...bar.querySelectorAll("input")].filter(box => box.scrollWidth > box.clientWidth).map(box => box.value),
            [...new Set([...bar.querySelectorAll("input")].map(box => Math.round(box.getBoundingClientRect().top)))],
        ]"""
    )
    assert cut == []
    assert len(tops) == 1, "the selectors stand in one row"


def test_nonsense_in_the_address_falls_back_with_a_quiet_note(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/district?period=2020-99&district=%3Cb%3E:red[x]&subordination=*&foo=1&embed=maybe")
    expect(page.get_by_text("Период «2020-99» из ссылки не понят, показан ноябрь 2020.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Муниципалитет «<b>:\u2060?red\[x\]» из ссылки не найден"))).to_be_visible()
    expect(page).to_have_url(re.compile("period=2020-11"))
    assert "district=" not in page.url
    expect_scope(page, ["ноябрь 2020", "вся область", "все организации", COUNTED])


def test_an_unknown_page_is_said_in_russian(page: Page, demo_server: RunningServer) -> None:
    sign_in_as(page, demo_server)
    page.goto(f"{demo_server.address}/nothing")
    expect(page.get_by_role("heading")).to_have_text("Страницы «/nothing» нет")
    page.get_by_role("link", name="начальную страницу").click()
    wait_until_built(page)


def test_the_frame_speaks_russian(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/upload")
    uploader = page.get_by_test_id("stFileUploader").first
    expect(uploader.get_by_role("button", name="Выбрать на компьютере")).to_be_visible()
    expect(uploader).to_contain_text("или перетащите сюда • до 20 МБ на файл")
    open_page(page, demo_server, "/district")
    page.get_by_role("combobox", name="Муниципалитет").fill("нет такого")
    expect(page.get_by_text("Ничего не найдено")).to_be_visible()
    english = page.evaluate(
        """() => [...document.querySelectorAll("[aria-label], [title], [placeholder]")]
            .flatMap(element => ["aria-label", "title", "placeholder"].map(name => element.getAttribute(name)))
            .filter(text => text && /[A-Za-z]{3}/.test(text) && !/[а-яё]/i.test(text))"""
    )
    assert english == []
    expect(page.get_by_text(re.compile("^(Deploy|Running|Rerun|Settings)"))).to_have_count(0)


def test_a_blocked_websocket_gets_a_sentence(page: Page, demo_server: RunningServer) -> None:
    page.route_web_socket("**/*", lambda socket: socket.close())
    sign_in_as(page, demo_server)
    page.goto(demo_server.address)
    expect(page.get_by_role("alert")).to_contain_text("разрешить для этого адреса WebSocket")


def test_a_stopped_server_gets_a_sentence(
    page: Page, serve_database: Callable[[str], RunningServer], tmp_path: Path
) -> None:
    server = serve_database(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    open_page(page, server, "/help")
    server.stop()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Связь с приложением прервалась")
    expect(dialog).to_contain_text("Сохранённые отчёты не пострадали")


def test_on_a_telephone_the_list_of_pages_opens_and_closes(page: Page, demo_server: RunningServer) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_page(page, demo_server, "/help")
    page.get_by_role("button", name="Развернуть панель").click()
    go_to(page, "Формы наставничества")
    expect(page.get_by_role("button", name="Развернуть панель")).to_be_in_viewport()
    expect(page.get_by_role("combobox", name="Период")).to_be_in_viewport()


def test_a_first_opening_is_compressed(page: Page, demo_server: RunningServer) -> None:
    sizes: list[int] = []
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    open_page(page, demo_server, "/help")
    assert sum(sizes) < 2_000_000
