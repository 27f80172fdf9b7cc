"""«Практики»: listed and folded, searched from the link, counts for everyone, marks; no data and hostile data."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.store.audit import Author
from cmn_core.store.engine import Database, open_database
from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.organisations import known_organisations
from cmn_core.store.shown_practices import list_shown_practices, mark_practice
from pages._parts.practices_controls import VIEW
from pages._parts.practices_lines import ON_PAGE
from tests.pages.offered_files import list_offers
from tests.pages.screen_text import read_rows, read_text, read_title
from tests.pages.shell import open_shell
from tests.pages.someone import person_of
from tests.store.made_monthly import organisation, programme, save_monthly
from tests.store.made_readings import NOW, OMSK, TARA
from tests.store.small_district import save_small_district

EVIL = "<b id=evil>«Вместе»</b> **ж** =2+2 [ссылка](https://evil.example) 🚀"
BY = Author("Центр", NOW)


@pytest.fixture
def database(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    address = f"sqlite:///{tmp_path_factory.mktemp('practices') / 'cmn.sqlite3'}"
    monkeypatch.setenv(ADDRESS_VARIABLE, address)
    opened = open_database(address)
    yield opened
    opened.close()


def _open(**link: str) -> AppTest:
    page = open_shell("practices.py", **link)
    assert not page.exception
    assert not page.error
    return page


def _lines(page: AppTest) -> list[str]:
    """Return the folded lines as text: what stands between their summaries' marks."""
    body = next(block.body for block in page.get("html") if "cmn-folds" in block.body)
    return [part.split("</summary>")[0] for part in body.split("<summary>")[1:]]


@pytest.mark.parametrize("view", VIEW.words)
def test_without_reports_every_view_says_what_to_do(empty_database: str, view: str) -> None:
    page = _open(view=view)
    assert "загрузите первый отчёт" in page.info[0].value
    assert not page.get("vega_lite_chart")


def test_like_names_stand_in_one_line_and_unfold(demo_database: str) -> None:
    page = _open()
    assert "программ" in read_title(page)
    lines = _lines(page)
    assert len(lines) == ON_PAGE
    together = next(line for line in lines if "<b>Вместе к успеху</b>" in line)
    assert "написания" in together
    shown = read_text(page)
    assert "«Программа наставничества «Вместе к успеху»»" in shown
    assert "участий, чел.: кто в двух программах, посчитан дважды" in shown


def test_search_and_filters_come_from_the_link(demo_database: str) -> None:
    page = _open(search="УСПЕХУ", form="pupil_pupil", district=TARA)
    assert all("успеху" in line.lower() for line in _lines(page))
    assert page.text_input(key="search").value == "УСПЕХУ"
    assert page.selectbox(key="choice_form").value == "pupil_pupil"
    page.text_input(key="search").set_value("нет такой программы").run()
    assert "Ничего не найдено" in page.info[0].value


def test_the_next_page_and_back_to_the_first_where_the_question_changes(demo_database: str) -> None:
    page = _open(order="name")
    first = _lines(page)
    page.session_state["practices_page"] = 2
    page.run()
    assert _lines(page)[0] != first[0]
    page.selectbox(key="choice_kind").set_value("school").run()
    assert not page.exception
    assert page.session_state["practices_page"] == 1


@pytest.mark.parametrize("choice", ["form", "model", "kind", "source", "marked", "order", "view", "measure"])
def test_nonsense_in_the_link_falls_back_with_a_quiet_note(demo_database: str, choice: str) -> None:
    page = _open(**{"view": "forms" if choice == "measure" else "list", choice: "<b>x</b>"})
    assert any("из ссылки не понято" in note.value for note in page.main.caption)


@pytest.mark.parametrize("view", ["forms", "models"])
@pytest.mark.parametrize("measure", ["programmes", "mentees"])
def test_the_picture_has_words_and_a_table_beside_it(demo_database: str, view: str, measure: str) -> None:
    page = _open(view=view, measure=measure)
    (chart,) = page.get("vega_lite_chart")
    assert "Муниципалитеты по строкам" in chart.proto.alt
    rows = read_rows(page)
    assert len(rows) == 34
    assert rows[0][0] == "Омская область"
    assert "Отчёта нет: Седельниковский" in read_text(page)


