"""A district's person sends reports of their own municipality: another's file is refused in words before saving."""

import pytest

from cmn_core.access import Person
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.people import NewPerson, add_person
from cmn_core.store.reports import read_in_force
from tests.pages.shell import open_shell
from tests.pages.test_upload_pile import TARA, TARA_FILE, TARA_KEY, drop
from tests.pages.test_upload_population import fill_population
from tests.pages.upload_page import GOOD, KEY, SAVE, box, html, save, title
from tests.store.test_sessions import NOW


@pytest.fixture
def person(database: Database) -> Person:
    account = NewPerson("tara", "Тара Т. Т.", "district", frozenset({TARA}))
    return add_person(database, account, by=Author("Центр", NOW))


def test_ones_own_municipality_is_the_only_one_to_choose(database: Database, person: Person) -> None:
    page = drop(open_shell("upload.py", person=person), ("отчёт.xlsx", TARA_FILE))
    assert box(page, "Муниципалитет").options == ["Тарский"]
    assert title(save(page)) == "Отчёт сохранён и учитывается"
    saved = read_in_force(database, TARA_KEY)
    assert saved is not None
    assert saved.author == "Тара Т. Т."


def test_a_neighbours_file_is_refused_before_saving(database: Database, person: Person) -> None:
    page = drop(open_shell("upload.py", person=person), ("отчёт.xlsx", GOOD))
    assert not page.exception
    assert box(page, "Муниципалитет").value == TARA
    assert "Отчёт составлен по муниципалитету" in html(page)
    assert not [item for item in page.button if item.label == SAVE and not item.disabled]
    assert read_in_force(database, KEY) is None


def test_a_neighbours_file_in_a_pile_waits_for_nobody_else(database: Database, person: Person) -> None:
    page = drop(open_shell("upload.py", person=person), ("наш.xlsx", TARA_FILE), ("чужой.xlsx", GOOD))
    assert not page.exception
    assert "Чужой отчёт: Называевский" in html(page)
    assert not [item for item in page.button if item.label.startswith("Сохранить 2")]
    assert read_in_force(database, KEY) is None


def test_denominators_are_the_centres(database: Database, person: Person) -> None:
    page = open_shell("upload.py", person=person)
    assert "Численность" not in html(page)
    page = drop(page, ("численность.xlsx", fill_population(2_000)))
    assert "её меняет региональный центр" in html(page)
    assert not [item for item in page.button if item.label == SAVE and not item.disabled]


def test_templates_are_of_ones_own_municipality(database: Database, person: Person) -> None:
    page = open_shell("upload.py", person=person)
    assert box(page, "Муниципалитет").options == ["Тарский"]
