"""«Варианты расширения»: what is lacking, a scenario that moves the figure, saved and printed; faults in words."""

from io import BytesIO

import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from cmn_core.access import Person
from cmn_core.http.files.handed import HANDED, HandedFile
from cmn_core.programme.scenario import Option, Scenario
from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.scenarios import add_scenario, list_scenarios, save_scenario
from tests.pages.monthly_database import GORKOVSKOYE, save_monthly_reports
from tests.pages.offered_files import list_offers
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell
from tests.pages.someone import person_of
from tests.store.made_readings import NOVEMBER, NOW, OMSK, TARA, row, save

FIVE_PAIRS = f"{GORKOVSKOYE}~pupil_pupil.0.5.0.0.0"
PAIRS = "widening_pupil_pupil_0_pairs"
HOSTILE = "=1+1 <script>alert(1)</script> **«Вариант»** 😀 " + "я" * 140


@pytest.fixture
def monthly_database(empty_database: str) -> str:
    database = open_database(empty_database)
    save_monthly_reports(database)
    database.close()
    return empty_database


def _open(person: Person | None = None, **link: str) -> AppTest:
    page = open_shell("widening.py", **({"person": person} if person else {}), **link)
    assert not page.exception
    assert not page.error
    return page


def _add(address: str, name: str, *options: Option) -> int:
    database = open_database(address)
    saved = add_scenario(database, GORKOVSKOYE, NOVEMBER, name, Scenario(options=options), Author("Белова", NOW))
    database.close()
    return saved.scenario_id


def _names(address: str) -> list[str]:
    database = open_database(address)
    try:
        return [each.name for each in list_scenarios(database, GORKOVSKOYE)]
    finally:
        database.close()


def test_without_reports_it_says_what_to_do(empty_database: str) -> None:
    for link in ({}, {"district": TARA}):
        assert "загрузите первый отчёт" in _open(**link).info[0].value


def test_without_a_municipality_all_stand_by_what_they_lack(monthly_database: str) -> None:
    page = _open()
    assert read_title(page) == "Больше всего до плана по охвату не хватает: Горьковский — 26 детей"
    shown = read_text(page)
    # (190 + 110 + 34) of 2 200: the region fulfils the plan, and its gap is no sum of the municipalities'.
    assert "Область выполняет план по охвату: 15,2 %" in shown
    assert "своя недостача области считается по её суммам" in shown
    rows = {cells[0]: cells[1:] for cells in read_rows(page)}
    assert len(rows) == 34
    link = next(name for name in rows if "Горьковский" in name)
    assert f'href="/widening?period=2020-11&amp;district={GORKOVSKOYE}"' in link or f"district={GORKOVSKOYE}" in link
    assert rows[link][2] == "26"


def test_pairs_move_the_figure_at_once_and_stand_in_the_address(monthly_database: str) -> None:
    page = _open(district=GORKOVSKOYE)
    assert read_title(page).startswith(
        "До плана Горьковского района по охвату не хватает 26 детей: 5,7 % при плане 10 %"
    )
    assert "Впишите пары или группы" in read_text(page)
    page.number_input(key=PAIRS).set_value(5).run()
    assert page.query_params["plan"] == FIVE_PAIRS
    shown = read_text(page)
    # 34 + 5 × 2 = 44 of 600; 60 are needed.
    assert "С вариантом не хватает ещё 16 детей: 7,3 % при плане 10 % (+10 детей)" in shown
    assert "ещё 8 пар или 3 группы" in shown
    page.number_input(key="widening_employer_pupil_0_groups").set_value(2).run()
    page.number_input(key="widening_employer_pupil_0_group_size").set_value(8).run()
    assert "С вариантом план выполнен: 10,0 % при плане 10 % (+26 детей)" in read_text(page)
    alts = [chart.proto.alt.replace("\u00a0", " ") for chart in page.get("vega_lite_chart")]
    assert "сейчас — 5,7 % · 01.11 · 34 чел.; с вариантом — 10,0 % · 01.11 · 60 чел.; план 10 %" in alts[0]


def test_a_reload_and_another_page_lose_nothing(monthly_database: str) -> None:
    page = _open(district=GORKOVSKOYE, plan=FIVE_PAIRS)
    assert page.number_input(key=PAIRS).value == 5
    page.switch_page("help.py").run()
    del page.query_params["plan"]
    page.switch_page("widening.py").run()
    assert page.number_input(key=PAIRS).value == 5
    assert page.query_params["plan"] == FIVE_PAIRS


def test_each_municipality_has_its_own_plan(monthly_database: str) -> None:
    page = _open(district=GORKOVSKOYE, plan=FIVE_PAIRS)
    page.selectbox(key="chosen_district").set_value(TARA).run()
    assert page.number_input(key=PAIRS).value == 0
    assert "plan" not in page.query_params
    page.selectbox(key="chosen_district").set_value(GORKOVSKOYE).run()
    assert page.number_input(key=PAIRS).value == 5


