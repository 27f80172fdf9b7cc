"""«Сбор отчётности»: the month in numbers, the table, filters from the link, letters, the rules; each sees its own."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.access import OWNER, Person
from cmn_core.store.audit import Author
from cmn_core.store.deadlines import override_deadline_days
from cmn_core.store.engine import open_database
from cmn_core.store.report_way import accept_report, return_report
from cmn_core.store.versions import read_reports_of
from tests.pages.screen_text import read_rows, read_text, read_title
from tests.pages.shell import open_shell
from tests.pages.someone import person_of
from tests.store.made_readings import AZOVO, NOW, TARA

_BY = Author("Центр", NOW)


def _open(person: Person = OWNER, **link: str) -> AppTest:
    page = open_shell("collection.py", person=person, **link)
    assert not page.exception
    assert not page.error
    return page


def _cells(page: AppTest) -> dict[str, list[str]]:
    """Return the words of the year's table by municipality."""
    body = next(block.body for block in page.get("html") if "cmn-collected" in block.body and "<tbody>" in block.body)
    rows = body.split("<tbody>")[1].split("<tr>")[1:]
    plain = [[re.sub(r"<[^>]+>", " ", cell) for cell in re.split(r"</t[hd]>", row)[:-1]] for row in rows]
    return {cells[0].strip(): [" ".join(cell.split()) for cell in cells[1:]] for cells in plain}


def _last(address: str, district: str) -> int:
    """Return the number of a municipality's monthly report for November."""
    return next(each.report_id for each in read_reports_of(open_database(address), district) if each.in_force)


def test_without_reports_the_page_says_what_to_do(empty_database: str) -> None:
    page = _open()
    assert "загрузите первый отчёт" in page.info[0].value


def test_the_month_in_numbers_and_33_municipalities_by_months(demo_database: str) -> None:
    page = _open()
    assert read_title(page) == "За ноябрь 2020 отчитались 30 из 33 муниципалитетов, в срок — 29"
    shown = read_text(page)
    assert "Срок 05.12.2020 прошёл: 3 дня назад" in shown
    cells = _cells(page)
    assert len(cells) == 33
    assert cells["Тарский"] == ["✔ принят"] * 5 + ["● отправлен"]
    assert cells["Называевский"] == ["✔ принят"] * 5 + ["✕ нет +3"]
    assert cells["Горьковский"][-1] == "● отправлен +2"
    assert cells["Павлоградский"][-2] == "✔ принят +4"
    assert cells["Большеуковский"][0] == "✕ нет +156"
    assert "/district?period=2020-11&amp;district=52654000&amp;section=reports" in "".join(
        block.body for block in page.get("html")
    )


def test_a_deadline_set_by_the_centre_makes_reports_late(demo_copy: str) -> None:
    override_deadline_days(open_database(demo_copy), {"monthly": 1}, author="Центр", now=NOW)
    page = _open()
    assert "в срок — 4" in read_title(page)
    assert _cells(page)["Азовский"][-1] == "● отправлен +1"


def test_accepted_and_returned_reports_stand_with_sign_and_word(demo_copy: str) -> None:
    database = open_database(demo_copy)
    accept_report(database, _last(demo_copy, TARA), by=_BY)
    return_report(database, _last(demo_copy, AZOVO), reason="Проверьте.", by=_BY)
    page = _open(form="monthly")
    cells = _cells(page)
    assert cells["Тарский"][-1] == "✔ принят"
    assert cells["Азовский"][-1] == "↩ возвращён +3"
    assert set(_cells(_open(form="monthly", state="returned"))) == {"Азовский"}
    # The other form was sent: the month stands.
    assert _cells(_open())["Азовский"][-1] == "● отправлен"


@pytest.mark.parametrize(
    ("link", "names"),
    [
        ({"state": "waiting"}, {"Называевский", "Седельниковский", "Тевризский"}),
        ({"state": "late", "month": "2020-10", "form": "monthly"}, 8),
        ({"state": "accepted"}, set()),
        ({"state": "late", "month": "2020-07"}, {"Большеуковский", "Знаменский", "Колосовский"}),
    ],
)
def test_filters_come_from_the_link(demo_database: str, link: dict[str, str], names: set[str] | int) -> None:
    page = _open(**link)
    if not names:
        assert "таких отчётов нет" in read_text(page)
        return
    found = set(_cells(page))
    assert len(found) == names if isinstance(names, int) else found >= names


def test_what_the_link_does_not_know_is_said_and_the_default_shown(demo_database: str) -> None:
    page = _open(month="2031-01", state="<b>")
    assert read_title(page).startswith("За ноябрь 2020")
    assert any("из ссылки не понято" in caption.value for caption in page.caption)


def test_a_month_in_detail(demo_database: str) -> None:
    rows = {row[0]: row[1:] for row in read_rows(_open(view="month"))}
    assert rows["Тарский"][:2] == ["● отправлен", "Ежемесячный отчёт"]
    assert rows["Тарский"][3:6] == ["05.12.2020", "0", "полный"]
    assert rows["Тевризский"][0] == "✕ нет"
    assert rows["Тевризский"][5] == "нет отчёта"


def test_a_letter_for_each_and_for_all(demo_database: str) -> None:
    page = _open(view="remind")
    letters = [block.value for block in page.code]
    assert len(letters) == 4
    assert "Называевский" in letters[0]
    assert "Тевризский" in letters[0]
    assert "Называевского района" in letters[1]
    assert "срок был 05.12.2020" in letters[1]


def test_the_rules_are_told_with_every_state(demo_database: str) -> None:
    shown = " ".join(read_text(_open(view="rules")).split())
    for words in ("принят — центр принял отчёт", "Месяц сдан, если", "больше 100 % не бывает"):
        assert words in shown


def test_a_district_sees_its_own_row_and_no_letters(demo_database: str) -> None:
    person = person_of("district", TARA)
    page = _open(person=person, view="remind")
    assert set(_cells(page)) == {"Тарский"}
    assert not page.code


def test_a_viewer_is_refused_in_words(demo_database: str) -> None:
    person = person_of("viewer")
    page = open_shell("collection.py", person=person)
    assert not page.exception
    assert read_title(page) == "Нет доступа"
    assert "<tbody>" not in "".join(block.body for block in page.get("html"))
