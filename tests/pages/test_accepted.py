"""«Только принятые»: every screen with figures counts by them, says so, and its links carry the choice."""

import pytest

from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.report_way import accept_report
from cmn_core.store.versions import read_reports_of
from pages._parts.page_list import PAGES
from tests.pages.screen_text import read_text, read_title
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW, TARA

COUNTING = [f"{entry.path}.py" for entry in PAGES if "accepted" in entry.selectors]


def test_the_pages_of_figures_have_the_choice() -> None:
    assert COUNTING == [
        "overview.py",
        "indicators.py",
        "forms.py",
        "district.py",
        "practices.py",
        "widening.py",
        "reports.py",
    ]


@pytest.mark.parametrize("path", COUNTING)
def test_each_page_says_by_which_reports_it_counts(demo_database: str, path: str) -> None:
    for address, chosen in (({}, ""), ({"accepted": "1"}, "1")):
        page = open_shell(path, district=TARA, **address)
        assert not page.exception
        assert not page.error
        assert page.selectbox(key="chosen_accepted").value == chosen
    assert page.selectbox(key="chosen_accepted").options == ["отправленные и принятые", "только принятые"]
    assert page.selectbox(key="chosen_accepted").label == "Отчёты"


def test_november_stands_on_october_until_its_reports_are_accepted(demo_copy: str) -> None:
    # The demonstration's centre has accepted October and what was before it.
    before = read_title(open_shell(accepted="1"))
    everything = open_shell()
    assert before != read_title(everything)
    assert "Свежие принятые отчёты у 0 из 33" in read_text(open_shell("forms.py", accepted="1"))
    database = open_database(demo_copy)
    for version in read_reports_of(database, TARA):
        if version.in_force and version.state == "sent":
            accept_report(database, version.report_id, by=Author("Центр", NOW))
    assert "Свежие принятые отчёты у 1 из 33" in read_text(open_shell("forms.py", accepted="1"))


def test_the_choice_is_carried_by_every_link_and_taken_back(demo_database: str) -> None:
    page = open_shell(accepted="1")
    assert page.query_params["accepted"] == "1"
    for link in page.get("page_link"):
        assert "accepted=1" in link.proto.query_string or link.proto.page == "account"
    page.selectbox(key="chosen_accepted").set_value("").run()
    assert "accepted" not in page.query_params