def test_a_plan_that_is_none_is_said_quietly(monthly_database: str) -> None:
    page = _open(district=GORKOVSKOYE, plan=f"{GORKOVSKOYE}~<b>.0.1")
    assert "не понят" in " ".join(note.value for note in page.main.caption)
    assert page.number_input(key=PAIRS).value == 0


def test_a_role_model_gets_a_row_of_its_own(monthly_database: str) -> None:
    page = _open(district=GORKOVSKOYE)
    page.selectbox(key="widening_add").set_value("Ученик – ученик: равный – равному").run()
    page.number_input(key="widening_pupil_pupil_3_pairs").set_value(4).run()
    assert "+8 детей" in read_text(page)
    page.button(key="widening_pupil_pupil_3_remove").click().run()
    assert "plan" not in page.query_params


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        ("mentee_satisfaction", "Удовлетворённость парами и группами не изменить"),
        ("young_teacher_share", "Показатель «Молодые педагоги» эти пары и группы не меняют"),
        ("enterprise_share", "Показатель «Предприятия-партнёры» эти пары и группы не меняют"),
        ("mentee_share", "С вариантом не хватает ещё 31 ребёнка: 4,8 % при плане 10 % (+5 детей)"),
    ],
)
def test_each_indicator_is_counted_in_its_own_way(monthly_database: str, indicator: str, said: str) -> None:
    assert said in read_text(_open(district=GORKOVSKOYE, plan=FIVE_PAIRS, indicator=indicator))


def test_without_a_report_people_are_counted_all_the_same(monthly_database: str) -> None:
    azovo = "52601000"
    page = _open(district=azovo, plan=f"{azovo}~pupil_pupil.0.5.0.0.0")
    assert "+10 детей; по охвату нет данных, прибавить не к чему" in read_text(page)


def test_what_is_lacking_is_named_with_those_of_like_size(monthly_database: str) -> None:
    page = _open(district=GORKOVSKOYE, section="lacks")
    assert [cells[0] for cells in read_rows(page)] == [
        "Учитель – учитель", "Студент – ученик", "Работодатель – ученик",
        "Ученик – ученик: успевающий – ученик, испытывающий затруднения", "Ученик – ученик: лидер – последователь",
        "Ученик – ученик: равный – равному",
    ]  # fmt: skip
    assert "«Работодатель – студент»" in read_text(page)
    # Омск by its own contingent of 600 too; Тарский has 1 000.
    assert read_rows(page, 1) == [["г. Омск", "600", "18,3 %", "10,0 %", "01.12.2020", "0", "0", "0"]]
    marked = read_text(_open(district=GORKOVSKOYE))
    assert marked.count("в отчётах нет") == 3


def test_without_a_report_nothing_is_called_lacking(monthly_database: str) -> None:
    page = _open(district="52601000", section="lacks")
    assert "Отчёта муниципалитета за этот месяц нет" in read_text(page)
    assert "в отчётах нет" not in read_text(_open(district="52601000"))


def test_a_scenario_is_saved_opened_changed_deleted_and_brought_back(monthly_database: str) -> None:
    page = _open(district=GORKOVSKOYE, plan=FIVE_PAIRS)
    page.button(key="widening_add_new").click().run()
    assert "Название варианта: от 1 до 200" in unescape_markdown(page.error[0].value)
    page.text_input(key="widening_name").set_value(HOSTILE).run()
    page.button(key="widening_add_new").click().run()
    assert not page.error
    assert "сохранён" in page.success[0].value
    assert _names(monthly_database) == [HOSTILE.strip()]
    page.number_input(key=PAIRS).set_value(7).run()
    assert not page.success
    page.button(key="widening_save").click().run()
    assert not page.error
    page.segmented_control(key="choice_section").set_value("saved").run()
    assert HOSTILE.strip() in read_text(page)
    number = next(button.key for button in page.button if button.key.startswith("widening_delete_")).split("_")[-1]
    page.button(key=f"widening_delete_{number}").click().run()
    assert _names(monthly_database) == []
    page.button(key="widening_restore").click().run()
    assert _names(monthly_database) == [HOSTILE.strip()]
    page.button(key=f"widening_open_{number}").click().run()
    assert page.number_input(key=PAIRS).value == 7
    page.button(key="widening_anew").click().run()
    assert page.number_input(key=PAIRS).value == 0
    assert page.text_input(key="widening_name").value == ""


def test_a_change_that_was_not_seen_is_told_and_nothing_is_lost(monthly_database: str) -> None:
    number = _add(monthly_database, "Первый", Option(form="pupil_pupil", pairs=3))
    page = _open(district=GORKOVSKOYE, section="saved")
    page.button(key=f"widening_open_{number}").click().run()
    page.number_input(key=PAIRS).set_value(9).run()
    database = open_database(monthly_database)
    save_scenario(database, number, "Чужой", Scenario(), seen=1, by=Author("Белова", NOW))
    database.close()
    page.button(key="widening_save").click().run()
    assert "вариант «Чужой» изменил(а) Белова" in unescape_markdown(page.error[0].value)
    assert page.number_input(key=PAIRS).value == 9
    page.button(key="widening_add_new").click().run()
    assert sorted(_names(monthly_database)) == ["Первый", "Чужой"]


