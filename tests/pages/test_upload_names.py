"""Which organisations a file means: nothing is merged or added unseen."""

from datetime import UTC, datetime

import pytest

from cmn_core.store.engine import Database
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.reports import (
    ReportKey,
    read_in_force,
    read_report_organisations,
)
from cmn_core.store.rows_reading import read_organisation_facts
from tests.pages.report_files import STATE, make_report, school
from tests.pages.upload_page import (
    FIRST,
    GOOD,
    KEY,
    NAZYVAYEVSK,
    NOVEMBER,
    OMSK,
    SAVE,
    SECOND,
    box,
    button,
    html,
    open_with,
    save,
    save_past_the_page,
    title,
)


def test_new_organisations_are_named_before_they_are_added(database: Database) -> None:
    page = open_with(GOOD)
    assert [item.value for item in page.subheader if "Новые" in item.value] == ["Новые организации: 2"]
    assert page.checkbox[0].label.replace("\u00a0", " ") == "Подтверждаю 2 новые организации: данные верны"
    save(page)
    assert {item.name for item in known_organisations(database, NAZYVAYEVSK)} == {FIRST, SECOND}


@pytest.mark.parametrize(
    ("answer", "names"), [("same", {FIRST, SECOND}), ("new", {FIRST, SECOND, "МКОУ «Первая СОШ»"})]
)
def test_a_likeness_waits_for_an_answer(database: Database, answer: str, names: set[str]) -> None:
    save_past_the_page(database, GOOD)
    page = open_with(make_report([school("МКОУ «Первая СОШ»", 7), school(SECOND, 10, 0, 4)]))
    assert title(page) == "Ошибок нет, осталось ответить на вопросы"
    assert button(page, SAVE).disabled
    assert "Сравнение появится" in html(page)
    page.radio[0].set_value(answer).run()
    assert "Сравнение появится" not in html(page)
    save(page)
    assert title(page) == "Отчёт сохранён и учитывается"
    assert {item.name for item in known_organisations(database, NAZYVAYEVSK)} == names


def test_a_likeness_may_be_another_organisation_of_the_list(database: Database) -> None:
    save_past_the_page(database, GOOD)
    page = open_with(make_report([school("МКОУ «Первая СОШ»", 7)]))
    page.radio[0].set_value("other").run()
    assert button(page, SAVE).disabled
    chosen = next(item for item in page.selectbox if item.label == "Организация для «МКОУ «Первая СОШ»»")
    chosen.set_value({item.name: item.organisation_id for item in known_organisations(database)}[SECOND]).run()
    save(page)
    saved = read_in_force(database, KEY)
    assert saved is not None
    assert [item.name for item in read_report_organisations(database, saved.report_id)] == [SECOND]


def test_equal_numbers_are_other_children_at_one_click(database: Database) -> None:
    page = open_with(make_report([school(FIRST), school(FIRST, programme="Шаг")]))
    assert "вовлечено 8 человек" in html(page)
    next(item for item in page.checkbox if item.label == "Это разные дети").check().run()
    assert "вовлечено 16 человек" in html(page)
    save(page)
    saved = read_in_force(database, KEY)
    assert saved is not None
    assert read_report_organisations(database, saved.report_id)[0].people.drawn_in == 16


def test_the_regions_form_asks_where_new_organisations_are(database: Database) -> None:
    college = "БПОУ «Омский техникум»"
    page = open_with(make_report([school(college)], place="Омская область", owner=STATE))
    box(page, "Муниципалитет").set_value("region").run()
    assert box(page, "Организации").options == ["государственные организации"]
    assert title(page) == "Ошибок нет, осталось ответить на вопросы"
    assert f"Укажите муниципалитет новых организаций: {college}." in html(page)
    assert button(page, SAVE).disabled


def test_the_regions_form_of_known_organisations_is_saved_for_their_municipalities(database: Database) -> None:
    college = "БПОУ «Омский техникум»"
    now = datetime(2020, 11, 1, tzinfo=UTC)
    add_organisations(database, [NewOrganisation(OMSK, college, "vocational", "state")], author="Центр", now=now)
    page = open_with(make_report([school(college)], place="Омская область", owner=STATE))
    box(page, "Муниципалитет").set_value("region").run()
    save(page)
    assert title(page) == "Отчёт сохранён и учитывается"
    saved = read_in_force(database, ReportKey(None, "state", "expansion", NOVEMBER))
    assert saved is not None
    assert [item.name for item in read_organisation_facts(database, OMSK, [saved.report_id])] == [college]
