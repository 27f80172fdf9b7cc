"""The five steps: what each shows of the organisation and the programme, and what a press or a tick keeps."""

import time
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.programme.opening import change_model, keep_form, keep_own_form, keep_own_model
from cmn_core.programme.programme import Programme
from cmn_core.store.corrections import OrganisationFacts, set_facts
from cmn_core.store.engine import Database, open_database
from cmn_core.store.merging import merge_organisations
from cmn_core.store.programme_reading import list_programmes
from tests.pages.offered_files import list_offers
from tests.pages.programme_page import (
    LEADER,
    REFERENCE,
    SCHOOL,
    add_school,
    by_label,
    choose,
    leave_line,
    leave_prose,
    open_page,
    press,
    run,
    start,
    stored,
    tick,
    told,
    write_filled,
    write_opened,
)
from tests.pages.screen_text import read_text, unescape_markdown
from tests.store.made_readings import NOW, TARA

BY = {"author": "Центр", "now": NOW}


@pytest.fixture
def school(database: Database) -> int:
    return add_school(database)


@pytest.fixture
def number(database: Database, school: int) -> int:
    return start(database, write_opened(school), school)


@pytest.fixture
def filled(database: Database, school: int) -> int:
    return start(database, write_filled(school), school)


def test_another_kind_changes_the_names_of_the_forms(database: Database, filled: int) -> None:
    page = open_page(programme=filled)
    choose(page, "Вид организации", "СПО")
    kept = stored(database, filled)
    assert (kept.kind, kept.forms[0].label) == ("vocational", "Студент – студент")


def test_dates_and_the_year_are_kept_as_they_are_chosen(database: Database, number: int) -> None:
    page = open_page(programme=number)
    by_label(page.date_input, "Дата приказа").set_value(date(2020, 9, 1))
    run(page)
    assert stored(database, number).approval.order_date == date(2020, 9, 1)
    by_label(page.date_input, "Дата приказа").set_value(None)
    run(page)
    assert stored(database, number).approval.order_date is None


def test_a_renamed_organisation_is_told_and_its_new_name_taken(database: Database, school: int, number: int) -> None:
    facts = OrganisationFacts(SCHOOL, TARA, "school", "municipal")
    renamed = OrganisationFacts("МБОУ «Школа имени Ермака»", TARA, "school", "municipal")
    set_facts(database, school, renamed, seen=facts, **BY)
    page = open_page(programme=number)
    assert "В списке организаций сейчас: МБОУ «Школа имени Ермака»" in told(page)
    press(page, "Взять название из списка")
    assert stored(database, number).organisation == "МБОУ «Школа имени Ермака»"
    assert "В списке организаций сейчас" not in told(page)


def test_a_closed_organisation_is_told(database: Database, school: int, number: int) -> None:
    facts = OrganisationFacts(SCHOOL, TARA, "school", "municipal")
    closed = OrganisationFacts(SCHOOL, TARA, "school", "municipal", closed=date(2020, 8, 31))
    set_facts(database, school, closed, seen=facts, **BY)
    page = open_page(programme=number)
    assert "Организация закрыта 31.08.2020" in told(page)
    leave_line(page, "Куратор программы", "Седова М. В.")
    assert stored(database, number).curator == "Седова М. В."


def test_a_merged_organisation_is_told_with_the_name_that_it_has_now(
    database: Database, school: int, number: int
) -> None:
    other = add_school(database, "МБОУ «СОШ № 2»")
    merge_organisations(database, school, into=other, **BY)
    page = open_page(programme=number)
    assert "объединена с другой: теперь это «МБОУ «СОШ № 2»»" in told(page)
    press(page, "Взять название из списка")
    assert stored(database, number).organisation == "МБОУ «СОШ № 2»"


def test_forms_are_ticked_and_come_back_when_one_goes_by_mistake(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=2)
    tick(page, "Учитель – учитель")
    assert [form.key for form in stored(database, filled).forms] == ["pupil_pupil", "teacher_teacher"]
    tick(page, "Ученик – ученик", on=False)
    assert [form.key for form in stored(database, filled).forms] == ["teacher_teacher"]
    assert "Форма «Ученик – ученик» убрана, ролевых моделей: 1." in told(page)
    press(page, "Вернуть")
    assert stored(database, filled).models[0][1].count == 4


