"""The list of programmes by role: begun, found, renamed, copied, deleted and brought back; hostile names."""

from io import BytesIO
from zipfile import ZipFile

from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import Database
from cmn_core.store.programme_reading import list_programmes
from pages._parts.page_list import landing_page, list_pages
from tests.pages.offered_files import list_offers
from tests.pages.programme_page import (
    CENTRE,
    METHODOLOGIST,
    SCHOOL,
    add_school,
    by_label,
    leave_line,
    open_page,
    opened_number,
    press,
    run,
    start,
    stored,
    told,
    write_filled,
    write_opened,
)
from tests.pages.screen_text import unescape_markdown
from tests.pages.shell import open_shell
from tests.pages.someone import person_of
from tests.store.made_readings import OMSK, TARA

HOSTILE = '<b id=evil>«Школа» & "дети"</b> **ж** =1+1 😀 ' + "д" * 120


def listed(page: AppTest) -> list[str]:
    links = [item for item in page.main.get("page_link") if "programme=" in item.proto.query_string]
    return [unescape_markdown(item.label) for item in links]


def test_a_methodologist_begins_the_first_programme(database: Database) -> None:
    add_school(database)
    add_school(database, "МБОУ «Чужая»", OMSK)
    page = open_page()
    assert "Программ пока нет" in told(page)
    box = by_label(page.selectbox, "Организация")
    assert box.options == [SCHOOL]
    assert by_label(page.button, "Начать программу").disabled
    box.select(SCHOOL)
    run(page)
    press(page, "Начать программу")
    (line,) = list_programmes(database)
    assert line.owner.name == SCHOOL
    assert line.name == f"Программа наставничества {line.school_year}/{line.school_year + 1}"
    assert opened_number(page) == line.programme_id
    assert page.title[0].value.startswith("Программа наставничества")


def test_the_centre_chooses_the_municipality_first(database: Database) -> None:
    add_school(database, "МБОУ «Омская»", OMSK)
    page = open_page(CENTRE)
    assert "Сначала муниципалитет" in told(page)
    by_label([box for box in page.selectbox if box.key != "choice_district"], "Муниципалитет").select("г. Омск")
    run(page)
    assert by_label(page.selectbox, "Организация").options == ["МБОУ «Омская»"]


def test_each_sees_the_programmes_of_their_own_municipality(database: Database) -> None:
    here, there = add_school(database), add_school(database, "МБОУ «Омская»", OMSK)
    start(database, write_opened(here), here, "Здешняя")
    start(database, write_opened(there, "МБОУ «Омская»"), there, "Омская")
    assert [name.split(" *")[0] for name in listed(open_page())] == ["Здешняя"]
    assert len(listed(open_page(CENTRE))) == 2
    assert [name.split(" *")[0] for name in listed(open_page(CENTRE, district=TARA))] == ["Здешняя"]
    assert [name.split(" *")[0] for name in listed(open_page(CENTRE, find="омск"))] == ["Омская"]


def test_another_municipalitys_programme_is_refused_and_a_wrong_number_is_told(database: Database) -> None:
    there = add_school(database, "МБОУ «Омская»", OMSK)
    number = start(database, write_opened(there, "МБОУ «Омская»"), there)
    assert [item.value for item in open_page(programme=number).title] == ["Нет доступа"]
    for wrong in ("999", "один", "-1", "9" * 30):
        page = open_page(CENTRE, programme=wrong)
        assert "Такой программы нет" in " ".join(caption.value for caption in page.caption)
        assert len(listed(page)) == 1


def test_a_programme_is_renamed(database: Database) -> None:
    school = add_school(database)
    number = start(database, write_filled(school), school, "Старое имя")
    page = press(open_page(), "Имя и копия")
    by_label([item for item in page.text_input if "rename" in item.key], "Название в списке").set_value(" Новое   имя ")
    run(page)
    press(page, "Переименовать")
    assert [line.name for line in list_programmes(database)] == ["Новое имя"]
    assert "теперь называется «Новое имя»" in told(page)
    assert stored(database, number).models


