"""The scope is read from the address, checked against the options and written back."""

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from pages._parts.links import page_address
from pages._parts.scope import ParsedScope, Scope, ScopeOptions, list_periods, parse_scope
from tests.pages.shell import open_shell

REGION = shipped_reference().region
INDICATORS = {indicator.code: indicator.label for indicator in shipped_reference().indicators}
NOVEMBER, OCTOBER = Period(2020, 11), Period(2020, 10)
OPTIONS = ScopeOptions((NOVEMBER, OCTOBER), Period(2026, 11), REGION, INDICATORS)
TARA = "52654000"


@pytest.mark.parametrize(
    ("address", "scope"),
    [
        ({}, Scope(NOVEMBER)),
        ({"period": "2020-10"}, Scope(OCTOBER)),
        ({"district": TARA}, Scope(NOVEMBER, TARA)),
        ({"district": "тарский"}, Scope(NOVEMBER, TARA)),
        ({"subordination": "state"}, Scope(NOVEMBER, None, "state")),
        ({"period": "2020-10", "district": TARA, "subordination": "municipal"}, Scope(OCTOBER, TARA, "municipal")),
        ({"period": "", "district": None, "subordination": "", "indicator": ""}, Scope(NOVEMBER)),
        ({"indicator": "mentor_share"}, Scope(NOVEMBER, indicator="mentor_share")),
        ({"indicator": "coverage"}, Scope(NOVEMBER)),
        ({"accepted": "1"}, Scope(NOVEMBER, accepted_only=True)),
        ({"accepted": ""}, Scope(NOVEMBER)),
    ],
)
def test_a_right_address_is_taken_without_a_note(address: dict[str, str], scope: Scope) -> None:
    assert parse_scope(address, OPTIONS) == ParsedScope(scope, ())


@pytest.mark.parametrize(
    ("address", "note"),
    [
        ({"period": "2020-13"}, "Период «2020-13» из ссылки не понят, показан ноябрь 2020."),
        ({"period": "<b>"}, "Период «<b>» из ссылки не понят, показан ноябрь 2020."),
        ({"period": "2019-03"}, "За март 2019 отчётов нет, показан ноябрь 2020."),
        ({"district": "99999999"}, "Муниципалитет «99999999» из ссылки не найден, показана вся область."),
        ({"district": "' or 1=1"}, "Муниципалитет «' or 1=1» из ссылки не найден, показана вся область."),
        ({"indicator": "<i>"}, "Показатель «<i>» из ссылки не найден, показан: Охват наставничеством."),
        ({"accepted": "да"}, "«да» из ссылки не понято, показано по всем отправленным и принятым отчётам."),
        ({"subordination": "all"}, "Подчинённость «all» из ссылки не понята, показаны все организации."),
    ],
)
def test_a_wrong_address_falls_back_with_a_note(address: dict[str, str], note: str) -> None:
    assert parse_scope(address, OPTIONS) == ParsedScope(Scope(NOVEMBER), (note,))


def test_a_note_quotes_no_more_than_a_line() -> None:
    note = parse_scope({"district": "я" * 5000}, OPTIONS).notes[0]
    assert "я" * 40 + "…»" in note
    assert len(note) < 120


def test_without_a_report_the_current_month_stands_in_quietly() -> None:
    nothing = ScopeOptions((), Period(2026, 11), REGION, INDICATORS)
    assert parse_scope({"period": "2020-10"}, nothing) == ParsedScope(Scope(Period(2026, 11)), ())


def test_months_between_reports_can_be_chosen() -> None:
    assert list_periods((Period(2020, 12), Period(2021, 2))) == (Period(2021, 2), Period(2021, 1), Period(2020, 12))
    assert list_periods(()) == ()


def test_a_link_carries_the_scope() -> None:
    scope = Scope(NOVEMBER, None, "state").of_district(TARA)
    assert page_address("district", scope) == f"/district?period=2020-11&district={TARA}&subordination=state"
    assert page_address("overview", Scope(NOVEMBER)) == "/?period=2020-11"


def test_another_indicator_is_carried_and_the_default_stays_out_of_the_address() -> None:
    scope = Scope(NOVEMBER).of_indicator("mentor_share")
    assert page_address("district", scope) == "/district?period=2020-11&indicator=mentor_share"
    assert scope.of_indicator("coverage") == Scope(NOVEMBER)


def address_of(app: AppTest) -> dict[str, str]:
    return {name: values if isinstance(values, str) else values[0] for name, values in app.query_params.items()}


def test_the_shell_completes_and_mends_the_address(demo_database: str) -> None:
    assert address_of(open_shell("district.py")) == {"period": "2020-11"}
    mended = open_shell("district.py", period="nonsense", district="омск", subordination="?")
    assert address_of(mended) == {"period": "2020-11", "district": "52701000"}


def test_a_choice_is_written_to_the_address_and_shown(demo_database: str) -> None:
    app = open_shell("district.py", period="2020-09", district=TARA)
    assert [app.selectbox(key=f"chosen_{part}").value for part in ("period", "district", "subordination")] == [
        "2020-09", TARA, ""
    ]  # fmt: skip
    app.selectbox(key="chosen_subordination").set_value("state").run()
    assert address_of(app) == {"period": "2020-09", "district": TARA, "subordination": "state"}
    app.selectbox(key="chosen_district").set_value("").run()
    assert address_of(app) == {"period": "2020-09", "subordination": "state"}
    assert not app.exception


def test_a_period_that_no_list_offers_is_refused_in_words_and_the_page_stands(demo_database: str) -> None:
    app = open_shell("forms.py", period="2020-10")
    # A client that is no browser of ours may send what was never offered.
    box = app.selectbox(key="chosen_period")
    box.options.append("вчера")
    box.set_value("вчера").run()
    assert "не понят" in app.error[0].value
    assert address_of(app) == {"period": "2020-10"}
    assert app.title
