"""«Формы наставничества»: measure, order and labels from the link; own forms by their own words."""

import pytest
from streamlit.testing.v1 import AppTest

from pages._parts import forms_screen
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell


def _open(**link: str) -> AppTest:
    page = open_shell("forms.py", **link)
    assert not page.exception
    assert not page.error
    return page


def test_without_reports_the_page_says_what_to_do(empty_database: str) -> None:
    page = _open()
    assert "загрузите первый отчёт" in page.info[0].value
    assert not page.get("vega_lite_chart")


def test_the_official_heading_stands_under_the_finding(demo_database: str) -> None:
    page = _open()
    assert "программ области идут в форме «Ученик – ученик»" in read_title(page)
    shown = read_text(page)
    assert (
        "Соотношение форм наставничества в ОО муниципальных районов Омской области и г. Омска на 01.12.2020 г." in shown
    )
    assert "Свежие отчёты у 30 из 33 муниципалитетов" in shown


def test_the_table_has_the_region_and_33_municipalities_whose_shares_are_whole(demo_database: str) -> None:
    rows = read_rows(_open())
    assert len(rows) == 34
    assert rows[0][0] == "Омская область"
    names = [line[0].removeprefix("г. ") for line in rows[1:]]
    assert names == sorted(names)
    counts = [int(cell) for cell in rows[0][2:-2:2]]
    assert sum(counts) == int(rows[0][1].replace(" ", ""))


def test_measure_order_and_labels_come_from_the_link(demo_database: str) -> None:
    page = _open(measure="mentees", sort="total", labels="counts")
    assert "наставляемых области" in read_title(page)
    totals = [int(line[1].replace(" ", "")) for line in read_rows(page)[1:] if line[1] != "–"]
    assert totals == sorted(totals, reverse=True)
    chosen = {widget.key: widget.value for widget in (*page.selectbox, *page.segmented_control)}
    assert chosen["choice_sort"] == "total"
    assert (chosen["choice_measure"], chosen["choice_labels"]) == ("mentees", "counts")


def test_mentees_outside_the_forms_are_said(demo_database: str) -> None:
    assert "не распределено по формам" in read_text(_open(measure="mentees"))


def test_counts_and_shares_are_different_pictures(demo_database: str) -> None:
    shares, counts = (_open(labels=labels).get("vega_lite_chart")[0].proto for labels in ("shares", "counts"))
    assert shares.datasets != counts.datasets
    assert shares.alt == counts.alt


@pytest.mark.parametrize("choice", ["measure", "sort", "labels"])
def test_nonsense_in_the_link_falls_back_with_a_quiet_note(demo_database: str, choice: str) -> None:
    page = _open(**{choice: "<b>*x*</b>"})
    assert read_title(page) == read_title(_open())
    notes = unescape_markdown(" ".join(note.value for note in page.main.caption))
    assert "«<b>*x*</b>» из ссылки не понято" in notes


def test_state_organisations_alone_are_another_picture(demo_database: str) -> None:
    assert "государственные организации" in read_text(_open(subordination="state"))


def test_rows_of_reports_are_read_only_for_own_forms(demo_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    read = forms_screen.read_own_form_rows
    monkeypatch.setattr(forms_screen, "read_own_form_rows", lambda *args: asked.append(args) or read(*args))
    forms_screen._list_own.clear()
    page = _open()
    assert not asked
    page.session_state["own"] = True
    page.run()
    assert len(asked) == 1
    rows = read_rows(page)
    assert any("команда" in line[0] for line in rows)
    own = next(line for line in read_rows(page, 1) if line[0] == "Омская область")
    assert sum(int(line[1]) for line in rows) == int(own[12])
