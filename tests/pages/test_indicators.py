"""«Показатели»: one indicator in its views, all of them at once; choices from the link, faults in words."""

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import open_database
from pages._parts.indicators_views import VIEW
from tests.pages.monthly_database import GORKOVSKOYE, save_monthly_reports
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import OMSK, TARA, row, save


@pytest.fixture
def monthly_database(empty_database: str) -> str:
    database = open_database(empty_database)
    save_monthly_reports(database)
    database.close()
    return empty_database


@pytest.fixture
def expansion_database(empty_database: str) -> str:
    """One expansion form, which tells coverage alone."""
    database = open_database(empty_database)
    save(database, [row("МБОУ «Школа № 1»", (30, 2, 8), "Вектор", "pupil_pupil")])
    database.close()
    return empty_database


def _open(**link: str) -> AppTest:
    page = open_shell("indicators.py", **link)
    assert not page.exception
    assert not page.error
    return page


def _alts(page: AppTest) -> list[str]:
    return [chart.proto.alt.replace("\u00a0", " ") for chart in page.get("vega_lite_chart")]


@pytest.mark.parametrize("view", list(VIEW.words))
def test_without_reports_every_view_says_what_to_do(empty_database: str, view: str) -> None:
    page = _open(view=view)
    assert "загрузите первый отчёт" in page.info[0].value
    assert not page.get("vega_lite_chart")


@pytest.mark.parametrize("view", [view for view in VIEW.words if view != "all"])
def test_an_indicator_without_data_says_what_feeds_it(expansion_database: str, view: str) -> None:
    page = _open(view=view, indicator="mentee_share")
    told = {
        "trend": "Наставляемые 10–19 лет, Омская область: доли за 2020 год ещё нет",
        "organisations": "Азовский: по наставляемым нет данных об организациях",
    }
    nothing = "По наставляемым нет данных за ноябрь 2020: показатель считается по ежемесячным отчётам"
    assert read_title(page) == told.get(view, nothing)
    assert "нет, и прежнего" in page.info[0].value
    assert not page.get("vega_lite_chart")


def test_the_first_view_ranks_33_municipalities_against_the_plan(demo_database: str) -> None:
    page = _open()
    assert read_title(page).startswith("План 2020 года по охвату достигли ")
    assert "план 2020 года — 10 %" in read_text(page)
    assert _alts(page)[0].startswith("Муниципалитеты по убыванию показателя.")
    assert len(read_rows(page)) == 34


def test_plan_and_fact_have_both_numbers_the_source_the_gap_and_the_date(monthly_database: str) -> None:
    page = _open(view="table", indicator="mentee_share")
    rows = {row[0]: row[1:] for row in read_rows(page)}
    assert len(rows) == 34
    assert rows["Тарский"] == ["18,0 %", "10,0 %", "0", "180", "1 000", "да", "01.12.2020", "свежий", "Росстат"]
    assert rows["Горьковский"] == [
        "4,0 %", "10,0 %", "36", "24", "600", "нет", "01.11.2020", "перенесён", "по контингенту ОО",
    ]  # fmt: skip
    assert rows["Азовский"] == ["–", "10,0 %", "–", "–", "–", "–", "–", "нет отчёта", "–"]
    # (180 + 100 + 24) of (1 000 + 600 + 600)
    assert rows["Омская область"][:5] == ["13,8 %", "10,0 %", "0", "304", "2 200"]
    assert rows["Омская область"][-1] == "по контингенту ОО — 2, Росстат — 1"


def test_a_survey_tells_its_threshold_and_response_rate(monthly_database: str) -> None:
    page = _open(view="table", indicator="mentee_satisfaction")
    shown = read_text(page)
    # 45 + 10 answered in each school of 100 participations in Тарский.
    assert "опрос, оценка 7 и выше, ответили 262 на 364 участия (72,0 %)" in shown
    rows = {row[0]: row[1:] for row in read_rows(page)}
    assert rows["Тарский"][3:6] == ["90", "110", "55,0 %"]


def test_gaps_name_who_lacks_most(monthly_database: str) -> None:
    page = _open(view="gaps", indicator="mentee_share")
    assert read_title(page) == "Больше всего до плана по наставляемым не хватает: Горьковский — 36 детей"
    assert "Горьковский 36 детей" in _alts(page)[0]


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        ("young_teacher_share", "По имеющимся данным план выполнен везде."),
        ("enterprise_share", "Нехватка не считается: нет отчётов или числа предприятий."),
    ],
)
def test_where_nobody_lacks_it_is_said_why(monthly_database: str, indicator: str, said: str) -> None:
    page = _open(view="gaps", indicator=indicator)
    assert said in read_text(page)
    assert not page.get("vega_lite_chart")


