"""«Обзор»: the finding, the figure, who lags, what changed; one link shows one picture."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.period import Period
from cmn_core.store.location import ADDRESS_VARIABLE
from tests.pages.offered_files import hear_offered_files
from tests.pages.screen_text import read_rows, read_text, read_title, unescape_markdown
from tests.pages.shell import open_shell
from tests.store.made_readings import decide, open_file, row, save

MAY = Period(2020, 5)


def _fine(page: AppTest) -> AppTest:
    assert not page.exception
    assert not page.error
    return page


def test_without_reports_the_page_says_what_to_do(empty_database: str) -> None:
    page = _fine(open_shell())
    assert "загрузите первый отчёт" in page.info[0].value
    assert "cmn demo" in page.info[0].value
    assert [link.label for link in page.main.get("page_link")] == ["Загрузить отчёт"]
    assert not page.get("vega_lite_chart")


def test_the_screen_tells_the_finding_with_its_numbers(demo_database: str) -> None:
    page = _fine(open_shell())
    shown = read_text(page)
    assert read_title(page).startswith("План 2020 года по охвату достигли ")
    assert read_title(page).endswith(" из 33 муниципалитетов")
    for words in ("% ; на 01.12.2020", "план 10 %, не хватает", "п. п. к октябрю 2020", "(дети 10–19 лет)"):
        assert words.replace("% ;", "%;") in shown
    for heading in ("Кому не хватает больше всего", "Что изменилось", "Свежие отчёты у 30 из 33 муниципалитетов"):
        assert heading in shown


def test_every_chart_has_words_and_a_table_beside_it(demo_database: str) -> None:
    page = _fine(open_shell())
    words = [chart.proto.alt for chart in page.get("vega_lite_chart")]
    assert len(words) == 3
    assert all(len(text) > 60 for text in words)
    rows = read_rows(page)
    assert len(rows) == 34
    assert rows[0][0] == "Омская область"
    gaps = [int(line[3].replace(" ", "")) for line in rows[1:] if line[3] not in ("–", "0")]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] > 0


def test_who_lags_is_a_link_to_the_municipality_in_the_same_scope(demo_database: str) -> None:
    page = _fine(open_shell(period="2020-10"))
    links = page.main.get("page_link")
    assert len(links) == 5
    assert all("чел" in link.label for link in links)
    assert all(link.proto.query_string.startswith("period=2020-10&district=52") for link in links)


def test_files_name_the_period_and_invented_data(demo_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = hear_offered_files(monkeypatch)
    page = _fine(open_shell(period="2020-10"))
    offered = page.get("download_button")
    assert [button.label for button in offered][:4] == [
        "Картинка PNG", "Картинка SVG", "Таблица: Excel", "Таблица: CSV",
    ]  # fmt: skip
    assert len(names) >= len(offered)
    assert all("2020-10" in name and "демонстрационные данные" in name for name in names)


@pytest.mark.parametrize(
    ("link", "title"),
    [
        ({"period": "2020-06"}, "План 2020 года по охвату не достиг ни один"),
        ({"indicator": "mentor_share"}, "План 2020 года по наставникам "),
    ],
)
def test_the_link_chooses_the_picture(demo_database: str, link: dict[str, str], title: str) -> None:
    assert read_title(_fine(open_shell(**link))).startswith(title)


def test_state_organisations_alone_are_another_picture(demo_database: str) -> None:
    assert "; государственные организации" in read_text(_fine(open_shell(subordination="state")))
    assert "; государственные организации" not in read_text(_fine(open_shell()))


def test_nonsense_in_the_link_falls_back_with_a_quiet_note(demo_database: str) -> None:
    plain = _fine(open_shell())
    page = _fine(open_shell(period="2020-99", district="Нигде", subordination="<b>x</b>"))
    assert read_title(page) == read_title(plain)
    notes = unescape_markdown(" ".join(note.value for note in page.main.caption))
    assert all(words in notes for words in ("«2020-99» из ссылки не понят", "«Нигде»", "«<b>x</b>»"))


def test_a_month_between_reports_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_file(tmp_path)
    save(database, [row("Школа № 1", (5, 0, 0))], decide(period=MAY))
    save(database, [row("Школа № 1", (6, 0, 0))], decide(), content=b"november")
    database.close()
    monkeypatch.setenv(ADDRESS_VARIABLE, f"sqlite:///{tmp_path / 'cmn.sqlite3'}")
    page = _fine(open_shell(period="2020-10"))
    assert read_title(page) == "По охвату нет данных за октябрь 2020"
    assert "Выберите другой период" in page.info[0].value
    assert not page.get("vega_lite_chart")
    carried = _fine(open_shell(period="2020-08"))
    assert "Тарский (на 01.06.2020)" in read_text(carried)