def test_unsuitable_and_team_forms_can_be_taken_and_any_other_is_named(database: Database, number: int) -> None:
    page = open_page(programme=number, step=2)
    tick(page, "Работодатель – студент")
    tick(page, "Работодатель – команда")
    by_label(page.text_input, "Своя форма").set_value("Родитель – ученик")
    run(page)
    press(page, "Добавить форму")
    leave_prose(page, "В чём она состоит", "Родители ведут кружки.")
    forms = stored(database, number).forms
    assert [(form.code, form.label) for form in forms] == [
        ("employer_student", "Работодатель – студент"),
        ("own", "Работодатель – команда"),
        ("own", "Родитель – ученик"),
    ]
    assert forms[2].description == "Родители ведут кружки."
    assert by_label(page.text_input, "Своя форма").value == ""


def test_what_is_reported_is_marked_and_taken_over(demo_copy: str) -> None:
    database = open_database(demo_copy)
    line = next(line for line in list_programmes(database) if line.name == "Черновик")
    page = open_page(programme=line.programme_id, step=2)
    marked = [box.label for box in page.checkbox if "Есть в отчёте на" in unescape_markdown(box.label)]
    assert marked
    press(page, "Взять формы и модели из отчёта")
    assert len(stored(database, line.programme_id).forms) >= len(marked)
    ticked = [box for box in page.checkbox if "Есть в отчёте на" in unescape_markdown(box.label)]
    assert all(box.value for box in ticked)
    database.close()


def test_a_ticked_model_opens_with_the_shipped_words_and_is_filled(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=3)
    tick(page, "равный – равному")
    assert by_label(page.text_input, "Ролевая модель").value == "равный – равному"
    assert by_label(page.text_area, "Цель").value
    leave_prose(page, "Цель", "Сделать общий проект")
    choose(page, "Работают", "группы")
    by_label(page.number_input, "Сколько групп").set_value(3)
    by_label(page.number_input, "Наставляемых в группе").set_value(5)
    run(page)
    leave_line(page, "Куратор", "Рыбина Е. С.")
    model = next(model for _, model in stored(database, filled).models if model.label == "равный – равному")
    assert (model.goal, model.unit, model.mentees, model.curator) == (
        "Сделать общий проект", "group", 15, "Рыбина Е. С.",
    )  # fmt: skip


def test_another_model_is_opened_and_keeps_its_own_words(database: Database, filled: int) -> None:
    page = tick(open_page(programme=filled, step=3), "равный – равному")
    press(page, "Открыть")
    assert by_label(page.text_input, "Ролевая модель").value == LEADER
    leave_line(page, "Ролевая модель", "Вожак – новичок")
    assert [model.label for _, model in stored(database, filled).models] == ["Вожак – новичок", "равный – равному"]
    leave_line(page, "Ролевая модель", "   ")
    assert by_label(page.text_input, "Ролевая модель").value == "Вожак – новичок", "a model never loses its name"


def test_own_models_are_added_and_moved(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=3)
    by_label(page.text_input, "Своя ролевая модель").set_value("шахматист – новичок")
    run(page)
    press(page, "Добавить")
    assert by_label(page.text_input, "Ролевая модель").value == "шахматист – новичок"
    press(page, "Выше")
    assert [model.label for _, model in stored(database, filled).models] == ["шахматист – новичок", LEADER]
    assert by_label(page.button, "Выше").disabled


def forty_models(programme: Programme) -> Programme:
    for form in range(4):
        programme = keep_own_form(programme, f"Форма {form}")
        key = programme.forms[-1].key
        for place in range(10):
            programme = keep_own_model(programme, REFERENCE, key, f"модель {form}.{place}")
    return programme


def test_forty_models_stay_quick_and_one_is_open(database: Database, school: int) -> None:
    number = start(database, forty_models(write_opened(school)), school)
    page = open_page(programme=number, step=3)
    assert len(page.checkbox) == 40
    begun = time.perf_counter()
    run(page)
    assert time.perf_counter() - begun < 2.0
    assert len([item for item in page.text_area if item.label == "Цель"]) == 1


