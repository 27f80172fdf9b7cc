"""«Данные», организации: found, put right with the consequence said first, merged, told apart, added, taken back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.store.corrections import OrganisationFacts, add_organisation, correct_organisation
from cmn_core.store.engine import Database
from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.organisation_card import read_organisation
from cmn_core.store.organisations import known_organisations
from tests.pages.screen_text import read_rows, read_text, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW, OMSK, TARA, decide, open_file, row, save

BY = {"author": "Центр", "now": NOW}
ODD = "МКОУ «Лесновская СОШ» <b>x</b> **y**"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Tara's November: two schools with names alike and a college."""
    database = open_file(tmp_path)
    rows = [
        row("МБОУ «Лесновская СОШ»", (10, 0, 0)),
        row("МКОУ «Лесновская СОШ»", (5, 0, 0)),
        row("Колледж", (7, 0, 0)),
    ]
    save(database, rows, decide())
    monkeypatch.setenv(ADDRESS_VARIABLE, f"sqlite:///{tmp_path / 'cmn.sqlite3'}")
    return database


def open_section(**address: str) -> AppTest:
    page = open_shell("data.py", **address)
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception
    assert not page.error
    return page


def box(page: AppTest, label: str) -> object:
    return next(item for item in page.selectbox if item.label == label)


def listed(page: AppTest) -> list[str]:
    return [unescape_markdown(link.label) for link in page.main.get("page_link") if link.label.endswith("*")]


def told(page: AppTest) -> str:
    return unescape_markdown(" ".join(item.value for item in page.success))


def names(database: Database) -> set[str]:
    return {item.name for item in known_organisations(database)}


def test_an_empty_database_offers_to_add_the_first(empty_database: str) -> None:
    page = open_section()
    assert "Найдено: 0 организаций" in read_text(page)
    field = next(item for item in page.text_input if item.label == "Название")
    field.set_value("ГБПОУ «Тарский колледж»").run()
    assert "Судя по названию: вид СПО" in unescape_markdown(" ".join(item.value for item in page.caption))
    press(page, "Добавить")
    assert "«ГБПОУ «Тарский колледж»» добавлена" in told(page)
    assert page.query_params["organisation"] == "1"


def test_the_list_is_filtered_by_municipality_and_words(database: Database) -> None:
    add_organisation(database, OrganisationFacts("Гимназия № 9", OMSK, "school", "municipal"), **BY)
    assert len(listed(open_section(find="гимназия"))) == 1
    page = open_section(district=TARA, duplicates="false")
    assert "Найдено: 3 организации" in read_text(page)
    assert "Гимназия" not in " ".join(listed(page))


def test_what_changes_is_said_before_saving_and_taken_back(database: Database) -> None:
    page = open_section(organisation="3")
    assert next(button for button in page.button if button.label == "Сохранить изменения").disabled
    box(page, "Вид").set_value("supplementary").run()  # type: ignore[attr-defined]
    shown = read_text(page)
    assert "вид: СПО → ОДО" in shown
    assert "Заново сложатся суммы (1 отчёт): Тарский, муниципальные организации, ноябрь 2020." in shown
    press(page, "Сохранить изменения")
    assert "Пересчитано отчётов и их версий: 1" in told(page)
    assert read_organisation(database, 3).facts.kind == "supplementary"  # type: ignore[union-attr]
    assert "вид: СПО → ОДО" in read_rows(page)[0]
    press(page, "Вернуть как было")
    assert read_organisation(database, 3).facts.kind == "vocational"  # type: ignore[union-attr]


def test_a_new_name_says_that_the_numbers_stay(database: Database) -> None:
    page = open_section(organisation="3")
    page.text_input[0].set_value("  Тарский   колледж ").run()
    assert "название: «Колледж» → «Тарский колледж»" in read_text(page)
    assert "Числа отчётов не изменятся. Прежнее название останется написанием" in read_text(page)
    press(page, "Сохранить изменения")
    assert "Колледж · 1 отчёт" in unescape_markdown(" ".join(item.value for item in page.markdown))