def test_a_link_to_a_saved_scenario_knows_its_name_and_no_foreign_one(monthly_database: str) -> None:
    number = _add(monthly_database, "Первый", Option(form="pupil_pupil", pairs=3))
    page = _open(district=GORKOVSKOYE, plan=f"{GORKOVSKOYE}.{number}.1~pupil_pupil.0.8.0.0.0")
    assert page.text_input(key="widening_name").value == "Первый"
    page.button(key="widening_save").click().run()
    assert not page.error
    # Another municipality's address cannot lead a saving to it.
    foreign = _open(district=TARA, plan=f"{TARA}.{number}.2~pupil_pupil.0.1.0.0.0")
    assert foreign.query_params["plan"] == f"{TARA}~pupil_pupil.0.1.0.0.0"
    assert "Сохранить изменения" not in [button.label for button in foreign.button]


def test_scenarios_are_laid_side_by_side(monthly_database: str) -> None:
    first = _add(monthly_database, "Пары", Option(form="pupil_pupil", pairs=3))
    second = _add(monthly_database, "Пары", Option(form="own", groups=5, group_size=6))
    page = _open(district=GORKOVSKOYE, section="saved", compare=f"{first},{second}")
    rows = read_rows(page)
    # Two of one name are told apart by their numbers.
    assert [cells[0].split(" (")[0] for cells in rows] == ["Сейчас", "Пары", "Пары"]
    assert rows[1][0] != rows[2][0]
    assert [cells[1:5] for cells in rows[1:]] == [["6", "6,7 %", "10,0 %", "20"], ["30", "10,7 %", "10,0 %", "0"]]
    assert list_offers(page) == [
        "Печать, Word", "Картинка PNG", "Картинка SVG", "Таблица: Excel", "Таблица: CSV",
    ]  # fmt: skip


def test_nothing_saved_is_said(monthly_database: str) -> None:
    assert "Сохранённых вариантов пока нет" in read_text(_open(district=GORKOVSKOYE, section="saved"))


@pytest.mark.parametrize(
    "person", [person_of("viewer"), person_of("methodologist", GORKOVSKOYE), person_of("district", OMSK)]
)
def test_who_may_not_save_may_count_and_print(monthly_database: str, person: Person) -> None:
    page = _open(person, district=GORKOVSKOYE, plan=FIVE_PAIRS)
    assert "(+10 детей)" in read_text(page)
    assert not page.text_input
    assert "Сохранённые варианты" not in page.segmented_control(key="choice_section").options
    assert list_offers(page)[0] == "Печать, Word"
    refused = _open(person, district=GORKOVSKOYE, section="saved")
    assert "не понято" in " ".join(note.value for note in refused.main.caption)


def test_a_municipality_saves_its_own(monthly_database: str) -> None:
    page = _open(person_of("district", GORKOVSKOYE), district=GORKOVSKOYE, plan=FIVE_PAIRS)
    page.text_input(key="widening_name").set_value("Свой").run()
    page.button(key="widening_add_new").click().run()
    assert _names(monthly_database) == ["Свой"]


def test_the_printed_page_is_made_of_what_stands_in_the_rows(
    monthly_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[HandedFile] = []
    hand = HANDED.hand
    monkeypatch.setattr(HANDED, "hand", lambda actor, place, file: handed.append(file) or hand(actor, place, file))
    _open(district=GORKOVSKOYE, plan=FIVE_PAIRS)
    assert handed[0].name == "Варианты расширения, Горьковский, 2020-11.docx"
    words = "\n".join(paragraph.text for paragraph in Document(BytesIO(handed[0].make())).paragraphs)
    assert "С вариантом не хватает ещё 16 детей" in words.replace("\u00a0", " ")
    by_name = {file.name.removeprefix("Горьковский 2020-11, варианты расширения"): file.make for file in handed[1:]}
    assert by_name[", сейчас и с вариантами.png"]().startswith(b"\x89PNG")
    assert "Ученик – ученик;5 пар;10;" in by_name[", пары и группы.csv"]().decode("utf-8-sig").replace("\u00a0", " ")


def test_an_expansion_form_alone_moves_coverage(empty_database: str) -> None:
    database = open_database(empty_database)
    save(database, [row("МБОУ «Школа № 1»", (30, 2, 8), "Вектор", "pupil_pupil")])
    database.close()
    page = _open(district=TARA, plan=f"{TARA}~pupil_pupil.0.5.0.0.0")
    assert "С вариантом 50 детей (+10 детей); доля не считается: нет численности" in read_text(page)
    lacks = read_text(_open(district=TARA, section="lacks"))
    assert "О ролевых моделях сообщает только ежемесячный отчёт" in lacks
    assert "число детей 10–19 лет неизвестно" in lacks
