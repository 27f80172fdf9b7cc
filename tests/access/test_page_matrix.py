"""Each page in the hands of each role, at home and abroad: it opens, or says «нет доступа», which is recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.access import ROLES, Deed, Role
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database, open_database
from cmn_core.store.location import ADDRESS_VARIABLE
from pages._parts.page_list import PAGES
from tests.access.world import FOREIGN, OWN, World
from tests.pages.offered_files import list_offers
from tests.pages.screen_text import read_text
from tests.pages.shell import open_shell

OPENS_BY: dict[str, Deed | None] = {
    "overview": "see_figures",
    "indicators": "see_figures",
    "forms": "see_figures",
    "district": "see_figures",
    "programme": "write_programmes",
    "practices": "see_figures",
    "widening": "see_figures",
    "tasks": "see_reports",
    "upload": "send_reports",
    "collection": "see_reports",
    "reports": "see_figures",
    "data": "keep_register",
    "people": "keep_people",
    "record": "see_record",
    "help": None,
    "account": None,
}
"""Path: what a person must be allowed somewhere to open the page; None: everyone who is signed in."""
OF_A_PLACE: tuple[tuple[str, dict[str, str]], ...] = (
    ("district", {}),
    ("district", {"section": "programmes"}),
    ("reports", {}),
    ("indicators", {"view": "organisations"}),
    ("practices", {}),
)
"""Pages that tell of one municipality's organisations when the address names it."""
_OF_NOBODY = {"upload": ["Скачать шаблон на 2020 год"]}
"""An empty form, the same for everyone."""


@pytest.fixture(scope="module")
def address(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One copy for all pages: nothing is written but refusals."""
    with world.opened(tmp_path_factory.mktemp("pages")) as opened:
        yield opened.url


@pytest.fixture
def database(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv(ADDRESS_VARIABLE, address)
    opened = open_database(address)
    yield opened
    opened.close()


def _open(world: World, role: Role, path: str, **link: str) -> AppTest:
    page = open_shell(f"{path}.py", person=world.people[role], **link)
    assert not page.exception
    assert not page.error
    return page


def _is_refused(page: AppTest) -> bool:
    return [title.value for title in page.title] == ["Нет доступа"]


def test_every_page_stands_in_the_table() -> None:
    assert {entry.path: entry.deed for entry in PAGES} == OPENS_BY
    assert {file.stem for file in Path("pages").glob("[a-z]*.py")} == OPENS_BY.keys()


@pytest.mark.parametrize("path", OPENS_BY)
@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_for_the_role_or_says_that_it_does_not(
    world: World, database: Database, role: Role, path: str
) -> None:
    deed = OPENS_BY[path]
    lines = len(read_audit(database))
    page = _open(world, role, path)
    opens = deed is None or world.people[role].may_somewhere(deed)
    assert _is_refused(page) is not opens
    written = read_audit(database)[: len(read_audit(database)) - lines]
    assert [line.details for line in written] == ([] if opens else [{"deed": deed}])


@pytest.mark.parametrize(("path", "link"), OF_A_PLACE)
@pytest.mark.parametrize("oktmo", [OWN, FOREIGN])
@pytest.mark.parametrize("role", ROLES)
def test_a_municipality_is_shown_to_those_who_see_its_organisations(
    world: World, database: Database, role: Role, oktmo: str, path: str, link: dict[str, str]
) -> None:
    page = _open(world, role, path, district=oktmo, **link)
    assert _is_refused(page) is not world.people[role].may("see_organisations", oktmo)
    if _is_refused(page):
        last = read_audit(database)[0]
        assert (last.action, last.details) == ("refused", {"deed": "see_organisations"})
        assert "Ваш муниципалитет — Тарский" in [link.label for link in page.get("page_link")]


@pytest.mark.parametrize("path", ["district", "reports"])
def test_the_selector_offers_a_districts_person_their_own(world: World, database: Database, path: str) -> None:
    selector = _open(world, "district", path).selectbox(key="chosen_district")
    assert selector.options == ["вся область", "Тарский"]
    assert len(_open(world, "viewer", path).selectbox(key="chosen_district").options) == 34


def test_a_person_of_one_municipality_is_led_to_it(world: World, database: Database) -> None:
    page = _open(world, "district", "district")
    assert page.query_params["district"] == OWN
    assert "МБОУ «СОШ № 1»" in read_text(page)


def test_the_figures_of_all_municipalities_are_everyones(world: World, database: Database) -> None:
    for role in ROLES:
        assert "г. Омск" in read_text(_open(world, role, "overview"))


def test_the_regions_workbook_and_details_are_for_those_who_see_all_organisations(
    world: World, database: Database
) -> None:
    for role in ROLES:
        page = _open(world, role, "reports")
        sees_all = world.people[role].may("see_organisations")
        assert any(label.startswith("Скачать отчёт") for label in list_offers(page)) is sees_all
        told = [caption.value for caption in page.caption]
        assert any("Вам доступна книга вашего" in words for words in told) is not sees_all


@pytest.mark.parametrize("path", [path for path, deed in OPENS_BY.items() if deed not in (None, "see_figures")])
def test_what_not_everyone_may_see_is_given_by_no_button_of_streamlits_own(
    world: World, database: Database, path: str
) -> None:
    # Its file lies under an address that any signed-in person may fetch.
    page = _open(world, "administrator", path)
    assert [button.label for button in page.get("download_button")] == _OF_NOBODY.get(path, [])


def test_who_sent_what_is_not_told_to_a_viewer(world: World, database: Database) -> None:
    for role in ROLES:
        page = _open(world, role, "district", district=OWN, section="reports")
        assert ("Отчёты и их версии" in read_text(page)) is world.people[role].may("see_reports", OWN)
        offers = ["Скачать файл отправителя", "Скачать с пометками"]
        assert (list_offers(page)[:2] == offers) is world.people[role].may("take_original", OWN)
        counting = read_text(_open(world, role, "district", district=OWN, section="counting"))
        assert ("Иванова" in counting) is world.people[role].may("see_reports", OWN)


def test_own_forms_are_told_of_ones_own_municipality(world: World, database: Database) -> None:
    told = {}
    for role in ROLES:
        page = _open(world, role, "forms")
        page.session_state["own"] = True
        page.run()
        assert not page.exception
        told[role] = read_text(page)
    assert "Показаны формы из отчётов вашего муниципалитета" in told["district"]
    assert "Показаны формы из отчётов вашего муниципалитета" not in told["viewer"]
