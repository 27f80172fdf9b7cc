"""«Мои задачи»: what a municipality sends and mends, what the centre accepts, returns and unlocks."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.access import OWNER, Person
from cmn_core.store.audit import Author
from cmn_core.store.draft_reading import read_draft
from cmn_core.store.engine import Database, open_database
from cmn_core.store.report_steps import FaultyCell
from cmn_core.store.report_way import accept_report, read_steps, return_report
from cmn_core.store.versions import ReportVersion, read_reports_of, read_version
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell
from tests.pages.someone import person_of
from tests.store.made_readings import AZOVO, NOW, TARA

TEVRIZ = "52655000"
BY = Author("Петрова", NOW + timedelta(days=10))
REASON = "Наставляемых больше, чем в прошлом месяце, вдвое."


@pytest.fixture
def database(demo_copy: str) -> Database:
    return open_database(demo_copy)


def open_tasks(person: Person = OWNER, **link: str) -> AppTest:
    page = open_shell("tasks.py", person=person, **link)
    assert not page.exception
    return page


def last_of(database: Database, district: str) -> ReportVersion:
    """Return a municipality's monthly report for November."""
    return next(each for each in read_reports_of(database, district) if each.in_force and each.key.layout == "monthly")


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label.startswith(label)).click()
    page.run()
    assert not page.exception
    return page


def told(elements: object) -> str:
    return unescape_markdown(" ".join(item.value for item in elements))  # type: ignore[attr-defined]


def test_without_reports_a_district_is_told_what_to_send(empty_database: str) -> None:
    person = person_of("district", TARA)
    page = open_tasks(person=person)
    assert "Отчёт за" in read_text(page)
    assert not page.error


def test_without_reports_nothing_waits_for_the_centre(empty_database: str) -> None:
    assert read_title(open_tasks()) == "Все отправленные отчёты рассмотрены"


def test_a_district_that_sent_everything_is_told_so(demo_database: str) -> None:
    person = person_of("district", TARA)
    page = open_tasks(person=person)
    assert read_title(page) == "Всё сдано. Следующий отчёт — за декабрь 2020, до 05.01.2021"
    shown = read_text(page)
    assert "Отправлены, ждут решения центра: 3" in shown
    assert "Приняты центром" in shown


def test_a_district_that_is_late_is_told_by_how_much(demo_database: str) -> None:
    person = person_of("district", TEVRIZ)
    page = open_tasks(person=person)
    assert read_title(page) == "Нужно отправить 3 отчёта, срок прошёл"
    shown = read_text(page)
    assert "Отчёт за ноябрь 2020 срок был 05.12.2020, опоздание 3 дня" in " ".join(shown.split())
    assert "Не сданы и прежние месяцы: сентябрь 2020" in shown


def test_several_municipalities_stand_under_their_names(demo_database: str) -> None:
    person = person_of("district", TARA, TEVRIZ)
    assert [heading.value for heading in open_tasks(person=person).subheader] == ["Тарский", "Тевризский"]


def test_a_returned_report_says_why_and_is_taken_up_again(database: Database) -> None:
    version = last_of(database, TARA)
    cells = [FaultyCell("Организации", "C5", "проверьте число")]
    return_report(database, version.report_id, reason=REASON, cells=cells, by=BY)
    person = person_of("district", TARA)
    page = open_tasks(person=person)
    assert read_title(page) == "Нужно исправить 1 отчёт"
    shown = read_text(page)
    assert REASON in shown
    assert "вернул Петрова 04.12.2020" in shown
    assert read_rows(page) == [["Организации", "C5", "проверьте число"]]
    page = press(page, "Исправить и отправить")
    assert page.query_params["draft"] == "1"
    draft = read_draft(database, 1)
    assert draft is not None
    assert draft.choices["sender"] == TARA
    assert draft.choices["returned_cells"] == [["Организации", "C5", "проверьте число"]]
    upload = open_shell("upload.py", draft="1")
    assert not upload.exception
    assert not upload.error, told(upload.error)
    assert REASON in told(upload.info)
    assert any(item.label.startswith("Верное значение, ячейка C5") for item in upload.text_input)
    assert "Замечание центра: проверьте число" in read_text(upload)


def test_the_centre_accepts_several_ticked_and_each_is_locked(database: Database) -> None:
    page = open_tasks()
    assert "вашего решения" in read_title(page)
    for tick in page.checkbox[:2]:
        tick.check()
    page.run()
    page = press(page, "Принять отмеченные: 2")
    assert "Приняты: 2 отчёта." in told(page.success)
    newest = next(each for each in read_reports_of(database, AZOVO) if each.state == "accepted")
    assert (str(newest.key.period), newest.locked) == ("2020-11", True)
    assert not any(tick.value for tick in page.checkbox)