def test_forms_of_the_picture_are_those_of_the_forms_page(demo_database: str) -> None:
    ours = read_rows(_open(view="forms"))
    theirs = read_rows(open_shell("forms.py"))
    assert ours[0][1:8] == theirs[0][2:-2:2]
    by_mentees = read_rows(_open(view="forms", measure="mentees"))[0][1:8]
    assert by_mentees == read_rows(open_shell("forms.py", measure="mentees"))[0][2:16:2]


def test_white_spots_of_all_and_of_one(demo_database: str) -> None:
    page = _open(view="spots")
    assert len(read_rows(page)) == 32
    assert "view=spots" in next(block.body for block in page.get("html") if "<tbody>" in block.body)
    of_one = _open(view="spots", district=TARA)
    assert "Тарского района" in read_title(of_one)
    assert "похожие по размеру: Исилькульский" in read_text(of_one)
    silent = _open(view="spots", district="52652000")
    assert "нет данных" in read_title(silent)


def test_figures_are_everyones_and_organisations_ones_own(demo_database: str) -> None:
    official = person_of("district", TARA)
    page = open_shell("practices.py", person=official)
    assert "Тарского района" in read_title(page)
    assert "Седельниковск" not in read_text(page)
    for view in ("forms", "models", "spots"):
        foreign = open_shell("practices.py", person=official, view=view, district=OMSK)
        assert not foreign.exception
        assert [title.value for title in foreign.title] != ["Нет доступа"]
    refused = open_shell("practices.py", person=official, district=OMSK)
    assert [title.value for title in refused.title] == ["Нет доступа"]


def test_files_with_organisations_are_handed_over_by_a_link(demo_database: str) -> None:
    page = _open()
    assert "Таблица: Excel" in list_offers(page)
    assert not page.get("download_button")


def test_the_centre_marks_a_practice_and_everyone_sees_it(database: Database) -> None:
    save_small_district(database)
    page = _open()
    address = next(block.body for block in page.get("html") if "mark=" in block.body).split("mark=")[1].split('"')[0]
    card = _open(mark=address)
    card.text_input(key="practice_note").set_value("охват вдвое").run()
    card.button[[button.label for button in card.button].index("Отметить к показу")].click().run()
    assert not card.exception
    assert "отмечена к показу" in card.success[0].value
    (shown,) = list_shown_practices(database)
    assert shown.note == "охват вдвое"
    for role in ("viewer", "district", "methodologist"):
        seen = open_shell("practices.py", person=person_of(role, OMSK), view="shown")
        assert "К показу отмечена 1 практика" in read_title(seen)
        assert read_rows(seen)[0][1:4] == [shown.organisation, shown.name, "охват вдвое"]
    assert len(_lines(_open(marked="1"))) == 1
    again = _open(view="shown", mark=address)
    again.button[[button.label for button in again.button].index("Снять отметку")].click().run()
    assert list_shown_practices(database) == ()


def test_who_may_not_mark_is_offered_no_mark(database: Database) -> None:
    save_small_district(database)
    page = open_shell("practices.py", person=person_of("district", TARA), mark="1-abc")
    assert not page.exception
    assert "отметить" not in read_text(page)
    assert "Отметить к показу" not in [button.label for button in page.button]
    assert "появится здесь" in read_text(open_shell("practices.py", person=person_of("viewer"), view="shown"))


def test_a_card_of_nothing_is_told(database: Database) -> None:
    save_small_district(database)
    page = _open(mark="<b>1</b>-zzz")
    assert any("не найдена" in note.value for note in page.main.caption)


def test_hostile_names_are_shown_letter_by_letter(database: Database) -> None:
    save_monthly(database, [organisation(EVIL)], [programme(EVIL, EVIL, form="own", role_model=EVIL)])
    (school,) = known_organisations(database, TARA)
    mark_practice(database, school.organisation_id, "x", EVIL, EVIL, BY)
    for view in VIEW.words:
        page = _open(view=view, search="", **({"district": TARA} if view == "spots" else {}))
        bodies = " ".join(block.body for block in page.get("html"))
        assert "<b id=evil>" not in bodies
        if view in ("list", "shown"):
            assert EVIL in read_text(page)
    long = "Очень " * 50 + "длинное"
    save_monthly(database, [organisation("СОШ № 2")], [programme(long, "СОШ № 2")], sender=OMSK)
    assert any(long.strip() in line for line in _lines(_open()))