def test_a_name_that_cannot_be_holds_the_button(database: Database) -> None:
    page = open_section(organisation="3")
    page.text_input[0].set_value("«»").run()
    assert "Введите название" in page.error[0].value
    assert next(button for button in page.button if button.label == "Сохранить изменения").disabled


def test_what_another_changed_meanwhile_is_said(database: Database) -> None:
    page = open_section(organisation="3")
    box(page, "Вид").set_value("supplementary").run()  # type: ignore[attr-defined]
    correct_organisation(database, 3, subordination="state", **BY)
    next(button for button in page.button if button.label == "Сохранить изменения").click()
    page.run()
    assert "изменил другой человек" in page.error[0].value
    assert read_organisation(database, 3).facts.kind == "vocational"  # type: ignore[union-attr]


def test_likely_repetitions_are_merged_only_by_a_person_and_split_again(database: Database) -> None:
    page = open_section(district=TARA, duplicates="true")
    press(page, "Одна: оставить первую")
    assert names(database) == {"МБОУ «Лесновская СОШ»", "Колледж"}
    press(page, "Вернуть как было")
    assert names(database) == {"МБОУ «Лесновская СОШ»", "МКОУ «Лесновская СОШ»", "Колледж"}


def test_a_refused_pair_is_not_asked_again_until_taken_back(database: Database) -> None:
    page = open_section(district=TARA, duplicates="true")
    press(page, "Это разные")
    assert page.expander[0].label == "Возможных повторов нет"
    press(page, "Вернуть как было")
    assert page.expander[0].label == "Возможные повторы: 1\u00a0пара"


def test_merging_by_hand_opens_the_one_that_stays(database: Database) -> None:
    page = open_section(organisation="2")
    box(page, "Останется").set_value(1).run()  # type: ignore[attr-defined]
    assert "станет написанием организации «МБОУ «Лесновская СОШ»»" in read_text(page)
    press(page, "Объединить")
    assert page.query_params["organisation"] == "1"
    assert "МКОУ «Лесновская СОШ» · 1 отчёт" in unescape_markdown(" ".join(item.value for item in page.markdown))
    press(page, "Разъединить")
    assert len(names(database)) == 3


def test_a_spelling_is_added_and_withdrawn_and_one_with_figures_finds_its_owner(database: Database) -> None:
    page = open_section(organisation="3")
    next(item for item in page.text_input if item.label == "Добавить написание").set_value("Техникум").run()
    press(page, "Добавить")
    press(page, "Отозвать написание")
    assert read_organisation(database, 3).spellings == ()  # type: ignore[union-attr]
    correct_organisation(database, 3, name="Тарский колледж", **BY)
    page = open_section(organisation="3")
    press(page, "Отдать числа")
    assert "Колледж" in names(database)
    press(page, "Вернуть как было")
    assert "Колледж" not in names(database)


def test_markup_in_a_name_is_shown_letter_by_letter(database: Database) -> None:
    correct_organisation(database, 2, name=ODD, **BY)
    page = open_section(district=TARA)
    assert any(line.startswith(ODD) for line in listed(page))
    card = open_section(organisation="2")
    assert unescape_markdown(card.subheader[0].value) == ODD
    assert "<b>x</b>" not in " ".join(block.body for block in card.get("html"))


@pytest.mark.parametrize("number", ["999", "-1", "один", "٣"])
def test_an_organisation_that_is_not_there_falls_back_to_the_list(database: Database, number: str) -> None:
    page = open_section(organisation=number)
    assert not page.error
    assert "Найдено: 3 организации" in read_text(page)


def test_a_large_list_is_paged(demo_database: str) -> None:
    assert len(listed(open_section(duplicates="false"))) >= 25
    assert "Найдено:" in read_text(open_section(find="гимназия"))