def test_a_section_is_written_and_its_shipped_text_comes_back(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=4, section="goal")
    shipped = by_label(page.text_area, "Текст раздела").value
    assert "Цель Программы" in shipped
    leave_prose(page, "Текст раздела", "Наша цель – одна.")
    assert stored(database, filled).texts == {"goal": "Наша цель – одна."}
    assert any("изменён" in option for option in page.radio[0].options)
    press(page, "Вернуть исходный текст")
    assert stored(database, filled).texts == {}
    assert by_label(page.text_area, "Текст раздела").value == shipped


def test_an_untouched_text_follows_the_facts(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=4)
    assert SCHOOL in by_label(page.text_area, "Текст раздела").value
    assert stored(database, filled).texts == {}


def test_acts_are_a_list_of_paragraphs(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=4, section="legal")
    leave_prose(page, "Документы", "Закон об образовании\n\nУстав")
    assert stored(database, filled).legal_ground == ("Закон об образовании", "Устав")
    leave_prose(page, "Документы", "Приказ " + "о наставничестве " * 60)
    assert not page.error
    parts = stored(database, filled).legal_ground or ()
    assert " ".join(parts) == ("Приказ " + "о наставничестве " * 60).strip(), "nothing of a long paragraph is lost"
    assert len(parts) == 3
    press(page, "Вернуть исходный список")
    assert stored(database, filled).legal_ground is None


def test_stages_are_changed_added_and_dropped(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=4, section="stages")
    by_label([item for item in page.text_input if item.key == "programme_stage_0_months"], "Сроки").set_value("июнь")
    run(page)
    stages = stored(database, filled).stages
    assert stages is not None
    assert (len(stages), stages[0].months) == (7, "июнь")
    press(page, "Добавить этап")
    assert len(stored(database, filled).stages or ()) == 8
    next(item for item in page.button if item.key == "programme_stages_drop_0").click()
    run(page)
    assert "Убрано: этап «Подготовка условий для запуска программы»." in told(page)
    press(page, "Вернуть исходные этапы")
    assert stored(database, filled).stages is None


def test_aims_stand_beside_the_years_target(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=4, section="results")
    assert "план 2021 года 20" in read_text(page)
    field = next(item for item in page.number_input if item.key == "programme_aim_0_people")
    assert "по плану" in field.placeholder
    field.set_value(30)
    run(page)
    aims = stored(database, filled).aims
    assert aims is not None
    assert aims[0].people == 30
    by_label(page.selectbox, "Ещё один показатель")
    before = len(aims)
    press(page, "Добавить показатель")
    assert len(stored(database, filled).aims or ()) == before + 1


def test_the_preview_shows_what_is_kept_and_nothing_else(database: Database, filled: int) -> None:
    page = open_page(programme=filled, step=5)
    sheet = next(block.body for block in page.get("html") if "pg-sheet" in block.body)
    text = read_text(page)
    assert "РОЛЕВЫЕ МОДЕЛИ В РАМКАХ ФОРМ НАСТАВНИЧЕСТВА" in text
    assert LEADER in text
    assert "Учитель – учитель" not in sheet
    assert "{" not in sheet
    assert sheet.count("<caption>") == sheet.count("<table>") > 2
    assert list_offers(page) == ["Документ Word", "Таблица Excel"]


def test_remarks_lead_to_their_step(database: Database, number: int) -> None:
    page = open_page(programme=number, step=5)
    assert list_offers(page) == ["Документ Word"]
    links = {unescape_markdown(item.label): item.proto.query_string for item in page.main.get("page_link")}
    (query,) = [query for label, query in links.items() if "Не выбрана ни одна форма" in label]
    assert f"programme={number}" in query
    assert "step=2" in query


def test_a_complete_programme_has_no_remark_of_a_curator(database: Database, school: int) -> None:
    programme = keep_form(write_filled(school), REFERENCE, "pupil_pupil")
    key = programme.models[0][1].key
    without = change_model(programme, "pupil_pupil", key, curator="")
    told_of = {
        name: read_labels(open_page(programme=start(database, kept, school, name), step=5))
        for name, kept in (("с куратором", programme), ("без куратора", without))
    }
    assert "не указан куратор" in told_of["без куратора"]
    assert "не указан куратор" not in told_of["с куратором"]


def read_labels(page: AppTest) -> str:
    return " ".join(unescape_markdown(item.label) for item in page.main.get("page_link"))
