"""What stands around every page: navigation, labels, failures in words."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.store.location import ADDRESS_VARIABLE
from pages._parts.page_list import HOME, PAGES
from tests.logs.memory import Log
from tests.pages.shell import SHELL, open_shell

FILES = [f"{entry.path}.py" for entry in PAGES]


def test_every_page_has_its_file_and_its_own_address() -> None:
    assert PAGES[0].path == HOME
    assert len({entry.path for entry in PAGES}) == len(PAGES)
    for entry in PAGES:
        assert entry.path.isascii()
        assert (SHELL.parent / f"{entry.path}.py").is_file()


@pytest.mark.parametrize("page", FILES)
def test_every_page_says_what_to_do_while_there_is_no_data(page: str, empty_database: str) -> None:
    app = open_shell(page)
    assert not app.exception
    assert not app.error
    assert app.title or app.info or app.main.children
    assert not [box for box in app.selectbox if str(box.key).startswith("chosen_")]


@pytest.mark.parametrize("page", FILES)
def test_every_page_labels_invented_data(page: str, demo_database: str) -> None:
    app = open_shell(page)
    assert not app.exception
    assert not app.error
    assert any("демонстрационные данные" in text.value for text in app.main.markdown)


def test_the_list_of_pages_stands_beside_every_page(demo_database: str) -> None:
    app = open_shell("help.py", period="2020-09")
    assert [caption.value for caption in app.sidebar.caption] == [
        "Совещание",
        "Анализ",
        "Развитие практик",
        "Отчётность",
        "Центр",
        "Помощь",
    ]


def test_a_database_that_cannot_be_opened_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"this is no database at all" * 100)
    monkeypatch.setenv(ADDRESS_VARIABLE, f"sqlite:///{broken}")
    app = AppTest.from_file(str(SHELL), default_timeout=60).run()
    assert not app.exception
    assert "не база данных или повреждён" in app.error[0].value.replace("\\", "")


def _run_failing_page() -> None:
    import streamlit as st

    from cmn_core.errors import CmnError
    from pages._parts.failure import failures_in_words, in_words

    def fail(error: Exception) -> None:
        raise error

    with failures_in_words():
        st.button("known", on_click=in_words(fail), args=(CmnError("Файл *занят*. Закройте его."),))
        st.button("unknown", on_click=in_words(fail), args=(ValueError("тайна"),))
        st.title("Страница")
        if st.session_state.get("fail_here"):
            raise ValueError("тайна")


def test_a_known_failure_of_a_callback_is_shown_once_above_the_page() -> None:
    app = AppTest.from_function(_run_failing_page).run()
    app.button[0].click().run()
    assert app.error[0].value == r"Файл \*занят\*\. Закройте его\."
    assert app.title[0].value == "Страница"
    assert not app.run().error


@pytest.mark.parametrize("where", ["callback", "page"])
def test_an_unknown_failure_gets_a_number_that_the_log_has_too(where: str, log: Log) -> None:
    app = AppTest.from_function(_run_failing_page).run()
    if where == "page":
        app.session_state["fail_here"] = True
        app.run()
    else:
        app.button[1].click().run()
    number = app.error[0].value.split("№ ")[1][:8]
    [line] = [line for line in log.lines() if "failure" in line]
    assert (line["failure"], line["raised"][0]) == (number, "ValueError: …")
    assert "тайна" not in log.text()
    assert "тайна" not in app.error[0].value
    assert not app.exception


def test_what_is_known_of_the_data_is_read_once_a_revision(demo_database: str) -> None:
    from pages._parts.database import current_data, hold_data, year_facts

    first = hold_data()
    again = hold_data()
    assert current_data() is again
    assert again.reference is first.reference
    assert again.periods is first.periods
    assert year_facts(first, 2020) is year_facts(hold_data(), 2020)
    assert first.demonstration
