"""«Район»: one municipality, from its figure down to sheet, row, sender and time."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.reports import save_report
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import NOW, TARA, WARNING, decide, expansion, open_file, row, save

LATE, SILENT, OMSK = "52655000", "52652000", "52701000"


def _open(**link: str) -> AppTest:
    page = open_shell("district.py", **link)
    assert not page.exception
    assert not page.error
    return page


def test_without_reports_the_page_says_what_to_do(empty_database: str) -> None:
    assert "загрузите первый отчёт" in _open().info[0].value


def test_months_and_forms_stand_as_tables_too(demo_database: str) -> None:
    months, forms = _tables(_open(district=TARA))[:2]
    assert [line[0] for line in months][-1] == "ноябрь 2020"
    assert forms[0][0] == "Ученик – ученик"


def test_a_municipality_without_state_organisations_says_whose_report_is_missing(demo_database: str) -> None:
    page = _open(district=LATE, subordination="state")
    assert "(государственные организации) нет" in page.info[0].value
    assert "все организации" in page.info[0].value


def test_without_a_municipality_it_asks_for_one_with_33_links(demo_database: str) -> None:
    page = _open(period="2020-10", subordination="state")
    assert page.title[0].value == "Выберите муниципалитет"
    links = page.main.get("page_link")
    assert len({link.proto.query_string for link in links}) == 33
    assert all(link.proto.query_string.endswith("subordination=state") for link in links)


def test_a_municipality_tells_its_figure_months_forms_and_organisations(demo_database: str) -> None:
    page = _open(district=TARA)
    assert read_title(page).startswith("План Тарского района по охвату выполнен: ")
    shown = read_text(page)
    for words in ("(дети 10–19 лет)", "для сравнения область", "Свежий отчёт, данные на 01.12.2020", "план 10 %"):
        assert words in shown
    words = [chart.proto.alt for chart in page.get("vega_lite_chart")]
    assert [text.split(",")[0].split(":")[0] for text in words][:2] == [
        "Охват наставничеством по месяцам", "Формы наставничества",
    ]  # fmt: skip
    organisations = _tables(page)[-1]
    people = [int(line[3]) for line in organisations]
    assert people == sorted(people, reverse=True)
    assert all("строка" in line[-1] for line in organisations)


def test_organisations_add_up_to_the_figure(demo_database: str) -> None:
    page = _open(district=TARA)
    told = read_text(page)
    assert f"{sum(int(line[3]) for line in _tables(page)[-1])} из " in told


def test_programmes_are_found_by_their_words(demo_database: str) -> None:
    page = _open(district=TARA, section="programmes")
    every = len(_tables(page)[-1])
    page.text_input(key="find").set_value("колледж").run()
    found = _tables(page)[-1]
    assert 0 < len(found) < every
    assert all("колледж" in " ".join(line).lower() for line in found)
    page.text_input(key="find").set_value("такого нет").run()
    assert "Найдено 0 из" in read_text(page)


def test_a_long_list_is_cut_and_says_so(demo_database: str) -> None:
    page = _open(district=OMSK, section="programmes")
    assert len(_tables(page)[-1]) == 50
    assert any(note.value.startswith("Показаны первые 50 из ") for note in page.main.caption)


def test_the_counting_names_formula_reports_and_senders(demo_database: str) -> None:
    page = _open(district=TARA, section="counting")
    shown = read_text(page)
    assert "÷ дети 10–19 лет × 100" in shown
    rows = _tables(page)[-1]
    assert f"{sum(int(line[7]) for line in rows)} из " in shown
    assert all(line[5] for line in rows)


def test_a_late_municipality_says_its_own_date(demo_database: str) -> None:
    page = _open(district=LATE, section="reports")
    assert read_title(page).endswith(", по отчёту на 01.09.2020")
    assert "взят прежний, на 01.09.2020" in read_text(page)
    assert "август 2020" in [line[0] for table in _tables(page) for line in table]


def test_a_municipality_without_data_says_what_to_do_and_keeps_its_reports(demo_database: str) -> None:
    page = _open(district=SILENT)
    assert read_title(page) == "Седельниковский: по охвату нет данных за ноябрь 2020"
    assert "Выберите другой период либо загрузите отчёт" in page.info[0].value
    assert read_rows(page)
    assert not page.get("vega_lite_chart")


def test_nonsense_in_the_link_falls_back_with_a_quiet_note(demo_database: str) -> None:
    page = _open(district=TARA, section="<i>")
    assert read_title(page) == read_title(_open(district=TARA))
    assert "«<i>» из ссылки не понято" in unescape_markdown(" ".join(note.value for note in page.main.caption))


@pytest.fixture
def own_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One municipality's report in two versions, with markup for a name and a confirmed warning."""
    database = open_file(tmp_path)
    rows = [row("<b>*Школа*</b> & $x$", (7, 1, 2), "<script>alert(1)</script>", "own", number=9)]
    first = save(database, rows)
    problem = replace(WARNING, message="<b>9000</b> — очень много.")
    reading = expansion(rows, problems=(problem,), content=b"second")
    second = decide(compared_with=first.report_id, confirmed=True, author="Петрова <i>")
    save_report(database, reading, b"second", second, now=NOW)
    database.close()
    monkeypatch.setenv(ADDRESS_VARIABLE, f"sqlite:///{tmp_path / 'cmn.sqlite3'}")


@pytest.mark.parametrize("section", ["organisations", "programmes", "reports", "counting"])
def test_texts_of_files_are_never_markup(own_report: None, section: str) -> None:
    page = _open(district=TARA, section=section)
    html = " ".join(block.body for block in page.get("html"))
    assert not [tag for tag in ("<b>", "<script", "<i>") if tag in html]
    shown = {"organisations": "<b>*Школа*</b> & $x$", "programmes": "<script>alert(1)</script>",
             "reports": "<b>9000</b> — очень много.", "counting": "Петрова <i>"}  # fmt: skip
    assert any(shown[section] in " ".join(line) for table in _tables(page) for line in table)


def test_versions_stand_with_their_sender_and_state(own_report: None) -> None:
    page = _open(district=TARA, section="reports")
    versions, problems = _tables(page)[-2:]
    assert problems[0][:3] == ["предупреждение", "Лист1", "C7"]
    assert [(line[4], line[5]) for line in versions] == [("2", "учтена"), ("1", "заменена")]
    assert versions[0][6:8] == ["отправлен", "24.11.2020 09:30, Петрова <i>"]


def test_without_population_the_people_are_shown_and_no_share(own_report: None) -> None:
    page = _open(district=TARA)
    assert read_title(page).startswith("Тарский: охват наставничеством — 10 детей; доля не посчитана")


def _tables(page: AppTest) -> list[list[list[str]]]:
    count = sum("<tbody>" in block.body for block in page.get("html"))
    return [read_rows(page, place) for place in range(count)]