def test_ticking_the_full_ones_ticks_the_page(demo_database: str) -> None:
    page = press(open_tasks(), "Отметить полные")
    assert sum(tick.value for tick in page.checkbox) == len(page.checkbox) == 15
    assert any(button.label == "Принять отмеченные: 15" for button in page.button)


def test_what_another_judged_meanwhile_is_told_and_the_others_are_accepted(database: Database) -> None:
    page = press(open_tasks(), "Отметить полные")
    first = next(each for each in read_reports_of(database, AZOVO) if each.in_force and each.key.scope == "municipal")
    accept_report(database, first.report_id, by=BY)
    page = press(page, "Принять отмеченные: 15")
    assert "Приняты: 14 отчётов." in told(page.success)
    assert "Отчёт уже принят: Петрова" in told(page.error)


def test_a_report_is_returned_with_a_reason_and_cells(database: Database) -> None:
    version = last_of(database, TARA)
    page = open_tasks(report=str(version.report_id))
    assert read_title(page) == "Тарский, все организации, ноябрь 2020: отправлен"
    page = press(page, "Вернуть отчёт")
    assert "Напишите причину" in told(page.error)
    page.text_area(key=next(area.key for area in page.text_area if area.label.startswith("Причина"))).set_value(REASON)
    cells = next(area for area in page.text_area if area.label.startswith("Другие ячейки"))
    cells.set_value("какая-то")
    page = press(page, "Вернуть отчёт")
    assert "Не понято" in told(page.error)
    next(area for area in page.text_area if area.label.startswith("Другие ячейки")).set_value("Организации!C5 – мало")
    page = press(page, "Вернуть отчёт")
    assert "отчёт возвращён на исправление" in told(page.success)
    returned = read_version(database, version.report_id)
    assert returned is not None
    assert returned.state == "returned"
    assert returned.judged is not None
    assert returned.judged.cells == (FaultyCell("Организации", "C5", "мало"),)
    assert REASON in read_text(page)


def test_an_accepted_report_is_unlocked_with_a_reason(database: Database) -> None:
    version = last_of(database, TARA)
    accept_report(database, version.report_id, by=BY)
    page = open_tasks(report=str(version.report_id))
    assert not any(button.label == "Принять отчёт" for button in page.button)
    next(area for area in page.text_area if area.label == "Причина").set_value("Ошибка в школе")
    page = press(page, "Открыть отчёт")
    assert "отчёт открыт для исправления" in told(page.success)
    assert read_title(page).endswith("принят, открыт для исправления")
    assert [step.step for step in read_steps(database, version.report_id)] == ["sent", "accepted", "unlocked"]
    assert [row[1] for row in read_rows(page, -1)] == ["отправлен", "принят", "открыт для исправления"]


def test_a_report_is_accepted_from_its_own_screen(database: Database) -> None:
    version = last_of(database, TARA)
    page = press(open_tasks(report=str(version.report_id)), "Принять отчёт")
    assert "отчёт принят" in told(page.success)
    assert read_title(page).endswith("принят")
    page = press(page, "← К задачам")
    assert "вашего решения" in read_title(page)


@pytest.mark.parametrize("number", ["999999", "abc", "-1", "٣"])
def test_a_report_that_is_not_there_is_told(demo_database: str, number: str) -> None:
    page = open_tasks(report=number)
    assert not page.error
    assert "Отчёта из ссылки нет" in told(page.info) if number == "999999" else "вашего решения" in read_title(page)


def test_a_district_sees_the_history_of_its_report_and_judges_nothing(database: Database) -> None:
    own, foreign = last_of(database, TARA).report_id, last_of(database, AZOVO).report_id
    person = person_of("district", TARA)
    page = open_tasks(person=person, report=str(own))
    assert "отправлен" in read_title(page)
    assert not any(button.label in ("Принять отчёт", "Вернуть отчёт") for button in page.button)
    page = open_tasks(person=person, report=str(foreign))
    assert read_title(page) == "Нет доступа"


def test_a_viewer_is_refused_in_words(demo_database: str) -> None:
    person = person_of("viewer")
    assert read_title(open_tasks(person=person)) == "Нет доступа"


def test_a_municipalitys_page_leads_to_each_reports_way(demo_database: str) -> None:
    page = open_shell("district.py", district=TARA, section="reports")
    labels = [unescape_markdown(link.label) for link in page.main.get("page_link")]
    assert "Решение центра и история: Тарский, все организации, ноябрь 2020" in labels