def test_a_programme_is_copied_for_another_organisation(database: Database) -> None:
    school, college = add_school(database), add_school(database, "БПОУ «Колледж»", kind="vocational")
    number = start(database, write_filled(school), school, "Образец")
    page = press(open_page(), "Имя и копия")
    boxes = [item for item in page.selectbox if "copy_organisation" in item.key]
    by_label(boxes, "Организация").select("БПОУ «Колледж»")
    run(page)
    press(page, "Скопировать и открыть")
    copy = next(line for line in list_programmes(database) if line.programme_id != number)
    assert copy.owner.organisation_id == college
    programme = stored(database, copy.programme_id)
    assert [form.label for form in programme.forms] == ["Студент – студент"]
    assert programme.models[0][1].count is None
    assert stored(database, number) == write_filled(school)
    assert opened_number(page) == copy.programme_id


def test_a_programme_is_deleted_brought_back_at_once_and_later(database: Database) -> None:
    school = add_school(database)
    number = start(database, write_filled(school), school, "Одна")
    page = press(open_page(), "Удалить")
    assert listed(page) == []
    assert "Программа «Одна» удалена" in told(page)
    press(page, "Вернуть как было")
    assert len(listed(page)) == 1
    press(page, "Удалить")
    later = press(open_page(), "Вернуть")
    assert len(listed(later)) == 1
    assert stored(database, number) == write_filled(school)


def test_hostile_names_are_shown_letter_by_letter_at_every_step(database: Database) -> None:
    school = add_school(database, HOSTILE)
    number = start(database, write_filled(school, HOSTILE).having(curator=HOSTILE), school, HOSTILE[:200])
    for address in ({}, *({"programme": number, "step": step} for step in range(1, 6))):
        page = open_page(**address)
        assert not page.error
        assert "<b id=evil" not in " ".join(block.body for block in page.get("html"))
        assert any("id=evil" in unescape_markdown(words) for words in (told(page), *listed(page), page.title[0].value))


def test_a_long_list_is_shown_in_pages(database: Database) -> None:
    school = add_school(database)
    for place in range(14):
        start(database, write_opened(school), school, f"Программа {place}")
    page = open_page()
    assert len(listed(page)) == 12
    assert "Всего: 14 программ" in told(page)
    page.get("pagination")[0].set_value(2)
    assert len(listed(run(page))) == 2
    assert len(listed(leave_line(page, "Найти", "программа 13"))) == 1, "a search begins at its first page"


def test_a_methodologist_lands_on_the_page_and_a_viewer_is_refused(database: Database) -> None:
    assert landing_page(METHODOLOGIST) == "/programme"
    assert list_pages(METHODOLOGIST)[0].path == "programme"
    viewer = person_of("viewer")
    assert not any(entry.path == "programme" for entry in list_pages(viewer))
    assert [item.value for item in open_shell("programme.py", person=viewer).title] == ["Нет доступа"]


def test_all_programmes_of_a_municipality_come_as_one_archive(database: Database) -> None:
    school = add_school(database)
    for name in ("Первая", "Вторая"):
        start(database, write_filled(school), school, name)
    page = press(open_page(), "Собрать архив")
    assert list_offers(page) == ["Скачать архив"]
    with ZipFile(BytesIO(page.session_state["programme_page"].package.content)) as archive:
        assert len(archive.namelist()) == 2
        assert all(name.endswith(".docx") for name in archive.namelist())
    start(database, write_filled(school), school, "Третья")
    assert list_offers(run(page)) == [], "an archive without the newest programme is not offered"


def test_a_copy_may_go_to_another_municipality_of_ones_own(database: Database) -> None:
    school, other = add_school(database), add_school(database, "МБОУ «Омская»", OMSK)
    number = start(database, write_filled(school), school, "Образец")
    page = press(open_page(CENTRE), "Имя и копия")
    place = next(box for box in page.selectbox if "copy_district" in box.key)
    assert place.value == TARA
    place.select("г. Омск")
    run(page)
    next(box for box in page.selectbox if "copy_organisation" in box.key).select("МБОУ «Омская»")
    run(page)
    press(page, "Скопировать и открыть")
    copy = next(line for line in list_programmes(database) if line.programme_id != number)
    assert (copy.owner.organisation_id, copy.owner.district) == (other, OMSK)


def test_a_search_leaves_the_rest_out_and_says_how_many(database: Database) -> None:
    school = add_school(database)
    for name in ("Первая", "Вторая"):
        start(database, write_opened(school), school, name)
    page = leave_line(open_page(), "Найти", "втор")
    assert [name.split(" *")[0] for name in listed(page)] == ["Вторая"]
    assert "Найдено: 1 из 2 программ" in told(page)