def test_months_of_the_region_and_of_municipalities_from_the_link(monthly_database: str) -> None:
    page = _open(view="trend", indicator="mentee_share", lines=f"{TARA},{GORKOVSKOYE}")
    assert read_title(page) == (
        "Наставляемые 10–19 лет, Омская область: октябрь — 9,0 %, ноябрь — 13,8 % при плане 10 %"
    )
    assert "Тарский 12,0 % (октябрь 2020) → 18,0 % (ноябрь 2020)" in _alts(page)[0]
    rows = read_rows(page)
    assert rows[-1] == ["ноябрь 2020", "13,8 %", "18,0 %", "4,0 %", "Горьковский (на 01.11.2020)"]
    assert page.multiselect[0].value == [TARA, GORKOVSKOYE]


def test_without_a_choice_those_who_lack_most_are_offered(monthly_database: str) -> None:
    assert _open(view="trend", indicator="mentee_share").multiselect[0].value == [GORKOVSKOYE]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("99999999,<b>", [GORKOVSKOYE]),
        (f"{OMSK},99999999", [OMSK]),
        (",".join(["52601000", "52603000", "52606000", "52609000", "52612000", "52615000"]),
         ["52601000", "52603000", "52606000", "52609000", "52612000"]),
    ],
)  # fmt: skip
def test_what_is_no_choice_of_municipalities_is_said_quietly(
    monthly_database: str, lines: str, shown: list[str]
) -> None:
    page = _open(view="trend", indicator="mentee_share", lines=lines)
    assert page.multiselect[0].value == shown
    assert "из ссылки показано не всё" in unescape_markdown(" ".join(note.value for note in page.main.caption))


def test_organisations_stand_against_their_own_contingent(monthly_database: str) -> None:
    page = _open(view="organisations", indicator="mentee_share", district=TARA)
    assert read_title(page) == "Тарский: план по наставляемым выполняют 2 из 2 организаций"
    assert "у каждой организации свой контингент" in read_text(page)
    rows = read_rows(page)
    assert [row[0] for row in rows] == [f"МБОУ «Школа № {number}» {TARA}" for number in (1, 2)]
    assert rows[0][1:6] == ["30,0 %", "10,0 %", "0", "90", "300"]


def test_an_enterprise_has_no_share_in_an_organisation(monthly_database: str) -> None:
    page = _open(view="organisations", indicator="enterprise_share", district=TARA)
    assert "у организации своей доли нет" in read_title(page)
    assert not page.get("vega_lite_chart")


def test_the_method_stands_in_the_words_of_the_core(monthly_database: str) -> None:
    page = _open(view="method", indicator="mentor_share")
    shown = read_text(page)
    for words in (
        "Наставники 15–19 лет, % = молодёжь 15–19 лет в роли наставников ÷ молодёжь 15–19 лет × 100",
        "12 ÷ 600 × 100 = 2,0 %, суммы по 3 муниципалитетам",
        "Ежемесячный отчёт: «из наставников 15–19»",
        "«Численность», столбец «Молодёжи 15–19»",
        "2020 — 2 %, 2021 — 4 %",
    ):
        assert words in shown


def test_all_indicators_have_a_row_a_municipality_and_a_column_an_indicator(monthly_database: str) -> None:
    page = _open(view="all")
    assert read_title(page).startswith("Область выполняет план по ")
    rows = {row[0]: row[1:] for row in read_rows(page)}
    assert len(rows) == 34
    assert rows["Тарский"] == ["19,0 %", "18,0 %", "2,0 %", "50,0 %", "–", "81,8 %", "37,5 %", "–"]
    assert rows["Горьковский"][-1] == "на 01.11.2020"
    assert _alts(page)[0].startswith("Все показатели по муниципалитетам. Охват наставничеством – Омская область ")


@pytest.mark.parametrize("view", list(VIEW.words))
@pytest.mark.parametrize("subordination", ["municipal", "state"])
def test_every_view_can_be_narrowed(monthly_database: str, view: str, subordination: str) -> None:
    page = _open(view=view, indicator="mentee_share", subordination=subordination)
    assert page.title


@pytest.mark.parametrize("indicator", ["coverage", "young_teacher_share", "enterprise_share", "mentor_satisfaction"])
def test_every_indicator_has_every_view(monthly_database: str, indicator: str) -> None:
    for view in VIEW.words:
        page = _open(view=view, indicator=indicator)
        assert ("охват" in read_title(page).lower()) is (indicator == "coverage" and view != "all"), view


def test_nonsense_in_the_link_falls_back_with_a_quiet_note(demo_database: str) -> None:
    page = _open(view="<b>*x*</b>")
    assert read_title(page) == read_title(_open())
    notes = unescape_markdown(" ".join(note.value for note in page.main.caption))
    assert "«<b>*x*</b>» из ссылки не понято" in notes
